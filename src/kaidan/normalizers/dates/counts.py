"""Whether a number counts something, as what stands before or behind it tells."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.text.scan import Table, by_first, stands

LETTER = r"[^\W!-~ぁ-ゖ]"  # of kanji or katakana: a class of all kanji takes ten times as long to compile


@cache
def counters(*kinds: str) -> Table:
    """Return the words of these kinds of the table of counters, by their first sign."""
    return by_first("", spelled("counters", *kinds))


def _stands_only(text: str, at: int, words: Table, others: Table) -> bool:
    """Say whether one of the words stands there, and does not only begin one of the others."""
    return stands(text, at, words) and not stands(text, at, others)


def counts_years(text: str, end: int) -> bool:
    """Say whether what follows 年 makes the number before it a count of years: 100年以上, 100年の歴史."""
    counting = counters("behind a number", "behind years")
    return _stands_only(
        text, end, counting, counters("no count behind a number", "no count behind years")
    )


def counts_few_years(text: str, end: int) -> bool:
    """Say the same of a number of two digits, behind which more makes it a count: 20年を, 30年に及ぶ, 10年計画."""
    counting = counters("behind a number", "behind years", "behind a year of two digits")
    others = counters(
        "no count behind a number", "no count behind years", "no count behind a year of two digits"
    )
    if _stands_only(text, end, counting, others):
        return True
    return (
        text[end] == "の"
        and not text.startswith(("のこの", "のその"), end)
        and not (names_event(text, end) or names_games(text, end))
    )


def counts_days(text: str, end: int) -> bool:
    """Say whether what follows 日 or 月 makes the number before it a count."""
    counting = counters("behind a number", "behind days")
    return _stands_only(
        text, end, counting, counters("no count behind a number", "no count behind days")
    )


@cache
def _counted_before() -> tuple[tuple[str, ...], frozenset[str]]:
    words = spelled("counters", "before a number")
    return words, frozenset(word[-1] for word in words)


def counted_before(text: str, start: int) -> bool:
    """Say whether what stands before a number makes it a count, an ordinal or a part of another number."""
    if not start:
        return False
    last = text[start - 1]
    if last == "," and text[start : start + 3].isdigit() and not text[start + 3].isdigit():
        return True
    end = start
    if last == " ":
        end, last = start - 1, text[start - 2]
    if last.isascii():
        if text.endswith("日数:", 0, end):
            return True
        goes_on = (last.isalpha() and end == start) or (last in ".,:/" and text[end - 2].isdigit())
        return goes_on and not _is_year_in_full_with_month(text, start)
    words, last_signs = _counted_before()
    return (
        last in last_signs
        and text.endswith(words, 0, end)
        and not _ends_longer_word(text, start, end)
    )


def _is_year_in_full_with_month(text: str, start: int) -> bool:
    """Say whether nothing but a date can stand there, as 2021年2月6日 does."""
    return text[start : start + 4].isdigit() and "月" in text[start + 6 : start + 8]


def _ends_longer_word(text: str, start: int, end: int) -> bool:
    """Say whether the count is the end of a longer word: 基本条約1925年, 会計4月1日, 始まる1995年, うたった1956年."""
    at = end - 1
    if "ぁ" <= text[at] <= "ん":
        is_year = text[start : start + 4].isdigit() and text[start + 4] == "年"
        return is_year and text[start + 2 : start + 4] != "00"
    ends_word = text[at] in spelled("counters", "ends a word") and kanji_before(text, at)
    return ends_word and text[at - 1] not in spelled("counters", "before 計 in a sum")


@cache
def _duration() -> re.Pattern[str]:
    words = any_of(spelled("counters", "before a duration"))
    return re.compile(rf"{words}(?:は、?|が|を|に|も|も?:|\x20)?$")


def lasts(text: str, start: int, end: int) -> bool:
    """Say whether a number of years is a length of time: 任期が4年に延長, 保存期間 5年, 10年を経て, 40年が過ぎた."""
    if text.startswith(spelled("counters", "behind a duration"), end):
        return True
    return bool(_duration().search(text, max(0, start - 12), start))


def one_of_a_few(text: str, start: int) -> bool:
    """Say whether what stands before a day makes it the second half of 二、三日."""
    return (
        start > 1 and text[start - 1] in "、・,~-" and text[start - 2] in "12345678一二三四五六七八"
    )


_OF_A_LIST = frozenset(" \n0123456789一二三四五六七八九十日と、,・~-及び並に又まはの")


def of_every_month(text: str, start: int) -> bool:
    """Say whether a day comes back every month: 毎月1日と15日, 偶数月の15日."""
    month = text.rfind("月", max(0, start - 20), start)
    return (
        month > 0
        and text[month - 1] in "毎各隔数"
        and _OF_A_LIST.issuperset(text[month + 1 : start])
    )


@cache
def _event() -> re.Pattern[str]:
    """Return the pattern of what is named by its year: 56年宣言, 64年の東京五輪."""
    return re.compile(rf"の?{LETTER}{{0,8}}?{any_of(spelled('events', 'event'))}")


@cache
def _games() -> re.Pattern[str]:
    """Return the pattern of what is planned years ahead and counted in western years: 20年東京五輪."""
    return re.compile(rf"の?(?:{LETTER}|・){{0,8}}?{any_of(spelled('events', 'games'))}")


def names_event(text: str, end: int, *, at_once: bool = False) -> bool:
    """Say whether an event follows 年, ``at_once`` (六十年安保) or not (五六年の宣言)."""
    return (text[end] != "の" or not at_once) and bool(_event().match(text, end))


def names_games(text: str, end: int) -> bool:
    """Say whether what follows 年 is an event that is planned long ahead and counted in western years."""
    near = text[end : end + 16]
    return any(game in near for game in spelled("events", "games")) and bool(
        _games().match(text, end)
    )


def is_kanji(sign: str) -> bool:
    """Say whether a sign is a kanji."""
    return "一" <= sign <= "龥"


def kanji_before(text: str, start: int) -> bool:
    """Say whether a kanji stands right before, so that what follows may be the rest of a word."""
    return start > 0 and (is_kanji(text[start - 1]) or text[start - 1] == "々")
