"""What a crash may leave, taken away again before anything else is done."""

import logging
from pathlib import Path

from kaidan.job import changes
from kaidan.job.files import read, told
from kaidan.output import TEMPORARY

_log = logging.getLogger(__name__)


def repair(folder: Path) -> None:
    """Remove temporary files, and a change whose ``meetings.json`` was never written.

    Raises:
        Unreadable: something could not be removed.
    """
    with told():
        for left in folder.rglob(f".*{TEMPORARY}"):
            left.unlink()
            _log.warning("removed %s, which a run that was cut short had left", left)
        if back := changes.roll_back(folder / "changes", read(folder / "meetings.json")):
            _log.warning("took back %s, whose run was cut short", back)
