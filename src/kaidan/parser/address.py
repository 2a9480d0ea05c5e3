"""The addresses that a page writes, made whole."""

from urllib.parse import urljoin


def resolve(base: str | None, address: str) -> str:
    """Return the address as seen from ``base``; one that is no URL stays as the page has it.

    >>> resolve("http://example.jp/a/b.html", "../pdf/80.pdf"), resolve("http://example.jp/", "http://[x]/")
    ('http://example.jp/pdf/80.pdf', 'http://[x]/')
    """
    try:
        return urljoin(base or "", address)
    except ValueError:
        return address
