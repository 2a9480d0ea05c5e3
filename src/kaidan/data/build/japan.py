"""The municipalities of Japan, and which names of a Japanese town of GeoNames are theirs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kaidan.data import table
from kaidan.data.build.inputs import Town
from kaidan.data.build.rows import (
    HAND_WEIGHT,
    NEVER,
    SITE_WEIGHT,
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


def wards() -> Iterator[Row]:
    """Yield the wards of the designated cities, each behind its city; alone where no other bears its name, not even in 東京."""
    rows = table("places/wards")
    own = [row["ja"].partition("市")[2] for row in rows]
    bearers = Counter(own) + Counter(row["ja"] for row in table("places/municipalities"))
    for row, name in zip(rows, own, strict=True):
        spellings = [Spelled(row["ja"], TEXT)]
        if bearers[name] == 1:
            spellings.append(Spelled(name, TEXT if len(name) > 2 else STRING))
        yield Row(
            "ward",
            "JP",
            f"JP-{row['code'][:2]}",
            row["ja"],
            row["en"],
            "locality",
            float(row["latitude"]),
            float(row["longitude"]),
            "Asia/Tokyo",
            None,
            None,
            _UNLISTED_WEIGHT,
            tuple(spellings),
        )


def offices_of_prefectures(english: Mapping[str, str]) -> Iterator[Row]:
    """Yield 広島県庁 and its like, each at its city; ``english`` are the names of the prefectures by their code."""
    points = {
        (row["subdivision"], row["ja"]): (float(row["latitude"]), float(row["longitude"]))
        for row in table("places/municipalities")
    }
    for row in table("places/prefectures"):
        if not row["seat"]:
            continue
        code, name = row["subdivision"], f"{row['ja']}庁"
        yield Row(
            "office",
            "JP",
            code,
            name,
            f"{english[code]} Prefectural Government",
            "venue",
            *points[code, row["seat"]],
            "Asia/Tokyo",
            None,
            None,
            SITE_WEIGHT,
            (Spelled(name, TEXT),),
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
