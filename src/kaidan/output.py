"""A document as canonical JSON, and a file that is written whole or not at all."""

import os
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from kaidan.errors import Unreadable
from kaidan.models import Document

TEMPORARY = ".part"
"""How the names of temporary files end. One that a killed process left behind can be removed."""


def to_json(document: Document, indent: int = 2) -> bytes:
    """Return the canonical form, as :meth:`Document.to_json` does."""
    return document.to_json(indent)


def load(data: bytes, where: str) -> Document:
    """Read a document back from its JSON.

    Raises:
        Unreadable: it is no document of this schema; the message says where and what is wrong first.
    """
    try:
        return Document.model_validate_json(data.removeprefix(BOM_UTF8))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise Unreadable(f"{where}: not a meetings.json: {at}: {first['msg']}") from None


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: a temporary file beside it, on the disk before it takes the name.

    Raises:
        Unreadable: it could not be written; what stood there stands there still.
    """
    write_all([(path, data)])


def write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write several files, or none: all are on the disk under temporary names before the first takes its own, in this order.

    A full disk therefore changes nothing; only a crash between two names leaves the earlier new and the later old.

    Raises:
        Unreadable: one could not be written.
    """
    staged: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files:
            if path.exists() and not path.is_file():
                path.write_bytes(
                    data
                )  # a pipe or a device takes what it is given, and has no name to replace
            else:
                staged.append((_staged(path.resolve(), data), path.resolve()))
        for temporary, path in staged:
            temporary.replace(path)
            _sync_folder(path.parent)
    except OSError as error:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        raise Unreadable(f"{path}: could not be written: {error.strerror or error}") from error


def _staged(path: Path, data: bytes) -> Path:
    """Put ``data`` on the disk beside ``path``; what cannot be finished is removed again."""
    from tempfile import NamedTemporaryFile  # noqa: PLC0415  6 ms that standard output does without

    with NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY, delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        except OSError:
            temporary.unlink()
            raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
