"""The search of a page's bytes for all needles (:mod:`.needles`), in one of two ways that find the same.

Hyperscan, of the extra ``archive``, searches for all of it in a tenth of the time that the standard library takes for the decoding of
a page. All that it is asked for are bytes as they stand, which it learns in a tenth of the time that patterns would take; what has a
pattern is looked at where its first bytes are found. Where it is not installed, one pattern of the standard library finds the same.
"""

import re
import threading
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from kaidan.parser.unparsed.needles import (
    CODECS,
    Doubt,
    Inside,
    Parted,
    doubts,
    inside,
    parted,
    partings,
    together,
)

_FEW = 16  # pages


_MOST = 100_000
"""Signs that are kept of a page: one with more cannot be told."""

Needle = Doubt | Inside | Parted

Found = list[tuple[Inside | Parted, int]]
"""What a search found that may be a word, or a part of one, each with its start."""

Search = Callable[[bytes], Found | None]
"""A search of a page; None says that a word stands there for sure, or that it cannot be told."""


class _Searcher:
    """Searches the first pages without Hyperscan, which takes as long to begin as the others for some twenty pages."""

    def __init__(self) -> None:
        self._left = _FEW
        self.search: Search = self._search_one_of_few

    def begin(self) -> None:
        """Search with what is quickest from now on."""
        self.search = _quickest()

    def _search_one_of_few(self, data: bytes) -> Found | None:
        self._left -= 1
        if self._left <= 0:
            self.begin()
        return with_pattern(data)


SEARCHER = _Searcher()


def _quickest() -> Search:
    try:
        return with_hyperscan()
    except ImportError:
        return with_pattern


def with_pattern(data: bytes) -> Found | None:
    """Search by means of the standard library."""
    codecs = CODECS[:1] if _is_utf8(data) else CODECS  # the bytes of the others are none in UTF-8
    pattern, literals = _pattern(codecs)
    found: Found = []
    for match in pattern.finditer(data):
        start = match.start()
        for literal in literals[data[start]]:
            if data.startswith(literal.data, start):
                at = start + len(literal.data) - literal.size
                if _ends_search(literal.needle, at, data, found):
                    return None
    return found


def _ends_search(needle: Needle | None, at: int, data: bytes, found: Found) -> bool:
    """Say whether what was found is a word or a doubt for sure; else keep it to be looked at."""
    if needle is None:
        return True
    if isinstance(needle, Doubt):
        return needle.may_be_word(data, at)
    found.append((needle, at))
    return len(found) > _MOST


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Literal(NamedTuple):
    """Bytes that Hyperscan is asked for, and what they are or end in; None is a word or a doubt for sure."""

    data: bytes
    needle: Needle | None

    @property
    def size(self) -> int:
        """Return how many of the bytes are the needle's own."""
        return len(self.needle.sign if isinstance(self.needle, Parted) else self.data)


def _literals(codecs: Sequence[str] = CODECS) -> tuple[_Literal, ...]:
    behind = {
        _Literal(before + needle.sign, needle): None
        for codec in codecs
        for needle in parted((codec,))
        for before in partings((codec,))
    }
    return (
        *(_Literal(data, None) for data in together(codecs)),
        *(_Literal(doubt.start, doubt if doubt.whole else None) for doubt in doubts()),
        *(_Literal(needle.pair, needle) for needle in inside(codecs)),
        *behind,
    )


@cache
def _pattern(codecs: Sequence[str]) -> tuple[re.Pattern[bytes], dict[int, list[_Literal]]]:
    """Return what finds the start of any of the bytes that are searched for, and these by their first byte.

    The rest of them is looked ahead at, for others may start in it; the first is not, for a pattern that begins with plain bytes skips
    all others.
    """
    by_byte: dict[int, list[_Literal]] = {}
    for literal in _literals(codecs):
        by_byte.setdefault(literal.data[0], []).append(literal)
    branches = (
        re.escape(bytes([first])) + b"(?=" + _tree({one.data[1:] for one in literals}) + b")"
        for first, literals in by_byte.items()
    )
    return re.compile(b"|".join(branches)), by_byte


def _tree(words: set[bytes]) -> bytes:
    r"""Return a pattern of words that is tried byte by byte, however many there are.

    >>> _tree({b"ab", b"ac", b"d"})
    b'(?:a[bc]|d)'
    """
    if b"" in words:
        return b""  # a shorter one ends here
    rests: dict[bytes, set[bytes]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    firsts: dict[bytes, list[bytes]] = {}
    for first in sorted(rests):
        firsts.setdefault(_tree(rests[first]), []).append(first)
    branches = [_one_of(few) + rest for rest, few in firsts.items()]
    return branches[0] if len(branches) == 1 else b"(?:" + b"|".join(branches) + b")"


def _one_of(single: list[bytes]) -> bytes:
    escaped = b"".join(map(re.escape, single))
    return escaped if len(single) == 1 else b"[" + escaped + b"]"


@cache
def with_hyperscan() -> Search:
    """Return a search by Hyperscan.

    Raises:
        ImportError: it is not installed.
    """
    import hyperscan  # noqa: PLC0415  an extra

    literals = _literals()
    needles = [(literal.needle, literal.size) for literal in literals]
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[_escaped(literal.data) for literal in literals],
        ids=range(len(literals)),
        elements=len(literals),
        flags=[0] * len(literals),  # a search that mixes flags takes three times as long to learn
    )
    of_thread = threading.local()

    def note(number: int, _start: int, end: int, _flags: int, page: Any) -> bool:  # noqa: ANN401
        needle, size = needles[number]
        return _ends_search(needle, end - size, *page)

    def search(data: bytes) -> Found | None:
        scratch = getattr(of_thread, "scratch", None)
        if scratch is None:
            scratch = of_thread.scratch = hyperscan.Scratch(database)
        found: Found = []
        try:
            database.scan(data, note, context=(data, found), scratch=scratch)
        except hyperscan.ScanTerminated:
            return None
        return found

    return search


def _escaped(data: bytes) -> bytes:
    return b"".join(rb"\x%02x" % byte for byte in data)
