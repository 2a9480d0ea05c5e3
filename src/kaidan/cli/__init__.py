"""The commands: the only part of kaidan that prints, and the place where an error becomes one line and an exit status."""

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn
from urllib.parse import urlsplit

import click

from kaidan.cli import signals, speech
from kaidan.cli.language import chosen, in_own_words, say, speak
from kaidan.errors import KaidanError, Unreadable, because, unforeseen
from kaidan.intake import read_file, read_stream
from kaidan.messages import Message

# Looking for plugins, which nobody has, through the metadata of all packages costs 15 ms a run. Where none is wanted pydantic still
# imports the reader of that metadata, and with it those of mails and zip files: 25 ms more.
if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
    _no_plugins = ModuleType("pydantic.plugin._loader")
    vars(_no_plugins).update(get_plugins=tuple)
    sys.modules.setdefault(_no_plugins.__name__, _no_plugins)

_COMMANDS: Mapping[str, str] = {
    "extract": "kaidan.cli.extract:extract",
    "run": "kaidan.cli.job:run",
    "fetch": "kaidan.cli.job:fetch",
    "diff": "kaidan.cli.diff:diff",
    "history": "kaidan.cli.diff:history",
    "report": "kaidan.cli.report:report",
    "plot": "kaidan.cli.report:plot",
    "explain": "kaidan.cli.explaining:explain",
    "export": "kaidan.cli.export:export",
    "cite": "kaidan.cli.cite:cite",
    "bulk": "kaidan.cli.bulk:bulk",
    "replay": "kaidan.cli.replay:replay",
    "dates": "kaidan.cli.look:dates",
    "place": "kaidan.cli.look:place",
    "people": "kaidan.cli.look:people",
    "agreements": "kaidan.cli.agreement_graph:agreements",
    "schema": "kaidan.cli.look:schema",
    "help": "kaidan.cli.guide:show_guide",
}
"""The commands in the order in which they are listed, the main job first, and where each is."""


def command_named(name: str) -> click.Command:
    """Return a command, its help in English; what it says in another language is :func:`kaidan.cli.language.in_own_words`'s."""
    module, attribute = _COMMANDS[name].split(":")
    command: click.Command = getattr(import_module(module), attribute)
    return speech.talkative(command)


class _LazyGroup(click.Group):
    """A group that imports a command when it is named, so that no command waits for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        return in_own_words(command_named(name)) if name in _COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named, or say which one may have been meant."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(_unknown(args[0]), ctx)
        return super().resolve_command(ctx, args)


def _unknown(name: str) -> Message:
    from difflib import get_close_matches  # noqa: PLC0415  only for an error

    near = get_close_matches(name, _COMMANDS, n=1)
    if not near:
        return Message("no command {name}; kaidan --help names all", name=name)
    return Message("no command {name}; did you mean {near}?", name=name, near=near[0])


@click.group(
    cls=_LazyGroup, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(
    package_name="kaidan",
    message="%(prog)s %(version)s",
    help="Show the version and exit.",  # else click says it, in the language of whoever reads this module first
)
def kaidan() -> None:
    """Japanese government pages about summit meetings as data that can be cited.

    The main job is a command of its own: extract page.html > meetings.json. The guide: kaidan help
    """


def main() -> NoReturn:
    """Run ``kaidan``."""
    run(kaidan, "kaidan")


def run(command: click.Command, name: str) -> NoReturn:
    """Run a command to its end. What is left is frozen, or the interpreter would search it for cycles once more as it ends."""
    status = status_of(command, name)
    gc.freeze()
    gc.enable()
    sys.exit(status)


def run_at_once(command: click.Command, name: str) -> NoReturn:
    """Run a command that leaves no thread, no process and no file open, and end as soon as all is said.

    The interpreter would take apart all that was made, object by object: a tenth of the time of a short command. mypy ends so, too.
    """
    os._exit(status_of(command, name))


def status_of(command: click.Command, name: str) -> int:
    """Run a command, and return its exit status: what it returns, or what the error that stopped it stands for.

    Meanwhile no cycles are looked for: what a command makes it needs to its end, so that the search takes up to two fifths of the time
    and finds no memory.
    """
    gc.disable()
    speech.prepare()
    speak(chosen(sys.argv[1:], os.environ))
    with signals.raised():
        return _status(in_own_words(speech.talkative(command)), name)


def _status(command: click.Command, name: str) -> int:
    try:
        status = command.main(prog_name=name, standalone_mode=False) or 0
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.UsageError as error:
        vars(error).update(message=say(error.message))  # the line is made around it
        return _complain(error.ctx.command_path if error.ctx else name, error.format_message(), 2)
    except KaidanError as error:
        return _complain(name, say(error), error.status)
    # The reader has what it wanted, as in `extract … | head -1`; where click sees it first, it exits.
    except (BrokenPipeError, SystemExit):
        _leave_standard_output()
        return 0
    except signals.Asked as asked:
        return _complain(name, say(asked.told()), 128 + asked.number)
    except Exception as error:  # noqa: BLE001  nobody is shown a traceback who did not ask for it
        return _complain(name, say(unforeseen(error)), KaidanError.status)
    return int(status)


def _leave_standard_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def address(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Take an option's value for an http(s) URL, or say that it is none."""
    try:
        parts = urlsplit(value or "")
        fits = value is None or (
            parts.scheme in {"http", "https"} and bool(parts.hostname) and value.isprintable()
        )
    except ValueError:
        fits = False
    if not fits:
        raise click.BadParameter(Message("{value!r} is no http(s) URL", value=value))
    if value and parts.username is not None:  # not quoted: what is said may be kept in a log
        raise click.BadParameter(
            Message("the address holds a user name, which would be kept in what is written")
        )
    return value


def take(name: str) -> bytes:
    """Return what a file holds, or standard input where it is named ``-``.

    Raises:
        Unreadable: it cannot be read, or has no end; the message is the reason alone.
    """
    if name == "-" and sys.stdin is None:
        raise Unreadable("standard input is closed")
    try:
        return read_stream(sys.stdin.buffer) if name == "-" else read_file(Path(name))
    except (OSError, ValueError) as error:
        raise Unreadable(because(error)) from error


def give(data: bytes) -> None:
    """Write to standard output, as it is whatever the locale says.

    Raises:
        Unreadable: it is closed, or full.
        BrokenPipeError: its reader has left.
    """
    if sys.stdout is None:
        raise Unreadable("standard output is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk behind a redirection
        _leave_standard_output()
        raise Unreadable("standard output: {why}", why=because(error)) from error


def _complain(who: str, what: str, status: int) -> int:
    """Tell in one line what stopped a command; return its exit status."""
    speech.tell(f"{who}: {what}")
    speech.tell_traceback()
    return status
