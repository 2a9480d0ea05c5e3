"""The towns of GeoNames that have a Japanese name, by hand or there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kaidan.data import table
from kaidan.data.build.inputs import Town
from kaidan.data.build.japan import alone_in_japan, is_claimed, listed, wikidata_items
from kaidan.data.build.rows import (
    HAND_WEIGHT,
    NEVER,
    STRING,
    TEXT,
    UNIT,
    Row,
    Spelled,
    first_of_each,
    is_word,
    spelled_by_hand,
)
from kaidan.text.keys import name_key

_BIG, _LARGE, _KNOWN, _SIZABLE = 1_000_000, 300_000, 100_000, 30_000  # inhabitants
_LEND_SURNAMES = {"AU", "CA", "GB", "IE", "NZ", "US"}
"""The countries whose towns bear the names that people of the news bear as well: レキシントン, ヘンダーソン."""

ByHand = Mapping[int, Sequence[Mapping[str, str]]]


def names_by_hand() -> dict[int, list[dict[str, str]]]:
    """Return the lines of the hand table by the GeoNames id that they name."""
    lines: dict[int, list[dict[str, str]]] = {}
    for row in table("places/towns"):
        lines.setdefault(int(row["geonames"]), []).append(row)
    return lines


def settlements(
    towns: Iterable[Town], codes: Mapping[tuple[str, str], str], by_hand: ByHand
) -> Iterator[Row]:
    """Yield the towns but for the municipalities of Japan; ``codes`` are ISO 3166-2 by GeoNames' country and division."""
    municipalities = listed(table("places/municipalities"))
    taken = _names_taken(by_hand)
    for town in towns:
        if town.geonames in municipalities:
            continue
        hand = by_hand.get(town.geonames, ())
        subdivision = codes.get((town.country, town.admin))
        spellings = [*_by_hand(hand, town), *_spellings_there(town, subdivision, taken)]
        if not spellings:
            continue
        en = hand[0]["en"] if hand else town.en
        yield Row(
            "town",
            town.country,
            subdivision,
            spellings[0].text,
            en,
            "locality",
            town.latitude,
            town.longitude,
            town.timezone,
            town.geonames,
            wikidata_items().get((town.country, en)),
            max(town.population, 1000) * (HAND_WEIGHT if hand else 1),
            first_of_each(spellings),
        )


def _by_hand(hand: Sequence[Mapping[str, str]], town: Town) -> list[Spelled]:
    spelled = spelled_by_hand(hand)
    if hand and (town.country != "JP" or hand[0]["alone"] == "text"):
        spelled.append(Spelled(hand[0]["en"], STRING))
    return spelled


def _names_taken(by_hand: ByHand) -> frozenset[str]:
    """Return the names of the hand table, each of which is its own town's in running text: アナポリス is in Maryland."""
    return frozenset(
        spelling.key()[1] for hand in by_hand.values() for spelling in spelled_by_hand(hand)
    )


def _spellings_there(town: Town, subdivision: str | None, taken: frozenset[str]) -> list[Spelled]:
    """Return GeoNames' spellings, with and without 市, 町, 村; the smaller the town, the less may its name stand alone."""
    names = [*town.spellings, *(UNIT.sub("", name) for name in town.spellings)]
    if town.country == "JP":
        own = (name for name in names if not is_claimed(name, subdivision))
        return [Spelled(name, alone_in_japan(name)) for name in own]
    return [Spelled(name, _alone(name, town, taken)) for name in names]


def _alone(name: str, town: Town, taken: frozenset[str]) -> int:
    """Return what the name of a town abroad may do."""
    population = town.population
    if not re.match("[ァ-ヴ]", name):
        return STRING if population >= _LARGE and len(name) > 1 else NEVER
    if len(name) > 3 and population >= _BIG:
        return TEXT
    if len(name) < 3 or population < _SIZABLE or is_word(name):
        return NEVER
    return TEXT if _is_seldom_anything_else(name, town, taken) else STRING


def _is_seldom_anything_else(name: str, town: Town, taken: frozenset[str]) -> bool:
    """Tell whether a town is large, and its name long, and no surname, so that in running text hardly anything else is meant."""
    if len(name) < 5 or town.population < _KNOWN or town.country in _LEND_SURNAMES:
        return False
    return name_key(name) not in taken
