"""Headings that are no line of their own: broken by ``<br>``, begun in one element and ended in the next, or run into their text."""

from collections.abc import Sequence

from kaidan.parser.display.shown import Line
from kaidan.parser.headings.heading import LAST, LONGEST, Heading, read_beside, read_heading
from kaidan.parser.headings.talks_titles import has_talks, is_title
from kaidan.text.brackets import CLOSING, OPENING

_MOST_LINES = 6  # that a heading is broken into


def openings(lines: Sequence[Line]) -> list[int]:
    """Return the lines that a heading may be or start with; all others are as they should be."""
    return [
        at
        for at, line in enumerate(lines)
        if line.emphasis or line.text[-1:] in LAST or goes_on(lines, at)
    ]


def goes_on(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the next line may be of the same heading: parted by a ``<br>``, or a bracket."""
    return at + 1 < len(lines) and (lines[at + 1].broken or lines[at + 1].text[:1] in OPENING)


def hidden_heading(lines: Sequence[Line], at: int) -> tuple[Heading | None, int, int | None]:
    """Read a heading that is no line: the heading, how many lines it takes, and where in a line the body starts if it runs on."""
    line = lines[at]
    if line.emphasis:
        start, end, _ = line.emphasis[0]
        if start == 0 and end < len(line.text) and (heading := read_heading(line.text[:end])):
            return heading, 1, end
    return (*_broken_heading(lines, at), None) if goes_on(lines, at) else (None, 1, None)


def _broken_heading(lines: Sequence[Line], at: int) -> tuple[Heading | None, int]:
    """Read a heading that is broken by ``<br>``, or whose bracket stands in the next element."""
    text = lines[at].text
    for used, line in enumerate(lines[at + 1 : at + _MOST_LINES], 2):
        if not _may_continue(text, line) or len(text) + len(line.text) > LONGEST:
            break
        text += f" {line.text}"
        if line.text.rstrip("\u3000 ")[-1:] in CLOSING and (heading := read_heading(text)):
            later = (_read(lines[start : at + used]) for start in range(at + 1, at + used))
            whole = any(
                one and one.title.startswith("日") for one in later
            )  # 日露首脳会談 needs nothing of the line before it
            return (None, 1) if whole else (heading, used)
    return None, 1


def _may_continue(text: str, line: Line) -> bool:
    """Tell whether a line may go on with what the lines before it began."""
    if text[-1:] in CLOSING and not has_talks(text):
        return False  # an item of a list, whole: 大臣の演説（令和6年1月14日）
    if line.broken:
        return True
    in_next_element = line.text[:1] in OPENING and is_title(text)
    return in_next_element and not read_beside(
        line.text
    )  # its date in a bracket before its title: a heading of its own


def _read(lines: Sequence[Line]) -> Heading | None:
    return read_heading(" ".join(line.text for line in lines))


def lines_of_one(lines: Sequence[Line], at: int) -> int:
    """Count the lines into which ``<br>`` breaks a heading of something else."""
    end = at + 1
    while (
        end < len(lines)
        and lines[end].broken
        and not (read_heading(lines[end].text) or hidden_heading(lines, end)[0])
    ):
        end += 1
    return end - at


def joined_lines(lines: Sequence[Line]) -> Line:
    """Make one line of several, with their images."""
    images = [image for line in lines for image in line.images]
    return Line(
        " ".join(line.text for line in lines), lines[0].element, lines[0].broken, (), (), images
    )
