"""The document: frozen pydantic models, in the order in which their keys are written.

All offsets are code points. All texts are as the page shows them. ``null`` means that nothing could be read there; a warning
in the document says why wherever the page names something that could not be read.
"""

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
_UNSPECIFIED = f"-?(?:[0-9]{{3}}X|[0-9]{{2}}XX|XXXX(?:-{_MONTH_AND_DAY})?)"
_SEASON = f"{_YEAR}-2[1-4][?~%]?"
_BOUND = f"(?:{_DATE}|{_SEASON}|[0-9]{{3}}X)"
_EDTF = (
    f"^(?:{_DATE}"
    f"|{_SEASON}"
    f"|{_UNSPECIFIED}"
    rf"|(?:{_BOUND}|\.\.)/{_BOUND}|{_BOUND}/\.\."
    ")$"
)
"""Level 1; and XXXX-08 for every August, which only level 2 has."""

EdtfStr = Annotated[str, Field(pattern=_EDTF, description="EDTF (ISO 8601-2 level 1)")]
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

    where: Annotated[Literal["heading", "body", "context"], Field(alias="in")]
    block: Annotated[int | None, Field(ge=0, exclude_if=lambda block: block is None)] = None
    start: Annotated[int, Field(ge=0)]
    end: int
    text: Annotated[str, Field(min_length=1)]

    def as_json(self) -> dict[str, Any]:
        """Return what JSON has: the one key that is no name in Python, and ``block`` only where there is one."""
        first: dict[str, Any] = {"in": self.where}
        if self.block is not None:
            first["block"] = self.block
        return {**first, "start": self.start, "end": self.end, "text": self.text}

    def is_slice_of(self, text: str) -> bool:
        """Tell whether it is what stands there in the text that it points to."""
        return text[self.start : self.end] == self.text


Evidences = tuple[Evidence, ...]


class Name(_Model):
    """A name in Japanese, as the text writes it, and in English, as English news writes it."""

    ja: str
    en: str | None


class Era(_Model):
    """A year of an imperial era: 平成20年 is ``{"name": "平成", "year": 20}``."""

    name: str
    year: int


class MentionedDate(_Model):
    """A date that the body names; ``edtf`` is null where nobody can place it."""

    text: str
    edtf: EdtfStr | None
    precision: Precision | None
    flags: tuple[str, ...]
    evidence: Evidences


class MeetingDate(_Model):
    """The date of a meeting: the heading's words, the finest reading that heading and body give, its first and last day."""

    text: str | None
    edtf: EdtfStr | None
    precision: Precision | None
    start: date | None
    end: date | None
    era: Era | None
    flags: tuple[str, ...]
    evidence: Evidences

    @model_validator(mode="after")
    def _bounds(self) -> "MeetingDate":
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a date ends before it starts: {self.start}..{self.end}")
        return self


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Place:
    """A place, from country (ISO 3166-1) and subdivision (ISO 3166-2) to a point in degrees (WGS 84)."""

    text: str
    country: CountryCode | None
    country_name: Name | None
    subdivision: str | None
    name: Name | None
    precision: PlacePrecision | None
    latitude: Annotated[float | None, Field(ge=-90, le=90)]
    longitude: Annotated[float | None, Field(ge=-180, le=180)]
    timezone: str | None
    geonames: int | None
    wikidata: str | None
    evidence: Evidences


@dataclass(frozen=True, kw_only=True, config=_CONFIG)
class Person:
    """Someone named with an office; ``name`` is null where the tables do not know who it is."""

    name: Name | None
    country: str | None
    office: str | None
    text: str
    wikidata: str | None
    evidence: Evidences


class Occasion(_Model):
    """What brought the two together: a session of a series, or a visit; ``visitor`` is whose country's leader travelled (ISO 3166-1)."""

    text: str
    kind: Literal["multilateral", "visit"]
    series: str | None
    visit: Literal["official", "unofficial", "working"] | None
    visitor: CountryCode | None = None
    evidence: Evidences


class Agreement(_Model):
    """A named declaration, statement, plan or accord."""

    text: str
    name: str
    date: EdtfStr | None
    role: Literal["signed", "agreed", "recalled"]
    evidence: Evidences


class Block(_Model):
    """A paragraph or an item of a list; ``marker`` + ``text`` is the line as shown."""

    type: Literal["paragraph", "item"]
    marker: str | None
    text: str


class Photo(_Model):
    """A photograph; ``credit`` is what follows the label 写真提供：. ``url`` is null where the page's address would run something."""

    url: str | None
    alt: str | None
    credit: str | None


class Link(_Model):
    """A link in the body; ``size`` is what the text says of the file (413KB). ``url`` is null as a photo's is."""

    text: str
    url: str | None
    media_type: str | None
    size: str | None
    new_window: bool
    evidence: Evidences


class Mentions(_Model):
    """Everything named in the body: one entry for each wording and value, with the evidence of each occurrence."""

    dates: tuple[MentionedDate, ...]
    places: tuple[Place, ...]
    people: tuple[Person, ...]
    agreements: tuple[Agreement, ...]


class Meeting(_Model):
    """One meeting of the chronicle."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    heading: str
    title: str
    kind: str
    parties: tuple[str, ...]
    date: MeetingDate
    place: Place | None
    participants: tuple[Person, ...]
    occasion: Occasion | None
    body: tuple[Block, ...]
    photos: tuple[Photo, ...]
    links: tuple[Link, ...]
    mentions: Mentions

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

    text: str


Shape = Literal["chronicle", "meeting", "table"]
"""How the page tells of its meetings: one below the other under headings, one alone, or a row each."""


class _Page(_Model):
    url: str | None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="of the bytes as they came")
    encoding: str
    title: str | None
    breadcrumb: tuple[str, ...]


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

    shape: Shape
    context: tuple[Context, ...]


class Remainder(_Model):
    """Visible text of the content area that belongs to no meeting."""

    text: str


class Warning(_Model):  # noqa: A001  the contract's word
    """An entry of ``warnings``: something that could not be read, or that contradicts what is known."""

    code: str
    meeting: str | None
    message: str
    text: str | None


class Document(_Model):
    """A page as data. The same bytes give the same document on any day, machine or run."""

    schema_version: Literal["1.0", "1.1"]
    generator: str
    source: Source | PlainSource
    meetings: tuple[Meeting, ...] = Field(min_length=1)
    remainder: tuple[Remainder, ...]
    warnings: tuple[Warning, ...]

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
        context = [line.text for line in self.source.context]
        for meeting in self.meetings:
            blocks = {"body": [block.text for block in meeting.body], "context": context}
            for evidence in meeting.evidence():
                text, block = meeting.heading, evidence.block
                if block is not None:
                    text = next(iter(blocks.get(evidence.where, ())[block : block + 1]), "")
                if (evidence.where == "heading") != (block is None) or not evidence.is_slice_of(
                    text
                ):
                    raise ValueError(
                        f"{meeting.id}: evidence that is not what stands there: {evidence}"
                    )
        return self
