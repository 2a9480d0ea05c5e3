"""Drafts as the document's entries: what the models validate, with the names and in the order that they have.

Places and people are the costliest to validate and the same few stand all over a page: each value is validated once, and an entry is a
copy of it with its own words and evidence.
"""

from functools import lru_cache
from typing import TypeVar

from kaidan import models
from kaidan.drafts import DateDraft, Draft, Mentioned, PlaceDraft, evidence
from kaidan.normalizers.dates import DateMention
from kaidan.normalizers.events.agreements import AgreementMention
from kaidan.normalizers.people.person import Person, PersonMention
from kaidan.normalizers.places import Place, PlaceMention
from kaidan.parser.content.links import Link
from kaidan.parser.display.address import resolve

Entry = dict[str, object]
"""What a model is validated from."""

EntryT = TypeVar("EntryT", models.Place, models.Person)


def entry_of(draft: Draft, base: str | None) -> Entry:
    """Return a meeting for the model to validate; ``base`` resolves its links."""
    blocks, photos, links = draft.shown
    return {
        "id": draft.id,
        "heading": draft.heading.text,
        "title": draft.heading.title,
        "kind": draft.kind,
        "parties": draft.parties,
        "date": _date_entry(draft.date),
        "place": draft.place and _place_entry(draft.place),
        "participants": tuple(map(_person_entry, draft.participants)),
        "occasion": _occasion_entry(draft),
        "body": [
            {"type": block.type, "marker": block.marker, "text": block.text} for block in blocks
        ],
        "photos": [
            {"url": resolve(base, photo.url), "alt": photo.alt, "credit": photo.credit}
            for photo in photos
        ],
        "links": [_link_entry(draft, link, base) for link in links],
        "mentions": {
            "dates": list(map(_mentioned_date_entry, draft.dates)),
            "places": tuple(map(_mentioned_place_entry, draft.places)),
            "people": tuple(map(_person_entry, draft.people)),
            "agreements": list(map(_agreement_entry, draft.agreements)),
        },
    }


def _date_entry(date: DateDraft) -> Entry:
    read, day, finest = date.named, date.day, date.finest
    start, end = date.bounds
    flags = read.flags if read else ()
    return {
        "text": date.words_shown,
        "edtf": date.edtf,
        "precision": finest and finest.precision,
        "start": start,
        "end": end,
        "era": {"name": read.era[0], "year": read.era[1]} if read and read.era else None,
        "flags": tuple(dict.fromkeys((*flags, *day.flags))) if day else flags,
        "evidence": tuple(date.evidence),
    }


def _mentioned_date_entry(mentioned: Mentioned[DateMention]) -> Entry:
    date = mentioned.first
    return {
        "text": mentioned.evidence[0].text,
        "edtf": date.edtf,
        "precision": date.precision,
        "flags": date.flags,
        "evidence": tuple(mentioned.evidence),
    }


def _place_entry(place: PlaceDraft) -> models.Place:
    return _copied(_validated_place(place.place), place.text, place.evidence)


def _mentioned_place_entry(mentioned: Mentioned[PlaceMention]) -> models.Place:
    value = _validated_place(mentioned.first.place)
    return _copied(value, mentioned.evidence[0].text, mentioned.evidence)


def _person_entry(mentioned: Mentioned[PersonMention]) -> models.Person:
    value = _validated_person(mentioned.first.who)
    return _copied(value, mentioned.evidence[0].text, mentioned.evidence)


def _copied(value: EntryT, text: str, evidence: list[models.Evidence]) -> EntryT:
    """Return a validated value with words and evidence of its own."""
    copy: EntryT = object.__new__(type(value))
    fields = copy.__dict__
    fields.update(value.__dict__)
    fields["text"], fields["evidence"] = text, tuple(evidence)
    return copy


@lru_cache(maxsize=1024)
def _validated_place(place: Place | None) -> models.Place:
    """Return a place as the document has it, or one of which nothing is known."""
    return models.Place(
        text="",
        country=place.country if place else None,
        country_name=_validated_name(place.country_name) if place else None,
        subdivision=place.subdivision if place else None,
        name=_validated_name(place.name) if place else None,
        precision=place.precision if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        timezone=place.timezone if place else None,
        geonames=place.geonames if place else None,
        wikidata=place.wikidata if place else None,
        evidence=(),
    )


@lru_cache(maxsize=1024)
def _validated_person(who: Person) -> models.Person:
    return models.Person(
        name=_validated_name(who.name),
        country=who.country,
        office=who.office,
        text="",
        wikidata=who.wikidata,
        evidence=(),
    )


@lru_cache(maxsize=1024)
def _validated_name(name: tuple[str, str | None] | None) -> models.Name | None:
    return name and models.Name(ja=name[0], en=name[1])


def _occasion_entry(draft: Draft) -> Entry | None:
    if draft.occasion is None:
        return None
    occasion = draft.occasion.mention
    return {
        "text": draft.occasion.evidence.text,
        "kind": occasion.kind,
        "series": occasion.series,
        "visit": occasion.visit,
        "visitor": occasion.visitor,
        "evidence": (draft.occasion.evidence,),
    }


def _agreement_entry(mentioned: Mentioned[AgreementMention]) -> Entry:
    agreement = mentioned.first
    return {
        "text": mentioned.evidence[0].text,
        "name": agreement.name,
        "date": agreement.date,
        "role": agreement.role,
        "evidence": tuple(mentioned.evidence),
    }


def _link_entry(draft: Draft, link: Link, base: str | None) -> Entry:
    texts = [block.text for block in draft.shown.blocks]
    found = (
        evidence("body", block, start, end, texts[block][start:end])
        for block, start, end in link.spans
    )
    return {
        "text": link.text,
        "url": resolve(base, link.url),
        "media_type": link.media_type,
        "size": link.size,
        "new_window": link.new_window,
        "evidence": tuple(found),
    }
