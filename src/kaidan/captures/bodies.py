"""What HTTP packed, unpacked: chunks, gzip, deflate, Brotli and Zstandard."""

import zlib

from kaidan.errors import Unreadable

_MOST = 64 * 2**20 + 1


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
    for coding in reversed(content.lower().replace(" ", "").split(",")):
        body = _decompressed(body, coding)
    if len(body) >= _MOST:
        raise Unreadable("it unpacks to more than a page may have")
    return body


def _without_chunks(body: bytes) -> bytes:
    pieces, at = [], 0
    while at < len(body):
        line, found, _ = body[at : at + 80].partition(b"\r\n")
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            return body  # kept without its chunks
        if not found:
            return body
        start = at + len(line) + 2
        pieces.append(body[start : start + size])
        if size == 0:
            break
        at = start + size + 2
    return b"".join(pieces)


def _decompressed(body: bytes, coding: str) -> bytes:
    try:
        if coding in {"gzip", "x-gzip"} and body.startswith(b"\x1f\x8b"):
            return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, _MOST)
        if coding == "deflate":
            return _inflated(body)
        if coding == "br":
            return _from_brotli(body)
        if coding == "zstd" and body.startswith(b"\x28\xb5\x2f\xfd"):
            import zstandard  # noqa: PLC0415  an extra

            unpacked: bytes = zstandard.ZstdDecompressor().decompressobj().decompress(body)
            return unpacked
    except (zlib.error, OSError, ImportError):
        return body
    return body


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
