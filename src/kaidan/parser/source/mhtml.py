"""A page saved as MHTML (RFC 2557), by Chromium's "Webpage, Single File" or an old Internet Explorer: the page within, as it came."""

import re
from typing import TYPE_CHECKING, NamedTuple

from kaidan.errors import Unreadable

if TYPE_CHECKING:
    from email.message import Message

_HEAD = re.compile(
    rb"\s*(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related\b",
    re.IGNORECASE,
)
"""A block of headers of which one says that parts follow that belong together."""

_HEADERS = 16_384
"""Bytes in which the headers end; browsers write some hundreds."""


class Unpacked(NamedTuple):
    """The page in a file of several parts: its bytes, its Content-Type, and its address where the file says it."""

    body: bytes
    content_type: str | None
    url: str | None


def unpack(data: bytes) -> Unpacked | None:
    """Return the page that MHTML holds; None for bytes that are no MHTML.

    Raises:
        Unreadable: it is MHTML, and no page is in it.

    >>> unpack(b"<html>") is None
    True
    """
    if not _HEAD.match(data[:_HEADERS].replace(b"\r\n", b"\n")):
        return None
    from email import message_from_bytes  # noqa: PLC0415  30 ms that other pages do without

    try:
        message = message_from_bytes(data)
        root = _root_part(message)
        body = root.get_payload(decode=True) if root else None
    except (RecursionError, ValueError, LookupError) as error:
        raise Unreadable("an MHTML file that is broken") from error
    if root is None or not isinstance(body, bytes):
        raise Unreadable("an MHTML file without a page in it")
    url = root["Content-Location"] or message["Snapshot-Content-Location"]
    address = str(url).strip() if url else ""
    return Unpacked(body, root["Content-Type"], address if address.startswith("http") else None)


def _root_part(message: "Message") -> "Message | None":
    """Return the part that the others belong to: the one that the headers name, else the first that is HTML."""
    pages = [
        part
        for part in message.walk()
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}
    ]
    named = message.get_param("start")
    started = [part for part in pages if named and part["Content-ID"] == named]
    return next(iter([*started, *pages]), None)
