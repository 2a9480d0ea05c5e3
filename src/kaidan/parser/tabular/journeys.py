"""A journey of days and towns is no list of talks, whatever title it stands below."""

from collections.abc import Iterator
from datetime import date

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.tellings import tells_of_meeting
from kaidan.parser.tabular.cell_types import year_of
from kaidan.parser.tabular.columns import Columns
from kaidan.parser.tabular.grids import Grid

_LONGEST = 31  # days from the first of a journey to its last
_SOME_YEAR = "2000"
"""The year of days that stand below none: of what year they are does not matter here."""
_SAYING_WHO = ("both", "ours", "theirs", "title", "party")


def is_journey(grid: Grid, columns: Columns) -> bool:
    """Tell whether the rows of a table name days and towns alone, of one journey: a month at most, or with words of travel.

    Talks of two states lie further apart, or a column says who met.
    """
    if any(columns.of(kind) is not None for kind in _SAYING_WHO):
        return False
    texts = [cell.text for at in columns.rows for cell in grid.rows[at] if cell]
    if any("。" in text and tells_of_meeting(text) for text in texts):
        return False
    travel = spelled("headings", "travel")
    if any(text.endswith(travel) for text in texts):
        return True
    days = sorted(_days(grid, columns))
    return not days or (days[-1] - days[0]).days <= _LONGEST


def _days(grid: Grid, columns: Columns) -> Iterator[date]:
    """Yield the first day of each row's date; one without a year is of the year above it."""
    column = columns.of("date")
    year = _SOME_YEAR
    for at in columns.rows:
        row = grid.rows[at]
        year = next(filter(None, (year_of(cell.text) for cell in row if cell)), year)
        cell = row[column] if column is not None and column < len(row) else None
        dated = next(iter(find_dates(cell.text, anchor=year)), None) if cell else None
        if dated and dated.start_date:
            yield dated.start_date
