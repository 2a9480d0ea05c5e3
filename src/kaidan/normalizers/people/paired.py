"""Leaders who are named without an office, as headlines and cells do it: 鳩山・ブルガーニン会談, 麻生、オバマ両首脳, モディ."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kaidan.lexicon.offices import listed_offices, offices
from kaidan.lexicon.words import all_words, any_of, meanings, spelled
from kaidan.normalizers.people.bearers import bearer_of, holder_called
from kaidan.normalizers.people.namesakes import Holder, identify
from kaidan.normalizers.people.naming import Naming
from kaidan.normalizers.people.person import Person, PersonMention
from kaidan.text.deferred import deferred
from kaidan.text.scan import HAN, occurrences

_LONGEST = 13  # characters before the point: a name, and one that may go on
_RULE = "terms: in office on the date"
_BOTH, _LEADERS = "両", "首脳"
_NAME = f"{HAN}{{1,4}}|(?:[ァ-ヺー]|＝){{2,12}}"
"""A few kanji, or katakana."""
_TWO_NAMES = re.compile(rf"(?P<one>{_NAME})(?:[・、と]|，)(?P<other>{_NAME})\Z")
_LONGEST_OFFICE = 10
_LEVEL = "summit"
"""Who meets where the words between the names and the talks do not say it."""
_ALONE = deferred(rf"(?:{HAN}|[々ぁ-ゖ]){{1,6}}|[ァ-ヺー＝・A-ZＡ-Ｚ]{{2,24}}")
"""A name of kanji or of katakana, and nothing besides."""


def with_pairs(text: str, found: list[PersonMention], on: str | None) -> list[PersonMention]:
    """Add to those found with an office those who are named without one before their talks: 田中・ブレジネフ会談."""
    pairs = [
        PersonMention(
            text[start:end], start, end, holder_called(text[start:end], holder), rule=_RULE
        )
        for start, end, holder in paired_names(text, on)
    ]
    pairs += both_named(text, on)
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
    for pair in _second_name().finditer(text) if on else ():
        first = _first_name().match(text[max(0, pair.start() - _LONGEST) : pair.start()][::-1])
        if not first or not on:
            continue
        level = meanings("titles", "level").get(pair["level"] or "", _LEVEL)
        start = pair.start() - first.end()
        one = _holder(text[start : pair.start()], level, on)
        other = _holder(pair["name"], level, on)
        if one and other and one.country != other.country:
            yield start, pair.start(), one
            yield *pair.span("name"), other


def both_named(text: str, on: str | None) -> Iterator[PersonMention]:
    """Yield two who are named before the office that both hold, or their level; none unless the tables know both on the date.

    >>> [(one.text, one.name.en) for one in both_named("ブッシュ、サルコジ両大統領は", "2008-07")]
    [('ブッシュ', 'George W. Bush'), ('サルコジ両大統領', 'Nicolas Sarkozy')]
    >>> [one.text for one in both_named("麻生・オバマ両首脳", "2009-02")], list(both_named("安倍・麻生両氏", "2009-02"))
    (['麻生', 'オバマ両首脳'], [])
    """
    for at, both in occurrences(text, (_BOTH,)) if on else ():
        before = text[at - 1 : at]
        if before < "ァ" and before != "々":  # most often: 。両首脳は
            continue
        first, office = max(0, at - 2 * _LONGEST), at + len(both)
        names = _TWO_NAMES.search(text[first:at])
        end = names and _end_of_office(text, office)
        if not names or not end:
            continue
        whos = (_bearer(names[each], text[office:end], on) for each in ("one", "other"))
        known = [who for who in whos if who]
        if len({who.name for who in known}) == 2:
            starts = first + names.start("one"), first + names.start("other")
            ends = first + names.end("one"), end
            for who, start, last in zip(known, starts, ends, strict=True):
                yield PersonMention(text[start:last], start, last, who, rule=_RULE)


def leader_alone(text: str, on: str | None) -> list[PersonMention]:
    """Return the leader or foreign minister of the date whom a text names and nothing besides, if there is one.

    >>> [one.name.en for one in leader_alone("モディ", "2014-09-01")], leader_alone("モディ", "1994-09-01")
    (['Narendra Modi'], [])
    """
    if not on or not _ALONE.fullmatch(text):
        return []
    holder = _holder(text, _LEVEL, on) or _holder(text, "foreign-ministers", on)
    who = holder_called(text, holder) if holder else None
    return [PersonMention(text, 0, len(text), who, rule=_RULE)] if who else []


def _end_of_office(text: str, start: int) -> int | None:
    """Return where the office or the level of two ends that begins at a point, or None where none does."""
    if text.startswith(_LEADERS, start):
        return start + len(_LEADERS)
    longest_first = range(start + _LONGEST_OFFICE, start + 1, -1)
    return next((end for end in longest_first if text[start:end] in offices()), None)


@lru_cache(maxsize=256)
def _bearer(name: str, office: str, on: str | None) -> Person | None:
    """Return who of this name held an office, or one of the level of leaders, on a date; None where the tables do not know."""
    if office == _LEADERS:
        holder = _holder(name, _LEVEL, on) if on else None
        return holder_called(name, holder) if holder else None
    who = bearer_of(Naming(len(name), name, "", None), office, None, None, on)
    return who if who.name else None


@cache
def _second_name() -> re.Pattern[str]:
    """Return the pattern of the second name, from the point before it to the talks; lazy, so that 首脳 is in no name."""
    level, talks = any_of(spelled("titles", "level")), any_of(spelled("talks", "talks"))
    return re.compile(
        rf"・(?P<name>{HAN}{{1,4}}?|(?:[ァ-ヺー]|＝){{2,12}}?)(?P<level>{level})?{talks}"
    )


@cache
def _first_name() -> re.Pattern[str]:
    """Return the pattern of the first name, against the text read backwards: a few kanji, or katakana, and nothing more of its run."""
    return re.compile(rf"(?:{_NAME})(?!{HAN}|[ァ-ー])")


@lru_cache(maxsize=256)
def _holder(name: str, level: str, on: str) -> Holder | None:
    """Return the one person of this name who held an office of a level on a date."""
    sitting = {
        row.word for row in all_words("titles") if row.kind == "sits" and row.meaning == level
    }
    offices = "|".join(held for held, listed in listed_offices().items() if listed in sitting)
    holder = identify(name, offices, on=on)
    return holder if holder and holder.in_office else None
