"""The last good result, as the files have it: no pointer, no state beside them."""

from pathlib import Path
from typing import NamedTuple

from kaidan import output
from kaidan.fetcher import Page
from kaidan.job import change_files, files, kept, log, pages
from kaidan.job.change_files import Change
from kaidan.models import Document


class Last(NamedTuple):
    """What the folder holds: the last good document, its bytes, and the page that it was read from; each None if it is not there.

    The page is the one whose SHA-256 the document names. Where there is no document it is the one that was accepted last, which
    is enough to make the document again: a page may come back, so that the newest by name need not be that.
    """

    document: Document | None
    data: bytes | None
    page: Page | None


def read_last(folder: Path) -> Last:
    """Return what ``folder`` holds.

    Raises:
        Unreadable: its meetings.json is broken, or cannot be read.
    """
    path = folder / kept.RESULT
    data = files.read_if_there(path)
    if data is None:
        return Last(None, None, _accepted_page(folder))
    document = output.load(data, str(path))
    return Last(document, data, pages.held(folder / kept.PAGES, document.source.sha256))


def _accepted_page(folder: Path) -> Page | None:
    """Return the page that was accepted last, as the log or else the changes say; where neither does, the newest."""
    stands, change = log.standing(folder / kept.LOG), change_files.last(folder / kept.CHANGES)
    digest = (stands and stands.page) or (change and change.page)
    return pages.held(folder / kept.PAGES, digest) if digest else pages.newest(folder / kept.PAGES)


def untold(folder: Path, held: Last) -> list[Change]:
    """Return the changes that led to what is held, the first first, whose runs were cut short before their line was in the log."""
    stands = log.standing(folder / kept.LOG)
    if stands and stands.document is None:  # a version that did not note it
        return []
    told, left = stands and stands.document, change_files.digest(held.data)
    found: list[Change] = []
    for change in change_files.newest_first(folder / kept.CHANGES):
        if change.after != left or left == told:
            break
        found.insert(0, change)
        left = change.before
    return found
