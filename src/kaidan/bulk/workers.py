"""Where batches of pages are read: in this process, in others, or on a Dask cluster."""

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from typing import Any, Protocol, TypeVar

from kaidan.bulk.page_reading import Failure, Outcome, Page, read_page, read_pages
from kaidan.errors import Unreadable, WrongUsage
from kaidan.parser.unparsed.needle_search import SEARCHER

Read = list[Outcome]
"""What becomes of a batch, a page each."""

Given = TypeVar("Given")
Brought = TypeVar("Brought")

LOST = Failure("fault", 4, "the process that read this page died of it")


class Pending(Protocol):
    """A batch that is being read."""

    def result(self) -> Read:
        """Wait for it."""


class Workers(Protocol):
    """Something that reads batches.

    Attributes:
        at_once: how many batches may wait or be read at a time.
    """

    at_once: int

    def submit(self, pages: Sequence[Page]) -> Pending:
        """Have a batch read."""


class _Done:
    def __init__(self, read: Read) -> None:
        self._read = read

    def result(self) -> Read:
        return self._read


class ThisProcess:
    """Reads each batch when it is given."""

    at_once = 1

    def submit(self, pages: Sequence[Page]) -> Pending:
        """Read a batch."""
        return _Done(read_pages(pages))


class Processes:
    """Reads batches in processes of its own, and starts new ones where one dies.

    Attributes:
        count: of the processes.
    """

    def __init__(self, count: int) -> None:
        self.at_once = 3 * count
        self.count = count
        self._pool = self._started(count)

    def submit(self, pages: Sequence[Page]) -> Pending:
        """Give a batch to the next process that is free."""
        return _Outstanding(self, list(pages))

    def begin(self, work: Callable[[Given], Brought], given: Given) -> Future[Brought]:
        """Put work in the queue, of new processes where the old ones are lost."""
        try:
            return self._pool.submit(work, given)
        except BrokenProcessPool:
            self._pool = self._started(self.count)
            return self._pool.submit(work, given)

    def alone(self, page: Page) -> Outcome:
        """Read a page in a process of its own, which may die of it."""
        with self._started(1) as pool:
            try:
                return pool.submit(read_page, page).result()
            except BrokenProcessPool:
                return LOST

    def close(self) -> None:
        """Let the processes go."""
        self._pool.shutdown(cancel_futures=True)

    @staticmethod
    def _started(count: int) -> ProcessPoolExecutor:
        SEARCHER.begin()  # once for all that are forked
        return ProcessPoolExecutor(count, _context(), initializer=_prepare, initargs=(os.getpid(),))


class _Outstanding:
    """A batch with the processes; each page is read again alone where a process dies of one."""

    def __init__(self, processes: Processes, pages: list[Page]) -> None:
        self._processes, self._pages = processes, pages
        self._future = processes.begin(read_pages, pages)

    def result(self) -> Read:
        try:
            return self._future.result()
        except BrokenProcessPool:
            return [self._processes.alone(page) for page in self._pages]


class _Cluster:
    """Reads batches on a Dask cluster, which reads again what a worker that is lost had in hand."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401  distributed has no types
        self._client = client
        self.at_once = 3 * max(1, len(client.scheduler_info()["workers"]))

    def submit(self, pages: Sequence[Page]) -> Pending:
        pending: Pending = self._client.submit(read_pages, list(pages), pure=False)
        return pending


def _context() -> BaseContext:
    """Return how processes are started: by a fork, which asks nothing of the caller's script, where no thread could be cut in two."""
    can_fork = "fork" in get_all_start_methods() and threading.active_count() == 1
    return get_context("fork" if can_fork else "spawn")


def _prepare(parent: int) -> None:
    """Begin the search of pages, keep what is loaded out of the search for garbage, and end with the process that asked."""
    SEARCHER.begin()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's is for the one that asked
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    gc.collect()
    gc.freeze()
    gc.enable()


def _end_with(parent: int) -> None:
    """End this process when the one is gone that it works for: a killed one can tell nobody."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


@contextmanager
def workers(count: int | None, cluster: str | None = None) -> Iterator[Workers]:
    """Give workers: this process for one, ``count`` processes for more, all the machine's cores for None, or a cluster's.

    Raises:
        WrongUsage: a cluster is asked for, and Dask, of the extra ``archive``, is not installed.
        Unreadable: the cluster does not answer.
    """
    if cluster:
        with _connected(cluster) as client:
            yield _Cluster(client)
        return
    count = count or len(os.sched_getaffinity(0))
    if count == 1:
        yield ThisProcess()
        return
    processes = Processes(count)
    try:
        yield processes
    finally:
        processes.close()


def _connected(address: str) -> Any:  # noqa: ANN401  a client, which has no types
    try:
        from distributed import Client  # noqa: PLC0415  an extra
    except ImportError as error:
        raise WrongUsage('--dask wants Dask: pip install ".[archive]"') from error
    connect: Callable[..., Any] = Client
    try:
        return connect(address, timeout="20s", set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise Unreadable(
            "{address}: no Dask cluster answers: {why}", address=address, why=str(error)
        ) from error
