"""What came, as today's code reads it, and how that differs from what is held."""

import logging
import re
from collections.abc import Collection
from typing import NamedTuple

from kaidan import output
from kaidan.differ import Changes, diff, summary
from kaidan.errors import KaidanError, Refused, unforeseen
from kaidan.fetcher import Page
from kaidan.job.last import Last
from kaidan.job.runs import Decision
from kaidan.messages import Message
from kaidan.models import Document
from kaidan.pipeline import extract

_log = logging.getLogger(__name__)


class Reading(NamedTuple):
    """A page and what was read from it.

    Attributes:
        page: as it came.
        document: what it says.
        data: the document as it is to stand in meetings.json.
        changes: from the document that is held, each with whose it is; None where none is held.
        replayed: the held page as today's code reads it, where it can be read.
    """

    page: Page
    document: Document
    data: bytes
    changes: Changes | None
    replayed: Document | None = None

    @property
    def decision(self) -> Decision:
        """What becomes of it if the guard lets it pass."""
        if self.changes is None:
            return "first"
        return "changed" if self.changes else "unchanged"

    @property
    def lines(self) -> list[str]:
        """What changed, a line each."""
        if self.changes is None:
            count = len(self.document.meetings)
            return [Message("{count} meetings, the first result", count=count)]
        return summary(self.changes)

    @property
    def meetings(self) -> list[str]:
        """The ids of the meetings that changed, each once; of a first result all."""
        if self.changes is None:
            return [meeting.id for meeting in self.document.meetings]
        return list(dict.fromkeys(each.meeting for each in self.changes if each.meeting))

    @property
    def counts(self) -> dict[str, int]:
        """The numbers for the log."""
        counts = {"meetings": len(self.document.meetings), "warnings": len(self.document.warnings)}
        for change in self.changes or ():
            counts[f"by {change.by}"] = counts.get(f"by {change.by}", 0) + 1
        return counts


def read(
    page: Page,
    held: Last,
    ignore: Collection[str] = (),
    ignored: re.Pattern[str] | None = None,
) -> Reading:
    """Read ``page`` and compare it with what is held.

    The held page is read again by today's code: what differs between its two readings is the extractor's doing, the rest the
    source's. What ``ignore`` names, and words that match ``ignored``, are no changes.

    Raises:
        Refused: there is no meeting in the page, or a fault of ours came to light in it.
        Unreadable: it is no text.
    """
    document = _extract(page)
    replayed = _replayed(page, document, held)
    changes = None
    if held.document:
        found = diff(held.document, document, replayed=replayed, ignored=ignored)
        changes = found.filtered(ignore=ignore) if ignore else found
    return Reading(page, document, output.to_json(document), changes, replayed)


def _replayed(page: Page, document: Document, held: Last) -> Document | None:
    """Return the held page as today's code reads it; None where there is none to read."""
    if held.document is None or held.page is None:
        return None
    if _asked(held.page) == _asked(page):
        return document
    try:
        return _extract(held.page)
    except KaidanError as error:
        _log.warning("the held page cannot be read again: %s", error)
        return None


def _asked(page: Page) -> tuple[bytes, str, str | None]:
    """All that the extractor is told of a page."""
    return page.body, page.url, page.content_type


def _extract(page: Page) -> Document:
    body, url, content_type = _asked(page)
    try:
        return extract(body, url=url, content_type=content_type)
    except KaidanError:
        raise
    except Exception as error:
        _log.exception("a fault in the extractor")
        what = str(unforeseen(error)).removeprefix("unforeseen: ")
        raise Refused("a fault in the extractor: {what}", what=what) from error
