"""``runs.jsonl``: a line a run, appended at its end, whatever became of it; read from its end, and never rewritten.

A folder may hold the runs of ten years. So each line carries what the next run wants to know of all before it: what stands
in the folder, and since when the runs fail. What somebody else wrote between the lines, and a last line that a crash tore,
is passed over.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kaidan.job.line_file import append_line, lines_from_the_end
from kaidan.job.log_entry import Entry, Failing, Stands, read_entry


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a log, the last first; none where there is no log.

    Raises:
        Unreadable: it cannot be read.
    """
    return filter(None, map(read_entry, lines_from_the_end(path)))


def append(path: Path, fields: Mapping[str, Any]) -> None:
    """Append a line in one write, and have it on the disk.

    Raises:
        Unreadable: it could not be written whole; what was written of it is taken back.
    """
    text = json.dumps(fields, ensure_ascii=False)
    append_line(
        path, text.encode("utf-8", "backslashreplace") + b"\n"
    )  # a lone surrogate as JSON escapes it


def standing(path: Path) -> Stands | None:
    """Return what the log says that stands in its folder; None where no run was accepted."""
    for entry in entries(path):
        if entry.stands:
            return entry.stands
        if entry.accepted:
            return Stands(None, entry.page, entry.url, entry.when)
    return None


def failing(path: Path) -> Failing | None:
    """Return the runs that failed since the last that went well; None where none did. A run offline tells nothing."""
    since: list[Entry] = []
    found: Failing | None = None
    for entry in entries(path):
        if entry.offline:
            continue
        if entry.accepted:
            break
        if entry.failing:
            found = entry.failing
            break
        since.append(entry)
    for entry in reversed(since):
        found = failing_after(found, entry.when, entry.why)
    return found


def failing_after(before: Failing | None, when: str, why: str) -> Failing:
    """Return what the failures are when one more is added to those before it, if there were any."""
    return before.after(when, why) if before else Failing(1, when, why, 1, when)


def days_between(when: str | None, now: datetime) -> float:
    """Return how many days lie between a line's time and now; a day where it is none, or lies ahead.

    >>> from datetime import UTC
    >>> days_between("2026-11-23T06:30:00Z", datetime(2026, 11, 25, 18, 30, tzinfo=UTC))
    2.5
    """
    try:
        passed = now - datetime.fromisoformat(when or "")
    except (ValueError, TypeError):
        return 1.0
    return max(passed.total_seconds() / 86_400, 0.0)
