"""From GeoNames' codes of first-order divisions to ISO 3166-2, by code where both use letters, by English name elsewhere."""

import re
from collections import Counter
from collections.abc import Mapping

from kaidan.data import table
from kaidan.data.build.inputs import plain

_GENERIC = re.compile(
    r"\b(province|oblast'?|krai|kray|state|region|department|governorate|county|prefecture|city|capital|district|municipality|republic|"
    r"of|the|autonomous|okrug|voivodeship|canton|do|respublika|territory|muhafazat|al|ad|an|ash|parish)\b|['’`]"
)

Divisions = Mapping[tuple[str, str], str]


def crosswalk(divisions: Divisions, iso: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return the ISO 3166-2 code of each of GeoNames' divisions for which one is certain.

    ``divisions`` are GeoNames' names by (country, code), ``iso`` CLDR's English names by ISO 3166-2 code.
    """
    exact = {(code[:2], plain(name).lower()): code for code, name in iso.items()}
    loose: dict[tuple[str, str], set[str]] = {}
    for code, name in iso.items():
        loose.setdefault((code[:2], _stem(name)), set()).add(code)
    found = {key: _match(key, name, iso, exact, loose) for key, name in divisions.items()}
    by_hand = {(row["country"], row["geonames"]): row["iso"] for row in table("places/divisions")}
    return {key: code for key, code in found.items() if code} | by_hand


def english_names(divisions: Divisions, iso: Mapping[str, str]) -> dict[str, str]:
    """Return the English names of ISO 3166-2 with GeoNames' where CLDR's is of an older division or of none, and one division bears it."""
    newer = [row for row in table("places/divisions") if row["source"] == "iso26"]
    once = Counter(row["iso"] for row in newer)
    keys = ((row["iso"], (row["country"], row["geonames"])) for row in newer)
    return {
        **iso,
        **{
            code: plain(divisions[key])
            for code, key in keys
            if once[code] == 1 and key in divisions
        },
    }


def _match(
    key: tuple[str, str],
    name: str,
    iso: Mapping[str, str],
    exact: Mapping[tuple[str, str], str],
    loose: Mapping[tuple[str, str], set[str]],
) -> str | None:
    country, code = key
    if not code.isdigit() and f"{country}-{code}" in iso:
        return f"{country}-{code}"
    if same := exact.get((country, plain(name).lower())):
        return same
    alike = loose.get((country, _stem(name)), set())
    return next(iter(alike)) if len(alike) == 1 else None


def _stem(name: str) -> str:
    """Return the part of a division's name that tells it apart.

    >>> _stem("Irkutsk Oblast"), _stem("Gyeonggi-do")
    ('irkutsk', 'gyeonggi')
    """
    return re.sub(r"[^a-z0-9]", "", _GENERIC.sub("", plain(name).lower()))
