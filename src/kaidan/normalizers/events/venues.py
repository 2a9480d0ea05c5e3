"""Where two met, as the sentence says that tells of it."""

import re
from collections.abc import Sequence
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.places import PlaceMention
from kaidan.text import BREAK
from kaidan.text.clauses import Sentences, is_recalled, meetings_told

_FINENESS = {"country": 0, "region": 1, "locality": 2, "venue": 3}


def where_met(text: str, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place where the text says that they met, or None.

    The sentence that tells of the meeting says it: モスクワで, モスクワの大統領府で, モスクワを訪問中の. Of several the last before the
    verb counts, a place of the event before one that somebody visits, and a finer one of the same country before a coarser.

    Args:
        text: What tells of the meeting.
        places: All that it names, in order.

    >>> from kaidan.normalizers.places import find_places
    >>> text = "5月26日、ロシアを訪問中の安倍総理は、モスクワの大統領府で、プーチン大統領と会談した。次は東京で会う。"
    >>> where_met(text, find_places(text)).place.name.en
    'Moscow'
    """
    sentences = Sentences(text)
    told = next((told for told in meetings_told(text) if not told.title), None)
    if told:
        start, _ = sentences.span(told.start)
        opening = max(text.rfind(BREAK, 0, start) + 1, 0)
        for first in dict.fromkeys((start, opening)):  # the sentence, or all before it in its block
            if there := _there(text, places, first, told.start):
                return there
    return _labelled(text, places)


def _there(text: str, places: Sequence[PlaceMention], start: int, verb: int) -> PlaceMention | None:
    before = [one for one in places if start <= one.start and one.end <= verb]
    before = [one for one in before if one.role != "name-part" and not is_recalled(text, one.start)]
    for pattern in (_held_there(), _visited()):
        there = [one for one in before if pattern.match(text, one.end, verb + 1)]
        if there:
            return _finest(there)
    return None


def _finest(there: Sequence[PlaceMention]) -> PlaceMention:
    last = there[-1]
    alike = [one for one in there if one.place.country == last.place.country]
    return max(reversed(alike), key=lambda one: _FINENESS[one.place.precision])


def _labelled(text: str, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place of a line of its own: 場所：東京."""
    for one in places:
        line = text[text.rfind(BREAK, 0, one.start) + 1 : one.start]
        if _label().fullmatch(line):
            return one
    return None


@cache
def _held_there() -> re.Pattern[str]:
    """Return what stands behind a place where something takes place: で, において, の大統領府で."""
    at = any_of(spelled("venues", "at"))
    around = any_of(spelled("venues", "around"))
    facility = "(?:の|内の|市内の|近郊の)?[^、。はがをにとや\0]{0,16}?"
    return re.compile(rf"(?:{around})?{facility}(?:{at})(?!あり|は、|も)")


@cache
def _visited() -> re.Pattern[str]:
    """Return what stands behind a place where somebody is: を訪問中の, に滞在中の."""
    visit = any_of(spelled("venues", "visit"))
    return re.compile(rf"[^、。はがにで\0]{{0,8}}?(?:{visit})")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"[\s（(]*{any_of(spelled('venues', 'label'))}[\s：:]*")
