"""Who met, and who else is named with an office."""

from collections.abc import Sequence
from operator import attrgetter

from kaidan.drafts import (
    BodyText,
    Draft,
    Mentioned,
    cell_evidence,
    gather,
    heading_evidence,
)
from kaidan.messages import Message
from kaidan.models import Evidence
from kaidan.normalizers.people.bearers import of_sides
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.paired import leader_alone
from kaidan.normalizers.people.participants import who_met
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.people.roster import side
from kaidan.normalizers.people.seating import with_guest
from kaidan.normalizers.places.gazetteer import state_names
from kaidan.parser.records import Field, Slice

_SIDES: tuple[Field, ...] = ("ours", "theirs")

_value = attrgetter("who")  # tells mentions of one wording apart


def read_people(draft: Draft) -> None:
    """Put into the draft who is named in it with an office, and which of them met; who is unknown becomes a problem of its."""
    body = draft.body
    named = find_people(body.text, on=draft.lately)
    draft.named = of_sides(named, draft.parties, draft.lately)
    in_cells = any(side in draft.cells for side in _SIDES)
    met = [] if in_cells else _met_of(draft)
    evidence = {naming.start: _naming_evidence(body, naming) for naming in draft.named}
    draft.people = gather(draft.named, _value, lambda naming: evidence[naming.start][:])
    if in_cells:
        draft.participants = _cell_participants(draft)
    else:
        firsts = _of_their_sides([namings[0] for namings in met], draft.parties)
        draft.participants = [
            Mentioned(first, [one for naming in namings for one in evidence[naming.start]])
            for first, namings in zip(firsts, met, strict=True)
        ] or _named_by_title(draft)
    if len(draft.participants) < 2:
        message = Message("the text does not say which two met")
        draft.problems.append(("participants-unclear", message, None))
    for one in draft.participants:
        if one.first.name is None:
            text = one.first.text
            message = Message("nobody is known as {text} on that date", text=text)
            draft.problems.append(("person-unknown", message, text))


def _named_by_title(draft: Draft) -> list[Mentioned[PersonMention]]:
    """Return the two whom the title names as those who met, where the text does not: 岸田総理大臣とクレーバ外相との会談."""
    title = draft.heading.title
    found = find_people(title, on=draft.lately) if len(draft.parties) == 2 else []
    two = _of_their_sides(of_sides(found, draft.parties, draft.lately), draft.parties)
    seats = {side(one.who.country) for one in two if one.who.country}
    if len(two) != 2 or seats != set(map(side, draft.parties)):
        return []
    start = draft.heading.text.index(title)
    return [
        Mentioned(one, [heading_evidence(draft.heading, start + one.start, start + one.end)])
        for one in two
    ]


def _met_of(draft: Draft) -> list[list[PersonMention]]:
    """Return who met, one of them as the stranger who he is where nobody else of his side is named and the text has him meet."""
    guests = with_guest(draft.named, draft.parties, draft.level)
    met = _who_met(draft, guests)
    if guests is draft.named:
        return met
    if not met:
        return _who_met(draft, draft.named)
    draft.named = guests
    return met


def _who_met(draft: Draft, named: list[PersonMention]) -> list[list[PersonMention]]:
    text = draft.body.text
    return who_met(text, named, parties=draft.parties, level=draft.level, calls=draft.is_call)


def _of_their_sides(two: list[PersonMention], parties: Sequence[str]) -> list[PersonMention]:
    """Return the two who met; the one of whom nothing tells whose he is sits for the party of the title that the other does not."""
    if len(two) != 2 or len(parties) != 2:
        return two
    one, other = two
    if one.who.country:
        return two if other.who.country else [one, _for_the_other(other, one.who.country, parties)]
    return [_for_the_other(one, other.who.country, parties), other] if other.who.country else two


def _for_the_other(stranger: PersonMention, known: str, parties: Sequence[str]) -> PersonMention:
    """Return somebody as of the state that is the other party, where there is one."""
    others = [party for party in parties if side(party) != side(known)]
    if len(others) != 1 or others[0] not in state_names():
        return stranger
    return stranger._replace(who=stranger.who._replace(country=others[0]))


def _naming_evidence(body: BodyText, naming: PersonMention) -> list[Evidence]:
    """Return where somebody is named, and where the text introduces him in brackets."""
    if naming.introduced is None:
        return body.evidence_alone(naming)
    start, end = naming.introduced
    introduction = naming._replace(text=body.text[start:end], start=start, end=end)
    return [body.evidence(naming), body.evidence(introduction)]


def _cell_participants(draft: Draft) -> list[Mentioned[PersonMention]]:
    """Take who met from the cells of the two sides, in the order of the columns."""
    cells = sorted(
        (cell for side in _SIDES if (cell := draft.cells.get(side))),
        key=lambda cell: (cell.where, cell.start),
    )
    return [
        Mentioned(naming, [cell_evidence(_within(cell, naming))])
        for cell in cells
        for naming in find_people(cell.text, on=draft.on) or leader_alone(cell.text, draft.on)
    ]


def _within(cell: Slice, naming: PersonMention) -> Slice:
    start, end = cell.start + naming.start, cell.start + naming.end
    return cell._replace(start=start, end=end, text=naming.text)
