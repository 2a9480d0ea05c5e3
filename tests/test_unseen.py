"""Whatever sign nobody sees may stand inside of a date, a place or a name: it says nothing there."""

import pytest

from kaidan import find_dates, find_people, resolve_place
from kaidan.text.unseen import unseen_signs

SIGNS = sorted(unseen_signs())


@pytest.mark.parametrize("sign", SIGNS[::7], ids=lambda sign: f"U+{ord(sign):04X}")
def test_they_say_nothing(sign: str) -> None:
    assert [date.edtf for date in find_dates(f"平成20{sign}年11{sign}月")] == ["2008-11"]
    place = resolve_place(f"ペル{sign}ー・リ{sign}マ")
    assert place
    assert place.name == ("リマ", "Lima")
    people = find_people(f"麻生{sign}総理とプー{sign}チン大統領")
    assert [who.name and who.name.en for who in people] == ["Taro Aso", "Vladimir Putin"]


def test_a_selector_of_a_variant_is_no_letter() -> None:
    place = resolve_place("奈良県葛\U000e0100城市")
    assert place
    assert place.name
    assert place.name.en == "Katsuragi"
