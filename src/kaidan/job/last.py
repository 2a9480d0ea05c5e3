"""The last good result, as the files have it: no pointer, no state beside them."""

from pathlib import Path
from typing import NamedTuple

from kaidan import output
from kaidan.fetcher import Page
from kaidan.job import files, pages
from kaidan.models import Document


class Last(NamedTuple):
    """What the folder holds: the last good document, its bytes, and the page that it was read from; each None if it is not there.

    The page is the one whose SHA-256 the document names. Where there is no document it is the newest that was kept, which is
    enough to make the document again.
    """

    document: Document | None
    data: bytes | None
    page: Page | None


def read(folder: Path) -> Last:
    """Return what ``folder`` holds.

    Raises:
        Unreadable: its meetings.json is broken, or cannot be read.
    """
    path = folder / "meetings.json"
    data = files.read(path)
    if data is None:
        return Last(None, None, pages.newest(folder / "pages"))
    document = output.load(data, str(path))
    return Last(document, data, pages.held(folder / "pages", document.source.sha256))
