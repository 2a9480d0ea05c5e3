"""What is known of a run: a line of the log, filled in as the run goes."""

import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from typing import Any, Literal

from kaidan.controls import show_controls
from kaidan.job.log_entry import Failing, Stands

Decision = Literal["first", "changed", "unchanged", "refused", "failed"]

_PARTS = ("kaidan", "lxml", "pydantic", "httpx")
"""Whose versions can change what is read from the same page, or whether it comes."""


@dataclass
class Run:
    """What is known of a run, filled in as it goes.

    Attributes:
        when: its start, UTC, RFC 3339.
        asked: what the user asked for.
        came: what came: address, status, bytes, SHA-256, type, and where it is kept.
        decision: what became of it.
        why: the reason of a refusal or a failure, the same words for the same reason.
        overruled: the reason of the refusal that the user overruled.
        late: when the runs began whose changes this one tells, because they were cut short before they could.
        counts: meetings, warnings, changes by whom, and what the guard measures.
        versions: of what took part.
        seconds: how long each step took.
        stands: what stands in the folder after it.
        failing: the failures up to this one.
        is_of_page: whether it failed by the page, which is no text, and not by the site or the folder.
        timeless: whether neither versions nor durations are told, so that the same pages make the same line on any day.
    """

    when: str
    asked: dict[str, Any]
    came: dict[str, Any] = field(default_factory=dict)
    decision: Decision = "failed"
    why: str | None = None
    overruled: str | None = None
    late: list[str] | None = None
    counts: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    stands: Stands | None = None
    failing: Failing | None = None
    timeless: bool = False
    is_of_page: bool = False

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step of the run, whether it succeeds or not."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = round(time.monotonic() - begun, 3)

    def log_line(self) -> dict[str, Any]:
        """Return what the log is to say of it; a part that has nothing to say is left out."""
        told = {name: _shown(value) for name, value in vars(self).items()}
        silent = {name for name in _SILENT if told[name] is None} | {"timeless", "is_of_page"}
        if self.timeless:
            silent |= {"versions", "seconds"}
        return {name: value for name, value in told.items() if name not in silent}


_SILENT = ("late", "stands", "failing")


def _shown(value: Any) -> Any:  # noqa: ANN401  a part of a log_line
    """Return a part of a line as it is logged: named values by their names, and no control character of a page's."""
    if isinstance(value, str):
        return show_controls(value)
    if isinstance(value, Stands | Failing):
        return _shown(value._asdict())
    if isinstance(value, dict):
        return {name: _shown(part) for name, part in value.items()}
    return value


@cache
def versions() -> dict[str, str]:
    """Return the versions of what took part."""
    return {"python": platform.python_version()} | {name: version(name) for name in _PARTS}
