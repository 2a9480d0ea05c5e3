"""Names of running text that only the state beside them makes places: towns that few know, divisions named by a direction."""

from functools import lru_cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.people.roster import is_called
from kaidan.text.scan import HAN

from .frames import without_joint
from .gazetteer import STRING, entries, state_codes
from .pieces import Name
from .wording import (
    compiled,
    ends_of,
    ends_of_divisions,
    frames,
    is_han,
    is_katakana,
    state_signs,
)

_JOINTS = frozenset("の・")
_LONGEST_JOINT = 12  # characters: の北東部に位置する
_TOWN_IN_KATAKANA = "[ァ-ー＝]{2,24}(?![ァ-ー＝])"


def known_beside_its_state(text: str, state: Name) -> Name | None:
    """Return the town or the division behind its state that would not be one alone: オーストラリアのダーウィンに, スリランカ北部州.

    The town may be glued to a state whose name ends in a Chinese character: 米国ポーツマスで.
    """
    if state.inner[0].precision != "country":
        return None
    sign, country = text[state.end : state.end + 1], state.inner[0].country
    if is_katakana(sign) and is_han(text[state.end - 1]):
        return _little_known_town(text, state.end, country)
    if not (sign in _JOINTS or sign in ends_of("direction")):
        return None
    if division := _division_by_direction(text, state.end + (sign in _JOINTS), country):
        return division
    ahead = text[state.end : state.end + _LONGEST_JOINT]
    joint = ahead[: len(ahead) - len(without_joint(ahead))]
    if not joint:
        return None
    is_in_part = joint[-1] in ends_of("part of a land")
    return _little_known_town(text, state.end + len(joint), country, is_in_part=is_in_part)


def towns_beside_signs(text: str) -> list[Name]:
    """Return the towns behind the sign of their state that would not be one alone: 仏ニースで, but not 英ジョンソン首相."""
    if state_signs().isdisjoint(text):
        return []
    found = (
        _little_known_town(text, match.end(), state_codes()[match[0][0]])
        for match in compiled(_sign_of_state()).finditer(text)
    )
    return [town for town in found if town]


@lru_cache(maxsize=1)
def _sign_of_state() -> str:
    return f"(?<!{HAN}){any_of(state_signs())}・?(?=[ァ-ー])"


def _division_by_direction(text: str, start: int, country: str | None) -> Name | None:
    found = compiled(_named_by_direction()).match(text, start)
    divisions = tuple(
        entry for entry in (entries(found[0]) if found else ()) if entry.country == country
    )
    return Name(start, start + len(found[0]), divisions, divisions) if found and divisions else None


@lru_cache(maxsize=1)
def _named_by_direction() -> str:
    directions, parts = any_of(ends_of("direction")), any_of(ends_of("part of a land"))
    return f"{directions}{{1,2}}{parts}?{any_of(ends_of_divisions())}"


def _little_known_town(
    text: str, start: int, country: str | None, *, is_in_part: bool = False
) -> Name | None:
    """Return the town that starts there, but not a man's name: 英国のジョンソン首相.

    A の goes on with a man as well (ロシアのプーシキンの詩), but not where he would be in a part of the land: リビア東部デルナの洪水.
    """
    found = compiled(_TOWN_IN_KATAKANA).match(text, start)
    if not found:
        return None
    is_all = found.end() == len(text) or text.startswith(_behind_towns(), found.end())
    is_all = is_all or (is_in_part and text[found.end()] == "の")
    if not is_all or is_called(found[0]):
        return None
    towns = tuple(
        entry for entry in entries(found[0]) if entry.alone == STRING and entry.country == country
    )
    return Name(*found.span(), towns, towns) if towns else None


@lru_cache(maxsize=1)
def _behind_towns() -> tuple[str, ...]:
    """Return what goes on behind a town: 市, 近郊, サミット, 空港, 空軍基地, the 及 of 及び."""
    kinds = ("near by", "around", "event")
    runs_them = ("", *spelled("place_venues", "behind its town"))
    venues = (first + word for word in spelled("place_venues", "at a town") for first in runs_them)
    ands = (word[0] for word in frames("and") if is_han(word[0]))
    return (*ends_of("city"), *(word for kind in kinds for word in frames(kind)), *venues, *ands)
