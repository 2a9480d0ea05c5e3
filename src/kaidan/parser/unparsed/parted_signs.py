"""Whether a page may show two signs together that markup, white space or what has no width parts: 首脳会<b>談</b>.

The bytes before the second sign are taken off from their end, as long as they are such as show nothing, until they end in the first
sign, in another one, or with the start of a block. What is not plainly one of these is a doubt, and the answer is yes.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from kaidan.parser.display.sight import BLOCKS
from kaidan.parser.unparsed.needles import blank_before

_WINDOW = 1_000  # bytes before the second sign
_LONGEST_REFERENCE = 12
_WHITE = b" \t\n\r\f"

_INLINE = frozenset(
    b"a abbr b big br code del em font i img ins mark s small span strong sub sup tt u wbr".split()
)
"""Elements that neither end a line nor hide what they hold."""

_BLOCK = frozenset(tag.encode() for tag in BLOCKS)

_TAG = re.compile(
    rb"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)"""
    rb"""(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*\s*/?>"""
)
_HIDES = re.compile(rb"(?i)\s(?:hidden|style)\b")
_SHOWN_REFERENCES = frozenset(b"amp bull copy gt laquo lt middot quot raquo".split())


def may_stand_before(data: bytes, at: int, firsts: tuple[bytes, ...]) -> bool:
    """Say whether one of some signs may be shown right before the sign that starts at ``at``.

    >>> page = "<p>議会<b class=x>談</b></p><a href=x>公会</a> <li>談".encode()
    >>> [may_stand_before(page, at.start(), ("会".encode(),)) for at in re.finditer("談".encode(), page)]
    [True, False]
    """
    start = max(0, at - _WINDOW)
    before = data[start:at]
    while before := before.rstrip(_WHITE):
        if before.endswith(firsts):
            return True
        shorter = _without_last(before)
        if isinstance(shorter, bool):
            return shorter
        before = shorter
    return start > 0


def _without_last(before: bytes) -> bytes | bool:
    """Take off what shows nothing; or say whether the search ends in a doubt, or at a sign or a block."""
    last = before[-1:]
    if last == b">":
        return _without_tag(before)
    if last == b";":
        return _without_reference(before)
    size = blank_before(before, len(before))
    return before[:-size] if size else False


def _without_reference(before: bytes) -> bytes | bool:
    start = before.rfind(b"&", -_LONGEST_REFERENCE)
    if start < 0 or before[start + 1 : -1] in _SHOWN_REFERENCES:
        return False
    return before[:start]


def _without_tag(before: bytes) -> bytes | bool:
    start = before.rfind(b"<")
    if start < 0 or _is_inside(before, start):
        return True
    tag = _read_tag(before[start:])
    if tag is None:
        return True
    if not (_is_shown(before, start, tag.name) if tag.closes else tag.shows):
        return True
    return False if tag.is_block else before[:start]


class _Tag(NamedTuple):
    """A tag.

    Attributes:
        name: as it is written.
        closes: whether it is an end tag.
        is_block: whether it starts or ends a line.
        shows: whether the element is one that shows what it holds, and says nothing else.
    """

    name: bytes
    closes: bool
    is_block: bool
    shows: bool


@lru_cache(1_024)  # the pages of a site have the same menus
def _read_tag(data: bytes) -> _Tag | None:
    """Read a tag; None where it might be something else."""
    tag = _TAG.fullmatch(data)
    if tag is None:
        return None
    name = tag["name"].lower()
    is_block = name in _BLOCK
    shows = is_block or (name in _INLINE and not _HIDES.search(data))
    return _Tag(tag["name"], bool(tag["close"]), is_block, shows)


def _is_inside(data: bytes, start: int) -> bool:
    """Tell whether a tag seems to start inside of another one, or of a comment or an attribute's value."""
    return data.rfind(b"<", 0, start) > data.rfind(b">", 0, start)


def _is_shown(before: bytes, end: int, name: bytes) -> bool:
    """Tell whether an element that ends at ``end`` is plain text that a page shows."""
    start = before.rfind(b"<" + name, 0, end)
    opened = _TAG.match(before, start) if start >= 0 else None
    return (
        opened is not None
        and opened["name"] == name
        and name.lower() in _INLINE | _BLOCK
        and not _is_inside(before, start)
        and not _HIDES.search(opened[0])
        and b"<" not in before[opened.end() : end]
    )
