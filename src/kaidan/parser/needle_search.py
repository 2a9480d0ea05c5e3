"""The search of a page's bytes for all needles (:mod:`kaidan.parser.needles`), in one of two ways that find the same.

Hyperscan, of the extra ``archive``, searches for all of it in a tenth of the time that the standard library takes for the decoding of
a page. All that it is asked for are bytes as they stand, which it learns in a tenth of the time that patterns would take; what has a
pattern is looked at where its first bytes are found. Where it is not installed, ``bytes.find`` finds the same.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from kaidan.parser.needles import (
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


Apart = Sequence[tuple[Parted, int]]
"""The signs that a search found that may be parted, each with its start."""

Search = Callable[[bytes], Apart | None]
"""A search of a page; None says that a word stands there for sure, or that it cannot be told."""


class _Searcher:
    """Searches the first pages without Hyperscan, which takes as long to begin as the others for some twenty pages."""

    def __init__(self) -> None:
        self._left = _FEW
        self.search: Search = self._search_one_of_few

    def begin(self) -> None:
        """Search with what is quickest from now on."""
        self.search = _quickest()

    def _search_one_of_few(self, data: bytes) -> Apart | None:
        self._left -= 1
        if self._left <= 0:
            self.begin()
        return with_find(data)


SEARCHER = _Searcher()


def _quickest() -> Search:
    try:
        return with_hyperscan()
    except ImportError:
        return with_find


def with_find(data: bytes) -> Apart | None:
    """Search by means of the standard library."""
    codecs = CODECS[:1] if _is_utf8(data) else CODECS  # the bytes of the others are none in UTF-8
    if any(map(data.__contains__, together(codecs))):
        return None
    if any(doubt.is_in(data) for doubt in doubts()):
        return None
    for needle in inside(codecs):
        if any(needle.may_be_word(data, at) for at in _starts(data, needle.pair)):
            return None
    before = partings()
    return [
        (needle, at)
        for needle in parted(codecs)
        for at in _starts(data, needle.sign)
        if data.endswith(before, 0, at)
    ]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _starts(data: bytes, sought: bytes) -> Iterator[int]:
    at = data.find(sought)
    while at >= 0:
        yield at
        at = data.find(sought, at + 1)


class _Literal(NamedTuple):
    """Bytes that Hyperscan is asked for, and what they are or end in; None is a word or a doubt for sure."""

    data: bytes
    needle: Doubt | Inside | Parted | None


def _literals() -> tuple[_Literal, ...]:
    behind = {
        _Literal(before + needle.sign, needle): None
        for codec in CODECS
        for needle in parted((codec,))
        for before in partings((codec,))
    }
    return (
        *(_Literal(data, None) for data in together()),
        *(_Literal(doubt.start, doubt if doubt.whole else None) for doubt in doubts()),
        *(_Literal(needle.pair, needle) for needle in inside()),
        *behind,
    )


@cache
def with_hyperscan() -> Search:
    """Return a search by Hyperscan.

    Raises:
        ImportError: it is not installed.
    """
    import hyperscan  # noqa: PLC0415  an extra

    literals = _literals()
    needles = [literal.needle for literal in literals]
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[_escaped(literal.data) for literal in literals],
        ids=range(len(literals)),
        elements=len(literals),
        flags=[0] * len(literals),  # a search that mixes flags takes three times as long to learn
    )
    of_thread = threading.local()

    def note(number: int, _start: int, end: int, _flags: int, page: Any) -> bool:  # noqa: ANN401
        needle = needles[number]
        if needle is None:
            return True
        data, apart = page
        if isinstance(needle, Parted):
            apart.append((needle, end - len(needle.sign)))
            return False
        return needle.may_be_word(data, end - len(literals[number].data))

    def search(data: bytes) -> Apart | None:
        scratch = getattr(of_thread, "scratch", None)
        if scratch is None:
            scratch = of_thread.scratch = hyperscan.Scratch(database)
        apart: list[tuple[Parted, int]] = []
        try:
            database.scan(data, note, context=(data, apart), scratch=scratch)
        except hyperscan.ScanTerminated:
            return None
        return apart

    return search


def _escaped(data: bytes) -> bytes:
    return b"".join(rb"\x%02x" % byte for byte in data)
