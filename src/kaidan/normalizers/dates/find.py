"""The scan: find every date in a text, in order, each resolved against what came before."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import both, edtf, grammar, ranges, reading, shorthand
from kaidan.normalizers.dates.known import Known, Lender, Reading
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


_FORMS: tuple[tuple[Callable[[], re.Pattern[str]], Callable[[re.Match[str], Lender], Reading | None]], ...] = (
    (grammar.dotted, shorthand.read_dotted),
    (grammar.calendar, reading.read_calendar),
    (grammar.week, shorthand.read_week),
    (grammar.rule, shorthand.read_rule),
    (grammar.slashed, shorthand.read_slashed),
    (grammar.century, shorthand.read_century),
)


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(rf"[。\n{BREAK}]")


@cache
def _line() -> re.Pattern[str]:
    """The start of a line that has a 日 in it; ``^`` stands for the start of the text only."""
    return re.compile(rf"(?:^|[\n{BREAK}])[ \u3000]*+(?=[^\n{BREAK}]*日)")


@cache
def _end_of_line() -> re.Pattern[str]:
    return re.compile(rf"[ \u3000]*+(?=[\n{BREAK}]|\Z)")


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
        found = _read(text, line.end(), Lender())
        if found and found.reading.precision == "day" and _end_of_line().match(text, found.end):
            return found.reading.known._replace(era=None)
    return Known()


def _scan(text: str, document: Known) -> Iterator[tuple[int, int, Reading]]:
    position, named, near, search = 0, Known(), False, grammar.start().search
    seen = last = 0
    while match := search(text, position):
        start = match.start()
        near, seen = near and not _sentence().search(text, seen, start), start
        tie = ranges.tie(text, last, start) if near else ""
        found = _read(text, start, Lender(document, named, near, tie))
        if not found:
            position = match.end()
            continue
        start, last, result = _extended(text, start, found, document)
        if result.known.year:
            named, near = result.known, True
        yield start, last, result
        position = seen = last


def _read(text: str, start: int, lender: Lender) -> _Found | None:
    for form, reader in _FORMS:
        if (match := form().match(text, start)) and (result := reader(match, lender)):
            return _Found(match.end(), result)
    return None


def _in_both(text: str, first: _Found) -> _Found:
    """Read on to the same day in the other calendar, in brackets."""
    bracket = both.opening().match(text, first.end)
    second = _read(text, bracket.end(), Lender()) if bracket else None
    end = second and both.closing().match(text, second.end)
    day = both.one_day(first.reading, second.reading) if second and end else None
    return _Found(end.end(), day) if end and day else first


def _extended(text: str, start: int, first: _Found, document: Known) -> tuple[int, int, Reading]:
    """Read on to the other end of a range, or say that it has none."""
    first = _in_both(text, first)
    while first.reading.edtf and (join := ranges.join().match(text, first.end)):
        second = _read(text, join.end(), Lender(document, first.reading.known, near=True, joined=join.lastgroup or ""))
        shares = text[first.end - 1] not in "年度代月日"
        if not second or not ranges.follows(first.reading, second.reading, join.lastgroup, shares=shares):
            break
        first = _Found(ranges.end(text, second.end, join.lastgroup), ranges.joined(first.reading, second.reading))
        if join.lastgroup == "range":
            return start, *first
    return ranges.opened(text, start, *first)
