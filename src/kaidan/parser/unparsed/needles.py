"""What a look at a page's bytes searches for, in every encoding at once: the signs of a word for talks, together or parted."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.parser.headings.talks_titles import TALKS
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

_FOUR_BYTES = 0xF0
"""The least byte that begins a sign of four in UTF-8: of these, three bytes tell a kind that nobody sees."""

_UNENDED = (b"&nbsp", b"&shy")
"""References that HTML knows without their semicolon, and that show no sign."""


class Parted(NamedTuple):
    """The second sign of a word, where something stands before it that is none: the bytes of the sign, and of those that may go before."""

    sign: bytes
    firsts: tuple[bytes, ...]


class Inside(NamedTuple):
    """Two signs that stand together in longer words.

    Attributes:
        pair: their bytes.
        around: what stands before and behind them in each word, or nothing.
        behind: what stands behind them in any, or may part them from it.
    """

    pair: bytes
    around: tuple[tuple[bytes, bytes], ...]
    behind: tuple[bytes, ...]

    def may_be_word(self, data: bytes, at: int) -> bool:
        """Say whether the signs that start at a point may stand in one of the words, of which the rest may be parted from them."""
        end = at + len(self.pair)
        is_blank = _is_blank(data, end)
        if not (is_blank or data.startswith(self.behind, end)):
            return False
        goes_on_anyhow = is_blank or data.startswith(_STARTING, end)
        around = [
            before
            for before, behind in self.around
            if goes_on_anyhow or data.startswith(behind, end)
        ]
        return bool(around) and (
            data.endswith((*around, *_ENDING), 0, at) or blank_before(data, at) > 0
        )


class Doubt(NamedTuple):
    """What may write a word in other bytes, or part its signs unseen: the bytes that it begins with, and a pattern if there is more."""

    start: bytes
    whole: re.Pattern[bytes] | None = None

    def may_be_word(self, data: bytes, at: int) -> bool:
        """Say whether it stands at a point where its first bytes do."""
        return self.whole is None or self.whole.match(data, at) is not None


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
    if at == 0:
        return 0
    for blank in _blanks_by_byte(-1).get(data[at - 1], ()):
        if data.endswith(blank, 0, at):
            return len(blank)
    return 0


def _is_blank(data: bytes, at: int) -> bool:
    return at < len(data) and data.startswith(_blanks_by_byte(0).get(data[at], ()), at)


@cache
def _blanks_by_byte(number: int) -> dict[int, tuple[bytes, ...]]:
    """Return what shows no sign by its first byte, or its last, the longest first."""
    found: dict[int, list[bytes]] = {}
    for blank in sorted(set(blanks()), key=len, reverse=True):
        found.setdefault(blank[number], []).append(blank)
    return {byte: tuple(blanks) for byte, blanks in found.items()}


def written(text: str, codecs: Sequence[str] = CODECS) -> Iterator[bytes]:
    """Yield a text in each encoding that can write it."""
    for codec in codecs:
        data = text.encode(codec, "ignore")
        if data.decode(codec) == text:
            yield data


@cache
def parted(codecs: Sequence[str] = CODECS) -> tuple[Parted, ...]:
    """Return the second signs of the pairs, each with those that go before it in some encodings."""
    firsts: dict[bytes, list[bytes]] = {}
    for pair in pairs():
        for codec in codecs:
            first, second = (sign.encode(codec, "ignore") for sign in pair)
            if first and second:
                firsts.setdefault(second, []).append(first)
    return tuple(Parted(sign, tuple(before)) for sign, before in firsts.items())


@cache
def partings(codecs: Sequence[str] = CODECS) -> tuple[bytes, ...]:
    """Return what may end what shows nothing and parts a sign from the one before."""
    white = (data for sign in _WHITE for data in written(sign, codecs))
    return tuple(dict.fromkeys((*_ENDING, *_UNENDED, *white)))


@cache
def together(codecs: Sequence[str] = CODECS) -> tuple[bytes, ...]:
    """Return what is a word for sure: both signs of a pair that is one."""
    words = (pair for pair in pairs() if pair in talks_nouns())
    return tuple(dict.fromkeys(data for word in words for data in written(word, codecs)))


@cache
def inside(codecs: Sequence[str] = CODECS) -> tuple[Inside, ...]:
    """Return the pairs that are a part of words only."""
    around: dict[bytes, dict[tuple[bytes, bytes], None]] = {}
    for pair in (pair for pair in pairs() if pair not in talks_nouns()):
        for codec in codecs:
            for both in written(pair, (codec,)):
                signs = around.setdefault(both, {})
                signs.update(dict.fromkeys(_signs_around(pair, codec)))
    return tuple(
        Inside(both, tuple(signs), (*_STARTING, *dict.fromkeys(behind for _, behind in signs)))
        for both, signs in around.items()
    )


def _signs_around(pair: str, codec: str) -> Iterator[tuple[bytes, bytes]]:
    for noun in talks_nouns():
        before, found, behind = noun.partition(pair)
        if found:
            yield before[-1:].encode(codec, "ignore"), behind[:1].encode(codec, "ignore")


@cache
def doubts() -> tuple[Doubt, ...]:
    """Return what may write a word in other bytes, or part its signs unseen."""
    return (
        Doubt(b"&#", _REFERENCE),
        Doubt(b"~{"),  # HZ, which writes GB 2312 in ASCII
        Doubt(b"\x1b"),  # ISO-2022-JP and its kin
        Doubt(b"\x00"),  # UTF-16 and UTF-32
        Doubt(b"MIME-Version"),  # MHTML, which packs pages in forms of its own
        *map(Doubt, _labels_of_gb()),
        *map(Doubt, _unseen()),
    )


_REFERENCE = re.compile(
    rb"""&\#(?: 0*(?:12[45]|1[3-9][0-9]|[2-4][0-9]{2})[0-9]{2}        # katakana and kanji
              | [xX]0*(?:30[a-fA-F]|[4-9][0-9a-fA-F]{2})[0-9a-fA-F]
              | (?:[0-9]+[^0-9;]|[xX][0-9a-fA-F]+[^0-9a-fA-F;])       # to a blank, and not ended
              )""",
    re.VERBOSE,
)


def _labels_of_gb() -> Iterator[bytes]:
    """Yield how the labels of GB 18030 begin, which writes what is unseen, too."""
    for quote, name in product((b"", b" ", b'"', b"'"), (b"gb", b"GB", b"Gb", b"gB")):
        yield b"charset=" + quote + name


def _unseen() -> tuple[bytes, ...]:
    signs = (sign.encode() for sign in sorted(unseen_signs()))
    kinds = (data[:3] if data[0] >= _FOUR_BYTES else data for data in signs)
    return tuple(dict.fromkeys(kinds))
