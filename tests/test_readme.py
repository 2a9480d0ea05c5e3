"""The README is a promise: its examples run, its excerpt is in the output, its commands are the ones that are tested."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(
        str(ROOT / "README.md"),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE,
    )
    assert result.failed == 0
    assert result.attempted >= 4


def test_the_excerpt_is_what_comes_out() -> None:
    excerpt = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert excerpt
    pieces = [piece for piece in re.split(r"^ *…\n", excerpt[1], flags=re.MULTILINE) if piece]
    assert len(pieces) > 3
    output = (ROOT / "output/meetings.json").read_text(encoding="utf-8")
    at = 0
    for piece in pieces:
        at = output.index(piece, at) + len(piece)


def test_the_commands_stand_where_they_are_looked_for() -> None:
    for mark in ("job", "tests"):
        command = re.search(rf"<!-- {mark} -->\n```sh\n(.+)\n```", README)
        assert command, mark
        assert command[1].startswith("python3 -m venv .venv && .venv/bin/pip install")


def test_every_exit_status_is_told() -> None:
    assert re.findall(r"^\| ([0-5]) \|", README, re.MULTILINE) == list("012345")
