"""Who held which office when: the tables of people and terms.

A date is EDTF of any precision. Its first and last moment are compared as texts: 2010-06 lies from "2010-06" to "2010-06~",
and "~" sorts after every digit, so that a month or a year overlaps every day in it.
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from kaidan.data import lines, table
from kaidan.lexicon.offices import countries_held, listed_offices
from kaidan.normalizers.people.katakana import fold, folded

SUCCESSORS: Mapping[str, str] = {"SU": "RU"}
"""States that others continue: 日ソ and 日露 are one series of meetings, and ソ連 is a name of Russia to the gazetteer."""

FOREVER = "~"

_TRUSTED = 2
"""Years: who held an office on the newest first day of a term counts as its holder for so long, half of a common term of office."""
_EVERY_YEAR_SINCE = 1990
"""Since then terms begin in every year: to look for the newest year takes a tenth of looking at every row."""


def side(country: str) -> str:
    """Return the state that continues a country, or the country itself: the two are one side of a table.

    >>> side("SU"), side("JP")
    ('RU', 'JP')
    """
    return SUCCESSORS.get(country, country)


class Name(NamedTuple):
    """The name of a person or a place in Japanese, and in English as English news writes it."""

    ja: str
    en: str | None


class Term:
    """One person in one office from ``first`` to ``last`` (the text of a day or a month, ``~`` for still in office).

    ``until`` is its last moment: of a term that ends in 2018-01 every day of the month is in it.
    """

    __slots__ = ("country", "first", "last", "name", "office", "until", "wikidata")

    def __init__(self, person: list[str], term: list[str]) -> None:
        """Read the rows of people.tsv and terms.tsv."""
        full, _, english, country, wikidata, _ = person
        self.name, self.wikidata = Name(full, english), wikidata or None
        _, self.office, self.first, last, _ = term
        self.country = countries_held().get(self.office, country) or None
        self.last = last or FOREVER
        self.until = self.last + FOREVER


@lru_cache(maxsize=1024)
def span(on: str | None) -> tuple[str, str] | None:
    """Return the first and the last moment of an EDTF date as texts that sort, or None where it has no year.

    >>> span("2010-06"), span("2012-22"), span("2013-09-24/2013-09-25")
    (('2010-06', '2010-06~'), ('2012', '2012~'), ('2013-09-24', '2013-09-25~'))
    """
    if not on or not on[0].isdigit():
        return None
    first, _, last = on.partition("/")
    return _digits(first), (_digits(last or first) if last != ".." else "") + FOREVER


def _digits(edtf: str) -> str:
    known = edtf.rstrip("?~%").partition("X")[0]
    return known[:4] if known[5:7] > "12" else known  # 21 to 24 are seasons


@cache
def _by_name(table: str) -> list[str]:
    """Return the rows of a table in the order of names, so that those of a person lie together."""
    return sorted(lines(table)[1:])


def _rows_of(full: str, table: str) -> list[str]:
    """Return the rows of one person, by full name: of few a page asks, and to split all of them took longer than to sort them."""
    rows, key = _by_name(table), f"{full}\t"
    first = last = bisect_left(rows, key)
    while last < len(rows) and rows[last].startswith(key):
        last += 1
    return rows[first:last]


@cache
def _spelled() -> str:
    """Return the names of everyone, folded, a line a person and a bar around each name: at once, each fold is twenty replacements."""
    names = [line[: line.index("\t", line.index("\t") + 1)] for line in lines("people")[1:]]
    return folded(("|" + "|\n|".join(names) + "|\n").replace("\t", "|"))


@cache
def _names() -> frozenset[str]:
    """Return every family and full name, folded."""
    return frozenset(_spelled().replace("\n", "").split("|"))


@lru_cache(maxsize=4096)
def _full_names(name: str) -> tuple[str, ...]:
    """Return the full names of everyone who is called so, by a folded family name or full name."""
    if name not in _names():
        return ()
    spelled, bars, found = _spelled(), f"|{name}|", []
    at = spelled.find(bars)
    while at >= 0:
        line = lines("people")[1 + spelled.count("\n", 0, at)]
        found.append(line[: line.index("\t")])
        at = spelled.find(bars, spelled.index("\n", at))
    return tuple(found)


@cache
def _held_by(full: str) -> list[Term]:
    """Return the terms of one person, none of somebody whom the tables do not know."""
    terms = [term.split("\t") for term in _rows_of(full, "terms")]
    return [Term(_rows_of(full, "people")[0].split("\t"), term) for term in terms]


@cache
def _offices_known() -> set[tuple[str | None, str]]:
    return {(country, _listed(office)) for country, office in _names_by_office()}


@cache
def trusted_until() -> str:
    """Return the last moment to which a term without an end reaches: later, the table no longer knows who is in office.

    >>> "2027-12" < trusted_until() < "2030"
    True
    """
    text, year = "\n".join(lines("terms")), _EVERY_YEAR_SINCE
    while f"\t{year + 1}-" in text:
        year += 1
    while not (begun := _begun_in(year, text)):
        year -= 1
    return f"{year + _TRUSTED}-{max(begun)}{FOREVER}"


def _begun_in(year: int, terms: str) -> list[str]:
    """Return the months and days of a year on which terms begin; a term that ends then has its first day before the tab."""
    cut = terms.split(f"\t{year}-")
    return [
        after.partition("\t")[0] for before, after in pairwise(cut) if not before[-1].isdecimal()
    ]


def is_called(name: str) -> bool:
    """Say whether the tables know anybody by this family or full name."""
    return fold(name) in _names()


def is_known_in(name: str, country: str) -> bool:
    """Say whether the tables know anybody of a country by this family or full name.

    >>> is_known_in("メルケル", "DE"), is_known_in("メルケル", "FI")
    (True, False)
    """
    return any(country in (term.country, side(term.country or "")) for term in terms_called(name))


def terms_of(name_ja: str, office: str) -> list[Term]:
    """Return the terms of one person in one office, oldest first; none where the tables have never seen him in it.

    >>> [(term.first, term.last) for term in terms_of("安倍晋三", "prime minister")]
    [('2006-09-26', '2007-09-26'), ('2012-12-26', '2020-09-16')]
    """
    return sorted(
        (term for term in _held_by(name_ja) if _listed(term.office) == office), key=_first
    )


def _first(term: Term) -> str:
    return term.first


def _listed(office: str) -> str:
    """Return an office of terms.tsv as documents name it, or as it is where their list has no name for it."""
    return listed_offices().get(office) or office


@lru_cache(maxsize=4096)
def held(name_ja: str, office: str, country: str | None, on: str) -> bool:
    """Say whether a person held an office on a date, or may have.

    He may where the tables hold no terms of his, none of the office, or the date has no year.

    >>> held("安倍晋三", "prime minister", "JP", "2007-06"), held("安倍晋三", "prime minister", "JP", "2010-06")
    (True, False)
    """
    when = span(on)
    if not when or any(
        term.first <= when[1] and when[0] <= term.until for term in terms_of(name_ja, office)
    ):
        return True
    return not _held_by(name_ja) or (country, office) not in _offices_known()


@cache
def _names_by_office() -> dict[tuple[str | None, str], list[str]]:
    """Return the full names of all who held an office of a country, by its ISO 3166-1 code and the office."""
    names: dict[tuple[str | None, str], list[str]] = {}
    own = {row["name_ja"]: row["country"] for row in table("people")}
    for line in lines("terms")[1:]:
        full, office, _ = line.split("\t", 2)
        country = countries_held().get(office, own[full]) or None
        names.setdefault((country, office), []).append(full)
    return names


def holders_of(country: str, office: str) -> list[Term]:
    """Return the terms of all who held an office of a country.

    >>> {term.name.en for term in holders_of("ID", "president")} >= {"Suharto", "Joko Widodo"}
    True
    """
    names = dict.fromkeys(_names_by_office().get((country, office), ()))
    return [term for full in names for term in _held_by(full) if term.office == office]


@lru_cache(maxsize=1024)
def terms_called(name: str) -> list[Term]:
    """Return the terms of those called so; a given name beside the family name must be theirs.

    Two names may stand in the other order (オルバーン・ヴィクトル); of more, the last is a father's: ビン・サルマン is no Salman.
    """
    folded = fold(name)
    whole = [term for full in _full_names(folded) for term in _held_by(full)]
    if whole or "・" not in name:
        return whole if whole or "＝" not in name else terms_called(name.replace("＝", "・"))
    given, *between, family = folded.split("・")
    return [
        term
        for full in _full_names(family)
        if _opens_with(given, fold(full)) or (not between and f"{family}・{given}" == fold(full))
        for term in _held_by(full)
    ]


def _opens_with(given: str, full: str) -> bool:
    return full.startswith(f"{given}・")
