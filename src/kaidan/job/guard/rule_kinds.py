"""What a rule is: about a number of meetings, with a bound that grows with the days, or about the page as a whole."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from kaidan.job.guard.comparison import Sight
from kaidan.job.guard.measures import Measure
from kaidan.messages import Message

_MONTH = 30.0
"""Days in which as much more may change as at once."""

_MOST = 0.75
"""The part of what is known that may never change at once, however long ago the last page was."""


class Rule(Protocol):
    """A rule."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def bound(self) -> str:
        """How much may happen at once, in words."""
        ...

    @property
    def accepting(self) -> str:
        """What ``--accept`` would do."""
        ...

    def reason(self, sight: Sight) -> Message | None:
        """Return why the page is refused; None lets it pass."""
        ...


class Bound(NamedTuple):
    """How many meetings something may happen to at once: ``least``, or ``share`` of those known before, whichever is more."""

    least: int
    share: float = 0.0

    def most(self, known: int, days: float) -> int:
        """Return the number for so many meetings known, and so many days since they were read.

        >>> Bound(2, 0.1).most(31, days=1), Bound(2, 0.1).most(31, days=180), Bound(2, 0.1).most(31, days=9999)
        (3, 21, 23)
        """
        if not self.least:
            return 0
        grown = max(self.least, self.share * known) * (1 + max(0.0, days - 1) / _MONTH)
        return int(max(self.least, min(grown, _MOST * known)))

    def __str__(self) -> str:
        if not self.least:
            return "none"
        return f"{self.least} or {self.share:.0%}" if self.share else str(self.least)


class Counted(NamedTuple):
    """A rule about a number of meetings: it refuses where ``measure`` returns more than the bound lets, of those ``among``."""

    name: str
    measure: Measure
    limit: Bound
    said: str
    accepting: str
    among: Measure | None = None

    @property
    def bound(self) -> str:
        """How much may happen at once, in words."""
        return str(self.limit)

    def reason(self, sight: Sight) -> Message | None:
        """Return why the page is refused; None lets it pass."""
        found = self.measure(sight)
        known = len(self.among(sight)) if self.among else len(sight.old.meetings)
        most = self.limit.most(known, sight.days)
        if len(found) <= most:
            return None
        said = Message(self.said, count=len(found), known=known, which=some(found))
        if not most:
            return said
        return Message("{said} (at most {most} at once)", said=said, most=most)


class Seen(NamedTuple):
    """A rule about the page as a whole: it refuses where ``see`` has something to say."""

    name: str
    see: Callable[[Sight], Message | None]
    bound: str
    accepting: str

    def reason(self, sight: Sight) -> Message | None:
        """Return why the page is refused; None lets it pass."""
        return self.see(sight)


def some(ids: Sequence[str]) -> str:
    """Return the first of some ids, and whether there are more."""
    return ", ".join(ids[:3]) + (", …" if len(ids) > 3 else "")
