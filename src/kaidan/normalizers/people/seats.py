"""Whose governor or mayor somebody is: 横浜 in 林文子横浜市長, 沖縄県 in 仲井眞沖縄県知事."""

from typing import NamedTuple

from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.people.katakana import is_in_katakana
from kaidan.normalizers.places.gazetteer import entries

_LONGEST = 10


class Seat(NamedTuple):
    """A place at the end of the run before an office: how wide it is, and its country, ISO 3166-1, if the gazetteer has it."""

    width: int
    country: str | None


def seat_before(lead: str, office: str) -> Seat | None:
    """Return the place at the end of a run before the office of one who heads it; None before any other office.

    >>> seat_before("林文子横浜", "市長"), seat_before("石原都", "知事"), seat_before("麻生", "総理")
    (Seat(width=2, country='JP'), Seat(width=1, country=None), None)
    >>> seat_before("ラファラン・パリ", "市長")
    Seat(width=2, country='FR')
    """
    unit = meanings("naming", "seat").get(office)
    if unit is None:
        return None
    for start in range(max(0, len(lead) - _LONGEST), len(lead)):
        place = entries(lead[start:] + unit)
        if place:
            return Seat(len(lead) - start, place[0].country)
    abroad = lead.rpartition("・")[2]
    if is_in_katakana(abroad) and (town := entries(abroad)):  # コールドウェル・ホノルル
        return Seat(len(abroad), town[0].country)
    bare = next((bare for bare in spelled("naming", "bare seat") if lead.endswith(bare)), "")
    return Seat(len(bare), None)
