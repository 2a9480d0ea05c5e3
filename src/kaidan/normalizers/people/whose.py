"""Whose officer somebody is, as what stands before his name says it: 韓国の, タイ：, a state and a point, 我が方."""

from functools import cache

from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.country_words import country_at_end
from kaidan.normalizers.people.likeness import is_alike
from kaidan.normalizers.people.naming import Naming
from kaidan.normalizers.people.person import Person
from kaidan.normalizers.people.roster import is_called, side
from kaidan.text.scan import run_before

_LONGEST_COUNTRY = 18


def called_as_a_state(text: str, start: int, lead: str) -> Naming | None:
    """Return who is called as a state is, behind the country whose he is: クック of 英国のクック外相."""
    is_named = lead and is_called(lead) and country_before(text, start)
    return Naming(len(lead), lead, "", None).of_holders() if is_named else None


def may_be_of(country: str, who: Person, before: str) -> bool:
    """Say whether somebody is of the state that a point parts from his name, or it is his given name: ジョージア・メローニ."""
    if who.name is None or who.country is None:
        return who.name is not None
    given = who.name.ja.partition("・")[0]
    return side(who.country) == side(country) or is_alike(before[-len(given) :], given)


def without_side(text: str, start: int, named: Naming) -> Naming:
    """Drop what says whose the person is and stands in one run with the name: the 方 of 我が方上月大使."""
    for before, within in sides()[named.called[0]]:
        if named.called.startswith(within) and text.endswith(before, 0, start):
            return named.shortened(len(within))
    return named


@cache
def sides() -> dict[str, list[tuple[str, str]]]:
    """Return where a run may begin within 我が方 or 先方, by its first character: what stands before it, and what is in it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for ours in spelled("statuses", "side"):
        for width in range(len(ours), 0, -1):
            found.setdefault(ours[-width], []).append((ours[:-width], ours[-width:]))
    return found


def country_before(text: str, start: int) -> str | None:
    """Return the country that stands before a naming: 韓国の, タイ：."""
    if not text.endswith(spelled("naming", "of"), 0, start):  # most often
        return None
    return country_at_end(run_before(text, start - 1, start - 1 - _LONGEST_COUNTRY))
