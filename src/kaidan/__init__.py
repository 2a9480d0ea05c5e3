"""kaidan (会談, talks): a Japanese government page as data that can be cited.

    >>> import kaidan
    >>> page = "<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>ペルー・リマで麻生総理とメドヴェージェフ大統領が会談。"
    >>> kaidan.extract(page).meetings[0].place.name.en
    'Lima'

``extract`` reads a page, ``diff`` compares two documents; ``find_dates``, ``find_places`` and ``find_people`` read a text, ``parse_date``
and ``resolve_place`` a text that is one date or place. What they raise is a ``KaidanError``. ``kaidan help python`` is the guide.
"""

# The names are imported when first used, so that `kaidan --help` waits for none of them.
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kaidan.bulk.many import extract_many
    from kaidan.differ import diff
    from kaidan.errors import KaidanError, Refused, Unreadable, UnreadableDate
    from kaidan.models import Document, Meeting
    from kaidan.normalizers.dates import Date, DateMention
    from kaidan.normalizers.people.person import PersonMention
    from kaidan.normalizers.places import Place, PlaceMention
    from kaidan.pipeline import extract
    from kaidan.readers import (
        bounds,
        find_dates,
        find_people,
        find_places,
        parse_date,
        resolve_place,
    )

    __version__: str

_HOME = {
    "Date": "kaidan.normalizers.dates",
    "DateMention": "kaidan.normalizers.dates",
    "Document": "kaidan.models",
    "KaidanError": "kaidan.errors",
    "Meeting": "kaidan.models",
    "PersonMention": "kaidan.normalizers.people.person",
    "Place": "kaidan.normalizers.places",
    "PlaceMention": "kaidan.normalizers.places",
    "Refused": "kaidan.errors",
    "Unreadable": "kaidan.errors",
    "UnreadableDate": "kaidan.errors",
    "bounds": "kaidan.readers",
    "diff": "kaidan.differ",
    "extract": "kaidan.pipeline",
    "extract_many": "kaidan.bulk.many",
    "find_dates": "kaidan.readers",
    "find_people": "kaidan.readers",
    "find_places": "kaidan.readers",
    "parse_date": "kaidan.readers",
    "resolve_place": "kaidan.readers",
}

__all__ = [
    "Date",
    "DateMention",
    "Document",
    "KaidanError",
    "Meeting",
    "PersonMention",
    "Place",
    "PlaceMention",
    "Refused",
    "Unreadable",
    "UnreadableDate",
    "__version__",
    "bounds",
    "diff",
    "extract",
    "extract_many",
    "find_dates",
    "find_people",
    "find_places",
    "parse_date",
    "resolve_place",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  PEP 562 gives it no narrower type
    if name == "__version__":
        return import_module("kaidan.models").VERSION
    if name not in _HOME:
        raise AttributeError(f"module 'kaidan' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__doc__", "__file__", "__name__", "__path__"]
