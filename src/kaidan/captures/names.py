"""What a user names becomes the paths of files, in order: files, folders, patterns, and lists of names."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kaidan.errors import Unreadable
from kaidan.saved import SIDECAR

_ARCHIVE = re.compile(r"\.(w?arc(\.wat|\.wet)?(\.gz|\.zst)?|wacz)$", re.IGNORECASE)


def is_archive(path: Path) -> bool:
    """Say whether a name is that of a WARC or WACZ file, of Common Crawl's kinds too, or of an ARC file.

    >>> is_archive(Path("crawl.warc.gz")), is_archive(Path("page.html"))
    (True, False)
    """
    return _ARCHIVE.search(path.name) is not None


def paths_of(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files that names stand for: a file itself, a folder's files by path, a pattern's matches.

    Sidecars and hidden files of a folder are passed over.

    Raises:
        Unreadable: a pattern fits nothing, or a folder cannot be read.
    """
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from _files_in(path)
        elif glob.has_magic(name) and not path.exists():
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  the name may be absolute
            if not matches:
                raise Unreadable("{name}: no file fits the pattern", name=name)
            yield from paths_of(matches)
        else:
            yield path


def _files_in(folder: Path) -> Iterator[Path]:
    def stop(error: OSError) -> None:
        raise Unreadable("{name}: {why}", name=error.filename, why=error.strerror)

    found = []
    for here, folders, files in os.walk(folder, onerror=stop):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(here, name)
            for name in files
            if not name.startswith(".") and not name.endswith(SIDECAR)
        ]
    yield from sorted(path for path in found if not path.is_fifo())  # which nobody may ever fill
