"""Captures in batches, told in order whatever process read them, and no more of them in memory than are in hand."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kaidan.bulk.page_reading import NO_WORD, Failure, Page
from kaidan.bulk.workers import Pending, Workers
from kaidan.captures.capture import Capture
from kaidan.parser.glance import may_hold_meeting

_PAGES = 32
_BYTES = 500_000

Told = tuple[Capture, bytes | Failure]
"""A capture without its body, and its document as a line of JSON or why there is none."""


class _Batch(NamedTuple):
    """Captures in their order: those told at a glance, and those whose pages are being read."""

    captures: list[Capture]
    at_a_glance: list[Failure | None]
    pending: Pending | None

    def told(self) -> Iterator[Told]:
        read = iter(self.pending.result() if self.pending else ())
        for capture, failure in zip(self.captures, self.at_a_glance, strict=True):
            yield capture, failure or next(read)


def told_in_order(captures: Iterable[Capture], workers: Workers) -> Iterator[list[Told]]:
    """Yield what becomes of captures, batch by batch."""
    waiting: deque[_Batch] = deque()
    for gathered in _gathered(captures):
        waiting.append(_begun(gathered, workers))
        if len(waiting) >= workers.at_once:
            yield list(waiting.popleft().told())
    while waiting:
        yield list(waiting.popleft().told())


def _gathered(captures: Iterable[Capture]) -> Iterator[list[Capture]]:
    gathered: list[Capture] = []
    size = 0
    for capture in captures:
        gathered.append(capture)
        size += len(capture.body)
        if len(gathered) >= _PAGES or size >= _BYTES:
            yield gathered
            gathered, size = [], 0
    if gathered:
        yield gathered


def _begun(captures: list[Capture], workers: Workers) -> _Batch:
    """Look at each page, and hand on those that must be parsed: that costs less than to send the others anywhere."""
    at_a_glance = [_glanced(capture) for capture in captures]
    pages = [
        Page(capture.body, capture.url, capture.content_type)
        for capture, failure in zip(captures, at_a_glance, strict=True)
        if failure is None
    ]
    pending = workers.submit(pages) if pages else None
    return _Batch([capture._replace(body=b"") for capture in captures], at_a_glance, pending)


def _glanced(capture: Capture) -> Failure | None:
    if capture.problem:
        return Failure("unreadable", 3, capture.problem)
    return None if may_hold_meeting(capture.body, capture.content_type) else NO_WORD
