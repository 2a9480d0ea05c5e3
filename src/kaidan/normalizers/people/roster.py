"""Who held which office when: the tables of people and terms, and the one rule that tells namesakes apart.

A date is EDTF of any precision. Its first and last moment are compared as texts: 2010-06 lies from "2010-06" to "2010-06~",
and "~" sorts after every digit, so that a month or a year overlaps every day in it.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data import lines
from kaidan.lexicon.offices import countries_held, listed_offices
from kaidan.normalizers.people.katakana import fold, folded

SUCCESSORS: Mapping[str, str] = {"SU": "RU"}
"""States that others continue: 日ソ and 日露 are one series of meetings, and ソ連 is a name of Russia to the gazetteer."""

_FOREVER = "~"
_BEGIN = "1945-08-17"
_COMPLETE = frozenset(
    {
        ("JP", "prime minister"),
        ("JP", "foreign minister"),
        ("JP", "defence minister"),
        ("US", "president"),
        ("US", "secretary of state"),
        ("GB", "prime minister"),
        ("FR", "president"),
        ("DE", "prime minister"),
    }
)
"""Whose offices the tables have every holder of since 1945."""
_NEAR = 10
"""Years: whoever left, or came to, an office longer ago than that may be somebody whom the tables lack."""
_REMEMBERED = 50
"""Years: of namesakes one of whom is near, a text does not mean him who left office longer ago than that."""


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
    """One person in one office from ``first`` to ``last`` (the text of a day or a month, ``~`` for still in office)."""

    __slots__ = ("country", "first", "last", "name", "office", "wikidata")

    def __init__(self, person: list[str], term: list[str]) -> None:
        """Read the rows of people.tsv and terms.tsv."""
        full, _, english, country, wikidata, _ = person
        self.name, self.wikidata = Name(full, english), wikidata or None
        _, self.office, self.first, last, _ = term
        self.country = countries_held().get(self.office, country) or None
        self.last = last or _FOREVER


class Holder:
    """Who a naming stands for; ``in_office`` says whether the terms fit the naming on its date, None where they cannot tell."""

    __slots__ = ("country", "in_office", "name", "office", "wikidata")

    def __init__(self, term: Term, office: str, *, in_office: bool | None) -> None:
        self.name, self.country, self.wikidata = term.name, term.country, term.wikidata
        self.office, self.in_office = office, in_office


@lru_cache(maxsize=1024)
def span(on: str | None) -> tuple[str, str] | None:
    """Return the first and the last moment of an EDTF date as texts that sort, or None where it has no year.

    >>> span("2010-06"), span("2012-22"), span("2013-09-24/2013-09-25")
    (('2010-06', '2010-06~'), ('2012', '2012~'), ('2013-09-24', '2013-09-25~'))
    """
    if not on or not on[0].isdigit():
        return None
    first, _, last = on.partition("/")
    return _digits(first), (_digits(last or first) if last != ".." else "") + _FOREVER


def _digits(edtf: str) -> str:
    known = edtf.rstrip("?~%").partition("X")[0]
    return known[:4] if known[5:7] > "12" else known  # 21 to 24 are seasons


@cache
def _people() -> dict[str, str]:
    """Return the rows of people.tsv, as they are written, by full name."""
    return {line.partition("\t")[0]: line for line in lines("people")[1:]}


@cache
def _full_names() -> dict[str, list[str]]:
    """Return the full names of everyone who is called so, by folded family name and full name."""
    called = [line.split("\t", 2)[:2] for line in _people().values()]
    spelled = folded("\n".join(map("|".join, called)))  # at once: each fold is twenty replacements
    full_names: dict[str, list[str]] = {}
    for full, names in zip(_people(), spelled.split("\n"), strict=True):
        for name in dict.fromkeys(names.split("|")):
            full_names.setdefault(name, []).append(full)
    return full_names


@cache
def _terms() -> dict[str, list[str]]:
    """Return the rows of terms.tsv, as they are written, by full name."""
    terms: dict[str, list[str]] = {}
    for line in lines("terms")[1:]:
        terms.setdefault(line.partition("\t")[0], []).append(line)
    return terms


@cache
def _held_by(full: str) -> list[Term]:
    """Return the terms of one person."""
    person = _people()[full].split("\t")
    return [Term(person, term.split("\t")) for term in _terms()[full]]


@cache
def _offices_known() -> set[tuple[str | None, str]]:
    return {(term.country, _listed(term.office)) for full in _terms() for term in _held_by(full)}


def is_called(name: str) -> bool:
    """Say whether the tables know anybody by this family or full name."""
    return fold(name) in _full_names()


def is_known_in(name: str, country: str) -> bool:
    """Say whether the tables know anybody of a country by this family or full name.

    >>> is_known_in("メルケル", "DE"), is_known_in("メルケル", "FI")
    (True, False)
    """
    return any(country in (term.country, side(term.country or "")) for term in _called(name))


def terms_of(name_ja: str, office: str) -> list[Term]:
    """Return the terms of one person in one office, oldest first; none where the tables have never seen him in it.

    >>> [(term.first, term.last) for term in terms_of("安倍晋三", "prime minister")]
    [('2006-09-26', '2007-09-26'), ('2012-12-26', '2020-09-16')]
    """
    terms = _held_by(name_ja) if name_ja in _terms() else ()
    return sorted((term for term in terms if _listed(term.office) == office), key=_first)


def _first(term: Term) -> str:
    return term.first


def _listed(office: str) -> str:
    """Return an office of terms.tsv as documents name it, or as it is where their list has no name for it."""
    return listed_offices().get(office) or office


@lru_cache(maxsize=4096)
def held(name_ja: str, office: str, country: str | None, on: str) -> bool:
    """Say whether a person held an office on a date, or may have: the tables hold no terms of it, or the date has no year.

    >>> held("安倍晋三", "prime minister", "JP", "2007-06"), held("安倍晋三", "prime minister", "JP", "2010-06")
    (True, False)
    """
    when = span(on)
    if not when or any(
        term.first <= when[1] and when[0] <= term.last for term in terms_of(name_ja, office)
    ):
        return True
    return (country, office) not in _offices_known()


def identify(
    name: str, office: str, *, status: str = "", country: str | None = None, on: str | None = None
) -> Holder | None:
    """Return the one person whom a name with an office can mean on a date, or None: never a guess between namesakes.

    Args:
        name: A family name or a full name.
        office: As in terms.tsv; several, joined by |, where a word may mean any of them.
        status: A kind of statuses.tsv: "latest" and "any" of the former holders, "coming" for the elected one, "" for the one in office.
        country: ISO 3166-1, where the text says whose office it is.
        on: The date, EDTF.

    >>> identify("鳩山", "prime minister", on="1955-06").name.en, identify("鳩山", "prime minister", on="2009-09").name.en
    ('Ichiro Hatoyama', 'Yukio Hatoyama')
    >>> identify("鳩山", "prime minister") is None
    True
    """
    known, terms = _known(name, office, country)
    when = span(on)
    fitting = _fitting(terms, status, *when) if when and terms else []
    if fitting:
        return _only(fitting, fitting[0].office, in_office=True)
    if country and when and not status:
        spelled_otherwise = _by_family_name(name, office, country, when)
        if spelled_otherwise:
            return spelled_otherwise
    if terms and "|" not in office:
        meant = _meant_out_of_office(name, terms, when, country) if when else _since_1945(terms)
        if meant:
            return _only(meant, office, in_office=False if when else None)
    by_full_name = "・" in name or any(term.name.ja == name for term in known)
    return _only(known, office, in_office=None) if by_full_name else None


@lru_cache(maxsize=1024)
def country_of_namesakes(name: str, office: str) -> str | None:
    """Return whose office it is that several of one name held, if it was one country's.

    >>> country_of_namesakes("ブッシュ", "president"), country_of_namesakes("金", "president")
    ('US', None)
    """
    _, terms = _known(name, office, None)
    countries = {term.country for term in terms}
    return (
        countries.pop() if len(countries) == 1 and len({term.name for term in terms}) > 1 else None
    )


def _by_family_name(name: str, office: str, country: str, when: tuple[str, str]) -> Holder | None:
    """Return who held the office of a country and bears the family name, if the given name is only spelled otherwise."""
    *given, family = name.split("・")
    _, terms = _known(family, office, country) if given else ((), [])
    return _only(_fitting(terms, "", *when), office, in_office=True)


def _meant_out_of_office(
    name: str, terms: list[Term], when: tuple[str, str], country: str | None
) -> list[Term]:
    """Return the terms of those whom a name out of office may mean, if it can still be told from a namesake whom the tables lack.

    It cannot where the term is long gone, if the text does not say whose office it was, nor before the term, nor by a family name of
    one kanji: only of some offices the tables have all who held them, so that a name is nobody else's.
    """
    remembered = [term for term in terms if _is_near(term, when, _REMEMBERED)]
    near = bool(remembered) and all(_is_near(term, when, _NEAR) for term in remembered)
    begun = any(term.first <= when[1] for term in terms)
    meant = remembered if near else terms
    if all((term.country, term.office) in _COMPLETE for term in terms):
        return meant if begun or (near and terms[0].country == "JP") else []
    return meant if begun and len(name) > 1 and (near or country) else []


def _since_1945(terms: list[Term]) -> list[Term]:
    """Return the terms of the time that the tables are of; a text without a date seldom means anybody before."""
    return [term for term in terms if term.last > _BEGIN] or terms


def _is_near(term: Term, when: tuple[str, str], years: int) -> bool:
    """Say whether a term begins or ends within so many years of a date."""
    ends = int(term.last[:4]) if term.last != _FOREVER else int(when[0][:4])
    last = int(when[1][:4]) if when[1][:4].isdecimal() else int(when[0][:4])
    return int(term.first[:4]) - years <= last and int(when[0][:4]) - years <= ends


@lru_cache(maxsize=1024)
def _known(name: str, office: str, country: str | None) -> tuple[list[Term], list[Term]]:
    """Return the terms of those called so, of a country if one is given, and among them those in the office."""
    offices = office.split("|")
    known = [
        term
        for term in _called(name)
        if country in (None, term.country, SUCCESSORS.get(term.country or ""))
    ]
    return known, [term for term in known if term.office in offices]


@lru_cache(maxsize=1024)
def _called(name: str) -> list[Term]:
    """Return the terms of those called so; a given name beside the family name must be theirs."""
    folded = fold(name)
    whole = [term for full in _full_names().get(folded, ()) for term in _held_by(full)]
    if whole or "・" not in name:
        return whole
    given, *_, family = folded.split("・")
    return [
        term
        for full in _full_names().get(family, ())
        if fold(full).startswith(given + "・")
        for term in _held_by(full)
    ]


def _fitting(terms: list[Term], status: str, first: str, last: str) -> list[Term]:
    if status in {"latest", "any"}:
        gone = [term for term in terms if term.last <= last]
        latest = max((term.last for term in gone), default="")
        return [term for term in gone if status == "any" or term.last == latest]
    if status == "coming":
        coming = [term for term in terms if term.first >= first]
        soonest = min((term.first for term in coming), default="")
        return [term for term in coming if term.first == soonest]
    return [term for term in terms if term.first <= last and first <= term.last]


def _only(terms: list[Term], office: str, *, in_office: bool | None) -> Holder | None:
    if not terms or (len(terms) > 1 and len({term.name for term in terms}) > 1):
        return None
    return Holder(terms[0], office, in_office=in_office)
