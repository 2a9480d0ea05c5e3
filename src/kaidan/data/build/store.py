"""The file: two tables and what running text needs of them at hand, written so that the same rows give the same bytes."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kaidan.data import table
from kaidan.data.build.rows import STRING, TEXT, Row
from kaidan.text.keys import guarded, name_key, sound_key

_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, country TEXT, subdivision TEXT, ja TEXT NOT NULL, en TEXT, precision TEXT NOT NULL,
    latitude REAL, longitude REAL, timezone TEXT, geonames INTEGER, wikidata TEXT, weight INTEGER NOT NULL
);
CREATE TABLE spelling (
    folded TEXT NOT NULL, exact TEXT NOT NULL, place INTEGER NOT NULL REFERENCES place, alone INTEGER NOT NULL,
    PRIMARY KEY (folded, exact, place)
) WITHOUT ROWID;
CREATE INDEX state ON place (country) WHERE precision = 'country';
CREATE INDEX division ON place (subdivision) WHERE kind = 'division';
CREATE TABLE prepared (subject TEXT PRIMARY KEY, lines TEXT NOT NULL) WITHOUT ROWID;
"""
_HAN = re.compile("[㐀-龥]")  # ソ連 too
_HIRAGANA_ALONE = re.compile("[ぁ-ん]{3,}")  # つくば
_HAN_ALONE = re.compile("[㐀-龥]{2,}")
_KATAKANA_AND_UNIT = re.compile("[ァ-ー]{4,}[州県省郡]")
_KE = re.compile("[㐀-龥]ケ[㐀-龥]")
_ADD_PLACE = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_SPELLING = "INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?)"


def write_gazetteer(rows: Iterable[Row], path: Path) -> None:
    """Write ``rows`` to ``path``, replacing what is there; ids count the rows."""
    numbered = list(enumerate(rows, 1))
    spellings = sorted(
        (*spelled.key(), number, -spelled.alone)
        for number, row in numbered
        for spelled in row.spellings
    )
    running = sorted((number, same) for _, same, number, alone in spellings if alone == -TEXT)
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(_SCHEMA)
    with connection:
        connection.execute("BEGIN")
        connection.executemany(_ADD_PLACE, ((number, *row[:-1]) for number, row in numbered))
        connection.executemany(
            _ADD_SPELLING, ((fold, same, number, -alone) for fold, same, number, alone in spellings)
        )
        connection.executemany(
            "INSERT INTO prepared VALUES (?, ?)", _prepared(running, [row for _, row in numbered])
        )
    connection.execute("VACUUM")
    connection.close()


def _prepared(
    running: Sequence[tuple[int, str]], places: Sequence[Row]
) -> Iterator[tuple[str, str]]:
    """Yield what is needed at hand as lines: names with Chinese characters by how they start, venues, the states' codes and names."""
    starts: dict[str, list[str]] = {}
    for name in sorted(
        {same for _, same in running if len(same) > 1 and _is_of_han_or_hiragana(same)},
        key=lambda name: (-len(name), name),
    ):
        hidden = guarded(name)
        starts.setdefault(hidden[:2], []).append(hidden)
    yield "names", _as_lines((start, "\t".join(names)) for start, names in sorted(starts.items()))
    names = {same for _, same in running if _is_of_han_or_hiragana(same) and guarded(same) != same}
    yield "hiragana", "\n".join(_to_be_guarded(names))
    yield "ke", "\n".join(name for names in starts.values() for name in names if _KE.search(name))
    yield "han", "".join(sorted({start[0] for start in starts if _HAN.search(start)}))
    yield (
        "venues",
        "\n".join(
            sorted(
                {
                    spelled.key()[1]
                    for row in places
                    if row.precision == "venue"
                    for spelled in row.spellings
                }
            )
        ),
    )
    yield "sounds", _as_lines(_divisions_by_sound(places))
    codes = {
        same: places[number - 1].country or ""
        for number, same in running
        if places[number - 1].precision == "country"
    }
    yield "states", _as_lines(codes.items())
    yield (
        "countries",
        _as_lines(
            (row.country or "", f"{row.ja}\t{row.en}")
            for row in places
            if row.precision == "country"
        ),
    )
    yield "bare", "\n".join(sorted(_bare_towns(places)))
    yield "seats", _as_lines(_seats(places))


def _is_of_han_or_hiragana(name: str) -> bool:
    return bool(_HAN.search(name) or _HIRAGANA_ALONE.fullmatch(name))


def _to_be_guarded(names: Iterable[str]) -> list[str]:
    """Return the names whose hiragana no shorter one of them guards, the longest first: さいたま市, but not さいたま市大宮区."""
    shortest_first = sorted(names, key=lambda name: (len(name), name))
    kept: list[str] = []
    for name in shortest_first:
        rest = name
        for part in kept:
            rest = rest.replace(part, guarded(part))
        if guarded(rest) != rest:
            kept.append(name)
    return sorted(kept, key=lambda name: (-len(name), name))


def _bare_towns(places: Sequence[Row]) -> set[str]:
    """Return the names of towns of Japan that may be surnames too, so that only what happens there tells them: 熊本, 高松."""
    return {
        name
        for row in places
        if row.country == "JP" and row.precision == "locality"
        for name, alone in ((spelled.key()[1], spelled.alone) for spelled in row.spellings)
        if alone == STRING and _HAN_ALONE.fullmatch(name)
    }


def _seats(places: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield by state the number of the town that its government sits in, and the spellings of the state that this does not hold for."""
    numbers = {row.geonames: number for number, row in enumerate(places, 1) if row.geonames}
    for row in table("places/seats"):
        number = numbers.get(int(row["geonames"]))
        if number:
            others = [name_key(spelling) for spelling in row["not as"].split("|") if spelling]
            yield row["country"], "\t".join((str(number), *others))


def _divisions_by_sound(places: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield the consonants in front of the units of divisions, and the names that have them, a tab between."""
    sounds: dict[str, set[str]] = {}
    for row in places:
        for spelled in row.spellings if row.kind == "division" else ():
            _, key = spelled.key()
            if _KATAKANA_AND_UNIT.fullmatch(key):
                sounds.setdefault(sound_key(key[:-1]), set()).add(key)
    for sound, names in sorted(sounds.items()):
        yield sound, "\t".join(sorted(names))


def _as_lines(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{key}\n{value}" for key, value in pairs)
