"""``kaidan agreements``: which meeting made each agreement, and which later ones recall it."""

from pathlib import Path

import click

from kaidan.cli.export import put, refuse_overwriting
from kaidan.cli.options import TARGET


@click.command()
@click.argument("meetings", metavar="MEETINGS.JSON")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "dot", "mermaid"]),
    default="text",
    show_default=True,
)
@TARGET
def agreements(meetings: str, form: str, output: Path | None) -> None:
    """Print the graph of agreements of MEETINGS.JSON (- for standard input): which meeting made each, which later ones recall it."""
    from kaidan.cli.sources import read_sources  # noqa: PLC0415  --help waits for no models
    from kaidan.lineage import RENDERINGS, trace  # noqa: PLC0415

    refuse_overwriting(output, [meetings])
    lines = [line for source in read_sources([meetings]) for line in trace(source.document)]
    put(RENDERINGS[form](lines).encode(), output)
