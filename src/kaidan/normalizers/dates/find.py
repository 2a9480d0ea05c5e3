"""The scan: find every date in a text, in order, each resolved against what came before."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.errors import UnreadableDate
from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import both, edtf, grammar, ranges, shorthand
from kaidan.normalizers.dates.heads import (
    MAY_BEGIN,
    Head,
    beginning,
    head,
    without_prefix,
    word_start,
)
from kaidan.normalizers.dates.known import RECURRING, Found, Lender, Reading
from kaidan.normalizers.dates.plain import PLAIN, plain
from kaidan.normalizers.dates.reading import read_calendar
from kaidan.normalizers.dates.words import WORDS, word_at
from kaidan.normalizers.dates.written import read_slots
from kaidan.text.fold import Folded, fold


class DateMention(NamedTuple):
    """A date in a text: ``text[start:end]``, in code points. ``edtf`` is None where nobody can place it."""

    text: str
    start: int
    end: int
    edtf: str | None
    precision: str | None
    flags: tuple[str, ...]
    era: tuple[str, int] | None


_NUMBER_OR_BLANK = grammar.NUMERALS | frozenset(" \n")


@cache
def _line() -> re.Pattern[str]:
    """The start of a line that has a 日 in it; ``^`` stands for the start of the text only."""
    return re.compile(rf"(?:^|[\n{BREAK}]) *+(?=[^\n{BREAK}]*日)")


@cache
def _end_of_line() -> re.Pattern[str]:
    return re.compile(rf" *+(?=[\n{BREAK}]|\Z)")


_PARTICLES = frozenset("、はがをにへでてのとも")
_OLDEST, _NEWEST = 1000, 3000
"""Years that others may be counted from: so a chain of 翌年 cannot leave the calendar."""


_NOBODY = Lender()
_LINKS = frozenset(" \n(~-ー・、,かよな乃と及お並又ま午正0123456789")
"""What the words that tie two dates to each other begin with, and the clock times that may stand before them."""


def find_dates(text: str, *, anchor: date | str | None = None) -> list[DateMention]:
    """Return the dates that the text names, in order.

    ``anchor`` is the date of the document, a day or an EDTF value of any precision: what the text leaves out is taken from it, and
    昨年 counts from it. Without one, a date that has a line of the text to itself is taken for it.

    Raises:
        UnreadableDate: the anchor is no EDTF value. No text raises.

    >>> [(m.text, m.edtf) for m in find_dates("2月8日、昨年10月の会議に続き", anchor="2014-02")]
    [('2月8日', '2014-02-08'), ('昨年10月', '2013-10')]
    """
    folded = fold(text, "width")
    read = folded.text + BREAK  # so that there is always a sign to look at
    lender = _anchor(anchor) if anchor is not None else _own_date(read) if "\n" in text else _NOBODY
    return _scan(text, folded, read, lender)


@lru_cache(maxsize=64)
def _anchor(anchor: date | str) -> Lender:
    first, last = edtf.bounds(anchor if isinstance(anchor, str) else anchor.isoformat()[:10])
    if first and not _OLDEST <= first.year < _NEWEST:
        raise UnreadableDate(f"not the year of a document: {first.year}")
    if not first:
        return _NOBODY
    month = last and (first.year, first.month) == (last.year, last.month)
    return Lender(
        Reading(
            None,
            year=first.year,
            month=first.month if month else None,
            day=first.day if first == last else None,
        )
    )


def _own_date(text: str) -> Lender:
    """Return the date that has a line of the text to itself as a lender: it dates the document."""
    for line in _line().finditer(text):
        found = _read_at(text, line.end(), _NOBODY)
        if found and found[1].precision == "day" and _end_of_line().match(text, found[0]):
            day = found[1]
            return Lender(
                Reading(day.edtf, "day", day.flags, day.era, day.year, day.month, day.day)
            )
    return _NOBODY


def _scan(shown: str, folded: Folded, text: str, memory: Lender) -> list[DateMention]:
    """Try every place where a date may start; what was found last is what the next may borrow from, over a break too."""
    search, position, document = grammar.start().search, 0, memory.document
    last, seen, result, dates = 0, 0, None, []
    while match := search(text, position):
        at, position = match.span()
        if result:
            memory, result = _remembering(memory, result), None
        if memory.near and _ends_sentence(text[seen:at]):
            memory = Lender(memory.document, memory.named)
        seen = at
        start, found = _tried(text, at, last, memory)
        if found:
            last, result = found
            if text[last] in _LINKS or (start and text[start - 1] in "~ \n"):
                start, last, result = _extended(text, start, found, document)
            first, end = folded.origin(start, last)
            dates.append(
                DateMention(
                    shown[first:end],
                    first,
                    end,
                    result.edtf,
                    result.precision,
                    result.flags,
                    result.era,
                )
            )
            position = seen = last
    return dates


def _ends_sentence(between: str) -> bool:
    """Say whether a sentence ends; a line that ends in a particle goes on in the next one."""
    if "。" in between or BREAK in between:
        return True
    at = between.find("\n")
    while at > 0 and between[at - 1] in _PARTICLES and between[at - 2 : at] not in ("もの", "こと"):
        at = between.find("\n", at + 1)
    return at >= 0


def _tried(text: str, at: int, last: int, memory: Lender) -> tuple[int, Found | None]:
    """Read what starts at ``at``, with what belongs to it and stands before it, or with less of that, or by itself."""
    number = grammar.number(text, at)
    if not number:
        at = word_start(text, at, last)
    before = head(text, at, last)
    while True:
        start = before[0]
        tie = (
            ranges.tie(text, last, start) if memory.near and start - last <= ranges.FARTHEST else ""
        )
        lender = (
            Lender(memory.document, memory.named, near=True, joined=tie, recurring=memory.recurring)
            if tie
            else memory
        )
        found = _read(text, at, before, lender, number)
        if found or start == at:
            return start, found
        before = without_prefix(text, at, before)


def _remembering(memory: Lender, result: Reading) -> Lender:
    """Return the memory with the date that was just found."""
    if memory.recurring or result is RECURRING:
        return Lender(memory.document, near=True, recurring=True)
    if result.year and _OLDEST <= result.year < _NEWEST:
        return Lender(memory.document, result, near=True)
    return memory


def _read_at(text: str, position: int, lender: Lender) -> Found | None:
    """Read a date that starts just there, if one does."""
    found = beginning(text, position)
    return _read(text, *found, lender, grammar.number(text, found[0])) if found else None


def _read(
    text: str, at: int, before: Head, lender: Lender, number: re.Match[str] | None
) -> Found | None:
    """Read the date whose first number or word stands at ``at``, behind what belongs to it."""
    if number and number.lastindex in PLAIN and (found := plain(number, before, lender)):
        return found
    slots = read_slots(text, at, before, number)
    if slots:
        if (
            slots.shares and slots.era and (found := shorthand.dotted(text, at, before, lender))
        ):  # 昭和六〇・四・一～三日
            return found
        if reading := read_calendar(slots, lender):
            return slots.end, reading
        if not slots.shares:
            return None
    if number:
        return _in_short(text, at, number.end(1), before, lender)
    return None if before[1] else _week_or_year(text, at, lender)


def _week_or_year(text: str, at: int, lender: Lender) -> Found | None:
    word = word_at(text, at)
    slot = WORDS.get(word)
    return (
        shorthand.week(text, at, word, lender)
        if slot == "week"
        else shorthand.fiscal(text, at)
        if slot == "fiscal"
        else None
    )


def _in_short(text: str, at: int, end: int, before: Head, lender: Lender) -> Found | None:
    """Read a number, up to ``end``, that goes on without 年, 月 or 日; the sign behind it says what it can be."""
    _, prefix, era, mark = before
    if prefix or mark:
        return None
    while text[end] in _NUMBER_OR_BLANK:
        end += 1
    if (
        text[end] in "./・ー-"
        and (era or lender.joined or end - at == 4)
        and (found := shorthand.dotted(text, at, before, lender))
    ):
        return found
    if era:
        return shorthand.rule(text, at, before)
    if text[end] == "世":
        return shorthand.century(text, at, end)
    if text[end] in "~-・、," and "世" in text[end : end + 6]:
        return shorthand.centuries(text, at, end)
    return shorthand.slashed(text, at, lender) if text[end] == "/" else None


def _in_both(text: str, first: Found) -> Found:
    """Read on to the same day in the other calendar, in brackets."""
    bracket = both.opening().match(text, first[0])
    second = _read_at(text, bracket.end(), _NOBODY) if bracket else None
    end = second and both.closing().match(text, second[0])
    day = both.one_day(first[1], second[1]) if second and end else None
    return (end.end(), day) if end and day else first


def _extended(text: str, start: int, first: Found, document: Reading) -> tuple[int, int, Reading]:
    """Read on to the other end of a range, or say that it has none."""
    if text[first[0]] in "( \n":
        first = _in_both(text, first)
    while (
        first[1].edtf
        and (join := ranges.join().match(text, first[0]))
        and (text[join.end()] in MAY_BEGIN or join["range"])
    ):
        lender = Lender(document, first[1], near=True, joined=join.lastgroup or "")
        second = _read_at(text, join.end(), lender)
        if not second and join.lastgroup == "range":
            second = shorthand.rest(text, join.end(), first[0], first[1])
        shares = text[first[0] - 1] not in "年度代月日旬末め頭半期紀"
        if not second or not ranges.follows(first[1], second[1], join.lastgroup, shares=shares):
            break
        first = (ranges.end(text, second[0], join.lastgroup), ranges.joined(first[1], second[1]))
        if join.lastgroup == "range":
            return start, *first
    return ranges.opened(text, start, *first)
