"""What a crash may leave, taken away again before anything else is done."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from kaidan.atomic import TEMPORARY
from kaidan.job import change_files, kept, log
from kaidan.job.files import MINE, as_ours, listed, read_if_there

_log = logging.getLogger(__name__)

_LEFT = re.compile(
    rf"""
      {re.escape(MINE)} [0-9a-f]{{16}} {re.escape(TEMPORARY)}
    | \. (?: meetings\.json | feed\.xml | runs\.jsonl           # as version 0.1.0 called them
          | \d{{8}}T\d{{6}}Z-[0-9a-f]{{16}}\.html (?: \.http\.json )?
          | \d{{4,}}-\d{{4}}-\d\d-\d\d\.md
      ) \. [a-z0-9_]{{8}} \.part
    """,
    re.VERBOSE | re.ASCII,
)


def repair(folder: Path) -> None:
    """Remove temporary files, and a change whose ``meetings.json`` was never written.

    Raises:
        Unreadable: something could not be removed.
    """
    with as_ours():
        for left in _left(folder):
            left.unlink(missing_ok=True)
            _log.warning("removed %s, which a run that was cut short had left", left)
        stands = log.standing(folder / kept.LOG)
        if back := change_files.roll_back(
            folder / kept.CHANGES,
            read_if_there(folder / kept.RESULT),
            told=stands and stands.document,
        ):
            _log.warning("took back %s, whose run was cut short", back)


def _left(folder: Path) -> Iterator[Path]:
    for name in kept.FOLDERS:
        for path in listed(folder / name):
            if _LEFT.fullmatch(path.name) and path.is_file():
                yield path
