"""What the lines of the log tell: a run each, and what stood and what failed after it."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

import orjson

from kaidan.controls import show_controls

ACCEPTED = frozenset({"first", "changed", "unchanged"})
_STOPPED = frozenset({"refused", "failed"})


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
        """Whether the user took what came, whatever the guard said."""
        return bool(self.fields.get("overruled")) or self._part("asked").get("accept") is True

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


def read_entry(line: bytes) -> Entry | None:
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
