"""Many pages beside the peers that people would take: ``pip install -e ".[archive,bench]"``, then run this file.

Archives of pages are made: chronicles, each with words of its own, or pages in which no word for talks stands. Every reader takes them
record by record, and those that parse each page take a shorter one of the latter. Told are the processor's time a page, here and in the
processes that were started, and pages a second: by the clock, and on cores of their own, where no process waits for another's core.
``--records N`` runs the long one alone: N records, of which one in a hundred is a chronicle, and the memory that this process and its
workers came to take.
"""

import argparse
import gzip
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import trafilatura
from bench_extract import REFERENCE, show, shuffled_page
from bs4 import BeautifulSoup
from distributed import LocalCluster
from fastwarc.warc import ArchiveIterator, WarcRecordType
from psutil import Process

from kaidan.bulk.bulk_run import Order, run_bulk
from kaidan.captures.web_archives import read_archive
from kaidan.parser.unparsed.needles import talks_nouns
from kaidan.pipeline import extract

CHRONICLES = 400
OTHERS = 20_000
OTHERS_PARSED = 500


def other_page(number: int) -> str:
    """Return a page of the same size in which no word for talks stands."""
    page = REFERENCE.read_text(encoding="utf-8")
    for word in talks_nouns():
        page = page.replace(word, "行事")
    return page.replace("主な動き", f"主な動き{number}")


def record(page: str, number: int) -> bytes:
    """Return a response record, compressed on its own."""
    body = page.encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://www.example.jp/{number}.html\r\n"
        "WARC-Date: 2014-10-17T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6)


def bodies(path: Path) -> Iterator[bytes]:
    """Yield the pages by FastWARC's own loop."""
    for one in ArchiveIterator(str(path), record_types=WarcRecordType.response):
        yield one.reader.read()


def soup_titles(pages: list[bytes]) -> list[str]:
    """Parse pages and take their text, as a plain pool would."""
    return [BeautifulSoup(page, "lxml").get_text() for page in pages]


def through_pool(path: Path, workers: int) -> None:
    """Parse all pages in a plain pool of processes."""
    pages = list(bodies(path))
    parts = [pages[at : at + 20] for at in range(0, len(pages), 20)]
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(soup_titles, parts))


class Taken(NamedTuple):
    """Seconds that some work took: of the processor in this process and in all, and of the clock."""

    here: float
    everywhere: float
    passed: float

    def on_own_cores(self, workers: int) -> float:
        """Return the seconds that it takes where each worker has a core, and this process reads what the workers do not."""
        elsewhere = max(0.0, self.everywhere - self.here)  # which the system counts in hundredths
        return self.here + elsewhere / workers


def timed(work: Callable[[], object]) -> Taken:
    """Do some work and say what it took."""
    running = [Process(), *Process().children(recursive=True)]
    before, here, began = sum(map(_used, running)), time.process_time(), time.perf_counter()
    work()
    return Taken(
        time.process_time() - here,
        sum(map(_used, running)) - before,
        time.perf_counter() - began,
    )


def _used(process: Process) -> float:
    """Return the seconds of the processor of a process that runs, and of those that it started and that have ended."""
    return float(sum(process.cpu_times()[:4]))


def compare(path: Path, count: int, out: Path) -> None:
    """Print one line for each way to go through the records."""

    def bulk(workers: int) -> None:
        run_bulk(Order([str(path)], out / f"{path.stem}-{workers}.jsonl", workers))

    readers: dict[str, tuple[int, Callable[[], object]]] = {
        "FastWARC's own loop": (1, lambda: sum(map(len, bodies(path)))),
        "kaidan's reading of the records": (
            1,
            lambda: sum(1 for _ in read_archive(path, Counter())),
        ),
        "kaidan bulk --workers 1": (1, lambda: bulk(1)),
        "kaidan bulk --workers 2": (2, lambda: bulk(2)),
    }
    for name, (workers, reader) in readers.items():
        _show(f"{path.name}: {name}", count, timed(reader), workers)


def compare_parsers(path: Path, count: int) -> None:
    """Print one line for each reader that parses every page."""
    readers: dict[str, tuple[int, Callable[[], object]]] = {
        "kaidan.extract, page by page": (1, lambda: [_extracted(page) for page in bodies(path)]),
        "pool of 2 with BeautifulSoup": (2, lambda: through_pool(path, 2)),
        "trafilatura, page by page": (
            1,
            lambda: [trafilatura.extract(page) for page in bodies(path)],
        ),
    }
    for name, (workers, reader) in readers.items():
        _show(f"{path.name}: {name}", count, timed(reader), workers)


def compare_cluster(path: Path, count: int, out: Path) -> None:
    """Print one line for a Dask cluster, and whether all ways gave the same bytes."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        order = Order(
            [str(path)], out / f"{path.stem}-dask.jsonl", cluster=cluster.scheduler_address
        )
        _show(
            f"{path.name}: kaidan bulk --dask, 2 workers", count, timed(lambda: run_bulk(order)), 2
        )
    one, *others = (file.read_bytes() for file in sorted(out.glob(f"{path.stem}-*.jsonl")))
    show(
        f"{path.name}: the bytes are",
        "the same" if all(one == each for each in others) else "NOT THE SAME",
        "",
    )


def _show(name: str, count: int, taken: Taken, workers: int) -> None:
    show(
        name,
        f"{1000 * taken.everywhere / count:8.3f} ms a page of the processor",
        f"{count / taken.passed:8.0f} pages/s, {count / taken.on_own_cores(workers):8.0f} on cores of their own",
    )


def _extracted(page: bytes) -> bytes | None:
    try:
        return extract(page).to_json(indent=0)
    except Exception:  # noqa: BLE001  a refusal is a result
        return None


def long_run(records: int, folder: Path) -> None:
    """Print what many records take, and the most memory that any of the processes came to."""
    chronicles = [record(shuffled_page(number), number) for number in range(20)]
    others = [record(other_page(number), number) for number in range(99)]
    path = folder / "long.warc.gz"
    with path.open("wb") as file:
        for hundred in range(records // 100):
            file.writelines([chronicles[hundred % 20], *others])
    taken = timed(lambda: run_bulk(Order([str(path)], folder / "long.jsonl", 2)))
    most = [
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    show(
        f"{records:,} records",
        f"{taken.everywhere:8.1f} s of the processor, {taken.here:.1f} of them here",
        f"{records / taken.passed:8.0f} records/s",
    )
    show("most memory, this process and a worker", f"{most[0]:8.0f} MB {most[1]:8.0f} MB")


def main() -> None:
    """Run all of it, or the long run alone."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--records", type=int)
    records = asked.parse_args().records
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if records:
            long_run(records, folder)
            return
        chronicles = archive(folder / "chronicles.warc.gz", CHRONICLES, shuffled_page)
        others = archive(folder / "others.warc.gz", OTHERS, other_page)
        parsed = archive(folder / "others-parsed.warc.gz", OTHERS_PARSED, other_page)
        compare(chronicles, CHRONICLES, folder)
        compare(others, OTHERS, folder)
        compare_parsers(chronicles, CHRONICLES)
        compare_parsers(parsed, OTHERS_PARSED)
        compare_cluster(chronicles, CHRONICLES, folder)
        compare_cluster(others, OTHERS, folder)


def archive(path: Path, count: int, page: Callable[[int], str]) -> Path:
    """Write an archive of pages."""
    with path.open("wb") as file:
        file.writelines(record(page(number), number) for number in range(count))
    return path


if __name__ == "__main__":
    main()
