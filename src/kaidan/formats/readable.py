"""Markdown (CommonMark): a section a meeting, to be read; whatever a page says stays text."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from kaidan.controls import on_one_line
from kaidan.formats import Options
from kaidan.formats.column_types import JOINED
from kaidan.models import Meeting, Name, Place
from kaidan.provenance import Provenance, provenance
from kaidan.sourced import SourcedDocument

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
"""Of ASCII: what CommonMark lets a backslash stand before."""

_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"
"""What an address may hold between the angle brackets of a link, besides letters, digits and codes."""


def write_markdown(sources: Sequence[SourcedDocument], options: Options) -> bytes:  # noqa: ARG001
    """Return the pages one below the other, each with its meetings and where it came from."""
    return "\n".join(line for source in sources for line in _page_section(source)).encode()


def _page_section(source: SourcedDocument) -> Iterator[str]:
    origin = provenance(source)
    yield f"# {escaped(origin.title or origin.name)}"
    yield ""
    for meeting in source.document.meetings:
        yield from _meeting_section(meeting)
    yield "---"
    yield ""
    yield from (f"- {line}" for line in _lines_of_origin(origin))
    yield ""


def _meeting_section(meeting: Meeting) -> Iterator[str]:
    yield f"## {escaped(meeting.heading)}"
    yield ""
    yield from (f"- {fact}" for fact in _facts_of_meeting(meeting))
    yield ""
    for block in meeting.body:
        yield escaped((block.marker or "") + block.text)
        yield ""
    for photo in meeting.photos:
        told = escaped(JOINED.join(filter(None, (photo.alt, photo.credit))))
        yield f"- {_linked_words(told, photo.url)}"
    for link in meeting.links:
        yield f"- {_linked_words(escaped(link.text), link.url)}"
    if meeting.photos or meeting.links:
        yield ""


def _facts_of_meeting(meeting: Meeting) -> Iterator[str]:
    """Yield what was read: the date, the place, who met, on what occasion, and the agreements."""
    if meeting.date.edtf:
        yield escaped(meeting.date.edtf)
    if meeting.place:
        yield escaped(_place_in_words(meeting.place))
    for person in meeting.participants:
        name = _both_names(person.name) if person.name else person.text
        yield escaped(JOINED.join(filter(None, (name, person.office, person.country))))
    if meeting.occasion:
        yield escaped(meeting.occasion.text)
    for agreement in meeting.mentions.agreements:
        named = (agreement.name, agreement.date, agreement.role)
        yield escaped(JOINED.join(filter(None, named)))


def _place_in_words(place: Place) -> str:
    names = [_both_names(name) for name in (place.name, place.country_name) if name]
    point = "" if place.latitude is None else f" ({place.latitude}, {place.longitude})"
    return JOINED.join(dict.fromkeys(names)) + point or place.text


def _both_names(name: Name) -> str:
    return f"{name.ja} {name.en}" if name.en else name.ja


def _lines_of_origin(origin: Provenance) -> Iterator[str]:
    yield _linked_words(escaped(origin.address or origin.name), origin.address)
    if origin.archived:
        yield _linked_words(escaped(origin.archived), origin.archived)
    if origin.publisher:
        yield escaped(f"{origin.publisher.ja} / {origin.publisher.en}")
    if origin.licence:
        yield _linked_words(
            escaped(f"{origin.licence.ja} / {origin.licence.en}"), origin.licence.text
        )
    if origin.day:
        yield origin.day.isoformat()
    yield f"sha256 {origin.sha256}"
    yield escaped(origin.generator)


def _linked_words(told: str, address: str | None) -> str:
    if not address:
        return told
    return f"[{told}](<{quote(address, safe=_IN_ADDRESSES)}>)"


def escaped(text: str) -> str:
    r"""Return a text that CommonMark shows as it is, on one line.

    >>> escaped("1) <b>*日露*</b> & [x](y)")
    '1\\) \\<b\\>\\*日露\\*\\<\\/b\\> \\& \\[x\\]\\(y\\)'
    """
    return _PUNCTUATION.sub(r"\\\1", on_one_line(text))
