"""The only clock. It is handed in, so that a test can set it; nothing that is kept depends on its going forward."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the time, UTC."""
    return datetime.now(UTC)


def moment(when: datetime) -> str:
    """Return a time as the files have it, RFC 3339 to the second.

    >>> moment(datetime(2026, 11, 23, 6, 30, tzinfo=UTC))
    '2026-11-23T06:30:00Z'
    """
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
