"""The whole string names a place: label and event off, brackets apart, chunks read, the finest place that they agree on."""

from collections.abc import Iterator
from functools import lru_cache

from kaidan.normalizers.people.roster import is_called

from .chunks import read_chunk, without_state_at_end
from .disambiguate import choose, is_finer_than_a_state
from .frames import (
    brackets,
    chunks,
    is_embassy_abroad,
    is_labelled,
    kernel,
    mission,
    plain,
    without_joint,
    without_series,
)
from .gazetteer import TEXT, seat
from .model import Place
from .segment import Part, named
from .wording import (
    is_at_town,
    is_hotel,
    is_mission,
    is_no_place,
    is_occasion,
    is_office,
    is_organization,
    is_seat_of_state,
    may_be_name,
    venue,
)

_LONGEST = 160
"""Characters of a string that is a place, as of a heading: every beginning of it may be looked up."""


@lru_cache(maxsize=1024)
def resolve_place(text: str) -> Place | None:
    """Return the place that the whole of ``text`` names, None where it names none or nobody can tell which.

    Parts may stand in either order and be glued: 英ロック・アーン, 英国・ロンドン, リマ（ペルー）, 静岡県伊東市川奈. Of two places the
    first counts. ``confidence`` is the share of right answers to expect of strings of that kind: 0.99 where the text names the country
    too, 0.98 where no namesake comes near, 0.96 and 0.93 where such a town is little known, 0.6 where a namesake is smaller, not by
    much; 0.96 where only the beginning is known, 0.93 where only a similar spelling is. Where only the country is certain, 0.98 is said
    of the country. A string of more than 160 characters is no place.

    >>> place = resolve_place("英ロック・アーン")
    >>> place.country, place.name.en, place.precision, place.confidence
    ('GB', 'Lough Erne', 'locality', 0.99)
    >>> resolve_place("印刷") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    written = plain(text.encode("utf-8", "replace").decode())  # no half surrogate pairs
    clean = _kernel(written)
    outside, insides = brackets(clean)
    if not outside and len(insides) == 1:
        outside, insides = brackets(insides[0])
    if not outside:
        outside, insides = " ".join(insides), []
    if entire := named(clean):
        whole = Part(clean, entire)
        return choose((_capital(whole) if is_embassy_abroad(kernel(written)) else whole,))
    if insides and _is_man(outside, insides):
        return None
    parts = _parts_of(outside, insides)
    if not parts and is_labelled(written):
        parts = _town_in_front(_kernel(outside))
    return choose(tuple(parts)) if parts else None


def _parts_of(outside: str, insides: list[str]) -> list[Part]:
    """Return the places that a string names outside of its brackets; where an event or an organization stands there, those inside."""
    if is_no_place(_without_name(outside)):
        in_brackets = is_occasion(outside) or is_organization(outside)
        return list(_places_inside(insides)) if in_brackets else []
    plainly = without_series(outside)
    parts = _read_string(_kernel(outside), insides) or _read_string(plainly, insides)
    is_event = is_occasion(outside) or not plainly  # COP28
    if is_event and not any(part.whole for part in parts):
        parts = list(_places_inside(insides)) or parts
    if len(parts) == 1 and not parts[0].whole:
        return [_in_its_town(parts[0], outside)]
    return parts


def _town_in_front(text: str) -> list[Part]:
    """Return the town in front of a middle dot and a venue that nobody knows: 於：カイロ・何々, where a label says that it is no man."""
    town, dot, _ = text.partition("・")
    found = named(town) if dot else ()
    is_town = bool(found) and found[0].precision == "locality" and found[0].alone == TEXT
    return [Part(town, found, whole=False)] if is_town else []


def _capital(state: Part) -> Part:
    """Return the capital in place of a state that an embassy is in: 在英国日本国大使館 is in ロンドン."""
    entry = state.entries[0]
    town = seat(entry.country, state.text) if entry.precision == "country" else None
    return Part(town.ja, (town,), whole=False) if town else state


def _in_its_town(part: Part, outside: str) -> Part:
    """Return the town in place of the state that a venue bears the name of: ロシア外務省 is in モスクワ, ジブチ国際空港 in ジブチ."""
    state = part.entries[0]
    if state.precision != "country":
        return part
    town = seat(state.country, part.text)
    if town and not is_seat_of_state(outside):
        town = town if town.en == state.en and is_at_town(outside) else None
    return Part(town.ja, (town,), whole=False) if town else part


def _without_name(text: str) -> str:
    """Return ``text`` without a name at its end: 根室 is no room (室), 首都ヌルスルタン no sultan."""
    last = without_joint(text.rpartition(" ")[2])
    return text.removesuffix(last) if named(last) else text


def _kernel(text: str) -> str:
    """Return ``text`` without what stands around its place: its label, its event, the mission that is there."""
    text = kernel(text)
    place = mission(text)
    return text if place is None else without_state_at_end(place)


def _places_inside(insides: list[str]) -> Iterator[Part]:
    """Yield the places that the brackets behind an occasion name in full, states aside that are no town: 外相会合（ミュンスター）."""
    for inside in map(kernel, insides):
        found = [] if is_no_place(inside) else read_chunk(inside)
        if any(map(is_finer_than_a_state, found)) and all(part.whole for part in found):
            yield from found


def _read_string(outside: str, insides: list[str]) -> list[Part]:
    """Read the text outside of brackets, which must be understood from its beginning, and what the brackets add to it."""
    whole = named(outside)
    outer = [Part(outside, whole)] if whole else _read_outside(outside)
    if outer is None:
        return _read_inside(outside, insides)
    if not outer:
        return []
    return outer + [
        part
        for inside in insides
        for chunk in chunks(inside)
        for part in read_chunk(chunk)
        if part.whole
    ]


def _read_outside(outside: str) -> list[Part] | None:
    """Read the chunks; None where the first is not understood, nothing where a later one is neither a name nor a venue."""
    parts: list[Part] = []
    for chunk in chunks(outside):
        if found := read_chunk(chunk):
            parts += found
        elif not parts:
            return None
        elif venue(chunk) is not None:
            return parts
        elif may_be_name(chunk):
            parts.append(parts[-1]._replace(whole=False))
        else:
            return []
    return parts


def _read_inside(outside: str, insides: list[str]) -> list[Part]:
    """Read グランド・ホテル（ミラノ） by the town beside the venue, and a name that nobody knows by the state or region beside it."""
    chunk = next(chunks(outside), "")
    if venue(chunk) is not None or is_hotel(chunk) or is_mission(chunk):
        wanted = {"country", "region", "locality", "venue"}
    elif may_be_name(chunk) and len(insides) == 1:
        wanted = {"country", "region"}
    else:
        return []
    found = [part for inside in insides if not is_no_place(inside) for part in read_chunk(inside)]
    return [
        part._replace(whole=False)
        for part in found
        if part.whole and part.entries[0].precision in wanted
    ]


def _is_man(outside: str, insides: list[str]) -> bool:
    """Tell whether a man stands before brackets: 松本（外務大臣）, or a statesman, whose name no place bears alone: プーチン（ロシア）."""
    if any(map(is_office, insides)):
        return True
    return is_called(outside) and not any(entry.alone for entry in named(outside))
