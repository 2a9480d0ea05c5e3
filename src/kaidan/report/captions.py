"""Values in words for people, in their language: 2008-11 is 2008年11月, PE is ペルー."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kaidan.messages import Language, Message, tell
from kaidan.models import Evidence, Meeting, Name, Person, Place
from kaidan.report import grounds

if TYPE_CHECKING:
    from kaidan.report.reread import Reader


class Value(NamedTuple):
    """Something that was read in a meeting.

    Attributes:
        field: date, place, participants, occasion, agreements, links or mentions.
        label: what it is.
        said: the value in words.
        evidence: where it was read.
        ground: the row that it rests on, where one can be told.
        reader: which reader found its words; None where the page's structure says it.
    """

    field: str
    label: str
    said: str
    evidence: Sequence[Evidence]
    ground: str | None = None
    reader: "Reader | None" = None


def values(meeting: Meeting, language: Language) -> Iterator[Value]:
    """Yield what was read in a meeting, the facts of the meeting first, then what its body names."""
    word = Words(language)

    def value(
        field: str, label: str, said: str, evidence: Sequence[Evidence], ground: Message | None
    ) -> Value:
        because = ground and tell(ground, language)
        return Value(field, word(label), said, evidence, because, _READERS.get(label))

    yield value(
        "date", "date", word.date(meeting), meeting.date.evidence, grounds.of_date(meeting.date)
    )
    if place := meeting.place:
        yield value("place", "place", word.place(place), place.evidence, grounds.of_place(place))
    for person in meeting.participants:
        said, ground = word.person(person), grounds.of_person(person)
        yield value("participants", "participant", said, person.evidence, ground)
    if occasion := meeting.occasion:
        said = occasion.series or occasion.visit or occasion.text
        ground = grounds.of_occasion(occasion)
        yield value("occasion", "occasion", said, occasion.evidence, ground)
    for agreement in meeting.mentions.agreements:
        said = " ".join(filter(None, (agreement.name, agreement.date, f"({word(agreement.role)})")))
        ground = grounds.of_agreement(agreement)
        yield value("agreements", "agreement", said, agreement.evidence, ground)
    for link in meeting.links:
        said = " ".join(filter(None, (link.url, link.size)))
        yield value("links", "link", said, link.evidence, None)
    for date in meeting.mentions.dates:
        said = date.edtf or word("not read")
        yield value("mentions", "date named", said, date.evidence, grounds.of_date(date))
    for place in meeting.mentions.places:
        said = word.place(place)
        yield value("mentions", "place named", said, place.evidence, grounds.of_place(place))
    for person in meeting.mentions.people:
        said = word.person(person)
        yield value("mentions", "person named", said, person.evidence, grounds.of_person(person))


_READERS: "Mapping[str, Reader]" = {
    "date": "dates",
    "date named": "dates",
    "place": "places",
    "place named": "places",
    "participant": "people",
    "person named": "people",
}
"""Which reader finds a value's words, by its label in English."""


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
