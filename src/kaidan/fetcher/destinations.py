"""Which addresses are asked: the one that the user gave, and those that its own site redirects to.

The rule for redirects is "the same site": the same host and port, where ``www.`` may come or go and http may become https.
So a private or loopback address is asked only where the user named it (a mirror on the intranet), never because a page of the
internet pointed there, nor because its name resolves to one: that is looked at at each connection; nor is file: or any other scheme.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import getproxies

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
    kaidan.fetcher.destinations.Astray: redirected to http://127.0.0.1/, a private address, which is not followed

    Raises:
        Astray: it leads to another site, to another scheme, or from https back to http.
    """
    try:
        target = urljoin(url, location)
    except ValueError as error:
        where = location[:_LONGEST]
        raise Astray("redirected to {where}, which is not an address", where=where) from error
    old, new = _split(url), _split(target)
    shown = new._replace(netloc=new.netloc.rpartition("@")[2]).geturl()[:_LONGEST]
    if new.scheme not in _PORTS or not new.hostname or new.username is not None:
        raise Astray("redirected to {where}, which is not followed", where=shown)
    if _site(old) != _site(new):
        if _is_private_host(new.hostname):
            raise Astray(
                "redirected to {where}, a private address, which is not followed", where=shown
            )
        raise Astray("redirected to {where}, another site, which is not followed", where=shown)
    if (old.scheme, new.scheme) == ("https", "http"):
        raise Astray("redirected to {where}, which is not encrypted, and not followed", where=shown)
    return target


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # reading it is what checks it
    except ValueError as error:
        raise Astray("{where} is not an address", where=url[:_LONGEST]) from error
    return parts


def _site(parts: SplitResult) -> tuple[str, int | None]:
    port = parts.port or _PORTS[parts.scheme]
    return (parts.hostname or "").removeprefix("www."), None if port == _PORTS[
        parts.scheme
    ] else port


def _is_private_host(host: str) -> bool:
    try:
        return is_private(host)
    except ValueError:
        return host == "localhost"


def is_private(address: str) -> bool:
    """Tell whether an IP address is of a private network, this machine, or no single machine, also where an IPv6 one wraps it.

    >>> is_private("10.0.0.1"), is_private("::ffff:127.0.0.1"), is_private("64:ff9b::10.0.0.1"), is_private("8.8.8.8")
    (True, True, True, False)
    >>> is_private("64:ff9b:1::10.0.0.1")
    True

    Raises:
        ValueError: it is no IP address.
    """
    read = ip_address(address.partition("%")[0])
    if isinstance(read, IPv6Address):
        if any(read in network for network in _OF_NO_INTERNET):
            return True
        read = _wrapped(read) or read
    return not read.is_global or read.is_multicast


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for (RFC 4291 2.5.5, RFC 3056, RFC 6052)."""
    if any(address in network for network in _WRAPPING):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour


_WRAPPING = tuple(map(IPv6Network, ("::ffff:0:0/96", "::/96", "64:ff9b::/96")))

_OF_NO_INTERNET = tuple(map(IPv6Network, ("64:ff9b:1::/48", "fec0::/10", "3fff::/20", "5f00::/16")))
"""What :mod:`ipaddress` takes for global, in one version of Python or another: RFC 8215, 3879, 9637, 9602."""

_LOCAL = (".local", ".localhost", ".test", ".internal", ".home.arpa")
"""Names that are never of the internet: RFC 6761, 6762, 8375, and ICANN's resolution 2024.07.29.06."""


def local_names(url: str) -> frozenset[str]:
    """Return the names that may stand for private addresses: the one that the user gave, if it is no name of the internet, and proxies.

    Any other name that leads into a private network was made to by somebody else (a rebound name server).

    >>> sorted(local_names("http://mirror.internal/01.html"))
    ['mirror.internal']
    >>> sorted(local_names("http://www8.cao.go.jp/"))
    []
    """
    host = _split(url).hostname or ""
    own = {host} if "." not in host.rstrip(".") or host.endswith(_LOCAL) else set()
    proxies = {urlsplit(proxy).hostname for proxy in getproxies().values() if "://" in proxy}
    return frozenset(own | {name for name in proxies if name})
