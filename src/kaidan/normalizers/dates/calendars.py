"""From the numbers of a year, a month or a day to their value: EDTF, precision, and what is odd about it."""

from datetime import date, timedelta
from functools import lru_cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.lexicon.words import meanings
from kaidan.normalizers.dates import edtf
from kaidan.normalizers.dates.grammar import WEEKDAYS
from kaidan.normalizers.dates.lunisolar import (
    WITHIN_WESTERN_YEAR,
    LunisolarDay,
    find_month,
    gregorian_day,
    lunisolar_day,
)
from kaidan.normalizers.dates.values import UNPLACED, Value, Year
from kaidan.text.numerals import number

_LAST_MONTH = 12
_CENTURIES_UNTIL = 1900
"""Before it 1700年代 are a hundred years; 2000年代 are mostly ten."""
_TWO = tuple(f"{count:02}" for count in range(32))


def weekday_of(day: date) -> str:
    """Return the weekday of a day: 月, 火 and so on."""
    return WEEKDAYS[day.weekday()]


def value_on(day: date, counted_in: str | None = None) -> Value:
    """Return the value of a Gregorian day; ``counted_in`` is the era in which the text goes on counting."""
    return Value(
        day.isoformat(),
        "day",
        year=day.year,
        month=day.month,
        day=day.day,
        counted_in=counted_in,
    )


@lru_cache(maxsize=1024)
def value_of_day(
    year: Year, month: int, day: int, weekday: str = "", *, leap: bool = False
) -> Value:
    """Return the value of a day by its numbers, or UNPLACED where there never was such a day.

    ``weekday`` is what the text gives it; ``leap`` says that its month is a leap month of the lunisolar calendar.
    """
    if year.lunisolar:
        return _value_of_lunisolar_day(year, month, day, leap=leap)
    if leap or not 1 <= month <= 12 or not 1 <= day <= edtf.length(year.number, month):
        return UNPLACED
    value = f"{edtf.year_value(year.number)}-{_TWO[month]}-{_TWO[day]}"
    flags = _flags_of(year, value) if year.may_overrun else year.flags
    if weekday and year.number > 0 and weekday != weekday_of(date(year.number, month, day)):
        flags = (*flags, "weekday-disagrees")
    return Value(
        value,
        "day",
        flags,
        year.era,
        year=year.number,
        month=month,
        day=day,
        counted_in=year.counted_in,
    )


@lru_cache(maxsize=1024)
def value_of_month(year: Year, month: int, part: str = "", *, leap: bool = False) -> Value:
    """Return the value of a month, or of a part of it: 10月上旬."""
    if not 1 <= month <= 12:
        return UNPLACED
    if year.lunisolar:
        return _value_of_lunisolar_month(year, month, part, leap=leap)
    if leap:
        return UNPLACED
    value, precision = f"{edtf.year_value(year.number)}-{_TWO[month]}", "month"
    if days := _span_of_part("part of month", part):
        last = min(days[1], edtf.length(year.number, month))
        value, precision = f"{value}-{_TWO[days[0]]}/{value}-{_TWO[last]}", "day"
    return _coarse(value, precision, year, month)


@lru_cache(maxsize=1024)
def value_of_year(year: Year, part: str = "", *, fiscal: bool = False) -> Value:
    """Return the value of a year or a ``fiscal`` year (年度), or of a part of it: 2014年上半期, 平成26年度第1四半期, 2012年夏."""
    first_month = 4 if fiscal else 1
    if year.lunisolar and part not in meanings("parts", "season"):
        part = ""  # the halves of a lunisolar year are not those of a western one
    if season := meanings("parts", "season").get(part):
        return _coarse(f"{edtf.year_value(year.number)}-{season}", "season", year)
    if part.endswith("四半期"):
        quarter = number(part.replace("第", "").replace("四半期", "").strip()) or 4
        months = (3 * quarter - 2, 3 * quarter)
    else:
        months = _span_of_part("part of year", part) or (1, 12)
    if months == (1, 12) and not fiscal:
        return _coarse(edtf.year_value(year.number), "year", year)
    span = edtf.months(year.number, first_month + months[0] - 1, months[1] - months[0] + 1)
    return _coarse(span, "month", year, fiscal=fiscal)


def value_of_fiscal_year_to(year: Year, month: int) -> Value:
    """Return the value of the twelve months that end with one: 平成29年3月期."""
    first = year.number * 12 + month - 12
    return _coarse(edtf.months(first // 12, first % 12 + 1, 12), "month", year)


@lru_cache(maxsize=1024)
def value_of_decade(year: Year, part: str = "") -> Value | None:
    """Return the value of the ten years that begin with this one, or of a part of them; None where no decade begins there.

    >>> value_of_decade(Year(1990)).edtf, value_of_decade(Year(1990), "前半").edtf
    ('199X', '1990/1994')
    >>> value_of_decade(Year(-199)).edtf  # 紀元前200年代 begins with 紀元前209年
    '-0208/-0199'
    >>> value_of_decade(Year(1700)).edtf
    '17XX'
    """
    is_counted_back = year.number <= 0 and (1 - year.number) % 10 == 0
    counted = year.era[1] if year.era else year.number
    if counted % 10 and not is_counted_back:
        return None
    first = year.number - 9 * is_counted_back
    if not year.era and first % 100 == 0 and 0 < first < _CENTURIES_UNTIL:
        return _value_of_hundred_years(year, part)
    if years := _span_of_part("part of decade", part):
        return _coarse(_years(first + years[0], first + years[1]), "year", year)
    if year.era or year.number <= 0:
        return _coarse(_years(first, first + 9), "year", year)
    return _coarse(f"{year.number // 10:03}X", "decade", year)


def _value_of_hundred_years(year: Year, part: str) -> Value:
    """Return the value of a hundred years, or of a part of them: 1700年代, 1800年代前半."""
    if years := _span_of_part("part of century", part):
        return _coarse(_years(year.number + years[0] - 1, year.number + years[1] - 1), "year", year)
    return _coarse(f"{year.number // 100:02}XX", "century", year)


def value_of_century(first: int, last: int, part: str = "") -> Value:
    """Return the value of centuries, or of a part of one: 17～18世紀, 19世紀後半. Centuries before Christ are negative.

    >>> value_of_century(19, 19, "後半").edtf, value_of_century(-4, -4).edtf
    ('1851/1900', '-0399/-0300')
    """
    start = first * 100 - 99 if first > 0 else first * 100 + 1
    end = last * 100 if last > 0 else last * 100 + 100
    years = _span_of_part("part of century", part)
    if years and first == last and first > 0:
        start, end = start + years[0] - 1, start + years[1] - 1
    return Value(_years(start, end), "century")


def last_day_of(year: Year, month: int, *, leap: bool = False) -> int:
    """Return the number of days of a month, which may be lunisolar."""
    if not year.lunisolar:
        return edtf.length(year.number, month)
    found = find_month(year.number, month, leap=leap)
    return found.length if found else 30


def days_later(value: Value, count: int) -> Value:
    """Return the value of a day so many days behind or ahead of another, in the same calendar: 翌日, 前日."""
    if not (value.year and value.month and value.day):
        return UNPLACED
    if not value.lunisolar:
        try:
            there = date(value.year, value.month, value.day) + timedelta(days=count)
            return value_on(there, value.counted_in)
        except (ValueError, OverflowError):
            return UNPLACED
    start = gregorian_day(LunisolarDay(value.year, value.month, value.leap, value.day))
    if not start:
        return UNPLACED
    day = lunisolar_day(start + timedelta(days=count))
    if not day:  # 明治6年1月1日 is the day behind 5年12月2日
        return value_on(start + timedelta(days=count))
    return value_of_day(year_moved(value, day.year - value.year), day.month, day.day, leap=day.leap)


def year_moved(value: Value, count: int) -> Year:
    """Return the lunisolar year so many years behind or ahead of a value's."""
    era = value.era and (value.era[0], value.era[1] + count)
    number_of_year = (value.year or 0) + count
    return Year(number_of_year, era, ("lunisolar",), lunisolar=True, counted_in=value.counted_in)


def _span_of_part(kind: str, part: str) -> tuple[int, int] | None:
    """Return the first and last unit of a part; None where it says no more than the whole."""
    meaning = meanings("parts", kind).get(part, "whole") if part else "whole"
    if meaning == "whole":
        return None
    first, _, last = meaning.partition("-")
    return int(first), int(last)


def _years(first: int, last: int) -> str:
    return f"{edtf.year_value(first)}/{edtf.year_value(last)}"


def _coarse(
    value: str, precision: str, year: Year, month: int | None = None, *, fiscal: bool = False
) -> Value:
    return Value(
        value,
        precision,
        _flags_of(year, value) if year.may_overrun else year.flags,
        year.era,
        year=year.number,
        month=month,
        counted_in=year.counted_in,
        lunisolar=year.lunisolar,
        fiscal=fiscal,
    )


def _flags_of(year: Year, value: str) -> tuple[str, ...]:
    """Return the flags of a year, and whether the days of the value lie wholly before or after its era."""
    era = eras_by_word()[year.era[0] if year.era else year.counted_in or ""]
    first, last = edtf.bounds(value)
    if last and era.first_day and last < era.first_day:
        return (*year.flags, "before-era-start")
    if first and era.last_day and first > era.last_day:
        return (*year.flags, "past-era-end")
    return year.flags


def _value_of_lunisolar_day(year: Year, month: int, day: int, *, leap: bool) -> Value:
    there = gregorian_day(LunisolarDay(year.number, month, leap, day))
    if there is None:
        return _year_of_lunisolar_date(year, month, day, leap=leap)
    return Value(
        there.isoformat(),
        "day",
        ("lunisolar",),
        year.era,
        year=year.number,
        month=month,
        day=day,
        counted_in=year.counted_in,
        lunisolar=True,
        leap=leap,
    )


def _value_of_lunisolar_month(year: Year, month: int, part: str, *, leap: bool) -> Value:
    found = find_month(year.number, month, leap=leap)
    if not found:
        return _year_of_lunisolar_date(year, month, None, leap=leap)
    first, last = found.first, found.last
    if days := _span_of_part("part of month", part):
        first, last = (
            found.first + timedelta(days=days[0] - 1),
            found.first + timedelta(days=min(days[1], found.length) - 1),
        )
    return Value(
        f"{first}/{last}",
        "day",
        ("lunisolar",),
        year.era,
        year=year.number,
        month=month,
        counted_in=year.counted_in,
        lunisolar=True,
        leap=leap,
    )


def _year_of_lunisolar_date(year: Year, month: int, day: int | None, *, leap: bool) -> Value:
    """Return the year of a date for which there is no table; no value where the table has no such day.

    The last months of a lunisolar year may lie in the next western one: 長保元年十一月 is of 999 or 1000.
    """
    is_day = 1 <= month <= _LAST_MONTH and 1 <= (day or 1) <= 30
    if find_month(year.number, 1) or leap or not is_day:
        return Value(None, None, ("lunisolar",), year.era)
    is_late = month > WITHIN_WESTERN_YEAR
    return Value(
        _years(year.number, year.number + 1) if is_late else edtf.year_value(year.number),
        "year",
        ("lunisolar",),
        year.era,
        year=year.number,
        month=month,
        day=day,
        counted_in=year.counted_in,
        lunisolar=True,
    )
