"""The country at the end of a run: whose office it is, ロシア連邦 in プーチン・ロシア連邦大統領."""

import re
from functools import cache

from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.names_at_end import LAST_KANA, known_name
from kaidan.normalizers.places.gazetteer import state_codes
from kaidan.text.deferred import deferred
from kaidan.text.keys import name_key

_LETTERS = deferred("[A-Za-z]+$")
_LONGEST_COUNTRY = 22
_HEAD = re.compile(".*[ぁ-ゖ]")


def country_at_end(run: str) -> str | None:
    """Return the country (ISO 3166-1) that a run of kanji and katakana ends in.

    >>> country_at_end("議長国インドネシア"), country_at_end("会場")
    ('ID', None)
    """
    word = country_word(run) if run else None
    return country_of(word) if word else None


@cache
def hiragana_heads_of_states() -> tuple[str, ...]:
    """Return the beginnings of the names of states that hold hiragana, up to its last sign: グレートブリテン及び."""
    return tuple(dict.fromkeys(_HEAD.findall("\n".join(state_codes()))))


def country_word(rest: str) -> str | None:
    """Return the longest country at the end of the text that is a word of its own."""
    spellings = state_codes()
    for start in range(max(0, len(rest) - _LONGEST_COUNTRY), len(rest)):
        if rest[start:] in spellings and _stands_alone(rest[:start], rest[start:]):
            return rest[start:]
    if "・" in rest and (joined := _country_of_parts(rest)):
        return joined
    if rest[-1:].isascii() and (letters := _LETTERS.search(rest)):  # UAE
        return letters[0] if name_key(letters[0]) in spellings else None
    if not rest.endswith(spelled("polities")):  # most often
        return None
    polity = next(polity for polity in spelled("polities") if rest.endswith(polity))
    if "ァ" <= rest[-len(polity) - 1 : -len(polity)] <= "ー":
        before = rest[: -len(polity)].rstrip("・")
        country = country_word(before)
        return rest[len(before) - len(country) :] if country else None
    return None


def _country_of_parts(rest: str) -> str | None:
    """Return the country at the end of the text whose name is of two or three words: アンティグア・バーブーダ."""
    kana = LAST_KANA.search(rest)
    parts = kana[1].strip("・").split("・") if kana and not kana[2] else []
    names = ("・".join(parts[-count:]) for count in (3, 2) if len(parts) >= count)
    return next((name for name in names if name_key(name) in state_codes()), None)


def country_of(word: str) -> str | None:
    """Return the country (ISO 3166-1) of its short or full name: スロベニア共和国."""
    spellings = state_codes()
    if word in spellings:
        return spellings[word]
    shorts = (word.removesuffix(polity) for polity in spelled("polities") if word.endswith(polity))
    keys = (name_key(short) for short in (word, *shorts))
    return next((spellings[key] for key in keys if key in spellings), None)


def _stands_alone(before: str, word: str) -> bool:
    """Say whether a country at the end is a word of its own: not the 中 of 竹中, not the ロ of カストロ."""
    if not before or before.endswith("・") or known_name(before):
        return True
    return (_is_kana(before[-1]) and not _is_kana(word[0])) or (
        len(word) > 1 and not _is_kana(before[-1])
    )


def _is_kana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"
