"""Where two met, as the sentence says that tells of it."""

import re
from collections.abc import Sequence
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.events.labels import is_labelled
from kaidan.normalizers.events.tellings import tellings
from kaidan.normalizers.places import PlaceMention, resolve_place
from kaidan.text import BREAK
from kaidan.text.clauses import Sentences, is_recalled

_FINENESS = {"country": 0, "region": 1, "locality": 2, "venue": 3}


def where_met(text: str, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place where the text says that they met, or None.

    A line of its own says it (場所：東京), or the sentence that tells of the meeting: モスクワで, モスクワの大統領府で, モスクワを訪問中の.
    Of several the last before the verb counts, a place of the event before one that somebody visits, and a finer one of the same
    country before a coarser.

    Args:
        text: What tells of the meeting.
        places: All that it names, in order.

    >>> from kaidan.normalizers.places import find_places
    >>> text = "5月26日、ロシアを訪問中の安倍総理は、モスクワの大統領府で、プーチン大統領と会談した。次は東京で会う。"
    >>> where_met(text, find_places(text)).place.name.en
    'Moscow'
    """
    if labelled := _labelled(text, places):
        return labelled
    sentences = Sentences(text)
    told = next(iter(tellings(text)), None)
    if told is not None:
        start, _ = sentences.span(told)
        opening = max(text.rfind(BREAK, 0, start) + 1, 0)
        for first in dict.fromkeys((start, opening)):  # the sentence, or all before it in its block
            if there := _there(text, places, first, told):
                return there
    return None


def _there(text: str, places: Sequence[PlaceMention], start: int, verb: int) -> PlaceMention | None:
    before = [one for one in places if start <= one.start and one.end <= verb]
    before = [one for one in before if one.role != "name-part" and not _is_of_before(text, one)]
    if there := [one for one in before if _held_there().match(text, one.end, verb + 1)]:
        return _town_of(_finest(_of_chain(text, there)))
    if seat := _seat(text, start, verb):
        return seat
    if there := [one for one in before if _visited().match(text, one.end, verb + 1)]:
        there += [one for one in before if _attended_there().match(text, one.end, verb + 1)]
        there.sort(key=lambda one: one.start)
        return _town_of(_finest(_of_chain(text, there)))
    return None


def _seat(text: str, start: int, verb: int) -> PlaceMention | None:
    """Return the seat of Japan's government in which they met: 防衛省において; none that follows a state's name or speaks of itself."""
    for found in _at_a_seat().finditer(text, start, verb):
        if place := resolve_place(found["seat"]):
            return PlaceMention(found["seat"], *found.span("seat"), place, "plain", scene=True)
    return None


def _is_of_before(text: str, place: PlaceMention) -> bool:
    """Say whether a place is one of an earlier time; 訪問先の is no 先の."""
    visited = spelled("venues", "visited")
    return not text.endswith(visited, 0, place.start) and is_recalled(text, place.start)


def _town_of(there: PlaceMention) -> PlaceMention:
    """Return the town that a venue's own words name: パリ of パリのエリゼ宮; the venue itself where they name none."""
    if there.place.precision != "venue":
        return there
    for parting in _holds().finditer(there.text):
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
        if _holds().fullmatch(text, one.end, last.start):
            last = one
    return [
        one for one in there if one.start <= last.start or one.place.country == last.place.country
    ]


def _finest(there: Sequence[PlaceMention]) -> PlaceMention:
    last = there[-1]
    alike = [one for one in there if one.place.country == last.place.country]
    return max(reversed(alike), key=lambda one: _FINENESS[one.place.precision])


@cache
def _holds() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(spelled('venues', 'around'))})?の|内の")


def _labelled(text: str, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place of a line of its own: 場所：東京."""
    for one in places:
        end = text.find(BREAK, one.start)
        if is_labelled(text, one.start, "label"):
            return _finest(
                [
                    other
                    for other in places
                    if one.start <= other.start < (end if end >= 0 else len(text))
                ]
            )
    return None


@cache
def _held_there() -> re.Pattern[str]:
    """Return what stands behind a place where something takes place: で, において, の大統領府で."""
    at = any_of(spelled("venues", "at"))
    around = any_of(spelled("venues", "around"))
    subject = rf"における[^、。\0]{{0,16}}?{any_of(spelled('talks', 'talks'))}(?:は|が)"
    facility = "(?:の|内の|市内の|近郊の)?[^、。はがをにとや\0]{0,16}?"
    return re.compile(rf"(?:{around})?{facility}(?:{at})(?!あり|は、|も)|{subject}")


@cache
def _at_a_seat() -> re.Pattern[str]:
    """Return a seat at the start of a clause, and behind it that something takes place in it."""
    seat, at = any_of(spelled("venues", "seat")), any_of(spelled("venues", "at"))
    return re.compile(
        rf"(?:^|(?<=[、。はがと）\0]))(?P<seat>{seat})内?(?:{at})(?!あり|は|も|の)", re.MULTILINE
    )


@cache
def _attended_there() -> re.Pattern[str]:
    """Return what stands behind the town of a summit that somebody is there for: ・サミット出席のため."""
    return re.compile(rf"・?{any_of(spelled('venues', 'attended'))}")


@cache
def _visited() -> re.Pattern[str]:
    """Return what stands behind a place where somebody is: を訪問中の, に滞在中の."""
    visit = any_of(spelled("venues", "visit"))
    return re.compile(rf"[^、。はがにで\0]{{0,8}}?(?:{visit})")
