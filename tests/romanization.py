"""How the kana of a name are romanized, and what two romanizations of one name have in common."""

import re

_SYLLABLES = dict(
    pair.split(":")
    for pair in (
        "ア:a イ:i ウ:u エ:e オ:o カ:ka キ:ki ク:ku ケ:ke コ:ko サ:sa シ:shi ス:su セ:se ソ:so タ:ta チ:chi ツ:tsu テ:te ト:to "
        "ナ:na ニ:ni ヌ:nu ネ:ne ノ:no ハ:ha ヒ:hi フ:fu ヘ:he ホ:ho マ:ma ミ:mi ム:mu メ:me モ:mo ヤ:ya ユ:yu ヨ:yo ラ:ra リ:ri "
        "ル:ru レ:re ロ:ro ワ:wa ヲ:o ン:n ガ:ga ギ:gi グ:gu ゲ:ge ゴ:go ザ:za ジ:ji ズ:zu ゼ:ze ゾ:zo ダ:da ヂ:ji ヅ:zu デ:de "
        "ド:do バ:ba ビ:bi ブ:bu ベ:be ボ:bo パ:pa ピ:pi プ:pu ペ:pe ポ:po ー:"
    ).split()
)
_GLIDES = {"ャ": "a", "ュ": "u", "ョ": "o"}


def romanized(kana: str) -> str:
    """Return Hepburn's romanization with long vowels spelled out."""
    text = ""
    for sign in kana:
        if sign in _GLIDES:
            text = text[:-1] + ("" if text.endswith(("shi", "chi", "ji")) else "y") + _GLIDES[sign]
        else:
            text += "Q" if sign == "ッ" else _SYLLABLES[sign]
    return re.sub("Q(c?)", lambda found: "tc" if found[1] else "Q", text)


def letters(name: str) -> str:
    """Return what two romanizations of one name have in common: they differ in the length of vowels, in n and m, in hyphens."""
    name = re.sub("[^a-zQ]", "", re.sub("Q(.)", r"\1\1", name).lower().replace("q", "Q"))
    name = re.sub("m(?=[bpm])", "n", name)
    return re.sub("o[ou]+|oo+", "o", re.sub("uu+", "u", name))
