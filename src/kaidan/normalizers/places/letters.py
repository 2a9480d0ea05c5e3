"""A running text in the letters that names are looked up in, with the way back to the text as given."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, meanings, spelled
from kaidan.text.fold import Folded, fold
from kaidan.text.keys import with_joints
from kaidan.text.scan import occurrences, overlapping

from .gazetteer import names_with_hiragana, names_with_ke
from .wording import compiled, is_han, is_katakana, municipal

_NO_OF_NAMES = {"ノ": "の", "之": "の"}


def in_one_width(text: str) -> Folded:
    r"""Return a text in one width, with its kana in one sign each, and without what nobody sees.

    >>> letters = in_one_width("京　都とモスク\u200bワで")
    >>> letters.text, letters.origin(3, 7)
    ('京都とモスクワで', (4, 9))
    """
    folded = fold(text, "width")
    if " " not in folded.text:
        return folded
    dropped = {at for at, _ in occurrences(folded.text, " ") if _is_gap(folded.text, at)}
    if not dropped:
        return folded
    kept = [at for at in range(len(folded.text)) if at not in dropped]
    spans = [folded.origin(at, at + 1) for at in kept]
    return Folded(
        "".join(folded.text[at] for at in kept),
        [start for start, _ in spans],
        [end for _, end in spans],
    )


def _is_gap(text: str, at: int) -> bool:
    """Tell whether a blank parts two Chinese characters that stand alone: 京　都, but not 安倍　晋三."""
    beside = is_han(text[at - 1 : at]) and is_han(text[at + 1 : at + 2])
    return beside and not (_is_of_word(text[at - 2 : at - 1]) or _is_of_word(text[at + 2 : at + 3]))


def _is_of_word(sign: str) -> bool:
    return is_han(sign) or is_katakana(sign)


def plain_letters(text: str) -> str:
    """Return a text of the same length with new forms of characters and one spelling of の in names.

    >>> plain_letters("擇捉島と鎌ヶ谷市、山之内")
    '択捉島と鎌ケ谷市、山の内'
    """
    if _signs_of_other_forms().isdisjoint(text):
        return text
    return with_joints(text.translate(_new_forms()), _NO_OF_NAMES)


def with_guarded_names(text: str) -> str:
    """Return a text of the same length in which the hiragana of known names are no particles: いわき市.

    >>> with_guarded_names("福島県いわき市")[:3], len(with_guarded_names("福島県いわき市"))
    ('福島県', 7)
    """
    towns, others = _names_with_hiragana()
    ends = {end for _, end in overlapping(_ends_of_others(), text)}
    for end in filter(ends.__contains__, others):  # few are
        text = _with_guarded(text, others[end])
    units = {unit for at, unit in occurrences(text, towns) if _is_hiragana(text[at - 1 : at])}
    for unit in units:
        text = _with_guarded(text, towns[unit])
    return text


def _with_guarded(text: str, names: list[tuple[str, str]]) -> str:
    for name, hidden in names:
        if name in text:
            text = _with_one_guarded(text, name, hidden)
    return text


def _with_one_guarded(text: str, name: str, hidden: str) -> str:
    if all(map(_is_hiragana, name)):
        return compiled(_no_part_of_a_word(name)).sub(hidden, text)
    return text.replace(name, hidden)


@cache
def _no_part_of_a_word(name: str) -> str:
    """Return the pattern of a name in hiragana alone with its unit, or where no hiragana but particles stand beside it: not いつくばる."""
    particles = any_of(spelled("no_places", "particle"))
    before = any_of(word for word in spelled("no_places", "particle") if len(word) == 1)
    units = any_of(municipal())
    return rf"{name}(?={units})|(?:(?<![ぁ-ん])|(?<={before})){name}(?=[^ぁ-ん]|{particles}|$)"


def _is_hiragana(sign: str) -> bool:
    return "ぁ" <= sign <= "ん"


NamesByEnd = dict[str, list[tuple[str, str]]]


@cache
def _names_with_hiragana() -> tuple[NamesByEnd, NamesByEnd]:
    """Return the names with hiragana before their last sign, a 市 as a rule, by that sign, and the others by their last two.

    Most texts have few such ends, and need not be looked through for every name.
    """
    towns: NamesByEnd = {}
    others: NamesByEnd = {}
    for name, hidden in names_with_hiragana():
        if _is_hiragana(name[-2]) and not _is_hiragana(name[-1]):
            towns.setdefault(name[-1], []).append((name, hidden))
        else:
            others.setdefault(name[-2:], []).append((name, hidden))
    return towns, others


@cache
def _ends_of_others() -> re.Pattern[str]:
    _, others = _names_with_hiragana()
    return re.compile(any_of(others))


@cache
def _signs_of_other_forms() -> frozenset[str]:
    """Return the signs that are written otherwise in names: most runs have none of them."""
    return frozenset((*map(chr, _new_forms()), *_NO_OF_NAMES))


@cache
def _new_forms() -> dict[int, str]:
    return str.maketrans({**meanings("spellings", "old form"), "ヶ": "ケ", "ヵ": "ケ", "･": "・"})


def with_ke(text: str) -> str:
    """Return a text with ケ for が in the names that have it, and nowhere else.

    >>> with_ke("関が原町が")
    '関ケ原町が'
    """
    around = {text[at - 1 : at + 2] for at, _ in occurrences(text, "が")}
    for joint in _names_around_ga().keys() & around:
        for written, name in _names_around_ga()[joint]:
            text = text.replace(written, name)
    return text


@cache
def _names_around_ga() -> dict[str, list[tuple[str, str]]]:
    """Return the names with ケ and how they are written with が, by that sign and the two beside it."""
    names: dict[str, list[tuple[str, str]]] = {}
    for written, name in names_with_ke():
        at = written.index("が")
        names.setdefault(written[at - 1 : at + 2], []).append((written, name))
    return names
