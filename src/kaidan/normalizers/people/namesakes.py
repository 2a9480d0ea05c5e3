"""Whom a name with an office means among all who bear it: the one rule that tells namesakes apart, on the date and long afterwards."""

from functools import cache, lru_cache

from kaidan.lexicon.words import all_words
from kaidan.normalizers.people.katakana import fold
from kaidan.normalizers.people.likeness import is_alike, is_whole, looks_alike
from kaidan.normalizers.people.roster import (
    FOREVER,
    SUCCESSORS,
    Term,
    holders_of,
    is_called,
    span,
    terms_called,
    trusted_until,
)

_KATAKANA = frozenset(map(chr, range(ord("ァ"), ord("ー") + 1)))
_BEGIN = "1945-08-17"
_NEAR = 10
"""Years: whoever left, or came to, an office longer ago than that may be somebody whom the tables lack."""
_REMEMBERED = 50
"""Years: of namesakes one of whom is near, a text does not mean him who left office longer ago than that."""


class Holder:
    """Who a naming stands for; ``in_office`` says whether the terms fit the naming on its date, None where they cannot tell."""

    __slots__ = ("country", "in_office", "name", "office", "wikidata")

    def __init__(self, term: Term, office: str, *, in_office: bool | None) -> None:
        self.name, self.country, self.wikidata = term.name, term.country, term.wikidata
        self.office, self.in_office = office, in_office


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
    if when and not status and _is_spelled_freely(name, country):
        spelled_otherwise = _spelled_otherwise(name, office, country, when)
        if spelled_otherwise:
            return spelled_otherwise
    meant = [] if "|" in office else _meant_in_no_office(name, terms, when, country)
    if meant:
        is_gone = when is not None and all(term.last != FOREVER for term in meant)
        return _only(meant, office, in_office=False if is_gone else None)
    by_full_name = any(is_whole(name, term.name.ja) for term in known)
    return _only(known, office, in_office=None) if by_full_name else None


def _meant_in_no_office(
    name: str, terms: list[Term], when: tuple[str, str] | None, country: str | None
) -> list[Term]:
    """Return the terms of those whom a name may mean that is nobody's in office on the date, or has no date."""
    if not terms:
        return []
    return _meant_out_of_office(name, terms, when, country) if when else _since_1945(terms)


@lru_cache(maxsize=1024)
def country_of_namesakes(name: str, office: str) -> str | None:
    """Return whose office it is that several of one name held, if it was one country's.

    >>> country_of_namesakes("ブッシュ", "president"), country_of_namesakes("李", "prime minister")
    ('US', None)
    """
    _, terms = _known(name, office, None)
    countries = {term.country for term in terms}
    return (
        countries.pop() if len(countries) == 1 and len({term.name for term in terms}) > 1 else None
    )


def _spelled_otherwise(
    name: str, office: str, country: str | None, when: tuple[str, str]
) -> Holder | None:
    """Return who held the office under another spelling of the name.

    Where the country is told, he is whoever held its office and bears the family name, or a name that looks alike. Else, and where
    the full name was somebody's long ago (フェルディナンド・マルコス), a family name is his whose given name looks alike,
    ヴォロディミル・ゼレンスキー, and a longer name his all of whose names stand in it, マルセロ・ルイス・エブラル・カサウボン. The full
    name of who was in office lately is nobody else's: インディラ・ガンディー on the next day.
    """
    *given, family = name.split("・")
    _, terms = _known(family, office, country) if given else ((), [])
    alike = _fitting(terms, "", *when)
    own = terms_called(name) if given and is_called(name) else []
    if any(_is_near(term, when, _NEAR) for term in own):
        return None
    if country and not alike and not own:
        held = [term for one in office.split("|") for term in holders_of(country, one)]
        alike = [term for term in _fitting(held, "", *when) if looks_alike(name, term.name.ja)]
    elif not country or own:
        alike = [term for term in alike if _is_given_name_alike(given[0], term)]
    if not alike and len(given) > 1:
        parts = fold(name).split("・")
        named = (term for part in given for term in _known(part, office, country)[1])
        whole = [term for term in named if set(fold(term.name.ja).split("・")) <= set(parts)]
        alike = _fitting(whole, "", *when)
    return _only(alike, office, in_office=True)


def _is_spelled_freely(name: str, country: str | None) -> bool:
    """Say whether a name may be found under another spelling: one of katakana, if its country or a given name is told."""
    return name[0] in _KATAKANA and (country is not None or "・" in name)


def _is_given_name_alike(given: str, term: Term) -> bool:
    return is_alike(given, term.name.ja.partition("・")[0])


def _meant_out_of_office(
    name: str, terms: list[Term], when: tuple[str, str], country: str | None
) -> list[Term]:
    """Return the terms of those whom a name out of office may mean, if it can still be told from a namesake whom the tables lack.

    It cannot where the term is long gone, if the text does not say whose office it was, nor before the term, nor by a family name of
    one kanji: only of some offices the tables have all who held them, so that a name is nobody else's.
    """
    remembered = [term for term in terms if _is_near(term, when, _REMEMBERED)]
    late = {term.name for term in remembered if _is_near(term, when, _NEAR)}
    near = bool(remembered) and all(term.name in late for term in remembered)
    begun = any(term.first <= when[1] for term in terms)
    meant = remembered if near else terms
    if near and all(term.country == "JP" for term in terms):
        return meant
    if all((term.country, term.office) in _complete() for term in terms):
        return meant if begun else []
    if not begun or len(name) == 1 or not (near or country):
        return []
    return meant if all(_is_known_who_held(term, when) for term in meant) else []


def _is_known_who_held(term: Term, when: tuple[str, str]) -> bool:
    """Say whether the tables have another in the office on a date, if they reach so far, and so lack nobody of the name: コイララ首相."""
    if term.last == FOREVER or when[0] > trusted_until():
        return True
    return bool(term.country and _fitting(holders_of(term.country, term.office), "", *when))


@cache
def _complete() -> frozenset[tuple[str | None, str]]:
    """Return whose offices the tables have every holder of since 1945."""
    return frozenset((row.meaning, row.word) for row in all_words("complete_offices"))


def _since_1945(terms: list[Term]) -> list[Term]:
    """Return the terms of the time that the tables are of; a text without a date seldom means anybody before."""
    return [term for term in terms if term.last > _BEGIN] or terms


def _is_near(term: Term, when: tuple[str, str], years: int) -> bool:
    """Say whether a term begins or ends within so many years of a date."""
    ends = int(term.last[:4]) if term.last != FOREVER else int(when[0][:4])
    last = int(when[1][:4]) if when[1][:4].isdecimal() else int(when[0][:4])
    return int(term.first[:4]) - years <= last and int(when[0][:4]) - years <= ends


@lru_cache(maxsize=1024)
def _known(name: str, office: str, country: str | None) -> tuple[list[Term], list[Term]]:
    """Return the terms of those called so, of a country if one is given, and among them those in the office."""
    offices = office.split("|")
    known = [
        term
        for term in terms_called(name)
        if country in (None, term.country, SUCCESSORS.get(term.country or ""))
    ]
    return known, [term for term in known if term.office in offices]


def _fitting(terms: list[Term], status: str, first: str, last: str) -> list[Term]:
    if status in {"latest", "any"}:
        gone = [term for term in terms if term.last <= last]
        latest = max((term.last for term in gone), default="")
        return [term for term in gone if status == "any" or term.last == latest]
    if status == "coming":
        coming = [term for term in terms if term.first >= first]
        soonest = min((term.first for term in coming), default="")
        return [term for term in coming if term.first == soonest]
    return [term for term in terms if term.first <= last and first <= _last_known(term)]


def _last_known(term: Term) -> str:
    """Return the last moment of a term, of one without an end the last for which the tables answer."""
    return trusted_until() if term.last == FOREVER else term.until


def _only(terms: list[Term], office: str, *, in_office: bool | None) -> Holder | None:
    if not terms or (len(terms) > 1 and len({term.name for term in terms}) > 1):
        return None
    return Holder(terms[0], office, in_office=in_office)
