"""The subdivisions of ISO 3166-2 that have a Japanese name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from statistics import mean
from typing import NamedTuple

from kaidan.data import table
from kaidan.data.build.inputs import Point, Town
from kaidan.data.build.rows import HAND_WEIGHT, NEVER, STRING, TEXT, UNIT, Row, Spelled, is_word
from kaidan.text.keys import name_key

_DIRECTION = re.compile(r"[東西南北中央]+部?|ウェスタン|イースタン|ノーザン|サザン|セントラル")
"""What without its 州 names nothing, and with it a division of several states: 東部州, セントラル州."""
_UNITS = re.compile(
    r"(自治共和国|共和国|自治管区|自治区|首長国|特別区|地方|地域|地区|[市町村区州県省郡府都])$"
)
_REGION_IN_KATAKANA = re.compile(r"[ァ-ー]{3,}地域")
"""A division that is no part of a land, for all that it is called a region: ザガイン地域."""
_IN_OWN_CHARACTERS = re.compile(r"[㐀-龥]{2,}[市県省道]")
"""A division in Chinese characters: its own, 高雄市, in the countries below; elsewhere a translation, which may be several states'."""
_COUNTRIES_OF_CHARACTERS = frozenset({"CN", "KP", "KR", "TW"})
_DIRECTION_AND_STATE = re.compile(r"[東西南北中央]+([ァ-ヺー]{3,})")
"""A part of a state that is called by its name, or by a neighbour's: 西マケドニア."""
_SHORT = 4  # letters: a shorter name is not a small division's alone
_LARGE = 300_000  # inhabitants, and those of a division whose towns are not known: its namesakes are none too sure
_WELL_KNOWN = 1_000_000  # the weight of a town that takes its name from a division


class Named(NamedTuple):
    """The names of the subdivisions in two languages and their points, each by code."""

    ja: Mapping[str, str]
    en: Mapping[str, str]
    points: Mapping[str, Point]


def regions(
    named: Named,
    towns: Iterable[Town],
    codes: Mapping[tuple[str, str], str],
    taken: Mapping[str, int],
) -> Iterator[Row]:
    """Yield the subdivisions of ISO 3166-2 by their code.

    Where a division lies says the hand table, or else the middle of its towns, or else ``named``, its middle by the Python package
    iso3166-2. A name in ``taken`` is a town's of that weight, and the short forms of prefectures are their towns': 静岡 is the city.
    """
    by_hand = _points_by_hand()
    inside: dict[str, list[Town]] = {}
    for town in towns:
        inside.setdefault(codes.get((town.country, town.admin), ""), []).append(town)
    for code in sorted(named.ja):
        members = inside.get(code, [])
        names = _names_of_division(code, named.ja[code])
        known = [by_hand[code, name] for name in names if (code, name) in by_hand]
        if not (known or members or code in named.points):
            continue
        population = sum(town.population for town in members)
        lent = _names_of_others(named.ja[code])
        spellings = tuple(
            Spelled(name, NEVER if name in lent else _alone(code, name, population, taken))
            for name in names
        )
        zones = {town.timezone for town in members}
        yield Row(
            "division",
            code[:2],
            code,
            named.ja[code],
            named.en.get(code),
            "region",
            *(known or [_middle(members) if members else named.points[code]])[0],
            zones.pop() if len(zones) == 1 else None,
            None,
            None,
            (population or _LARGE) * (HAND_WEIGHT if known else 1),
            spellings,
        )


def _names_of_division(code: str, name: str) -> tuple[str, ...]:
    """Return the spellings of a division: CLDR's and those of the hand table, with and without their unit."""
    full = [name, *_more_names().get(code, ())]
    full += [spelling.partition(" (")[0] for spelling in full if " (" in spelling]
    bare = (UNIT.sub("", spelling) for spelling in full)
    return tuple(dict.fromkeys(x for x in (*full, *bare) if not _DIRECTION.fullmatch(x)))


def _names_of_others(name: str) -> tuple[str, ...]:
    """Return the spellings of a division, with and without its unit, that are another's where they stand alone.

    CLDR tells it apart by its state: モンタナ州 (ブルガリア), for モンタナ州 is in the United States.
    """
    own, _, mark = name.partition(" (")
    return (own, UNIT.sub("", own)) if name_key(mark.rstrip(")")) in _states() else ()


@cache
def _states() -> frozenset[str]:
    rows = table("places/countries")
    return frozenset(
        name_key(name) for row in rows for name in (row["ja"], *row["spellings"].split("|")) if name
    )


@cache
def _more_names() -> dict[str, list[str]]:
    rows = table("places/division_names")
    return {row["subdivision"]: row["spellings"].split("|") for row in rows}


def _middle(towns: list[Town]) -> Point:
    """Return the middle of the towns; where they lie on both sides of the 180th meridian, those west of it count on from 180."""
    longitudes = [town.longitude for town in towns]
    if max(longitudes) - min(longitudes) > 180:
        longitudes = [longitude % 360 for longitude in longitudes]
    middle = mean(longitudes)
    if middle > 180:
        middle -= 360
    return round(mean(town.latitude for town in towns), 2), round(middle, 2)


def _points_by_hand() -> dict[tuple[str, str], Point]:
    """Return the points of the hand table's regions by subdivision and spelling."""
    found = [row for row in table("places/sites") if row["precision"] == "region"]
    return {
        (row["subdivision"], name): (float(row["latitude"]), float(row["longitude"]))
        for row in found
        for name in row["spellings"].split("|")
    }


def _alone(code: str, name: str, population: int, taken: Mapping[str, int]) -> int:
    """Return what the name of a division may do; ``population`` is 0 where no town of it is known."""
    unit = _UNITS.search(name)
    if code.startswith("JP-"):
        return TEXT if unit or name == "北海道" else NEVER
    if _REGION_IN_KATAKANA.fullmatch(name) or _is_named_in_full(code, name):
        return TEXT
    if unit:
        return NEVER if _DIRECTION.fullmatch(name[: unit.start()]) else STRING
    town = taken.get(name_key(name), 0)
    if town >= _WELL_KNOWN or (town and population) or is_word(name):
        return NEVER
    return STRING if len(name) >= _SHORT or population >= _LARGE else NEVER


def _is_named_in_full(code: str, name: str) -> bool:
    """Tell whether a name in Chinese characters can be no other place's, so that running text may have it alone."""
    if code[:2] in _COUNTRIES_OF_CHARACTERS and _IN_OWN_CHARACTERS.fullmatch(name):
        return True
    part = _DIRECTION_AND_STATE.match(name)
    return part is not None and name_key(part[1]) in _states()
