"""Builds the gazetteer of a copy of the package, whose folder is the first argument, from the inputs in the second, and asks it."""

import json
import sys
from pathlib import Path

root, inputs = map(Path, sys.argv[1:])
sys.path.insert(0, str(root))

from kaidan.data.build.__main__ import rows  # noqa: E402  of the copy
from kaidan.data.build.store import write_gazetteer  # noqa: E402
from kaidan.normalizers.places import Place, find_places, resolve_place  # noqa: E402

cities, iso = (
    json.loads((inputs / f"{name}.json").read_text(encoding="utf-8"))
    for name in ("cities500", "iso3166-2")
)
write_gazetteer(rows(cities, iso, inputs / "node_modules"), root / "kaidan/data/gazetteer.sqlite")


def told(place: Place | None) -> list[str | None] | None:
    """Return country, English name and precision."""
    return place and [place.country, place.name and place.name.en, place.precision]


asked = json.load(sys.stdin)
json.dump(
    {
        "strings": [told(resolve_place(text)) for text in asked["strings"]],
        "mentions": [[m.text, *(told(m.place) or [])] for m in find_places(asked["text"])],
    },
    sys.stdout,
)
