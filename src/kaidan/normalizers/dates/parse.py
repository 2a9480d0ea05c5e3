"""One text, one date: the strict reading of a whole text."""

from datetime import date
from typing import NamedTuple

from kaidan.errors import UnreadableDate
from kaidan.normalizers.dates.edtf import bounds
from kaidan.normalizers.dates.find import DateMention, find_dates

_BLANK = " \u3000\n\t\r"


class Date(NamedTuple):
    """A date as read from a text: its EDTF value, first and last day (inclusive), and its year as its era counts it."""

    text: str
    edtf: str
    precision: str
    start: date | None
    end: date | None
    era: tuple[str, int] | None
    flags: tuple[str, ...]


def parse_date(text: str) -> Date:
    """Read a text that is one date and nothing else.

    Raises:
        UnreadableDate: the text is no date, more than one, or one that never was; the message quotes it and says which.

    >>> parse_date("平成26年10月17日").edtf
    '2014-10-17'
    >>> parse_date("2月30日")
    Traceback (most recent call last):
    kaidan.errors.UnreadableDate: '2月30日': a date that does not exist or that nobody can place
    """
    mentions = find_dates(text)
    if len(mentions) != 1:
        raise UnreadableDate(f"{text!r}: {'no date' if not mentions else 'more than one date'}")
    mention = mentions[0]
    if mention.text != text.strip(_BLANK):
        raise UnreadableDate(f"{text!r}: more than a date; only {mention.text!r} is one")
    return _date(mention)


def _date(mention: DateMention) -> Date:
    if mention.edtf is None or mention.precision is None:
        raise UnreadableDate(f"{mention.text!r}: a date that does not exist or that nobody can place")
    start, end = bounds(mention.edtf)
    return Date(mention.text, mention.edtf, mention.precision, start, end, mention.era, mention.flags)
