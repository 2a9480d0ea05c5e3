"""What a running text says about a place that it names: whether it is one, and whether something happens there now."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.lexicon.series import series_words
from kaidan.lexicon.words import all_words, any_of, meanings, spelled
from kaidan.text.scan import Table, by_first, stands

from .gazetteer import is_state
from .model import Place
from .wording import compiled, frames, is_han, is_katakana, offices, signs_of_units, titles_in_full

_LONGEST_SUBJECT = 9  # characters between a place and the 条約 that bears its name
_REACH = 44  # characters in which a clause says what came of a meeting
_SOON = 9  # characters behind the name in which 以来 stands
_WINDOW = 12  # characters before the name in which 昨年 stands
_GIVEN_NAME = re.compile("[ぁ-ん]{2,4}|[㐀-龥]{1,3}")
_CLOSING = frozenset("」）)")
_CLAUSE_ENDS = "、。,\0"


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
def _things() -> Table:
    return by_first("", spelled("no_places", "thing"))


@cache
def _other_words() -> dict[str, frozenset[str]]:
    """Return the signs that make of a thing another word, by thing."""
    return {word: frozenset(told.split()) for word, told in meanings("no_places", "thing").items()}


@cache
def _matters_of_regions() -> Table:
    return by_first("", spelled("no_places", "matter of a region"))


@cache
def _of_states() -> Table:
    return by_first("", spelled("no_places", "of a state"))


@cache
def _near_by() -> Table:
    return by_first("", frames("near by"))


@cache
def _now() -> Table:
    return by_first("", (*spelled("scenes", "now"), *series_words()))


class Behind(NamedTuple):
    """What the character behind a name lets the rest be: a title, the rest of a longer name, what happens there now."""

    person: bool
    longer_name: bool
    now: bool


@lru_cache(maxsize=4096)
def behind(sign: str) -> Behind:
    """Return what the text behind a name may be that begins with that character: one look rules out most of it."""
    return Behind(
        person=sign in titles()
        or sign in _before_a_title()
        or is_han(sign)
        or _may_begin_a_name(sign),
        longer_name=(
            is_han(sign)
            or is_katakana(sign)
            or sign in _named_after()
            or sign in _bodies_of_states()
            or sign in _things()
        ),
        now=sign in _CLOSING or sign in {"・", "で"} or sign in _now() or sign in _near_by(),
    )


def is_person(text: str, start: int, end: int, place: Place) -> bool:
    """Tell whether an office follows what looks like a town: クリントン大統領 is a man, ロシア大統領 comes from Russia, マリ氏 does not."""
    if is_state(text[start:end]):
        return text.startswith(spelled("no_places", "form of address"), end)
    if place.precision == "country" or place.country is None:
        return False
    if _bears_given_name(text, end):
        return True
    if text[end - 1] in signs_of_units():  # サハリン州知事
        return False
    return stands(text, _behind_prefix(text, end), titles())


def _may_begin_a_name(sign: str) -> bool:
    """Tell whether a given name in hiragana may begin with a sign: most hiragana behind a place is a particle."""
    return "ぁ" <= sign <= "ん" and sign not in spelled("no_places", "particle")


def _bears_given_name(text: str, end: int) -> bool:
    """Tell whether a given name follows, and what says that it is one: 宮崎あおい選手, 別府太郎氏, but not 宮崎からの大臣."""
    name = _GIVEN_NAME.match(text, end)
    if name is None or stands(text, end, _particles()):
        return False
    in_kanji = is_han(name[0][0])
    shortest, behind = (1, _forms_of_address()) if in_kanji else (2, _titles_in_full())
    return any(stands(text, last, behind) for last in range(end + shortest, name.end() + 1))


@cache
def _particles() -> Table:
    return by_first("", spelled("no_places", "particle"))


@cache
def _forms_of_address() -> Table:
    return by_first("", spelled("no_places", "form of address"))


@cache
def _titles_in_full() -> Table:
    return by_first("", titles_in_full())


def has_state_behind(text: str, end: int) -> bool:
    """Tell whether what follows says that a city which is a state is meant as the state: シンガポール首相, シンガポール政府."""
    return stands(text, _behind_prefix(text, end), titles()) or stands(text, end, _of_states())


def _behind_prefix(text: str, end: int) -> int:
    """Return where a title may begin: behind 前, 副, 初代."""
    for word in _before_a_title().get(text[end : end + 1], ()):
        if text.startswith(word, end):
            return end + len(word)
    return end


def is_named_after(text: str, end: int, place: Place) -> bool:
    """Tell whether a document, a body or a thing bears the name: 東京宣言, 欧州連合, ペルシャ猫, but not 北方領土問題."""
    if _is_thing(text, end):
        return True
    if place.precision == "country":
        return stands(text, end, _bodies_of_states())
    if place.precision == "region" and stands(text, end, _matters_of_regions()):
        return False
    return stands(text, end, _named_after()) or _is_document(text, end)


def _is_thing(text: str, end: int) -> bool:
    """Tell whether a thing follows that comes from the place, or only from its name: ドイツ語, トルコ石, but not ロシア人民."""
    for thing in _things().get(text[end : end + 1], ()):
        if text.startswith(thing, end):
            return text[end + len(thing) : end + len(thing) + 1] not in _other_words()[thing]
    return False


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
    first = max(0, start - _WINDOW)
    clause = max(text.rfind(sign, first, start) for sign in _CLAUSE_ENDS) + 1
    return compiled(_recalled()).search(text, max(first, clause), start) is not None


@cache
def _recalled() -> str:
    rows = [row for row in all_words("recalled") if row.kind in {"earlier", "clause"}]
    counted = any_of(row.word for row in rows if row.meaning == "behind a number")
    words = any_of(row.word for row in rows if not row.meaning)
    return f"{words}|[0-9]{counted}"


def _looks_back(text: str, end: int) -> bool:
    """Tell whether the clause goes on to what came of a meeting there: での会談の結果を踏まえ."""
    last = _clause_end(text, end, end + _REACH)
    if compiled(_outcome_of_earlier()).search(text, end, last):
        return True
    return compiled(_since_then()).search(text, end, min(last, end + _SOON)) is not None


def _clause_end(text: str, start: int, last: int) -> int:
    """Return where the clause ends that goes on at ``start``, or ``last``."""
    for sign in _CLAUSE_ENDS:
        at = text.find(sign, start, last)
        last = at if at >= 0 else last
    return last


@cache
def _outcome_of_earlier() -> str:
    outcomes, looking_back = spelled("scenes", "outcome"), spelled("scenes", "looking back")
    return any_of(outcomes) + any_of(looking_back)


@cache
def _since_then() -> str:
    return any_of(spelled("scenes", "since"))
