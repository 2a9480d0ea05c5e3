"""The language of a command: which one it is, and the command's own help in it.

``--lang`` says it, else KAIDAN_LANG, LC_ALL, LC_MESSAGES and LANG, the first of them that is set; English where none names Japanese.
It is looked for before anything else is read, so that ``--help`` and what is wrong with the other options are said in it.
"""

import gettext
import os
import re
from collections.abc import Mapping, Sequence
from copy import copy
from inspect import cleandoc
from itertools import pairwise, takewhile

import click

from kaidan.messages import CATALOGUES, DOMAIN, LANGUAGES, Language, tell

_VARIABLES = ("KAIDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_JAPANESE = re.compile("ja(?![a-z])|japanese", re.IGNORECASE)

_spoken: Language = "en"


def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Return the language that a command is asked for.

    >>> chosen(["page.html", "--lang", "ja"], {"LANG": "en_GB.UTF-8"})
    'ja'
    >>> chosen(["page.html"], {"LC_ALL": "C", "LANG": "ja_JP.UTF-8"})
    'en'
    """
    options = list(takewhile(lambda argument: argument != "--", arguments))
    named = [
        value
        for argument, following in pairwise([*options, ""])
        for value in _named(argument, following)
    ]
    said = named[-1:] or [environ[name] for name in _VARIABLES if environ.get(name)][:1]
    return "ja" if said and _JAPANESE.match(said[0]) else "en"


def _named(argument: str, following: str) -> list[str]:
    if argument == "--lang":
        return [following]
    return [argument.removeprefix("--lang=")] if argument.startswith("--lang=") else []


def speak(language: Language) -> None:
    """Make a language that of this command, and of what click says in it."""
    global _spoken  # noqa: PLW0603  a process runs one command
    _spoken = language
    os.environ["LANGUAGE"] = language  # where gettext looks first
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


def spoken() -> Language:
    """Return the language of this command."""
    return _spoken


def say(what: object) -> str:
    """Say a message, an error or a sentence of the catalogue in the language of this command."""
    return tell(what, _spoken)


def in_own_words(command: click.Command) -> click.Command:
    """Return a command with ``--lang``, and with its help in the language of this command."""
    told = copy(command)
    told.params = [*map(_parameter, command.params), _option()]
    told.help = say(cleandoc(command.help)) if command.help else None
    told.epilog = say(cleandoc(command.epilog)) if command.epilog else None
    if told.help:  # of which click shows as much as fits into a line
        told.short_help = _first_clause(told.help.partition("\n\n")[0])
    return told


def _first_clause(paragraph: str) -> str:
    """Return what a paragraph says first.

    >>> _first_clause("Tell what changed from OLD to NEW, and whose change it was: the source's or the extractor's.")
    'Tell what changed from OLD to NEW, and whose change it was'
    >>> _first_clause("取得します。変わっていなければそう伝えます。")
    '取得します。'
    """
    return re.split(r"(?<=。)|[:;] |\.(?!\S)", paragraph, maxsplit=1)[0]


def _parameter(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    told = copy(parameter)
    told.help = say(cleandoc(parameter.help))
    return told


def _option() -> click.Option:
    """Return ``--lang``, whose value :func:`chosen` has read already."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=say(
            "The language of what is said to people; data stays as it is."
            " [default: KAIDAN_LANG, or the locale]"
        ),
    )
