"""Among the places that the parts of a string may name, the finest one that all of them agree with, and how sure that is."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kaidan.data.spelling import exact
from kaidan.normalizers.people.roster import Name

from .gazetteer import NEVER, TEXT, Entry, country_names, km, state
from .grammar import around, compiled
from .model import Place
from .reading import Part

_CLEAR = 6  # a namesake elsewhere must be so many times smaller to be out of the question
_CLEAR_INSIDE = 5  # and one in the country that the text names, so many times
_SELDOM = 40  # a namesake so many times smaller is seldom meant
_NEAR = 60  # km: how far a place may lie from the town that it is named with
_IN_REGION = 350  # km: and from the middle of a region whose borders are not known
_UNIT = "[市区町村郡州県省]$"
_IN_PART = 2500  # km: or from the middle of such a large part of a country as シベリア
_LITTLE_KNOWN = (
    1_000_000  # the weight below which a town abroad is in no hand table, or is a small one there
)
CONFIDENCE = {
    "named": 0.99,  # 3118 right of 3136; in the list made elsewhere 583 of 589
    "named, of namesakes": 0.65,  # 7 of 14, but 99 of 143 drawn for having a namesake in their country
    "named, little known": 0.96,  # 544 of 552; 59 of 59
    "alone": 0.98,  # 5516 of 5545; 237 of 241
    "alone, of namesakes": 0.65,  # 40 of 52
    "alone, little known": 0.93,  # 332 of 348, but 16 of 18
    "beginning": 0.96,  # 1306 of 1324, but 33 of 36
    "alike": 0.95,  # 147 of 153, but 5 of 7
    "state of namesakes": 0.98,  # 57 of 57; 2 of 2
    "state of unknown": 0.98,  # 758 of 761; 148 of 149
}
"""The share of right answers to expect by kind: what ``tests/benchmarks/places_calibration.py`` measures, or less where few were asked."""


_Choice = tuple[Entry, str, str]
"""A place, the text that names it, and how certain that is, by the first word of a kind of :data:`CONFIDENCE`."""


@lru_cache(maxsize=1024)
def choose(parts: tuple[Part, ...]) -> Place | None:
    """Return the place that ``parts`` name together, None where they name none or nobody can tell which."""
    return _choose(_without_continents(list(_read_again(parts))) if len(parts) > 1 else parts)


def _choose(parts: Sequence[Part]) -> Place | None:
    states = _without_owners([part for part in parts if part.entries[0].precision == "country"])
    others = [part for part in parts if part.entries[0].precision != "country"]
    named = frozenset(
        entry.country
        for part in states
        for entry in part.entries
        if entry.precision == "country" and entry.country
    )
    choice = _finest(others, named) if others else None
    if (
        choice is None
        and len({part.entries[0].country for part in states}) == 1
        and not any(map(_is_well_known, others))
    ):
        choice = (
            _city_state(states[0]),
            states[0].text,
            "named" if states[0].whole and not others else "state of unknown",
        )
    return _place(*choice) if choice else None


def _without_owners(states: Sequence[Part]) -> Sequence[Part]:
    """Leave out the state that another of them belongs to, or belonged to: 香港（中国）, ソ連・ウクライナ."""
    if len(states) < 2:
        return states
    named = {part.entries[0].country for part in states}
    return [
        part
        for part in states
        if named.isdisjoint(
            entry.country for entry in part.entries if entry.country != part.entries[0].country
        )
    ]


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
        if part.entries[0].country or part.entries[0].spelling.endswith(("島", "領土"))
    ]
    return finer if any(part.entries[0].country for part in finer) else parts


def _read_again(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts; a state named a second time is its town (ジブチ・ジブチ), beside another a part of that (ジョージア（米国）)."""
    parts = tuple(parts)
    named = {part.entries[0].country for part in parts if part.entries[0].precision == "country"}
    seen: set[str | None] = set()
    for part in parts:
        first = part.entries[0]
        regions = [
            entry
            for entry in part.entries
            if entry.precision == "region" and entry.country in named - {first.country}
        ]
        if first.precision == "country" and regions:
            yield part._replace(entries=tuple(regions))
            continue
        towns = tuple(
            entry
            for entry in part.entries
            if entry.precision == "locality" and entry.country == first.country
        )
        yield (
            part._replace(entries=towns)
            if first.precision == "country" and first.country in seen and towns
            else part
        )
        seen.add(first.country if first.precision == "country" else None)


def _city_state(part: Part) -> Entry:
    """Return the state, or the town where the state is one: people meet in シンガポール as they meet in ジャカルタ."""
    found = part.entries[0]
    towns = (
        entry for entry in part.entries if entry.precision == "locality" and entry.alone == TEXT
    )
    return next(
        (town for town in towns if town.country == found.country and town.en == found.en), found
    )


def _finest(parts: Sequence[Part], named: frozenset[str]) -> _Choice | None:
    fitting = [
        (
            part,
            [
                entry
                for entry in part.entries
                if not named or (entry.country or "") in named or entry.country is None
            ],
        )
        for part in parts
    ]
    regions = [found[0] for _, found in fitting if found and found[0].precision == "region"]
    fitting = [
        (part, some)
        for part, found in fitting
        if (some := [entry for entry in found if not _is_elsewhere(entry, regions)])
    ]
    if not fitting:
        return None
    (first, found), later = fitting[0], fitting[1:]
    best = _first(first, found, [entry for _, more in later for entry in more], named)
    if best is None or best[0].precision == "country":
        return best
    for part, found in later:
        inner = [entry for entry in found if _within(best[0], entry)]
        if inner:
            best = inner[0], part.text, best[2] if part.whole else "beginning"
    return best


def _is_elsewhere(town: Entry, regions: Sequence[Entry]) -> bool:
    """Tell whether a town that few know is not the one meant, for it lies far from a region named with it: チェーホフ市（サハリン州）."""
    if town.precision != "locality" or town.country == "JP" or town.weight >= _LITTLE_KNOWN:
        return False
    return any(
        region.country == town.country
        and region.subdivision not in {None, town.subdivision}
        and km(region, town) > _IN_REGION
        for region in regions
    )


def _first(
    part: Part, found: Sequence[Entry], later: Sequence[Entry], named: frozenset[str]
) -> _Choice | None:
    """Choose what the first part names, by the country named, by the parts that follow, or because no namesake comes near it."""
    borne_out = [
        entry
        for entry in found
        if any(_within(entry, other) or _within(other, entry) for other in later)
    ]
    if borne_out:
        return borne_out[0], part.text, "named"
    alone = found if named else _alone(part.text, found)
    if not alone:
        return None
    for some in (alone, _without_namesakes(alone)):
        if _is_clear(some, _CLEAR_INSIDE if named else _CLEAR):
            return some[0], part.text, _certainty(part, some, named)
    if not (named or compiled(_UNIT).search(part.text)):
        return None
    countries = {entry.country for entry in alone}
    around_all = state(countries.pop()) if len(countries) == 1 else None
    return (around_all, part.text, "state of namesakes") if around_all else None


def _alone(text: str, found: Sequence[Entry]) -> Sequence[Entry]:
    """Return what a name may be with no state beside it; a 市, 町 or 村 in Japan before its Chinese namesakes: 白山市."""
    alone = [entry for entry in found if entry.alone != NEVER]
    return [entry for entry in alone if entry.country == "JP" and text[-1] in "市町村"] or alone


def _without_namesakes(found: Sequence[Entry]) -> Sequence[Entry]:
    """Leave out the region that lost its 州 to the town of that name in it: メキシコ・プエブラ."""
    towns = {entry.subdivision for entry in found if entry.precision == "locality"}
    return [
        entry
        for entry in found
        if entry.precision != "region" or entry.alone != NEVER or entry.subdivision not in towns
    ]


def _is_clear(found: Sequence[Entry], times: int) -> bool:
    if len(found) == 1:
        return True
    if len(found) == sum(map(_is_full_municipality, found)):  # how many live there tells nothing
        return False
    best = max(found, key=lambda entry: (entry is found[0], entry.weight))
    if _are_divisions_of_two_countries(found, best):
        return False
    rivals = (other for other in found if km(best, other) > _NEAR and not _is_larger(other, best))
    return all(best.weight >= times * other.weight for other in rivals)


def _is_full_municipality(entry: Entry) -> bool:
    """Tell whether an entry is a municipality of Japan that was named with its unit."""
    return entry.kind == "municipality" and entry.spelling == exact(entry.ja)


def _are_divisions_of_two_countries(found: Sequence[Entry], best: Entry) -> bool:
    """Tell whether only a country beside them tells them apart; official text is known to name バリ州."""
    countries = {entry.country for entry in found if entry.kind == "division"}
    known = any(entry.kind == "site" and entry.country == best.country for entry in found)
    return best.kind == "division" and len(countries) > 1 and not known


def _is_larger(other: Entry, best: Entry) -> bool:
    """Tell whether ``other`` is no rival: the region around a town, one that lost its 州 (ワシントン), the same region again."""
    if best.precision == "region":
        return (
            other.precision == "region"
            and bool(best.subdivision)
            and other.subdivision == best.subdivision
        )
    return best.precision == "locality" and (
        _within(other, best) or (other.precision == "region" and other.alone == NEVER)
    )


def _certainty(part: Part, found: Sequence[Entry], named: frozenset[str]) -> str:
    if not part.whole:
        return "beginning"
    if part.text != found[0].spelling and not exact(part.text).startswith(found[0].spelling):
        return "alike"
    return ("named" if named else "alone") + ("" if _is_clear(found, _SELDOM) else ", of namesakes")


def _within(outer: Entry, inner: Entry) -> bool:
    """Tell whether ``inner`` may be named as a place in ``outer``."""
    if (
        outer.country != inner.country
        or outer.precision in {"country", "venue"}
        or inner.precision == "country"
    ):
        return False
    if outer.subdivision and inner.subdivision and outer.subdivision != inner.subdivision:
        return (
            outer.country != "JP"
            and outer.precision == "locality"
            and inner.precision == "venue"
            and km(outer, inner) < _NEAR
        )
    if outer.precision == "region":
        return (
            outer.id != inner.id
            and _in_region(outer, inner)
            and not (
                inner.precision == "region"
                and (
                    _is_island(outer) or (inner.weight > outer.weight and not _is_prefecture(outer))
                )
            )
        )
    if (
        inner.precision == "region"
        or km(outer, inner) >= _NEAR
        or (outer.spelling[-1] in "市町村" and inner.spelling[-1] in "市町村")
    ):
        return False
    return inner.precision == "venue" or inner.weight <= outer.weight


def _in_region(region: Entry, inner: Entry) -> bool:
    """Tell by code where the region is a subdivision, else by distance, whether it holds ``inner``."""
    if region.country == "JP":  # its islands and peninsulas bear the code of their prefecture
        if _is_prefecture(region):
            return (
                inner.precision != "region" or inner.subdivision == region.subdivision
            )  # 東海 is in no prefecture
        return km(region, inner) < (_NEAR if region.subdivision else _IN_REGION)
    same = bool(region.subdivision) and region.subdivision == inner.subdivision
    return same or km(region, inner) < (_IN_REGION if region.subdivision else _IN_PART)


def _is_island(region: Entry) -> bool:
    """Tell whether the region is one island, which holds no other: 国後島, but not 歯舞群島."""
    return region.spelling[-1] == "島" and not region.spelling.endswith(
        ("四島", "諸島", "群島", "列島", "半島")
    )


def _is_prefecture(region: Entry) -> bool:
    return region.country == "JP" and region.spelling[-1] in "県都府道"


def _place(entry: Entry, text: str, certainty: str) -> Place:
    confidence = CONFIDENCE[_kind(entry, certainty)]
    country_name = Name(*country_names()[entry.country].split("\t")) if entry.country else None
    if entry.precision == "country":
        return Place(
            entry.country,
            country_name,
            None,
            country_name,
            "country",
            None,
            None,
            None,
            None,
            None,
            confidence,
        )
    ja = around(text).strip("・＝ ")
    name = Name(ja[:-1] if len(ja) > 2 and ja[-1] in "市都" else ja, entry.en)
    point = (entry.latitude, entry.longitude, entry.timezone, entry.geonames, entry.wikidata)
    return Place(
        entry.country, country_name, entry.subdivision, name, entry.precision, *point, confidence
    )


def _kind(entry: Entry, certainty: str) -> str:
    """Return the kind of reading that a choice is: of towns abroad that are little known another may be meant, or none."""
    little_known = (
        entry.precision == "locality" and entry.country != "JP" and entry.weight < _LITTLE_KNOWN
    )
    return (
        f"{certainty}, little known"
        if little_known and certainty in {"named", "alone"}
        else certainty
    )
