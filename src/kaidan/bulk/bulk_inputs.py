"""What is to be told, input by input: saved pages, and archives that are read from one point on or from their start."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from kaidan.captures.capture import Capture
from kaidan.captures.names import is_archive, paths_of
from kaidan.captures.record_bounds import starts_record
from kaidan.captures.record_pages import Passed
from kaidan.captures.saved_pages import read_file
from kaidan.captures.web_archives import Broken, Reading, read_archive
from kaidan.errors import KaidanError, Unreadable


class Notes:
    """What is noted beside the lines.

    Attributes:
        passed: records of archives that are no pages.
        problems: what could not be read.
    """

    def __init__(self) -> None:
        self.passed: Passed = Passed()
        self.problems: list[KaidanError] = []


class Input(Protocol):
    """Something that gives captures."""

    def captures(self, notes: Notes) -> Iterator[Capture]:
        """Yield them in order; what cannot be read is noted."""


class PageFile:
    """A file that holds a page."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def captures(self, notes: Notes) -> Iterator[Capture]:
        """Yield the page; one that cannot be read is a capture, too."""
        capture = read_file(self.path)
        if capture.problem:
            notes.problems.append(Unreadable("{what}", what=capture.problem))
        yield capture


class Archive:
    """A WACZ file, or a WARC file that can be read from its start only."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def captures(self, notes: Notes) -> Iterator[Capture]:
        """Yield the pages in it."""
        try:
            yield from read_archive(self._path, notes.passed)
        except Unreadable as error:
            notes.problems.append(error)


class WarcFile:
    """A WARC file that can be read from any of its records on.

    Attributes:
        path: of the file.
        start: where the record starts that comes next; None where all are read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.start: int | None = 0
        self._broken: Broken | None = None

    def captures(
        self, notes: Notes, leave: Callable[[int], bool] | None = None
    ) -> Iterator[Capture]:
        """Yield the pages from ``start`` on, up to where ``leave`` says that a record is left for later."""
        assert self.start is not None  # noqa: S101  for the type checker: what is read whole is asked for nothing
        with self.path.open("rb") as file:
            reading = Reading(file, str(self.path), notes.passed, self.start)
            yield from reading.pages(leave)
        self.go_on(reading.next, reading.broken, notes)

    def go_on(self, start: int | None, broken: Broken | None, notes: Notes) -> None:
        """Note how far the file is read, and what is broken in what was read."""
        self.start = start
        self._broken = self._broken or broken
        if start is None and self._broken:
            notes.problems.append(self._broken.as_problem(self.path))


class Begun:
    """Captures of which some are told."""

    def __init__(self, captures: Iterator[Capture]) -> None:
        self._captures = captures

    def captures(self, notes: Notes) -> Iterator[Capture]:  # noqa: ARG002  whoever began has them
        """Yield the others."""
        return self._captures


def inputs_of(names: Iterable[str], output: Path, notes: Notes) -> Iterator[Input]:
    """Yield what names stand for, but for the output itself."""
    for name in names:
        try:
            for path in paths_of([name]):
                if not _is_same(path, output):
                    yield _input_at(path)
        except Unreadable as error:
            notes.problems.append(error)


def _input_at(path: Path) -> Input:
    if not is_archive(path):
        return PageFile(path)
    return WarcFile(path) if _can_be_parted(path) else Archive(path)


def _can_be_parted(path: Path) -> bool:
    """Say whether a WARC file starts with a record that is plain or compressed by gzip on its own."""
    if path.suffix.lower() == ".wacz" or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return starts_record(file, 0)
    except OSError:
        return False


def _is_same(path: Path, output: Path) -> bool:
    return path.name == output.name and output.exists() and path.exists() and path.samefile(output)
