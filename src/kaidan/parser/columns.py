"""The columns of a table type themselves: by what their cells read as, whatever stands at their head."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import spelled
from kaidan.normalizers.places import resolve_place
from kaidan.parser.cell_types import (
    DIGITS_OF_YEAR,
    LONGEST,
    READS,
    ColumnType,
    is_date,
    is_day_by_sign,
    party_of,
    side_of,
    time_of,
)
from kaidan.parser.columns_of_days import column_of_months, tells_day
from kaidan.parser.grids import Grid, Row, text_at
from kaidan.parser.heading_dates import day_by_sign

_MOST = 0.8  # of a column's cells read as its type; the others are null, with a warning


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
    columns = [[text_at(rows[at], column) for at in dated] for column in range(width)]
    types: list[ColumnType] = [
        "text" if at in grid.marks else _type(texts, [times[row] for row in dated])
        for at, texts in enumerate(columns)
    ]
    heads = rows[: dated[0]]
    _finer_of_two_places(types, columns, heads)
    _part_parties_from_places(types, columns)
    _pair_sides_in_turn(types, columns, [times[row] for row in dated])
    if months is not None:
        types[months - 1 : months + 2] = "year", "month", "date"
    _place_by_head(types, columns, heads)
    _date_by_months(types)
    _date_by_signs(types, columns)
    named = [kind for kind in types if kind not in ("text", "occasion", "either")]
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
    if not known or sum(country is not None for country in countries) < _MOST * len(countries):
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
        if _most_are(reads, filled):
            return kind
    return "text"


def _date_by_months(types: list[ColumnType]) -> None:
    """Let months be the dates of a table that has no days."""
    if "date" not in types and types.count("month") == 1:
        types[types.index("month")] = "date"


def _date_by_signs(types: list[ColumnType], columns: Sequence[Sequence[str]]) -> None:
    """Let numbers with a sign between be the dates of a table that has no others: 5/6, 11.9."""
    if "date" in types:
        return
    signed = [at for at, texts in enumerate(columns) if any(texts) and all(map(day_by_sign, texts))]
    if len(signed) == 1:
        types[signed[0]] = "date"


def _place_by_head(
    types: list[ColumnType], columns: Sequence[Sequence[str]], heads: Sequence[Row]
) -> None:
    """Let the column be of places whose head says so, of whatever it names, if no other is."""
    if "place" in types:
        return
    labels = spelled("venues", "label")
    for at, texts in enumerate(columns):
        is_headed = any(_text(row, at) in labels for row in heads)
        is_short = all(len(text) <= LONGEST and "。" not in text for text in texts)
        if is_headed and is_short and types[at] == "text" and any(texts):
            types[at] = "place"
            return


def _most_are(reads: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Tell whether nearly all texts read as something; the rest is not looked at where too many do not."""
    failed = 0
    for text in texts:
        failed += not reads(text)
        if len(texts) - failed < _MOST * len(texts):
            return False
    return True


def _pair_sides_in_turn(
    types: list[ColumnType], columns: Sequence[Sequence[str]], times: Sequence[str | None]
) -> None:
    """Let two columns name who met in either order, guest and host, if each row names one of our side and one of another."""
    people = [at for at, kind in enumerate(types) if kind == "either"]
    sides = [
        [side_of(text, on) for text, on in zip(columns[at], times, strict=True)] for at in people
    ]
    is_pair = len(sides) == 2 and all(
        None not in row and row.count(HOME) == 1 for row in zip(*sides, strict=True)
    )
    if not is_pair:
        for at in people:
            types[at] = "text"


def _finer_of_two_places(
    types: list[ColumnType], columns: Sequence[Sequence[str]], heads: Sequence[Row]
) -> None:
    """Of two columns of places, let the finer be where they met: the town beside its state, the house beside its town."""
    places = [at for at, kind in enumerate(types) if kind == "place"]
    if len(places) != 2:
        return
    one, other = places
    for coarse, fine in ((one, other), (other, one)):
        is_host = any(_text(row, coarse) in spelled("venues", "host label") for row in heads)
        pairs = zip(columns[coarse], columns[fine], strict=True)
        if is_host or all(_lies_in(there, town) for town, there in pairs):
            types[coarse] = "text"
            return


def _lies_in(there: str, town: str) -> bool:
    """Tell whether a place lies in a town, as far as its name says: of the same state, and a house or the town itself."""
    fine, coarse = resolve_place(there), resolve_place(town)
    if not fine or not coarse:
        return False
    is_in = fine.precision == "venue" and coarse.precision == "locality"
    return fine.country == coarse.country and (is_in or fine == coarse)


def _part_parties_from_places(types: list[ColumnType], columns: Sequence[Sequence[str]]) -> None:
    """Of two columns of places, let that of foreign states alone be the other side's, if the other names more than states."""
    places = [at for at, kind in enumerate(types) if kind == "place"]
    states = [at for at in places if all(party_of(text) for text in columns[at] if text)]
    if len(places) == 2 and len(states) == 1:
        types[states[0]] = "party"
