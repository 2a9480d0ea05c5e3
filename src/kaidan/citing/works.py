"""What is cited: a page, or a meeting in it."""

from datetime import date
from typing import NamedTuple

from kaidan.controls import show_controls
from kaidan.messages import Language
from kaidan.models import Meeting
from kaidan.provenance import Licence, Provenance, Publisher, address_of_words, provenance
from kaidan.sourced import SourcedDocument


class Work(NamedTuple):
    """What a citation says; None where it is not known.

    Attributes:
        key: that a bibliography names it by.
        title: of the page, or the meeting's heading.
        within: title of the page, of a meeting.
        publisher: of the page.
        address: of the page, or of the meeting's heading in it.
        archived: address of a copy in a web archive.
        accessed: day of retrieval, in Japan.
        sha256: of the page's bytes.
        generator: what read the page.
        licence: of the page.
    """

    key: str
    title: str
    within: str | None
    publisher: Publisher | None
    address: str | None
    archived: str | None
    accessed: date | None
    sha256: str
    generator: str
    licence: Licence | None

    def published_by(self, language: Language) -> str | None:
        """Return the publisher's name in a language."""
        if self.publisher is None:
            return None
        return self.publisher.ja if language == "ja" else self.publisher.en

    def licensed_by(self, language: Language) -> str | None:
        """Return the licence's name in a language."""
        if self.licence is None:
            return None
        return self.licence.ja if language == "ja" else self.licence.en

    def notes(self, language: Language) -> list[str]:
        """Return what identifies the bytes that were read, what read them, and under which licence they stand."""
        licence = self.licensed_by(language)
        return [f"SHA-256 {self.sha256}", self.generator, *([licence] if licence else [])]


def cited_page(source: SourcedDocument) -> Work:
    """Return the page of a document as what is cited."""
    origin = provenance(source)
    key = f"page-{origin.sha256[:12]}"
    return _cited_work(origin, key, origin.title or origin.name, None, origin.address)


def cited_meeting(source: SourcedDocument, meeting: Meeting) -> Work:
    """Return a meeting of a document as what is cited; its address leads to its heading."""
    origin = provenance(source)
    address = origin.address and address_of_words(origin.address, meeting.heading)
    return _cited_work(origin, meeting.id, meeting.heading, origin.title, address)


def _cited_work(
    origin: Provenance, key: str, title: str, within: str | None, address: str | None
) -> Work:
    return Work(
        key,
        show_controls(title),
        within and show_controls(within),
        origin.publisher,
        address,
        origin.archived,
        origin.day,
        origin.sha256,
        origin.generator,
        origin.licence,
    )
