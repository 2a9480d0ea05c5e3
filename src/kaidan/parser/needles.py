"""What a look at a page's bytes searches for, in every encoding at once: the signs of a word for talks, together or parted.

Hyperscan, of the extra ``archive``, searches for all of it in a tenth of the time that the standard library takes for the decoding of
a page; where it is not installed, ``bytes.find`` finds the same.
"""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from typing import Any, NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.parser.talks_titles import TALKS
from kaidan.text.unseen import unseen_signs

CODECS = ("utf-8", "cp932", "euc_jp", "gb18030", "big5", "big5hkscs", "cp949", "johab")
"""All that write a word for talks in bytes of their own. Those with escapes or zeros are for others to know."""

_PARTING = b" \t\n\r\f>;"
"""What may end what shows nothing: white space, a tag, a reference."""

_ENDING = tuple(_PARTING[at : at + 1] for at in range(len(_PARTING)))
_STARTING = (b" ", b"\t", b"\n", b"\r", b"\f", b"<", b"&")

_WHITE = ("\u3000", "\xa0")
_BLANK = (*_WHITE, *sorted(unseen_signs()))
"""What is white or without width beyond ASCII."""

_FEW = 100  # pages
_ASKED = count()
_FOUR_BYTES = 0xF0
"""The least byte that begins a sign of four in UTF-8: of these, three bytes tell a kind that nobody sees."""

_UNENDED = (b"&nbsp", b"&shy")
"""References that HTML knows without their semicolon, and that show no sign."""


class Parted(NamedTuple):
    """The second sign of a word, where something stands before it that is none: the bytes of the sign, and of those that may go before."""

    sign: bytes
    firsts: tuple[bytes, ...]


class Inside(NamedTuple):
    """Two signs that stand together in longer words: their bytes, and what stands before and behind them in each, or nothing."""

    pair: bytes
    around: tuple[tuple[bytes, bytes], ...]

    def may_be_word(self, data: bytes, at: int) -> bool:
        """Say whether the signs that start at a point may stand in one of the words, of which the rest may be parted from them."""
        end = at + len(self.pair)
        is_open = data.endswith(_ENDING, 0, at) or blank_before(data, at) > 0
        goes_on = data.startswith(_STARTING, end) or _is_blank(data, end)
        return any(
            (is_open or data.endswith(before, 0, at)) and (goes_on or data.startswith(behind, end))
            for before, behind in self.around
        )


class Seen(NamedTuple):
    """What a search found: whether a word stands there for sure, and else the signs that may be parted, each with its start."""

    word: bool
    parted: Sequence[tuple[Parted, int]] = ()


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


def blank_before(data: bytes, at: int) -> int:
    """Return how many bytes before a point show no sign beyond ASCII; 0 where they do."""
    known, sizes = _blanks_and_sizes()
    return next((size for size in sizes if data[max(0, at - size) : at] in known), 0)


def _is_blank(data: bytes, at: int) -> bool:
    known, sizes = _blanks_and_sizes()
    return any(data[at : at + size] in known for size in sizes)


@cache
def _blanks_and_sizes() -> tuple[frozenset[bytes], tuple[int, ...]]:
    known = frozenset(blanks())
    return known, tuple(sorted(set(map(len, known)), reverse=True))


def written(text: str, codecs: Sequence[str] = CODECS) -> Iterator[bytes]:
    """Yield a text in each encoding that can write it."""
    for codec in codecs:
        data = text.encode(codec, "ignore")
        if data.decode(codec) == text:
            yield data


def search(data: bytes) -> Seen:
    """Look for all needles in a page: the first pages without Hyperscan, which takes a third of a second to begin."""
    return _searcher(is_begun=next(_ASKED) >= _FEW)(data)


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
    """Return what is a word for sure: both signs of a pair that is one."""
    words = (pair for pair in pairs() if pair in talks_nouns())
    return tuple(dict.fromkeys(data for word in words for data in written(word, codecs)))


@cache
def _inside(codecs: Sequence[str] = CODECS) -> tuple[Inside, ...]:
    """Return the pairs that are a part of words only."""
    around: dict[bytes, dict[tuple[bytes, bytes], None]] = {}
    for pair in (pair for pair in pairs() if pair not in talks_nouns()):
        for codec in codecs:
            if both := pair.encode(codec, "ignore"):
                signs = around.setdefault(both, {})
                signs.update(dict.fromkeys(_signs_around(pair, codec)))
    return tuple(Inside(both, tuple(signs)) for both, signs in around.items())


def _signs_around(pair: str, codec: str) -> Iterator[tuple[bytes, bytes]]:
    for noun in talks_nouns():
        before, found, behind = noun.partition(pair)
        if found:
            yield before[-1:].encode(codec, "ignore"), behind[:1].encode(codec, "ignore")


@cache
def _doubts() -> tuple[bytes, ...]:
    """Return the patterns of what may write a word in other bytes, or part its signs unseen."""
    signs = (sign.encode() for sign in sorted(unseen_signs()))
    unseen = dict.fromkeys(data[:3] if data[0] >= _FOUR_BYTES else data for data in signs)
    return (
        rb"&#0*(?:12[45]|1[3-9][0-9]|[2-4][0-9]{2})[0-9]{2}",  # katakana and kanji
        rb"&#[xX]0*(?:30[a-fA-F]|[4-9][0-9a-fA-F]{2})[0-9a-fA-F]",
        rb"&#(?:[0-9]+[^0-9;]|[xX][0-9a-fA-F]+[^0-9a-fA-F;])",  # to a blank, and not ended
        rb"~\{",  # HZ, which writes GB 2312 in ASCII
        rb"\x1b",  # ISO-2022-JP and its kin
        rb"\x00",  # UTF-16 and UTF-32
        *map(_escaped, unseen),
        rb"charset=.?[gG][bB]",  # GB 18030 writes what is unseen, too
    )


@cache
def _searcher(*, is_begun: bool) -> Callable[[bytes], Seen]:
    try:
        return with_hyperscan() if is_begun else with_find
    except ImportError:
        return with_find


def with_find(data: bytes) -> Seen:
    """Search by means of the standard library."""
    codecs = CODECS[:1] if _is_utf8(data) else CODECS  # the bytes of the others are none in UTF-8
    if any(map(data.__contains__, _together(codecs))) or _doubt().search(data):
        return Seen(word=True)
    for inside in _inside(codecs):
        at = data.find(inside.pair)
        while at >= 0:
            if inside.may_be_word(data, at):
                return Seen(word=True)
            at = data.find(inside.pair, at + 1)
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
    white = (one for sign in _WHITE for one in written(sign))
    before = (*_ENDING, *_UNENDED, *white)
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

    parted = [(codec, needle) for codec in CODECS for needle in _parted((codec,))]
    needles: tuple[Inside | Parted, ...] = (*_inside(), *(needle for _, needle in parted))
    sure = (*map(_escaped, _together()), *_doubts())
    inside = (_escaped(needle.pair) for needle in _inside())
    behind = (_parting_in(codec) + _escaped(needle.sign) for codec, needle in parted)
    patterns = (*sure, *inside, *behind)
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
            return Seen(word=True)
        apart = []
        for needle, end in ((needles[number - len(sure)], end) for number, end in found):
            if isinstance(needle, Parted):
                apart.append((needle, end - len(needle.sign)))
            elif needle.may_be_word(data, end - len(needle.pair)):
                return Seen(word=True)
        return Seen(word=False, parted=apart)

    return search


def _parting_in(codec: str) -> bytes:
    """Return the pattern of what may end what shows nothing, in one encoding."""
    blank = (data for sign in _WHITE for data in written(sign, (codec,)))
    return b"(?:" + b"|".join(_by_start((*_ENDING, *_UNENDED, *blank))) + b")"


def _by_start(texts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a pattern of all texts that differ in their last byte alone."""
    lasts: dict[bytes, bytes] = {}
    for text in texts:
        lasts[text[:-1]] = lasts.get(text[:-1], b"") + text[-1:]
    for start, last in lasts.items():
        yield _escaped(start) + b"[" + _escaped(last) + b"]"


def _escaped(data: bytes) -> bytes:
    return b"".join(rb"\x%02x" % byte for byte in data)
