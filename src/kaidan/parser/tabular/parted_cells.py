"""Cells that tell two things, the day and where: 2016年5月6日（ソチ）, or in two lines. Each becomes the cells of two columns."""

from collections.abc import Sequence

from kaidan.normalizers.dates import find_dates
from kaidan.parser.display.shown import Line
from kaidan.parser.headings.heading_dates import has_numeral
from kaidan.parser.tabular.grids import Cell, Grid, Row, piece_of, set_in_box
from kaidan.text.deferred import deferred

_FEWEST = 2  # cells that tell both
_LONGEST = 60  # characters of a cell
_SOME_MONTH = "2000-01"  # in which a day without a year and a month is a day
_BESIDE = deferred(
    r"(?P<sign>[\s\u3000、,，・/／:：]*[（(\[［於]?[:：]?)(?P<rest>[^。（(）)\[\]［］0-9０-９]{1,24})(?P<end>[）)\]］]?)"
)
"""What stands behind the day: what parts the two, the place, a bracket that closes."""
_NOTHING: Row = (None, None, None)


def with_parted_cells(grid: Grid, lines: Sequence[Line]) -> Grid | None:
    """Return a table with the column parted that tells both in most rows, None where none does."""
    width = max((len(row) for row in grid.rows), default=0)
    for column in range(width):
        pieces = [_pieces(row[column], lines) if column < len(row) else None for row in grid.rows]
        told = sum(some is not None for some in pieces)
        if told >= _FEWEST and told * 2 > len(grid.rows):
            return _with_column(grid, column, pieces)
    return None


def _with_column(grid: Grid, column: int, pieces: Sequence[Row | None]) -> Grid:
    rows = tuple(
        row[:column]
        + (some or (row[column : column + 1] or (None,)) + _NOTHING)
        + row[column + 1 :]
        for row, some in zip(grid.rows, pieces, strict=True)
    )
    return Grid(rows, grid.labels, frozenset([column + 1, column + 3]))


def _pieces(cell: Cell | None, lines: Sequence[Line]) -> Row | None:
    """Return day, sign, place and closing sign as cells, those that are not there as None."""
    if not cell or len(cell.text) > _LONGEST or not has_numeral(cell.text):
        return None
    if len(cell.lines) == 2:
        first, second = (set_in_box(cell.element, (at,), lines[at].text) for at in cell.lines)
        return (first, None, second, None) if _day_ends(first.text) == len(first.text) else None
    end = _day_ends(cell.text) if len(cell.lines) == 1 else None
    beside = _BESIDE.fullmatch(cell.text, end) if end else None
    if not (end and beside and beside["sign"]):
        return None
    spans = ((0, end), *(beside.span(name) for name in ("sign", "rest", "end")))
    return tuple(piece_of(cell, *span) if span[0] < span[1] else None for span in spans)


def _day_ends(text: str) -> int | None:
    """Return where the day ends that a text begins with."""
    dated = next(iter(find_dates(text, anchor=_SOME_MONTH)), None)
    return dated.end if dated and dated.start == 0 and dated.precision in ("day", "month") else None
