"""What a look at a page's bytes searches for, in every encoding at once: the signs of a word for talks, together or parted.

Hyperscan, of the extra ``archive``, searches for all of it in a tenth of the time that the standard library takes for the decoding of
a page; where it is not installed, ``bytes.find`` finds the same.
"""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.parser.talks_titles import TALKS
from kaidan.text.unseen import unseen_signs

CODECS = ("utf-8", "cp932", "euc_jp", "gb18030", "big5", "big5hkscs", "cp949", "johab")
"""All that write a word for talks in bytes of their own. Those with escapes or zeros are for others to know."""

_PARTING = b" \t\n\r\f>;"
"""What may end what shows nothing: white space, a tag, a reference."""

_BLANK = ("\u3000", "\xa0", *sorted(unseen_signs()))
"""What is white or without width beyond ASCII."""

_UNENDED = (b"&nbsp", b"&shy")
"""References that HTML knows without their semicolon, and that show no sign."""


class Parted(NamedTuple):
    """The second sign of a word, where something stands before it that is none: the bytes of the sign, and of those that may go before."""

    sign: bytes
    firsts: tuple[bytes, ...]


class Seen(NamedTuple):
    """What a search found: whether a word stands there for sure, and else the signs that may be parted, each with its start."""

    word: bool
    parted: Sequence[tuple[Parted, int]]


@cache
def talks_nouns() -> tuple[str, ...]:
    """Return the nouns of which a page must hold one to tell of a meeting: what titles of meetings end in."""
    return tuple(dict.fromkeys((*TALKS, *spelled("talks", "talks"))))


@cache
def pairs() -> tuple[str, ...]:
    """Return two signs of each noun by which it is looked for: such as seldom stand together elsewhere, or its first."""
    rare = spelled("headings", "rare pair")
    found = (next((pair for pair in rare if pair in noun), noun[:2]) for noun in talks_nouns())
    return tuple(dict.fromkeys(found))


@cache
def blanks() -> tuple[bytes, ...]:
    """Return what shows no sign beyond ASCII, in every encoding."""
    in_pages = (one for sign in _BLANK if sign < "\U00010000" for one in written(sign))
    rare = (one for sign in _BLANK if sign >= "\U00010000" for one in written(sign, CODECS[:1]))
    return (*dict.fromkeys((*in_pages, *rare)), *_UNENDED)


def written(text: str, codecs: Sequence[str] = CODECS) -> Iterator[bytes]:
    """Yield a text in each encoding that can write it."""
    for codec in codecs:
        data = text.encode(codec, "ignore")
        if data.decode(codec) == text:
            yield data


def search(data: bytes) -> Seen:
    """Look for all needles in a page."""
    return _searcher()(data)


@cache
def _parted(codecs: Sequence[str] = CODECS) -> tuple[Parted, ...]:
    firsts: dict[bytes, list[bytes]] = {}
    for pair in pairs():
        for codec in codecs:
            first, second = (sign.encode(codec, "ignore") for sign in pair)
            if first and second:
                firsts.setdefault(second, []).append(first)
    return tuple(Parted(sign, tuple(before)) for sign, before in firsts.items())


@cache
def _together(codecs: Sequence[str] = CODECS) -> tuple[bytes, ...]:
    """Return what is a word for sure: both signs of a pair."""
    return tuple(dict.fromkeys(data for pair in pairs() for data in written(pair, codecs)))


@cache
def _doubts() -> tuple[bytes, ...]:
    """Return the patterns of what may write a word in other bytes."""
    signs = sorted({ord(sign) for pair in pairs() for sign in pair})
    tens = "|".join(map(str, signs)).encode()
    hexes = "|".join(f"{sign:x}" for sign in signs).encode()
    return (
        rb"&#0*(?:" + tens + rb")",
        rb"&#[xX]0*(?i:" + hexes + rb")",
        rb"&#(?:[0-9]+[^0-9;]|[xX][0-9a-fA-F]+[^0-9a-fA-F;])",  # to a blank, and not ended
        rb"~\{",  # HZ, which writes GB 2312 in ASCII
        rb"\x1b",  # ISO-2022-JP and its kin
        rb"\x00",  # UTF-16 and UTF-32
    )


@cache
def _searcher() -> Callable[[bytes], Seen]:
    try:
        return with_hyperscan()
    except ImportError:
        return with_find


def with_find(data: bytes) -> Seen:
    """Search by means of the standard library."""
    codecs = CODECS[:1] if _is_utf8(data) else CODECS  # the bytes of the others are none in UTF-8
    if any(map(data.__contains__, _together(codecs))) or _doubt().search(data):
        return Seen(word=True, parted=())
    return Seen(word=False, parted=list(_found_parted(data, codecs)))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@cache
def _doubt() -> re.Pattern[bytes]:
    return re.compile(b"|".join(_doubts()))


def _found_parted(data: bytes, codecs: Sequence[str]) -> Iterator[tuple[Parted, int]]:
    before = (*(_PARTING[at : at + 1] for at in range(len(_PARTING))), *blanks())
    for needle in _parted(codecs):
        at = data.find(needle.sign)
        while at >= 0:
            if data.endswith(before, 0, at):
                yield needle, at
            at = data.find(needle.sign, at + 1)


@cache
def with_hyperscan() -> Callable[[bytes], Seen]:
    """Return a search by Hyperscan.

    Raises:
        ImportError: it is not installed.
    """
    import hyperscan  # noqa: PLC0415  an extra

    needles = _parted()
    sure = (*map(_escaped, _together()), *_doubts())
    before = b"|".join((b"[" + _escaped(_PARTING) + b"]", *_by_start(blanks())))
    parted = (b"(?:" + before + b")" + _escaped(needle.sign) for needle in needles)
    patterns = (*sure, *parted)
    once = hyperscan.HS_FLAG_SINGLEMATCH
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=patterns,
        ids=range(len(patterns)),
        elements=len(patterns),
        flags=[once] * len(sure) + [0] * len(needles),
    )
    of_thread = threading.local()

    def note(number: int, _start: int, end: int, _flags: int, found: Any) -> bool:  # noqa: ANN401
        found.append((number, end))
        return number < len(sure)

    def search(data: bytes) -> Seen:
        scratch = getattr(of_thread, "scratch", None)
        if scratch is None:
            scratch = of_thread.scratch = hyperscan.Scratch(database)
        found: list[tuple[int, int]] = []
        try:
            database.scan(data, note, context=found, scratch=scratch)
        except hyperscan.ScanTerminated:
            return Seen(word=True, parted=())
        behind = ((needles[number - len(sure)], end) for number, end in found)
        return Seen(word=False, parted=[(one, end - len(one.sign)) for one, end in behind])

    return search


def _by_start(texts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a pattern of all texts that differ in their last byte alone."""
    lasts: dict[bytes, bytes] = {}
    for text in texts:
        lasts[text[:-1]] = lasts.get(text[:-1], b"") + text[-1:]
    for start, last in lasts.items():
        yield _escaped(start) + b"[" + _escaped(last) + b"]"


def _escaped(data: bytes) -> bytes:
    return b"".join(rb"\x%02x" % byte for byte in data)
