"""Numbers parted by signs, without 年, 月 and 日: 平28.8.3, 2014-10-17; and the years of rules, 昭六〇規則五九."""

import re
from functools import cache

from kaidan.normalizers.dates import calendars, compounds, counts, two_digits, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import form
from kaidan.normalizers.dates.line_heads import heads_line
from kaidan.normalizers.dates.values import Value, Year
from kaidan.normalizers.dates.vocabulary import kind_of_calendar
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import number

_OLDEST, _NEWEST = 1800, 2100
"""Years that a date in numbers alone may have."""
_NEAR_BY = 20
_LETTERS_OF_SIZES = frozenset("MT")
"""Letters of eras that mostly stand for something else before a number with a point, as small ones do: M7.9, h10.5."""


@form(
    r"""
    (?P<year>{number}) {s} (?P<sign>[./・,ー-]) {s} (?P<month>{number})
    (?: {s} (?P=sign) {s} (?P<day>{number}) )?+
    (?! [0-9%年万億円人号件個台番版章節kmKM] | 条(?!例)
      | (?! /[0-9]{{1,2}}: ) (?:[.・]|(?P=sign))[0-9]                     # 2017/10/25/14:00
      | /(?![0-9]{{4}}-[0-9]{{2}} | [0-9]{{1,2}}:)[0-9] )
    (?: {weekday} )?
    """,
    examples={
        "98/11/12": "1998-11-12",
        "平28.8.3": "2016-08-03",
        "令和2/9/16": "2020-09-16",
        "2014-10-17": "2014-10-17",
        "平25・9・5": "2013-09-05",
        "H26.10": "2014-10",
        "平成26.13.1": None,
    },
    behind="./・,ー-",
)
def read_numbers_parted_by_signs(written: Written, context: Context) -> Value | None:
    """Read year, month and day, or year and month; None where the numbers are no date."""
    era = written.lead.era
    is_long = len(written.year) == 4 and written.year.isascii()
    if not _may_lead(written) or (written.sign == "," and not (is_long and written.day)):
        return None
    if not (era or context.tie or is_long or _has_short_year(written)):
        return _next_in_points(written, context)
    if not (era or written.year.isascii() or context.tie == "range"):
        return None
    if not (era or written.day or is_long) and context.tie == "range":
        return _end_of_range(written, context)
    return _value_of_numbers(written, context)


def _value_of_numbers(written: Written, context: Context) -> Value | None:
    year, month = _year_of(written, context), number(written.month)
    if not year or not month:
        return None
    if not written.day:
        return _month_of_year(written, year, month, context)
    value = calendars.value_of_day(year, month, number(written.day) or 0, written.weekday)
    return value if value.edtf or len(written.lead.era) > 1 else None


def _may_lead(written: Written) -> bool:
    """Say whether what stands before the numbers leaves them Gregorian."""
    lead = written.lead
    is_gregorian = kind_of_calendar(lead.calendar) in ("", "western", "Gregorian")
    return is_gregorian and lead.mark in ("", "'")


def _year_of(written: Written, context: Context) -> Year | None:
    if written.lead.era:
        return _year_of_era(written)
    if not context.tie and compounds.is_part_of_number(written.text, written.start):
        return None
    if len(written.year) == 4:
        year = years.year_in_full(written.year)
        oldest = 0 if written.sign == "/" and written.day else _OLDEST
        return year if year and oldest <= year.number <= _NEWEST else None
    count = number(written.year) or 0
    if context.tie == "range" and context.named.day and written.day:
        return two_digits.continued_year(count, context)
    return two_digits.short_western_year(count, context) if _has_short_year(written) else None


def _year_of_era(written: Written) -> Year | None:
    era, text, start = written.lead.era, written.text, written.start
    is_cited = written.day and text.endswith(("判", "決"), 0, start)  # 最大判昭51.5.21
    is_glued = len(era) == 1 and not is_cited and counts.kanji_before(text, start)
    return None if is_glued else years.year_of_era(era, written.year)


def _has_short_year(written: Written) -> bool:
    """Say whether a western year of two digits may begin a day: 98/11/12, '98.11.12."""
    is_short = len(written.year) == 2 and written.year.isascii() and bool(written.day)
    return is_short and (written.sign == "/" or written.lead.mark == "'")


def _next_in_points(written: Written, context: Context) -> Value | None:
    """Read the 9.13 of 昭和45.3.14開幕、9.13閉幕: a later day, written as the one before it is, with what befell on it."""
    text, named, end = written.text, context.named, written.end
    if written.day or written.sign != "." or not context.in_sentence or not named.day:
        return None
    near = max(0, written.start - _NEAR_BY)
    follows = _event().match(text, end) and _day_in_points().search(text, near, written.start)
    month, day = number(written.year) or 0, number(written.month) or 0
    if not follows or not named.year or (month, day) <= (named.month, named.day):
        return None
    value = calendars.value_of_day(years.western_year(named.year), month, day)
    return value if value.edtf else None


@cache
def _event() -> re.Pattern[str]:
    return re.compile(r"(?![度点倍割分秒位回歳周])[一-龥]{2}")


@cache
def _day_in_points() -> re.Pattern[str]:
    return re.compile(r"\.[0-9]{1,2}\.[0-9]{1,2}[一-龥ァ-ヺ]{1,8}[、, ]$")


def _end_of_range(written: Written, context: Context) -> Value | None:
    """Read the 9.6 of H25.9.5～9.6, and the 29.2 of H28.9～29.2."""
    month, day, start = number(written.year), number(written.month), context.named
    if not start.day:
        ending = two_digits.next_year(month or 0, context) if start.month else None
        return calendars.value_of_month(ending, day or 0) if ending else None
    if not start.year or not start.month or not month or not day or not 1 <= month <= 12:
        return None
    year = years.western_year(start.year + (month < start.month))
    return calendars.value_of_day(year, month, day)


def _month_of_year(written: Written, year: Year, month: int, context: Context) -> Value | None:
    """Read H26.10, R5.4～R6.3, 2016.9～2017.2; M7.9 is a magnitude, 平成10・11 are two years, H7.1 a height, 2010/11 two years."""
    era, text, end = written.lead.era, written.text, written.end
    is_ranged = context.tie == "range" or (text[end] in "~-" and _is_parallel(written))
    has_two_digits = len(written.year) > 1 and (bool(era) or len(written.month) == 2)
    is_ranged = is_ranged or _heads_entry(written)
    is_sure = len(era) > 1 or has_two_digits or (is_ranged and bool(era or len(written.year) == 4))
    is_size = era in _LETTERS_OF_SIZES or (era.isascii() and era.islower())
    is_apart = written.sign == "." or (written.sign == "/" and is_ranged)
    if not is_apart or month > 12 or is_size or not is_sure:
        return None
    return calendars.value_of_month(year, month)


def _heads_entry(written: Written) -> bool:
    """Say whether a month of a year in full heads a line of a chronicle: 2008.4 子会社を合併."""
    text, start, end = written.text, written.start, written.end
    return (
        heads_line(text, start)
        and text[end] in " |\n"
        and (counts.is_kanji(text[end + 1]) or "ァ" <= text[end + 1] <= "ヺ")
    )


def _is_parallel(written: Written) -> bool:
    """Say whether the other end of a range is written alike: R5.4～R6.3, H28.9～29.2, 2016.9～2017.2."""
    text, end, era = written.text, written.end + 1, written.lead.era
    end += text[end] == " "
    if era:
        return text.startswith(era, end) or bool(_later_month().match(text, end))
    return text[end : end + 4].isdigit() and text[end + 4] == written.sign


@cache
def _later_month() -> re.Pattern[str]:
    """Return the pattern of the 6.3 of R5.4～6.3, which no unit follows."""
    return re.compile(r"[0-9]{1,2}\.(?:1[0-2]|[1-9])(?![0-9.%A-Za-z℃°度倍点円人個万億])")


@form(
    r"""
    (?P<year>[0-9]{{1,4}}|元) \.{s} (?P<month>[0-9]{{1,2}}) 月
    (?: (?P<day>[0-9]{{1,2}}) 日 (?:{weekday})? | の? (?P<part_of_month>{part_of_month}) )? (?!間)
    """,
    examples={"R5.11月上旬": "2023-11-01/2023-11-10", "2015.4月": "2015-04"},
    behind=".",
    unit="月",
)
def read_month_behind_a_point(written: Written, context: Context) -> Value | None:
    """Read a month with its unit behind a year without one."""
    era = written.lead.era
    if written.lead.mark or not (era or len(written.year) == 4):
        return None
    year, month = _year_of(written, context), number(written.month) or 0
    if not year:
        return None
    if day := written.day:
        return calendars.value_of_day(year, month, number(day) or 0, written.weekday)
    return calendars.value_of_month(year, month, written.part_of_month)


@form(
    r"""
    (?P<year>[0-9]{{1,2}}|元) \x20 (?P<month>[0-9]{{1,2}}) \. \x20? (?P<day>[0-9]{{1,2}})
    (?= [\x20|\n\0] (?![0-9]) )
    """,
    examples={"昭和22 4. 1": "1947-04-01"},
    behind=".",
    placed_by=("era",),
)
def read_row_of_a_chronicle(written: Written, context: Context) -> Value | None:
    """Read 昭和22 4. 1, as the columns of a chronicle say it behind the era's name, which stands in full."""
    lead = written.lead
    if len(lead.era) < 2 or lead.calendar or lead.mark:
        return None
    year = years.year_of_era(lead.era, written.year)
    value = year and calendars.value_of_day(
        year, number(written.month) or 0, number(written.day) or 0
    )
    return value if value and value.edtf else None


@form(
    r"""
    (?P<year>{number})
    (?= \x20? [一-龥]{{0,6}}?
        (?: {rule} | 法(?=第?[0-9一二三四五六七八九]) )
      | \([一-龥]{{0,2}}[ァ-ヶ]?\)第?[0-9〇一二三四五六七八九]{{1,6}}号 )                     # 昭62(行ツ)14号
    """,
    examples={"昭六〇": "1985"},
    behind="(法政省府勅条規告訓通要" + "厚総文農経国環外防財内大自建運通労郵人公最会",
    placed_by=("era",),
)
def read_year_of_a_rule(written: Written, context: Context) -> Value | None:
    """Read the year of a rule or a case that is named without 年, 昭六〇規則五九; what follows in the text does not borrow from it."""
    era = written.lead.era
    if len(era) == 1 and counts.kanji_before(written.text, written.start):
        return None
    year = years.year_of_era(era, written.year)
    if not year:
        return None
    return calendars.value_of_year(year).lending_nothing()


@form(r"(?P<year>{number})", examples={"S50": "1975"})
def read_year_of_a_table(written: Written, context: Context) -> Value | None:
    """Read the S50 of S50 体育館 / H15 閉校, where years head the rows of a table (:mod:`kaidan.normalizers.dates.tabulated`)."""
    year = years.year_of_era(written.lead.era, written.year)
    return calendars.value_of_year(year) if year else None
