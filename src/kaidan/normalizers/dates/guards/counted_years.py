"""Years that are a count: 3年生, 創業300年, 任期が4年."""

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import counts
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.guards.rule import guard
from kaidan.normalizers.dates.lunisolar import GREGORIAN_SINCE
from kaidan.normalizers.dates.qualifiers import says_about
from kaidan.normalizers.dates.vocabulary import kind_of_calendar
from kaidan.normalizers.dates.written import Written
from kaidan.normalizers.dates.year_series import goes_on_in_series
from kaidan.text.numerals import number

_YEARS_NEAR = 50
"""A round number so close to the year named last is a year too: 1799年に…、1800年に."""


@guard(
    "a few years, whose number belongs to a word: 小学校6年, 1981～2010年の30年に",
    "few years",
    "小学校6年",
    "1981～2010年の30年に",
)
def is_few_years(written: Written, context: Context) -> bool:
    text, count = written.text, number(written.year) or 0
    if not _is_short(written, context, count) or _is_in_lost_era(written):
        return False
    if written.lead.calendar:
        return False
    has_kanji = counts.kanji_before(text, written.at) and written.span != "度"  # 会費28年度分
    if has_kanji or text.endswith("年の", 0, written.at):
        return True
    if written.span or written.year[0] == "0":  # 06年に一審判決
        return False
    if goes_on_in_series(count, written, context):
        return False
    return counts.counts_few_years(text, written.end) and written.lead.mark != "'"


def _is_in_lost_era(written: Written) -> bool:
    """Say whether a western year before 1873 stands in brackets behind a small one: 福徳2年（1491年）."""
    gloss = number(written.gloss_year) or 0
    return not written.gloss_era and 100 <= gloss < GREGORIAN_SINCE


def _is_short(written: Written, context: Context, count: int) -> bool:
    """Say whether a year of two digits stands on its own; behind 、 it may: 平成3年、5年の刑."""
    has_comma = written.text.endswith(("年、", "年,"), 0, written.at)
    return count < 100 and (not context.tie or has_comma)


@guard(
    "years that a range of days does not end with: 九月十六日から二十年",
    "few years",
    "昭和二十年九月十六日から二十年とする",
)
def is_length_behind_day(written: Written, context: Context) -> bool:
    count = number(written.year) or 0
    is_end = context.tie == "range" and context.named.day and count < 100
    return bool(is_end) and not written.text.startswith("まで", written.end)


@guard(
    "a round number of years, with nothing that shows it to be one: 千年, 100年",
    "year alone, three digits",
    "千年",
    "三千年",
)
def is_round(written: Written, context: Context) -> bool:
    count = number(written.year) or 0
    text, end = written.text, written.end
    begins_range = text[end] in "~-" and text[end + 1].isdigit()
    if "千" in written.year and text.startswith("年の", end - 1) and not _is_proved(written):
        return count % 1000 == 0
    if not 100 <= count < 1900 or count % 100 or written.span or _is_proved(written):
        return False
    if count >= 1000 and (begins_range or says_about(text, end)):  # 1600年～1613年, 1800年頃
        return False
    return abs(count - (context.named.year or 0)) > _YEARS_NEAR and not written.year_shared


@guard(
    "a count of years: 200年以上, 1000年の歴史",
    "year alone, three digits, few years",
    "2000年の歴史",
    "約1500年前",
)
def counts_years(written: Written, context: Context) -> bool:
    count = number(written.year) or 0
    if written.span or (count < 100 and not context.tie):
        return False
    return counts.counts_years(written.text, written.end)


@guard(
    "a length of time that a word says: 任期が4年, 10年を経て",
    "few years, year with month",
    "平成12年から任期が4年に延長された",
)
def lasts(written: Written, context: Context) -> bool:
    count = number(written.year) or 0
    return count < 100 and counts.lasts(written.text, written.start, written.end)


@guard(
    "three digits that nothing shows to be a year: 築120年, 創業300年",
    "three digits",
    "築120年",
    "創業300年",
    "200年史",
    "150年目",
    "360年周期",
)
def is_count_of_three_digits(written: Written, context: Context) -> bool:
    count = number(written.year) or 0
    if written.span or _is_proved(written):
        return False
    text, start, end = written.text, written.start, written.end
    named = context.named.year or 0
    is_among_such = 100 <= named < 1000
    if context.tie and is_among_such:
        return False
    if start and (text[start - 1].isalnum() and not "ぁ" <= text[start - 1] <= "ん"):
        return True
    if written.year_shared:
        return False
    if is_among_such and abs(count - named) <= _YEARS_NEAR:  # 733-739年 733年出発
        return not goes_on_as_year(text, end)
    if not is_among_such and _is_round(count, text, end):
        return True
    return not (
        text[end] in "にの、。・~-()」はまがかごこ頃以しをとへも \n\0"
        and goes_on_as_year(text, end)
    )


def _is_round(count: int, text: str, end: int) -> bool:
    """Say whether a number is as round as counts are, and nothing behind it says that it is a year."""
    is_ranged = text[end] in "~-" or text.startswith(("から", "に"), end)
    return count % 50 == 0 or (count % 10 == 0 and not is_ranged)


def goes_on_as_year(text: str, end: int) -> bool:
    """Say whether the text goes on behind 年 as it does behind a year, and not as behind a count."""
    return not text.startswith(spelled("counters", "behind a year of three digits"), end)


@guard(
    "three digits and a month behind a word that is no calendar known here: 開闢103年10月17日",
    "year with month",
    "開闢103年10月17日",
)
def counts_from_unknown_epoch(written: Written, context: Context) -> bool:
    is_short = 100 <= (number(written.year) or 0) < 1000
    if not is_short or _is_proved(written):
        return False
    before = written.text[written.start - 1 : written.start]
    return before.isalnum() and not "ぁ" <= before <= "ん"


def _is_proved(written: Written) -> bool:
    """Say whether the other calendar, or a calendar's name, shows a number to be a year."""
    kind = kind_of_calendar(written.lead.calendar)
    has_gloss = written.gloss_year or written.beside_year
    stands_for = written.text[written.start - 1 : written.start] == "("  # 斉明天皇6年（660年）
    is_gloss = stands_for and written.text[written.end] == ")" and not written.year.endswith("00")
    return bool(has_gloss or kind) or is_gloss or written.lead.mark == "'"


GUARDS = (
    is_few_years,
    is_length_behind_day,
    is_round,
    counts_years,
    lasts,
    is_count_of_three_digits,
    counts_from_unknown_epoch,
)
