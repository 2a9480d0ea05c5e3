"""What a running text says about a place that it names: whether it is one, and whether something happens there now."""

from functools import cache

from kaidan.lexicon.series import series_words
from kaidan.lexicon.words import spelled
from kaidan.text.scan import Table, by_first, stands

from .gazetteer import is_state
from .model import Place
from .wording import frames, is_han, is_katakana, offices

_LONGEST_SUBJECT = 9  # characters between a place and the 条約 that bears its name
_REACH = 44  # characters in which a clause says what came of a meeting
_SOON = 9  # characters behind the name in which 以来 stands
_WINDOW = 12  # characters before the name in which 昨年 stands
_CLOSING = frozenset("」）)")
_CLAUSE_ENDS = frozenset("、。,\0")


@cache
def titles() -> Table:
    """Return the offices and titles that stand behind a man's name."""
    return by_first("", offices())


@cache
def _before_a_title() -> Table:
    return by_first("", spelled("no_places", "before a title"))


@cache
def _named_after() -> Table:
    return by_first("", spelled("no_places", "named after"))


@cache
def _bodies_of_states() -> Table:
    return by_first("", spelled("no_places", "body of a state"))


@cache
def _near_by() -> Table:
    return by_first("", frames("near by"))


@cache
def _now() -> Table:
    return by_first("", (*spelled("scenes", "now"), *series_words()))


@cache
def signs_of_persons() -> frozenset[str]:
    """Return the characters that a title, or what stands before one, begins with."""
    return frozenset((*titles(), *_before_a_title()))


@cache
def signs_of_names() -> frozenset[str]:
    """Return the characters that the rest of a name begins with that a place only lends its own."""
    return frozenset((*_named_after(), *_bodies_of_states()))


@cache
def signs_of_now() -> frozenset[str]:
    """Return the characters behind a place where something may happen there now."""
    near_by = (word[0] for word in frames("near by"))
    return frozenset((*_CLOSING, "・", "で", *_now(), *near_by))


def is_person(text: str, start: int, end: int, place: Place) -> bool:
    """Tell whether an office follows what looks like a town: クリントン大統領 is a man, ロシア大統領 comes from Russia, マリ氏 does not."""
    if is_state(text[start:end]):
        return text.startswith(spelled("no_places", "form of address"), end)
    if place.precision == "country" or place.country is None:
        return False
    if text[end - 1] in "都道府県州市町村区":  # サハリン州知事
        return False
    return stands(text, _behind_prefix(text, end), titles())


def _behind_prefix(text: str, end: int) -> int:
    """Return where a title may begin: behind 前, 副, 初代."""
    for word in _before_a_title().get(text[end : end + 1], ()):
        if text.startswith(word, end):
            return end + len(word)
    return end


def is_named_after(text: str, end: int, place: Place) -> bool:
    """Tell whether a document or a body bears the name: 東京宣言, 欧州連合, but not 北方領土問題."""
    if place.precision == "country":
        return stands(text, end, _bodies_of_states())
    if place.precision == "region" and text.startswith("問題", end):
        return False
    return stands(text, end, _named_after()) or _is_document(text, end)


def _is_document(text: str, end: int) -> bool:
    """Tell whether the rest of a name says what it is of: 平和条約, 協力機構."""
    for at in range(end, end + _LONGEST_SUBJECT):
        if stands(text, at, _documents()):
            return True
        if not (is_han(text[at : at + 1]) or is_katakana(text[at : at + 1])):
            return False
    return False


@cache
def _documents() -> Table:
    return by_first("", spelled("no_places", "document"))


def is_scene(text: str, start: int, end: int) -> bool:
    """Tell whether the text lets something happen at a place now, and does not merely recall it."""
    return _happens_now(text, end) and not _is_recalled(text, start) and not _looks_back(text, end)


def _happens_now(text: str, end: int) -> bool:
    """Tell whether something happens at the place that ends there: において, での, を訪問, サミット."""
    at = end + (text[end] in _CLOSING)
    if stands(text, at, _near_by()):
        at += next(len(word) for word in frames("near by") if text.startswith(word, at))
    if text.startswith("で", at):
        return not text.startswith(spelled("scenes", "no particle"), at)
    return stands(text, at + text.startswith("・", at), _now())


def _is_recalled(text: str, start: int) -> bool:
    """Tell whether the clause in front of the place says that this was earlier: 昨年の, 2008年の."""
    before = text[max(0, start - _WINDOW) : start]
    for word in spelled("recalled", "earlier", "clause"):
        if word not in before:
            continue
        clause = before[max(map(before.rfind, _CLAUSE_ENDS)) + 1 :]
        at = clause.find(word)
        if at >= 0 and (word != "年の" or clause[:at][-1:].isdecimal()):
            return True
    return False


def _looks_back(text: str, end: int) -> bool:
    """Tell whether the clause goes on to what came of a meeting there: での会談の結果を踏まえ."""
    following = text[end : end + _REACH]
    outcomes, since = spelled("scenes", "outcome"), spelled("scenes", "since")
    for word in (*spelled("scenes", "looking back"), *since):
        at = following.find(word)
        if at < 0 or not _CLAUSE_ENDS.isdisjoint(following[:at]):
            continue
        soon = word in since and at + len(word) <= _SOON
        if soon or (word not in since and following.endswith(outcomes, 0, at)):
            return True
    return False
