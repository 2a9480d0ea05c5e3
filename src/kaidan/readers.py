"""The readers of dates, places and people as Python calls them: what they are given is checked, and days may be ``datetime.date``.

Each takes a text as it stands in a document and says which of its characters it read: ``text[m.start:m.end] == m.text``.
"""

from datetime import date, datetime

from kaidan.normalizers import dates, places
from kaidan.normalizers.dates import Date, DateMention
from kaidan.normalizers.dates.context import require_anchor
from kaidan.normalizers.people import named
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.places import Place, PlaceMention


def find_dates(text: str, *, anchor: date | str | None = None) -> list[DateMention]:
    """Find every date in a text, in its order.

    Args:
        text: of any length.
        anchor: the date of the document, a day or EDTF of any precision: 10月17日 borrows its year, 昨年10月 counts from it.

    Raises:
        TypeError: one of them is of another type.
        UnreadableDate: the anchor is no EDTF.

    >>> [(m.text, m.edtf) for m in find_dates("昭和31年10月19日に署名され、同年12月12日に発効")]
    [('昭和31年10月19日', '1956-10-19'), ('同年12月12日', '1956-12-12')]
    """
    return dates.find_dates(_checked_text(text), anchor=_day_of_document(anchor))


def parse_date(text: str, *, anchor: date | str | None = None) -> Date:
    """Read a text that is one date and nothing else; ``anchor`` is as in :func:`find_dates`.

    Raises:
        TypeError: one of the arguments is of another type.
        UnreadableDate: the text is no date, more than one, or one that never was; the message quotes it and says why.

    >>> parse_date("平成26年10月").edtf, parse_date("10月17日", anchor=date(2014, 10, 20)).edtf
    ('2014-10', '2014-10-17')
    """
    return dates.parse_date(_checked_text(text), anchor=_day_of_document(anchor))


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that an EDTF value covers; None for an open end or one without a year.

    Raises:
        TypeError: the value is no text.
        ValueError: a bound lies before the year 1, where the days of Python's library end.
        UnreadableDate: the text is no EDTF value that is known here; it is a ValueError too.

    >>> bounds("2014-10")
    (datetime.date(2014, 10, 1), datetime.date(2014, 10, 31))
    """
    return dates.bounds(_checked_text(edtf))


def find_places(text: str) -> list[PlaceMention]:
    """Find every place that a text names, in its order.

    Raises:
        TypeError: the text is none.

    >>> [(m.text, m.place.name.en) for m in find_places("ペルー・リマで会談")]
    [('ペルー・リマ', 'Lima')]
    """
    return places.find_places(_checked_text(text))


def resolve_place(text: str) -> Place | None:
    """Return the place that the whole of a text names; None where it names none, or nobody can tell which.

    Raises:
        TypeError: the text is none.

    >>> resolve_place("露ウラジオストク").name.en, resolve_place("印刷")
    ('Vladivostok', None)
    """
    return places.resolve_place(_checked_text(text))


def find_people(text: str, *, on: date | str | None = None) -> list[PersonMention]:
    """Find everyone who is named with an office, in the text's order.

    Args:
        text: of any length.
        on: the day of which the text tells, a day or EDTF: who held the office then is who is meant.

    Raises:
        TypeError: one of them is of another type.

    >>> [(m.text, m.name.en, m.office) for m in find_people("安倍総理とプーチン大統領", on=date(2014, 10, 17))]
    [('安倍総理', 'Shinzo Abe', 'prime minister'), ('プーチン大統領', 'Vladimir Putin', 'president')]
    """
    return named.find_people(_checked_text(text), on=_day_as_edtf(on, "on"))


def _checked_text(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"the text is a str, not {_type_and_value(text)}")
    return text


def _day_of_document(anchor: object) -> str | None:
    day = _day_as_edtf(anchor, "anchor")
    if day:
        require_anchor(day)
    return day


def _day_as_edtf(day: object, name: str) -> str | None:
    """Return a day as EDTF; of a time its day."""
    if day is None or isinstance(day, str):
        return day
    if isinstance(day, datetime):
        return day.date().isoformat()
    if isinstance(day, date):
        return day.isoformat()
    raise TypeError(
        f'{name} is a datetime.date or a date as EDTF ("2014-10-17", "2014"), not {_type_and_value(day)}'
    )


def _type_and_value(value: object) -> str:
    return f"{type(value).__name__} {value!r}"[:80]
