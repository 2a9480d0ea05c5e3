"""Centuries, the years of an era, fiscal years by their letters: 20世紀後半, 17～18世紀, 寛永年間, FY2015."""

import re
from functools import cache

from kaidan.lexicon.eras import Era, eras_by_word
from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.dates import calendars, counts, edtf, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import form
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.vocabulary import kind_of_calendar, words_before_the_epoch
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import NUMERALS, number

_LATEST_CENTURY, _EARLIEST_CENTURY = 22, 99
"""Centuries after Christ and before: a year has four digits."""
_FOUR_DIGITS = 1000
_LONGEST_LIFE = 120
_OLDEST_WITH_A_DASH = 1800
"""Numbers below with a dash and two digits, (1234-56), are as often those of a thing."""
_OLDEST_ALIVE = 1900
_LONGEST_NAME = 8
_OF_A_DATE = NUMERALS.union("年月日")
"""What a date ends with: a year in brackets behind it is its own, in the other calendar."""
_SIGNS_OF_A_NAME = 2
"""An era's name has two, one stands for it only before a year with its unit."""
_EARLIEST_UNPROVED = 5
"""A few centuries are mostly a duration."""


@form(
    r"""
    (?P<first>{number}) {s} (?: (?P<sign>[~・、,-]) {s} (?P<last>{number}) )? {s}
    世紀 (?: の? (?P<part>{part_of_century}) )?
    """,
    examples={
        "20世紀": "1901/2000",
        "19世紀後半": "1851/1900",
        "17～18世紀": "1601/1800",
        "紀元前4世紀": "-0399/-0300",
        "17世紀中葉": "1641/1660",
    },
    behind="世~・、,-",
    unit="世",
    placed_by=("month", "nothing"),
)
def read_century(written: Written, context: Context) -> Value | None:
    """Read one century or two with what lies between them."""
    text, end, calendar = written.text, written.end, written.lead.calendar
    first = number(written.first)
    last = number(written.last) if written.last else first
    if not first or not last or _is_counted(text, end):
        return None
    if counts.counted_before(text, written.start):
        return None
    if text.startswith(spelled("compounds", f"behind {written.part}"), end):  # 20世紀初めての
        written.leave(end - len(written.part))
    if calendar in words_before_the_epoch():
        if max(first, last) > _EARLIEST_CENTURY:
            return None
        return calendars.value_of_century(-first, -last, written.part)
    is_shown = bool(calendar or written.part or written.last or context.tie)
    is_shown = is_shown or _goes_on(text, end) or bool(_later_century().search(text))
    if last > _LATEST_CENTURY or (first < _EARLIEST_UNPROVED and not is_shown):
        return None
    if written.last and not (first < last if written.sign in "~-" else first + 1 == last):
        return None
    return calendars.value_of_century(first, last, written.part)


@cache
def _later_century() -> re.Pattern[str]:
    """Return the pattern of a century beside which a few are centuries too: 5世紀後半の古墳…、4世紀の."""
    return re.compile(r"世紀(?:(?<=[5-9五六七八九十]世紀)|(?<=1[0-9]世紀))")


def _is_counted(text: str, end: int) -> bool:
    return text.startswith(spelled("counters", "behind a century"), end)


def _goes_on(text: str, end: int) -> bool:
    """Say whether what follows shows one of the first centuries to be one: 3世紀頃, 3世紀から, 4世紀に, but not 3世紀に一度."""
    if text.startswith(tuple(meanings("calendar", "qualifier")), end):
        return True
    goes_on = text.startswith(spelled("continuations", "behind a century of one digit"), end)
    return goes_on and not text.startswith(
        spelled("counters", "behind a century of one digit"), end
    )


@form(
    r"""
    (?: 年[間中] (?: \x20? \( (?P<first>[0-9]{{3,4}}) 年? (?: {s}[~-]{s} (?P<last>[0-9]{{1,4}}) 年? )? \) )?
      | \( (?P<first_alone>[0-9]{{3,4}}) (?: 年? {s}[~-]{s} (?P<last_alone>[0-9]{{1,4}}) 年? {s} )? \)
        (?!{number}) )
    """,
    examples={
        "寛永年間": "1624/1644",
        "寛永年間(1624~44)": "1624/1644",
        "康平年中": "1058/1065",
        "文化・文政年間": "1804/1830",
        "元和(1615~24)": "1615/1624",
        "享保(1732)": "1732",
    },
    words=("年", "("),
    placed_by=("era",),
)
def read_years_of_an_era(written: Written, context: Context) -> Value | None:
    """Read 寛永年間 from the era's first year to its last, or the years, or the one year, that stand in brackets."""
    eras = eras_by_word()
    era = eras.get(written.lead.era)
    if not era:
        return None
    names = written.text[written.start : written.at]
    earliest = era if names == written.lead.era else eras[names[:_SIGNS_OF_A_NAME]]
    if earliest.first_year > era.first_year:
        return None
    first, last = earliest.first_year, era.last_year
    if numeral := written.first or written.first_alone:
        first, end = int(numeral), written.last or written.last_alone
        last = _last_year(first, end) if end else last
    if not last or last < first:
        return None
    flags = () if era.is_modern else ("lunisolar",)
    if written.first_alone and not written.last_alone:
        return _year_within(era, first)
    span = f"{edtf.year_value(first)}/{edtf.year_value(last)}"
    return Value(span, "year", flags, None, year=first, counted_in=era.name)


def _year_within(era: Era, year: int) -> Value | None:
    """Read the year in brackets behind an older era: 大正(1914) may be a company and its number."""
    if era.is_modern or not era.first_year <= year <= (era.last_year or year):
        return None
    return Value(edtf.year_value(year), "year", ("lunisolar",), None, year=year, lunisolar=True)


def _last_year(first: int, numeral: str) -> int:
    """Return the year of 1624~44 that leaves out what it shares with the first."""
    shared = int(f"1{'0' * len(numeral)}")
    return first // shared * shared + int(numeral)


@form(
    r"(?P<first>{number}) (?: {s} [~・-] {s} (?P<last>{number}) )? (?= {s}\) )",
    examples={"天保14": "1843", "天保十四〜十五": "1843/1844", "昭和10": "1935"},
    behind=")~・-",
    placed_by=("era",),
)
def read_year_of_an_era_in_brackets(written: Written, context: Context) -> Value | None:
    """Read the year of an era that stands in brackets without 年, as in a list of works: 願書(天保14)."""
    era, text, start = written.lead.era, written.text, written.start
    if len(era) < _SIGNS_OF_A_NAME or text[start - 1 : start] != "(":
        return None
    if text[start - 2 : start - 1] in _OF_A_DATE:  # 1999(平成26)
        return None
    first = years.year_of_era(era, written.first)
    last = years.year_of_era(era, written.last) if written.last else first
    if not first or not last or last.number < first.number:
        return None
    value = calendars.value_of_year(first).lending_nothing()
    if first is last:
        return value
    return value.saying(edtf.interval(value.edtf or "", edtf.year_value(last.number)))


@form(
    r"""
    (?<=[(、]) (?P<first>[0-9]{{3,4}}) {s} (?: [~-] {s} (?P<last>[0-9]{{3,4}})? | [~-] (?P<last_alone>[0-9]{{2}}) ) {s}
    (?=\) | [/、・][^0-9])
    """,
    examples={"1583-1657": "1583/1657", "1920~66": "1920/1966", "1957-": "1957/.."},
    behind="~-",
    placed_by=("month", "nothing"),
)
def read_years_of_a_life(written: Written, context: Context) -> Value | None:
    """Read the years in brackets behind a name: 林羅山(1583-1657), 唐(618-907), 大戦(1939-45), and of whom lives on (1957- )."""
    text, start = written.text, written.start
    name = text[max(0, start - _LONGEST_NAME) : start - 1]
    is_realm = name.endswith(spelled("events", "realm"))
    if not (is_realm or _ends_in_letter(name) or _heads_entry(written, name)):
        return None
    first = int(written.first)
    last = int(written.last or 0) or _last_year_in_two_digits(written, first)
    if not first < (last or years.NEWEST_IN_FULL) <= years.NEWEST_IN_FULL:
        return None
    if not is_realm and not _may_be_life(first, last):
        return None
    value = calendars.value_of_year(years.western_year(first))
    if last:
        return value.saying(edtf.interval(value.edtf or "", edtf.year_value(last)))
    is_alive = first > _OLDEST_ALIVE and not written.last_alone
    return value.saying(edtf.open_after(value.edtf or "")) if is_alive else None


def _last_year_in_two_digits(written: Written, first: int) -> int | None:
    """Return the 1945 of 1939-45; None behind a dash where the first is so old that pages and codes are likelier."""
    if not written.last_alone or ("-" in written.match[0] and first < _OLDEST_WITH_A_DASH):
        return None
    return _last_year(first, written.last_alone)


def _may_be_life(first: int, last: int | None) -> bool:
    """Say whether two numbers may be the years of somebody's life: no pages, postal codes, heights or prices."""
    end = last or first
    if min(first, end) < _FOUR_DIGITS or end - first > _LONGEST_LIFE:
        return False
    return not last or first % 100 != 0 or last % 100 != 0


def _heads_entry(written: Written, name: str) -> bool:
    """Say whether the years head what a dictionary tells of somebody: [1931~1984]昭和時代の小説家."""
    return written.text[written.start - 1] == "(" and bool(written.last) and name[-1:] in ("", "\n")


def _ends_in_letter(name: str) -> bool:
    """Say whether a name stands there, and no number or unit."""
    return len(name) > 1 and all(sign.isalpha() or sign in " ・ー" for sign in name[-2:])


@form(
    r"(?P<year>[0-9]{{3,4}}) (?= [)、,。・|\n\0に頃ごこかま] | [~-](?![0-9]) | \x20(?![a-zA-Z0-9]) )",
    examples={"A.D.1854": "1854", "BC221": "-0220"},
)
def read_year_of_an_epoch(written: Written, context: Context) -> Value | None:
    """Read a year behind AD or BC, which needs no 年."""
    calendar = written.lead.calendar
    is_named = calendar.isascii() and kind_of_calendar(calendar) in ("western", "before the epoch")
    year = years.year_of_epoch(calendar, written.year) if is_named else None
    return calendars.value_of_year(year) if year else None


@form(
    r"(?<![A-Za-z0-9]) FY \x20? (?P<year>[0-9]{{4}}) (?![0-9])",
    examples={"FY2015": "2015-04/2016-03"},
    words=("FY",),
)
def read_fiscal_year(written: Written, context: Context) -> Value | None:
    """Read FY2015."""
    year = years.year_in_full(written.year)
    return calendars.value_of_year(year, fiscal=True) if year else None
