"""``kaidan export SOURCE -o FILE``: the document in another format."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaidan.cli import give
from kaidan.cli.language import say, spoken
from kaidan.cli.options import ADDRESS, TARGET
from kaidan.cli.speech import tell
from kaidan.formats import FORMATS, Format, Options, format_of, render
from kaidan.job import kept
from kaidan.messages import Message, counted, joined
from kaidan.saved import SIDECAR

if TYPE_CHECKING:
    from kaidan.sourced import SourcedDocument

FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="What is written; the ending of -o FILE says it unless given.",
)


def chosen_format(form: str | None, output: Path | None) -> Format | None:
    """Return the format that is asked for by its name, else by the ending of the file; None where neither says it.

    Raises:
        UsageError: it is a binary one, and there is no file to hold it.
    """
    chosen = FORMATS[form] if form else output and format_of(output)
    if chosen and chosen.binary and not output:
        raise click.UsageError(
            Message("{format} is a binary format: name its file with -o", format=chosen.name)
        )
    return chosen or None


_KEPT = ("", SIDECAR, *(f"/{name}" for name in kept.FILES))


def refuse_overwriting(output: Path | None, sources: Sequence[str]) -> None:
    """See to it that no input is written over, nor what is kept of it beside it or, of runs, in its folder.

    Raises:
        UsageError: the output is one of these, under whatever name.
    """
    for source in (f"{source}{ending}" for source in sources for ending in _KEPT):
        if output and _is_same_file(output, source):
            raise click.UsageError(
                Message(
                    "-o {output}: the same file as {source}, which would be lost",
                    output=output,
                    source=source,
                )
            )


def _is_same_file(output: Path, source: str) -> bool:
    """Tell whether two names are one file's; a name that can be none's is not."""
    try:
        return output.is_file() and output.samefile(source)
    except (OSError, ValueError):
        return False


def put(data: bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    from kaidan.atomic import write  # noqa: PLC0415  only where a file is written

    if output:
        write(output, data)
    else:
        give(data)


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@TARGET
@FORMAT
@ADDRESS
@click.option(
    "--bom/--no-bom",
    default=True,
    show_default=True,
    help="Start CSV with a byte order mark, without which Excel shows no Japanese.",
)
@click.option(
    "--describe",
    is_flag=True,
    help="Write what the columns of csv, xlsx and sqlite mean, as a Frictionless data package, instead of data.",
)
def export(  # noqa: PLR0913  one an option
    sources: tuple[str, ...],
    output: Path | None,
    form: str | None,
    url: str | None,
    *,
    bom: bool,
    describe: bool,
) -> None:
    """Write SOURCE in the format that FILE's ending names.

    SOURCE is a page, a meetings.json, several of them, bulk's JSON Lines, the folder that `kaidan run` keeps, or - for standard input.
    Exit status: 0 done, 2 wrong usage, 3 could not be read or written, 4 a page holds no meeting.
    """
    if describe:
        _describe(sources, output)
        return
    if not sources:
        raise click.UsageError("Missing argument 'SOURCE...'.")
    chosen = chosen_format(form, output)
    if chosen is None:
        raise click.UsageError(_unknown(output))
    refuse_overwriting(output, sources)
    from kaidan.cli.sources import read_sources  # noqa: PLC0415  --help waits for no models

    told = read_sources(sources, url)
    put(render(chosen.name, told, Options(byte_order_mark=bom, language=spoken())), output)
    if output:
        summarize(told)


def _describe(sources: Sequence[str], output: Path | None) -> None:
    from kaidan.formats.description import describe  # noqa: PLC0415  --help waits for no models

    if sources:
        raise click.UsageError("--describe takes no SOURCE: it says what every export means")
    put(describe(), output)


def _unknown(output: Path | None) -> Message:
    names = ", ".join(FORMATS)
    if output is None:
        return Message("name a format, or a file with -o; there are {names}", names=names)
    return Message(
        "{output}: no format has this ending; there are {names}", output=output, names=names
    )


def summarize(sources: Sequence["SourcedDocument"]) -> None:
    """Sum up in one line what was written, where standard error is a terminal and only there."""
    if sys.stderr is None or not sys.stderr.isatty():
        return
    meetings = [meeting for source in sources for meeting in source.document.meetings]
    months = sorted(str(meeting.date.start)[:7] for meeting in meetings if meeting.date.start)
    warnings = sum(len(source.document.warnings) for source in sources)
    said = [counted(len(meetings), "{count} meeting", "{count} meetings")]
    if months:
        said.append(Message("{first} to {last}", first=months[0], last=months[-1]))
    if warnings:
        said.append(counted(warnings, "{count} warning", "{count} warnings"))
    else:
        said.append(Message("no warnings"))
    tell(say(joined(", ", said)))
