"""The log of the job, ``runs.jsonl``: one line a run, written at its end, whatever became of it."""

import json
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal

from kaidan.job import files
from kaidan.job.files import Write

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
        counts: meetings, warnings, changes by whom.
        versions: of what took part.
        seconds: how long each step took.
    """

    when: str
    asked: dict[str, Any]
    came: dict[str, Any] = field(default_factory=dict)
    decision: Decision = "failed"
    why: str | None = None
    overruled: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step of the run, whether it succeeds or not."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = round(time.monotonic() - begun, 3)


def writes(path: Path, run: Run) -> list[Write]:
    """Return the log with ``run`` added. It is replaced whole, so that no crash leaves half a line."""
    before = files.read(path) or b""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    return [(path, before + gap + json.dumps(asdict(run), ensure_ascii=False).encode() + b"\n")]


def failures(path: Path) -> list[dict[str, Any]]:
    """Return the runs that failed or were refused since the last that went well, the oldest first; a run offline tells nothing."""
    asked = (run for run in reversed(_entries(path)) if not run.get("asked", {}).get("offline"))
    broken = takewhile(lambda run: run["decision"] in {"failed", "refused"}, asked)
    return list(broken)[::-1]


def addresses(path: Path) -> list[str]:
    """Return the addresses that the runs which went well asked for, the first first."""
    well = (run for run in _entries(path) if run["decision"] not in {"failed", "refused"})
    return list(
        dict.fromkeys(run["asked"]["url"] for run in well if run.get("asked", {}).get("url"))
    )


def _entries(path: Path) -> list[dict[str, Any]]:
    """The lines of the log that are entries; what somebody else wrote between them is passed over."""
    found = (_entry(line) for line in (files.read(path) or b"").splitlines())
    return [entry for entry in found if entry]


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return (
        entry if isinstance(entry, dict) and {"when", "decision", "why"} <= entry.keys() else None
    )


@cache
def versions() -> dict[str, str]:
    """Return the versions of what took part."""
    return {"python": platform.python_version()} | {name: version(name) for name in _PARTS}
