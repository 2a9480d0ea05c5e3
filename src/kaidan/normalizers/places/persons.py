"""Where what looks like a place is a person: the title behind it, a given name, a form of address."""

import re
from functools import cache, lru_cache

from kaidan.lexicon.words import spelled
from kaidan.text.numerals import KANJI_DIGITS
from kaidan.text.scan import HAN, Table, by_first, stands

from .gazetteer import has_unit, is_state
from .model import Place
from .wording import compiled, ends_of, is_han, no_places, offices, state_signs, titles_in_full

_GIVEN_NAME = re.compile(f"[ぁ-ん]{{2,4}}|{HAN}{{1,3}}")
_GOING_ON = frozenset("、,・の両各歴")
_SEVERAL = f"の?(?:歴代|[各両諸{KANJI_DIGITS}])"
_OTHER_SURNAMES = rf"(?:[、,・]{HAN}{{1,5}}){{0,9}}{_SEVERAL}"
_OTHERS_ABROAD = rf"(?:[、,][ァ-ー]{{2,12}}){{0,9}}{_SEVERAL}"
_LONGEST_TITLE = 7  # characters between a name and the sign that ends all titles: 首席事務官


@cache
def _titles() -> Table:
    return by_first("", offices())


@lru_cache(maxsize=4096)
def may_begin_title(sign: str) -> bool:
    """Tell whether the text behind a name may say that it is a person's, or a state's, by its first character."""
    return (
        sign in _titles()
        or sign in no_places("before a title")
        or is_han(sign)
        or _may_begin_a_name(sign)
    )


def is_person(text: str, start: int, end: int, place: Place) -> bool:
    """Tell whether an office follows what looks like a town: クリントン大統領 is a man, ロシア大統領 comes from Russia, マリ氏 does not."""
    if is_state(text[start:end]):
        return text.startswith(spelled("no_places", "form of address"), end)
    if place.precision == "country" or place.country is None:
        return False
    if text[end - 1] in ends_of("prefecture", "division") and has_unit(text[start:end]):
        return False  # 石川県議会議員
    if _bears_given_name(text, end):
        return True
    if has_unit(text[start:end]):  # サハリン州知事
        return False
    return bears_title(text, end)


def is_one_of_several(text: str, end: int, place: Place) -> bool:
    """Tell whether a list of surnames goes on to what only people have behind it: 福田、長崎、岡山の各氏, but not 東京、大阪の各知事."""
    if place.precision != "locality" or text[end] not in _GOING_ON:
        return False
    if place.country == "JP":
        pattern, titles = _OTHER_SURNAMES, _behind_full_names()
    else:
        pattern, titles = _OTHERS_ABROAD, no_places("behind several surnames")
    others = compiled(pattern).match(text, end)
    return others is not None and stands(text, others.end(), titles)


def bears_title(text: str, end: int) -> bool:
    """Tell whether an office or another title follows a name: オースティン国防長官, ワシントン米大統領."""
    behind = _behind_prefix(text, end)
    behind += text[behind : behind + 1] in state_signs()
    return stands(text, behind, _titles()) or _is_official(text, end)


def _is_official(text: str, end: int) -> bool:
    """Tell whether the rest of the run ends as titles alone do: 鳥取専門官, 熊本首席事務官."""
    last = end
    while is_han(text[last : last + 1]) and last < end + _LONGEST_TITLE:
        last += 1
    return last > end + 1 and text.endswith(spelled("no_places", "end of a title"), end, last)


def _may_begin_a_name(sign: str) -> bool:
    """Tell whether a given name in hiragana may begin with a sign: most hiragana behind a place is a particle."""
    return "ぁ" <= sign <= "ん" and sign not in spelled("no_places", "particle")


def _bears_given_name(text: str, end: int) -> bool:
    """Tell whether a given name follows, and what says that it is one: 宮崎あおい選手, 別府太郎氏, but not 宮崎からの大臣."""
    name = _GIVEN_NAME.match(text, end)
    if name is None or stands(text, end, no_places("particle")):
        return False
    in_kanji = is_han(name[0][0])
    shortest, behind = (1, _behind_full_names()) if in_kanji else (2, _titles_in_full())
    return any(stands(text, last, behind) for last in range(end + shortest, name.end() + 1))


@cache
def _behind_full_names() -> Table:
    """Return what only people have behind a name in kanji: 選手 of 福岡堅樹選手, but not the 部長 of 大阪支部長."""
    return no_places("form of address", "behind a full name")


@cache
def _titles_in_full() -> Table:
    return by_first("", titles_in_full())


def has_state_behind(text: str, end: int) -> bool:
    """Tell whether what follows says that a city which is a state is meant as the state: シンガポール首相, シンガポール政府."""
    has_title = stands(text, _behind_prefix(text, end), _titles())
    return has_title or stands(text, end, no_places("of a state"))


def _behind_prefix(text: str, end: int) -> int:
    """Return where a title may begin: behind 前, 副, 初代."""
    for word in no_places("before a title").get(text[end : end + 1], ()):
        if text.startswith(word, end):
            return end + len(word)
    return end
