"""``kaidan replay CAPTURES… --output DIR``: the past of a page."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kaidan.cli.language import say
from kaidan.cli.options import from_url, to_folder
from kaidan.cli.speech import tell
from kaidan.errors import KaidanError, Unreadable
from kaidan.messages import Message, counted, joined

if TYPE_CHECKING:
    from kaidan.replay.gathered import Dated, Gathered


@click.command()
@click.argument("captures", metavar="CAPTURES...", nargs=-1, required=True)
@to_folder(help="The folder where everything is kept, as `kaidan run` keeps it.", default=None)
@from_url(help="The page. [default: the address that most captures have]")
@click.option(
    "--accept",
    multiple=True,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Take the captures of this day (2026-11-01, UTC) whatever the guard says; may be given again.",
)
@click.option("--rebuild", is_flag=True, help="Start anew, with the captures that DIR holds too.")
def replay(
    captures: tuple[str, ...],
    folder: Path,
    url: str | None,
    accept: tuple[datetime, ...],
    *,
    rebuild: bool,
) -> int:
    """Build the folder that `kaidan run` would have kept, had it run on the day of each capture.

    CAPTURES are WARC and WACZ files, saved pages with their time in their names or sidecars, and folders of them.
    Exit status: 0 every capture is told, 2 wrong usage, 3 not read or written, 4 older than what DIR holds, 5 a run is at work there.
    """
    from kaidan.cli.job import PAGE  # noqa: PLC0415  --help waits for nothing
    from kaidan.replay.gathered import gather  # noqa: PLC0415
    from kaidan.replay.story import Order, replay  # noqa: PLC0415

    gathered = gather(captures, url)
    if not gathered.captures:
        _complain(gathered)
        raise Unreadable("no capture of a page with its time was found")
    days: frozenset[date] = frozenset(when.date() for when in accept)
    page = url or gathered.url or PAGE
    decided = replay(Order(gathered.captures, page, folder, days, rebuild), _refused)
    _complain(gathered)
    tell(f"kaidan: {say(_summed_up(decided, gathered))}")
    return 3 if gathered.problems else 0


def _refused(capture: "Dated", error: KaidanError) -> None:
    tell(f"kaidan: {capture.when:%Y-%m-%d %H:%M:%S}: {say(error)}")


def _complain(gathered: "Gathered") -> None:
    for problem in gathered.problems:
        tell(f"kaidan: {say(problem)}")


def _summed_up(decided: Counter[str], gathered: "Gathered") -> Message:
    said = [
        counted(sum(decided.values()), "{count:,} capture", "{count:,} captures"),
        Message(
            "{first} to {last}",
            first=f"{gathered.captures[0].when:%Y-%m-%d}",
            last=f"{gathered.captures[-1].when:%Y-%m-%d}",
        ),
        Message("{count:,} changed", count=decided["first"] + decided["changed"]),
        Message("{count:,} unchanged", count=decided["unchanged"]),
        Message("{count:,} refused", count=decided["refused"] + decided["failed"]),
    ]
    if decided["held"]:
        said.append(Message("{count:,} held before", count=decided["held"]))
    if gathered.passed:
        said.append(Message("{count:,} passed over", count=sum(gathered.passed.values())))
    return joined(", ", said)
