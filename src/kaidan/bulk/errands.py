"""What a worker does by itself: it reads files, or a stretch of an archive, and brings back their lines."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kaidan.bulk.answers import Answers, Gathered, answers_of, told_of
from kaidan.bulk.page_reading import ReadPage, read_page
from kaidan.captures.record_bounds import first_record
from kaidan.captures.record_pages import Passed
from kaidan.captures.saved_pages import read_file
from kaidan.captures.web_archives import Broken, Reading
from kaidan.errors import KaidanError, Unreadable, because

_MOST = 8_000_000
"""Bytes of lines that are brought back at once."""


class Stretch(NamedTuple):
    """A part of a WARC file: the records that start in a range of its bytes.

    Attributes:
        path: of the file.
        start: of the range.
        end: of the range; None is the end of the file.
        is_known: whether a record is known to start at ``start``; else the first is looked for, and it is for others to say whether
            it is one.
    """

    path: Path
    start: int
    end: int | None
    is_known: bool = False

    def reaches(self, at: int) -> bool:
        """Say whether a record that starts at a point is of the stretch, or of one before it."""
        return self.end is None or at < self.end


class Brought(NamedTuple):
    """What a worker brings back.

    Attributes:
        answers: the lines.
        problems: what could not be read.
        passed: how many records were passed over; None of files.
        first: where the first record of a stretch starts; None where none does.
        next: where the record starts to go on with; None where the file ends.
        broken: where the stretch is broken first.
    """

    answers: Answers
    problems: tuple[KaidanError, ...] = ()
    passed: Passed | None = None
    first: int | None = None
    next: int | None = None
    broken: Broken | None = None


def read_files(paths: Sequence[Path], read: ReadPage = read_page) -> Brought:
    """Read saved pages."""
    captures = [read_file(path) for path in paths]
    problems = [Unreadable("{what}", what=one.problem) for one in captures if one.problem]
    return Brought(answers_of(told_of(captures, read)), tuple(problems))


def read_stretch(stretch: Stretch, read: ReadPage = read_page) -> Brought:
    """Read the records that start in a stretch, or as many of them as give the lines that are brought back at once."""
    try:
        return _read_stretch(stretch, read)
    except OSError as error:
        problem = Unreadable("{name}: {why}", name=stretch.path, why=because(error))
        return Brought(Answers(b"", Counter()), (problem,), first=stretch.start)


def _read_stretch(stretch: Stretch, read: ReadPage) -> Brought:
    passed: Passed = Counter()
    with stretch.path.open("rb") as file:
        first: int | None = stretch.start
        if not stretch.is_known:
            first = first_record(file, stretch.start, stretch.end)
        if first is None:
            return Brought(Answers(b"", Counter()))
        reading = Reading(file, str(stretch.path), passed, first)
        gathered = Gathered()
        pages = reading.pages(lambda at: not stretch.reaches(at) or gathered.size >= _MOST)
        for told in told_of(pages, read):
            gathered.gather(told)
    return Brought(gathered.answers(), (), passed, first, reading.next, reading.broken)
