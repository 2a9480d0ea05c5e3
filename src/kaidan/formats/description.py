"""What stands in the tables that kaidan writes, as a Frictionless data package: every column with its type, unit and meaning."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kaidan.formats.column_types import Column, Table
from kaidan.formats.comma_separated import COLUMNS
from kaidan.formats.database import POINTS_TO, TABLES, key_of
from kaidan.formats.tabular import MEETINGS
from kaidan.formats.workbook import SHEETS
from kaidan.models import VERSION

Described = dict[str, Any]


def describe() -> bytes:
    """Return the ``datapackage.json`` of meetings.csv, meetings.xlsx and meetings.sqlite, as ``kaidan export`` writes them."""
    package = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "data-package",
        "name": "meetings",
        "title": "Meetings told by pages of the Japanese government, read by kaidan",
        "description": "Dates are EDTF (ISO 8601-2 level 1). An empty cell is a value that could not be read, or that the page does not"
        " tell. Where the page came from, and under which licence it may be used, stands in the table source.",
        "version": VERSION,
        "resources": [_csv(), *_sheets(), *_tables()],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _csv() -> Described:
    table = Table("meetings-csv", f"{MEETINGS.meaning} a row", COLUMNS)
    note = "A cell that a spreadsheet would compute has an apostrophe before it."
    return {
        **_resource(table, note),
        "path": "meetings.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {"fields": _described_columns(COLUMNS), "primaryKey": ["id"]},
    }


def _sheets() -> Iterator[Described]:
    for sheet, table in SHEETS.items():
        yield {
            **_resource(table._replace(name=f"sheet-{sheet.lower()}")),
            "path": "meetings.xlsx",
            "format": "xlsx",
            "dialect": {"excel": {"sheet": sheet}},
            "schema": {"fields": _described_columns(table.columns)},
        }


def _tables() -> Iterator[Described]:
    for table in TABLES:
        yield {
            **_resource(table._replace(name=f"table-{table.name}")),
            "path": "sqlite:///meetings.sqlite",
            "format": "sql",
            "dialect": {"sql": {"table": table.name}},
            "schema": {
                "fields": [*map(_stored, table.columns, _described_columns(table.columns))],
                "primaryKey": list(key_of(table)),
                "foreignKeys": _foreign_keys(table),
            },
        }


def _resource(table: Table, note: str = "") -> Described:
    described = f"{table.meaning[0].upper()}{table.meaning[1:]}."
    return {"name": table.name, "type": "table", "description": f"{described} {note}".strip()}


def _described_columns(columns: Sequence[Column]) -> list[Described]:
    return [
        {
            "name": column.name,
            "type": column.type,
            "description": column.meaning,
            **({"unit": column.unit} if column.unit else {}),
        }
        for column in columns
    ]


def _stored(column: Column, field: Described) -> Described:
    """Return a field as SQLite keeps it, which has neither truths nor days."""
    kinds = {"boolean": "integer", "date": "string"}
    return {**field, "type": kinds.get(column.type, column.type)}


def _foreign_keys(table: Table) -> list[Described]:
    return [
        {
            "fields": [column.name],
            "reference": {
                "resource": f"table-{POINTS_TO[column.name].table}",
                "fields": [POINTS_TO[column.name].column],
            },
        }
        for column in table.columns
        if column.name in POINTS_TO and column.name not in key_of(table)[:1]
    ]
