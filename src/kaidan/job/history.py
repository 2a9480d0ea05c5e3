"""The past of an output folder: what became of each run, and the page that it was read from."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from kaidan.errors import Unreadable
from kaidan.job import kept
from kaidan.job.log import entries
from kaidan.job.log_entry import Entry
from kaidan.saved import SavedPage, read_saved_page


def accepted(folder: Path) -> Sequence[Entry]:
    """Return the runs that were accepted, in the order of the log.

    Raises:
        Unreadable: there is no log, or it cannot be read.
    """
    return [entry for entry in every_run(folder) if entry.accepted]


def every_run(folder: Path) -> Sequence[Entry]:
    """Return all runs, those that failed or were refused too, in the order of the log.

    Raises:
        Unreadable: there is no log, or it cannot be read.
    """
    path = folder / kept.LOG
    if not path.exists():
        raise Unreadable("No such file or directory").at(path)
    return list(entries(path))[::-1]


def standing(folder: Path, moment: str) -> Entry:
    """Return the run whose result stood at the end of a day or a moment (2026-11-01, 2026-11-01T06), or the latest.

    Raises:
        Unreadable: nothing had been accepted by then, or there is no log.
    """
    runs = [
        run for run in accepted(folder) if moment == "latest" or run.when[: len(moment)] <= moment
    ]
    if not runs:
        log = folder / kept.LOG
        if moment == "latest":
            raise Unreadable("no run had been accepted yet").at(log)
        raise Unreadable("no run had been accepted by {moment}", moment=moment).at(log)
    return runs[-1]


def held(folder: Path, digest: str) -> SavedPage | None:
    """Return the page of that SHA-256 from the ``pages`` of an output folder; None if no whole copy is there."""
    for path in kept.copies(folder, digest):
        page = read_saved_page(path)
        if sha256(page.body).hexdigest() == digest:
            return page
    return None
