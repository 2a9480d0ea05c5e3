"""Whose a folder is: a run writes under names that a stranger's file may have already, such as ``feed.xml`` and ``runs.jsonl``."""

from pathlib import Path

from kaidan.errors import Unreadable
from kaidan.job import change_files, kept, log
from kaidan.job.files import as_ours, read_if_there

_MADE_BY_US = b"<generator>kaidan</generator>"


def require_ours(folder: Path) -> None:
    """Pass if nothing of a stranger's would be written over; what we have written before makes the folder ours.

    A ``meetings.json`` is looked at when it is read.

    Raises:
        Unreadable: a feed or a log is there that is not ours, or it cannot be read.
    """
    feed, runs = folder / kept.FEED, folder / kept.LOG
    with as_ours():
        if (folder / kept.RESULT).exists() or change_files.last(folder / kept.CHANGES):
            return
        if _MADE_BY_US not in (read_if_there(feed) or _MADE_BY_US):
            raise _strangers(feed)
        has_lines = runs.exists() and runs.stat().st_size > 0
        if has_lines and next(log.entries(runs), None) is None:
            raise _strangers(runs)


def _strangers(path: Path) -> Unreadable:
    return Unreadable("not a file of kaidan's; another --output leaves it as it is").at(path)
