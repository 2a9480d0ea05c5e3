"""EDTF values (ISO 8601-2 level 1): how they are written, and which days they cover."""

import re
from datetime import date
from functools import cache, lru_cache

from kaidan.errors import UnreadableDate

LATEST = 9999
"""The last year that a date can have."""
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
Day = tuple[int, int, int]
"""Year, month and day, of any year: they compare as the days do."""


def length(year: int, month: int) -> int:
    """Return the number of days of a month of the Gregorian calendar.

    >>> length(1900, 2), length(2000, 2), length(2014, 10)
    (28, 29, 31)
    """
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _LENGTHS[month - 1]


def year_value(year: int) -> str:
    """Return the value of a year, which may lie before the year 1: 0 is 1 BC.

    >>> year_value(894), year_value(-659)
    ('0894', '-0659')
    """
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def interval(first: str, last: str) -> str:
    """Join two EDTF values, which may be intervals themselves, from the first one's start to the last one's end.

    Seasons and X, which level 1 does not have in intervals, become the months and years that they are.

    >>> interval("2014-10-01/2014-10-10", "2014-11-05")
    '2014-10-01/2014-11-05'
    >>> interval("2015-22", "2015-23"), interval("199X", "200X"), interval("1955~", "1960")
    ('2015-06/2015-11', '1990/2009', '1955~/1960')
    """
    return f"{_end_of_interval(first, last=False)}/{_end_of_interval(last, last=True)}"


def _end_of_interval(edtf: str, *, last: bool) -> str:
    first_part, _, last_part = edtf.partition("/")
    part = (last_part or first_part) if last else first_part
    unsure = part[-1:] if part.endswith("~") else ""
    part = part.removesuffix("~").replace("X", "9" if last else "0")
    if _is_season(part):
        year, _, month = part.rpartition("-")
        ends = _SEASON_MONTHS[int(month)]
        in_next_year = last and ends[1] < ends[0]
        part = f"{year_value(int(year) + in_next_year)}-{ends[last]:02}"
    return part + unsure


def open_after(edtf: str) -> str:
    """Return the interval that begins with a value and has no end: 以降, 〜.

    >>> open_after("1945-08"), open_after("2015-22")
    ('1945-08/..', '2015-06/..')
    """
    return f"{_end_of_interval(edtf, last=False)}/.."


def open_before(edtf: str) -> str:
    """Return the interval that ends with a value and has no beginning: 以前.

    >>> open_before("1650"), open_before("2012-02-21/2012-02-29")
    ('../1650', '../2012-02-29')
    """
    return f"../{_end_of_interval(edtf, last=True)}"


def months(year: int, month: int, count: int) -> str:
    """Return the interval of whole months that starts with this one.

    >>> months(2019, 4, 12)
    '2019-04/2020-03'
    """
    last = year * 12 + month + count - 2
    return f"{year_value(year)}-{month:02}/{year_value(last // 12)}-{last % 12 + 1:02}"


def unsure(edtf: str) -> str:
    """Return the value as one that is near: 頃, ごろ, 前後. Level 1 has no such seasons: they stay as vague as they are.

    >>> unsure("1955"), unsure("2008-09-01/2008-09-10"), unsure("2015-21")
    ('1955~', '2008-09-01~/2008-09-10~', '2015-21')
    """
    if _is_season(edtf):
        return edtf
    return "/".join(
        part if part == ".." or part.endswith("~") else f"{part}~" for part in edtf.split("/")
    )


def _is_season(edtf: str) -> bool:
    year, _, month = edtf.rpartition("-")
    return year.isdigit() and month.isdigit() and int(month) in _SEASON_MONTHS


@lru_cache(maxsize=1024)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that an EDTF value covers; None for an open end or one without a year.

    Raises:
        ValueError: a bound lies before the year 1, where the days of this library end.
        UnreadableDate: the text is no EDTF value that is known here, or no such day was; it is a ValueError too.

    >>> bounds("2014-10")
    (datetime.date(2014, 10, 1), datetime.date(2014, 10, 31))
    >>> bounds("2012-24"), bounds("1990/..")[1]
    ((datetime.date(2012, 12, 1), datetime.date(2013, 2, 28)), None)
    """
    first, last = first_and_last(edtf)
    for day in (first, last):
        if day and day[0] < 1:
            raise ValueError(f"{edtf!r} lies before the year 1: it has no days here")
    try:
        return first and date(*first), last and date(*last)
    except ValueError as error:
        raise UnreadableDate("no such day: {edtf!r}", edtf=edtf) from error


@lru_cache(maxsize=1024)
def first_and_last(edtf: str) -> tuple[Day | None, Day | None]:
    """Return what :func:`bounds` does as numbers, of any year.

    >>> first_and_last("-0659"), first_and_last("../1650~")
    (((-659, 1, 1), (-659, 12, 31)), (None, (1650, 12, 31)))
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(first)
    return _days(first)[0], _days(last)[1]


@cache
def _value() -> re.Pattern[str]:
    return re.compile(
        r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?[~?%]?"
    )


def _days(edtf: str) -> tuple[Day | None, Day | None]:
    if edtf in ("", "..") or edtf.startswith("XXXX"):
        return None, None
    match = _value().fullmatch(edtf)
    if not match:
        raise UnreadableDate("not an EDTF value that is known here: {edtf!r}", edtf=edtf)
    years, month, day = match["year"], int(match["month"] or 0), int(match["day"] or 0)
    start, end = int(years.replace("X", "0")), int(years.replace("X", "9"))
    first_month, last_month = _SEASON_MONTHS.get(month) or (month or 1, month or 12)
    is_zero = "00" in (match["month"], match["day"])
    if is_zero or first_month > 12 or day > length(start, first_month):
        raise UnreadableDate("no such day: {edtf!r}", edtf=edtf)
    end += last_month < first_month
    return (start, first_month, day or 1), (end, last_month, day or length(end, last_month))
