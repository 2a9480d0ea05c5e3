"""A page becomes a chronicle: its meetings, what belongs to none of them, and what surrounds them.

The only module that knows how such a page is built. Nothing hangs on a tag, a class or an id: the headings are known by what they
say, the content area by where the headings and the page's title stand.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kaidan.errors import Refused
from kaidan.parser.body import Body, read_body
from kaidan.parser.frame import Frame, frame, is_foot, is_to_top, within
from kaidan.parser.heading import Heading
from kaidan.parser.lines import Line, Shown
from kaidan.parser.outline import Outline, other_headings, outline


class Section(NamedTuple):
    """One meeting as the page shows it."""

    heading: Heading
    body: Body


class Chronicle(NamedTuple):
    """A page taken apart; texts are lines as shown, ``title_line`` empty where only the head names the page."""

    title: str | None
    title_line: str
    breadcrumb: tuple[str, ...]
    sections: list[Section]
    remainder: list[str]
    chrome: list[str]


def read_chronicle(shown: Shown) -> Chronicle:
    """Take a page apart.

    Raises:
        Refused: no line of the page is the heading of a meeting.
    """
    if not shown.lines:
        raise Refused("the page shows no text")
    page = outline(shown)
    if not page.headings:
        name = f" ({shown.title})" if shown.title else ""
        raise Refused(f"no meeting in the page{name}: no line reads like 日露首脳会談（place・date）")
    around = frame(shown, page)
    owners = _owners(shown, page, around)
    own: dict[int, list[Line]] = defaultdict(list)
    for line, owner in zip(page.lines, owners, strict=True):
        own[owner].append(line)
    sections = []
    for at, heading in page.headings.items():
        own[at][0] = own[at][0]._replace(text="")  # what is left of the heading is its images
        sections.append(Section(heading, read_body(shown, own[at])))
    title_line = page.lines[around.title_line].text if around.title_line is not None else ""
    return Chronicle(
        around.title,
        title_line,
        around.breadcrumb,
        sections,
        *([line.text for line in own[owner] if line.text] for owner in (_REST, _CHROME)),
    )


_REST, _CHROME, _TITLE = -1, -2, -3


def _owners(shown: Shown, page: Outline, around: Frame) -> list[int]:
    """Say for each line whose it is: the index of its meeting's heading, or one of the three above."""
    ends = other_headings(shown, page)
    wrappers = _wrappers(shown, page, around)
    whole_page = _holds_everything(shown, page, around)
    first, last = min(page.headings), max(page.headings)
    owners: list[int] = []
    meeting = _REST
    foot = False
    for at, line in enumerate(page.lines):
        if at in page.headings:
            meeting = at
        elif at in ends:
            meeting = _REST
        foot = foot or (at > last and whole_page and (is_to_top(line) or is_foot(line)))
        if at == around.title_line:
            owners.append(_TITLE)
        elif foot or at in around.breadcrumb_lines or is_to_top(line) or _in_frame(shown, line, at in page.headings):
            owners.append(_CHROME)
        elif at < first and (whole_page or around.title_line is not None) and at < (around.title_line or first):
            owners.append(_CHROME if whole_page or not within(shown.elements, line.element, around.content) else _REST)
        elif meeting >= 0 and within(shown.elements, line.element, wrappers.get(meeting, around.meetings)):
            owners.append(meeting)
        else:
            owners.append(_REST if within(shown.elements, line.element, around.content) else _CHROME)
    return owners


def _in_frame(shown: Shown, line: Line, is_heading: bool) -> bool:  # noqa: FBT001
    return not is_heading and line.element >= 0 and shown.elements[line.element].chrome


def _holds_everything(shown: Shown, page: Outline, around: Frame) -> bool:
    """Tell whether the content's element is the page itself, so that it says nothing of where the content ends."""
    return around.content < 0 or within(shown.elements, page.lines[0].element, around.content)


def _wrappers(shown: Shown, page: Outline, around: Frame) -> dict[int, int]:
    """Return each meeting's own element, where the page gives most of its meetings one that holds heading and body."""
    wrappers: dict[int, int] = {}
    outside = 0
    starts = [*page.headings, len(page.lines)]
    for start, end in pairwise(starts):
        element = page.lines[start].element
        while element >= 0 and shown.elements[element].parent != around.meetings:
            element = shown.elements[element].parent
        wrappers[start] = element
        others = (line.element for line in page.lines[start + 1 : end] if line.text)
        outside += any(within(shown.elements, other, around.meetings) and not within(shown.elements, other, element) for other in others)
    return wrappers if len(wrappers) > 1 and outside * 2 < len(wrappers) else {}


class Ledger(NamedTuple):
    """The law of conservation, as a count of each character: what the page shows and nothing tells, and the other way round."""

    missing: Counter[str]
    surplus: Counter[str]

    @property
    def balanced(self) -> bool:
        """Tell whether meetings, remainder, title and chrome are the page, once."""
        return not self.missing and not self.surplus


def ledger(shown: Shown, chronicle: Chronicle) -> Ledger:
    """Count every visible character of a page against those of its chronicle, HTML's white space apart."""
    page = Counter("".join(line.text for line in shown.lines))
    told = Counter("".join(_told(chronicle)))
    for white in " \n":
        page.pop(white, None)
        told.pop(white, None)
    return Ledger(page - told, told - page)


def _told(chronicle: Chronicle) -> Sequence[str]:
    texts = [chronicle.title_line, *chronicle.remainder, *chronicle.chrome]
    for heading, body in chronicle.sections:
        texts.append(heading.text)
        texts += [(block.marker or "") + block.text for block in body.blocks]
        texts += [photo.line for photo in body.photos]
    return texts
