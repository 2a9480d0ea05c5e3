"""What a page shows: lines of text with their links, emphasis and images, and the elements that hold them.

Elements and lines are as many as the page is long, so they are plain objects with slots: a named tuple takes half as long again to
make, and three times as long to ask. Nothing changes them once the page is read.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

MOST_HIDDEN = 0.25
"""Of a page's text: more is no menu that folds, but markup gone wrong, or a script to come."""
_UNENDED = sys.maxsize


class Element:
    """An element that holds lines, in :attr:`above`; the outermost is the page itself, number -1, without a tag.

    Elements are numbered as they open, so that one holds those from its ``number`` up to, not including, its ``end``. ``frame`` is
    the outermost header, footer, nav or aside of the page that it lies in.
    """

    __slots__ = ("above", "end", "frame", "number", "style", "tag")

    def __init__(self, number: int, tag: str, above: "Element | None") -> None:
        self.number = number
        self.end = _UNENDED
        self.tag = tag
        self.style = ""
        self.above = above
        self.frame: Element | None = above and above.frame

    def holds(self, other: "Element") -> bool:
        """Tell whether another element is this one or lies inside it."""
        return self.number <= other.number < self.end


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


class Line:
    """A line of text, white space collapsed; ``broken`` where only a ``<br>`` parts it from the line before."""

    __slots__ = ("broken", "element", "emphasis", "images", "links", "text")

    def __init__(  # noqa: PLR0913, PLR0917  a record's fields
        self,
        text: str,
        element: Element,
        broken: bool,  # noqa: FBT001  likewise
        links: Sequence[Span],
        emphasis: Sequence[Span],
        images: Sequence[Image],
    ) -> None:
        self.text = text
        self.element = element
        self.broken = broken
        self.links = links
        self.emphasis = emphasis
        self.images = images

    @property
    def linked(self) -> int:
        """How many of its characters lie in links."""
        return sum(span.end - span.start for span in self.links) if self.links else 0


class Shown(NamedTuple):
    """All that a page shows, in order, and what its head says of it.

    ``spans`` are over how many rows and columns a cell goes, where it says so.
    ``lost`` are the characters of the markup's text that no parser found, ``hidden`` those that the page itself hides.
    """

    lines: list[Line]
    elements: list[Element]
    anchors: list[Anchor]
    title: str
    base: str | None
    lost: int
    hidden: int = 0
    spans: Mapping[Element, tuple[int, int]] = MappingProxyType({})

    @property
    def hidden_share(self) -> float:
        """The part of the page's text that it hides, of 1."""
        if not self.hidden:
            return 0
        return self.hidden / (self.hidden + sum(len(line.text) for line in self.lines))


def cut(line: Line, start: int, end: int) -> Line:
    """Take a part of a line, white space off its ends, spans and images with it."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip(" "))
    end = start + len(text.strip(" "))

    def inside(spans: Iterable[Span]) -> list[Span]:
        kept = (Span(max(s.start, start) - start, min(s.end, end) - start, s.what) for s in spans)
        return [span for span in kept if span.start < span.end]

    images = [
        i._replace(offset=i.offset - start)
        for i in line.images
        if start <= i.offset <= end and (i.offset or not start)
    ]
    return Line(
        line.text[start:end],
        line.element,
        line.broken,
        inside(line.links),
        inside(line.emphasis),
        images,
    )
