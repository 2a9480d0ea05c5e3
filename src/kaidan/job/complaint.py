"""How a failure is told: whole the first time, in one short line while it lasts, and once more when it is over."""

from pathlib import Path

from kaidan.controls import show_controls
from kaidan.errors import KaidanError
from kaidan.job.guard import Stopped
from kaidan.job.log_entry import Failing
from kaidan.messages import Message, counted

_SHORT = 100
"""Code points of a reason that has been told before."""


def said_once(error: KaidanError, failing: Failing, kept: Path | None) -> KaidanError:
    """Return what to tell of ``error``: the whole of it, or, where the runs before this one met the same, a short line.

    Args:
        error: what stopped the run; its message is the reason alone.
        failing: the runs that failed since the last that went well, this one included.
        kept: where the page is that was refused.
    """
    if failing.alike > 1:
        return type(error)(
            "still, since {day} (run {run}): {why}",
            day=failing.alike_since[:10],
            run=failing.alike,
            why=_cut(show_controls(str(error))),
        )
    told: Message = error.message
    if kept:
        told = Message("{why}; the page is kept as {file}", why=told, file=kept)
    if isinstance(error, Stopped):
        told = Message(
            "{why}; if a look at it finds it right, kaidan run --accept takes it", why=told
        )
    return type(error)(told)


def recovered(failing: Failing | None) -> Message | None:
    """Return what to tell of failures that are over; None where there were none."""
    if failing is None:
        return None
    runs = counted(failing.runs, "{count} run", "{count} runs")
    return Message(
        "well again after {runs} that failed since {day}: {why}",
        runs=runs,
        day=failing.since[:10],
        why=_cut(failing.why),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
