"""The readers of the smaller forms: numbers parted by signs, month/day with a weekday, years of rules, centuries, weeks."""

import re
from datetime import date, timedelta

from kaidan.normalizers.dates import cues, values, years
from kaidan.normalizers.dates.known import UNPLACED, Known, Lender, Reading
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.words import WEEK_WORDS
from kaidan.normalizers.dates.years import Year

_WEEKDAYS = "月火水木金土日"


def read_dotted(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read 平28.8.3, 令和2/9/16 or 2014-10-17; None where the numbers are no date."""
    if not m["era"] and m["day"] is None and lender.joined == "range" and lender.named.day:
        return _end_of_range(m, lender)
    year, month = _dotted_year(m, lender), number(m["month"])
    if not year or not month:
        return None
    if m["day"] is None:
        return _dotted_month(m, year, month)
    reading = values.on_day(year, month, number(m["day"]) or 0, weekday=m["weekday"] or m["weekday_name"])
    return reading if reading.edtf or (m["era"] and len(m["era"]) > 1) else None


def _dotted_year(m: re.Match[str], lender: Lender) -> Year | None:
    if m["era"]:
        cited = m["day"] and m.string.endswith(("判", "決"), 0, m.start())  # 最大判昭51.5.21
        within = len(m["era"]) == 1 and not cited and cues.kanji_before(m.string, m.start())
        return None if within else years.of_era(m["era"], m["era_year"])
    if not lender.joined and cues.within_number(m.string, m.start()):
        return None
    if len(m["year"]) == 4:
        year = years.western(m["year"])
        return year if year and 1800 <= year.gregorian <= 2100 else None
    ranged = lender.joined == "range" and lender.named.day and m["day"]
    return years.continued(int(m["year"]), lender) if ranged else None


def _end_of_range(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read the 9.6 of H25.9.5～9.6."""
    month, day, start = number(m["year"]), number(m["month"]), lender.named
    if not start.year or not start.month or not month or not day or not 1 <= month <= 12:
        return None
    return values.on_day(Year(start.year + (month < start.month)), month, day)


def _dotted_month(m: re.Match[str], year: Year, month: int) -> Reading | None:
    """Read H26.10; M7.9 is a magnitude, 平成10・11 are two years, H7.1 a height, 2010/11 two years."""
    sure = len(m["era"] or "") > 1 or (len(m["era_year"] or m["year"]) > 1 and (m["era"] or len(m["month"]) == 2))
    if m["sign"] != "." or not 1 <= month <= 12 or m["era"] in ("M", "T") or not sure:
        return None
    return values.of_month(year, month, None)


def read_slashed(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read 9/18(日)."""
    year = lender.default("year").year
    if not year or not (m["weekday"] or m["weekday_name"]):
        return UNPLACED if m["weekday"] else None
    return values.on_day(Year(year), int(m["month"]), int(m["day"]), weekday=m["weekday"])


def read_rule(m: re.Match[str], _: Lender) -> Reading | None:
    """Read the year of a rule that is named without 年; what follows in the text does not borrow from it."""
    if len(m["era"]) == 1 and cues.kanji_before(m.string, m.start()):
        return None
    year = years.of_era(m["era"], m["era_year"])
    reading = values.of_year(year, None, None) if year else None
    return reading._replace(known=Known()) if reading else None


def read_fiscal(m: re.Match[str], _: Lender) -> Reading | None:
    """Read FY2015."""
    year = years.western(m["year"])
    return values.of_year(year, "度", None) if year else None


def read_rest(m: re.Match[str], first: Known) -> Reading | None:
    """Read the end of a range that began on ``first`` and of which only the day, the 旬 or the season is given anew."""
    if not first.year:
        return None
    year = Year(first.year)
    if m["day"]:
        return values.on_day(year, first.month or 0, int(m["day"]), weekday=m["weekday"] or m["weekday_name"])
    if m["part"].endswith("旬"):
        return values.of_month(year, first.month, m["part"]) if first.month else None
    return values.of_year(year, None, m["part"])


def read_century(m: re.Match[str], _: Lender) -> Reading | None:
    """Read 20世紀; a few centuries are a duration."""
    count = number(m["century"])
    if not count or not 5 <= count <= 22 or cues.counted_before(m.string, m.start()):
        return None
    return Reading(f"{count * 100 - 99:04}/{count * 100:04}", "century")


def read_week(m: re.Match[str], lender: Lender) -> Reading | None:
    """Read 来週, from Monday to Sunday, and 先週金曜日."""
    base, step = WEEK_WORDS[m["week"]]
    known = lender.base(base)
    if not (known.year and known.month and known.day):
        return UNPLACED
    day = date(known.year, known.month, known.day)
    monday = day + timedelta(days=7 * step - day.weekday())
    if m["weekday"]:
        return values.on(monday + timedelta(days=_WEEKDAYS.index(m["weekday"])))
    sunday = monday + timedelta(days=6)
    return Reading(f"{monday}/{sunday}", "day", (), None, Known(monday.year, monday.month))
