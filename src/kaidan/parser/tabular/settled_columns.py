"""What a column is beside the others of its table: the finer of two places, whose side two of people are, what its head says."""

from collections.abc import Sequence

from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import spelled
from kaidan.normalizers.places import resolve_place
from kaidan.parser.headings.heading_dates import day_by_sign
from kaidan.parser.tabular.cell_types import LONGEST, ColumnType, party_of, side_of
from kaidan.parser.tabular.grids import Row, text_at


def settle(
    types: list[ColumnType],
    columns: Sequence[Sequence[str]],
    heads: Sequence[Row],
    times: Sequence[str | None],
) -> None:
    """Change the types of columns that another column, or their own head, makes something else of.

    Args:
        types: What each column's cells read as by themselves.
        columns: The cells of each column in the rows of meetings.
        heads: The rows above them.
        times: When each row of meetings was, as far as it is known, in EDTF.
    """
    _finer_of_two_places(types, columns, heads)
    _part_parties_from_places(types, columns)
    _pair_sides_in_turn(types, columns, times)
    _place_by_head(types, columns, heads)
    _date_by_months(types)
    _date_by_signs(types, columns)


def _finer_of_two_places(
    types: list[ColumnType], columns: Sequence[Sequence[str]], heads: Sequence[Row]
) -> None:
    """Of two columns of places, let the finer be where they met: the town beside its state, the house beside its town."""
    places = [at for at, kind in enumerate(types) if kind == "place"]
    if len(places) != 2:
        return
    one, other = places
    for coarse, fine in ((one, other), (other, one)):
        is_host = any(text_at(row, coarse) in spelled("venues", "host label") for row in heads)
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


def _place_by_head(
    types: list[ColumnType], columns: Sequence[Sequence[str]], heads: Sequence[Row]
) -> None:
    """Let the column be of places whose head says so, of whatever it names, if no other is."""
    if "place" in types:
        return
    labels = spelled("venues", "label")
    for at, texts in enumerate(columns):
        is_headed = any(text_at(row, at) in labels for row in heads)
        is_short = all(len(text) <= LONGEST and "。" not in text for text in texts)
        if is_headed and is_short and types[at] == "text" and any(texts):
            types[at] = "place"
            return


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
