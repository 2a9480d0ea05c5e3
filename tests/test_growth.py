"""A text of eight times the length costs eight times the work, whatever it holds. Work is counted: see :mod:`growth`."""

from functools import partial

import pytest

from growth import VALGRIND, calls, characters, grows_faster, instructions
from loads import LOADS

TABLE = "loads:LOADS"


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
