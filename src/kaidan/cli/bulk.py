"""``kaidan bulk INPUT… -o OUT``: many pages at once."""

import gc
import os
import sys
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaidan.cli.language import say
from kaidan.cli.options import to_file
from kaidan.cli.speech import tell
from kaidan.errors import Unreadable
from kaidan.messages import Message, counted, joined

if TYPE_CHECKING:
    from kaidan.bulk.bulk_run import Summary

_LONGEST_NAME = 1 << 20
"""Bytes of a line on standard input: no system has names of that length, and what has no end has no line either."""


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@to_file(help="JSON Lines (.gz, .zst: compressed), or a table with the ending .parquet.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Processes that read pages. [default: one a core]",
)
@click.option(
    "--dask", "cluster", metavar="ADDRESS", help="Read on this Dask cluster instead of here."
)
@click.option("--resume", is_flag=True, help="Go on with what a run that was stopped has written.")
def bulk(
    inputs: tuple[str, ...], output: Path, workers: int | None, cluster: str | None, *, resume: bool
) -> int:
    """Turn many pages into data, a line each, in order: the document, or why there is none.

    INPUT is a file, a folder, a pattern, a WARC or WACZ file, or - for a list of such names on standard input.
    Exit status: 0 every input is told, 2 wrong usage, 3 an input could not be read or the output not written.
    """
    from kaidan.bulk.bulk_run import Order, run_bulk  # noqa: PLC0415  --help waits for no models

    gc.enable()  # this command makes more than it needs to its end
    order = Order(_names(inputs), output, workers, cluster, resume)
    with _bar() as bar:
        summary = run_bulk(order, bar.update)
    for problem in summary.problems:
        tell(f"kaidan: {say(problem)}")
    tell(f"kaidan: {say(_summed_up(summary))}")
    return 3 if summary.problems else 0


def _names(inputs: tuple[str, ...]) -> Iterator[str]:
    """Yield the names, and those that standard input lists in the place of -."""
    for name in inputs:
        if name == "-":
            yield from _listed()
        else:
            yield name


def _listed() -> Iterator[str]:
    """Yield the names on standard input, a line each, whatever their bytes are."""
    if sys.stdin is None:
        raise Unreadable("standard input is closed")
    while line := sys.stdin.buffer.readline(_LONGEST_NAME):
        if len(line) == _LONGEST_NAME:
            raise Unreadable("a name larger than {most} MiB", most=_LONGEST_NAME >> 20).at("-")
        if name := line.rstrip(b"\r\n"):
            yield os.fsdecode(name)


def _bar() -> "click._termui_impl.ProgressBar[None]":
    """Return a bar that is seen where standard error is a terminal, and only there."""
    hidden = sys.stderr is None or not sys.stderr.isatty()
    return click.progressbar(
        repeat(None), label=say(Message("pages")), show_pos=True, file=sys.stderr, hidden=hidden
    )


def _summed_up(summary: "Summary") -> Message:
    counts, passed = summary.counts, summary.passed
    refused = sum(counts.values()) - counts["document"] - counts["held"]
    said = [
        counted(sum(counts.values()), "{count:,} page", "{count:,} pages"),
        Message("{count:,} with meetings", count=counts["document"]),
        Message("{count:,} without", count=refused),
    ]
    if counts["held"]:
        said.append(Message("{count:,} told before", count=counts["held"]))
    if passed:
        said.append(
            Message(
                "passed over: {statuses:,} of other status, {types:,} of other type, {records:,} other records",
                statuses=passed["other statuses"],
                types=passed["other types"],
                records=passed["other records"],
            )
        )
    return joined(", ", said)
