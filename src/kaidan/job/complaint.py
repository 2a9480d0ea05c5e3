"""How a failure is told: whole the first time, in one short line while it lasts, and once more when it is over."""

from pathlib import Path

from kaidan.controls import show_controls
from kaidan.errors import KaidanError
from kaidan.job.guard import Stopped
from kaidan.job.log import Failing

_SHORT = 100
"""Code points of a reason that has been told before."""


def said_once(error: KaidanError, failing: Failing, kept: Path | None) -> KaidanError:
    """Return what to tell of ``error``: the whole of it, or, where the runs before this one met the same, a short line.

    Args:
        error: what stopped the run; its message is the reason alone.
        failing: the runs that failed since the last that went well, this one included.
        kept: where the page is that was refused.
    """
    why = show_controls(str(error))
    if failing.alike > 1:
        return type(error)(
            f"still, since {failing.alike_since[:10]} (run {failing.alike}): {_cut(why)}"
        )
    where = f"; the page is kept as {kept}" if kept else ""
    advice = (
        "; if a look at it finds it right, kaidan run --accept takes it"
        if isinstance(error, Stopped)
        else ""
    )
    return type(error)(f"{why}{where}{advice}")


def recovered(failing: Failing | None) -> str | None:
    """Return what to tell of failures that are over; None where there were none."""
    if failing is None:
        return None
    runs = f"{failing.runs} run{'s' if failing.runs > 1 else ''}"
    return f"well again after {runs} that failed since {failing.since[:10]}: {_cut(failing.why)}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
