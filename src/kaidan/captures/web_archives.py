"""The pages in WARC files (ISO 28500), plain, gzip or zstd, and in WACZ, a zip of them.

Only what a browser would have shown as a page is one: an HTTP response with status 200 that is HTML. All else is passed over and
counted. A file that is cut or broken is read as far as it goes, and beyond where its records are compressed one by one; that it is
broken is said after all of its whole records.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from kaidan.captures.bodies import unpacked
from kaidan.captures.capture import Capture
from kaidan.captures.record_bounds import end_of_member, next_member, require_whole
from kaidan.errors import KaidanError, Unreadable, WrongUsage, because
from kaidan.messages import Message
from kaidan.parser.page import MAX_BYTES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = ("text/html", "application/xhtml+xml")
_IN_WACZ = re.compile(r"(^|/)archive/[^/]+\.warc(\.gz|\.zst)?$", re.IGNORECASE)

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
    except (OSError, zipfile.BadZipFile) as error:
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
                yield from _pages_in(record, name, passed, revisits=revisits)
                reached.leave()
            require_whole(file, reached.last)
            start = None
        except (OSError, ValueError, EOFError) as error:
            at = reached.broken_at(file)
            broken = broken or _Broken(at, because(error))
            start = next_member(file, at + 1)
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
    yield from ArchiveIterator(file, record_types=kinds.any_type, auto_decode="none")


def _pages_in(
    record: "WarcRecord", name: str, passed: Passed, *, revisits: bool
) -> Iterator[Capture]:
    """Yield what a record holds, if it is a page."""
    about = _fields(record.headers)
    kind = about.get("warc-type", "")
    headers = record.http_headers
    if kind == "revisit" and revisits:
        yield _capture(name, about, _fields(headers))._replace(is_revisit=True)
    elif kind != "response" or headers is None:
        passed["other records"] += 1
    elif headers.status_code != 200:
        passed["other statuses"] += 1
    elif not _is_html((http := _fields(headers)).get("content-type")):
        passed["other types"] += 1
    else:
        yield _read_page(record, _capture(name, about, http), http)


def _fields(headers: Any) -> Mapping[str, str]:  # noqa: ANN401  FastWARC's
    """Return the fields of a head by name, in small letters: asked one by one, each is looked for among all."""
    if headers is None:
        return {}
    return {name.lower(): value for name, value in reversed(headers.astuples())}


def _read_page(record: "WarcRecord", capture: Capture, http: Mapping[str, str]) -> Capture:
    """Read a page whole.

    Raises:
        EOFError: the file ends within it.
    """
    size = record.content_length
    if size > MAX_BYTES:
        problem = f"the page has {size:,} bytes, more than the {MAX_BYTES:,} that are read"
        return capture._replace(problem=problem)
    body = record.reader.read()
    if len(body) < size:
        raise EOFError(f"the file ends {size - len(body)} bytes before the record's end")
    transfer, content = http.get("transfer-encoding", ""), http.get("content-encoding", "")
    try:
        return capture._replace(body=unpacked(body, transfer, content))
    except Unreadable as error:
        return capture._replace(problem=str(error))


def _capture(name: str, about: Mapping[str, str], http: Mapping[str, str]) -> Capture:
    """Return what a record says of the page that it holds."""
    return Capture(
        name,
        b"",
        url=about.get("warc-target-uri", "").strip("<>") or None,
        captured=_record_time(about.get("warc-date", "")),
        content_type=http.get("content-type"),
        digest=about.get("warc-payload-digest"),
    )


def _is_html(content_type: str | None) -> bool:
    """Say whether a type is that of a page; one that is not said may be."""
    return content_type is None or content_type.strip().lower().startswith(_HTML)


def _record_time(written: str) -> datetime | None:
    """Read a WARC-Date, which may have fractions of a second."""
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return None
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
