"""Who met, decided by who 会談 with whom."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kaidan.lexicon.words import all_words, meanings, spelled
from kaidan.normalizers.people.roster import SUCCESSORS, side
from kaidan.text.clauses import Sentences, Told, meetings_told, sentence_start

if TYPE_CHECKING:
    from kaidan.normalizers.people.person import Person, PersonMention
    from kaidan.normalizers.people.roster import Name

_SUMMIT = "summit"
"""The level at which many come along: who has no leader's office sits for his side only if nobody else of it is named."""
_TELLINGS = 8
"""A text that tells of more meetings than these is no account of one."""


def who_met(
    text: str, people: "Sequence[PersonMention]", *, parties: Sequence[str], level: str
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

    >>> from kaidan.normalizers.people.named import find_people
    >>> text = "プーチン大統領、公式訪日。小泉総理と会談し、前年の森総理の訪露に触れた。"
    >>> [who[0].text for who in who_met(text, find_people(text, on="2005-11"), parties=("JP", "RU"), level="summit")]
    ['プーチン大統領', '小泉総理']
    """
    whos = tuple(dict.fromkeys(naming.who for naming in people))
    seated, thirds = _seated(whos, tuple(parties), level)
    sides = tuple(dict.fromkeys(map(side, parties)))
    if level == "foreign-and-defence-ministers" or len(sides) > 2:
        chosen = _of_each_side(seated, sides, most=2 if len(sides) == 2 else 1)
    else:
        chosen = _two(text, people, seated, thirds)
    met: dict[Name | str, list[PersonMention]] = {}
    for naming in people:
        if (one := _identity(naming.who)) in chosen:
            met.setdefault(one, []).append(naming)
    return list(met.values())


@lru_cache(maxsize=1024)
def _seated(
    people: "tuple[Person, ...]", parties: tuple[str, ...], level: str
) -> "tuple[frozenset[Person], frozenset[Person]]":
    """Return who of those named may have sat at the table, and who holds such an office for a country of no side."""
    sides = set(map(side, parties))
    countries = {None, *sides, *(old for old, new in SUCCESSORS.items() if new in sides)}
    offices = _offices_at(level)
    holders = [who for who in people if not who.status and (not offices or who.office in offices)]
    ours = {who for who in holders if not sides or who.country in countries}
    missing = sides - {side(who.country) for who in ours if who.country}
    if len(sides) == 2 and len(missing) == 1:
        others = {who for who in people if _may_sit_for(who, missing)}
        is_alone = len(set(map(_identity, others))) == 1
        if (
            level != _SUMMIT or is_alone
        ):  # 河野外務大臣と楊潔篪中国共産党中央政治局委員; a crown prince
            ours |= others
    return frozenset(ours), frozenset(holders) - ours


def _may_sit_for(who: "Person", sides: set[str]) -> bool:
    """Say whether somebody whom the tables know sits for one of these sides with an office that no level of talks has."""
    has_own_office = who.name is not None and who.office is None and not who.status
    return has_own_office and who.country is not None and side(who.country) in sides


@cache
def _offices_at(level: str) -> frozenset[str]:
    """Return the offices whose holders sit at the table of a level; none where it is open to all."""
    rows = all_words("titles")
    return frozenset(row.word for row in rows if row.kind == "sits" and row.meaning == level)


def _of_each_side(
    seated: "Iterable[Person]", sides: tuple[str, ...], *, most: int
) -> "list[Name | str]":
    """Return those of each side, if each has somebody and none has more than may come, in no order."""
    by_side: dict[str, dict[Name | str, None]] = {each: {} for each in sides}
    for who in seated:
        if who.country:
            by_side[side(who.country)][_identity(who)] = None
    if not all(0 < len(some) <= most for some in by_side.values()):
        return []
    return [who for some in by_side.values() for who in some]


def _two(
    text: str,
    people: "Sequence[PersonMention]",
    seated: "frozenset[Person]",
    thirds: "frozenset[Person]",
) -> "list[Name | str]":
    """Return the two who met, in order of mention."""
    ours = [naming for naming in people if naming.who in seated]
    first: dict[Name | str, PersonMention] = {}
    for naming in ours:
        first.setdefault(_identity(naming.who), naming)
    two = list(first.values())
    if len(two) != 2 or not _facing(two[0].who, two[1].who):
        return _chosen_by_verb(text, ours)
    is_sure = two[0].who.in_office and two[1].who.in_office
    if not is_sure and not any(_tellings(text, ours, two[1].end)):
        return []
    if thirds and _is_of_three(text, people, seated, thirds):
        return []
    return list(first)


def _identity(who: "Person") -> "Name | str":
    """Return what all namings of a person have in common."""
    return who.name or who.called


def _tellings(text: str, people: "Sequence[PersonMention]", start: int = 0) -> Iterator[Told]:
    """Yield where people met behind a point; a caption tells of it only where it names two: A・B会談（モスクワ）."""
    behind = (told for told in meetings_told(text) if told.start >= start)
    for told in islice(behind, _TELLINGS):
        if not told.title or _names_two(people, sentence_start(text, told.start), told.start):
            yield told


def _names_two(people: "Sequence[PersonMention]", start: int, end: int) -> bool:
    """Say whether two are named between two points."""
    return sum(start <= one.start < end for one in people) > 1


def _is_of_three(
    text: str,
    people: "Sequence[PersonMention]",
    seated: "frozenset[Person]",
    thirds: "frozenset[Person]",
) -> bool:
    """Say whether somebody of a third country is listed with one of the two, and no other sentence has them meet."""
    sentences = Sentences(text)
    joints = spelled("particles", "joint")
    listed = {
        sentences.number(one.start)
        for one, other in pairwise(people)
        if len({one.who, other.who} & thirds) == 1
        and {one.who, other.who} & seated
        and text[one.end : other.start] in joints
    }
    told = {sentences.number(told.start) for told in _tellings(text, people)}
    return bool(listed) and not told - listed


def _chosen_by_verb(text: str, ours: "list[PersonMention]") -> "list[Name | str]":
    """Choose one of each side, in order of mention, among those named before the verb; none where no verb follows both sides."""
    both = _both_named(ours)
    told = next(_tellings(text, ours, both), None) if both else None
    if not told:
        return []
    before = [naming for naming in ours if naming.end <= told.start]
    sentences = Sentences(text)
    ranked = sorted(
        before,
        key=lambda naming: (sentences.number(naming.start), *_closeness(text, naming)),
        reverse=True,
    )
    other = next((naming for naming in ranked if _facing(naming.who, ranked[0].who)), None)
    if not other:
        return []
    met = {
        _identity(one.who) for two in (ranked[0], other) for one in _joined_to(text, before, two)
    }
    return [who for who in dict.fromkeys(_identity(naming.who) for naming in before) if who in met]


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
    return _identity(one) != _identity(other)
