"""JSON-LD: schema.org's Event, Place and Person, tied to Wikidata and GeoNames."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kaidan import canonical
from kaidan.formats import Options
from kaidan.formats.flattened import body_text
from kaidan.models import Meeting, Name, Occasion, Person, Place
from kaidan.provenance import Provenance, address_of_words, provenance
from kaidan.sourced import SourcedDocument

Node = Mapping[str, Any]

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
    "license": {"@type": "@id"},
    "isBasedOn": {"@type": "@id"},
    "archivedAt": {"@type": "@id"},
}
"""All terms are schema.org's; these ones hold addresses."""


def write_linked_data(sources: Sequence[SourcedDocument], options: Options) -> bytes:
    """Return a data set for each page, with its events; nothing has to be fetched to expand it."""
    graph = [_data_set(source, provenance(source)) for source in sources]
    return canonical.document({"@context": _CONTEXT, "@graph": graph}, (), options.indent)


def _data_set(source: SourcedDocument, origin: Provenance) -> Node:
    return _without_unknown(
        {
            "@id": f"urn:sha256:{origin.sha256}",
            "@type": "Dataset",
            "name": origin.title and _in_japanese(origin.title),
            "creator": {"@type": "SoftwareApplication", "name": origin.generator},
            "license": origin.licence and origin.licence.text,
            "isBasedOn": _page_node(origin),
            "about": [_event_node(meeting, origin) for meeting in source.document.meetings],
        }
    )


def _page_node(origin: Provenance) -> Node:
    publisher, licence = origin.publisher, origin.licence
    return _without_unknown(
        {
            "@id": origin.address,
            "@type": "WebPage",
            "name": origin.title and _in_japanese(origin.title),
            "url": origin.address,
            "sha256": origin.sha256,
            "archivedAt": origin.archived,
            "publisher": publisher
            and {"@type": "GovernmentOrganization", "name": _both(publisher.ja, publisher.en)},
            "license": licence and licence.text,
            "usageInfo": licence and licence.terms,
        }
    )


def _event_node(meeting: Meeting, origin: Provenance) -> Node:
    first, last = _first_and_last(meeting.date.edtf)
    return _without_unknown(
        {
            "@id": f"urn:sha256:{origin.sha256}#{meeting.id}",
            "@type": "Event",
            "identifier": meeting.id,
            "name": _in_japanese(meeting.heading),
            "url": origin.address and address_of_words(origin.address, meeting.heading),
            "startDate": first,
            "endDate": last,
            "location": meeting.place and _place_node(meeting.place),
            "attendee": [_person_node(person) for person in meeting.participants],
            "superEvent": _session(meeting.occasion),
            "description": _in_japanese(body_text(meeting)),
        }
    )


def _first_and_last(edtf: str | None) -> tuple[str | None, str | None]:
    """Return where a date begins and ends, as precise as it is: a month stays a month; None for what ISO 8601 alone cannot say.

    >>> _first_and_last("2008-11"), _first_and_last("2013-09-24/2013-09-25"), _first_and_last("2012-22")
    (('2008-11', '2008-11'), ('2013-09-24', '2013-09-25'), (None, None))
    """
    first, _, last = (edtf or "").partition("/")
    return _plain_day(first), _plain_day(last or first)


def _plain_day(edtf: str) -> str | None:
    return edtf if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", edtf) else None


def _session(occasion: Occasion | None) -> Node | None:
    """Return the conference that a meeting was held beside; a visit is none."""
    if occasion is None or occasion.kind != "multilateral":
        return None
    return {"@type": "Event", "name": _in_japanese(occasion.text)}


def _place_node(place: Place) -> Node:
    has_point = place.latitude is not None and place.longitude is not None
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    address = {"@type": "PostalAddress", "addressCountry": place.country}
    geonames = place.geonames and f"https://sws.geonames.org/{place.geonames}/"
    return _without_unknown(
        {
            "@type": "Country" if place.precision == "country" else "Place",
            "name": _names_of(place.name) if place.name else _in_japanese(place.text),
            "address": address if place.country else None,
            "geo": point if has_point else None,
            "sameAs": [*filter(None, (_wikidata(place.wikidata), geonames))],
        }
    )


def _person_node(person: Person) -> Node:
    return _without_unknown(
        {
            "@type": "Person",
            "name": _names_of(person.name) if person.name else _in_japanese(person.text),
            "jobTitle": person.office and {"@value": person.office, "@language": "en"},
            "sameAs": _wikidata(person.wikidata),
        }
    )


def _wikidata(item: str | None) -> str | None:
    return item and f"http://www.wikidata.org/entity/{item}"


def _names_of(name: Name) -> list[Node]:
    return _both(name.ja, name.en)


def _both(japanese: str, english: str | None) -> list[Node]:
    names = [_in_japanese(japanese)]
    return [*names, {"@value": english, "@language": "en"}] if english else names


def _in_japanese(text: str) -> Node:
    return {"@value": text, "@language": "ja"}


def _without_unknown(node: Node) -> Node:
    """Return a node without what is not known."""
    return {term: value for term, value in node.items() if value not in (None, "", [])}
