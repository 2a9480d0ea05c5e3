"""Signs that nobody sees: what Unicode lets be ignored in display (Default_Ignorable_Code_Point of 15.0, what of it is assigned).

Soft hyphens, joiners, marks of direction and selectors of variants stand inside of dates and names, and say nothing there:
葛󠄀城市 is 葛城市.
"""

from functools import cache

UNSEEN = (
    "\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""All of them, as they stand in a class of a pattern."""
INSIDE_WORDS = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Those that editors leave inside of words, few enough to be looked for in every text: soft hyphens, zero-width signs."""


@cache
def unseen_signs() -> frozenset[str]:
    r"""Return each of them.

    >>> [sign in unseen_signs() for sign in ("\u200b", "\u2064", "\U000e0100", "-", "\u3000")]
    [True, True, True, False, False]
    """
    signs: set[str] = set()
    for first, dash, last in zip(UNSEEN, UNSEEN[1:] + " ", UNSEEN[2:] + "  ", strict=True):
        signs.update(map(chr, range(ord(first), ord(last) + 1)) if dash == "-" else first)
    return frozenset(signs - {"-"})
