"""Foreign names in katakana are spelled in several ways: ラヴロフ and ラブロフ, シェワルナゼ and シエワルナゼ, レオ14世 and レオ十四世."""

import re
from functools import lru_cache

from kaidan.lexicon.words import meanings
from kaidan.text.deferred import deferred
from kaidan.text.numerals import KANJI_DIGITS, number

REGNAL = rf"(?:\d+|[{KANJI_DIGITS}]+)世"
"""The number of a king or a pope of a name, for patterns."""
_REGNAL = deferred(REGNAL)


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a katakana name without the differences between its spellings, any other as it is.

    >>> fold("メドヴェージェフ") == fold("メドベージェフ"), fold("ラヴロフ") == fold("ラブロフ")
    (True, True)
    >>> fold("レオ十四世"), fold("レオ１４世")
    ('レオ14世', 'レオ14世')
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
    written = numbered[0][:-1]
    value = int(written) if written.isdecimal() else number(written)
    return f"{value or written}世"


def is_in_katakana(name: str) -> bool:
    """Say whether a name is of katakana alone.

    >>> is_in_katakana("パリ"), is_in_katakana("露パリ"), is_in_katakana("")
    (True, False, False)
    """
    return bool(name) and min(name) >= "゠" and max(name) <= "ヿ"
