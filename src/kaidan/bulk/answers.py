"""A capture becomes a line of JSON: what was read, or why nothing was."""

from datetime import UTC
from functools import lru_cache

import orjson

from kaidan.bulk.batches import Told
from kaidan.bulk.page_reading import Failure
from kaidan.captures.capture import Capture


def line_of(told: Told) -> bytes:
    r"""Return a line, with the document or the refusal.

    >>> line_of((Capture("01.html", b""), Failure("refused", 4, "the page is empty")))
    b'{"input":"01.html","url":null,"captured":null,"error":{"code":"refused","status":4,"message":"the page is empty"}}\n'
    """
    capture, read = told
    fields: dict[str, object] = {
        "input": printable(capture.name),
        "url": capture.url,
        "captured": captured_at(capture),
    }
    if isinstance(read, Failure):
        fields["error"] = _as_json(read)
    else:
        fields["document"] = orjson.Fragment(read)
    return orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE)


@lru_cache  # most pages are refused for the same reason
def _as_json(failure: Failure) -> orjson.Fragment:
    return orjson.Fragment(orjson.dumps(failure._asdict()))


def captured_at(capture: Capture) -> str | None:
    """Return when a page was captured, RFC 3339 to the second."""
    when = capture.captured
    if when is None:
        return None
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def printable(name: str) -> str:
    r"""Return a file's name as JSON can hold it: bytes that are no UTF-8 are shown as such.

    >>> printable("a\udcff.html")
    'a\\xff.html'
    """
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
