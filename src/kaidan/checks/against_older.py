"""What a meeting says that contradicts those below it on the page."""

from collections.abc import Iterator

from kaidan.checks.older import Finding, Older, leaders_of
from kaidan.models import Meeting


def same_leaders_same_day(meeting: Meeting, older: Older) -> Iterator[Finding]:
    """Find a meeting below of the same two on the same day."""
    when = meeting.date
    leaders = leaders_of(meeting) if when.precision == "day" else frozenset()
    other = older.same.get((when.edtf, leaders)) if len(leaders) == 2 else None
    if other:
        yield f"{other.heading} has the same two on {when.edtf}", other.heading


def out_of_order(meeting: Meeting, older: Older) -> Iterator[Finding]:
    """Find a meeting below that is later than this one."""
    below, end = older.nearest, meeting.date.end
    if below and older.start and end and end < older.start:
        yield (
            f"{meeting.date.edtf} stands above the later {below.heading}, {below.date.edtf}",
            meeting.date.text,
        )
