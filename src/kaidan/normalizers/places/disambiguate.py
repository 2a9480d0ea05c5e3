"""Among the places that the parts of a string may name, the finest one that all of them agree with, and how sure that is."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kaidan.normalizers.people.roster import Name
from kaidan.text.keys import name_key

from .certainty import CLEAR, CLEAR_INSIDE, confidence, is_clear, kind_of_reading
from .frames import around
from .gazetteer import NEVER, TEXT, Entry, state, state_names
from .model import Place
from .nearness import holds, is_far_from
from .segment import Part
from .wording import ends_of, municipal


class Choice(NamedTuple):
    """A place, the text that names it, and the kind of reading that it is."""

    entry: Entry
    text: str
    kind: str


class Fitting(NamedTuple):
    """A part and those of its entries that fit the others."""

    part: Part
    entries: Sequence[Entry]


@lru_cache(maxsize=1024)
def choose(parts: tuple[Part, ...]) -> Place | None:
    """Return the place that ``parts`` name together, None where they name none or nobody can tell which."""
    if len(parts) > 1:
        parts = tuple(_without_continents(list(_read_again(parts))))
    choice = _finest_choice(parts)
    return _place_of(choice) if choice else None


def _finest_choice(parts: Sequence[Part]) -> Choice | None:
    states = _without_owners([part for part in parts if _is_of_state(part)])
    others = [part for part in parts if not _is_of_state(part)]
    countries = frozenset(
        entry.country
        for part in states
        for entry in part.entries
        if entry.precision == "country" and entry.country
    )
    choice = _choice_in(others, countries) if others else None
    if choice is not None or len({part.entries[0].country for part in states}) != 1:
        return choice
    if any(map(_is_well_known, others)) or not states[0].entries[0].alone:
        return None  # コンゴ is two states
    only = states[0].whole and not others
    return Choice(_city_state(states[0]), states[0].text, "named" if only else "state of unknown")


def _is_of_state(part: Part) -> bool:
    return part.entries[0].precision == "country"


def _without_owners(states: Sequence[Part]) -> Sequence[Part]:
    """Leave out the state that another of them belongs to, or belonged to: 香港（中国）, ソ連・ウクライナ."""
    if len(states) < 2:
        return states
    named = {part.entries[0].country for part in states}
    return [part for part in states if named.isdisjoint(_other_countries(part))]


def _other_countries(part: Part) -> set[str | None]:
    first = part.entries[0].country
    return {entry.country for entry in part.entries if entry.country != first}


def _is_well_known(part: Part) -> bool:
    """Tell whether a part is no town that nobody knows: beside a state that it is not in, 英国・ヤルタ, one of the two is a slip."""
    return part.whole and any(
        entry.alone == TEXT and entry.precision != "region" for entry in part.entries
    )


def _without_continents(parts: Sequence[Part]) -> Sequence[Part]:
    """Leave out a continent or a sea where another part is in a country: 欧州（ブリュッセル）; an island is as fine as any place."""
    finer = [
        part
        for part in parts
        if part.entries[0].country or part.entries[0].spelling.endswith(tuple(ends_of("island")))
    ]
    return finer if any(part.entries[0].country for part in finer) else parts


def _read_again(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts; a state named a second time is its town (ジブチ・ジブチ), beside another a part of that (ジョージア（米国）)."""
    parts = tuple(parts)
    named = {part.entries[0].country for part in parts if _is_of_state(part)}
    seen: set[str | None] = set()
    for part in parts:
        if not _is_of_state(part):
            yield part
            continue
        country = part.entries[0].country
        regions = _of(part, "region", named - {country})
        towns = _of(part, "locality", {country}) if country in seen else ()
        yield part._replace(entries=regions or towns or part.entries)
        if not regions:
            seen.add(country)


def _of(part: Part, precision: str, countries: set[str | None]) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in part.entries
        if entry.precision == precision and entry.country in countries
    )


def is_finer_than_a_state(part: Part) -> bool:
    """Tell whether a part names a place in a state, or the town that a state is."""
    return _city_state(part).precision != "country"


def _city_state(part: Part) -> Entry:
    """Return the state, or the town where the state is one: people meet in シンガポール as they meet in ジャカルタ."""
    found = part.entries[0]
    towns = (
        entry
        for entry in part.entries
        if entry.precision == "locality" and entry.alone == TEXT and entry.country == found.country
    )
    return next((town for town in towns if town.en == found.en), found)


def _choice_in(parts: Sequence[Part], countries: frozenset[str]) -> Choice | None:
    """Return the finest place of the parts in the countries named, or anywhere if none is."""
    fitting = _parts_in(parts, countries)
    if not fitting:
        return None
    first, later = fitting[0], fitting[1:]
    best = _first_choice(first, [entry for some in later for entry in some.entries], countries)
    if best is None or best.entry.precision == "country":
        return best
    for part, found in later:
        inner = [entry for entry in found if holds(best.entry, entry)]
        if inner:
            best = Choice(inner[0], part.text, best.kind if part.whole else "beginning")
    return best


def _parts_in(parts: Sequence[Part], countries: frozenset[str]) -> list[Fitting]:
    """Return the parts with what they may be in those countries, and near the regions that are named with them."""
    inside = [
        Fitting(part, [entry for entry in part.entries if _may_be_in(entry, countries)])
        for part in parts
    ]
    regions = [
        some.entries[0] for some in inside if some.entries and some.entries[0].precision == "region"
    ]
    near = [
        Fitting(some.part, [entry for entry in some.entries if not is_far_from(entry, regions)])
        for some in inside
    ]
    return [some for some in near if some.entries]


def _may_be_in(entry: Entry, countries: frozenset[str]) -> bool:
    return not countries or entry.country is None or entry.country in countries


def _first_choice(
    first: Fitting, later: Sequence[Entry], countries: frozenset[str]
) -> Choice | None:
    """Choose what the first part names, by the country named, by the parts that follow, or because no namesake comes near it."""
    part, found = first
    borne_out = [entry for entry in found if any(_bear_out(entry, one) for one in later)]
    if borne_out:
        return Choice(borne_out[0], part.text, "named")
    alone = found if countries else _that_stand_alone(part.text, found)
    if not alone:
        return None
    for some in (alone, _without_namesakes(alone)):
        if is_clear(some, CLEAR_INSIDE if countries else CLEAR):
            kind = kind_of_reading(part, some, has_country=bool(countries))
            return Choice(some[0], part.text, kind)
    return _state_of_namesakes(part, alone, countries)


def _bear_out(one: Entry, other: Entry) -> bool:
    """Tell whether two names together say which places they mean; of two that never stand alone neither does (ジョージ・ワシントン)."""
    if one.alone == NEVER and other.alone == NEVER and one.country != "JP":
        return False
    return holds(one, other) or holds(other, one)


def _state_of_namesakes(
    part: Part, found: Sequence[Entry], countries: frozenset[str]
) -> Choice | None:
    """Return the state that all namesakes are in, where it is named or a unit says that they are places."""
    if not (countries or part.text[-1] in municipal() | ends_of("division")):
        return None
    around_all = {entry.country for entry in found}
    only = state(around_all.pop()) if len(around_all) == 1 else None
    return Choice(only, part.text, "state of namesakes") if only else None


def _that_stand_alone(text: str, found: Sequence[Entry]) -> Sequence[Entry]:
    """Return what a name may be with no state beside it; a 市, 町 or 村 in Japan before its Chinese namesakes: 白山市, 南陽市内."""
    alone = [entry for entry in found if entry.alone != NEVER]
    if around(text)[-1] not in municipal():
        return alone
    return [entry for entry in alone if entry.country == "JP"] or alone


def _without_namesakes(found: Sequence[Entry]) -> Sequence[Entry]:
    """Leave out the region that lost its 州 to the town of that name in it: メキシコ・プエブラ."""
    towns = {entry.subdivision for entry in found if entry.precision == "locality"}
    return [
        entry
        for entry in found
        if entry.precision != "region" or entry.alone != NEVER or entry.subdivision not in towns
    ]


def _place_of(choice: Choice) -> Place:
    entry = choice.entry
    country_name = Name(*state_names()[entry.country].split("\t")) if entry.country else None
    is_country = entry.precision == "country"
    return Place(
        country=entry.country,
        country_name=country_name,
        subdivision=None if is_country else entry.subdivision,
        name=country_name if is_country else _names_of(choice),
        precision=entry.precision,
        latitude=None if is_country else entry.latitude,
        longitude=None if is_country else entry.longitude,
        timezone=None if is_country else entry.timezone,
        geonames=None if is_country else entry.geonames,
        wikidata=None if is_country else entry.wikidata,
        confidence=confidence(entry, choice.kind),
        rule=f"{_row_of(entry)} ({choice.kind})",
    )


def _row_of(entry: Entry) -> str:
    """Return the table and the row that an entry was made from: places/sites: Lough Erne, GeoNames: 524901."""
    if entry.kind == "town":
        return f"GeoNames: {entry.geonames}"
    table, key = _TABLES.get(entry.kind, ("places/sites", "en"))
    return f"{table}: {getattr(entry, key)}"


_TABLES = {
    "state": ("places/countries", "country"),
    "division": ("ISO 3166-2", "subdivision"),
    "municipality": ("places/municipalities", "ja"),
    "ward": ("places/wards", "ja"),
    "office": ("places/prefectures", "subdivision"),
}
"""The table of each kind of row, and what the row is called by in it."""


def as_state(place: Place) -> Place:
    """Return the state that a city is, where only the state has an office or a government: シンガポール首相."""
    found = state(place.country)
    if found is None or place.name is None or found.en != place.name.en:
        return place
    return _place_of(Choice(found, place.name.ja, "named"))


def _names_of(choice: Choice) -> Name:
    """Return the names: the Japanese one as the text has it, without 市 or 都; the gazetteer's where the text is in Latin letters."""
    is_name = choice.entry.spelling == name_key(choice.text)  # 都内
    ja = (choice.text if is_name else around(choice.text)).strip("・＝ ")
    if ja.isascii() and not choice.entry.ja.isascii():
        ja = choice.entry.ja
    return Name(ja[:-1] if len(ja) > 2 and ja[-1] in "市都" else ja, choice.entry.en)
