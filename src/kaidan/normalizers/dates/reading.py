"""From a match of :func:`grammar.calendar` to what it says."""

import re
from datetime import date, timedelta

from kaidan.normalizers.dates import proof, values, years
from kaidan.normalizers.dates.known import RECURRING, UNPLACED, Known, Lender, Reading
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.words import DAY_NAMES, DAY_WORDS, MONTH_WORDS, OTHER_CALENDARS, PREFIXES, REPEATING
from kaidan.normalizers.dates.years import Year

_YEAR_SLOTS = ("era", "same_year", "year", "year_word", "season_mark")
_UNITS = ("日", "旬", ")")
_FAR = 10
"""A month that lies this many months off the document's is one of the next year or of the last: 12月 in a January."""
_SLOTS = (*_YEAR_SLOTS, "month", "month_word", "day", "day_word")


def read_calendar(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read a match; None where it is no date."""
    first = _first_slot(m)
    if not first or not proof.is_date(m, first, lender):
        return None
    prefix = (m["prefix"] or "").strip()
    if prefix in REPEATING:
        return RECURRING if first == "month" else None
    if prefix in OTHER_CALENDARS and not m["era"]:
        return UNPLACED
    return _day_alone(m, lender) if first in ("day", "day_word") else _from_year(m, first, lender)


def _first_slot(m: re.Match[str]) -> str:
    for slot in _SLOTS:
        if m[slot]:
            return slot
    return ""


def _from_year(m: re.Match[str], first: str, lender: Lender) -> Reading | None:
    year, disagree = _year(m, first, lender)
    if disagree:
        return Reading(None, None, ("calendars-disagree",))
    if not year:
        return None if first in ("year", "month") and not m["day"] else UNPLACED
    if m["month"] or m["month_word"]:
        return _in_month(m, year, lender)
    if m["day_name"] and DAY_NAMES[m["day_name"]][0]:
        return values.on_day(year, *DAY_NAMES[m["day_name"]])
    return None if m["day"] or m["day_word"] else values.of_year(year, m["span"] or m["later_span"], m["part"])


def _year(m: re.Match[str], first: str, lender: Lender) -> tuple[Year | None, bool]:
    if first in _YEAR_SLOTS:
        return years.read(m, lender)
    if first == "month_word":
        moved = _moved_month(m, lender)
        return (Year(moved[0]) if moved else None), False
    borrowed = _borrowed(m, lender)
    return (years.lent(borrowed, lender.default("year")) if borrowed else None), False


def _borrowed(m: re.Match[str], lender: Lender) -> int | None:
    """Return the year of a month that names none."""
    document, base = lender.document, lender.default("year")
    month, day = number(m["month"]) or 0, number(m["day"] or "") or 0
    sign = PREFIXES[m["prefix"].strip()] if m["prefix"] else 0
    if sign and document.year and document.month:
        there, here = (month, day), (document.month, document.day or day)
        return document.year + sign * (there > here if sign < 0 else there < here)
    if not base.year or not base.month:
        return base.year
    later = month - base.month
    if m["month_mark"] == "翌":
        return base.year + (later < 0 or (later == 0 and day <= (base.day or day)))  # 八月一〇日、翌八月一一日
    if base is document:
        return base.year + (later <= -_FAR) - (later >= _FAR)
    return base.year + (0 < month < base.month and lender.rolls(month, base.month, 12))


def _moved_month(m: re.Match[str], lender: Lender) -> tuple[int, int] | None:
    base, step = MONTH_WORDS[m["month_word"]]
    known = lender.base(base)
    if not known.year or not known.month:
        return None
    count = known.year * 12 + known.month - 1 + step
    return count // 12, count % 12 + 1


def _in_month(m: re.Match[str], year: Year, lender: Lender) -> Reading:
    month = number(m["month"]) if m["month"] else (_moved_month(m, lender) or (0, 0))[1]
    if not month or not 1 <= month <= 12:
        return UNPLACED
    leap = bool(m["leap"])
    if m["day"]:
        return values.on_day(year, month, number(m["day"]) or 0, weekday=m["weekday"] or m["weekday_name"], leap=leap)
    if m["day_name"] == "末日":
        return values.on_day(year, month, values.last_day(year, month, leap=leap))
    if m["day_word"] == "同日" and lender.named.day:
        return values.on_day(year, month, lender.named.day)
    return values.of_month(year, month, m["part"], leap=leap)


def _day_alone(m: re.Match[str], lender: Lender) -> Reading | None:
    if m["day_word"]:
        base, step = DAY_WORDS[m["day_word"]]
        known = lender.base(base)
        if not (known.year and known.month and known.day):
            return UNPLACED
        return values.on(date(known.year, known.month, known.day) + timedelta(days=step))
    known, day = _month_of_day(m, lender), number(m["day"])
    if not known.year or not known.month or not day or day > 31:
        return UNPLACED if m["mark"] else None
    if lender.joined and known.day and not m.string.endswith(_UNITS, 0, m.start() - 1):
        day = _with_tens(day, known.day)
    year, month = known.year, known.month
    if known.day and (m["mark"] == "翌" or lender.rolls(day, known.day, 31)) and day < known.day:
        year, month = year + month // 12, month % 12 + 1
    return values.on_day(Year(year), month, day, weekday=m["weekday"] or m["weekday_name"])


def _with_tens(day: int, before: int) -> int:
    """Return the 15 of 十四、五日, which leaves out the tens."""
    told = before // 10 * 10 + day
    return told if day < min(10, before) and before < told <= 31 else day


def _month_of_day(m: re.Match[str], lender: Lender) -> Known:
    if m["mark"] == "本" and lender.document.month:
        return lender.document
    if m["mark"] in ("同", "翌") and lender.named.month:
        return lender.named
    return lender.default("month")
