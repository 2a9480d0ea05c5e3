"""The file: two tables, written so that the same rows give the same bytes."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kaidan.data.build.rows import Row

_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, country TEXT, subdivision TEXT, ja TEXT NOT NULL, en TEXT, precision TEXT NOT NULL,
    latitude REAL, longitude REAL, timezone TEXT, geonames INTEGER, wikidata TEXT, weight INTEGER NOT NULL
);
CREATE TABLE spelling (
    folded TEXT NOT NULL, exact TEXT NOT NULL, place INTEGER NOT NULL REFERENCES place, alone INTEGER NOT NULL,
    PRIMARY KEY (folded, exact, place)
) WITHOUT ROWID;
CREATE INDEX state ON place (country) WHERE precision = 'country';
CREATE INDEX in_text ON spelling (place, exact) WHERE alone = 2;
"""
_ADD_PLACE = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_SPELLING = "INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?)"


def write(rows: Iterable[Row], path: Path) -> None:
    """Write ``rows`` to ``path``, replacing what is there; ids count the rows."""
    numbered = list(enumerate(rows, 1))
    spellings = sorted((*spelled.key(), number, -spelled.alone) for number, row in numbered for spelled in row.spellings)
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(_SCHEMA)
    with connection:
        connection.execute("BEGIN")
        connection.executemany(_ADD_PLACE, ((number, *row[:-1]) for number, row in numbered))
        connection.executemany(_ADD_SPELLING, ((fold, same, number, -alone) for fold, same, number, alone in spellings))
    connection.execute("VACUUM")
    connection.close()
