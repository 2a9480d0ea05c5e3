"""The columns of a table type themselves: by what their cells read as, whatever stands at their head."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kaidan.lexicon.home import HOME
from kaidan.parser.headings.heading_dates import DIGITS_OF_YEAR
from kaidan.parser.tabular.cell_types import (
    LONGEST,
    READS,
    ColumnType,
    is_date,
    is_day_by_sign,
    side_of,
    time_of,
    without_note,
)
from kaidan.parser.tabular.columns_of_days import column_of_months, tells_day
from kaidan.parser.tabular.grids import Grid, Row, text_at
from kaidan.parser.tabular.settled_columns import settle

_MOST = 0.8  # of a column's cells read as its type; the others are null, with a warning
_SOME = 3  # cells of people or places, of whom one may be somebody or some town that nobody knows
_NAMING: frozenset[ColumnType] = frozenset({"both", "place"})
"""What reads a cell by tables of names."""


class Columns(NamedTuple):
    """The type of each column, and the rows that are of meetings, by their index."""

    types: tuple[ColumnType, ...]
    rows: tuple[int, ...]

    @property
    def has_sides(self) -> bool:
        """Tell whether the rows name who met."""
        return bool({"both", "either"} & set(self.types)) or {"ours", "theirs"} <= set(self.types)

    def of(self, kind: str) -> int | None:
        """Return the column of a type, if there is one."""
        return next((at for at, one in enumerate(self.types) if one == kind), None)


def read_columns(grid: Grid, year: str | None = None) -> Columns | None:
    """Type the columns of a table; None where it has no dates, or neither two sides nor a place, or two columns of one type.

    Who is meant by a name may hang on the ``year``: the row's own, or the last one named above, or that of the title.
    """
    rows = grid.rows
    width = max((len(row) for row in rows), default=0)
    dated, months = _dated_rows(rows)
    if not dated or width < 2:
        return None
    times = _times(rows, year)
    columns = [[without_note(text_at(rows[at], column)) for at in dated] for column in range(width)]
    types: list[ColumnType] = [
        "text" if at in grid.marks else _type(texts, [times[row] for row in dated])
        for at, texts in enumerate(columns)
    ]
    if months is not None:
        types[months - 1 : months + 2] = "year", "month", "date"
    settle(types, columns, rows[: dated[0]], [times[row] for row in dated])
    named = [kind for kind in types if kind not in ("text", "level", "occasion", "either")]
    if len(set(named)) < len(named) or "date" not in types:
        return None
    told = Columns(tuple(types), tuple(dated))
    if not (told.has_sides or "place" in types):
        return None
    return told._replace(rows=tuple(sorted({*dated, *_undated(rows, told)})))


def _dated_rows(rows: Sequence[Row]) -> tuple[list[int], int | None]:
    """Return the rows that name a day or a month, and the column of the months if days are parted into columns."""
    for reads in (is_date, is_day_by_sign):
        if dated := [at for at, row in enumerate(rows) if _is_dated(row, reads)]:
            return dated, None
    months = column_of_months(rows)
    if months is None:
        return [], None
    return [at for at, row in enumerate(rows) if tells_day(row, months)], months


def _times(rows: Sequence[Row], year: str | None) -> list[str | None]:
    """Return when each row was: the date that it names, or the year of the last one above it."""
    times: list[str | None] = []
    for row in rows:
        cells = [cell.text for cell in dict.fromkeys(row) if cell and len(cell.text) <= LONGEST]
        own = next(filter(None, map(time_of, reversed(cells))), None)
        year = own[:DIGITS_OF_YEAR] if own else year
        times.append(own or year)
    return times


def _undated(rows: Sequence[Row], columns: Columns) -> list[int]:
    """Return the rows whose date cannot be read, and which tell of a meeting otherwise: two of their cells read as their columns do."""
    return [
        at
        for at, row in enumerate(rows)
        if at not in columns.rows
        and sum(_fits(text_at(row, i), t) for i, t in enumerate(columns.types)) > 1
    ]


def _fits(text: str, kind: ColumnType) -> bool:
    """Tell whether a cell reads as a place, a person or talks, as its column does."""
    if not text:
        return False
    if kind in ("ours", "theirs"):
        return side_of(text) is not None
    return kind in READS and kind not in ("date", "year", "month") and READS[kind](text)


def _is_dated(row: Row, reads: Callable[[str], bool]) -> bool:
    """Tell whether a row names a day or a month in a cell of its own, as one is written there."""
    cells = {cell for cell in row if cell}
    return len(cells) > 1 and any(reads(cell.text) for cell in cells)


def _sided(texts: Sequence[str], times: Sequence[str | None]) -> ColumnType:
    """Return whose side a column of people is; one whom the table of people cannot place is of the side of the others."""
    countries = [side_of(text, on) for text, on in zip(texts, times, strict=True) if text]
    known = [country for country in countries if country]
    if not known or len(countries) - countries.count(None) < _needed(len(countries)):
        return "text"
    ours = known.count(HOME)
    if ours >= _MOST * len(known):
        return "ours"
    return "either" if ours else "theirs"


def _type(texts: Sequence[str], times: Sequence[str | None]) -> ColumnType:
    """Return the first type as which nearly all cells read that are not empty."""
    filled = [text for text in texts if text]
    if not filled or any("。" in text for text in filled):
        return "text"
    if (side := _sided(texts, times)) != "text":
        return side
    for kind, reads in READS.items():
        needed = _needed(len(filled)) if kind in _NAMING else _MOST * len(filled)
        if _are_read(reads, filled, needed):
            return kind
    return "text"


def _needed(cells: int) -> float:
    """Return how many of a column's cells of names have to read as such: all but one of a few, 王毅主任 among four."""
    return min(_MOST * cells, cells - (cells >= _SOME))


def _are_read(reads: Callable[[str], bool], texts: Sequence[str], needed: float) -> bool:
    """Tell whether so many texts read as something; the rest is not looked at where too many do not."""
    failed = 0
    for text in texts:
        failed += not reads(text)
        if len(texts) - failed < needed:
            return False
    return True
