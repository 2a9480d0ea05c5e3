"""What is said on standard error: a line at a time, which never stops the work, and more where ``-v`` asks for it."""

import logging
import os
import sys
import traceback

import click

from kaidan.controls import on_one_line, show_controls

_log = logging.getLogger("kaidan")


def prepare() -> None:
    """Prepare to speak: whoever closed standard error hears nothing, and the work goes on."""
    logging.raiseExceptions = False
    _log.setLevel(logging.NOTSET)
    _take_standard_numbers()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  open to the end


def _take_standard_numbers() -> None:
    """Give away the numbers of standard streams that are closed: the next file that is opened would have them, and be written into."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


def tell(line: str) -> None:
    """Say a line, as one line, whatever is in it."""
    put(f"{on_one_line(line)}\n")


def put(text: str) -> None:
    """Write to standard error; where it takes no more, nothing is said from then on."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        silence()


def silence() -> None:
    """Let all that is still said go nowhere: what is left in the buffer would fail again at the end, and change the status."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    except (OSError, ValueError):
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  open to the end


def tell_traceback() -> None:
    """Say where the error came from that is being handled, if ``-v`` asked for more."""
    if verbose():
        put(show_controls(traceback.format_exc()))


def verbose() -> bool:
    """Whether ``-v`` was given."""
    return _log.level == logging.DEBUG


def listen_more(_ctx: click.Context, _param: click.Parameter, value: bool) -> bool:  # noqa: FBT001  click's
    """Take ``-v``: from here on errors are told with where they came from."""
    if value:
        _log.setLevel(logging.DEBUG)
    return value


class Lines(logging.Handler):
    """Each record as a line of standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say a record."""
        put(f"{show_controls(self.format(record))}\n")


def _say_steps(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001  click's
    listen_more(ctx, param, value)
    if value:
        handler = Lines()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def talkative(command: click.Command) -> click.Command:
    """Give a command ``-v`` if it has none of its own."""
    if not any("-v" in parameter.opts for parameter in command.params):
        command.params.append(
            click.Option(
                ["-v", "--verbose"],
                is_flag=True,
                expose_value=False,
                callback=_say_steps,
                help="Say each step on standard error, and where an error came from.",
            )
        )
    return command
