"""The two who met, decided by who 会談 with whom."""

import re
from bisect import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kaidan.normalizers.roster import SUCCESSORS

if TYPE_CHECKING:
    from kaidan.normalizers.people import PersonMention

_MET = re.compile("(?:会[談見合]|懇談|意見交換|協議)(?:[し。、\0（(]|を?(?:行|実施|持|開)|に臨|が(?:行|実施|持|開)|において|\\Z)")
_SENTENCE_END = re.compile("[。\0]")
_LEADERS = frozenset({"prime minister", "president", "acting president", "general secretary", "first secretary", "chairman"})
_OFFICES = {"summit": _LEADERS, "foreign-ministers": frozenset({"foreign minister", "secretary of state"})}
_PARTICLES = (("と", 3), ("は", 2), ("が", 2), ("、", 1), ("も", 1), ("ら", 1), ("の公邸", 1))


def participants(text: str, people: "Sequence[PersonMention]", *, parties: Sequence[str], kind: str) -> "list[list[PersonMention]]":
    """Return the two who met, each with all of his namings, in order of mention; fewer than two where the text does not say.

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
    offices = _OFFICES.get(kind.removesuffix("-call"))
    sides = {SUCCESSORS.get(party, party) for party in parties}
    eligible = [
        person
        for person in people
        if not person.status
        and (not offices or person.office in offices)
        and (not sides or person.country is None or _side(person) in sides)
    ]
    both = _both_named(eligible)
    met = _MET.search(text, both) if both else None
    if met:
        return _namings(_pair(text, [person for person in eligible if person.end <= met.start()]), people)
    pair = _pair(text, [person for person in eligible if person.in_office])
    return _namings(pair, people) if len({_identity(person) for person in eligible}) == len(pair) == 2 else []


def _both_named(eligible: "Sequence[PersonMention]") -> int | None:
    """Return from where on the text has named someone of each side."""
    seen: dict[object, str | None] = {}
    for person in eligible:
        if _identity(person) not in seen:
            if any(side is None or side != _side(person) for side in set(seen.values())) or (seen and person.country is None):
                return person.end
            seen[_identity(person)] = _side(person)
    return None


def _namings(pair: "list[PersonMention]", people: "Sequence[PersonMention]") -> "list[list[PersonMention]]":
    return [[person for person in people if _same(person, one)] for one in pair]


def _pair(text: str, before: "list[PersonMention]") -> "list[PersonMention]":
    """Choose one of each side, in order of mention."""
    pair = list({_identity(person): person for person in reversed(before)}.values())[::-1]
    if len(pair) > 2 or (len(pair) == 2 and not _facing(*pair)):
        ends = [end.start() for end in _SENTENCE_END.finditer(text)]
        ranked = sorted(before, key=lambda person: (bisect(ends, person.start), *_closeness(text, person)), reverse=True)
        other = next((person for person in ranked if _facing(person, ranked[0])), None)
        pair = sorted([ranked[0], other], key=lambda person: person.start) if other else ranked[:1]
    return pair


def _closeness(text: str, person: "PersonMention") -> tuple[bool, int, int]:
    """Rank a naming in its sentence before the verb: whether he was in office, what its particle makes of him, its nearness."""
    role = next((weight for particle, weight in _PARTICLES if text.startswith(particle, person.end)), 0)
    return person.in_office is not False, role, person.start


def _facing(one: "PersonMention", other: "PersonMention") -> bool:
    """Say whether two can sit on two sides of a table."""
    return not _same(one, other) and (one.country is None or other.country is None or _side(one) != _side(other))


def _side(person: "PersonMention") -> str | None:
    return SUCCESSORS.get(person.country or "", person.country)


def _identity(person: "PersonMention") -> object:
    return person.name or person.called


def _same(one: "PersonMention", other: "PersonMention") -> bool:
    return _identity(one) == _identity(other)
