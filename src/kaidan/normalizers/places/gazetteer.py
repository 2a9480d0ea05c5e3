"""The gazetteer: one SQLite file beside the code, opened read-only when first asked."""

import sqlite3
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, cast

from kaidan.data.spelling import exact, folded

from .model import Precision

_FIND = """
SELECT p.*, n.exact FROM name n JOIN place p ON p.id = n.place WHERE n.folded = ? ORDER BY p.hand DESC, p.rank DESC, p.id
"""


class Entry(NamedTuple):
    """A row of the gazetteer, as it was found: ``exact`` is the spelling there without separators."""

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
    rank: int
    hand: int
    exact: str


@cache
def _database() -> sqlite3.Connection:
    path = files("kaidan.data") / "gazetteer.sqlite"
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@lru_cache(maxsize=4096)
def entries(spelling: str) -> tuple[Entry, ...]:
    """Return every place of that spelling, best known first; spellings that only look alike count where none is the same."""
    wanted = exact(spelling)
    found = tuple(map(Entry._make, _database().execute(_FIND, (folded(spelling),))))
    same = tuple(entry for entry in found if entry.exact == wanted)
    return same or cast("tuple[Entry, ...]", found)


@cache
def countries() -> dict[str, Entry]:
    """Return the countries by code."""
    rows = map(Entry._make, _database().execute("SELECT *, '' FROM place WHERE precision = 'country'"))
    return {entry.country: entry for entry in rows if entry.country}


@cache
def country_spellings() -> dict[str, str]:
    """Return the codes of the countries by spelling, without separators: 米 is US, ロシア連邦 is RU."""
    query = "SELECT n.exact, p.country FROM name n JOIN place p ON p.id = n.place WHERE p.precision = 'country'"
    return dict(_database().execute(query))


@cache
def kanji_names() -> frozenset[str]:
    """Return the names in Chinese characters that may stand alone in running text: countries, regions and what the hand tables name."""
    query = "SELECT n.exact FROM name n JOIN place p ON p.id = n.place WHERE p.hand = 1 AND length(n.exact) > 1 AND n.exact >= '㐀' AND n.exact < '豈'"
    return frozenset(name for (name,) in _database().execute(query))
