"""Where in a running text names of places may stand: in katakana, in Chinese characters, Japanese addresses."""

from functools import lru_cache

from kaidan.lexicon.words import meanings, spelled
from kaidan.text.numerals import KANJI_DIGITS
from kaidan.text.scan import occurrences

from .beside_states import known_beside_its_state, towns_beside_signs
from .frames import without_joint
from .gazetteer import (
    Entry,
    entries,
    first_characters,
    is_state,
    names_by_start,
    prefectures,
)
from .pieces import KATAKANA, Name, names_in_katakana, unit_at
from .segment import named, that_stand
from .units import units_in_text
from .venue_towns import town_of_venue, without_forces
from .wording import (
    compiled,
    ends_of,
    is_han,
    is_market,
    municipal,
    runs_on,
    signs_of_units,
    words_at_towns,
)

_ADDRESS_LENGTH = 12
_LONGEST_AT_TOWN = 14  # characters: 海上自衛隊 and the name of a town
_SHORT_FORM = 2  # characters
_NUMERALS = frozenset("0123456789" + KANJI_DIGITS)


def find_names(text: str) -> list[Name]:
    """Return the names in the order of the text; of two that overlap the first, of two that start together the longer."""
    found = _names_in_han(text) + names_in_katakana(text)
    found = _with_those_at_towns(text, found)
    found += [name for state in found if (name := known_beside_its_state(text, state))]
    found += towns_beside_signs(text)
    if len(found) < 2:
        return found
    kept: list[Name] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if not kept or (name.start >= kept[-1].end and not _is_of_that_state(text, kept[-1], name)):
            kept.append(name)
    return kept


def _is_of_that_state(text: str, outer: Name, venue: Name) -> bool:
    """Tell whether the second name is not the venue in Japan but the one of the place in front of it: ロシア外務省, モスクワの迎賓館."""
    first, inner = outer.inner[0], venue.outer[0]
    if inner.kind != "site" or inner.precision != "venue" or first.country == inner.country:
        return False
    return text[outer.end : venue.start] in {"", "の"}


def _names_in_han(text: str) -> list[Name]:
    firsts = first_characters()
    if firsts.isdisjoint(text):
        return []
    index, found = names_by_start(), list[Name]()
    for start, character in enumerate(text):
        if character not in firsts:
            continue
        alike = index.get(text[start : start + 2])
        if not alike or not (is_han(character) or is_han(text[start + 1])):
            continue
        for name in alike.split("\t"):
            if text.startswith(name, start) and _is_word(text, start, start + len(name)):
                known = entries(name)
                found.append(_extended(text, Name(start, start + len(name), known, known)))
                break
    return found


def _extended(text: str, name: Name) -> Name:
    """Return the name with what follows in a prefecture, or with the 市 or 県 behind it."""
    if text.endswith(prefectures(), name.start, name.end):
        return _address(text, name)
    return _with_unit(text, name)


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether a name is no part of a longer word: 国民, 関西都市圏, 八日本邦, 長崎屋, 日本時間, 全日本空輸."""
    if text[start] in _counters() and text[start - 1 : start] in _NUMERALS:
        return False
    if text[start - 1 : start] in _before_states() and is_state(text[start:end]):
        return False
    if _is_in_a_compound(text, start, end) or _is_cut(text, start, end):
        return False
    return not text.startswith(spelled("no_places", "clock"), end) and _ends_here(text, start, end)


def _is_in_a_compound(text: str, start: int, end: int) -> bool:
    """Tell whether the ends of two other words make up a name: the 中共 of 日中共同声明, the 加国 of 参加国, the 国後 of 帰国後."""
    name, before = text[start:end], text[start - 1 : start]
    if text[end : end + 1] in _signs("goes on", name) or before in _signs("begins before", name):
        return True
    is_alone = name in spelled("no_places", "behind no sign")
    return is_alone and is_han(before) and before not in spelled("no_places", "before a name")


def _is_cut(text: str, start: int, end: int) -> bool:
    """Tell whether a short form is the beginning of a longer name in katakana: the 南ア of 南アラビア."""
    return end - start == _SHORT_FORM and runs_on(text, end)


@lru_cache(maxsize=256)
def _signs(kind: str, name: str) -> frozenset[str]:
    """Return the signs beside a name that make other words of it and what stands there."""
    return frozenset(meanings("no_places", kind).get(name, "").split())


@lru_cache(maxsize=1)
def _before_states() -> frozenset[str]:
    return frozenset(spelled("no_places", "before a state"))


@lru_cache(maxsize=1)
def _counters() -> frozenset[str]:
    return frozenset(spelled("no_places", "counter"))


def _ends_here(text: str, start: int, end: int) -> bool:
    """Tell whether neither what ends a name nor what stands beside it makes it a part of another."""
    last, before, behind = text[end - 1], text[start - 1 : start], text[end : end + 1]
    if last in ends_of("state"):
        if text.startswith(spelled("no_places", "behind 中国"), end) and text[start:end] == "中国":
            return False
        return behind not in _behind_kuni() or _begins_a_name(text, end)
    if behind in _firm_ends() and last not in municipal() | ends_of("division"):
        return False
    if last in ends_of("city"):
        return not is_market(last, behind) and not is_han(before)
    if last in municipal() and end - start > 1:
        return not is_han(before) or before in _before_a_town()
    return not (is_han(before) and _is_organ_of_many(text[start:end]))


def _begins_a_name(text: str, at: int) -> bool:
    """Tell whether a name stands there, so that no other word begins before it: 中国内モンゴル自治区."""
    names = names_by_start().get(text[at : at + 2])
    return bool(names) and text.startswith(tuple((names or "").split("\t")), at)


def _is_organ_of_many(name: str) -> bool:
    """Tell whether every state has a thing of that name, so that a word glued to it says whose it is: 迎賓館, 外務省."""
    return name in spelled("place_venues", "organ")


@lru_cache(maxsize=1)
def _before_a_town() -> frozenset[str]:
    return ends_of("prefecture", "city", "district") | {"の"}


@lru_cache(maxsize=1)
def _behind_kuni() -> frozenset[str]:
    return frozenset(spelled("no_places", "behind 国"))


@lru_cache(maxsize=1)
def _firm_ends() -> frozenset[str]:
    return frozenset(spelled("no_places", "makes a firm"))


def _address(text: str, prefecture: Name) -> Name:
    """Return the prefecture with what stands behind it in it: 静岡県伊東市川奈."""
    ahead = text[prefecture.end : prefecture.end + _ADDRESS_LENGTH]
    rest = ahead.partition("・")[0]
    end, inner = prefecture.end, prefecture.inner
    while found := _longest_in(rest, prefecture.outer[0].subdivision):
        length, inner = found
        end += length
        rest = rest[length:]
    return Name(prefecture.start, end, prefecture.outer, inner)


def _longest_in(text: str, subdivision: str | None) -> tuple[int, tuple[Entry, ...]] | None:
    """Return the length of the longest beginning that names a place in the prefecture, cutting no run of katakana, and that place."""
    name = without_joint(text)
    joint = len(text) - len(name)
    for end in range(len(name), 1, -1):
        if compiled(KATAKANA).match(name, end - 1):
            continue
        found = tuple(
            entry
            for entry in named(name[:end])
            if entry.subdivision == subdivision or not entry.country
        )
        if found:
            return joint + end, found
    return None


def _with_unit(text: str, name: Name) -> Name:
    """Return the name with the 市 or 県 behind it, where it has one."""
    unit = unit_at(text, name.end, units_in_text())
    found = that_stand(text[name.start : name.end] + unit) if unit else ()
    return Name(name.start, name.end + len(unit), found, found) if found else name


def _with_those_at_towns(text: str, found: list[Name]) -> list[Name]:
    """Return the names with the ports, stations and bases that bear the names of towns: 境港駅, 海上自衛隊舞鶴基地.

    A station that nobody knows bears a name of its own, and no town is in it: 日本橋駅, 奈良井駅.
    """
    if _last_signs_at_towns().isdisjoint(text):
        return found
    for at, word in occurrences(text, words_at_towns()):
        end, start = at + len(word), at
        while start > max(0, at - _LONGEST_AT_TOWN) and is_han(text[start - 1]):
            start -= 1
        own = without_forces(text[start:at])
        if not own or is_han(text[end : end + 1]):
            continue
        start = at - len(own)
        if town := town_of_venue(own + word):
            found = [*found, Name(start, end, town.entries, town.entries)]
        elif word in spelled("place_venues", "of its own name") and _has_no_unit(own):
            found = [name for name in found if not start <= name.start < end]
    return found


def _has_no_unit(name: str) -> bool:
    return signs_of_units().isdisjoint(name)


@lru_cache(maxsize=1)
def _last_signs_at_towns() -> frozenset[str]:
    """Return the last characters of those words: most runs have none of them."""
    return frozenset(word[-1] for word in words_at_towns())
