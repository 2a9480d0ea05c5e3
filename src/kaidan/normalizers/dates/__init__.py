"""Dates as Japanese official text writes them, as EDTF with their exact place in the text.

:func:`find_dates` finds every date in a text, :func:`parse_date` reads a text that is one date, :func:`bounds` turns an EDTF value
into its first and last day.

How a date is read::

    text ─ width.fold ─▶ find: a number or word that a date may start with (grammar.start), and what stands before it (heads)
                           ├─▶ plain      平成26年10月17日, 10月17日: the most frequent, at one go   ─┐
                           ├─▶ written    年月日 in four slots: year, month, day, part ─▶ reading  ─┤
                           └─▶ shorthand  平28.8.3, 9/18(日), 昭六〇規則, 20世紀, 来週               ├─▶ values: EDTF, precision, flags
                                 proof and cues say whether a number counts something             │
                                 tenses: whether it was or will be, for a month or day alone      │
                                 years: eras, both calendars, 56年; known: what is lent           ─┘
                         ranges, both: 〜, から…まで, 25日、26日; 明治4年9月2日(1871年10月15日)

A new word is a line in :mod:`.words` if it counts from another date (翌々週), in ``data/eras.tsv`` if it is an era. A new part of a
month or a year is one too; for 中旬 it took

1. its spelling in ``grammar.PARTS``,
2. its days in ``values._THIRDS``: ``"中旬": (11, 20)``,
3. a row in ``tests/dates/read.tsv`` that shows it: ``10月中旬	2014	10月中旬 = 2014-10-11/2014-10-20``.

What looks like a date and is none (三日坊主) is a word in :mod:`.cues` and a row in ``tests/dates/silent.tsv``.
"""

from kaidan.normalizers.dates.edtf import bounds
from kaidan.normalizers.dates.find import DateMention, find_dates
from kaidan.normalizers.dates.parse import Date, parse_date

__all__ = ["Date", "DateMention", "bounds", "find_dates", "parse_date"]
