"""Where records of a WARC file start and end, as its bytes have it: to go on behind a broken one, and to know that the last is whole."""

import re
import zlib
from typing import IO

_MEMBER = b"\x1f\x8b\x08"
_BLOCK = 2**20
_LONGEST = 4_096
"""Bytes of a compressed start that tell whether a record starts there."""

_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d+)[ \t]*\r?$")


def next_member(file: IO[bytes], start: int) -> int | None:
    """Return where the next record that is compressed on its own starts, from ``start`` on; None if there is none."""
    file.seek(start)
    data = b""
    while block := file.read(_BLOCK):
        data += block
        at = data.find(_MEMBER)
        while at >= 0:
            if _starts_record(data[at : at + _LONGEST]):
                return start + at
            at = data.find(_MEMBER, at + 1)
        gone = max(0, len(data) - _LONGEST)
        start, data = start + gone, data[gone:]
    return None


def end_of_member(file: IO[bytes], start: int) -> int:
    """Return where a record ends that is compressed on its own; ``start`` itself where none does."""
    file.seek(start)
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    end = start
    while not member.eof and (block := file.read(_BLOCK)):
        try:
            member.decompress(block)
        except zlib.error:
            return start
        end += len(block) - len(member.unused_data)
    return end


def _starts_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def require_whole(file: IO[bytes], start: int) -> None:
    """See to it that a file does not end within the record that starts at a point, or within one behind it.

    Raises:
        EOFError: it does.
    """
    file.seek(start)
    data = file.read(_LONGEST)
    if data.startswith(_MEMBER[:2]):
        _require_whole_members(file, data)
    elif data.startswith(b"WARC/"):
        _require_whole_records(file, start)


def _require_whole_members(file: IO[bytes], data: bytes) -> None:
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while data:
        try:
            member.decompress(data)
        except zlib.error as error:
            raise EOFError(f"the file ends within a record: {error}") from error
        data = member.unused_data
        if member.eof:
            member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            begun = bool(data)
        else:
            begun = True
        data = data or file.read(_BLOCK)
    if begun:
        raise EOFError("the file ends within a record")


def _require_whole_records(file: IO[bytes], start: int) -> None:
    size = file.seek(0, 2)
    while start < size:
        file.seek(start)
        head, found, _ = file.read(_BLOCK).partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not found or not length or start + len(head) + 4 + int(length[1]) > size:
            raise EOFError("the file ends within a record")
        start += len(head) + 4 + int(length[1]) + 4
