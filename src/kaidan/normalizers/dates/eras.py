"""Imperial eras: which Gregorian year, month or day a date of an era is, and what is odd about it."""

from datetime import date, timedelta
from functools import cache

from kaidan.data import table
from kaidan.lexicon.eras import Era, eras_by_word, modern_eras

FIRST_READ = 1392
"""Eras that began later are read."""
GREGORIAN_SINCE = 1873
"""The first year of the Gregorian calendar in Japan; what an era says of a month or day before it is lunisolar."""


@cache
def eras() -> dict[str, Era]:
    """Return the eras since 明治 by name, by kanji, by Latin letter and by square sign.

    >>> eras()["平"].name, eras()["㍻"].name, eras()["H"].name
    ('平成', '平成', '平成')
    """
    return {word: era for word, era in eras_by_word().items() if era.is_modern}


@cache
def each_era() -> tuple[Era, ...]:
    """Return the eras since 明治, each once."""
    return modern_eras()


@cache
def old_eras() -> dict[str, tuple[int, int]]:
    """Return the eras before 明治, by name: the Gregorian years in which the first and the last lunisolar year began."""
    return {
        word: (era.first_year, era.last_year or era.first_year)
        for word, era in eras_by_word().items()
        if not era.is_modern and era.first_year > FIRST_READ
    }


def year_of(era: Era, number: int) -> int:
    """Return the Gregorian year in which the year of an era began: 平成26年 is 2014."""
    return era.first_year + number - 1


def oddities(era: Era, first: date, last: date) -> tuple[str, ...]:
    """Say whether the days from ``first`` to ``last`` lie wholly before or after the era."""
    if era.first_day and last < era.first_day:
        return ("before-era-start",)
    if era.last_day and first > era.last_day:
        return ("past-era-end",)
    return ()


@cache
def _months() -> dict[tuple[int, int, bool], tuple[date, date]]:
    rows = [
        ((int(r["year"]), int(r["month"]), bool(r["leap"])), date.fromisoformat(r["first"]))
        for r in table("lunisolar")
    ]
    nexts = [first for _, first in rows[1:]] + [date(GREGORIAN_SINCE, 1, 1)]
    return {
        key: (first, following - timedelta(days=1))
        for (key, first), following in zip(rows, nexts, strict=True)
    }


def lunisolar_month(year: int, month: int, *, leap: bool = False) -> tuple[date, date] | None:
    """Return the first and last Gregorian day of a month of 明治元年 to 5年, or None where there was no such month.

    >>> lunisolar_month(5, 12)
    (datetime.date(1872, 12, 30), datetime.date(1872, 12, 31))
    """
    return _months().get((year, month, leap))
