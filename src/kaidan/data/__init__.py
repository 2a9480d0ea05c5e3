"""Facts, a line each with the source beside it, and their one reader.

A table is a UTF-8 file of tab-separated values: the lines at its head that start with ``#`` say what it holds and where it comes
from, the first other line names the columns, and the last column of every row is its source.
"""

import os
from functools import cache


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the rows of ``name``.tsv as they are written, the names of the columns first; for tables of which few rows are needed."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.tsv"), "rb") as file:  # noqa: PTH118, PTH120, PTH123  pathlib: 5 ms
        written = file.read().decode().splitlines()
    head = next(at for at, line in enumerate(written) if not line.startswith("#"))
    return tuple(written[head:])


@cache
def rows(name: str) -> tuple[list[str], ...]:
    """Return the rows of ``name``.tsv as their cells, the names of the columns first; for tables that are read whole at every start."""
    return tuple([line.split("\t") for line in lines(name)])


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``name``.tsv, each a dict from column to text; an empty cell is an empty text."""
    header, *cells = rows(name)
    return tuple(dict(zip(header, row, strict=True)) for row in cells)
