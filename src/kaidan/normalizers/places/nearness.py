"""Which place lies in which: by the codes of subdivisions where they tell, else by distance."""

from collections.abc import Sequence

from .gazetteer import Entry, km
from .wording import ends_of

NEAR = 60
"""How far, in km, a place may lie from the town that it is named with."""
_IN_REGION = 350  # km: how far from the middle of a region whose borders are not known
_IN_PART = 2500  # km: how far from the middle of such a large part of a country as シベリア
LITTLE_KNOWN = 1_000_000
"""The weight below which a town abroad is in no hand table, or is a small one there."""


def holds(outer: Entry, inner: Entry) -> bool:
    """Tell whether ``inner`` may be named as a place in ``outer``."""
    if outer.country != inner.country or inner.precision == "country":
        return False
    if outer.subdivision and inner.subdivision and outer.subdivision != inner.subdivision:
        return _is_over_the_border(outer, inner)
    if outer.precision == "region":
        return _holds_by_region(outer, inner)
    return outer.precision == "locality" and _holds_by_town(outer, inner)


def _holds_by_town(town: Entry, inner: Entry) -> bool:
    if inner.precision == "region" or km(town, inner) >= NEAR:
        return False
    full = ends_of("city", "town or village")
    if town.spelling[-1] in full and inner.spelling[-1] in full:
        return False
    return inner.precision == "venue" or inner.weight <= town.weight


def _is_over_the_border(town: Entry, venue: Entry) -> bool:
    """Tell whether a venue lies beside its town and in another subdivision: abroad alone."""
    is_venue = town.precision == "locality" and venue.precision == "venue"
    return is_venue and town.country != "JP" and km(town, venue) < NEAR


def _holds_by_region(region: Entry, inner: Entry) -> bool:
    if region.id == inner.id or not _lies_in(region, inner):
        return False
    if inner.precision != "region":
        return True
    if _is_island(region):  # Sumatra has its provinces
        return inner.kind == "division" and not _is_island(inner)
    return inner.weight <= region.weight or _is_prefecture(region)


def _lies_in(region: Entry, inner: Entry) -> bool:
    """Tell by code where the region is a subdivision, else by distance, whether it holds ``inner``."""
    if region.country == "JP":  # its islands and peninsulas bear the code of their prefecture
        if _is_prefecture(region):  # 東海 is in no prefecture
            return inner.precision != "region" or inner.subdivision == region.subdivision
        return km(region, inner) < (NEAR if region.subdivision else _IN_REGION)
    if region.subdivision and region.subdivision == inner.subdivision:
        return True
    return km(region, inner) < (_IN_REGION if region.subdivision else _IN_PART)


def _is_island(region: Entry) -> bool:
    """Tell whether the region is one island, which holds no other: 国後島, but not 歯舞群島."""
    several = tuple(ends_of("no single island"))
    return region.spelling[-1] in ends_of("island") and not region.spelling.endswith(several)


def _is_prefecture(region: Entry) -> bool:
    return region.country == "JP" and region.ja[-1] in ends_of("prefecture")


def is_far_from(town: Entry, regions: Sequence[Entry]) -> bool:
    """Tell whether a town that few know is not the one meant, for it lies far from a region named with it: チェーホフ市（サハリン州）."""
    if town.precision != "locality" or town.country == "JP" or town.weight >= LITTLE_KNOWN:
        return False
    return any(
        region.country == town.country
        and region.subdivision not in {None, town.subdivision}
        and km(region, town) > _IN_REGION
        for region in regions
    )
