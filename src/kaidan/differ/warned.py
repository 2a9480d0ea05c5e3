"""The warnings of two documents: those that go with a meeting, and those that changed on their own."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kaidan.differ.align import Pair, in_order, pair_up
from kaidan.differ.blame import Blame
from kaidan.differ.change import By, Carried, Change, Quiet
from kaidan.differ.texts import Record

Position = tuple[int | None, int | None]
Carriers = Mapping[Position, tuple[Carried, ...]]

_Difference = tuple["_Told | None", "_Told | None", Quiet | None]

_THE_PAGE: Position = (None, None)


class _Told(NamedTuple):
    """A warning: where it stands among the warnings, itself, its meeting, and where that stands on either side."""

    at: int
    warning: Record
    meeting: Record | None
    position: Position

    def key(self, *names: str) -> Hashable:
        """Return what it has in common with the same warning on the other side, whatever the meeting is called there."""
        about = self.position if self.meeting else self.warning["meeting"]
        return about, *(self.warning[name] for name in names)

    def whole(self) -> Hashable:
        """Return all that it says, but for its meeting's heading."""
        lead = _lead(self.meeting)
        return (
            self.key("code", "text"),
            self.warning["message"].startswith(lead),
            self.warning["message"].removeprefix(lead),
        )


_SAME: Sequence[Callable[[_Told], Hashable]] = (
    _Told.whole,
    lambda told: told.key("code", "text"),
    lambda told: told.key("code"),
)


def _lead(meeting: Record | None) -> str:
    return f"{meeting['heading']}: " if meeting else "\0"


def retold(warning: Record, old: Record, new: Record) -> Record:
    """Return a warning about a meeting as it reads once the meeting has another id and another heading.

    >>> old, new = {"id": "undated-lima", "heading": "リマ"}, {"id": "2008-11-lima", "heading": "ペルー"}
    >>> retold({"meeting": "undated-lima", "message": "リマ: no date"}, old, new)
    {'meeting': '2008-11-lima', 'message': 'ペルー: no date'}
    """
    message = warning["message"]
    if message.startswith(_lead(old)):
        message = _lead(new) + message.removeprefix(_lead(old))
    return warning | {"meeting": new["id"], "message": message}


def compare_warnings(
    old: Record, new: Record, pairs: Sequence[Pair], blame: Blame
) -> tuple[list[Change], Carriers]:
    """Return the changes of warnings, and the warnings that go with a meeting added, removed or moved, by its position."""
    was = _warnings_told(
        old, {old["meetings"][i]["id"]: (i, j) for i, j in pairs}, lambda i: (i, None)
    )
    now = _warnings_told(
        new, {new["meetings"][j]["id"]: (i, j) for i, j in pairs}, lambda j: (None, j)
    )
    moved: frozenset[Position] = frozenset(pairs).difference(in_order(pairs))
    changes, carried = [], defaultdict[Position, list[Carried]](list)
    for before, after, quiet in _differing(was, now, moved):
        told = next(each for each in (after, before) if each)
        at = (before and before.at, after and after.at)
        alone = (told.position[0] is None) != (told.position[1] is None)
        if alone or (quiet and told.position in moved):
            carried[told.position].append(Carried(at, told.warning if alone else None))
        else:
            changes.append(_change(before, after, quiet, _by(old, new, (before, after), blame)))
    return changes, {position: tuple(each) for position, each in carried.items()}


def _warnings_told(
    document: Record, positions: dict[str, Position], alone: Callable[[int], Position]
) -> list[_Told]:
    where = {
        meeting["id"]: alone(index) for index, meeting in enumerate(document["meetings"])
    } | positions
    meetings = {meeting["id"]: meeting for meeting in document["meetings"]}
    return [
        _Told(
            at, warning, meetings.get(warning["meeting"]), where.get(warning["meeting"], _THE_PAGE)
        )
        for at, warning in enumerate(document["warnings"])
    ]


def _differing(
    was: Sequence[_Told], now: Sequence[_Told], moved: Collection[Position]
) -> Iterator[_Difference]:
    """Yield the warnings that went, came, changed, or changed places."""
    pairs = pair_up(was, now, _SAME)
    yield from ((was[i], None, None) for i in sorted({*range(len(was))} - {i for i, _ in pairs}))
    yield from ((None, now[j], None) for j in sorted({*range(len(now))} - {j for _, j in pairs}))
    yield from ((was[i], now[j], None) for i, j in pairs if was[i].whole() != now[j].whole())
    staying = in_order([(i, j) for i, j in pairs if now[j].position not in moved])
    yield from ((was[i], now[j], "order") for i, j in sorted({*pairs} - {*staying}))


def _by(old: Record, new: Record, sides: tuple[_Told | None, _Told | None], blame: Blame) -> By:
    told = next(each for each in sides if each)
    quotes = [each.warning["text"] for each in sides if each]
    if told.position == _THE_PAGE:
        return blame.text(*quotes) if any(quotes) else blame.order()
    i, j = told.position
    evidence = [{"in": None, "text": quote} for quote in quotes if quote]
    return blame.value("warnings", (old["meetings"][i], new["meetings"][j]), (evidence, None))


def _change(before: _Told | None, after: _Told | None, quiet: Quiet | None, by: By) -> Change:
    told = next(each for each in (after, before) if each)
    was, now = before and before.warning, after and after.warning
    at = (before and before.at, after and after.at)
    return Change(
        "warning",
        by,
        told.warning["meeting"],
        "warnings",
        was,
        now,
        told.position,
        at=at,
        quiet=quiet,
    )
