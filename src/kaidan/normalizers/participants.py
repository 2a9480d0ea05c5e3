"""The two who met, decided by who 会談 with whom."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kaidan.normalizers.people import PersonMention

_MET = re.compile(
    r"(?<!の)(?:会談|会見|会合|懇談|意見交換)(?=[し。、\0（(]|を行|を実施|を持|を開|に臨|が行われ|が実施|\Z)"
    r"|(?<=と)の(?:間で)?[一-龠]{0,6}会談(?:において|で|の(?:中|席))"
)
_OFFICES = {
    "summit": frozenset({"prime minister", "president", "acting president", "general secretary", "first secretary", "chairman"}),
    "foreign-ministers": frozenset({"foreign minister", "secretary of state"}),
}
_SAME = {"SU": "RU"}
_PARTICLES = (("との", 4), ("と", 4), ("は", 3), ("が", 3), ("、", 2), ("も", 2), ("の公邸", 2), ("ら", 1))


def participants(text: str, people: "Sequence[PersonMention]", *, parties: Sequence[str], kind: str) -> "list[list[PersonMention]]":
    """Return the two who met, each with all of his namings, in order of mention; fewer than two where the text does not say.

    Args:
        text: The text that ``people`` was found in.
        people: Everyone named in it, in order.
        parties: The countries that the meeting's title names, ISO 3166-1.
        kind: "summit" asks for heads of state or government, "foreign-ministers" for foreign ministers, any other kind for anyone.

    >>> from kaidan.normalizers.people import find_people
    >>> text = "プーチン大統領、公式訪日。小泉総理と会談し、前年の森総理の訪露に触れた。"
    >>> [who[0].text for who in participants(text, find_people(text, on="2005-11"), parties=("JP", "RU"), kind="summit")]
    ['プーチン大統領', '小泉総理']
    """
    offices = _OFFICES.get(kind)
    eligible = [person for person in people if _may_meet(person, parties) and (offices is None or person.office in offices)]
    for met in _MET.finditer(text):
        pair = _pair(text, [person for person in eligible if person.end <= met.end()], parties)
        if len(pair) == 2:
            return sorted(([p for p in people if _same(p, one)] for one in pair), key=lambda namings: namings[0].start)
    return []


def _may_meet(person: "PersonMention", parties: Sequence[str]) -> bool:
    return not person.status and (person.country is None or not parties or _party(person) in {_SAME.get(p, p) for p in parties})


def _party(person: "PersonMention") -> str | None:
    return _SAME.get(person.country, person.country) if person.country else None


def _pair(text: str, before: "list[PersonMention]", parties: Sequence[str]) -> "list[PersonMention]":
    """Choose one of each party: the one whose particle says that he met, then the one nearest to the verb."""
    ranked = sorted(before, key=lambda person: (_sentence(text, person), person.in_office is not False, _role(text, person), person.start), reverse=True)
    pair: list[PersonMention] = []
    for person in ranked:
        if len(pair) < 2 and not any(_same(person, other) or (parties and _party(person) == _party(other) is not None) for other in pair):
            pair.append(person)
    return pair


def _sentence(text: str, person: "PersonMention") -> int:
    return text.count("。", 0, person.start) + text.count("\0", 0, person.start)


def _role(text: str, person: "PersonMention") -> int:
    return next((weight for particle, weight in _PARTICLES if text.startswith(particle, person.end)), 0)


def _same(one: "PersonMention", other: "PersonMention") -> bool:
    if one.name or other.name:
        return one.name == other.name
    return one.called == other.called
