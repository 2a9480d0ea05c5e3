"""What a meeting says that the tables know otherwise: offices, sessions of a series, hosts."""

from collections.abc import Iterator
from functools import cache

from kaidan.checks.older import Finding, Older
from kaidan.lexicon.words import spelled
from kaidan.models import Meeting, Person, Place
from kaidan.normalizers.events.sessions import Session, sessions
from kaidan.normalizers.events.visits import hosts
from kaidan.normalizers.people.person import AND
from kaidan.normalizers.people.roster import held, terms_of
from kaidan.normalizers.places.model import TOWN_OR_FINER


def office_not_held(meeting: Meeting, _: Older) -> Iterator[Finding]:
    """Find people who did not hold their office on the day."""
    on = meeting.date.edtf
    for person in meeting.participants if on else ():
        name = person.name
        if AND in person.text:  # of two offices the tables may have the other alone
            continue
        if name and on and not held(name.ja, person.office or "", person.country, on):
            yield f"{person.text}: on {on}, but {_tenure(name.en or name.ja, person)}", person.text


def _tenure(name: str, person: Person) -> str:
    terms = terms_of(person.name.ja, person.office or "") if person.name else []
    times = ", ".join(f"{term.first} to {term.last.replace('~', 'now')}" for term in terms)
    return f"{name} was {person.office} {times}" if times else f"{name} was never {person.office}"


def series_not_there(meeting: Meeting, _: Older) -> Iterator[Finding]:
    """Find a series that had no session that year, or had it elsewhere."""
    occasion, on = meeting.occasion, meeting.date.edtf
    series = occasion and occasion.series
    if not occasion or not series or not on or not on[:4].isdigit():
        return
    year, text, place = on[:4], occasion.text, meeting.place
    then = _sessions_in(series, year)
    there = then is None or (
        then and (not place or not place.country or any(_is_at(session, place) for session in then))
    )
    if there or any(word in text for word in spelled("occasions", "ministers")):
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
    name = place.name if place.precision in TOWN_OR_FINER else None
    return place.country == session.country and (
        name is None or name.en == session.place or name.ja in session.names
    )


def visit_elsewhere(meeting: Meeting, _: Older) -> Iterator[Finding]:
    """Find a visit to another country than the one where they met."""
    occasion, place = meeting.occasion, meeting.place
    host = hosts().get(occasion.text[-1]) if occasion and occasion.kind == "visit" else None
    if occasion and host and place and place.country not in (host, None):
        yield (
            f"{occasion.text}: a visit to {host}, but the meeting was at {place.text}",
            occasion.text,
        )
