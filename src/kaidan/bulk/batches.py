"""Captures in batches, told in order whatever process read them, and no more of them in memory than are in hand."""

from collections import deque
from collections.abc import Iterable, Iterator

from kaidan.bulk.answers import Told
from kaidan.bulk.page_reading import Failure, Page, looked_at, page_of
from kaidan.bulk.workers import Pending, Workers
from kaidan.captures.capture import Capture

_PAGES = 32
_BYTES = 500_000
_CAPTURES = 500  # of which most hold nothing


class _Batch:
    """Captures in their order: those told at a glance, and those whose pages are to be read.

    The bytes of a page that is not to be read are let go at once: the next page then takes their place in memory.
    """

    def __init__(self) -> None:
        self._seen: list[tuple[Capture, Failure | None]] = []
        self._pages: list[Page] = []
        self._size = 0
        self._pending: Pending | None = None

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, capture: Capture, failure: Failure | None) -> None:
        """Add a page that was looked at, and keep it if it has to be parsed: a look costs less than to send the others anywhere."""
        if failure is None:
            self._pages.append(page_of(capture))
            self._size += len(capture.body)
        self._seen.append((capture.without_body(), failure))

    def is_full(self) -> bool:
        """Tell whether it is time to have the pages read."""
        return len(self._seen) >= _CAPTURES or len(self._pages) >= _PAGES or self._size >= _BYTES

    def begin(self, workers: Workers) -> None:
        """Have the pages read."""
        if self._pages:
            self._pending = workers.submit(self._pages)
            self._pages = []

    def told(self) -> list[Told]:
        """Wait for what becomes of the captures."""
        read = iter(self._pending.result() if self._pending else ())
        return [(capture, failure or next(read)) for capture, failure in self._seen]


def told_in_order(captures: Iterable[Capture], workers: Workers) -> Iterator[list[Told]]:
    """Yield what becomes of captures, batch by batch."""
    waiting: deque[_Batch] = deque()
    batch = _Batch()
    for capture, failure in looked_at(captures):
        batch.add(capture, failure)
        if batch.is_full():
            batch.begin(workers)
            waiting.append(batch)
            batch = _Batch()
            if len(waiting) >= workers.at_once:
                yield waiting.popleft().told()
    batch.begin(workers)
    waiting.append(batch)
    yield from (one.told() for one in waiting if len(one))
