"""What a rule may look at below a meeting, and what it finds."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kaidan.models import Meeting

if TYPE_CHECKING:
    from datetime import date

Finding = tuple[str, str | None]
"""What is wrong, and the words of the page that say so."""


class Older:
    """What stands below a meeting: the nearest that has a date, its first day, and the nearest of each day with the same two leaders."""

    def __init__(self) -> None:
        self.nearest: Meeting | None = None
        self.start: date | None = None
        self.same: dict[tuple[str | None, frozenset[str]], Meeting] = {}

    def add(self, meeting: Meeting) -> None:
        """Take in the next meeting up the page."""
        when = meeting.date
        if when.precision == "day":
            self.same[when.edtf, leaders_of(meeting)] = meeting
        if start := when.start:
            self.nearest, self.start = meeting, start


def leaders_of(meeting: Meeting) -> frozenset[str]:
    """Return the Japanese names of those who met, as far as they are known."""
    return frozenset(name.ja for person in meeting.participants if (name := person.name))


Rule = Callable[[Meeting, Older], Iterator[Finding]]
