"""Talks that were held in turn, each day in a town of its own: 12月15日に長門市で、16日に東京で."""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import DateMention
from kaidan.normalizers.places import PlaceMention, resolve_place
from kaidan.normalizers.places.gazetteer import state_names
from kaidan.text.brackets import ROUND


def days_in_turn(text: str, days: Sequence[DateMention], verb: int) -> DateMention | None:
    """Return the days before a verb as one mention, where each but the last is followed by its town; None where they are not in a row.

    >>> from kaidan.normalizers.dates import find_dates
    >>> text = "12月15日に長門市で、16日に東京で会談した。"
    >>> days_in_turn(text, find_dates(text, anchor="2016-12-17"), 18).edtf
    '2016-12-15/2016-12-16'
    """
    told = [day for day in days if day.end <= verb]
    if len(told) < 2 or not _in_town().match(text, told[-1].end, verb + 1):
        return None
    pairs = list(pairwise(told))
    if not all(
        is_in_turn(text, one.end, other.start) and _follows(one, other) for one, other in pairs
    ):
        return None
    first, last = told[0], told[-1]
    return first._replace(
        text=text[first.start : last.end],
        end=last.end,
        edtf=f"{first.edtf}/{last.edtf}",
        flags=tuple(dict.fromkeys((*first.flags, *last.flags))),
    )


def is_in_turn(text: str, day_end: int, next_day: int) -> bool:
    """Tell whether nothing but a town stands between a day and the next: に長門市で、."""
    return _town_between().fullmatch(text, day_end, next_day) is not None


def _follows(one: DateMention, other: DateMention) -> bool:
    last, first = one.end_date, other.start_date
    return last is not None and first is not None and first - last == timedelta(days=1)


@cache
def _in_town() -> re.Pattern[str]:
    """Return a town behind a day, in which something takes place."""
    at = any_of(spelled("venues", "at"))
    return re.compile(rf"(?:{ROUND})?[にはの、，]?[^、，。はがを\0]{{1,24}}?{at}")


@cache
def _town_between() -> re.Pattern[str]:
    return re.compile(rf"{_in_town().pattern}(?:、|，|及び|そして|また)*")


def state_of_turns(text: str, there: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the state of towns in which talks were held in turn, as one mention; None where they were held in one.

    >>> from kaidan.normalizers.places import find_places
    >>> text = "12月15日に長門市で、16日に東京で会談した。"
    >>> state_of_turns(text, find_places(text)).place.name.en
    'Japan'
    """
    turns = [
        (one, other)
        for one, other in pairwise(there)
        if one.place.country == other.place.country
        and _day_between().fullmatch(text, one.end, other.start)
    ]
    if not turns:
        return None
    first, last = turns[0][0], turns[-1][1]
    names = state_names().get(first.place.country or "")
    state = resolve_place(names.partition("\t")[0]) if names else None
    if not state:
        return None
    return first._replace(text=text[first.start : last.end], end=last.end, place=state)


@cache
def _day_between() -> re.Pattern[str]:
    """Return what stands between two towns of talks in turn: で、16日に."""
    at = any_of(spelled("venues", "at"))
    return re.compile(
        rf"[^、，。はがを\0]{{0,16}}?{at}(?:、|，|及び|そして|また)*[^、，。はがを\0]{{1,12}}日[^、，。を\0]{{0,8}}[にはの、，]?"
    )
