"""What the date of a row borrows: its year and month, from cells of its own, from those above, from a line over the table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kaidan.normalizers.dates import bounds, find_dates
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.headings.heading_dates import find_only_year, find_own_date, is_year
from kaidan.parser.headings.publication import line_of_publication
from kaidan.parser.records import Field
from kaidan.parser.tabular.columns import Columns
from kaidan.parser.tabular.grids import Cell, Grid, Row

Position = tuple[int, int]
"""Where on the page a piece of text starts: line, character."""

_LATE = 31  # days from a meeting to the publication of a table that names no year
_LENDING: Sequence[Field] = ("year", "month", "date")


class Sheet(NamedTuple):
    """A table that tells of meetings, its columns typed; ``title`` is the line that names them, and ``talks`` what it calls them.

    ``beside`` are the lines of the page's other tables of meetings, which lend this one nothing.
    """

    shown: Shown
    lines: Sequence[Line]
    grid: Grid
    columns: Columns
    title: int
    talks: str
    beside: frozenset[int] = frozenset()


class Lender(NamedTuple):
    """What a date borrows its year or month from: a cell, or a year in a line over the table."""

    position: Position
    start: int
    text: str


class Record(NamedTuple):
    """A row of a meeting, and what its date borrows."""

    row: Row
    borrowed: Mapping[Field, Lender]


def lent_by(sheet: Sheet) -> dict[Position, str]:
    """Return what belongs to no row alone, by position: heads, cells over several rows, a year or month for those below."""
    rows = sheet.grid.rows
    own = [cells_of(rows[at]) for at in sheet.columns.rows]
    lent = [*sheet.grid.labels]
    for at, row in enumerate(rows):
        lent += (
            cell
            for cell in cells_of(row)
            if at not in sheet.columns.rows or sum(cell in cells for cells in own) > 1
        )
    texts = {cell.position: cell.as_shown for cell in lent if cell.as_shown}
    for record in rows_with_lenders(sheet):
        for lender in record.borrowed.values():
            if not any(cell.position == lender.position for cell in cells_of(record.row)):
                texts[lender.position] = _whole(sheet, lender)
    return texts


def _whole(sheet: Sheet, lender: Lender) -> str:
    """Return the whole text of the cell or the line that lends."""
    of_cell = (
        cell.as_shown
        for row in sheet.grid.rows
        for cell in cells_of(row)
        if cell.position == lender.position
    )
    return next(of_cell, None) or sheet.lines[lender.position[0]].text


def cells_of(row: Row) -> list[Cell]:
    """Return the cells of a row, each once, in the order of the page."""
    return sorted((cell for cell in dict.fromkeys(row) if cell), key=lambda cell: cell.position)


def cell_at(row: Row, column: int | None) -> Cell | None:
    """Return the cell of a column that says something, if there is one."""
    cell = row[column] if column is not None and column < len(row) else None
    return cell if cell and cell.text else None


def rows_with_lenders(sheet: Sheet) -> Iterator[Record]:
    """Say of each row what its date borrows: from its own cells, from those above, from a line over the table."""
    over = _year_over(sheet) or _published(sheet)
    lenders: dict[Field, Lender] = {"year": over} if over else {}
    for at, row in enumerate(sheet.grid.rows):
        if at in sheet.columns.rows:
            lenders.update(_year_and_month(row, sheet.columns))
            date = cell_at(row, sheet.columns.of("date"))
            names_year = date is not None and find_own_date(date.text) is not None
            yield Record(row, dict(lenders) if date and not names_year else {})
            if date and names_year:
                lenders["year"] = _lender(date)
        elif alone := _year_alone(row):
            lenders = {"year": alone}


def _year_and_month(row: Row, columns: Columns) -> Iterator[tuple[Field, Lender]]:
    """Yield what the row's own cells lend its date: 2016年 in one column, 12月 in the next."""
    fields: tuple[Field, ...] = ("year", "month")
    for field in fields:
        if cell := cell_at(row, columns.of(field)):
            yield field, _lender(cell)


def _lender(cell: Cell) -> Lender:
    return Lender(cell.position, len(cell.before), cell.text)


def _year_alone(row: Row) -> Lender | None:
    """Return the cell of a row that is nothing but a year, over the rows below."""
    cells = [cell for cell in cells_of(row) if cell.text]
    if len(cells) != 1 or not is_year(cells[0].text):
        return None
    return _lender(cells[0])


def _year_over(sheet: Sheet) -> Lender | None:
    """Return the year that a heading over the table names, or its title: 日中首脳会談（平成20年）."""
    for at in range(min(sheet.grid.lines) - 1, sheet.title - 1, -1):
        line = sheet.lines[at]
        span = find_only_year(line.text) if at not in sheet.beside else None
        if span and not line.links and (at == sheet.title or is_year(line.text)):
            return Lender((at, 0), span[0], line.text[slice(*span)])
    return None


def _published(sheet: Sheet) -> Lender | None:
    """Return the day of publication over the table, if all of its days lie right before it."""
    first = min(sheet.grid.lines)
    published = line_of_publication(sheet.lines, sheet.title, first, first)
    if not published or published[0] in sheet.beside:
        return None
    at, told = published
    _, last = bounds(told)
    cells = (cell_at(sheet.grid.rows[row], sheet.columns.of("date")) for row in sheet.columns.rows)
    read = [find_dates(cell.text, anchor=told) for cell in cells if cell]
    days = [dates[0].end_date if dates else None for dates in read]
    if last is None or not all(day and 0 <= (last - day).days <= _LATE for day in days):
        return None
    return Lender((at, 0), 0, sheet.lines[at].text)
