"""What a guard is: a reason, what it looks at, a rule, and texts that name no date for its sake."""

from collections.abc import Callable
from typing import NamedTuple

from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.written import Written

Rule = Callable[[Written, Context], bool]


class Guard(NamedTuple):
    """A rule that says of what begins with one of the ``slots`` that it is no date; the ``silent`` texts name none for its sake."""

    reason: str
    slots: frozenset[str]
    says_no: Rule
    silent: tuple[str, ...]


def guard(reason: str, slots: str, *silent: str) -> Callable[[Rule], Guard]:
    """Make a guard of a rule; ``slots`` are names of what dates begin with, parted by commas."""

    def made(rule: Rule) -> Guard:
        return Guard(reason, frozenset(slots.split(", ")), rule, silent)

    return made
