"""Questions over the wire: the only module that imports httpx.

A question is asked again after a connection error, 429 or 5xx, with a pause that doubles, or the one that Retry-After asks for
as long as it ends before the deadline. The deadline itself is kept by whoever calls.
"""

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from ssl import SSLContext
from types import MappingProxyType, TracebackType
from typing import NamedTuple, Self

import httpx
import stamina

from kaidan.errors import Unreadable
from kaidan.fetcher import payload
from kaidan.fetcher.destinations import Astray, redirected
from kaidan.fetcher.fetched import Limits
from kaidan.fetcher.patience import retry_after, trouble, worth_another

AGENT = "kaidan"
"""The name by which robots.txt may speak to us, RFC 9309 section 2.2.1."""

MAX_REDIRECTS = 5

_log = logging.getLogger(__name__)
_NONE: Mapping[str, str] = MappingProxyType({})

logging.getLogger("stamina").addHandler(
    logging.NullHandler()
)  # without any handler Python prints its warnings


class Answer(NamedTuple):
    """An answer: where it came from, its status and headers (names in lower case), and, of a 200, the decoded body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def location(self) -> str | None:
        """Where a redirect leads."""
        return self.headers.get("location") if self.status in {301, 302, 303, 307, 308} else None

    @property
    def line(self) -> str:
        """The status as a phrase: ``HTTP 503 Service Unavailable, Retry-After: 3600``."""
        known = {status.value: f" {status.phrase}" for status in HTTPStatus}
        wait = self.headers.get("retry-after")
        return f"HTTP {self.status}{known.get(self.status, '')}" + (
            f", Retry-After: {wait}" if wait else ""
        )


class _Busy(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.line)
        self.answer = answer


class Wire:
    """A conversation with one site, polite: one question at a time, a pause before the next."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._ends = time.monotonic() + limits.deadline
        self._last = -math.inf
        self.pause = limits.pause
        self.trouble = ""
        """What last went wrong, for the message when the deadline passes."""

    async def __aenter__(self) -> Self:
        try:
            self._client = httpx.AsyncClient(
                headers=_headers(self._limits.contact),
                verify=_trust(),
                timeout=self._limits.deadline / 3,  # one that hangs leaves time for another
            )
        except (ValueError, ImportError) as error:  # socks9://, or SOCKS without its library
            raise Unreadable(
                "the proxy that the environment names cannot be used: {why}", why=str(error)
            ) from error
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._client.aclose()

    async def ask(
        self, url: str, headers: Mapping[str, str] = _NONE, most: int | None = None
    ) -> Answer:
        """Return the answer to a GET, whatever its status, with a body of at most ``most`` bytes.

        Raises:
            Unreadable: no answer came after all attempts, or its body cannot be taken.
        """
        try:
            async for attempt in stamina.retry_context(
                on=self._again,
                attempts=self._limits.attempts,
                timeout=None,
                wait_initial=self._limits.backoff,
                wait_max=self._limits.deadline,
                wait_jitter=self._limits.backoff,
            ):
                with attempt:
                    return await self._once(url, headers, most or self._limits.max_bytes)
        except _Busy as busy:
            return busy.answer
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise Unreadable(trouble(error)) from error
        raise AssertionError("stamina returns or raises")

    async def _once(self, url: str, headers: Mapping[str, str], most: int) -> Answer:
        await asyncio.sleep(self._last + self.pause - time.monotonic())
        try:
            async with self._client.stream("GET", url, headers=headers) as response:
                answer = Answer(url, response.status_code, dict(response.headers), b"")
                if (
                    answer.status == HTTPStatus.TOO_MANY_REQUESTS
                    or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
                ):
                    raise _Busy(answer)
                if answer.status != HTTPStatus.OK:
                    return answer
                coding = answer.headers.get("content-encoding", "")
                return answer._replace(
                    body=await payload.unpack(response.aiter_raw(), coding, most)
                )
        finally:
            self._last = time.monotonic()

    def _again(self, error: Exception) -> bool | float:
        """Whether to ask again, or after how many seconds."""
        if isinstance(error, _Busy):
            self._note(error.answer.line)
            wait = retry_after(error.answer.headers)
            return True if wait is None else wait < self._ends - time.monotonic() and wait
        if not isinstance(error, httpx.TransportError):
            return False
        self._note(trouble(error))
        return worth_another(error)

    def _note(self, what: str) -> None:
        self.trouble = what
        _log.info("%s", what)


@cache
def _trust() -> SSLContext:
    """The authorities that are trusted, read once: 25 ms."""
    return httpx.create_ssl_context()


def _headers(contact: str | None) -> dict[str, str]:
    """Who asks, why, and what is wanted: the page in Japanese, where the site has it in others too."""
    whom = f"; contact: {contact}" if contact else ""
    return {
        "user-agent": f"{AGENT}/{version('kaidan')} (keeps a chronicle of summit meetings as data{whom})",
        "accept": "text/html, application/xhtml+xml, */*;q=0.1",
        "accept-language": "ja",
        "accept-encoding": payload.ACCEPTED,
    }


async def follow(ask: Callable[[str], Awaitable[Answer]], url: str) -> Answer:
    """Return the answer at the end of the redirects that begin at ``url``.

    Raises:
        Astray: one leads off the site, or there are more than :data:`MAX_REDIRECTS`.
    """
    for _ in range(1 + MAX_REDIRECTS):
        answer = await ask(url)
        if answer.location is None:
            return answer
        url = redirected(url, answer.location)
    raise Astray("more than {most} redirects", most=MAX_REDIRECTS)
