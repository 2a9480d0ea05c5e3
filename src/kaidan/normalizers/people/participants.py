"""The two who met, decided by who 会談 with whom."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kaidan.normalizers.people.roster import SUCCESSORS, side
from kaidan.text.clauses import Sentences, meetings_told

if TYPE_CHECKING:
    from kaidan.normalizers.people.named import Person, PersonMention
    from kaidan.normalizers.people.roster import Name

_LEADERS = frozenset(
    {
        "prime minister",
        "president",
        "acting president",
        "general secretary",
        "first secretary",
        "chairman",
    }
)
_OFFICES = {
    "summit": _LEADERS,
    "foreign-ministers": frozenset({"foreign minister", "secretary of state"}),
}
_PARTICLES = {"と": 3, "は": 2, "が": 2, "、": 1, "も": 1, "ら": 1}


def who_met(
    text: str, people: "Sequence[PersonMention]", *, parties: Sequence[str], kind: str
) -> "list[list[PersonMention]]":
    """Return the two who met, each with all of his namings, in order of mention; none where the text does not say.

    Where no verb says who met, they are the only two in office whom the text names, if they are of two sides.

    Args:
        text: The text that ``people`` was found in.
        people: Everyone named in it, in order.
        parties: The countries that the meeting's title names, ISO 3166-1.
        kind: "summit" asks for heads of state or government, "foreign-ministers" for foreign ministers, any other kind for anyone;
            "-call" behind a kind changes nothing.

    >>> from kaidan.normalizers.people.named import find_people
    >>> text = "プーチン大統領、公式訪日。小泉総理と会談し、前年の森総理の訪露に触れた。"
    >>> [who[0].text for who in who_met(text, find_people(text, on="2005-11"), parties=("JP", "RU"), kind="summit")]
    ['プーチン大統領', '小泉総理']
    """
    whos = [naming.who for naming in people]
    eligible, two, doubted = _eligible(tuple(dict.fromkeys(whos)), tuple(parties), kind)
    if not two:
        two = _chosen(text, [naming for naming in people if naming.who in eligible])
    elif doubted and not _is_told(text, people[whos.index(doubted)].end):
        return []
    met: dict[Name | str, list[PersonMention]] = {who: [] for who in two}
    for naming in people:
        if (one := _identity(naming.who)) in met:
            met[one].append(naming)
    return list(met.values())


@lru_cache(maxsize=1024)
def _eligible(
    people: "tuple[Person, ...]", parties: tuple[str, ...], kind: str
) -> "tuple[frozenset[Person], list[Name | str], Person | None]":
    """Return who of those named may have met; the two, if they are two, of two sides; the later of the two if one was out of office."""
    sides = set(map(side, parties))
    countries = {None, *sides, *(old for old, new in SUCCESSORS.items() if new in sides)}
    offices = _OFFICES.get(kind.removesuffix("-call"))
    eligible = [
        who
        for who in people
        if not who.status
        and (not offices or who.office in offices)
        and (not sides or who.country in countries)
    ]
    different: dict[Name | str, Person] = {}
    for who in eligible:
        different.setdefault(_identity(who), who)
    two = list(different.values())
    if len(two) != 2 or not _facing(*two):
        return frozenset(eligible), [], None
    return (
        frozenset(eligible),
        list(different),
        None if two[0].in_office and two[1].in_office else two[1],
    )


def _identity(who: "Person") -> "Name | str":
    """Return what all namings of a person have in common."""
    return who.name or who.called


def _chosen(text: str, eligible: "list[PersonMention]") -> "list[Name | str]":
    """Choose one of each side, in order of mention, among those named before the verb; none where no verb follows both sides."""
    both = _both_named(eligible)
    told = next(meetings_told(text, both), None) if both else None
    if not told:
        return []
    before = [naming for naming in eligible if naming.end <= told.start]
    sentences = Sentences(text)
    ranked = sorted(
        before,
        key=lambda naming: (sentences.number(naming.start), *_closeness(text, naming)),
        reverse=True,
    )
    other = next((naming for naming in ranked if _facing(naming.who, ranked[0].who)), None)
    two = {_identity(naming.who) for naming in (ranked[0], other)} if other else ()
    return [who for who in dict.fromkeys(_identity(naming.who) for naming in before) if who in two]


def _is_told(text: str, start: int) -> bool:
    """Say whether people met behind a point of the text."""
    return next(meetings_told(text, start), None) is not None


def _both_named(eligible: "list[PersonMention]") -> int | None:
    """Return from where on the text has named someone of each side."""
    sides: dict[str | None, Person] = {}
    for naming in eligible:
        if any(_facing(naming.who, other) for other in sides.values()):
            return naming.end
        sides.setdefault(naming.who.country, naming.who)
    return None


def _closeness(text: str, naming: "PersonMention") -> tuple[bool, int, int]:
    """Rank a naming in its sentence before the verb: whether he was in office, what its particle makes of him, its nearness."""
    role = _PARTICLES.get(text[naming.end : naming.end + 1]) or text.startswith(
        "の公邸", naming.end
    )
    return naming.who.in_office is not False, role, naming.start


def _facing(one: "Person", other: "Person") -> bool:
    """Say whether two can sit on two sides of a table."""
    if one.country and other.country:
        return side(one.country) != side(other.country)
    return _identity(one) != _identity(other)
