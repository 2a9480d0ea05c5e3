"""What only bears a place's name: documents, bodies, things, clubs, and whatever stands in quotation marks as a title."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.lexicon.words import any_of, meanings, spelled
from kaidan.text.scan import Table, stands

from .gazetteer import has_unit, stands_in_text
from .model import Place
from .wording import compiled, frames, is_han, is_katakana, no_places, venue_ends

_LONGEST_SUBJECT = 9  # characters between a place and the 条約 that bears its name
_LONGEST_CLUB = 12  # characters of what is glued to the name of a town
_LONGEST_LIST = 60  # characters from the kind of a ship or a work to the last of several titles
_KATAKANA = "[ァ-ー・]{2,}"
_OPENING = frozenset("「『")
_OPENING_OF_WORKS = "『"


@cache
def _other_words() -> dict[str, frozenset[str]]:
    """Return the signs that make of a thing another word, by thing."""
    return {word: frozenset(told.split()) for word, told in meanings("no_places", "thing").items()}


class Beside(NamedTuple):
    """What the two characters beside a place let it be part of: the name of a body or a thing, a club, a ship or a work, a firm."""

    longer_name: bool
    club: bool
    title: bool
    firm: bool


@lru_cache(maxsize=4096)
def _beside(before: str, behind: str) -> Beside | None:
    """Return what a place may be part of, None for nothing: one look rules out most of what stands there."""
    goes_on = behind in no_places("named after", "body of a state", "thing")
    longer_name = goes_on or is_han(behind) or is_katakana(behind)
    club = is_katakana(behind) or is_katakana(before)
    title = before in _OPENING
    firm = before in _last_signs_of_firms()
    may_be = (longer_name, club, title, firm)
    return Beside(*may_be) if any(may_be) else None


@cache
def _last_signs_of_firms() -> frozenset[str]:
    return frozenset(word[-1] for word in spelled("no_places", "in front of a firm"))


def is_part_of_name(text: str, start: int, end: int, place: Place) -> bool:
    """Tell whether a place is named only in the name of something else, a body's, a thing's, a club's or a work's."""
    may_be = _beside(text[start - 1 : start], text[end : end + 1])
    if may_be is None:
        return False
    return (
        (may_be.longer_name and is_named_after(text, end, place))
        or (may_be.club and is_club(text, start, end, place))
        or (may_be.title and is_title(text, start, end, place))
        or (may_be.firm and is_firm(text, start, place))
    )


def is_firm(text: str, start: int, place: Place) -> bool:
    """Tell whether a part of the land is named in the name of a firm that stands in front of it: JR東日本, but not JR小倉駅."""
    return place.precision == "region" and text.endswith(
        spelled("no_places", "in front of a firm"), 0, start
    )


def is_named_after(text: str, end: int, place: Place) -> bool:
    """Tell whether a document, a body or a thing bears the name: 東京宣言, 欧州連合, ペルシャ猫, but not 北方領土問題."""
    if _is_thing(text, end):
        return True
    if place.precision == "country":
        return stands(text, end, no_places("body of a state")) or (
            not stands(text, end, no_places("of a state"))
            and _goes_on_to(text, end, no_places("body in full"))
        )
    if place.precision == "region" and stands(text, end, no_places("matter of a region")):
        return False
    return stands(text, end, no_places("named after")) or _goes_on_to(
        text, end, no_places("document")
    )


def _is_thing(text: str, end: int) -> bool:
    """Tell whether a thing follows that comes from the place, or only from its name: ドイツ語, トルコ石, but not ロシア人民."""
    for thing in no_places("thing").get(text[end : end + 1], ()):
        if text.startswith(thing, end):
            return text[end + len(thing) : end + len(thing) + 1] not in _other_words()[thing]
    return False


def _goes_on_to(text: str, end: int, kinds: Table) -> bool:
    """Tell whether the rest of a name says what kind of thing bears it: 平和条約, 協力機構, the 気象協会 of 日本気象協会."""
    for at in range(end, end + _LONGEST_SUBJECT):
        if stands(text, at, kinds):
            return True
        if not (is_han(text[at : at + 1]) or is_katakana(text[at : at + 1])):
            return False
    return False


def is_body(text: str) -> bool:
    """Tell whether a venue is a body as well, which does things wherever it is: 早稲田大学の学生."""
    return text.endswith(spelled("no_places", "body"))


def is_club(text: str, start: int, end: int, place: Place) -> bool:
    """Tell whether katakana glued to a place of Japan make a club or a product of it: 広島カープ, ガンバ大阪, but not 大阪サミット."""
    goes_on = is_katakana(text[end : end + 1])
    if not (goes_on or (is_katakana(text[start - 1 : start]) and is_han(text[start]))):
        return False
    if place.country != "JP" or place.precision == "venue" or not is_han(text[end - 1]):
        return False
    if has_unit(text[start:end]):
        return False
    if goes_on:
        return _is_stranger(compiled(_KATAKANA).match(text, end))
    first = max(0, start - _LONGEST_CLUB)
    return _is_stranger(compiled(f"{_KATAKANA}$").search(text, first, start))


def _is_stranger(katakana: re.Match[str] | None) -> bool:
    """Tell whether katakana name neither a venue nor an event nor a place."""
    if katakana is None or any(word in katakana[0] for word in _venues_and_events()):
        return False
    return not stands_in_text(katakana[0])


@cache
def _venues_and_events() -> tuple[str, ...]:
    words = (*venue_ends(), *venue_ends("hotel"), *frames("event"), *frames("occasion"))
    return tuple(word for word in words if compiled(_KATAKANA).fullmatch(word))


def is_title(text: str, start: int, end: int, place: Place) -> bool:
    """Tell whether quotation marks make a title of a place, of a ship or a work: 戦艦「長門」, 『雪国』と『伊豆の踊子』."""
    opening = text[start - 1 : start]
    if opening not in _OPENING or opening == _OPENING_OF_WORKS:
        return opening == _OPENING_OF_WORKS
    if place.precision == "locality" and compiled(_to_the_closing()).match(text, end):
        return not has_unit(text[start:end])
    return compiled(_titled()).search(text, max(0, start - _LONGEST_LIST), start) is not None


@cache
def _to_the_closing() -> str:
    """Return the pattern of what may stand behind the name of a ship or a train before the quotation ends: 飛鳥Ⅱ, 鹿島丸."""
    return rf"(?:[I0-9]{{1,3}}|{any_of(spelled('no_places', 'behind a title'))})?[」』]"


@cache
def _titled() -> str:
    """Return the pattern of what stands before a title: what it is the title of, and other titles before it."""
    kinds, ands = (
        any_of(spelled("no_places", "titled")),
        any_of((*frames("and"), "、", "・", "と", "や")),
    )
    return rf"{kinds}(?:[「『][^「『」』]*[」』]{ands}?)*[「『]$"
