"""Markup becomes lines of text as a browser shows them, each with the element that holds it.

lxml's events are read as they come (a *target* in lxml's words), not the tree that it would build: libxml2's tree loses what stands
after an early ``</html>`` or very deep, without a word; its events do not. Where they may still hide what a browser shows, because
something is hidden and tags are missing, or because a tokenizer that shares no code with lxml counts more characters, BeautifulSoup
reads the page with html5lib, which builds the tree of the HTML standard. Nothing is loaded from anywhere: no DTD, no entity, no network.
"""

import re
import threading
from collections import Counter
from functools import cache
from typing import Any, Generic, TypeVar

from lxml import etree

from kaidan.parser.display.lines import LineBuilder, StyledLines
from kaidan.parser.display.shown import Shown
from kaidan.parser.display.sight import BLOCKS, UNCOUNTED
from kaidan.parser.display.style_sheets import StyleSheet, style_sheet_of
from kaidan.parser.display.white import inked
from kaidan.text.deferred import deferred

_Target = TypeVar("_Target", bound=LineBuilder)
_MOST_OPEN = 500
"""Elements that may stand open at once for the second reader, which looks through them at each tag."""
_LONGEST = 2**20
"""Characters of a page for the second reader, which is a hundred times slower."""
_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
_CLOSED_BY_OTHERS = _VOID.union("p li dt dd td th tr option optgroup rb rt rp".split())
"""Elements that need no end, and do not nest but in others that do."""
_TAG = deferred(r"<(/?)([a-zA-Z][^\s/>]*)")
# Spelled out, and with its first sign fixed: a pattern that takes both cases looks at every sign, this one at each "<" alone.
_END_OF_PAGE = re.compile(r"<<?/(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])\s*>")
_OPENS_TAG = deferred("[a-zA-Z/!?]")
_CHARACTER_DATA = "<![CDATA["
_FOREIGN = deferred(r"(?is)<(svg|math)\b.*?(?:</\1\s*>|\Z)")
_END_OF_LINE = re.compile(r"</[bB][rR]\s*>")
_NOSCRIPT = deferred(r"(?i)<(/?)noscript(?=[\s/>])")


def read(markup: str) -> Shown:
    """Read markup, however broken; ``lost`` counts characters of text that no parser found."""
    markup = _as_browsers_end_it(markup.replace("\0", ""))
    if _CHARACTER_DATA in markup:
        markup = _FOREIGN.sub(_with_character_data, markup)
    there = _characters(markup)
    sheet = style_sheet_of(markup)
    target = _through_lxml(markup, sheet)
    in_doubt = target.characters < there or (target.hides and _lacks_tags(markup))
    if in_doubt and len(markup) <= _LONGEST and not _nests_deep(markup):
        other = _through_html5lib(markup, sheet)
        target = other if other.characters >= target.characters else target
    shown = target.shown(max(0, there - target.characters))
    target.begin_page()
    return shown


def _as_browsers_end_it(markup: str) -> str:
    """Return markup without the ends that end nothing: what stands behind </body> is in the body, </br> breaks a line, a stray </p> too.

    >>> _as_browsers_end_it("<body>甲</p>乙<p>丙</p></body></html><p>丁</br>")
    '<body>甲<p></p>乙<p>丙</p><p>丁<br>'
    >>> _as_browsers_end_it("甲</</body>乙<</html>/丙")
    '甲</</body>乙&lt;/丙'
    """
    markup = _END_OF_LINE.sub("<br>", _END_OF_PAGE.sub(_ends_nothing, markup))
    pieces, done, is_open = list[str](), 0, False
    paragraphs = (markup.lower() if "</P>" in markup else markup).split("</p>")
    if any("<p" not in paragraph for paragraph in paragraphs[:-1]):
        for tag in _TAG.finditer(markup):
            name = tag[2].lower()
            if name == "p" and tag[1] and not is_open:
                pieces.append(markup[done : tag.start()] + "<p>")
                done = tag.start()
            if name == "p" or name in BLOCKS:
                is_open = name == "p" and not tag[1]
    return "".join(pieces) + markup[done:]


def _with_character_data(drawing: re.Match[str]) -> str:
    """Return a drawing or a formula with its character data as text: outside of these a browser takes them for comments."""
    pieces = drawing[0].split(_CHARACTER_DATA)
    parted = (piece.partition("]]>") for piece in pieces[1:])
    spelled = (text.replace("&", "&amp;").replace("<", "&lt;") + rest for text, _, rest in parted)
    return pieces[0] + "".join(spelled)


def _ends_nothing(end: re.Match[str]) -> str:
    """Return what stands for an end of the page: nothing, but for the piece of a tag that it is, or a < that would join what follows."""
    before = end.string.rfind("<", 0, end.start())
    in_tag = before >= 0 and end.string.find(">", before, end.start()) < 0
    if in_tag and _OPENS_TAG.match(end.string, before + 1):
        return end[0]
    return "&lt;" if end[0].startswith("<<") else ""


def _lacks_tags(markup: str) -> bool:
    """Tell whether an element has no end, or an end no element: HTML and lxml may then disagree on what lies in what."""
    counts: Counter[str] = Counter()
    for tag in _TAG.finditer(_MARKUP_OF_NO_TEXT.sub("", markup)):
        counts[tag[2].lower()] += -1 if tag[1] else 1
    return any(count for name, count in counts.items() if name not in _VOID)


def _nests_deep(markup: str) -> bool:
    """Tell whether more elements may stand open at once than are read fast."""
    open_now = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() not in _CLOSED_BY_OTHERS:
            open_now += -1 if tag[1] else 1
            if open_now > _MOST_OPEN:
                return True
    return False


class _Lxml(threading.local, Generic[_Target]):
    """lxml's parser and the one that it tells, of each thread, used again for each page.

    The two hold each other through lxml's own objects: made anew they would stay, with all that was read, until somebody looks
    for what holds itself.
    """

    def __init__(self, target: type[_Target]) -> None:
        self.target = target()
        self.parser = _parser_for(self.target)

    def read_markup(self, markup: str) -> _Target:
        """Tell the target of a page; it keeps that until the next."""
        self.target.begin_page()
        try:
            self.parser.feed(markup)
            self.parser.close()
        except BaseException:  # in the middle of a page, and no use any more
            self.parser = _parser_for(self.target)
            raise
        return self.target


def _parser_for(target: LineBuilder) -> Any:  # noqa: ANN401  its types ask for more than it does
    make: Any = etree.HTMLParser
    return make(target=target, huge_tree=True)


_LXML = _Lxml(LineBuilder)


@cache
def _styled_lxml() -> _Lxml[StyledLines]:
    return _Lxml(StyledLines)


def _through_lxml(markup: str, sheet: StyleSheet | None) -> LineBuilder:
    if "<?xml" in markup:
        markup = re.sub(r"\A\s*<\?xml[^>]*>", "", markup)
    if sheet is None:
        return _LXML.read_markup(markup)
    styled = _styled_lxml()
    styled.target.sheet = sheet
    return styled.read_markup(markup)


def _through_html5lib(markup: str, sheet: StyleSheet | None) -> LineBuilder:
    """Replay BeautifulSoup's tree as events; an explicit stack, because pages nest deeper than Python recurses."""
    from bs4 import BeautifulSoup, Tag  # noqa: PLC0415  120 ms, for a page that lxml may misread
    from bs4.element import NavigableString, PreformattedString  # noqa: PLC0415

    # A browser that runs scripts takes what stands in <noscript> as it takes <noframes>: as characters that it does not show.
    markup = _NOSCRIPT.sub(r"<\1noframes", markup)
    target = LineBuilder()
    if sheet:
        target = StyledLines()
        target.sheet = sheet
    stack = [iter(BeautifulSoup(markup, "html5lib", multi_valued_attributes=None).contents)]
    open_tags: list[str] = []
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if open_tags:
                target.end(open_tags.pop())
        elif isinstance(node, Tag):
            target.start(node.name, {name: str(value) for name, value in node.attrs.items()})
            open_tags.append(node.name)
            stack.append(iter(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            target.data(str(node))
    return target.close()


_MARKUP_OF_NO_TEXT = deferred(
    rf"(?is)<!--.*?(?:-->|\Z)|<({'|'.join(sorted(UNCOUNTED))})\b.*?(?:</\1\s*>|\Z)"
)
_MARKUP = deferred(
    rf"""<(?: !--.*?(?:-->|\Z)
            | (?=[iInNsStT]) (?i:({"|".join(sorted(UNCOUNTED))})\b.*?(?:</\1\s*>|\Z))
            | [!?] [^>]*+ >?                                            # a comment gone wrong
            | /?+ [a-zA-Z] [^<>"']*+ (?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+ >?
            | / (?![a-zA-Z]) [^>]*+ >?                                  # likewise
          )""",
    re.DOTALL | re.VERBOSE,
)
_COMMON = {
    "&nbsp;": " ",
    "&gt;": "+",
    "&lt;": "+",
    "&quot;": "+",
    "&amp;": "+",
}  # what they count as: white space, a character


def _characters(markup: str) -> int:
    """Count the characters of text, white space apart, by a pattern alone: all that stands outside tags and comments."""
    text = counted = _MARKUP.sub("", markup)
    if "&" in text:
        for entity, character in _COMMON.items():
            counted = counted.replace(entity, character)
    if "&" in counted:
        import html  # noqa: PLC0415  2 ms, for a page with other entities than the most common

        counted = html.unescape(text)
    return inked(counted)
