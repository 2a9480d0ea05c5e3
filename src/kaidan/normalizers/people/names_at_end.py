"""The name at the end of a run before an office, as the tables know it or as names look: プーチン, 楊潔チ, 安倍晋三."""

import re
from functools import cache

from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.katakana import REGNAL
from kaidan.normalizers.people.roster import is_called
from kaidan.normalizers.places.gazetteer import state_codes
from kaidan.text.deferred import deferred
from kaidan.text.keys import name_key

LAST_KANA = re.compile(
    rf"((?:[゠-ヿ]|＝)+(?:(?:[A-ZＡ-Ｚ]・|{REGNAL}・?)[゠-ヿ]+)*)([^゠-ヿ]{{0,9}})\Z"
)
"""The katakana at the end of a run, with a letter or a number among them (アブドッラー2世・イブン・アル・フセイン), and up to nine signs
behind it."""
_INITIALS = deferred(r"(?:(?<![A-Za-zＡ-Ｚ])[A-ZＡ-Ｚ]・)+\Z")
_NUMBERED = "世"
_LONGEST_NAME = 12
_LONGEST_NUMBERED = 24  # フセイン・ビン・アブドッラー2世, the son of a king
_LONGEST_IN_KANJI = 3
_WORDS_OF_STATE = 2
_SIGN = 2  # characters of katakana that stand for one of kanji


def known_name(rest: str, country: str | None = None) -> str | None:
    """Return the longest name at the end that the tables know; katakana must be whole, and one kanji all there is."""
    if "゠" <= rest[-1] <= "ヿ" and (kana := LAST_KANA.search(rest)):
        return _known_in_katakana(rest, kana, country)
    longest = _LONGEST_NUMBERED if rest.endswith(_NUMBERED) else _LONGEST_NAME
    for start in range(max(0, len(rest) - longest), len(rest)):
        if is_called(rest[start:]) and (start == 0 or len(rest) - start > 1):
            return rest[start:]
    return None


def _known_in_katakana(rest: str, kana: re.Match[str], country: str | None) -> str | None:
    """Return the name that a run ends in with katakana, without the countries before it, if the tables know it."""
    if _is_half_in_kanji(rest, kana.start()):
        return rest if is_called(rest) else None
    parts = _persons(kana[1], country)
    name = "・".join(parts)
    if len(parts) > 1 and parts[-1] in state_codes() and not is_called(name):
        return None  # スパイッチ・モンテネグロ首相, but ルイス・モンテネグロ is a name
    return name if parts and (is_called(parts[-1]) or is_called(name)) else None


def unknown_name(rest: str, country: str | None) -> str | None:
    """Return a name that no table knows: a run of katakana before a ministry in kanji, or two to five kanji."""
    kana = LAST_KANA.search(rest)
    if kana and _is_half_in_kanji(rest, kana.start()):
        return rest
    if kana:
        name = "・".join(_persons(kana[1], country))
        return name if len(name) > 1 and name not in spelled("naming", "no name") else None
    if (
        not 2 <= len(rest) <= 5
        or min(rest) < "々"
        or max(rest) > "龯"  # digits, letters
        or rest in spelled("naming", "no name")
        or _holds_no_surname(rest)
    ):
        return None
    return None if all(character in state_codes() for character in rest) else rest


def initials_at_end(before: str) -> int:
    """Return the width of the initials that a text ends in, K・P・ of K・P・シャルマ・オリ.

    >>> initials_at_end("ネパールのK・P・"), initials_at_end("EU・"), initials_at_end("")
    (4, 0, 0)
    """
    initials = _INITIALS.search(before) if before.endswith("・") else None
    return len(initials[0]) if initials else 0


def is_in_kanji(name: str) -> bool:
    """Say whether a name is of kanji alone.

    >>> is_in_kanji("佐々江"), is_in_kanji("楊潔チ"), is_in_kanji("")
    (True, False, False)
    """
    return bool(name) and all("一" <= sign <= "龯" or sign == "々" for sign in name)


def _is_half_in_kanji(rest: str, kana: int) -> bool:
    """Say whether a name in kanji ends in katakana for a sign that is hard to write: 楊潔チ, but not the ムン of 韓国ムン."""
    family = rest[:kana]
    if not is_in_kanji(family[-2:]) or len(family) > _LONGEST_IN_KANJI:
        return False
    return is_called(rest) or (len(rest) - kana <= _SIGN and family not in state_codes())


def _holds_no_surname(rest: str) -> bool:
    """Say whether something stands in kanji that stands in no surname: 両, 閣."""
    if _first_signs_of_no_surname().isdisjoint(rest):  # most often
        return False
    return any(word in rest for word in spelled("naming", "no surname"))


@cache
def _first_signs_of_no_surname() -> frozenset[str]:
    return frozenset(word[0] for word in spelled("naming", "no surname"))


def _persons(kana: str, country: str | None) -> list[str]:
    """Drop the countries before a name: ロシア・プーチン is プーチン; where a country is told, マルタ and クック may be names.

    One point parts the words of a name; more than one lead from the one to the other in a table of contents.
    """
    parts = kana.strip("・").split("・")
    if "" in parts:
        return []
    while len(parts) > 1 and len(parts[0]) == 1 and parts[0] < "゠":  # K・P・シャルマ・オリ
        parts = parts[1:]
    if len(parts) > _WORDS_OF_STATE and _is_state(parts[:_WORDS_OF_STATE]):
        parts = parts[_WORDS_OF_STATE:]  # トリニダード・トバゴ・ローリー
    while parts and parts[0] in state_codes():
        if country and (len(parts) > 1 or is_called(parts[0])):
            break
        if len(parts) > 1 and is_called("・".join(parts)):  # マリ・アルカティリ
            break
        parts = parts[1:]
    return parts


def _is_state(words: list[str]) -> bool:
    return name_key("・".join(words)) in state_codes()
