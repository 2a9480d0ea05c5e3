"""Places in running text: known names, those that belong together joined to one expression, and what the text says happens there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.text.keys import unguarded

from .chunks import read_chunk
from .disambiguate import as_state, choose
from .frames import missions, without_event, without_joint
from .gazetteer import bare_towns, has_unit, state_codes
from .lent_names import is_body, is_part_of_name
from .letters import in_one_width, plain_letters, with_guarded_names, with_ke
from .model import Place, PlaceMention, Role
from .persons import bears_title, has_state_behind, is_person, may_begin_title
from .pieces import Name
from .resolve import resolve_place
from .scenes import is_on_the_way, is_scene, may_tell_scene
from .spans import find_names
from .wording import RUN, compiled, frames, is_han, state_signs, without_end


class Expression(NamedTuple):
    """Where an expression for a place stands in a run, and the place; ``if_scene`` where it is one only if something happens there."""

    start: int
    end: int
    place: Place
    if_scene: bool = False


_COMMAS = frozenset("、，,・")


def find_places(text: str) -> list[PlaceMention]:
    """Return the places that a running text names, in its order, one mention for each expression, the finest place of it.

    >>> [(m.text, m.place.name.en) for m in find_places("訪問中の英国ロック・アーンにおいて、プーチン・ロシア大統領と会談")]
    [('英国ロック・アーン', 'Lough Erne'), ('ロシア', 'Russia')]
    >>> find_places("日露両首脳は、訪露した際のやりとりを踏まえ、我が国の立場を")
    []
    """
    letters = in_one_width(text)
    found, unsure = list[PlaceMention](), set[int]()
    for at, expressions in _runs(letters.text):
        for first, last, place, if_scene in expressions:
            start, end = at + first, at + last
            told = _role_and_scene(letters.text, start, end, place)
            if not told:
                continue
            if if_scene and not (told[1] or is_on_the_way(letters.text, end)):
                unsure.add(len(found))
            meant = _as_meant(letters.text, end, place)
            start, end = letters.origin(start, end)
            found.append(PlaceMention(text[start:end], start, end, meant, *told))
    return _that_are_places(text, found, unsure) if unsure else found


def _that_are_places(
    text: str, found: Sequence[PlaceMention], unsure: set[int]
) -> list[PlaceMention]:
    """Return what is surely a place, and the towns that may be surnames beside such a one in a list: 三沢、横須賀、岩国の各基地."""
    left = set(unsure)
    for at in (*sorted(unsure), *sorted(unsure, reverse=True)):
        beside = (n for n in (at - 1, at + 1) if 0 <= n < len(found) and n not in left)
        if any(_are_listed(text, found[known], found[at]) for known in beside):
            left.discard(at)
    return [mention for at, mention in enumerate(found) if at not in left]


def _are_listed(text: str, known: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether a comma alone parts a town of Japan that is known to be one from another."""
    if known.role != "plain" or known.place.country != "JP" or known.place.precision != "locality":
        return False
    between = text[known.end : other.start] or text[other.end : known.start]
    return len(between) == 1 and between in _COMMAS


def _role_and_scene(text: str, start: int, end: int, place: Place) -> tuple[Role, bool] | None:
    """Return the role of an expression and whether something happens there now; None where it names a person."""
    sign = text[end : end + 1]
    if may_begin_title(sign) and is_person(text, start, end, place):
        return None
    if is_part_of_name(text, start, end, place):
        return "name-part", False
    is_now = may_tell_scene(sign) and is_scene(text, start, end)
    if place.precision == "venue" and not is_now and is_body(text[start:end]):
        return "name-part", False
    return "plain", is_now


def _as_meant(text: str, end: int, place: Place) -> Place:
    """Return a place, or the state that it is too where only the state has what follows: シンガポール首相."""
    is_state_too = place.precision == "locality" and has_state_behind(text, end)
    return as_state(place) if is_state_too else place


def _runs(text: str) -> Iterator[tuple[int, Sequence[Expression]]]:
    """Yield where the runs start that hold expressions for places, and these; of most runs only the wording is looked up."""
    if "が" in text:
        text = with_ke(text)
    text = with_guarded_names(text)
    at = 0
    for run in filter(_expressions, compiled(RUN).findall(text)):
        at = text.find(run, at)
        while _is_part_of_run(text, at, at + len(run)):
            at = text.find(run, at + 1)
        yield at, _expressions(run)
        at += len(run)


def _is_part_of_run(text: str, start: int, end: int) -> bool:
    """Tell whether a run goes on before or behind a stretch of it."""
    return _belongs_to_a_run(text[start - 1 : start]) or _belongs_to_a_run(text[end : end + 1])


@lru_cache(maxsize=1024)
def _belongs_to_a_run(character: str) -> bool:
    """Tell whether a character, or none at the end of a text, belongs to a run beside it."""
    return compiled(RUN).match(character * 2) is not None


@lru_cache(maxsize=4096)
def _expressions(run: str) -> Sequence[Expression]:
    """Return the expressions for places in a run; most runs have none, and come again and again."""
    sent = missions(run)
    found = find_names(plain_letters(run))
    if not (found or sent):
        return _bare_town(run)
    spans = [
        _extent(run, group)
        for group in _groups(run, [name for name in found if not _is_within(name.start, sent)])
    ]
    read = [
        (start, end, choose(tuple(read_chunk(unguarded(run[start:end]))))) for start, end in spans
    ]
    read += [(start, end, resolve_place(unguarded(run[start:end]))) for start, end in sent]
    return sorted(Expression(start, end, place) for start, end, place in read if place)


def _bare_town(run: str) -> Sequence[Expression]:
    """Return the town of Japan that a run or its end behind a の is, though it may be a surname: 熊本, 昨年の岡山; 成田発 is none.

    Nobody has games or a summit: 長野五輪.
    """
    name = run.rpartition("の")[2]
    town = name if name in bare_towns() else _town_of_leg(name) or _town_of_event(run)
    place = resolve_place(town) if town else None
    if place is None:
        return ()
    start = run.rindex(town)
    return (Expression(start, start + len(town), place, if_scene=town == name),)


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


def _is_within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the spans, which stand in order, holds a point."""
    before = bisect_right(spans, at, key=itemgetter(0))
    return before > 0 and at < spans[before - 1][1]


def _groups(text: str, found: Sequence[Name]) -> Iterator[list[Name]]:
    """Yield the names that stand together as one expression: イタリアのミラノ, 北海道・洞爺湖."""
    group: list[Name] = []
    for name in found:
        if group and not _belong_together(text, group[-1], name):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


def _belong_together(text: str, outer: Name, inner: Name) -> bool:
    """Tell whether the second name may be a place in the first, behind which it stands."""
    if without_joint(text[outer.end : inner.start]):
        return False
    large, small = outer.inner[0].precision, inner.outer[0].precision
    if small in {"country", large} or large == "venue":
        return False
    if large == "locality" and small != "venue":
        return False
    if small == "locality" and _is_called_by_it(text, inner):
        return False
    countries = {entry.country for entry in outer.inner}
    return any(entry.country in countries for entry in inner.outer)


def _is_called_by_it(text: str, town: Name) -> bool:
    """Tell whether a man bears what looks like a town, so that only his state is named: 米国のオースティン国防長官."""
    return bears_title(text, town.end) and not has_unit(text[town.start : town.end])


def _extent(text: str, group: Sequence[Name]) -> tuple[int, int]:
    """Return where an expression starts, with the sign of the state in front of its town, and where it ends."""
    start, end = group[0].start, group[-1].end
    return start - _sign_length(text, start, group[0]), end


def _sign_length(text: str, start: int, name: Name) -> int:
    """Return the length of the state's one character in front of a town of that state, with its middle dot, or 0."""
    for width in (1, 2):
        sign = text[max(0, start - width) : start]
        if len(sign) != width or sign[0] not in state_signs() or sign[1:] not in {"", "・"}:
            continue
        if is_han(text[max(0, start - width - 1) : start - width]):
            continue
        code = state_codes()[sign[0]]
        town = (entry for entry in name.outer if entry.precision != "country")
        return width if any(entry.country == code for entry in town) else 0
    return 0
