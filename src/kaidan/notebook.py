"""A table of texts as HTML, as notebooks show the value of a cell."""

from collections.abc import Iterable, Sequence
from html import escape


def as_table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], foot: str) -> str:
    """Return a table with its caption and a line below it; whatever stands in the cells stays text.

    >>> as_table("日露", ["id"], [["<b>"]], "1 meeting")
    '<table><caption>日露</caption><tr><th>id</th></tr><tr><td>&lt;b&gt;</td></tr></table><p>1 meeting</p>'
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><tr>{head}</tr>{body}</table><p>{escape(foot)}</p>"


def _cells(row: Sequence[str]) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in row)
