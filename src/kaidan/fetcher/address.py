"""Which addresses are asked: the one that the user gave, and those that its own site redirects to.

The rule for redirects is "the same site": the same host and port, where ``www.`` may come or go and http may become https.
So a private or loopback address is asked only where the user named it (a mirror on the intranet), never because a page of the
internet pointed there; nor is file: or any other scheme.
"""

from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from kaidan.errors import Unreadable

_PORTS = {"http": 80, "https": 443}

_LONGEST = 200
"""Characters of an address in a message."""


class Astray(Unreadable):
    """A redirect that is not followed."""


def checked(url: str) -> str:
    """Return ``url`` if it can be asked.

    >>> checked("http://www8.cao.go.jp/hoppo/shisaku/01.html")
    'http://www8.cao.go.jp/hoppo/shisaku/01.html'
    >>> checked("ftp://example.jp/")
    Traceback (most recent call last):
    kaidan.errors.Unreadable: only http and https addresses are fetched

    Raises:
        Unreadable: it is no http(s) address with a host, or it holds a password, which the log and the sidecars would keep.
    """
    parts = _split(url)
    if parts.scheme not in _PORTS:
        raise Unreadable("only http and https addresses are fetched")
    if not parts.hostname:
        raise Unreadable("the address names no host")
    if parts.username is not None:
        raise Unreadable("the address holds a user name, which would be kept in the log")
    return url


def redirected(url: str, location: str) -> str:
    """Return the address that a redirect from ``url`` leads to.

    >>> redirected("http://example.jp/a/1.html", "2.html")
    'http://example.jp/a/2.html'
    >>> redirected("http://example.jp/", "https://www.example.jp/")
    'https://www.example.jp/'
    >>> redirected("http://example.jp/", "http://127.0.0.1/")
    Traceback (most recent call last):
    kaidan.fetcher.address.Astray: redirected to http://127.0.0.1/, a private address, which is not followed

    Raises:
        Astray: it leads to another site, to another scheme, or from https back to http.
    """
    try:
        target = urljoin(url, location)
    except ValueError as error:
        raise Astray(
            f"redirected to {location[:_LONGEST]}, which is not an address ({error})"
        ) from error
    old, new, shown = _split(url), _split(target), target[:_LONGEST]
    if new.scheme not in _PORTS or not new.hostname or new.username is not None:
        raise Astray(f"redirected to {shown}, which is not followed")
    if _site(old) != _site(new):
        kind = "a private address" if _is_private(new.hostname) else "another site"
        raise Astray(f"redirected to {shown}, {kind}, which is not followed")
    if (old.scheme, new.scheme) == ("https", "http"):
        raise Astray(f"redirected to {shown}, which is not encrypted, and not followed")
    return target


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # reading it is what checks it
    except ValueError as error:
        raise Astray(f"{url[:_LONGEST]} is not an address ({error})") from error
    return parts


def _site(parts: SplitResult) -> tuple[str, int | None]:
    port = parts.port or _PORTS[parts.scheme]
    return (parts.hostname or "").removeprefix("www."), None if port == _PORTS[
        parts.scheme
    ] else port


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost"
