"""What surrounds the content of a page: the logo, the way there (breadcrumb), menus, links to the top, the footer."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kaidan.parser.outline import Outline
from kaidan.parser.shown import Line, Shown

_SITE_PART = re.compile(r"\s+[-–—|｜:：]\s+|[|｜]")
_LONGEST_LINK, _LONGEST_FOOT = 24, 80  # characters of a line
_LONGEST_TITLE = 300  # characters of the head's title that are looked at
_STEP = re.compile(r"[\s\u3000\xa0]*+(?:[>＞›»→≫｜]|::|(?<=[\s\u3000\xa0])[-/|](?=[\s\u3000\xa0])|(?<=ホーム)/)[\s\u3000\xa0]*+")
_HOME = re.compile("ホーム|トップ|[Hh]ome|HOME|[Tt]op|TOP")
_TITLES = ("h1", "h2")
_BRACKETS = str.maketrans("", "", " \u3000\xa0[]［］【】「」()（）")
_TO_TOP = re.compile(
    "[▲△↑⬆▴]*(?:この)?(?:(?:ページ|頁|画面|本文|文書|[Pp][Aa][Gg][Ee])(?:の)?(?:先頭|トップ|一番上|上部?|[Tt][Oo][Pp])"
    "|先頭|目次|上|[▲△↑⬆▴](?:トップ|TOP)?)(?:へ|に)?(?:戻る|もどる|移動)?[▲△↑]*"
)
_BACK = re.compile("(?:[▲△↑⬆▴◀←]|前の?(?:ページ|頁)[へに]?)?(?:トップ|TOP|top|ホーム|一覧)?(?:ページ)?[へに]?(?:戻る|もどる)?")
_FOOT = re.compile(
    r".{0,20}〒\s*[0-9０-９]{3}|\W*(?:TEL|Tel|電話(?:番号)?|代表電話|ＴＥＬ)[^一-龯ぁ-ん]{0,4}[0-9０-９(（]"
    r"|\W*(?:[Cc]opyright|COPYRIGHT|©|[(（][cCＣ][)）]|[Aa]ll [Rr]ights|ALL RIGHTS"
    r"|所在地|プライバシーポリシー|サイトポリシー|個人情報保護|著作権)"
)


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
    names = [name for name in (shown.title, *_SITE_PART.split(shown.title[:_LONGEST_TITLE])) if name]
    way, way_lines = _breadcrumb(shown, before, names)
    title_line = _title_line(shown, before, names, way_lines)
    holders = [outline.lines[at].element for at in outline.headings]
    titled = [*holders, outline.lines[title_line].element] if title_line is not None else holders
    content = _common(shown, titled)
    meetings = _common(shown, holders) if len(holders) > 1 else content
    title = outline.lines[title_line].text if title_line is not None else way[-1] if way else next(iter(names[1:] or names), None)
    return Frame(title, title_line, way, way_lines, _with_body(shown, outline, content), _with_body(shown, outline, meetings))


def is_to_top(shown: Shown, line: Line) -> bool:
    """Tell whether a line is a link to the top of the page (このページの先頭へ), or back."""
    if not line.text or len(line.text) > _LONGEST_LINK:
        return False
    text = line.text.translate(_BRACKETS)
    linked = line.linked * 2 > len(line.text)
    if not linked and text[:1] not in "▲△↑" and not text.startswith(("ページ", "このページ", "頁", "PAGE")):
        return False
    here = any(shown.anchors[int(span.what)].url.startswith("#") for span in line.links)
    return _TO_TOP.fullmatch(text) is not None or (linked and (here or "戻る" in text) and _BACK.fullmatch(text) is not None)


def is_foot(shown: Shown, line: Line) -> bool:
    """Tell whether a line opens a page's footer: an address, a telephone number, a copyright."""
    if len(line.text) > _LONGEST_FOOT or "。" in line.text:
        return False
    return (line.element >= 0 and shown.elements[line.element].tag == "address") or _FOOT.match(line.text) is not None


def _common(shown: Shown, members: Sequence[int]) -> int:
    """Return the deepest element that holds all of ``members``."""
    common = members[0]
    for member in members[1:]:
        while not shown.holds(common, member):
            common = shown.elements[common].parent
    return common


def _with_body(shown: Shown, outline: Outline, element: int) -> int:
    """Climb from an element that holds nothing but the only heading to one that holds what follows it, too."""
    (*_, last) = outline.headings
    following = next((line.element for line in outline.lines[last + 1 :] if not is_to_top(shown, line)), None)
    if len(outline.headings) > 1 or following is None:
        return element
    return _common(shown, [element, following])


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
    headed = (at for at in candidates if shown.elements[lines[at].element].tag in _TITLES and shown.elements[lines[at].element].frame < 0)
    return next(headed, None)
