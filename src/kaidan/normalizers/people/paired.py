"""Two who are named by their family names alone, as headlines do it: 鳩山・ブルガーニン会談, 宮澤・クリントン会談."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kaidan.lexicon.offices import listed_offices
from kaidan.lexicon.words import all_words, any_of, meanings, spelled
from kaidan.normalizers.people.bearers import holder_called
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.people.roster import Holder, identify

_LONGEST = 13  # characters before the point: a name, and one that may go on
_RULE = "terms: in office on the date"
_LEVEL = "summit"
"""Who meets where the words between the names and the talks do not say it."""


def with_pairs(text: str, found: list[PersonMention], on: str | None) -> list[PersonMention]:
    """Add to those found with an office those who are named without one before their talks: 田中・ブレジネフ会談."""
    pairs = [
        PersonMention(
            text[start:end], start, end, holder_called(text[start:end], holder), rule=_RULE
        )
        for start, end, holder in paired_names(text, on)
    ]
    if not pairs:  # most often
        return found
    free: list[PersonMention] = []
    last = 0
    for mention in sorted((*found, *pairs), key=lambda mention: mention.start):
        if mention.start >= last:  # 橋本 of 橋本・エリツィン大統領会談 may be named already
            free.append(mention)
            last = mention.end
    return free


def paired_names(text: str, on: str | None) -> Iterator[tuple[int, int, Holder]]:
    """Yield where each of two names stands, and whose it is; none unless both held an office of that level on the date.

    >>> [(start, end, who.name.en) for start, end, who in paired_names("田中・ブレジネフ会談", "1973-10")]
    [(0, 2, 'Kakuei Tanaka'), (3, 8, 'Leonid Brezhnev')]
    >>> list(paired_names("田中・ブレジネフ会談", "1993-10")), list(paired_names("大阪・ミラノ会談", "1973-10"))
    ([], [])
    """
    for pair in _behind().finditer(text) if on else ():
        first = _before().match(text[max(0, pair.start() - _LONGEST) : pair.start()][::-1])
        if not first or not on:
            continue
        level = meanings("titles", "level").get(pair["level"] or "", _LEVEL)
        start = pair.start() - first.end()
        one = _holder(text[start : pair.start()], level, on)
        other = _holder(pair["name"], level, on)
        if one and other and one.country != other.country:
            yield start, pair.start(), one
            yield *pair.span("name"), other


@cache
def _behind() -> re.Pattern[str]:
    """Return the pattern of the second name, from the point before it to the talks; lazy, so that 首脳 is in no name."""
    level, talks = any_of(spelled("titles", "level")), any_of(spelled("talks", "talks"))
    return re.compile(
        rf"・(?P<name>[々一-龯]{{1,4}}?|[ァ-ヺー＝]{{2,12}}?)(?P<level>{level})?{talks}"
    )


@cache
def _before() -> re.Pattern[str]:
    """Return the pattern of the first name, against the text read backwards: a few kanji, or katakana, and nothing more of its run."""
    return re.compile("(?:[々一-龯]{1,4}|[ァ-ヺー＝]{2,12})(?![々一-龯ァ-ヺー・])")


@lru_cache(maxsize=256)
def _holder(name: str, level: str, on: str) -> Holder | None:
    """Return the one person of this name who held an office of a level on a date."""
    sitting = {
        row.word for row in all_words("titles") if row.kind == "sits" and row.meaning == level
    }
    offices = "|".join(held for held, listed in listed_offices().items() if listed in sitting)
    holder = identify(name, offices, on=on)
    return holder if holder and holder.in_office else None
