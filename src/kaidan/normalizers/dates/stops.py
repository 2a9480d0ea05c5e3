"""Commas and points of Latin shape that stop a Japanese clause or sentence, as papers and the notices of ministries write them."""

import re
from functools import cache

from kaidan.normalizers.dates.vocabulary import modern_era_words


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r",(?:(?<![!-~],)|(?![!-~ ]))")


@cache
def _point() -> re.Pattern[str]:
    number = "元|[0-9]{1,2}(?![0-9]{0,2} ?[年月日])"
    return re.compile(rf"\.(?:(?<=[ぁ-ん]\.)|(?<=[^\0-~]\.)(?! ?(?:{number})))")


def _stop(point: re.Match[str]) -> str:
    """Return 。, but behind an era the point itself: 平.25."""
    return "." if point.string.endswith(modern_era_words(), 0, point.start()) else "。"


def with_japanese_stops(text: str) -> str:
    """Return a folded text whose stops are 、 and 。 wherever Japanese stands beside them; no sign moves.

    >>> with_japanese_stops("会談し,合意した. 1,200人,平28.8.3,Tokyo, Japan")
    '会談し、合意した。 1,200人、平28.8.3,Tokyo, Japan'
    """
    if "," in text:
        text = _comma().sub("、", text)
    return _point().sub(_stop, text) if "." in text else text
