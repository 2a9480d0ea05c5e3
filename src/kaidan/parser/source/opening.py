"""What somebody hands over as a page becomes its text: bytes, a text, or a page as a browser saved it."""

import re
from typing import NamedTuple

from kaidan.errors import Refused
from kaidan.parser.source.decoders import Decoded
from kaidan.parser.source.mhtml import unpack
from kaidan.parser.source.page import decode
from kaidan.parser.source.saved_from import saved_from
from kaidan.text.deferred import deferred

_NAME = deferred(r"(?:https?://\S+|[^\n<]{1,1000}\.(?:x?html?|mhtml?|php|aspx?))\s*", re.IGNORECASE)
"""An address or a file's name, where a page was meant."""


class Opened(NamedTuple):
    """The bytes as they came, the text of the page in them, and the address that they say they came from."""

    raw: bytes
    page: Decoded
    url: str | None


def require_texts(**said: object) -> None:
    """See to it that each thing that is said of a page is a text or None.

    Raises:
        TypeError: one is not.
    """
    for name, value in said.items():
        if not isinstance(value, str | None):
            raise TypeError(f"{name} is a str or None, not {type(value).__name__}")


def open_page(data: bytes | str, content_type: str | None = None) -> Opened:
    """Decode a page, out of MHTML too.

    Raises:
        TypeError: it is neither bytes nor a text.
        Refused: the page is empty, or the text is a file's name.
        Unreadable: the bytes are no page.

    >>> open_page("page.html")
    Traceback (most recent call last):
    kaidan.errors.Refused: 'page.html' is the name of a page, not the page: give its bytes, Path('page.html').read_bytes()
    """
    if isinstance(data, str):
        return _opened_text(data)
    if not isinstance(data, bytes | bytearray | memoryview):
        kind = type(data).__name__
        raise TypeError(f"a page is bytes or a str, not {kind}; of a file, Path(...).read_bytes()")
    raw = bytes(data)
    unpacked = unpack(raw)
    if unpacked is None:
        page = decode(raw, content_type)
        return Opened(raw, page, saved_from(page.text))
    page = decode(unpacked.body, unpacked.content_type or content_type)
    return Opened(raw, page, unpacked.url or saved_from(page.text))


def _opened_text(text: str) -> Opened:
    if _NAME.fullmatch(text):
        raise Refused(
            "{name!r} is the name of a page, not the page: give its bytes, Path({name!r}).read_bytes()",
            name=text.strip(),
        )
    raw = text.encode("utf-8", "replace")
    return Opened(raw, Decoded(raw.decode(), "utf-8", ()), saved_from(text))
