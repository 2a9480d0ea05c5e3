"""What surrounds the content of a page: the logo, the way there (breadcrumb), menus, links to the top, the footer."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kaidan.parser.lines import Element, Line, Shown
from kaidan.parser.outline import Outline

_SITE_PART = re.compile(r"\s+[-–—|｜:：]\s+|[|｜]")
_STEP = re.compile(r"[\s\u3000\xa0]*[>＞›»→≫][\s\u3000\xa0]*")
_HOME = re.compile(r"ホーム|トップ|home|top", re.IGNORECASE)
_TO_TOP = re.compile(
    r"[▲△↑⬆▴\s\u3000]*(?:この)?(?:ページ|頁|画面|PAGE)?(?:の)?(?:先頭|トップ|一番上|上部|TOP|top)(?:へ|に)?(?:戻る|もどる|移動)?[▲△↑\s\u3000]*"
    r"|[▲△↑⬆▴]\s*(?:トップ|TOP|戻る|上へ)?",
    re.IGNORECASE,
)
_TITLES = ("h1", "h2")
_FOOT = re.compile(r"〒\s*[0-9０-９]{3}|copyright|©|all rights reserved|電話番号|^(?:内閣府)?所在地", re.IGNORECASE)


class Frame(NamedTuple):
    """The page's own title with its line, the breadcrumb with its lines, and the element that holds the content."""

    title: str | None
    title_line: int | None
    breadcrumb: tuple[str, ...]
    breadcrumb_lines: range
    content: int
    meetings: int


def frame(shown: Shown, outline: Outline) -> Frame:
    """Tell the content of a page from what surrounds it, by where its headings and its title stand."""
    first = min(outline.headings)
    before = outline.lines[:first]
    names = [name for name in (shown.title, *_SITE_PART.split(shown.title)) if name]
    way, way_lines = _breadcrumb(shown, before, names)
    title_line = _title_line(shown, before, names, way_lines)
    holders = [outline.lines[at].element for at in outline.headings]
    titled = [*holders, outline.lines[title_line].element] if title_line is not None else holders
    content = _common(shown.elements, titled)
    meetings = _common(shown.elements, holders) if len(holders) > 1 else content
    title = outline.lines[title_line].text if title_line is not None else way[-1] if way else next(iter(names[1:] or names), None)
    return Frame(title, title_line, way, way_lines, _with_body(shown, outline, content), _with_body(shown, outline, meetings))


def is_to_top(line: Line) -> bool:
    """Tell whether a line is a link to the top of the page (このページの先頭へ)."""
    return _TO_TOP.fullmatch(line.text) is not None


def is_foot(line: Line) -> bool:
    """Tell whether a line opens a page's footer: an address, a telephone number, a copyright."""
    return _FOOT.search(line.text) is not None and len(line.text) < 80


def within(elements: Sequence[Element], element: int, ancestor: int) -> bool:
    """Tell whether an element is ``ancestor`` or lies inside it; -1 is the page."""
    while element > ancestor:
        element = elements[element].parent
    return element == ancestor


def _common(elements: Sequence[Element], members: Sequence[int]) -> int:
    """Return the deepest element that holds all of ``members``; elements are numbered in the order in which they open."""
    common = members[0]
    for member in members[1:]:
        while not within(elements, member, common):
            common = elements[common].parent
    return common


def _with_body(shown: Shown, outline: Outline, element: int) -> int:
    """Climb from an element that holds nothing but the only heading to one that holds what follows it, too."""
    (*_, last) = outline.headings
    following = next((line.element for line in outline.lines[last + 1 :] if not is_to_top(line)), None)
    if len(outline.headings) > 1 or following is None:
        return element
    return _common(shown.elements, [element, following])


def _breadcrumb(shown: Shown, lines: Sequence[Line], names: Sequence[str]) -> tuple[tuple[str, ...], range]:
    """Find the way to the page: one line cut by >, or a list from ホーム to the page's name."""
    for at, line in enumerate(lines):
        steps = tuple(step for step in _STEP.split(line.text) if step)
        if len(steps) > 1 and (_HOME.search(steps[0]) or steps[-1] in names) and len(line.text) < 300:
            return steps, range(at, at + 1)
    for at, line in enumerate(lines):
        if line.links and _HOME.search(line.text):
            end = _end_of_way(shown, lines, at, names)
            if end - at > 1:
                return tuple(step for line in lines[at:end] if (step := _STEP.sub("", line.text))), range(at, end)
    return (), range(0)


def _end_of_way(shown: Shown, lines: Sequence[Line], start: int, names: Sequence[str]) -> int:
    """Return where a list of links that starts at ``start`` ends with the page's name, or ``start`` if it does not."""
    end = start
    for at in range(start + 1, len(lines)):
        text = _STEP.sub("", lines[at].text)
        if shown.elements[lines[at].element].tag in _TITLES:
            break
        if text in names:
            end = at + 1
        if text and not lines[at].links:
            break
    return end


def _title_line(shown: Shown, lines: Sequence[Line], names: Sequence[str], way: range) -> int | None:
    """Find the line that bears the page's name, the nearest to the first heading; without a name, a top heading."""
    candidates = [at for at in range(len(lines) - 1, -1, -1) if at not in way and lines[at].text]
    for at in candidates:
        if lines[at].text in names:
            return at
    for at in candidates:
        if shown.elements[lines[at].element].tag in _TITLES and not shown.elements[lines[at].element].chrome:
            return at
    return None
