"""EDTF values (ISO 8601-2 level 1): how they are written, and which days they cover."""

import re
from datetime import date
from functools import cache, lru_cache

from kaidan.errors import UnreadableDate

LATEST = 9999
"""The last year that a date can have."""
SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def length(year: int, month: int) -> int:
    """Return the number of days of a month of the Gregorian calendar.

    >>> length(1900, 2), length(2000, 2), length(2014, 10)
    (28, 29, 31)
    """
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _LENGTHS[month - 1]


def interval(first: str, last: str) -> str:
    """Join two EDTF values, which may be intervals themselves, from the first one's start to the last one's end.

    >>> interval("2014-10-01/2014-10-10", "2014-11-05")
    '2014-10-01/2014-11-05'
    """
    return (
        f"{first.partition('/')[0].replace('X', '0')}/{last.rpartition('/')[2].replace('X', '9')}"
    )


def months(year: int, month: int, count: int) -> str:
    """Return the interval of whole months that starts with this one.

    >>> months(2019, 4, 12)
    '2019-04/2020-03'
    """
    last = year * 12 + month + count - 2
    return f"{year:04}-{month:02}/{last // 12:04}-{last % 12 + 1:02}"


@lru_cache(maxsize=1024)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that an EDTF value covers; None for an open end or one without a year.

    >>> bounds("2014-10")
    (datetime.date(2014, 10, 1), datetime.date(2014, 10, 31))
    >>> bounds("2012-24"), bounds("199X/..")[1]
    ((datetime.date(2012, 12, 1), datetime.date(2013, 2, 28)), None)
    """
    is_day = edtf[7:8] == "-"
    try:
        day = date.fromisoformat(edtf if is_day else f"{edtf}-01")
    except ValueError:  # no day and no month
        first, slash, last = edtf.partition("/")
        start, end = _days(first)
        return (start, _days(last)[1]) if slash else (start, end)
    return day, day if is_day else day.replace(day=length(day.year, day.month))


@cache
def _value() -> re.Pattern[str]:
    return re.compile(r"([0-9]{3}X|[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _days(edtf: str) -> tuple[date | None, date | None]:
    if edtf in ("", "..") or edtf.startswith("XXXX"):
        return None, None
    match = _value().fullmatch(edtf)
    if not match:
        raise UnreadableDate(f"not an EDTF value that is known here: {edtf!r}")
    years, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    try:
        return _first_and_last(
            int(years.replace("X", "0")), int(years.replace("X", "9")), month, day
        )
    except ValueError as error:
        raise UnreadableDate(f"no such day: {edtf!r}") from error


def _first_and_last(year: int, last_year: int, month: int, day: int) -> tuple[date, date]:
    if day:
        return date(year, month, day), date(year, month, day)
    if not month:
        return date(year, 1, 1), date(last_year, 12, 31)
    start, end = _SEASON_MONTHS.get(month, (month, month))
    last_year += end < start
    return date(year, start, 1), date(last_year, end, length(last_year, end))
