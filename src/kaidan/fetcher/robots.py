"""robots.txt, as RFC 9309 has it.

Protego reads it, Scrapy's parser: the standard library's urllib.robotparser knows neither ``*`` and ``$`` in a path nor that the
longest rule wins (RFC 9309 sections 2.2.2 and 2.2.3). The file is fetched under the limits of the page itself. Where it
cannot be had, section 2.3.1 decides: 4xx, or redirects that lead nowhere, is "unavailable", and everything is allowed; 5xx or no
answer is "unreachable", and nothing is.
"""

import re
from functools import partial
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from protego import Protego

from kaidan.errors import Unreadable
from kaidan.fetcher.destinations import Astray
from kaidan.fetcher.payload import TooLarge
from kaidan.fetcher.wire import AGENT, Answer, Wire, follow

_LONGEST_PAUSE = 10.0
"""Seconds. Crawl-delay is outside RFC 9309, and is obeyed up to here: a run that asks for two documents a day need not wait more."""


_LONGEST = 1 << 20
"""Bytes of a robots.txt, twice what RFC 9309 section 2.5 wants to be read."""


class Robots:
    """What the robots.txt of each origin allows; each is fetched once."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._rules: dict[str, Protego] = {}

    async def allow(self, url: str) -> None:
        """Pass if ``url`` may be asked.

        Raises:
            Unreadable: robots.txt forbids it, or cannot be reached.
        """
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if origin not in self._rules:
            self._rules[origin] = await self._read(urljoin(origin, "/robots.txt"))
        rules = self._rules[origin]
        if not rules.can_fetch(url, AGENT):
            raise Unreadable("the site's robots.txt asks {agent} to keep out", agent=AGENT)
        self._wire.pause = max(
            self._wire.pause, min(rules.crawl_delay(AGENT) or 0.0, _LONGEST_PAUSE)
        )

    async def _read(self, url: str) -> Protego:
        try:
            answer = await follow(partial(self._wire.ask, most=_LONGEST), url)
        except Astray:
            return Protego.parse("")
        except TooLarge as error:
            raise _kept_out(error.message) from error
        return Protego.parse(_rules(answer))


def _kept_out(why: str) -> Unreadable:
    return Unreadable("robots.txt cannot be read ({why}), which means to keep out", why=why)


_NO_ANSWER = (HTTPStatus.NOT_MODIFIED, HTTPStatus.TOO_MANY_REQUESTS)
"""Not modified since when, if nobody asked so? A cache that is stuck knows of no rules."""


def _rules(answer: Answer) -> str:
    if answer.status == HTTPStatus.OK:
        # Without its NULs even UTF-16, which it must not be in, reads as the ASCII that its rules are written in.
        text = answer.body.replace(b"\0", b"").decode("utf-8", "replace")
        marked = text.lstrip("\ufffd").replace("\ufeff", "")  # also where files were joined
        return _by_product_tokens(marked)
    if answer.status in _NO_ANSWER or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _kept_out(answer.line)
    return ""


_AGENT_LINE = re.compile(
    r"^([ \t]*user[- ]?agent[ \t]*:[ \t]*)([A-Za-z_-]+)[^\r\n]*", re.IGNORECASE | re.MULTILINE
)


def _by_product_tokens(text: str) -> str:
    """Return a robots.txt by the tokens that name us: those of others, of which ours may hold one, are put out of reach.

    RFC 9309 section 2.2.1: what counts of a User-agent line is its product token, whatever follows it, and it is ours if it is the same.

    >>> _by_product_tokens("User-agent: Kaidan/1.0 (a crawler)")
    'User-agent: kaidan'
    >>> _by_product_tokens("User-agent: ai")
    'User-agent: not-kaidan'
    """
    return _AGENT_LINE.sub(_by_product_token, text)


def _by_product_token(line: re.Match[str]) -> str:
    return line[1] + (AGENT if line[2].lower() == AGENT else f"not-{AGENT}")
