"""What a shape makes of a page: records, each one meeting as the page shows it, whatever the shape."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from kaidan.models import Shape
from kaidan.parser.content.body import Body
from kaidan.parser.headings.heading import Heading

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


class ParsedPage(NamedTuple):
    """A page taken apart; texts are lines as shown.

    ``title_line`` is empty where only the head names the page; ``unread`` are lines of the remainder or of a body that are marked
    up as the meetings' headings are and speak of a meeting and a date, but in no way that is understood.
    """

    title: str | None
    title_line: str
    breadcrumb: tuple[str, ...]
    sections: list[Section]
    remainder: list[str]
    chrome: list[str]
    unread: list[str]
    shape: Shape = "chronicle"
    context: tuple[str, ...] = ()
