"""What stands outside of the meetings that rows or lines tell: the remainder of the content, and what surrounds it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kaidan.parser.display.shown import Element, Line, Shown
from kaidan.parser.frame import is_to_top


class Outside(NamedTuple):
    """The texts of the content that belong to no meeting, and those around the content."""

    remainder: list[str]
    chrome: list[str]


def outside_of(
    shown: Shown,
    lines: Sequence[Line],
    told: Collection[int],
    content: range,
    holder: Element | None = None,
) -> Outside:
    """Part the lines that tell of no meeting.

    Args:
        shown: The page.
        lines: Its lines.
        told: Those that stand elsewhere, by their index: what tells of meetings or lends them something, the title.
        content: Where the content begins and ends.
        holder: The element that holds all of the content, where one does.
    """
    outside = Outside([], [])
    for at, line in enumerate(lines):
        if at in told or not line.text:
            continue
        is_inside = at in content and line.element.frame is None
        is_inside = is_inside and (holder is None or holder.holds(line.element))
        is_remainder = is_inside and not is_to_top(shown, line)
        (outside.remainder if is_remainder else outside.chrome).append(line.text)
    return outside
