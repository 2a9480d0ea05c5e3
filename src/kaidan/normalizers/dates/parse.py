"""One text, one date: the strict reading of a whole text."""

from datetime import date
from typing import NamedTuple

from kaidan.errors import UnreadableDate
from kaidan.messages import Message
from kaidan.normalizers.dates import grammar
from kaidan.normalizers.dates.edtf import bounds, length
from kaidan.normalizers.dates.find import DateMention, find_dates
from kaidan.normalizers.dates.forms.calendar_dates import (
    read_date_from_its_month,
    read_date_from_its_year,
)
from kaidan.normalizers.dates.forms.numeric_dates import read_numbers_parted_by_signs
from kaidan.normalizers.dates.leads import lead_of
from kaidan.normalizers.dates.written import Written
from kaidan.normalizers.dates.years import year_of_era
from kaidan.text import BREAK
from kaidan.text.fold import fold
from kaidan.text.numerals import number

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


def parse_date(text: str, *, anchor: date | str | None = None) -> Date:
    """Read a text that is one date and nothing else; ``anchor`` is the document's date, as in :func:`find_dates`.

    Raises:
        UnreadableDate: the text is no date, more than one, or one that never was; the message quotes it and says why.

    >>> date = parse_date("平成26年10月")
    >>> date.edtf, date.start, date.end, date.era
    ('2014-10', datetime.date(2014, 10, 1), datetime.date(2014, 10, 31), ('平成', 26))
    >>> parse_date("平成26年2月30日")
    Traceback (most recent call last):
    kaidan.errors.UnreadableDate: '平成26年2月30日': month 2 has no day 30
    """
    mentions = find_dates(text, anchor=anchor)
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
    start, end = bounds(mention.edtf)
    return Date(
        mention.text, mention.edtf, mention.precision, start, end, mention.era, mention.flags
    )


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
    match = read_date_from_its_year.match(text, at) or read_date_from_its_month.match(text, at)
    if not match or not (Written(match, lead).month or match[0].endswith("年")):
        match = read_numbers_parted_by_signs.match(text, at)
    if not match:
        return Message("nobody can place it")
    written = Written(match, lead)
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
