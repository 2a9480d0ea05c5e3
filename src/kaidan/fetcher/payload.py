"""The body of an answer, decoded no further than it may be large.

httpx decodes a network chunk whole, and 64 kB of gzip can hold 64 MB: so the raw bytes are taken, and unpacked here by zlib,
which stops where it is told.
"""

import zlib
from collections.abc import AsyncIterator

from kaidan.errors import Unreadable

ACCEPTED = "gzip"
"""What Accept-Encoding says: the one coding that every server knows and that can be unpacked by pieces."""

_GZIP = 16 + zlib.MAX_WBITS


class TooLarge(Unreadable):
    """A body that is larger than it may be."""


async def unpack(chunks: AsyncIterator[bytes], coding: str, most: int) -> bytes:
    """Return the body that comes in ``chunks``, at most ``most`` bytes of it when decoded.

    Raises:
        Unreadable: it is larger, is not the gzip that it should be, ends within it, or has a coding that nobody asked for.
    """
    unpack = _unpacker(coding)
    body = bytearray()
    async for chunk in chunks:
        body += unpack.feed(chunk, most + 1 - len(body))
        if len(body) > most:
            raise TooLarge("the body is larger than {most:,} bytes", most=most)
    if not unpack.whole:
        raise Unreadable("the body ends in the middle of its gzip stream")
    return bytes(body)


class _Plain:
    whole = True

    def feed(self, chunk: bytes, room: int) -> bytes:
        return chunk[:room]


class _Gzip:
    """A gzip stream, of one member or of several (RFC 1952 section 2.2)."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._begun = False

    @property
    def whole(self) -> bool:
        return self._member.eof or not self._begun

    def feed(self, chunk: bytes, room: int) -> bytes:
        out = b""
        while chunk and len(out) < room:
            self._begun = True
            if self._member.eof:
                self._member = zlib.decompressobj(_GZIP)
            try:
                out += self._member.decompress(chunk, room - len(out))
            except zlib.error as error:
                raise Unreadable(
                    "the body is not the gzip stream that its header promises"
                ) from error
            chunk = self._member.unused_data or self._member.unconsumed_tail
        return out


def _unpacker(coding: str) -> _Plain | _Gzip:
    match coding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
        case other:
            raise Unreadable(
                "the body has a Content-Encoding that nobody asked for: {coding}", coding=other
            )
