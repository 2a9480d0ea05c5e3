"""The agreements that the tables know, by every name they go by (agreements.tsv)."""

from functools import cache, lru_cache

from kaidan.data import rows
from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.roster import span

_TAIL = 3


class Accord:
    """A known agreement: its name, its date, how many characters of the text name it.

    ``plainly`` holds the names that needed a year or the meeting's own date to be understood; empty where the text names it fully.
    """

    __slots__ = ("date", "name", "plainly", "width")

    def __init__(self, name: str, date: str, width: int, plainly: tuple[str, ...]) -> None:
        self.name, self.date, self.width, self.plainly = name, date, width, plainly


def accord_ending_at(text: str, end: int) -> Accord | None:
    """Return the agreement whose full name ends at ``end``; the longest name counts.

    >>> known = accord_ending_at("1956年の日ソ共同宣言が", 12)
    >>> known.name, known.date, known.width
    ('日ソ共同宣言', '1956-10-19', 6)
    """
    for name, accord in _full_names().get(text[max(0, end - _TAIL) : end], ()):
        if text.endswith(name, 0, end):
            return accord
    return None


def is_plain(word: str) -> bool:
    """Say whether a word can name a known agreement beside a year or at the meeting that made it."""
    return word in _plain_names()


@lru_cache(maxsize=1024)
def meant(word: str, year: str | None, on: str | None) -> Accord | None:
    """Return the one agreement that a plain name means beside a year (of four digits or two), or at the meeting that made it.

    >>> meant("宣言", "56", None).name, meant("共同声明", None, "2003-01").name, meant("共同声明", None, None)
    ('日ソ共同宣言', '日露行動計画', None)
    """
    when = None if year or word in spelled("agreements", "short") else span(on)
    fitting = [
        Accord(name, date, len(word), plainly)
        for name, date, plainly in _plain_names().get(word, ())
        if (year and date[:4].endswith(year))
        or (when and when[0] <= date + "~" and date <= when[1])
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _full_names() -> dict[str, list[tuple[str, Accord]]]:
    """Return the full names by their last characters, the longest first, each with its agreement."""
    full = [
        (called, name, date)
        for name, others, _, date, _ in rows("agreements")[1:]
        for called in (name, *others.split("|"))
        if called
    ]
    by_tail: dict[str, list[tuple[str, Accord]]] = {}
    for called, name, date in sorted(full, key=lambda known: -len(known[0])):
        by_tail.setdefault(called[-_TAIL:], []).append(
            (called, Accord(name, date, len(called), ()))
        )
    return by_tail


@cache
def _plain_names() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    plain: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for name, _, called, date, _ in rows("agreements")[1:]:
        plainly = tuple(called.split("|"))
        for word in plainly if called else ():
            plain.setdefault(word, []).append((name, date, plainly))
    return plain
