"""The rows of a table become records: cells are the heading, those that hold sentences the body."""

from collections.abc import Iterator, Mapping, Sequence

from kaidan.lexicon.home import HOME
from kaidan.normalizers.events.sides import sides, sides_in_turn
from kaidan.normalizers.events.titles import level
from kaidan.parser.content.body import Body, images_of, read_body
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.meeting_title import read_meeting_title
from kaidan.parser.headings.titles_of_lists import title_in
from kaidan.parser.records import Field, Section, Slice
from kaidan.parser.tabular.cell_types import (
    pair_in,
    party_of,
    side_of,
    time_of,
    without_note,
)
from kaidan.parser.tabular.grids import Cell
from kaidan.parser.tabular.lenders import (
    Position,
    Record,
    Sheet,
    cell_at,
    cells_of,
    rows_with_lenders,
)


def sections(sheet: Sheet, blocks: Mapping[Position, int]) -> Iterator[Section]:
    """Make a record of each row; ``blocks`` are the lines of the context by where they stand."""
    for record in rows_with_lenders(sheet):
        yield _section(sheet, record, blocks)


def _section(sheet: Sheet, record: Record, blocks: Mapping[Position, int]) -> Section:
    """Make a record of a row: its own cells are the heading, those that hold sentences the body."""
    cells = [cell for cell in cells_of(record.row) if cell.position not in blocks]
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


def _talks(sheet: Sheet, record: Record) -> str:
    """Return what a row's talks are called: by its own cell, but where that says no more than the title over the table."""
    named = cell_at(record.row, sheet.columns.of("title"))
    if title := title_in(named.text) if named else None:
        return title
    of_level = cell_at(record.row, sheet.columns.of("level"))
    if of_level and level(of_level.text) not in (level(sheet.talks), "talks"):
        return of_level.text
    return sheet.talks


def _parties(sheet: Sheet, record: Record, talks: str) -> tuple[str, ...]:
    """Return between whom the talks of a row were, where its title alone does not say it."""
    state = cell_at(record.row, sheet.columns.of("party"))
    if other := party_of(state.text) if state else None:
        return HOME, other
    person = cell_at(record.row, sheet.columns.of("theirs"))
    country = side_of(person.text, _time_of(sheet, record)) if person else None
    if country and country != HOME and not sides(talks) and not sides_in_turn(talks):
        return HOME, country
    return next((pair for pair in sides_in_turn(talks) if country in pair), ())


def _time_of(sheet: Sheet, record: Record) -> str | None:
    """Return when a row's meeting was: by its own date, else as far as what it borrows, or another of its cells, tells the year."""
    date = cell_at(record.row, sheet.columns.of("date"))
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
        record: Record,
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
            if cell := cell_at(self._record.row, self._sheet.columns.of(field)):
                found[field] = self._piece(cell, without_note(cell.text))
        found = {**self._of_title(), **self._of_both(), **self._in_either_order(), **found}
        return {field: piece for field, piece in found.items() if piece}

    def _of_both(self, kind: str = "both") -> dict[Field, Slice | None]:
        """Return the two whom one cell names."""
        cell = cell_at(self._record.row, self._sheet.columns.of(kind))
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
            cell = cell_at(self._record.row, column) if kind == "either" else None
            if cell:
                field: Field = "ours" if side_of(cell.text, on) == HOME else "theirs"
                found[field] = self._piece(cell, cell.text)
        return found

    def _of_title(self) -> dict[Field, Slice | None]:
        """Return who met and where as the name of the talks says it: 安倍総理・プーチン大統領会談, 日露首脳会談（ソチ）."""
        cell = cell_at(self._record.row, self._sheet.columns.of("title"))
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
