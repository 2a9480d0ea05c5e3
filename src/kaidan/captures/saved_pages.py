"""Saved pages: a file, the sidecar beside it, and the time in its name."""

from pathlib import Path

from kaidan.captures.capture import Capture, time_in_name
from kaidan.errors import Unreadable, because
from kaidan.parser.source.mhtml import unpack
from kaidan.parser.source.page import MAX_BYTES
from kaidan.saved import read_saved_page


def read_file(path: Path) -> Capture:
    """Return a saved page; one that cannot be read says so in its ``problem``."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return Capture(str(path), b"", problem=_too_large(path))
        saved = read_saved_page(path)
    except Unreadable as error:
        return Capture(str(path), b"", problem=str(error))
    except (OSError, ValueError) as error:
        return Capture(str(path), b"", problem=f"{path}: {because(error)}")
    captured = saved.retrieved or time_in_name(path.name)
    url = saved.url or _own_address(saved.body)
    return Capture(str(path), saved.body, url, captured, saved.content_type)


def _own_address(body: bytes) -> str | None:
    """Return the address that a page saved as MHTML says of itself; None of any other, and of one that is broken."""
    try:
        unpacked = unpack(body)
    except Unreadable:
        return None  # its reader says so
    return unpacked and unpacked.url


def _too_large(path: Path) -> str:
    return f"{path}: more than the {MAX_BYTES:,} bytes that are read"
