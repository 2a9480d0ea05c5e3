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


def _km(row: dict[str, str], towns: list[tuple[float, float]]) -> float:
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
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
