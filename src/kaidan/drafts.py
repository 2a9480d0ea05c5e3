"""Drafts: a meeting while it is read, each value beside the words that it was read from.

Readers give mentions (text, start, end, value and the rule that they rest on, by name); a draft gathers them. Nothing here is validated:
``entries`` makes of it what the models take.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from kaidan.models import Evidence
from kaidan.normalizers.dates import DateMention, bounds
from kaidan.normalizers.events.agreements import AgreementMention
from kaidan.normalizers.events.occasions import OccasionMention
from kaidan.normalizers.events.sides import sides
from kaidan.normalizers.events.titles import COURTESY_CALL, kind, level
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.places import Place, PlaceMention
from kaidan.parser.content.body import Body
from kaidan.parser.headings.heading import Heading
from kaidan.parser.records import Field, Section, Slice
from kaidan.text.running import RunningText

Problem = tuple[str, str, str | None]
"""What is to be warned about: code, message, the words of the page."""

_A_MONTH = timedelta(days=31)
_new = object.__new__
_set_where, _set_block, _set_start, _set_end, _set_text = (
    Evidence.__dict__[name].__set__ for name in ("where", "block", "start", "end", "text")
)


def evidence(where: str, block: int | None, start: int, end: int, text: str) -> Evidence:
    """Return evidence without asking whether its parts fit their types: a page has hundreds, and readers make them right.

    That it is the slice that it points to is still asked of the finished meeting.

    >>> evidence("body", 0, 2, 4, "会談") == Evidence(where="body", block=0, start=2, end=4, text="会談")
    True
    """
    one: Evidence = _new(Evidence)
    _set_where(one, where)
    _set_block(one, block)
    _set_start(one, start)
    _set_end(one, end)
    _set_text(one, text)
    return one


class Mention(Protocol):
    """What a reader finds: ``text`` from ``start`` to ``end`` of what it read."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def start(self) -> int:
        """Where they begin, in code points."""

    @property
    def end(self) -> int:
        """Where they end."""


class BodyText(RunningText):
    """The blocks of a body as one text, and the evidence for what was read in it."""

    def evidence(self, mention: Mention) -> Evidence:
        """Return where a mention stands, in the offsets of its block."""
        if mention.end <= self.plain_until:  # most often
            return evidence("body", 0, mention.start, mention.end, mention.text)
        block, start, end = self.origin(mention.start, mention.end)
        return evidence("body", block, start, end, self.blocks[block][start:end])

    def evidence_alone(self, mention: Mention) -> list[Evidence]:
        """Return where a mention stands as all that there is to say for it."""
        return [self.evidence(mention)]


def heading_evidence(heading: Heading, start: int, end: int) -> Evidence:
    """Return a slice of the heading as evidence."""
    return evidence("heading", None, start, end, heading.text[start:end])


def cell_evidence(cell: Slice) -> Evidence:
    """Return a cell, or what a row has from a line of the context, as evidence."""
    return evidence(cell.where, cell.block, cell.start, cell.end, cell.text)


MentionT = TypeVar("MentionT", bound=Mention)


@dataclass(slots=True)
class Mentioned(Generic[MentionT]):
    """One wording with one value: the first mention of it, and the evidence of each time that it stands in the text."""

    first: MentionT
    evidence: list[Evidence]


@dataclass(slots=True)
class DateDraft:
    """When they met: the words, what heading or cell say, the day that the body says, and the evidence of both."""

    words: str | None
    said: DateMention | None
    day: DateMention | None
    evidence: list[Evidence]
    named: DateMention | None = field(init=False)
    """The mention whose words stand for the date."""
    finest: DateMention | None = field(init=False)
    """The mention that says it most finely."""
    edtf: str | None = field(init=False)

    def __post_init__(self) -> None:
        self.named = self.said or self.day
        self.finest = self.day or self.said
        self.edtf = self.finest.edtf if self.finest else None

    @property
    def words_shown(self) -> str | None:
        """The words as the page shows them: of heading or cell, else those of the day that the body says."""
        if self.said:
            return self.said.text
        return self.evidence[-1].text if self.day else self.words

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """The first and the last day."""
        return bounds(self.edtf) if self.edtf else (None, None)


@dataclass(slots=True)
class PlaceDraft:
    """Where they met: the words, and the place if one is known by them."""

    text: str
    place: Place | None
    evidence: list[Evidence]


@dataclass(slots=True)
class OccasionDraft:
    """What brought them together."""

    mention: OccasionMention
    evidence: Evidence


@dataclass(slots=True)
class Draft:
    """A meeting while it is read: what the page shows of it, and what the readers make of that, one after the other."""

    heading: Heading
    shown: Body
    published: str | None
    cells: Mapping[Field, Slice]
    body: BodyText
    kind: str
    level: str
    parties: tuple[str, ...]
    id: str = ""
    date: DateDraft = field(default_factory=lambda: DateDraft(None, None, None, []))
    place: PlaceDraft | None = None
    participants: list[Mentioned[PersonMention]] = field(default_factory=list)
    occasion: OccasionDraft | None = None
    dates: list[Mentioned[DateMention]] = field(default_factory=list)
    places: list[Mentioned[PlaceMention]] = field(default_factory=list)
    people: list[Mentioned[PersonMention]] = field(default_factory=list)
    agreements: list[Mentioned[AgreementMention]] = field(default_factory=list)
    dated: list[DateMention] = field(default_factory=list)
    named: list[PersonMention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def on(self) -> str | None:
        """When they met, in EDTF."""
        return self.date.edtf

    @property
    def tells_nothing(self) -> bool:
        """Whether neither a day, nor a place, nor anybody who met was read."""
        return not (self.date.words or self.on or self.place or self.participants)

    @property
    def is_call(self) -> bool:
        """Whether the title speaks of a courtesy call, and not of talks."""
        return self.level == COURTESY_CALL

    @property
    def lately(self) -> str | None:
        """When they met or, where nothing says it, the month before the page was published, in EDTF."""
        _, published = bounds(self.published) if self.published else (None, None)
        if self.on or not published:
            return self.on
        return f"{published - _A_MONTH}/{published}"


def draft_of(section: Section) -> Draft:
    """Begin a draft with what the page shows."""
    heading, shown, published, cells, parties = section
    title = heading.title
    body = BodyText([block.text for block in shown.blocks])
    between = parties or sides(title)
    behind = "" if heading.date else heading.text.partition(title)[2]
    return Draft(heading, shown, published, cells, body, kind(title, behind), level(title), between)


def gather(
    mentions: Iterable[MentionT],
    value_of: Callable[[MentionT], Hashable],
    evidence_of: Callable[[MentionT], list[Evidence]],
) -> list[Mentioned[MentionT]]:
    """Make one entry of each wording and value, in order of first mention, with the evidence of all its mentions."""
    entries: dict[Hashable, Mentioned[MentionT]] = {}
    for mention in mentions:
        found = entries.get(mention.text)
        if found is None:
            entries[mention.text] = Mentioned(mention, evidence_of(mention))
            continue
        value = value_of(mention)
        if value != value_of(found.first):  # 15日 of two months
            found = entries.setdefault((mention.text, value), Mentioned(mention, []))
        found.evidence += evidence_of(mention)
    return list(entries.values())
