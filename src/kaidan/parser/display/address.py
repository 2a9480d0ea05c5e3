"""The addresses that a page writes, made whole as browsers make them (WHATWG URL)."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from kaidan.text.deferred import deferred

_RUNS = frozenset("data javascript livescript mocha vbscript".split())
"""Schemes of what is run or made up on the spot: no address of anything that could be fetched or cited."""
_INSIDE = frozenset("blob filesystem jar view-source".split())
"""Schemes of what lies in a browser's own memory, and those before another address, which may be one that runs."""

_EDGES = "".join(
    map(chr, range(0x21))
)  # C0 controls and the space, which browsers take off both ends
_BREAKS = str.maketrans("", "", "\t\n\r")  # and these they take out wherever they stand
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WITH_SLASHES = frozenset(["", "file", "ftp", "http", "https", "ws", "wss"])
_QUERY_OR_FRAGMENT = deferred(r"[?#]")


@lru_cache(1024)  # a link is looked at for what it may run, and again where it is written
def resolve(base: str | None, address: str) -> str | None:
    r"""Return the address as seen from ``base``, None if it would run something; one that is no URL stays as the page has it.

    >>> resolve("http://example.jp/a/b.html", r"..\pdf\80.pdf"), resolve("http://example.jp/", "http://[x]/")
    ('http://example.jp/pdf/80.pdf', 'http://[x]/')
    >>> resolve("http://example.jp/", "Java\nScript:alert(1)") is None
    True
    """
    address = address.strip(_EDGES).translate(_BREAKS)
    named = _SCHEME.match(address)
    scheme = named[1].lower() if named else ""
    if scheme in _RUNS or scheme in _INSIDE:
        return None
    if "\\" in address and scheme in _WITH_SLASHES:
        end = _QUERY_OR_FRAGMENT.search(address)
        path = address[: end.start()] if end else address
        address = path.replace("\\", "/") + address[len(path) :]
    try:
        return urljoin(base or "", address)
    except ValueError:
        return address


def base_of(url: str | None, written: str | None) -> str | None:
    """Return what the addresses of a page are seen from: its own address, or what its ``<base>`` makes of that, if it is one.

    >>> base_of("http://example.jp/a/b.html", "/c/"), base_of("http://example.jp/", "http://[x"), base_of(None, "javascript:x")
    ('http://example.jp/c/', 'http://example.jp/', None)
    """
    base = resolve(url, written or "")
    try:
        urlsplit(base or "")
    except ValueError:
        base = None
    return base or url
