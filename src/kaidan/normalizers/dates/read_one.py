"""One date at a place of a text: what belongs to its first number or word, and the first form that reads it."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.normalizers.dates import ranges
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import Form, Read
from kaidan.normalizers.dates.forms.numeric_dates import read_year_of_a_table
from kaidan.normalizers.dates.forms.table import FORMS
from kaidan.normalizers.dates.leads import (
    Lead,
    beginning_at,
    lead_of,
    start_of_word,
    without_calendar,
)
from kaidan.normalizers.dates.tabulated import era_letters, tabulated_years
from kaidan.normalizers.dates.vocabulary import words_of_kind
from kaidan.text.numerals import NUMERALS
from kaidan.text.scan import Table, by_first

_DIGITS = frozenset("0123456789")
_IN_NUMBER = NUMERALS.union(" \n")
_LISTING = frozenset("~・、,-ーか及の両")
_UNIT = re.compile("[年月日世]")
_TO_SHARED_UNIT = 24
"""So many signs behind a number at most stands the unit that it shares with others: 17～18世紀, 7日、8日及び9日."""


def read_with_its_lead(text: str, at: int, last: int, context: Context) -> tuple[int, Read | None]:
    """Read what starts at ``at``, with what belongs to it and stands before it, or with less of that, or by itself."""
    if text[at] not in NUMERALS:
        at = start_of_word(text, at, last)
    lead = lead_of(text, at, last)
    while True:
        is_near = context.in_sentence and lead.start - last <= ranges.FARTHEST
        tie = ranges.tie_between(text, last, lead.start) if is_near else ""
        read = _read(text, at, lead, context.tied(tie) if tie else context)
        if read or lead.start == at:
            return lead.start, read
        lead = without_calendar(lead, at)


def read_at(text: str, position: int, context: Context) -> Read | None:
    """Read a date that starts just there, if one does."""
    found = beginning_at(text, position)
    return _read(text, *found, context) if found else None


@lru_cache(maxsize=4096)
def forms_behind(sign: str, further: str) -> tuple[Form, ...]:
    """Return the forms whose first number these two signs may follow."""
    return tuple(form for form in FORMS if form.may_follow(sign, further))


@cache
def _forms_by_word() -> Mapping[str, tuple[Form, ...]]:
    """Return the forms that each word begins; 年 and FY stand for themselves: 寛永年間, FY2015."""
    found: dict[str, tuple[Form, ...]] = {}
    for form in FORMS:
        for kind in form.words:
            for word in words_of_kind(kind) or (kind,):
                found[word] = (*found.get(word, ()), form)
    return found


@lru_cache(maxsize=1024)
def _forms_of_word(word: str, further: str) -> tuple[Form, ...]:
    """Return the forms that a word begins which a sign may follow: behind 昨年 that of two calendars goes on in a bracket."""
    return tuple(form for form in _forms_by_word()[word] if form.may_go_on(further))


@cache
def _words_by_sign() -> Table:
    return by_first("", _forms_by_word())


def _read(text: str, at: int, lead: Lead, context: Context) -> Read | None:
    """Read the date whose first number or word stands at ``at``, by the first form that it has."""
    for form in _forms_at(text, at):
        if read := form.read(text, at, lead, context):
            return read
    return None


@cache
def _years_begin_with() -> frozenset[str]:
    """Return what a year in the other calendar may begin with, behind its bracket."""
    return NUMERALS.union(" \n西新'", (word[0] for word in eras_by_word()))


def _forms_at(text: str, at: int) -> tuple[Form, ...]:
    """Return the forms that what starts there may have."""
    sign = text[at]
    if sign not in _DIGITS:
        for word in _words_by_sign().get(sign, ()):
            if text.startswith(word, at):
                return _forms_of_word(word, _further(text, at + len(word)))
        if sign not in NUMERALS:  # most often: 来日, 基本と
            return ()
    end = at + 1
    while text[end] in _IN_NUMBER:
        end += 1
    behind = text[end]
    if behind == "年":
        return forms_behind(behind, _further(text, end + 1))
    if text[at - 1] in era_letters() and at in tabulated_years(text):
        return (read_year_of_a_table,)
    unit = _UNIT.search(text, end, end + _TO_SHARED_UNIT) if behind in _LISTING else None
    return forms_behind(behind, unit[0] if unit else "")


def _further(text: str, at: int) -> str:
    """Return the sign behind 年: 月 for a number of one or two digits, and none for a bracket in which no year begins."""
    sign = text[at]
    if sign in _DIGITS:
        return sign if text[at + 2 : at + 3] in _DIGITS else "月"
    return "" if sign == "(" and text[at + 1] not in _years_begin_with() else sign
