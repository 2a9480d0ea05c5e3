"""Where two met, as the sentence says that tells of it."""

from collections.abc import Sequence

from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import meanings, pattern_of, spelled
from kaidan.normalizers.events.labels import is_labelled
from kaidan.normalizers.events.tellings import tellings
from kaidan.normalizers.events.titles import party_names
from kaidan.normalizers.events.turns import state_of_turns
from kaidan.normalizers.events.whereabouts import (
    at_a_seat,
    at_a_summit,
    bracketed_label,
    gone,
    held_there,
    holds,
    mission,
    summit_there,
    visited,
    went_there,
)
from kaidan.normalizers.places import Place, PlaceMention, resolve_place
from kaidan.normalizers.places.model import FINENESS
from kaidan.text import BREAK
from kaidan.text.clauses import is_recalled, sentences_of


def where_met(
    text: str,
    places: Sequence[PlaceMention],
    *,
    calls: bool = False,
    told: int | None = None,
) -> PlaceMention | None:
    """Return the place where the text says that they met, or None.

    A line of its own says it (場所：東京), or the sentence that tells of the meeting: モスクワで, モスクワの大統領府で, モスクワを訪問中の.
    Of several the last before the verb counts, a place of the event before one that somebody visits, and a finer one of the same
    country before a coarser.

    Args:
        text: What tells of the meeting.
        places: All that it names, in order.
        calls: Whether a courtesy call is a meeting.
        told: Where the text tells of the meeting, from who has asked before.

    >>> from kaidan.normalizers.places import find_places
    >>> text = "5月26日、ロシアを訪問中の安倍総理は、モスクワの大統領府で、プーチン大統領と会談した。次は東京で会う。"
    >>> where_met(text, find_places(text)).place.name.en
    'Moscow'
    """
    if labelled := _labelled(text, places):
        return labelled
    places = [one for one in places if not _is_seat_abroad(text, places, one)]
    sentences = sentences_of(text)
    if told is None:
        told = next(iter(tellings(text, calls=calls)), None)
    if told is not None:
        start, end = sentences.span(told)
        if there := _in_bracket(text, start, end):
            return there
        opening = max(text.rfind(BREAK, 0, start) + 1, 0)
        for first in dict.fromkeys((start, opening)):  # the sentence, or all before it in its block
            if there := _there(text, places, first, told):
                return there
        return _visited_first(text, places, told)
    return None


def _has_label(text: str) -> bool:
    return any(map(text.__contains__, spelled("venues", "label")))


def _in_bracket(text: str, start: int, end: int) -> PlaceMention | None:
    """Return the place that a bracket in the sentence or just behind it gives after a label: 会談（於：総理官邸）."""
    if not _has_label(text):  # most often
        return None
    label = bracketed_label()
    found = label.search(text, start, end) or label.match(text, end + 1)
    place = resolve_place(found["place"]) if found else None
    if not found or not place:
        return None
    return PlaceMention(found["place"], *found.span("place"), place, "plain", scene=True)


def _visited_first(text: str, places: Sequence[PlaceMention], verb: int) -> PlaceMention | None:
    """Return the place that the first sentence says somebody went to, if nothing takes them elsewhere before they meet.

    A caption stands before it: 会談する両首脳の写真.
    """
    end = text.find("。", 0, verb)  # a caption before it has none
    there = [
        one
        for one in _named_between(text, places, 0, verb)
        if visited().match(text, one.end, verb) or held_there().match(text, one.end, verb)
    ]
    if len({one.place.country for one in there}) != 1:
        return None
    first = [one for one in there if one.end <= end]
    return _finest(first) if first else None


def _named_between(
    text: str, places: Sequence[PlaceMention], start: int, end: int
) -> list[PlaceMention]:
    """Return the places that are named between two points as themselves, and as of now."""
    return [
        one
        for one in places
        if start <= one.start
        and one.end <= end
        and one.role != "name-part"
        and not _is_of_before(text, one)
        and not _is_of_mission(text, one)
    ]


def _there(text: str, places: Sequence[PlaceMention], start: int, verb: int) -> PlaceMention | None:
    before = _named_between(text, places, start, verb)
    if there := [one for one in before if held_there().match(text, one.end, verb + 1)]:
        there = _moved_on(text, before, there[-1], verb) or there
        return state_of_turns(text, there) or _town_of(_finest(_of_chain(text, there)))
    if seat := _seat(text, places, start, verb):
        return seat
    there = [one for one in before if visited().match(text, one.end, verb + 1)]
    kinds = ("beside", "attended") if there else ("beside",)
    there += [one for one in before if at_a_summit(*kinds).match(text, one.end, verb + 1)]
    there.sort(key=lambda one: one.start)
    return _town_of(_finest(_of_chain(text, there))) if there else None


def _moved_on(
    text: str, places: Sequence[PlaceMention], held: PlaceMention, verb: int
) -> list[PlaceMention]:
    """Return the other places to which somebody went on from where a thing was held: 東京での会合を終え、ソウルを訪れ、."""
    return [
        one
        for one in places
        if one.start > held.end
        and _is_elsewhere(one.place, held.place)
        and went_there().match(text, one.end, verb)
    ]


def _is_elsewhere(place: Place, other: Place) -> bool:
    """Tell whether a place is of another state than another, or both are towns and not the same."""
    towns = place.precision == other.precision == "locality" and place.name != other.name
    return towns or place.country != other.country


def _seat(text: str, places: Sequence[PlaceMention], start: int, verb: int) -> PlaceMention | None:
    """Return the seat of Japan's government in which they met: 防衛省において; none that follows a state's name or speaks of itself."""
    alone = meanings("venues", "seat")
    for found in at_a_seat().finditer(text, start, verb):
        in_full = meanings("venues", "seat of a host").get(found["seat"])
        place = resolve_place(in_full or alone.get(found["seat"]) or found["seat"])
        if in_full and not _is_visited(text, found.start()):
            continue
        if place and not _is_abroad(text, places, found.start()):
            return PlaceMention(found["seat"], *found.span("seat"), place, "plain", scene=True)
    return None


def _is_seat_abroad(text: str, places: Sequence[PlaceMention], one: PlaceMention) -> bool:
    """Tell whether what is read as a seat of Japan's government is one of the state where they are: ハノイを訪れ、外務省で."""
    if one.place.country != HOME or one.text not in spelled("place_venues", "in the seat"):
        return False
    return _is_abroad(text, places, one.start)


def _is_abroad(text: str, places: Sequence[PlaceMention], at: int) -> bool:
    """Tell whether the last state before a point where somebody is, or something takes place, is not Japan."""
    went = next(reversed(list(gone().finditer(text, 0, at))), None)
    for one in reversed([one for one in places if one.end <= at]):
        if went and went.start() > one.start:
            break
        if visited().match(text, one.end, at) or held_there().match(text, one.end, at):
            return one.place.country not in (HOME, None)
    return went is not None and party_names()[went["state"]] != HOME


def _is_visited(text: str, until: int) -> bool:
    """Tell whether a text says before a point that somebody came to Japan: 訪日中の, 来日した."""
    states = (party_names()[found["state"]] for found in gone().finditer(text, 0, until))
    return HOME in states or any(
        text.find(came, 0, until) >= 0 for came in spelled("visits", "came")
    )


def _is_of_before(text: str, place: PlaceMention) -> bool:
    """Say whether a place is one of an earlier time; 訪問先の is no 先の."""
    led_by = spelled("venues", "visited")
    return not text.endswith(led_by, 0, place.start) and is_recalled(text, place.start)


def _is_of_mission(text: str, place: PlaceMention) -> bool:
    """Say whether a state is named for its mission, which stands in another: 米国大使公邸で; 在米国日本大使館で is in the first."""
    return mission().match(text, place.end) is not None


def _town_of(there: PlaceMention) -> PlaceMention:
    """Return the town that a venue's own words name: パリ of パリのエリゼ宮; the venue itself where they name none."""
    if there.place.precision != "venue":
        return there
    for parting in holds().finditer(there.text):
        words = there.text[: parting.start()]
        town = resolve_place(words)
        if town and town.precision == "locality":
            end = there.start + len(words)
            return there._replace(text=words, end=end, place=town)
    return there


def _of_chain(text: str, there: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Leave out what an earlier place holds that is of another country: the 外務省 of モスクワ市内の外務省別館."""
    last = there[-1]
    for one in reversed(there[:-1]):
        if holds().fullmatch(text, one.end, last.start):
            last = one
    return [
        one for one in there if one.start <= last.start or one.place.country == last.place.country
    ]


def _finest(there: Sequence[PlaceMention]) -> PlaceMention:
    last = there[-1]
    alike = [one for one in there if one.place.country == last.place.country]
    return max(reversed(alike), key=lambda one: FINENESS[one.place.precision])


def _labelled(text: str, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place of a line of its own: 場所：東京."""
    if not _has_label(text):  # most often
        return None
    for one in places:
        end = text.find(BREAK, one.start)
        if is_labelled(text, one.start, "label"):
            return _finest(
                [
                    other
                    for other in places
                    if one.start <= other.start < (end if end >= 0 else len(text))
                    and other.place.country == one.place.country
                ]
            )
    for found in pattern_of("venues", "seat").finditer(text):
        place = resolve_place(found[0]) if is_labelled(text, found.start(), "label") else None
        if place:
            return PlaceMention(found[0], *found.span(), place, "plain", scene=True)
    return None


def where_summit(title: str, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the town of the summit beside which a title says that they met: G7広島サミットにおける日英首脳会談; or None.

    >>> from kaidan.normalizers.places import find_places
    >>> title = "G7広島サミットにおける日英首脳会談"
    >>> where_summit(title, find_places(title)).place.name.en, where_summit("日英首脳会談", ())
    ('Hiroshima', None)
    """
    towns = (one for one in places if FINENESS[one.place.precision] > FINENESS["country"])
    return next((one for one in towns if summit_there().match(title, one.end)), None)
