"""One date at a place of a text: what belongs to its first number or word, and the first form that reads it."""

from functools import cache, lru_cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.normalizers.dates import ranges
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import Form, Read
from kaidan.normalizers.dates.forms.table import FORMS
from kaidan.normalizers.dates.leads import (
    MARKS,
    Lead,
    beginning_at,
    lead_of,
    start_of_word,
    without_calendar,
)
from kaidan.normalizers.dates.vocabulary import first_words_by_sign
from kaidan.text.numerals import NUMERALS
from kaidan.text.scan import stands

_DIGITS = frozenset("0123456789")
_BEGINS_BESIDE_WORDS = frozenset(MARKS).union("年F")
"""What dates without a number in front begin with, if it is no word: 翌8月, 寛永年間, FY2015."""
_IN_NUMBER = NUMERALS.union(" \n")
_TO_SHARED_UNIT = 6
"""So many signs behind a number the unit stands that it shares with the next: 17～18世紀."""


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
def _forms_of_words() -> tuple[Form, ...]:
    return tuple(form for form in FORMS if form.words)


def _read(text: str, at: int, lead: Lead, context: Context) -> Read | None:
    """Read the date whose first number or word stands at ``at``, by the first form that it has."""
    for form in _forms_at(text, at):
        if read := form.read(text, at, lead, context):
            return read
    return None


@cache
def _years_begin_with() -> frozenset[str]:
    """Return what a year in the other calendar may begin with, behind its bracket."""
    return NUMERALS.union(" \n西新", (word[0] for word in eras_by_word()))


def _forms_at(text: str, at: int) -> tuple[Form, ...]:
    """Return the forms that what starts there may have."""
    sign = text[at]
    if sign not in _DIGITS:
        if sign in _BEGINS_BESIDE_WORDS or stands(text, at, first_words_by_sign()):  # 一昨年
            return _forms_of_words()
        if sign not in NUMERALS:  # most often: 来日, 基本と
            return ()
    end = at + 1
    while text[end] in _IN_NUMBER:
        end += 1
    if text[end] != "年":
        has_century = text.find("世", end, end + _TO_SHARED_UNIT) >= 0
        return forms_behind(text[end], "世" if has_century else "")
    return forms_behind("年", _further(text, end + 1))


def _further(text: str, at: int) -> str:
    """Return the sign behind 年: 月 for a number of one or two digits, and none for a bracket in which no year begins."""
    sign = text[at]
    if sign in _DIGITS:
        return sign if text[at + 2 : at + 3] in _DIGITS else "月"
    return "" if sign == "(" and text[at + 1] not in _years_begin_with() else sign
