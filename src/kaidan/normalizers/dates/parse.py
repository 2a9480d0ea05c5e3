"""One text, one date: the strict reading of a whole text."""

import re
from datetime import date
from typing import NamedTuple

from kaidan.errors import UnreadableDate
from kaidan.messages import Message
from kaidan.normalizers.dates import grammar
from kaidan.normalizers.dates.edtf import first_and_last, length
from kaidan.normalizers.dates.find import DateMention, find_dates
from kaidan.normalizers.dates.forms.calendar_dates import (
    read_date_from_its_month,
    read_date_from_its_year,
)
from kaidan.normalizers.dates.forms.numeric_dates import read_numbers_parted_by_signs
from kaidan.normalizers.dates.leads import lead_of
from kaidan.normalizers.dates.years import year_of_era
from kaidan.text import BREAK
from kaidan.text.deferred import deferred
from kaidan.text.fold import fold
from kaidan.text.numerals import number

_BLANK = " \u3000\n\t\r"
_EDTF = deferred(
    """
    (?: (?P<century> \\d{2}XX ) | (?P<decade> \\d{3}X ) | (?P<year> -?\\d{4} ) )
    (?: - (?: (?P<season> 2[1-4] ) | (?P<month> \\d{2} ) ) )?
    (?: - (?P<day> \\d{2} ) )?
    """,
    re.VERBOSE | re.ASCII,
)
"""A value in EDTF; the last group that is there is its precision."""


class Date(NamedTuple):
    """A date as read from a text: its EDTF value, first and last day (inclusive), and its year as its era counts it.

    ``start`` and ``end`` are None at an open end, and where ``datetime`` has no year so early.
    """

    text: str
    edtf: str
    precision: str
    start: date | None
    end: date | None
    era: tuple[str, int] | None
    flags: tuple[str, ...]


def parse_date(text: str, *, anchor: date | str | None = None) -> Date:
    """Read a text that is one date and nothing else, in words or as EDTF; ``anchor`` is the document's date, as in :func:`find_dates`.

    Raises:
        UnreadableDate: the text is no date, more than one, or one that never was; the message quotes it and says why.

    >>> date = parse_date("平成26年10月")
    >>> date.edtf, date.start, date.end, date.era
    ('2014-10', datetime.date(2014, 10, 1), datetime.date(2014, 10, 31), ('平成', 26))
    >>> parse_date("2012-22").precision, parse_date("../1650~").end
    ('season', datetime.date(1650, 12, 31))
    >>> parse_date("平成26年2月30日")
    Traceback (most recent call last):
    kaidan.errors.UnreadableDate: '平成26年2月30日': month 2 has no day 30
    """
    mentions = find_dates(text, anchor=anchor)
    if not mentions and (value := _edtf_date(text.strip(_BLANK))):
        return value
    if not mentions:
        raise UnreadableDate("{text!r}: no date", text=text)
    if len(mentions) > 1:
        raise UnreadableDate(
            "{text!r}: more than one date: {dates}",
            text=text,
            dates=", ".join(each.text for each in mentions),
        )
    mention = mentions[0]
    if mention.text != text.strip(_BLANK):
        raise UnreadableDate(
            "{text!r}: only {words!r} of it is a date", text=text, words=mention.text
        )
    return _date(mention)


def _date(mention: DateMention) -> Date:
    if mention.edtf is None or mention.precision is None:
        raise UnreadableDate("{text!r}: {why}", text=mention.text, why=_why(mention))
    days = mention.start_date, mention.end_date
    return Date(mention.text, mention.edtf, mention.precision, *days, mention.era, mention.flags)


def _edtf_date(text: str) -> Date | None:
    """Return a date that is written as EDTF, as :func:`find_dates` writes it; None for any other text."""
    known = next((part for part in text.split("/") if part not in ("", "..")), "")
    shape = _EDTF.fullmatch(known.rstrip("~?%"))
    if not shape:
        return None
    try:
        first_and_last(text)
    except UnreadableDate:
        return None
    precision = [name for name in _EDTF.groupindex if shape[name]][-1]
    mention = DateMention(text, 0, len(text), text, precision, (), None, "EDTF")
    return Date(text, text, precision, mention.start_date, mention.end_date, None, ())


def _why(mention: DateMention) -> Message:
    """Say why a date that was recognized has no value."""
    if "calendars-disagree" in mention.flags:
        return Message("its two calendars disagree")
    if "lunisolar" in mention.flags:
        return Message("nobody can place that day of the lunisolar calendar here")
    text = fold(mention.text, "width").text + BREAK
    at = next((match.start() for match in grammar.start().finditer(text)), 0)
    return _why_not(text, at)


def _why_not(text: str, at: int) -> Message:
    """Say which number of a date cannot be."""
    lead = lead_of(text, at, 0)
    era = lead.era
    written = read_date_from_its_year.written(text, at, lead)
    written = written or read_date_from_its_month.written(text, at, lead)
    if not written or not (written.month or text[written.end - 1] == "年"):
        written = read_numbers_parted_by_signs.written(text, at, lead)
    if not written:
        return Message("nobody can place it")
    year, month, day = written.year, number(written.month), number(written.day)
    if era and not year_of_era(era, year):
        return Message("{era} has no such year", era=era)
    if month is not None and not 1 <= month <= 12:
        return Message("there is no month {month}", month=month)
    if month and day is not None and not 1 <= day <= length(2000, month):
        return Message("month {month} has no day {day}", month=month, day=day)
    if not year:
        return Message("it names no year")
    return (
        Message("nobody can place it")
        if day is None
        else Message("there was no such day in that year")
    )
