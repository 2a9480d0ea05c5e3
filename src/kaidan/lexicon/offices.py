"""The words for offices (offices.tsv), what follows and what stands before them, and where a scan has to look for them."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data import rows
from kaidan.lexicon.words import meanings, spelled

_FEW = 3
_LONGEST_BETWEEN = 8
"""Between an office and what makes an aide of its holder's: 国家安全保障担当 in 大統領国家安全保障担当補佐官."""


class Office(NamedTuple):
    """An office: as documents name it, as terms count it, and whose it can be (ISO 3166-1; anyone's where nobody is named)."""

    listed: str | None
    held: str
    owners: tuple[str, ...]

    @property
    def country(self) -> str | None:
        """Whose the office can only be."""
        return self.owners[0] if len(self.owners) == 1 else None


class Suffix(NamedTuple):
    """What follows an office: its kind as in office_suffixes.tsv, where it ends behind the office, and the office of an aide."""

    kind: str
    width: int
    office: str | None


@cache
def offices() -> dict[str, Office]:
    """Return every office by its word.

    >>> offices()["国務長官"]
    Office(listed='secretary of state', held='secretary of state', owners=('US', 'VA'))
    """
    return {
        word: Office(listed or None, held, tuple(filter(None, country.strip("-").split("|"))))
        for word, listed, held, country, _ in rows("offices")[1:]
    }


@cache
def listed_offices() -> dict[str, str | None]:
    """Return how documents name each office that terms count.

    >>> listed_offices()["UN secretary-general"], listed_offices()["vice president"]
    ('secretary-general', None)
    """
    counted = (office for office in offices().values() if office.held and "|" not in office.held)
    return {office.held: office.listed for office in counted}


@cache
def countries_held() -> dict[str, str]:
    """Return whose each office that terms count can only be, whoever holds it, or an empty text for no country's.

    >>> countries_held()["president of the European Commission"], countries_held()["UN secretary-general"]
    ('EU', '')
    """
    found = defaultdict(set)
    for _, _, held, country, _ in rows("offices")[1:]:
        found[held].add(country)
    return {
        held: countries.pop().strip("-")
        for held, countries in found.items()
        if held and len(countries) == 1 and "" not in countries and "|" not in min(countries)
    }


@cache
def office_ends() -> tuple[str, ...]:
    """Return what every office ends in: the end that many share, or the last two characters of a few.

    >>> [end for end in ("大臣", "官", "大使") if end in office_ends()]
    ['大臣', '官', '大使']
    """
    by_last = defaultdict(list)
    for word in offices():
        by_last[word[-1]].append(word)
    ends: list[str] = []
    for words in by_last.values():
        shared = _shared_end(words) if len(words) > 1 else ""
        in_two = list(dict.fromkeys(word[-2:] for word in words))
        ends += [shared] if len(shared) > 1 or len(in_two) > _FEW else in_two
    return tuple(ends)


def _shared_end(words: list[str]) -> str:
    """Return the longest end that all words have."""
    shortest = min(words, key=len)
    ends = (shortest[at:] for at in range(len(shortest)))
    return next(end for end in ends if all(word.endswith(end) for word in words))


@cache
def hiragana_heads() -> tuple[str, ...]:
    """Return the beginnings of the offices that hold hiragana, up to its last sign: 沖縄及び of 沖縄及び北方対策担当大臣."""
    heads = (re.match(".*[ぁ-ゖ]", word) for word in offices())
    return tuple(dict.fromkeys(head[0] for head in heads if head))


@lru_cache(maxsize=4096)
def longer_offices(word: str) -> tuple[str, ...]:
    """Return what makes another office of this one, behind it.

    >>> longer_offices("内閣官房長官")
    ()
    >>> "代行" in longer_offices("大統領")
    True
    """
    return tuple(rest for longer in offices() if (rest := longer.partition(word)[2]))


@lru_cache(maxsize=4096)
def suffix_of(follow: str) -> Suffix | None:
    """Return what the run of kanji and katakana that follows an office makes of it, or None where the office is what it is.

    >>> suffix_of("外交顧問"), suffix_of("図書館")
    (Suffix(kind='aide', width=4, office=None), Suffix(kind='named after', width=3, office=None))
    >>> suffix_of("訪日"), suffix_of("")
    (None, None)
    """
    if not follow:
        return None
    aides = [
        (at, -len(word), word)
        for word in spelled("office_suffixes", "aide")
        if 0 <= (at := follow.find(word)) <= _LONGEST_BETWEEN
    ]
    if aides:
        at, _, word = min(aides)
        if not any(office in follow[:at] for office in office_ends()):
            office = meanings("office_suffixes", "aide")[word] or None
            return Suffix("aide", at + len(word), office)
    for kind, stands in (
        ("nobody", follow.startswith),
        ("gathering", follow.startswith),
        ("named after", follow.endswith),
    ):
        word = next((word for word in spelled("office_suffixes", kind) if stands(word)), "")
        if word:
            return Suffix(kind, len(follow) if kind == "named after" else len(word), None)
    return None
