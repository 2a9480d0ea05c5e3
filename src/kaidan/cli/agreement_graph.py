"""``kaidan agreements``: which meeting made each agreement, and which later ones recall it."""

from pathlib import Path

import click

from kaidan.cli.export import put, refuse_overwriting
from kaidan.cli.options import TARGET


@click.command()
@click.argument("source")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "dot", "mermaid"]),
    default="text",
    show_default=True,
)
@TARGET
def agreements(source: str, form: str, output: Path | None) -> None:
    """Print the graph of the agreements in SOURCE: which meeting made each, which later ones recall it.

    SOURCE is a page, a meetings.json, bulk's JSON Lines, the folder that `kaidan run` keeps, or - for standard input.
    """
    from kaidan.cli.sources import read_sources  # noqa: PLC0415  --help waits for no models
    from kaidan.lineage import RENDERINGS, trace  # noqa: PLC0415

    refuse_overwriting(output, [source])
    lines = [line for read in read_sources([source]) for line in trace(read.document)]
    put(RENDERINGS[form](lines).encode(), output)
