"""The file: two tables, written so that the same rows give the same bytes."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kaidan.data.build.rows import Row

_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, country TEXT, subdivision TEXT, ja TEXT NOT NULL, en TEXT, precision TEXT NOT NULL, latitude REAL, longitude REAL,
    timezone TEXT, geonames INTEGER, wikidata TEXT, weight INTEGER NOT NULL
);
CREATE TABLE spelling (
    folded TEXT NOT NULL, exact TEXT NOT NULL, place INTEGER NOT NULL REFERENCES place, alone INTEGER NOT NULL,
    PRIMARY KEY (folded, exact, place)
) WITHOUT ROWID;
"""


def write(rows: Iterable[Row], path: Path) -> None:
    """Write ``rows`` to ``path``, replacing what is there; ids count the rows."""
    path.unlink(missing_ok=True)
    places, spellings = [], []
    for number, row in enumerate(rows, 1):
        places.append((number, *row[:-1]))
        spellings += [(*spelled.key(), number, spelled.alone) for spelled in row.spellings]
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(_SCHEMA)
    with connection:
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 12)})", places)
        connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?)", sorted(spellings, key=lambda s: (*s[:3], -s[3])))
    connection.execute("VACUUM")
    connection.close()
