"""The folder's files: read if they are there, written all or none; what the system refuses is Unreadable, by the file's name."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kaidan import output
from kaidan.errors import Unreadable

Write = tuple[Path, bytes]
"""A file to be written, and what it is to hold."""

_log = logging.getLogger(__name__)


def read(path: Path) -> bytes | None:
    """Return what ``path`` holds; None if it is not there.

    Raises:
        Unreadable: it is there and cannot be read.
    """
    with told():
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def write(files: Sequence[Write]) -> None:
    """Write all of ``files``, in this order, or none; folders are made as they are needed.

    Raises:
        Unreadable: one could not be written.
    """
    with told():
        for path, _ in files:
            _log.info("writing %s", path)
            path.parent.mkdir(parents=True, exist_ok=True)
    output.write_all(files)


@contextmanager
def told() -> Iterator[None]:
    """Turn what the operating system says into what kaidan says.

    Raises:
        Unreadable: something within raised an OSError.
    """
    try:
        yield
    except OSError as error:
        raise Unreadable(f"{error.filename}: {error.strerror}") from error
