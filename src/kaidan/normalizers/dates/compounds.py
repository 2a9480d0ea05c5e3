"""Whether a word of dates is a word here, or only a piece of another one."""

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates.counts import is_kanji, kanji_before

_BEFORE_KANA = frozenset("はがをにもでとのてらり")
_AFTER_KANA = frozenset("0123456789、,。はのにもへ午朝夕夜( \n\0")
_LONGEST_CLAUSE = 20
_DATED = frozenset("0123456789一二三四五六七八九十廿元同曜本今来昨去末")


def is_piece_of_word(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a word such as 本年 or 同日 is a piece of another: 日本年金, 合同日本代表, 今日的."""
    if word == "今日":
        is_day = text.startswith(spelled("compounds", "behind 今日"), end)
        return not is_day or text.startswith("はじめ", end)
    if "ぁ" <= word[0] <= "ん":
        return word != "ことし" and not _stands_free_in_kana(text, start, end)
    if text.startswith(spelled("compounds", "behind a word"), end):
        return True
    if word == "前日" and text.startswith(spelled("compounds", "behind 前日"), end):
        return True
    if word == "明日" and text.startswith(spelled("compounds", "behind 明日"), end):
        return not text.startswith("をもっ", end)
    if text.endswith(("翌", "昨"), 0, start):  # 翌翌年, 一昨昨年
        return True
    is_rest = word[0] in "本同今来前去先明客" and kanji_before(text, start)
    return is_rest and not says_where(text, start)


def _stands_free_in_kana(text: str, start: int, end: int) -> bool:
    """Say whether a word in hiragana stands between signs that none goes on over: あすの閣議, but あすなろ."""
    goes_on = text[end] in _AFTER_KANA or is_kanji(text[end])
    if not goes_on and not text.startswith(("から", "まで"), end):
        return False
    before = text[start - 1] if start else "\0"
    return before in _BEFORE_KANA or not "ぁ" <= before <= "ん"


def counts_from_no_date(text: str, start: int, *, is_named: bool) -> bool:
    """Say whether 翌日 or 前月 counts from what is no date here: 祝日の場合は翌日, 公布の日の翌日; 選挙の翌日 where none is named."""
    end = start - 2 if text.endswith("その", 0, start) else start
    if text.endswith(spelled("compounds", "before 翌日"), 0, end):
        return True
    clause = text[max(0, end - _LONGEST_CLAUSE) : end].rpartition("。")[2]
    if any(word in clause for word in spelled("compounds", "in every one")):
        return True  # 毎月25日に翌月分を支払う
    is_of_unit = end > 2 and text[end - 1] == "の" and text[end - 2] in "日月年"
    if is_of_unit and text[end - 3] not in _DATED:
        return True
    return not is_named and (end < start or text.endswith(("の", "た"), 0, end))


def is_rest_of_word(text: str, start: int) -> bool:
    """Say whether 本 or 同 before a day is the end of another word: 日本3日, 合同15日, but not 着手同11月完成."""
    if text[start] == "同":
        return text.endswith(spelled("compounds", "ends in 同"), 0, start + 1)
    return text[start] == "本" and kanji_before(text, start) and not says_where(text, start)


def is_part_of_number(text: str, start: int) -> bool:
    """Say whether a number goes on with what stands before it: a telephone number, a path, a version."""
    if not start:
        return False
    before = text[start - 1]
    return before in "./_-" or (before.isascii() and before.isalnum())


def says_where(text: str, start: int) -> bool:
    """Say whether what stands before says where a day is counted, or names it too: 日本時間同日, 現地8日, 明後日16日."""
    return text.endswith(spelled("compounds", "before a day"), 0, start)


def stands_free(text: str, start: int) -> bool:
    """Say whether nothing before a bare day belongs to it: 残業20日 and セミナー2日 are no dates."""
    if start == 0 or "ぁ" <= text[start - 1] <= "ん" or not text[start - 1].isalnum():
        return True
    return says_where(text, start)


def is_class_at_school(text: str, start: int, end: int, era: str) -> bool:
    """Say whether an era with a year is something else: the 大2年 of 東大2年, the 明3年 of 明3年生, the 延長2年 of 契約延長2年.

    Behind kanji an era of two signs is one, unless it is a word too and nothing before it says when: 江戸時代文化3年.
    """
    if text.startswith("生", end) and not text.startswith("生まれ", end):
        return True
    if not kanji_before(text, start):
        return False
    is_word = len(era) < 2 or era in spelled("compounds", "an era that is a word too")
    return is_word and not text.endswith(spelled("compounds", "before an era"), 0, start)
