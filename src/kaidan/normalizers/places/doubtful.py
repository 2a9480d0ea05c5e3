"""Towns whose names are surnames or words too, so that only what stands beside them tells: 熊本, 高松, ダーウィン."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.people.roster import is_called

from .frames import without_event
from .gazetteer import bare_towns
from .letters import in_one_width
from .model import TOWN_OR_FINER, Place, PlaceMention
from .resolve import resolve_place
from .scenes import is_on_the_way
from .wording import compiled, frames, is_katakana, without_end

Doubt = Literal["", "surname", "little known"]
"""Why an expression may be no place: nothing, a town of Japan that is a surname, a town abroad whose name may be a man's or a word."""


class Expression(NamedTuple):
    """Where an expression for a place stands in a run, the place, and why it may be none."""

    start: int
    end: int
    place: Place
    doubt: Doubt = ""


def doubtful_town(run: str) -> Sequence[Expression]:
    """Return the town of Japan that a run or its end behind a の is, or the town abroad that its katakana are, though it may be none.

    Nobody has games or a summit, and nobody is left in an itinerary: 長野五輪 and 成田発 are surely places.
    """
    name = run.rpartition("の")[2].lstrip("・")
    if name in bare_towns():
        return _expressed(run, name, "surname")
    town = _town_of_leg(name) or _town_of_event(run)
    return _expressed(run, town, "") if town else _little_known_town(run)


def _expressed(run: str, town: str, doubt: Doubt) -> Sequence[Expression]:
    place = resolve_place(town)
    start = run.rindex(town)
    return (Expression(start, start + len(town), place, doubt),) if place else ()


def _town_of_leg(name: str) -> str:
    """Return the town that an itinerary lets somebody leave or reach, or nothing: the 日成田発 of 17日成田発."""
    town = without_end(name, frames("leg of a journey"))
    if town == name:
        return ""
    counters = spelled("no_places", "counter")
    ways = (town, *(town.removeprefix(counter) for counter in counters))
    return next((way for way in ways if way in bare_towns()), "")


def _town_of_event(run: str) -> str:
    """Return the town that an event at the start of a run is called by, or nothing: 長野五輪の後."""
    name = run.partition("の")[0]
    town = without_event(name)
    return town if town != name and town in bare_towns() else ""


def _little_known_town(run: str) -> Sequence[Expression]:
    """Return the town abroad that the katakana are which a run begins with, in front of a の or an 及び; no statesman's name is one."""
    found = compiled(_first_katakana()).match(run) if is_katakana(run[0]) else None
    place = resolve_place(found[0]) if found and not is_called(found[0]) else None
    if not (found and place) or place.precision != "locality" or place.country == "JP":
        return ()
    return (Expression(0, found.end(), place, "little known"),)


@cache
def _first_katakana() -> str:
    ands = {word[0] for word in frames("and")}
    return rf"[ァ-ー・＝]{{2,24}}(?=$|の|{any_of(ands)}$)"


def is_surely(text: str, end: int, doubt: Doubt, *, is_scene: bool) -> bool:
    """Tell whether what happens there makes a place of a doubtful one: a word may have a scene, ships put in at none."""
    if doubt == "surname":
        return is_scene or is_on_the_way(text, end, "way", "way of a ship")
    return is_on_the_way(text, end, "way of a ship")


def that_are_places(
    text: str, found: Sequence[PlaceMention], unsure: set[int]
) -> list[PlaceMention]:
    """Return what is surely a place, and the doubtful towns in a list: beside one of their country, or between any two."""
    left = set(unsure)
    for at in (*sorted(unsure), *sorted(unsure, reverse=True)):
        beside = [n for n in (at - 1, at + 1) if 0 <= n < len(found) and n not in left]
        listed = [found[n] for n in beside if _are_listed(text, found[n], found[at])]
        if len(listed) > 1 or any(one.place.country == found[at].place.country for one in listed):
            left.discard(at)
    return [mention for at, mention in enumerate(found) if at not in left]


def _are_listed(text: str, known: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether a comma or an 及び alone parts a town or an airport that is known to be one from another town."""
    if known.role != "plain" or known.place.precision not in TOWN_OR_FINER:
        return False
    between = text[known.end : other.start] or text[other.end : known.start]
    return in_one_width(between).text in _joints()


@cache
def _joints() -> frozenset[str]:
    return frozenset(("、", ",", "・", *frames("and")))
