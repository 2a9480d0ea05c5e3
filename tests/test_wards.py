"""The wards of the designated cities and the offices of the prefectures: each where it belongs, and never a namesake's."""

from collections import Counter

import pytest

from kaidan import find_places, resolve_place
from kaidan.data import table
from romanization import letters, romanized

ROWS = table("places/wards")
FARTHEST = 0.3  # degrees between the office of a city and those of its wards


def test_there_are_all_of_them_in_twenty_cities() -> None:
    cities = Counter(row["ja"].partition("市")[0] for row in ROWS)
    assert (len(ROWS), len(cities), cities["大阪"], cities["横浜"]) == (171, 20, 24, 18)
    assert len({row["code"] for row in ROWS}) == 171


def test_each_is_itself_behind_its_city_and_lies_by_it() -> None:
    towns = {row["ja"]: row for row in table("places/municipalities") if row["ja"][-1] == "市"}
    for row in ROWS:
        city = towns[row["ja"].partition("市")[0] + "市"]
        place = resolve_place(row["ja"])
        assert place is not None
        assert place.name is not None
        assert (place.subdivision, place.name.en) == (city["subdivision"], row["en"])
        assert place.latitude == pytest.approx(float(city["latitude"]), abs=FARTHEST)
        assert place.longitude == pytest.approx(float(city["longitude"]), abs=FARTHEST)


def test_its_english_name_is_how_it_is_read() -> None:
    for row in ROWS:
        own = row["en"].partition(" Ward")[0]
        assert letters(own) == letters(romanized(row["kana"].split("|")[0])), row["ja"]


def test_a_name_that_several_bear_is_none_alone() -> None:
    bearers = Counter(row["ja"].partition("市")[2] for row in ROWS)
    of_tokyo = {row["ja"] for row in table("places/municipalities") if row["ja"][-1] == "区"}
    several = {name for name, count in bearers.items() if count > 1} | (of_tokyo & {*bearers})
    assert {"中央区", "緑区", "青葉区", "港区"} <= several
    assert [name for name in several if resolve_place(name)] == []
    assert all(resolve_place(name) for name in bearers.keys() - several)


def test_a_ward_in_running_text_is_one_mention_with_its_city() -> None:
    text = "さいたま市大宮区で会合に出席し、京都府京都市左京区、中央区を回った。"
    assert [mention.text for mention in find_places(text)] == [
        "さいたま市大宮区",
        "京都府京都市左京区",
    ]


def test_the_office_of_a_prefecture_is_in_its_city() -> None:
    places = {row["ja"]: resolve_place(f"{row['ja']}庁") for row in table("places/prefectures")}
    assert all(place and place.precision == "venue" for place in places.values())
    hyogo = places["兵庫県"]
    assert hyogo is not None
    assert (hyogo.subdivision, hyogo.latitude, hyogo.longitude) == ("JP-28", 34.69, 135.18)
    assert [mention.text for mention in find_places("愛媛県庁で知事と会談した。")] == ["愛媛県庁"]
