"""The rows of the gazetteer: places with their weight, spellings with what they may do alone."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from statistics import mean
from typing import NamedTuple

from kaidan.data import table
from kaidan.data.build.inputs import Town
from kaidan.data.spelling import exact, folded

NEVER, STRING, TEXT = range(3)
_ALONE = {"never": NEVER, "string": STRING, "text": TEXT}
_HAND_WEIGHT = 20  # a name that official text is known to use outweighs a namesake up to so many times its size
_SITE_WEIGHT = 500_000
_STATE_WEIGHT = 10**10
_MUNICIPALITY_WEIGHT = 100_000
_UNIT = re.compile(
    r"(?<=..)(自治共和国|共和国|自治管区|自治区|首長国|特別区|地方|[市町村区州県省府都])$"
)
_DIRECTION = re.compile(r"[東西南北中央]+部?")  # 東部州 without its 州 names nothing


class Spelled(NamedTuple):
    """One spelling of a place and what it may do: only stand beside its country, be a whole string, stand in running text."""

    text: str
    alone: int

    def key(self) -> tuple[str, str]:
        """Return the folded and the exact form."""
        return folded(self.text), exact(self.text)


class Row(NamedTuple):
    """A place; ``weight`` is its population or what stands for it."""

    country: str | None
    subdivision: str | None
    ja: str
    en: str | None
    precision: str
    latitude: float | None
    longitude: float | None
    timezone: str | None
    geonames: int | None
    wikidata: str | None
    weight: int
    spellings: tuple[Spelled, ...]


def countries() -> Iterator[Row]:
    """Yield the countries; a state that fell apart is also a spelling of each country that its towns lie in now."""
    parts: dict[str, list[str]] = {}
    for row in table("places/states"):
        for code in row["countries"].split():
            parts.setdefault(code, []).append(row["spelling"])
    for row in table("places/countries"):
        names = [row["ja"], row["en"], *filter(None, row["spellings"].split("|"))]
        spellings = [Spelled(name, TEXT) for name in names] + [
            Spelled(name, NEVER) for name in parts.get(row["country"], ())
        ]
        yield Row(
            row["country"],
            None,
            row["ja"],
            row["en"],
            "country",
            None,
            None,
            None,
            None,
            None,
            _STATE_WEIGHT,
            tuple(spellings),
        )


def settlements(towns: Iterable[Town], codes: Mapping[tuple[str, str], str]) -> Iterator[Row]:
    """Yield the towns that have a Japanese name, by hand or in GeoNames."""
    by_hand: dict[int, list[dict[str, str]]] = {}
    for row in table("places/towns"):
        by_hand.setdefault(int(row["geonames"]), []).append(row)
    items = {(row["country"], row["en"]): row["wikidata"] for row in table("places/wikidata")}
    for town in towns:
        hand = by_hand.get(town.geonames, [])
        spellings = [*_by_hand(hand, town), *_found(town)]
        if not spellings:
            continue
        en = hand[0]["en"] if hand else town.en
        weight = max(town.population, 1000) * (_HAND_WEIGHT if hand else 1)
        point = (
            town.latitude,
            town.longitude,
            town.timezone,
            town.geonames,
            items.get((town.country, en)),
        )
        yield Row(
            town.country,
            codes.get((town.country, town.admin)),
            spellings[0].text,
            en,
            "locality",
            *point,
            weight,
            _first_of_each(spellings),
        )


def _by_hand(hand: Sequence[Mapping[str, str]], town: Town) -> list[Spelled]:
    spelled = [
        Spelled(name, _ALONE[row["alone"]]) for row in hand for name in row["spellings"].split("|")
    ]
    return spelled + [
        Spelled(row["en"], STRING)
        for row in hand[:1]
        if town.country != "JP" or row["alone"] == "text"
    ]


def _found(town: Town) -> list[Spelled]:
    """Return GeoNames' spellings, with and without 市, 町, 村; the smaller the town, the less may its name stand alone."""
    names = [*town.spellings, *(_UNIT.sub("", name) for name in town.spellings)]
    return [Spelled(name, _alone(name, town)) for name in names]


def _alone(name: str, town: Town) -> int:
    kana = bool(re.match("[ァ-ヴ]", name))
    if town.country == "JP":
        return _japanese(name)
    if not kana:
        return STRING if town.population >= 300_000 and len(name) > 1 else NEVER
    if len(name) > 3 and town.population >= 1_000_000:
        return TEXT
    return STRING if len(name) > 2 and town.population >= 30_000 and name not in _words() else NEVER


def _japanese(name: str) -> int:
    """Return what a Japanese name may do: a 市 bears it alone, a 町 or 村 has namesakes, and without their unit they are surnames too."""
    if name.endswith("市") and not name.endswith("日市"):  # 四日市 lacks its unit
        return TEXT if len(name) > 2 else STRING  # 津市
    return STRING if _UNIT.search(name) else NEVER


@cache
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("places/words"))


def _first_of_each(spellings: Sequence[Spelled]) -> tuple[Spelled, ...]:
    kept: dict[tuple[str, str], Spelled] = {}
    for spelling in spellings:
        kept.setdefault(spelling.key(), spelling)
    return tuple(kept.values())


def regions(
    towns: Iterable[Town],
    codes: Mapping[tuple[str, str], str],
    ja: Mapping[str, str],
    en: Mapping[str, str],
    taken: AbstractSet[str],
) -> Iterator[Row]:
    """Yield CLDR's subdivisions; CLDR has no points: it is the hand table's, or else the middle of their towns.

    A name in ``taken`` is a town's, and so are the short forms of prefectures: 静岡 is the city.
    """
    points = _points_by_hand()
    inside: dict[str, list[Town]] = {}
    for town in towns:
        inside.setdefault(codes.get((town.country, town.admin), ""), []).append(town)
    for code in sorted(ja):
        members = inside.get(code)
        if members:
            zones = {town.timezone for town in members}
            names = dict.fromkeys(
                name
                for name in (ja[code], _UNIT.sub("", ja[code]))
                if not _DIRECTION.fullmatch(name)
            )
            by_hand = [points[code, name] for name in names if (code, name) in points]
            point = by_hand[0] if by_hand else _middle(members)
            spellings = tuple(Spelled(name, _region_alone(code, name, taken)) for name in names)
            population = sum(town.population for town in members) * (_HAND_WEIGHT if by_hand else 1)
            zone = zones.pop() if len(zones) == 1 else None
            yield Row(
                code[:2],
                code,
                ja[code],
                en.get(code),
                "region",
                *point,
                zone,
                None,
                None,
                population,
                spellings,
            )


def _middle(towns: Sequence[Town]) -> tuple[float, float]:
    """Return the middle of the towns; where they lie on both sides of the 180th meridian, those west of it count on from 180."""
    longitudes = [town.longitude for town in towns]
    if max(longitudes) - min(longitudes) > 180:
        longitudes = [longitude % 360 for longitude in longitudes]
    middle = mean(longitudes)
    return round(mean(town.latitude for town in towns), 2), round(
        middle - 360 if middle > 180 else middle, 2
    )


def _points_by_hand() -> dict[tuple[str, str], tuple[float, float]]:
    """Return the points of the hand table's regions by subdivision and spelling."""
    found = [row for row in table("places/sites") if row["precision"] == "region"]
    return {
        (row["subdivision"], name): (float(row["latitude"]), float(row["longitude"]))
        for row in found
        for name in row["spellings"].split("|")
    }


def _region_alone(code: str, name: str, taken: AbstractSet[str]) -> int:
    full = bool(_UNIT.search(name))
    if code.startswith("JP-"):
        return TEXT if full or name == "北海道" else NEVER
    return STRING if full or exact(name) not in taken else NEVER


def municipalities() -> Iterator[Row]:
    """Yield the municipalities of Japan that GeoNames does not name in Japanese; without 町 or 村 their names are not theirs alone."""
    for row in table("places/municipalities"):
        spellings = (
            Spelled(row["ja"], _japanese(row["ja"])),
            Spelled(_UNIT.sub("", row["ja"]), NEVER),
        )
        point = (float(row["latitude"]), float(row["longitude"]), "Asia/Tokyo", None, None)
        yield Row(
            "JP",
            row["subdivision"],
            row["ja"],
            row["en"],
            "locality",
            *point,
            _MUNICIPALITY_WEIGHT,
            spellings,
        )


def sites() -> Iterator[Row]:
    """Yield what the hand table adds: venues, resorts, islands, lakes, regions above the countries."""
    for row in table("places/sites"):
        names = row["spellings"].split("|")
        spellings = [
            *(Spelled(name, _ALONE[row["alone"]]) for name in names),
            Spelled(row["en"], STRING),
        ]
        point = (
            float(row["latitude"]),
            float(row["longitude"]),
            row["timezone"] or None,
            None,
            None,
        )
        place = (
            row["country"] or None,
            row["subdivision"] or None,
            names[0],
            row["en"],
            row["precision"],
        )
        yield Row(*place, *point, _SITE_WEIGHT * _HAND_WEIGHT, _first_of_each(spellings))
