"""The gazetteer: one SQLite file beside the code, opened read-only when first asked. It must lie in a directory, not in a zip."""

import sqlite3
from functools import cache, lru_cache
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple

from kaidan import data
from kaidan.data.spelling import exact, fold

from .model import Precision

NEVER, STRING, TEXT = range(3)
"""What a spelling may do alone: nothing, be a whole string, stand in running text."""

_FIND = """
SELECT place.*, exact, alone FROM spelling JOIN place ON place.id = place
WHERE folded = ? ORDER BY precision != 'country', precision = 'country' AND NOT alone, weight DESC, place
"""
_STATES = """
SELECT place.*, exact, alone FROM place JOIN spelling ON spelling.place = place.id WHERE precision = 'country' AND alone = 2
"""
_IN_TEXT = "SELECT exact FROM spelling WHERE alone = 2"
_FOLDED_AT_LEAST = 4  # shorter names meet too easily once folded


class Entry(NamedTuple):
    """A row of the gazetteer and the spelling it was found by; degrees are WGS 84, ``weight`` is a population or stands for one."""

    id: int
    country: str | None
    subdivision: str | None
    ja: str
    en: str | None
    precision: Precision
    latitude: float | None
    longitude: float | None
    timezone: str | None
    geonames: int | None
    wikidata: str | None
    weight: int
    spelling: str
    alone: int


@cache
def _database() -> sqlite3.Connection:
    path = Path(data.__file__).with_name("gazetteer.sqlite")
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@lru_cache(maxsize=4096)
def entries(text: str) -> tuple[Entry, ...]:
    """Return every place spelled ``text``: states first, then the best known; spellings that only look alike where none is the same."""
    wanted = exact(text)
    alike = fold(wanted)
    if not alike:
        return ()
    found = tuple(map(Entry._make, _database().execute(_FIND, (alike,))))
    same = tuple(entry for entry in found if entry.spelling == wanted)
    if same or len(alike) < _FOLDED_AT_LEAST:
        return same
    return found if all(km(found[0], other) < 60 for other in found) else ()


@cache
def states() -> dict[str, Entry]:
    """Return the states by spelling without separators: 米 is the United States, ロシア連邦 is Russia."""
    rows = map(Entry._make, _database().execute(_STATES))
    return {entry.spelling: entry for entry in rows}


@cache
def country_spellings() -> dict[str, str]:
    """Return the ISO 3166-1 codes of the states by spelling."""
    return {spelling: entry.country for spelling, entry in states().items() if entry.country}


@cache
def by_code() -> dict[str, Entry]:
    """Return the states by ISO 3166-1 code."""
    return {entry.country: entry for entry in states().values() if entry.country}


@cache
def text_names() -> frozenset[str]:
    """Return the names, without separators, that may stand in running text with nothing beside them."""
    return frozenset(name for (name,) in _database().execute(_IN_TEXT))


def km(a: Entry, b: Entry) -> float:
    """Return the distance between two entries in km, as if the earth were flat there; 0 where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return 0.0
    return 111.2 * hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2)))
