"""Neighbours that decide whether a bare number with 年, 月 or 日 names a date or counts something."""

import re

_COUNTS = "間|以上|以内|以下|未満|余|ぶり|振り|弱|強|目|分の|ごと|毎|おき|程度|連続|当たり|あたり|につき|越し|がかり|半"
_AFTER = {
    "year": re.compile(
        rf"{_COUNTS}|近く|生(?!ま)|来(?!年)|後(?![半期])|前(?![半期後])|周年|物|債|も|に[一1１わ亘及]|忌|祭|計画|契約|任期|保存|保証|ローン|齢|次|比"
    ),
    "month": re.compile(rf"{_COUNTS}|病|雨|晴|蝿|蠅|人形|号|刊|後|前(?!後)|遅れ|経|党|堂|花嫁"),
    "day": re.compile(
        rf"{_COUNTS}|後|前(?!後)|酔|市|町|坊|分|[一1１2２3３数]回|[0-9０-９]+(?:時間|人|件|円|回)|も|一日|ずつ|たっ|経|程|[一-龥]?場|草|和|曜|平均|程"
    ),
}
_BEFORE = re.compile(r"(?:第|約|満|全|計|延べ|延|丸|まる|数|過去|今後|最[長短大]|戦[後前中]|[0-9０-９][.．,，:：/／・]|[A-Za-zＡ-Ｚａ-ｚ]|[泊勝敗皇檀民仏]紀?)[ 　]?$")
_YEAR_NOUN = re.compile(
    r"[ 　]?(?:宣言|大会|五輪|オリンピック|条約|協定|憲章|憲法|合意|共同|声明|体制|安保|安全保障|以降|以後|以来|当時|[春夏秋冬]|初頭|末|頃|ごろ|版|締結|署名|発効|制定|成立|採択|"
    r"に(?![わ亘及一1１渡達満]|(?:は|も)?(?:わた|及)))"
)
_NAME_BEFORE = re.compile(r"[一-龥々]$")


def counts(text: str, start: int, end: int, unit: str) -> bool:
    """Say whether the number of ``unit`` that stands at ``start`` and ends at ``end`` counts something, or is part of a name."""
    return bool(_AFTER[unit].match(text, end) or _BEFORE.search(text[max(0, start - 4) : start]))


def names_a_year(text: str, end: int) -> bool:
    """Say whether what follows a two-digit year, as in 56年宣言, shows that it is one."""
    return bool(_YEAR_NOUN.match(text, end))


def inside_a_word(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a word such as 本年 or 同日 is a piece of another: 日本年金, 合同日本代表."""
    if text.startswith(("比", "同期", "並", "割", "齢", "代", "輩", "次", "本", "的"), end):
        return True
    return word[0] in "本同今来前去先明あ" and bool(_NAME_BEFORE.search(text[max(0, start - 1) : start]))


def before(text: str, start: int) -> bool:
    """Say whether what stands before a number makes it no part of a date."""
    return bool(_BEFORE.search(text[max(0, start - 4) : start]))
