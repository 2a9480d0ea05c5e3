"""Neighbours that tell a date from a count, an age, a name or a part of a longer word.

A number with its era, or with a month behind it, needs little proof. A bare 三年, 5月 or 10日 mostly counts something: a year of four
digits is taken unless what follows counts, a month or a day only where what follows goes on as after a date.
"""

import re
from functools import cache

_COUNTS = r"間|以上|以内|以下|未満|余|ぶり|振り|強(?!化|靱)|目(?!標|的|途|次|指)|分の|ごと|毎|おき|程度|当たり|あたり|につき|越し|がかり|弱(?!者)"


@cache
def _counted_years() -> re.Pattern[str]:
    return re.compile(rf"(?:{_COUNTS}|近く|来(?![日訪年場春夏秋冬])|後(?![半期])|前(?![半期後])|連続|周年|物(?!価)|債|忌|祭|の(?:歴史|伝統|歳月|時を))")


@cache
def _counting_years() -> re.Pattern[str]:
    """What a year of two digits must not be followed by: more, as 50年 is a duration more often than not."""
    return re.compile(
        rf"(?:{_counted_years().pattern}|[もをがはで]|の(?!宣言|大会|五輪|条約|協定|憲法|合意|共同|声明|安保|[改締調制])|に[一1１二2２わ亘及満達]|史|記念|計画|契約|任期|保存|保証|ローン|齢|次|比|生|制|勤続|運転|戦争|租借|期)"
    )


@cache
def _goes_on_as_month() -> re.Pattern[str]:
    return re.compile(r"\s*(?:$|[、。，,．.)）〉】］〕」』:：;；～〜~\0・/／]|[はにのをがもとへ]|から|まで|より|で(?!き)|[上中下初]旬|末|頃|ごろ|以[降前来]|現在|時点|開[催始]|中|実施|施行|公布|発効|締結|号外)")


@cache
def _goes_on_as_day() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:$|[、。，,．)）〉】］〕」』(（:：;；～〜~\0・/／-]|は(?!かか|必要|続)|に(?![わ亘渡及つ一二三四五六七八九十数0-9０-９])|の(?!猶予|休暇|遅れ|日程|期間|余裕|滞在|旅|有給|工期|間)|"
        r"と(?![かい])|から|まで|より|へ|付|以[降前来]|現在|時点|午[前後]|正午|夜|朝|夕|未明|早朝|深夜|昼|頃|ごろ|開[催始会幕]|発[表効令]?(?!目)|施行|公布|締結|署名|土|[0-9０-９]{1,2}(?:時(?!間)|[:：]))"
    )


@cache
def _counted_days() -> re.Pattern[str]:
    return re.compile(rf"(?:{_COUNTS}|後|前(?!後)|分|連続|に(?:わた|亘|及)|[目程])")


@cache
def _counted_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:第|約|満|全|計|延べ?|丸|まる|数|各|毎|過去|今後|最[長短大]|戦[後前中]|生後|[0-9０-９][.．,，:：/／]|[A-Za-zＡ-Ｚａ-ｚ]|[泊勝敗]|皇紀|紀元前?|民国|仏暦|檀紀|光緒|宣統|咸豊|同治|西紀前)[ 　]?$"
    )


@cache
def _shows_year() -> re.Pattern[str]:
    return re.compile(
        r"[ 　]?(?:宣言|大会|五輪|オリンピック|条約|協定|憲章|憲法|合意|共同|声明|体制|安保|以[降後来]|当時|[春夏秋冬](?![期至分])|初頭|末|頃|ごろ|版|締結|署名|発効|制定|成立|採択|総選挙|不況|危機|"
        r"に(?![わ亘及一二三1-3１-３渡達満])|[、・,，][ 　]?[0-9一二三四五六七八九]{2}年|の(?:宣言|大会|五輪|条約|協定|憲法|合意|共同|声明|安保|[改締調制]))"
    )


_KANJI_BEFORE = re.compile(r"[一-龥々]$")
_YEAR_BEFORE = re.compile(r"(?:[年月日は、。「『（(・～〜\s\-]|^)$")


def counted_before(text: str, start: int) -> bool:
    """Say whether what stands before a number makes it a count, an ordinal or a part of another number."""
    return bool(_counted_before().search(text[max(0, start - 4) : start])) or bool(re.match(r"[0-9]{3}(?![0-9])", text[start : start + 4]) and text[max(0, start - 1) : start] in (",", "，"))


def counts_years(text: str, end: int, *, short: bool) -> bool:
    """Say whether what follows 年 makes the number before it a count of years; a ``short`` number has two digits."""
    return bool((_counting_years() if short else _counted_years()).match(text, end))


def counts_days(text: str, end: int) -> bool:
    """Say whether what follows 日 makes the number before it a count of days."""
    return bool(_counted_days().match(text, end))


def shows_year(text: str, end: int) -> bool:
    """Say whether what follows the 年 of a two-digit number, as in 56年宣言, shows that it is a year."""
    return bool(_shows_year().match(text, end))


def goes_on(text: str, end: int, unit: str) -> bool:
    """Say whether a bare month or day goes on as dates do."""
    return bool((_goes_on_as_month() if unit == "month" else _goes_on_as_day()).match(text, end))


def within_word(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a word such as 本年 or 同日 is a piece of another: 日本年金, 合同日本代表, 今日的."""
    if word in ("今日", "きょう"):
        return not text.startswith(("、", "，", ",", "は、", "は", "午", "夕", "朝", "の午", "の閣議", "の会", "午"), end) or text.startswith("はじめ", end)
    if text.startswith(("比", "同期", "並み", "割れ", "齢", "代", "輩", "次", "本", "的", "金機構"), end):
        return True
    if text.endswith("時間", 0, start) or text.endswith("現地", 0, start):
        return False
    return word[0] in "本同今来前去先明あ" and bool(_KANJI_BEFORE.search(text[max(0, start - 1) : start]))


def kanji_before(text: str, start: int) -> bool:
    """Say whether a kanji stands right before, so that what follows may be the rest of a word."""
    return bool(_KANJI_BEFORE.search(text[max(0, start - 1) : start]))


def grade(text: str, start: int, end: int) -> bool:
    """Say whether a one-sign era with a year is something else: the 大2年 of 東大2年, the 明3年 of 明3年生."""
    return kanji_before(text, start) or text.startswith("生", end)
