"""The scan: find every date in a text, in order, each resolved against what came before."""

from datetime import date
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import edtf, grammar, qualifiers, ranges, twins
from kaidan.normalizers.dates.context import NOTHING_KNOWN, Context, Tie, context_of_document
from kaidan.normalizers.dates.form import Read
from kaidan.normalizers.dates.forms.table import forms_at
from kaidan.normalizers.dates.leads import (
    Lead,
    beginning_at,
    beginnings,
    lead_of,
    start_of_word,
    without_calendar,
)
from kaidan.normalizers.dates.own_date import context_of_own_date
from kaidan.normalizers.dates.stops import with_japanese_stops
from kaidan.normalizers.dates.year_series import is_lost_year
from kaidan.text import BREAK
from kaidan.text.fold import Folded, fold
from kaidan.text.numerals import NUMERALS


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


_JOINING = frozenset(" \n~-ー・、,/かよな乃と及お並又ま分午正0123456789").union(
    word[0] for word in spelled("parts", "part of day")
)
"""What the words that tie two dates to each other begin with, and the times of day that may stand before them."""
_QUALIFYING = frozenset(word[0] for word in spelled("calendar", "qualifier"))
_PARTICLES = frozenset("、はがをにへでてのとも")
_GOES_ON = _JOINING | _QUALIFYING | {"("}


def find_dates(
    text: str, *, anchor: date | str | None = None, of_event: bool = False
) -> list[DateMention]:
    """Return the dates that the text names, in order.

    ``anchor`` is the date of the document, a day or an EDTF value of any precision: what the text leaves out is taken from it, and
    昨年 counts from it; a decade lends nothing. Without one, a date that has a line of the text to itself is taken for it. It may be
    that of the event which the text tells of (``of_event``): then it may tell of what came of it soon after.

    Raises:
        UnreadableDate: the anchor is no EDTF value; a year that no document has lends nothing. No text raises.

    >>> [(m.text, m.edtf) for m in find_dates("2月8日、昨年10月の会議に続き", anchor="2014-02")]
    [('2月8日', '2014-02-08'), ('昨年10月', '2013-10')]
    """
    folded = fold(text, "width")
    read = with_japanese_stops(folded.text) + BREAK  # so that there is always a sign to look at
    context = NOTHING_KNOWN
    if anchor is not None:
        context = context_of_document(anchor, of_event=of_event)
    elif "\n" in read:
        context = context_of_own_date(read, _read_at)
    return _scan(text, folded, read, context)


def _scan(shown: str, folded: Folded, text: str, context: Context) -> list[DateMention]:
    """Try every place where a date may start; what was found last is what the next may borrow from, over a break too."""
    search, position, last, seen = grammar.start().search, 0, 0, 0
    dates: list[DateMention] = []
    found: Read | None = None
    while match := search(text, position):
        at, position = match.span()
        if found:  # most texts name one date, which nothing has to remember
            context, found = context.remembering(found.value), None
        if context.in_sentence and _ends_sentence(text[seen:at]):
            context = context.in_next_sentence()
        seen = at
        start, read = _read_with_its_lead(text, at, last, context)
        if not read:
            if context.named.era and is_lost_year(text, at, context):
                context = context.losing()
            continue
        if text[read.end] in _GOES_ON or (start and text[start - 1] in "~ \n"):
            start, read = _extended(text, start, read, context)
        last, found, value = read.end, read, read.value
        first, end = folded.origin(start, last) if folded.starts else (start, last)
        said = value.edtf, value.precision, value.flags, value.era, read.rule
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


def _read_with_its_lead(text: str, at: int, last: int, context: Context) -> tuple[int, Read | None]:
    """Read what starts at ``at``, with what belongs to it and stands before it, or with less of that, or by itself."""
    if text[at] not in NUMERALS:
        at = start_of_word(text, at, last)
    lead = lead_of(text, at, last)
    while True:
        is_near = context.in_sentence and lead.start - last <= ranges.FARTHEST
        tie = ranges.tie_between(text, last, lead.start) if is_near else ""
        read = _read(text, at, lead, context.tied(tie) if tie else context)
        if read or lead.start == at:
            return lead.start, read
        lead = without_calendar(lead, at)


def _read_at(text: str, position: int, context: Context) -> Read | None:
    """Read a date that starts just there, if one does."""
    found = beginning_at(text, position)
    return _read(text, *found, context) if found else None


def _read(text: str, at: int, lead: Lead, context: Context) -> Read | None:
    """Read the date whose first number or word stands at ``at``, by the first form that has one there."""
    for form in forms_at(text, at, lead, context):
        written = form.written(text, at, lead)
        if not written:
            continue
        value = form.reader(written, context)
        if value is not None:
            return Read(written.end, value, form.name)
    return None


def _in_both_calendars(text: str, start: int, first: Read) -> Read:
    """Read on to the same day in the other calendar, in brackets."""
    bracket = twins.opening().match(text, first.end)
    known = Context(named=twins.western_year_of(first.value)) if bracket else NOTHING_KNOWN
    second = _read_at(text, bracket.end(), known) if bracket else None
    if bracket and not second and bracket["calendar"]:  # which three digits need: 新暦593年
        second = _read_at(text, bracket.start("calendar"), known)
    end = second and twins.closing().match(text, second.end)
    if second and end and twins.is_year_of(first.value, second.value):
        return Read(end.end(), first.value, first.rule)
    if second and end and (stands_for := twins.day_beside(text[start : first.end], second.value)):
        return Read(end.end(), stands_for, first.rule)
    day = twins.one_day(first.value, second.value) if second and end else None
    if (
        bracket
        and second
        and "年" not in text[bracket.end() : second.end]
        and not (day and day.edtf)
    ):
        return first  # of which year that day was is not said
    return Read(end.end(), day, first.rule) if end and day else first


def _with_twin_behind(text: str, first: Read) -> Read:
    """Read on to the same day in western years, whose brackets a copy has lost: 永享8年1月2日1436年1月20日."""
    second = _read_at(text, first.end, NOTHING_KNOWN)
    day = twins.one_day(first.value, second.value) if second else None
    return Read(second.end, day, first.rule) if second and day and day.edtf else first


def _extended(text: str, start: int, first: Read, context: Context) -> tuple[int, Read]:
    """Read on to a twin, a qualifier, the other end of a range, or say that it has none."""
    if text[first.end] in "( \n":
        first = _in_both_calendars(text, start, first)
    elif text[first.end] in NUMERALS and first.value.lunisolar:
        first = _with_twin_behind(text, first)
    if text[first.end] in _QUALIFYING:
        first = qualifiers.approximated(text, first)
    while first.value.edtf and text[first.end] in _JOINING:
        second = _other_end(text, first, context)
        if not second:
            break
        tie, second_read = second
        end = ranges.end_of_range(text, second_read.end, tie)
        first = Read(end, ranges.joined(first.value, second_read.value), first.rule)
        if tie == "range":
            break
    if text[first.end] == "(":
        first.end = twins.end_with_era(text, first.end, first.value)
    if text[first.end] in _QUALIFYING:
        first = qualifiers.bounded(text, qualifiers.approximated(text, first))
    return ranges.opened(text, start, first)


def _other_end(text: str, first: Read, context: Context) -> tuple[Tie, Read] | None:
    """Read the date that belongs to the first one, behind what joins them."""
    join = ranges.join().match(text, first.end)
    if not join or not (text[join.end()] in beginnings() or join["range"]):
        return None
    tie = ranges.tie_of(join)
    last = first.end - (2 if text[first.end - 1] == ")" else 1)
    shares = text[last] not in ranges.UNITS
    if tie == "pair" and not shares and first.value.precision != "day":
        return None
    known = Context(context.document, first.value, in_sentence=True, tie=tie)
    second = _read_at(text, join.end(), known)
    if not second and tie == "range":
        second = ranges.read_rest(text, join.end(), first)
    if not second or (join["paused"] and not ranges.is_closed(text, second.end)):
        return None
    if text[second.end] == "(":  # 1192年8月21日(建久3年7月12日)~1199年2月9日(建久10年1月13日)
        second = _in_both_calendars(text, join.end(), second)
    second = qualifiers.approximated(text, second) if tie == "range" else second
    if not ranges.belong_together(first.value, second.value, tie, shares=shares):
        return None
    return tie, second
