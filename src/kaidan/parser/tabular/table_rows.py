"""The rows of a table become records; what goes over several of them, or lends a year, is context."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kaidan.lexicon.home import HOME
from kaidan.normalizers.dates import bounds, find_dates
from kaidan.normalizers.events.sides import sides, sides_in_turn
from kaidan.normalizers.events.titles import level
from kaidan.parser.content.body import Body, images_of, read_body
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.heading_dates import find_only_year, find_own_date, is_year
from kaidan.parser.headings.meeting_title import read_meeting_title
from kaidan.parser.headings.publication import line_of_publication
from kaidan.parser.headings.titles_of_lists import title_in
from kaidan.parser.records import Field, Section, Slice
from kaidan.parser.tabular.cell_types import (
    pair_in,
    party_of,
    side_of,
    time_of,
    without_note,
)
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


class _Lender(NamedTuple):
    """What a date borrows its year or month from: a cell, or a year in a line over the table."""

    position: Position
    start: int
    text: str


class _Record(NamedTuple):
    """A row of a meeting, and what its date borrows."""

    row: Row
    borrowed: Mapping[Field, _Lender]


def lent_by(sheet: Sheet) -> dict[Position, str]:
    """Return what belongs to no row alone, by position: heads, cells over several rows, a year or month for those below."""
    rows = sheet.grid.rows
    own = [_cells(rows[at]) for at in sheet.columns.rows]
    lent = [*sheet.grid.labels]
    for at, row in enumerate(rows):
        lent += (
            cell
            for cell in _cells(row)
            if at not in sheet.columns.rows or sum(cell in cells for cells in own) > 1
        )
    texts = {cell.position: cell.as_shown for cell in lent if cell.as_shown}
    for record in _rows_with_lenders(sheet):
        for lender in record.borrowed.values():
            if not any(cell.position == lender.position for cell in _cells(record.row)):
                texts[lender.position] = _whole(sheet, lender)
    return texts


def _whole(sheet: Sheet, lender: _Lender) -> str:
    """Return the whole text of the cell or the line that lends."""
    of_cell = (
        cell.as_shown
        for row in sheet.grid.rows
        for cell in _cells(row)
        if cell.position == lender.position
    )
    return next(of_cell, None) or sheet.lines[lender.position[0]].text


def sections(sheet: Sheet, blocks: Mapping[Position, int]) -> Iterator[Section]:
    """Make a record of each row; ``blocks`` are the lines of the context by where they stand."""
    for record in _rows_with_lenders(sheet):
        yield _section(sheet, record, blocks)


def _cells(row: Row) -> list[Cell]:
    """Return the cells of a row, each once, in the order of the page."""
    return sorted((cell for cell in dict.fromkeys(row) if cell), key=lambda cell: cell.position)


def _at(row: Row, column: int | None) -> Cell | None:
    cell = row[column] if column is not None and column < len(row) else None
    return cell if cell and cell.text else None


def _rows_with_lenders(sheet: Sheet) -> Iterator[_Record]:
    """Say of each row what its date borrows: from its own cells, from those above, from a line over the table."""
    over = _year_over(sheet) or _published(sheet)
    lenders: dict[Field, _Lender] = {"year": over} if over else {}
    for at, row in enumerate(sheet.grid.rows):
        if at in sheet.columns.rows:
            lenders.update(_year_and_month(row, sheet.columns))
            date = _at(row, sheet.columns.of("date"))
            names_year = date is not None and find_own_date(date.text) is not None
            yield _Record(row, dict(lenders) if date and not names_year else {})
            if date and names_year:
                lenders["year"] = _lender(date)
        elif alone := _year_alone(row):
            lenders = {"year": alone}


def _year_and_month(row: Row, columns: Columns) -> Iterator[tuple[Field, _Lender]]:
    """Yield what the row's own cells lend its date: 2016年 in one column, 12月 in the next."""
    fields: tuple[Field, ...] = ("year", "month")
    for field in fields:
        if cell := _at(row, columns.of(field)):
            yield field, _lender(cell)


def _lender(cell: Cell) -> _Lender:
    return _Lender(cell.position, len(cell.before), cell.text)


def _year_alone(row: Row) -> _Lender | None:
    """Return the cell of a row that is nothing but a year, over the rows below."""
    cells = [cell for cell in _cells(row) if cell.text]
    if len(cells) != 1 or not is_year(cells[0].text):
        return None
    return _lender(cells[0])


def _year_over(sheet: Sheet) -> _Lender | None:
    """Return the year that a heading over the table names, or its title: 日中首脳会談（平成20年）."""
    for at in range(min(sheet.grid.lines) - 1, sheet.title - 1, -1):
        line = sheet.lines[at]
        span = find_only_year(line.text) if at not in sheet.beside else None
        if span and not line.links and (at == sheet.title or is_year(line.text)):
            return _Lender((at, 0), span[0], line.text[slice(*span)])
    return None


def _published(sheet: Sheet) -> _Lender | None:
    """Return the day of publication over the table, if all of its days lie right before it."""
    first = min(sheet.grid.lines)
    published = line_of_publication(sheet.lines, sheet.title, first, first)
    if not published or published[0] in sheet.beside:
        return None
    at, told = published
    _, last = bounds(told)
    cells = (_at(sheet.grid.rows[row], sheet.columns.of("date")) for row in sheet.columns.rows)
    read = [find_dates(cell.text, anchor=told) for cell in cells if cell]
    days = [dates[0].end_date if dates else None for dates in read]
    if last is None or not all(day and 0 <= (last - day).days <= _LATE for day in days):
        return None
    return _Lender((at, 0), 0, sheet.lines[at].text)


def _section(sheet: Sheet, record: _Record, blocks: Mapping[Position, int]) -> Section:
    """Make a record of a row: its own cells are the heading, those that hold sentences the body."""
    cells = [cell for cell in _cells(record.row) if cell.position not in blocks]
    telling = [cell for cell in cells if "。" in cell.text]
    heading = ""
    starts: dict[Position, int] = {}
    for cell in (cell for cell in cells if cell.as_shown and cell not in telling):
        heading += "" if cell.glued or not heading else " "
        starts[cell.position] = len(heading)
        heading += cell.as_shown
    fields = _Fields(sheet, record, starts, blocks)
    talks = _talks(sheet, record)
    return Section(
        Heading(heading, talks, None, None),
        _body(sheet, cells, telling),
        None,
        fields.slices(),
        _parties(sheet, record, talks),
    )


def _talks(sheet: Sheet, record: _Record) -> str:
    """Return what a row's talks are called: by its own cell, but where that says no more than the title over the table."""
    named = _at(record.row, sheet.columns.of("title"))
    if title := title_in(named.text) if named else None:
        return title
    of_level = _at(record.row, sheet.columns.of("level"))
    if of_level and level(of_level.text) not in (level(sheet.talks), "talks"):
        return of_level.text
    return sheet.talks


def _parties(sheet: Sheet, record: _Record, talks: str) -> tuple[str, ...]:
    """Return between whom the talks of a row were, where its title alone does not say it."""
    state = _at(record.row, sheet.columns.of("party"))
    if other := party_of(state.text) if state else None:
        return HOME, other
    person = _at(record.row, sheet.columns.of("theirs"))
    country = side_of(person.text, _time_of(sheet, record)) if person else None
    if country and country != HOME and not sides(talks) and not sides_in_turn(talks):
        return HOME, country
    return next((pair for pair in sides_in_turn(talks) if country in pair), ())


def _time_of(sheet: Sheet, record: _Record) -> str | None:
    """Return when a row's meeting was: by its own date, else as far as what it borrows, or another of its cells, tells the year."""
    date = _at(record.row, sheet.columns.of("date"))
    texts = (
        *([date.text] if date else []),
        *(lender.text for lender in record.borrowed.values()),
        *(cell.text for cell in record.row if cell),
    )
    return next(filter(None, map(time_of, texts)), None)


class _Fields:
    """Which piece of a row's heading, or of the context, tells what."""

    def __init__(
        self,
        sheet: Sheet,
        record: _Record,
        starts: Mapping[Position, int],
        blocks: Mapping[Position, int],
    ) -> None:
        self._sheet = sheet
        self._record = record
        self._starts = starts
        self._blocks = blocks

    def slices(self) -> dict[Field, Slice]:
        """Return the pieces by what they tell."""
        found: dict[Field, Slice | None] = {
            field: self._slice(lender.position, lender.start, lender.text)
            for field, lender in self._record.borrowed.items()
        }
        for field in ("date", "place", "ours", "theirs"):
            if cell := _at(self._record.row, self._sheet.columns.of(field)):
                found[field] = self._piece(cell, without_note(cell.text))
        found = {**self._of_title(), **self._of_both(), **self._in_either_order(), **found}
        return {field: piece for field, piece in found.items() if piece}

    def _of_both(self, kind: str = "both") -> dict[Field, Slice | None]:
        """Return the two whom one cell names."""
        cell = _at(self._record.row, self._sheet.columns.of(kind))
        pair = pair_in(cell.text, _time_of(self._sheet, self._record)) if cell else None
        if not cell or not pair:
            return {}
        ours, theirs = (self._piece(cell, one.text, one.start) for one in pair)
        return {"ours": ours, "theirs": theirs}

    def _in_either_order(self) -> dict[Field, Slice | None]:
        """Return the two whom two cells name, guest and host: which is ours hangs on the row."""
        on = _time_of(self._sheet, self._record)
        found: dict[Field, Slice | None] = {}
        for column, kind in enumerate(self._sheet.columns.types):
            cell = _at(self._record.row, column) if kind == "either" else None
            if cell:
                field: Field = "ours" if side_of(cell.text, on) == HOME else "theirs"
                found[field] = self._piece(cell, cell.text)
        return found

    def _of_title(self) -> dict[Field, Slice | None]:
        """Return who met and where as the name of the talks says it: 安倍総理・プーチン大統領会談, 日露首脳会談（ソチ）."""
        cell = _at(self._record.row, self._sheet.columns.of("title"))
        named = read_meeting_title(cell.text) if cell else None
        found = self._of_both("title")
        if cell and named and named.place:
            start, end = named.place
            found["place"] = self._piece(cell, cell.text[start:end], start)
        return found

    def _piece(self, cell: Cell, text: str, start: int = 0) -> Slice | None:
        """Return what a cell says from ``start`` on."""
        return self._slice(cell.position, len(cell.before) + start, text)

    def _slice(self, position: Position, start: int, text: str) -> Slice | None:
        if position in self._blocks:
            return Slice("context", self._blocks[position], start, start + len(text), text)
        first = self._starts.get(position)
        if first is None:
            return None
        return Slice("heading", None, first + start, first + start + len(text), text)


def _body(sheet: Sheet, cells: Sequence[Cell], telling: Sequence[Cell]) -> Body:
    """Read the cells that tell, and the photos of all."""
    lines = [sheet.lines[at] for cell in telling for at in cell.lines]
    seen = dict.fromkeys(at for cell in cells if cell not in telling for at in cell.lines)
    beside = [sheet.lines[at] for at in seen]
    return read_body(sheet.shown, [*images_of(beside), *lines])
