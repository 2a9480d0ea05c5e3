"""Whom a name with an office means on a date: the one who bears it, as the terms have it, or an aide of his."""

from collections.abc import Sequence
from functools import lru_cache

from kaidan.lexicon.home import HOME
from kaidan.lexicon.offices import listed_offices, offices
from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.people.names_at_end import is_in_kanji
from kaidan.normalizers.people.namesakes import Holder, country_of_namesakes, identify
from kaidan.normalizers.people.naming import Naming
from kaidan.normalizers.people.person import Person, PersonMention

_KATAKANA = frozenset(map(chr, range(ord("ァ"), ord("ー") + 1)))


@lru_cache(maxsize=4096)
def bearer_of(
    named: Naming, word: str, country: str | None, said: str | None, on: str | None
) -> Person:
    """Return whom a name with an office means on a date; ``said`` is the country before it, of whose office he need not be."""
    office, called, status = offices()[word], named.called, named.status
    if office.owners and said not in office.owners:  # ロシアのケリー国務長官 is on a visit there
        said = None
    is_other = named.of_ministry and "|" in office.held  # 松本復興担当大臣 is no 松本大臣
    held = "" if is_other else office.held
    holder = identify(called, held, status=status, country=country or said, on=on)
    if holder is None and said:  # 米国の安倍総理 is in the United States
        holder = identify(called, held, status=status, country=HOME, on=on)
    if holder is None:
        listed = _with_status(office.listed, status)
        if country == HOME and named.country is None and called[0] in _KATAKANA:
            country = None  # an office that others may have too, of somebody from abroad
        country = country or said or country_of_namesakes(called, held)
        country = country or next(iter(office.owners), None) or _home_of(called, word)
        return Person(None, country, listed, None, called, status, None)
    listed = listed_offices().get(holder.office, office.listed)
    return _person(holder, _with_status(listed, status), called, status)


def of_sides(
    people: list[PersonMention], sides: Sequence[str], on: str | None
) -> list[PersonMention]:
    """Name those whom the tables know only of one of the sides that a meeting's title names: 李首相 in talks of 日中.

    >>> from kaidan.normalizers.people.named import find_people
    >>> found = find_people("李首相", on="2015-03")
    >>> found[0].name, of_sides(found, ["JP", "CN"], "2015-03")[0].name.en
    (None, 'Li Keqiang')
    """
    return [
        one if one.name or one.country or not sides else _of_a_side(one, tuple(sides), on)
        for one in people
    ]


def _of_a_side(mention: PersonMention, sides: tuple[str, ...], on: str | None) -> PersonMention:
    office = offices().get(mention.rule.removeprefix("offices: "))
    if office is None:
        return mention
    called, status = mention.who.called, mention.who.status
    held = (identify(called, office.held, status=status, country=one, on=on) for one in sides)
    found = [holder for holder in held if holder]
    if len(found) != 1:
        return mention
    listed = listed_offices().get(found[0].office, office.listed)
    return mention._replace(who=_person(found[0], _with_status(listed, status), called, status))


def holder_called(called: str, holder: Holder) -> Person:
    """Return the holder of an office as somebody who is called so, without the office."""
    return _person(holder, listed_offices().get(holder.office), called, "")


@lru_cache(maxsize=1024)
def aide_of(named: Naming, word: str, text: str, listed: str | None, on: str | None) -> Person:
    """Return an aide of the holder who is named, or of the office: a person of his own, whom no table names."""
    office, called = offices()[word], named.called
    holder = identify(called, office.held, status=named.status, country=named.country, on=on)
    country = named.country or office.country or (holder.country if holder else None)
    if not country and word.endswith(spelled("naming", "home")) and is_in_kanji(called):
        country = HOME
    return Person(None, country, _with_status(listed, named.status), None, text, named.status, None)


def _home_of(called: str, word: str) -> str | None:
    """Return Japan, if somebody whom no table knows is named in kanji with an office that is called so there alone."""
    if not is_in_kanji(called) or word in spelled("naming", "office abroad"):
        return None
    is_home = word.endswith(spelled("naming", "home office"))
    return HOME if is_home else None


def _person(holder: Holder, listed: str | None, called: str, status: str) -> Person:
    return Person(
        name=holder.name,
        country=holder.country,
        office=listed,
        wikidata=holder.wikidata,
        called=called,
        status=status,
        in_office=holder.in_office,
    )


def _with_status(listed: str | None, status: str) -> str | None:
    prefix = next(iter(meanings("statuses", status).values())) if status else ""
    return f"{prefix} {listed}" if prefix and listed else listed
