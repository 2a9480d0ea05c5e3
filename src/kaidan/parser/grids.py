"""The rows and columns of a page's tables, cells over several of them in each; lists of terms are tables too."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kaidan.parser.shown import Element, Line, Shown

_CELLS = frozenset(["td", "th"])
_MOST_COLUMNS = 32
"""What stands further right is looked at no more: a cell may claim a thousand columns."""


class Cell(NamedTuple):
    """A cell: the lines in it, by their index, and their text; ``rows`` is over how many rows it goes."""

    element: Element
    lines: tuple[int, ...]
    text: str
    rows: int


Row = tuple[Cell | None, ...]
"""The cells of a row by column; one that goes over several rows stands in each. None where a row is shorter than the longest."""


class Grid(NamedTuple):
    """A table: its rows, and the labels of its columns where a list of terms gives them (their cells, else none)."""

    element: Element
    rows: tuple[Row, ...]
    labels: tuple[Cell, ...]


def grids(shown: Shown, lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the tables of a page, and its lists of terms that have the same terms again and again."""
    tables: dict[Element, dict[Element, list[Element]]] = {}
    terms: dict[Element, list[Element]] = {}
    for element in shown.elements:
        if element.tag in _CELLS:
            row = _holder(element, "tr")
            table = row and _holder(row, "table")
            if row and table:
                tables.setdefault(table, {}).setdefault(row, []).append(element)
        elif element.tag in ("dt", "dd") and (holder := _holder(element, "dl")):
            terms.setdefault(holder, []).append(element)
    if not (tables or terms):
        return
    held = _lines_of(lines)
    for table, rows in tables.items():
        yield Grid(table, tuple(_spread(shown, list(rows.values()), lines, held)), ())
    yield from _of_terms(terms, lines, held)


def _holder(element: Element, tag: str) -> Element | None:
    above = element.above
    while above and above.tag != tag:
        above = above.above
    return above


def _lines_of(lines: Sequence[Line]) -> dict[Element, list[int]]:
    """Return the lines of each innermost cell or term."""
    held: dict[Element, list[int]] = {}
    for at, line in enumerate(lines):
        element: Element | None = line.element
        while element and element.tag not in ("td", "th", "dt", "dd"):
            element = element.above
        if element:
            held.setdefault(element, []).append(at)
    return held


def _cell(
    element: Element, lines: Sequence[Line], held: dict[Element, list[int]], rows: int
) -> Cell:
    indices = tuple(held.get(element, ()))
    text = " ".join(lines[at].text for at in indices if lines[at].text)
    return Cell(element, indices, text, rows)


def _spread(
    shown: Shown,
    rows: Sequence[Sequence[Element]],
    lines: Sequence[Line],
    held: dict[Element, list[int]],
) -> Iterator[Row]:
    """Put the cells into columns, as HTML does: each into the first that no cell from above reaches into."""
    reaching: dict[int, tuple[Cell, int]] = {}
    for elements in rows:
        row: dict[int, Cell] = {}
        for column, (cell, left) in list(reaching.items()):
            row[column] = cell
            reaching[column] = (cell, left - 1)
            if left == 1:
                del reaching[column]
        column = 0
        for element in elements:
            down, across = shown.spans.get(element, (1, 1))
            cell = _cell(element, lines, held, down)
            while column in row:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            for each in range(column, min(column + across, _MOST_COLUMNS)):
                row[each] = cell
                if down > 1:
                    reaching[each] = (cell, down - 1)
            column += across
        yield tuple(row.get(each) for each in range(max(row, default=-1) + 1))


def _of_terms(
    terms: dict[Element, list[Element]], lines: Sequence[Line], held: dict[Element, list[int]]
) -> Iterator[Grid]:
    """Make a table of lists whose terms are the same: each list a row, or each time that its first term comes again."""
    rows: list[tuple[tuple[str, ...], list[Cell], list[Cell]]] = []
    first: Element | None = None
    for holder, elements in terms.items():
        first = first or holder
        labels: list[Cell] = []
        values: list[Cell] = []
        for element in elements:
            cell = _cell(element, lines, held, 1)
            if element.tag == "dt" and labels and cell.text == labels[0].text:
                rows.append((tuple(label.text for label in labels), labels, values))
                labels, values = [], []
            if element.tag == "dt":
                labels.append(cell)
            elif len(values) < len(labels):
                values.append(cell)
        rows.append((tuple(label.text for label in labels), labels, values))
    alike = [row for row in rows if row[0] == rows[0][0] and len(row[2]) == len(row[1])]
    if first and len(alike) > 1 and len(alike) == len(rows) and len(rows[0][0]) > 1:
        heads = tuple(label for _, labels, _ in alike for label in labels)
        yield Grid(first, tuple(tuple(values) for _, _, values in alike), heads)
