"""From a match of the grammar to what it says."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from kaidan.normalizers.dates import cues, edtf, years
from kaidan.normalizers.dates.edtf import SEASONS, Value
from kaidan.normalizers.dates.eras import GREGORIAN_SINCE, eras, lunisolar_month, oddities
from kaidan.normalizers.dates.known import UNPLACED, Known, Lender, Reading
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.words import DAY_WORDS, MONTH_WORDS, WEEK_WORDS
from kaidan.normalizers.dates.years import Year

_WEEKDAYS = "月火水木金土日"
_THIRDS = {"上旬": (1, 10), "初旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


def read_calendar(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read a match of :func:`grammar.calendar`; None where it is no date."""
    has_year, has_month, has_day = _slots(m)
    if not (has_year or has_month or has_day) or _is_none(m, lender):
        return None
    year = years.read(m, lender) if has_year else None
    if has_year and not year:
        return UNPLACED if m["era"] or has_month or m["year_word"] else None
    if not has_year and not has_month:
        return _day_alone(m, lender)
    if not year:
        base = lender.base("text") if m["month_word"] in ("同月", "翌月", "前月") else lender.default("year")
        if not base.year:
            return UNPLACED if has_day else None
        year = Year(base.year)
    month = None
    if has_month:
        shifted = _month(m, lender, year)
        if not shifted:
            return UNPLACED
        year, month = shifted
    if has_day:
        return _day(m, year, month)
    return _coarse(m, year, month, lender)


def _slots(m: re.Match[str]) -> tuple[bool, bool, bool]:
    year = m["era"] or m["year"] or m["same_year"] or m["year_word"] or m["season_mark"]
    return bool(year), bool(m["month"] or m["month_word"]), bool(m["day"] or m["day_word"])


def _is_none(m: re.Match[str], lender: Lender) -> bool:
    """Say whether the words around the match make it no date."""
    first = next(name for name in ("era", "same_year", "year", "year_word", "season_mark", "month", "month_word", "day", "day_word") if m[name])
    text, start, end = m.string, m.start(first), m.end()
    if first in ("year_word", "month_word", "day_word"):
        return cues.inside_a_word(text, start, m.end(first), m[first])
    if first in ("year", "month", "day") and not lender.joined:
        unit = first
        if m["day"]:
            return bool(cues.counts(text, start, end, "day")) if unit == "day" else bool(cues.before(text, start))
        if m["month"]:
            return cues.counts(text, start, end, "month")
        return cues.counts(text, start, end, "year")
    return text.startswith("間", end)


def _month(m: re.Match[str], lender: Lender, year: Year) -> tuple[Year, int] | None:
    if m["month_word"]:
        base, step = MONTH_WORDS[m["month_word"]]
        known = lender.base(base)
        if not known.year or not known.month:
            return None
        count = known.year * 12 + known.month - 1 + step
        return Year(count // 12), count % 12 + 1
    month = number(m["month"])
    if month is None or not 1 <= month <= 12:
        return None
    if lender.joined and not (m["era"] or m["year"] or m["year_word"] or m["same_year"]) and lender.named.month and month < lender.named.month:
        year = year._replace(gregorian=year.gregorian + 1, era=None)
    return year, month


def _day(m: re.Match[str], year: Year, month: int | None) -> Reading:
    if m["day_word"] in ("元日", "元旦") and not month:
        month, day = 1, 1
    elif m["day_word"] or not month:
        return UNPLACED
    else:
        day = number(m["day"]) or 0
    if year.lunar:
        return _lunar(year, month, day, leap=bool(m["leap"]))
    if not edtf.is_day(year.gregorian, month, day):
        return UNPLACED
    return on(date(year.gregorian, month, day), year, m["weekday"] or m["weekday_name"])


def on(day: date, year: Year, weekday: str | None = None) -> Reading:
    """Return the reading of a day."""
    flags = (*year.flags, *_era_flags(year, day.isoformat()))
    if weekday and _WEEKDAYS[day.weekday()] != weekday:
        flags = (*flags, "weekday-disagrees")
    return Reading(day.isoformat(), "day", flags, year.era, Known(day.year, day.month, day.day, _name(year)))


def _lunar(year: Year, month: int, day: int, *, leap: bool) -> Reading:
    """Convert a day or a month (``day`` 0) of 明治元年 to 5年; of an older era only the year can be given."""
    span = lunisolar_month(year.era[1], month, leap=leap) if year.era and year.era[0] == "明治" else None
    known = Known(year.gregorian, month, day or None, _name(year))
    if not span:
        certain = year.era and year.era[0] != "明治" and 1 <= month <= 10 and day <= 30
        return Reading(f"{year.gregorian:04}", "year", ("lunisolar",), year.era, known) if certain else UNPLACED
    if not day:
        return Reading(f"{span[0]}/{span[1]}", "day", ("lunisolar",), year.era, known)
    converted = span[0] + timedelta(days=day - 1)
    if not span[0] <= converted <= span[1]:
        return UNPLACED
    return Reading(converted.isoformat(), "day", ("lunisolar",), year.era, Known(converted.year, converted.month, converted.day, _name(year)))


def _name(year: Year) -> str | None:
    return year.era[0] if year.era and year.era[0] in eras() else None


def _era_flags(year: Year, value: str) -> tuple[str, ...]:
    if not year.era or year.era[0] not in eras():
        return ()
    first, last = edtf.bounds(value)
    return oddities(eras()[year.era[0]], first, last) if first and last else ()


def _coarse(m: re.Match[str], year: Year, month: int | None, lender: Lender) -> Reading:
    """Read a month, a year or a part of one."""
    if year.lunar and month:
        return _lunar(year, month, 0, leap=bool(m["leap"]))
    number_, known = year.gregorian, Known(year.gregorian, month, None, _name(year))
    value = _value(m, number_, month, lender)
    return Reading(value.edtf, value.precision, (*year.flags, *_era_flags(year, value.edtf)), year.era, known)


def _value(m: re.Match[str], year: int, month: int | None, lender: Lender) -> Value:
    part = m["part"] or ""
    if month:
        if part in _THIRDS:
            first, last = _THIRDS[part]
            end = min(last, edtf.last_day(year, month))
            return Value(f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{end:02}", "day")
        return Value(f"{year:04}-{month:02}", "month")
    if part in SEASONS:
        return Value(f"{year:04}-{SEASONS[part]}", "season")
    start = 4 if m["fiscal"] else 1
    if part.endswith("半期"):
        return Value(edtf.months(year, start + 6 * (part[0] == "下"), 6), "month")
    if part.endswith("四半期"):
        return Value(edtf.months(year, start + 3 * ((number(part.strip("第四半期")) or 4) - 1), 3), "month")
    if m["fiscal"]:
        return Value(edtf.months(year, 4, 12), "month")
    return Value(f"{year:04}", "year")


def _day_alone(m: re.Match[str], lender: Lender) -> Reading | None:
    if m["day_word"]:
        return _from_word(m["day_word"], DAY_WORDS, lender)
    base = lender.default("month")
    if m["mark"] == "本" and lender.document.month:
        base = lender.document
    day = number(m["day"])
    if not base.year or not base.month or not day:
        return None
    year, month = base.year, base.month
    if (lender.joined or m["mark"] == "翌") and base.day and day < base.day:
        year, month = year + month // 12, month % 12 + 1
    if not edtf.is_day(year, month, day):
        return UNPLACED
    return on(date(year, month, day), Year(year), m["weekday"] or m["weekday_name"])


def _from_word(word: str, words: Mapping[str, tuple[str, int]], lender: Lender) -> Reading | None:
    base, step = words[word]
    known = lender.base(base)  # type: ignore[arg-type]
    if not (known.year and known.month and known.day):
        return UNPLACED
    day = date(known.year, known.month, known.day) + timedelta(days=step)
    return on(day, Year(day.year))


def read_week(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read 来週 (Monday to Sunday) and 先週金曜日."""
    base, step = WEEK_WORDS[m["week"]]
    known = lender.base(base)
    if not (known.year and known.month and known.day):
        return UNPLACED
    day = date(known.year, known.month, known.day)
    monday = day + timedelta(days=7 * step - day.weekday())
    if m["weekday"]:
        return on(monday + timedelta(days=_WEEKDAYS.index(m["weekday"])), Year(monday.year))
    sunday = monday + timedelta(days=6)
    return Reading(f"{monday}/{sunday}", "day", (), None, Known(monday.year, monday.month))


def read_dotted(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read 平28.8.3, 令和2/9/16 or 2014-10-17; None where the numbers are no date."""
    year = years.either(m["era"], m["era_year"] or m["year"])
    month, day = number(m["month"]), number(m["day"]) if m["day"] else None
    if not year or not month or (m["day"] is not None and not day):
        return None
    if day is None:
        return _dotted_month(m, year, month)
    if year.lunar:
        return _lunar(year, month, day, leap=False)
    if not edtf.is_day(year.gregorian, month, day):
        return UNPLACED if m["era"] and len(m["era"]) > 1 else None
    return on(date(year.gregorian, month, day), year, m["weekday"])


def _dotted_month(m: re.Match[str], year: Year, month: int) -> Reading | None:
    """Read H26.10; M7.9 is a magnitude, 平成10・11 are two years, H7.1 a height."""
    sure = len(m["era_year"] or m["year"]) > 1 and (m["era"] or len(m["month"]) == 2)
    if m["sign"] not in ".．" or not 1 <= month <= 12 or m["era"] in ("M", "T") or not sure:
        return None
    value = f"{year.gregorian:04}-{month:02}"
    return Reading(value, "month", _era_flags(year, value), year.era, Known(year.gregorian, month, None, _name(year)))


def read_bare(m: re.Match[str], _: Lender) -> Reading | None:
    """Read the year of a rule that is named without 年."""
    year = years.of_era(m["era"], m["era_year"])
    return Reading(f"{year.gregorian:04}", "year", year.flags, year.era, Known()) if year else None


def read_slashed(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read 9/18(日)."""
    year, month, day = lender.default("year").year, int(m["month"]), int(m["day"])
    if not year or not edtf.is_day(year, month, day):
        return UNPLACED
    return on(date(year, month, day), Year(year), m["weekday"])


def read_century(m: re.Match[str], _: Lender) -> Reading | None:
    """Read 20世紀; a small number of centuries is a duration."""
    count = number(m["century"])
    if not count or not 5 <= count <= 22:
        return None
    return Reading(f"{count * 100 - 99:04}/{count * 100:04}", "century")
