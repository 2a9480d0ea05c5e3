"""Documents as the rows of the tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from kaidan.formats.column_types import JOINED, Table
from kaidan.formats.tabular import AGREEMENTS, LINKS, MENTIONS, PARTICIPANTS, PHOTOS
from kaidan.models import Evidence, Meeting, MentionedDate, Name, Person, Place
from kaidan.provenance import provenance
from kaidan.sourced import SourcedDocument

Row = Sequence[object]
"""The cells of a row, in the order of its table's columns; None is an empty one."""


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
                    _english_name(person.name) or person.text for person in meeting.participants
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
        _japanese_name(place.country_name),
        _english_name(place.country_name),
        place.subdivision,
        _japanese_name(place.name),
        _english_name(place.name),
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


def _japanese_name(name: Name | None) -> str | None:
    return name.ja if name else None


def _english_name(name: Name | None) -> str | None:
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
            _japanese_name(person.name),
            _english_name(person.name),
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
        _japanese_name(place.name),
        _english_name(place.name),
        place.country,
        place.subdivision,
        place.latitude,
        place.longitude,
        place.geonames,
        None,
        place.wikidata,
    )


def _person_mention(person: Person) -> Row:
    names = _japanese_name(person.name), _english_name(person.name)
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
        for of, row, evidence in _evidence_of_values(meeting, numbers):
            where = evidence.where, evidence.block, evidence.start, evidence.end, evidence.text
            yield next(number), meeting.id, of, row, *where


def _evidence_of_values(
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
