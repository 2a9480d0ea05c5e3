"""The values of a fetch: what it is told, and what it brings back."""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple


class Limits(NamedTuple):
    """How long, how much and how often a fetch may ask, and who is asking. Times are in seconds.

    Attributes:
        deadline: of the whole fetch: robots.txt, redirects, retries and pauses included.
        max_bytes: of one decoded body.
        pause: between two requests to the site.
        attempts: at one request, the first included.
        backoff: before the first retry; it doubles with each, and up to as much again is added by chance.
        contact: an address for the people who run the site; it goes into the User-Agent.
    """

    deadline: float = 60.0
    max_bytes: int = 20_000_000
    pause: float = 1.0
    attempts: int = 4
    backoff: float = 1.0
    contact: str | None = None


class Page(NamedTuple):
    """A page as it came, or the copy of it that is held.

    >>> page = Page("http://example.jp/", 200, {"content-type": "text/html", "etag": '"1"'}, b"<html>")
    >>> page.etag, page.last_modified, page.digest[:8]
    ('"1"', None, 'b7d082ee')

    Attributes:
        url: where it came from, after redirects.
        status: 200, or 304 where the site says that the held copy, whose body this is, still stands.
        headers: of the answer, names in lower case.
        body: the decoded bytes.
        seconds: how long it took.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float = 0.0

    @property
    def digest(self) -> str:
        """The SHA-256 of the body, in hexadecimal."""
        return sha256(self.body).hexdigest()

    @property
    def content_type(self) -> str | None:
        """The Content-Type header as it came, with its charset."""
        return self.headers.get("content-type")

    @property
    def etag(self) -> str | None:
        """The validator of a conditional request, RFC 9110 section 8.8.3."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """The weaker validator, RFC 9110 section 8.8.2."""
        return self.headers.get("last-modified")
