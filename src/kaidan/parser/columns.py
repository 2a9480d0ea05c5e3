"""The columns of a table type themselves: by what their cells read as, whatever stands at their head."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.places import resolve_place
from kaidan.parser.grids import Row
from kaidan.parser.heading_dates import find_whole_date, is_year

ColumnType = Literal["date", "year", "place", "ours", "theirs", "text"]

_MOST = 0.8  # of a column's cells read as its type; the others are null, with a warning
_HOME = "JP"
_LONGEST = 40  # characters of a cell that is a date, a place or a person
_SOME_YEAR = "2000"  # in which a day without a year is a day


class Columns(NamedTuple):
    """The type of each column, and the rows that are of meetings, by their index."""

    types: tuple[ColumnType, ...]
    rows: tuple[int, ...]

    def of(self, kind: str) -> int | None:
        """Return the column of a type, if there is one."""
        return next((at for at, one in enumerate(self.types) if one == kind), None)


def read_columns(rows: Sequence[Row]) -> Columns | None:
    """Type the columns of a table; None where it has no date, or neither two sides nor a place, or two columns of one type."""
    width = max((len(row) for row in rows), default=0)
    told = [at for at, row in enumerate(rows) if _is_dated(row)]
    if len(told) < 2 or width < 2:
        return None
    types = tuple(_type([_text(rows[at], column) for at in told]) for column in range(width))
    for kind in ("date", "year", "place", "ours", "theirs"):
        if types.count(kind) > 1:
            return None
    has_sides = "ours" in types and "theirs" in types
    if "date" not in types or not (has_sides or "place" in types):
        return None
    return Columns(types, tuple(told))


def _text(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else None
    return cell.text if cell else ""


def _is_dated(row: Row) -> bool:
    """Tell whether a row names a day or a month in a cell of its own."""
    cells = {cell for cell in row if cell}
    return len(cells) > 1 and any(_is_date(cell.text) for cell in cells)


def _is_date(text: str) -> bool:
    if not text or len(text) > _LONGEST or is_year(text):
        return False
    whole = find_whole_date(text, anchor=_SOME_YEAR)
    return whole is not None and whole.precision in ("day", "month")


def _is_year(text: str) -> bool:
    return is_year(text) or (text.isdecimal() and len(text) == 4)


def _is_place(text: str) -> bool:
    return len(text) <= _LONGEST and not find_dates(text) and resolve_place(text) is not None


def side_of(text: str) -> str | None:
    """Return the country of the only one whom a cell names, and nothing besides; JP of whom nobody knows otherwise.

    >>> side_of("安倍総理"), side_of("メルケル首相"), side_of("東京")
    ('JP', 'DE', None)
    """
    if len(text) > _LONGEST:
        return None
    named = find_people(text)
    if len(named) != 1 or len(named[0].text) * 2 < len(text):
        return None
    return named[0].who.country or ""


def _sided(texts: Sequence[str]) -> ColumnType:
    """Return whose side a column of people is; one whom the table of people cannot place is of the side of the others."""
    sides = [side_of(text) for text in texts]
    known = [side for side in sides if side]
    if not known or sum(side is not None for side in sides) < _MOST * len(texts):
        return "text"
    ours = known.count(_HOME)
    if ours >= _MOST * len(known):
        return "ours"
    return "text" if ours else "theirs"


_TYPES: Sequence[tuple[ColumnType, Callable[[str], bool]]] = (
    ("year", _is_year),
    ("date", _is_date),
    ("place", _is_place),
)


def _type(texts: Sequence[str]) -> ColumnType:
    """Return the first type as which nearly all cells read that are not empty."""
    filled = [text for text in texts if text]
    if filled and (side := _sided(filled)) != "text":
        return side
    for kind, reads in _TYPES:
        if filled and sum(map(reads, filled)) >= _MOST * len(filled):
            return kind
    return "text"
