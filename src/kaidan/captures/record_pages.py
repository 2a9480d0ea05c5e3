"""What a WARC record holds, if it is a page: an HTTP response with status 200 that is HTML, and what the record says of it."""

from collections import Counter
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from kaidan.captures.bodies import unpacked
from kaidan.captures.capture import Capture, time_in_name
from kaidan.captures.http_heads import Head, read_head
from kaidan.captures.respelled import require_usual_letters
from kaidan.errors import Unreadable
from kaidan.parser.source.page import MAX_BYTES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = ("text/html", "application/xhtml+xml")

_AT_ONCE = 2**20
"""Bytes of a record that are read before it is known whether it is a page."""

Passed = Counter[str]
"""How many records were passed over, by what they are: other records, other statuses, other types."""


class BareLineFeeds(ValueError):
    """The lines of a record's head end in a line feed alone, which is not as the standard has it."""


def page_in(record: "WarcRecord", name: str, passed: Passed, *, revisits: bool) -> Capture | None:
    """Return what a record holds, if it is a page; a revisit only where it is asked for.

    Raises:
        EOFError: the file ends within it.
        BareLineFeeds: its head has to be read leniently.
        OtherLetters: it is taken for empty.
    """
    kind = _type_of(record)
    require_usual_letters(record)
    is_revisit = revisits and kind == "revisit"
    if kind != "response" and not is_revisit:
        passed["other records"] += 1
        return None
    size = record.content_length
    response = record.reader.read(min(_AT_ONCE, size))
    head = read_head(response)
    if head and not head.is_whole and len(response) < size <= MAX_BYTES:
        response += _rest(record, size - len(response))
        head = read_head(response)
    if is_revisit:
        return _capture(name, record, head, b"")._replace(is_revisit=True)
    if no_page := _why_no_page(head):
        passed[no_page] += 1
        return None
    if len(response) < size <= MAX_BYTES:
        response += _rest(record, size - len(response))
    return _capture(name, record, head, response)


def _type_of(record: "WarcRecord") -> str:
    kind = str(record.record_type)
    if kind != "unknown":
        return kind
    written: str = record.headers.get("WARC-Type") or ""  # FastWARC knows it in that spelling only
    if "\n" in written:
        raise BareLineFeeds("the lines of its head end in a line feed alone")
    return written.strip().lower()


def _rest(record: "WarcRecord", size: int) -> bytes:
    rest: bytes = record.reader.read()
    if len(rest) < size:
        raise EOFError(f"the file ends {size - len(rest)} bytes before the record's end")
    return rest


def _why_no_page(head: Head | None) -> str | None:
    """Return as what a response is passed over, or None if it is a page; one whose type is not said may be."""
    if head is None:
        return "other records"
    if head.status != 200:
        return "other statuses"
    return None if _may_be_html(head.content_type) else "other types"


@lru_cache(maxsize=256)  # the pages of a site say the same
def _may_be_html(content_type: str | None) -> bool:
    return not content_type or content_type.lower().startswith(_HTML)


def _capture(name: str, record: "WarcRecord", head: Head | None, response: bytes) -> Capture:
    """Return the page in a record, with what the record says of it."""
    said = record.headers.get
    url, date, digest, segment = _fields()
    body, problem = _body(record, head, response)
    if said(segment):
        body, problem = b"", "the page is kept in segments, which are not put together"
    return Capture(
        name,
        body,
        (said(url) or "").strip("<>") or None,
        _record_time(said(date) or ""),
        head.content_type if head else None,
        problem,
        (said(digest) or "").lower() or None,
    )


@cache
def _fields() -> tuple[Any, ...]:
    """Return the fields of a record that are read, as FastWARC numbers them: by their names, it takes ten times as long to find them."""
    from fastwarc.warc import WarcHeader  # noqa: PLC0415  an extra, by here it is loaded

    return (
        WarcHeader.WARC_TARGET_URI,
        WarcHeader.WARC_DATE,
        WarcHeader.WARC_PAYLOAD_DIGEST,
        WarcHeader.WARC_SEGMENT_NUMBER,
    )


def _body(record: "WarcRecord", head: Head | None, response: bytes) -> tuple[bytes, str | None]:
    """Return the page in a response, unpacked, or none and why."""
    if head is None:
        return b"", None
    size = record.content_length
    if size > MAX_BYTES:
        return b"", f"the page has {size:,} bytes, more than the {MAX_BYTES:,} that are read"
    body = response[head.size :]
    if not head.transfer and not head.coding:
        return body, None
    try:
        return unpacked(body, head.transfer or "", head.coding or ""), None
    except Unreadable as error:
        return b"", str(error)


def _record_time(written: str) -> datetime | None:
    """Read a WARC-Date, which may have fractions of a second, or be fourteen digits; None for what is no time of the years 1 to 9999.

    >>> _record_time("2014-10-17T12:00:00.5Z") == _record_time("20141017120000").replace(microsecond=500000)
    True
    """
    try:
        when = datetime.fromisoformat(written)
        if when.tzinfo is UTC:
            return when
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return time_in_name(written)
