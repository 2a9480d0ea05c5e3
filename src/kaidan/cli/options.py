"""Options that several commands have in common."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kaidan.cli import address

Option = Callable[[Any], Any]
"""A decorator of a command."""


def to_file(*, help: str, required: bool = True) -> Option:  # noqa: A002  as click names it
    """Return ``-o FILE``, handed on as ``output``; what the file is for stands in ``help``."""
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.option("-o", "--output", required=required, type=kind, metavar="FILE", help=help)


def to_folder(*, help: str, default: str | None = "output") -> Option:  # noqa: A002  likewise
    """Return ``--output DIR``, handed on as ``folder``; without a default it has to be given."""
    return click.option(
        "--output",
        "folder",
        default=default,
        required=default is None,
        show_default=default is not None,
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=help,
    )


def from_url(*, help: str, default: str | None = None) -> Option:  # noqa: A002  likewise
    """Return ``--url URL``, handed on as ``url``."""
    return click.option(
        "--url",
        default=default,
        show_default=default is not None,
        callback=address,
        metavar="URL",
        help=help,
    )


TARGET = to_file(
    help="Write here, whole or not at all, instead of standard output.", required=False
)
SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
ADDRESS = from_url(help="Where a saved page came from; resolves its links.")
