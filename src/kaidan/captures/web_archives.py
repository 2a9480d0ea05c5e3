"""The pages in WARC files (ISO 28500), plain, gzip or zstd, and in WACZ, a zip of them.

Only what a browser would have shown as a page is one: an HTTP response with status 200 that is HTML. All else is passed over and
counted. A file that is cut or broken is read as far as it goes, and beyond where its records are compressed one by one; that it is
broken is said after all of its whole records.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from kaidan.captures.capture import Capture
from kaidan.captures.record_bounds import (
    end_of_record,
    is_between_records,
    is_packed_otherwise,
    next_member,
    require_whole,
)
from kaidan.captures.record_pages import BareLineFeeds, Passed, page_in
from kaidan.captures.respelled import OtherLetters, respelled_records
from kaidan.captures.wrappings import unwrapped
from kaidan.errors import KaidanError, Unreadable, WrongUsage, because
from kaidan.messages import Message

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_IN_WACZ = re.compile(r"(^|/)archive/.+\.warc(\.gz|\.zst)?$", re.IGNORECASE)
_PACKING_FAULTS = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, UnicodeDecodeError)
"""What reading raises that is packed once more, in a zip or by gzip: broken or cut, in an unknown way, or under a password."""

_UNLISTED = (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError)
"""What opening a zip raises: its list of files is broken, or of another version, or in no known letters."""


class Broken(NamedTuple):
    """Where a WARC file is broken, in bytes, and why."""

    at: int
    why: Message

    def as_problem(self, name: object) -> Unreadable:
        """Return the error that tells of it."""
        return Unreadable(
            "{name}: broken in the record at byte {at}: {why}", name=name, at=self.at, why=self.why
        )


def read_archive(path: Path, passed: Passed, *, revisits: bool = False) -> Iterator[Capture]:
    """Yield the pages of a WARC or WACZ file in their order.

    Args:
        path: of the file.
        passed: counts what is passed over.
        revisits: whether to yield records, too, that say only that a page came again: without a body, by the digest of what came.

    Raises:
        WrongUsage: FastWARC, of the extra ``archive``, is not installed.
        Unreadable: the file cannot be read, or is broken; this comes after all that can be read of it.
    """
    try:
        if path.suffix.lower() == ".wacz":
            yield from _read_wacz(path, passed, revisits=revisits)
        else:
            with path.open("rb") as file:
                yield from _read_file(unwrapped(file, path), str(path), passed, revisits=revisits)
    except (OSError, *_PACKING_FAULTS, *_UNLISTED) as error:
        raise Unreadable("{name}: {why}", name=path, why=because(error)) from error


def _read_wacz(path: Path, passed: Passed, *, revisits: bool) -> Iterator[Capture]:
    problem: KaidanError | None = None
    with zipfile.ZipFile(path) as packed:
        names = sorted(name for name in packed.namelist() if _IN_WACZ.search(name))
        if not names:
            raise Unreadable("{name}: no WARC file is packed in it", name=path)
        for name in names:
            try:
                with packed.open(name) as file:
                    yield from _read_file(file, str(path), passed, revisits=revisits)
            except Unreadable as error:
                problem = problem or error
            except _PACKING_FAULTS as error:
                problem = problem or Unreadable("{name}: {why}", name=path, why=because(error))
    if problem:
        raise problem


def _read_file(file: IO[bytes], name: str, passed: Passed, *, revisits: bool) -> Iterator[Capture]:
    reading = Reading(file, name, passed, file.tell(), revisits=revisits)
    yield from reading.pages()
    if reading.broken:
        raise reading.broken.as_problem(name)


class Reading:
    """The reading of a WARC file, record by record; where a compressed record is broken, it goes on with the next behind it.

    Attributes:
        next: where the record starts to go on with, in bytes; None behind the last.
        broken: where the file is broken first.
    """

    def __init__(
        self, file: IO[bytes], name: str, passed: Passed, start: int = 0, *, revisits: bool = False
    ) -> None:
        self.next: int | None = start
        self.broken: Broken | None = None
        self._file, self._name, self._passed, self._revisits = file, name, passed, revisits
        self._begun = self._last = start
        self._in_other_letters: int | None = None
        self._is_done = self._is_lenient = False

    def pages(self, leave: Callable[[int], bool] | None = None) -> Iterator[Capture]:
        """Yield the pages from ``next`` on.

        Args:
            leave: asked where each record starts whether to leave it, and all behind it, for later.
        """
        while self.next is not None:
            try:
                yield from self._until_broken(self.next, leave)
            except (OSError, ValueError, EOFError) as error:
                self._go_on_behind(error)
            else:
                return
            if self.next is not None and leave and leave(self.next):
                return

    def _until_broken(self, start: int, leave: Callable[[int], bool] | None) -> Iterator[Capture]:
        if start == self._in_other_letters:
            self.next = start = yield from self._respelled(start)
            if leave and leave(start):
                return
        self._file.seek(start)
        self._begun, self._last, self._is_done = start, start, False
        for record in _records(self._file, is_lenient=self._is_lenient):
            at = record.stream_pos
            if (
                leave
                and at > start
                and leave(at)
                and is_between_records(self._file, self._last, at)
            ):
                self.next = at
                return
            self._last, self._is_done = at, False
            page = page_in(record, self._name, self._passed, revisits=self._revisits)
            if page:
                yield page
            self._is_done = True
        require_whole(self._file, self._last)
        self.next = None

    def _respelled(self, start: int) -> Generator[Capture, None, int]:
        """Yield the page in a record, and in those packed with it; return where they end."""
        end, records = respelled_records(self._file, start)
        for one in records:
            record = next(_records(one, is_lenient=self._is_lenient))
            page = page_in(record, self._name, self._passed, revisits=self._revisits)
            if page:
                yield page
        return end

    def _go_on_behind(self, error: Exception) -> None:
        """Note where the record starts that cannot be read, the last or the one behind it, and find the next that can."""
        if isinstance(error, BareLineFeeds) and not self._is_lenient:
            self.next, self._is_lenient = self._last, True
            return
        if isinstance(error, OtherLetters) and self._last != self._in_other_letters:
            self.next = self._in_other_letters = self._last
            return
        at = end_of_record(self._file, self._last) if self._is_done else self._last
        # Of several records packed in one piece, the last is said to start behind it.
        behind = (self._last, at) if self._is_done else ()
        for other in behind:
            if is_packed_otherwise(self._file, self._begun, other):
                self.next = other
                return
        self.broken = self.broken or Broken(at, because(error))
        self.next = next_member(self._file, max(at, self._last + 1))


def _records(file: IO[bytes], *, is_lenient: bool) -> "Iterator[WarcRecord]":
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  an extra
    except ImportError as error:
        raise WrongUsage('WARC files are read with FastWARC: pip install ".[archive]"') from error
    kinds: Any = WarcRecordType
    records: Iterator[WarcRecord] = ArchiveIterator(
        file, record_types=kinds.any_type, parse_http=False, quirks_mode=is_lenient
    )
    return records
