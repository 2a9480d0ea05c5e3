"""``kaidan bulk``: from names to lines, in order, and on from where a killed run stopped."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import orjson

from kaidan.bulk import parquet
from kaidan.bulk.answers import captured_at, line_of, printable
from kaidan.bulk.batches import told_in_order
from kaidan.bulk.page_reading import Failure
from kaidan.bulk.targets import lines_told, packing_of, target
from kaidan.bulk.workers import workers
from kaidan.captures.capture import Capture
from kaidan.captures.names import is_archive, paths_of
from kaidan.captures.saved_pages import read_file
from kaidan.captures.web_archives import Passed, read_archive
from kaidan.errors import KaidanError, Unreadable, WrongUsage

Progress = Callable[[int], None]
"""Told how many pages more are done."""


class Order(NamedTuple):
    """What is asked for.

    Attributes:
        names: of files, folders and archives, or patterns of them.
        output: where the lines go.
        workers: how many processes read; None is one a core.
        cluster: the address of a Dask cluster that reads instead.
        resume: go on with what a killed run left.
    """

    names: Iterable[str]
    output: Path
    workers: int | None = None
    cluster: str | None = None
    resume: bool = False


class Summary:
    """What became of the inputs.

    Attributes:
        counts: documents, and refusals by their code; ``held`` are the lines that stood there already.
        passed: records of archives that are no pages.
        problems: what could not be read.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.passed: Passed = Counter()
        self.problems: list[KaidanError] = []


def run_bulk(order: Order, progress: Progress = lambda _: None) -> Summary:
    """Tell every input, a line each.

    Raises:
        WrongUsage: the output exists, or tells of other inputs, or an extra is missing.
        Unreadable: the output cannot be written, or the cluster does not answer.
    """
    if order.output.suffix != ".parquet":
        return _tell(order, order.output, progress)
    parquet.require()
    if order.output.exists() and not order.resume:
        raise WrongUsage("{path}: exists already; --resume goes on with it", path=order.output)
    gathered = order.output.with_name(f".{order.output.name}.part")
    if not order.resume:
        gathered.unlink(missing_ok=True)
    summary = _tell(order, gathered, progress)
    parquet.write_table(lines_told(gathered), order.output)
    gathered.unlink()
    return summary


def _tell(order: Order, output: Path, progress: Progress) -> Summary:
    packing_of(output)
    summary = Summary()
    captures = _all_pages(order, summary)
    if output.is_file() and order.resume:
        _skip_told(captures, output, summary)
    with (
        target(output, resume=order.resume) as grown,
        workers(order.workers, order.cluster) as given,
    ):
        for batch in told_in_order(captures, given):
            grown.add(b"".join(map(line_of, batch)))
            for _, read in batch:
                kind = read.code if isinstance(read, Failure) else "document"
                summary.counts[kind] += 1
            progress(len(batch))
    return summary


def _all_pages(order: Order, summary: Summary) -> Iterator[Capture]:
    """Yield the pages; what cannot be read is noted, and the rest goes on."""
    for name in order.names:
        try:
            for path in paths_of([name]):
                if not _is_same(path, order.output):
                    yield from _captures_of(path, summary)
        except Unreadable as error:
            summary.problems.append(error)


def _captures_of(path: Path, summary: Summary) -> Iterator[Capture]:
    if is_archive(path):
        try:
            yield from read_archive(path, summary.passed)
        except Unreadable as error:
            summary.problems.append(error)
        return
    capture = read_file(path)
    if capture.problem:
        summary.problems.append(Unreadable("{what}", what=capture.problem))
    yield capture


def _is_same(path: Path, output: Path) -> bool:
    return path.name == output.name and output.exists() and path.exists() and path.samefile(output)


def _skip_told(captures: Iterator[Capture], output: Path, summary: Summary) -> None:
    """Pass over the captures that have their lines.

    Raises:
        WrongUsage: a line tells of another.
    """
    for number, told in enumerate(lines_told(output), 1):
        fields = orjson.loads(told)
        capture = next(captures, None)
        expected = capture and (printable(capture.name), capture.url, captured_at(capture))
        if expected != (fields.get("input"), fields.get("url"), fields.get("captured")):
            raise WrongUsage(
                "{path}: line {number} tells of {other}, which is not what comes here",
                path=output,
                number=number,
                other=fields.get("input"),
            )
        summary.counts["held"] += 1
