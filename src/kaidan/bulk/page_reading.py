"""What becomes of a page: JSON, or why it gave none. JSON, because a document takes several times as long to pickle."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kaidan.captures.capture import Capture
from kaidan.errors import KaidanError, Refused, Unreadable
from kaidan.messages import Message
from kaidan.parser.unparsed.glance import which_may_hold_meeting


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


Outcome = bytes | Failure
"""A document as a line of canonical JSON, or why there is none."""

ReadPage = Callable[[Page], Outcome]

NO_WORD = Failure(
    "refused", Refused.status, "no meeting in the page: no word for talks stands in it"
)
"""What a look at the bytes says of most pages."""


_AT_ONCE = 32
_BYTES_AT_ONCE = 500_000


def looked_at(captures: Iterable[Capture]) -> Iterator[tuple[Capture, Failure | None]]:
    """Yield captures, each with why it gives no document, where a look at its bytes tells.

    They are read a few at a time, and then looked at: by turns, each of the two would find the processor's caches full of the other's
    tables, and take half as long again.
    """
    few: list[Capture] = []
    size = 0
    for capture in captures:
        few.append(capture)
        size += len(capture.body)
        if len(few) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
            yield from zip(few, _at_a_glance(few), strict=True)
            few, size = [], 0
    yield from zip(few, _at_a_glance(few), strict=True)


def _at_a_glance(captures: Sequence[Capture]) -> list[Failure | None]:
    may_hold = which_may_hold_meeting([capture.body for capture in captures])
    return list(map(_why_no_document, captures, may_hold))


def _why_no_document(capture: Capture, may_hold: bool) -> Failure | None:  # noqa: FBT001  mapped
    if capture.problem:
        return Failure("unreadable", Unreadable.status, capture.problem)
    return None if may_hold else NO_WORD


def page_of(capture: Capture) -> Page:
    """Return what the extractor is told of a capture."""
    return Page(capture.body, capture.url, capture.content_type)


def read_pages(pages: Sequence[Page]) -> list[Outcome]:
    """Read each page; one that fails says why, and stops no other."""
    return [read_page(page) for page in pages]


def read_page(page: Page) -> Outcome:
    """Read a page into one line of canonical JSON, or say why it gives none."""
    from kaidan.pipeline import extract  # noqa: PLC0415  a page that is only looked at needs no models

    try:
        document = extract(page.body, url=page.url, content_type=page.content_type)
    except Exception as error:  # noqa: BLE001  the next page is another matter
        return failure(error)
    return document.to_json(indent=0).rstrip(b"\n")


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
