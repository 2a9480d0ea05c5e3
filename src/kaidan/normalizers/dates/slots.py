"""The slots of a date: what is written as its year, month, day and part, and which of them fits where."""

LEAP = ("閏", "うるう")
"""The marks of a leap month."""


class Slots:
    """What is written from ``start`` to ``end`` of a text, slot by slot; a slot that is not written is empty.

    ``first`` names the slot that it begins with, which lies at ``at``, and ``word`` is its word, if it is one. ``rank`` says how far
    it goes: to the year (1), the month or the day (3). ``shares`` says that the unit of the last number stands further on, as that
    of 24 in 24～25日.
    """

    def __init__(self, text: str, start: int, at: int, prefix: str) -> None:
        self.text, self.start, self.at, self.end = text, start, at, at
        self.prefix, self.first, self.word, self.rank, self.shares = prefix, "", "", 0, False
        self.era = self.year = self.span = self.later_span = self.part = self.weekday = ""
        self.month = self.month_mark = self.month_word = self.day = self.day_mark = (
            self.day_word
        ) = self.day_name = ""
        self.apostrophe = self.aside = False
        self.glosses: tuple[tuple[str, str], ...] = ()

    def put_year(self, era: str, mark: str, numeral: str) -> bool:
        """Put a year into its slot, and say whether it can be one."""
        if mark == "本" or (numeral == "元" and not era and not mark):
            return False
        self.year, self.rank = numeral, 1
        if era:
            self.first, self.era = "era", era
            self.at = self.text.rindex(era, 0, self.at) if self.prefix else self.start
        elif mark:
            self.first, self.apostrophe = ("year", True) if mark == "'" else ("same_year", False)
        else:
            self.first = "year"
        return True

    def put_number(self, unit: str, mark: str, numeral: str, end: int) -> int:
        """Put a month or a day into its slot."""
        if numeral in ("元", "○"):  # a bullet: 27年(1894) ○日清戦争
            return 0
        if unit == "月":
            if self.rank >= 2 or mark == "本" or self.text[end] == "間":
                return 0
            self.month, self.month_mark, self.rank = numeral, mark, 2
            self.first = self.first or "month"
            return end
        if unit[-1:] != "日" or self.rank >= 3 or mark in LEAP:
            return 0
        self.day, self.day_mark, self.rank = numeral, mark, 3
        self.first = self.first or "day"
        return end

    def put_word(self, slot: str, word: str, at: int) -> int:
        """Put the word of a month or a day into its slot."""
        if slot == "month_word" and self.rank < 2:
            self.month_word, self.rank = word, 2
        elif slot == "day_word":
            self.day_word, self.rank = word, 3
        elif slot == "day_name":
            self.day_name, self.rank = word, 3
        else:
            return 0
        return at + len(word)
