"""The slot of the year: an era's, a western one, both, a word, or two digits that need another date to be understood."""

import re
from typing import NamedTuple

from kaidan.normalizers.dates import cues
from kaidan.normalizers.dates.eras import Era, eras, old_eras, year_of
from kaidan.normalizers.dates.known import Lender
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.words import SEASON_MARKS, YEAR_WORDS

_OLDEST, _NEWEST = 1000, 2200
_LONGEST_ERA = 200
_GLOSS = re.compile(r"(?P<era>[^\W\d]{1,2}?)?(?P<number>元|[0-9]+|[^\W\d年]+)年?")


class Year(NamedTuple):
    """A year as named. ``lunar`` says that it is of the lunisolar calendar, so that no month in it is Gregorian."""

    gregorian: int
    era: tuple[str, int] | None = None
    flags: tuple[str, ...] = ()
    lunar: bool = False


def of_era(sign: str, numeral: str) -> Year | None:
    """Read 平成 with 26, 令 with 元, 安政 with 元; None where the era has no such year.

    >>> of_era("平成", "二六"), of_era("平成", "0")
    (Year(gregorian=2014, era=('平成', 26), flags=(), lunar=False), None)
    """
    sign, count = re.sub(r"\s", "", sign), number(numeral)
    if not count or count >= _LONGEST_ERA:
        return None
    if sign in old_eras():
        first, last = old_eras()[sign]
        return Year(first + count - 1, (sign, count), ("lunisolar",), lunar=True) if first + count - 1 <= last else None
    era = eras()[sign]
    year = year_of(era, count)
    return Year(year, (era.name, count), lunar=year < 1873)


def western(numeral: str) -> Year | None:
    """Read a western year of four digits."""
    year = number(numeral)
    return Year(year) if year and _OLDEST <= year < _NEWEST else None


def either(sign: str | None, numeral: str) -> Year | None:
    """Read a year with or without an era before it."""
    return of_era(sign, numeral) if sign else western(numeral)


def merged(written: Year, gloss: Year) -> Year | None:
    """Join the two calendars of one date; where they disagree nobody knows the year, so that it is None.

    A western year beside a lunisolar one makes the month and day Gregorian, if it is written first.
    """
    apart = abs(written.gregorian - gloss.gregorian)
    if apart > (written.lunar or gloss.lunar):
        return None
    return Year(written.gregorian, written.era or gloss.era, written.flags, written.lunar)


def two_digits(count: int, lender: Lender, *, evident: bool) -> Year | None:
    """Read a year of two digits from the years around it, or None where that would be a guess.

    An era or a century that the text named goes on; otherwise a number too great for an era is of the last hundred years, and a
    smaller one is whatever lies within ten years of the document, if that is one thing.
    """
    named, document = lender.named, lender.document
    if named.year and (lender.joined or evident):
        return _continued(count, lender)
    if not document.year or not evident:
        return None
    if count > 31:
        year = document.year // 100 * 100 + count
        return Year(year if year <= document.year + 5 else year - 100)
    return _closest(count, document.year)


def _continued(count: int, lender: Lender) -> Year | None:
    named = lender.named
    assert named.year is not None
    if named.era:
        era = eras()[named.era]
        if not era.last or year_of(era, count) <= era.last.year:
            return Year(year_of(era, count), (era.name, count))
        if count <= 31:
            return None
    latest = max(named.year, lender.document.year or 0) + 5
    year = named.year // 100 * 100 + count
    return Year(year if year <= latest else year - 100)


def _closest(count: int, near: int) -> Year | None:
    choices = [Year(near // 100 * 100 + count)]
    choices += [Year(year_of(era, count), (era.name, count)) for era in set(eras().values()) if _runs(era, near)]
    close = {choice.gregorian: choice for choice in choices if -10 <= choice.gregorian - near <= 5}
    return close.popitem()[1] if len(close) == 1 else None


def _runs(era: Era, year: int) -> bool:
    return era.first.year <= year and (era.last is None or year <= era.last.year)


def read(m: re.Match[str], lender: Lender) -> Year | None:
    """Read the slot of the year of a match, which must have one."""
    written = _written(m, lender)
    glosses = [m["gloss"], m["gloss2"]]
    for gloss in filter(None, glosses):
        other = _gloss(gloss)
        written = merged(written, other) if written and other else None
    return written


def _written(m: re.Match[str], lender: Lender) -> Year | None:
    if m["era"]:
        return of_era(m["era"], m["era_year"])
    if m["year_word"] or m["season_mark"]:
        base, step = YEAR_WORDS[m["year_word"]] if m["year_word"] else SEASON_MARKS[m["season_mark"]]
        known = lender.base(base)
        return Year(known.year + step) if known.year else None
    if m["same_year"]:
        count = number(m["same_year"])
        return _continued(count, lender) if count and lender.named.year else None
    count = number(m["year"])
    if count is None or count >= 100 or len(m["year"]) > 3:
        return western(m["year"])
    evident = bool(m["month"] or m["apostrophe"] or cues.names_a_year(m.string, m.end("year") + 1))
    return two_digits(count, lender, evident=evident)


def _gloss(text: str) -> Year | None:
    m = _GLOSS.fullmatch(re.sub(r"\s", "", text))
    return either(m["era"], m["number"]) if m else None
