"""The year of a date as it is written: an era's, a western one, a word, both calendars, two digits."""

import re
from functools import cache

from kaidan.lexicon.words import any_of
from kaidan.normalizers.dates import counts, two_digits, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.continuations import shows_year
from kaidan.normalizers.dates.grammar import IN_KANJI
from kaidan.normalizers.dates.lunisolar import GREGORIAN_SINCE
from kaidan.normalizers.dates.values import Value, Year
from kaidan.normalizers.dates.vocabulary import (
    Step,
    kind_of_calendar,
    modern_era_words,
    relative_words,
)
from kaidan.normalizers.dates.written import Written
from kaidan.normalizers.dates.year_series import (
    goes_on_in_series,
    leads_to_western_year,
    stands_beside_its_twin,
)
from kaidan.text.numerals import NUMERALS, number

_TENS = frozenset("十拾廿卅丗")
_ONE_DIGIT = 9
_JOIN = 4
"""So many signs join two years at most: 年から, 年より."""
_TWO_ERAS_SINCE = 1989
"""Since then the year of an era is small again, and two digits above thirty are mostly western."""
_EPOCHS = ("western", "before the epoch", "before the epoch alone", "counted")


DISAGREEING = Year(0)
"""The year of a date whose two calendars name different ones; it is told by which one it is."""


def read_year(written: Written, context: Context) -> Year | None:
    """Read the year that is written, with what the other calendar beside it says."""
    gloss = gloss_of(written)
    if written.year_word and gloss:  # 翌年(昭和二十一年)
        return gloss
    year = _year_as_written(written, gloss, context)
    if not year or not gloss:
        return year
    return years.merged(year, gloss, number(written.month)) or DISAGREEING


def gloss_of(written: Written) -> Year | None:
    """Return the year in the other calendar, in brackets or right behind."""
    numeral = written.gloss_year or written.beside_year
    if not numeral:
        return None
    if written.gloss_mark and len(numeral) == 2:
        year = years.year_of_either(written.lead.era, written.year)
        return year and years.western_year(year.number // 100 * 100 + (number(numeral) or 0))
    era = written.gloss_era or written.beside_era
    return years.year_of_either("".join(era.split()), numeral)


def _year_as_written(written: Written, gloss: Year | None, context: Context) -> Year | None:
    lead, numeral = written.lead, written.year
    if lead.era:
        return years.year_of_era(lead.era, numeral)
    if written.year_word or written.season_year:
        return _year_of_word(written, context)
    if gloss and (proved := two_digits.year_proved_by(numeral, gloss)):
        return proved
    count = number(numeral)
    if gloss and count and count < 100 and _is_of_unknown_era(written, gloss):
        return Year(gloss.number, None, ("lunisolar",), lunisolar=True)
    if kind_of_calendar(lead.calendar) in _EPOCHS:
        return years.year_of_epoch(lead.calendar, numeral)
    if count is None or count > 99:
        return years.western_year(count) if count and count < 1000 else years.year_in_full(numeral)
    if written.slot == "same year":  # 同31年, 翌46年
        return two_digits.continued_year(count, context)
    return _year_of_two_digits(count, written, context)


def _is_of_unknown_era(written: Written, gloss: Year) -> bool:
    """Say whether what stands before a small year is an era that is not known: 福徳2年（1491年）3月."""
    return (
        not gloss.era
        and gloss.number < GREGORIAN_SINCE
        and counts.kanji_before(written.text, written.at)
    )


def _year_of_word(written: Written, context: Context) -> Year | None:
    """Return the year of 昨年, 同年 or 今夏."""
    word, is_fiscal = written.year_word, bool(written.span_of_word)
    step = (
        relative_words("year").get(word) or relative_words("year of a season")[written.season_year]
    )
    stated = None
    if step.base == "text":
        stated = _year_stated_behind(written)
        if context.lost or context.named.spans_an_era:
            return stated
    known = _base_of(step, written, context, is_fiscal=is_fiscal)
    if not known.year:
        return stated
    began_last_year = (
        is_fiscal and known is context.document and (known.month or 12) < 4 and not known.fiscal
    )
    year = known.year + step.units - began_last_year
    if stated and stated.number != year and written.text[written.start - 1] == "の":
        return stated  # 焼失の翌年、昭和9年に
    return years.year_lent_by(known, year)


@cache
def _stated() -> re.Pattern[str]:
    """Return the pattern of a year in full that says which one a word means: 翌年、昭和七年に."""
    eras = any_of(modern_era_words())
    return re.compile(rf"、(?P<era>{eras})?\x20?(?P<year>{IN_KANJI})\x20?年")


def _year_stated_behind(written: Written) -> Year | None:
    if written.month or written.text[written.end] != "、":
        return None
    stated = _stated().match(written.text, written.end)
    if not stated:
        return None
    if era := stated["era"]:
        return years.year_of_era(era, stated["year"])
    return years.year_in_full(stated["year"])


def _base_of(step: Step, written: Written, context: Context, *, is_fiscal: bool) -> Value:
    """Return the date that a year word counts from: 前年度 from the document if no fiscal year was named.

    昨年度 counts from one that is named by its number (2005年度は昨年度に比べ), 今年度 and 来年度 from the document.
    """
    known = context.named
    if is_fiscal and known.fiscal and (context.in_sentence or not context.document.year):
        counts_from_text = step.base == "text" or not context.document.year
        if counts_from_text or (step.units < 0 and _is_numbered(written)):
            return known
    if is_fiscal and context.document.year:
        return context.document
    return context.base(step.base)


def _is_numbered(written: Written) -> bool:
    """Say whether the fiscal year named last has a number, and is not 昨年度 itself."""
    unit = written.text.rfind("年度", 0, written.start)
    return unit > 0 and written.text[unit - 1] in NUMERALS


def _year_of_two_digits(count: int, written: Written, context: Context) -> Year | None:
    numeral, text, end = written.year, written.text, written.behind_year
    if len(numeral) == 2 and numeral[0] in "0〇零" and not context.tie:
        return two_digits.year_of_zero_digits(count, context)
    named = context.named.year or 0
    if written.lead.mark == "'" and not (named or context.document.year):
        return two_digits.year_with_apostrophe(count)
    if not context.named.counted_in and not context.tie and counts.names_games(text, end):
        return two_digits.year_of_games(count, context)
    if named % 100 == count and counts.names_event(text, end, at_once=True):  # 昭和31年…。56年宣言
        return years.western_year(named)
    if stands_beside_its_twin(written, context):
        return two_digits.year_proved_by(numeral, Year(named))
    return _year_by_what_was_named(count, written, context)


def _year_by_what_was_named(count: int, written: Written, context: Context) -> Year | None:
    """Return the year of two digits, or of one, that the years named before it place, or the document's."""
    named, document = context.named.year or 0, context.document.year or 0
    is_evident = _is_evident(count, written, context)
    is_in_era = is_evident and _is_counted_in_era(written, context)
    if is_in_era and (latest := two_digits.year_of_latest_era(count, document or named)):
        return latest
    if context.tie and named > 0 and count <= _ONE_DIGIT and _is_joined(written):
        year = two_digits.continued_year(count, context)  # 平成10年から5年で, but 昭和55、6年
        return year if year and year.number >= named else None
    is_first = not (document or named)
    if is_evident and is_first and leads_to_western_year(count, written):  # 51年「花」。81年
        return two_digits.year_of_last_century(count)
    year = two_digits.year_of_two_digits(count, context, is_evident=is_evident)
    is_long = (
        count > _ONE_DIGIT or context.tie or (year and year.era)
    )  # nobody writes 3年 for 2003年
    return year if is_long else None


def _is_evident(count: int, written: Written, context: Context) -> bool:
    """Say whether a number of two digits before 年 is surely a year."""
    return (
        _says_more(written)
        or shows_year(written.text, written.behind_year)
        or goes_on_in_series(count, written, context)
    )


def _is_joined(written: Written) -> bool:
    """Say whether a year stands close before: 平成10年から5年."""
    return "年" in written.text[written.start - _JOIN : written.start]


def _says_more(written: Written) -> bool:
    """Say whether what stands with a year of two digits shows that it is one: its month, 度, an apostrophe."""
    more = written.month or written.span or written.later_span
    return bool(more) or written.lead.mark == "'" or written.lead.is_led_to


def _is_counted_in_era(written: Written, context: Context) -> bool:
    """Say whether a year of two digits is an era's, though none is named.

    It is so where tens are written (四十八年十月, but 七三年) and in a document of the Shōwa era or before; but events are called by
    the western year (六十年安保, 五六年の宣言).
    """
    has_tens = not _TENS.isdisjoint(written.year)
    if context.named.counted_in or context.tie or "代" in (written.span, written.later_span):
        return False
    if not has_tens and not 0 < (context.document.year or 0) < _TWO_ERAS_SINCE:
        return False
    if written.month or written.span:
        return True
    return not counts.names_event(written.text, written.behind_year, at_once=has_tens)
