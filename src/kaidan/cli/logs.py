"""What a job says while it works: steps for ``-v``, objects for machines, progress on a terminal, all of it on standard error."""

import json
import logging
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Protocol

import click

from kaidan.cli.language import say as in_words
from kaidan.cli.speech import Lines, listen_more, put, tell
from kaidan.controls import on_one_line, show_controls
from kaidan.errors import KaidanError, unforeseen

_log = logging.getLogger(__name__)
_CLEAR = "\r\x1b[K"


class Talk(Protocol):
    """How a command tells what became of it."""

    def __call__(self, line: str, *, aloud: bool = True) -> None:
        """Tell ``line``; one that is not ``aloud`` is for a terminal and for logs only."""


def talk(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options ``-v`` and ``--log-format``, and ``say``, a :class:`Talk` that heeds them.

    Among objects an error is an object too: it is told here, and its status returned.
    """

    @click.option(
        "-v",
        "--verbose",
        is_flag=True,
        callback=listen_more,
        help="Say each step on standard error, and where an error came from.",
    )
    @click.option(
        "--log-format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="json: all that is said, each step included, is an object a line.",
    )
    @wraps(command)
    def talking(*, verbose: bool, log_format: str, **options: Any) -> Any:  # noqa: ANN401  click hands on what the command returns
        machine = log_format == "json"
        _listen(_handler(machine=machine, verbose=verbose))
        try:
            return command(say=_say_object if machine else _say, **options)
        except Exception as error:
            if not machine:
                raise
            known = error if isinstance(error, KaidanError) else unforeseen(error)
            _log.error("%s", known, exc_info=verbose, extra=_outcome(_DECISIONS[known.status]))
            return known.status
        finally:
            _listen(logging.NullHandler())

    return talking


_DECISIONS = {2: "failed", 3: "failed", 4: "refused", 5: "locked"}
"""What became of a job, in the words of ``runs.jsonl``, by the status that it ends with; one that found the lock held has no line."""


def tell_outcome(decision: str, meetings: Sequence[str], counts: Mapping[str, int]) -> None:
    """Have the last object say what became of a job: its decision, the ids of the meetings concerned, and counts."""
    _log.info("outcome: %s", decision, extra=_outcome(decision, meetings, counts))


def _outcome(
    decision: str, meetings: Sequence[str] = (), counts: Mapping[str, int] | None = None
) -> dict[str, object]:
    told = {"decision": decision, "meetings": list(meetings), "counts": dict(counts or {})}
    return {"outcome": told}


def _handler(*, machine: bool, verbose: bool) -> logging.Handler:
    if machine or verbose:
        handler = Lines()
        handler.addFilter(
            lambda record: record.name != "stamina"
        )  # the fetcher says the same with its reason
        handler.setFormatter(
            _Object() if machine else logging.Formatter("%(asctime)s %(levelname)s %(message)s")
        )
        return handler
    return _Progress() if sys.stderr.isatty() else logging.NullHandler()


def _listen(handler: logging.Handler) -> None:
    """Have the root logger speak through ``handler`` alone; the one before is closed."""
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def _say(line: str, *, aloud: bool = True) -> None:
    if aloud or sys.stderr.isatty():
        if sys.stderr.isatty():
            put(_CLEAR)
        tell(f"kaidan: {in_words(line)}")


def _say_object(line: str, *, aloud: bool = True) -> None:
    _log.log(logging.INFO if aloud else logging.DEBUG, "%s", line)


class _Object(logging.Formatter):
    """A record as a JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said: dict[str, object] = {
            "when": when,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": show_controls(record.getMessage()),
        }
        said |= getattr(record, "outcome", {})
        if record.exc_info and record.exc_info[0]:
            said["traceback"] = show_controls(self.formatException(record.exc_info))
        return json.dumps(said, ensure_ascii=False)


class _Progress(logging.Handler):
    """The step under way, on the one line of the terminal that the next one overwrites."""

    def emit(self, record: logging.LogRecord) -> None:
        if hasattr(record, "outcome"):  # said in its own line, or in silence
            return
        columns = shutil.get_terminal_size().columns
        put(_CLEAR + on_one_line(record.getMessage())[: columns - 1])

    def close(self) -> None:
        put(_CLEAR)
        super().close()
