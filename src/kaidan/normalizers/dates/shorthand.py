"""The smaller forms: numbers parted by signs, month/day with a weekday, years of rules, centuries, weeks."""

import re
from datetime import date, timedelta

from kaidan.normalizers.dates import cues, grammar, values, years
from kaidan.normalizers.dates.heads import Head
from kaidan.normalizers.dates.known import UNPLACED, Found, Lender, Reading
from kaidan.normalizers.dates.words import WEEK_WORDS
from kaidan.normalizers.dates.written import weekday
from kaidan.normalizers.dates.years import Year
from kaidan.text.numerals import number

_CENTURY_PARTS = ("初頭", "前半", "後半", "半ば", "末")
_NO_CENTURY = tuple("間 梨 が丘 ぶり 振り 以上 余 にわた もの 近".split(" "))


def dotted(text: str, at: int, head: Head, lender: Lender) -> Found | None:
    """Read 平28.8.3, 令和2/9/16 or 2014-10-17; None where the numbers are no date."""
    era = head[2]
    m = grammar.dotted(grammar.DIGITS if text[at] in "0123456789" else grammar.NUMBER).match(
        text, at
    )
    if not m or not (era or m["year"].isascii() or lender.joined == "range"):
        return None
    day_of_week, end = weekday(text, m.end())
    reading = _of_dotted(m, era, head[0], day_of_week, lender)
    return (end, reading) if reading else None


def _of_dotted(
    m: re.Match[str], era: str, start: int, day_of_week: str, lender: Lender
) -> Reading | None:
    if not era and m["day"] is None and lender.joined == "range" and lender.named.day:
        return _end_of_range(m, lender)
    year, month = _dotted_year(m, era, start, lender), number(m["month"])
    if not year or not month:
        return None
    if m["day"] is None:
        return _dotted_month(m, era, year, month, joined=lender.joined == "range")
    reading = values.on_day(year, month, number(m["day"]) or 0, day_of_week)
    return reading if reading.edtf or len(era) > 1 else None


def _dotted_year(m: re.Match[str], era: str, start: int, lender: Lender) -> Year | None:
    if era:
        cited = m["day"] and m.string.endswith(("判", "決"), 0, start)  # 最大判昭51.5.21
        within = len(era) == 1 and not cited and cues.kanji_before(m.string, start)
        return None if within else years.of_era(era, m["year"])
    if not lender.joined and cues.within_number(m.string, start):
        return None
    if len(m["year"]) == 4:
        year = years.western(m["year"])
        return year if year and 1800 <= year.gregorian <= 2100 else None
    ranged = lender.joined == "range" and lender.named.day and m["day"]
    return years.continued(number(m["year"]) or 0, lender) if ranged else None


def _end_of_range(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read the 9.6 of H25.9.5～9.6."""
    month, day, start = number(m["year"]), number(m["month"]), lender.named
    if not start.year or not start.month or not month or not day or not 1 <= month <= 12:
        return None
    return values.on_day(years.of_west(start.year + (month < start.month)), month, day)


def _dotted_month(
    m: re.Match[str], era: str, year: Year, month: int, *, joined: bool
) -> Reading | None:
    """Read H26.10, R5.4～R6.3; M7.9 is a magnitude, 平成10・11 are two years, H7.1 a height, 2010/11 two years."""
    ranged = joined or (m.string[m.end()] in "~-" and m.string.startswith(era, m.end() + 1))
    sure = (
        len(era) > 1 or (len(m["year"]) > 1 and (era or len(m["month"]) == 2)) or (era and ranged)
    )
    if m["sign"] != "." or not 1 <= month <= 12 or era in ("M", "T") or not sure:
        return None
    return values.of_month(year, month)


def slashed(text: str, at: int, lender: Lender) -> Found | None:
    """Read 9/18(日), and the 9/5 of 9/5～9/6."""
    m = grammar.slashed().match(text, at)
    if not m:
        return None
    day_of_week, end = weekday(text, m.end())
    year, month, day = lender.default("year").year, int(m["month"]), int(m["day"])
    if not day_of_week and not (
        year
        and m["last_month"]
        and _are_days((month, day), (int(m["last_month"]), int(m["last_day"])))
    ):
        return None
    return end, values.on_day(years.of_west(year), month, day, day_of_week) if year else UNPLACED


def _are_days(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Say whether two pairs of numbers are the ends of a range of days, and not of fractions: 1/3～1/2, 1/4～3/4."""
    fractions = all(month < day <= 12 for month, day in (first, last))
    return not fractions and (first < last or (first[0] >= 10 and last[0] <= 3))


def rule(text: str, at: int, head: Head) -> Found | None:
    """Read the year of a rule that is named without 年; what follows in the text does not borrow from it."""
    start, _prefix, era, _mark = head
    m = grammar.rule().match(text, at)
    if not m or (len(era) == 1 and cues.kanji_before(text, start)):
        return None
    year = years.of_era(era, m["year"])
    reading = values.of_year(year, None, None) if year else None
    return (
        (m.end(), Reading(reading.edtf, reading.precision, reading.flags, reading.era))
        if reading
        else None
    )


def century(text: str, at: int, end: int) -> Found | None:
    """Read the 20世紀 whose 世 stands at ``end``; a few centuries are a duration."""
    count, end = number(text[at:end].rstrip()), end + 2
    if not text.startswith("世紀", end - 2) or text.startswith(_NO_CENTURY, end):
        return None
    if not count or not 5 <= count <= 22 or cues.counted_before(text, at):
        return None
    end += next((len(part) for part in _CENTURY_PARTS if text.startswith(part, end)), 0)
    return end, _of_centuries(count, count)


def centuries(text: str, at: int, end: int) -> Found | None:
    """Read 17～18世紀, whose sign stands at ``end``, as one range."""
    unit = text.index("世", end)
    first, last = number(text[at:end].strip()), number(text[end + 1 : unit].strip())
    if (
        not first
        or not last
        or not (first < last if text[end] in "~-" else first + 1 == last)
        or cues.counted_before(text, at)
    ):
        return None
    found = century(text, unit - len(text[end + 1 : unit].lstrip()), unit)
    return (found[0], _of_centuries(first, last)) if found else None


def _of_centuries(first: int, last: int) -> Reading:
    return Reading(f"{first * 100 - 99:04}/{last * 100:04}", "century")


def fiscal(text: str, at: int) -> Found | None:
    """Read FY2015."""
    m = grammar.fiscal().match(text, at)
    year = years.western(m["year"]) if m else None
    reading = values.of_year(year, "度", None) if year else None
    return (m.end(), reading) if m and reading else None


def week(text: str, at: int, word: str, lender: Lender) -> Found:
    """Read 来週, from Monday to Sunday, 先週金曜日 and 今週22日."""
    if (m := grammar.day_of_month().match(text, at + len(word))) and (
        day := _near_week(word, number(m[1]) or 0, lender)
    ):
        day_of_week, end = weekday(text, m.end())
        return end, values.on_day(years.of_west(day.year), day.month, day.day, day_of_week)
    m = grammar.day_of_week().match(text, at + len(word))
    return (m.end(), _day_of_week(word, m[1] or "", lender)) if m else (at + len(word), UNPLACED)


def _monday(word: str, lender: Lender) -> date | None:
    """Return the first day of the week."""
    base, step = WEEK_WORDS[word]
    known = lender.base(base)
    if not (known.year and known.month and known.day):
        return None
    day = date(known.year, known.month, known.day)
    return day + timedelta(days=7 * step - day.weekday())


def _near_week(word: str, day: int, lender: Lender) -> date | None:
    """Return the day of the month that lies in the week, or in the one that begins on its Sunday."""
    monday = _monday(word, lender)
    days = (monday + timedelta(days=count) for count in range(-1, 13)) if monday else ()
    return next((one for one in days if one.day == day), None)


def _day_of_week(word: str, weekday_: str, lender: Lender) -> Reading:
    monday = _monday(word, lender)
    if not monday:
        return UNPLACED
    if weekday_:
        return values.on(monday + timedelta(days=values.WEEKDAYS.index(weekday_)))
    sunday = monday + timedelta(days=6)
    return Reading(f"{monday}/{sunday}", "day", (), None, monday.year, monday.month)


def rest(text: str, at: int, before: int, first: Reading) -> Found | None:
    """Read the end of a range that says only what differs from ``first``; a bare number only behind dates that have no 日."""
    m = grammar.rest().match(text, at)
    if not m or not first.year or (m["day"] and not text[before - 1].isdigit()):
        return None
    year = years.of_west(first.year)
    if m["day"]:
        day_of_week, end = weekday(text, m.end())
        return end, values.on_day(year, first.month or 0, int(m["day"]), day_of_week)
    if m["part"].endswith("旬"):
        return (m.end(), values.of_month(year, first.month, m["part"])) if first.month else None
    reading = values.of_year(year, None, m["part"])
    return (m.end(), reading) if reading else None
