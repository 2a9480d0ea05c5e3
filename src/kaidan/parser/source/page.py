"""A page's bytes become text, and nothing is lost in silence.

The order is that of the HTML standard, made strict: byte order mark, HTTP header, ``<meta>``, UTF-8 if every byte agrees, a guess.
Labels mean what browsers take them to mean (WHATWG Encoding: Shift_JIS is cp932, EUC-JP has the NEC and IBM rows). A label that
the bytes contradict yields to strict UTF-8; what still cannot be decoded is replaced by U+FFFD, counted and located.
"""

import codecs
import re
from contextlib import suppress

from kaidan.errors import Refused, Unreadable
from kaidan.messages import Message
from kaidan.parser.source.decoders import JAPANESE, Decoded, decode_as
from kaidan.text.deferred import deferred

MAX_BYTES = 64 * 2**20
"""A larger page is refused unread: 64 MiB, more than 2,000 times the page that kaidan was made for."""

_PYTHON_ONLY = frozenset(
    "idna punycode raw-unicode-escape raw_unicode_escape unicode-escape unicode_escape utf-7 utf_7".split()
)
_HEAD_BYTES = 4096  # where a page that is no text shows it
_LONGEST_HEAD = 2**18  # where a declaration is looked for if nothing ends the head
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_FIRST_OF_EAST_ASIA = "\u2e80"
_LIKELY = 0.75  # of the characters beyond ASCII that a page in Japanese has from its own script

_MAGIC = {
    b"%PDF-": Message("a PDF document"),
    b"PK\x03\x04": Message("a ZIP archive or an Office document"),
    b"\x1f\x8b": Message("compressed with gzip"),
    b"\x89PNG": Message("a PNG image"),
    b"\xff\xd8\xff": Message("a JPEG image"),
    b"GIF8": Message("a GIF image"),
    b"\xd0\xcf\x11\xe0": Message("an old Office document"),
    b"SQLite format 3": Message("an SQLite database"),
    b"\x7fELF": Message("a program"),
}
_FIRST_TAG = {
    "utf-16-le": deferred(rb"(?s)(?:..)*?<\0[!?a-zA-Z]\0"),
    "utf-16-be": deferred(rb"(?s)(?:..)*?\0<\0[!?a-zA-Z]"),
}  # of a page in pairs of bytes that lacks the byte order mark, whatever stands before it
_MARKS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF32_LE,
)
_CONTROLS = bytes(set(range(32)) - set(b"\0\t\n\f\r\x1b"))

_FURNITURE = deferred(rb"(?is)<!--.*?(?:-->|\Z)|<(style|script)\b.*?(?:</\1\s*>|\Z)")
_END_OF_HEAD = deferred(rb"(?i)</head\b|<body\b")
_TAGS = deferred(rb"<[^<>]*>?")


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
        or _sixteen_bits(head)
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
        return decode_as(data[len(mark) :], bom)
    if in_pairs := _sixteen_bits(data[:_HEAD_BYTES]):
        return decode_as(data, in_pairs)
    labels = (
        http_content_type_encoding(content_type),
        html_body_declared_encoding(_head(data)),
    )
    label = next((codec for found in labels if found and (codec := _as_browsers(found))), None)
    if _is_escaped(data):
        return decode_as(data, "iso2022_jp")
    claimed = label or "utf-8"
    if claimed == "cp932" and _is_text_in(data, "utf-8") and not _is_text_in(data, "cp932"):
        return Decoded(data.decode(), "utf-8", ())  # at once: what is wrong is a third of its signs
    attempts = []
    is_foreign = claimed != "utf-8" and claimed not in JAPANESE
    for encoding in dict.fromkeys(
        ("utf-8", _japanese(data, claimed), claimed) if is_foreign else (claimed, "utf-8")
    ):
        attempts.append(decode_as(data, encoding))
        if not attempts[-1].undecodable:
            return attempts[-1]
    guess = _guess(data)
    attempts += [decode_as(data, guess)] if guess else []
    return min(attempts, key=lambda attempt: len(attempt.undecodable))


def _is_text_in(data: bytes, encoding: str) -> bool:
    """Tell whether every byte agrees with an encoding, to its first that does not."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _require_text(data: bytes) -> None:
    if not data.strip(b" \t\r\n\f\0"):
        raise Refused("the page is empty")
    if len(data) > MAX_BYTES:
        raise Unreadable(
            "the page has {size:,} bytes, more than the {most:,} that are read",
            size=len(data),
            most=MAX_BYTES,
        )
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise Unreadable("not a page: {what}", what=what)
    head = data[:_HEAD_BYTES]
    if data.startswith(_MARKS) or _sixteen_bits(head):
        return
    if len(head.translate(None, _CONTROLS)) < len(head) * 31 / 32:
        raise Unreadable("not a page: binary data")


def _sixteen_bits(head: bytes) -> str | None:
    r"""Return the encoding of a page in pairs of bytes without a byte order mark, by its first tag; None of any other.

    >>> _sixteen_bits("\n会談 <p>".encode("utf-16-be"))
    'utf-16-be'
    """
    if b"\0" not in head:
        return None
    return next((name for name, tag in _FIRST_TAG.items() if tag.match(head)), None)


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


def _head(data: bytes) -> bytes:
    """Return the head of a page without its styles and scripts, in front of which some declare nothing for kilobytes."""
    end = _END_OF_HEAD.search(data)
    return _FURNITURE.sub(b"", data[: end.start() if end else _LONGEST_HEAD])


def _is_escaped(data: bytes) -> bool:
    """Tell ISO-2022-JP, with whose bytes nearly every label agrees: it is ASCII but for its escapes, and a foreign sign now and then."""
    escapes = data.count(b"\x1b$B") + data.count(b"\x1b$@")
    return escapes > 0 and len(data) - len(data.translate(None, _BEYOND_ASCII)) <= escapes


def _japanese(data: bytes, claimed: str) -> str:
    """Return the encoding of a page in Japanese with the label of another script: ISO-8859-1, say, by servers that were never told.

    Most bytes are text in such an encoding, but not text in kana; and none of a script of East Asia, in one of single bytes.
    """
    text = _text_of(data)
    best = _likest(text)
    if best is None or _kana_share(decode_as(text, best)) <= _kana_share(decode_as(text, claimed)):
        return "utf-8"
    return best


def _text_of(data: bytes) -> bytes:
    """Return the bytes that are text: among the kilobytes of a style the few in Japanese would be overlooked."""
    return _TAGS.sub(b"\n", _FURNITURE.sub(b"", data))


def _likest(text: bytes) -> str | None:
    likeness = {name: _japanese_share(decode_as(text, name)) for name in ("cp932", "euc_jp")}
    best = max(likeness, key=lambda name: likeness[name])
    return best if likeness[best] > _LIKELY else None


def _guess(data: bytes) -> str | None:
    text = _text_of(data)
    if best := _likest(text):
        return best
    from charset_normalizer import from_bytes  # noqa: PLC0415  for a page in ten thousand

    guess = from_bytes(text).best()
    families = {
        "euc_j": "euc_jp",
        "shift": "cp932",
    }  # the guess may name a later relative, such as EUC-JIS-2004
    return families.get(guess.encoding[:5], guess.encoding) if guess else None


def _kana_share(decoded: Decoded) -> tuple[float, float]:
    """Return the part of the characters beyond ASCII that are kana, and that any script of East Asia has, each of 1."""
    beyond = [character for character in decoded.text if character > "\x7f"] or [""]
    kana = sum("ぁ" <= character <= "ヾ" for character in beyond)
    of_east_asia = sum(character >= _FIRST_OF_EAST_ASIA for character in beyond)
    return kana / len(beyond), of_east_asia / len(beyond)


def _japanese_share(decoded: Decoded) -> float:
    """Return the part of the characters beyond ASCII that Japanese is written with, of 1; half-width kana are what EUC-JP looks like."""
    beyond = [character for character in decoded.text if character > "\x7f"]
    written = sum(
        "\u3000" <= character <= "ヿ" or "一" <= character <= "龥" or "！" <= character <= "～"
        for character in beyond
    )
    return written / len(beyond) if beyond else 0
