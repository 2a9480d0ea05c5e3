"""``kaidan report`` and ``kaidan plot``: something to look at."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaidan.cli.export import put, refuse_overwriting
from kaidan.cli.language import say, spoken
from kaidan.cli.options import ADDRESS, SOURCES, to_file
from kaidan.cli.speech import tell
from kaidan.errors import Refused
from kaidan.messages import Message

if TYPE_CHECKING:
    from kaidan.report.pictures import Kind


@click.command()
@SOURCES
@to_file(help="The HTML file, written whole or not at all.")
@ADDRESS
def report(sources: tuple[str, ...], output: Path, url: str | None) -> None:
    """Make one self-contained page to look at: timeline, map, agreements, and each meeting's text with its values marked.

    SOURCE is a page, a meetings.json, several of them, bulk's JSON Lines, or the folder that run keeps. The page loads nothing
    from anywhere and is readable without JavaScript.

    Exit status: 0 done, 2 wrong usage, 3 could not be read or written, 4 a page holds no meeting.
    """
    from kaidan.cli.sources import read_sources  # noqa: PLC0415  --help waits for no models
    from kaidan.report import compose, pictures  # noqa: PLC0415
    from kaidan.report.past import past_of  # noqa: PLC0415

    refuse_overwriting(output, sources)
    read = read_sources(sources, url)
    folder = read[0].folder if len(read) == 1 else None
    put(compose.report(read, spoken(), past_of(folder) if folder else None).encode(), output)
    if not pictures.is_drawable():
        without = Message(
            "This report was made without pictures: pip install '.[report]' adds them."
        )
        tell(f"kaidan report: {say(without)}")


@click.command()
@SOURCES
@to_file(help="The picture, an SVG or a PNG by its ending.")
@click.option(
    "--kind",
    type=click.Choice(["timeline", "map", "agreements"]),
    default="timeline",
    show_default=True,
)
@ADDRESS
def plot(sources: tuple[str, ...], output: Path, kind: "Kind", url: str | None) -> None:
    """Draw the meetings of SOURCE: when they were, where they were, or the agreements that they made and recall.

    SOURCE is what it is in `kaidan report`: a page, a meetings.json, several of them, bulk's JSON Lines, or the folder that run keeps.

    Exit status: 0 done, 2 wrong usage or the extra is missing, 3 could not be read or written, 4 there is nothing to draw.
    """
    from kaidan.cli.sources import read_sources  # noqa: PLC0415  --help waits for no models
    from kaidan.report.pictures import draw_png, draw_svg, require_extra  # noqa: PLC0415

    ending = output.suffix.lower()
    if ending not in {".svg", ".png"}:
        raise click.BadParameter(
            Message("{name} ends neither in .svg nor in .png", name=output.name),
            param_hint="'--output'",
        )
    require_extra()
    refuse_overwriting(output, sources)
    documents = [source.document for source in read_sources(sources, url)]
    if ending == ".png":
        picture = draw_png(kind, documents, spoken())
    else:
        svg = draw_svg(kind, documents, spoken())
        picture = svg.encode() if svg else None
    if picture is None:
        raise Refused("there is nothing to draw: no meeting has what a {kind} shows", kind=kind)
    put(picture, output)
