"""``kaidan cite SOURCE [ID]``: a citation of a page, or of one meeting in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaidan.cli.export import put, refuse_overwriting
from kaidan.cli.language import spoken
from kaidan.cli.options import ADDRESS, TARGET
from kaidan.errors import WrongUsage
from kaidan.messages import Message

if TYPE_CHECKING:
    from kaidan.citing import Work
    from kaidan.sourced import SourcedDocument


@click.command()
@click.argument("source")
@click.argument("meeting", metavar="[ID]", required=False)
@click.option(
    "--style",
    type=click.Choice(["text", "bibtex", "ris", "csl"]),
    default="text",
    show_default=True,
    help="A line of a list of references (in Japanese by SIST 02), or an entry for BibTeX, RIS or CSL-JSON.",
)
@ADDRESS
@TARGET
def cite(
    source: str, meeting: str | None, style: str, url: str | None, output: Path | None
) -> None:
    """Cite the page of SOURCE, or the meeting ID in it: address, day of retrieval in Japan where it is known, and SHA-256.

    SOURCE is a page, a meetings.json, bulk's JSON Lines, the folder that `kaidan run` keeps, or - for standard input.

    Exit status: 0 done, 2 wrong usage or no such meeting, 3 could not be read or written, 4 a page holds no meeting.
    """
    from kaidan import citing  # noqa: PLC0415  --help waits for no models
    from kaidan.cli.sources import read_sources  # noqa: PLC0415

    refuse_overwriting(output, [source])
    sources = read_sources([source], url)
    works = [_found(sources, meeting)] if meeting else [citing.cited_page(each) for each in sources]
    put(citing.cite(works, style, spoken()).encode(), output)


def _found(sources: Sequence["SourcedDocument"], named: str) -> "Work":
    from kaidan.citing import cited_meeting  # noqa: PLC0415

    for source in sources:
        for meeting in source.document.meetings:
            if meeting.id == named:
                return cited_meeting(source, meeting)
    raise WrongUsage(unknown_id(sources, named))


def unknown_id(sources: Sequence["SourcedDocument"], named: str) -> Message:
    """Say that no meeting has an id, and which ones come near."""
    from difflib import get_close_matches  # noqa: PLC0415  only for an error

    ids = [meeting.id for source in sources for meeting in source.document.meetings]
    near = get_close_matches(named, ids, n=3, cutoff=0.5)
    if not near:
        return Message("no meeting has the id {id}", id=named)
    return Message("no meeting has the id {id}; near to it: {near}", id=named, near=", ".join(near))
