"""The pages in WARC files (ISO 28500), plain, gzip or zstd, and in WACZ, a zip of them.

Only what a browser would have shown as a page is one: an HTTP response with status 200 that is HTML. All else is passed over and
counted. A file that is cut or broken is read as far as it goes, and beyond where its records are compressed one by one; that it is
broken is said after all of its whole records.
"""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from kaidan.captures.bodies import unpacked
from kaidan.captures.capture import Capture
from kaidan.captures.http_heads import Head, read_head
from kaidan.captures.record_bounds import end_of_member, next_member, require_whole
from kaidan.errors import KaidanError, Unreadable, WrongUsage, because
from kaidan.messages import Message
from kaidan.parser.page import MAX_BYTES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = ("text/html", "application/xhtml+xml")
_IN_WACZ = re.compile(r"(^|/)archive/[^/]+\.warc(\.gz|\.zst)?$", re.IGNORECASE)
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, UnicodeDecodeError)
"""What reading a file in a zip raises: it is broken or cut, or packed in an unknown way, or under a password."""

_UNLISTED = (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError)
"""What opening a zip raises: its list of files is broken, or of another version, or in no known letters."""

_AT_ONCE = 2**20
"""Bytes of a record that are read before it is known whether it is a page."""

Passed = Counter[str]
"""How many records were passed over, by what they are: other records, other statuses, other types."""


class _Broken(NamedTuple):
    """Where a file is broken, in bytes, and why."""

    at: int
    why: Message


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
                yield from _read_file(file, str(path), passed, revisits=revisits)
    except (OSError, *_UNLISTED) as error:
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
            except _ZIP_FAULTS as error:
                problem = problem or Unreadable("{name}: {why}", name=path, why=because(error))
    if problem:
        raise problem


def _read_file(file: IO[bytes], name: str, passed: Passed, *, revisits: bool) -> Iterator[Capture]:
    """Read one WARC file; where a compressed record is broken, go on with the next that starts behind it."""
    broken: _Broken | None = None
    start: int | None = 0
    while start is not None:
        file.seek(start)
        reached = _Reached(start)
        try:
            for record in _records(file):
                reached.arrive_at(start + record.stream_pos)
                page = _page_in(record, name, passed, revisits=revisits)
                if page:
                    yield page
                reached.leave()
            require_whole(file, reached.last)
            start = None
        except (OSError, ValueError, EOFError) as error:
            at = reached.broken_at(file)
            broken = broken or _Broken(at, because(error))
            start = next_member(file, max(at, reached.last + 1))
    if broken:
        raise Unreadable(
            "{name}: broken in the record at byte {at}: {why}",
            name=name,
            at=broken.at,
            why=broken.why,
        )


class _Reached:
    """How far the reading of a file has come: where the last record starts, and whether it is done with."""

    def __init__(self, start: int) -> None:
        self.last = start
        self._begun = self._done = False

    def arrive_at(self, start: int) -> None:
        self.last, self._begun, self._done = start, True, False

    def leave(self) -> None:
        self._done = True

    def broken_at(self, file: IO[bytes]) -> int:
        """Return where the record starts that cannot be read: the last, or the one behind it."""
        if not self._done:
            return self.last
        return end_of_member(file, self.last)


def _records(file: IO[bytes]) -> "Iterator[WarcRecord]":
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  an extra
    except ImportError as error:
        raise WrongUsage('WARC files are read with FastWARC: pip install ".[archive]"') from error
    kinds: Any = WarcRecordType
    yield from ArchiveIterator(file, record_types=kinds.any_type, parse_http=False)


def _page_in(record: "WarcRecord", name: str, passed: Passed, *, revisits: bool) -> Capture | None:
    """Return what a record holds, if it is a page.

    Raises:
        EOFError: the file ends within it.
    """
    kind = str(record.record_type)
    is_revisit = revisits and kind == "revisit"
    if kind != "response" and not is_revisit:
        passed["other records"] += 1
        return None
    size = record.content_length
    response = record.reader.read(min(_AT_ONCE, size))
    head = read_head(response)
    if is_revisit:
        return _capture(name, record, head, b"")._replace(is_revisit=True)
    if no_page := _why_no_page(head):
        passed[no_page] += 1
        return None
    if size > len(response) and size <= MAX_BYTES:
        response += record.reader.read()
        if size > len(response):
            raise EOFError(f"the file ends {size - len(response)} bytes before the record's end")
    return _capture(name, record, head, response)


def _why_no_page(head: Head | None) -> str | None:
    """Return as what a response is passed over, or None if it is a page; one whose type is not said may be."""
    if head is None:
        return "other records"
    if head.status != 200:
        return "other statuses"
    content_type = head.field("content-type")
    if content_type and not content_type.lower().startswith(_HTML):
        return "other types"
    return None


def _capture(name: str, record: "WarcRecord", head: Head | None, response: bytes) -> Capture:
    """Return the page in a record, with what the record says of it."""
    about = {name.lower(): value for name, value in reversed(record.headers.astuples())}
    body, problem = _body(record, head, response)
    return Capture(
        name,
        body,
        about.get("warc-target-uri", "").strip("<>") or None,
        _record_time(about.get("warc-date", "")),
        head.field("content-type") if head else None,
        problem,
        about.get("warc-payload-digest", "").lower() or None,
    )


def _body(record: "WarcRecord", head: Head | None, response: bytes) -> tuple[bytes, str | None]:
    """Return the page in a response, unpacked, or none and why."""
    if head is None:
        return b"", None
    size = record.content_length
    if size > MAX_BYTES:
        return b"", f"the page has {size:,} bytes, more than the {MAX_BYTES:,} that are read"
    body = response[head.size :]
    transfer, content = head.field("transfer-encoding"), head.field("content-encoding")
    if transfer or content:
        try:
            return unpacked(body, transfer or "", content or ""), None
        except Unreadable as error:
            return b"", str(error)
    return body, None


def _record_time(written: str) -> datetime | None:
    """Read a WARC-Date, which may have fractions of a second; None for what is no time of the years 1 to 9999."""
    try:
        when = datetime.fromisoformat(written)
        if when.tzinfo is UTC:
            return when
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
