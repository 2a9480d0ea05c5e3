"""What belongs to a number and stands before it: an era, a mark (同, 翌, 本, '), and before those a calendar (去る, 西暦, 旧暦の)."""

import re
from dataclasses import dataclass, replace
from functools import cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import grammar
from kaidan.normalizers.dates.vocabulary import (
    calendars_by_last_sign,
    era_endings,
    era_name_lengths,
    first_words,
    longer_words,
)
from kaidan.text.numerals import KANJI, NUMERALS

MARKS = "同翌本'"
"""What ties a number to the date named before it, or says that it is of this month or century."""
_MARKS_OF_ERAS = frozenset("同翌前")
_BLANKS = " \n"
_BEHIND_ERAS = frozenset("年(" + grammar.STEMS)
"""What stands right behind an era and is no number: 寛永年間, 元和(1615~24), 文政庚寅."""
_LONGEST_LEAD = 8
_LONGEST_GAP = 8


@dataclass(slots=True)  # one is made at every number: a NamedTuple takes twice as long
class Lead:
    """What stands before a number or word and belongs to it; each part may be empty.

    ``start`` is where it begins; ``calendar`` says how the date is to be taken; ``era`` is as written, ``mark`` a sign that stands
    before the number, or before the era (翌文禄2年). ``is_led_to`` is set where a count of years only leads to this one: 71年前の1941年.
    """

    start: int
    calendar: str = ""
    era: str = ""
    mark: str = ""
    is_led_to: bool = False


@cache
def _endings() -> frozenset[str]:
    """Return the last signs of all that may belong to the number behind it: before most numbers stands another one."""
    return era_endings().union(MARKS, _BLANKS, "の.)", calendars_by_last_sign())


@cache
def _before_leads() -> frozenset[str]:
    """Return the last signs of what may stand before an era or a number with its mark."""
    return frozenset(_BLANKS).union("の", calendars_by_last_sign())


@cache
def beginnings() -> frozenset[str]:
    """Return every sign that a date may begin with."""
    leads = (word[0] for word in (*eras_by_word(), *spelled("calendars")))
    return NUMERALS.union(MARKS, leads, (word[0] for word in first_words()), "F")


def lead_of(text: str, at: int, floor: int) -> Lead:
    """Return what belongs to the number or word at ``at`` and stands before it, but not before ``floor``.

    >>> lead_of("去る平成26年", 4, 0)
    Lead(start=0, calendar='去る', era='平成', mark='', is_led_to=False)
    >>> lead_of("ヒジュラ暦では1441年", 7, 0).calendar
    'ヒジュラ暦'
    """
    if at <= floor:
        return Lead(at)
    lead = _right_before(text, at, floor)
    start = lead.start
    near = start - _LONGEST_LEAD
    near = near if near > floor else floor  # noqa: FURB136  twice as fast
    if start > floor and text.find("暦", near, start) >= 0:
        return _in_calendar_of_clause(text, lead, floor)
    return lead


@cache
def _calendar_of_clause() -> re.Pattern[str]:
    """Return the pattern of a calendar that the clause names, and not right before its date.

    So in ヒジュラ暦では, （ユリウス暦）で, and where a day in brackets may be of either calendar: イスラム暦の新年(1月1日).
    """
    unknown = any_of(word for word in spelled("calendars", "unknown") if "暦" in word)
    words = any_of(word for word in spelled("calendars") if "暦" in word)
    ties = any_of(spelled("compounds", "behind a calendar"))
    return re.compile(
        rf"(?:(?P<in_bracket>{unknown})の[^\W0-9、]{{1,4}}\(|(?:(?P<calendar>{words})|(?P<without_row>(?:[ァ-ヶー・]+|[一-龠々]+)暦))\)?(?:{ties}|の)?、?)$"
    )


def _in_calendar_of_clause(text: str, lead: Lead, floor: int) -> Lead:
    if lead.calendar:
        return lead
    near = max(floor, lead.start - 2 * _LONGEST_LEAD)
    named = _calendar_of_clause().search(text[near : lead.start])
    if not named or (named["without_row"] and _names_no_calendar(named["without_row"])):
        return lead
    return replace(lead, calendar=named[named.lastgroup or "calendar"])


def _names_no_calendar(word: str) -> bool:
    """Say whether a word ends in 暦 as an era does, 宝暦, or another thing: 還暦."""
    return word[-2:] in eras_by_word() or word.endswith(spelled("compounds", "ends in 暦"))


def _right_before(text: str, at: int, floor: int) -> Lead:
    if text[at - 1] not in _endings():
        return Lead(at)
    era, start = text[at - 2 : at], at - 2
    if era in eras_by_word() and start >= floor and text[at] in NUMERALS:  # most often
        before = text[start - 1] if start > floor else ""
        if before not in _before_leads() and before not in _MARKS_OF_ERAS:
            return Lead(start, "", era)
    if text[at] in _BEHIND_ERAS:
        era = _era_before(text, at, floor)
        return Lead(_start_of_eras(text, at - len(era), floor), era=era)
    if text[at] not in NUMERALS:
        return _behind_calendar(text, Lead(at), floor)
    end = _before_blanks(text, at, floor) if text[at - 1] in _BLANKS else at
    if text[end - 1] == "." and (lead := _lead_with_point(text, at, end, floor)):
        return lead
    is_marked = end > floor and text[end - 1] in MARKS and (end == at or text[end - 1] in "同翌")
    if is_marked and text[end - 2 : end] not in eras_by_word():  # 大同
        return _behind_calendar(text, Lead(end - 1, mark=text[end - 1]), floor)
    end = _end_of_era(text, end, floor)
    era = _era_before(text, end, floor)
    start = end - len(era) if era else at
    mark = ""
    if era and start > floor and text[start - 1] in _MARKS_OF_ERAS:
        mark, start = text[start - 1], start - 1
    lead = Lead(start, "", era, mark)
    before = text[start - 1] if start > floor else ""
    if before not in _before_leads():  # most often
        return lead
    lead = _behind_calendar(text, lead, floor)
    return _led_to(text, at, lead, floor) if text[lead.start - 1 : lead.start] == "の" else lead


def _start_of_eras(text: str, start: int, floor: int) -> int:
    """Return where the first of two eras begins whose years are named as one: 寛政~享和年間, 文化文政年間."""
    end = start - (text[start - 1] in "~・-")
    is_era = end - 2 >= floor and text[end - 2 : end] in eras_by_word()
    return end - 2 if is_era and text[start] not in "年(" else start


@cache
def _bracket_behind_era() -> re.Pattern[str]:
    return re.compile(r"\((?:[ぁ-ん]{3,10}|[0-9]{3,4}年?)\)$")


def _end_of_era(text: str, end: int, floor: int) -> int:
    """Return where an era ends, which may not stand right before its year: 舒明天皇の13年, 寛延(かんえん)2年, 万延(1860)元年."""
    if text.endswith("天皇の", floor, end):
        return end - 1
    if text[end - 1] != ")":
        return end
    near = max(floor, end - 2 * _LONGEST_LEAD)
    bracket = _bracket_behind_era().search(text[near:end])
    return _before_blanks(text, near + bracket.start(), floor) if bracket else end


def _lead_with_point(text: str, at: int, end: int, floor: int) -> Lead | None:
    """Return an era's sign, behind whose point a day in points follows, or a calendar's: S.23.4.1, R. 4. 1. 3, A.D.1854."""
    start = end - 2
    is_sign = start >= floor and text[start] in eras_by_word() and not _ends_latin_word(text, start)
    if is_sign and _in_points().match(text, at):
        return Lead(start, "", text[start])
    if end < at:
        return None
    is_calendar = text[at - 2 : at - 1].isalpha()
    return _behind_calendar(text, Lead(at), floor) if is_calendar else Lead(at)


@cache
def _in_points() -> re.Pattern[str]:
    return re.compile(r"(?:[0-9]{1,2}|元)\. ?[0-9]{1,2}\. ?[0-9]{1,2}(?![0-9.])")


def without_calendar(lead: Lead, at: int) -> Lead:
    """Return the lead without its calendar, or without anything if it has none."""
    if lead.calendar and (lead.era or lead.mark):
        return Lead(at - len(lead.era) - len(lead.mark), era=lead.era, mark=lead.mark)
    return Lead(at)


def start_of_word(text: str, at: int, floor: int) -> int:
    """Return where the word at ``at`` begins: おととい may end a longer one, which the scan does not look for."""
    for word in longer_words().get(text[at], ()):
        for start in range(max(floor, at - len(word) + 1), at):
            if text.startswith(word, start) and start + len(word) > at:
                return start
    return at


def beginning_at(text: str, position: int) -> tuple[int, Lead] | None:
    """Return where the first number or word of a date that starts just at ``position`` stands, and its lead."""
    match = grammar.start().match
    for at in range(position, position + 20):
        if match(text, at):
            first = start_of_word(text, at, position)
            lead = lead_of(text, first, position)
            if lead.start == position:
                return first, lead
            if text[at] != "元":  # of 長元10年
                return None
        if text[at] not in _endings() and text[at] not in beginnings():
            return None
    return None


def _before_blanks(text: str, at: int, floor: int) -> int:
    """Return where the blanks before a place begin."""
    end = at
    while end > floor and at - end < _LONGEST_GAP and text[end - 1] in _BLANKS:
        end -= 1
    return end


def _era_before(text: str, end: int, floor: int) -> str:
    """Return the era that ends there: in full, with blanks inside, or as one sign."""
    if end <= floor or text[end - 1] not in era_endings():
        return ""
    for length in era_name_lengths():
        name = text[end - length : end]
        if name in eras_by_word() and end - length >= floor:
            return name
    start = _before_blanks(text, end - 1, floor) - 1
    if floor <= start < end - 2 and text[start] + text[end - 1] in eras_by_word():
        return text[start:end]
    sign = text[end - 1]
    if sign not in eras_by_word() or _ends_latin_word(text, end - 1):
        return ""
    return sign


def _ends_latin_word(text: str, start: int) -> bool:
    """Say whether a Latin letter is only the end of a word."""
    before = text[start - 1] if start else ""
    return text[start].isascii() and before.isascii() and before.isalnum()


def _behind_calendar(text: str, lead: Lead, floor: int) -> Lead:
    """Add the calendar before a lead, with の between them perhaps: 旧暦の8月15日."""
    end = _before_blanks(text, lead.start, floor)
    if end <= floor:
        return lead
    if text[end - 1] == "の":
        end -= 1
    for word in calendars_by_last_sign().get(text[end - 1], ()):
        start = end - len(word)
        if not text.endswith(word, floor, end) or _ends_latin_word(text, start):
            continue
        if word not in spelled("calendars", "before the epoch alone") or _is_free(
            text, start, lead
        ):
            return Lead(start, word, lead.era, lead.mark, lead.is_led_to)
    return lead


@cache
def _years_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:[0-9]{{3}}|[{KANJI}]{{3}})年|{grammar.IN_KANJI}世紀")


def _is_free(text: str, start: int, lead: Lead) -> bool:
    """Say whether 前 means that a year or a century lies before Christ: 前221年, but not 戦前2年, この前2019年."""
    before = text[start - 1 : start]
    stands_free = not before.isalnum() or "ぁ" <= before <= "ん"
    return stands_free and not lead.era and bool(_years_alone().match(text, lead.start))


@cache
def _leading() -> re.Pattern[str]:
    """Return the pattern of what only leads to the year behind it: 71年前の, 翌年の."""
    words = [word for word in spelled("relative", "year") if word.endswith("年")]
    return re.compile(
        rf"(?:(?<![0-9])[0-9]{{1,4}}年[前後]|[〇一二三四五六七八九十百]{{1,4}}年[前後]|{any_of(words)})の$"
    )


@cache
def _year() -> re.Pattern[str]:
    more = rf"(?:{grammar.SPACE}[~-]{grammar.SPACE}{grammar.IN_KANJI})?"
    return re.compile(rf"{grammar.IN_KANJI}{more}{grammar.SPACE}年")


def _led_to(text: str, at: int, lead: Lead, floor: int) -> Lead:
    """Let a year begin with the count of years, or the word, that only leads to it."""
    behind_year = _year().match(text, at)
    if lead.calendar or lead.mark or not behind_year:
        return lead
    found = _leading().search(text, max(floor, lead.start - _LONGEST_LEAD), lead.start)
    if not found or (not lead.era and behind_year.end() - at < 3):
        return lead
    return replace(lead, start=found.start(), is_led_to=True)
