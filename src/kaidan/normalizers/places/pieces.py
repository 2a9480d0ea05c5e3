"""Names of places in katakana: the pieces between middle dots, the unit behind them, the direction in front."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.roster import is_called

from .frames import without_event
from .gazetteer import TEXT, Entry, entries, names_by_start, stands_in_text
from .glued_states import part_glued_state
from .persons import bears_title
from .segment import that_stand
from .units import ends_behind_katakana, units_of_regions
from .wording import (
    compiled,
    ends_of,
    ends_of_divisions,
    frames,
    is_han,
    is_katakana,
    is_market,
    venue_ends,
    words_at_towns,
)

KATAKANA = "[ァ-ー＝]{2,}"
"""The pattern of a run of katakana with its middle dots."""
_MOST_PIECES = 8  # no name has more pieces between its middle dots


class Name(NamedTuple):
    """A stretch of the text and the places that it may name: the largest in ``outer``, the finest in ``inner``."""

    start: int
    end: int
    outer: tuple[Entry, ...]
    inner: tuple[Entry, ...]


class _Piece(NamedTuple):
    """A beginning of katakana: how many pieces between middle dots it has, the name without its event, and what that may be."""

    width: int
    name: str
    known: tuple[Entry, ...]


_NO_PIECE = _Piece(0, "", ())


def names_in_katakana(text: str) -> list[Name]:
    """Return the names in katakana, with the unit behind and the direction in front of each."""
    found: list[Name] = []
    katakana = compiled(KATAKANA)
    match = katakana.search(text)
    while match:
        start, end = match.span()
        behind = _han_behind(text, start, end) if is_han(text[end : end + 1]) else ""
        may_be_titled = "・" in match[0] and is_han(text[end : end + 1])
        is_titled = may_be_titled and bears_title(text, end + len(behind))
        pieces = [
            Name(start + name.start, start + name.end, name.outer, name.inner)
            for name in _names_in_pieces(match[0], behind, is_titled)
        ]
        if behind and not pieces:
            pieces = _named_by_direction(text, start, end + len(behind))
        elif behind and pieces[0].end > end:
            pieces = _with_direction(text, pieces)
        elif behind in units_of_regions() and pieces[-1].end == end:
            pieces = _unless_by_direction(text, pieces, end + len(behind))
        found += pieces
        match = katakana.search(text, end)
    return found


def _with_direction(text: str, names: list[Name]) -> list[Name]:
    """Return the first name with the direction in front of it, or nothing: a 北何々州 that nobody knows is not 何々州.

    Behind the name of a land it is the part that the division lies in, and so is 南部 elsewhere: ナイジェリア北東部ボルノ州, 南部ケララ州.
    """
    first = names[0]
    direction = _direction(text, first.start)
    if not direction or _is_part_of_land(text, first.start - len(direction), direction):
        return names
    start = first.start - len(direction)
    found = that_stand(text[start : first.end])
    if not found and direction[-1] in ends_of("part of a land") and _is_own_name(first):
        return names
    return [Name(start, first.end, found, found)] if found else []


def _is_own_name(division: Name) -> bool:
    """Tell whether a division bears its name itself: ケララ州, but not the island of ジャワ州."""
    return all(entry.kind == "division" for entry in division.outer)


def _named_by_direction(text: str, start: int, end: int) -> list[Name]:
    """Return the division that only the direction in front makes known: 北シナイ県, 中部パプア州."""
    start -= len(_direction(text, start))
    found = that_stand(text[start:end]) if is_han(text[start]) else ()
    return [Name(start, end, found, found)] if found else []


def _unless_by_direction(text: str, names: list[Name], end: int) -> list[Name]:
    """Return the names, or the division that a direction makes of a state's, or nothing where nobody knows it: 西アゼルバイジャン州."""
    start = names[0].start
    return _named_by_direction(text, start, end) if _direction(text, start) else names


def _is_part_of_land(text: str, start: int, direction: str) -> bool:
    return is_katakana(text[start - 1 : start]) and direction in frames("joint")


def _direction(text: str, start: int) -> str:
    """Return the direction in front of a name: 南東, 中部, but not the 中 of 訪問中."""
    front = text[:start].rstrip(_signs_of_directions())
    return "" if is_han(front[-1:]) else text[len(front) : start]


@cache
def _signs_of_directions() -> str:
    return "".join(ends_of("direction", "part of a land", "like a direction"))


def _han_behind(text: str, start: int, end: int) -> str:
    """Return the characters behind katakana that belong to its last name: インド太平洋, アメリカ合衆国, or a unit."""
    last = max(start, text.rfind("・", start, end) + 1)
    return (
        _rest_of_name(text[last:end], text, end)
        or (last > start and _rest_of_name(text[start:end].replace("・", ""), text, end))
        or unit_at(text, end, ends_behind_katakana())
    )


def _rest_of_name(katakana: str, text: str, end: int) -> str:
    """Return what stands behind katakana of a name that begins with them: シャルルドゴール of シャルル・ド・ゴール空港."""
    for name in names_by_start().get(katakana[:2], "").split("\t"):
        rest = name.removeprefix(katakana)
        if rest != name and text.startswith(rest, end):
            return rest
    return ""


@lru_cache(maxsize=2048)
def _names_in_pieces(katakana: str, unit: str, is_titled: bool) -> tuple[Name, ...]:  # noqa: FBT001  a key of the cache
    """Find the places in katakana and the unit behind it (ロシア連邦, ハバロフスク地方).

    Beside a piece that nobody knows only states count, and divisions whose officer he is: プーチン・ロシア大統領, クマール・ビハール州首相.
    """
    found: list[Name] = []
    pieces = katakana.split("・")
    index, start, after_stranger = 0, 0, False
    while index < len(pieces):
        ahead = pieces[index : index + _MOST_PIECES]
        is_last = index + len(ahead) == len(pieces)
        piece = _longest(ahead, unit * is_last)
        follows = pieces[index + piece.width] if index + piece.width < len(pieces) else ""
        if piece.width and _is_place_beside(piece, follows, after_stranger, is_titled):
            found.append(Name(start, start + len(piece.name), piece.known, piece.known))
        elif not piece.width:
            found += _glued_to_its_state(pieces[index], unit * (len(ahead) == 1), start)
        after_stranger = not piece.width and bool(pieces[index])
        width = piece.width or 1
        start += sum(map(len, pieces[index : index + width])) + width
        index += width
    return tuple(found)


def _is_division(piece: _Piece) -> bool:
    return piece.name.endswith(ends_of_divisions()) and piece.known[0].precision == "region"


def _is_place_beside(
    piece: _Piece,
    follows: str,
    after_stranger: bool,  # noqa: FBT001  as in the caller
    is_titled: bool,  # noqa: FBT001
) -> bool:
    """Tell whether a piece is a place for all that stands beside it: a state is, but for one that is a given name too.

    Whose two names are both towns', and who bears a title, is a man for all that: オーランド・ブルーム氏.
    """
    if piece.known[0].precision == "country":
        is_given_name = piece.name in spelled("no_places", "given name")
        is_beside_stranger = bool(follows) and _is_stranger(follows, piece.known[:1])
        return not (is_given_name and (is_beside_stranger or (after_stranger and not is_titled)))
    if after_stranger:
        return is_titled and _is_division(piece)
    return not (follows and is_titled) and not _is_stranger(follows, piece.known)


def _glued_to_its_state(piece: str, unit: str, start: int) -> list[Name]:
    """Return the state and the town that a piece which stands there is made of: イタリアローマ市."""
    parted = part_glued_state(piece, unit)
    if parted is None:
        return []
    length, states, inside = parted
    middle, end = start + length, start + len(piece + unit)
    return [Name(start, middle, states, states), Name(middle, end, inside, inside)]


def _longest(pieces: Sequence[str], unit: str) -> _Piece:
    """Return the longest beginning that names a place; none begins with an empty piece."""
    if not pieces[0]:
        return _NO_PIECE
    for width in range(len(pieces), 0, -1):
        name = "・".join(pieces[:width])
        if unit and width == len(pieces) and (found := that_stand(name + unit)):
            return _Piece(width, name + unit, found)
        if unit in words_at_towns() and width == len(pieces) and (found := _with_a_port(name)):
            return _Piece(width, name, found)
        name = without_event(name)
        if len(name) > 1 and stands_in_text(name.replace("・", "").replace("＝", "")):
            return _Piece(width, name, entries(name))
    return _NO_PIECE


def _with_a_port(name: str) -> tuple[Entry, ...]:
    """Return the towns that a port or an airport in running text may bear the name of, though few know them; a statesman's is none."""
    found = tuple(entry for entry in that_stand(name) if entry.precision == "locality")
    return () if is_called(name) else found


def _is_stranger(piece: str, beside: Sequence[Entry]) -> bool:
    """Tell whether a piece between middle dots is somebody's name: no event, no venue, no place that is well known or in the same country.

    シドニー・ポワチエ is a man, for all that ポワチエ is a town in France.
    """
    if not piece or without_event(f"・{piece}") == "" or piece.endswith(venue_ends()):
        return False
    countries = {entry.country for entry in beside}
    return not any(entry.alone == TEXT or entry.country in countries for entry in entries(piece))


def unit_at(text: str, end: int, units: Mapping[str, Sequence[str]]) -> str:
    """Return the unit that stands at a point, or nothing; ``units`` are those to look for, by their first character."""
    for unit in units.get(text[end : end + 1], ()):
        behind = end + len(unit)
        if text.startswith(unit, end) and not is_market(unit, text[behind : behind + 1]):
            return unit
    return ""
