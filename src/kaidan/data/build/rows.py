"""The rows of the gazetteer: places with their weight, spellings with what they may do alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from kaidan.data import table
from kaidan.text.keys import loose_key, name_key

Kind = Literal["state", "division", "municipality", "ward", "office", "town", "site"]
"""What a row is: a state, a subdivision of ISO 3166-2, a municipality of Japan, a ward of one, the office of a prefecture,
a town of GeoNames, a line of the hand table."""

NEVER, STRING, TEXT = range(3)
"""What a spelling may do: only stand beside its country, be a whole string, stand in running text."""
ALONE = {"never": NEVER, "string": STRING, "text": TEXT}
HAND_WEIGHT = 20
"""A name that official text is known to use outweighs a namesake up to so many times its size."""
SITE_WEIGHT = 500_000
_STATE_WEIGHT = 10**10
UNIT = re.compile(
    r"(?<=..)(自治共和国|共和国|自治管区|自治区|首長国|特別区|地方|[市町村区州県省府都])$"
)


class Spelled(NamedTuple):
    """One spelling of a place and what it may do: only stand beside its country, be a whole string, stand in running text."""

    text: str
    alone: int

    def key(self) -> tuple[str, str]:
        """Return the folded and the exact form."""
        key = name_key(self.text)
        return loose_key(key), key


class Row(NamedTuple):
    """A place; ``weight`` is its population or what stands for it."""

    kind: Kind
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
    nowhere = (None, None, None, None, None)
    for row in table("places/countries"):
        code, ja, en = row["country"], row["ja"], row["en"]
        names = [ja, en, *filter(None, row["spellings"].split("|"))]
        spellings = [Spelled(name, TEXT) for name in names]
        spellings += [Spelled(name, NEVER) for name in parts.get(code, ())]
        yield Row("state", code, None, ja, en, "country", *nowhere, _STATE_WEIGHT, tuple(spellings))


def sites() -> Iterator[Row]:
    """Yield what the hand table adds: venues, resorts, islands, lakes, regions above the countries."""
    for row in table("places/sites"):
        names = row["spellings"].split("|")
        written = [*names, *map(_as_any_airport, names)]
        spellings = [Spelled(name, ALONE[row["alone"]]) for name in written]
        spellings.append(Spelled(row["en"], STRING))
        yield Row(
            "site",
            row["country"] or None,
            row["subdivision"] or None,
            names[0],
            row["en"],
            row["precision"],
            float(row["latitude"]),
            float(row["longitude"]),
            row["timezone"] or None,
            None,
            None,
            SITE_WEIGHT * HAND_WEIGHT,
            first_of_each(spellings),
        )


def _as_any_airport(name: str) -> str:
    """Return the name of an airport without 国際, which few texts trouble to write: ベン・グリオン空港."""
    return name.removesuffix("国際空港") + "空港" if name.endswith("国際空港") else name


@cache
def is_word(name: str) -> bool:
    """Tell whether a name is more often a person's or a thing's than a town's."""
    return name in {row["word"] for row in table("places/words")}


def spelled_by_hand(lines: Iterable[Mapping[str, str]]) -> list[Spelled]:
    """Return the spellings of a town in the lines of the hand table."""
    return [
        Spelled(name, ALONE[line["alone"]])
        for line in lines
        for name in line["spellings"].split("|")
    ]


def first_of_each(spellings: Iterable[Spelled]) -> tuple[Spelled, ...]:
    """Return the spellings without those that say what an earlier one says."""
    kept: dict[tuple[str, str], Spelled] = {}
    for spelling in spellings:
        kept.setdefault(spelling.key(), spelling)
    return tuple(kept.values())
