"""Headings in other forms than brackets: the date beside the title or in the next line; and, among others, without one."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from kaidan.normalizers.events.tellings import tells_of_meeting
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.headings.broken_headings import joined_lines
from kaidan.parser.headings.heading import Heading, names_title, read_beside, read_undated
from kaidan.parser.headings.heading_dates import DateLine, read_date_line
from kaidan.parser.headings.markup import Marks, Outline, is_plain, marks_of
from kaidan.parser.headings.standing import (
    first_sentence,
    is_over_years,
    is_without_meeting,
    leads_away,
)

_MENUS = frozenset(["nav", "aside"])


def with_others_alike(shown: Shown, page: Outline) -> Outline:
    """Add the headings in other forms: the date beside the title or in the next line; and, among others, without one.

    Beside headings in brackets another form counts only where it is marked up as these are, and as no paragraph is.
    """
    lines = page.lines
    usual = Counter([page.marks[at] for at in page.headings]).most_common(1)
    marks = dict(page.marks)
    beside, below, undated = _other_forms(shown, page, marks)
    if usual:
        kept = {marks_of for marks_of, _ in usual if not is_plain(marks_of)}
        beside = {at: one for at, one in beside.items() if marks[at] in kept}
        below = {at: one for at, one in below.items() if marks[at] in kept}
    elif beside or len(below) > 1:
        below = below if len(below) > 1 else {}
        counted = Counter([marks[at] for at in (*beside, *below)])
        kept = {marks_of for marks_of in counted if not is_plain(marks_of)}
    else:
        return _with_days_alone(shown, page)
    undated = {at: one for at, one in undated.items() if marks[at] in kept}
    headings = {**page.headings, **beside, **below, **undated}
    if len(headings) == len(page.headings):
        return page
    return _with_lines_joined(shown, lines, dict(sorted(headings.items())), below)


def _with_days_alone(shown: Shown, page: Outline) -> Outline:
    """Take days below one title for headings, where a page has them and no other."""
    from kaidan.parser.headings.dated_headings import dated_headings  # noqa: PLC0415  beside others it has none

    dated = dated_headings(page)
    if not dated:
        return page
    return Outline(page.lines, dated, {at: marks_of(shown, page.lines[at]) for at in dated})


def _other_forms(
    shown: Shown, page: Outline, marks: dict[int, Marks]
) -> tuple[dict[int, Heading], dict[int, Heading], dict[int, Heading]]:
    """Find the headings with a date beside the title, with one in the next line, and with none; each with a body below."""
    lines = page.lines
    beside: dict[int, Heading] = {}
    below: dict[int, Heading] = {}
    undated: dict[int, Heading] = {}
    for at, line in enumerate(lines):
        if at in page.headings or not names_title(line.text) or names_by_link(shown, line):
            continue
        heading = read_beside(line.text)
        form = beside
        if not heading:
            heading = read_undated(line.text)
            form = undated
            dated = heading and at + 1 < len(lines) and read_date_line(lines[at + 1].text)
            if heading and dated:
                heading, form = _with_date_line(heading, lines[at + 1].text, dated), below
        if heading and _stands(shown, page, at, heading):
            form[at] = heading
            marks[at] = marks_of(shown, line)
    return beside, below, undated


def _stands(shown: Shown, page: Outline, at: int, heading: Heading) -> bool:
    """Tell whether a line that reads as a heading stands as one: in no menu, no link to another page, with a body below."""
    line = page.lines[at]
    in_menu = line.element.frame and line.element.frame.tag in _MENUS
    return not (
        in_menu
        or is_over_years(heading)
        or leads_away(shown, line, heading.title)
        or not _is_told(page, at)
        or is_without_meeting(page.lines, page.headings, at, heading)
    )


def _is_told(page: Outline, at: int) -> bool:
    """Tell whether a text stands below a heading: a sentence, where no other heading is in brackets, and not only a long label."""
    below = first_sentence(page.lines, page.headings, at)
    if below is None:
        return False
    told = page.lines[below : below + 2]  # a line of labels, and what is told behind it
    return bool(page.headings) or any(map(_is_full_sentence, told))


def _is_full_sentence(line: Line) -> bool:
    if "。" in line.text or line.text.endswith("、"):
        return True
    return not line.links and tells_of_meeting(line.text)


def names_by_link(shown: Shown, line: Line) -> bool:
    """Tell whether what names the talks is a link to another page: the cheap look before a line is read."""
    return any(
        not shown.anchors[int(span.what)].url.startswith("#")
        and names_title(line.text[span.start : span.end])
        for span in line.links
    )


def _with_date_line(heading: Heading, line: str, dated: DateLine) -> Heading:
    """Make one heading of a title and the line below it that tells the date, and the place."""
    offset = len(heading.text) + 1
    place = dated.place and (dated.place[0] + offset, dated.place[1] + offset)
    date = (dated.date[0] + offset, dated.date[1] + offset)
    return Heading(f"{heading.text} {line}", heading.title, place or heading.place, date)


def _with_lines_joined(
    shown: Shown, lines: Sequence[Line], headings: Mapping[int, Heading], below: Container[int]
) -> Outline:
    """Put each heading that takes two lines on one."""
    joined: list[Line] = []
    found: dict[int, Heading] = {}
    skip = -1
    for at, line in enumerate(lines):
        if at == skip:
            continue
        if at in headings:
            found[len(joined)] = headings[at]
        if at in below:
            skip = at + 1
            joined.append(joined_lines(lines[at : at + 2]))
        else:
            joined.append(line)
    return Outline(joined, found, {at: marks_of(shown, joined[at]) for at in found})
