"""The tables that a document is written as: what a row of each is, and its columns. Excel, SQLite and their description use them."""

from kaidan.formats.column_types import SEVERAL, Column, Table

_OF_A_MEETING = (
    Column("id", "integer", note="number of the row"),
    Column("meeting", field="Meeting.id"),
)
_POINT = (
    Column("latitude", "number", "Place.latitude", unit="degree"),
    Column("longitude", "number", "Place.longitude", unit="degree"),
)

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
        Column("parties", field="Meeting.parties", note=SEVERAL),
        Column("date", field="MeetingDate.edtf"),
        Column("date_precision", field="MeetingDate.precision"),
        Column("first_day", "date", "MeetingDate.start"),
        Column("last_day", "date", "MeetingDate.end"),
        Column("era", note="year of the imperial era, where the text counts in one: 平成20"),
        Column("date_flags", field="MeetingDate.flags", note=SEVERAL),
        Column("country", field="Place.country"),
        Column("country_ja", note="name of the country, in Japanese"),
        Column("country_en", note="name of the country, in English"),
        Column("subdivision", field="Place.subdivision"),
        Column("place_ja", note="name of the place, in Japanese"),
        Column("place_en", note="name of the place, in English"),
        Column("place_precision", field="Place.precision"),
        *_POINT,
        Column("timezone", field="Place.timezone"),
        Column("geonames", "integer", "Place.geonames"),
        Column("wikidata", field="Place.wikidata"),
        Column("participants_ja", field="Meeting.participants", note=f"in Japanese; {SEVERAL}"),
        Column("participants_en", field="Meeting.participants", note=f"in English; {SEVERAL}"),
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
        *_OF_A_MEETING,
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
        *_OF_A_MEETING,
        Column("url", field="Photo.url"),
        Column("alt", field="Photo.alt"),
        Column("credit", field="Photo.credit"),
    ),
)

LINKS = Table(
    "links",
    "a link in a meeting's text",
    (
        *_OF_A_MEETING,
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
        *_OF_A_MEETING,
        Column("kind", note="date, place or person"),
        Column("text", note="the words, as the body has them"),
        Column("date", field="MentionedDate.edtf"),
        Column("precision", note="how fine the date or the place is"),
        Column("flags", field="MentionedDate.flags", note=SEVERAL),
        Column("name_ja", note="of the place or person, in Japanese"),
        Column("name_en", note="of the place or person, in English"),
        Column("country", note="of the place, or whose office it is: ISO 3166-1 alpha-2"),
        Column("subdivision", field="Place.subdivision"),
        *_POINT,
        Column("geonames", "integer", "Place.geonames"),
        Column("office", field="Person.office"),
        Column("wikidata", note="Wikidata item of the place or person"),
    ),
)

AGREEMENTS = Table(
    "agreements",
    "an agreement that a meeting signed, made or recalled",
    (
        *_OF_A_MEETING,
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
        *_OF_A_MEETING,
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
