"""The hand table of places is held against lists of places with points: near is the same place, and marked once."""

from kaidan.data import table
from kaidan.data.build.sites_check import compare, mark, site_key

ROW = "PT\tPT-11\tPena Palace\tペーナ宮殿\t38.79\t-9.39\tvenue\tEurope/Lisbon\ttext\treference"


def site(precision: str = "venue") -> dict[str, str]:
    return {
        "country": "PT",
        "en": "Pena Palace",
        "latitude": "38.79",
        "longitude": "-9.39",
        "precision": precision,
    }


def test_a_site_that_lies_where_the_list_has_it_agrees() -> None:
    agreed, lines = compare([site()], {site_key("PT", "Pena palace"): (38.788, -9.391)})
    assert (agreed, lines) == ({("PT", "pena palace")}, [])


def test_a_namesake_elsewhere_is_told_and_one_abroad_is_none() -> None:
    points = {
        site_key("PT", "Pena Palace"): (38.79, -9.30),
        site_key("BR", "Pena Palace"): (38.79, -9.39),
    }
    agreed, lines = compare([site()], points)
    assert agreed == set()
    assert lines == ["PT Pena Palace: 7.8 km from (38.79, -9.3)"]
    assert compare([site("region")], points)[1] == []


def test_a_mark_is_made_once_and_nothing_else_changes() -> None:
    once = mark(f"{ROW}\n# a comment\n", {("PT", "pena palace")}, "lists")
    assert once == f"{ROW}, lists\n# a comment\n"
    assert mark(once, {("PT", "pena palace")}, "lists") == once


def test_of_the_venues_more_than_a_quarter_were_held_against_a_second_source() -> None:
    venues = [row for row in table("places/sites") if row["precision"] == "venue"]
    seconds = {"ne", "geonames", "airports", "lists"}
    held = [row for row in venues if seconds & {*row["source"].split(", ")}]
    assert len(held) > 0.28 * len(venues)
