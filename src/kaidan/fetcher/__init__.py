"""A page, politely: one function that returns it or says why not.

The fetcher reads no clock but the monotonic one and writes nothing; whoever calls keeps what came.
"""

import asyncio
import time
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus

from kaidan.errors import Unreadable
from kaidan.fetcher.destinations import checked, local_names
from kaidan.fetcher.fetched import Limits, Page
from kaidan.fetcher.loop import Loop
from kaidan.fetcher.robots import Robots
from kaidan.fetcher.wire import Answer, Wire, follow
from kaidan.messages import Message

__all__ = ["Limits", "Page", "fetch"]

_TYPES = frozenset({"", "text/html", "application/xhtml+xml"})
_POLITE = Limits()


def fetch(url: str, held: Page | None = None, limits: Limits = _POLITE) -> Page:
    """Return the page at ``url``; its status is 304 and its body that of ``held`` where the site says that it has not changed.

    Args:
        url: an http or https address.
        held: the copy that the caller has, whole: what its validators were sent for. Without it nothing is asked conditionally.
        limits: how long, how much, how often.

    Raises:
        Unreadable: it did not come, not in time, not whole, or is no HTML. The message does not repeat ``url``.
    """
    begun = time.monotonic()
    with asyncio.Runner(loop_factory=partial(Loop, local_names(url))) as runner:
        page = runner.run(_fetched(checked(url), held, limits))
    return page._replace(seconds=round(time.monotonic() - begun, 3))


async def _fetched(url: str, held: Page | None, limits: Limits) -> Page:
    wire = Wire(limits)
    try:
        async with asyncio.timeout(limits.deadline), wire:
            return _page_of_answer(await _visit(wire, url, held), held)
    except TimeoutError as error:
        late = Message("not fetched within the deadline of {seconds:g} s", seconds=limits.deadline)
        if not wire.trouble:
            raise Unreadable(late) from error
        raise Unreadable("{late} (last: {trouble})", late=late, trouble=wire.trouble) from error


async def _visit(wire: Wire, url: str, held: Page | None) -> Answer:
    """Ask for the page, each address on the way to it only if robots.txt lets us."""
    robots = Robots(wire)

    async def ask(address: str) -> Answer:
        await robots.allow(address)
        conditions = _conditions(address, held)
        answer = await wire.ask(address, conditions)
        if conditions and answer.status == HTTPStatus.NOT_MODIFIED:
            if _still_stands(answer, held):
                return answer
            answer = await wire.ask(address)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            raise Unreadable("{status}, though the request had no condition", status=answer.line)
        return answer

    return await follow(ask, url)


def _conditions(url: str, held: Page | None) -> Mapping[str, str]:
    """What makes the request conditional: only for the very address that the held copy came from."""
    if held is None or held.url != url:
        return {}
    asked = {"if-none-match": held.etag, "if-modified-since": held.last_modified}
    return {name: value for name, value in asked.items() if value and _can_be_sent(value)}


def _can_be_sent(value: str) -> bool:
    """Whether a validator can be sent back as it came: visible ASCII, the rest of RFC 9110 section 5.5 is obsolete."""
    return value.isascii() and value.isprintable()


def _still_stands(answer: Answer, held: Page | None) -> bool:
    """Whether a 304 speaks of the held copy: it may carry the ETag of another."""
    return held is not None and _strong(answer.headers.get("etag", held.etag)) == _strong(held.etag)


def _strong(etag: str | None) -> str:
    return (etag or "").removeprefix("W/")


def _page_of_answer(answer: Answer, held: Page | None) -> Page:
    if answer.status == HTTPStatus.NOT_MODIFIED and held:
        return held._replace(status=answer.status)
    if answer.status != HTTPStatus.OK:
        raise Unreadable(answer.line)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _TYPES:
        raise Unreadable("this is no HTML page, but {kind}", kind=kind)
    return Page(answer.url, answer.status, answer.headers, answer.body)
