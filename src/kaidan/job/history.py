"""The past of an output folder: what each run accepted, and the page that it was read from."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kaidan.errors import Unreadable
from kaidan.saved import SavedPage, read_saved_page

_ACCEPTED = ("first", "changed", "unchanged")


class Accepted(NamedTuple):
    """A run that was accepted.

    Attributes:
        when: its start, UTC, RFC 3339.
        decision: first, changed or unchanged.
        page: the SHA-256 of the page that was read.
        counts: of meetings, warnings, and changes by whom.
    """

    when: str
    decision: str
    page: str
    counts: dict[str, int]


def accepted(folder: Path) -> Sequence[Accepted]:
    """Return the runs that were accepted, in the order of the log.

    Raises:
        Unreadable: there is no log, or it cannot be read.
    """
    path = folder / "runs.jsonl"
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
    return [run for line in lines if (run := _accepted(line))]


def _accepted(line: bytes) -> Accepted | None:
    """Return what a line of the log tells; None for a run that was not accepted, and for what is no entry."""
    try:
        run: dict[str, Any] = json.loads(line)
        if run["decision"] in _ACCEPTED:
            return Accepted(run["when"], run["decision"], run["came"]["sha256"], run["counts"])
    except (ValueError, KeyError, TypeError):
        pass
    return None


def standing(folder: Path, moment: str) -> Accepted:
    """Return the run whose result stood at the end of a day or a moment (2026-11-01, 2026-11-01T06), or the latest.

    Raises:
        Unreadable: nothing had been accepted by then, or there is no log.
    """
    runs = [
        run for run in accepted(folder) if moment == "latest" or run.when[: len(moment)] <= moment
    ]
    if not runs:
        raise Unreadable(
            f"{folder / 'runs.jsonl'}: no run had been accepted {'yet' if moment == 'latest' else f'by {moment}'}"
        )
    return runs[-1]


def held(folder: Path, digest: str) -> SavedPage | None:
    """Return the page of that SHA-256 from the ``pages`` of an output folder; None if no whole copy is there."""
    for path in sorted((folder / "pages").glob(f"*-{digest[:16]}.html")):
        page = read_saved_page(path)
        if sha256(page.body).hexdigest() == digest:
            return page
    return None
