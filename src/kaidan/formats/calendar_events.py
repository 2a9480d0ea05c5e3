"""iCalendar (RFC 5545): an all-day event a meeting."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kaidan.controls import show_controls
from kaidan.formats import Options
from kaidan.formats.flattened import body_text
from kaidan.models import Meeting
from kaidan.provenance import Provenance, address_of_words, provenance
from kaidan.sourced import SourcedDocument

if TYPE_CHECKING:
    import icalendar

_NO_CLOCK = datetime(1970, 1, 1, tzinfo=UTC)


def write_calendar(sources: Sequence[SourcedDocument], options: Options) -> bytes:  # noqa: ARG001
    """Return a calendar with an event for each meeting whose first and last day are known."""
    import icalendar  # noqa: PLC0415  only for this format

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//kaidan//{sources[0].document.generator}//JA")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for source in sources:
        origin = provenance(source)
        for meeting in source.document.meetings:
            if meeting.date.start and meeting.date.end:
                calendar.add_component(_event_of(meeting, origin))
    return bytes(calendar.to_ical())


def _event_of(meeting: Meeting, origin: Provenance) -> "icalendar.Event":
    import icalendar  # noqa: PLC0415

    first, last = meeting.date.start, meeting.date.end
    if first is None or last is None:
        raise ValueError(f"{meeting.id}: no days")
    event = icalendar.Event()
    event.add("uid", _uid(meeting, origin))
    event.add("dtstamp", origin.retrieved or _NO_CLOCK)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", show_controls(meeting.heading))
    event.add("transp", "TRANSPARENT")
    place = meeting.place
    if place and place.name:
        event.add("location", show_controls(place.name.ja))
    if place and place.latitude is not None and place.longitude is not None:
        event.add("geo", (place.latitude, place.longitude))
    if origin.address:
        event.add("url", address_of_words(origin.address, meeting.heading))
    event.add("description", show_controls("\n".join(_described(meeting, origin))))
    return event


def _uid(meeting: Meeting, origin: Provenance) -> str:
    """Return what names the event in every later calendar of the page, whatever its wording; http or https is no difference."""
    address = origin.address and origin.address.partition("://")[2]
    return f"{meeting.id}@{address or origin.sha256}"


def _described(meeting: Meeting, origin: Provenance) -> Iterator[str]:
    date = meeting.date
    if date.precision != "day":
        yield f"[{date.edtf}: only the {date.precision} is known]"
    yield body_text(meeting)
    yield ""
    yield f"{origin.address or origin.name} (sha256 {origin.sha256}), {origin.generator}"
    if origin.licence:
        yield f"{origin.licence.ja} / {origin.licence.en}: {origin.licence.text}"
