"""Places in running text: known names, those that belong together joined to one expression, and what the text says happens there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from kaidan.text.keys import unguarded

from .chunks import read_chunk
from .disambiguate import as_state, choose
from .doubtful import Expression, doubtful_town, is_surely, that_are_places
from .frames import missions, without_joint
from .gazetteer import has_unit, is_state, state_codes
from .lent_names import is_body, is_part_of_name
from .letters import in_one_width, plain_letters, with_guarded_names, with_ke
from .model import Place, PlaceMention, Role
from .persons import (
    bears_title,
    has_state_behind,
    is_one_of_several,
    is_person,
    may_begin_title,
)
from .pieces import Name
from .resolve import resolve_place
from .scenes import is_scene, may_tell_scene
from .spans import find_names
from .units import with_new_units
from .wording import RUN, compiled, is_han, state_signs


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
        for first, last, place, doubt in expressions:
            start, end = at + first, at + last
            told = _role_and_scene(letters.text, start, end, place)
            if not told:
                continue
            if doubt and not is_surely(letters.text, end, doubt, is_scene=told[1]):
                unsure.add(len(found))
            meant = _as_meant(letters.text, end, place)
            start, end = letters.origin(start, end)
            found.append(PlaceMention(text[start:end], start, end, meant, *told))
    return that_are_places(text, found, unsure) if unsure else found


def _role_and_scene(text: str, start: int, end: int, place: Place) -> tuple[Role, bool] | None:
    """Return the role of an expression and whether something happens there now; None where it names a person."""
    sign, name = text[end : end + 1], text[start:end]
    if may_begin_title(sign) and is_person(text, start, end, place):
        return None
    if sign and is_one_of_several(text, end, place) and not (has_unit(name) or is_state(name)):
        return None
    if is_part_of_name(text, start, end, place):
        return "name-part", False
    is_now = may_tell_scene(sign) and is_scene(text, start, end)
    if place.precision == "venue" and not is_now and is_body(name):
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
        return doubtful_town(run)
    spans = [
        _extent(run, group)
        for group in _groups(run, [name for name in found if not _is_within(name.start, sent)])
    ]
    read = [
        (start, end, choose(tuple(read_chunk(_looked_up(run[start:end]))))) for start, end in spans
    ]
    read += [(start, end, resolve_place(unguarded(run[start:end]))) for start, end in sent]
    return sorted(Expression(start, end, place) for start, end, place in read if place)


def _looked_up(expression: str) -> str:
    """Return an expression as it is looked up, with its hiragana and the new forms of its units."""
    return with_new_units(unguarded(expression))


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
