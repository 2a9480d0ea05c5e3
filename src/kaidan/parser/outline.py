"""Which lines are the headings of meetings, and which other lines end a meeting.

A heading is known by what it says (:mod:`kaidan.parser.heading`). How the page marks its headings is learned from them: a line
that is marked up as they are, yet is none, is the heading of something else.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kaidan.parser.heading import CLOSING, LONGEST, OPENING, Heading, is_title, read_heading
from kaidan.parser.shown import Line, Shown, cut

_OPENING = frozenset(OPENING)
_BULLETS = frozenset("・→※⇒")
_MOST_LINES = 6  # that a heading is broken into
_LEVELS = frozenset("h1 h2 h3 h4 h5 h6".split())
_PLAIN = frozenset("address article body center div form li main p section td".split())
_OTHER_TITLES = frozenset("お知らせ お問い合わせ お問合せ お問い合わせ先 新着情報 更新情報".split())
_LAST_TITLES = frozenset("関連リンク 関連情報 関連ページ リンク 参考リンク".split())


class Outline(NamedTuple):
    """The lines of a page, each heading on one line of its own, and the headings by the index of their line."""

    lines: list[Line]
    headings: dict[int, Heading]


class Marks(NamedTuple):
    """How a line is marked up; ``plain`` is as any paragraph is."""

    tag: str
    style: str
    emphasis: str
    linked: bool
    bulleted: bool

    @property
    def plain(self) -> bool:
        """Whether nothing sets the line apart."""
        return self.tag in _PLAIN and not any(self[1:])

    @property
    def level(self) -> int:
        """The level of a heading element, 9 for any other."""
        return int(self.tag[1]) if self.tag in _LEVELS else 9


def outline(shown: Shown) -> Outline:
    """Find the headings; entries of a table of contents, captions and links elsewhere that repeat one are none."""
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
        lines.append(_joined(waiting[at : at + used]) if rest is None else cut(waiting[at], 0, rest))
        if rest is not None:
            lines.append(cut(waiting[at], rest, len(waiting[at].text)))
        at += used
    marks = {at: marks_of(shown, lines[at]) for at in found}
    return Outline(lines, _once(lines, _own(shown, lines, found, marks), marks))


def marks_of(shown: Shown, line: Line) -> Marks:
    """Tell how a line is marked up."""
    element = shown.elements[line.element] if line.element >= 0 else None
    bulleted = line.text[:1] in _BULLETS
    if element and not line.emphasis and not line.links:
        return Marks(element.tag, element.style, "", linked=False, bulleted=bulleted)
    whole = next((str(span.what) for span in line.emphasis if span.end - span.start == len(line.text) > 0), "")
    linked = sum(span.end - span.start for span in line.links if not shown.anchors[int(span.what)].url.startswith("#"))
    return Marks(element.tag if element else "", element.style if element else "", whole, linked * 2 > len(line.text), bulleted)


def other_headings(shown: Shown, outline: Outline) -> set[int]:
    """Return the lines that are marked up as headings, or named as sections of a site are, and head no meeting."""
    marks = {at: marks_of(shown, line) for at, line in enumerate(outline.lines)}
    of_headings = Counter(marks[at] for at in outline.headings)
    of_all = Counter(marks.values())
    learned = {mark for mark, count in of_headings.items() if count * 2 >= of_all[mark] and not mark.plain}
    deepest = max((mark.level for mark in of_headings if mark.level < 9), default=6)
    others = {at for at, mark in marks.items() if mark in learned or mark.level <= deepest}
    last = max(outline.headings)
    named = {at for at, line in enumerate(outline.lines) if line.text in _OTHER_TITLES or (at > last and line.text in _LAST_TITLES)}
    return (others | named) - outline.headings.keys()


def _heading_at(lines: Sequence[Line], at: int) -> tuple[Heading | None, int, int | None]:
    """Read a heading at a line: the heading, how many lines it takes, and where in a line the body starts if it runs on."""
    text = lines[at].text
    if heading := read_heading(text):
        return heading, 1, None
    for span in lines[at].emphasis[:1]:
        if span.start == 0 and span.end < len(text) and (heading := read_heading(text[: span.end])):
            return heading, 1, span.end
    if at + 1 == len(lines) or not (lines[at + 1].broken or lines[at + 1].text[:1] in _OPENING):
        return None, 1, None
    heading, used = _broken_heading(lines, at)
    return heading, used, None


def _broken_heading(lines: Sequence[Line], at: int) -> tuple[Heading | None, int]:
    """Read a heading that is broken by ``<br>``, or whose bracket stands in the next element."""
    text = lines[at].text
    for used, line in enumerate(lines[at + 1 : at + _MOST_LINES], 2):
        in_next_element = not line.broken and line.text[:1] in _OPENING and is_title(text)
        if not (line.broken or in_next_element) or len(text) + len(line.text) > LONGEST:
            break
        text += f" {line.text}"
        if line.text.rstrip("\u3000 ").endswith(tuple(CLOSING)) and (heading := read_heading(text)):
            later = (_read(lines[start : at + used]) for start in range(at + 1, at + used))
            whole = any(one and one.title.startswith("日") for one in later)  # 日露首脳会談 needs nothing of the line before it
            return (None, 1) if whole else (heading, used)
    return None, 1


def _read(lines: Sequence[Line]) -> Heading | None:
    return read_heading(" ".join(line.text for line in lines))


def _lines_of_one(lines: Sequence[Line], at: int) -> int:
    """Count the lines into which ``<br>`` breaks a heading of something else."""
    end = at + 1
    while end < len(lines) and lines[end].broken and not _heading_at(lines, end)[0]:
        end += 1
    return end - at


def _joined(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    images = tuple(image for line in lines for image in line.images)
    return lines[0]._replace(text=" ".join(line.text for line in lines), links=(), emphasis=(), images=images)


def _own(shown: Shown, lines: Sequence[Line], found: Mapping[int, Heading], marks: Mapping[int, Marks]) -> dict[int, Heading]:
    """Leave out what stands in a menu; then, of what is not marked up as most headings are, links, items and plain lines."""
    outside = [at for at in found if not _in_nav(shown, lines[at])] or list(found)
    usual = Counter(marks[at] for at in outside).most_common(1)
    return {at: found[at] for at in outside if marks[at] == usual[0][0] or not _doubtful(marks[at], *usual[0])}


def _doubtful(mark: Marks, usual: Marks, count: int) -> bool:
    return mark.linked or mark.bulleted or (mark.plain and not usual.plain and count > 1)


def _in_nav(shown: Shown, line: Line) -> bool:
    frame = shown.elements[line.element].frame if line.element >= 0 else -1
    return frame >= 0 and shown.elements[frame].tag in {"nav", "aside"}


def _once(lines: Sequence[Line], found: Mapping[int, Heading], marks: Mapping[int, Marks]) -> dict[int, Heading]:
    """Drop what repeats a heading: the entries of a table of contents, in links or in a row, and captions."""
    usual = Counter(marks[at] for at in found).most_common(1)
    same: dict[str, list[int]] = {}
    for at, heading in found.items():
        same.setdefault("".join(heading.text.split()), []).append(at)
    dropped: set[int] = set()
    for places in same.values():
        repeats = [at for at in places if _is_entry(lines, found, at)]
        dropped.update(repeats if len(repeats) < len(places) else repeats[:-1])
        left = [at for at in places if at not in dropped]
        unusual = [at for at in left if marks[at] != usual[0][0]]
        dropped.update(unusual if len(unusual) < len(left) else ())
    return {at: heading for at, heading in found.items() if at not in dropped}


def _is_entry(lines: Sequence[Line], found: Mapping[int, Heading], at: int) -> bool:
    return lines[at].linked * 2 > len(lines[at].text) or at + 1 in found or at - 1 in found
