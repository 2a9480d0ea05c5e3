"""A file of lines that grows at its end: appended to in one write, and read from there, so that its past costs nothing.

A last line that a crash tore is left as it is, and the next begins on a line of its own.
"""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

from kaidan.errors import Unreadable, because

_BLOCK = 1 << 16
"""Bytes that are read at a time, from the end."""

_LONGEST_LINE = 1 << 20
"""Bytes. A line of ours has some hundred."""


def lines_from_the_end(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file, the last first; none where there is no file. One that is longer than any of ours is dropped.

    Raises:
        Unreadable: it cannot be read.
    """
    try:
        with _opened(path, os.O_RDONLY) as handle:
            yield from _lines_backwards(handle.fileno)
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unreadable(because(error)).at(path) from error


def append_line(path: Path, line: bytes) -> None:
    """Append a line, which has its end, in one write, and have it on the disk.

    Raises:
        Unreadable: it could not be written whole; what was written of it is taken back.
    """
    try:
        with _opened(path, os.O_RDWR | os.O_CREAT | os.O_APPEND) as handle:
            _append(handle.fileno, line)
    except OSError as error:
        raise Unreadable("could not be written: {why}", why=because(error)).at(path) from error


def _append(handle: int, line: bytes) -> None:
    size = os.fstat(handle).st_size
    torn = size > 0 and _read_at(handle, size - 1, 1) != b"\n"
    whole = b"\n" + line if torn else line
    try:
        if os.write(handle, whole) < len(whole):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # noqa: TRY301  a short write says no more
        os.fsync(handle)
    except BaseException:
        os.ftruncate(handle, size)
        raise


class _Handle(NamedTuple):
    """An open file by its number, closed at the end of the block."""

    fileno: int

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.fileno)


def _opened(path: Path, flags: int) -> _Handle:
    """Open a regular file; a pipe would wait for whoever is at its other end."""
    handle = _Handle(os.open(path, flags | _DIRECT, 0o666))
    if not stat.S_ISREG(os.fstat(handle.fileno).st_mode):
        os.close(handle.fileno)
        raise OSError(errno.EINVAL, "not a regular file")
    return handle


_DIRECT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _lines_backwards(handle: int) -> Iterator[bytes]:
    at, rest = os.fstat(handle).st_size, b""
    while at:
        size = min(_BLOCK, at)
        at -= size
        first, *lines = (_read_at(handle, at, size) + rest).split(b"\n")
        yield from reversed(lines)
        rest = first if len(first) <= _LONGEST_LINE else b""
    yield rest


def _read_at(handle: int, at: int, size: int) -> bytes:
    os.lseek(handle, at, os.SEEK_SET)
    return os.read(handle, size)
