"""The gazetteer: one SQLite file beside the code, opened read-only when first asked. It must lie in a directory, not in a zip."""

import atexit
import os
import sqlite3
from collections.abc import Sequence
from functools import cache, lru_cache
from math import cos, hypot, radians
from typing import NamedTuple

from kaidan import data
from kaidan.text.keys import guarded, loose_key, name_key, sound_key

from .model import Kind, Precision
from .units import with_new_units
from .wording import municipal, signs_of_units

NEVER, STRING, TEXT = range(3)
"""What a spelling may do alone: nothing, be a whole string, stand in running text."""

_COLUMNS = (
    "id, kind, country, subdivision, en, precision, latitude, longitude, timezone, geonames, "
    "wikidata, weight, ja"
)
_FIND = f"SELECT {_COLUMNS}, exact, alone FROM spelling JOIN place ON id = place WHERE folded = ?"  # noqa: S608  constants only
_STATE = f"SELECT {_COLUMNS}, ja, 2 FROM place WHERE precision = 'country' AND country = ?"  # noqa: S608  constants only
_DIVISION = f"SELECT {_COLUMNS}, ja, 1 FROM place WHERE kind = 'division' AND subdivision = ?"  # noqa: S608  constants only
_PLACE = f"SELECT {_COLUMNS}, ja, 2 FROM place WHERE id = ?"  # noqa: S608  constants only
_PREPARED = "SELECT lines FROM prepared WHERE subject = ?"
_FOLDED_AT_LEAST = 4  # shorter names meet too easily once folded
_ALIKE_AT_LEAST = (
    5  # letters of a name that may stand in running text under a spelling that is only alike
)
_ALIKE_WITHIN = 60  # km: names that only look alike are one where they stand for places so near


class Entry(NamedTuple):
    """A row of the gazetteer and the spelling it was found by.

    Degrees are WGS 84, ``weight`` is a population or stands for one, ``spelling`` is a key as ``name_key`` makes it, and ``alone`` is
    what that spelling may do with nothing beside it.
    """

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
    ja: str
    spelling: str
    alone: int


@cache
def _database() -> sqlite3.Connection:
    path = os.path.join(os.path.dirname(os.path.abspath(data.__file__)), "gazetteer.sqlite")  # noqa: PTH100, PTH118, PTH120  pathlib: 5 ms
    for character in "%?#":  # the percent sign first
        path = path.replace(character, f"%{ord(character):02x}")
    address = f"file:{path}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    atexit.register(connection.close)
    return connection


@lru_cache(maxsize=4096)
def entries(text: str) -> tuple[Entry, ...]:
    """Return every place spelled ``text``: states first, then the best known; spellings that only look alike where none is the same.

    Where those are of several places, only the state beside one can tell which.
    """
    key = name_key(text)
    alike = loose_key(key)
    if not alike:
        return ()
    found = sorted(map(Entry._make, _database().execute(_FIND, (alike,))), key=_rank)
    same = _of_that_unit(text, [entry for entry in found if entry.spelling == key])
    if same or len(alike) < _FOLDED_AT_LEAST:
        return same
    if all(km(found[0], other) < _ALIKE_WITHIN for other in found):
        return tuple(found)
    return tuple(entry._replace(alone=NEVER) for entry in found)


def _of_that_unit(text: str, found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Leave out what bears the name of a municipality and is none: old towns and quarters, and 鹿島市 where the text has 鹿嶋市.

    A town abroad may be what its own state beside it says: 韓国・唐津市.
    """
    municipalities = [entry for entry in found if entry.kind == "municipality"]
    if not municipalities or text[-1] not in municipal():
        return tuple(found)
    own = [entry for entry in municipalities if entry.ja == text] or municipalities
    return tuple(entry for entry in found if entry in own or not _is_town_of_japan(entry))


def _is_town_of_japan(entry: Entry) -> bool:
    return entry.country == "JP" and entry.kind in {"municipality", "town"}


def _rank(entry: Entry) -> tuple[bool, bool, int, int]:
    is_state = entry.precision == "country"
    return not is_state, is_state and not entry.alone, -entry.weight, entry.id


@lru_cache(maxsize=1024)
def divisions_alike(text: str) -> tuple[Entry, ...]:
    """Return the division whose name has the consonants of ``text`` and about its letters in front of its unit: ホルムズガーン州.

    The unit may be another, as ministries differ in what they call a division, where only the length of vowels differs: バーミヤン県 is
    バーミヤーン州, but バンドン県 is not バンテン州. Nothing where there are two.
    """
    key = name_key(text)
    names = _divisions_by_sound().get(sound_key(key[:-1]), "").split("\t")
    near = [name for name in names if name and _are_of_one_division(name, key)]
    found = {
        entry.id: entry for name in near for entry in entries(name) if entry.kind == "division"
    }
    return tuple(found.values()) if len(found) == 1 else ()


def divisions_of_towns(towns: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the divisions that bear the English names of towns abroad that lie in them: around Osh that is Osh Region."""
    abroad = [town for town in towns if town.kind == "town" and town.country != "JP"]
    around = [(town, _division(town.subdivision)) for town in abroad if town.subdivision]
    found = (division for town, division in around if division and _bears_name_of(division, town))
    return tuple(dict.fromkeys(found))


def _bears_name_of(division: Entry, town: Entry) -> bool:
    return bool(division.en) and (division.en or "").split()[0] == town.en


@lru_cache(maxsize=1024)
def _division(code: str) -> Entry | None:
    return next(map(Entry._make, _database().execute(_DIVISION, (code,))), None)


@cache
def _divisions_by_sound() -> dict[str, str]:
    return _pairs(_prepared("sounds"))


def _are_of_one_division(name: str, key: str) -> bool:
    one, other = loose_key(name[:-1]), loose_key(key[:-1])
    is_same_unit = name[-1] == key[-1]
    return (
        _differ_little(one, other)
        if is_same_unit
        else one.replace("ー", "") == other.replace("ー", "")
    )


def _differ_little(one: str, other: str) -> bool:
    """Tell whether two names start alike, and of four letters three are the same in their order."""
    from difflib import SequenceMatcher  # noqa: PLC0415  few names come so near

    same = sum(block.size for block in SequenceMatcher(None, one, other).get_matching_blocks())
    return one[0] == other[0] and same * 4 >= 3 * max(len(one), len(other))


@cache
def state(code: str | None) -> Entry | None:
    """Return the state by its ISO 3166-1 code."""
    return next(map(Entry._make, _database().execute(_STATE, (code,))), None)


@lru_cache(maxsize=256)
def seat(code: str | None, spelling: str) -> Entry | None:
    """Return the town that the government of a state sits in; None where nobody can tell, as for the 西ドイツ of old."""
    number, *others = _seats().get(code or "", "").split("\t")
    if not number or name_key(spelling) in others:
        return None
    return next(map(Entry._make, _database().execute(_PLACE, (int(number),))), None)


@cache
def _seats() -> dict[str, str]:
    return _pairs(_prepared("seats"))


def _prepared(subject: str) -> str:
    """Return the lines that the build laid ready: one read where thousands of rows would be needed."""
    ((lines,),) = _database().execute(_PREPARED, (subject,))
    return str(lines)


def _pairs(lines: str) -> dict[str, str]:
    cells = lines.split("\n")
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def state_codes() -> dict[str, str]:
    """Return the ISO 3166-1 codes of the states by the key of each spelling: 米 is US, ロシア連邦 is RU."""
    return _pairs(_prepared("states"))


@cache
def state_names() -> dict[str, str]:
    """Return the Japanese and the English name of the states, a tab between, by ISO 3166-1 code."""
    return _pairs(_prepared("countries"))


@cache
def names_by_start() -> dict[str, str]:
    """Return the names of running text that have a Chinese character, by their first two characters, the longest first, a tab between."""
    return _pairs(_prepared("names"))


@cache
def first_characters() -> frozenset[str]:
    """Return the first characters of those names that start with a Chinese character, or have one behind the first (ソ連)."""
    return frozenset(_prepared("han"))


@cache
def names_with_ke() -> tuple[tuple[str, str], ...]:
    """Return the names of running text with a ケ between Chinese characters as they are written with が, and as they are (関ケ原町)."""
    names = _prepared("ke").split("\n")
    return tuple((name.replace("ケ", "が"), name) for name in names)


@cache
def names_with_hiragana() -> tuple[tuple[str, str], ...]:
    """Return the names of running text that have hiragana (いわき市), and how they are written guarded, the longest first."""
    return tuple((name, guarded(name)) for name in _prepared("hiragana").split("\n"))


@cache
def _venues() -> frozenset[str]:
    return frozenset(_prepared("venues").split("\n"))


@cache
def bare_towns() -> frozenset[str]:
    """Return the names of towns of Japan that may be surnames too, so that only what happens there tells them: 熊本, 高松."""
    return frozenset(_prepared("bare").split("\n"))


@cache
def prefectures() -> tuple[str, ...]:
    """Return the names of the prefectures of Japan, each with its unit."""
    return tuple(row["ja"] for row in data.table("places/prefectures"))


@lru_cache(maxsize=4096)
def is_state(name: str) -> bool:
    """Tell whether ``name`` is a spelling of a state, in old forms of characters too: 臺灣."""
    return name_key(name) in state_codes()


@lru_cache(maxsize=4096)
def stands_in_text(name: str) -> bool:
    """Tell whether ``name``, or the one name that a long one is alike, may stand in running text with nothing beside it."""
    key = name_key(name)
    found = (entry for entry in entries(name) if entry.alone == TEXT)
    return any(entry.spelling == key or len(key) >= _ALIKE_AT_LEAST for entry in found)


@lru_cache(maxsize=1024)
def has_unit(name: str) -> bool:
    """Tell whether a name ends in the unit of what it names: 大阪市, but not 京都, 甲府 or 四日市, which have theirs behind that."""
    if with_new_units(name[-1:]) not in signs_of_units():
        return False
    return not any(
        entry.kind == "municipality" and entry.ja[:-1] == name for entry in entries(name)
    )


def is_known_venue(text: str) -> bool:
    """Tell whether ``text`` names a venue of the gazetteer."""
    return name_key(text) in _venues()


def km(one: Entry, other: Entry) -> float:
    """Return the distance between two entries in km, as if the earth were flat there; 0 where one has no point."""
    if one.latitude is None or one.longitude is None:
        return 0.0
    if other.latitude is None or other.longitude is None:
        return 0.0
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return 111.2 * hypot(one.latitude - other.latitude, east)
