"""The two who met, decided by who 会談 with whom."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kaidan.normalizers import BREAK
from kaidan.normalizers.roster import SUCCESSORS, side

if TYPE_CHECKING:
    from kaidan.normalizers.people import PersonMention

_LEADERS = frozenset({"prime minister", "president", "acting president", "general secretary", "first secretary", "chairman"})
_OFFICES = {"summit": _LEADERS, "foreign-ministers": frozenset({"foreign minister", "secretary of state"})}
_PARTICLES = {"と": 3, "は": 2, "が": 2, "、": 1, "も": 1, "ら": 1}


def participants(text: str, people: "Sequence[PersonMention]", *, parties: Sequence[str], kind: str) -> "list[list[PersonMention]]":
    """Return the two who met, each with all of his namings, in order of mention; none where the text does not say.

    Where no verb says who met, they are the only two in office whom the text names, if they are of two sides.

    Args:
        text: The text that ``people`` was found in.
        people: Everyone named in it, in order.
        parties: The countries that the meeting's title names, ISO 3166-1.
        kind: "summit" asks for heads of state or government, "foreign-ministers" for foreign ministers, any other kind for anyone;
            "-call" behind a kind changes nothing.

    >>> from kaidan.normalizers.people import find_people
    >>> text = "プーチン大統領、公式訪日。小泉総理と会談し、前年の森総理の訪露に触れた。"
    >>> [who[0].text for who in participants(text, find_people(text, on="2005-11"), parties=("JP", "RU"), kind="summit")]
    ['プーチン大統領', '小泉総理']
    """
    offices, countries = _asked(kind, tuple(parties))
    eligible = [
        person
        for person in people
        if not person.status and (not offices or person.office in offices) and (not countries or person.country in countries)
    ]
    whom = _namings(eligible)
    pair = [namings[0] for namings in whom.values()]
    if len(pair) != 2 or not _facing(*pair):
        pair = _chosen(text, eligible)
    elif not (pair[0].in_office and pair[1].in_office) and not _met().search(text, pair[1].end):
        return []
    namings = whom if len(eligible) == len(people) else _namings(people)
    return [namings[one.name or one.called] for one in pair]


@lru_cache(maxsize=64)
def _asked(kind: str, parties: tuple[str, ...]) -> "tuple[frozenset[str], frozenset[str | None]]":
    """Return the offices of those who meet, and their countries, None among them for who may be of any; an empty set asks for nothing."""
    sides = set(map(side, parties))
    countries = {None, *sides, *(old for old, new in SUCCESSORS.items() if new in sides)} if sides else ()
    return _OFFICES.get(kind.removesuffix("-call"), frozenset()), frozenset(countries)


def _namings(people: "Iterable[PersonMention]") -> "dict[object, list[PersonMention]]":
    """Return all the namings of each, in the order of the first."""
    namings: dict[object, list[PersonMention]] = {}
    for person in people:
        namings.setdefault(person.name or person.called, []).append(person)
    return namings


def _chosen(text: str, eligible: "list[PersonMention]") -> "list[PersonMention]":
    """Choose one of each side, in order of mention, among those named before the verb; none where no verb follows both sides."""
    both = _both_named(eligible)
    met = _met().search(text, both) if both else None
    if not met:
        return []
    before = [person for person in eligible if person.end <= met.start()]
    ranked = sorted(before, key=lambda person: (_sentence(text, person.start), *_closeness(text, person)), reverse=True)
    other = next((person for person in ranked if _facing(person, ranked[0])), None)
    two = {person.name or person.called for person in (ranked[0], other)} if other else ()
    return [namings[0] for who, namings in _namings(before).items() if who in two]


@cache
def _met() -> re.Pattern[str]:
    return re.compile("(?:会談|会見|会合|懇談|意見交換|協議)(?:し|[。、]|[（(]|\0|[をが]?(?:行|実施|持|開)|に臨|において|\\Z)")


def _sentence(text: str, at: int) -> int:
    """Return how many sentences and blocks end before a place."""
    return text.count("。", 0, at) + text.count(BREAK, 0, at)


def _both_named(eligible: "list[PersonMention]") -> int | None:
    """Return from where on the text has named someone of each side."""
    sides: dict[str | None, PersonMention] = {}
    for one in eligible:
        if any(_facing(one, other) for other in sides.values()):
            return one.end
        sides.setdefault(one.country, one)
    return None


def _closeness(text: str, person: "PersonMention") -> tuple[bool, int, int]:
    """Rank a naming in its sentence before the verb: whether he was in office, what its particle makes of him, its nearness."""
    role = _PARTICLES.get(text[person.end : person.end + 1]) or text.startswith("の公邸", person.end)
    return person.in_office is not False, role, person.start


def _facing(one: "PersonMention", other: "PersonMention") -> bool:
    """Say whether two can sit on two sides of a table."""
    if one.country and other.country:
        return side(one.country) != side(other.country)
    return (one.name or one.called) != (other.name or other.called)
