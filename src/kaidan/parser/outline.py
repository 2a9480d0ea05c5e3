"""Which lines are the headings of meetings, and which other lines end a meeting.

A heading is known by what it says (:mod:`kaidan.parser.heading`). How the page marks its headings is learned from them: a line
that is marked up as they are, yet is none, is the heading of something else.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kaidan.parser.heading import CLOSING, OPENING, Heading, is_title, read_heading
from kaidan.parser.lines import Line, Shown, Span

_LONGEST = 120  # characters of a heading, brackets and all
_MOST_LINES = 4  # that a heading is broken into
_LEVELS = frozenset("h1 h2 h3 h4 h5 h6".split())
_PLAIN = frozenset("address article body center div form li main p section td".split())


class Outline(NamedTuple):
    """The lines of a page, each heading on one line of its own, and the headings by the index of their line."""

    lines: list[Line]
    headings: dict[int, Heading]


def outline(shown: Shown) -> Outline:
    """Find the headings; entries of a table of contents and lines of the page's frame are none."""
    lines: list[Line] = []
    found: dict[int, Heading] = {}
    waiting = shown.lines
    at = 0
    while at < len(waiting):
        heading, used, rest = _heading_at(waiting, at)
        if not heading and shown.elements[waiting[at].element].tag in _LEVELS:
            used = _lines_of_one(waiting, at)
        if heading:
            found[len(lines)] = heading
        lines.append(_joined(waiting[at : at + used]) if rest is None else _cut(waiting[at], 0, rest))
        if rest is not None:
            lines.append(_cut(waiting[at], rest, len(waiting[at].text)))
        at += used
    return Outline(lines, _without_contents(lines, _outside_frame(shown, lines, found)))


def _heading_at(lines: list[Line], at: int) -> tuple[Heading | None, int, int | None]:
    """Read a heading at a line: the heading, how many lines it takes, and where in a line the body starts if it runs on."""
    text = lines[at].text
    short = len(text) <= _LONGEST
    if short and text.rstrip("\u3000 ").endswith(tuple(CLOSING)) and (heading := read_heading(text)):
        return heading, 1, None
    for span in lines[at].emphasis[:1]:
        if span.start == 0 and span.end < len(text) and (heading := read_heading(text[: span.end])):
            return heading, 1, span.end
    return (*_broken_heading(lines, at), None) if short else (None, 1, None)


def _lines_of_one(lines: list[Line], at: int) -> int:
    """Count the lines into which ``<br>`` breaks a heading of something else."""
    end = at + 1
    while end < len(lines) and lines[end].broken:
        end += 1
    return end - at


def _broken_heading(lines: list[Line], at: int) -> tuple[Heading | None, int]:
    """Read a heading that is broken by ``<br>``, or whose bracket stands in the next element."""
    parts = [lines[at].text]
    for line in lines[at + 1 : at + _MOST_LINES]:
        in_next_element = not line.broken and len(parts) == 1 and line.text.startswith(tuple(OPENING)) and is_title(parts[0])
        if not (line.broken or in_next_element) or len(line.text) > _LONGEST:
            break
        parts.append(line.text)
        if heading := read_heading(" ".join(parts)):
            return heading, len(parts)
    return None, 1


def _joined(lines: list[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    images = tuple(image for line in lines for image in line.images)
    return lines[0]._replace(text=" ".join(line.text for line in lines), links=(), emphasis=(), images=images)


def _cut(line: Line, start: int, end: int) -> Line:
    """Take a part of a line, white space off its ends, spans and images with it."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip(" "))
    end = start + len(text.strip(" "))

    def inside(spans: Iterable[Span]) -> tuple[Span, ...]:
        kept = (Span(max(s.start, start) - start, min(s.end, end) - start, s.what) for s in spans)
        return tuple(span for span in kept if span.start < span.end)

    images = tuple(i._replace(offset=i.offset - start) for i in line.images if start <= i.offset <= end and (i.offset or not start))
    return line._replace(text=line.text[start:end], links=inside(line.links), emphasis=inside(line.emphasis), images=images)


def _outside_frame(shown: Shown, lines: list[Line], found: dict[int, Heading]) -> dict[int, Heading]:
    outside = {at: heading for at, heading in found.items() if not shown.elements[lines[at].element].chrome}
    return outside or found


def _without_contents(lines: list[Line], found: dict[int, Heading]) -> dict[int, Heading]:
    """Drop the entries of a table of contents: they repeat headings, as links or in a row with nothing between."""
    same: dict[str, list[int]] = {}
    for at, heading in found.items():
        same.setdefault("".join(heading.text.split()), []).append(at)
    dropped: set[int] = set()
    for places in same.values():
        entries = [at for at in places if _is_entry(lines, found, at)]
        dropped.update(entries if len(entries) < len(places) else entries[:-1])
    return {at: heading for at, heading in found.items() if at not in dropped}


def _is_entry(lines: list[Line], found: Mapping[int, Heading], at: int) -> bool:
    linked = sum(span.end - span.start for span in lines[at].links) * 2 > len(lines[at].text)
    return linked or at + 1 in found or at - 1 in found


def other_headings(shown: Shown, outline: Outline) -> set[int]:
    """Return the lines that are marked up as headings and head no meeting: where a meeting ends."""
    marks = {at: _marks(shown, line) for at, line in enumerate(outline.lines)}
    of_headings = Counter(marks[at] for at in outline.headings)
    of_all = Counter(marks.values())
    learned = {mark for mark, count in of_headings.items() if count * 2 >= of_all[mark] and (mark[0] not in _PLAIN or any(mark[1:]))}
    levels = [int(mark[0][1]) for mark in of_headings if mark[0] in _LEVELS]
    deepest = max(levels, default=6)
    others = {at for at, mark in marks.items() if mark in learned or (mark[0] in _LEVELS and int(mark[0][1]) <= deepest)}
    return others - outline.headings.keys()


def _marks(shown: Shown, line: Line) -> tuple[str, str, str]:
    element = shown.elements[line.element] if line.element >= 0 else None
    whole = next((str(span.what) for span in line.emphasis if span.end - span.start == len(line.text) > 0), "")
    return (element.tag, element.style, whole) if element else ("", "", whole)
