"""Excel: sheets Meetings, Participants, Agreements, Mentions and Source, cells of their own types, a note on every column's head."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kaidan.errors import WrongUsage
from kaidan.formats import Options
from kaidan.formats.column_types import JOINED, Column, Table
from kaidan.formats.flattened import Row, meeting_rows, numbered_rows, source_rows
from kaidan.formats.tabular import MEETINGS, MENTIONS, PARTICIPANTS, SOURCE
from kaidan.sourced import SourcedDocument

if TYPE_CHECKING:
    import xlsxwriter
    import xlsxwriter.format
    import xlsxwriter.worksheet

_LONGEST = 32_767
"""Characters that a cell of Excel holds."""

_MOST_ROWS = 1_048_576
"""Rows that a sheet of Excel holds, its head included."""

_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was: what lies before it stands as text."""

GRAPH = Table(
    "agreements",
    "an agreement, which meeting made it, and which later ones recall it",
    (
        Column("name", field="Agreement.name"),
        Column("date", field="Agreement.date"),
        Column("made_by", note="id of the meeting that signed it or agreed on it"),
        Column("recalled_by", note=f"ids of the meetings that recall it, joined by {JOINED!r}"),
    ),
)

SHEETS = {
    "Meetings": MEETINGS,
    "Participants": PARTICIPANTS,
    "Agreements": GRAPH,
    "Mentions": MENTIONS,
    "Source": SOURCE,
}
"""The sheets of a workbook, in their order."""


def write_workbook(sources: Sequence[SourcedDocument], options: Options) -> bytes:  # noqa: ARG001
    """Return an Excel workbook. No cell is ever a formula, whatever a page says.

    Raises:
        WrongUsage: there are more rows than a sheet holds.
    """
    import xlsxwriter  # noqa: PLC0415  only for this format

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": made_on(sources), "comments": _origin(sources)})
        rows = {
            "Meetings": meeting_rows(sources),
            "Participants": numbered_rows(PARTICIPANTS, sources),
            "Agreements": graph_rows(sources),
            "Mentions": numbered_rows(MENTIONS, sources),
            "Source": source_rows(sources),
        }
        for name, table in SHEETS.items():
            _fill(workbook, workbook.add_worksheet(name), table, rows[name])
    return out.getvalue()


def made_on(sources: Sequence[SourcedDocument]) -> datetime:
    """Return the time that stands in files for their making: of the last retrieval, else 1970-01-01, never that of a clock."""
    times = [source.retrieved for source in sources if source.retrieved]
    return max(times, default=datetime(1970, 1, 1, tzinfo=UTC)).replace(tzinfo=None)


def graph_rows(sources: Sequence[SourcedDocument]) -> Iterable[Row]:
    """Yield the agreements of each document, the oldest first."""
    from kaidan.lineage import trace  # noqa: PLC0415

    for source in sources:
        for line in trace(source.document):
            yield line.name, line.date, line.made_by, JOINED.join(line.recalled_by)


def _origin(sources: Sequence[SourcedDocument]) -> str:
    return "\n".join(
        f"{source.page_name} sha256 {source.document.source.sha256}" for source in sources
    )


def _fill(
    workbook: "xlsxwriter.Workbook",
    sheet: "xlsxwriter.worksheet.Worksheet",
    table: Table,
    rows: Iterable[Row],
) -> None:
    """Write the head with its notes, the rows, filters over all of them, and keep the head in sight."""
    bold, day = (
        workbook.add_format({"bold": True}),
        workbook.add_format({"num_format": "yyyy-mm-dd"}),
    )
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.name, bold)
        sheet.write_comment(0, at, _note(column), {"x_scale": 2, "author": ""})
        sheet.set_column(at, at, _width(column))
    last = 0
    for last, row in enumerate(rows, 1):
        if last >= _MOST_ROWS:
            raise WrongUsage(
                "a sheet of Excel holds {most:,} rows, and {sheet} has more; sqlite holds them",
                most=_MOST_ROWS,
                sheet=sheet.name,
            )
        for at, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, (last, at), column, value, day)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(table.columns) - 1)


def _note(column: Column) -> str:
    return f"{column.meaning} [{column.unit}]" if column.unit else column.meaning


def _width(column: Column) -> int:
    if column.name in {"heading", "body", "text", "name", "recalled_by", "licence", "address"}:
        return 40
    return 24 if column.name in {"id", "meeting", "made_by"} else 14


def _write(
    sheet: "xlsxwriter.worksheet.Worksheet",
    at: tuple[int, int],
    column: Column,
    value: object,
    day: "xlsxwriter.format.Format",
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
    elif column.type in {"number", "integer"}:
        sheet.write_number(*at, value)
    else:
        sheet.write_string(*at, _fitting(str(value)))


def _fitting(text: str) -> str:
    """Cut a text that is longer than a cell, and say so in it."""
    if len(text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    told = f"… [cut: a cell holds {_LONGEST:,} characters]"
    room = (_LONGEST - len(told)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + told
