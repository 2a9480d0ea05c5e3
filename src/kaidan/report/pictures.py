"""The pictures of a report: a timeline, a map and the agreements of meetings, as SVG or PNG; drawn by Vega-Lite through vl-convert.

Each is a function from meetings to a specification of Vega-Lite 5, or None where there is nothing to draw. The same meetings give
the same bytes on any machine: the extra ``report`` brings the font that is measured and drawn.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from kaidan.errors import WrongUsage
from kaidan.lineage import trace
from kaidan.messages import Language, Message, tell
from kaidan.models import Document, Meeting, Person
from kaidan.report.captions import Words, name_in

Kind = Literal["timeline", "map", "agreements"]
Spec = dict[str, Any]

FONT = "Noto Sans CJK JP"
_FALLBACK = f"{FONT}, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"
_INK, _QUIET, _LAND, _ACCENT, _OTHER = "#23303a", "#8a949c", "#e4e2da", "#a33b2f", "#2f5d8a"
_WIDTH = 760
_LANE = 26
"""Pixels of a row of the timeline and of the agreements."""

_LAND_OUTLINES = Path(__file__).parents[1] / "data" / "land.json"

_LABEL = re.compile(r'<(path|line) (aria-label="([^"]*)"[^>]*?)(?:/>|></\1>)')
"""A mark of Vega's with its description."""


def is_drawable() -> bool:
    """Tell whether the extra ``report`` is installed."""
    return all(find_spec(name) for name in ("vl_convert", "noto_cjk_sans_jp_regular"))


def draw_svg(kind: Kind, documents: Sequence[Document], language: Language) -> str | None:
    """Return a picture as SVG, each mark with the place and date of its meeting as title; None where there is nothing to draw.

    Raises:
        WrongUsage: the extra is not installed.
    """
    spec = PICTURES[kind](documents, language)
    if spec is None:
        return None
    svg: str = _converter().vegalite_to_svg(json.dumps(_dressed(spec)))
    return _LABEL.sub(r"<\1 \2><title>\3</title></\1>", svg)


def draw_png(kind: Kind, documents: Sequence[Document], language: Language) -> bytes | None:
    """Return a picture as PNG, two pixels a point on white; None where there is nothing to draw.

    Raises:
        WrongUsage: the extra is not installed.
    """
    spec = PICTURES[kind](documents, language)
    if spec is None:
        return None
    dressed = _dressed(spec) | {"background": "white"}
    png: bytes = _converter().vegalite_to_png(json.dumps(dressed), scale=2)
    return png


def require_extra() -> None:
    """Say what is missing, if it is.

    Raises:
        WrongUsage: the extra is not installed.
    """
    if not is_drawable():
        raise WrongUsage("pictures want an extra: pip install '.[report]' adds it")


@cache
def _converter() -> Any:  # noqa: ANN401  a module that is not always there
    require_extra()
    import vl_convert  # noqa: PLC0415  84 MB that only pictures need

    spec = find_spec("noto_cjk_sans_jp_regular")
    vl_convert.register_font_directory(str(Path(str(spec and spec.origin)).parent))
    return vl_convert


def _dressed(spec: Spec) -> Spec:
    axis = {
        "labelColor": _INK,
        "labelFontSize": 12,
        "labelLimit": 260,
        "domain": False,
        "ticks": False,
        "gridColor": _LAND,
        "title": None,
        "aria": False,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": 4,
        **spec,
        "config": {
            "font": _FALLBACK,
            "view": {"stroke": None},
            "axis": axis,
            "legend": {"labelFontSize": 12, "labelColor": _INK, "title": None, "orient": "top"},
        },
    }


def titled(meeting: Meeting, language: Language) -> str:
    """Return the title of a meeting's mark: place and date."""
    place = meeting.place
    named = name_in(place.name or place.country_name, language) or place.text if place else None
    return ", ".join(filter(None, (named, meeting.date.edtf)))


def _timeline(documents: Sequence[Document], language: Language) -> Spec | None:
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
    colors = [{"summit": _ACCENT, "other": _OTHER}[kind] for kind in kinds]
    return {
        "width": _WIDTH - 200,
        "height": _LANE * len(lanes),
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


def _map(documents: Sequence[Document], language: Language) -> Spec | None:
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
        "width": _WIDTH,
        "height": 400,
        "projection": {"type": "naturalEarth1", "rotate": [-150, 0, 0]},
        "layer": [
            {
                "data": {"values": [{"type": "Feature", "geometry": land, "properties": {}}]},
                "mark": {"type": "geoshape", "fill": _LAND, "stroke": None, "aria": False},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "point", "filled": False, "strokeWidth": 1.6, "color": _ACCENT},
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


def _agreements(documents: Sequence[Document], language: Language) -> Spec | None:
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
        "width": _WIDTH - 300,
        "height": _LANE * len(order),
        "data": {"values": rows},
        "layer": [
            {
                "mark": {"type": "rule", "color": _QUIET, "strokeWidth": 1, "aria": False},
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
                        "scale": {"domain": [made, recalled], "range": [_ACCENT, _OTHER]},
                    },
                    "description": {"field": "title"},
                },
            },
        ],
    }


PICTURES: Mapping[Kind, Callable[[Sequence[Document], Language], Spec | None]] = {
    "timeline": _timeline,
    "map": _map,
    "agreements": _agreements,
}
"""What is drawn, by the name of its kind."""
