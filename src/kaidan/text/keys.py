"""What two spellings of one name or title have in common: keys to look it up and to compare it by, with no way back to the signs.

Official Japanese writes one name in several ways: ヴェネツィア and ベネチア, 鎌ケ谷 and 鎌ヶ谷, 択捉 and 擇捉. :func:`name_key` drops
what never tells two names apart (width, separators, old forms of kanji); :func:`loose_key` also drops what rarely does. The folded
forms are rows of ``data/words/spellings.tsv``.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

from kaidan.lexicon.words import meanings
from kaidan.text.fold import SEPARATORS
from kaidan.text.unseen import unseen_signs

_JOINTS = {**dict.fromkeys("がケガヵ", "ケ"), **dict.fromkeys("ノ之", "の")}
"""ケ as in 関ケ原, which is also written 関が原, and の as in 山ノ内 or 西之表."""


def unspaced(text: str) -> str:
    """Return ``text`` in one width and without white space: how a title is set is no difference.

    >>> unspaced("近年の　主な動き（ＡＳＥＭ）")
    '近年の主な動き(ASEM)'
    """
    return "".join(unicodedata.normalize("NFKC", text).split())


def name_key(text: str) -> str:
    """Return a name without width, case, separators, old forms of characters, and with one spelling of ケ and の between kanji.

    >>> name_key("ロス・カボス"), name_key("ﾛｽ･ｶﾎﾞｽ"), name_key("Ｗashington D.C."), name_key("廣州")
    ('ロスカボス', 'ロスカボス', 'washingtondc', '広州')
    >>> name_key("鎌ヶ谷市") == name_key("鎌が谷市"), name_key("山之内"), name_key("擇捉島")
    (True, '山の内', '択捉島')
    """
    key = unicodedata.normalize("NFKC", text).translate(_plain_signs()).casefold()
    return key if key.isascii() else with_joints(key, _JOINTS)


def loose_key(key: str) -> str:
    """Return a :func:`name_key` with the variants of kana folded as well; unequal names seldom meet in it.

    >>> loose_key("ウラジオストック") == loose_key("ウラジオストク"), loose_key("ヴェネツィア") == loose_key("ベネチア")
    (True, True)
    """
    pairs, signs, small = _kana()
    if not small.isdisjoint(key):
        for pair, one in pairs:
            key = key.replace(pair, one)
    return key.translate(signs)


def sound_key(key: str) -> str:
    """Return the consonants of a :func:`name_key` in katakana, of which two spellings of one foreign name often have the same.

    >>> sound_key("ホルムズガーン") == sound_key("ホルモズガーン"), sound_key("ホルムズガーン")
    (True, 'フルムスクン')
    """
    return "".join(_SOUNDS.get(sign, sign) for sign in loose_key(key) if sign not in _VOWELS)


_VOWELS = frozenset("アイウエオ")
_ROWS = ("カキクケコガギグゲゴ", "サシスセソザジズゼゾ", "タチツテトダヂヅデド", "ナニヌネノ",
         "ハヒフヘホバビブベボパピプペポ", "マミムメモ", "ヤユヨ", "ラリルレロ", "ワヲ")  # fmt: skip
_SOUNDS = {sign: row[2] if len(row) > 2 else row[0] for row in _ROWS for sign in row}


_FIRST_GUARD = 0x3400
"""The first of the rare Chinese characters that stand for hiragana in guarded names: no text that is read here has them."""
_HIRAGANA = "".join(map(chr, range(0x3041, 0x3097)))
_GUARDED = {ord(kana): chr(_FIRST_GUARD + at) for at, kana in enumerate(_HIRAGANA) if kana != "の"}
_UNGUARDED = {ord(guard): chr(kana) for kana, guard in _GUARDED.items()}


def guarded(name: str) -> str:
    """Return a name whose hiragana are no longer taken for particles, of the same length; の stays.

    >>> unguarded(guarded("いわき市")), guarded("いわき市") == "いわき市"
    ('いわき市', False)
    """
    return name.translate(_GUARDED)


def unguarded(text: str) -> str:
    """Return a text with the hiragana that :func:`guarded` has hidden."""
    return text.translate(_UNGUARDED)


def with_joints(text: str, joints: Mapping[str, str]) -> str:
    """Return ``text`` with one sign for each of the joints that stands between two kanji, and nowhere else.

    Of a pattern ``re`` would first draw a map of all kanji, which takes longer than all the names of a page.

    >>> with_joints("霞ヶ関のノート", {"ヶ": "ケ", "ノ": "の"})
    '霞ケ関のノート'
    """
    if joints.keys().isdisjoint(text):
        return text
    signs = list(text)
    for at in range(1, len(text) - 1):
        if text[at] in joints and _is_kanji(text[at - 1]) and "㐀" <= text[at + 1] <= "龥":
            signs[at] = joints[text[at]]
    return "".join(signs)


def _is_kanji(sign: str) -> bool:
    return "㐀" <= sign <= "龥" or sign == "々"


@cache
def _plain_signs() -> dict[int, str | None]:
    """Return the old forms of kanji with the new ones, small ケ with the large, and what a key has no use for."""
    signs: dict[str, str | None] = dict(meanings("spellings", "old form"))
    signs.update({"ヶ": "ケ", **dict.fromkeys(SEPARATORS | unseen_signs())})
    return {**str.maketrans(signs), **_UNGUARDED}


@cache
def _kana() -> tuple[tuple[tuple[str, str], ...], dict[int, str], frozenset[str]]:
    """Return the pairs and the signs of kana that are folded, and the small kana that a pair holds."""
    pairs = meanings("spellings", "kana pair")
    small = frozenset("".join(pairs)) & frozenset("ァィゥェォュヮ")
    return tuple(pairs.items()), str.maketrans(meanings("spellings", "kana")), small
