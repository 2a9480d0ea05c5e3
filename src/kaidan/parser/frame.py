"""What surrounds the content of a page: the logo, the way there (breadcrumb), menus, links to the top, the footer."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kaidan.lexicon.words import any_of, spelled
from kaidan.parser.display.shown import Element, Line, Shown
from kaidan.parser.headings.markup import Outline

# Each class of characters below is one or two runs of code points where it can be: a class of more is compiled to a map of them all.
_SITE_PART = re.compile(r"\s+(?:[-|]\s|[–—｜]\s|[:：]\s)\s*|[|｜]")
LONGEST_LINK = 24
"""Characters of a link to the top of the page; a longer line is none."""
_LONGEST_WAY = 299  # likewise of a breadcrumb
_LONGEST_TITLE = 300  # characters of the head's title that are looked at
_STEPS = str.maketrans("＞›»→≫｜", ">>>>>>")
_TITLES = ("h1", "h2")
_BRACKETS = " \u3000\xa0[]［］【】「」()（）"
_ARROWS = str.maketrans("▲△↑⬆▴◀←", "△△△▴▴◀◀", _BRACKETS)  # one for all that are read alike
_PAGES = frozenset("前次")  # what opens the links to the pages beside this one


class Frame(NamedTuple):
    """The page's own title with its line, the breadcrumb with its lines, the element of the content and the one of the meetings."""

    title: str | None
    title_line: int | None
    breadcrumb: tuple[str, ...]
    breadcrumb_lines: range
    content: Element
    meetings: Element


def frame(shown: Shown, outline: Outline) -> Frame:
    """Tell the content of a page from what surrounds it, by where its headings and its title stand."""
    first = min(outline.headings)
    before = outline.lines[:first]
    names = names_of(shown)
    way, way_lines = breadcrumb_of(before, names)
    title_line = _title_line(before, names, way_lines)
    holders = [outline.lines[at].element for at in outline.headings]
    meetings = common(holders)
    content = (
        common([meetings, outline.lines[title_line].element])
        if title_line is not None
        else meetings
    )
    if title_line is not None:
        title: str | None = outline.lines[title_line].text
    elif way:
        title = way[-1]
    else:
        title = next(iter(names[1:] or names), None)
    if len(holders) == 1:
        content = meetings = _with_body(shown, outline, content)
    return Frame(title, title_line, way, way_lines, content, meetings)


def names_of(shown: Shown) -> list[str]:
    """Return what the head calls the page, whole and without the name of the site."""
    parts = _SITE_PART.split(shown.title[:_LONGEST_TITLE])
    return [name for name in (shown.title, *parts) if name]


def is_to_top(shown: Shown, line: Line) -> bool:
    """Tell whether a line is a link to the top of the page (このページの先頭へ), or back."""
    text = line.text
    if not text or len(text) > LONGEST_LINK:
        return False
    linked = bool(line.links) and line.linked * 2 > len(text)
    if not linked and text.lstrip(_BRACKETS)[:1] not in _first_unlinked():  # most often
        return False
    text = text.translate(_ARROWS)
    if not linked and not text.startswith(_unlinked()):
        return False
    if _to_top().fullmatch(text):
        return True
    here = any(shown.anchors[int(span.what)].url.startswith("#") for span in line.links)
    if linked and text.translate(_STEPS).strip("<>«»")[:1] in _PAGES:
        return _pager().fullmatch(text.translate(_STEPS).lstrip("<>«»")) is not None
    says_so = here or any(map(text.__contains__, spelled("page_ends", "go")))
    return linked and says_so and _back().fullmatch(text) is not None


def _any(*kinds: str) -> str:
    return any_of(spelled("page_ends", *kinds))


@cache
def _unlinked() -> tuple[str, ...]:
    """Return how a line to the top begins that is no link."""
    return ("△", "この", *spelled("page_ends", "page"))


@cache
def _first_unlinked() -> frozenset[str]:
    """Return the first signs of such lines, before all arrows are read alike."""
    return frozenset("▲↑").union(word[0] for word in _unlinked())


@cache
def _to_top() -> re.Pattern[str]:
    """Return a line to the top of the page: このページの先頭へ, △トップ, 上へ戻る."""
    top = f"{_any('page')}の?{_any('top')}|{_any('whole top')}|[△▴]{_any('home')}?"
    return re.compile(f"[△▴]*(?:この)?(?:{top})[へに]?{_any('go')}?△*")


@cache
def _back() -> re.Pattern[str]:
    """Return a link to the page above, or the one before: ホームへ戻る, 前のページへ."""
    before = f"[△▴◀]|前の?{_any('page')}[へに]?"
    return re.compile(f"(?:{before})?{_any('home', 'list')}?{_any('page')}?[へに]?{_any('go')}?")


@cache
def _pager() -> re.Pattern[str]:
    """Return links to the pages beside this one: 前のページへ|一覧へ戻る|次の年."""
    beside = f"[前次]の?(?:{_any('page')}|年)?"
    above = _any("home", "list")
    return re.compile(rf"(?:(?:{beside}|{above})[へに]?{_any('go')}?[|<>«»/]*)+")


def common(members: Sequence[Element]) -> Element:
    """Return the deepest element that holds all of ``members``."""
    common = members[0]
    for member in members[1:]:
        while not common.holds(member) and common.above:
            common = common.above
    return common


def _with_body(shown: Shown, outline: Outline, element: Element) -> Element:
    """Climb from an element that holds nothing but the only heading to one that holds what follows it, too."""
    (heading,) = outline.headings
    following = next(
        (line.element for line in outline.lines[heading + 1 :] if not is_to_top(shown, line)),
        element,
    )
    return common([element, following])


def breadcrumb_of(lines: Sequence[Line], names: Sequence[str]) -> tuple[tuple[str, ...], range]:
    """Find the way to the page: one line cut by >, or a list from ホーム to the page's name."""
    for at, line in enumerate(lines):
        steps = _steps(line)
        if len(steps) > 1 and (_is_home(steps[0]) or steps[-1] in names):
            return tuple(steps), range(at, at + 1)
    for at, line in enumerate(lines):
        if line.links and _is_home(line.text):
            end = _end_of_way(lines, at, names)
            if end - at > 1:
                return tuple(
                    step for line in lines[at:end] if (step := "".join(_steps(line)))
                ), range(at, end)
    return (), range(0)


def _is_home(text: str) -> bool:
    return any(home in text for home in spelled("page_ends", "home"))


@cache
def _step() -> re.Pattern[str]:
    """Return what parts the steps of the way to a page."""
    behind_home = "|".join(rf"(?<={home})/" for home in spelled("page_ends", "home"))
    return re.compile(rf"\s*+(?:>|::|(?<=\s)[-/|](?=\s)|{behind_home})\s*+")


def _steps(line: Line) -> list[str]:
    """Cut a line where > or the like stands; a longer one is no part of a breadcrumb."""
    if len(line.text) > _LONGEST_WAY:
        return [line.text]
    return [step for step in _step().split(line.text.translate(_STEPS)) if step]


def _end_of_way(lines: Sequence[Line], start: int, names: Sequence[str]) -> int:
    """Return where a list of links that starts at ``start`` ends with the page's name, or ``start`` if it does not."""
    end = start
    for at in range(start + 1, len(lines)):
        text = "".join(_steps(lines[at]))
        if lines[at].element.tag in _TITLES:
            break
        if text in names:
            end = at + 1
        if text and not lines[at].links:
            break
    return end


def _title_line(lines: Sequence[Line], names: Sequence[str], way: range) -> int | None:
    """Find the line that bears the page's name, the nearest to the first heading; without a name, a top heading."""
    candidates = [at for at in range(len(lines) - 1, -1, -1) if at not in way and lines[at].text]
    for at in candidates:
        if lines[at].text in names:
            return at
    headed = (
        at for at in candidates if lines[at].element.tag in _TITLES and not lines[at].element.frame
    )
    return next(headed, None)
