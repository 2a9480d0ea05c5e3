"""All forms of dates, in the order in which they are tried; the first that reads a date wins. And which of them may stand at a place."""

from collections.abc import Mapping
from functools import cache, lru_cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import Form, Placed
from kaidan.normalizers.dates.forms.calendar_dates import (
    read_date_from_its_month,
    read_date_from_its_year,
    read_date_in_full,
    read_day,
    read_month_and_day,
    read_season,
    read_year_by_itself,
)
from kaidan.normalizers.dates.forms.numeric_dates import (
    read_month_behind_a_point,
    read_numbers_parted_by_signs,
    read_row_of_a_chronicle,
    read_year_of_a_rule,
    read_year_of_a_table,
)
from kaidan.normalizers.dates.forms.relative_days import read_this_day_years_ago, read_week
from kaidan.normalizers.dates.forms.slashed_days import read_month_and_day_with_a_slash
from kaidan.normalizers.dates.forms.spans_of_years import (
    read_century,
    read_fiscal_year,
    read_year_of_an_epoch,
    read_year_of_an_era_in_brackets,
    read_years_of_a_life,
    read_years_of_an_era,
)
from kaidan.normalizers.dates.forms.two_calendars import (
    read_date_in_two_calendars,
    read_date_with_its_year_in_the_cycle,
    read_year_of_an_era_by_its_sign_in_the_cycle,
)
from kaidan.normalizers.dates.leads import Lead
from kaidan.normalizers.dates.tabulated import era_letters, tabulated_years
from kaidan.normalizers.dates.vocabulary import words_of_kind
from kaidan.text.deferred import deferred
from kaidan.text.numerals import NUMERALS
from kaidan.text.scan import Table, by_first

FORMS: tuple[Form, ...] = (
    read_date_in_full,
    read_month_and_day,
    read_this_day_years_ago,
    read_date_in_two_calendars,
    read_date_with_its_year_in_the_cycle,
    read_month_behind_a_point,
    read_numbers_parted_by_signs,
    read_row_of_a_chronicle,
    read_year_by_itself,
    read_season,
    read_date_from_its_year,
    read_date_from_its_month,
    read_day,
    read_century,
    read_month_and_day_with_a_slash,
    read_year_of_a_rule,
    read_year_of_a_table,
    read_week,
    read_years_of_a_life,
    read_year_of_an_era_in_brackets,
    read_years_of_an_era,
    read_year_of_an_era_by_its_sign_in_the_cycle,
    read_year_of_an_epoch,
    read_fiscal_year,
)

_DIGITS = frozenset("0123456789")
_IN_NUMBER = NUMERALS.union(" \n")
_LISTING = frozenset("~・、,-ーか及の両")
_UNIT = deferred("[年月日世]")
_TO_SHARED_UNIT = 24
"""So many signs behind a number at most stands the unit that it shares with others: 17～18世紀, 7日、8日及び9日."""
_TO_MONTH = 12
"""And so many behind a year, with its point, the unit of its month: R5. 11月."""


@lru_cache(maxsize=4096)
def forms_behind(sign: str, further: str, placed_by: Placed) -> tuple[Form, ...]:
    """Return the forms whose first number these two signs may follow."""
    return tuple(form for form in FORMS if form.may_begin(sign, further, placed_by))


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
def _forms_of_word(word: str, further: str, placed_by: Placed) -> tuple[Form, ...]:
    """Return the forms that a word begins which a sign may follow: behind 昨年 that of two calendars goes on in a bracket."""
    return tuple(form for form in _forms_by_word()[word] if form.may_go_on(further, placed_by))


@cache
def _words_by_sign() -> Table:
    return by_first("", _forms_by_word())


@cache
def _years_begin_with() -> frozenset[str]:
    """Return what a year in the other calendar may begin with, behind its bracket."""
    return NUMERALS.union(" \n西新'", (word[0] for word in eras_by_word()))


def forms_at(text: str, at: int, lead: Lead, context: Context) -> tuple[Form, ...]:
    """Return the forms that what starts there may have, by what stands before it and what is known."""
    sign = text[at]
    placed_by: Placed = "era" if lead.era else "month"  # which a word and a year do not ask for
    if sign not in _DIGITS:
        for word in _words_by_sign().get(sign, ()):
            if text.startswith(word, at):
                return _forms_of_word(word, _further(text, at + len(word)), placed_by)
        if sign not in NUMERALS:  # most often: 来日, 基本と
            return ()
    end = at + 1
    while text[end] in _IN_NUMBER:
        end += 1
    behind = text[end]
    if behind == "年":
        return forms_behind(behind, _further(text, end + 1), placed_by)
    if text[at - 1] in era_letters() and at in tabulated_years(text):
        return (read_year_of_a_table,)
    gives_month = lead.era or lead.mark or lead.calendar
    if not (gives_month or context.named.month or context.document.month):
        placed_by = "nothing"
    forms = forms_behind(behind, _further_on(text, end), placed_by)
    is_of_epoch = lead.calendar and lead.calendar.isascii()  # AD and BC need no 年
    return (*forms, read_year_of_an_epoch) if is_of_epoch else forms


def _further(text: str, at: int) -> str:
    """Return the sign behind 年: 月 for a number of one or two digits, and none for a bracket in which no year begins."""
    sign = text[at]
    if sign in _DIGITS:
        return sign if text[at + 2 : at + 3] in _DIGITS else "月"
    return "" if sign == "(" and text[at + 1] not in _years_begin_with() else sign


def _further_on(text: str, end: int) -> str:
    """Return the sign behind 月, the 月 that a point leads to, or the unit that the number at whose ``end`` a list begins shares."""
    behind = text[end]
    if behind == "月":
        return text[end + 1]
    if behind == ".":
        return "月" if text.find("月", end, end + _TO_MONTH) > 0 else ""
    unit = _UNIT.search(text, end, end + _TO_SHARED_UNIT) if behind in _LISTING else None
    return unit[0] if unit else ""
