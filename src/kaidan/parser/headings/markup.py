"""How a line is marked up: what is marked up as the headings of meetings are is a heading too."""

from typing import NamedTuple

from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.headings.heading import Heading

_BULLETS = frozenset("・→※⇒")
_LEVELS = frozenset("h1 h2 h3 h4 h5 h6".split())
TITLE_LEVELS = ("h1", "h2", "h3", "h4")
"""The headings that may name what a page or a table tells, the highest first; smaller ones part a text."""
_PLAIN = frozenset("address article body center div form li main p section td".split())


class Marks(NamedTuple):
    """The tag and class of a line's element, the tag that emphasises all of it, whether most of it is linked, whether it has a bullet."""

    tag: str
    style: str
    emphasis: str
    linked: bool
    bulleted: bool


class Outline(NamedTuple):
    """The lines of a page, each heading on one line of its own; the headings, and how they are marked up, by the index of their line."""

    lines: list[Line]
    headings: dict[int, Heading]
    marks: dict[int, Marks]


def marks_of(shown: Shown, line: Line) -> Marks:
    """Say how a line is marked up."""
    element, text = line.element, line.text
    whole = (str(span.what) for span in line.emphasis if span.end - span.start == len(text) > 0)
    return Marks(
        element.tag,
        element.style,
        next(whole, "") if line.emphasis else "",
        bool(line.links) and leads_elsewhere(shown, line) * 2 > len(text),
        text[:1] in _BULLETS,
    )


def leads_elsewhere(shown: Shown, line: Line) -> int:
    """Count the characters of a line that lead to another page."""
    return sum(
        span.end - span.start
        for span in line.links
        if not shown.anchors[int(span.what)].url.startswith("#")
    )


def is_plain(marks: Marks) -> bool:
    """Tell whether nothing sets a line apart from any paragraph."""
    rest = marks.style or marks.emphasis or marks.linked or marks.bulleted
    return marks.tag in _PLAIN and not rest


def is_heading_tag(tag: str) -> bool:
    """Tell whether an element is one of the six of headings."""
    return tag in _LEVELS


def is_as_high(tag: str, other: str) -> bool:
    """Tell whether an element is a heading, and as high as another is or higher; below a line of text any heading is.

    >>> is_as_high("h2", "h3"), is_as_high("h4", "h3"), is_as_high("h4", "li"), is_as_high("p", "h3")
    (True, False, True, False)
    """
    return tag in _LEVELS and (other not in _LEVELS or tag <= other)


def level_of(marks: Marks) -> int | None:
    """Return the level of a heading element, None for any other."""
    return int(marks.tag[-1]) if marks.tag in _LEVELS else None
