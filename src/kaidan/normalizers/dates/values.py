"""The value of a year, a month or a day whose numbers are known: EDTF, precision, and what is odd about it."""

from datetime import date, timedelta
from functools import lru_cache

from kaidan.normalizers.dates import edtf
from kaidan.normalizers.dates.eras import eras, lunisolar_month, oddities
from kaidan.normalizers.dates.known import UNPLACED, Reading
from kaidan.normalizers.dates.years import Year
from kaidan.text.numerals import number

_THIRDS = {"上旬": (1, 10), "初旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
WEEKDAYS = "月火水木金土日"


_TWO = tuple(f"{count:02}" for count in range(32))


def on(day: date) -> Reading:
    """Return the reading of a day."""
    return Reading(day.isoformat(), "day", (), None, day.year, day.month, day.day)


@lru_cache(maxsize=1024)
def on_day(year: Year, month: int, day: int, weekday: str = "", *, leap: bool = False) -> Reading:
    """Return the reading of a day by its numbers, or UNPLACED where there never was such a day; ``weekday`` is what the text gives it."""
    if year.lunar:
        return _lunar(year, month, day, leap=leap)
    there = year.gregorian
    if leap or not 1 <= month <= 12 or not 1 <= day <= edtf.length(there, month):
        return UNPLACED
    value = f"{there}-{_TWO[month]}-{_TWO[day]}"
    flags = _flags(year, value) if year.edge else year.flags
    if weekday and WEEKDAYS[date(there, month, day).weekday()] != weekday:
        flags = (*flags, "weekday-disagrees")
    return Reading(value, "day", flags, year.era, there, month, day, year.style)


@lru_cache(maxsize=1024)
def of_month(year: Year, month: int, part: str = "", *, leap: bool = False) -> Reading:
    """Return the reading of a month, or of its first, second or third ten days."""
    if year.lunar:
        return _lunar(year, month, None, leap=leap)
    if leap:
        return UNPLACED
    value = f"{year.gregorian}-{_TWO[month]}"
    precision = "month"
    if part and part in _THIRDS:
        first, last = _THIRDS[part]
        value, precision = (
            f"{value}-{first:02}/{value}-{min(last, edtf.length(year.gregorian, month)):02}",
            "day",
        )
    return _coarse(value, precision, year, month)


@lru_cache(maxsize=1024)
def of_year(year: Year, span: str | None, part: str | None) -> Reading | None:
    """Return the reading of a year (``span`` None), a fiscal year (度) or a decade (代), or of a part of it."""
    number_ = year.gregorian
    if span == "代":
        return _decade(year)
    start = 4 if span == "度" else 1
    if part and part[0] in edtf.SEASONS:
        return _coarse(f"{number_:04}-{edtf.SEASONS[part[0]]}", "season", year)
    if part and part.endswith("四半期"):
        quarter = number(part.replace("第", "").replace("四半期", "").strip()) or 4
        return _coarse(edtf.months(number_, start + 3 * (quarter - 1), 3), "month", year)
    if part and part[0] in "上下" and part.endswith("期"):
        return _coarse(edtf.months(number_, start + 6 * (part[0] == "下"), 6), "month", year)
    if span == "度":
        return _coarse(edtf.months(number_, 4, 12), "month", year)
    return _coarse(str(number_), "year", year)


def _decade(year: Year) -> Reading | None:
    if year.era:
        if year.era[1] % 10:
            return None
        return _coarse(f"{year.gregorian:04}/{year.gregorian + 9:04}", "year", year)
    return None if year.gregorian % 10 else _coarse(f"{year.gregorian // 10:03}X", "decade", year)


def _coarse(value: str, precision: str, year: Year, month: int | None = None) -> Reading:
    flags = _flags(year, value) if year.edge else year.flags
    return Reading(value, precision, flags, year.era, year.gregorian, month, None, year.style)


def _flags(year: Year, value: str) -> tuple[str, ...]:
    first, last = edtf.bounds(value)
    return (
        (*year.flags, *oddities(eras()[year.style or ""], first, last))
        if first and last
        else year.flags
    )


def last_day(year: Year, month: int, *, leap: bool = False) -> int:
    """Return the number of days of a month, which may be lunisolar."""
    if year.lunar:
        span = year.era and lunisolar_month(year.era[1], month, leap=leap)
        return (span[1] - span[0]).days + 1 if span else 30
    return edtf.length(year.gregorian, month)


def _lunar(year: Year, month: int, day: int | None, *, leap: bool) -> Reading:
    """Convert a day, or a whole month, of 明治元年 to 5年; of an older era the year at most can be told.

    Up to its tenth month a lunisolar year lies within the western one: the winter solstice is in the eleventh.
    """
    era, known = year.era, (year.gregorian, month, day, year.style)
    if era and era[0] == "明治":
        span = lunisolar_month(era[1], month, leap=leap)
        if not span or (day is not None and not 1 <= day <= (span[1] - span[0]).days + 1):
            return Reading(None, None, ("lunisolar",), era)
        if day is None:
            return Reading(f"{span[0]}/{span[1]}", "day", ("lunisolar",), era, *known)
        there = span[0] + timedelta(days=day - 1)
        return Reading(
            there.isoformat(),
            "day",
            ("lunisolar",),
            era,
            there.year,
            there.month,
            there.day,
            year.style,
        )
    if not 1 <= month <= 10 or not 1 <= (day or 1) <= 30:
        return Reading(None, None, ("lunisolar",), era)
    return Reading(f"{year.gregorian:04}", "year", ("lunisolar",), era, *known)
