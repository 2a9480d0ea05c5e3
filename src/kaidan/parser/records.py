"""What a shape makes of a page: records, each one meeting as the page shows it, whatever the shape."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from kaidan.parser.body import Body
from kaidan.parser.heading import Heading

Field = Literal["date", "year", "month", "place", "ours", "theirs"]
"""What a cell of a table tells of a meeting; year and month are those that a date borrows."""


class Slice(NamedTuple):
    """A piece of a record's heading, or of a line of the page's context, by its code points."""

    where: Literal["heading", "context"]
    block: int | None
    start: int
    end: int
    text: str


class Section(NamedTuple):
    """One meeting as the page shows it.

    ``published`` is the day on which the page says that it was published, in EDTF, where its date line says so; ``cells`` say which
    piece tells what where the columns of a table say so, and ``parties`` between whom the talks were where a column says it.
    """

    heading: Heading
    body: Body
    published: str | None = None
    cells: Mapping[Field, Slice] = MappingProxyType({})
    parties: tuple[str, ...] = ()
