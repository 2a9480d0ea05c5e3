"""What may be wrapped around all records of a WARC file, beyond the standard: a byte order mark, and a second gzip, as servers add it."""

import gzip
import zlib
from codecs import BOM_UTF8
from typing import IO, cast

from kaidan.errors import Unreadable

_GZIP = b"\x1f\x8b\x08"
_START = 4_096
_FORERUNNER = b"filedesc://"
"""How an ARC file begins, of the years before WARC."""

_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""How a file begins that Zstandard packed with a dictionary, which stands there in a frame to be skipped (IIPC's WARC-zstd 1.0)."""


def unwrapped(file: IO[bytes], name: object) -> IO[bytes]:
    """Return a file at its first record.

    Raises:
        Unreadable: it is an ARC file, or packed with a dictionary.
    """
    start = file.read(_START)
    if start.startswith(_DICTIONARY):
        raise Unreadable(
            "{name}: packed by Zstandard with a dictionary of its own, which is not read: zstd -d -D unpacks it",
            name=name,
        )
    inside = _first_unpacked(start)
    if start.startswith(_FORERUNNER) or inside.startswith(_FORERUNNER):
        raise Unreadable(
            "{name}: an ARC file, which is not read: warcio recompress makes a WARC file of it",
            name=name,
        )
    file.seek(len(BOM_UTF8) if start.startswith(BOM_UTF8) else 0)
    if inside.startswith(_GZIP):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=file))
    return file


def _first_unpacked(start: bytes) -> bytes:
    """Return the first bytes in what begins with some, or nothing if it is not packed."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, len(_FORERUNNER))
    except zlib.error:
        return b""
