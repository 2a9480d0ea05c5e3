"""What stands in the bracket of a heading, and what is loose around a place or a date in it."""

from kaidan.lexicon.words import spelled
from kaidan.text.brackets import CLOSES, CLOSING, OPENING, OPENS
from kaidan.text.fold import fold

SEPARATORS = " \u3000\xa0・、,，/／;；:：-－"
DECORATION = "【】〔〕［］[]〈〉＜＞《》"
_AT = frozenset("於")
LOOSE = OPENING.union(CLOSING, SEPARATORS, _AT)
"""What is taken off a place or a date."""


def is_appendix(text: str) -> bool:
    """Tell whether a text adds to a title what kind of text it is, and names no place.

    >>> is_appendix("概要"), is_appendix("２＋２"), is_appendix("東京")
    (True, True, False)
    """
    return fold(text.strip(DECORATION + SEPARATORS), "width").text.replace("＋", "+") in spelled(
        "headings", "appendix"
    )


def behind_appendix(text: str, start: int, end: int) -> int:
    """Pass over a bracket that only says what kind of text follows: 日露首脳会談（概要）（平成25年4月29日）."""
    closing = CLOSES.search(text, start, end)
    if closing and is_appendix(text[start : closing.start()]):
        opening = OPENS.search(text, closing.end(), end)
        return opening.end() if opening else start
    return start


def place_between(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return what may name a place between two points."""
    if start >= end:
        return None
    place = trimmed(text, start, end)
    if place[0] >= place[1] or is_appendix(text[slice(*place)]):
        return None
    return place


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take separators and brackets without a partner off both ends."""
    while start < end and (text[end - 1] in LOOSE or text[start] in LOOSE):
        first, last = text[start], text[end - 1]
        if (
            last in SEPARATORS
            or last in OPENING
            or (last in CLOSING and _partnerless(text[start:end]))
        ):
            end -= 1
        elif (
            first in SEPARATORS
            or first in CLOSING
            or first in _AT
            or (first in OPENING and _partnerless(text[start:end]))
        ):
            start += 1
        else:
            break
    return start, end


def _partnerless(text: str) -> bool:
    return sum(map(text.count, OPENING)) != sum(map(text.count, CLOSING))
