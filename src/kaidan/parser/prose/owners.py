"""To whom each line of a chronicle belongs: to a meeting, to the page's title, to what surrounds the content, or to none of them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kaidan.parser.content.body import images_of
from kaidan.parser.content.credits import credit_of
from kaidan.parser.content.foot import foot_of
from kaidan.parser.display.shown import Element, Line, Shown
from kaidan.parser.frame import LONGEST_LINK, Frame, is_to_top
from kaidan.parser.headings.markup import Outline

REST, CHROME, TITLE = -1, -2, -3
"""Owners beside the meetings, which are the indices of their headings."""


def shares(shown: Shown, page: Outline, around: Frame, others: set[int]) -> dict[int, list[Line]]:
    """Give each line to its owner; ``others`` are the headings of something else, each of which ends a meeting."""
    owners = _Owners(shown, page, around)
    own: dict[int, list[Line]] = {owner: [] for owner in (REST, CHROME, TITLE, *page.headings)}
    meeting, over = REST, False
    for at, line in enumerate(page.lines):
        if at in page.headings:
            meeting, over = at, False
            own[at] += images_of([line])
            continue
        if at in others:
            meeting, over = REST, False
        over = over or owners.end_meetings(at)
        own[owners.owner_of(at, meeting, over=over)].append(line)
    return own


class _Owners:
    """What the page as a whole says of its lines."""

    def __init__(self, shown: Shown, page: Outline, around: Frame) -> None:
        self.shown, self.page, self.around = shown, page, around
        self.headings = sorted(page.headings)
        self.fixed = dict.fromkeys(around.breadcrumb_lines, CHROME)
        if around.title_line is not None:
            self.fixed[around.title_line] = TITLE
        self.wrappers = _wrappers(shown, page, around)
        self.frames = {None, *(page.lines[at].element.frame for at in page.headings)}
        self.foot = foot_of(page.lines, self.headings[-1] + 1)
        self.among = self._among_meetings()

    def end_meetings(self, at: int) -> bool:
        """Tell whether no meeting's text is to come: the page's footer, or a link to its top behind the last heading."""
        return at >= self.foot or (at > self.headings[-1] and self._leads_to_top(at))

    def owner_of(self, at: int, meeting: int, *, over: bool) -> int:
        """Return the owner of a line below the heading of ``meeting``; ``over`` says that the page's footer has begun."""
        if at in self.fixed:
            return self.fixed[at]
        if over or self._leads_to_top(at):
            return CHROME
        line = self.page.lines[at]
        if line.element.frame not in self.frames:
            is_text = line.linked * 2 <= len(line.text)
            return REST if at in self.among and is_text else CHROME
        if self.wrappers and (coming := self._of_photo(at)) is not None:
            return coming
        if meeting >= 0 and self.wrappers.get(meeting, self.around.meetings).holds(line.element):
            return meeting
        return REST if self._is_in_content(at) else CHROME

    def _leads_to_top(self, at: int) -> bool:
        line = self.page.lines[at]
        return len(line.text) <= LONGEST_LINK and is_to_top(self.shown, line)

    def _of_photo(self, at: int) -> int | None:
        """Return the meeting whose photo, or its credit, stands before its heading."""
        line = self.page.lines[at]
        coming = next(iter(self.headings[bisect_right(self.headings, at) :][:1]), None)
        if coming is None or coming not in self.wrappers:
            return None
        is_photo = bool(line.images) or credit_of(line.text) is not None
        return coming if is_photo and self.wrappers[coming].holds(line.element) else None

    def _among_meetings(self) -> range:
        """Return the lines from the first heading to the last that is some meeting's: an aside that stands there surrounds nothing."""
        first = self.headings[0]
        for at in range(self.foot - 1, first - 1, -1):
            line = self.page.lines[at]
            is_framed = line.element.frame not in self.frames
            if line.text and not is_framed and self.around.meetings.holds(line.element):
                return range(first, at)
        return range(0)

    def _is_in_content(self, at: int) -> bool:
        """Tell whether a line that is no meeting's stands in the content of the page."""
        line, content = self.page.lines[at], self.around.content
        if not content.holds(line.element):
            return False
        if at > self.headings[0] or not content.holds(self.page.lines[0].element):
            return True  # or else the content's element is the page itself, and says nothing of where the content starts
        if self.around.title_line is not None:
            return at > self.around.title_line
        return line.linked * 2 < len(line.text)


def _wrappers(shown: Shown, page: Outline, around: Frame) -> dict[int, Element]:
    """Return the elements that hold one meeting each, heading and body, if most that do so leave nothing of theirs outside."""
    wrappers: dict[int, Element] = {}
    loose = 0
    for start, element, inside in _held_alone(shown, page, around.meetings):
        if held := sum(map(element.holds, inside)):
            wrappers[start] = element
            loose += held < len(inside)
    return wrappers if len(wrappers) > 1 and loose * 2 < len(wrappers) else {}


def _held_alone(
    shown: Shown, page: Outline, root: Element
) -> Iterator[tuple[int, Element, Sequence[Element]]]:
    """Yield each heading whose element holds no other, and a line below it: its index, the element, and those of its meeting's lines."""
    lines = page.lines
    heads: list[Element | None] = [lines[at].element for at in page.headings]
    if {head and head.above for head in heads} != {root}:
        branch = _branches(shown, root)
        heads = [head and branch.get(head) for head in heads]
    times = Counter(heads)
    bounds = pairwise([*page.headings, len(lines)])
    for element, following, (start, end) in zip(heads, [*heads[1:], None], bounds, strict=True):
        if not element or times[element] > 1 or start + 1 == end:
            continue
        if not element.holds(lines[start + 1].element):
            continue
        told = (line.element for line in lines[start + 1 : end] if line.text)
        inside = [one for one in told if root.holds(one)]
        if following and following is not element:
            inside = [one for one in inside if not following.holds(one)]
        yield start, element, inside


def _branches(shown: Shown, root: Element) -> dict[Element, Element]:
    """Say of each element inside ``root`` in which of its children it lies."""
    branch: dict[Element, Element] = {}
    for element in shown.elements[root.number + 1 : root.end]:
        above = element.above
        branch[element] = element if above is root or above is None else branch[above]
    return branch
