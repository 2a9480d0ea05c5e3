"""What a meeting's heading says that its own body or its photos tell otherwise: places and days."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from kaidan.checks.far_apart import is_far
from kaidan.checks.older import Finding, Older
from kaidan.models import Evidence, Meeting, Place
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.venues import where_met
from kaidan.normalizers.places.model import Place as FoundPlace
from kaidan.normalizers.places.model import PlaceMention
from kaidan.parser.headings.heading import Heading, read_heading
from kaidan.text.clauses import meetings_told
from kaidan.text.keys import unspaced
from kaidan.text.running import RunningText

_kept_of_a_place = attrgetter(*FoundPlace._fields[: -len(("confidence", "rule"))])
"""What a meeting's place keeps of the one that was found: all but how sure it was, and of which rule."""


def photo_alt_differs(meeting: Meeting, _: Older) -> Iterator[Finding]:
    """Find the texts of photos that are another meeting's heading."""
    for photo in meeting.photos:
        if (
            photo.alt
            and photo.alt != meeting.heading
            and not _says_the_same(read_heading(photo.alt), meeting)
        ):
            yield f"the photo says {photo.alt}", photo.alt


def _says_the_same(alt: Heading | None, meeting: Meeting) -> bool:
    """Tell whether a photo's text is no other meeting's heading: none at all, or this one's with the date or the width otherwise."""
    if alt is None or alt.date is None or unspaced(alt.text) == unspaced(meeting.heading):
        return True
    month = str(meeting.date.start)[:7]
    dated = any(
        str(mention.edtf).startswith(month) for mention in find_dates(alt.text[slice(*alt.date)])
    )
    placed = (
        alt.place is None
        or meeting.place is None
        or unspaced(alt.text[slice(*alt.place)]) == unspaced(meeting.place.text)
    )
    return dated and placed


def place_differs(meeting: Meeting, _: Older) -> Iterator[Finding]:
    """Find a place of the meeting that the body has elsewhere."""
    place = meeting.place
    far = [other for other in meeting.mentions.places if place and is_far(place, other)]
    there = _told_place(meeting, far) if far else None
    if place and there and is_far(place, there.place):
        yield f"the body has them meet at {there.text}", there.text


def _told_place(meeting: Meeting, far: Sequence[Place]) -> PlaceMention | None:
    """Return where the first block that tells of the meeting has it take place, if one of those far off stands there before the verb."""
    block, told = next(_points_told(meeting), (0, 0))
    before = (one.block == block and one.start < told for place in far for one in place.evidence)
    if not any(before):
        return None
    mentions = _mentions_in(block, meeting.mentions.places)
    return where_met(meeting.body[block].text, mentions, told=told)


def _mentions_in(block: int, places: Sequence[Place]) -> list[PlaceMention]:
    """Return the places of one block as its reader found them, in order."""
    mentions = [
        PlaceMention(one.text, one.start, one.end, _as_found(place), "plain", scene=False)
        for place in places
        for one in place.evidence
        if one.block == block
    ]
    return sorted(mentions, key=lambda mention: mention.start)


def _as_found(place: Place) -> FoundPlace:
    """Return a meeting's place as its reader had it; how sure it was and of which rule, the page does not say."""
    return FoundPlace._make((*_kept_of_a_place(place), 1.0, ""))


def day_outside_month(meeting: Meeting, _: Older) -> Iterator[Finding]:
    """Find days of the body, outside of the heading's month, on which it has them meet."""
    month = (meeting.date.edtf or "")[:7]
    for day in meeting.mentions.dates if len(month) == 7 else ():
        edtf = day.edtf
        elsewhere = (
            edtf and not edtf.startswith(month) and "/" not in edtf and day.precision == "day"
        )
        if elsewhere and any(_opens_meeting(meeting, one) for one in day.evidence):
            yield f"the body has them meet on {day.text} ({edtf})", day.text


def day_differs(meeting: Meeting, _: Older) -> Iterator[Finding]:
    """Find days of the body, in the month of a heading that names the day itself, on which it has them meet."""
    when = meeting.date
    if when.precision != "day" or any(one.where == "body" for one in when.evidence):
        return
    first, last = str(when.start), str(when.end)
    for day in meeting.mentions.dates:
        edtf = day.edtf or ""
        same_month = day.precision == "day" and len(edtf) == len(first) and edtf[:7] == first[:7]
        elsewhere = same_month and not first <= edtf <= last
        if elsewhere and any(_opens_meeting(meeting, one) for one in day.evidence):
            yield f"the heading says {when.text}, the body {day.text} ({edtf})", day.text


def _opens_meeting(meeting: Meeting, evidence: Evidence) -> bool:
    """Say whether a block starts here with a sentence that tells of the meeting."""
    if evidence.start != 0:
        return False
    block = evidence.block or 0
    end = meeting.body[block].text.find("。")
    return any(at == block and (end < 0 or told < end) for at, told in _points_told(meeting))


def _points_told(meeting: Meeting) -> Iterator[tuple[int, int]]:
    """Yield the block and the character at which the body says that they met; it is asked as its readers did, who had the answer."""
    body = RunningText([block.text for block in meeting.body])
    for told in meetings_told(body.text):
        if not told.title:
            block, start, _ = body.origin(told.start, told.end)
            yield block, start
