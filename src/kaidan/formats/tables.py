"""A document as tables: what stands in each, and the rows of it. Excel, SQLite and the description of both are made of these."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from kaidan.formats.columns import Column, Table
from kaidan.models import Evidence, Meeting, MentionedDate, Name, Person, Place
from kaidan.provenance import provenance
from kaidan.sourced import SourcedDocument

Row = Sequence[object]
"""The cells of a row, in the order of its table's columns; None is an empty one."""

JOINED = "; "
"""What stands between the values of a cell that holds several."""

_SEVERAL = f"several are joined by {JOINED!r}"

SOURCE = Table(
    "source",
    "a page that was read",
    (
        Column("page", note="name of the page, in short"),
        Column("address", field="Source.url"),
        Column("title", field="Source.title"),
        Column("sha256", field="Source.sha256"),
        Column("encoding", field="Source.encoding"),
        Column("shape", field="Source.shape"),
        Column("schema_version", field="Document.schema_version"),
        Column("generator", field="Document.generator"),
        Column(
            "retrieved", note="when the page was fetched, UTC (ISO 8601); empty where not known"
        ),
        Column("archived", note="address of a copy in a web archive; empty where none is known"),
        Column("publisher_ja", note="who publishes the page, in Japanese; empty where not known"),
        Column("publisher_en", note="who publishes the page, in English; empty where not known"),
        Column("licence", note="under which the page may be used; empty where not known"),
        Column("licence_text", note="address of the licence"),
        Column("terms", note="address where the publisher says so"),
    ),
)

MEETINGS = Table(
    "meetings",
    "a meeting",
    (
        Column("id", field="Meeting.id"),
        Column("page", note="name of the page that tells of it, as in the table source"),
        Column("heading", field="Meeting.heading"),
        Column("title", field="Meeting.title"),
        Column("kind", field="Meeting.kind"),
        Column("parties", field="Meeting.parties", note=_SEVERAL),
        Column("date", field="MeetingDate.edtf"),
        Column("date_precision", field="MeetingDate.precision"),
        Column("first_day", "date", "MeetingDate.start"),
        Column("last_day", "date", "MeetingDate.end"),
        Column("era", note="year of the imperial era, where the text counts in one: 平成20"),
        Column("date_flags", field="MeetingDate.flags", note=_SEVERAL),
        Column("country", field="Place.country"),
        Column("country_ja", note="name of the country, in Japanese"),
        Column("country_en", note="name of the country, in English"),
        Column("subdivision", field="Place.subdivision"),
        Column("place_ja", note="name of the place, in Japanese"),
        Column("place_en", note="name of the place, in English"),
        Column("place_precision", field="Place.precision"),
        Column("latitude", "number", "Place.latitude", unit="degree"),
        Column("longitude", "number", "Place.longitude", unit="degree"),
        Column("timezone", field="Place.timezone"),
        Column("geonames", "integer", "Place.geonames"),
        Column("wikidata", field="Place.wikidata"),
        Column("participants_ja", field="Meeting.participants", note=f"in Japanese; {_SEVERAL}"),
        Column("participants_en", field="Meeting.participants", note=f"in English; {_SEVERAL}"),
        Column("occasion", field="Occasion.text"),
        Column("occasion_kind", field="Occasion.kind"),
        Column("series", field="Occasion.series"),
        Column("visit", field="Occasion.visit"),
        Column("visitor", field="Occasion.visitor"),
        Column("body", field="Meeting.body", note="its blocks are joined by line breaks"),
    ),
)

BLOCKS = Table(
    "blocks",
    "a paragraph or an item of a meeting's text",
    (
        Column("meeting", field="Meeting.id"),
        Column("block", "integer", note="which of the meeting's blocks, counted from 0"),
        Column("type", field="Block.type"),
        Column("marker", field="Block.marker"),
        Column("text", field="Block.text"),
    ),
)

PARTICIPANTS = Table(
    "participants",
    "someone who met",
    (
        Column("id", "integer", note="number of the row"),
        Column("meeting", field="Meeting.id"),
        Column("name_ja", note="in Japanese; empty where the tables do not know who it is"),
        Column("name_en", note="in English, as English news writes it"),
        Column("country", field="Person.country"),
        Column("office", field="Person.office"),
        Column("wikidata", field="Person.wikidata"),
        Column("text", field="Person.text"),
    ),
)

PHOTOS = Table(
    "photos",
    "a photograph beside a meeting",
    (
        Column("id", "integer", note="number of the row"),
        Column("meeting", field="Meeting.id"),
        Column("url", field="Photo.url"),
        Column("alt", field="Photo.alt"),
        Column("credit", field="Photo.credit"),
    ),
)

LINKS = Table(
    "links",
    "a link in a meeting's text",
    (
        Column("id", "integer", note="number of the row"),
        Column("meeting", field="Meeting.id"),
        Column("text", field="Link.text"),
        Column("url", field="Link.url"),
        Column("media_type", field="Link.media_type"),
        Column("size", field="Link.size"),
        Column("new_window", "boolean", "Link.new_window"),
    ),
)

MENTIONS = Table(
    "mentions",
    "a date, place or person that a meeting's text names",
    (
        Column("id", "integer", note="number of the row"),
        Column("meeting", field="Meeting.id"),
        Column("kind", note="date, place or person"),
        Column("text", note="the words, as the body has them"),
        Column("date", field="MentionedDate.edtf"),
        Column("precision", note="how fine the date or the place is"),
        Column("flags", field="MentionedDate.flags", note=_SEVERAL),
        Column("name_ja", note="of the place or person, in Japanese"),
        Column("name_en", note="of the place or person, in English"),
        Column("country", note="of the place, or whose office it is: ISO 3166-1 alpha-2"),
        Column("subdivision", field="Place.subdivision"),
        Column("latitude", "number", "Place.latitude", unit="degree"),
        Column("longitude", "number", "Place.longitude", unit="degree"),
        Column("geonames", "integer", "Place.geonames"),
        Column("office", field="Person.office"),
        Column("wikidata", note="Wikidata item of the place or person"),
    ),
)

AGREEMENTS = Table(
    "agreements",
    "an agreement that a meeting signed, made or recalled",
    (
        Column("id", "integer", note="number of the row"),
        Column("meeting", field="Meeting.id"),
        Column("name", field="Agreement.name"),
        Column("date", field="Agreement.date"),
        Column("role", field="Agreement.role"),
        Column("text", field="Agreement.text"),
    ),
)

EVIDENCE = Table(
    "evidence",
    "the words that a value was read from",
    (
        Column("id", "integer", note="number of the row"),
        Column("meeting", field="Meeting.id"),
        Column("of", note="date, place or occasion of the meeting, or the table of the value"),
        Column(
            "row",
            "integer",
            note="number of the value's row there; empty for date, place and occasion",
        ),
        Column("where", field="Evidence.where"),
        Column("block", "integer", "Evidence.block"),
        Column("start", "integer", "Evidence.start", unit="code point"),
        Column("end", "integer", "Evidence.end", unit="code point"),
        Column("text", field="Evidence.text"),
    ),
)


def source_rows(sources: Sequence[SourcedDocument]) -> Iterator[Row]:
    """Yield a row for each page, with its publisher and licence where they are known."""
    for source in sources:
        origin, page = provenance(source), source.document.source
        licence = origin.licence
        yield (
            origin.name,
            origin.address,
            page.title,
            page.sha256,
            page.encoding,
            page.shape,
            source.document.schema_version,
            origin.generator,
            origin.retrieved and f"{origin.retrieved:%Y-%m-%dT%H:%M:%SZ}",
            origin.archived,
            origin.publisher and origin.publisher.ja,
            origin.publisher and origin.publisher.en,
            licence and licence.en,
            licence and licence.text,
            licence and licence.terms,
        )


def meeting_rows(sources: Sequence[SourcedDocument]) -> Iterator[Row]:
    """Yield a row for each meeting."""
    for source in sources:
        for meeting in source.document.meetings:
            yield (
                meeting.id,
                source.page_name,
                meeting.heading,
                meeting.title,
                meeting.kind,
                JOINED.join(meeting.parties),
                *_date_cells(meeting),
                *_place_cells(meeting.place),
                JOINED.join(
                    person.name.ja if person.name else person.text
                    for person in meeting.participants
                ),
                JOINED.join(
                    _english(person.name) or person.text for person in meeting.participants
                ),
                *_occasion_cells(meeting),
                body_text(meeting),
            )


def body_text(meeting: Meeting, joint: str = "\n") -> str:
    """Return what a meeting's page shows of it, its blocks joined."""
    return joint.join((block.marker or "") + block.text for block in meeting.body)


def _date_cells(meeting: Meeting) -> Row:
    date = meeting.date
    era = date.era and f"{date.era.name}{date.era.year}"
    return date.edtf, date.precision, date.start, date.end, era, JOINED.join(date.flags)


def _place_cells(place: Place | None) -> Row:
    if place is None:
        return (None,) * 12
    return (
        place.country,
        _japanese(place.country_name),
        _english(place.country_name),
        place.subdivision,
        _japanese(place.name),
        _english(place.name),
        place.precision,
        place.latitude,
        place.longitude,
        place.timezone,
        place.geonames,
        place.wikidata,
    )


def _occasion_cells(meeting: Meeting) -> Row:
    occasion = meeting.occasion
    if occasion is None:
        return (None,) * 5
    return occasion.text, occasion.kind, occasion.series, occasion.visit, occasion.visitor


def _japanese(name: Name | None) -> str | None:
    return name.ja if name else None


def _english(name: Name | None) -> str | None:
    return name.en if name else None


def block_rows(meeting: Meeting) -> Iterator[Row]:
    """Yield the blocks of a meeting's body."""
    for number, block in enumerate(meeting.body):
        yield meeting.id, number, block.type, block.marker, block.text


class Numbered(NamedTuple):
    """A row that others point to: its cells but the number, and the evidence of its value."""

    cells: Row
    evidence: Sequence[Evidence]


def participant_rows(meeting: Meeting) -> Iterator[Numbered]:
    """Yield those who met."""
    for person in meeting.participants:
        cells = (
            _japanese(person.name),
            _english(person.name),
            person.country,
            person.office,
            person.wikidata,
            person.text,
        )
        yield Numbered((meeting.id, *cells), person.evidence)


def photo_rows(meeting: Meeting) -> Iterator[Numbered]:
    """Yield the photographs; nothing is read from them."""
    for photo in meeting.photos:
        yield Numbered((meeting.id, photo.url, photo.alt, photo.credit), ())


def link_rows(meeting: Meeting) -> Iterator[Numbered]:
    """Yield the links."""
    for link in meeting.links:
        cells = meeting.id, link.text, link.url, link.media_type, link.size, link.new_window
        yield Numbered(cells, link.evidence)


def agreement_rows(meeting: Meeting) -> Iterator[Numbered]:
    """Yield the agreements that a meeting signed, made or recalled."""
    for agreement in meeting.mentions.agreements:
        cells = meeting.id, agreement.name, agreement.date, agreement.role, agreement.text
        yield Numbered(cells, agreement.evidence)


def mention_rows(meeting: Meeting) -> Iterator[Numbered]:
    """Yield the dates, places and people that a meeting's text names."""
    named = meeting.mentions
    for mentioned in named.dates:
        yield Numbered((meeting.id, *_date_mention(mentioned)), mentioned.evidence)
    for place in named.places:
        yield Numbered((meeting.id, *_place_mention(place)), place.evidence)
    for person in named.people:
        yield Numbered((meeting.id, *_person_mention(person)), person.evidence)


def _date_mention(date: MentionedDate) -> Row:
    flags = JOINED.join(date.flags)
    return "date", date.text, date.edtf, date.precision, flags, *(None,) * 9


def _place_mention(place: Place) -> Row:
    return (
        "place",
        place.text,
        None,
        place.precision,
        None,
        _japanese(place.name),
        _english(place.name),
        place.country,
        place.subdivision,
        place.latitude,
        place.longitude,
        place.geonames,
        None,
        place.wikidata,
    )


def _person_mention(person: Person) -> Row:
    names = _japanese(person.name), _english(person.name)
    whose = person.country, *(None,) * 4, person.office, person.wikidata
    return "person", person.text, *(None,) * 3, *names, *whose


NUMBERED: Mapping[Table, Callable[[Meeting], Iterator[Numbered]]] = {
    PARTICIPANTS: participant_rows,
    PHOTOS: photo_rows,
    LINKS: link_rows,
    MENTIONS: mention_rows,
    AGREEMENTS: agreement_rows,
}
"""The tables whose rows have a number and evidence."""


def all_meetings(sources: Sequence[SourcedDocument]) -> Iterator[Meeting]:
    """Yield the meetings of all documents, in their order."""
    for source in sources:
        yield from source.document.meetings


def numbered_rows(table: Table, sources: Sequence[SourcedDocument]) -> Iterator[Row]:
    """Yield the rows of one of the numbered tables, counted from 1 over all documents."""
    number = count(1)
    for meeting in all_meetings(sources):
        for row in NUMBERED[table](meeting):
            yield next(number), *row.cells


def evidence_rows(sources: Sequence[SourcedDocument]) -> Iterator[Row]:
    """Yield the words that every value was read from; rows of other tables by their number."""
    number, numbers = count(1), {table: count(1) for table in NUMBERED}
    for meeting in all_meetings(sources):
        for of, row, evidence in _evidence(meeting, numbers):
            where = evidence.where, evidence.block, evidence.start, evidence.end, evidence.text
            yield next(number), meeting.id, of, row, *where


def _evidence(
    meeting: Meeting, numbers: Mapping[Table, Iterator[int]]
) -> Iterator[tuple[str, int | None, Evidence]]:
    single = {"date": meeting.date, "place": meeting.place, "occasion": meeting.occasion}
    for of, value in single.items():
        for evidence in value.evidence if value else ():
            yield of, None, evidence
    for table, rows in NUMBERED.items():
        for row in rows(meeting):
            number = next(numbers[table])
            for evidence in row.evidence:
                yield table.name, number, evidence
