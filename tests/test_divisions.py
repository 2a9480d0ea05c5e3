"""The subdivisions of ISO 3166-2: each is itself or nothing, and never a town in another country."""

import re
import sqlite3
from pathlib import Path

import pytest

import kaidan.data
from kaidan import resolve_place

SHIPPED = Path(kaidan.data.__file__).with_name("gazetteer.sqlite")
UNIT = re.compile("([州県省府道郡]|地方)$")
OF_ANOTHER = """
ロット県 | FR | FR-46
ヴァール県 | FR | FR-83
アリエ県 | FR | FR-03
ジェール県 | FR | FR-32
クレア州 | IE | IE-CE
メイヨー州 | IE | IE-MO
ゴール州 | AF | AF-GHO
ラインラント・ファルツ州 | DE | DE-RP
ノルトライン・ヴェストファーレン州 | DE | DE-NW
ザクセン・アンハルト州 | DE | DE-ST
エミリア・ロマーニャ州 | IT | IT-45
ブーシュ・デュ・ローヌ県 | FR | FR-13
ハルキフ州 | UA | UA-63
トゥングラウア県 | EC | EC-T
ドネツク州 | UA | UA-14
イワノ・フランコフスク州 | UA | UA-26
"""


def divisions() -> list[tuple[str, str]]:
    connection = sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(
            "SELECT subdivision, ja FROM place WHERE kind = 'division' ORDER BY id"
        ).fetchall()
    finally:
        connection.close()


def test_a_division_with_its_unit_is_itself_or_nothing() -> None:
    named = [(code, ja) for code, ja in divisions() if UNIT.search(ja)]
    assert len(named) > 3200
    found = [(code, ja, resolve_place(ja)) for code, ja in named]
    abroad = [(code, ja) for code, ja, place in found if place and place.country != code[:2]]
    right = sum(place is not None and place.subdivision == code for code, _, place in found)
    assert abroad == []
    assert right > 0.96 * len(named)


def test_every_division_lies_somewhere() -> None:
    codes = [code for code, _ in divisions()]
    assert len(codes) > 4700
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("row", OF_ANOTHER.strip().splitlines())
def test_a_division_is_looked_up_before_a_town_abroad(row: str) -> None:
    text, country, subdivision = row.split(" | ")
    place = resolve_place(text)
    assert place is not None
    assert (place.country, place.subdivision, place.precision) == (country, subdivision, "region")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("モンバサ県", "KE-28"),  # CLDR: モンバサ (カウンティ)
        ("バーミヤン県", "AF-BAM"),  # another unit than CLDR's, and another length of vowels
        ("イスファハーン州", "IR-10"),  # known by the town that lies in it
        ("オシュ州", "KG-O"),
        ("ピーターバラ", "GB-PTE"),
    ],
)
def test_a_division_is_known_by_other_spellings(text: str, code: str) -> None:
    place = resolve_place(text)
    assert place is not None
    assert place.subdivision == code


def test_the_english_name_is_that_of_atlases() -> None:
    names = {"ハルキウ州": "Kharkiv", "リヴィウ州": "Lviv", "ピーターバラ": "Peterborough"}
    places = {text: resolve_place(text) for text in names}
    assert {text: p and p.name and p.name.en for text, p in places.items()} == names
