"""Where they met: a ring for each meeting, rings around rings for further meetings at the same place."""

import json
from collections.abc import Sequence
from pathlib import Path

from kaidan.messages import Language
from kaidan.models import Document
from kaidan.report.charts.style import ACCENT, LAND, WIDTH, Spec, titled

_LAND_OUTLINES = Path(__file__).parents[2] / "data" / "land.json"


def world_map(documents: Sequence[Document], language: Language) -> Spec | None:
    """Return the map of meetings; None where none has a point."""
    counts: dict[tuple[float, float], int] = {}
    rows = []
    for document in documents:
        for meeting in sorted(document.meetings, key=lambda each: str(each.date.start or "~")):
            place = meeting.place
            if place is None or place.latitude is None or place.longitude is None:
                continue
            point = (place.latitude, place.longitude)
            counts[point] = counts.get(point, 0) + 1
            rows.append(
                {
                    "latitude": point[0],
                    "longitude": point[1],
                    "ring": counts[point],
                    "title": titled(meeting, language),
                    "id": meeting.id,
                }
            )
    if not rows:
        return None
    most = max(counts.values())
    land = json.loads(_LAND_OUTLINES.read_text(encoding="utf-8"))
    return {
        "width": WIDTH,
        "height": 400,
        "projection": {"type": "naturalEarth1", "rotate": [-150, 0, 0]},
        "layer": [
            {
                "data": {"values": [{"type": "Feature", "geometry": land, "properties": {}}]},
                "mark": {"type": "geoshape", "fill": LAND, "stroke": None, "aria": False},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "point", "filled": False, "strokeWidth": 1.6, "color": ACCENT},
                "encoding": {
                    "latitude": {"field": "latitude", "type": "quantitative"},
                    "longitude": {"field": "longitude", "type": "quantitative"},
                    "size": {
                        "field": "ring",
                        "type": "quantitative",
                        "scale": {"domain": [1, max(most, 2)], "range": [24, 24 + 60 * most]},
                        "legend": None,
                    },
                    "description": {"field": "title"},
                },
            },
        ],
    }
