"""``kaidan agreements``: which meeting made each agreement, and which later ones recall it."""

import sys
from pathlib import Path

import click

from kaidan.errors import Unreadable


@click.command()
@click.argument("meetings", metavar="MEETINGS.JSON")
@click.option("--format", "form", type=click.Choice(["text", "json", "dot", "mermaid"]), default="text", show_default=True)
def agreements(meetings: str, form: str) -> None:
    """Print the graph of agreements of MEETINGS.JSON (- for standard input): which meeting made each, which later ones recall it."""
    from kaidan.lineage import RENDERINGS, trace  # noqa: PLC0415  --help waits for no models
    from kaidan.output import load  # noqa: PLC0415

    text = RENDERINGS[form](trace(load(_read(meetings), meetings)))
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _read(meetings: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if meetings == "-" else Path(meetings).read_bytes()
    except (OSError, ValueError) as error:
        raise Unreadable(f"{meetings}: {getattr(error, 'strerror', None) or error}") from error
