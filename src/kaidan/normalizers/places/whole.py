"""The whole string names a place: label and event off, brackets apart, chunks read, the finest place that they agree on."""

from collections.abc import Iterator
from functools import lru_cache

from kaidan.normalizers.people.roster import is_called

from . import grammar
from .choosing import choose
from .model import Place
from .reading import Part, candidates, host, read

_LONGEST = 160
"""Characters of a string that is a place, as of a heading: every beginning of it may be looked up."""


@lru_cache(maxsize=1024)
def resolve_place(text: str) -> Place | None:
    """Return the place that the whole of ``text`` names, None where it names none or nobody can tell which.

    Parts may stand in either order and be glued: 英ロック・アーン, 英国・ロンドン, リマ（ペルー）, 静岡県伊東市川奈. Of two places the
    first counts. ``confidence`` is the share of right answers to expect of strings of that kind: 0.99 where the text names the country
    too, 0.98 where no namesake comes near, 0.96 and 0.93 where such a town is little known, 0.65 where a namesake is smaller, not by
    much; 0.96 where only the beginning is known, 0.95 where only a similar spelling is. Where only the country is certain, 0.98 is said
    of the country. A string of more than 160 characters is no place.

    >>> place = resolve_place("英ロック・アーン")
    >>> place.country, place.name.en, place.precision, place.confidence
    ('GB', 'Lough Erne', 'locality', 0.99)
    >>> resolve_place("印刷") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    clean = _kernel(
        grammar.plain(text.encode("utf-8", "replace").decode())
    )  # half a surrogate pair names nothing
    outside, insides = grammar.brackets(clean)
    if not outside:
        outside, insides = " ".join(insides), []
    if entire := candidates(clean):
        return choose((Part(clean, entire),))
    if insides and _is_man(outside, insides):
        return None
    if grammar.is_no_place(_without_name(outside)):
        return (
            choose(tuple(_inside(insides)))
            if grammar.is_meeting(outside) or grammar.is_organization(outside)
            else None
        )
    parts = _read(_kernel(outside), insides) or _read(grammar.without_series(outside), insides)
    if grammar.is_meeting(outside) and not any(part.whole for part in parts):
        parts = list(_inside(insides)) or parts
    return choose(tuple(parts)) if parts else None


def _without_name(text: str) -> str:
    """Return ``text`` without a name at its end: 根室 is no room (室)."""
    last = text.rpartition(" ")[2]
    return text.removesuffix(last) if candidates(last) else text


def _kernel(text: str) -> str:
    """Return ``text`` without what stands around its place: its label, its event, the mission that is there."""
    text = grammar.kernel(text)
    place = grammar.mission(text)
    return text if place is None else host(place)


def _inside(insides: list[str]) -> Iterator[Part]:
    """Yield the places that the brackets behind an occasion name in full, states aside: 外相会合（ミュンスター）."""
    for inside in insides:
        found = [] if grammar.is_no_place(inside) else read(inside)
        if all(part.whole for part in found) and any(
            part.entries[0].precision != "country" for part in found
        ):
            yield from found


def _read(outside: str, insides: list[str]) -> list[Part]:
    """Read the text outside of brackets, which must be understood from its beginning, and what the brackets add to it."""
    parts: list[Part] = []
    for chunk in grammar.chunks(outside):
        found = read(chunk)
        if not found and not (parts and grammar.may_be_name(chunk)):
            return _read_venue(parts, chunk, insides)
        parts += found or [part._replace(whole=False) for part in parts[-1:]]
    return parts + [
        part
        for inside in insides
        for chunk in grammar.chunks(inside)
        for part in read(chunk)
        if part.whole
    ]


def _read_venue(parts: list[Part], chunk: str, insides: list[str]) -> list[Part]:
    """Read 長野市の国際会議場 or グランド・ホテル（ミラノ） by the town beside the venue."""
    if grammar.venue(chunk) is None:
        return _read_state(insides) if not parts and grammar.may_be_name(chunk) else []
    if parts:
        return parts
    return [part._replace(whole=False) for inside in insides for part in read(inside) if part.whole]


def _is_man(outside: str, insides: list[str]) -> bool:
    """Tell whether a man stands before brackets: 松本（外務大臣）, or a statesman, whose name no place bears alone: プーチン（ロシア）."""
    if any(map(grammar.is_office, insides)):
        return True
    return is_called(outside) and not any(entry.alone for entry in candidates(outside))


def _read_state(insides: list[str]) -> list[Part]:
    """Read the state in the brackets behind a name that nobody knows: that much is certain."""
    if len(insides) != 1 or grammar.is_no_place(insides[0]):
        return []
    return [
        part._replace(whole=False)
        for part in read(insides[0])
        if part.whole and part.entries[0].precision == "country"
    ]
