"""Where they met: as a row's cell, the heading or the text says it, and every place that the text names."""

from collections.abc import Sequence
from operator import attrgetter

from kaidan.drafts import Draft, PlaceDraft, cell_evidence, gather, heading_evidence
from kaidan.messages import Message
from kaidan.normalizers.events.titles import before_parties
from kaidan.normalizers.events.venues import where_met, where_summit
from kaidan.normalizers.places import PlaceMention, find_places, refine, resolve_place
from kaidan.normalizers.places.model import TOWN_OR_FINER
from kaidan.parser.headings.heading import Heading
from kaidan.text.clauses import meetings_told

_value = attrgetter("place")  # tells mentions of one wording apart


def read_places(draft: Draft) -> None:
    """Put into the draft where they met, and the places that its text names; what nobody knows becomes a problem of its."""
    body = draft.body
    mentions = find_places(body.text)
    draft.places = gather(mentions, _value, body.evidence_alone)
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
