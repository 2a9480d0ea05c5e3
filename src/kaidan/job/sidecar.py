"""What stands beside a kept page: where it came from, when, and with which headers.

``01.html`` has ``01.html.http.json``. The sidecar names the SHA-256 of the body that it speaks of, so that validators are never
sent for another: a body that was edited, cut or lost has no sidecar that fits, and is simply fetched again. That is why the
sidecar is written first, and the body last: a body that is there has its sidecar.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kaidan.fetcher import Page
from kaidan.job import files
from kaidan.job.clock import moment
from kaidan.job.files import Write
from kaidan.saved import beside

_SECRET = frozenset({"set-cookie"})


def writes(path: Path, page: Page, when: datetime, refused: str | None = None) -> list[Write]:
    """Return what must be written for ``path`` to hold ``page``, the sidecar first; nothing of what is there already."""
    kept = read_kept(path)
    if kept and _telling(kept) == _telling(page):
        return []
    sidecar = (beside(path), _sidecar_facts(page, when, refused))
    return [sidecar] if kept and kept.body == page.body else [sidecar, (path, page.body)]


def _telling(page: Page) -> tuple[str | None, ...]:
    """What of a page, besides its body, another run goes by."""
    return page.url, page.content_type, page.etag, page.last_modified


def read_kept(path: Path) -> Page | None:
    """Return the page kept at ``path``; None if it is not there, not whole, or without the sidecar that speaks of it.

    Raises:
        Unreadable: it is there and cannot be read.
    """
    sidecar, body = files.read_if_there(beside(path)), files.read_if_there(path)
    if sidecar is None or body is None:
        return None
    try:
        facts = json.loads(sidecar)
        page = Page(facts["url"], facts["status"], _headers(facts["headers"]), body)
        fits = page.digest == facts["sha256"] and isinstance(page.url, str)
        return page if fits and isinstance(page.status, int) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _headers(told: Mapping[str, object]) -> dict[str, str]:
    """Return the headers that are some; a value that is no text is as if it had not come."""
    return {name: value for name, value in told.items() if isinstance(value, str)}


def _sidecar_facts(page: Page, when: datetime, refused: str | None) -> bytes:
    facts = {
        "url": page.url,
        "fetched": moment(when),
        "seconds": page.seconds,
        "status": page.status,
        "sha256": page.digest,
        "bytes": len(page.body),
        "refused": refused,
        "headers": {name: value for name, value in page.headers.items() if name not in _SECRET},
    }
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8", "backslashreplace"
    )
