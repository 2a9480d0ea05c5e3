"""The eras since 大化: names, signs, older spellings, first and last year or day."""

from datetime import date
from functools import cache
from typing import NamedTuple

from kaidan.data import table


class Era(NamedTuple):
    """An era; ``first_year`` is the western year in which its 元年 began.

    Of an era since 明治 the first and the last Gregorian day are known, both inside it; the one that still runs has no last. Of
    older ones only the years are, since a lunisolar year is counted as a whole by either era's name.
    """

    name: str
    first_year: int
    last_year: int | None
    first_day: date | None
    last_day: date | None
    signs: str
    spellings: tuple[str, ...]

    @property
    def is_modern(self) -> bool:
        """Say whether its days are known: it is 明治 or a later one."""
        return self.first_day is not None


def _era(row: dict[str, str]) -> Era:
    first, last = row["first"], row["last"]
    by_days = "-" in first
    return Era(
        name=row["name"],
        first_year=int(first[:4]),
        last_year=int(last[:4]) if last else None,
        first_day=date.fromisoformat(first) if by_days else None,
        last_day=date.fromisoformat(last) if by_days and last else None,
        signs=row["signs"],
        spellings=tuple(row["spellings"].split()),
    )


@cache
def all_eras() -> tuple[Era, ...]:
    """Return every era, the oldest first.

    >>> all_eras()[0].name, all_eras()[-1].name
    ('大化', '令和')
    """
    return tuple(_era(row) for row in table("eras"))


@cache
def modern_eras() -> tuple[Era, ...]:
    """Return the eras since 明治, whose days are known.

    >>> [era.name for era in modern_eras()]
    ['明治', '大正', '昭和', '平成', '令和']
    """
    return tuple(era for era in all_eras() if era.is_modern)


@cache
def reigns() -> tuple[Era, ...]:
    """Return the reigns whose years were counted before there were eras, as eras, the oldest first.

    >>> reigns()[0].name, reigns()[-1].last_year
    ('欽明', 701)
    """
    return tuple(
        Era(
            row["name"],
            int(row["first"]),
            int(row["last"]),
            None,
            None,
            "",
            tuple(row["spellings"].split()),
        )
        for row in table("reigns")
    )


@cache
def eras_by_word() -> dict[str, Era]:
    """Return eras and reigns by whatever a text calls them: name, older spelling, kanji, Latin letter or square sign.

    >>> {eras_by_word()[word].name for word in ("平成", "平", "H", "㍻")}, eras_by_word()["慶應"].first_year
    ({'平成'}, 1865)
    """
    return {
        word: era
        for era in (*reigns(), *all_eras())
        for word in (*era.signs, *era.spellings, era.name)
        if word
    }
