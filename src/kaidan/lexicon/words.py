"""Any table of words: ``data/words/NAME.tsv`` with the columns word, kind, meaning and source."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kaidan.data import rows


class Word(NamedTuple):
    """A row: the word as texts write it, what kind of word it is, what it means, and where that is said."""

    word: str
    kind: str
    meaning: str
    source: str


@cache
def all_words(name: str) -> tuple[Word, ...]:
    """Return the rows of a table in their order.

    >>> all_words("parts")[0][:3]
    ('上旬', 'part of month', '1-10')
    """
    _, *cells = rows(f"words/{name}")
    return tuple(map(Word._make, cells))


@cache
def _by_kind(name: str) -> dict[str, dict[str, str]]:
    """Return the words of each kind with their meanings: no rows of their own, which few readers ask for."""
    found: dict[str, dict[str, str]] = {}
    for word, kind, meaning, *_ in rows(f"words/{name}")[1:]:
        found.setdefault(kind, {})[word] = meaning
    return found


def meanings(name: str, kind: str) -> dict[str, str]:
    """Return what each word of one kind means.

    >>> meanings("parts", "part of month")["中旬"]
    '11-20'
    """
    return _by_kind(name).get(kind, {})


@cache
def spelled(name: str, *kinds: str) -> tuple[str, ...]:
    """Return the words of these kinds, of all if none is named, each once and the longest first.

    >>> spelled("parts", "season")
    ('春', '夏', '秋', '冬')
    """
    by_kind = _by_kind(name)
    found = dict.fromkeys(word for kind in kinds or by_kind for word in by_kind.get(kind, ()))
    return tuple(sorted(found, key=len, reverse=True))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern, to stand inside of a greater one, that matches the longest of the words.

    >>> any_of(["末", "末日"])
    '(?:末日|末)'
    """
    longest_first = sorted(dict.fromkeys(words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else "(?!)"


@cache
def pattern_of(name: str, *kinds: str) -> re.Pattern[str]:
    """Return the pattern that any word of these kinds matches, the longest first.

    >>> pattern_of("parts", "season").search("2012年夏")[0]
    '夏'
    """
    return re.compile(any_of(spelled(name, *kinds)))
