"""What a worker does: pages in, JSON or failures out. JSON, because a document takes several times as long to pickle."""

from collections.abc import Sequence
from typing import NamedTuple

from kaidan.errors import KaidanError, Refused
from kaidan.messages import Message
from kaidan.parser.glance import may_hold_meeting


class Page(NamedTuple):
    """What the extractor is told of a page."""

    body: bytes
    url: str | None
    content_type: str | None


class Failure(NamedTuple):
    """Why a page became no document: the error's code, the exit status that it has in ``kaidan extract``, and its English line."""

    code: str
    status: int
    message: str


NO_WORD = Failure(
    "refused", Refused.status, "no meeting in the page: no word for talks stands in it"
)
"""What a look at the bytes says of most pages."""


def read_pages(pages: Sequence[Page]) -> list[bytes | Failure]:
    """Read each page into one line of canonical JSON; a page that fails says why, and stops no other."""
    return [_read_page(page) for page in pages]


def failure(error: Exception) -> Failure:
    """Return what a line says of an error; what nobody foresaw is a fault of ours.

    >>> failure(Refused("the page is empty"))
    Failure(code='refused', status=4, message='the page is empty')
    """
    if isinstance(error, KaidanError):
        return Failure(type(error).__name__.lower(), error.status, str(error))
    first = str(error).partition("\n")[0]
    said = Message(
        "a fault in the extractor: {kind}: {what}", kind=type(error).__name__, what=first
    )
    return Failure("fault", Refused.status, str(said))


def _read_page(page: Page) -> bytes | Failure:
    from kaidan.pipeline import extract  # noqa: PLC0415  a page that is only looked at needs no models

    if not may_hold_meeting(page.body):
        return NO_WORD
    try:
        document = extract(page.body, url=page.url, content_type=page.content_type)
    except Exception as error:  # noqa: BLE001  the next page is another matter
        return failure(error)
    return document.to_json(indent=0).rstrip(b"\n")
