"""Which meeting is which: by text and id, then by likeness, so that a correction is no removal plus an addition."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from kaidan.differ.align import Pair, pair_up
from kaidan.differ.changed_words import cut, fold, fold_word
from kaidan.differ.texts import Record, marked_lines, shown
from kaidan.models import Document, Meeting

_ALIKE, _ALIKE_HERE = 0.6, 0.4
"""How much of two bodies must agree, and how much if month or place does.

Of the 465 pairs among the chronicle's 31 meetings, all different, the two most alike agree by 0.42 (another month, another
place), all but two by less than 0.3, and no two of the same month or place by more than 0.2.
"""

_COMMON = 64
"""A trait that would name more pairs than this tells no meeting from another, and is not looked up."""

_TELLING = 20
"""A body this long, in characters, that stands once on each side, is the same meeting's."""


class Matching(NamedTuple):
    """The meetings of two documents: those on both sides, in the old order, and those on one."""

    pairs: tuple[tuple[Meeting, Meeting], ...]
    removed: tuple[Meeting, ...]
    added: tuple[Meeting, ...]


def match(old: Document, new: Document) -> Matching:
    """Match the meetings of two documents; the same two match the other way round.

    Those with the same text first, whatever their ids, then the same id with a text that is alike: a corrected date can give a
    meeting the id of one that went. What is left by the same body or heading, if no other meeting has it, then by likeness, the
    best first, a shared month or place counting for some of the text; and at last by id, however much was rewritten.
    """
    pairs = pair_meetings(_records(old), _records(new))
    gone, come = {i for i, _ in pairs}, {j for _, j in pairs}
    return Matching(
        tuple((old.meetings[i], new.meetings[j]) for i, j in pairs),
        tuple(meeting for i, meeting in enumerate(old.meetings) if i not in gone),
        tuple(meeting for j, meeting in enumerate(new.meetings) if j not in come),
    )


def _records(document: Document) -> list[Record]:
    return [meeting.model_dump(mode="json", by_alias=True) for meeting in document.meetings]


def pair_meetings(old: Sequence[Record], new: Sequence[Record]) -> list[Pair]:
    """Match meetings as records; return pairs of indices, in the old order."""
    pairs = pair_up(old, new, [_id_and_text, _whole_text])
    for find in (
        _by_id_if_alike,
        _by_what_stands_once(_body),
        _by_what_stands_once(_heading),
        _by_likeness,
        _by_id,
    ):
        left, right = (
            sorted({*range(len(old))} - {i for i, _ in pairs}),
            sorted({*range(len(new))} - {j for _, j in pairs}),
        )
        if not left or not right:
            break
        pairs += [
            (left[i], right[j]) for i, j in find([old[i] for i in left], [new[j] for j in right])
        ]
    return sorted(pairs)


def _whole_text(meeting: Record) -> Hashable:
    return meeting["heading"], shown(meeting["body"])


def _id_and_text(meeting: Record) -> Hashable:
    return meeting["id"], _whole_text(meeting)


def _by_id(old: Sequence[Record], new: Sequence[Record]) -> list[Pair]:
    return pair_up(old, new, [lambda meeting: meeting["id"]])


def _by_id_if_alike(old: Sequence[Record], new: Sequence[Record]) -> list[Pair]:
    return [(i, j) for i, j in _by_id(old, new) if _likeness(_traits(old[i]), _traits(new[j]))]


def _heading(meeting: Record) -> Hashable | None:
    return fold(meeting["heading"])


def _body(meeting: Record) -> Hashable | None:
    text = fold(shown(meeting["body"]))
    return text if len(text) >= _TELLING else None


def _by_what_stands_once(
    key: Callable[[Record], Hashable | None],
) -> Callable[[Sequence[Record], Sequence[Record]], list[Pair]]:
    def find(old: Sequence[Record], new: Sequence[Record]) -> list[Pair]:
        counts = [Counter(map(key, side)) for side in (old, new)]
        return pair_up(
            old,
            new,
            [lambda meeting: k if all(count[k := key(meeting)] == 1 for count in counts) else None],
        )

    return find


class _Traits(NamedTuple):
    """What a meeting can be recognized by."""

    month: str | None
    place: str | None
    heading: frozenset[Hashable]
    body: frozenset[Hashable]

    def all(self) -> Iterator[Hashable]:
        yield from self.body
        yield from ((word, None) for word in self.heading)
        yield from ((None, known) for known in (self.month, self.place) if known)


def _traits(meeting: Record) -> _Traits:
    place = meeting["place"] or {}
    name = place.get("name") or place.get("country_name") or {"ja": place.get("text")}
    heading = [fold_word(word) for word in cut(meeting["heading"])]
    body = [
        pair
        for line in marked_lines(meeting["body"])
        for pair in pairwise(fold_word(word) for word in cut(line))
    ]
    month = meeting["date"]["edtf"]
    return _Traits(
        month and month[:7],
        name["ja"],
        frozenset(word for word in heading if len(word) > 1),
        frozenset(body),
    )


def _by_likeness(old: Sequence[Record], new: Sequence[Record]) -> list[Pair]:
    """Pair the most alike first. Only meetings that share a trait that few have are compared: never all with all."""
    left, right = [_traits(meeting) for meeting in old], [_traits(meeting) for meeting in new]
    ranked = []
    for i, j in _candidates(left, right):
        if score := _likeness(left[i], right[j]):
            ranked.append((-score, sorted((old[i]["id"], new[j]["id"])), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(ranked):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def _candidates(left: Sequence[_Traits], right: Sequence[_Traits]) -> set[Pair]:
    sides: tuple[defaultdict[Hashable, list[int]], ...] = (defaultdict(list), defaultdict(list))
    for side, traits in zip(sides, (left, right), strict=True):
        for index, each in enumerate(traits):
            for trait in each.all():
                side[trait].append(index)
    shared = ((sides[0][trait], sides[1][trait]) for trait in sides[0].keys() & sides[1].keys())
    return {
        pair
        for mine, theirs in shared
        if len(mine) * len(theirs) <= _COMMON
        for pair in product(mine, theirs)
    }


def _likeness(a: _Traits, b: _Traits) -> float:
    """Return how alike two meetings are, 0 if not enough to be one."""
    same_month = a.month is not None and a.month == b.month
    same_place = a.place is not None and a.place == b.place
    here = same_month + same_place
    heading, body = _share(a.heading, b.heading), _share(a.body, b.body)
    alike = body if a.body or b.body else heading
    enough = _ALIKE_HERE if here else _ALIKE
    return body + (heading + here) / 4 if alike >= enough else 0


def _share(a: frozenset[Hashable], b: frozenset[Hashable]) -> float:
    """Return Sørensen and Dice's coefficient: 1 for the same, 0 for nothing in common."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0
