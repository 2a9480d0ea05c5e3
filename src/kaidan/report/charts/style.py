"""What the charts look like: colours and sizes, and the title of a meeting's mark."""

from typing import Any

from kaidan.messages import Language
from kaidan.models import Meeting
from kaidan.report.captions import name_in

Spec = dict[str, Any]

INK, QUIET, LAND, ACCENT, OTHER = "#23303a", "#8a949c", "#e4e2da", "#a33b2f", "#2f5d8a"
WIDTH = 760
"""Pixels of a picture, with what stands beside the chart."""
LANE = 26
"""Pixels of a row of the timeline and of the agreements."""


def titled(meeting: Meeting, language: Language) -> str:
    """Return the title of a meeting's mark: place and date."""
    place = meeting.place
    named = name_in(place.name or place.country_name, language) or place.text if place else None
    return ", ".join(filter(None, (named, meeting.date.edtf)))
