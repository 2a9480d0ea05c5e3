"""Who may sit at the table of talks: by office, by side, and by the level of the talks."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kaidan.lexicon.words import all_words
from kaidan.normalizers.people.roster import SUCCESSORS, side, terms_called
from kaidan.normalizers.places.gazetteer import state_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaidan.normalizers.people.person import Person, PersonMention
    from kaidan.normalizers.people.roster import Name


_ANY_MINISTER = "minister"
_COMING = "coming"
"""The kind of statuses.tsv that 次期 is."""


@lru_cache(maxsize=1024)
def seated_at(
    people: "tuple[Person, ...]", parties: tuple[str, ...], level: str
) -> "tuple[frozenset[Person], frozenset[Person]]":
    """Return who of those named may have sat at the table, and who holds such an office for a country of no side."""
    sides = set(map(side, parties))
    countries = {None, *sides, *(old for old, new in SUCCESSORS.items() if new in sides)}
    sitting = _offices_at(level)
    holders = [who for who in people if not who.status and (not sitting or _sits(who, level))]
    ours = {who for who in holders if not sides or who.country in countries}
    missing = sides - {side(who.country) for who in ours if who.country}
    if len(sides) == 2 and len(missing) == 1:
        # 河野外務大臣と楊潔篪中国共産党中央政治局委員; a crown prince at a summit
        ours |= {who for who in people if _may_sit_for(who, missing, level)}
    return _without_recalled(ours), frozenset(holders) - ours


def _without_recalled(seated: "set[Person]") -> "frozenset[Person]":
    """Leave out who held his office at another time, where somebody of his side holds one: 小泉総理, of whom 福田総理 spoke."""
    held = {side(who.country) for who in seated if who.country and who.in_office}
    return frozenset(
        who for who in seated if who.in_office is not False or side(who.country or "") not in held
    )


def as_seated(
    people: "list[PersonMention]", parties: "Sequence[str]", level: str
) -> "list[PersonMention]":
    """Return those named as they would sit at the table of talks, whatever else the tables have of them.

    Who holds two offices sits in the second where that one sits there (フィジー首相兼外務大臣 among ministers). In talks of two states
    nobody of one of whom is named, ニコルソン外相 is that state's if no other who is of neither may sit there: of Jamaica, though the
    tables know a Canadian alone.
    """
    sitting = _offices_at(level)
    if any(one.also for one in people):
        people = [
            _in_second_office(one) if _sits_by_second(one, sitting) else one for one in people
        ]
    named = {one.who.country for one in people}
    missing = [party for party in parties if party not in named]
    if len(parties) != 2 or len(missing) != 1 or not sitting:
        return people
    whos = tuple(dict.fromkeys(one.who for one in people))
    ours, thirds = seated_at(whos, tuple(parties), level)
    guests = [one for one in people if one.who in thirds]
    is_one = len({identity(one.who) for one in guests}) == 1 and all(one.is_bare for one in guests)
    if not is_one or any(who.country is None for who in ours):
        return people
    return [_as_stranger(one, missing[0]) if one.who in thirds else one for one in people]


def for_their_sides(two: "list[PersonMention]", parties: "Sequence[str]") -> "list[PersonMention]":
    """Return the two who met; the one of whom nothing tells whose he is sits for the party of the title that the other does not."""
    known = [side(one.who.country) for one in two if one.who.country]
    others = [party for party in parties if side(party) not in known]
    is_told = len(two) == len(parties) == 2 and len(known) == len(others) == 1
    if not is_told or others[0] not in state_names():
        return two
    return [one if one.who.country else _of_country(one, others[0]) for one in two]


def _sits_by_second(one: "PersonMention", sitting: frozenset[str]) -> bool:
    return one.also in sitting and one.who.office not in sitting


def _in_second_office(one: "PersonMention") -> "PersonMention":
    return one._replace(who=one.who._replace(office=one.also))


def _of_country(one: "PersonMention", country: str) -> "PersonMention":
    return one._replace(who=one.who._replace(country=country))


def _as_stranger(one: "PersonMention", country: str) -> "PersonMention":
    who = one.who._replace(name=None, country=country, wikidata=None, in_office=None)
    return one._replace(who=who)


def _sits(who: "Person", level: str) -> bool:
    """Say whether somebody's office is one of the level, of any country or of his own: the Secretary of State of the Holy See."""
    return who.office in _offices_at(level) or who.office in _offices_at(f"{level} {who.country}")


def _may_sit_for(who: "Person", sides: set[str], level: str) -> bool:
    """Say whether somebody sits for one of these sides: as its head, or with an office that no level has or that he is to come into."""
    if who.country is None and who.name:
        bodies = tuple(f"{each} " for each in sides)
        return any(term.office.startswith(bodies) for term in terms_called(who.name.ja))
    if who.country is None or side(who.country) not in sides:
        return False
    sitting = _offices_at(level)
    coming = (who.office or "").partition(" ")[2] if who.status == _COMING else ""
    return has_own_office(who) or coming in sitting or _is_minister_at(who, sitting)


def _is_minister_at(who: "Person", sitting: frozenset[str]) -> bool:
    """Say whether a minister of whatever is called is one whom the tables have in an office of the table: 国防担当国務大臣."""
    if who.office != _ANY_MINISTER or who.status or who.name is None:
        return False
    return any(term.office in sitting for term in terms_called(who.name.ja))


def has_own_office(who: "Person") -> bool:
    """Say whether it is somebody whom the tables know, with an office that no level of talks has."""
    return who.name is not None and who.office is None and not who.status


@cache
def _offices_at(level: str) -> frozenset[str]:
    """Return the offices whose holders sit at the table of a level; none where it is open to all."""
    rows = all_words("titles")
    return frozenset(row.word for row in rows if row.kind == "sits" and row.meaning == level)


def identity(who: "Person") -> "Name | str":
    """Return what all namings of a person have in common."""
    return who.name or who.called
