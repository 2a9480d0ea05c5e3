"""Dates as Japanese official text writes them, as EDTF with their exact place in the text.

:func:`find_dates` finds every date in a text, :func:`parse_date` reads a text that is one date, :func:`bounds` turns an EDTF value
into its first and last day.

How a date is read::

    text ─ text.fold ─▶ find: a number or word that a date may start with (grammar.start)
                          │   what stands before it (leads), and
                          ▼
                        forms.table: which forms may stand there; the first whose pattern matches and whose reader does not decline
                          ├ calendar_dates    平成26年10月17日, 昨年10月, 8日: by what they begin with
                          ├ two_calendars     2014年（平成26年）秋, 元禄十五壬午年
                          ├ numeric_dates     平28.8.3, 昭六〇規則五九, S50 体育館
                          ├ slashed_days      9/18(日), 5/31まで
                          ├ spans_of_years    20世紀後半, 寛永年間, 林羅山(1583-1657), FY2015
                          └ relative_days     来週, 先週金曜日, 50年前の今日
                          │   guards          what is no date: tables of rules, each with its reason
                          │   slot_values     the parts of a calendar date together; days_alone where the month is not written
                          │   year_slot       the year as written ─▶ years.year_of_era: an era year becomes a western one
                          │   two_digits      a year that another one places; year_series tells whether it goes on in one
                          │   borrowing       the year or month that is not written, from the context
                          ▼
                        calendars: the numbers ─▶ a value (edtf, precision, flags); lunisolar converts what is older than 1873
                          │
                          ▼
                        find: twins, qualifiers, ranges: 明治4年9月2日(1871年10月15日), 頃, 以降, 〜, から…まで, 25日、26日

A new word is a row: of ``data/eras.tsv`` if it is an era, of ``data/reigns.tsv`` if it is a reign before them, of
``data/words/parts.tsv`` if it is a part of a month or a year, of ``relative.tsv`` if it counts from another date, of ``counters.tsv``
if it shows that a number counts something. Beside it goes a row in ``tests/dates/read.tsv`` or ``silent.tsv`` that shows it. A new
way to write dates is a form in a module of ``forms`` and its line in :mod:`.forms.table`; its examples run as tests. What looks like
a date and is none is a rule in a module of ``guards``.
"""

from kaidan.normalizers.dates.edtf import bounds
from kaidan.normalizers.dates.find import DateMention, find_dates
from kaidan.normalizers.dates.parse import Date, parse_date

__all__ = ["Date", "DateMention", "bounds", "find_dates", "parse_date"]
