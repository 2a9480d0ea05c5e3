"""What contradicts what: each rule looks at one finished meeting, and at those below it on the page, and says what does not fit.

A warning about two meetings belongs to the upper one: adding a meeting on top of the page changes no warning of an older one.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import asin, cos, radians, sqrt
from operator import attrgetter
from typing import TYPE_CHECKING

from kaidan import models
from kaidan.lexicon.words import spelled
from kaidan.models import Evidence, Meeting, Person, Place
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.sessions import Session, sessions
from kaidan.normalizers.events.venues import where_met
from kaidan.normalizers.events.visits import hosts
from kaidan.normalizers.people.roster import held, terms_of
from kaidan.normalizers.places.model import Place as FoundPlace
from kaidan.normalizers.places.model import PlaceMention
from kaidan.parser.heading import Heading, read_heading
from kaidan.text import BREAK
from kaidan.text.clauses import meetings_told
from kaidan.text.keys import unspaced

if TYPE_CHECKING:
    from datetime import date

Finding = tuple[str, str | None]
"""What is wrong, and the words of the page that say so."""

_kept_of_a_place = attrgetter(*FoundPlace._fields[: -len(("confidence", "rule"))])
"""What a meeting's place keeps of the one that was found: all but how sure it was, and of which rule."""

Rule = Callable[[Meeting, "Older"], Iterator[Finding]]

_FAR = 150.0  # km; towns of one region may both be right (伊東 and 川奈)
_FINE = ("locality", "venue")
_EARTH = 6371.0  # km, the mean radius


class Older:
    """What stands below a meeting: the nearest that has a date, its first day, and the nearest of each day with the same two leaders."""

    def __init__(self) -> None:
        self.nearest: Meeting | None = None
        self.start: date | None = None
        self.same: dict[tuple[str | None, frozenset[str]], Meeting] = {}

    def add(self, meeting: Meeting) -> None:
        """Take in the next meeting up the page."""
        when = meeting.date
        if when.precision == "day":
            self.same[when.edtf, _leaders(meeting)] = meeting
        if start := when.start:
            self.nearest, self.start = meeting, start


def check(meetings: Sequence[Meeting]) -> list[models.Warning]:
    """Return what does not fit, in the order of the meetings.

    Args:
        meetings: The newest first, as most pages have them.
    """
    older = Older()
    found: list[list[models.Warning]] = []
    for meeting in reversed(meetings):
        found.append(list(_check_one(meeting, older)))
        older.add(meeting)
    return [warning for warnings in reversed(found) for warning in warnings]


def _check_one(meeting: Meeting, older: Older) -> Iterator[models.Warning]:
    for code, rule in RULES.items():
        for message, text in rule(meeting, older):
            yield models.Warning(
                code=code, meeting=meeting.id, message=f"{meeting.heading}: {message}", text=text
            )


def _office_not_held(meeting: Meeting, _: Older) -> Iterator[Finding]:
    on = meeting.date.edtf
    for person in meeting.participants if on else ():
        name = person.name
        if name and on and not held(name.ja, person.office or "", person.country, on):
            yield f"{person.text}: on {on}, but {_tenure(name.en or name.ja, person)}", person.text


def _tenure(name: str, person: Person) -> str:
    terms = terms_of(person.name.ja, person.office or "") if person.name else []
    times = ", ".join(f"{term.first} to {term.last.replace('~', 'now')}" for term in terms)
    return f"{name} was {person.office} {times}" if times else f"{name} was never {person.office}"


def _series_not_there(meeting: Meeting, _: Older) -> Iterator[Finding]:
    occasion, on = meeting.occasion, meeting.date.edtf
    series = occasion and occasion.series
    if not occasion or not series or not on or not on[:4].isdigit():
        return
    year, text, place = on[:4], occasion.text, meeting.place
    then = _sessions_in(series, year)
    there = then is None or (
        then and (not place or not place.country or any(_is_at(session, place) for session in then))
    )
    is_of_ministers = any(word in text for word in spelled("occasions", "ministers"))
    if there or is_of_ministers:
        return
    if not then:
        yield f"{text}: no session of {series} is known in {year}", text
    elif place:
        where = " and ".join(f"{session.place} ({session.country})" for session in then)
        yield f"{text}: at {place.text}, but {series} was at {where} in {year}", text


@cache
def _sessions_in(series: str, year: str) -> list[Session] | None:
    """Return the sessions of a year; None where nothing is known of the series."""
    known = sessions().get(series)
    return known and [session for session in known if session.year in (year, "")]


def _is_at(session: Session, place: Place) -> bool:
    """Say whether a place may be the session's; a country or a region is not fine enough to tell."""
    name = place.name if place.precision in _FINE else None
    return place.country == session.country and (
        name is None or name.en == session.place or name.ja in session.names
    )


def _visit_elsewhere(meeting: Meeting, _: Older) -> Iterator[Finding]:
    occasion, place = meeting.occasion, meeting.place
    host = hosts().get(occasion.text[-1]) if occasion and occasion.kind == "visit" else None
    if occasion and host and place and place.country not in (host, None):
        yield (
            f"{occasion.text}: a visit to {host}, but the meeting was at {place.text}",
            occasion.text,
        )


def _photo_alt_differs(meeting: Meeting, _: Older) -> Iterator[Finding]:
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


def _place_differs(meeting: Meeting, _: Older) -> Iterator[Finding]:
    place = meeting.place
    far = [other for other in meeting.mentions.places if place and _is_far(place, other)]
    there = _told_place(meeting, far) if far else None
    if place and there and _is_far(place, there.place):
        yield f"the body has them meet at {there.text}", there.text


def _told_place(meeting: Meeting, far: Sequence[Place]) -> PlaceMention | None:
    """Return where the first block that tells of the meeting has it take place, if one of those far off stands there before the verb."""
    block, told = next(_points_told(meeting), (0, 0))
    before = (one.block == block and one.start < told for place in far for one in place.evidence)
    if not any(before):
        return None
    return where_met(meeting.body[block].text, _mentions_in(block, meeting.mentions.places))


def _points_told(meeting: Meeting) -> Iterator[tuple[int, int]]:
    """Yield the block and the character at which the body says that they met; it is asked as its readers did, who had the answer."""
    texts = [block.text for block in meeting.body]
    starts = list(accumulate((len(text) + len(BREAK) for text in texts), initial=0))
    for told in meetings_told(BREAK.join(texts)):
        if not told.title:
            block = bisect_right(starts, told.start) - 1
            yield block, told.start - starts[block]


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


def _is_far(one: Place, other: Place | FoundPlace) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    if one.latitude == other.latitude and one.longitude == other.longitude:  # most often
        return False
    fine = one.precision in _FINE and other.precision in _FINE
    if (
        not fine
        or one.latitude is None
        or one.longitude is None
        or other.latitude is None
        or other.longitude is None
    ):
        return False
    return _distance(one.latitude, one.longitude, other.latitude, other.longitude) > _FAR


def _distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points in degrees, in kilometres (haversine)."""
    lat, lon, other_lat, other_lon = map(radians, (lat, lon, other_lat, other_lon))
    chord = (1 - cos(other_lat - lat)) / 2 + cos(lat) * cos(other_lat) * (
        1 - cos(other_lon - lon)
    ) / 2
    return 2 * _EARTH * asin(sqrt(chord))


def _day_outside_month(meeting: Meeting, _: Older) -> Iterator[Finding]:
    month = (meeting.date.edtf or "")[:7]
    for day in meeting.mentions.dates if len(month) == 7 else ():
        edtf = day.edtf
        elsewhere = (
            edtf and not edtf.startswith(month) and "/" not in edtf and day.precision == "day"
        )
        if elsewhere and any(_opens_meeting(meeting, one) for one in day.evidence):
            yield f"the body has them meet on {day.text} ({edtf})", day.text


def _day_differs(meeting: Meeting, _: Older) -> Iterator[Finding]:
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


def _same_leaders_same_day(meeting: Meeting, older: Older) -> Iterator[Finding]:
    when = meeting.date
    leaders = _leaders(meeting) if when.precision == "day" else frozenset()
    other = older.same.get((when.edtf, leaders)) if len(leaders) == 2 else None
    if other:
        yield f"{other.heading} has the same two on {when.edtf}", other.heading


def _leaders(meeting: Meeting) -> frozenset[str]:
    return frozenset(name.ja for person in meeting.participants if (name := person.name))


def _out_of_order(meeting: Meeting, older: Older) -> Iterator[Finding]:
    below, end = older.nearest, meeting.date.end
    if below and older.start and end and end < older.start:
        yield (
            f"{meeting.date.edtf} stands above the later {below.heading}, {below.date.edtf}",
            meeting.date.text,
        )


RULES: Mapping[str, Rule] = {
    "office-not-held": _office_not_held,
    "series-not-there": _series_not_there,
    "visit-elsewhere": _visit_elsewhere,
    "photo-alt-differs": _photo_alt_differs,
    "place-differs": _place_differs,
    "day-outside-month": _day_outside_month,
    "day-differs": _day_differs,
    "same-leaders-same-day": _same_leaders_same_day,
    "out-of-order": _out_of_order,
}
"""The rules by the code of their warning, in the order in which a meeting's warnings stand."""
