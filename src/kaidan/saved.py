"""A page on the disk, with the address, the type and the time that the sidecar beside it has of it."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kaidan.errors import Unreadable, because
from kaidan.intake import read_file

SIDECAR = ".http.json"
"""How the name of what stands beside a page goes on: where it came from, when, and with which headers."""


def beside(path: Path) -> Path:
    """Return where the sidecar of a page is.

    >>> beside(Path("page.html")).name
    'page.html.http.json'
    """
    return path.with_name(f"{path.name}{SIDECAR}")


class SavedPage(NamedTuple):
    """A page as it came, and what is known of its coming; each None where nobody noted it.

    Attributes:
        body: the bytes.
        url: where it came from.
        content_type: the HTTP header of that name.
        retrieved: when it came, UTC.
    """

    body: bytes
    url: str | None = None
    content_type: str | None = None
    retrieved: datetime | None = None


def read_saved_page(path: Path) -> SavedPage:
    """Return a saved page, with what ``FILE.http.json`` beside it says if it speaks of these very bytes.

    Raises:
        Unreadable: it is not there or cannot be read.
    """
    try:
        body = read_file(path)
    except (OSError, ValueError) as error:
        raise Unreadable(because(error)).at(path) from error
    sidecar = beside(path)
    return _with_facts(body, sidecar) if sidecar.exists() else SavedPage(body)


def _with_facts(body: bytes, sidecar: Path) -> SavedPage:
    """Return a page with what its sidecar says, if that speaks of these very bytes and can be read."""
    import json  # noqa: PLC0415  most pages have no sidecar

    try:
        facts = json.loads(sidecar.read_bytes())
        if facts["sha256"] != sha256(body).hexdigest():
            return SavedPage(body)
        url, content_type = facts["url"], facts["headers"].get("content-type")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return SavedPage(body)
    return SavedPage(body, _as_text(url), _as_text(content_type), _time_of_fetch(facts))


def _as_text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _time_of_fetch(facts: dict[str, Any]) -> datetime | None:
    """Return when the sidecar says that the page came; what is no time with its zone is none."""
    try:
        fetched = datetime.fromisoformat(facts["fetched"])
    except (KeyError, TypeError, ValueError):
        return None
    return fetched.astimezone(UTC) if fetched.tzinfo else None
