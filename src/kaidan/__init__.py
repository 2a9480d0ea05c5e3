"""kaidan (会談, talks): a Japanese government page as data that can be cited.

The public names, nothing else. They are imported when first used, so that ``kaidan --help`` waits for none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kaidan.differ import diff
    from kaidan.errors import KaidanError, Refused, Unreadable, UnreadableDate
    from kaidan.models import Document, Meeting
    from kaidan.normalizers.dates import find_dates, parse_date
    from kaidan.normalizers.places import find_places, resolve_place
    from kaidan.pipeline import extract

__all__ = [
    "Document",
    "KaidanError",
    "Meeting",
    "Refused",
    "Unreadable",
    "UnreadableDate",
    "diff",
    "extract",
    "find_dates",
    "find_places",
    "parse_date",
    "resolve_place",
]

_HOME = {
    "Document": "kaidan.models",
    "KaidanError": "kaidan.errors",
    "Meeting": "kaidan.models",
    "Refused": "kaidan.errors",
    "Unreadable": "kaidan.errors",
    "UnreadableDate": "kaidan.errors",
    "diff": "kaidan.differ",
    "extract": "kaidan.pipeline",
    "find_dates": "kaidan.normalizers.dates",
    "find_places": "kaidan.normalizers.places",
    "parse_date": "kaidan.normalizers.dates",
    "resolve_place": "kaidan.normalizers.places",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  PEP 562 gives it no narrower type
    if name not in _HOME:
        raise AttributeError(f"module 'kaidan' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value
