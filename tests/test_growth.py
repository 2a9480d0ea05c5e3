"""A text of eight times the length costs eight times the work, whatever it holds. Work is counted: see :mod:`growth`.

The counters are tried first on faults that somebody made on purpose: each must see its own.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from growth import VALGRIND, calls, characters, grows_faster, instructions
from loads import FAULTS, LOADS

TABLE = "loads:LOADS"

COPYING: Mapping[str, Callable[[str], object]] = {
    "the rest copied at each sign": lambda text: [text[at:] for at in range(len(text))],
    "what went before copied at each sign": lambda text: [text[:at] for at in range(len(text))],
    "an end looked for that is not there": lambda text: [
        text.find("。", at) for at in range(len(text))
    ],
    "a beginning looked for that is not there": lambda text: [
        text.rfind("。", 0, at) for at in range(len(text))
    ],
    "a word looked for from the start": lambda text: ["。" in text for _ in text],
    "blanks taken away before each look": lambda text: [text.lstrip() for _ in text],
}
"""Faults in C, each a square: as many calls as signs, and each goes over the text."""


@pytest.mark.parametrize("read", COPYING.values(), ids=COPYING)
def test_what_is_copied_for_each_sign_is_seen(read: Callable[[str], object]) -> None:
    few, many = (characters(read, "日" * size) for size in (100, 800))
    assert grows_faster(few, many), f"{few} characters, and {many}"


def test_a_call_for_each_pair_is_seen() -> None:
    def read(text: str) -> None:
        for one in text:
            for other in text:
                one.startswith(other)

    few, many = (calls(partial(read, "日" * size)) for size in (10, 80))
    assert grows_faster(few, many), f"{few} calls, and {many}"


def test_a_call_and_a_copy_for_each_sign_are_no_fault() -> None:
    def read(text: str) -> None:
        for at in range(len(text)):
            text[at : at + 5].startswith("日")

    few, many = (calls(partial(read, "日" * size)) for size in (100, 800))
    assert not grows_faster(few, many), f"{few} calls, and {many}"
    few, many = (characters(read, "日" * size) for size in (100, 800))
    assert not grows_faster(few, many), f"{few} characters, and {many}"


@pytest.mark.skipif(not VALGRIND, reason="valgrind counts the instructions, and is not installed")
def test_what_neither_calls_nor_copies_show_is_seen_in_the_instructions(tmp_path: Path) -> None:
    counted = instructions("loads:FAULTS", tmp_path)
    for name, fault in FAULTS.items():
        few, many = (fault.make(size) for size in fault.sizes(fault.part))
        assert not grows_faster(calls(partial(fault.read, few)), calls(partial(fault.read, many)))
        assert not grows_faster(characters(fault.read, few), characters(fault.read, many))
        assert grows_faster(*counted[name]), f"{name}: {counted[name]} instructions"


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, int]]:
    return instructions(TABLE, tmp_path_factory.mktemp("counted"))


@pytest.mark.parametrize("name", LOADS)
def test_calls_grow_with_the_text_and_no_faster(name: str) -> None:
    load = LOADS[name]
    few, many = (calls(partial(load.read, load.make(size))) for size in load.sizes())
    assert not grows_faster(few, many), f"{few} calls, and {many}"


@pytest.mark.parametrize("name", LOADS)
def test_what_is_copied_and_looked_through_grows_with_the_text_and_no_faster(name: str) -> None:
    load = LOADS[name]
    few, many = (characters(load.read, load.make(size)) for size in load.sizes())
    assert not grows_faster(few, many), f"{few} characters, and {many}"


@pytest.mark.skipif(not VALGRIND, reason="valgrind counts the instructions, and is not installed")
@pytest.mark.parametrize("name", LOADS)
def test_instructions_grow_with_the_text_and_no_faster(
    name: str, counted: dict[str, tuple[int, int]]
) -> None:
    few, many = counted[name]
    assert not grows_faster(few, many), f"{few} instructions, and {many}"
