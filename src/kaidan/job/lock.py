"""One run at a time in a folder: a lock of the kernel's, which dies with the process that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kaidan.errors import Locked, Unreadable, because

NAME = ".lock"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder``, which is made if need be. Its file stays: to unlink it would let two runs in.

    Raises:
        Locked: another run holds it.
        Unreadable: the folder cannot be written.
    """
    lock = FileLock(
        folder / NAME, blocking=False, fallback_to_soft=False
    )  # a soft lock would outlive a process that is killed
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise Locked("another run holds the lock").at(folder) from error
    except OSError as error:
        raise Unreadable("cannot be written ({why})", why=because(error)).at(folder) from error
    try:
        yield
    finally:
        lock.release()
