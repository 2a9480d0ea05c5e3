"""What the guard sees: both documents, and which meeting of the one is which of the other."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, Self

from kaidan.differ import Matching, match
from kaidan.job.last import Last
from kaidan.job.reading import Reading
from kaidan.models import Document, Meeting
from kaidan.text.keys import unspaced


class Pair(NamedTuple):
    """A meeting as it was held, and as it came."""

    old: Meeting
    new: Meeting


class Sight:
    """What the guard sees.

    Attributes:
        old: the last good document.
        new: the one that would replace it.
        matching: which meeting of the one is which of the other, whatever became of its heading and id.
        old_body: the bytes that ``old`` was read from; None if they are lost.
        new_body: the bytes that ``new`` was read from.
        allow_loss: how many meetings the user lets go.
        days: between the two.
        best: what small losses are measured from, see :func:`kaidan.job.guard.wear.best`.
    """

    def __init__(  # noqa: PLR0913  one an attribute
        self,
        old: Document,
        new: Document,
        replayed: Document,
        bodies: tuple[bytes | None, bytes],
        *,
        allow_loss: int = 0,
        days: float = 1.0,
        best: Mapping[str, int],
    ) -> None:
        self.old, self.new, self._replayed = old, new, replayed
        self.old_body, self.new_body = bodies
        self.allow_loss, self.days, self.best = allow_loss, days, best
        self.matching: Matching = match(old, new)

    @classmethod
    def of(
        cls, held: Last, reading: Reading, allow_loss: int, days: float, best: Mapping[str, int]
    ) -> Self:
        """Return what is seen of a reading beside what is held, which is some document."""
        old = held.document or reading.document
        return cls(
            old,
            reading.document,
            reading.replayed or old,
            (held.page and held.page.body, reading.page.body),
            allow_loss=allow_loss,
            days=days,
            best=best,
        )

    @cached_property
    def pairs(self) -> list[Pair]:
        """The meetings on both sides, both as today's code reads them: what an upgrade reads otherwise is no drift of the page."""
        matching = self.matching if self._replayed is self.old else match(self._replayed, self.new)
        return [Pair(*pair) for pair in matching.pairs]

    @property
    def before(self) -> Document:
        """The held page as today's code reads it."""
        return self._replayed


def text_of(meeting: Meeting) -> str:
    """Return what a meeting's body says, however it is spaced and set."""
    return unspaced("".join((block.marker or "") + block.text for block in meeting.body))


def length(meetings: Iterable[Meeting]) -> int:
    """Code points of headings and bodies."""
    return sum(
        len(meeting.heading) + sum(len(block.text) for block in meeting.body)
        for meeting in meetings
    )
