"""What the hand tables say of namesakes, codes and ids: slips that were made once, each by a name that two places bear."""

from collections import defaultdict

import pytest

from kaidan import resolve_place
from kaidan.data import table

NAMESAKES = """
下田 | JP-22 | Shimoda
福島県富岡町 | JP-07 | Tomioka
深川市 | JP-01 | Fukagawa
茨城県東海村 | JP-08 | Tokai
吉野町 | JP-29 | Yoshino
馬山 | KR-48 | Masan
サラマンカ | ES-CL | Salamanca
プリンストン | US-NJ | Princeton
パサデナ | US-CA | Pasadena
パークシティ | US-UT | Park City
ウィリアムズバーグ | US-VA | Williamsburg
バガン | MM-04 | Bagan
ディクソン | RU-KYA | Dikson
テヘラン州 | IR-23 | Tehran
ケルマーン州 | IR-08 | Kerman
カザフスタン・アルマトイ州 | KZ-19 | Almaty Region
マドリード | ES-MD | Madrid
ヴィエンチャン | LA-VT | Vientiane
"""


@pytest.mark.parametrize("row", NAMESAKES.strip().splitlines())
def test_of_two_of_one_name_it_is_this(row: str) -> None:
    text, subdivision, english = row.split(" | ")
    place = resolve_place(text)
    assert place is not None
    assert place.name is not None
    assert (place.subdivision, place.name.en) == (subdivision, english)


def test_the_strait_between_two_shores_has_no_country() -> None:
    strait = resolve_place("台湾海峡")
    assert strait is not None
    assert (strait.country, strait.precision) == (None, "region")


def test_a_region_lies_where_the_hand_table_has_it_and_on_its_side_of_the_world() -> None:
    """CLDR has no points: the middle of a region's towns is none where they lie along one edge, or across the 180th meridian."""
    places = [resolve_place(text) for text in ("甘粛省", "チュクチ自治管区", "東部地域 (フィジー)")]
    assert [(place.latitude, place.longitude) for place in places if place] == [
        (37.83, 100.92),
        (66.7, 171.0),
        (-18.16, -179.75),
    ]


def test_the_town_of_the_peace_of_1905_is_not_the_namesake_with_the_shipyard() -> None:
    """Portsmouth is in New Hampshire; the one in Virginia is too large beside it to be out of the question."""
    place, alone = resolve_place("米国・ポーツマス"), resolve_place("ポーツマス")
    assert place is not None
    assert (place.country, place.precision, alone) == ("US", "country", None)


def test_an_id_stands_for_one_town() -> None:
    items = [row["wikidata"] for row in table("places/wikidata")]
    assert len(set(items)) == len(items)
    sochi = resolve_place("ソチ")
    assert sochi is not None
    assert sochi.wikidata == "Q39420"


def test_a_site_is_named_once() -> None:
    """Two rows of one country may share a name where it never stands alone, and nowhere else."""
    named = defaultdict(list)
    for row in table("places/sites"):
        for spelling in row["spellings"].split("|"):
            if row["alone"] != "never":
                named[row["country"], spelling].append(row["en"])
    assert {key: names for key, names in named.items() if len(set(names)) > 1} == {}
