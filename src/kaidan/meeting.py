"""Sections become drafts of meetings: one reader after the other finds what it knows in them."""

from collections.abc import Sequence
from operator import attrgetter

from kaidan.date_of_meeting import read_dates
from kaidan.drafts import Draft, OccasionDraft, draft_of, gather, heading_evidence
from kaidan.messages import Message
from kaidan.normalizers.events.agreements import find_agreements
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.parser.display.address import resolve
from kaidan.parser.records import Section
from kaidan.people_of_meeting import read_people
from kaidan.place_of_meeting import read_places

_LONGEST_SHOWN = 100  # characters of an address in a warning

_agreement_value = attrgetter("name", "date", "role")  # tells mentions of one wording apart


def read_meetings(sections: Sequence[Section], base: str | None) -> list[Draft]:
    """Read the sections; ``base`` resolves their links.

    One reader goes over all of them before the next: so its tables stay in the processor's cache, which all tables together overflow.
    """
    drafts = [draft_of(section) for section in sections]
    for draft in drafts:
        _warn_of_scripts(draft, base)
    for reader in (read_dates, read_places, read_people, _read_occasion, _read_agreements):
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


def _read_occasion(draft: Draft) -> None:
    heading, body, on, between = draft.heading, draft.body, draft.on, draft.parties
    if occasion := find_occasion(body.text, on=on, parties=between, people=draft.named):
        draft.occasion = OccasionDraft(occasion, body.evidence(occasion))
    elif occasion := find_occasion(heading.text, on=on, parties=between):
        evidence = heading_evidence(heading, occasion.start, occasion.end)
        draft.occasion = OccasionDraft(occasion, evidence)


def _read_agreements(draft: Draft) -> None:
    found = find_agreements(draft.body.text, on=draft.on, dates=draft.dated)
    draft.agreements = gather(found, _agreement_value, draft.body.evidence_alone)
