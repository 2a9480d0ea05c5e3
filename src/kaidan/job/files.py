"""The folder's files: read if they are there, written all or none; what the system refuses is Unreadable, by the file's name."""

import logging
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kaidan import atomic
from kaidan.atomic import write_all
from kaidan.errors import Unreadable, because
from kaidan.intake import read_file

MINE = f"{atomic.MINE}run-"
"""How the temporary names of a run begin: what another command writes at that moment is not its own."""

Write = tuple[Path, bytes]
"""A file to be written, and what it is to hold."""

_log = logging.getLogger(__name__)


def read_if_there(path: Path) -> bytes | None:
    """Return what ``path`` holds; None if it is not there.

    Raises:
        Unreadable: it is there and cannot be read.
    """
    try:
        if not stat.S_ISREG(
            path.stat().st_mode
        ):  # a pipe would wait for whoever is at its other end
            raise Unreadable("not a regular file").at(path)
        return read_file(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(because(error)).at(path) from error


def listed(folder: Path) -> list[Path]:
    """Return what a folder holds, nothing where there is none: Path.glob takes one that cannot be read for empty, from Python 3.13 on.

    Raises:
        Unreadable: it is there and cannot be read.
    """
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(because(error)).at(folder) from error


def write_together(files: Sequence[Write], finish: Callable[[], object] | None = None) -> None:
    """Write all of ``files``, in this order, or none; folders are made as they are needed.

    Args:
        files: what is to be written.
        finish: what is done when all are there; if it fails, none is.

    Raises:
        Unreadable: one could not be written.
    """
    with as_ours():
        for path, _ in files:
            _log.info("writing %s", path)
            path.parent.mkdir(parents=True, exist_ok=True)
    write_all(files, mine=MINE, finish=finish)


@contextmanager
def as_ours() -> Iterator[None]:
    """Turn what the operating system says into what kaidan says.

    Raises:
        Unreadable: something within raised an OSError.
    """
    try:
        yield
    except OSError as error:
        raise Unreadable(because(error)).at(error.filename) from error
