"""How often a place is right, by the kind of its reading: ``python tests/benchmarks/places_calibration.py``.

Not collected by pytest. It makes its strings itself, the same ones every time: names drawn from the shipped gazetteer, the larger the place
the more often, in the ways in which official text writes them, glued, in brackets, bare, in sentences; names that no place bears beside a
country; words, people and offices that name no place; and, as the hardest case, names that several towns of one country bear. It asks a
copy of the gazetteer that lacks a tenth of the venues and of the little known towns abroad: new text names places that nobody has put in.

Two lists were made elsewhere: the cities by which CLDR names time zones in Japanese, where the time zone database has them (asked where
babel and tzdata are installed), and JpGeocode's municipalities of Japan (where that is).

"right" counts answers in the right country whose point, where one is given, lies within 60 km (a region: 300 km) of the truth. A string
that names no place has no right answer but silence. No ``CONFIDENCE`` in ``kaidan.normalizers.places.certainty`` may lie above the rate
of all sets together but for the namesakes.
"""

import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from places_strings import (
    Case,
    cities_of_time_zones,
    drawn,
    invented,
    municipalities,
    namesakes,
    nothing,
)

import kaidan.data
from kaidan import find_places, resolve_place
from kaidan.normalizers.places import Place, certainty, gazetteer

SHIPPED = Path(kaidan.data.__file__).with_name("gazetteer.sqlite")
LITTLE_KNOWN = """
SELECT id FROM place WHERE precision = 'venue' OR (precision = 'locality' AND country != 'JP' AND weight < 1000000) ORDER BY id
"""
MISSING = 10  # one of so many is taken out
SEED = 1993


class Answer(NamedTuple):
    case: Case
    kind: str
    right: bool


def without_some(shipped: Path, copy: Path, mixed: random.Random) -> sqlite3.Connection:
    """Copy the gazetteer and forget the names of one town in ten."""
    shutil.copy(shipped, copy)
    connection = sqlite3.connect(copy)
    little_known = [key for (key,) in connection.execute(LITTLE_KNOWN)]
    for key in mixed.sample(little_known, len(little_known) // MISSING):
        connection.execute("DELETE FROM spelling WHERE place = ?", (key,))
    known = {name for (name,) in connection.execute("SELECT exact FROM spelling WHERE alone = 2")}
    (lines,) = connection.execute("SELECT lines FROM prepared WHERE subject = 'names'").fetchone()
    cells = lines.split("\n")
    kept = (
        (start, "\t".join(name for name in names.split("\t") if name in known))
        for start, names in zip(cells[::2], cells[1::2], strict=True)
    )
    prepared = "\n".join(f"{start}\n{names}" for start, names in kept if names)
    connection.execute("UPDATE prepared SET lines = ? WHERE subject = 'names'", (prepared,))
    return connection


def answers(cases: Sequence[Case], kinds: dict[float, str]) -> Iterator[Answer]:
    """Ask each case; what is not answered yields nothing."""
    for case in cases:
        places = (
            [m.place for m in find_places(case.text) if m.role == "plain"]
            if case.running
            else [resolve_place(case.text)]
        )
        for place in filter(None, places):
            yield Answer(case, kinds[place.confidence], is_right(place, case))


def is_right(place: Place, case: Case) -> bool:
    """Tell whether the answer is true; a country has no point, nor has the truth of an invented name."""
    truth = case.truth
    if truth is None or place.country != truth.country:
        return False
    if (
        place.latitude is None
        or place.longitude is None
        or truth.latitude is None
        or truth.longitude is None
    ):
        return True
    width = cos(radians(place.latitude)) * ((place.longitude - truth.longitude + 180) % 360 - 180)
    return 111.2 * hypot(place.latitude - truth.latitude, width) <= (
        300 if "region" in {place.precision, truth.precision} else 60
    )


def report(
    title: str, cases: Sequence[Case], given: Sequence[Answer], confidences: dict[str, float]
) -> list[str]:
    """Return the table: each kind of reading with its answers, how many of them were right, and what it is called today."""
    asked = sum(case.truth is not None for case in cases)
    lines = [
        f"{title}: {len(cases)} strings, {asked} with a place, {len(cases) - asked} without",
        "",
    ]
    lines += [
        "| reading | answers | right | rate | confidence |",
        "| --- | --- | --- | --- | --- |",
    ]
    total, right = (
        Counter(answer.kind for answer in given),
        Counter(answer.kind for answer in given if answer.right),
    )
    rows = ((kind, total[kind], right[kind]) for kind in confidences if total[kind])
    lines += [
        f"| {kind} | {n} | {hits} | {hits / n:.3f} | {confidences[kind]} |"
        for kind, n, hits in rows
    ]
    alarms = sum(answer.case.truth is None for answer in given)
    return [*lines, "", f"{len(given) - alarms} answers to the former, {alarms} to the latter", ""]


def main() -> None:
    confidences = dict(certainty.CONFIDENCE)
    numbered = {kind: float(number) for number, kind in enumerate(confidences)}
    kinds = {number: kind for kind, number in numbered.items()}
    with tempfile.TemporaryDirectory() as folder:
        mixed = random.Random(SEED)  # noqa: S311  reproducible, not secret
        whole = sqlite3.connect(SHIPPED)
        sets = {
            "drawn from the gazetteer": [*drawn(whole, mixed), *nothing(whole)],
            "namesakes in one country": namesakes(whole, mixed),
            "invented names in a country": invented(whole, mixed),
            "cities of time zones": cities_of_time_zones(),
            "municipalities of Japan": municipalities(),
        }
        lacking = without_some(SHIPPED, Path(folder) / "gazetteer.sqlite", mixed)
        with (
            patch.dict(certainty.CONFIDENCE, numbered),
            patch.object(gazetteer, "_database", lambda: lacking),
        ):
            given = {title: list(answers(cases, kinds)) for title, cases in sets.items()}
        lacking.close()
    tables = [
        report(title, sets[title], given[title], confidences) for title in sets if sets[title]
    ]
    usual = [title for title in sets if title != "namesakes in one country"]
    asked, replied = (
        [case for title in usual for case in sets[title]],
        [answer for title in usual for answer in given[title]],
    )
    tables.append(report("together, namesakes aside", asked, replied, confidences))
    print("\n".join(map("\n".join, tables)))  # noqa: T201


if __name__ == "__main__":
    main()
