"""Where records of a WARC file start and end, as its bytes have it: to go on behind a broken one, and to know that the last is whole."""

import re
import zlib
from collections.abc import Iterator
from typing import IO

from kaidan.parser.source.page import MAX_BYTES

_MEMBER = b"\x1f\x8b\x08"
_RECORD = b"WARC/"
_BEHIND_RECORD = b"\r\n\r\n"
_BLOCK = 2**20
_LONGEST = 4_096
"""Bytes of a compressed start that tell whether a record starts there."""

_PIECE = 2**16
_MOST = MAX_BYTES + _BLOCK
"""Bytes of a record that are kept in memory: a page and its heads."""

_HEAD_END = re.compile(rb"\n\r?\n")
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d+)[ \t]*\r?$")


def next_member(file: IO[bytes], start: int) -> int | None:
    """Return where the next record that is compressed on its own starts, from ``start`` on; None if there is none."""
    file.seek(start)
    data = b""
    while block := file.read(_BLOCK):
        data += block
        at = _first_member(data)
        if at is not None:
            return start + at
        gone = max(0, len(data) - _LONGEST)
        start, data = start + gone, data[gone:]
    return None


def first_record(file: IO[bytes], start: int, end: int | None) -> int | None:
    """Return where in a stretch of a file the first record seems to start, by the looks of it alone; None if none does."""
    file.seek(max(0, start - len(_BEHIND_RECORD)))
    before = file.tell()
    data = file.read(-1 if end is None else end - before + _LONGEST)
    is_packed = _is_packed(file)
    at = _first_member(data, start - before) if is_packed else _first_plain(data, start - before)
    if at is None or (end is not None and before + at >= end):
        return None
    return before + at


def starts_record(file: IO[bytes], at: int) -> bool:
    """Say whether what starts at a point looks like a record, plain or compressed on its own."""
    file.seek(at)
    data = file.read(_LONGEST)
    return data.startswith(_RECORD) or _starts_member(data)


def is_packed_otherwise(file: IO[bytes], before: int, at: int) -> bool:
    """Say whether a record starts at a point that is plain behind compressed ones, or the other way round: two files became one."""
    return starts_record(file, at) and _is_packed(file, at) != _is_packed(file, before)


def is_between_records(file: IO[bytes], last: int, at: int) -> bool:
    """Say whether a file can be read from a point on as if it began there; the file stays where it is.

    Where several records are compressed together, it is told of all but the first that they start where the compressed bytes end.

    Args:
        file: of records.
        last: where the record before starts, or is said to start.
        at: where one is said to start.
    """
    here = file.tell()
    try:
        if at == last or not starts_record(file, at):
            return False
        return not _is_packed(file, last) or _holds_one_record(file, last, at)
    finally:
        file.seek(here)


def _holds_one_record(file: IO[bytes], start: int, end: int) -> bool:
    """Say whether what is compressed in a range of a file is one record and no more."""
    file.seek(start)
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    head, left = b"", None
    for at in range(start, end, _PIECE):
        data = member.decompress(file.read(min(_PIECE, end - at)))
        if left is None:
            head += data
            left, data = _behind_head(head)
        if left is not None:
            behind = data[left:]
            left = max(0, left - len(data))
            if behind.strip(b"\r\n"):
                return False
    return member.eof and not member.unused_data and left == 0


def _behind_head(data: bytes) -> tuple[int | None, bytes]:
    """Return the length that the head of a record tells, and what stands behind the head; None while it is not whole."""
    end = _HEAD_END.search(data)
    length = _LENGTH.search(data, 0, end.start()) if end else None
    return (int(length[1]), data[end.end() :]) if end and length else (None, b"")


def _is_packed(file: IO[bytes], at: int = 0) -> bool:
    file.seek(at)
    return file.read(len(_MEMBER)) == _MEMBER


def _first_member(data: bytes, start: int = 0) -> int | None:
    at = data.find(_MEMBER, start)
    while at >= 0:
        if _starts_member(data[at : at + _LONGEST]):
            return at
        at = data.find(_MEMBER, at + 1)
    return None


def _first_plain(data: bytes, start: int) -> int | None:
    at = data.find(_BEHIND_RECORD + _RECORD, start - len(_BEHIND_RECORD))
    return at + len(_BEHIND_RECORD) if at >= 0 else None


def end_of_record(file: IO[bytes], start: int) -> int:
    """Return where a record ends, plain or compressed on its own; ``start`` itself where none does."""
    if _is_packed(file, start):
        return _end_of_member(file, start)
    end = _end_of_plain(file, start)
    return start if end is None else _behind_blank_lines(file, end)


def bytes_of_record(file: IO[bytes], start: int, end: int) -> bytes:
    """Return a record, unpacked, or as much of it as a page may have."""
    file.seek(start)
    data = file.read(min(end - start, _MOST))
    if not data.startswith(_MEMBER):
        return data
    return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _MOST)


def parted_records(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    r"""Yield the head of each record, and what stands in it.

    >>> list(parted_records(b"WARC/1.0\r\ncontent-length: 2\r\n\r\nab\r\n\r\n"))
    [(b'WARC/1.0\r\ncontent-length: 2\r\n\r\n', b'ab')]
    """
    while data:
        length, behind = _behind_head(data)
        if length is None:
            return
        yield data[: len(data) - len(behind)], behind[:length]
        data = behind[length:].lstrip(b"\r\n")


def _end_of_plain(file: IO[bytes], start: int) -> int | None:
    """Return where a record ends by what its head says; None where it has none."""
    file.seek(start)
    length, behind = _behind_head(data := file.read(_BLOCK))
    return None if length is None else start + len(data) - len(behind) + length


def _end_of_member(file: IO[bytes], start: int) -> int:
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


def _starts_member(data: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, 16).startswith(_RECORD)
    except zlib.error:
        return False


def require_whole(file: IO[bytes], start: int) -> None:
    """See to it that a file does not end within the record that starts at a point, or within one behind it.

    Raises:
        EOFError: it does, or records stand behind an empty member, at which reading ends.
    """
    file.seek(start)
    data = file.read(_LONGEST)
    if data.startswith(_MEMBER[:2]):
        _require_whole_members(file, data)
    elif data.startswith(_RECORD):
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
            if _starts_member(data[:_LONGEST]):
                raise EOFError("what is compressed behind it holds no record")
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
        end = _end_of_plain(file, start)
        if end is None or end > size:
            raise EOFError("the file ends within a record")
        start = _behind_blank_lines(file, end)


def _behind_blank_lines(file: IO[bytes], start: int) -> int:
    file.seek(start)
    while data := file.read(_LONGEST):
        blank = len(data) - len(data.lstrip(b"\r\n"))
        start += blank
        if blank < len(data):
            break
    return start
