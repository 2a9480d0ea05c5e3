"""What a page shows: lines of text with their links, emphasis and images, and the elements that hold them."""

from collections.abc import Iterable
from typing import NamedTuple


class Element(NamedTuple):
    """An element that holds lines: ``parent`` is its index in :attr:`Shown.elements`, -1 at the top.

    ``frame`` is the index of the outermost header, footer, nav or aside of the page that it lies in, -1 outside them;
    ``record`` says that it lies in an element that may hold one record of several.
    """

    tag: str
    parent: int
    style: str
    frame: int
    record: bool


class Anchor(NamedTuple):
    """A link: where it leads and whether it asks for a window of its own."""

    url: str
    target: str


class Image(NamedTuple):
    """An image, standing before the character at ``offset`` of its line; sizes in pixels where the markup gives them."""

    offset: int
    url: str
    alt: str | None
    size: int | None
    linked: bool


class Span(NamedTuple):
    """A piece of a line that lies in a link (``what`` is its index in :attr:`Shown.anchors`) or is emphasised (its tag)."""

    start: int
    end: int
    what: int | str


class Line(NamedTuple):
    """A line of text, white space collapsed; ``broken`` where only a ``<br>`` parts it from the line before."""

    text: str
    element: int
    broken: bool
    links: tuple[Span, ...]
    emphasis: tuple[Span, ...]
    images: tuple[Image, ...]

    @property
    def linked(self) -> int:
        """How many of its characters lie in links."""
        return sum(span.end - span.start for span in self.links)


class Shown(NamedTuple):
    """All that a page shows, in order, and what its head says of it.

    Elements are numbered as they open, so that element ``n`` holds those from ``n`` up to, not including, ``ends[n]``.
    """

    lines: list[Line]
    elements: list[Element]
    ends: list[int]
    anchors: list[Anchor]
    title: str
    base: str | None
    lost: int

    def holds(self, ancestor: int, element: int) -> bool:
        """Tell whether an element is ``ancestor`` or lies inside it; -1 is the page."""
        return ancestor < 0 or ancestor <= element < self.ends[ancestor]


def cut(line: Line, start: int, end: int) -> Line:
    """Take a part of a line, white space off its ends, spans and images with it."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip(" "))
    end = start + len(text.strip(" "))

    def inside(spans: Iterable[Span]) -> tuple[Span, ...]:
        kept = (Span(max(s.start, start) - start, min(s.end, end) - start, s.what) for s in spans)
        return tuple(span for span in kept if span.start < span.end)

    images = tuple(i._replace(offset=i.offset - start) for i in line.images if start <= i.offset <= end and (i.offset or not start))
    return line._replace(text=line.text[start:end], links=inside(line.links), emphasis=inside(line.emphasis), images=images)
