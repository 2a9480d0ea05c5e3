"""The agreements that the tables know, by every name they go by (agreements.tsv)."""

from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data import table
from kaidan.normalizers.roster import span

_SHORT = frozenset({"宣言", "声明"})  # この宣言 names one only beside a year


class Accord(NamedTuple):
    """A known agreement: its name, its date, how many characters of the text name it.

    ``plainly`` holds the names that needed a year or the meeting's own date to be understood; empty where the text names it fully.
    """

    name: str
    date: str
    width: int
    plainly: tuple[str, ...]


@lru_cache(maxsize=1024)
def accord(text: str, year: str | None, on: str | None) -> Accord | None:
    """Return the agreement that the end of the text names.

    Args:
        text: A name, perhaps after other words.
        year: The year that stands before it, of four digits or two.
        on: The date of the meeting, EDTF: 共同声明 is that of the day.

    >>> accord("1956年の日ソ共同宣言", None, None)[:3], accord("共同声明", "2003", None)[:3]
    (('日ソ共同宣言', '1956-10-19', 6), ('日露行動計画', '2003-01-10', 4))
    """
    full, plain = _names()
    for start in range(len(text)):
        if text[start:] in full:
            return Accord(*full[text[start:]], len(text) - start, ())
    when = span(on)
    fitting = []
    for name, date, plainly in plain.get(text, ()):
        dated = date[:4].endswith(year) if year else text not in _SHORT and when is not None and when[0] <= date + "~" and date <= when[1]
        if dated:
            fitting.append(Accord(name, date, len(text), plainly))
    return fitting[0] if len(fitting) == 1 else None


_Plain = dict[str, list[tuple[str, str, tuple[str, ...]]]]


@cache
def _names() -> tuple[dict[str, tuple[str, str]], _Plain]:
    full: dict[str, tuple[str, str]] = {}
    plain: _Plain = {}
    for row in table("agreements"):
        for name in filter(None, (row["name"], *row["called"].split("|"))):
            full[name] = row["name"], row["date"]
        plainly = tuple(filter(None, row["plainly"].split("|")))
        for name in plainly:
            plain.setdefault(name, []).append((row["name"], row["date"], plainly))
    return full, plain
