"""The gazetteer: what it holds is true as far as its own rows can tell, and it can be built again."""

import doctest
import json
import sqlite3
from importlib import import_module
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import pytest

import kaidan.data
from kaidan.data import table
from kaidan.data.build.__main__ import rows
from kaidan.data.build.store import write_gazetteer

SHIPPED = Path(kaidan.data.__file__).with_name("gazetteer.sqlite")
INPUTS = Path(__file__).parent / "gazetteer"
CITIES: dict[str, Any] = json.loads((INPUTS / "cities500.json").read_text(encoding="utf-8"))
ISO: dict[str, Any] = json.loads((INPUTS / "iso3166-2.json").read_text(encoding="utf-8"))
_TOWNS = (
    "SELECT kind, country, subdivision, ja, en, precision, latitude, longitude, timezone, "
    "geonames, wikidata, weight FROM place WHERE geonames"
)
_SPELLINGS = "SELECT geonames, folded, exact, alone FROM spelling JOIN place ON place.id = place WHERE geonames"


def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "slice.sqlite"
    write_gazetteer(rows(CITIES, ISO, INPUTS / "node_modules"), path)
    return path


def test_the_same_inputs_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    write_gazetteer(rows(CITIES, ISO, INPUTS / "node_modules"), again)
    assert again.read_bytes() == built.read_bytes()


def test_a_slice_is_what_was_shipped(built: Path) -> None:
    towns = {row for row in ask(built, _TOWNS) if str(row[9]) in CITIES}
    assert len(towns) >= 15
    assert towns <= set(ask(SHIPPED, _TOWNS))
    assert set(ask(built, _SPELLINGS)) <= set(ask(SHIPPED, _SPELLINGS))


def test_the_hand_tables_are_all_in() -> None:
    shipped = set(ask(SHIPPED, "SELECT country, precision, en FROM place"))
    assert {(row["country"], "country", row["en"]) for row in table("places/countries")} <= shipped
    assert {
        (row["country"] or None, row["precision"], row["en"]) for row in table("places/sites")
    } <= shipped
    assert {(row["country"], "locality", row["en"]) for row in table("places/towns")} <= shipped


def test_a_town_of_the_hand_table_is_in_its_country() -> None:
    countries = dict(ask(SHIPPED, "SELECT geonames, country FROM place WHERE geonames"))
    assert all(countries[int(row["geonames"])] == row["country"] for row in table("places/towns"))


@pytest.mark.parametrize(("precision", "at_most"), [("venue", 60), ("locality", 450)])
def test_a_site_lies_near_a_town_of_its_country(precision: str, at_most: int) -> None:
    """A slip of a sign or of a digit moves a point further than the loneliest place (Uluru) lies from a town."""
    towns: dict[str, list[tuple[float, float]]] = {}
    for country, latitude, longitude in ask(
        SHIPPED, "SELECT country, latitude, longitude FROM place WHERE geonames"
    ):
        towns.setdefault(country, []).append((latitude, longitude))
    sites = [
        row
        for row in table("places/sites")
        if row["country"] in towns and row["precision"] == precision
    ]
    assert len(sites) > 80
    assert [row["en"] for row in sites if _km(row, towns[row["country"]]) > at_most] == []


LONELY = {
    "Aleutian Islands", "Aousserd", "Hatohobei", "Kosrae", "Lord Howe Island", "Minamitorishima",
    "Nanumea", "Okinotorishima", "Phoenix Islands", "Rotuma", "Yap",
}  # fmt: skip
"""What lies more than three degrees outside of the box around the towns of its state: islands, and a desert."""


def test_what_has_a_state_lies_in_the_box_around_its_towns() -> None:
    """A sign flipped, or latitude and longitude exchanged, leaves the box of nearly every state."""
    boxes = _boxes()
    places = ask(SHIPPED, "SELECT en, country, latitude, longitude FROM place WHERE latitude")
    known = [place for place in places if place[1] in boxes]
    assert len(known) > 30_000
    outside = {en for en, country, *point in known if _degrees_outside(point, boxes[country]) > 3}
    assert outside == LONELY


def _boxes() -> dict[str, list[tuple[float, float]]]:
    """Return the least and the greatest latitude, longitude, and longitude from 0 to 360, of the towns of each state."""
    towns: dict[str, list[tuple[float, float, float]]] = {}
    for country, latitude, longitude in ask(
        SHIPPED, "SELECT country, latitude, longitude FROM place WHERE geonames"
    ):
        towns.setdefault(country, []).append((latitude, longitude, longitude % 360))
    return {
        country: [(min(degrees), max(degrees)) for degrees in zip(*points, strict=True)]
        for country, points in towns.items()
    }


def _degrees_outside(point: list[float], box: list[tuple[float, float]]) -> float:
    """Return how many degrees a point lies outside of a box, which may reach over the 180th meridian."""
    latitude, longitude = point
    north, east, around = (
        max(least - degrees, degrees - greatest, 0)
        for degrees, (least, greatest) in zip(
            (latitude, longitude, longitude % 360), box, strict=True
        )
    )
    return max(north, min(east, around))


def test_a_place_with_a_subdivision_lies_by_the_towns_of_that() -> None:
    """No town of the state is much nearer than one of the subdivision that the row names; a lonely port of gas is further off."""
    towns: dict[str, list[tuple[float, float]]] = {}
    for code, latitude, longitude in ask(
        SHIPPED,
        "SELECT subdivision, latitude, longitude FROM place WHERE geonames AND subdivision IS NOT NULL",
    ):
        for key in (code, code[:2]):
            towns.setdefault(key, []).append((latitude, longitude))
    places = ask(
        SHIPPED,
        "SELECT en, subdivision, latitude, longitude FROM place WHERE kind IN ('site', 'ward', 'office') "
        "AND precision != 'region' AND subdivision IS NOT NULL",
    )
    known = [place for place in places if place[1] in towns]
    assert len(known) > 1_400
    far = {
        en
        for en, code, *point in known
        if _nearest(point, towns[code]) > _nearest(point, towns[code[:2]]) + 60
    }
    assert far == {"Sabetta"}


def _km(row: dict[str, str], towns: list[tuple[float, float]]) -> float:
    return _nearest([float(row["latitude"]), float(row["longitude"])], towns)


def _nearest(point: list[float], towns: list[tuple[float, float]]) -> float:
    latitude, longitude = point
    return min(
        111.2 * hypot(latitude - lat, (longitude - lon) * cos(radians(lat))) for lat, lon in towns
    )


def test_points_are_degrees_and_codes_are_codes() -> None:
    assert (
        ask(
            SHIPPED,
            "SELECT en FROM place WHERE abs(latitude) > 90 OR abs(longitude) > 180 OR (latitude IS NULL) != (precision = 'country')",
        )
        == []
    )
    assert (
        ask(
            SHIPPED,
            "SELECT en FROM place WHERE subdivision IS NOT NULL AND substr(subdivision, 1, 3) != country || '-'",
        )
        == []
    )
    assert ask(SHIPPED, "SELECT en FROM place WHERE length(country) != 2") == []
    countries = {row["country"] for row in table("places/countries")}
    assert {
        country
        for (country,) in ask(
            SHIPPED, "SELECT DISTINCT country FROM place WHERE country IS NOT NULL"
        )
    } - countries == set()


@pytest.mark.parametrize(
    "name",
    ["kaidan.data.build.inputs", "kaidan.data.build.crosswalk", "kaidan.data.build.sites_check"],
)
def test_the_examples_of_the_build_run(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert (result.failed, bool(result.attempted)) == (0, True)
