"""Sections become meetings: each reader's mentions, turned into values that carry their evidence."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from kaidan.messages import Message
from kaidan.models import Name
from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import DateMention, bounds, find_dates
from kaidan.normalizers.events.agreements import find_agreements
from kaidan.normalizers.events.days import stated_day
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.events.titles import kind, level, parties
from kaidan.normalizers.people.named import PersonMention, find_people
from kaidan.normalizers.people.participants import who_met
from kaidan.normalizers.places import Place, find_places, refine, resolve_place
from kaidan.parser.address import resolve
from kaidan.parser.heading import Heading
from kaidan.parser.sections import Section

Fields = dict[str, Any]
"""What a model is made of; plain dicts, because validating once is cheaper than building object by object."""


_LONGEST_SHOWN = 100  # characters of an address in a warning


class _Body:
    """The blocks of a body as one text, and the way back from its offsets to a block's."""

    def __init__(self, texts: list[str]) -> None:
        self.text = BREAK.join(texts)
        self._starts = [0]
        for text in texts:
            self._starts.append(self._starts[-1] + len(text) + len(BREAK))

    def evidence(self, mention: Any) -> Fields:  # noqa: ANN401  any mention: text, start, end
        text, start, end = mention[0], mention[1], mention[2]
        if start < self._starts[1]:  # most often
            return {"in": "body", "block": 0, "start": start, "end": end, "text": text}
        block = bisect_right(self._starts, start) - 1
        before = self._starts[block]
        return {
            "in": "body",
            "block": block,
            "start": start - before,
            "end": end - before,
            "text": text,
        }


class Draft:
    """A meeting while it is read: what the page shows of it, and the fields that the readers make of that, one after the other.

    ``warnings`` are what is to be warned about: (code, message, text).
    """

    __slots__ = ("body", "fields", "heading", "mentions", "people", "warnings")

    def __init__(self, section: Section, base: str | None) -> None:
        heading, (blocks, photos, links) = section
        self.heading = heading
        self.body = _Body([block.text for block in blocks])
        self.people: list[PersonMention] = []
        self.mentions: Fields = {}
        self.warnings: list[tuple[str, str, str | None]] = []
        self.fields: Fields = {
            "heading": heading.text,
            "title": heading.title,
            "kind": kind(heading.title),
            "parties": parties(heading.title),
            "body": [
                {"type": block.type, "marker": block.marker, "text": block.text} for block in blocks
            ],
            "photos": [
                {"url": resolve(base, photo.url), "alt": photo.alt, "credit": photo.credit}
                for photo in photos
            ],
            "links": [_link(link, blocks, base) for link in links],
            "mentions": self.mentions,
        }
        for url in (*(photo.url for photo in photos), *(link.url for link in links)):
            if resolve(base, url) is None:
                self._warn_of_script(url)

    def _warn_of_script(self, url: str) -> None:
        message = Message(
            "an address that runs something is left out: {url}", url=url[:_LONGEST_SHOWN]
        )
        self.warnings.append(("address-unsafe", message, url[:_LONGEST_SHOWN]))

    @property
    def on(self) -> str | None:
        """When they met, in EDTF."""
        on: str | None = self.fields["date"]["edtf"]
        return on


def read_meetings(sections: Sequence[Section], base: str | None) -> list[Draft]:
    """Read the sections; ``base`` resolves their links.

    One reader goes over all of them before the next: so its tables stay in the processor's cache, which all tables together overflow.
    """
    drafts = [Draft(section, base) for section in sections]
    for reader in (_read_dates, _read_places, _read_people, _read_occasion, _read_agreements):
        for draft in drafts:
            reader(draft)
    return drafts


def _read_dates(draft: Draft) -> None:
    heading, body = draft.heading, draft.body
    first, last = heading.date
    words = heading.text[first:last]
    named = find_dates(words) or _by_points(words)
    read = next((mention for mention in named if mention.edtf), None)
    if read:
        first, last = first + read.start, first + read.end
    else:
        draft.warnings.append(("date-unreadable", f"no date can be read from {words}", words))
    evidence = [_in_heading(heading, (first, last))]
    mentions = find_dates(body.text, anchor=read and read.edtf)
    day = (
        stated_day(body.text, mentions, read.edtf)
        if read and read.edtf and read.precision in {"month", "year"}
        else None
    )
    if day:
        evidence.append(body.evidence(day))
    for mention in mentions:
        if mention.edtf is None:
            draft.warnings.append(
                ("date-unreadable", f"no date can be read from {mention.text}", mention.text)
            )
    draft.fields["date"] = _meeting_date(words, read, day, evidence)
    if not read and named:
        draft.fields["date"]["flags"] = named[0].flags  # they say why it has no value
    draft.mentions["dates"] = _gather(mentions, body, _date)


def _by_points(words: str) -> list[DateMention]:
    """Read a year and a month of one digit, parted by a point (2014.2, H9.11): numbers that in running text are no date."""
    year, point, month = words.replace("．", ".").rpartition(".")
    if not (point and month.isdecimal() and year[-1:].isdecimal()):
        return []
    return [
        m._replace(text=words, start=0, end=len(words))
        for m in find_dates(f"{year}年{month}月")
        if m.end == len(words) + 1
    ]


def _read_places(draft: Draft) -> None:
    heading, body = draft.heading, draft.body
    mentions = find_places(body.text)
    draft.mentions["places"] = _gather(mentions, body, _place, 4)
    text = heading.text[slice(*heading.place)] if heading.place else None
    named = resolve_place(text) if text else None
    place, finer = refine(named, mentions)
    evidence = [_in_heading(heading, heading.place)] if heading.place else []
    if finer:
        evidence.append(body.evidence(finer))
    if place and evidence:
        draft.fields["place"] = {
            "text": text or (finer and finer.text),
            **_place_fields(place),
            "evidence": evidence,
        }
    elif text:
        draft.warnings.append(("place-unresolved", f"no place is known as {text}", text))
        unknown = dict.fromkeys(key for key in Place._fields if key != "confidence")
        draft.fields["place"] = {"text": text, **unknown, "evidence": evidence}
    else:
        draft.fields["place"] = None


def _read_people(draft: Draft) -> None:
    fields, body = draft.fields, draft.body
    draft.people = people = find_people(body.text, on=draft.on)
    draft.mentions["people"] = _gather(people, body, _person)
    met = who_met(body.text, people, parties=fields["parties"], level=level(draft.heading.title))
    if len(met) != 2:
        draft.warnings.append(("participants-unclear", "the text does not say which two met", None))
    for namings in met:
        if namings[0].who.name is None:
            draft.warnings.append(
                (
                    "person-unknown",
                    f"nobody is known as {namings[0].text} on that date",
                    namings[0].text,
                )
            )
    fields["participants"] = [
        _person(namings[0][0], namings[0][3:], [body.evidence(naming) for naming in namings])
        for namings in met
    ]


def _read_occasion(draft: Draft) -> None:
    heading, body, on, between = draft.heading, draft.body, draft.on, draft.fields["parties"]
    if occasion := find_occasion(body.text, on=on, parties=between, people=draft.people):
        evidence = body.evidence(occasion)
    elif occasion := find_occasion(heading.text, on=on, parties=between):
        evidence = _in_heading(heading, (occasion.start, occasion.end))
    else:
        draft.fields["occasion"] = None
        return
    draft.fields["occasion"] = {
        "text": occasion.text,
        "kind": occasion.kind,
        "series": occasion.series,
        "visit": occasion.visit,
        "visitor": occasion.visitor,
        "evidence": [evidence],
    }


def _read_agreements(draft: Draft) -> None:
    draft.mentions["agreements"] = _gather(
        find_agreements(draft.body.text, on=draft.on), draft.body, _agreement
    )


def _gather(
    mentions: list[Any],
    body: _Body,
    entry: Callable[[str, Any, list[Fields]], Fields],
    last: int | None = None,
) -> list[Fields]:
    """Make one entry of each wording and value, with the evidence of each time that it stands in the text.

    A mention's value is what it holds behind text, start and end; ``last`` is where that ends.
    """
    entries: dict[object, tuple[str, Any, list[Fields]]] = {}
    for mention in mentions:
        text, value = mention[0], mention[3:last]
        found = entries.get(text)
        if found is None:
            found = entries[text] = text, value, []
        elif found[1] != value:
            found = entries.setdefault((text, value), (text, value, []))
        found[2].append(body.evidence(mention))
    return [entry(*one) for one in entries.values()]


def _date(text: str, value: Any, evidence: list[Fields]) -> Fields:  # noqa: ANN401  of DateMention
    return {
        "text": text,
        "edtf": value[0],
        "precision": value[1],
        "flags": value[2],
        "evidence": evidence,
    }


def _place(text: str, value: Any, evidence: list[Fields]) -> Fields:  # noqa: ANN401  of PlaceMention
    return _place_fields(value[0]) | {"text": text, "evidence": evidence}


def _person(text: str, value: Any, evidence: list[Fields]) -> Fields:  # noqa: ANN401  of PersonMention
    name, country, office, wikidata = value[0][:4]
    return {
        "text": text,
        "name": _name(name),
        "country": country,
        "office": office,
        "wikidata": wikidata,
        "evidence": evidence,
    }


def _agreement(text: str, value: Any, evidence: list[Fields]) -> Fields:  # noqa: ANN401  of AgreementMention
    return {
        "text": text,
        "name": value[0],
        "date": value[1],
        "role": value[2],
        "evidence": evidence,
    }


def _in_heading(heading: Heading, span: tuple[int, int]) -> Fields:
    return {"in": "heading", "start": span[0], "end": span[1], "text": heading.text[slice(*span)]}


def _meeting_date(
    words: str, read: DateMention | None, day: DateMention | None, evidence: list[Fields]
) -> Fields:
    """Make the date of a meeting of what the heading says, and of the day in it that the body says."""
    finest = day or read
    edtf = finest.edtf if finest else None
    start, end = bounds(edtf) if edtf else (None, None)
    flags = read.flags if read else ()
    return {
        "text": read.text if read else words,
        "edtf": edtf,
        "precision": finest and finest.precision,
        "start": start,
        "end": end,
        "era": {"name": read.era[0], "year": read.era[1]} if read and read.era else None,
        "flags": tuple(dict.fromkeys((*flags, *day.flags))) if day else flags,
        "evidence": evidence,
    }


@lru_cache(maxsize=1024)
def _name(name: tuple[str, str | None] | None) -> Name | None:
    """Return a name as the document has it. The same few stand all over a page: each is made and validated once."""
    return name and Name(ja=name[0], en=name[1])


@lru_cache(maxsize=1024)
def _place_fields(place: Place) -> Fields:
    fields = place._asdict() | {
        "country_name": _name(place.country_name),
        "name": _name(place.name),
    }
    del fields["confidence"]
    return fields


def _link(link: Any, blocks: Any, base: str | None) -> Fields:  # noqa: ANN401
    evidence = [
        {
            "in": "body",
            "block": block,
            "start": start,
            "end": end,
            "text": blocks[block].text[start:end],
        }
        for block, start, end in link.spans
    ]
    fields = {
        "text": link.text,
        "media_type": link.media_type,
        "size": link.size,
        "new_window": link.new_window,
    }
    return {**fields, "url": resolve(base, link.url), "evidence": evidence}
