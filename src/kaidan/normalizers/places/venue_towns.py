"""The town of Japan whose name a venue bears: 金沢東急ホテル, ヒルトン東京, 航空自衛隊千歳基地."""

from collections.abc import Iterator, Sequence

from kaidan.lexicon.words import spelled

from .gazetteer import STRING, TEXT, Entry, entries
from .nearness import holds
from .segment import Part, of_precision
from .wording import (
    ends_of,
    frames,
    is_at_town,
    is_hotel,
    is_katakana,
    is_of_world_chain,
    venue,
    venue_ends,
    without_end,
)


def town_of_venue(chunk: str) -> Part | None:
    """Return the Japanese town that a venue starts with or a hotel ends with: 金沢東急ホテル, ヒルトン東京, 航空自衛隊千歳基地."""
    for stretch in _stretches(chunk):
        if is_katakana(stretch[0]):
            continue
        found = (
            of_precision("locality", entries(stretch)) if is_at_town(chunk) else entries(stretch)
        )
        towns = tuple(
            entry
            for entry in found
            if entry.country == "JP" and entry.precision == "locality" and entry.alone
        )
        towns = towns or _town_of_its_port(chunk, stretch, found)
        if towns and _is_all_or_a_part(chunk, stretch, towns):
            return Part(stretch, towns, whole=False)
    return None


def town_behind_chain(chunk: str) -> Part | None:
    """Return the well-known town abroad that the hotel of a chain is called by: ヒルトン・コロンボ, but not ホテル・ブリストル."""
    town = chunk.rpartition("・")[2]
    if town == chunk or not is_of_world_chain(chunk):
        return None
    found = tuple(
        entry for entry in entries(town) if entry.alone == TEXT and entry.precision == "locality"
    )
    return Part(town, found, whole=False) if found else None


def _is_all_or_a_part(chunk: str, stretch: str, towns: Sequence[Entry]) -> bool:
    """Tell whether a port or a station bears no other name than a town's and that of a part of it: 大阪難波駅, but not 奈良井駅."""
    name = without_end(without_forces(chunk), venue_ends("at a town"))
    if not is_at_town(chunk) or not name.startswith(stretch):
        return True
    rest = name.removeprefix(stretch)
    if not rest or rest in spelled("place_venues", "behind its town"):
        return True
    return any(holds(town, part) for town in towns for part in entries(rest))


def _stretches(chunk: str) -> Iterator[str]:
    """Yield the beginnings of a venue's name and the ends of a hotel's, the longest first."""
    if venue(chunk) is not None and not _is_nature(chunk):
        own = without_forces(chunk)
        shortest = 1 if is_at_town(chunk) else 2  # 呉基地
        yield from (own[:end] for end in range(len(own) - 1, shortest - 1, -1))
    if is_hotel(chunk):
        yield from (chunk[-end:] for end in range(len(chunk) - 1, 1, -1))


def _is_nature(chunk: str) -> bool:
    """Tell whether a chunk names a pond or a peak, whose name only begins like a town's: 伊豆沼."""
    return chunk.endswith(venue_ends("nature")) and not chunk.endswith(venue_ends("venue"))


def without_forces(chunk: str) -> str:
    """Return a venue's name without those that run it: 航空自衛隊千歳基地 is 千歳基地, 川崎重工神戸工場 is 神戸工場."""
    for firm in frames("firm"):
        before, _, behind = chunk.partition(firm)
        if before and behind:
            return behind
    return chunk.removeprefix(next(filter(chunk.startswith, frames("forces")), ""))


def _town_of_its_port(chunk: str, stretch: str, found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the town whose name a port or a station bears, if it is a city, or the only one of that name."""
    if not is_at_town(chunk):
        return ()
    if stretch != without_end(without_forces(chunk), venue_ends("at a town")):
        return ()
    cities = [
        entry for entry in found if entry.kind == "municipality" and entry.ja[-1] in ends_of("city")
    ]
    if len(found) == 1 and found[0].country == "JP":
        cities = list(found)
    return tuple(city._replace(alone=STRING) for city in cities) if len(cities) == 1 else ()
