"""The municipalities of Japan: all of them, each with its unit, its own point and its own romanization."""

import re
from collections import Counter

import pytest

from kaidan import find_places, resolve_place
from kaidan.data import table
from romanization import letters, romanized

ROWS = table("places/municipalities")
UNITS = re.compile("[市町村区]$")
OWN_WAY = {"Minoh": "Mino", "Minami-Alps": "Minamiarupusu"}  # as the town itself writes it
SITE_APART = 0.12  # degrees: the lake or the spa that a town is named after is a line of its own
WARDS_OF_OTHERS_TOO = {"港区", "北区", "中央区"}  # of Osaka, Nagoya, Sapporo and others


def test_there_are_all_of_them() -> None:
    units = Counter(row["ja"][-1] for row in ROWS)
    assert len(ROWS) == 1741
    assert (units["市"], units["区"], units["町"] + units["村"]) == (792, 23, 926)
    assert len({(row["subdivision"], row["ja"]) for row in ROWS}) == 1741


def test_an_english_name_is_how_the_name_is_read() -> None:
    differ = [
        (row["ja"], row["en"])
        for row in ROWS
        if letters(OWN_WAY.get(row["en"], row["en"]))
        != letters(romanized(row["kana"].split("|")[0]))
    ]
    assert differ == []


def test_the_only_one_of_its_name_and_unit_is_certain() -> None:
    count = Counter(row["ja"] for row in ROWS)
    wrong = []
    for row in ROWS:
        if row["ja"] in WARDS_OF_OTHERS_TOO:
            continue
        place = resolve_place(row["ja"])
        if count[row["ja"]] > 1:
            if place is not None and place.precision != "country":
                wrong.append((row["ja"], place.subdivision))
        elif place is None or place.subdivision != row["subdivision"]:
            wrong.append((row["ja"], place and place.subdivision))
    assert wrong == []


def test_beside_its_prefecture_each_is_itself() -> None:
    prefectures = {row["subdivision"]: row["ja"] for row in table("places/prefectures")}
    wrong = []
    for row in ROWS:
        place = resolve_place(prefectures[row["subdivision"]] + row["ja"])
        if place is None or place.latitude is None or place.longitude is None:
            wrong.append(row["ja"])
            continue
        near = (
            abs(place.latitude - float(row["latitude"])) < SITE_APART
            and abs(place.longitude - float(row["longitude"])) < SITE_APART
        )
        if place.subdivision != row["subdivision"] or not near:
            wrong.append(row["ja"])
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "english", "near"),
    [
        ("高知県四万十市", "Shimanto", (33, 132.9)),
        ("高知県四万十町", "Shimanto", (33.2, 133.1)),
        ("香美市", "Kami", (33.6, 133.7)),
        ("小平市", "Kodaira", (35.7, 139.5)),
        ("熊本県八代市", "Yatsushiro", (32.5, 130.6)),
        ("岐阜県飛騨市", "Hida", (36.2, 137.2)),
    ],
)
def test_the_unit_tells_namesakes_apart(text: str, english: str, near: tuple[float, float]) -> None:
    place = resolve_place(text)
    assert place is not None
    assert place.name is not None
    assert place.name.en == english
    assert place.latitude == pytest.approx(near[0], abs=0.1)
    assert place.longitude == pytest.approx(near[1], abs=0.1)


def test_running_text_names_towns_and_villages_with_their_unit() -> None:
    text = "総理は、大熊町と飯舘村を訪れ、長野県東御市に向かった。"
    assert [mention.text for mention in find_places(text)] == ["大熊町", "飯舘村", "長野県東御市"]
