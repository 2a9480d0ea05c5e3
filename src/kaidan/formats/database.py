"""SQLite: every value in a table, tied by foreign keys, with the words that it was read from."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from kaidan.formats import Options
from kaidan.formats.column_types import Column, Table
from kaidan.formats.flattened import (
    NUMBERED,
    Row,
    all_meetings,
    block_rows,
    evidence_rows,
    meeting_rows,
    numbered_rows,
    source_rows,
)
from kaidan.formats.tabular import BLOCKS, EVIDENCE, MEETINGS, SOURCE
from kaidan.sourced import SourcedDocument

TABLES = (SOURCE, MEETINGS, BLOCKS, *NUMBERED, EVIDENCE)
"""The tables, in an order in which each points to earlier ones only."""

_STORED = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}


class Target(NamedTuple):
    """What a foreign key points to."""

    table: str
    column: str


POINTS_TO = {"meeting": Target("meetings", "id"), "page": Target("source", "page")}
"""The columns that are foreign keys, in whatever table they stand."""

_INDEXED = ("meetings(first_day)", "meetings(country)", "agreements(name)", "mentions(name_en)")


def write_database(sources: Sequence[SourcedDocument], options: Options) -> bytes:  # noqa: ARG001
    """Return a SQLite database; days are texts of ISO 8601, truths are 0 and 1."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for table in TABLES:
            database.execute(_definition(table))
            _insert(database, table, _rows(table, sources))
        for number, indexed in enumerate([*_meeting_indexes(), *_INDEXED], 1):
            database.execute(f"CREATE INDEX by_{number} ON {indexed}")
        database.commit()
        return database.serialize()


def _rows(table: Table, sources: Sequence[SourcedDocument]) -> Iterable[Row]:
    if table is SOURCE:
        return source_rows(sources)
    if table is MEETINGS:
        return meeting_rows(sources)
    if table is BLOCKS:
        return (row for meeting in all_meetings(sources) for row in block_rows(meeting))
    return evidence_rows(sources) if table is EVIDENCE else numbered_rows(table, sources)


def _meeting_indexes() -> Iterator[str]:
    """Yield what finds the rows of a meeting in each table."""
    for table in TABLES:
        if any(column.name == "meeting" for column in table.columns):
            yield f"{table.name}(meeting)"


def _definition(table: Table) -> str:
    """Return the statement that makes a table; what its columns mean stands in it as comments, and so in the database's schema."""
    key = ", ".join(f'"{name}"' for name in key_of(table))
    pointers = [
        f'FOREIGN KEY ("{name}") REFERENCES {target.table}({target.column})'
        for name, target in POINTS_TO.items()
        if name in {column.name for column in table.columns} and table is not SOURCE
    ]
    columns = [_column(column) for column in table.columns]
    constraints = ",\n  ".join([f"PRIMARY KEY ({key})", *pointers])
    body = "\n".join(f"  {column}" for column in columns)
    return f"CREATE TABLE {table.name} ( -- {table.meaning}\n{body}\n  {constraints}\n)"


def key_of(table: Table) -> tuple[str, ...]:
    """Return the columns that tell the rows of a table apart."""
    return ("meeting", "block") if table is BLOCKS else (table.columns[0].name,)


def _column(column: Column) -> str:
    unit = f" [{column.unit}]" if column.unit else ""
    return f'"{column.name}" {_STORED[column.type]}, -- {column.meaning}{unit}'


def _insert(database: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    marks = ", ".join("?" * len(table.columns))
    statement = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608  names of our own tables
    database.executemany(statement, ([_cell(value) for value in row] for row in rows))


def _cell(value: object) -> object:
    """Return a value as SQLite keeps it; an empty text is no value."""
    if value is None or value == "":
        return None
    return value if isinstance(value, int | float) else str(value)
