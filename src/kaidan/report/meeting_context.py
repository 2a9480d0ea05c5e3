"""What the template is told of a meeting: its texts with their marks, its values in words, and what rows and filters want."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kaidan.messages import Language, Warned, tell
from kaidan.models import Document, Evidence, Meeting
from kaidan.provenance import address_of_words, provenance
from kaidan.report.captions import Value, name_in, values
from kaidan.report.marks import Mark, Span, marked
from kaidan.sourced import SourcedDocument

_SAFE = re.compile("https?://", re.IGNORECASE)
"""Addresses that a link may lead to; others stand as text."""


def meeting_context(
    source: SourcedDocument, meeting: Meeting, language: Language
) -> dict[str, Any]:
    """Return what the template lays out of a meeting."""
    read = list(values(meeting, language))
    address = provenance(source).address
    place = meeting.place
    people = [name_in(p.name, language) or p.text for p in meeting.participants]
    return {
        "id": meeting.id,
        "title": meeting.title,
        "heading": meeting.heading,
        "heading_marks": _marks(meeting.heading, read, "heading", None),
        "blocks": [
            {
                "marker": block.marker,
                "text": block.text,
                "marks": _marks(block.text, read, "body", number),
            }
            for number, block in enumerate(meeting.body)
        ],
        "lent": list(_lent(source.document, read)),
        "read": [_value_context(value, address) for value in read],
        "warnings": [
            tell(Warned(warning.code, warning.message, warning.text), language)
            for warning in source.document.warnings
            if warning.meeting == meeting.id
        ],
        "photos": [
            {"url": photo.url and link_to(photo.url), "alt": photo.alt, "credit": photo.credit}
            for photo in meeting.photos
        ],
        "date": meeting.date.edtf or meeting.date.text,
        "start": str(meeting.date.start or ""),
        "year": str(meeting.date.start or "")[:4],
        "place": (place and (name_in(place.name or place.country_name, language) or place.text))
        or "",
        "country": (place and place.country) or "",
        "country_name": (place and name_in(place.country_name, language)) or "",
        "people": ", ".join(people),
        "leaders": "|".join(people),
        "series": (meeting.occasion and meeting.occasion.series) or "",
    }


def _value_context(value: Value, address: str | None) -> dict[str, Any]:
    words = dict.fromkeys(evidence.text for evidence in value.evidence)
    return {
        "field": value.field,
        "label": value.label,
        "said": value.said,
        "words": [
            {"text": text, "address": address and link_to(address_of_words(address, text))}
            for text in words
        ],
    }


def _marks(text: str, read: Sequence[Value], where: str, block: int | None) -> tuple[Mark, ...]:
    return marked(
        len(text),
        [
            Span(evidence.start, evidence.end, value.field, f"{value.label}: {value.said}")
            for value, evidence in _found(read)
            if evidence.where == where and evidence.block == block
        ],
    )


def _lent(document: Document, read: Sequence[Value]) -> Iterator[dict[str, Any]]:
    """Yield the lines outside of the meeting that lend it something."""
    blocks = {
        evidence.block
        for _, evidence in _found(read)
        if evidence.where == "context" and evidence.block is not None
    }
    for block in sorted(blocks):
        text = document.source.context[block].text
        yield {"text": text, "block": block, "marks": _marks(text, read, "context", block)}


def _found(read: Sequence[Value]) -> Iterator[tuple[Value, Evidence]]:
    return ((value, evidence) for value in read for evidence in value.evidence)


def link_to(address: str) -> str | None:
    """Return an address if a link may lead to it."""
    return address if _SAFE.match(address) else None
