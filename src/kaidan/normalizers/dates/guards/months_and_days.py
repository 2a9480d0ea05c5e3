"""Months and days that count something, or begin a name."""

import re
from functools import cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import compounds, counts, grammar
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.continuations import goes_on, is_first_of_month
from kaidan.normalizers.dates.days_alone import heads_line_of_schedule
from kaidan.normalizers.dates.guards.rule import guard
from kaidan.normalizers.dates.line_heads import heads_line, sign_before
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import NUMERALS, number

_FAR = 120


@guard("a term of years and months: 懲役2年6月", "month with day, month alone", "2年6月")
def is_term(written: Written, context: Context) -> bool:
    return (
        not context.tie
        and written.text.endswith("年", 0, written.start)
        and not _heads_entry(written, context)
    )


@guard(
    "a month that is counted or begins a name: 三月堂, 五月女さん, 10月革命",
    "month alone",
    "三月堂",
    "3月上旬並みの気温",
    "五月女さん",
    "10月革命",
)
def is_no_month(written: Written, context: Context) -> bool:
    text, start, end = written.text, written.start, written.end
    if context.tie:
        return text[end] != "分" and counts.counts_days(text, end)
    if text.startswith(spelled("compounds", "likened to"), end):
        return True
    is_in_kanji = not (written.part_of_month or written.month.isascii())
    if is_in_kanji and counts.kanji_before(text, start):  # the place 東六月
        return True
    if text[end] == "-" and (written.month_shared or text[end + 1] in NUMERALS):  # 4-6月期
        return False
    if written.part_of_month or goes_on(text, end, "month"):
        return False
    return not (_heads_entry(written, context) or _is_before_noun(written, "month"))


@guard("a month with its day, behind kanji that it may belong to: 東六月一日", "month with day")
def is_no_month_with_day(written: Written, context: Context) -> bool:
    return bool(context.tie) and counts.counts_days(written.text, written.end)


@guard(
    "a day whose year stands behind it, in a list of what befell on it: 1月2日慶長14年(1609)",
    "month with day",
    "1月2日慶長",
)
def is_of_year_behind(written: Written, context: Context) -> bool:
    end = written.end
    era = eras_by_word().get(written.text[end : end + 2])
    return era is not None and not era.is_modern


def _heads_entry(written: Written, context: Context) -> bool:
    """Say whether a month stands apart, as in a chronicle, behind its year: 昭和7年 1月 上海事変."""
    text, start, end = written.text, written.start, written.end
    document = context.document
    is_told = context.named.year and (context.in_sentence or not document.year)
    heads = heads_line(text, start)
    is_told = is_told or (document.year and (heads or not document.month))
    if not is_told or written.month_shared or not (heads or text[start - 1] in " ・*"):
        return False
    if text[end] in " |-":
        return not text[end + 1].isdigit()
    if text[end] == "\n" == text[start - 1 : start]:  # in a line of its own
        return True
    return bool(start) and heads and _begins_noun(text, end)


def _begins_noun(text: str, at: int) -> bool:
    """Say whether a noun in katakana, or in kanji that does not count, stands there: 3月オーストラリアTCT社と."""
    counting = spelled("continuations", "no noun behind a month")
    is_noun = counts.is_kanji(text[at]) and not text.startswith(counting, at)
    return is_noun or "ァ" <= text[at] <= "ヺ"


def _is_before_noun(written: Written, unit: str) -> bool:
    """Say whether a month or a day heads a clause whose noun follows at once: 6月東京で開催, 12日ワシントンで署名した."""
    text, start, end = written.text, written.start, written.end
    heads = sign_before(text, start) in "。、\n("
    if not heads or not (written.month or written.day).isascii() or written.lead.calendar:
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
def is_no_day(written: Written, context: Context) -> bool:
    text, start, end, day = written.text, written.start, written.end, number(written.day) or 0
    if text.endswith("日で", 0, start):  # 前震から20日で6日
        return True
    if context.tie:
        follows = context.tie == "pair" and day - 1 == context.named.day  # 9月1日・2日にわたり
        return counts.counts_days(text, end) and not follows
    if not _is_shown_to_be_day(written, context, day):
        return True
    is_free = written.lead.calendar or compounds.stands_free(text, start)
    if not is_free and not _dates_a_dispatch(text, end):
        return True
    return _is_count_of_days(written, context, day)


def _is_shown_to_be_day(written: Written, context: Context, day: int) -> bool:
    """Say whether what stands around a bare day is what stands around days, and not around counts of them."""
    text, start, end = written.text, written.start, written.end
    if written.weekday or goes_on(text, end, "day", day) or _heads_line(text, start, end):
        return True
    if text[end] == "\n" and heads_line_of_schedule(written, context.named.day):
        return True
    if text[end] == "で" and _is_anniversary(text, start, end):
        return True
    return (
        _goes_on_from_day(written, context, day)
        or _heads_entry_of_diary(written, context, day)
        or _is_first_of_schedule(text, start, end, day)
        or _is_day_of_cycle(text, end)
        or _is_before_noun(written, "day")
    )


def _is_count_of_days(written: Written, context: Context, day: int) -> bool:
    """Say whether a number of days that stands like a day is a count of them after all: 7～9日, 1日, 両日."""
    text, start, end = written.text, written.start, written.end
    if day < 10 and (written.day_shared or counts.one_of_a_few(text, start)):
        follows = (
            context.in_sentence and 0 < (context.named.day or 0) < day
        )  # 10月4日に臨み、7～9日に
        return not _is_range_of_days(written, day, follows=follows)
    if day == 1 and not is_first_of_month(text, start, end):
        return True
    return text.startswith("両日", end - 2) or counts.of_every_month(text, start)


@cache
def _years_ago() -> re.Pattern[str]:
    return re.compile(
        r"で(?:丸|満)?[0-9]{1,3}(?:年(?![分間])|[カかヵヶケ]月|週間|日(?=[。、\n\0]))"
    )


def _is_anniversary(text: str, start: int, end: int) -> bool:
    """Say whether so many years or months have gone by on a day, or are to go: 事故から11日で10年, 五輪まで25日で44日."""
    return text.endswith(("から", "まで"), 0, start) and bool(_years_ago().match(text, end))


def _is_day_of_cycle(text: str, end: int) -> bool:
    """Say whether the signs of the day in the cycle of sixty follow: 十六日乙巳."""
    return text[end] in grammar.STEMS and text[end + 1] in grammar.BRANCHES


@cache
def _day_in_next_line() -> re.Pattern[str]:
    return re.compile(r"\n(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})日(?![間分])")


@cache
def _next_line_of_schedule() -> re.Pattern[str]:
    return re.compile(r"[^\n]\n{1,2}(?P<day>[0-9]{1,2})日\n")


def _is_first_of_schedule(text: str, start: int, end: int, day: int) -> bool:
    """Say whether a day has its line to itself, and so has a later one behind it: 6日, モンテビデオ発, 7日, 大統領表敬."""
    if text[end] != "\n" or not heads_line(text, start):
        return False
    later = _next_line_of_schedule().search(text, end, end + _FAR)
    return later is not None and int(later["day"]) > day


def _heads_entry_of_diary(written: Written, context: Context, day: int) -> bool:
    """Say whether a day heads its line below its month, and others do before or behind it: 5月, 6日朝に発つ, 7日着く."""
    text, start, end, named = written.text, written.start, written.end, context.named
    if not start or not heads_line(text, start) or not named.month or day <= (named.day or 0):
        return False
    is_told = counts.is_kanji(text[end]) and not counts.counts_days(text, end)
    return is_told and bool(named.day or _day_in_next_line().search(text, end, end + _FAR))


def _dates_a_dispatch(text: str, end: int) -> bool:
    """Say whether a news agency follows, so that what stands before is where it writes from: [東京20日ロイター]."""
    return text.startswith(spelled("continuations", "news agency"), end)


def _goes_on_from_day(written: Written, context: Context, day: int) -> bool:
    """Say whether a day and what befell on it follow on an earlier day of the sentence: 12日死亡、15日出棺."""
    text, start, end = written.text, written.start, written.end
    if not context.in_sentence or text[start - 1 : start] not in ("、", ",", "("):
        return False
    is_later = 0 < (context.named.day or 0) < day
    return is_later and bool(_noun_alone().match(text, end)) and not counts.counts_days(text, end)


@cache
def _noun_alone() -> re.Pattern[str]:
    several = rf"に(?:{grammar.IN_KANJI})(?![回度割])"  # 17日に1人が死亡
    return re.compile(rf"{counts.LETTER}{{2,4}}[、。,)]|{several}")


def _is_range_of_days(written: Written, day: int, *, follows: bool) -> bool:
    """Say whether a number below ten begins a range of days, 9～13日の日程で, and no count, 2～3日, 7～10日で.

    What ``follows`` on an earlier day of the sentence needs no more than a particle.
    """
    listed, text = written.day_shared.strip(), written.text
    last = number(listed[1:].strip()) if listed[:1] in ("~", "-") else None
    behind = text.find("日", written.end) + 1
    if not last or last - day <= 1:
        return False
    if follows and text[behind] == "に" and not counts.counts_days(text, behind):
        return True
    return text.startswith(spelled("continuations", "behind a range of days"), behind)


def _heads_line(text: str, start: int, end: int) -> bool:
    """Say whether a day stands apart at the start of a line: 6日 広島に原爆が投下された."""
    apart = (
        text[end] == " " and not text[end + 1].isdigit() and not counts.counts_days(text, end + 1)
    )
    return apart and sign_before(text, start) in "\n。" and text[end + 1] not in " \n"


GUARDS = (
    is_term,
    is_no_month,
    is_no_month_with_day,
    is_of_year_behind,
    is_no_day,
    is_of_year_behind,
)
