"""What of an address tells pages apart, as web archives see it."""

import re
from urllib.parse import quote, urlsplit

_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")


def page_key(url: str) -> tuple[str, str, str]:
    """Return what of an address tells pages apart.

    Not the scheme, the port that it stands for, ``www.``, how a sign is spelled by percents, a slash at the end, or a fragment: archives
    find a page whichever way it was asked for.

    >>> page_key("https://www.example.jp:443/%e4%bc%9a/#top") == page_key("http://EXAMPLE.jp/会")
    True
    >>> page_key("http://www8.example.jp:8080/"), page_key("http://[::1/")
    (('www8.example.jp:8080', '/', ''), ('', 'http://[::1/', ''))
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # no address at all: nothing else is that page
        return ("", url, "")
    host = (parts.hostname or "").removeprefix("www.")
    if port not in {None, 80, 443}:
        host = f"{host}:{port}"
    return (host, _spelled_alike(parts.path).rstrip("/") or "/", _spelled_alike(parts.query))


def _spelled_alike(part: str) -> str:
    """Return a part of an address with each sign beyond ASCII by its percents, in capitals."""
    return _PERCENT.sub(lambda byte: byte[0].upper(), quote(part, safe=_ASCII))
