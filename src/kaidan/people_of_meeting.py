"""Who met, and who else is named with an office."""

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
from kaidan.normalizers.people.seating import as_seated, for_their_sides
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
        firsts = for_their_sides([namings[0] for namings in met], draft.parties)
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
    two = for_their_sides(of_sides(found, draft.parties, draft.lately), draft.parties)
    seats = {side(one.who.country) for one in two if one.who.country}
    if len(two) != 2 or seats != set(map(side, draft.parties)):
        return []
    start = draft.heading.text.index(title)
    return [
        Mentioned(one, [heading_evidence(draft.heading, start + one.start, start + one.end)])
        for one in two
    ]


def _met_of(draft: Draft) -> list[list[PersonMention]]:
    """Return who met, as they sat at the table where that is how they are named, else as the tables have them."""
    seated = as_seated(draft.named, draft.parties, draft.level)
    met = _who_met(draft, seated)
    if seated is draft.named:
        return met
    if not met:
        return _who_met(draft, draft.named)
    draft.named = seated
    return met


def _who_met(draft: Draft, named: list[PersonMention]) -> list[list[PersonMention]]:
    text = draft.body.text
    return who_met(text, named, parties=draft.parties, level=draft.level, calls=draft.is_call)


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
        for naming in of_sides(_in_cell(cell, draft), draft.parties, draft.on)
    ]


def _in_cell(cell: Slice, draft: Draft) -> list[PersonMention]:
    return find_people(cell.text, on=draft.on) or leader_alone(cell.text, draft.on)


def _within(cell: Slice, naming: PersonMention) -> Slice:
    start, end = cell.start + naming.start, cell.start + naming.end
    return cell._replace(start=start, end=end, text=naming.text)
