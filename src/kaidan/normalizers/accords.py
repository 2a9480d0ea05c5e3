"""The agreements that the tables know, by every name they go by (agreements.tsv)."""

from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data import table
from kaidan.normalizers.roster import span

_TAIL = 3
_SHORT = frozenset({"宣言", "声明"})  # この宣言 names one only beside a year


class Accord(NamedTuple):
    """A known agreement: its name, its date, how many characters of the text name it.

    ``plainly`` holds the names that needed a year or the meeting's own date to be understood; empty where the text names it fully.
    """

    name: str
    date: str
    width: int
    plainly: tuple[str, ...]


def named(text: str, end: int) -> Accord | None:
    """Return the agreement whose full name ends at ``end``; the longest name counts.

    >>> named("1956年の日ソ共同宣言が", 12)[:3]
    ('日ソ共同宣言', '1956-10-19', 6)
    """
    for name, known, date in _full().get(text[max(0, end - _TAIL) : end], ()):
        if text.endswith(name, 0, end):
            return Accord(known, date, len(name), ())
    return None


@lru_cache(maxsize=1024)
def meant(word: str, year: str | None, on: str | None) -> Accord | None:
    """Return the one agreement that a plain name means beside a year (of four digits or two), or at the meeting that made it.

    >>> meant("宣言", "56", None)[:2], meant("共同声明", None, "2003-01")[:2], meant("共同声明", None, None)
    (('日ソ共同宣言', '1956-10-19'), ('日露行動計画', '2003-01-10'), None)
    """
    when = None if year or word in _SHORT else span(on)
    fitting = [
        Accord(name, date, len(word), plainly)
        for name, date, plainly in _plain().get(word, ())
        if (year and date[:4].endswith(year)) or (when and when[0] <= date + "~" and date <= when[1])
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _full() -> dict[str, list[tuple[str, str, str]]]:
    """Return the full names by their last characters, the longest first, each with the agreement's name and date."""
    full: dict[str, list[tuple[str, str, str]]] = {}
    for row in table("agreements"):
        for name in filter(None, (row["name"], *row["called"].split("|"))):
            full.setdefault(name[-_TAIL:], []).append((name, row["name"], row["date"]))
    return {tail: sorted(names, key=lambda known: -len(known[0])) for tail, names in full.items()}


@cache
def _plain() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    plain: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for row in table("agreements"):
        plainly = tuple(filter(None, row["plainly"].split("|")))
        for name in plainly:
            plain.setdefault(name, []).append((row["name"], row["date"], plainly))
    return plain
