"""``extract PAGE``: a page becomes one JSON document."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from kaidan.cli import address, give, run, take
from kaidan.errors import KaidanError, Refused, Unreadable

if TYPE_CHECKING:
    from kaidan.models import Document


def main() -> NoReturn:
    """Run ``extract``."""
    run(extract, "extract")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("page")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write here, whole or not at all, instead of standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "csv"]),
    default="json",
    show_default=True,
)
@click.option("--url", callback=address, help="Where a saved page came from; resolves its links.")
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
    package_name="kaidan", prog_name="extract", message="%(prog)s (kaidan) %(version)s"
)
def extract(  # noqa: PLR0913  one an option
    page: str, output: Path | None, form: str, url: str | None, indent: int, *, strict: bool
) -> None:
    """Turn PAGE (a file, - for standard input, or an http(s) URL) into JSON on standard output.

    Exit status: 0 done, 2 wrong usage, 3 could not be read or written, 4 refused (no meeting in it, or a warning under --strict).
    """
    from kaidan import output as forms  # noqa: PLC0415  --help waits for no models

    document = _document(page, url)
    if strict and document.warnings:
        first = document.warnings[0]
        more = f" (and {len(document.warnings) - 1} more)" if len(document.warnings) > 1 else ""
        raise Refused(f"{page}: {first.code}: {first.message}{more}")
    data = {
        "json": lambda: forms.to_json(document, indent),
        "jsonl": lambda: forms.to_jsonl(document),
        "csv": lambda: forms.to_csv(document),
    }[form]()
    if output:
        forms.write(output, data)
    else:
        give(data)
    for warning in document.warnings:
        click.echo(f"extract: warning: {warning.code}: {warning.message}", err=True)


def _document(page: str, url: str | None) -> "Document":
    from kaidan.pipeline import extract  # noqa: PLC0415

    try:
        if re.match("https?://", page, re.IGNORECASE):
            from kaidan.fetcher import fetch  # noqa: PLC0415  httpx takes 120 ms, for pages from the network alone

            fetched = fetch(page)
            return extract(
                fetched.body,
                url=url or fetched.url,
                content_type=fetched.headers.get("content-type"),
            )
        if not page or "://" in page:
            raise Unreadable("neither a file nor an http(s) URL")
        return extract(take(page), url=url)
    except KaidanError as error:
        raise type(error)(f"{page}: {error}") from error
