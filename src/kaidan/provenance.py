"""Where a document came from: the page's address, publisher and licence, when it was fetched, and its copy in an archive."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from kaidan.data import table
from kaidan.sourced import SourcedDocument

JAPAN = timezone(timedelta(hours=9), "JST")
"""Where the pages are published; without summer time since 1952."""


class Licence(NamedTuple):
    """Under which terms a page may be used: the licence's name in both languages, its text, and where the publisher says so."""

    ja: str
    en: str
    text: str
    terms: str


class Publisher(NamedTuple):
    """Who publishes a page, in both languages; without a licence where nobody has looked it up."""

    ja: str
    en: str
    licence: Licence | None


class Provenance(NamedTuple):
    """What a format or a citation says of a document's origin; each None where it is not known.

    Attributes:
        name: of the page, in short.
        title: of the page.
        address: of the page itself, also where an archive's copy was read.
        archived: address of a copy in a web archive.
        sha256: of the page's bytes.
        generator: what made the document.
        retrieved: when the page was fetched, UTC.
        publisher: by the address.
    """

    name: str
    title: str | None
    address: str | None
    archived: str | None
    sha256: str
    generator: str
    retrieved: datetime | None
    publisher: Publisher | None

    @property
    def day(self) -> date | None:
        """The day of retrieval in Japan."""
        return self.retrieved and self.retrieved.astimezone(JAPAN).date()

    @property
    def licence(self) -> Licence | None:
        """The publisher's licence."""
        return self.publisher and self.publisher.licence


def provenance(source: SourcedDocument) -> Provenance:
    """Return where a document came from."""
    page = source.document.source
    address, archived = page.url, source.archived
    original = archived_page(address) if address else None
    if original:
        address, archived = original, address
    return Provenance(
        source.page_name,
        page.title,
        address,
        archived,
        page.sha256,
        source.document.generator,
        source.retrieved,
        publisher_of(address) if address else None,
    )


def publisher_of(address: str) -> Publisher | None:
    """Return who publishes what stands at an address; None for one whom the table does not know.

    >>> publisher_of("http://www8.cao.go.jp/hoppo/shisaku/01.html").ja, publisher_of("https://www.mofa.go.jp/x").en
    ('内閣府 北方対策本部', 'Ministry of Foreign Affairs of Japan')
    >>> publisher_of("https://cao.go.jp.example.com/") is publisher_of("https://www.mofa.go.jp/").licence is None
    True
    """
    fitting = [row for row in table("publishers") if _stands_below(address, row["address"])]
    row = max(fitting, key=lambda row: len(row["address"]), default=None)
    if row is None:
        return None
    names = row["licence_ja"], row["licence_en"], row["licence"], row["terms"]
    return Publisher(row["ja"], row["en"], Licence(*names) if row["licence"] else None)


def _stands_below(address: str, beginning: str) -> bool:
    """Tell whether an address is of that host, or a subdomain of it, and below that path."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    host, slash, path = beginning.partition("/")
    there = (parts.hostname or "").rstrip(".")
    if there != host and not there.endswith(f".{host}"):
        return False
    return not slash or f"{parts.path}/".startswith(f"/{path}/")


def archived_page(address: str) -> str | None:
    """Return the address of the page that an archive's copy shows; None for what is no archive's.

    >>> archived_page("https://web.archive.org/web/20100701120000id_/http://www8.cao.go.jp/hoppo/")
    'http://www8.cao.go.jp/hoppo/'
    >>> archived_page("https://warp.da.ndl.go.jp/info:ndljp/pid/123/www8.cao.go.jp/hoppo/")
    'http://www8.cao.go.jp/hoppo/'
    """
    for row in table("archives"):
        copy = re.fullmatch(row["address"], address)
        if copy:
            page = copy["page"]
            return page if re.match("https?://", page) else f"http://{page.removeprefix('http:/')}"
    return None


def address_of_words(address: str, words: str) -> str:
    """Return an address that leads to words in a page (a text fragment, as browsers have it).

    >>> address_of_words("http://example.jp/a#b", "日露-首脳, 会談")
    'http://example.jp/a#b:~:text=%E6%97%A5%E9%9C%B2%2D%E9%A6%96%E8%84%B3%2C%20%E4%BC%9A%E8%AB%87'
    """
    written = quote(words, safe="").replace("-", "%2D")
    return f"{address}{'' if '#' in address else '#'}:~:text={written}"
