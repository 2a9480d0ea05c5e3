"""What makes a line the heading of a meeting: a title, and a place and something shaped like a date in brackets behind it.

Or, without brackets, beside it: 2007年4月11日　日中首脳会談　東京. Only the shape is read here, so that a heading whose date is impossible
(平成26年13月) is still a heading and can be warned about.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.events.titles import parties
from kaidan.parser.heading_dates import DIGITS, find_date, find_own_date
from kaidan.text.fold import fold
from kaidan.text.unseen import UNSEEN

LONGEST = 160
"""Characters of a heading, brackets and all; a longer line is none, whatever it says."""
_LONGEST_UNBRACKETED = 60  # likewise of one without brackets
_LONGEST_PLACE = 24

TALKS = spelled("headings", "talks", "plain talks")
"""The nouns that end a title. A page that holds none of them tells of no meeting."""

OPENING = frozenset("（(【〔［[〈<＜《｟")
CLOSING = frozenset("）)】〕］]〉>＞》｠")
_OPENING = re.compile(r"[（(【〔［\[〈<＜《｟]")
_CLOSES = re.compile(r"[）)】〕］\]〉>＞》｠]")
_DECORATION = "【】〔〕［］[]〈〉＜＞《》"
_SEPARATORS = " \u3000\xa0・、,，/／;；:：-－"
_AROUND_TITLE = _DECORATION + _SEPARATORS
_AT = frozenset("於")
_LOOSE = OPENING.union(CLOSING, _SEPARATORS, _AT)  # what is taken off a place or a date
_PARTING = re.compile("[ \u3000\xa0、,，/／;；:：|｜]+|(?<=[^0-9０-９])[-－―](?=[^0-9０-９])")

_MARKS = frozenset("★☆・※→⇒").union(map(chr, range(ord("■"), ord("◯") + 1)))  # before a title
_BEHIND_NUMBER = frozenset(")）.． \u3000")
_FLAGS = spelled("headings", "flag")
_NO_TITLE = frozenset("「」『』。、，,：:？?！!；;")
_STEP = re.compile(r"(?<=[^\s>＞])\s*[>＞›»≫]\s*(?=[^\s<＜>＞])")
"""What parts the steps of a breadcrumb, which is no title."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_TELLS = re.compile("^[ぁ-ゖ]|[がをはし]|で(?!の)|に(?!お)")
"""Hiragana of a sentence, which no title has."""
_HIRAGANA = re.compile("[ぁ-ゖ]")

LAST = CLOSING.union(filter(str.isspace, map(chr, range(0x3001))), (word[-1] for word in _FLAGS))
"""What a heading in brackets may end with: few other lines do."""


class Heading(NamedTuple):
    """A heading as shown; ``place`` and ``date`` are its code points from..to, None where it names none."""

    text: str
    title: str
    place: tuple[int, int] | None
    date: tuple[int, int] | None


def is_title(text: str) -> bool:
    """Tell whether a text is a title such as 日露首脳会談.

    >>> is_title("日露外相会談"), is_title("お知らせ"), is_title("日露首脳共同記者会見")
    (True, False, False)
    """
    text = text.strip(_SEPARATORS).replace("\u3000", "")
    return (
        2 <= len(text) <= 40
        and text[0] not in "（("
        and _NO_TITLE.isdisjoint(text)
        and not _is_way(text)
        and _ends_in_talks(text)
        and _names_talkers(text)
    )


@lru_cache(256)  # the headings of a page say the same
def _title(text: str) -> str:
    """Return the title that a text is but for what decorates it, or nothing."""
    text = text.strip(_DECORATION)
    return text.strip(_AROUND_TITLE) if is_title(text) else ""


def _is_way(text: str) -> bool:
    return OPENING.isdisjoint(text) and _STEP.search(text) is not None


def _ends_in_talks(text: str) -> bool:
    for talks in TALKS:
        before, found, rest = text.rpartition(talks)
        if found and len(rest) <= 4 and "会" not in rest and "談" not in rest:
            if any(word in text for word in spelled("headings", "press")):
                return False
            plain = talks in spelled("headings", "plain talks")
            return not plain or len(parties(before + talks)) > 1 or "と" in before
    return False


def _names_talkers(text: str) -> bool:
    of_japan = text[0] == "日" and text[1] not in "本程時"
    return of_japan or any(talkers in text for talkers in spelled("titles", "level"))


def is_of_press(title: str) -> bool:
    """Tell whether the title of a page names what was said to the press, and no talks besides.

    >>> is_of_press("外務大臣会見記録（平成27年9月）"), is_of_press("日露首脳会談と共同記者会見"), is_of_press("日露首脳会談")
    (True, False, False)
    """
    rest = without_press(title)
    return rest != title and not any(talks in rest for talks in TALKS)


def without_press(text: str) -> str:
    """Return a text without what it names that was said to the press.

    >>> without_press("日露首脳共同記者会見")
    '日露首脳共同'
    """
    for word in spelled("headings", "press"):
        text = text.replace(word, "")
    return text


def names_talks(text: str) -> bool:
    """Tell whether a text speaks of a meeting and of a date at all, as a heading that is not understood would."""
    return (
        len(text) <= LONGEST
        and any(talks in text for talks in spelled("headings", "talks"))
        and find_date(text) is not None
    )


def read_heading(text: str) -> Heading | None:
    r"""Read a heading with its date in brackets, or None where the text is none.

    >>> read_heading("日露首脳会談　（ペルー・平成20年11月）")
    Heading(text='日露首脳会談\u3000（ペルー・平成20年11月）', title='日露首脳会談', place=(8, 11), date=(12, 20))
    >>> read_heading("お知らせ（平成20年11月）") is None
    True
    """
    heading = _read_bracketed(text)
    return heading if heading and heading.date else None


def read_undated(text: str) -> Heading | None:
    """Read a title alone, or with what may be a place in brackets behind it: a heading only among others.

    >>> read_undated("日露首脳会談（ペルー）").place, read_undated("日露首脳会談（概要）").place
    ((7, 10), None)
    """
    if not text or len(text) > _LONGEST_UNBRACKETED:
        return None
    heading = _read_bracketed(text) if text[-1] in LAST else None
    if heading:
        return None if heading.date or find_date(heading.title) else heading
    title = _title(text[_behind_mark(text) :]) if _has_talks(text) else ""
    is_whole = title and not (_tail(title) or _TELLS.search(title) or find_date(title))
    return Heading(text, title, None, None) if is_whole else None


def read_beside(text: str) -> Heading | None:
    """Read a heading whose date stands before its title or behind it, without brackets around both place and date.

    >>> heading = read_beside("日中首脳会談　2007年12月28日　北京")
    >>> heading.text[slice(*heading.date)], heading.text[slice(*heading.place)]
    ('2007年12月28日', '北京')
    >>> read_beside("2007年12月28日、日中首脳会談を行った") is None
    True
    """
    if len(text) > _LONGEST_UNBRACKETED or "。" in text or not _has_talks(text):
        return None
    date = find_own_date(text)
    if not date:
        return None
    titles: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for start, end in _pieces(text, date):
        title = _title(text[start:end])
        is_whole = title and not _tail(title) and not _TELLS.search(title)
        (titles if is_whole else others).append((start, end))
    if len(titles) != 1 or len(others) > 1:
        return None
    if others and text[slice(*others[0])] in spelled("headings", "published"):
        return None
    if others and (
        others[0][1] - others[0][0] > _LONGEST_PLACE or _says_more(text[slice(*others[0])])
    ):
        return None
    title = _title(text[slice(*titles[0])])
    return Heading(text, title, _place(text, *others[0]) if others else None, date)


def names_title(text: str) -> bool:
    """Tell whether a line may be a heading without brackets: short, and with a noun of talks; the cheap look at every line."""
    return len(text) <= _LONGEST_UNBRACKETED and _has_talks(text)


def _has_talks(text: str) -> bool:
    return any(talks in text for talks in TALKS)


def _tail(title: str) -> str:
    """Return what of a title stands behind its talks and is no flag: a verb, mostly."""
    ends = [title.rfind(talks) + len(talks) for talks in TALKS if talks in title]
    rest = title[max(ends) :]
    return "" if rest in _FLAGS else rest


def _says_more(text: str) -> bool:
    """Tell whether a text says more than a place can: it holds hiragana, but for に or で at its end."""
    return (
        _HIRAGANA.search(text.rstrip("にて").removesuffix("で").removesuffix("における"))
        is not None
    )


def _pieces(text: str, date: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the pieces of a line besides its date, parted by blanks, brackets and signs."""
    pieces = []
    for first, last in ((_behind_mark(text), date[0]), (date[1], len(text))):
        start = first
        for parting in (*_PARTING.finditer(text, first, last), None):
            piece = _trim(text, start, parting.start() if parting else last)
            inner = _OPENING.search(text, *piece)
            halves = [(piece[0], inner.start()), (inner.end(), piece[1])] if inner else [piece]
            pieces += [
                half for half in (_trim(text, *half) for half in halves) if half[0] < half[1]
            ]
            start = parting.end() if parting else last
    return pieces


def _read_bracketed(text: str) -> Heading | None:
    if not text or (last := text[-1]) not in LAST or len(text) > LONGEST:
        return None
    if _UNSEEN.search(text):
        return _read_unseen(text)
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


def _read_unseen(text: str) -> Heading | None:
    """Read a heading that holds signs without width, as if they were not there; the spans are those of the text as shown."""
    seen = [at for at, character in enumerate(text) if not _UNSEEN.match(character)]
    heading = _read_bracketed("".join(text[at] for at in seen))
    if not heading:
        return None

    def shown(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return span and (seen[span[0]], seen[span[1] - 1] + 1)

    return Heading(text, heading.title, shown(heading.place), shown(heading.date))


def _behind_mark(text: str) -> int:
    """Return where the title starts: behind white space and such a mark as ■, ・, 1. or （1）."""
    title = text.lstrip()
    if title[:1] in _MARKS:
        title = title[1:]
    else:
        number = title[1:] if title.startswith(("（", "(")) else title
        behind = number.lstrip(DIGITS)
        if 1 <= len(number) - len(behind) <= 2 and behind[:1] in _BEHIND_NUMBER:
            title = behind[1:]
    return len(text) - len(title.lstrip())


def _last_bracket(text: str) -> int:
    """Return where the last bracket closes, if a heading may end there: nothing but such words as NEW behind it; or else -1."""
    before = text.rstrip()
    while before[-1:] not in CLOSING:
        if not before.endswith(_FLAGS):
            return -1
        before = before.removesuffix(next(filter(before.endswith, _FLAGS))).rstrip()
    return len(before) - 1


def _in_brackets(text: str, title: str, start: int, end: int) -> Heading | None:
    if "。" in text:
        return None
    start = _behind_appendix(text, start, end)
    found = find_date(text[start:end])
    if not found:
        return Heading(text, title, _place(text, start, end), None)
    date = start + found[0], start + found[1]
    if text.startswith(spelled("headings", "published"), date[1]):
        return None  # 平成25年4月30日掲載 is no day of a meeting
    if text[date[1] - 1] in _LOOSE:
        date = _trim(text, *date)
    place = _place(text, start, date[0])
    after = _place(text, date[1], end)
    longer = after and (not place or place[1] - place[0] < after[1] - after[0])
    return Heading(text, title, after if longer else place, date)


def _behind_appendix(text: str, start: int, end: int) -> int:
    """Pass over a bracket that only says what kind of text follows: 日露首脳会談（概要）（平成25年4月29日）."""
    closing = _CLOSES.search(text, start, end)
    if closing and is_appendix(text[start : closing.start()]):
        opening = _OPENING.search(text, closing.end(), end)
        return opening.end() if opening else start
    return start


def is_appendix(text: str) -> bool:
    """Tell whether a text adds to a title what kind of text it is, and names no place.

    >>> is_appendix("概要"), is_appendix("２＋２"), is_appendix("東京")
    (True, True, False)
    """
    return fold(text.strip(_AROUND_TITLE), "width").text.replace("＋", "+") in spelled(
        "headings", "appendix"
    )


def _place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return what may name a place between two points."""
    if start >= end:
        return None
    place = _trim(text, start, end)
    if place[0] >= place[1] or is_appendix(text[slice(*place)]):
        return None
    return place


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
            or first in _AT
            or (first in OPENING and _partnerless(text[start:end]))
        ):
            start += 1
        else:
            break
    return start, end


def _partnerless(text: str) -> bool:
    return sum(map(text.count, OPENING)) != sum(map(text.count, CLOSING))
