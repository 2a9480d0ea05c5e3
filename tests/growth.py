"""Work that is counted and not timed, so that no verdict hangs on how busy a machine is.

Three counts, each blind to what the next one sees: calls (of Python and of C, by ``sys.setprofile``); characters that a text was
asked to copy or to go over, which are one call however many they are (by a text that adds them up); and instructions, in which
regular expressions and the parser's own loops show too (by callgrind, where it is installed).
"""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self, SupportsIndex

VALGRIND = shutil.which("valgrind")


class Load(NamedTuple):
    """What is read, and how a text of a given size is made: of ``few`` pieces, and of eight times as many.

    Callgrind takes fifty times the time, and is given a part of it: ``few`` through ``part``.
    """

    read: Callable[[str], object]
    make: Callable[[int], str]
    few: int = 500
    part: int = 10

    def sizes(self, part: int = 1) -> tuple[int, int]:
        """Return the two sizes that are compared."""
        return self.few // part, self.few // part * TIMES


TIMES = 8


def grows_faster(few: int, many: int) -> bool:
    """Say whether work grew faster than the text: by more than a quarter, where a square is eight times as much."""
    return many > 1.25 * TIMES * few


def calls(work: Callable[[], object]) -> int:
    """Count the functions that are called, those of C too."""
    seen = 0

    def see(_frame: object, event: str, _function: object) -> None:
        nonlocal seen
        if event in {"call", "c_call"}:
            seen += 1

    gc.disable()  # what it calls is no work of the reader
    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(None)
        gc.enable()
    return seen


class Tally:
    """How many characters were asked for."""

    asked = 0


class CountedText(str):
    """A text that adds up the characters that it copies and goes over; what it hands out counts on."""

    __slots__ = ("tally",)
    tally: Tally

    def __new__(cls, text: str, tally: Tally) -> Self:
        self = super().__new__(cls, text)
        self.tally = tally
        return self

    def __getitem__(self, at: SupportsIndex | slice) -> str:
        piece = super().__getitem__(at)
        self.tally.asked += len(piece)
        return CountedText(piece, self.tally) if isinstance(at, slice) else piece

    def __contains__(self, words: object) -> bool:
        return self.find(str(words)) >= 0

    def find(self, words: str, start: int = 0, end: int | None = None, /) -> int:  # type: ignore[override]
        """Find, and add how far it had to look."""
        stop = len(self) if end is None else end
        found = super().find(words, start, stop)
        self.tally.asked += max(0, (stop if found < 0 else found + len(words)) - start)
        return found

    def rfind(self, words: str, start: int = 0, end: int | None = None, /) -> int:  # type: ignore[override]
        """Find from the end, and add how far it had to look."""
        stop = len(self) if end is None else end
        found = super().rfind(words, start, stop)
        self.tally.asked += max(0, stop - max(found, start))
        return found

    def lstrip(self, signs: str | None = None, /) -> str:
        """Strip, and add what was copied."""
        return CountedText(super().lstrip(signs), self.tally)[:]


def characters(read: Callable[[str], object], text: str) -> int:
    """Count the characters that a reader asks a text for, one by one or in a slice, or has it look through."""
    tally = Tally()
    read(CountedText(text, tally))
    return tally.asked


def instructions(table: str, folder: Path) -> dict[str, tuple[int, int]]:
    """Count the instructions of each load of a table, few and many: ``module:name`` is where it stands.

    Callgrind writes down what it has counted each time that the process asks who its parent is, which no reader ever does.
    """
    assert VALGRIND is not None
    counter = [VALGRIND, "-q", "--tool=callgrind", "--dump-before=getppid"]
    read = [sys.executable, __file__, table]
    subprocess.run(
        [*counter, f"--callgrind-out-file={folder / 'counted'}", *read],
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    parts = [_total(folder / f"counted.{number + 1}") for number in range(3 * len(_loads(table)))]
    return dict(zip(_loads(table), zip(parts[1::3], parts[2::3], strict=True), strict=True))


def _total(counted: Path) -> int:
    lines = counted.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in reversed(lines) if line.startswith("totals:"))


def _loads(table: str) -> dict[str, Load]:
    module, name = table.split(":")
    loads: dict[str, Load] = getattr(__import__(module), name)
    return loads


def _read_all(table: str) -> None:
    gc.disable()
    for load in _loads(table).values():
        sizes = load.sizes(load.part)
        few, many = map(load.make, sizes)
        for size in (sizes[0] - 1, sizes[0] + 1):  # so that what is built when first used is there
            load.read(load.make(max(1, size)))
        for text in (few, many):
            os.getppid()
            load.read(text)
        os.getppid()


if __name__ == "__main__":
    _read_all(sys.argv[1])
