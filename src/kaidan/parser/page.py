"""A page's bytes become text, and nothing is lost in silence.

The order is that of the HTML standard, made strict: byte order mark, HTTP header, ``<meta>``, UTF-8 if every byte agrees, a guess.
Labels mean what browsers take them to mean (WHATWG Encoding: Shift_JIS is cp932, EUC-JP has the NEC and IBM rows). A label that
the bytes contradict yields to strict UTF-8; what still cannot be decoded is replaced by U+FFFD, counted and located.
"""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from kaidan.errors import Refused, Unreadable

MAX_BYTES = 64 * 2**20
"""A larger page is refused unread: 64 MiB, more than 2,000 times the page that kaidan was made for."""

_PYTHON_ONLY = frozenset(
    "idna punycode raw-unicode-escape raw_unicode_escape unicode-escape unicode_escape utf-7 utf_7".split()
)
_HEAD_BYTES = 4096  # where a declaration is looked for: four times what the HTML standard asks

_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x1f\x8b": "compressed with gzip",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
}
_SIXTEEN_BITS = {
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}  # how markup starts that lacks the byte order mark
_MARKS = (
    *_SIXTEEN_BITS,
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF32_LE,
)
_CONTROLS = bytes(set(range(32)) - set(b"\0\t\n\f\r\x1b"))

_OF_CELLS = frozenset({"euc_jp", "iso2022_jp"})  # both have the rows and cells of JIS X 0208
_JAPANESE = _OF_CELLS | {"cp932"}

# Where browsers and Python's euc_jp differ (WHATWG Encoding, index jis0208, against JIS X 0208:1990 as Unicode Inc. mapped it).
_AS_BROWSERS = str.maketrans("〜‖−¢£¬", "～∥－￠￡￢")
_NO_CHARACTER = re.compile(
    "[\uf8f0-\uf8f3]"
)  # what Python's cp932 makes of A0, FD, FE and FF, which browsers do not decode


class Decoded(NamedTuple):
    """The text of a page, the Python codec that gave it, and the byte offsets of what could not be decoded."""

    text: str
    encoding: str
    undecodable: tuple[int, ...]


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page; ``content_type`` is the HTTP header's value, if there was one.

    Raises:
        Refused: the page is empty.
        Unreadable: the bytes are no text, or more than :data:`MAX_BYTES`.

    >>> decode("<meta charset=Shift_JIS>①㈱﨑".encode("cp932")).encoding
    'cp932'
    """
    _require_text(data)
    if _claims_no_other_than_utf8(data, content_type):
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(), "utf-8", ())
    return _decode_as_claimed(data, content_type)


def _claims_no_other_than_utf8(data: bytes, content_type: str | None) -> bool:
    """Tell whether nothing can make a page anything but UTF-8, so that no label need be read: most pages, in a tenth of the time."""
    head = data[:_HEAD_BYTES].lower()
    if (
        "charset" in (content_type or "").lower()
        or b"encoding" in head
        or b"\x1b" in data
        or data.startswith(_MARKS)
    ):
        return False
    claims = head.count(b"charset")
    return claims == 0 or (
        claims == 1 and re.search(rb"""charset\s*=\s*["']?utf-?8(?![-\w])""", head) is not None
    )


def _decode_as_claimed(data: bytes, content_type: str | None) -> Decoded:
    from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom  # noqa: PLC0415  2 ms

    bom, mark = read_bom(data)
    if bom and mark:
        return _decode(data[len(mark) :], bom)
    if data[:2] in _SIXTEEN_BITS:
        return _decode(data, _SIXTEEN_BITS[data[:2]])
    labels = (
        http_content_type_encoding(content_type),
        html_body_declared_encoding(data[:_HEAD_BYTES]),
    )
    label = next((codec for found in labels if found and (codec := _as_browsers(found))), None)
    claimed = _escaped(data) or label or "utf-8"
    attempts = []
    for encoding in dict.fromkeys(
        ("utf-8", _japanese(data), claimed) if claimed == "cp1252" else (claimed, "utf-8")
    ):
        attempts.append(_decode(data, encoding))
        if not attempts[-1].undecodable:
            return attempts[-1]
    guess = _guess(data)
    attempts += [_decode(data, guess)] if guess else []
    return min(attempts, key=lambda attempt: len(attempt.undecodable))


def _require_text(data: bytes) -> None:
    if not data.strip(b" \t\r\n\f\0"):
        raise Refused("the page is empty")
    if len(data) > MAX_BYTES:
        raise Unreadable(
            f"the page has {len(data):,} bytes, more than the {MAX_BYTES:,} that are read"
        )
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise Unreadable(f"not a page: {what}")
    head = data[:_HEAD_BYTES]
    if not data.startswith(_MARKS) and len(head.translate(None, _CONTROLS)) < len(head) * 31 / 32:
        raise Unreadable("not a page: binary data")


def _as_browsers(label: str) -> str | None:
    """Return the codec that a label stands for, or None where browsers know no such label."""
    from w3lib.encoding import resolve_encoding  # noqa: PLC0415  by here it is loaded

    encoding: str = resolve_encoding(label) or ""
    if encoding.startswith("utf-16"):
        return "utf-8"  # a page whose <meta> could be read is no UTF-16
    try:
        return encoding if encoding not in _PYTHON_ONLY and b"a".decode(encoding) else None
    except (LookupError, UnicodeError):
        return None


def _decode(data: bytes, encoding: str) -> Decoded:
    name = codecs.lookup(encoding).name
    bad: list[int] = []

    def replace(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)  # noqa: S101  for the type checker: only decoding calls this
        pair = error.object[error.start : error.start + 2]
        if name == "iso2022_jp" and max(pair) < 0x80:  # the same cells, in seven bits
            pair = bytes(byte | 0x80 for byte in pair)
        if name in _OF_CELLS and (vendor := _vendor_row(pair)):
            return vendor, error.start + 2
        bad.append(error.start)
        return "\ufffd", max(error.end, error.start + 1)

    codecs.register_error("kaidan.count", replace)
    text, _ = codecs.lookup(name).decode(data, "kaidan.count")
    if name in _OF_CELLS:
        text = text.translate(_AS_BROWSERS)
    elif name == "cp932" and _NO_CHARACTER.search(text):
        bad += [
            len(text[: match.start()].encode(name, "replace"))
            for match in _NO_CHARACTER.finditer(text)
        ]
        text = _NO_CHARACTER.sub("\ufffd", text)
    return Decoded(text, name, tuple(sorted(bad)))


def _vendor_row(pair: bytes) -> str | None:
    """Read a NEC or IBM character (① is AD A1), which EUC-JP has in the rows that cp932 has as 87, ED and EE."""
    row, cell = (byte - 0xA0 for byte in pair) if len(pair) == 2 and min(pair) > 0xA0 else (0, 0)
    if row not in {13, 89, 90, 91, 92}:
        return None
    lead = (row + 1) // 2 + (0x80 if row < 63 else 0xC0)
    trail = cell + 0x9E if row % 2 == 0 else cell + (0x3F if cell < 64 else 0x40)
    try:
        return bytes((lead, trail)).decode("cp932")
    except UnicodeDecodeError:
        return None


def _escaped(data: bytes) -> str | None:
    """Tell ISO-2022-JP, with whose bytes every label agrees: it is ASCII but for its escapes."""
    return "iso2022_jp" if data.isascii() and (b"\x1b$B" in data or b"\x1b$@" in data) else None


def _japanese(data: bytes) -> str:
    """Return the encoding of a page in Japanese whose label is what servers say that were never told: ISO-8859-1, in which all is text."""
    guess = _guess(data)
    return guess if guess in _JAPANESE else "utf-8"


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  for a page in ten thousand

    guess = from_bytes(data).best()
    families = {
        "euc_j": "euc_jp",
        "shift": "cp932",
    }  # the guess may name a later relative, such as EUC-JIS-2004
    return families.get(guess.encoding[:5], guess.encoding) if guess else None
