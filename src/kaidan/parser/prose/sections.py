"""A page becomes a chronicle: its meetings, what belongs to none of them, and what surrounds them.

The only module that knows how such a page is built. Nothing hangs on a tag, a class or an id: the headings are known by what they
say, the content area by where the headings and the page's title stand.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.parser.content.body import images_of, read_body
from kaidan.parser.content.credits import credit_of
from kaidan.parser.content.foot import foot_of
from kaidan.parser.display.shown import Element, Line, Shown
from kaidan.parser.frame import LONGEST_LINK, Frame, frame, is_to_top
from kaidan.parser.headings.heading import names_talks
from kaidan.parser.headings.markup import Outline, leads_elsewhere
from kaidan.parser.headings.other_headings import other_headings
from kaidan.parser.headings.talks_titles import is_of_press
from kaidan.parser.records import ParsedPage, Section


def read_chronicle(shown: Shown, page: Outline) -> ParsedPage | None:
    """Read a page that tells of meetings one below the other, or None where no line is the heading of one."""
    if not page.headings:
        return None
    around = frame(shown, page)
    title = around.title or shown.title
    if is_of_press(title) or any(word in title for word in spelled("headings", "beside")):
        return None
    if _is_menu(shown, page):
        return None
    others = other_headings(shown, page)
    own = _shares(shown, page, around, others)
    sections = [
        Section(heading, read_body(shown, own[at])) for at, heading in page.headings.items()
    ]
    title_line = page.lines[around.title_line].text if around.title_line is not None else ""
    rest, chrome = ([line.text for line in own[owner] if line.text] for owner in (_REST, _CHROME))
    headlike = {page.lines[at] for at in others}
    unread = [line.text for line in own[_REST] if line in headlike and names_talks(line.text)]
    return ParsedPage(around.title, title_line, around.breadcrumb, sections, rest, chrome, unread)


def _is_menu(shown: Shown, page: Outline) -> bool:
    """Tell whether nothing but links to other pages stands between the headings: 概要, 共同声明（PDF）."""
    links = 0
    for first, last in pairwise(page.headings):
        for line in page.lines[first + 1 : last]:
            if leads_elsewhere(shown, line) * 2 < len(line.text):  # at once, mostly
                return False
            links += bool(line.links)
    return links > 0


_REST, _CHROME, _TITLE = -1, -2, -3


def _shares(shown: Shown, page: Outline, around: Frame, others: set[int]) -> dict[int, list[Line]]:
    """Give each line to whose it is: to a meeting, by the index of its heading, or to one of the three above."""
    lines, headings = page.lines, page.headings
    own: dict[int, list[Line]] = {owner: [] for owner in (_REST, _CHROME, _TITLE, *headings)}
    fixed: dict[int | None, int] = {
        **dict.fromkeys(around.breadcrumb_lines, _CHROME),
        around.title_line: _TITLE,
    }
    wrappers = _wrappers(shown, page, around)
    unframed = {None, *(lines[at].element.frame for at in headings)}
    last = max(headings)
    foot = foot_of(lines, last + 1)
    among = _among_meetings(lines, range(min(headings), foot), around, unframed)
    meeting, holder, over = _REST, around.meetings, False
    ahead = iter(headings)
    coming = next(ahead, None)
    for at, line in enumerate(lines):
        if at in headings:
            meeting, holder, over = at, wrappers.get(at, around.meetings), False
            own[at] += images_of([line])
            coming = next(ahead, None)
            continue
        if at in others:
            meeting, over = _REST, False
        to_top = len(line.text) <= LONGEST_LINK and is_to_top(shown, line)
        over = over or at >= foot or (to_top and at > last)
        if at in fixed:
            owner = fixed[at]
        elif over or to_top:
            owner = _CHROME
        elif line.element.frame not in unframed:
            owner = _REST if at in among and line.linked * 2 <= len(line.text) else _CHROME
        elif (
            coming in wrappers
            and wrappers[coming].holds(line.element)
            and (line.images or credit_of(line.text))
        ):
            owner = coming  # a photo that stands before the heading of its meeting
        elif meeting >= 0 and holder.holds(line.element):
            owner = meeting
        else:
            owner = _REST if _in_content(page, around, at) else _CHROME
        own[owner].append(line)
    return own


def _among_meetings(
    lines: Sequence[Line], told: range, around: Frame, unframed: Collection[Element | None]
) -> range:
    """Return the lines from the first heading to the last that is some meeting's: an aside that stands there surrounds nothing."""
    for at in reversed(told):
        element = lines[at].element
        if lines[at].text and element.frame in unframed and around.meetings.holds(element):
            return range(told.start, at)
    return range(0)


def _in_content(page: Outline, around: Frame, at: int) -> bool:
    """Tell whether a line that is no meeting's stands in the content of the page."""
    line = page.lines[at]
    if not around.content.holds(line.element):
        return False
    if at > next(iter(page.headings)) or not around.content.holds(page.lines[0].element):
        return True  # or else the content's element is the page itself, and says nothing of where the content starts
    if around.title_line is not None:
        return at > around.title_line
    return line.linked * 2 < len(line.text)


def _wrappers(shown: Shown, page: Outline, around: Frame) -> dict[int, Element]:
    """Return the elements that hold one meeting each, heading and body, if most that do so leave nothing of theirs outside."""
    lines, root = page.lines, around.meetings
    heads: list[Element | None] = [lines[at].element for at in page.headings]
    if {head and head.above for head in heads} != {root}:
        branch = _branches(shown, root)
        heads = [head and branch.get(head) for head in heads]
    headings = Counter(heads)
    wrappers: dict[int, Element] = {}
    loose = 0
    for element, following, (start, end) in zip(
        heads, [*heads[1:], None], pairwise([*page.headings, len(lines)]), strict=True
    ):
        if (
            element
            and headings[element] == 1
            and start + 1 < end
            and element.holds(lines[start + 1].element)
        ):
            inside = [
                line.element
                for line in lines[start + 1 : end]
                if line.text and root.holds(line.element)
            ]
            if following and following is not element:
                inside = [one for one in inside if not following.holds(one)]
            held = sum(map(element.holds, inside))
            if held:
                wrappers[start] = element
                loose += held < len(inside)
    return wrappers if len(wrappers) > 1 and loose * 2 < len(wrappers) else {}


def _branches(shown: Shown, root: Element) -> dict[Element, Element]:
    """Say of each element inside ``root`` in which of its children it lies."""
    branch: dict[Element, Element] = {}
    for element in shown.elements[root.number + 1 : root.end]:
        above = element.above
        branch[element] = element if above is root or above is None else branch[above]
    return branch


class Ledger(NamedTuple):
    """The law of conservation, as a count of each character: what the page shows and nothing tells, and the other way round."""

    missing: Counter[str]
    surplus: Counter[str]

    @property
    def balanced(self) -> bool:
        """Tell whether meetings, remainder, title and chrome are the page, once."""
        return not self.missing and not self.surplus


def ledger(shown: Shown, chronicle: ParsedPage) -> Ledger:
    """Count every visible character of a page against those of its chronicle, HTML's white space apart."""
    page = Counter("".join(line.text for line in shown.lines))
    told = Counter("".join(_told(chronicle)))
    for white in " \n":
        page.pop(white, None)
        told.pop(white, None)
    return Ledger(page - told, told - page)


def _told(chronicle: ParsedPage) -> Sequence[str]:
    texts = [chronicle.title_line, *chronicle.context, *chronicle.remainder, *chronicle.chrome]
    for heading, body, *_ in chronicle.sections:
        texts.append(heading.text)
        texts += [(block.marker or "") + block.text for block in body.blocks]
        texts += [photo.line for photo in body.photos]
    return texts
