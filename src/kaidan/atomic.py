"""Files that are written whole or not at all.

What is to be written is on the disk under a temporary name, beside its file, before it takes the name. Where several files
are written, what stood under each name is kept under another until all have taken theirs, so that a name that cannot be
taken gives the earlier ones back.
"""

import os
import secrets
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from kaidan.errors import Unreadable, because

TEMPORARY = ".part"
"""How the names of temporary files end."""

MINE = ".kaidan-"
"""How the names of temporary files begin; between the two are 16 digits, whatever the file is called: names have an end."""


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    A pipe or a device takes what it is given. A symbolic link stays, and what it leads to is written.

    Raises:
        Unreadable: it could not be written; what stood there stands there still.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
    except OSError as error:
        raise _unwritten(path, error) from error
    write_all([(path, data)])


def write_all(
    files: Sequence[tuple[Path, bytes]],
    *,
    mine: str = MINE,
    finish: Callable[[], object] | None = None,
) -> None:
    """Write several files, in this order, or none.

    Args:
        files: paths and what they are to hold.
        mine: how the temporary names begin.
        finish: what is done when all have taken their names; if it fails, they are given back.

    Raises:
        Unreadable: one could not be written; all are as they were.
    """
    steps = [_Step(path, data, mine) for path, data in files]
    path = Path()
    try:
        for step in steps:
            path = step.asked
            step.stage()
        for step in steps:
            path = step.asked
            step.take_name()
        if finish:
            finish()
    except OSError as error:
        _give_back(steps)
        raise _unwritten(path, error) from error
    except BaseException:  # an interruption too leaves all as it was
        _give_back(steps)
        raise
    for step in steps:
        step.clear()


@contextmanager
def made_anew(path: Path) -> Iterator[Path]:
    """Hand out where a file that is too large for memory is to be written; it takes its name when it is whole.

    A pipe or a device is written to itself. A symbolic link stays, and what it leads to is written.

    Raises:
        Unreadable: it could not be written; what stood there stands there still.
    """
    try:
        if path.exists() and not path.is_file():
            yield path
            return
        real = Path(os.path.realpath(path))
        temporary = _temporary_beside(real, MINE)
        try:
            yield temporary
            with temporary.open("rb") as whole:
                os.fsync(whole.fileno())
            temporary.replace(real)
            sync_folder(real.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritten(path, error) from error


def _temporary_beside(path: Path, mine: str) -> Path:
    return path.with_name(f"{mine}{secrets.token_hex(8)}{TEMPORARY}")


_BINARY = getattr(os, "O_BINARY", 0)
"""Windows alone tells binary files apart."""


class _Step:
    """One file on its way."""

    def __init__(self, path: Path, data: bytes, mine: str) -> None:
        self.asked, self._data = path, data
        self._path = Path(os.path.realpath(path))
        self._new, self._old = (_temporary_beside(self._path, mine) for _ in range(2))
        self._begun = False
        self._before: bytes | None = None

    def stage(self) -> None:
        """Put the data on the disk; the name is known before the file is there, so that it can always be removed."""
        mode = self._mode()
        handle = os.open(self._new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(self._data)
            file.flush()
            os.fsync(file.fileno())
        if self._path.exists():
            self._new.chmod(mode)  # the umask has no say about a file that is there

    def take_name(self) -> None:
        """Let the new file take the name; what stood under it is kept until all is on the disk."""
        if self._path.exists():
            self._keep_old()
        self._begun = True
        self._new.replace(self._path)
        sync_folder(self._path.parent)

    def give_back(self) -> None:
        """Let what stood under the name stand there again."""
        if self._begun and not self._new.exists():
            if self._old.exists():
                self._old.replace(self._path)
            elif self._before is not None:
                self._path.write_bytes(self._before)
            else:
                self._path.unlink(missing_ok=True)
            sync_folder(self._path.parent)

    def clear(self) -> None:
        """Remove what is left under temporary names."""
        for temporary in (self._new, self._old):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _keep_old(self) -> None:
        try:
            os.link(self._path, self._old)
        except OSError:  # a file system without hard links
            self._before = self._path.read_bytes()

    def _mode(self) -> int:
        try:
            return stat.S_IMODE(self._path.stat().st_mode)
        except FileNotFoundError:
            return 0o666


def _give_back(steps: Sequence[_Step]) -> None:
    """Undo what was done, the last first. What cannot be undone is told by the next run."""
    for step in reversed(steps):
        with suppress(OSError):
            step.give_back()
        step.clear()


def sync_folder(folder: Path) -> None:
    """Have a folder's names on the disk, where the system lets a folder be opened: Windows does not."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritten(path: Path, error: OSError) -> Unreadable:
    return Unreadable("could not be written: {why}", why=because(error)).at(path)
