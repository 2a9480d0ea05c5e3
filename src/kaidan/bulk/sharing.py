"""Inputs shared out among processes, each of which reads files or stretches of archives by itself; the lines come back in order.

A WARC file is parted by size, and whoever reads a stretch looks for its first record by its looks. What looks like one may be none: a
page can be a WARC file, too. So each stretch says where the record starts that comes behind it, and only what begins there is taken
of the next; what began elsewhere is read again from there. So the lines are those of one process, whatever the stretches were.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kaidan.bulk.answers import Answers, answers_of
from kaidan.bulk.batches import told_in_order
from kaidan.bulk.bulk_inputs import Input, Notes, PageFile, WarcFile
from kaidan.bulk.errands import Brought, Stretch, read_files, read_stretch
from kaidan.bulk.workers import Processes

if TYPE_CHECKING:
    from concurrent.futures import Future

_FILES = 32
_SMALLEST = 2**15
_LARGEST = 2**20
_STRETCHES_EACH = 4
"""A stretch of a WARC file is at most one in so many for each process of what is left, so that all of them end at about the same time."""

_FEW_LINES = 2**18
"""Bytes of lines that are so few of a stretch that the next may be larger: to hand one over takes as long as to read several pages."""

_LARGEST_OF_FEW = 2**22


class _Errand:
    """Something that a process is to do, and what it brings; where one dies of it, each page is read in a process of its own."""

    def __init__(self, processes: Processes, work: Callable[..., Brought], given: object) -> None:
        self._processes, self._work, self._given = processes, work, given
        self._future: Future[Brought] = processes.begin(work, given)

    def brought(self) -> Brought:
        try:
            return self._future.result()
        except BrokenProcessPool:
            return self._work(self._given, self._processes.alone)


class _Errands(Protocol):
    """Something whose lines come back from other processes."""

    def answers(self, notes: Notes) -> Iterator[Answers]:
        """Wait for the lines, and note what is to be noted."""


class _Files:
    def __init__(self, processes: Processes, paths: list[Path]) -> None:
        self._errand = _Errand(processes, read_files, paths)

    def answers(self, notes: Notes) -> Iterator[Answers]:
        brought = self._errand.brought()
        notes.problems += brought.problems
        yield brought.answers


class _Part:
    """A stretch of a WARC file."""

    def __init__(self, processes: Processes, parted: "_Parted", stretch: Stretch) -> None:
        self._processes, self._parted, self._stretch = processes, parted, stretch
        self._file = parted.file
        self._errand = _Errand(processes, read_stretch, stretch)

    def answers(self, notes: Notes) -> Iterator[Answers]:
        """Yield what is due of it: nothing where a record reaches over all of it, and what is read again where it began elsewhere."""
        errand: _Errand | None = self._errand
        while self._file.start is not None and self._stretch.reaches(self._file.start):
            brought = (errand or self._again(self._file.start)).brought()
            errand = None
            if brought.first != self._file.start:
                continue
            self._parted.brought(self._stretch, brought.answers)
            yield brought.answers
            notes.passed.update(brought.passed or {})
            notes.problems += brought.problems
            self._file.go_on(brought.next, brought.broken, notes)

    def _again(self, start: int) -> _Errand:
        stretch = self._stretch._replace(start=start, is_known=True)
        return _Errand(self._processes, read_stretch, stretch)


def shared_out(inputs: Iterable[Input], processes: Processes, notes: Notes) -> Iterator[Answers]:
    """Yield the lines of inputs, which processes read by themselves where they can."""
    for can_be_shared, group in groupby(inputs, lambda one: isinstance(one, PageFile | WarcFile)):
        if can_be_shared:
            yield from _in_order(_errands(group, processes), processes.at_once, notes)
        else:
            captures = (capture for one in group for capture in one.captures(notes))
            yield from map(answers_of, told_in_order(captures, processes))


def _in_order(errands: Iterable[_Errands], at_once: int, notes: Notes) -> Iterator[Answers]:
    waiting: deque[_Errands] = deque()
    for errand in errands:
        waiting.append(errand)
        if len(waiting) >= at_once:
            yield from waiting.popleft().answers(notes)
    for errand in waiting:
        yield from errand.answers(notes)


def _errands(inputs: Iterable[Input], processes: Processes) -> Iterator[_Errands]:
    paths: list[Path] = []
    for one in inputs:
        if isinstance(one, PageFile):
            paths.append(one.path)
        if paths and (len(paths) == _FILES or isinstance(one, WarcFile)):
            yield _Files(processes, paths)
            paths = []
        if isinstance(one, WarcFile):
            parted = _Parted(one, processes.count)
            for stretch in parted.stretches():
                yield _Part(processes, parted, stretch)
    if paths:
        yield _Files(processes, paths)


class _Parted:
    """What is left of a WARC file, in stretches that grow where they bring few lines, and shrink towards the end.

    Attributes:
        file: that is parted.
    """

    def __init__(self, file: WarcFile, count: int) -> None:
        self.file = file
        self._start = file.start or 0
        self._size = file.path.stat().st_size
        self._count = count * _STRETCHES_EACH
        self._most = _LARGEST

    def stretches(self) -> Iterator[Stretch]:
        """Yield them; the last goes on to wherever the file ends."""
        at = self._start
        while at < self._size:
            share = (self._size - at) // self._count
            behind = at + max(_SMALLEST, min(share, self._most))
            end = behind if behind < self._size else None
            yield Stretch(self.file.path, at, end, is_known=at == self._start)
            at = behind

    def brought(self, stretch: Stretch, answers: Answers) -> None:
        """Let the next ones be larger if one of today's largest brought few lines, and as they were at first if it did not."""
        if len(answers.lines) >= _FEW_LINES:
            self._most = _LARGEST
        elif stretch.end and stretch.end - stretch.start >= self._most:
            self._most = min(2 * self._most, _LARGEST_OF_FEW)
