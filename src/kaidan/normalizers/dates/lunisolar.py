"""The lunisolar calendar of Japan, 1000 to 1872: which Gregorian days a month of it was, and the way back."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from kaidan.data import rows

GREGORIAN_SINCE = 1873
"""The first year of the Gregorian calendar in Japan; what an era says of a month or day before it is lunisolar."""
WITHIN_WESTERN_YEAR = 10
"""Up to its tenth month a lunisolar year lies within the western one: the winter solstice is in the eleventh."""
_LENGTHS = {"O": 30, "o": 29, "x": 2}  # 明治5年12月 had two days


class LunisolarMonth(NamedTuple):
    """A month: the western year in which its year began, its number, whether it is a leap month, its first day and its length."""

    year: int
    month: int
    leap: bool
    first: date
    length: int

    @property
    def last(self) -> date:
        """Return its last day."""
        return self.first + timedelta(days=self.length - 1)


class LunisolarDay(NamedTuple):
    """A day by its numbers in the lunisolar calendar."""

    year: int
    month: int
    leap: bool
    day: int


@cache
def _years() -> dict[int, tuple[str, str, str]]:
    """Return first day, leap month and lengths of each year as they are written; few are ever asked for."""
    _header, *cells = rows("lunisolar")
    return {int(year): (first, leap, lengths) for year, first, leap, lengths, _source in cells}


@cache
def months_of_year(year: int) -> tuple[LunisolarMonth, ...]:
    """Return the months of a year in order; none where the table has no such year.

    >>> [month.month for month in months_of_year(1868)]
    [1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    """
    if year not in _years():
        return ()
    first_day, leap_month, lengths = _years()[year]
    first, number, months = date.fromisoformat(first_day), 0, list[LunisolarMonth]()
    for sign in lengths:
        leap = bool(leap_month) and number == int(leap_month) and not months[-1].leap
        number += not leap
        months.append(LunisolarMonth(year, number, leap, first, _LENGTHS[sign]))
        first += timedelta(days=_LENGTHS[sign])
    return tuple(months)


def find_month(year: int, month: int, *, leap: bool = False) -> LunisolarMonth | None:
    """Return a month, or None where there was no such month or the table does not reach.

    >>> find_month(1872, 12).first, find_month(1872, 12).last
    (datetime.date(1872, 12, 30), datetime.date(1872, 12, 31))
    """
    found = (one for one in months_of_year(year) if one.month == month and one.leap == leap)
    return next(found, None)


def gregorian_day(day: LunisolarDay) -> date | None:
    """Return the Gregorian day, or None where there was no such day.

    >>> gregorian_day(LunisolarDay(1702, 12, False, 14))
    datetime.date(1703, 1, 30)
    """
    month = find_month(day.year, day.month, leap=day.leap)
    if not month or not 1 <= day.day <= month.length:
        return None
    return month.first + timedelta(days=day.day - 1)


def lunisolar_day(day: date) -> LunisolarDay | None:
    """Return the numbers of a Gregorian day in the lunisolar calendar, or None where the table does not reach.

    >>> lunisolar_day(date(1703, 1, 30))
    LunisolarDay(year=1702, month=12, leap=False, day=14)
    """
    for year in (day.year, day.year - 1):
        months = months_of_year(year)
        if months and months[0].first <= day <= months[-1].last:
            month = months[bisect_right([one.first for one in months], day) - 1]
            return LunisolarDay(year, month.month, month.leap, (day - month.first).days + 1)
    return None
