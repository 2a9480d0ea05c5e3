"""``kaidan agreements``: which meeting made each agreement, and which later ones recall it."""

import click

from kaidan.cli import give, take
from kaidan.errors import Unreadable


@click.command()
@click.argument("meetings", metavar="MEETINGS.JSON")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "dot", "mermaid"]),
    default="text",
    show_default=True,
)
def agreements(meetings: str, form: str) -> None:
    """Print the graph of agreements of MEETINGS.JSON (- for standard input): which meeting made each, which later ones recall it."""
    from kaidan.lineage import RENDERINGS, trace  # noqa: PLC0415  --help waits for no models
    from kaidan.output import load  # noqa: PLC0415

    try:
        data = take(meetings)
    except Unreadable as error:
        raise error.at(meetings) from error
    give(RENDERINGS[form](trace(load(data, meetings))).encode())
