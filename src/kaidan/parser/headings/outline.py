"""Which lines are the headings of meetings.

A heading is known by what it says (:mod:`.heading`). How the page marks its headings is learned from them: a line
that is marked up as they are, yet is none, is the heading of something else (:mod:`.other_headings`).
"""

from kaidan.parser.display.shown import Line, Shown, cut
from kaidan.parser.headings.broken_headings import (
    hidden_heading,
    joined_lines,
    lines_of_one,
    openings,
)
from kaidan.parser.headings.heading import Heading, read_heading
from kaidan.parser.headings.markup import Outline, is_heading_tag, marks_of
from kaidan.parser.headings.other_forms import with_others_alike
from kaidan.parser.headings.repeats import own_headings, without_repeats
from kaidan.parser.headings.standing import told_here


def outline(shown: Shown) -> Outline:
    """Find the headings; entries of a table of contents, captions and links elsewhere that repeat one are none."""
    lines: list[Line] = []
    found: dict[int, Heading] = {}
    waiting = shown.lines
    done = 0
    for at in openings(waiting):
        if at < done:
            continue
        lines += waiting[done:at]
        line = waiting[at]
        heading, used, rest = read_heading(line.text), 1, None
        if heading is None:
            heading, used, rest = hidden_heading(waiting, at)
        if heading:
            found[len(lines)] = heading
        elif is_heading_tag(line.element.tag):
            used = lines_of_one(waiting, at)
        if rest is not None:
            lines += cut(line, 0, rest), cut(line, rest, len(line.text))
        else:
            lines.append(line if used == 1 else joined_lines(waiting[at : at + used]))
        done = at + used
    lines += waiting[done:]
    marks = {at: marks_of(shown, lines[at]) for at in found}
    own = own_headings(lines, told_here(shown, lines, found), marks)
    return with_others_alike(shown, Outline(lines, without_repeats(lines, own, marks), marks))
