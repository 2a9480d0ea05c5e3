"""Numbers as Japanese texts write them: digits, kanji in both manners, daiji, and 元 for the first year of an era."""

from functools import lru_cache

_DIGITS = {
    sign: value
    for value, signs in enumerate(
        ("〇零○", "一壱壹弌", "二弐貳", "三参參", "四肆", "五伍", "六陸", "七漆", "八捌", "九玖")
    )
    for sign in signs
}
_TENS = {"廿": 20, "卅": 30, "丗": 30, "卌": 40}
_POWERS = {"十": 10, "拾": 10, "百": 100, "千": 1000, "阡": 1000}

KANJI_DIGITS = "一二三四五六七八九十〇"
"""The kanji of most numbers."""
LATIN_DIGITS = "0123456789０１２３４５６７８９"
"""Of both widths."""
SMALL = LATIN_DIGITS + KANJI_DIGITS[:-1]
"""The signs of a small number in a text as it came; ``[...]`` around them makes a class for patterns."""
KANJI = "".join((*_DIGITS, *_TENS, *_POWERS))
"""Every kanji that can stand in a number."""
NUMERALS = frozenset("0123456789元" + KANJI)
"""Every sign that can stand in a number."""


@lru_cache(maxsize=1024)
def number(text: str) -> int | None:
    """Return the value of a numeral, or None where the signs make none.

    >>> [number(n) for n in ("26", "二十六", "二六", "弐拾六", "廿六", "一〇", "千九百五十六", "二〇一四", "元")]
    [26, 26, 26, 26, 26, 10, 1956, 2014, 1]
    >>> number("十〇"), number("六十十")
    (None, None)
    """
    if text.isascii():
        return int(text) if text.isdigit() else None
    if text == "元":
        return 1
    if all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    return _sum_powers(text)


def _sum_powers(text: str) -> int | None:
    """Read 二十六 and 千九百五十六: each power smaller than the one before, at most one digit in front of it."""
    total, digit, ceiling = 0, None, 10_000
    for sign in text:
        if sign in _DIGITS:
            if digit is not None or _DIGITS[sign] == 0:
                return None
            digit = _DIGITS[sign]
        elif sign in _TENS and digit is None and ceiling > 10:
            total, ceiling = total + _TENS[sign], 10
        elif _POWERS.get(sign, ceiling) < ceiling:
            total, digit, ceiling = total + _POWERS[sign] * (digit or 1), None, _POWERS[sign]
        else:
            return None
    return total + (digit or 0)
