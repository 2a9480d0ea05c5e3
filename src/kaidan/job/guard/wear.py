"""Small losses, each of which is let pass, and what they add up to: measured by the best of the last thirty days.

Each line of the log notes how much of each there was, and how much had come or gone with whole meetings: else a loss would hide
behind a new meeting, and a meeting that was let go would look like wear.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from kaidan.differ import Matching
from kaidan.job.guard.comparison import Sight, length
from kaidan.job.log import days_between
from kaidan.job.log_entry import Entry
from kaidan.messages import Message
from kaidan.models import Document, Meeting

LOST_TEXT = 0.25
"""The part of the text that may go. A chronicle only grows; what it loses by edits is sentences, not a quarter."""

LOST_LINKS = 0.2
"""The part of all photos, and of all links, that may go."""

_MOST_LOST = {"text": LOST_TEXT, "photos": LOST_LINKS, "links": LOST_LINKS}

_WINDOW = 30
"""Days."""

_MOST_LINES = 2_000
"""Of thirty days, so that a job that runs each minute does not read for longer than it works."""


def noted(document: Document, turnover: Matching | None = None) -> dict[str, int]:
    """Return what a line of the log notes: how much of each is there, what moved with meetings, and how many of these are gone."""
    told = _amounts(document.meetings)
    if turnover is None:
        return told
    told |= {_by_meetings(name): count for name, count in _moved(turnover).items() if count}
    return told | ({"gone": len(turnover.removed)} if turnover.removed else {})


def best(entries: Iterable[Entry], now: datetime) -> dict[str, int]:
    """Return what small losses are measured from: the greatest amounts of the last thirty days, as if no meeting had come or gone since.

    ``gone`` is how many meetings went. The user's last ``--accept`` is where it begins; lines of versions that counted nothing are
    passed over.

    Args:
        entries: of the log, the last first.
        now: the time of the run.
    """
    found: dict[str, int] = {}
    since: Counter[str] = Counter()
    for entry in islice(entries, _MOST_LINES):
        if days_between(entry.when, now) > _WINDOW:
            break
        if not entry.accepted:
            continue
        counts = entry.counts
        for name in _MOST_LOST.keys() & counts.keys():
            found[name] = max(counts[name] + since[name], found.get(name, 0))
        if entry.overruled:
            break
        since.update({name: counts.get(_by_meetings(name), 0) for name in _MOST_LOST})
        since["gone"] += counts.get("gone", 0)
    return found | {"gone": since["gone"]}


def worn_away(sight: Sight) -> Message | None:
    """Say that small losses add up to more than may go at once."""
    now, moved = _amounts(sight.new.meetings), _moved(sight.matching)
    for name, part in _MOST_LOST.items():
        before = sight.best.get(name, 0) + moved[name]
        if now[name] < before * (1 - part) and before - now[name] > 1:
            return Message(
                "{what} wore away: {after:,} now, and {before:,} within the last thirty days",
                what=Message(name),
                after=now[name],
                before=before,
            )
    return None


def _moved(turnover: Matching) -> dict[str, int]:
    """Return how much of each came with new meetings, less what went with those that are gone."""
    came, went = _amounts(turnover.added), _amounts(turnover.removed)
    return {name: came[name] - went[name] for name in _MOST_LOST}


def _by_meetings(name: str) -> str:
    return f"{name} by meetings"


def _amounts(meetings: Sequence[Meeting]) -> dict[str, int]:
    return {
        "text": length(meetings),
        "photos": sum(len(meeting.photos) for meeting in meetings),
        "links": sum(len(meeting.links) for meeting in meetings),
    }
