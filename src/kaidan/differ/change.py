"""One change between two documents, as a value."""

import dataclasses
from dataclasses import dataclass, replace
from typing import Any, Literal

Kind = Literal[
    "added", "removed", "moved", "heading", "body", "photo", "link", "value", "warning", "page"
]
By = Literal["source", "extractor"]
Quiet = Literal["width", "order", "evidence"]

KINDS: tuple[Kind, ...] = (
    "added",
    "removed",
    "moved",
    "heading",
    "body",
    "photo",
    "link",
    "value",
    "warning",
    "page",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that changed: ``before`` stood at ``old``, ``after`` stands at ``new``, both code points into the text of their side.

    The text of a body is its blocks as shown, markers included, joined by line breaks. ``left`` and ``right`` are the words
    around the edit, the same on both sides.
    """

    old: int
    new: int
    before: str
    after: str
    left: str = ""
    right: str = ""
    more: bool = False
    """Whether the text goes on, on either side, where ``right`` ends."""

    def mirror(self) -> "Edit":
        """Return the edit that undoes this one."""
        return replace(self, old=self.new, new=self.old, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Carried:
    """A warning that goes with its meeting: where it stands in the old and the new list, and itself unless it stands in both."""

    at: tuple[int | None, int | None]
    warning: dict[str, Any] | None = None

    def mirror(self) -> "Carried":
        """Return the way back."""
        return replace(self, at=self.at[::-1])


@dataclass(frozen=True, slots=True)
class Change:
    """One change. The first seven fields say what a reader needs; the others are what it takes to apply it.

    ``meeting`` is the id in the new document (in the old one for a meeting removed), null for the page itself. ``before`` and
    ``after`` are a whole meeting (added, removed), the id of the meeting above it (moved), the words that changed (body), the
    whole text (heading), and the value, record or element of a list otherwise; null where there is none.
    """

    kind: Kind
    by: By
    meeting: str | None
    field: str
    before: Any
    after: Any
    follows: int | None = dataclasses.field(default=None, kw_only=True)
    """The index of the change that this one is a consequence of, or one more of; see :mod:`kaidan.differ.consequences`."""
    position: tuple[int | None, int | None] = (None, None)
    """Where the meeting stands in the old and in the new document."""
    formerly: str | None = None
    """The meeting's id in the old document, where it was another."""
    at: tuple[int | None, int | None] | None = None
    """Where an element of a list stands, in the old list and in the new one."""
    quiet: Quiet | None = None
    """Why no reader would see it: white space and width only, the order of a list only, other evidence for the same value."""
    edits: tuple[Edit, ...] = ()
    blocks: tuple[list[dict[str, Any]], list[dict[str, Any]]] | None = None
    """Type and marker of each block, where they changed."""
    carried: tuple[Carried, ...] = ()
    """The warnings about a meeting added, removed or moved, which come, go and move with it."""

    def mirror(self) -> "Change":
        """Return the change that undoes this one."""
        undone: dict[Kind, Kind] = {"added": "removed", "removed": "added"}
        return replace(
            self,
            kind=undone.get(self.kind, self.kind),
            meeting=self.formerly or self.meeting,
            before=self.after,
            after=self.before,
            follows=None,
            position=self.position[::-1],
            formerly=self.meeting if self.formerly else None,
            at=self.at and self.at[::-1],
            edits=tuple(edit.mirror() for edit in self.edits),
            blocks=self.blocks and self.blocks[::-1],
            carried=tuple(each.mirror() for each in self.carried),
        )

    def rank(self) -> tuple[object, ...]:
        """Return the sort key: the source's first, louder before quieter, then down the page."""
        old, new = self.position
        place = new if new is not None else old
        at = tuple(-1 if index is None else index for index in reversed(self.at or ()))
        down_the_page = (-1 if place is None else place, KINDS.index(self.kind), self.field, at)
        return (self.by != "source", self.quiet is not None, *down_the_page)
