"""Foreign names in katakana are spelled in several ways: ラヴロフ and ラブロフ, シェワルナゼ and シエワルナゼ, レオ14世 and レオ十四世."""

import re
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from kaidan.lexicon.words import meanings
from kaidan.text.deferred import deferred
from kaidan.text.numerals import KANJI_DIGITS, number

REGNAL = rf"(?:\d+|[{KANJI_DIGITS}]+|[IVXⅠ-Ⅻ]+)世"
"""The number of a king or a pope of a name, for patterns."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_REGNAL = deferred(REGNAL)


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a katakana name without the differences between its spellings, any other as it is.

    >>> fold("メドヴェージェフ") == fold("メドベージェフ"), fold("ラヴロフ") == fold("ラブロフ")
    (True, True)
    >>> fold("レオ十四世"), fold("レオ１４世"), fold("レオXIV世")
    ('レオ14世', 'レオ14世', 'レオ14世')
    """
    if not is_in_katakana(name[:1]):
        return name
    return folded(_REGNAL.sub(_in_digits, name) if "世" in name else name)


def folded(text: str) -> str:
    """Return a text, a list of names say, with every katakana folded.

    >>> folded("安倍|ラヴロフ")
    '安倍|ラブロフ'
    """
    for written, plain in meanings("spellings", "name").items():
        text = text.replace(written, plain)
    return text


def _in_digits(numbered: re.Match[str]) -> str:
    written = normalize("NFKC", numbered[0][:-1])
    if written[0] in _ROMAN:
        return f"{_roman_number(written)}世"
    value = int(written) if written.isdecimal() else number(written)
    return f"{value or written}世"


def _roman_number(letters: str) -> int:
    """Return the value of a Roman numeral: XVI."""
    values = [_ROMAN[letter] for letter in letters]
    return sum(-one if one < other else one for one, other in pairwise([*values, 0]))


def is_in_katakana(name: str) -> bool:
    """Say whether a name is of katakana alone.

    >>> is_in_katakana("パリ"), is_in_katakana("露パリ"), is_in_katakana("")
    (True, False, False)
    """
    return bool(name) and min(name) >= "゠" and max(name) <= "ヿ"
