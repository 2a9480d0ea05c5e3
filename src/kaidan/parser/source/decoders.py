"""Bytes to text as browsers decode them (WHATWG Encoding), made of Python's codecs and of what these do otherwise.

What cannot be decoded becomes one U+FFFD for all of its bytes, and decoding goes on where browsers go on: behind the whole pair, or
before a byte of ASCII, which is never taken for the second of a pair.
"""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from kaidan.text.deferred import deferred

_OF_CELLS = frozenset({"euc_jp", "iso2022_jp"})  # both have the rows and cells of JIS X 0208
JAPANESE = _OF_CELLS | {"cp932"}
"""The codecs of Japanese pages that are not in Unicode."""

_LEADS = {
    "cp932": frozenset((*range(0x81, 0xA0), *range(0xE0, 0xFD))),
    "euc_jp": frozenset((0x8E, 0x8F, *range(0xA1, 0xFF))),
    **dict.fromkeys(
        ("euc_kr", "cp949", "gbk", "gb2312", "big5", "cp950"), frozenset(range(0x81, 0xFF))
    ),
}
"""The bytes that open a pair."""
_THREE_BYTES = 0x8F  # opens a character of JIS X 0212 in EUC-JP

# Where browsers and Python's euc_jp differ (WHATWG Encoding, index jis0208, against JIS X 0208:1990 as Unicode Inc. mapped it).
_AS_BROWSERS = str.maketrans("〜‖−¢£¬", "～∥－￠￡￢")
_NO_CHARACTER = deferred("[\uf8f0-\uf8f3]")
"""What Python's cp932 makes of A0, FD, FE and FF, which browsers do not decode."""

_ESCAPE = deferred(rb"\x1b(\([BJI]|\$[@B])")
_NO_PAIR = deferred(rb"([\x21-\x7e]{2})|[\x00-\xff]", re.DOTALL)
_NO_ASCII = deferred(rb"[\x80-\xff\x0e\x0f\x1a\x1b]")
_ROMAN = str.maketrans("\\~", "¥‾")
_KANA = str.maketrans({0x21 + at: chr(0xFF61 + at) for at in range(0x3F)})
_TO_EUC = bytes(byte | 0x80 for byte in range(256))


class Decoded(NamedTuple):
    """The text of a page, the Python codec that gave it, and the byte offsets of what could not be decoded."""

    text: str
    encoding: str
    undecodable: tuple[int, ...]


def decode_as(data: bytes, encoding: str) -> Decoded:
    r"""Decode bytes by a codec of Python's, as browsers would by the encoding of that name.

    >>> decode_as(b"\xb2\xf1\xa9\xfe\xb2\xf1", "euc_jp")
    Decoded(text='会�会', encoding='euc_jp', undecodable=(2,))
    >>> decode_as(b"\x1b$B2qCL\x1b(I6\x1b(B.", "iso2022_jp").text
    '会談ｶ.'
    """
    name = codecs.lookup(encoding).name
    if name == "iso2022_jp":
        return _decode_escaped(data)
    bad: list[int] = []

    def replace(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)  # noqa: S101  for the type checker: only decoding calls this
        if name == "euc_jp" and (
            vendor := _vendor_row(error.object[error.start : error.start + 2])
        ):
            return vendor, error.start + 2
        bad.append(error.start)
        if name in _LEADS:
            return "\ufffd", error.start + _undecodable_bytes(error.object, error.start, name)
        return "\ufffd", max(error.end, error.start + 1)

    codecs.register_error("kaidan.count", replace)
    text, _ = codecs.lookup(name).decode(data, "kaidan.count")
    if name == "euc_jp":
        text = text.translate(_AS_BROWSERS)
    elif name == "cp932" and _NO_CHARACTER.search(text):
        bad += _byte_offsets(text, name)
        text = _NO_CHARACTER.sub("\ufffd", text)
    return Decoded(text, name, tuple(sorted(bad)))


def _byte_offsets(text: str, name: str) -> Iterator[int]:
    """Say at which bytes stood what Python alone takes for characters."""
    at = done = 0
    for match in _NO_CHARACTER.finditer(text):
        at += len(text[done : match.start()].encode(name, "replace"))
        yield at
        at, done = at + 1, match.end()


def _undecodable_bytes(data: bytes, start: int, name: str) -> int:
    """Count the bytes of what cannot be decoded at ``start``: a pair, or three, but no byte of ASCII behind the first."""
    lead, behind = data[start], data[start + 1 : start + 3]
    if lead not in _LEADS[name] or not behind or behind[0] < 0x80:
        return 1
    if name == "euc_jp" and lead == _THREE_BYTES and behind[0] in _LEADS[name] - {0x8E, 0x8F}:
        return 3 if len(behind) > 1 and behind[1] >= 0x80 else 2
    return 2


def _vendor_row(pair: bytes) -> str | None:
    """Read a NEC or IBM character (① is AD A1), which EUC-JP has in the rows that cp932 has as 87, ED and EE."""
    row, cell = (byte - 0xA0 for byte in pair) if len(pair) == 2 and min(pair) > 0xA0 else (0, 0)
    if row not in {13, 89, 90, 91, 92}:
        return None
    lead = (row + 1) // 2 + (0x80 if row < 63 else 0xC0)
    before_gap = 0x3F if cell < 64 else 0x40  # no trail is 7F
    trail = cell + (before_gap if row % 2 else 0x9E)
    try:
        return bytes((lead, trail)).decode("cp932")
    except UnicodeDecodeError:
        return None


def _decode_escaped(data: bytes) -> Decoded:
    """Decode ISO-2022-JP: runs of ASCII, JIS Roman, half-width kana and pairs, each opened by its escape."""
    texts: list[str] = []
    bad: list[int] = []
    start, charset = 0, b"(B"
    for escape in (*_ESCAPE.finditer(data), None):
        end = escape.start() if escape else len(data)
        text, undecodable = _decode_run(data[start:end], charset)
        texts.append(text)
        bad += [start + at for at in undecodable]
        if escape:
            start, charset = escape.end(), escape[1]
    return Decoded("".join(texts), "iso2022_jp", tuple(bad))


def _decode_run(run: bytes, charset: bytes) -> tuple[str, list[int]]:
    if charset.startswith(b"$"):
        pairs = _NO_PAIR.sub(
            lambda pair: pair[1] or b"\x7f", run
        )  # 7F becomes FF, which opens no pair
        decoded = decode_as(pairs.translate(_TO_EUC), "euc_jp")
        return decoded.text, list(decoded.undecodable)
    bad = [match.start() for match in _NO_ASCII.finditer(run)]
    text = _NO_ASCII.sub(b"\x1a", run).decode().replace("\x1a", "\ufffd") if bad else run.decode()
    if charset == b"(I":
        return text.translate(_KANA), bad
    return text.translate(_ROMAN) if charset == b"(J" else text, bad
