"""The scan: find every date in a text, in order, each resolved against what came before."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from kaidan.errors import UnreadableDate
from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import both, edtf, grammar, ranges, reading, shorthand
from kaidan.normalizers.dates.known import RECURRING, Known, Lender, Reading
from kaidan.normalizers.dates.width import fold


class DateMention(NamedTuple):
    """A date in a text: ``text[start:end]``, in code points. ``edtf`` is None where nobody can place it."""

    text: str
    start: int
    end: int
    edtf: str | None
    precision: str | None
    flags: tuple[str, ...]
    era: tuple[str, int] | None


_Reader = Callable[[re.Match[str], Lender], Reading | None]
_Form = tuple[Callable[[], re.Pattern[str]], _Reader]
_CALENDAR: _Form = (grammar.calendar, reading.read_calendar)
_DOTTED: _Form = (grammar.dotted, shorthand.read_dotted)
_FORMS: Mapping[str, tuple[_Form, ...]] = {
    "number": (_CALENDAR, _DOTTED, (grammar.century, shorthand.read_century)),
    "parted": (_DOTTED, (grammar.slashed, shorthand.read_slashed)),
    "era": (_CALENDAR, (grammar.rule, shorthand.read_rule)),
    "parted_era": (_DOTTED, _CALENDAR, (grammar.rule, shorthand.read_rule)),
    "word": (_CALENDAR, (grammar.week, shorthand.read_week), (grammar.fiscal, shorthand.read_fiscal)),
}
"""The forms to try, in order, by what a date starts with: a group of :func:`grammar.start`."""


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(rf"[。\n{BREAK}]")


@cache
def _line() -> re.Pattern[str]:
    """The start of a line that has a 日 in it; ``^`` stands for the start of the text only."""
    return re.compile(rf"(?:^|[\n{BREAK}]) *+(?=[^\n{BREAK}]*日)")


@cache
def _end_of_line() -> re.Pattern[str]:
    return re.compile(rf" *+(?=[\n{BREAK}]|\Z)")


_OLDEST, _NEWEST = 1000, 3000
"""Years that others may be counted from: so a chain of 翌年 cannot leave the calendar."""


_LINKS = frozenset(" \n(~-ー・、,かよな乃と及お並又ま")
"""What the words that tie two dates to each other begin with."""


class _Found(NamedTuple):
    end: int
    reading: Reading


def find_dates(text: str, *, anchor: date | str | None = None) -> list[DateMention]:
    """Return the dates that the text names, in order.

    ``anchor`` is the date of the document, a day or an EDTF value of any precision: what the text leaves out is taken from it, and
    昨年 counts from it. Without one, a date that has a line of the text to itself is taken for it.

    Raises:
        UnreadableDate: the anchor is no EDTF value. No text raises.

    >>> [(m.text, m.edtf) for m in find_dates("2月8日、昨年10月の会議に続き", anchor="2014-02")]
    [('2月8日', '2014-02-08'), ('昨年10月', '2013-10')]
    """
    folded = fold(text)
    document = _anchor(anchor) if anchor is not None else _own_date(folded)
    return [DateMention(text[start:end], start, end, r.edtf, r.precision, r.flags, r.era) for start, end, r in _scan(folded, document)]


def _anchor(anchor: date | str) -> Known:
    first, last = edtf.bounds(anchor if isinstance(anchor, str) else anchor.isoformat()[:10])
    if first and not _OLDEST <= first.year < _NEWEST:
        raise UnreadableDate(f"not the year of a document: {first.year}")
    if not first or not last or first.year != last.year:
        return Known(first.year) if first else Known()
    if first.month != last.month:
        return Known(first.year)
    return Known(first.year, first.month, first.day if first == last else None)


def _own_date(text: str) -> Known:
    """Return the date that has a line of the text to itself: it dates the document."""
    if "\n" not in text:
        return Known()
    for line in _line().finditer(text):
        found = _read_at(text, line.end(), Lender())
        if found and found.reading.precision == "day" and _end_of_line().match(text, found.end):
            return found.reading.known._replace(era=None)
    return Known()


def _scan(text: str, document: Known) -> Iterator[tuple[int, int, Reading]]:
    """Try every place where a date may start; what was found last is what the next may borrow from, over a break too."""
    search, position, memory = grammar.start().search, 0, Lender(document)
    last = seen = 0
    while match := search(text, position):
        start = match.start()
        if memory.near and _sentence().search(text, seen, start):
            memory = memory._replace(near=False, recurring=False)
        seen = start
        tie = ranges.tie(text, last, start) if memory.near else ""
        found = _read(text, start, memory._replace(joined=tie) if tie else memory, match.lastgroup)
        if not found:
            position = match.end()
            continue
        start, last, result = _extended(text, start, found, document)
        memory = _remembering(memory, result)
        yield start, last, result._replace(flags=()) if result.flags == RECURRING.flags else result
        position = seen = last


def _remembering(memory: Lender, result: Reading) -> Lender:
    """Return the memory with the date that was just found."""
    if memory.recurring or result.flags == RECURRING.flags:
        return memory._replace(named=Known(), near=True, recurring=True)
    if result.known.year and _OLDEST <= result.known.year < _NEWEST:
        return Lender(memory.document, result.known, near=True)
    return memory


def _read_at(text: str, start: int, lender: Lender) -> _Found | None:
    """Read a date that starts just there, if one does."""
    beginning = grammar.start().match(text, start)
    return _read(text, start, lender, beginning.lastgroup) if beginning else None


def _read(text: str, start: int, lender: Lender, kind: str | None) -> _Found | None:
    for form, reader in _FORMS[kind or ""]:
        if (match := form().match(text, start)) and (result := reader(match, lender)):
            return _Found(match.end(), result)
    return None


def _in_both(text: str, first: _Found) -> _Found:
    """Read on to the same day in the other calendar, in brackets."""
    bracket = both.opening().match(text, first.end) if "(" in text[first.end : first.end + 9] else None
    second = _read_at(text, bracket.end(), Lender()) if bracket else None
    end = second and both.closing().match(text, second.end)
    day = both.one_day(first.reading, second.reading) if second and end else None
    return _Found(end.end(), day) if end and day else first


def _rest(text: str, join: re.Match[str], first: _Found) -> _Found | None:
    """Read the other end of a range that says only what differs; a bare number only behind dates that have no 日."""
    match = grammar.rest().match(text, join.end()) if join.lastgroup == "range" else None
    if not match or (match["day"] and not text[first.end - 1].isdigit()):
        return None
    result = shorthand.read_rest(match, first.reading.known)
    return _Found(match.end(), result) if result else None


def _extended(text: str, start: int, first: _Found, document: Known) -> tuple[int, int, Reading]:
    """Read on to the other end of a range, or say that it has none."""
    if text[first.end : first.end + 1] not in _LINKS and "~" not in text[max(0, start - 9) : start]:
        return start, *first
    first = _in_both(text, first)
    while first.reading.edtf and (join := ranges.join().match(text, first.end)):
        lender = Lender(document, first.reading.known, near=True, joined=join.lastgroup or "")
        second = _read_at(text, join.end(), lender) or _rest(text, join, first)
        shares = text[first.end - 1] not in "年度代月日旬末め頭半期"
        if not second or not ranges.follows(first.reading, second.reading, join.lastgroup, shares=shares):
            break
        first = _Found(ranges.end(text, second.end, join.lastgroup), ranges.joined(first.reading, second.reading))
        if join.lastgroup == "range":
            return start, *first
    return ranges.opened(text, start, *first)
