"""What the first lines of a room say is in it is in it, what prose names by its place is there, and names tell things apart."""

import ast
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import kaidan

MODULES = [name for _, name, _ in pkgutil.walk_packages(kaidan.__path__, "kaidan.")]
ROOMS = [name for _, name, is_room in pkgutil.walk_packages(kaidan.__path__, "kaidan.") if is_room]
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def listed(room: str) -> list[str]:
    """Return the modules that the docstring of a room lists, one a line with what it does."""
    return re.findall(r"^    ([a-z_]+) {2,}\S", import_module(room).__doc__ or "", re.MULTILINE)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_what_its_docstring_lists(room: str) -> None:
    assert [name for name in listed(room) if f"{room}.{name}" not in MODULES] == []


def test_rooms_list_what_they_hold() -> None:
    assert sum(bool(listed(room)) for room in ROOMS) > 5


@pytest.mark.parametrize("name", MODULES)
def test_a_module_that_prose_refers_to_is_there(name: str) -> None:
    module = import_module(name)
    room = name if name in ROOMS else name.rpartition(".")[0]
    said = Path(module.__file__ or "").read_text(encoding="utf-8")
    referred = re.findall(r":mod:`~?(?:kaidan)?\.([\w.]+)`", said)
    assert [
        to for to in referred if f"{room}.{to}" not in MODULES and f"kaidan.{to}" not in MODULES
    ] == []


def test_the_way_that_the_readme_shows_is_there() -> None:
    table = README.partition("From `extract`")[2].partition("\n\n")[2].partition("\n\n")[0]
    steps = re.findall(r"`([a-z_.]+)`", table)
    assert len(steps) >= 10
    for step in steps:
        assert any(is_there(f"{room}{step}") for room in ("", "parser.", "normalizers.")), step


def is_there(step: str) -> bool:
    """Tell whether ``step`` is a module of kaidan, or a module and what it has."""
    module, _, attribute = step.rpartition(".")
    return f"kaidan.{step}" in MODULES or (
        f"kaidan.{module}" in MODULES and hasattr(import_module(f"kaidan.{module}"), attribute)
    )


def parsed() -> Iterator[tuple[str, ast.Module]]:
    """Yield every module of kaidan with its tree."""
    for name in MODULES:
        file = Path(import_module(name).__file__ or "")
        yield name, ast.parse(file.read_text(encoding="utf-8"))


def test_a_name_of_a_function_stands_in_three_modules_at_most() -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for module, tree in parsed():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("__"):
                homes[node.name].add(module)
    assert {name: sorted(where) for name, where in homes.items() if len(where) > 3} == {}


def test_no_ternary_stands_inside_another() -> None:
    nested = [
        f"{module}:{outer.lineno}"
        for module, tree in parsed()
        for outer in ast.walk(tree)
        if isinstance(outer, ast.IfExp)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.IfExp) and inner is not outer
    ]
    assert nested == []


def test_no_two_modules_have_one_name() -> None:
    names = Counter(module.rpartition(".")[2] for module in MODULES if module not in ROOMS)
    del names["__main__"]
    assert [name for name, times in names.items() if times > 1] == []
