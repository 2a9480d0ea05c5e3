"""Sections become meetings: each reader's mentions, turned into values that carry their evidence."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from kaidan.messages import Message
from kaidan.models import Name
from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import DateMention, bounds, find_dates
from kaidan.normalizers.events.agreements import find_agreements
from kaidan.normalizers.events.days import stated_day, told_day
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.events.sides import sides
from kaidan.normalizers.events.titles import kind, level
from kaidan.normalizers.events.venues import where_met
from kaidan.normalizers.people.named import PersonMention, find_people
from kaidan.normalizers.people.participants import who_met
from kaidan.normalizers.places import Place, find_places, refine, resolve_place
from kaidan.parser.address import resolve
from kaidan.parser.heading import Heading
from kaidan.parser.records import Section, Slice

Fields = dict[str, Any]
"""What a model is made of; plain dicts, because validating once is cheaper than building object by object."""


_LONGEST_SHOWN = 100  # characters of an address in a warning


_YEAR_SIGN_MONTH = re.compile(r"(.{0,12}\d)\s*[.．/／・-]\s*(\d{1,2})")


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

    __slots__ = (
        "body",
        "cells",
        "fields",
        "heading",
        "mentions",
        "people",
        "published",
        "warnings",
    )

    def __init__(self, section: Section, base: str | None) -> None:
        heading, (blocks, photos, links), self.published, self.cells = section
        self.heading = heading
        self.body = _Body([block.text for block in blocks])
        self.people: list[PersonMention] = []
        self.mentions: Fields = {}
        self.warnings: list[tuple[str, str, str | None]] = []
        self.fields: Fields = {
            "heading": heading.text,
            "title": heading.title,
            "kind": kind(heading.title),
            "parties": sides(heading.title),
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
    if draft.heading.date:
        read, evidence = _read_heading_date(draft, draft.heading.date)
    else:
        read, evidence = _read_cell_date(draft)
    body = draft.body
    mentions = find_dates(body.text, anchor=read.edtf if read else draft.published)
    if read and read.edtf and read.precision in {"month", "year"}:
        day = stated_day(body.text, mentions, read.edtf)
    else:
        day = None if read or draft.heading.date else told_day(body.text, mentions, draft.published)
    if day:
        evidence.append(body.evidence(day))
    for mention in mentions:
        if mention.edtf is None:
            _warn_of_date(draft, mention.text)
    words = draft.heading.text[slice(*draft.heading.date)] if draft.heading.date else None
    if not (words or read or day):
        message = Message("the page does not say when they met")
        draft.warnings.append(("date-unreadable", message, draft.heading.text))
    draft.fields["date"] = _meeting_date(words, read, day, evidence)
    draft.mentions["dates"] = _gather(mentions, body, _date)


def _read_heading_date(
    draft: Draft, span: tuple[int, int]
) -> tuple[DateMention | None, list[Fields]]:
    """Read the date of a heading; one that has no value is warned about, and keeps the flags that say why."""
    first, last = span
    words = draft.heading.text[first:last]
    named = find_dates(words) or _by_signs(words)
    read = next((mention for mention in named if mention.edtf), None)
    if read:
        return read, [_in_heading(draft.heading, (first + read.start, first + read.end))]
    _warn_of_date(draft, words)
    evidence = [_in_heading(draft.heading, span)]
    return (named[0]._replace(text=words) if named else None), evidence


def _read_cell_date(draft: Draft) -> tuple[DateMention | None, list[Fields]]:
    """Read the date of a row: its cell's, with the year of another cell where it names none."""
    date, year = draft.cells.get("date"), draft.cells.get("year")
    cells = [cell for cell in (year, date) if cell]
    if not cells:
        return None, []
    anchor = next((m.edtf for m in find_dates(year.text) if m.edtf), None) if year else None
    named = find_dates(date.text, anchor=anchor) if date else find_dates(cells[0].text)
    read = next((mention for mention in named if mention.edtf), None)
    if not read:
        _warn_of_date(draft, " ".join(cell.text for cell in cells))
    return read, [_of_cell(cell) for cell in cells]


def _of_cell(cell: Slice) -> Fields:
    where: Fields = {"in": cell.where}
    if cell.block is not None:
        where["block"] = cell.block
    return {**where, "start": cell.start, "end": cell.end, "text": cell.text}


def _warn_of_date(draft: Draft, words: str) -> None:
    message = Message("no date can be read from {words}", words=words)
    draft.warnings.append(("date-unreadable", message, words))


def _by_signs(words: str) -> list[DateMention]:
    """Read a year and a month parted by a sign (2014.2, H9.11, 2008/11): numbers that in running text are no date."""
    parted = _YEAR_SIGN_MONTH.fullmatch(words)
    if not parted:
        return []
    year, month = parted.groups()
    return [
        m._replace(text=words, start=0, end=len(words))
        for m in find_dates(f"{year}年{month}月")
        if m.end == len(words) + 1
    ]


def _read_places(draft: Draft) -> None:
    heading, body = draft.heading, draft.body
    mentions = find_places(body.text)
    draft.mentions["places"] = _gather(mentions, body, _place, 4)
    if draft.fields["kind"] == "telephone":
        draft.fields["place"] = None
        return
    if not (heading.date or heading.place or draft.cells):
        there = where_met(body.text, mentions)
        found = {**_place_fields(there.place), "text": there.text} if there else None
        draft.fields["place"] = found and {**found, "evidence": [body.evidence(there)]}
        return
    if cell := draft.cells.get("place"):
        _read_cell_place(draft, cell)
        return
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


def _read_cell_place(draft: Draft, cell: Slice) -> None:
    place = resolve_place(cell.text)
    if place:
        fields = _place_fields(place)
    else:
        message = Message("no place is known as {text}", text=cell.text)
        draft.warnings.append(("place-unresolved", message, cell.text))
        fields = dict.fromkeys(key for key in Place._fields if key != "confidence")
    draft.fields["place"] = {**fields, "text": cell.text, "evidence": [_of_cell(cell)]}


def _read_people(draft: Draft) -> None:
    fields, body = draft.fields, draft.body
    draft.people = people = find_people(body.text, on=draft.on)
    draft.mentions["people"] = _gather(people, body, _person)
    if "ours" in draft.cells or "theirs" in draft.cells:
        _read_cell_people(draft)
        return
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


def _read_cell_people(draft: Draft) -> None:
    """Take who met from the cells of the two sides, in the order of the columns."""
    cells = sorted(
        (cell for name, cell in draft.cells.items() if name in ("ours", "theirs")),
        key=lambda cell: (cell.where, cell.start),
    )
    met = draft.fields["participants"] = []
    for cell in cells:
        for naming in find_people(cell.text, on=draft.on):
            if naming.who.name is None:
                message = Message("nobody is known as {text} on that date", text=naming.text)
                draft.warnings.append(("person-unknown", message, naming.text))
            start = cell.start + naming.start
            named = cell._replace(start=start, end=start + len(naming.text), text=naming.text)
            met.append(_person(naming[0], naming[3:], [_of_cell(named)]))
    if len(met) < 2:
        message = Message("the text does not say which two met")
        draft.warnings.append(("participants-unclear", message, None))


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
    words: str | None, read: DateMention | None, day: DateMention | None, evidence: list[Fields]
) -> Fields:
    """Make the date of a meeting of what the heading says, and of the day in it that the body says."""
    read = read or day
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
