"""The scan: find every date in a text, in order, each resolved against what came before."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import edtf, grammar, reading
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
    (grammar.dotted, reading.read_dotted),
    (grammar.calendar, reading.read_calendar),
    (grammar.week, reading.read_week),
    (grammar.bare, reading.read_bare),
    (grammar.slashed, reading.read_slashed),
    (grammar.century, reading.read_century),
)
_JOIN = re.compile(rf"{grammar.SPACE}(?:(?P<range>{grammar.WAVE}|{grammar.DASH}|から|より)|(?P<pair>[・、,，]|と|及び|および|並びに))(?:の)?{grammar.SPACE}")
_UNTIL = re.compile(r"(?:にかけて|まで)")
_SENTENCE = re.compile(rf"[。\n{BREAK}]")
_OWN_LINE = re.compile(rf"(?:^|[\n{BREAK}])[ \u3000]*(?=[^\n]*日)")
_END_OF_LINE = re.compile(rf"[ \u3000]*(?=[\n{BREAK}]|\Z)")


class _Found(NamedTuple):
    end: int
    reading: Reading


def find_dates(text: str, *, anchor: date | str | None = None) -> list[DateMention]:
    """Return the dates that the text names, in order.

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
    for line in _OWN_LINE.finditer(text):
        found = _read(text, line.end(), Lender())
        if found and found.reading.precision == "day" and _END_OF_LINE.match(text, found.end):
            return found.reading.known._replace(era=None)
    return Known()


def _scan(text: str, document: Known) -> Iterator[tuple[int, int, Reading]]:
    position, named, sentence, near, search = 0, Known(), 0, False, grammar.start().search
    while match := search(text, position):
        start = match.start()
        near, sentence = near and not _SENTENCE.search(text, sentence, start), start
        found = _read(text, start, Lender(document, named, near))
        if not found:
            position = match.end()
            continue
        found = _extended(text, found, document)
        if found.reading.known.year:
            named, near = found.reading.known, True
        yield start, found.end, found.reading
        position = found.end


def _read(text: str, start: int, lender: Lender) -> _Found | None:
    for form, reader in _FORMS:
        if (match := form().match(text, start)) and match.end() > start and (result := reader(match, lender)):
            return _Found(match.end(), result)
    return None


def _extended(text: str, first: _Found, document: Known) -> _Found:
    """Read on over 〜 and から to the other end of a range."""
    while first.reading.edtf and (join := _JOIN.match(text, first.end)):
        second = _read(text, join.end(), Lender(document, first.reading.known, near=True, joined=True))
        if not second or not second.reading.edtf or not _follows(first.reading, second.reading, join):
            break
        until = _UNTIL.match(text, second.end)
        end = until.end() if join["range"] and until and until[0] == "まで" else second.end
        first = _Found(end, _range(first.reading, second.reading))
        if join["range"]:
            break
    return first


def _follows(first: Reading, second: Reading, join: re.Match[str]) -> bool:
    """Say whether the second reading is the other end of a range, or the very next day of a pair."""
    start, end = edtf.bounds(first.edtf or "")[1], edtf.bounds(second.edtf or "")[0]
    if not start or not end or first.precision != second.precision:
        return False
    return end > start if join["range"] else first.precision == "day" and (end - start).days == 1


def _range(first: Reading, second: Reading) -> Reading:
    flags = tuple(dict.fromkeys(first.flags + second.flags))
    return Reading(edtf.interval(first.edtf or "", second.edtf or ""), second.precision, flags, first.era, second.known)
