"""Sizes that attributes name: pixels of an image, rows or columns that a cell goes across."""

from functools import lru_cache

_LONGEST_SPAN = 1_000  # rows or columns, as HTML has it for columns


def cells_across(value: str | None) -> int:
    """Return over how many rows or columns a cell goes; a table is no larger than this allows."""
    number = (value or "").strip()
    return min(max(int(number), 1), _LONGEST_SPAN) if number.isdecimal() and len(number) < 6 else 1


@lru_cache(64)  # the images of a page are alike
def pixels(width: str | None, height: str | None) -> int | None:
    """Return the smaller side of an image in pixels; None where it names none."""
    return min(
        [int(size) for size in (width, height) if size and len(size) < 9 and size.isdecimal()],
        default=None,
    )  # longer is no size
