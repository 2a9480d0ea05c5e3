"""The units behind the names of places, which say what each may be, from ``data/words/place_units.tsv``: 市, 県, 地方, 湾."""

from functools import cache

from kaidan.lexicon.words import all_words, meanings, spelled

from .model import Precision
from .wording import ends_of, ends_of_divisions, words_at_towns


@cache
def units() -> dict[str, tuple[Precision, ...]]:
    """Return what a unit behind a name says that the place may be, the longest unit first."""
    precisions: dict[str, tuple[Precision, ...]] = {}
    rows = {row.word: row.meaning.split() for row in all_words("place_units")}
    for unit in spelled("place_units"):
        precisions[unit] = tuple(_PRECISIONS[word] for word in rows[unit])
    return precisions


_PRECISIONS: dict[str, Precision] = {
    "country": "country",
    "region": "region",
    "locality": "locality",
    "venue": "venue",
}


@cache
def units_of_nature() -> frozenset[str]:
    """Return the units that may bear a town's name wherever it is: オンタリオ湖 is not by the Ontario of California."""
    return frozenset(spelled("place_units", "unit of nature"))


@cache
def units_of_regions() -> frozenset[str]:
    """Return the units that are a division's before they are anything else's, so that no town abroad has them: 県, 地方."""
    regions = (unit for unit, may_be in units().items() if may_be[0] == "region")
    return frozenset(regions) - units_of_nature()


@cache
def ends_of_regions() -> tuple[str, ...]:
    """Return those units and the other ends of the names of divisions (西部地域), for ``str.endswith``."""
    return (*units_of_regions(), *ends_of_divisions())


@cache
def units_in_text() -> dict[str, tuple[str, ...]]:
    """Return the units that end a name in running text, by their first character, the longest first."""
    return _by_first_sign(spelled("place_units", "unit", "unit of nature"))


@cache
def ends_behind_katakana() -> dict[str, tuple[str, ...]]:
    """Return the units that end a name in katakana, and what is at a town of such a name, by their first character."""
    kinds = ("unit", "unit of nature", "unit behind katakana")
    return _by_first_sign((*spelled("place_units", *kinds), *words_at_towns()))


def _by_first_sign(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


@cache
def ends_of_names() -> frozenset[str]:
    """Return the characters behind which a name may end and another begin: those of units but for a state's, and marks."""
    return frozenset(
        ("・", ")", *(unit[-1] for unit, may_be in units().items() if may_be[0] != "country"))
    )


@cache
def unit_ends() -> tuple[str, ...]:
    """Return all units, for ``str.endswith``."""
    return tuple(units())


def with_new_units(text: str) -> str:
    """Return a text of the same length with the new forms of the units of states and divisions: 廣島県 for 廣島縣."""
    return text.translate(_new_units())


@cache
def _new_units() -> dict[int, str]:
    units = ends_of("state", "prefecture", "division")
    forms = meanings("spellings", "old form").items()
    return {ord(old): new for old, new in forms if new in units}
