"""``python -m kaidan.data.build.sites_check FILE NAME``: hold sites.tsv against a list of places with points.

FILE is a CSV with the columns country (ISO 3166-1), name (in English), latitude and longitude in degrees. A row of the same country and
name whose point lies within :data:`NEAR` km is marked with NAME among its sources; of those further away a line says how far.
"""

import csv
import sys
from collections.abc import Iterable, Mapping
from math import cos, hypot, radians
from pathlib import Path

from kaidan.data import table
from kaidan.data.build.inputs import Point, plain

_SITES = Path(__file__).parent.parent / "places" / "sites.tsv"
NEAR = {"venue": 2.5, "locality": 2.5, "region": 10.0}
"""How many km apart two points may lie and be one place's, by its precision."""

Key = tuple[str, str]
"""A country's code and the name of a place in it, without diacritics and capitals."""


def site_key(country: str, name: str) -> Key:
    """Return what the rows of two lists are matched by.

    >>> site_key("AT", "Schönbrunn Palace")
    ('AT', 'schonbrunn palace')
    """
    return country, plain(name).lower()


def km(one: Point, other: Point) -> float:
    """Return the distance of two points in km, as if the earth were flat between them.

    >>> round(km((35.0, 139.0), (35.0, 139.1)), 1)
    9.1
    """
    east = (one[1] - other[1]) * cos(radians((one[0] + other[0]) / 2))
    return 111.2 * hypot(one[0] - other[0], east)


def compare(
    sites: Iterable[Mapping[str, str]], points: Mapping[Key, Point]
) -> tuple[set[Key], list[str]]:
    """Return which sites lie where the list has them, and a line for each that lies elsewhere."""
    agreed, lines = set[Key](), list[str]()
    for row in sites:
        own = site_key(row["country"], row["en"])
        if own not in points:
            continue
        apart = km((float(row["latitude"]), float(row["longitude"])), points[own])
        if apart <= NEAR[row["precision"]]:
            agreed.add(own)
        else:
            lines.append(f"{row['country']} {row['en']}: {apart:.1f} km from {points[own]}")
    return agreed, lines


def mark(table_text: str, agreed: set[Key], name: str) -> str:
    r"""Return the text of sites.tsv with a name among the sources of the sites that agree.

    >>> mark("FR\t\tPont du Gard\tポン・デュ・ガール\t43.95\t4.54\tvenue\t\ttext\treference\n", {("FR", "pont du gard")}, "lists")[-17:]
    'reference, lists\n'
    """
    marked = []
    for line in table_text.splitlines():
        cells = line.split("\t")
        agrees = len(cells) == 10 and site_key(cells[0], cells[2]) in agreed
        is_new = agrees and name not in cells[9].split(", ")
        marked.append(f"{line}, {name}\n" if is_new else f"{line}\n")
    return "".join(marked)


def mark_sites() -> None:
    """Mark the sites that agree, and print where the list has another point."""
    file, name = Path(sys.argv[1]), sys.argv[2]
    with file.open(encoding="utf-8", newline="") as lines:
        points = {
            site_key(row["country"], row["name"]): (float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(lines)
        }
    agreed, elsewhere = compare(table("places/sites"), points)
    _SITES.write_text(mark(_SITES.read_text(encoding="utf-8"), agreed, name), encoding="utf-8")
    elsewhere.append(f"{len(agreed)} sites agree")
    sys.stdout.write("".join(f"{line}\n" for line in elsewhere))


if __name__ == "__main__":
    mark_sites()
