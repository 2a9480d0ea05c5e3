"""``kaidan diff OLD NEW`` and ``kaidan history``: what changed, and when."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaidan.cli import give
from kaidan.cli.export import put, refuse_overwriting
from kaidan.cli.language import say, spoken
from kaidan.cli.noise_options import IGNORE, IGNORE_TEXT
from kaidan.cli.options import from_url, to_folder
from kaidan.controls import on_one_line
from kaidan.messages import Message

if TYPE_CHECKING:
    from kaidan.differ import Changes
    from kaidan.job.log_entry import Entry

_OUTPUT = to_folder(
    help="The folder that `kaidan run` keeps: where @DATE is looked up, and the page that OLD was read from.",
)


_MOMENT = re.compile(r"@(?:latest|\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d(?::\d\dZ?)?)?)?)?)?)")


def _side(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if value.startswith("@") and not _MOMENT.fullmatch(value):
        raise click.BadParameter(
            Message("{value!r} is neither @latest nor a day like @2026-11-01", value=value)
        )
    return value


def _schema(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001  click's
    if value:
        import json  # noqa: PLC0415

        from kaidan.differ import schema  # noqa: PLC0415

        click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
        ctx.exit()


@click.command()
@click.argument("old", callback=_side)
@click.argument("new", callback=_side)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "html"]),
    default="text",
    show_default=True,
)
@click.option("--summary", is_flag=True, help="One line a change, instead of --format.")
@click.option(
    "--only",
    type=click.Choice(["source", "extractor"]),
    help="Whose changes are told; both unless given.",
)
@IGNORE
@IGNORE_TEXT
@click.option("--meeting", metavar="ID", help="Tell the changes of this meeting alone.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 on differences too.")
@from_url(help="Where saved pages came from; resolves their links.")
@click.option(
    "--old-page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The saved page that OLD, a meetings.json, was read from: tells apart exactly whose a change is.",
)
@_OUTPUT
@click.option(
    "-o",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write here, whole or not at all, instead of standard output.",
)
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_schema,
    help="Show the JSON Schema of --format json.",
)
def diff(old: str, new: str, *, form: str, summary: bool, exit_zero: bool, **options: Any) -> int:  # noqa: ANN401  click's
    """Tell what changed from OLD to NEW, and whose change it was: the source's or the extractor's.

    Each side is a meetings.json, a saved page, which is extracted first, or @ and a day: what stood then in the output folder
    (@2026-11-01, @latest). One of them may be - for standard input.

    Exit status: 0 no difference, 1 differences, 2 wrong usage, 3 a side could not be read, 4 a page holds no meeting.
    """
    from kaidan import differ  # noqa: PLC0415  --help waits for no models
    from kaidan.cli.diff_sides import read_sides  # noqa: PLC0415

    refuse_overwriting(options["target"], (old, new))
    if old == new == "-":
        raise click.UsageError("standard input can be one side only")
    sides = read_sides((old, new), options["folder"], options["url"], options["old_page"])
    ids = {meeting.id for document in (sides.old, sides.new) for meeting in document.meetings}
    if options["meeting"] and options["meeting"] not in ids:
        raise click.BadParameter(
            Message("no meeting {id} on either side", id=options["meeting"]),
            param_hint="'--meeting'",
        )
    found = differ.diff(sides.old, sides.new, replayed=sides.replayed, ignored=options["ignored"])
    told = found.filtered(
        only=options["only"], ignore=options["ignore"], meeting=options["meeting"]
    )
    shown = _rendered(told, "summary" if summary else form, to_file=bool(options["target"]))
    put(shown.encode(), options["target"])
    return int(bool(told) and not exit_zero)


def _rendered(changes: "Changes", form: str, *, to_file: bool) -> str:
    from kaidan import differ  # noqa: PLC0415

    if form == "text":
        color = not to_file and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return differ.to_text(changes, color=color, language=spoken())
    if form == "summary":
        return "".join(f"{say(line)}\n" for line in differ.summary(changes))
    if form == "json":
        return differ.to_json(changes)
    if form == "html":
        return differ.to_html(changes, language=spoken())
    return differ.to_markdown(changes, spoken())


@click.command()
@click.argument("folder", default="output", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="List every run: those that changed nothing, failed or were refused too.",
)
def history(folder: Path, *, every: bool) -> None:
    """List the runs in FOLDER (output unless given) that changed something, the last first.

    Any two can be compared by their days: kaidan diff @2026-11-01 @latest. Exit status: 0 done, 3 FOLDER keeps no log of runs.
    """
    from kaidan.job.history import every_run  # noqa: PLC0415

    told = [run for run in every_run(folder) if every or run.decision in {"first", "changed"}]
    give("".join(f"{run.when}  {_run_line(run)}\n" for run in reversed(told)).encode())


def _run_line(run: "Entry") -> str:
    if not run.accepted:
        return on_one_line(f"{run.decision}: {run.why}")
    by = [
        f"{run.counts[name]} {name}"
        for name in ("by source", "by extractor")
        if run.counts.get(name)
    ]
    return on_one_line(
        f"{run.decision}: " + (", ".join(by) or f"{run.counts.get('meetings', 0)} meetings")
    )
