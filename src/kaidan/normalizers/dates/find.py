"""The scan: find every date in a text, in order, each resolved against what came before."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.errors import UnreadableDate
from kaidan.normalizers.dates import edtf, grammar
from kaidan.normalizers.dates.context import NOTHING_KNOWN, Context
from kaidan.normalizers.dates.extend import JOINING, QUALIFYING, extended
from kaidan.normalizers.dates.read_one import read_at, read_with_its_lead
from kaidan.normalizers.dates.values import EARLIEST_LENT, LATEST_LENT, Value
from kaidan.normalizers.dates.year_slot import is_lost_year
from kaidan.text import BREAK
from kaidan.text.fold import Folded, fold


class DateMention(NamedTuple):
    """A date in a text: ``text[start:end]``, in code points. ``edtf`` is None where nobody can place it.

    ``rule`` is the name of the form that read it (:data:`kaidan.normalizers.dates.forms.table.FORMS`), of a range that of its start.
    """

    text: str
    start: int
    end: int
    edtf: str | None
    precision: str | None
    flags: tuple[str, ...]
    era: tuple[str, int] | None
    rule: str

    @property
    def start_date(self) -> date | None:
        """The first day; None where there is none, or ``datetime`` has no year so early."""
        return self._days()[0]

    @property
    def end_date(self) -> date | None:
        """The last day, inclusive; None where there is none, or ``datetime`` has no year so early."""
        return self._days()[1]

    def _days(self) -> tuple[date | None, date | None]:
        try:
            return edtf.bounds(self.edtf) if self.edtf else (None, None)
        except ValueError:
            return None, None


_PARTICLES = frozenset("、はがをにへでてのとも")
_DAYS_OF_A_YEAR = 366
_GOES_ON = JOINING | QUALIFYING | {"("}


def find_dates(text: str, *, anchor: date | str | None = None) -> list[DateMention]:
    """Return the dates that the text names, in order.

    ``anchor`` is the date of the document, a day or an EDTF value of any precision: what the text leaves out is taken from it, and
    昨年 counts from it; a decade lends nothing. Without one, a date that has a line of the text to itself is taken for it.

    Raises:
        UnreadableDate: the anchor is no EDTF value. No text raises.

    >>> [(m.text, m.edtf) for m in find_dates("2月8日、昨年10月の会議に続き", anchor="2014-02")]
    [('2月8日', '2014-02-08'), ('昨年10月', '2013-10')]
    """
    folded = fold(text, "width")
    read = folded.text + BREAK  # so that there is always a sign to look at
    context = NOTHING_KNOWN
    if anchor is not None:
        context = _context_of(anchor)
    elif "\n" in read:
        context = _context_of_own_date(read)
    return _scan(text, folded, read, context)


@lru_cache(maxsize=64)
def _context_of(anchor: date | str) -> Context:
    """Return what a document's date lends: its year, and its month and day where it has them."""
    value = anchor if isinstance(anchor, str) else anchor.isoformat()[:10]
    try:
        first, last = edtf.bounds(value)
    except UnreadableDate:
        raise
    except ValueError as error:
        raise UnreadableDate("not the year of a document: {year!r}", year=value) from error
    if first and not EARLIEST_LENT <= first.year < LATEST_LENT:
        raise UnreadableDate("not the year of a document: {year!r}", year=first.year)
    if not first or not last or (last - first).days > _DAYS_OF_A_YEAR:
        return NOTHING_KNOWN  # of 199X nobody knows which year to lend
    in_month = last and (first.year, first.month) == (last.year, last.month)
    return Context(
        Value(
            None,
            year=first.year,
            month=first.month if in_month else None,
            day=first.day if first == last else None,
        )
    )


@cache
def _line_with_day() -> re.Pattern[str]:
    """The start of a line that has a 日 in it; ``^`` stands for the start of the text only."""
    return re.compile(rf"(?:^|[\n{BREAK}]) *+(?=[^\n{BREAK}]*日)")


@cache
def _end_of_line() -> re.Pattern[str]:
    return re.compile(rf" *+(?=[\n{BREAK}]|\Z)")


def _context_of_own_date(text: str) -> Context:
    """Return what the date lends that has a line of the text to itself: it dates the document."""
    for line in _line_with_day().finditer(text):
        found = read_at(text, line.end(), NOTHING_KNOWN)
        if not found or found.value.precision != "day":
            continue
        day = found.value
        if _end_of_line().match(text, found.end) and not day.lunisolar:
            return Context(day)
    return NOTHING_KNOWN


def _scan(shown: str, folded: Folded, text: str, context: Context) -> list[DateMention]:
    """Try every place where a date may start; what was found last is what the next may borrow from, over a break too."""
    search, position, last, seen = grammar.start().search, 0, 0, 0
    dates: list[DateMention] = []
    found: Value | None = None
    while match := search(text, position):
        at, position = match.span()
        if found:  # most texts name one date, which nothing has to remember
            context, found = context.remembering(found), None
        if context.in_sentence and _ends_sentence(text[seen:at]):
            context = context.in_next_sentence()
        seen = at
        start, read = read_with_its_lead(text, at, last, context)
        if not read:
            if context.named.era and is_lost_year(text, at, context):
                context = context.losing()
            continue
        if text[read.end] in _GOES_ON or (start and text[start - 1] in "~ \n"):
            start, read = extended(text, start, read, context)
        last, found = read.end, read.value
        first, end = folded.origin(start, last) if folded.starts else (start, last)
        said = found.edtf, found.precision, found.flags, found.era, read.rule
        dates.append(DateMention(shown[first:end], first, end, *said))
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
