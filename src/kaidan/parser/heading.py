"""What makes a line the heading of a meeting: a title, then in brackets a place and something shaped like a date.

Only the shape is read here, so that a heading whose date is impossible (平成26年13月) is still a heading and can be warned about.
"""

import re
from functools import lru_cache
from typing import NamedTuple

LONGEST = 160
"""Characters of a heading, brackets and all; a longer line is none, whatever it says."""

OPENING = frozenset("（(【〔［[〈<＜《｟")
CLOSING = frozenset("）)】〕］]〉>＞》｠")
_OPENING = re.compile(r"[（(【〔［\[〈<＜《｟]")
_DECORATION = "【】〔〕［］[]〈〉＜＞《》"
_SEPARATORS = " \u3000\xa0・、,，/／;；:：-－"
_AROUND_TITLE = _DECORATION + _SEPARATORS
_LOOSE = OPENING.union(CLOSING, _SEPARATORS, "於")  # what is taken off a place or a date

_MARKS = frozenset("★☆・※→⇒").union(map(chr, range(ord("■"), ord("◯") + 1)))  # before a title
_BEHIND_NUMBER = frozenset(")）.． \u3000")
_BEHIND_HEADING = ("NEW", "New", "new", "について", "の概要", "の結果", "!", "！", "※", "*", "＊")

_NO_TITLE = frozenset("「」『』。、，,：:？?！!；;")
_TALKS = ("会談", "会見", "会合", "協議", "懇談", "対話")
_TALKERS = ("首脳", "外相", "大臣", "大統領", "総理", "首相", "閣僚", "次官", "書記長")

_WHITE = (  # all that str.isspace calls white
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
LAST = CLOSING.union(_WHITE, (word[-1] for word in _BEHIND_HEADING))
"""What a heading may end with: few other lines do."""

_DIGITS = "0123456789０１２３４５６７８９"
_NUMERALS = _DIGITS + "元〇零一二三四五六七八九十廿卅丗百千壱弐参拾"
_NUMERAL = re.compile(f"[{_NUMERALS}]")
_NAMED_ERAS = ("明治", "大正", "昭和", "平成", "令和", "西暦")
_ERAS = frozenset((*_NAMED_ERAS, *"㍻㍼㍽㍾㋿明大昭平令MTSHRＭＴＳＨＲ"))
BEHIND_YEAR = frozenset("年度代）)】］]〕")
"""What a line that names only a year ends with."""
_LONGEST_YEAR = 20  # characters
_BEHIND_ERA = _WHITE + "・.．"
_BEHIND_YEAR = tuple("./．／・-")  # a western one without 年
_IN_DATE = _NUMERALS + _WHITE + "年月日度./．／・～〜~－-曜火水木金土上中下旬頃ごろから（）()至"


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
    return (
        2 <= len(text) <= 40
        and text[0] not in "（("
        and _NO_TITLE.isdisjoint(text)
        and _ends_in_talks(text)
        and _names_talkers(text)
    )


@lru_cache(256)  # the headings of a page say the same
def _title(text: str) -> str:
    """Return the title that a text is but for what decorates it, or nothing."""
    text = text.strip(_DECORATION)
    return text.strip(_AROUND_TITLE) if is_title(text) else ""


def _ends_in_talks(text: str) -> bool:
    for talks in _TALKS:
        _, found, rest = text.rpartition(talks)
        if found and len(rest) <= 4 and "会" not in rest and "談" not in rest:
            return True
    return False


def _names_talkers(text: str) -> bool:
    of_japan = text[0] == "日" and text[1] not in "本程時"
    return of_japan or any(talkers in text for talkers in _TALKERS)


def names_talks(text: str) -> bool:
    """Tell whether a text speaks of a meeting and of a date at all, as a heading that is not understood would."""
    return (
        len(text) <= LONGEST
        and ("会談" in text or "会合" in text or "協議" in text)
        and _find_date(text) is not None
    )


def is_year(text: str) -> bool:
    """Tell whether a text names a year and says nothing else, as what stands over the meetings of one does.

    >>> is_year("■平成26年（2014年）"), is_year("平成26年10月")
    (True, False)
    """
    if len(text) > _LONGEST_YEAR or text[-1:] not in BEHIND_YEAR:
        return False
    year = rf"(?:{'|'.join(_NAMED_ERAS)})?[{_NUMERALS}]{{1,4}}年[度代]?"
    return re.fullmatch(rf"[^\w（(]*(?:{year}[（）()\s・/／】］\]〕]*){{1,2}}", text) is not None


def read_heading(text: str) -> Heading | None:
    r"""Read a heading, or None where the text is no heading of a meeting.

    >>> read_heading("日露首脳会談　（ペルー・平成20年11月）")
    Heading(text='日露首脳会談\u3000（ペルー・平成20年11月）', title='日露首脳会談', place=(8, 11), date=(12, 20))
    >>> read_heading("お知らせ（平成20年11月）") is None
    True
    """
    if not text or (last := text[-1]) not in LAST or len(text) > LONGEST:
        return None
    end = len(text) - 1 if last in CLOSING else _last_bracket(text)
    if end < 0:
        return None
    start = 0 if text[0].isalpha() else _behind_mark(text)
    bracket = _OPENING.search(text, start + 1, end)
    while bracket:
        at = bracket.start()
        if title := _title(text[start:at]):
            return _in_brackets(text, title, at + 1, end)
        bracket = _OPENING.search(text, at + 1, end)
    return None


def _behind_mark(text: str) -> int:
    """Return where the title starts: behind white space and such a mark as ■, ・, 1. or （1）."""
    title = text.lstrip()
    if title[:1] in _MARKS:
        title = title[1:]
    else:
        number = title[1:] if title.startswith(("（", "(")) else title
        behind = number.lstrip(_DIGITS)
        if 1 <= len(number) - len(behind) <= 2 and behind[:1] in _BEHIND_NUMBER:
            title = behind[1:]
    return len(text) - len(title.lstrip())


def _last_bracket(text: str) -> int:
    """Return where the last bracket closes, if a heading may end there: nothing but such words as NEW behind it; or else -1."""
    before = text.rstrip()
    while before[-1:] not in CLOSING:
        if not before.endswith(_BEHIND_HEADING):
            return -1
        before = before.removesuffix(next(filter(before.endswith, _BEHIND_HEADING))).rstrip()
    return len(before) - 1


def _in_brackets(text: str, title: str, start: int, end: int) -> Heading | None:
    found = _find_date(text[start:end])
    if not found or "。" in text:
        return None
    date = start + found[0], start + found[1]
    if text[date[1] - 1] in _LOOSE:
        date = _trim(text, *date)
    place = _trim(text, start, date[0])
    if date[1] < end:
        after = _trim(text, date[1], end)
        place = place if place[1] - place[0] >= after[1] - after[0] else after
    return Heading(text, title, place if place[1] > place[0] else None, date)


def _find_date(text: str) -> tuple[int, int] | None:
    """Find the first piece that is shaped like a date: from its era or its first numeral up to what is none of its characters."""
    numeral = _NUMERAL.search(text)
    while numeral:
        first = numeral.start()
        behind = text[first + 1 :]
        if text[first - 2 : first] in _ERAS:  # most dates
            return first - 2, len(text) - len(behind.lstrip(_IN_DATE))
        end = len(text) - len(behind.lstrip(_NUMERALS))
        start = _start_of_date(text, first, end)
        if start is not None:
            return start, len(text) - len(behind.lstrip(_IN_DATE))
        numeral = _NUMERAL.search(text, end)
    return None


def _start_of_date(text: str, first: int, end: int) -> int | None:
    """Return where a date starts whose first numerals are ``text[first:end]``, or None where they are no year.

    The year of an era may be any; 年 ends two to four numerals; a year without 年 is western, four digits and a sign behind them.
    """
    before = text[:first].rstrip(_BEHIND_ERA)
    for era in (before[-2:], before[-1:]):
        if era in _ERAS:
            return len(before) - len(era)
    year, after = text[max(first, end - 4) : end], text[end:].lstrip()
    western = (
        len(year) == 4
        and year[0] in "12１２"
        and not year.strip(_DIGITS)
        and after.startswith(_BEHIND_YEAR)
    )
    return end - len(year) if western or (len(year) > 1 and after.startswith("年")) else None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take separators and brackets without a partner off both ends."""
    while start < end and (text[end - 1] in _LOOSE or text[start] in _LOOSE):
        first, last = text[start], text[end - 1]
        if (
            last in _SEPARATORS
            or last in OPENING
            or (last in CLOSING and _partnerless(text[start:end]))
        ):
            end -= 1
        elif (
            first in _SEPARATORS
            or first in CLOSING
            or first == "於"
            or (first in OPENING and _partnerless(text[start:end]))
        ):
            start += 1
        else:
            break
    return start, end


def _partnerless(text: str) -> bool:
    return sum(map(text.count, OPENING)) != sum(map(text.count, CLOSING))
