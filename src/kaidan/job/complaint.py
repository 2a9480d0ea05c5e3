"""How a failure is told: whole the first time, in one short line while it lasts, and once more when it is over."""

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from kaidan.errors import KaidanError
from kaidan.job.guard import Stopped

_SHORT = 100
"""Code points of a reason that has been told before."""


def said_once(
    error: KaidanError, earlier: Sequence[dict[str, Any]], kept: Path | None
) -> KaidanError:
    """Return what to tell of ``error``: the whole of it, or, where the runs before this one met the same, a short line.

    Args:
        error: what stopped the run; its message is the reason alone.
        earlier: the runs that failed since the last that went well, the oldest first.
        kept: where the page is that was refused.
    """
    why = str(error)
    same = list(takewhile(lambda run: run["why"] == why, reversed(earlier)))
    if same:
        return type(error)(
            f"still, since {same[-1]['when'][:10]} (run {len(same) + 1}): {_cut(why)}"
        )
    where = f"; the page is kept as {kept}" if kept else ""
    advice = (
        "; if a look at it finds it right, kaidan run --accept takes it"
        if isinstance(error, Stopped)
        else ""
    )
    return type(error)(f"{why}{where}{advice}")


def recovered(earlier: Sequence[dict[str, Any]]) -> str | None:
    """Return what to tell of failures that are over; None where there were none."""
    if not earlier:
        return None
    runs = f"{len(earlier)} run{'s' if len(earlier) > 1 else ''}"
    return f"well again after {runs} that failed since {earlier[0]['when'][:10]}: {_cut(earlier[-1]['why'])}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
