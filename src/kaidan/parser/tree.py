"""Markup becomes lines of text as a browser shows them, each with the element that holds it.

Lexbor builds the tree that the HTML standard asks for, and browsers build, of any markup. Even so the characters are counted against
a tokenizer that shares no code with it, and where it shows fewer, or the markup is made to cost time that grows with its square,
lxml's events are read instead: as they come (a *target* in lxml's words), for libxml2's tree loses what stands after an early
``</html>`` or very deep. Nothing is loaded from anywhere: no DTD, no entity, no network.
"""

import re
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from kaidan.parser.lines import LineBuilder
from kaidan.parser.shown import Shown
from kaidan.parser.sight import UNCOUNTED
from kaidan.parser.white import inked

_MOST_OPEN = 2_000
"""Elements that may stand open at once. Lexbor looks through them at each tag: 2,000 cost it 7 ms, 100,000 a minute."""
_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")


def read(markup: str) -> Shown:
    """Read markup, however broken; ``lost`` counts characters of text that no parser found."""
    markup = markup.replace("\0", "")
    there = _characters(markup)
    readers = [_through_lexbor, _through_lxml]
    if _nests_deep(markup):
        readers.reverse()
    target = readers[0](markup)
    if target.characters < there:
        target = max(target, readers[1](markup), key=lambda one: one.characters)
    return target.shown(max(0, there - target.characters))


def _nests_deep(markup: str) -> bool:
    """Tell whether more elements may stand open at once than are read fast; an element that HTML closes by itself counts as open."""
    if markup.count("<") - 2 * markup.count("</") <= _MOST_OPEN:
        return False
    open_now = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() not in _VOID:
            open_now += -1 if tag[1] else 1
            if open_now > _MOST_OPEN:
                return True
    return False


def _through_lexbor(markup: str) -> LineBuilder:
    """Walk the tree in document order; an element ends before the next that is not inside it."""
    target = LineBuilder()
    start, end, data = target.start, target.end, target.data
    # A browser that runs scripts takes what stands in <noscript> as it takes <noframes>: as characters that it does not show.
    root: Any = LexborHTMLParser(_NOSCRIPT.sub(r"<\1noframes", markup)).root  # all optional to mypy
    numbers, tags = [root.mem_id], [root.tag]
    nodes = root.traverse(include_text=True)
    next(nodes)
    for node in nodes:
        above = node.parent.mem_id
        while numbers[-1] != above:
            numbers.pop()
            end(tags.pop())
        tag = node.tag
        if tag == "-text":
            data(node.text_content)
        elif tag[0] != "-":
            start(tag, node.attributes)
            if tag in _VOID:
                end(tag)
            else:
                numbers.append(node.mem_id)
                tags.append(tag)
    while tags:
        end(tags.pop())
    return target.close()


_NOSCRIPT = re.compile(r"(?i)<(/?)noscript(?=[\s/>])")


def _through_lxml(markup: str) -> LineBuilder:
    target = LineBuilder()
    parser = etree.HTMLParser(target=target, huge_tree=True)  # type: ignore[call-overload] # its types ask for more than it does
    parser.feed(re.sub(r"\A\s*<\?xml[^>]*>", "", markup) if "<?xml" in markup else markup)
    parser.close()
    return target


_MARKUP = re.compile(
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
