"""Foreign names in katakana are spelled in several ways: ラヴロフ and ラブロフ, シェワルナゼ and シエワルナゼ."""

from functools import lru_cache

from kaidan.lexicon.words import meanings


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a katakana name without the differences between its spellings, any other as it is.

    >>> fold("メドヴェージェフ") == fold("メドベージェフ"), fold("ラヴロフ") == fold("ラブロフ")
    (True, True)
    """
    return folded(name) if is_in_katakana(name[:1]) else name


def folded(text: str) -> str:
    """Return a text, a list of names say, with every katakana folded.

    >>> folded("安倍|ラヴロフ")
    '安倍|ラブロフ'
    """
    for written, plain in meanings("spellings", "name").items():
        text = text.replace(written, plain)
    return text


def is_in_katakana(name: str) -> bool:
    """Say whether a name is of katakana alone.

    >>> is_in_katakana("パリ"), is_in_katakana("露パリ"), is_in_katakana("")
    (True, False, False)
    """
    return bool(name) and min(name) >= "゠" and max(name) <= "ヿ"
