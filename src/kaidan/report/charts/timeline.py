"""When they met: a row for each leader, a dot for a day, a bar for a month."""

from collections.abc import Sequence

from kaidan.messages import Language, Message, tell
from kaidan.models import Document, Meeting, Person
from kaidan.report.captions import name_in
from kaidan.report.charts.style import ACCENT, LANE, OTHER, WIDTH, Spec, titled


def timeline(documents: Sequence[Document], language: Language) -> Spec | None:
    """Return the timeline of meetings; None where none has a day."""
    rows = [
        row
        for document in documents
        for meeting in document.meetings
        if (row := _span(meeting, language))
    ]
    if not rows:
        return None
    rows.sort(key=lambda row: (row["start"], row["id"]))
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    kinds = [kind for kind in ("summit", "other") if any(row["kind"] == kind for row in rows)]
    names = {"summit": Message("summits"), "other": Message("other meetings")}
    for row in rows:
        row["kind"] = tell(names[row["kind"]], language)
    domain = [tell(names[kind], language) for kind in kinds]
    colors = [{"summit": ACCENT, "other": OTHER}[kind] for kind in kinds]
    return {
        "width": WIDTH - 200,
        "height": LANE * len(lanes),
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeWidth": 9, "strokeCap": "round", "opacity": 0.85},
        "encoding": {
            "x": {
                "field": "start",
                "type": "temporal",
                "scale": {"type": "utc", "padding": 10},
                "axis": {"format": "%Y", "tickCount": 10, "labelOverlap": True},
            },
            "x2": {"field": "end"},
            "y": {"field": "lane", "type": "nominal", "sort": lanes, "axis": {"grid": True}},
            "color": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": domain, "range": colors},
                "legend": {"symbolType": "circle"} if len(domain) > 1 else None,
            },
            "description": {"field": "title"},
            "order": {"field": "start", "type": "temporal"},
        },
    }


def _span(meeting: Meeting, language: Language) -> Spec | None:
    """Return a meeting as a row of the timeline, in the lane of the leader whose page it is; None without a first day."""
    start, end = meeting.date.start, meeting.date.end
    if start is None:
        return None
    host = next((person for person in meeting.participants if person.country == "JP"), None)
    leader = host or next(iter(meeting.participants), None)
    return {
        "id": meeting.id,
        "start": start.isoformat(),
        "end": (end or start).isoformat(),
        "lane": _leader(leader, language),
        "kind": "summit" if meeting.kind == "summit" else "other",
        "title": titled(meeting, language),
    }


def _leader(person: Person | None, language: Language) -> str:
    if person is None:
        return tell(Message("not named"), language)
    return name_in(person.name, language) or person.text
