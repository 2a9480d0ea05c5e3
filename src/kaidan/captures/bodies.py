"""What HTTP packed, unpacked: chunks, gzip, deflate, Brotli and Zstandard."""

import re
import zlib

from kaidan.errors import Unreadable

_MOST = 64 * 2**20 + 1
_CHUNK_SIZE = re.compile(rb"[0-9a-f]+[ \t]*(?=;|\Z)", re.IGNORECASE)
_LONGEST_LINE = 256
_GZIP = b"\x1f\x8b"


def unpacked(body: bytes, transfer: str, content: str) -> bytes:
    r"""Return a body without its chunks and its compression; one that is not packed as its headers say stays as it is.

    Args:
        body: as it stands in the archive. Many are kept unpacked under the headers that they came with.
        transfer: the header Transfer-Encoding.
        content: the header Content-Encoding.

    Raises:
        Unreadable: it unpacks to more than a page may have.

    >>> unpacked(b"4\r\nabcd\r\n0\r\n\r\n", "chunked", "")
    b'abcd'
    """
    if "chunked" in transfer.lower():
        body = _without_chunks(body)
    codings = f"{content},{transfer}".lower().replace(" ", "").split(",")
    for coding in reversed(codings):
        body = _decompressed(body, coding)
    if len(body) >= _MOST:
        raise Unreadable("it unpacks to more than a page may have")
    return body


def _without_chunks(body: bytes) -> bytes:
    r"""Return a body without its chunks, of which some servers end the lines in a line feed alone.

    >>> _without_chunks(b"4;a=b\nabcd\n2\r\nef\r\n0\n\n"), _without_chunks(b"abc\n<html>")
    (b'abcdef', b'abc\n<html>')
    """
    pieces, at = [], 0
    while at < len(body):
        line, end, _ = body[at : at + _LONGEST_LINE].partition(b"\n")
        written = _CHUNK_SIZE.match(line.rstrip(b"\r"))
        if not written or not end:
            return body  # kept without its chunks
        size, start = int(written[0], 16), at + len(line) + 1
        if size == 0:
            break
        pieces.append(body[start : start + size])
        behind = body[start + size : start + size + 2]
        if line[-1:] != b"\r" and behind[:1] != b"\n":
            return body  # the line was one of the page
        at = start + size + (2 if behind == b"\r\n" else 1)
    return b"".join(pieces)


def _decompressed(body: bytes, coding: str) -> bytes:
    try:
        if coding in {"gzip", "x-gzip"}:
            return _gunzipped(body)
        if coding == "deflate":
            return _inflated(body)
        if coding == "br":
            return _from_brotli(body)
        if coding == "zstd" and body.startswith(b"\x28\xb5\x2f\xfd"):
            return _from_zstandard(body)
    except (zlib.error, OSError, ImportError):
        return body
    return body


def _gunzipped(body: bytes) -> bytes:
    """Return all members of a gzip file, one behind the other; what is none stays as it is, and what follows them is dropped."""
    if not body.startswith(_GZIP):
        return body
    unpacked = bytearray()
    while body.startswith(_GZIP) and len(unpacked) < _MOST:
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        unpacked += member.decompress(body, _MOST - len(unpacked))
        body = member.unused_data
    return bytes(unpacked)


def _inflated(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, _MOST)
    except zlib.error:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, _MOST)


def _from_brotli(body: bytes) -> bytes:
    from io import BytesIO  # noqa: PLC0415  few pages are in Brotli

    from fastwarc.stream_io import BrotliReader  # noqa: PLC0415  an extra, by here it is loaded

    unpacked: bytes = BrotliReader(BytesIO(body)).read(_MOST)
    return unpacked


def _from_zstandard(body: bytes) -> bytes:
    import zstandard  # noqa: PLC0415  an extra

    frames = zstandard.ZstdDecompressor().stream_reader(body, read_across_frames=True)
    try:
        unpacked: bytes = frames.read(_MOST)
    except zstandard.ZstdError:
        return body
    return unpacked
