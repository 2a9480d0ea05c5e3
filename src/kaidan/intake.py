"""What is read, no more of it than can be a page: a device has no end, and neither has what comes through a pipe."""

from pathlib import Path
from typing import BinaryIO

from kaidan.errors import Unreadable

MOST = 64 * 2**20
"""Bytes. A page of more is refused as well."""

_BLOCK = 1 << 20


def read_file(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it cannot be read.
        Unreadable: it is larger than :data:`MOST`; the message names it.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file)
    except Unreadable as error:
        raise error.at(path) from None
    except OSError as error:
        error.filename = error.filename or str(
            path
        )  # an error of reading, not of opening, lacks it
        raise


def read_stream(stream: BinaryIO) -> bytes:
    """Return what comes from a stream until its end.

    Raises:
        OSError: it cannot be read.
        Unreadable: it is more than :data:`MOST`; no more than that was taken.
    """
    taken = bytearray()
    while block := stream.read(_BLOCK):
        taken += block
        if len(taken) > MOST:
            raise Unreadable("larger than {most} MiB", most=MOST // 2**20)
    return bytes(taken)
