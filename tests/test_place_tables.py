"""Places by the table: strings with their country and point, sentences with the places that they name."""

from csv import QUOTE_NONE, DictReader
from math import cos, hypot, radians
from pathlib import Path

import pytest

from kaidan import find_places, resolve_place
from kaidan.text.keys import name_key

TABLES = Path(__file__).parent / "places"


def rows(name: str) -> list[dict[str, str]]:
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    told = (line for line in lines if not line.startswith("#"))
    return list(DictReader(told, delimiter="\t", quoting=QUOTE_NONE))


@pytest.mark.parametrize("row", rows("strings"), ids=lambda row: str(row["text"]))
def test_a_string_is_in_its_country_and_near_its_point(row: dict[str, str]) -> None:
    place = resolve_place(row["text"])
    assert ((place and place.country) or "") == row["country"]
    if row["latitude"]:
        assert place is not None
        assert place.latitude is not None
        assert place.longitude is not None
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        east = (place.longitude - longitude) * cos(radians(latitude))
        assert 111.2 * hypot(place.latitude - latitude, east) <= float(row["km"])


@pytest.mark.parametrize("row", rows("sentences"), ids=lambda row: str(row["text"]))
def test_a_sentence_names_its_places(row: dict[str, str]) -> None:
    mentions = [mention for mention in find_places(row["text"]) if mention.role == "plain"]
    assert [mention.text for mention in mentions] == row["places"].split()
    for mention in mentions:
        assert row["text"][mention.start : mention.end] == mention.text


SPELLINGS = [
    ("宮﨑市", "宮崎市"),
    ("擇捉島", "択捉島"),
    ("鎌ヶ谷市", "鎌ケ谷市"),
    ("鎌が谷市", "鎌ケ谷市"),
    ("山之内町", "山ノ内町"),
    ("ハ\u200bノイ", "ハノイ"),
    ("カ\u3099ンビア", "ガンビア"),
    ("ﾊﾉｲ", "ハノイ"),
]


@pytest.mark.parametrize(("written", "plain"), SPELLINGS)
def test_two_spellings_of_one_name_have_one_key(written: str, plain: str) -> None:
    assert name_key(written) == name_key(plain)
    assert resolve_place(written) == resolve_place(plain) or resolve_place(written) is not None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("京　都で会談した", [("京　都", "京都")]),
        (
            "トイツではなくト\u3099イツのハイリケ\u3099ンタ\u3099ムて\u3099",
            [("ト\u3099イツのハイリケ\u3099ンタ\u3099ム", "ハイリゲンダム")],
        ),
        ("モス\u200bクワを訪問した", [("モス\u200bクワ", "モスクワ")]),
        ("関が原町と擇捉島", [("関が原町", "関ケ原町"), ("擇捉島", "擇捉島")]),
        ("兵庫県南あわじ市と、むつ市", [("兵庫県南あわじ市", "南あわじ"), ("むつ市", "むつ")]),
    ],
)
def test_offsets_are_those_of_the_text_as_given(text: str, names: list[tuple[str, str]]) -> None:
    mentions = find_places(text)
    assert [(m.text, m.place.name and m.place.name.ja) for m in mentions] == names
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_a_name_in_latin_letters_has_a_japanese_one() -> None:
    place = resolve_place("Moscow")
    assert place is not None
    assert place.name is not None
    assert (place.name.ja, place.name.en) == ("モスクワ", "Moscow")
