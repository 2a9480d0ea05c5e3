"""Which lines are the headings of meetings, and which other lines end a meeting.

A heading is known by what it says (:mod:`kaidan.parser.heading`). How the page marks its headings is learned from them: a line
that is marked up as they are, yet is none, is the heading of something else.
"""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import find_dates
from kaidan.parser.body import credit_of
from kaidan.parser.foot import is_foot
from kaidan.parser.heading import (
    CLOSING,
    LAST,
    LONGEST,
    OPENING,
    Heading,
    is_title,
    names_title,
    read_beside,
    read_heading,
    read_undated,
)
from kaidan.parser.heading_dates import BEHIND_YEAR, DateLine, is_year, read_date_line
from kaidan.parser.shown import Line, Shown, cut
from kaidan.text.keys import unspaced

_BULLETS = frozenset("・→※⇒")
_NEAR = 12  # lines below a heading among which its body begins
_LONGEST_LABEL = 24  # characters of a line that tells nothing
_LONGEST_MEETING = 62  # days
_DECADES = ("年代", "世紀")
_RANGE = re.compile("[～〜~－―-]|から|より")
_MOST_LINES = 6  # that a heading is broken into
_LEVELS = frozenset("h1 h2 h3 h4 h5 h6".split())
_PLAIN = frozenset("address article body center div form li main p section td".split())
_MENUS = frozenset(["nav", "aside"])
_CELLS = frozenset(["td", "th", "dt", "dd"])

Marks = tuple[str, str, str, bool, bool]
"""How a line is marked up: the tag and class of its element, the tag that emphasises all of it, whether most of it is linked, a bullet."""


class Outline(NamedTuple):
    """The lines of a page, each heading on one line of its own; the headings, and how they are marked up, by the index of their line."""

    lines: list[Line]
    headings: dict[int, Heading]
    marks: dict[int, Marks]


def outline(shown: Shown) -> Outline:
    """Find the headings; entries of a table of contents, captions and links elsewhere that repeat one are none."""
    lines: list[Line] = []
    found: dict[int, Heading] = {}
    waiting = shown.lines
    done = 0
    for at in _openings(waiting):
        if at < done:
            continue
        lines += waiting[done:at]
        line = waiting[at]
        heading, used, rest = read_heading(line.text), 1, None
        if heading is None:
            heading, used, rest = _hidden_heading(waiting, at)
        if heading:
            found[len(lines)] = heading
        elif line.element.tag in _LEVELS:
            used = _lines_of_one(waiting, at)
        if rest is not None:
            lines += cut(line, 0, rest), cut(line, rest, len(line.text))
        else:
            lines.append(line if used == 1 else _joined(waiting[at : at + used]))
        done = at + used
    lines += waiting[done:]
    marks = {at: _marks(shown, lines[at]) for at in found}
    headings = _once(lines, _own(lines, _told_here(shown, lines, found), marks), marks)
    return _with_others_alike(shown, Outline(lines, headings, marks))


def _told_here(
    shown: Shown, lines: Sequence[Line], found: Mapping[int, Heading]
) -> dict[int, Heading]:
    """Leave out what leads to another page that tells of the meeting, and what stands over the meetings of years."""
    return {
        at: heading
        for at, heading in found.items()
        if not _is_over_years(heading)
        and not _is_over_rows(lines, found, at)
        and (has_body(lines, found, at) or not leads_away(shown, lines[at], heading.title))
    }


def leads_away(shown: Shown, line: Line, title: str) -> bool:
    """Tell whether most of a line's title is a link to another page."""
    if not line.links:
        return False
    start = max(line.text.find(title), 0)
    linked = sum(
        max(0, min(span.end, start + len(title)) - max(span.start, start))
        for span in line.links
        if not shown.anchors[int(span.what)].url.startswith("#")
    )
    return linked * 2 > len(title)


def has_body(lines: Sequence[Line], headings: Container[int], at: int) -> bool:
    """Tell whether a sentence stands below a heading, before another heading, a link, another part of the page or its footer."""
    frame = lines[at].element.frame
    for below in range(at + 1, min(at + _NEAR, len(lines))):
        line = lines[below]
        if below in headings or line.element.frame is not frame or is_foot(line):
            return False
        if line.linked * 2 > len(line.text) > 0:
            return False
        if is_sentence(line.text):
            return True
    return False


def is_sentence(text: str) -> bool:
    """Tell whether a line tells something: a full stop in it, or too long for a label."""
    return "。" in text or len(text) >= _LONGEST_LABEL


def _is_over_years(heading: Heading) -> bool:
    """Tell whether a heading's date is a time of more than two months, over a table or a list of meetings."""
    if not heading.date:
        return False
    start, end = heading.date
    words = heading.text[start:end]
    ranged = _RANGE.search(words) or _RANGE.match(heading.text, start - 1)
    if not (ranged or words.endswith(_DECADES)):
        return False
    if ranged and ranged.start() == start - 1:
        return True
    dated = next((mention for mention in find_dates(words) if mention.edtf), None)
    if not dated or "XXXX" in str(dated.edtf):
        return False
    first, last = dated.start_date, dated.end_date
    return bool(first and last and (last - first).days > _LONGEST_MEETING)


def _is_over_rows(lines: Sequence[Line], found: Mapping[int, Heading], at: int) -> bool:
    """Tell whether a heading that names a year and no place stands over the rows of a table: 日独首脳会談（2007年）."""
    heading = found[at]
    if heading.place or not heading.date or lines[at].element.tag in _CELLS:
        return False
    if not is_year(heading.text[slice(*heading.date)]):
        return False
    return any(line.element.tag in _CELLS for line in lines[at + 1 : at + _NEAR])


def _with_others_alike(shown: Shown, page: Outline) -> Outline:
    """Add the headings in other forms: the date beside the title or in the next line; and, among others, without one.

    Beside headings in brackets another form counts only where it is marked up as these are, and as no paragraph is.
    """
    lines = page.lines
    usual = Counter([page.marks[at] for at in page.headings]).most_common(1)
    marks = dict(page.marks)
    beside, below, undated = _other_forms(shown, page, marks)
    if usual:
        kept = {marks_of for marks_of, _ in usual if not _plain(marks_of)}
        beside = {at: one for at, one in beside.items() if marks[at] in kept}
        below = {at: one for at, one in below.items() if marks[at] in kept}
    elif beside or len(below) > 1:
        below = below if len(below) > 1 else {}
        counted = Counter([marks[at] for at in (*beside, *below)])
        kept = {marks_of for marks_of in counted if not _plain(marks_of)}
    else:
        return page
    undated = {at: one for at, one in undated.items() if marks[at] in kept}
    headings = {**page.headings, **beside, **below, **undated}
    if len(headings) == len(page.headings):
        return page
    return _with_lines_joined(shown, lines, dict(sorted(headings.items())), below)


def _other_forms(
    shown: Shown, page: Outline, marks: dict[int, Marks]
) -> tuple[dict[int, Heading], dict[int, Heading], dict[int, Heading]]:
    """Find the headings with a date beside the title, with one in the next line, and with none; each with a body below."""
    lines = page.lines
    beside: dict[int, Heading] = {}
    below: dict[int, Heading] = {}
    undated: dict[int, Heading] = {}
    for at, line in enumerate(lines):
        if at in page.headings or not names_title(line.text) or _names_by_link(shown, line):
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
            marks[at] = _marks(shown, line)
    return beside, below, undated


def _stands(shown: Shown, page: Outline, at: int, heading: Heading) -> bool:
    """Tell whether a line that reads as a heading stands as one: in no menu, no link to another page, with a body below."""
    line = page.lines[at]
    in_menu = line.element.frame and line.element.frame.tag in _MENUS
    return not (
        in_menu
        or _is_over_years(heading)
        or leads_away(shown, line, heading.title)
        or not has_body(page.lines, page.headings, at)
    )


def _names_by_link(shown: Shown, line: Line) -> bool:
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
            joined.append(_joined(lines[at : at + 2]))
        else:
            joined.append(line)
    return Outline(joined, found, {at: _marks(shown, joined[at]) for at in found})


def _openings(lines: Sequence[Line]) -> list[int]:
    """Return the lines that a heading may be or start with; all others are as they should be."""
    return [
        at
        for at, line in enumerate(lines)
        if line.emphasis or line.text[-1:] in LAST or _goes_on(lines, at)
    ]


def _marks(shown: Shown, line: Line) -> Marks:
    element, text = line.element, line.text
    whole, linked = "", False
    if line.emphasis:
        whole = next(
            (str(span.what) for span in line.emphasis if span.end - span.start == len(text) > 0), ""
        )
    if line.links:
        away = sum(
            span.end - span.start
            for span in line.links
            if not shown.anchors[int(span.what)].url.startswith("#")
        )
        linked = away * 2 > len(text)
    return element.tag, element.style, whole, linked, text[:1] in _BULLETS


def _plain(marks: Marks) -> bool:
    """Tell whether nothing sets a line apart from any paragraph."""
    return marks[0] in _PLAIN and not any(marks[1:])


def _level(marks: Marks) -> int:
    """Return the level of a heading element, 9 for any other."""
    return int(marks[0][1]) if marks[0] in _LEVELS else 9


def other_headings(shown: Shown, outline: Outline) -> set[int]:
    """Return the lines that are marked up as headings, or named as sections of a site are, and head no meeting."""
    of_headings = Counter([outline.marks[at] for at in outline.headings])
    deepest = max((level for marks in of_headings if (level := _level(marks)) < 9), default=6)
    higher = {tag for tag in _LEVELS if int(tag[1]) <= deepest}
    tags = {marks[0] for marks in of_headings} - higher
    last = max(outline.headings)
    titles, last_titles = spelled("page_ends", "section"), spelled("page_ends", "last section")
    last_words = spelled("page_ends", "last line")
    alike: dict[Marks, list[int]] = {}
    others: set[int] = set()
    for at, line in enumerate(outline.lines):
        tag, text = line.element.tag, line.text
        if tag in higher or text in titles or (at > last and text in last_titles):
            others.add(at)
        if (at > last and text.startswith(last_words)) or (
            text[-1:] in BEHIND_YEAR and at + 1 in outline.headings and is_year(text)
        ):
            others.add(at)
        if tag in tags:
            alike.setdefault(outline.marks.get(at) or _marks(shown, line), []).append(at)
    for marks, lines in alike.items():
        if of_headings[marks] * 2 >= len(lines) and not _plain(marks):
            others.update(_no_labels(outline.lines, lines))
    return others - outline.headings.keys() - _besides(outline)


def _besides(outline: Outline) -> set[int]:
    """Return the lines behind a heading in its own element: what it says in another language."""
    lines = outline.lines
    return {
        at + 1
        for at in outline.headings
        if at + 1 < len(lines) and lines[at + 1].element is lines[at].element
    }


def _no_labels(lines: Sequence[Line], alike: Sequence[int]) -> list[int]:
    """Leave out what stands in many records alike (概要, a title in another language), what credits a photo, and sentences."""
    times = Counter([lines[at].text for at in alike])
    return [
        at
        for at in alike
        if times[lines[at].text] == 1
        and "。" not in lines[at].text
        and not credit_of(lines[at].text)
    ]


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the next line may be of the same heading: parted by a ``<br>``, or a bracket."""
    return at + 1 < len(lines) and (lines[at + 1].broken or lines[at + 1].text[:1] in OPENING)


def _hidden_heading(lines: Sequence[Line], at: int) -> tuple[Heading | None, int, int | None]:
    """Read a heading that is no line: the heading, how many lines it takes, and where in a line the body starts if it runs on."""
    line = lines[at]
    if line.emphasis:
        start, end, _ = line.emphasis[0]
        if start == 0 and end < len(line.text) and (heading := read_heading(line.text[:end])):
            return heading, 1, end
    return (*_broken_heading(lines, at), None) if _goes_on(lines, at) else (None, 1, None)


def _broken_heading(lines: Sequence[Line], at: int) -> tuple[Heading | None, int]:
    """Read a heading that is broken by ``<br>``, or whose bracket stands in the next element."""
    text = lines[at].text
    for used, line in enumerate(lines[at + 1 : at + _MOST_LINES], 2):
        in_next_element = not line.broken and line.text[:1] in OPENING and is_title(text)
        if in_next_element and read_beside(line.text):
            break  # a heading of its own, whose date stands in a bracket before its title
        if not (line.broken or in_next_element) or len(text) + len(line.text) > LONGEST:
            break
        text += f" {line.text}"
        if line.text.rstrip("\u3000 ")[-1:] in CLOSING and (heading := read_heading(text)):
            later = (_read(lines[start : at + used]) for start in range(at + 1, at + used))
            whole = any(
                one and one.title.startswith("日") for one in later
            )  # 日露首脳会談 needs nothing of the line before it
            return (None, 1) if whole else (heading, used)
    return None, 1


def _read(lines: Sequence[Line]) -> Heading | None:
    return read_heading(" ".join(line.text for line in lines))


def _lines_of_one(lines: Sequence[Line], at: int) -> int:
    """Count the lines into which ``<br>`` breaks a heading of something else."""
    end = at + 1
    while (
        end < len(lines)
        and lines[end].broken
        and not (read_heading(lines[end].text) or _hidden_heading(lines, end)[0])
    ):
        end += 1
    return end - at


def _joined(lines: Sequence[Line]) -> Line:
    images = [image for line in lines for image in line.images]
    return Line(
        " ".join(line.text for line in lines), lines[0].element, lines[0].broken, (), (), images
    )


def _own(
    lines: Sequence[Line], found: Mapping[int, Heading], marks: Mapping[int, Marks]
) -> dict[int, Heading]:
    """Leave out what stands in a menu; then, of what is not marked up as most headings are, links, items and plain lines."""
    outside = [
        at for at in found if not (frame := lines[at].element.frame) or frame.tag not in _MENUS
    ] or list(found)
    if len({marks[at] for at in outside}) < 2:
        return {at: found[at] for at in outside}
    usual = Counter([marks[at] for at in outside]).most_common(1)
    return {
        at: found[at]
        for at in outside
        if marks[at] == usual[0][0] or not _doubtful(marks[at], *usual[0])
    }


def _doubtful(marks: Marks, usual: Marks, count: int) -> bool:
    _, _, _, linked, bulleted = marks
    return linked or bulleted or (_plain(marks) and not _plain(usual) and count > 1)


def _once(
    lines: Sequence[Line], found: Mapping[int, Heading], marks: Mapping[int, Marks]
) -> dict[int, Heading]:
    """Drop what repeats a heading: the entries of a table of contents, in links or in a row, and captions."""
    same: dict[str, list[int]] = {}
    alike = len({marks[at] for at in found}) == 1
    for at, heading in found.items():
        same.setdefault("".join(heading.text.split()) if alike else _name(heading), []).append(at)
    if len(same) == len(found):
        return dict(found)
    usual = Counter([marks[at] for at in found]).most_common(1)
    dropped: set[int] = set()
    for places in (places for places in same.values() if len(places) > 1):
        repeats = [at for at in places if _is_entry(lines, found, at)]
        dropped.update(repeats if len(repeats) < len(places) else repeats[:-1])
        left = [at for at in places if at not in dropped]
        unusual = [at for at in left if marks[at] != usual[0][0]]
        dropped.update(unusual if len(unusual) < len(left) else ())
    return {at: heading for at, heading in found.items() if at not in dropped}


def _name(heading: Heading) -> str:
    """Return what a heading and an entry for it have in common, whatever their width, number and bullet."""
    return unspaced(
        heading.title
        + heading.text[slice(*heading.place or (0, 0))]
        + heading.text[slice(*heading.date or (0, 0))]
    )


def _is_entry(lines: Sequence[Line], found: Mapping[int, Heading], at: int) -> bool:
    return lines[at].linked * 2 > len(lines[at].text) or at + 1 in found or at - 1 in found
