"""What the gazetteer says of a place, and where a text says it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from kaidan.normalizers.people.roster import Name

Precision = Literal["country", "region", "locality", "venue"]
FINENESS: Mapping[Precision, int] = {"country": 0, "region": 1, "locality": 2, "venue": 3}
TOWN_OR_FINER: frozenset[str] = frozenset({"locality", "venue"})
Kind = Literal["state", "division", "municipality", "ward", "office", "town", "site"]
"""A row of the gazetteer: a state, a subdivision of ISO 3166-2, a municipality of Japan, a ward of one, the office of a prefecture,
a town of GeoNames, a line of the hand table."""
Role = Literal["plain", "name-part"]


class Place(NamedTuple):
    """A place: a country has no point, and a region above the countries has no country."""

    country: str | None
    country_name: Name | None
    subdivision: str | None
    name: Name | None
    precision: Precision
    latitude: float | None
    longitude: float | None
    timezone: str | None
    geonames: int | None
    wikidata: str | None
    confidence: float
    rule: str
    """What the reading rests on: a table and its row, or a package that the gazetteer was built from, and the kind of reading."""


class PlaceMention(NamedTuple):
    """A place that a running text names.

    ``role`` is ``"name-part"`` where it only stands in the name of a document or a body (東京宣言, ミュンヘン安全保障会議). ``scene`` says
    that the text lets something happen there now (において, での, を訪問, サミット), and does not merely recall it.
    """

    text: str
    start: int
    end: int
    place: Place
    role: Role
    scene: bool

    @property
    def rule(self) -> str:
        """What the reading rests on, a table and its row, and the kind of reading: places/sites: Lough Erne (named)."""
        return self.place.rule
