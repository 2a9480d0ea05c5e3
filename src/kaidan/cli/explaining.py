"""``kaidan explain SOURCE [ID]``: a meeting's text with what was read from it marked, and each value beside its words."""

import os
import sys
from pathlib import Path

import click

from kaidan.cli.cite import unknown_id
from kaidan.cli.export import put, refuse_overwriting
from kaidan.cli.language import spoken
from kaidan.cli.options import ADDRESS, TARGET
from kaidan.errors import WrongUsage


@click.command()
@click.argument("source")
@click.argument("meeting", metavar="[ID]", required=False)
@ADDRESS
@TARGET
def explain(source: str, meeting: str | None, url: str | None, output: Path | None) -> None:
    """Show the text of SOURCE, or of the meeting ID in it, with what was read from it marked, and what each value rests on.

    SOURCE is a page, a meetings.json, bulk's JSON Lines, the folder that `kaidan run` keeps, or - for standard input. On a terminal
    the words are underlined and coloured (not with NO_COLOR set), else they stand in brackets. Why a page was refused is the one
    line that is said instead.

    Exit status: 0 done, 2 wrong usage or no such meeting, 3 could not be read or written, 4 the page holds no meeting.
    """
    from kaidan.cli.sources import read_sources  # noqa: PLC0415  --help waits for no models
    from kaidan.report.explain import explain as explained  # noqa: PLC0415

    refuse_overwriting(output, [source])
    sources = read_sources([source], url)
    color = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    told = [
        (each.document, [m for m in each.document.meetings if meeting in (None, m.id)])
        for each in sources
    ]
    if not any(meetings for _, meetings in told):
        raise WrongUsage(unknown_id(sources, str(meeting)))
    parts = [
        explained(document, meetings, spoken(), color=color)
        for document, meetings in told
        if meetings
    ]
    put("\n".join(parts).encode(), output)
