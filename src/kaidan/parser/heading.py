"""What makes a line the heading of a meeting: a title, then in brackets a place and something shaped like a date.

Only the shape is read here, so that a heading whose date is impossible (平成26年13月) is still a heading and can be warned about.
"""

import re
from typing import NamedTuple

LONGEST = 160
"""Characters of a heading, brackets and all; a longer line is none, whatever it says."""

OPENING = "（(【〔［[〈<＜《｟"
CLOSING = "）)】〕］]〉>＞》｠"
_DECORATION = "【】〔〕［］[]〈〉＜＞《》"
_SPACES = " \u3000\xa0"
_SEPARATORS = _SPACES + "・、,，/／;；:：-－"
_NO_TITLE = frozenset("「」『』。、，,：:？?！!；;")

_NUMBER = "[0-9０-９元〇零一二三四五六七八九十廿卅丗百千壱弐参拾]"
_DATE_SHAPE = re.compile(
    rf"""(?: (?: 明治|大正|昭和|平成|令和|西暦|[㍻-㍾㋿] ) [\s・.．]*+ {_NUMBER}
           | [明大昭平令MTSHRＭＴＳＨＲ] [\s・.．]*+ {_NUMBER}
           | [12１２][0-9０-９]{{3}} (?= \s*+ [年./．／・-] )
           | {_NUMBER}{{2,4}} \s*+ 年
         )
         (?: {_NUMBER} | [年月日度./．／・～〜~－\-\s曜火水木金土上中下旬頃ごろから（）()至] )*+""",
    re.VERBOSE,
)
_MARK = re.compile(r"[\s\u3000]*+(?:[■-◯★☆・※→⇒▶►]|[（(]?[0-9０-９]{1,2}[)）.．])?+[\s\u3000]*+")
_AFTER = re.compile(r"(?:\s*+(?:NEW|New|new|について|の概要|の結果|[!！※*＊]))*+\s*+")
_TALKS = re.compile(r"(?:会談|会見|会合|協議|懇談|対話)[^会談]{0,4}$")
_TALKERS = re.compile(r"首脳|外相|大臣|大統領|総理|首相|閣僚|次官|書記長|^日・?[^本程時]")


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
    text = text.strip(_SEPARATORS).replace("\u3000", "")
    if text.startswith(("（", "(")):
        return False
    return 2 <= len(text) <= 40 and not _NO_TITLE & set(text) and bool(_TALKS.search(text) and _TALKERS.search(text))


def names_talks(text: str) -> bool:
    """Tell whether a text speaks of a meeting and of a date at all, as a heading that is not understood would."""
    return len(text) <= LONGEST and re.search("会談|会合|協議", text) is not None and _DATE_SHAPE.search(text) is not None


def read_heading(text: str) -> Heading | None:
    r"""Read a heading, or None where the text is no heading of a meeting.

    >>> read_heading("日露首脳会談　（ペルー・平成20年11月）")
    Heading(text='日露首脳会談\u3000（ペルー・平成20年11月）', title='日露首脳会談', place=(8, 11), date=(12, 20))
    >>> read_heading("お知らせ（平成20年11月）") is None
    True
    """
    talks = "会" in text or "協議" in text or "懇談" in text or "対話" in text
    end = max(map(text.rfind, CLOSING)) if talks and len(text) <= LONGEST else -1
    if end < 0 or not _AFTER.fullmatch(text, end + 1):
        return None
    mark = _MARK.match(text)
    start = mark.end() if mark else 0
    for at in range(start + 1, end):
        if text[at] in OPENING and is_title(text[start:at].strip(_DECORATION)):
            return _in_brackets(text, text[start:at].strip(_DECORATION + _SEPARATORS), at + 1, end)
    return None


def _in_brackets(text: str, title: str, start: int, end: int) -> Heading | None:
    found = _DATE_SHAPE.search(text, start, end)
    if not found:
        return None
    date = _trim(text, *found.span())
    sides = (_trim(text, start, date[0]), _trim(text, date[1], end))
    place = max(sides, key=lambda side: side[1] - side[0])
    return Heading(text, title, place if place[1] > place[0] else None, date)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take separators and brackets without a partner off both ends."""
    while start < end:
        inside = text[start:end]
        if inside[-1] in _SEPARATORS or inside[-1] in OPENING or (inside[-1] in CLOSING and _partnerless(inside)):
            end -= 1
        elif inside[0] in _SEPARATORS or inside[0] in CLOSING or inside[0] == "於" or (inside[0] in OPENING and _partnerless(inside)):
            start += 1
        else:
            break
    return start, end


def _partnerless(text: str) -> bool:
    return sum(map(text.count, OPENING)) != sum(map(text.count, CLOSING))
