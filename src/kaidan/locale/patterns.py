"""What has to be translated: the English patterns in the code, click's own, the commands' help, and the codes of warnings.

A pattern is the first argument of :class:`kaidan.messages.Message`, of ``counted`` (both forms), of an error, or of a line of a log.
"""

import ast
import errno
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

import click

from kaidan.messages import WARNED

PACKAGE = Path(__file__).parents[1]

_SAID: Mapping[str, Sequence[int]] = {
    "Message": (0,),
    "counted": (1, 2),
    "say": (0,),
    "KaidanError": (0,),
    "type": (0,),  # type(error)("…"): the same error with more to say
    "UsageError": (0,),
    "BadParameter": (0,),
    "Counted": (3, 4),  # the guard's rules: what is said, and what --accept would do
    "Seen": (3,),
    "debug": (0,),
    "info": (0,),
    "warning": (0,),
    "error": (0,),
    "exception": (0,),
}
"""Which arguments of a call are patterns, by the name of what is called."""

_TEMPLATE = re.compile(r"""\b_\((["'])(.*?)\1""")

_CLICK: Mapping[str, Sequence[int]] = {"_": (0,), "ngettext": (0, 1)}

_REASONS = (
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.ENOSPC,
    errno.EROFS,
    errno.EIO,
    errno.ENAMETOOLONG,
    errno.ECONNREFUSED,
    errno.ECONNRESET,
    errno.EHOSTUNREACH,
    errno.ENETUNREACH,
    errno.ETIMEDOUT,
)
"""What operating systems most often say."""


class Pattern(NamedTuple):
    """A sentence to translate.

    Attributes:
        text: the English pattern, or the code of a warning.
        plural: its other form, where click asks for one.
        context: ``warning`` for codes, else None.
        where: the file it was found in, for the translator.
    """

    text: str
    plural: str | None
    context: str | None
    where: str


def collect() -> list[Pattern]:
    """Return every pattern once, sorted by its text."""
    found: dict[tuple[str | None, str], Pattern] = {}
    for pattern in [
        *_in_code(),
        *_in_templates(),
        *_in_click(),
        *_in_help(),
        *_of_warnings(),
        *_of_the_system(),
    ]:
        found.setdefault((pattern.context, pattern.text), pattern)
    return sorted(found.values(), key=lambda pattern: (pattern.context or "", pattern.text))


def unsayable() -> list[str]:
    """Return where a message is made of an f-string or a sum, which no catalogue can hold: file, line and source."""
    called_by = _called()
    return [
        f"{path.relative_to(PACKAGE)}:{call.lineno}: {ast.unparse(argument)}"
        for path, tree in _trees()
        for call in _calls(tree)
        for argument in _arguments(call, called_by.get(_name(call.func), ()))
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]


def _trees(package: Path = PACKAGE) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(package.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _errors() -> set[str]:
    """Return the names of the classes of errors: KaidanError and all that derive from it."""
    classes = [
        (node.name, {_name(base) for base in node.bases})
        for _, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    known = {"KaidanError"}
    while grown := {name for name, bases in classes if bases & known} - known:
        known |= grown
    return known


def _called() -> dict[str, Sequence[int]]:
    return {**_SAID, **dict.fromkeys(_errors(), (0,))}


def _in_code() -> Iterator[Pattern]:
    called_by = _called()
    for path, tree in _trees():
        yield from _literals(tree, called_by, str(path.relative_to(PACKAGE)))


def _in_click() -> Iterator[Pattern]:
    spec = find_spec("click")
    folder = Path(str(spec and spec.origin)).parent
    for _, tree in _trees(folder):
        for call in _calls(tree):
            texts = list(_strings(_arguments(call, _CLICK.get(_name(call.func), ()))))
            if texts:
                yield Pattern(texts[0], texts[1] if texts[1:] else None, None, "click")
    yield Pattern("required", None, None, "click")  # which it looks up by a variable


def _literals(
    tree: ast.Module, called_by: Mapping[str, Sequence[int]], where: str
) -> Iterator[Pattern]:
    for call in _calls(tree):
        for text in _strings(_arguments(call, called_by.get(_name(call.func), ()))):
            if any(letter.isalpha() for letter in text.replace("%s", "")):
                yield Pattern(text, None, None, where)


def _in_templates() -> Iterator[Pattern]:
    for path in sorted(PACKAGE.rglob("*.jinja")):
        for said in _TEMPLATE.finditer(path.read_text(encoding="utf-8")):
            yield Pattern(said[2], None, None, str(path.relative_to(PACKAGE)))


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _arguments(call: ast.Call, places: Sequence[int]) -> list[ast.expr]:
    return [call.args[place] for place in places if place < len(call.args)]


def _strings(nodes: Sequence[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return _name(node.func)
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _in_help() -> Iterator[Pattern]:
    from kaidan.cli import command_named, kaidan  # noqa: PLC0415  the commands import what speaks

    names = kaidan.list_commands(click.Context(kaidan))
    for command in [kaidan, *map(command_named, names)]:
        options = [each for each in command.params if isinstance(each, click.Option)]
        for text in [command.help, command.epilog, *(option.help for option in options)]:
            if text:
                yield Pattern(cleandoc(text), None, None, f"help of {command.name}")


def _of_warnings() -> Iterator[Pattern]:
    from kaidan.checks import RULES  # noqa: PLC0415  it has the readers behind it

    written = {
        keyword.value.value
        for _, tree in _trees()
        for call in _calls(tree)
        if _name(call.func) == "Warning"
        for keyword in call.keywords
        if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
    }
    for code in sorted({*RULES, *map(str, written)}):
        yield Pattern(code, None, WARNED, "warnings")


def _of_the_system() -> Iterator[Pattern]:
    for number in _REASONS:
        yield Pattern(os.strerror(number), None, None, "the operating system")
