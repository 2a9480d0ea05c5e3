"""``kaidan fetch`` and ``kaidan run``: the page on the disk, and the scheduled job."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaidan.cli import address
from kaidan.cli.language import spoken
from kaidan.cli.logs import Talk, talk, tell_outcome
from kaidan.cli.noise_options import IGNORE, IGNORE_TEXT
from kaidan.cli.options import from_url, to_file, to_folder
from kaidan.messages import Message

if TYPE_CHECKING:
    from kaidan.fetcher import Limits

PAGE = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
"""近年の主な動き, 内閣府 北方対策本部: the chronicle that kaidan was made for."""

_SHOWN = 10
"""Lines of what changed that are said. An upgrade may touch every meeting, and cron sends what is said by mail."""


def _contact(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value and not (value.isascii() and value.isprintable()):
        raise click.BadParameter("it goes into a header, and must be printable ASCII")
    return value


def _polite(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a fetch, handed on as one value."""

    @click.option(
        "--deadline",
        type=click.FloatRange(0, min_open=True),
        default=60.0,
        show_default=True,
        metavar="S",
        help="Seconds that the whole fetch may take, retries included.",
    )
    @click.option(
        "--max-bytes",
        type=click.IntRange(1),
        default=20_000_000,
        show_default=True,
        metavar="N",
        help="The largest page that is taken, decoded.",
    )
    @click.option(
        "--pause",
        type=click.FloatRange(0),
        default=1.0,
        show_default=True,
        metavar="S",
        help="Seconds between two requests to the site.",
    )
    @click.option(
        "--contact",
        envvar="KAIDAN_CONTACT",
        callback=_contact,
        metavar="ADDRESS",
        help="Your address for the people who run the site; it goes into the User-Agent.",
    )
    @wraps(command)
    def with_limits(
        *,
        deadline: float,
        max_bytes: int,
        pause: float,
        contact: str | None,
        **options: Any,  # noqa: ANN401  click's
    ) -> Any:  # noqa: ANN401
        from kaidan.fetcher import Limits  # noqa: PLC0415  httpx takes 120 ms

        return command(
            limits=Limits(
                deadline=deadline, max_bytes=max_bytes, pause=pause, backoff=pause, contact=contact
            ),
            **options,
        )

    return with_limits


@click.command()
@click.argument("url", default=PAGE, callback=address)
@to_file(
    help="Where the page goes, whole or not at all. FILE.http.json beside it remembers its headers."
)
@_polite
@talk
def fetch(url: str, output: Path, limits: "Limits", say: Talk) -> None:
    """Download the page politely, or say that it has not changed.

    URL is the Cabinet Office's chronicle unless given. Exit status: 0 written or unchanged, 2 wrong usage, 3 not fetched or not written.
    """
    from kaidan.job.download import download  # noqa: PLC0415

    say(download(url, output, limits))


@click.command()
@from_url(help="The page.", default=PAGE)
@to_folder(help="The folder where everything is kept.")
@click.option("--accept", is_flag=True, help="Take what the guard would refuse, this once.")
@click.option(
    "--allow-loss",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Let N meetings be gone, with those of the last thirty days.",
)
@click.option("--offline", is_flag=True, help="Read the copy that is held instead of fetching.")
@click.option(
    "--keep",
    type=click.IntRange(1),
    metavar="N",
    help="Keep the N newest pages, and always the last good one. [default: all]",
)
@IGNORE
@IGNORE_TEXT
@click.option("--exit-code", is_flag=True, help="Exit with 1 on a change.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would happen, and write nothing.")
@_polite
@talk
def run(*, exit_code: bool, say: Talk, **order: Any) -> int:  # noqa: ANN401  the options are the fields of Order
    """Fetch, extract, guard, and move the folder forward, or leave all as it was.

    Exit status: 0 done, 1 a change under --exit-code, 2 wrong usage, 3 not fetched, read or written, 4 refused, 5 another run is at work.
    """
    from kaidan.job.run import Order, run  # noqa: PLC0415

    outcome = run(Order(**order, language=spoken()))
    if order["dry"]:
        say(Message("would be {decision}; nothing is written", decision=outcome.decision))
    for line in filter(None, [outcome.recovered, *outcome.lines[:_SHOWN]]):
        say(line)
    if len(outcome.lines) > _SHOWN:
        say(
            Message(
                "… and {count} more, all of them under {folder}",
                count=len(outcome.lines) - _SHOWN,
                folder=f"{order['folder']}/changes/",
            )
        )
    if outcome.decision == "unchanged":
        say(Message("unchanged"), aloud=False)
    tell_outcome(outcome.decision, outcome.meetings, outcome.counts)
    return int(exit_code and outcome.decision != "unchanged")
