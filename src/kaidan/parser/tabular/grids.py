"""The rows and columns of a page's tables, cells over several of them in each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.parser.display.shown import Element, Line, Shown

BLANKS = " \u3000\xa0"
"""What sets a text in its box."""
_CELLS = frozenset(["td", "th"])
_MOST_COLUMNS = 32
"""What stands further right is looked at no more: a cell may claim a thousand columns."""


class Cell(NamedTuple):
    """A cell: the lines in it, by their index, and what it says.

    ``offset`` is where it starts in its first line, which it may share with others; it is ``glued`` to the one before it where
    nothing parts the two. ``before`` and ``behind`` are the blanks, characters of the page, that set its text in its box.
    """

    element: Element
    lines: tuple[int, ...]
    text: str
    offset: int = 0
    glued: bool = False
    before: str = ""
    behind: str = ""

    @property
    def as_shown(self) -> str:
        """Its text, blanks and all."""
        return f"{self.before}{self.text}{self.behind}"

    @property
    def position(self) -> tuple[int, int]:
        """Where on the page it starts: line, character."""
        return (self.lines[0], self.offset) if self.lines else (-1, 0)


Row = tuple[Cell | None, ...]
"""The cells of a row by column; one that goes over several rows stands in each. None where a row is shorter than the longest."""


def text_at(row: Row, column: int) -> str:
    """Return what the cell of a column says, nothing where the row has none."""
    cell = row[column] if column < len(row) else None
    return cell.text if cell else ""


class Grid(NamedTuple):
    """A table: its rows, and the labels of its columns where a list of terms gives them (their cells, else none).

    ``marks`` are the columns that only part or name the others: colons, labels.
    """

    rows: tuple[Row, ...]
    labels: tuple[Cell, ...] = ()
    marks: frozenset[int] = frozenset()

    @property
    def lines(self) -> set[int]:
        """The lines that stand in it, by their index."""
        cells = (*self.labels, *(cell for row in self.rows for cell in row if cell))
        return {at for cell in cells for at in cell.lines}

    @property
    def turned(self) -> "Grid":
        """The same with rows and columns exchanged: its meetings stand side by side."""
        width = max((len(row) for row in self.rows), default=0)
        columns = (
            tuple(row[at] if at < len(row) else None for row in self.rows) for at in range(width)
        )
        return Grid(tuple(columns))


def tables(shown: Shown, lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the tables of a page."""
    rows: dict[Element, dict[Element, list[Element]]] = {}
    for element in shown.elements:
        if element.tag in _CELLS:
            row = holder(element, "tr")
            table = row and holder(row, "table")
            if row and table:
                rows.setdefault(table, {}).setdefault(row, []).append(element)
    if not rows:
        return
    held = lines_in(lines, _CELLS)
    for table_rows in rows.values():
        yield Grid(tuple(_without_dittos(_spread(shown, list(table_rows.values()), lines, held))))


def _without_dittos(rows: Iterable[Row]) -> Iterator[Row]:
    """Let the cell above reach into one that says the same by a sign: 〃, 同上."""
    dittos = spelled("headings", "ditto")
    above: Row = ()
    for row in rows:
        above = tuple(
            above[at] if cell and cell.text in dittos and at < len(above) else cell
            for at, cell in enumerate(row)
        )
        yield above


def holder(element: Element, tag: str) -> Element | None:
    """Return the nearest element of this name that an element lies in."""
    above = element.above
    while above and above.tag != tag:
        above = above.above
    return above


def lines_in(lines: Sequence[Line], tags: frozenset[str]) -> dict[Element, list[int]]:
    """Return the lines of each innermost element of these names."""
    held: dict[Element, list[int]] = {}
    for at, line in enumerate(lines):
        element: Element | None = line.element
        while element and element.tag not in tags:
            element = element.above
        if element:
            held.setdefault(element, []).append(at)
    return held


def cell_of(element: Element, lines: Sequence[Line], held: dict[Element, list[int]]) -> Cell:
    """Make a cell of an element with all its lines."""
    indices = tuple(held.get(element, ()))
    return set_in_box(
        element, indices, " ".join(lines[at].text for at in indices if lines[at].text)
    )


def set_in_box(element: Element, lines: tuple[int, ...], shown: str) -> Cell:
    """Make a cell of whole lines, the blanks around its text apart; of blanks alone, they are its text."""
    text = shown.strip(BLANKS) or shown
    start = shown.index(text)
    return Cell(element, lines, text, before=shown[:start], behind=shown[start + len(text) :])


def piece_of(cell: Cell, start: int, end: int) -> Cell:
    """Make a cell of a piece of another's text; the blanks around that go with its ends."""
    offset = cell.offset + start + (len(cell.before) if start else 0)
    text = cell.text[start:end]
    before = cell.before if text and not start else ""
    behind = cell.behind if text and end == len(cell.text) else ""
    return Cell(cell.element, cell.lines, text, offset, start > 0, before, behind)


def _spread(
    shown: Shown,
    rows: Sequence[Sequence[Element]],
    lines: Sequence[Line],
    held: dict[Element, list[int]],
) -> Iterator[Row]:
    """Put the cells into columns, as HTML does: each into the first that no cell from above reaches into."""
    reaching: dict[int, tuple[Cell, int]] = {}
    for elements in rows:
        row = _reached(reaching)
        column = 0
        for element in elements:
            down, across = shown.spans.get(element, (1, 1))
            cell = cell_of(element, lines, held)
            column = next(free for free in count(column) if free not in row)
            goes_over = range(column, min(column + across, _MOST_COLUMNS))
            row.update(dict.fromkeys(goes_over, cell))
            if down > 1:
                reaching.update(dict.fromkeys(goes_over, (cell, down - 1)))
            column += across
        yield tuple(row.get(each) for each in range(max(row, default=-1) + 1))


def _reached(reaching: dict[int, tuple[Cell, int]]) -> dict[int, Cell]:
    """Begin a row with the cells that reach into it from above."""
    row: dict[int, Cell] = {}
    for column, (cell, left) in list(reaching.items()):
        row[column] = cell
        reaching[column] = (cell, left - 1)
        if left == 1:
            del reaching[column]
    return row
