"""``runs.jsonl``: a line a run, appended at its end, whatever became of it; read from its end, and never rewritten.

A folder may hold the runs of ten years. So each line carries what the next run wants to know of all before it: what stands
in the folder, and since when the runs fail. What somebody else wrote between the lines, and a last line that a crash tore,
is passed over.
"""

import json
import os
import stat
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Self

import orjson

from kaidan.controls import show_controls
from kaidan.errors import Unreadable, because

ACCEPTED = frozenset({"first", "changed", "unchanged"})
_STOPPED = frozenset({"refused", "failed"})

_BLOCK = 1 << 16
"""Bytes that are read at a time, from the end."""

_LONGEST_LINE = 1 << 20
"""Bytes. A line of ours has some hundred."""


class Stands(NamedTuple):
    """What stands in the folder after a run.

    Attributes:
        document: the SHA-256 of its ``meetings.json``; None in the lines of versions that did not note it.
        page: the SHA-256 of the page that was accepted last.
        url: the address that was asked for it.
        when: the start of the run that accepted it.
    """

    document: str | None
    page: str | None
    url: str | None
    when: str | None


class Failing(NamedTuple):
    """The runs that failed since the last that went well.

    Attributes:
        runs: how many.
        since: when the first began.
        why: the reason of the last.
        alike: how many at the end had that same reason.
        alike_since: when the first of these began.
    """

    runs: int
    since: str
    why: str
    alike: int
    alike_since: str

    def after(self, when: str, why: str) -> Self:
        """Return what it is when one more has failed."""
        same = why == self.why
        return self._replace(
            runs=self.runs + 1,
            why=why,
            alike=self.alike + 1 if same else 1,
            alike_since=self.alike_since if same else when,
        )


class Entry(NamedTuple):
    """A line of the log, as far as it can be relied on: a part of it that is odd is as if it were not there.

    Attributes:
        when: the run's start, UTC, RFC 3339.
        decision: first, changed, unchanged, refused or failed.
        fields: all that the line tells, not looked at yet.
    """

    when: str
    decision: str
    fields: Mapping[str, Any]

    @property
    def accepted(self) -> bool:
        """Whether its result stands, or stood."""
        return self.decision in ACCEPTED

    @property
    def why(self) -> str:
        """The reason of a refusal or a failure."""
        return _as_text(self.fields.get("why")) or ""

    @property
    def offline(self) -> bool:
        """Whether the site was not asked."""
        return self._part("asked").get("offline") is True

    @property
    def url(self) -> str | None:
        """The address that was asked for."""
        return _as_text(self._part("asked").get("url"))

    @property
    def page(self) -> str | None:
        """The SHA-256 of the page that came."""
        return _as_text(self._part("came").get("sha256"))

    @property
    def counts(self) -> dict[str, int]:
        """Meetings, warnings, changes by whom, and what the guard measures."""
        told = self._part("counts")
        return {name: count for name, count in told.items() if type(count) is int}

    @property
    def overruled(self) -> bool:
        """Whether the user overruled the guard, or let meetings go."""
        return bool(self.fields.get("overruled") or self._part("asked").get("allow_loss"))

    @property
    def stands(self) -> Stands | None:
        """What stood afterwards, where the line notes it."""
        told = self._part("stands")
        return Stands(*(_as_text(told.get(name)) for name in Stands._fields)) if told else None

    @property
    def failing(self) -> Failing | None:
        """The failures up to this one, where the line notes them."""
        try:
            found = Failing(**self._part("failing"))
        except TypeError:
            return None
        numbers, texts = (found.runs, found.alike), (found.since, found.why, found.alike_since)
        fits = all(type(number) is int for number in numbers) and all(map(_as_text, texts))
        return found if fits else None

    def _part(self, name: str) -> dict[str, Any]:
        told = self.fields.get(name)
        return told if isinstance(told, dict) else {}


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a log, the last first; none where there is no log.

    Raises:
        Unreadable: it cannot be read.
    """
    try:
        with _opened(path, os.O_RDONLY) as handle:
            for line in _lines_from_the_end(handle.fileno):
                if entry := _entry(line):
                    yield entry
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unreadable(because(error)).at(path) from error


def append(path: Path, fields: Mapping[str, Any]) -> None:
    """Append a line in one write, and have it on the disk.

    Raises:
        Unreadable: it could not be written whole; what was written of it is taken back.
    """
    text = json.dumps(fields, ensure_ascii=False)
    line = text.encode("utf-8", "backslashreplace") + b"\n"  # a lone surrogate as JSON escapes it
    try:
        with _opened(path, os.O_RDWR | os.O_CREAT | os.O_APPEND) as handle:
            _append(handle.fileno, line)
    except OSError as error:
        raise Unreadable("could not be written: {why}", why=because(error)).at(path) from error


def _append(handle: int, line: bytes) -> None:
    size = os.fstat(handle).st_size
    torn = size > 0 and _read_at(handle, size - 1, 1) != b"\n"
    whole = b"\n" + line if torn else line
    try:
        if os.write(handle, whole) < len(whole):
            raise OSError(28, "No space left on device")  # noqa: TRY301  a short write says no more
        os.fsync(handle)
    except BaseException:
        os.ftruncate(handle, size)
        raise


class _Handle(NamedTuple):
    """An open file by its number, closed at the end of the block."""

    fileno: int

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.fileno)


def _opened(path: Path, flags: int) -> _Handle:
    """Open a regular file; a pipe would wait for whoever is at its other end."""
    handle = _Handle(os.open(path, flags | _DIRECT, 0o666))
    if not stat.S_ISREG(os.fstat(handle.fileno).st_mode):
        os.close(handle.fileno)
        raise OSError(22, "not a regular file")
    return handle


_DIRECT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _lines_from_the_end(handle: int) -> Iterator[bytes]:
    """Yield the lines of a file, the last first; one that is longer than any of ours is dropped."""
    at, rest = os.fstat(handle).st_size, b""
    while at:
        size = min(_BLOCK, at)
        at -= size
        first, *lines = (_read_at(handle, at, size) + rest).split(b"\n")
        yield from reversed(lines)
        rest = first if len(first) <= _LONGEST_LINE else b""
    yield rest


def _read_at(handle: int, at: int, size: int) -> bytes:
    os.lseek(handle, at, os.SEEK_SET)
    return os.read(handle, size)


def _entry(line: bytes) -> Entry | None:
    """Return what a line tells; None where it is no entry."""
    try:
        fields = orjson.loads(line)
        when, decision, _ = fields["when"], fields["decision"], fields["why"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(when, str) or decision not in (*ACCEPTED, *_STOPPED):
        return None
    return Entry(when, decision, fields)


def _as_text(value: object) -> str | None:
    """Return a text of a line, fit for a terminal; None for anything else."""
    return show_controls(value) if isinstance(value, str) else None


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


def best(path: Path, now: datetime) -> dict[str, int]:
    """Return the greatest of each count among the runs of the last thirty days, back to the last that the user overruled.

    Lines of versions that counted nothing are passed over.
    """
    found: dict[str, int] = {}
    for entry in islice(entries(path), _MOST_LINES):
        if days_between(entry.when, now) > _WINDOW:
            break
        if entry.accepted:
            found |= {name: max(count, found.get(name, 0)) for name, count in entry.counts.items()}
            if entry.overruled:
                break
    return found


_WINDOW = 30
"""Days."""

_MOST_LINES = 2_000
"""Of thirty days, so that a job that runs each minute does not read for longer than it works."""


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
