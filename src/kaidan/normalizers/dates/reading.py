"""From a match of :func:`grammar.calendar` to what it says."""

import re
from datetime import date, timedelta

from kaidan.normalizers.dates import cues, edtf, values, years
from kaidan.normalizers.dates.known import UNPLACED, Known, Lender, Reading
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.words import DAY_NAMES, DAY_WORDS, MONTH_WORDS, OTHER_CALENDARS, PREFIXES
from kaidan.normalizers.dates.years import Year

_YEAR_SLOTS = ("era", "same_year", "year", "year_word", "season_mark")
_ERA_INITIALS = "明大昭平令"
_FAR = 10
"""A month that lies this many months off the document's is one of the next year or of the last: 12月 in a January."""
_SLOTS = (*_YEAR_SLOTS, "month", "month_word", "day", "day_word")


def read_calendar(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read a match; None where it is no date."""
    first = next((slot for slot in _SLOTS if m[slot]), None)
    if first is None or not _is_date(m, first, lender):
        return None
    if m["prefix"] and m["prefix"].strip() in OTHER_CALENDARS and not m["era"]:
        return UNPLACED
    if first in ("day", "day_word"):
        return _day_alone(m, lender)
    year, disagree = _year(m, first, lender)
    if disagree:
        return Reading(None, None, ("calendars-disagree",))
    if m["season_mark"] and not m["part"]:
        return None
    if not year:
        return None if first in ("year", "month") and not m["day"] else UNPLACED
    if m["month"] or m["month_word"]:
        return _in_month(m, year, first, lender)
    if m["day_name"] in ("元日", "元旦", "大晦日"):
        return values.on_day(year, *DAY_NAMES[m["day_name"]])
    return None if m["day"] or m["day_word"] else values.of_year(year, m["span"] or m["later_span"], m["part"])


def _is_date(m: re.Match[str], first: str, lender: Lender) -> bool:
    """Say whether the words around a match let it be a date."""
    text, start, end = m.string, m.start(first), m.end()
    if first.endswith("word"):
        return not cues.within_word(text, start, m.end(first), m[first])
    if text.startswith("間", end):
        return False
    if first == "era":
        return m["era"][0] in _ERA_INITIALS and len(m["era"]) > 1 or not cues.grade(text, start, end)
    if first == "season_mark":
        return not cues.kanji_before(text, start)
    if first == "same_year" or m["mark"] and first == "day":
        return True
    return not cues.counted_before(text, start) and _is_number_of_date(m, first, lender)


def _is_number_of_date(m: re.Match[str], first: str, lender: Lender) -> bool:
    text, end = m.string, m.end()
    if first in ("day", "month") and lender.joined:
        return not cues.counts_days(text, end)
    if first == "day":
        shared = end == m.end("day") and (number(m["day"]) or 0) < 10
        return not shared and cues.stands_free(text, m.start("day")) and cues.goes_on(text, end, "day")
    if first == "month":
        return bool(m["day"] or m["day_word"] or m["day_name"] or m["part"]) or cues.goes_on(text, end, "month")
    if m["month"]:
        return True
    count = number(m["year"]) or 0
    if count < 100 and cues.kanji_before(text, m.start("year")) and not lender.joined:
        return False
    if m["span"]:
        return True
    round_number = count < 1900 and count % 100 == 0 and count >= 100 and not (m["gloss"] or m["gloss2"] or m["prefix"])
    return not round_number and not cues.counts_years(text, m.end(), short=count < 100 and not lender.joined and not m["apostrophe"])


def _year(m: re.Match[str], first: str, lender: Lender) -> tuple[Year | None, bool]:
    if first in _YEAR_SLOTS:
        return years.read(m, lender)
    if first == "month_word":
        moved = _moved_month(m, lender)
        return (Year(moved[0]) if moved else None), False
    base = lender.default("year")
    sign = PREFIXES[m["prefix"].strip()] if m["prefix"] else 0
    month, day = number(m["month"]) or 0, number(m["day"] or "") or 0
    if sign and lender.document.year and lender.document.month:
        there, here = (month, day), (lender.document.month, lender.document.day or day)
        return Year(lender.document.year + sign * (there > here if sign < 0 else there < here)), False
    if not base.year:
        return None, False
    if base is lender.document and base.month and abs(month - base.month) >= _FAR:
        return Year(base.year + (1 if month < base.month else -1)), False
    return Year(base.year + (bool(lender.joined) and 0 < month < (base.month or 0))), False


def _moved_month(m: re.Match[str], lender: Lender) -> tuple[int, int] | None:
    base, step = MONTH_WORDS[m["month_word"]]
    known = lender.base(base)
    if not known.year or not known.month:
        return None
    count = known.year * 12 + known.month - 1 + step
    return count // 12, count % 12 + 1


def _in_month(m: re.Match[str], year: Year, first: str, lender: Lender) -> Reading:
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
    year, month = known.year, known.month
    if (lender.joined or m["mark"] == "翌") and known.day and day < known.day:
        year, month = year + month // 12, month % 12 + 1
    return values.on_day(Year(year), month, day, weekday=m["weekday"] or m["weekday_name"])


def _month_of_day(m: re.Match[str], lender: Lender) -> Known:
    if m["mark"] == "本" and lender.document.month:
        return lender.document
    if m["mark"] in ("同", "翌") and lender.named.month:
        return lender.named
    return lender.default("month")
