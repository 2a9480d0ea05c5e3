"""How sure a reading is: whether namesakes come near, and the share of right answers to expect."""

from collections.abc import Sequence

from kaidan.text.keys import name_key

from .gazetteer import NEVER, Entry, km
from .nearness import LITTLE_KNOWN, NEAR, holds
from .segment import Part

CLEAR = 6
"""A namesake elsewhere must be so many times smaller to be out of the question."""
CLEAR_INSIDE = 5
"""And one in the country that the text names, so many times."""
_SELDOM = 40  # a namesake so many times smaller is seldom meant
CONFIDENCE = {
    "named": 0.99,  # 2758 right of 2773
    "named, of namesakes": 0.6,  # 14 of 23; 93 of 134 drawn for having a namesake in their country
    "named, little known": 0.96,  # 462 of 464
    "alone": 0.98,  # 6833 of 6871
    "alone, of namesakes": 0.6,  # 29 of 30
    "alone, little known": 0.93,  # 265 of 273
    "beginning": 0.96,  # 1126 of 1143
    "alike": 0.93,  # 96 of 100
    "state of namesakes": 0.98,  # 41 of 41
    "state of unknown": 0.98,  # 754 of 756
}
"""The share of right answers to expect by kind: what ``tests/benchmarks/places_calibration.py`` measures, or less where few were asked."""


def is_clear(found: Sequence[Entry], times: int) -> bool:
    """Tell whether the first of the entries is meant: alone, near the others, or so many ``times`` larger than each of them."""
    if len(found) == 1:
        return True
    if all(map(_is_municipality_in_full, found)):  # how many live there tells nothing
        return False
    best = max(found, key=lambda entry: (entry is found[0], entry.weight))
    if _are_divisions_of_two_countries(found, best):
        return False
    rivals = (other for other in found if km(best, other) > NEAR and not _is_no_rival(other, best))
    return all(best.weight >= times * other.weight for other in rivals)


def _is_municipality_in_full(entry: Entry) -> bool:
    """Tell whether an entry is a municipality of Japan that was named with its unit."""
    return entry.kind == "municipality" and entry.spelling == name_key(entry.ja)


def _are_divisions_of_two_countries(found: Sequence[Entry], best: Entry) -> bool:
    """Tell whether only a country beside them tells them apart: バリ州, but not バリ, which the hand table has."""
    countries = {entry.country for entry in found if entry.kind == "division"}
    known = any(entry.kind == "site" and entry.country == best.country for entry in found)
    return best.kind == "division" and len(countries) > 1 and not known


def _is_no_rival(other: Entry, best: Entry) -> bool:
    """Tell whether ``other`` is the region around a town, one that lost its 州 (ワシントン), or the same region again."""
    if best.precision == "region":
        same = bool(best.subdivision) and other.subdivision == best.subdivision
        return other.precision == "region" and same
    if best.precision != "locality":
        return False
    return holds(other, best) or (other.precision == "region" and other.alone == NEVER)


def kind_of_reading(part: Part, found: Sequence[Entry], *, has_country: bool) -> str:
    """Return the kind of reading that a part is, a key of :data:`CONFIDENCE` but for what :func:`confidence` adds."""
    if not part.whole:
        return "beginning"
    key = name_key(part.text)
    if part.text != found[0].spelling and not key.startswith(found[0].spelling):
        return "alike"
    kind = "named" if has_country else "alone"
    return kind if is_clear(found, _SELDOM) else f"{kind}, of namesakes"


def confidence(entry: Entry, kind: str) -> float:
    """Return the share of right answers to expect: of towns abroad that are little known another may be meant, or none."""
    is_abroad = entry.precision == "locality" and entry.country != "JP"
    if is_abroad and entry.weight < LITTLE_KNOWN and kind in {"named", "alone"}:
        kind = f"{kind}, little known"
    return CONFIDENCE[kind]
