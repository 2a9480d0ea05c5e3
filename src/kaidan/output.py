"""A document as canonical JSON, and a file that is written whole or not at all."""

from codecs import BOM_UTF8

from pydantic import ValidationError

from kaidan.errors import Unreadable
from kaidan.models import Document


def to_json(document: Document, indent: int = 2) -> bytes:
    """Return the canonical form, as :meth:`Document.to_json` does."""
    return document.to_json(indent)


def load(data: bytes, where: str) -> Document:
    """Read a document back from its JSON.

    Raises:
        Unreadable: it is no document of this schema; the message says where and what is wrong first.
    """
    try:
        return Document.model_validate_json(data.removeprefix(BOM_UTF8))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise Unreadable(
            "{where}: not a meetings.json: {at}: {why}", where=where, at=at, why=first["msg"]
        ) from None
