"""What is not told of changes, as options: --ignore and --ignore-text."""

import re

import click

from kaidan.messages import Message

_IGNORABLE = {
    "additions": "added",
    "removals": "removed",
    "moves": "moved",
    "headings": "heading",
    "body": "body",
    "photos": "photo",
    "links": "link",
    "values": "value",
    "warnings": "warning",
    "width": "width",
    "order": "order",
    "evidence": "evidence",
    "page": "page",
    "address": "source.url",
    "title": "source.title",
    "breadcrumb": "source.breadcrumb",
    "context": "source.context",
    "remainder": "remainder",
}
"""What --ignore takes: kinds of change, in the plural or as JSON has them, ways in which one is quiet, and parts of the page."""


def _ignored(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> frozenset[str]:
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    known = _IGNORABLE | {kind: kind for kind in _IGNORABLE.values()}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise click.BadParameter(
            Message("{name!r} is none of {known}", name=unknown[0], known=", ".join(_IGNORABLE))
        )
    return frozenset(known[name] for name in names)


def _pattern(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> re.Pattern[str] | None:
    """Take an option's values for regular expressions, and return one that matches what any of them does; None without any."""
    for value in values:
        try:
            re.compile(value)
        except re.error as error:
            raise click.BadParameter(
                Message("{value!r} is no regular expression: {why}", value=value, why=error)
            ) from error
    return re.compile("|".join(f"(?:{value})" for value in values)) if values else None


IGNORE = click.option(
    "--ignore",
    multiple=True,
    callback=_ignored,
    metavar="KIND,…",
    help=f"What is not told: {', '.join(_IGNORABLE)}.",
)
IGNORE_TEXT = click.option(
    "--ignore-text",
    "ignored",
    multiple=True,
    callback=_pattern,
    metavar="REGEX",
    help="Words that are taken out of both sides before they are compared: 最終更新.*, a counter.",
)
