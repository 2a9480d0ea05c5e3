"""What was made and what was recalled: a row for each agreement, from the meeting that made it to the last that recalls it."""

from collections.abc import Sequence

from kaidan.lineage import trace
from kaidan.messages import Language
from kaidan.models import Document
from kaidan.report.captions import Words
from kaidan.report.charts.style import ACCENT, LANE, OTHER, QUIET, WIDTH, Spec, titled


def agreement_chart(documents: Sequence[Document], language: Language) -> Spec | None:
    """Return the agreements of meetings; None where none is named with a day."""
    meetings = {meeting.id: meeting for document in documents for meeting in document.meetings}
    word = Words(language)
    made, recalled = word("made"), word("recalled")
    rows: list[Spec] = []
    for line in (line for document in documents for line in trace(document)):
        label = " ".join(filter(None, (line.date, line.name)))
        roles = [(line.made_by, made), *((each, recalled) for each in line.recalled_by)]
        rows += [
            {
                "agreement": label,
                "on": str(meetings[named].date.start),
                "role": role,
                "title": f"{titled(meetings[named], language)}: {line.name}, {role}",
            }
            for named, role in roles
            if named and meetings[named].date.start
        ]
    if not rows:
        return None
    order = list(dict.fromkeys(row["agreement"] for row in rows))
    y = {"field": "agreement", "type": "nominal", "sort": order}
    x: Spec = {"field": "on", "type": "temporal", "scale": {"type": "utc", "padding": 10}}
    x["axis"] = {"format": "%Y", "labelOverlap": True}
    return {
        "width": WIDTH - 300,
        "height": LANE * len(order),
        "data": {"values": rows},
        "layer": [
            {
                "mark": {"type": "rule", "color": QUIET, "strokeWidth": 1, "aria": False},
                "encoding": {
                    "x": x | {"aggregate": "min"},
                    "x2": {"field": "on", "aggregate": "max"},
                    "y": y,
                },
            },
            {
                "mark": {"type": "point", "filled": True, "size": 90, "opacity": 0.9},
                "encoding": {
                    "x": x,
                    "y": y,
                    "shape": {
                        "field": "role",
                        "scale": {"domain": [made, recalled], "range": ["diamond", "circle"]},
                    },
                    "color": {
                        "field": "role",
                        "scale": {"domain": [made, recalled], "range": [ACCENT, OTHER]},
                    },
                    "description": {"field": "title"},
                },
            },
        ],
    }
