"""``extract PAGE``: a page becomes one JSON document."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kaidan.cli import run_at_once
from kaidan.cli.export import FORMAT, chosen_format, put, refuse_overwriting, summarize
from kaidan.cli.language import say, spoken
from kaidan.cli.options import ADDRESS, TARGET
from kaidan.cli.speech import tell
from kaidan.errors import Refused
from kaidan.formats import FORMATS, Options, render
from kaidan.messages import Message, warned

if TYPE_CHECKING:
    from kaidan.models import Warning  # noqa: A004  the document's word


def main() -> NoReturn:
    """Run ``extract``."""
    run_at_once(extract, "extract")


_SHAPES = """\b
Pages that are read (kaidan help pages):
  chronicle  日露首脳会談（ペルー・平成20年11月）   a heading a meeting, its text below
  meeting    日露首脳会談 / 平成20年11月25日        a page about one, its date line and text
  table      年月日 | 場所 | 相手                   a row a meeting
"""


@click.command(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_SHAPES)
@click.argument("pages", metavar="PAGE", nargs=-1)
@TARGET
@FORMAT
@click.option("--bom", is_flag=True, help="Start CSV with a byte order mark, for Excel.")
@ADDRESS
@click.option("--strict", is_flag=True, help="Refuse a page that gives a warning.")
@click.option(
    "--indent",
    type=click.IntRange(0, 8),
    default=2,
    show_default=True,
    metavar="N",
    help="Spaces a level; 0 is one line.",
)
@click.version_option(
    package_name="kaidan",
    prog_name="extract",
    message="%(prog)s (kaidan) %(version)s",
    help="Show the version and exit.",
)
def extract(  # noqa: PLR0913  one an option
    pages: tuple[str, ...],
    output: Path | None,
    form: str | None,
    url: str | None,
    indent: int,
    *,
    bom: bool,
    strict: bool,
) -> None:
    """Turn PAGE (a file, - for standard input, or an http(s) URL) into JSON on standard output.

    Exit status: 0 done, 2 wrong usage, 3 could not be read or written, 4 refused (no meeting in it, or a warning under --strict).
    """
    from kaidan.cli.sources import read_page_source  # noqa: PLC0415  --help waits for no models

    page = _only(pages)
    chosen = chosen_format(form, output) or FORMATS["json"]
    refuse_overwriting(output, [page])
    source = read_page_source(page, url)
    document = source.document
    if strict and document.warnings:
        raise _refused(document.warnings).at(page)
    put(render(chosen.name, [source], Options(indent, bom, spoken())), output)
    for warning in document.warnings:
        told = warned(warning.code, warning.message, warning.text, spoken())
        warning_line = Message("warning: {code}: {message}", code=warning.code, message=told)
        tell(f"extract: {say(warning_line)}")
    summarize([source])


def _only(pages: Sequence[str]) -> str:
    """Return the page that is named.

    Raises:
        UsageError: there is none, or more than one.
    """
    if not pages:
        raise click.UsageError("Missing argument 'PAGE'.")
    if len(pages) > 1:
        raise click.UsageError(
            "extract reads one page; kaidan bulk reads many, and kaidan export SOURCE... puts them into one table"
        )
    return pages[0]


def _refused(warnings: Sequence["Warning"]) -> Refused:
    """Make the refusal of a page that gives warnings: the first of them, and how many more there are."""
    first = warnings[0]
    told = Message("{code}: {message}", code=first.code, message=first.message)
    if len(warnings) == 1:
        return Refused(told)
    return Refused("{first} (and {count} more)", first=told, count=len(warnings) - 1)
