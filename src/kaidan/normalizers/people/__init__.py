"""People: whom a text names, who held which office when, and who met.

::

    named           people named with an office: person, what is said of each
    titled          the offices in a run of kanji and katakana, and naming, what stands before an office
    name_behind     an office before its holder
    whose           whose officer somebody is, by what stands before his name
    second_offices  what else he is, behind 兼
    seats           whose governor or mayor somebody is
    bearers         whom a name with an office means on a date
    introduced      whom a page introduces itself, in brackets
    paired          two who are named by their family names alone
    parted          names that a blank parts from their office
    namesakes       whom of one name an office and a date mean; likeness, how alike two spellings are
    roster          who held which office when; katakana, the spellings of foreign names
    seating         who may sit at the table of talks
    participants    who met, decided by who 会談 with whom
"""
