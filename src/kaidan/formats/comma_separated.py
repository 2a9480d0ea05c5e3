"""Comma separated values: one meeting a row, safe to open in a spreadsheet."""

import csv
import io
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Sequence

from kaidan.formats import Options
from kaidan.formats.column_types import JOINED, SEVERAL, Column
from kaidan.models import Meeting
from kaidan.sourced import SourcedDocument
from kaidan.text.unseen import unseen_signs

COLUMNS = (
    Column("id", field="Meeting.id"),
    Column("heading", field="Meeting.heading"),
    Column("kind", field="Meeting.kind"),
    Column("date", field="MeetingDate.edtf"),
    Column("precision", field="MeetingDate.precision"),
    Column("country", field="Place.country"),
    Column("place_ja", note="name of the place, in Japanese"),
    Column("place_en", note="name of the place, in English"),
    Column("latitude", "number", "Place.latitude", unit="degree"),
    Column("longitude", "number", "Place.longitude", unit="degree"),
    Column("participants", field="Meeting.participants", note=f"in Japanese, {SEVERAL}"),
    Column("series", field="Occasion.series"),
    Column("body", field="Meeting.body", note=SEVERAL),
)

_COMPUTED = frozenset("=+-@|−")
"""What a spreadsheet takes for the start of a formula or, the bar, of a command (DDE); Japanese input methods type wide ones too."""


def write_csv(sources: Sequence[SourcedDocument], options: Options) -> bytes:
    """Return the meetings of all documents, one a row, in UTF-8; a cell that would be computed has an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in COLUMNS])
    for source in sources:
        for meeting in source.document.meetings:
            writer.writerow([quoted(value) for value in _row(meeting)])
    text = out.getvalue().encode()
    return BOM_UTF8 + text if options.byte_order_mark else text


def _row(meeting: Meeting) -> list[object]:
    place, occasion = meeting.place, meeting.occasion
    name = place.name if place else None
    people = [person.name.ja if person.name else person.text for person in meeting.participants]
    body = [(block.marker or "") + block.text for block in meeting.body]
    return [
        meeting.id,
        meeting.heading,
        meeting.kind,
        meeting.date.edtf,
        meeting.date.precision,
        place and place.country,
        name and name.ja,
        name and name.en,
        place and place.latitude,
        place and place.longitude,
        JOINED.join(people),
        occasion and occasion.series,
        JOINED.join(body),
    ]


def quoted(value: object) -> object:
    """Put an apostrophe before a text that a spreadsheet would compute.

    >>> quoted("＝1+1"), quoted(" @SUM(A1)"), quoted("平成26年"), quoted(-12.04)
    ("'＝1+1", "' @SUM(A1)", '平成26年', -12.04)
    """
    if not isinstance(value, str):
        return value
    first = next((sign for sign in value if not (sign.isspace() or sign in unseen_signs())), "")
    return f"'{value}" if unicodedata.normalize("NFKC", first) in _COMPUTED else value
