"""The README is a promise: its excerpt is what comes out, its commands are the ones that are tested, in both languages."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_excerpt_is_what_comes_out() -> None:
    excerpt = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert excerpt
    pieces = [piece for piece in re.split(r"^ *…\n", excerpt[1], flags=re.MULTILINE) if piece]
    assert len(pieces) > 3
    output = (ROOT / "fixtures/reference/meetings.json").read_text(encoding="utf-8")
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


def test_both_halves_have_their_weight() -> None:
    english, _, japanese = README.partition("## 日本語")
    assert len(english.encode()) <= 8192
    assert 4096 <= len(japanese.encode()) <= 8192
    for mark in ("job", "tests"):
        command = re.search(rf"<!-- {mark} -->\n```sh\n(.+)\n```", english)
        assert command
        assert command[1] in japanese
