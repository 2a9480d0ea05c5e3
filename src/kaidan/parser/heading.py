"""What makes a line the heading of a meeting: a title, then in brackets a place and something shaped like a date.

Only the shape is read here, so that a heading whose date is impossible (平成26年13月) is still a heading and can be warned about.
"""

import re
from typing import NamedTuple

OPENING = "（(【〔［[〈<"
CLOSING = "）)】〕］]〉>"
_SEPARATORS = " \u3000\xa0・、,，/／;；:：-－"

_NUMBER = r"[0-9０-９元〇零一二三四五六七八九十廿卅丗百千壱弐参拾]"
_DATE_SHAPE = re.compile(
    rf"""(?: (?: 明治|大正|昭和|平成|令和|西暦|[㍾㍽㍼㍻㋿] ) [\s・.．]* {_NUMBER}
           | [明大昭平令MTSHRＭＴＳＨＲ] [\s・.．]* {_NUMBER}
           | [12１２][0-9０-９]{{3}} (?= \s* [年./．／・-] )
           | {_NUMBER}{{2,4}} \s* 年
         )
         (?: {_NUMBER} | [年月日度./．／・～〜~－\-\s曜火水木金土上中下旬頃ごろから（）()] | 至 )*""",
    re.VERBOSE,
)
_TITLE = r"[^（(【〔［\[「」『』】〕］\]）)。、，,：:？?！!；;]{2,40}?"
_HEADING = re.compile(
    rf"""[\s\u3000]* (?: [■□●○◆◇▼▽▲△★☆・※【〔［\[] | [0-9０-９]{{1,2}} [.．)）] )? [\s\u3000]*
         (?P<title> {_TITLE} ) [】〕］\]]? [\s\u3000]*
         (?P<brackets> [{re.escape(OPENING)}] .{{2,80}} [{re.escape(CLOSING)}] ) [\s\u3000]*""",
    re.VERBOSE,
)
_TALKS = re.compile(r"(?: 会談 | 会見 | 会合 | 協議 | 懇談 | 対話 ) [^会談]{0,4} $", re.VERBOSE)
_TALKERS = re.compile(r"首脳 | 外相 | 大臣 | 大統領 | 総理 | 首相 | 閣僚 | 次官 | 書記長 | ^ 日・?[^本程時] ", re.VERBOSE)


class Heading(NamedTuple):
    """A heading as shown; ``place`` and ``date`` are its code points from..to, ``place`` None where it names none."""

    text: str
    title: str
    place: tuple[int, int] | None
    date: tuple[int, int]


def is_title(text: str) -> bool:
    """Tell whether a text is a title such as 日露首脳会談.

    >>> is_title("日露外相会談"), is_title("お知らせ")
    (True, False)
    """
    text = text.strip(_SEPARATORS)
    return _TALKS.search(text) is not None and _TALKERS.search(text) is not None


def read_heading(text: str) -> Heading | None:
    r"""Read a heading, or None where the text is no heading of a meeting.

    >>> read_heading("日露首脳会談　（ペルー・平成20年11月）")
    Heading(text='日露首脳会談\u3000（ペルー・平成20年11月）', title='日露首脳会談', place=(8, 11), date=(12, 20))
    >>> read_heading("お知らせ（平成20年11月）") is None
    True
    """
    match = _HEADING.fullmatch(text)
    if not match or not is_title(title := match["title"].strip(_SEPARATORS)):
        return None
    start, end = match.start("brackets") + 1, match.end("brackets") - 1
    date = _DATE_SHAPE.search(text, start, end)
    if not date:
        return None
    date_span = _trim(text, *date.span())
    sides = (_trim(text, start, date_span[0]), _trim(text, date_span[1], end))
    place = max(sides, key=lambda side: side[1] - side[0])
    return Heading(text, title, place if place[1] > place[0] else None, date_span)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take separators and brackets without a partner off both ends."""
    while start < end:
        inside = text[start:end]
        if inside[-1] in _SEPARATORS or inside[-1] in OPENING or (inside[-1] in CLOSING and _partnerless(inside)):
            end -= 1
        elif inside[0] in _SEPARATORS or inside[0] in CLOSING or (inside[0] in OPENING and _partnerless(inside)) or inside[0] == "於":
            start += 1
        else:
            break
    return start, end


def _partnerless(text: str) -> bool:
    return sum(text.count(bracket) for bracket in OPENING) != sum(text.count(bracket) for bracket in CLOSING)
