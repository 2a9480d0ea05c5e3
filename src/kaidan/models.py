"""The document: frozen pydantic models, in the order in which their keys are written.

All offsets are code points. All texts are as the page shows them. ``null`` means that nothing could be read there; a warning
in the document says why wherever the page names something that could not be read.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass

from kaidan import canonical

VERSION = "0.1.0"
"""Of kaidan; a document names it as its generator."""

SCHEMA_VERSION: Literal["1.1"] = "1.1"
"""Of the document; it grows with any change that a reader of documents must know of."""

_YEAR = "-?[0-9]{4}"
_MONTH_AND_DAY = (
    "(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-9]))?"
    "|(?:0[13-9]|1[0-2])-30"
    "|(?:0[13578]|1[02])-31)"
)
_DATE = f"{_YEAR}(?:-{_MONTH_AND_DAY})?[?~%]?"
_UNSPECIFIED = f"-?(?:(?:[0-9]{{3}}X|[0-9]{{2}}XX)[?~%]?|XXXX(?:-{_MONTH_AND_DAY})?)"
_SEASON = f"{_YEAR}-2[1-4][?~%]?"
_EDTF = (
    f"^(?:{_DATE}"
    f"|{_SEASON}"
    f"|{_UNSPECIFIED}"
    rf"|(?:{_DATE}|\.\.)/{_DATE}|{_DATE}/\.\."
    ")$"
)
"""Level 1, without seasons or X in intervals; and XXXX-08 for every August, which only level 2 has."""

EdtfStr = Annotated[
    str,
    Field(
        pattern=_EDTF,
        description="EDTF (ISO 8601-2 level 1), never more precise than the text; null where nobody can place it",
    ),
]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Precision = Literal["day", "month", "season", "year", "decade", "century"]
PlacePrecision = Literal["country", "region", "locality", "venue"]

# Built when first used, all in one: half the time that a class at a time takes.
_CONFIG = ConfigDict(
    extra="forbid", populate_by_name=True, serialize_by_alias=True, defer_build=True
)


class _Model(BaseModel):
    model_config = _CONFIG | ConfigDict(frozen=True)


# Of evidence, places and people a page has hundreds: a dataclass takes two thirds of a model's time, and half its memory.
@dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)
class Evidence:
    """The slice of the meeting's heading, of a body block, or of a line of the page's context, from which a value was read.

    ``heading[start:end] == text``, ``body[block].text[start:end] == text`` or ``source.context[block].text[start:end] == text``;
    in a heading there is no ``block``.
    """

    where: Annotated[
        Literal["heading", "body", "context"],
        Field(
            alias="in",
            description="what the text is a slice of: the meeting's heading, a block of its body, or a line of the page's context",
        ),
    ]
    block: Annotated[
        int | None,
        Field(
            ge=0,
            exclude_if=lambda block: block is None,
            description="which block of the body, or which line of the context, counted from 0; absent for the heading",
        ),
    ] = None
    start: Annotated[
        int, Field(ge=0, description="first character of the slice, in code points from 0")
    ]
    end: Annotated[
        int,
        Field(
            description="end of the slice, in code points; the character there is not in it any more"
        ),
    ]
    text: Annotated[str, Field(min_length=1, description="the slice itself")]

    def as_json(self) -> dict[str, Any]:
        """Return what JSON has: the one key that is no name in Python, and ``block`` only where there is one."""
        if self.block is None:
            return {"in": self.where, "start": self.start, "end": self.end, "text": self.text}
        return {
            "in": self.where,
            "block": self.block,
            "start": self.start,
            "end": self.end,
            "text": self.text,
        }


Evidences = tuple[Evidence, ...]


class Name(_Model):
    """A name in Japanese, as the text writes it, and in English, as English news writes it."""

    ja: str = Field(description="in Japanese, as the text writes it")
    en: str | None = Field(
        description="in English, as English news writes it; null where no source has it"
    )


class Era(_Model):
    """A year of an imperial era: 平成20年 is ``{"name": "平成", "year": 20}``."""

    name: str = Field(description="of the imperial era: 平成")
    year: int = Field(description="of the era, counted from 1, in years")


class MentionedDate(_Model):
    """A date that the body names; ``edtf`` is null where nobody can place it."""

    text: str = Field(description="the words, as the body has them")
    edtf: EdtfStr | None
    precision: Precision | None = Field(
        description="of the value: the smallest unit that the text names"
    )
    flags: tuple[str, ...] = Field(
        description="what is odd about it: past-era-end, before-era-start, lunisolar, calendars-disagree, weekday-disagrees"
    )
    evidence: Evidences = Field(description="where the body names it")


class MeetingDate(_Model):
    """The date of a meeting: the heading's words, the finest reading that heading and body give, its first and last day."""

    text: str | None = Field(
        description="the words of the heading, or of the body on a page about one meeting"
    )
    edtf: EdtfStr | None
    precision: Precision | None = Field(
        description="of the value: the smallest unit that heading and body give"
    )
    start: date | None = Field(
        description="first day, inclusive, in the (proleptic) Gregorian calendar"
    )
    end: date | None = Field(
        description="last day, inclusive, in the (proleptic) Gregorian calendar"
    )
    era: Era | None = Field(
        description="the year as its imperial era counts it, where the text does"
    )
    flags: tuple[str, ...] = Field(
        description="what is odd about it: past-era-end, before-era-start, lunisolar, calendars-disagree, weekday-disagrees"
    )
    evidence: Evidences = Field(description="what it was read from")

    @model_validator(mode="after")
    def _bounds(self) -> "MeetingDate":
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a date ends before it starts: {self.start}..{self.end}")
        return self


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Place:
    """A place, from country (ISO 3166-1) and subdivision (ISO 3166-2) to a point in degrees (WGS 84)."""

    text: str = Field(description="the words, as heading or body have them")
    country: CountryCode | None = Field(
        description="ISO 3166-1 alpha-2; null for what lies above the countries, and for the four northern islands"
    )
    country_name: Name | None = Field(description="of the country")
    subdivision: str | None = Field(description="first-order division, ISO 3166-2")
    name: Name | None = Field(description="of the place itself, the finest that the text names")
    precision: PlacePrecision | None = Field(
        description="how fine the place is: a country has no point, a region's point is its middle"
    )
    latitude: Annotated[float | None, Field(ge=-90, le=90)] = Field(
        description="degrees north of the equator, WGS 84, to two decimals"
    )
    longitude: Annotated[float | None, Field(ge=-180, le=180)] = Field(
        description="degrees east of Greenwich, WGS 84, to two decimals"
    )
    timezone: str | None = Field(description="IANA time zone")
    geonames: int | None = Field(description="GeoNames id")
    wikidata: str | None = Field(description="Wikidata item")
    evidence: Evidences = Field(description="what it was read from")


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Person:
    """Someone named with an office; ``name`` is null where the tables do not know who it is."""

    name: Name | None = Field(description="null where the tables do not know who it is")
    country: str | None = Field(description="whose office it is: ISO 3166-1 alpha-2")
    office: str | None = Field(
        description="held on that day, in English, with former or next before it; null where the text names none"
    )
    text: str = Field(description="the words, as the body has them")
    wikidata: str | None = Field(description="Wikidata item")
    evidence: Evidences = Field(description="where the text names the person")


class Occasion(_Model):
    """What brought the two together: a session of a series, or a visit; ``visitor`` is whose country's leader travelled (ISO 3166-1)."""

    text: str = Field(description="the words, as the text has them")
    kind: Literal["multilateral", "visit"] = Field(
        description="a session of many countries, or a visit of one to the other"
    )
    series: str | None = Field(
        description="of the session, as `data/series.tsv` names it: APEC, G8, UNGA"
    )
    visit: Literal["official", "unofficial", "working"] | None = Field(
        description="how formal the visit was"
    )
    visitor: CountryCode | None = Field(
        default=None, description="whose leader travelled: ISO 3166-1 alpha-2"
    )
    evidence: Evidences = Field(description="what it was read from")


class Agreement(_Model):
    """A named declaration, statement, plan or accord."""

    text: str = Field(description="the words, as the body has them")
    name: str = Field(description="under which it is known, the same for all its wordings")
    date: EdtfStr | None = Field(description="of the agreement")
    role: Literal["signed", "agreed", "recalled"] = Field(
        description="whether this meeting signed it, agreed on it, or recalled it"
    )
    evidence: Evidences = Field(description="where the body names it")


class Block(_Model):
    """A paragraph or an item of a list; ``marker`` + ``text`` is the line as shown."""

    type: Literal["paragraph", "item"] = Field(description="a paragraph, or an item of a list")
    marker: str | None = Field(
        description="what stands before an item: 1), ・; null where nothing does"
    )
    text: str = Field(
        description="what a browser shows, white space collapsed as HTML does, nothing else folded"
    )


class Photo(_Model):
    """A photograph; ``credit`` is what follows the label 写真提供：. ``url`` is null where the page's address would run something."""

    url: str | None = Field(
        description="address, resolved where the page's own is known; null where it would run something"
    )
    alt: str | None = Field(description="text in place of the photograph")
    credit: str | None = Field(
        description="whose photograph it is, as the page says after 写真提供："
    )


class Link(_Model):
    """A link in the body; ``size`` is what the text says of the file (413KB). ``url`` is null as a photo's is."""

    text: str = Field(description="the words that are linked")
    url: str | None = Field(
        description="address, resolved where the page's own is known; null where it would run something"
    )
    media_type: str | None = Field(
        description="of what is linked, from its ending or the words beside it"
    )
    size: str | None = Field(description="of the file, as the page says it: 413KB")
    new_window: bool = Field(description="whether it opens a window of its own")
    evidence: Evidences = Field(description="where the words stand in the body")


class Mentions(_Model):
    """Everything named in the body: one entry for each wording and value, with the evidence of each occurrence."""

    dates: tuple[MentionedDate, ...] = Field(
        description="dates that the body names, each value and wording once"
    )
    places: tuple[Place, ...] = Field(
        description="places that the body names, each value and wording once"
    )
    people: tuple[Person, ...] = Field(
        description="people that the body names with an office, each value and wording once"
    )
    agreements: tuple[Agreement, ...] = Field(
        description="declarations, statements, plans and accords that the body names"
    )


class Meeting(_Model):
    """One meeting: what the page says of it, word for word, and what was read from it, each value with its evidence."""

    id: str = Field(
        pattern=r"^[a-z0-9][a-z0-9-]*$",
        description="year, month where one is named, and place, from normalized values; unique in the document",
    )
    heading: str = Field(description="as the page shows it")
    title: str = Field(description="of the meeting, without its date and place: 日露首脳会談")
    kind: str = Field(
        description="summit, foreign-ministers, defence-ministers, telephone, or other, by the title"
    )
    parties: tuple[str, ...] = Field(
        description="whose meeting it was, by the title: ISO 3166-1 alpha-2, or an organization as itself (ASEAN, EU, UN)"
    )
    date: MeetingDate = Field(description="when they met")
    place: Place | None = Field(description="where they met; null where the text names no place")
    participants: tuple[Person, ...] = Field(description="who met, in the order of mention")
    occasion: Occasion | None = Field(
        description="what brought them together; null where the text names none"
    )
    body: tuple[Block, ...] = Field(description="what the page tells of the meeting")
    photos: tuple[Photo, ...] = Field(description="photographs beside it")
    links: tuple[Link, ...] = Field(description="links in it")
    mentions: Mentions = Field(description="everything that the body names")

    def __repr__(self) -> str:
        return f"<Meeting {self.id}: {self.heading}>"

    __str__ = __repr__

    def in_short(self) -> tuple[str, str, str, str, str]:
        """Return id, heading, date as EDTF, place and participants in Japanese, as a table for people has them."""
        place = self.place
        where = place.name.ja if place and place.name else ""
        people = (who.name.ja if who.name else who.text for who in self.participants)
        return self.id, self.heading, self.date.edtf or "", where, "; ".join(people)

    def evidence(self) -> list[Evidence]:
        """Return every piece of evidence in the meeting."""
        m = self.mentions
        found = [*self.date.evidence]
        for values in (self.participants, self.links, m.dates, m.places, m.people, m.agreements):
            for value in values:
                found += value.evidence
        for one in (self.place, self.occasion):
            found += one.evidence if one else ()
        return found


class Context(_Model):
    """A line outside of the meetings that lends them something: a date line, a year over rows, a cell over several, a column's head."""

    text: str = Field(description="the line, as the page shows it")


Shape = Literal["chronicle", "meeting", "table"]
"""How the page tells of its meetings: one below the other under headings, one alone, or a row each."""


class _Page(_Model):
    url: str | None = Field(
        description="where the page came from, after redirects; null where nobody said"
    )
    sha256: str = Field(
        pattern=r"^[0-9a-f]{64}$", description="of the bytes as they came, in hexadecimal"
    )
    encoding: str = Field(description="by which the bytes became text")
    title: str | None = Field(description="of the page, without the site's name")
    breadcrumb: tuple[str, ...] = Field(
        description="where the page stands in its site, from the top"
    )


class PlainSource(_Page):
    """The page as schema 1.0 tells of it: a chronicle, to which nothing outside of the meetings lends anything."""

    @property
    def shape(self) -> Shape:
        """The only one that schema 1.0 knows."""
        return "chronicle"

    @property
    def context(self) -> tuple[Context, ...]:
        """None."""
        return ()


class Source(_Page):
    """The page that was read."""

    shape: Shape = Field(description="how the page tells of its meetings")
    context: tuple[Context, ...] = Field(
        description="lines outside of the meetings that lend them something"
    )


class Remainder(_Model):
    """Visible text of the content area that belongs to no meeting."""

    text: str = Field(description="as the page shows it")


class Warning(_Model):  # noqa: A001  the document's word
    """An entry of ``warnings``: something that could not be read, or that contradicts what is known."""

    code: str = Field(description="what kind of warning it is")
    meeting: str | None = Field(description="id of the meeting; null for the page")
    message: str = Field(description="what is wrong, in English, for people")
    text: str | None = Field(description="the words that it is about")


_Texts = Mapping[int | None, str]  # of a heading, or of blocks, by their number


class Document(_Model):
    """A page as data. The same bytes give the same document on any day, machine or run."""

    schema_version: Literal["1.0", "1.1"] = Field(description="of this form")
    generator: str = Field(description="what made the document: kaidan and its version")
    source: Source | PlainSource = Field(description="the page that was read")
    meetings: tuple[Meeting, ...] = Field(min_length=1, description="in the order of the page")
    remainder: tuple[Remainder, ...] = Field(
        description="visible text of the content that belongs to no meeting"
    )
    warnings: tuple[Warning, ...] = Field(
        description="what could not be read, or contradicts what is known"
    )

    def __repr__(self) -> str:
        days = sorted(meeting.date.edtf for meeting in self.meetings if meeting.date.edtf)
        span = f"{days[0]} to {days[-1]}, " if days else ""
        counted = f"{len(self.meetings)} meetings, {span}{len(self.warnings)} warnings"
        return f"<Document {self.source.title or 'untitled'}: {counted}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Return the meetings as a table, as notebooks show it."""
        from kaidan.notebook import as_table  # noqa: PLC0415  for notebooks alone

        columns = ("id", "heading", "date", "place", "participants")
        rows = [meeting.in_short() for meeting in self.meetings]
        foot = f"{len(rows)} meetings, {len(self.warnings)} warnings"
        return as_table(self.source.title or "", columns, rows, foot)

    def to_json(self, indent: int = 2) -> bytes:
        """Return the canonical bytes in UTF-8: keys in the models' order, nothing escaped, a final newline; ``indent`` 0 is one line.

        The document's own empty lists are opened all the same, so that their first entry adds lines and changes none.
        """
        return canonical.document(self.__dict__, ("remainder", "warnings"), indent)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> "Document":
        ids = [meeting.id for meeting in self.meetings]
        if len(set(ids)) < len(ids):
            raise ValueError(
                f"two meetings share an id: {sorted(i for i in set(ids) if ids.count(i) > 1)}"
            )
        return self

    @model_validator(mode="after")
    def _evidence_is_its_slice(self) -> "Document":
        context: _Texts = {at: line.text for at, line in enumerate(self.source.context)}
        for meeting in self.meetings:
            body: _Texts = {at: block.text for at, block in enumerate(meeting.body)}
            texts: dict[str, _Texts] = {
                "body": body,
                "heading": {None: meeting.heading},
                "context": context,
            }
            for evidence in meeting.evidence():
                text = texts[evidence.where].get(evidence.block, "")
                if text[evidence.start : evidence.end] != evidence.text:
                    raise ValueError(
                        f"{meeting.id}: evidence that is not what stands there: {evidence}"
                    )
        return self
