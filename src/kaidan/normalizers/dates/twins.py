"""One day in two calendars: 明治4年9月2日(1871年10月15日), 1855年2月7日（安政元年12月21日）."""

import re
from datetime import date
from functools import cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates.grammar import IN_KANJI, SPACE
from kaidan.normalizers.dates.values import UNPLACED, Value
from kaidan.text.numerals import number

_ITALY_CHANGED = "1582-10-15"
"""The first day of the Gregorian calendar: western days before it are mostly Julian ones."""
_JULIAN_DAY_OF_ORDINAL = 1_721_425
"""The Julian day number of a day is its ordinal and this."""


@cache
def opening() -> re.Pattern[str]:
    """Return the pattern of what leads from a date to the same day in the other calendar."""
    calendar = any_of(spelled("calendars", "western", "lunisolar", "Gregorian", "unknown"))
    return re.compile(
        rf"{SPACE}\({SPACE}(?P<calendar>{calendar})?{SPACE}(?:では)?(?=[^\0]{{1,40}}[日年]{SPACE}\))"
    )


@cache
def closing() -> re.Pattern[str]:
    """Return the pattern of the bracket's end."""
    return re.compile(rf"{SPACE}\)")


def western_year_of(first: Value) -> Value:
    """Return the western year in which a lunisolar day lies: a day in brackets behind it may be of that one, (新暦2月13日)."""
    if not first.lunisolar or first.precision != "day" or not first.edtf:
        return UNPLACED
    return Value(None, year=int(first.edtf[:4]))


def one_day(first: Value, second: Value) -> Value | None:
    """Join a date and the one in brackets behind it, if one counts by an era and the other does not; None if they are two dates.

    A western date beside a lunisolar one places it; before 1582-10-15 it may be a Julian one, and the Gregorian day is the value. Where
    the two name different days nobody knows which is meant.
    """
    counted, western = (first, second) if first.era else (second, first)
    if not counted.era or western.era or western.precision != "day":
        return None
    if counted.precision not in ("day", "year", None):
        return None
    is_lunisolar = "lunisolar" in counted.flags
    if not is_lunisolar and counted.precision != "day":
        return None
    if counted.edtf and not _agree(counted.edtf, western.edtf or ""):
        return Value(None, None, ("calendars-disagree",), counted.era)
    value = counted.edtf if counted.precision == "day" else western.edtf
    return Value(
        value,
        "day",
        tuple(dict.fromkeys(counted.flags + western.flags)),
        counted.era,
    ).lending_as(counted if counted.lunisolar and first is counted else western)


@cache
def _month_and_day() -> re.Pattern[str]:
    return re.compile(rf"(?P<month>{IN_KANJI}) ?月 ?(?P<day>{IN_KANJI}) ?日")


def day_beside(words: str, second: Value) -> Value | None:
    """Return the day of a Gregorian month and day that a lunisolar day stands beside: 8月27日(嘉永6年7月23日); None if they are none."""
    if not second.lunisolar or not second.era or second.precision != "day" or not second.edtf:
        return None
    told = _month_and_day().fullmatch(words)
    if not told:
        return None
    month, day = number(told["month"]) or 0, number(told["day"]) or 0
    if not second.edtf.endswith(f"-{month:02}-{day:02}"):
        return Value(None, None, ("calendars-disagree",), second.era)
    year = int(second.edtf[:4])
    return Value(second.edtf, "day", second.flags, second.era, year=year, month=month, day=day)


def is_year_of(first: Value, second: Value) -> bool:
    """Say whether a year in brackets is that of the date before it, in the other calendar: 1575年5月21日(天正3年)."""
    if second.precision != "year" or first.precision not in ("day", "month"):
        return False
    if not first.edtf or not second.year or (first.era and second.era):
        return False
    if not (first.era or second.era):  # 翌年4月(1945年)
        return first.year == second.year and not first.lunisolar
    of_first = {first.year, int(first.edtf[:4])}  # a lunisolar year ends in the next western one
    return second.year in of_first or (second.lunisolar and second.year + 1 in of_first)


@cache
def _years_of_era() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}\({SPACE}(?P<era>[^\n-~]{{2,4}})年間{SPACE}\)")


def end_with_era(text: str, end: int, first: Value) -> int:
    """Return where a range of years ends, with the era in brackets whose years they are: 810年〜823年(弘仁年間)."""
    found = _years_of_era().match(text, end)
    era = eras_by_word().get(found["era"]) if found else None
    if not found or not era or not first.edtf or first.precision != "year":
        return end
    is_same = "/" in first.edtf and abs(int(first.edtf[:4]) - era.first_year) <= 1
    return found.end() if is_same else end


def _agree(counted: str, western: str) -> bool:
    first, is_late, last = counted.partition("/")
    if is_late:  # a month of which it is not known in which of two years it lies
        return first <= western[: len(first)] <= last
    if western.startswith(counted):
        return True
    return western < _ITALY_CHANGED and gregorian_of_julian(western) == counted


def gregorian_of_julian(day: str) -> str | None:
    """Return the Gregorian day that a Julian one was.

    >>> gregorian_of_julian("1573-07-28"), gregorian_of_julian("1573")
    ('1573-08-07', None)
    """
    try:
        year, month, number = map(int, day.split("-"))
    except ValueError:
        return None
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    days = number + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    try:
        return date.fromordinal(days - _JULIAN_DAY_OF_ORDINAL).isoformat()
    except ValueError:
        return None
