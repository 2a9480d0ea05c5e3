"""GeoJSON (RFC 7946): a feature a meeting, for QGIS, geojson.io and web maps."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kaidan import canonical
from kaidan.formats import Options
from kaidan.formats.flattened import Row, all_meetings, meeting_rows, source_rows
from kaidan.formats.tabular import MEETINGS, SOURCE
from kaidan.models import Place
from kaidan.sourced import SourcedDocument

_ELSEWHERE = frozenset({"id", "latitude", "longitude"})
"""Columns of a meeting that GeoJSON has members of its own for."""

_RENAMED = {"place_precision": "precision"}
"""The precision of a feature is that of its point."""


def write_features(sources: Sequence[SourcedDocument], options: Options) -> bytes:
    """Return a collection with a feature for each meeting; one without a point has no geometry.

    Where the pages came from stands in a member of the collection that maps pass over (RFC 7946 section 6.1), and each feature
    names its page.
    """
    features = [
        _feature(meeting.place, row)
        for meeting, row in zip(all_meetings(sources), meeting_rows(sources), strict=True)
    ]
    pages = [
        {column.name: value for column, value in zip(SOURCE.columns, row, strict=True) if value}
        for row in source_rows(sources)
    ]
    collection = {"type": "FeatureCollection", "source": pages, "features": features}
    return canonical.document(collection, (), options.indent)


def _feature(place: Place | None, row: Row) -> Mapping[str, Any]:
    cells = {column.name: value for column, value in zip(MEETINGS.columns, row, strict=True)}
    properties = {
        _RENAMED.get(name, name): _property_value(cell)
        for name, cell in cells.items()
        if name not in _ELSEWHERE
    }
    return {
        "type": "Feature",
        "id": cells["id"],
        "geometry": _point(place),
        "properties": properties,
    }


def _point(place: Place | None) -> Mapping[str, Any] | None:
    """Return the point of a place, longitude first; a region's middle is one too, and its ``precision`` says so."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _property_value(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date) else cell or None
