"""Values in words for people, in their language: 2008-11 is 2008年11月, PE is ペルー."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kaidan.messages import Language, Message, tell
from kaidan.models import Evidence, Meeting, Name, Person, Place


class Value(NamedTuple):
    """Something that was read in a meeting.

    Attributes:
        field: date, place, participants, occasion, agreements, links or mentions.
        label: what it is.
        said: the value in words.
        evidence: where it was read.
        rule: why the words mean that, where the value itself tells.
    """

    field: str
    label: str
    said: str
    evidence: Sequence[Evidence]


def values(meeting: Meeting, language: Language) -> Iterator[Value]:
    """Yield what was read in a meeting, the facts of the meeting first, then what its body names."""
    word = Words(language)
    yield Value("date", word("date"), word.date(meeting), meeting.date.evidence)
    if meeting.place:
        yield Value("place", word("place"), word.place(meeting.place), meeting.place.evidence)
    for person in meeting.participants:
        yield Value("participants", word("participant"), word.person(person), person.evidence)
    if meeting.occasion:
        occasion = meeting.occasion
        said = occasion.series or occasion.visit or occasion.text
        yield Value("occasion", word("occasion"), said, occasion.evidence)
    for agreement in meeting.mentions.agreements:
        said = " ".join(filter(None, (agreement.name, agreement.date, f"({word(agreement.role)})")))
        yield Value("agreements", word("agreement"), said, agreement.evidence)
    for link in meeting.links:
        said = " ".join(filter(None, (link.url, link.size)))
        yield Value("links", word("link"), said, link.evidence)
    for date in meeting.mentions.dates:
        yield Value("mentions", word("date named"), date.edtf or word("not read"), date.evidence)
    for place in meeting.mentions.places:
        yield Value("mentions", word("place named"), word.place(place), place.evidence)
    for person in meeting.mentions.people:
        yield Value("mentions", word("person named"), word.person(person), person.evidence)


class Words:
    """The words of a language for what a document holds."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, english: str) -> str:
        """Return a word of the catalogue."""
        return tell(_WORDS.get(english, english), self._language)

    def date(self, meeting: Meeting) -> str:
        """Return the date of a meeting with what is odd about it."""
        flags = ", ".join(meeting.date.flags)
        said = meeting.date.edtf or self("not read")
        return f"{said} ({flags})" if flags else said

    def place(self, place: Place) -> str:
        """Return a place with its country and its point."""
        names = [name_in(place.name, self._language), name_in(place.country_name, self._language)]
        where = ", ".join(dict.fromkeys(filter(None, names))) or place.text
        if place.latitude is None or place.longitude is None:
            return where
        return f"{where} ({place.latitude}, {place.longitude})"

    def person(self, person: Person) -> str:
        """Return a person with country and office."""
        name = name_in(person.name, self._language) or self("not known")
        about = ", ".join(filter(None, (person.country, person.office and self(person.office))))
        return f"{name} ({about})" if about else name


def name_in(name: Name | None, language: Language) -> str | None:
    """Return a name in a language, or in the other where it has none."""
    if name is None:
        return None
    return (name.ja or name.en) if language == "ja" else (name.en or name.ja)


_WORDS = {
    str(word): word
    for word in (
        Message("date"),
        Message("place"),
        Message("participant"),
        Message("occasion"),
        Message("agreement"),
        Message("link"),
        Message("date named"),
        Message("place named"),
        Message("person named"),
        Message("not read"),
        Message("not known"),
        Message("signed"),
        Message("agreed"),
        Message("recalled"),
        Message("made"),
        Message("prime minister"),
        Message("president"),
        Message("chancellor"),
        Message("king"),
        Message("general secretary"),
        Message("chairman"),
        Message("foreign minister"),
        Message("secretary of state"),
        Message("state councillor"),
        Message("defence minister"),
        Message("minister"),
        Message("vice-minister"),
        Message("special adviser"),
        Message("envoy"),
        Message("secretary-general"),
        Message("ambassador"),
        Message("director"),
        Message("spokesman"),
        Message("former prime minister"),
        Message("former president"),
    )
}
