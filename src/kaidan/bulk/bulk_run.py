"""``kaidan bulk``: from names to lines, in order, and on from where a killed run stopped."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kaidan import atomic
from kaidan.bulk import parquet
from kaidan.bulk.answers import Answers, Gathered, answers_of, told_of
from kaidan.bulk.batches import told_in_order
from kaidan.bulk.bulk_inputs import Input, Notes, inputs_of
from kaidan.bulk.resumed import HeldLines, behind_told
from kaidan.bulk.sharing import shared_out
from kaidan.bulk.targets import lines_told, packing_of, target
from kaidan.bulk.workers import Processes, ThisProcess, Workers, workers
from kaidan.captures.capture import Capture
from kaidan.errors import WrongUsage

_AT_ONCE = 100_000
"""Bytes of lines that this process gathers before it writes them."""

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


class Summary(Notes):
    """What became of the inputs.

    Attributes:
        counts: documents, and refusals by their code; ``held`` are the lines that stood there already.
    """

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()


def run_bulk(order: Order, progress: Progress = lambda _: None) -> Summary:
    """Tell every input, a line each.

    Raises:
        WrongUsage: the output exists, or tells of other inputs, or an extra is missing.
        Unreadable: the output cannot be written, or the cluster does not answer.
    """
    if order.output.suffix != ".parquet":
        return _tell(order, order.output, progress)
    parquet.require()
    if order.output.is_file() and not order.resume:
        raise WrongUsage("{path}: exists already; --resume goes on with it", path=order.output)
    gathered = _lines_beside(order.output)
    if not order.resume:
        with suppress(OSError):  # what lies in its way is told below
            gathered.unlink(missing_ok=True)
    summary = _tell(order, gathered, progress)
    parquet.write_table(lines_told(gathered), order.output)
    with suppress(OSError):  # the table is whole
        gathered.unlink()
    return summary


def _lines_beside(table: Path) -> Path:
    """Return where the lines of a table are gathered: found again by ``--resume``, however long the table's own name is."""
    name = sha256(os.fsencode(table.name)).hexdigest()[:16]
    return table.with_name(f"{atomic.MINE}bulk-{name}{atomic.TEMPORARY}")


def _tell(order: Order, output: Path, progress: Progress) -> Summary:
    packing_of(output)
    summary = Summary()
    inputs = inputs_of(order.names, order.output, summary)
    if output.is_file() and order.resume:
        held = HeldLines(output)
        inputs = behind_told(inputs, held, summary)
        summary.counts.update({"held": held.count} if held.count else {})
    with (
        target(output, resume=order.resume, asked=order.output) as grown,
        workers(order.workers, order.cluster) as given,
    ):
        for answers in _answers(inputs, given, summary):
            grown.add(answers.lines)
            summary.counts.update(answers.counts)
            progress(answers.counts.total())
    return summary


def _answers(inputs: Iterable[Input], given: Workers, notes: Notes) -> Iterator[Answers]:
    """Yield the lines, read where the workers are: what reads a cluster may not see the files that this process sees."""
    if isinstance(given, Processes):
        return shared_out(inputs, given, notes)
    captures = (capture for one in inputs for capture in one.captures(notes))
    if isinstance(given, ThisProcess):
        return _read_here(captures)
    return map(answers_of, told_in_order(captures, given))


def _read_here(captures: Iterable[Capture]) -> Iterator[Answers]:
    gathered = Gathered()
    for told in told_of(captures):
        gathered.gather(told)
        if gathered.size >= _AT_ONCE:
            yield gathered.answers()
            gathered = Gathered()
    yield gathered.answers()
