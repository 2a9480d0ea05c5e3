"""What a folder that ``kaidan run`` keeps knows of its past: each change with its words marked, and the runs that were refused."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from kaidan.differ.rendered import to_rendered
from kaidan.job import change_files, kept
from kaidan.job.history import every_run

_HEADING = re.compile("(?<=</h)[1-6](?=>)|(?<=<h)[1-6](?=>)")
MOST = 200
"""Changes and refused runs that a report tells, the newest."""


class Told(NamedTuple):
    """A change: when, its one line, and its words as HTML."""

    when: str
    day: str
    title: str
    html: Markup


class Failed(NamedTuple):
    """A run that was refused or failed, and why."""

    when: str
    day: str
    decision: str
    why: str


class Past(NamedTuple):
    """The changes and the failures of a folder, the last first."""

    told: Sequence[Told]
    refused: Sequence[Failed]


def past_of(folder: Path) -> Past:
    """Read the past of a folder.

    Raises:
        Unreadable: something in it cannot be read.
    """
    told = [
        Told(change.when, change.when[:10], change.title, _below(to_rendered(change.text)))
        for change in change_files.recent(folder / kept.CHANGES, MOST)
        if change.text
    ]
    log = folder / kept.LOG
    failed = [
        Failed(run.when, run.when[:10], run.decision, run.why)
        for run in reversed(every_run(folder) if log.exists() else ())
        if not run.accepted and run.decision != "unchanged"
    ]
    return Past(told, failed[:MOST])


def _below(html: str) -> Markup:
    """Return the HTML of a change with its headings below the change's own."""
    return Markup(_HEADING.sub("4", html))  # noqa: S704  its text was escaped where it was rendered
