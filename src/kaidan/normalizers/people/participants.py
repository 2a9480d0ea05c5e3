"""Who met, decided by who 会談 with whom."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.people.roster import side
from kaidan.normalizers.people.seating import has_own_office, identity, seated_at
from kaidan.text.clauses import Told, calls_told, meetings_told, sentence_start, sentences_of

if TYPE_CHECKING:
    from kaidan.normalizers.people.person import Person, PersonMention
    from kaidan.normalizers.people.roster import Name

_TELLINGS = 8
"""A text that tells of more meetings than these is no account of one."""


class _Account(NamedTuple):
    """A text, and where it tells that people met."""

    text: str
    events: Sequence[Told]


def who_met(
    text: str,
    people: "Sequence[PersonMention]",
    *,
    parties: Sequence[str],
    level: str,
    calls: bool = False,
) -> "list[list[PersonMention]]":
    """Return who met, each with all of his namings, in order of mention; none where the text does not say.

    They are two, of two sides; one a side where the title names more parties, and two a side where the talks are of both
    ministers. Where no verb says who met, they are the only ones in office whom the text names, if nobody of a third country
    stands in one list with them.

    Args:
        text: The text that ``people`` was found in.
        people: Everyone named in it, in order.
        parties: The countries that the meeting's title names, ISO 3166-1.
        level: As titles.level has it; it tells which offices sit at the table.
        calls: Whether a courtesy call is a meeting.

    >>> from kaidan.normalizers.people.named import find_people
    >>> text = "プーチン大統領、公式訪日。小泉総理と会談し、前年の森総理の訪露に触れた。"
    >>> [who[0].text for who in who_met(text, find_people(text, on="2005-11"), parties=("JP", "RU"), level="summit")]
    ['プーチン大統領', '小泉総理']
    """
    stead = spelled("particles", "stead")
    people = [naming for naming in people if not text.startswith(stead, naming.end)]
    whos = tuple(dict.fromkeys(naming.who for naming in people))
    seated, thirds = seated_at(whos, tuple(parties), level)
    sides = tuple(dict.fromkeys(map(side, parties)))
    if level == "foreign-and-defence-ministers" or len(sides) > 2:
        chosen = _of_each_side(seated, sides, most=2 if len(sides) == 2 else 1)
    else:
        events = meetings_told(text)
        account = _Account(text, sorted((*events, *calls_told(text))) if calls else events)
        chosen = _two(account, people, seated, thirds)
    met: dict[Name | str, list[PersonMention]] = {}
    for naming in people:
        if (one := identity(naming.who)) in chosen:
            met.setdefault(one, []).append(naming)
    return list(met.values())


def _of_each_side(
    seated: "Iterable[Person]", sides: tuple[str, ...], *, most: int
) -> "list[Name | str]":
    """Return those of each side, if each has somebody and none has more than may come, in no order."""
    by_side: dict[str, dict[Name | str, None]] = {each: {} for each in sides}
    for who in seated:
        if who.country:
            by_side[side(who.country)][identity(who)] = None
    if not all(0 < len(some) <= most for some in by_side.values()):
        return []
    return [who for some in by_side.values() for who in some]


def _two(
    account: _Account,
    people: "Sequence[PersonMention]",
    seated: "frozenset[Person]",
    thirds: "frozenset[Person]",
) -> "list[Name | str]":
    """Return the two who met, in order of mention."""
    ours = [naming for naming in people if naming.who in seated]
    first: dict[Name | str, PersonMention] = {}
    for naming in ours:
        first.setdefault(identity(naming.who), naming)
    two = list(first.values())
    if len(two) != 2 or not _facing(two[0].who, two[1].who):
        return _chosen_by_verb(account, ours)
    is_sure = all(one.who.in_office and not one.who.status for one in two)
    if not is_sure and not any(_tellings(account, ours, two[1].end)):
        return []
    if thirds and _is_of_three(account, people, seated, thirds):
        return []
    if rivals := _rivals(people, two[1]):
        return _with_rival(account, people, two, rivals)
    return list(first)


def _rivals(
    people: "Sequence[PersonMention]", second: "PersonMention"
) -> "dict[Name | str, PersonMention]":
    """Return who of the side of the second is named before him, and holds no office that sits at the table: a crown prince."""
    rivals: dict[Name | str, PersonMention] = {}
    for naming in people:
        if naming.start >= second.start:
            break
        if naming.who.country and not _facing(naming.who, second.who):
            rivals.setdefault(identity(naming.who), naming)
    rivals.pop(identity(second.who), None)
    return rivals


def _with_rival(
    account: _Account,
    people: "Sequence[PersonMention]",
    two: "list[PersonMention]",
    rivals: "dict[Name | str, PersonMention]",
) -> "list[Name | str]":
    """Return the two who met, where others of the second's side are named before him: who is named with the first where it is told.

    野田総理は、サルマン皇太子と会談した。総理は、ハマド国王の訪日に触れた。
    """
    told = next(_tellings(account, people), None)
    if told is None or two[1].start < told.start:
        return [identity(naming.who) for naming in two]
    begun = sentence_start(account.text, told.start)
    met = [naming for naming in rivals.values() if begun <= naming.start < told.start]
    if len(met) > 1 or not all(has_own_office(naming.who) for naming in met):
        return []
    in_order = sorted((two[0], *(met or two[1:])), key=lambda naming: naming.start)
    return [identity(naming.who) for naming in in_order]


def _tellings(
    account: _Account, people: "Sequence[PersonMention]", start: int = 0
) -> Iterator[Told]:
    """Yield where people met behind a point; a caption tells of it only where it names two: A・B会談（モスクワ）."""
    behind = (told for told in account.events if told.start >= start)
    for told in islice(behind, _TELLINGS):
        if not told.title or _names_two(
            people, sentence_start(account.text, told.start), told.start
        ):
            yield told


def _names_two(people: "Sequence[PersonMention]", start: int, end: int) -> bool:
    """Say whether two are named between two points."""
    return sum(start <= one.start < end for one in people) > 1


def _is_of_three(
    account: _Account,
    people: "Sequence[PersonMention]",
    seated: "frozenset[Person]",
    thirds: "frozenset[Person]",
) -> bool:
    """Say whether somebody of a third country is listed with one of the two, and no other sentence has them meet."""
    sentences = sentences_of(account.text)
    joints = spelled("particles", "joint")
    listed = {
        sentences.number(one.start)
        for one, other in pairwise(people)
        if len({one.who, other.who} & thirds) == 1
        and {one.who, other.who} & seated
        and account.text[one.end : other.start] in joints
    }
    told = {sentences.number(told.start) for told in _tellings(account, people)}
    return bool(listed) and not told - listed


def _chosen_by_verb(account: _Account, ours: "list[PersonMention]") -> "list[Name | str]":
    """Choose one of each side, in order of mention, among those named before the verb; none where no verb follows both sides."""
    both = _both_named(ours)
    told = next(_tellings(account, ours, both), None) if both else None
    if not told:
        return []
    before = [naming for naming in ours if naming.end <= told.start]
    sentences = sentences_of(account.text)
    ranked = sorted(
        before,
        key=lambda naming: (sentences.number(naming.start), *_closeness(account.text, naming)),
        reverse=True,
    )
    other = next((naming for naming in ranked if _facing(naming.who, ranked[0].who)), None)
    if not other:
        return []
    met = {
        identity(one.who)
        for two in (ranked[0], other)
        for one in _joined_to(account.text, before, two)
    }
    return [who for who in dict.fromkeys(identity(naming.who) for naming in before) if who in met]


def _joined_to(
    text: str, namings: "list[PersonMention]", one: "PersonMention"
) -> "list[PersonMention]":
    """Return a naming with those of its side that are joined to it before it: トゥスク議長及びユンカー委員長."""
    joints = spelled("particles", "joint")
    listed = [one]
    for before in reversed(namings[: namings.index(one)]):
        is_joined = text[before.end : listed[-1].start] in joints
        if not is_joined or before.who.in_office is False or _facing(before.who, one.who):
            break
        listed.append(before)
    return listed


def _both_named(ours: "list[PersonMention]") -> int | None:
    """Return from where on the text has named someone of each side."""
    sides: dict[str | None, Person] = {}
    for naming in ours:
        if any(_facing(naming.who, other) for other in sides.values()):
            return naming.end
        sides.setdefault(naming.who.country, naming.who)
    return None


def _closeness(text: str, naming: "PersonMention") -> tuple[bool, int, int]:
    """Rank a naming in its sentence before the verb: whether he was in office, what its particle makes of him, its nearness."""
    roles = meanings("particles", "role")
    weights = (int(roles[word]) for word in roles if text.startswith(word, naming.end))
    return naming.who.in_office is not False, max(weights, default=0), naming.start


def _facing(one: "Person", other: "Person") -> bool:
    """Say whether two can sit on two sides of a table."""
    if one.country and other.country:
        return side(one.country) != side(other.country)
    return identity(one) != identity(other)
