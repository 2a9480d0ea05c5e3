"""The words of dates, as the lexicon has them, in the shape in which the reader looks them up."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from kaidan.lexicon.eras import all_eras, eras_by_word, modern_eras
from kaidan.lexicon.words import all_words, meanings, spelled

Base = Literal["document", "text"]


class Step(NamedTuple):
    """How a relative word counts: from the date of the document or the one named last, and how many units on."""

    base: str
    units: int


ONE_YEAR_BEFORE = Step("text", -1)
"""What 前年 says."""


@cache
def relative_words(kind: str) -> Mapping[str, Step]:
    """Return the words of one unit: "year", "month", "day", "week" or "year of a season".

    >>> relative_words("year")["昨年"]
    Step(base='document', units=-1)
    """
    found = {}
    for word, meaning in meanings("relative", kind).items():
        base, count = meaning.split()
        found[word] = Step(base, int(count))
    return found


@cache
def words_of_kind(kind: str) -> tuple[str, ...]:
    """Return the words of one unit; those of "year of a season" with each season: 昨夏, 今春."""
    if kind != "year of a season":
        return spelled("relative", kind)
    marks, seasons = spelled("relative", kind), spelled("parts", "season")
    return tuple(mark + season for mark in marks for season in seasons)


@cache
def first_words() -> tuple[str, ...]:
    """Return every word that a date may begin with, the longest first."""
    kinds = ("year", "month", "day", "week", "year of a season")
    return tuple(
        sorted((word for kind in kinds for word in words_of_kind(kind)), key=len, reverse=True)
    )


@cache
def longer_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words that end like another, by that other's first sign: さきおととい by お.

    The scan looks for the shorter ones only, since many of these begin with a frequent sign.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in first_words():
        for tail in first_words():
            if word != tail and word.endswith(tail):
                found[tail[0]] = (*found.get(tail[0], ()), word)
                break
    return found


@cache
def calendars_by_last_sign() -> Mapping[str, tuple[str, ...]]:
    """Return what may stand before a date and says how to take it, by its last sign, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in spelled("calendars"):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found


@cache
def _kinds_of_calendars() -> Mapping[str, str]:
    return {row.word: row.kind for row in all_words("calendars")}


def kind_of_calendar(name: str) -> str:
    """Return how a date is to be taken in a calendar: western, lunisolar, repeating or another; without a row it is unknown.

    >>> kind_of_calendar("旧暦"), kind_of_calendar("コプト暦"), kind_of_calendar("")
    ('lunisolar', 'unknown', '')
    """
    return _kinds_of_calendars().get(name, "unknown") if name else ""


@cache
def words_before_the_epoch() -> frozenset[str]:
    """Return what says that a year lies before Christ."""
    return frozenset(spelled("calendars", "before the epoch", "before the epoch alone"))


@cache
def era_endings() -> frozenset[str]:
    """Return the last sign of every word for an era."""
    return frozenset(word[-1] for word in eras_by_word())


@cache
def modern_era_words() -> tuple[str, ...]:
    """Return the names and signs of the eras since 明治."""
    return tuple(word for era in modern_eras() for word in (era.name, *era.signs))


@cache
def strong_era_names() -> frozenset[str]:
    """Return the names of the eras since 明治, which few other words end or begin with, as those of older ones and signs do."""
    return frozenset(era.name for era in modern_eras())


@cache
def era_name_lengths() -> tuple[int, ...]:
    """Return how long the names of eras are: 昭和, 天平勝宝. No longer one ends like a shorter one."""
    return tuple(sorted({len(era.name) for era in all_eras()}))
