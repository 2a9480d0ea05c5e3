"""What a date goes on with: its twin in the other calendar, a word that makes it less sure, the other end of a range."""

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import qualifiers, ranges, twins
from kaidan.normalizers.dates.context import NOTHING_KNOWN, Context, Tie
from kaidan.normalizers.dates.form import Read
from kaidan.normalizers.dates.leads import beginnings
from kaidan.normalizers.dates.read_one import read_at

JOINING = frozenset(" \n~-ー・、,/かよな乃と及お並又ま分午正0123456789")
"""What the words that tie two dates to each other begin with, and the clock times that may stand before them."""
QUALIFYING = frozenset(word[0] for word in spelled("calendar", "qualifier"))


def _in_both_calendars(text: str, first: Read) -> Read:
    """Read on to the same day in the other calendar, in brackets."""
    bracket = twins.opening().match(text, first.end)
    known = Context(named=twins.western_year_of(first.value)) if bracket else NOTHING_KNOWN
    second = read_at(text, bracket.end(), known) if bracket else None
    end = second and twins.closing().match(text, second.end)
    day = twins.one_day(first.value, second.value) if second and end else None
    if (
        bracket
        and second
        and "年" not in text[bracket.end() : second.end]
        and not (day and day.edtf)
    ):
        return first  # of which year that day was is not said
    return Read(end.end(), day, first.rule) if end and day else first


def extended(text: str, start: int, first: Read, context: Context) -> tuple[int, Read]:
    """Read on to a twin, a qualifier, the other end of a range, or say that it has none."""
    if text[first.end] in "( \n":
        first = _in_both_calendars(text, first)
    if text[first.end] in QUALIFYING:
        first = qualifiers.approximated(text, first)
    while first.value.edtf and text[first.end] in JOINING:
        second = _other_end(text, first, context)
        if not second:
            break
        tie, second_read = second
        end = ranges.end_of_range(text, second_read.end, tie)
        first = Read(end, ranges.joined(first.value, second_read.value), first.rule)
        if tie == "range":
            break
    if text[first.end] in QUALIFYING:
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
    second = read_at(text, join.end(), known)
    if not second and tie == "range":
        second = ranges.read_rest(text, join.end(), first)
    if not second:
        return None
    second = qualifiers.approximated(text, second) if tie == "range" else second
    if not ranges.belong_together(first.value, second.value, tie, shares=shares):
        return None
    return tie, second
