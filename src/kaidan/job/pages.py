"""The raw pages under ``pages/``: named by time and hash, each body kept once, what the guard refused in a folder of its own."""

import re
from datetime import datetime
from pathlib import Path

from kaidan.fetcher import Page
from kaidan.job import files, sidecar
from kaidan.job.kept import DIGITS
from kaidan.saved import beside

_OURS = re.compile(rf"[0-9]{{8}}T[0-9]{{6}}Z-[0-9a-f]{{{DIGITS}}}\.html")
"""How pages are named; what is called otherwise is somebody's, and no business of ours."""


def place(folder: Path, page: Page, when: datetime) -> Path:
    """Return where ``page`` is kept in ``folder``, or is to be."""
    name = f"{when:%Y%m%dT%H%M%SZ}-{page.digest[:DIGITS]}.html"
    return _find(folder, page.digest) or folder / name


def held(folder: Path, digest: str) -> Page | None:
    """Return the page of that SHA-256, or None if no whole copy of it is kept."""
    there = _find(folder, digest)
    page = sidecar.read_kept(there) if there else None
    return page if page and page.digest == digest else None


def newest(folder: Path) -> Page | None:
    """Return the whole page that was kept last."""
    return next(
        (page for path in reversed(_all(folder)) if (page := sidecar.read_kept(path))), None
    )


def prune(folder: Path, most: int, good: str) -> None:
    """Leave the ``most`` newest pages in ``folder``, and, whatever its age, the one whose SHA-256 is ``good``.

    A page goes before its sidecar, so that a page that is there has one.
    """
    paths = _all(folder)
    for path in paths[: max(0, len(paths) - most)]:
        if not _is(path, good):
            path.unlink()
            beside(path).unlink(missing_ok=True)


def _all(folder: Path) -> list[Path]:
    return sorted(path for path in files.listed(folder) if _OURS.fullmatch(path.name))


def _find(folder: Path, digest: str) -> Path | None:
    return next((path for path in _all(folder) if _is(path, digest)), None)


def _is(path: Path, digest: str) -> bool:
    return path.stem.endswith(f"-{digest[:DIGITS]}")
