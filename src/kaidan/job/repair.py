"""What a crash may leave, taken away again before anything else is done."""

import logging
from pathlib import Path

from kaidan.errors import Unreadable
from kaidan.job import changes
from kaidan.output import TEMPORARY

_log = logging.getLogger(__name__)


def repair(folder: Path) -> None:
    """Remove temporary files, and a change whose ``meetings.json`` was never written.

    Raises:
        Unreadable: something could not be removed.
    """
    meetings = folder / "meetings.json"
    try:
        for left in folder.rglob(f".*{TEMPORARY}"):
            left.unlink()
            _log.warning("removed %s, which a run that was cut short had left", left)
        if back := changes.roll_back(folder / "changes", meetings.read_bytes() if meetings.exists() else None):
            _log.warning("took back %s, whose run was cut short", back)
    except OSError as error:
        raise Unreadable(f"{folder}: cannot be repaired ({error.strerror})") from error
