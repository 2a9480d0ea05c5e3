"""What is no date, however much it looks like one: a table of rules, each with its reason and texts that show it.

A number with its era, or with a month behind it, needs little proof. A bare 三年, 5月 or 10日 mostly counts something: a year of four
digits is taken unless what follows counts; a year of two digits, a month or a day only where the text goes on as after a date.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import compounds, counts
from kaidan.normalizers.dates.borrowing import step_before
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.continuations import goes_on, is_first_of_month
from kaidan.normalizers.dates.form import Written
from kaidan.normalizers.dates.lunisolar import GREGORIAN_SINCE
from kaidan.normalizers.dates.vocabulary import calendar_kinds
from kaidan.normalizers.dates.year_slot import goes_on_in_series
from kaidan.text.numerals import NUMERALS, number

Rule = Callable[[Written, Context], bool]


class Guard(NamedTuple):
    """A rule that says of what begins with one of the ``slots`` that it is no date; the ``silent`` texts name none for its sake."""

    reason: str
    slots: frozenset[str]
    says_no: Rule
    silent: tuple[str, ...]


GUARDS: list[Guard] = []
_NUMBERS = (
    "year with month, year alone, three digits, few years, month with day, month alone, day alone"
)
_YEARS_NEAR = 50
"""A round number so close to the year named last is a year too: 1799年に…、1800年に."""
_BULLETS = frozenset(" \n|・*-■□●○◆◇▼▲★☆")


def guard(reason: str, slots: str, *silent: str) -> Callable[[Rule], Rule]:
    """Add a rule to the table; ``slots`` are names of what dates begin with, parted by commas."""

    def add(rule: Rule) -> Rule:
        GUARDS.append(Guard(reason, frozenset(slots.split(", ")), rule, silent))
        return rule

    return add


def is_no_date(written: Written, context: Context) -> bool:
    """Say whether a rule of the table turns a date away."""
    for says_no in _rules_of(written.slot):  # noqa: SIM110  any() takes twice as long
        if says_no(written, context):
            return True
    return False


@cache
def _rules_of(slot: str) -> tuple[Rule, ...]:
    """Return the rules for what begins with one slot."""
    return tuple(one.says_no for one in GUARDS if slot in one.slots)


def comes_every_year(written: Written) -> bool:
    """Say whether what stands before a month says that it comes back: 毎年、4月に."""
    text, start = written.text, written.start
    return text.endswith(spelled("compounds", "comes every year"), 0, start)


@guard(
    "a class at school: 東大2年の, 明3年生", "weak era year", "東大2年の", "明3年生", "文化2年生"
)
def _is_class(written: Written, context: Context) -> bool:
    if written.lead.calendar or written.lead.mark:
        return False
    start = written.at - len(written.lead.era)
    if written.lead.era not in written.text[start : written.at]:  # blanks stand between
        start = written.start
    return compounds.is_class_at_school(written.text, start, written.end)


@guard("昨, 今 and 来 with a season are a date only by themselves: 今春闘", "season year", "今春闘")
def _is_no_season(written: Written, context: Context) -> bool:
    return not written["part_of_year"] or counts.kanji_before(written.text, written.at)


@guard(
    "翌日 and 前月 count from what is no date here: 祝日の場合は翌日",
    "year word, month word, day word",
    "祝日の場合は翌日",
)
def _counts_from_no_date(written: Written, context: Context) -> bool:
    word = written["year_word"] or written["month_word"] or written["day_word"]
    is_named = bool(context.named.year)
    return word[0] in "翌前" and compounds.counts_from_no_date(
        written.text, written.at, is_named=is_named
    )


@guard(
    "a piece of another word: 日本年金, 前日比, 今日的",
    "year word, month word, day word",
    "日本年金機構",
    "前年同期比",
    "今日的意義",
)
def _is_piece_of_word(written: Written, context: Context) -> bool:
    if written["month"] or (written["month_word"] and written["day"]):
        return False
    word = written["year_word"] or written["month_word"] or written["day_word"]
    end = written.at + len(word) + len(written["span_of_word"])
    return compounds.is_piece_of_word(written.text, written.at, end, word)


@guard("同 or 本 ends another word: 日本3日, 合同15日", "marked day, marked month", "日本3日")
def _is_rest_of_word(written: Written, context: Context) -> bool:
    return compounds.is_rest_of_word(written.text, written.start)


@guard(
    "what stands before it makes it a count: 懲役三年, 第10回, 生後20日",
    _NUMBERS,
    "約1956年",
    "懲役三年に処する",
    "生後20日",
    "約2000年前",
)
def _is_counted(written: Written, context: Context) -> bool:
    if context.tie or not counts.counted_before(written.text, written.start):
        return False
    is_bare_day = not written["month"]
    return not (written["day"] and step_before(written.text, written.at, is_day=is_bare_day))


@guard("a term of years and months: 懲役2年6月", "month with day, month alone", "2年6月")
def _is_term(written: Written, context: Context) -> bool:
    return (
        not context.tie
        and written.text.endswith("年", 0, written.start)
        and not _heads_entry(written, context)
    )


@guard(
    "a month that is counted or begins a name: 三月堂, 五月女さん, 10月革命",
    "month alone",
    "三月堂",
    "五月女さん",
    "10月革命",
)
def _is_no_month(written: Written, context: Context) -> bool:
    text, start, end = written.text, written.start, written.end
    if context.tie:
        return text[end] != "分" and counts.counts_days(text, end)
    is_in_kanji = not (written["part_of_month"] or written["month"].isascii())
    if is_in_kanji and counts.kanji_before(text, start):  # the place 東六月
        return True
    if text[end] == "-" and (written["month_shared"] or text[end + 1] in NUMERALS):  # 4-6月期
        return False
    if written["part_of_month"] or goes_on(text, end, "month"):
        return False
    return not (_heads_entry(written, context) or _is_before_noun(written, "month"))


@guard("a month with its day, behind kanji that it may belong to: 東六月一日", "month with day")
def _is_no_month_with_day(written: Written, context: Context) -> bool:
    return bool(context.tie) and counts.counts_days(written.text, written.end)


def _heads_entry(written: Written, context: Context) -> bool:
    """Say whether a month stands apart, as in a chronicle, behind its year: 昭和7年 1月 上海事変."""
    text, start, end = written.text, written.start, written.end
    document = context.document
    is_told = context.named.year and (context.in_sentence or not document.year)
    is_told = is_told or (document.year and not document.month)
    if not is_told or written["month_shared"] or text[start - 1] not in _BULLETS:
        return False
    if text[end] in " |":
        return not text[end + 1].isdigit()
    return text[start - 1] in "\n|" and _begins_noun(text, end)


def _begins_noun(text: str, at: int) -> bool:
    """Say whether a noun in katakana, or in kanji that does not count, stands there: 3月オーストラリアTCT社と."""
    return "ァ" <= text[at] <= "ヺ" or (
        counts.is_kanji(text[at]) and text[at] not in "号期堂祭生間分"
    )


def _is_before_noun(written: Written, unit: str) -> bool:
    """Say whether a month or a day heads a clause whose noun follows at once: 6月東京で開催, 12日ワシントンで署名した."""
    text, start, end = written.text, written.start, written.end
    heads = start == 0 or text[start - 1] in "。、\n|("
    if not heads or not written[unit].isascii() or written.lead.calendar:
        return False
    if text.startswith(spelled("continuations", f"no noun behind a {unit}"), end):
        return False
    is_katakana = "ァ" <= text[end] <= "ヺ"
    return bool(_noun_with_particle().match(text, end)) and (is_katakana or unit == "month")


@cache
def _noun_with_particle() -> re.Pattern[str]:
    return re.compile(r"[^\W0-9a-zA-Zぁ-ゖ]{2,12}(?:で|に|へ|から|を|が|は)")


@guard(
    "a day that is counted: 残業20日, 2、3日, 首相の1日, 毎月1日と15日",
    "day alone",
    "残業20日",
    "1日の流れ",
)
def _is_no_day(written: Written, context: Context) -> bool:
    text, start, end, day = written.text, written.start, written.end, number(written["day"]) or 0
    if context.tie:
        return counts.counts_days(text, end)
    is_shown = written.weekday or goes_on(text, end, "day", day) or _heads_line(text, start, end)
    if not is_shown and not _is_before_noun(written, "day"):
        return True
    if not written.lead.calendar and not compounds.stands_free(text, start):
        return True
    if day < 10 and (written["day_shared"] or counts.one_of_a_few(text, start)):
        return not _is_range_of_days(written, day)
    if day == 1 and not is_first_of_month(text, start, end):
        return True
    return text.startswith("両日", end - 2) or counts.of_every_month(text, start)


def _is_range_of_days(written: Written, day: int) -> bool:
    """Say whether a number below ten begins a range of days, 9～13日の日程で, and no count, 2～3日, 7～10日で."""
    listed, text = written["day_shared"].strip(), written.text
    last = number(listed[1:].strip()) if listed[:1] in ("~", "-") else None
    behind = text.find("日", written.end) + 1
    return bool(last and last - day > 1) and text.startswith(
        spelled("continuations", "behind a range of days"), behind
    )


def _heads_line(text: str, start: int, end: int) -> bool:
    """Say whether a day stands apart at the start of a line: 6日 広島に原爆が投下された."""
    apart = (
        text[end] == " " and not text[end + 1].isdigit() and not counts.counts_days(text, end + 1)
    )
    return apart and (start == 0 or text[start - 1] in "\n|。") and text[end + 1] not in " \n"


@guard(
    "a few years, whose number belongs to a word: 小学校6年, 1981～2010年の30年に",
    "few years",
    "小学校6年",
    "1981～2010年の30年に",
)
def _is_few_years(written: Written, context: Context) -> bool:
    text, count = written.text, number(written["year"]) or 0
    if not _is_short(written, context, count) or _is_in_lost_era(written):
        return False
    if written.lead.calendar:
        return False
    if counts.kanji_before(text, written.at) or text.endswith("年の", 0, written.at):
        return True
    if written["span"]:
        return False
    if goes_on_in_series(count, written, context):
        return False
    return counts.counts_few_years(text, written.end) and written.lead.mark != "'"


def _is_in_lost_era(written: Written) -> bool:
    """Say whether a western year before 1873 stands in brackets behind a small one: 福徳2年（1491年）."""
    gloss = number(written["gloss_year"]) or 0
    return not written["gloss_era"] and 100 <= gloss < GREGORIAN_SINCE


def _is_short(written: Written, context: Context, count: int) -> bool:
    """Say whether a year of two digits stands on its own; behind 、 it may: 平成3年、5年の刑."""
    has_comma = written.text.endswith(("年、", "年,"), 0, written.at)
    return count < 100 and (not context.tie or has_comma)


@guard(
    "years that a range of days does not end with: 九月十六日から二十年",
    "few years",
    "昭和二十年九月十六日から二十年とする",
)
def _is_length_behind_day(written: Written, context: Context) -> bool:
    count = number(written["year"]) or 0
    is_end = context.tie == "range" and context.named.day and count < 100
    return bool(is_end) and not written.text.startswith("まで", written.end)


@guard(
    "a round number of years, with nothing that shows it to be one: 千年, 100年",
    "year alone, three digits",
    "千年",
    "三千年",
)
def _is_round(written: Written, context: Context) -> bool:
    count = number(written["year"]) or 0
    if not 100 <= count < 1900 or count % 100 or written["span"] or _is_proved(written):
        return False
    return abs(count - (context.named.year or 0)) > _YEARS_NEAR and not written["year_shared"]


@guard(
    "a count of years: 200年以上, 1000年の歴史",
    "year alone, three digits, few years",
    "2000年の歴史",
    "約1500年前",
)
def _counts_years(written: Written, context: Context) -> bool:
    count = number(written["year"]) or 0
    if written["span"] or (count < 100 and not context.tie):
        return False
    return counts.counts_years(written.text, written.end)


@guard(
    "a length of time that a word says: 任期が4年, 10年を経て",
    "few years, year with month",
    "平成12年から任期が4年に延長された",
)
def _lasts(written: Written, context: Context) -> bool:
    count = number(written["year"]) or 0
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
def _is_count_of_three_digits(written: Written, context: Context) -> bool:
    count = number(written["year"]) or 0
    if written["span"] or _is_proved(written):
        return False
    text, start, end = written.text, written.start, written.end
    named = context.named.year or 0
    if context.tie and 100 <= named < 1000:
        return False
    if start and (text[start - 1].isalnum() and not "ぁ" <= text[start - 1] <= "ん"):
        return True
    if written["year_shared"]:
        return False
    is_range = text[end] in "~-" or text.startswith("から", end)
    if count % 10 == 0 and not (is_range or 100 <= named < 1000 or text.startswith("に", end)):
        return True
    if count % 50 == 0 and not 100 <= named < 1000:
        return True
    return not (
        text[end] in "にの、。・~-()」はまがかごこ頃以しをとへも \n\0"
        and goes_on_as_year(text, end)
    )


def goes_on_as_year(text: str, end: int) -> bool:
    """Say whether the text goes on behind 年 as it does behind a year, and not as behind a count."""
    return not text.startswith(spelled("counters", "behind a year of three digits"), end)


def _is_proved(written: Written) -> bool:
    """Say whether the other calendar, or a calendar's name, shows a number to be a year."""
    kind = calendar_kinds().get(written.lead.calendar, "")
    has_gloss = written["gloss_year"] or written["beside_year"]
    stands_for = written.text[written.start - 1 : written.start] == "("  # 斉明天皇6年（660年）
    is_gloss = (
        stands_for and written.text[written.end] == ")" and not written["year"].endswith("00")
    )
    return bool(has_gloss or kind) or is_gloss or written.lead.mark == "'"
