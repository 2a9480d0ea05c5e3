"""The gazetteer: one SQLite file beside the code, opened read-only when first asked. It must lie in a directory, not in a zip."""

import os
import sqlite3
from functools import cache, lru_cache
from math import cos, hypot, radians
from typing import NamedTuple

from kaidan import data
from kaidan.data.spelling import exact, fold

from .model import Kind, Precision

NEVER, STRING, TEXT = range(3)
"""What a spelling may do alone: nothing, be a whole string, stand in running text."""

_FIND = """
SELECT id, kind, country, subdivision, en, precision, latitude, longitude, timezone, geonames, wikidata, weight, exact, alone, ja
FROM spelling JOIN place ON id = place WHERE folded = ?
"""
_STATE = """
SELECT id, kind, country, subdivision, en, precision, latitude, longitude, timezone, geonames, wikidata, weight, ja, 2, ja
FROM place WHERE precision = 'country' AND country = ?
"""
_PREPARED = "SELECT lines FROM prepared WHERE subject = ?"
_FOLDED_AT_LEAST = 4  # shorter names meet too easily once folded


_LIKE_TOWNS = ("municipality", "town")


class Entry(NamedTuple):
    """A row of the gazetteer and the spelling it was found by; degrees are WGS 84, ``weight`` is a population or stands for one."""

    id: int
    kind: Kind
    country: str | None
    subdivision: str | None
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
    ja: str


@cache
def _database() -> sqlite3.Connection:
    path = os.path.join(os.path.dirname(os.path.abspath(data.__file__)), "gazetteer.sqlite")  # noqa: PTH100, PTH118, PTH120  pathlib: 5 ms
    for character in "%?#":  # the percent sign first
        path = path.replace(character, f"%{ord(character):02x}")
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@lru_cache(maxsize=4096)
def entries(text: str) -> tuple[Entry, ...]:
    """Return every place spelled ``text``: states first, then the best known; spellings that only look alike where none is the same.

    Where those are of several places, only the state beside one can tell which.
    """
    wanted = exact(text)
    alike = fold(wanted)
    if not alike:
        return ()
    found = tuple(map(Entry._make, _database().execute(_FIND, (alike,))))
    if len(found) > 1:
        found = tuple(sorted(found, key=_rank))
    same = _own(text, [entry for entry in found if entry.spelling == wanted])
    if same or len(alike) < _FOLDED_AT_LEAST:
        return same
    return (
        found
        if all(km(found[0], other) < 60 for other in found)
        else tuple(entry._replace(alone=NEVER) for entry in found)
    )


def _own(text: str, found: list[Entry]) -> tuple[Entry, ...]:
    """Leave out what bears the name of a municipality and is none: old towns and quarters, and 鹿島市 where the text has 鹿嶋市."""
    municipalities = [entry for entry in found if entry.kind == "municipality"]
    if not municipalities or text[-1] not in "市町村区":
        return tuple(found)
    own = [entry for entry in municipalities if entry.ja == text] or municipalities
    return tuple(entry for entry in found if entry in own or entry.kind not in _LIKE_TOWNS)


def _rank(entry: Entry) -> tuple[bool, bool, int, int]:
    is_state = entry.precision == "country"
    return not is_state, is_state and not entry.alone, -entry.weight, entry.id


@cache
def state(code: str | None) -> Entry | None:
    """Return the state by its ISO 3166-1 code."""
    return next(map(Entry._make, _database().execute(_STATE, (code,))), None)


def _prepared(subject: str) -> str:
    """Return the lines that the build laid ready: one read where thousands of rows would be needed."""
    ((lines,),) = _database().execute(_PREPARED, (subject,))
    return str(lines)


def _pairs(lines: str) -> dict[str, str]:
    cells = lines.split("\n")
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def country_spellings() -> dict[str, str]:
    """Return the ISO 3166-1 codes of the states by spelling without separators: 米 is US, ロシア連邦 is RU."""
    return _pairs(_prepared("states"))


@cache
def country_names() -> dict[str, str]:
    """Return the Japanese and the English name of the states, a tab between, by ISO 3166-1 code."""
    return _pairs(_prepared("countries"))


@cache
def starts() -> dict[str, str]:
    """Return the names of running text that have a Chinese character, by their first two characters, the longest first, a tab between."""
    return _pairs(_prepared("names"))


@cache
def han_firsts() -> frozenset[str]:
    """Return the first characters of those names that start with a Chinese character, or have one behind the first (ソ連)."""
    return frozenset(_prepared("han"))


@cache
def _venues() -> frozenset[str]:
    return frozenset(_prepared("venues").split("\n"))


def stands_in_text(name: str) -> bool:
    """Tell whether ``name``, without separators, may stand in running text with nothing beside it."""
    return any(entry.alone == TEXT and entry.spelling == name for entry in entries(name))


def is_venue(text: str) -> bool:
    """Tell whether ``text`` names a venue of the gazetteer."""
    return exact(text) in _venues()


def km(a: Entry, b: Entry) -> float:
    """Return the distance between two entries in km, as if the earth were flat there; 0 where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return 0.0
    return 111.2 * hypot(
        a.latitude - b.latitude,
        (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2)),
    )
