"""Markup becomes lines of text as a browser shows them, each with the element that holds it.

The parser's events are read as they come (a *target* in lxml's words), not the tree that it would build: libxml2's tree loses
what stands after an early ``</html>`` or very deep, without a word; its events do not. Even so the characters are counted against a
tokenizer that shares no code with it, and where lxml shows fewer, BeautifulSoup reads the page instead. Nothing is loaded from
anywhere: no DTD, no entity, no network.
"""

import re

from lxml import etree

from kaidan.parser.lines import UNCOUNTED, LineBuilder
from kaidan.parser.shown import Shown
from kaidan.parser.white import inked


def read(markup: str) -> Shown:
    """Read markup, however broken; ``lost`` counts characters of text that no parser found."""
    markup = markup.replace("\0", "")
    there = _characters(markup)
    target = _through_lxml(markup)
    if target.characters < there:
        target = max(target, _through_beautifulsoup(markup), key=lambda one: one.characters)
    return target.shown(max(0, there - target.characters))


def _through_lxml(markup: str) -> LineBuilder:
    target = LineBuilder()
    parser = etree.HTMLParser(target=target, huge_tree=True)  # type: ignore[call-overload] # its types ask for more than it does
    parser.feed(re.sub(r"\A\s*<\?xml[^>]*>", "", markup) if "<?xml" in markup else markup)
    parser.close()
    return target


def _through_beautifulsoup(markup: str) -> LineBuilder:
    """Replay BeautifulSoup's tree as events; an explicit stack, because pages nest deeper than Python recurses."""
    from bs4 import BeautifulSoup, Tag  # noqa: PLC0415  120 ms, for a page that lxml gave up on
    from bs4.element import NavigableString, PreformattedString  # noqa: PLC0415

    target = LineBuilder()
    stack = [iter(BeautifulSoup(markup, "html.parser", multi_valued_attributes=None).contents)]
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
    target.close()
    return target


_MARKUP = re.compile(
    rf"""<(?: !--.*?(?:-->|\Z)
            | (?=[iInNsStT]) (?i:({"|".join(sorted(UNCOUNTED))})\b.*?(?:</\1\s*>|\Z))
            | [a-zA-Z/!?] [^<>"']*+ (?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+ >?
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
