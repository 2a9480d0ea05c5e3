"""The municipalities of Japan, and which names of a Japanese town of GeoNames are theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kaidan.data import table
from kaidan.data.build.inputs import Town
from kaidan.data.build.rows import (
    HAND_WEIGHT,
    NEVER,
    STRING,
    TEXT,
    UNIT,
    Row,
    Spelled,
    first_of_each,
    spelled_by_hand,
)
from kaidan.text.keys import name_key

_UNLISTED_WEIGHT = 100_000  # of a municipality that GeoNames has no town for


def municipalities(
    towns: Mapping[int, Town], by_hand: Mapping[int, Sequence[Mapping[str, str]]]
) -> Iterator[Row]:
    """Yield all municipalities, each with its unit, its own point and its own romanization."""
    for row in table("places/municipalities"):
        number = int(row["geonames"]) if row["geonames"] else None
        hand = by_hand.get(number or 0, ())
        spellings = [
            *spelled_by_hand(hand),
            Spelled(row["ja"], alone_in_japan(row["ja"])),
            Spelled(UNIT.sub("", row["ja"]), NEVER),
        ]
        spellings += [Spelled(line["en"], STRING) for line in hand[:1] if line["alone"] == "text"]
        town = towns.get(number or 0)
        weight = max(town.population, 1000) if town else _UNLISTED_WEIGHT
        en = hand[0]["en"] if hand else row["en"]
        yield Row(
            "municipality",
            "JP",
            row["subdivision"],
            row["ja"],
            en,
            "locality",
            float(row["latitude"]),
            float(row["longitude"]),
            "Asia/Tokyo",
            number,
            wikidata_items().get(("JP", en)) if number else None,
            weight * (HAND_WEIGHT if hand else 1),
            first_of_each(spellings),
        )


def alone_in_japan(name: str) -> int:
    """Return what a Japanese name may do: with its unit be found in running text, without it be a surname too."""
    if name.endswith("日市"):  # 四日市 lacks its unit
        return STRING
    if name.endswith(("市", "町", "村")):
        return TEXT if len(name) > 2 else STRING  # 津市, 森町, 東村
    if name.endswith("区"):
        return NEVER if name in _wards_of_several() else TEXT
    return STRING if UNIT.search(name) else NEVER


@cache
def _wards_of_several() -> frozenset[str]:
    """Return the wards of 東京 whose names other cities' wards bear, too: 中央区."""
    rows = table("words/administration")
    return frozenset(row["word"] for row in rows if row["kind"] == "ward of several")


def is_claimed(name: str, subdivision: str | None) -> bool:
    """Tell whether a name that GeoNames gives to some quarter or to a neighbour is a municipality's.

    In its prefecture a municipality has its name to itself, with and without any unit; a 市 has it in all of Japan.
    """
    name = name_key(name)
    if name.endswith("市") and name in _cities():
        return True
    return UNIT.sub("", name) in _stems().get(subdivision or "", ())


@cache
def _cities() -> frozenset[str]:
    names = (row["ja"] for row in table("places/municipalities"))
    return frozenset(name_key(name) for name in names if name.endswith("市"))


@cache
def _stems() -> dict[str, set[str]]:
    stems: dict[str, set[str]] = {}
    for row in table("places/municipalities"):
        stems.setdefault(row["subdivision"], set()).add(UNIT.sub("", name_key(row["ja"])))
    return stems


@cache
def wikidata_items() -> dict[tuple[str, str], str]:
    """Return the Wikidata items of towns by country and English name."""
    return {(row["country"], row["en"]): row["wikidata"] for row in table("places/wikidata")}


def listed(rows: Iterable[Mapping[str, str]]) -> frozenset[int]:
    """Return the GeoNames ids of the municipalities, whose rows are made here and nowhere else."""
    return frozenset(int(row["geonames"]) for row in rows if row["geonames"])
