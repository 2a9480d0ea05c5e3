"""What is no date, however much it looks like one: tables of rules, each with its reason and texts that show it.

A number with its era, or with a month behind it, needs little proof. A bare 三年, 5月 or 10日 mostly counts something: a year of four
digits is taken unless what follows counts; a year of two digits, a month or a day only where the text goes on as after a date.
"""
