"""What makes a line the heading of a meeting: a title, and a place and something shaped like a date in brackets behind it.

Or, without brackets, beside it: 2007年4月11日　日中首脳会談　東京. Only the shape is read here, so that a heading whose date is impossible
(平成26年13月) is still a heading and can be warned about.
"""

import re
from functools import cache
from typing import NamedTuple

from kaidan.lexicon.words import any_of, pattern_of, spelled
from kaidan.normalizers.events.sides import names_several
from kaidan.parser.headings.bracketed import LOOSE, behind_appendix, place_between, trimmed
from kaidan.parser.headings.heading_dates import WHITE, find_date, find_own_date
from kaidan.parser.headings.talks_titles import (
    FLAGS,
    TALKS,
    has_talks,
    title_of,
    title_of_two_leaders,
    whole_title,
)
from kaidan.text.brackets import CLOSING, OPENS
from kaidan.text.deferred import deferred
from kaidan.text.numerals import LATIN_DIGITS
from kaidan.text.unseen import unseen_signs

LONGEST = 160
"""Characters of a heading, brackets and all; a longer line is none, whatever it says."""
_LONGEST_UNBRACKETED = 60  # likewise of one without brackets
_LONGEST_PLACE = 24
_PARTING = deferred("[ \u3000\xa0、,，/／;；:：|｜]+|(?<=[^0-9０-９])[-－―](?=[^0-9０-９])")

_MARKS = frozenset("★☆・※→⇒").union(map(chr, range(ord("■"), ord("◯") + 1)))  # before a title
_BEHIND_NUMBER = frozenset(")）.． \u3000")
_HIRAGANA = deferred("[ぁ-ゖ]")

LAST = CLOSING.union(WHITE, (word[-1] for word in FLAGS))
"""What a heading in brackets may end with: few other lines do."""


class Heading(NamedTuple):
    """A heading as shown; ``place`` and ``date`` are its code points from..to, None where it names none."""

    text: str
    title: str
    place: tuple[int, int] | None
    date: tuple[int, int] | None


def names_talks(text: str) -> bool:
    """Tell whether a text speaks of a meeting and of a date at all, as a heading that is not understood would."""
    return (
        len(text) <= LONGEST
        and any(map(text.__contains__, spelled("headings", "talks")))
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
    title = whole_title(text[_behind_mark(text) :]) if has_talks(text) else ""
    return Heading(text, title, None, None) if title and not find_date(title) else None


def read_beside(text: str) -> Heading | None:
    """Read a heading whose date stands before its title or behind it, without brackets around both place and date.

    >>> heading = read_beside("日中首脳会談　2007年12月28日　北京")
    >>> heading.text[slice(*heading.date)], heading.text[slice(*heading.place)]
    ('2007年12月28日', '北京')
    >>> read_beside("2007年12月28日、日中首脳会談を行った") is None
    True
    """
    if "。" in text or not names_title(text):
        return None
    date = find_own_date(text)
    if not date or _has_not_been(text):
        return None
    titles: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for start, end in _pieces(text, date):
        (titles if whole_title(text[start:end]) else others).append((start, end))
    if len(titles) != 1 or len(others) > 1:
        return None
    if others and _is_of_other_thing(text[slice(*others[0])]):
        return None
    if others and (
        others[0][1] - others[0][0] > _LONGEST_PLACE or _says_more(text[slice(*others[0])])
    ):
        return None
    title = title_of(text[slice(*titles[0])])
    return Heading(text, title, place_between(text, *others[0]) if others else None, date)


def names_title(text: str) -> bool:
    """Tell whether a line may be a heading without brackets: short, with a noun of talks that no sentence goes on from.

    The cheap look at every line.

    >>> names_title("日中首脳会談　北京"), names_title("5月6日、首脳会談を行いました"), names_title("首脳会談と外相会談")
    (True, False, True)
    """
    return (
        len(text) <= _LONGEST_UNBRACKETED
        and has_talks(text)
        and _end_of_title().search(text) is not None
    )


@cache
def _end_of_title() -> re.Pattern[str]:
    """Return a noun of talks without a particle behind it: of a sentence, and of no title."""
    return re.compile(f"{any_of(TALKS)}(?![をがはもでへとやし])")


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
            piece = trimmed(text, start, parting.start() if parting else last)
            inner = OPENS.search(text, *piece)
            halves = [(piece[0], inner.start()), (inner.end(), piece[1])] if inner else [piece]
            pieces += [
                half for half in (trimmed(text, *half) for half in halves) if half[0] < half[1]
            ]
            start = parting.end() if parting else last
    return pieces


def _read_bracketed(text: str) -> Heading | None:
    if not text or (last := text[-1]) not in LAST or len(text) > LONGEST:
        return None
    if not unseen_signs().isdisjoint(text):
        return _read_unseen(text)
    end = len(text) - 1 if last in CLOSING else _last_bracket(text)
    if end < 0:
        return None
    start = 0 if text[0].isalpha() else _behind_mark(text)
    bracket = OPENS.search(text, start + 1, end)
    while bracket:
        at = bracket.start()
        title = title_of(text[start:at]) or title_of_two_leaders(text[start:at], text[at:end])
        if title:
            return _in_brackets(text, title, at + 1, end)
        bracket = OPENS.search(text, at + 1, end)
    return None


def _read_unseen(text: str) -> Heading | None:
    """Read a heading that holds signs without width, as if they were not there; the spans are those of the text as shown."""
    seen = [at for at, character in enumerate(text) if character not in unseen_signs()]
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
        behind = number.lstrip(LATIN_DIGITS)
        if 1 <= len(number) - len(behind) <= 2 and behind[:1] in _BEHIND_NUMBER:
            title = behind[1:]
    return len(text) - len(title.lstrip())


def _last_bracket(text: str) -> int:
    """Return where the last bracket closes, if a heading may end there: nothing but such words as NEW behind it; or else -1."""
    before = text.rstrip()
    while before[-1:] not in CLOSING:
        if not before.endswith(FLAGS):
            return -1
        before = before.removesuffix(next(filter(before.endswith, FLAGS))).rstrip()
    return len(before) - 1


@cache
def _of_other_things() -> tuple[str, ...]:
    """Return what stands behind a date that is no day of a meeting: 平成25年4月30日掲載, 1975年8月6日撮影."""
    days = (day.removesuffix("日") for day in spelled("headings", "other day"))
    return (*spelled("headings", "published", "other date"), *days)


def _is_of_other_thing(beside: str) -> bool:
    """Tell whether what stands beside a date says that it is no day of a meeting."""
    return beside.startswith(_of_other_things()) or _names_sitting(beside)


def _names_sitting(beside: str) -> bool:
    """Tell whether a house's or a committee's sitting stands beside a date, which is its day: 衆議院外務委員会・平成19年5月9日."""
    return pattern_of("headings", "sitting").search(beside) is not None


def _has_not_been(text: str) -> bool:
    """Tell whether a heading says of its talks that they are still to come, or were put off: （2016年5月予定）, （延期）."""
    return any(map(text.__contains__, spelled("headings", "planned")))


def _in_brackets(text: str, title: str, start: int, end: int) -> Heading | None:
    if "。" in text or _has_not_been(text):
        return None
    if has_talks(text[start:end]) and names_several(text):
        return None  # 日独首脳会談（5月4日）・日伊首脳会談（5月2日）
    start = behind_appendix(text, start, end)
    found = find_date(text[start:end])
    if not found:
        return Heading(text, title, place_between(text, start, end), None)
    date = start + found[0], start + found[1]
    if text.startswith(_of_other_things(), date[1]) or _names_sitting(text[start : date[0]]):
        return None
    if text[date[1] - 1] in LOOSE:
        date = trimmed(text, *date)
    place = place_between(text, start, date[0])
    after = place_between(text, date[1], end)
    longer = after and (not place or place[1] - place[0] < after[1] - after[0])
    return Heading(text, title, after if longer else place, date)
