"""Sections become drafts of meetings: one reader after the other finds what it knows in them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from kaidan.drafts import (
    DateDraft,
    Draft,
    OccasionDraft,
    PlaceDraft,
    cell_evidence,
    draft_of,
    gather,
    heading_evidence,
)
from kaidan.messages import Message
from kaidan.models import Evidence
from kaidan.normalizers.dates import DateMention, find_dates
from kaidan.normalizers.events.agreements import find_agreements
from kaidan.normalizers.events.days import stated_day, told_day
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.events.titles import before_parties
from kaidan.normalizers.events.venues import where_met, where_summit
from kaidan.normalizers.places import (
    PlaceMention,
    find_places,
    refine,
    resolve_place,
)
from kaidan.normalizers.places.model import TOWN_OR_FINER
from kaidan.parser.display.address import resolve
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.heading_dates import DIGITS_OF_YEAR, day_by_sign
from kaidan.parser.records import Field, Section
from kaidan.people_of_meeting import read_people
from kaidan.text.clauses import meetings_told
from kaidan.text.deferred import deferred

_LONGEST_SHOWN = 100  # characters of an address in a warning
_UNITS: Mapping[Field, str] = {"year": "年", "month": "月", "date": "日"}
_TO_YEAR, _TO_MONTH = len("2000"), len("2000-01")

# Mentions of one wording are told apart by these.
_date_value = attrgetter("edtf", "precision", "flags", "era")
_place_value = attrgetter("place")
_agreement_value = attrgetter("name", "date", "role")

_YEAR_SIGN_MONTH = deferred(r"(.{0,12}\d)\s*[.．/／・-]\s*(\d{1,2})")


def read_meetings(sections: Sequence[Section], base: str | None) -> list[Draft]:
    """Read the sections; ``base`` resolves their links.

    One reader goes over all of them before the next: so its tables stay in the processor's cache, which all tables together overflow.
    """
    drafts = [draft_of(section) for section in sections]
    for draft in drafts:
        _warn_of_scripts(draft, base)
    for reader in (_read_dates, _read_places, read_people, _read_occasion, _read_agreements):
        for draft in drafts:
            reader(draft)
    return drafts


def _warn_of_scripts(draft: Draft, base: str | None) -> None:
    _, photos, links = draft.shown
    for url in (*(photo.url for photo in photos), *(link.url for link in links)):
        if resolve(base, url) is None:
            shown = url[:_LONGEST_SHOWN]
            message = Message("an address that runs something is left out: {url}", url=shown)
            draft.problems.append(("address-unsafe", message, shown))


def _read_dates(draft: Draft) -> None:
    body = draft.body
    said, evidence = _read_heading_date(draft) if draft.heading.date else _read_cell_date(draft)
    mentions = find_dates(
        body.text, anchor=said.edtf if said else draft.published, of_event=bool(said)
    )
    day = _day_of(draft, said, mentions)
    if day:
        evidence.append(body.evidence(day))
    for mention in mentions:
        if mention.edtf is None:
            _warn_of_date(draft, mention.text)
    words = draft.heading.text[slice(*draft.heading.date)] if draft.heading.date else None
    if not (words or said or day):
        message = Message("the page does not say when they met")
        draft.problems.append(("date-unreadable", message, draft.heading.text))
    draft.date = DateDraft(words, said, day, evidence)
    draft.dates = gather(mentions, _date_value, body.evidence_alone)


def _day_of(
    draft: Draft, said: DateMention | None, mentions: Sequence[DateMention]
) -> DateMention | None:
    """Return the mention of the body that says the day more finely than heading or cell do."""
    if said and said.edtf and said.precision in {"month", "year"}:
        return stated_day(draft.body.text, mentions, said.edtf)
    if said or draft.heading.date:
        return None
    return told_day(draft.body.text, mentions, draft.published, calls=draft.is_call)


def _read_heading_date(draft: Draft) -> tuple[DateMention | None, list[Evidence]]:
    """Read the date of a heading; one that has no value is warned about, and keeps the flags that say why."""
    first, last = draft.heading.date or (0, 0)
    words = draft.heading.text[first:last]
    named = _named_in_heading(words)
    said = next(filter(_has_days, named), None)
    if said:
        return said, [heading_evidence(draft.heading, first + said.start, first + said.end)]
    _warn_of_date(draft, words)
    evidence = [heading_evidence(draft.heading, first, last)]
    return (named[0]._replace(text=words, edtf=None, precision=None) if named else None), evidence


def _has_days(dated: DateMention) -> bool:
    """Say whether a date has days that a document can name: those before the year 1 have no place in it."""
    return dated.start_date is not None or dated.end_date is not None


@lru_cache(maxsize=1024)
def _named_in_heading(words: str) -> tuple[DateMention, ...]:
    """Return the dates that the words of a heading name; the same few months head a page, its captures and its siblings."""
    return tuple(find_dates(words) or _by_signs(words))


def _read_cell_date(draft: Draft) -> tuple[DateMention | None, list[Evidence]]:
    """Read the date of a row: its cell's, with the year and the month of other cells where it names none."""
    cells = {field: draft.cells[field] for field in _UNITS if field in draft.cells}
    if not cells:
        return None, []
    said: DateMention | None = None
    for field, cell in cells.items():
        words = day_by_sign(cell.text) or _with_unit(field, cell.text)
        anchor = _lent(said, words) if said else None
        said = next(filter(_has_days, find_dates(words, anchor=anchor)), None)
        if said and words != cell.text:
            said = said._replace(text=cell.text, start=0, end=len(cell.text))
    if not said:
        _warn_of_date(draft, " ".join(cell.text for cell in cells.values()))
    return said, [cell_evidence(cell) for cell in cells.values()]


def _with_unit(field: Field, text: str) -> str:
    """Return a number alone with the unit of its column: 12 of a month is 12月, a year has four digits."""
    is_year = len(text) == DIGITS_OF_YEAR
    return f"{text}{_UNITS[field]}" if text.isdecimal() and is_year == (field == "year") else text


def _lent(lender: DateMention, text: str) -> str | None:
    """Return what an earlier date lends to one that names no year, or no month: the year, of 年度 the one that holds the month."""
    edtf = lender.edtf or ""
    if "X" in edtf:
        return None
    first, _, last = edtf.partition("/")
    if not last:
        return first[:_TO_MONTH] if "月" not in text else first[:_TO_YEAR]
    read = next(iter(find_dates(text, anchor=first[:_TO_YEAR])), None)
    is_before = read is not None and read.edtf is not None and read.edtf < first
    return last[:_TO_YEAR] if is_before else first[:_TO_YEAR]


def _warn_of_date(draft: Draft, words: str) -> None:
    message = Message("no date can be read from {words}", words=words)
    draft.problems.append(("date-unreadable", message, words))


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
    body = draft.body
    mentions = find_places(body.text)
    draft.places = gather(mentions, _place_value, body.evidence_alone)
    if draft.kind == "telephone":
        return
    draft.place = _place_named(draft, mentions)
    if draft.place is None or draft.place.place is None:
        draft.place = _place_told(draft, mentions) or draft.place
    _warn_of_place(draft)


def _place_named(draft: Draft, mentions: Sequence[PlaceMention]) -> PlaceDraft | None:
    """Return the place that the row's cell or the heading names; a page about one meeting has it in its text."""
    if cell := draft.cells.get("place"):
        return PlaceDraft(cell.text, resolve_place(cell.text), [cell_evidence(cell)])
    if draft.heading.date or draft.heading.place or draft.cells:
        return _heading_place(draft, mentions)
    return None


def _place_told(draft: Draft, mentions: Sequence[PlaceMention]) -> PlaceDraft | None:
    """Return where the text tells that they met, or the town of the summit that the heading names."""
    if there := where_met(draft.body.text, mentions, calls=draft.is_call):
        told = draft.body.evidence(there)
        return PlaceDraft(told.text, there.place, [told])
    if there := where_summit(draft.heading.text, find_places(draft.heading.text)):
        said = heading_evidence(draft.heading, there.start, there.end)
        return PlaceDraft(there.text, there.place, [said])
    return _town_of_title(draft.heading)


def _town_of_title(heading: Heading) -> PlaceDraft | None:
    """Return the town that stands before the countries of a title: イルクーツク日露首脳会談."""
    lead = before_parties(heading.title)
    town = resolve_place(lead) if lead else None
    start = heading.text.find(lead)
    if not town or town.precision not in TOWN_OR_FINER or start < 0:
        return None
    return PlaceDraft(lead, town, [heading_evidence(heading, start, start + len(lead))])


def _warn_of_place(draft: Draft) -> None:
    """Warn of a place that nobody knows, and of none at all; a table may have no column of places."""
    if draft.place is None and not draft.cells:
        message = Message("neither heading nor text says where they met")
        draft.problems.append(("place-unresolved", message, None))
    elif draft.place and draft.place.place is None:
        text = draft.place.text
        message = Message("no place is known as {text}", text=text)
        draft.problems.append(("place-unresolved", message, text))


def _heading_place(draft: Draft, mentions: Sequence[PlaceMention]) -> PlaceDraft | None:
    """Return the place of the heading, as finely as the body says it; of a heading that names none that is known, the body's."""
    heading = draft.heading
    text = heading.text[slice(*heading.place)] if heading.place else ""
    named = resolve_place(text) if text else None
    place, finer = refine(named, _until_they_met(draft, mentions))
    said = [draft.body.evidence(finer)] if finer else []
    if heading.place and (named or not place):
        return PlaceDraft(text, place, [heading_evidence(heading, *heading.place), *said])
    return PlaceDraft(said[0].text, place, said) if place and said else None


def _until_they_met(draft: Draft, mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Return the places that the body names before it last tells that they met; all where it does not: what comes after is elsewhere."""
    told = [one.end for one in meetings_told(draft.body.text) if not one.title]
    return [one for one in mentions if one.start < told[-1]] if told else mentions


def _read_occasion(draft: Draft) -> None:
    heading, body, on, between = draft.heading, draft.body, draft.on, draft.parties
    if occasion := find_occasion(body.text, on=on, parties=between, people=draft.named):
        draft.occasion = OccasionDraft(occasion, body.evidence(occasion))
    elif occasion := find_occasion(heading.text, on=on, parties=between):
        evidence = heading_evidence(heading, occasion.start, occasion.end)
        draft.occasion = OccasionDraft(occasion, evidence)


def _read_agreements(draft: Draft) -> None:
    found = find_agreements(draft.body.text, on=draft.on)
    draft.agreements = gather(found, _agreement_value, draft.body.evidence_alone)
