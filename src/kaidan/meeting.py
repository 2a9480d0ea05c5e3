"""One section becomes one meeting: each reader's mentions, turned into values that carry their evidence."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from kaidan.models import Name
from kaidan.normalizers import BREAK
from kaidan.normalizers.agreements import find_agreements
from kaidan.normalizers.dates import DateMention, bounds, find_dates
from kaidan.normalizers.days import stated_day
from kaidan.normalizers.occasions import find_occasion
from kaidan.normalizers.people import PersonMention, find_people, participants
from kaidan.normalizers.places import Place, PlaceMention, find_places, refine, resolve_place
from kaidan.normalizers.titles import kind, parties
from kaidan.parser.address import resolve
from kaidan.parser.heading import Heading
from kaidan.parser.sections import Section

Fields = dict[str, Any]
"""What a model is made of; plain dicts, because validating once is cheaper than building object by object."""


class Draft(NamedTuple):
    """A meeting before it has its id, and what is to be warned about: (code, message, text)."""

    fields: Fields
    warnings: list[tuple[str, str, str | None]]


class _Body:
    """The blocks of a body as one text, and the way back from its offsets to a block's."""

    def __init__(self, texts: list[str]) -> None:
        self.text = BREAK.join(texts)
        self._starts = list(accumulate((len(text) + len(BREAK) for text in texts), initial=0))

    def evidence(self, mention: Any) -> Fields:  # noqa: ANN401  any mention: text, start, end
        text, start, end = mention[:3]
        block = bisect_right(self._starts, start) - 1
        before = self._starts[block]
        return {"in": "body", "block": block, "start": start - before, "end": end - before, "text": text}


def read_meeting(section: Section, base: str | None) -> Draft:
    """Read one section; ``base`` resolves its links."""
    heading, (blocks, photos, links) = section
    body = _Body([block.text for block in blocks])
    draft = Draft({}, [])
    date, dates = _read_dates(heading, body, draft)
    on = date["edtf"]
    kind_of_talks, between = kind(heading.title), parties(heading.title)
    places = find_places(body.text)
    people = find_people(body.text, on=on)
    draft.fields.update(
        heading=heading.text,
        title=heading.title,
        kind=kind_of_talks,
        parties=between,
        date=date,
        place=_read_place(heading, places, body, draft),
        participants=_read_participants(participants(body.text, people, parties=between, kind=kind_of_talks), body, draft),
        occasion=_read_occasion(heading, body, on, between, people),
        body=[{"type": block.type, "marker": block.marker, "text": block.text} for block in blocks],
        photos=[{"url": resolve(base, photo.url), "alt": photo.alt, "credit": photo.credit} for photo in photos],
        links=[_link(link, blocks, base) for link in links],
        mentions={
            "dates": _gather(dates, body, _date_fields),
            "places": _gather(places, body, lambda mention: _place_fields(mention.place), attrgetter("place")),
            "people": _gather(people, body, _person_fields),
            "agreements": _gather(find_agreements(body.text, on=on), body, lambda m: {"name": m.name, "date": m.date, "role": m.role}),
        },
    )
    return draft


def _gather(
    mentions: Iterable[Any],
    body: _Body,
    fields: Callable[[Any], Fields],
    value: Callable[[Any], Hashable] = itemgetter(slice(3, None)),
) -> list[Fields]:
    """Make one entry of each wording and value, with the evidence of each time that it stands in the text."""
    entries: dict[Hashable, Fields] = {}
    for mention in mentions:
        key = (mention.text, value(mention))
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = {"text": mention.text, **fields(mention), "evidence": []}
        entry["evidence"].append(body.evidence(mention))
    return list(entries.values())


def _in_heading(heading: Heading, span: tuple[int, int]) -> Fields:
    return {"in": "heading", "start": span[0], "end": span[1], "text": heading.text[slice(*span)]}


def _date_fields(mention: DateMention) -> Fields:
    return {"edtf": mention.edtf, "precision": mention.precision, "flags": mention.flags}


def _read_dates(heading: Heading, body: _Body, draft: Draft) -> tuple[Fields, list[DateMention]]:
    words = heading.text[slice(*heading.date)]
    read = next((mention for mention in find_dates(words) if mention.edtf), None)
    date: Fields = {"text": words, "edtf": None, "precision": None, "start": None, "end": None, "era": None, "flags": ()}
    span = heading.date
    if read:
        span = (heading.date[0] + read.start, heading.date[0] + read.end)
        date |= {"text": read.text, "edtf": read.edtf, "precision": read.precision, "flags": read.flags}
        date["era"] = {"name": read.era[0], "year": read.era[1]} if read.era else None
    else:
        draft.warnings.append(("date-unreadable", f"no date can be read from {date['text']}", date["text"]))
    date["evidence"] = [_in_heading(heading, span)]
    mentions = find_dates(body.text, anchor=date["edtf"])
    if date["precision"] in {"month", "year"} and (day := stated_day(body.text, mentions, date["edtf"])):
        date |= _date_fields(day) | {"flags": tuple(dict.fromkeys((*date["flags"], *day.flags)))}
        date["evidence"].append(body.evidence(day))
    if date["edtf"]:
        date["start"], date["end"] = bounds(date["edtf"])
    for mention in mentions:
        if mention.edtf is None:
            draft.warnings.append(("date-unreadable", f"no date can be read from {mention.text}", mention.text))
    return date, mentions


@lru_cache(maxsize=1024)
def _name(name: tuple[str, str | None] | None) -> Name | None:
    """Return a name as the document has it. The same few stand all over a page: each is made and validated once."""
    return name and Name(ja=name[0], en=name[1])


@lru_cache(maxsize=1024)
def _place_fields(place: Place) -> Fields:
    fields = place._asdict() | {"country_name": _name(place.country_name), "name": _name(place.name)}
    del fields["confidence"]
    return fields


def _read_place(heading: Heading, mentions: list[PlaceMention], body: _Body, draft: Draft) -> Fields | None:
    text = heading.text[slice(*heading.place)] if heading.place else None
    named = resolve_place(text) if text else None
    place, finer = refine(named, mentions)
    evidence = [_in_heading(heading, heading.place)] if heading.place else []
    if finer:
        evidence.append(body.evidence(finer))
    if place is None or not evidence:
        if text:
            draft.warnings.append(("place-unresolved", f"no place is known as {text}", text))
        unknown = dict.fromkeys(key for key in Place._fields if key != "confidence")
        return {"text": text, **unknown, "evidence": evidence} if text else None
    return {"text": text or (finer and finer.text), **_place_fields(place), "evidence": evidence}


def _person_fields(person: PersonMention) -> Fields:
    return {"name": _name(person.name), "country": person.country, "office": person.office, "wikidata": person.wikidata}


def _read_participants(met: list[list[PersonMention]], body: _Body, draft: Draft) -> list[Fields]:
    if len(met) != 2:
        draft.warnings.append(("participants-unclear", "the text does not say which two met", None))
    for namings in met:
        if namings[0].name is None:
            draft.warnings.append(("person-unknown", f"nobody is known as {namings[0].text} on that date", namings[0].text))
    return [{"text": all_of[0].text, **_person_fields(all_of[0]), "evidence": [body.evidence(m) for m in all_of]} for all_of in met]


def _read_occasion(heading: Heading, body: _Body, on: str | None, parties: tuple[str, ...], people: list[PersonMention]) -> Fields | None:
    if occasion := find_occasion(body.text, on=on, parties=parties, people=people):
        evidence = body.evidence(occasion)
    elif occasion := find_occasion(heading.text, on=on, parties=parties):
        evidence = _in_heading(heading, (occasion.start, occasion.end))
    else:
        return None
    return {
        "text": occasion.text,
        "kind": occasion.kind,
        "series": occasion.series,
        "visit": occasion.visit,
        "visitor": occasion.visitor,
        "evidence": [evidence],
    }


def _link(link: Any, blocks: Any, base: str | None) -> Fields:  # noqa: ANN401
    evidence = [
        {"in": "body", "block": block, "start": start, "end": end, "text": blocks[block].text[start:end]}
        for block, start, end in link.spans
    ]
    fields = {"text": link.text, "media_type": link.media_type, "size": link.size, "new_window": link.new_window}
    return {**fields, "url": resolve(base, link.url), "evidence": evidence}
