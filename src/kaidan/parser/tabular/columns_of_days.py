"""Days that a table parts into three columns: year, month and day, by their numbers alone or with their units."""

from collections.abc import Sequence
from itertools import pairwise

from kaidan.parser.tabular.cell_types import is_year_alone
from kaidan.parser.tabular.grids import Row, text_at

_YEAR, _MONTH, _DAY = "年", "月", "日"
_MONTHS, _DAYS = range(1, 13), range(1, 32)


def column_of_months(rows: Sequence[Row]) -> int | None:
    """Return the column of the months, between those of the years and the days, if the head above says which they are.

    Numbers below other heads are counts: of talks with one state, of those with another.
    """
    for above, row in pairwise(rows):
        for month in range(1, len(row) - 1):
            if tells_day(row, month) and _is_head(above, month):
                return month
    return None


def tells_day(row: Row, month: int) -> bool:
    """Tell whether a row has the numbers of a day in the column of months and those beside it."""
    if month + 1 >= len(row):
        return False
    year, its_month, its_day = (text_at(row, at) for at in (month - 1, month, month + 1))
    return (
        is_year_alone(year) and _is_in(its_month, _MONTH, _MONTHS) and _is_in(its_day, _DAY, _DAYS)
    )


def _is_in(text: str, unit: str, numbers: range) -> bool:
    number = text.removesuffix(unit)
    return number.isdecimal() and len(number) <= 2 and int(number) in numbers


def _is_head(row: Row, month: int) -> bool:
    return all(
        text_at(row, month + offset).endswith(unit)
        for offset, unit in ((-1, _YEAR), (0, _MONTH), (1, _DAY))
    )
