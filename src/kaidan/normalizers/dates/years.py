"""The slot of the year: an era's, a western one, both, a word, or two digits that need another date to be understood."""

import re
from functools import lru_cache
from typing import NamedTuple

from kaidan.normalizers.dates import cues
from kaidan.normalizers.dates.eras import GREGORIAN_SINCE, eras, old_eras, year_of
from kaidan.normalizers.dates.known import Known, Lender
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.words import SEASON_MARKS, YEAR_WORDS

_OLDEST, _NEWEST = 1000, 2200
_LONGEST_ERA = 200
_PLANNED = 10
"""So many years ahead an era is counted on beyond its end: 平成三十一年四月一日から施行し、三十二年四月一日に廃止する."""


class Year(NamedTuple):
    """A year as named. ``lunar`` says that its months are of the lunisolar calendar."""

    gregorian: int
    era: tuple[str, int] | None = None
    flags: tuple[str, ...] = ()
    lunar: bool = False

    @property
    def style(self) -> str | None:
        """The era in which years that follow without one are counted; none where a western year placed a lunisolar one."""
        counts_on = self.era and self.era[0] in eras() and (self.lunar or self.gregorian >= GREGORIAN_SINCE)
        return self.era[0] if self.era and counts_on else None


@lru_cache(maxsize=1024)
def of_era(sign: str, numeral: str) -> Year | None:
    """Read 平成 with 26, 令 with 元, 安政 with 元; None where the era has no such year.

    >>> of_era("平成", "二六").gregorian, of_era("平成", "0"), of_era("安政", "元")
    (2014, None, Year(gregorian=1854, era=('安政', 1), flags=('lunisolar',), lunar=True))
    """
    sign, count = sign.replace(" ", ""), number(numeral)
    if not count or count >= _LONGEST_ERA:
        return None
    if era := eras().get(sign):
        year = year_of(era, count)
        return Year(year, (era.name, count), (), lunar=year < GREGORIAN_SINCE)
    first, last = old_eras().get(sign, (0, -1))
    return Year(first + count - 1, (sign, count), ("lunisolar",), lunar=True) if first + count - 1 <= last else None


def western(numeral: str) -> Year | None:
    """Read a western year of four digits."""
    year = number(numeral)
    return Year(year) if year and _OLDEST <= year < _NEWEST else None


def either(sign: str | None, numeral: str) -> Year | None:
    """Read a year with or without an era before it."""
    return of_era(sign, numeral) if sign else western(numeral)


def merged(written: Year, gloss: Year) -> Year | None:
    """Join the two calendars of one date; None where they disagree, as nobody knows which is meant.

    A western year in front makes the month and day Gregorian: 1855年(安政元年)2月7日. A lunisolar year ends in the next western one.
    """
    late = max(written.lunar, gloss.lunar)
    western_year, era_year = (gloss, written) if written.era else (written, gloss)
    if not 0 <= western_year.gregorian - era_year.gregorian <= late:
        return None
    return Year(written.gregorian, written.era or gloss.era, written.flags, written.lunar)


def two_digits(count: int, lender: Lender, *, evident: bool) -> Year | None:
    """Read a year of two digits from the years around it, or None where that would be a guess.

    An era or a century that the text named goes on; otherwise a number too great for an era of today is of the last hundred years,
    and a smaller one is whatever lies close to the document, if that is one thing.
    """
    if lender.named.year and lender.joined:
        return _next(count, lender)
    if lender.named.year and evident:
        return continued(count, lender)
    if not evident:
        return None
    near = lender.document.year
    if count > 64:
        near = near or 1999
    if not near:
        return None
    return _of_century(count, near) if count > 31 else _closest(count, near)


def _of_century(count: int, latest: int) -> Year:
    year = latest // 100 * 100 + count
    return Year(year if year <= latest + 5 else year - 100)


def lent(gregorian: int, lender: Known) -> Year:
    """Return a year that another date lends, whose months are lunisolar if that date's were."""
    if not lender.era or gregorian >= GREGORIAN_SINCE:
        return Year(gregorian)
    return of_era(lender.era, str(gregorian - eras()[lender.era].first.year + 1)) or Year(gregorian)


def continued(count: int, lender: Lender) -> Year | None:
    """Go on with the era or the century of the year that the text named last."""
    named = lender.named
    if named.year is None:
        return None
    if named.era:
        era = eras()[named.era]
        year = year_of(era, count)
        if not era.last or year <= era.last.year or 0 < year - named.year <= _PLANNED:
            return Year(year, (era.name, count))
        if count <= 31:
            return None
    return _of_century(count, max(named.year + 20 * bool(lender.joined), lender.document.year or 0))


def _next(count: int, lender: Lender) -> Year | None:
    """Read the other end of a range or a pair, which lies ahead: the 47年 of 昭和20年から47年, the 6年 of 昭和55、6年."""
    year = continued(count, lender)
    named = lender.named.year or 0
    if year and count < 10 and year.gregorian < named:
        tens = (year.era[1] + named - year.gregorian if year.era else named % 100) // 10 * 10
        year = continued(tens + count, lender)
    return year if year and year.gregorian >= named else None


def _closest(count: int, near: int) -> Year | None:
    choices = [Year(near // 100 * 100 + count)]
    choices += [Year(year_of(era, count), (era.name, count)) for era in set(eras().values()) if era.first.year <= near]
    close = {choice.gregorian: choice for choice in choices if -6 <= choice.gregorian - near <= 3}
    return close.popitem()[1] if len(close) == 1 else None


def read(m: re.Match[str], lender: Lender) -> tuple[Year | None, bool]:
    """Read the slot of the year of a match, and say whether its two calendars disagree."""
    year = _written(m, lender)
    for era, numeral in ((m["gloss_era"], m["gloss"]), (m["gloss2_era"], m["gloss2"])):
        if year and numeral and (gloss := either(era, numeral)):
            year = merged(year, gloss)
            if not year:
                return None, True
    return year, False


def _written(m: re.Match[str], lender: Lender) -> Year | None:
    if m["era"]:
        return of_era(m["era"], m["era_year"])
    if m["year_word"] or m["season_mark"]:
        return _from_word(m, lender)
    if m["same_year"]:
        return western(m["same_year"]) or continued(number(m["same_year"]) or 0, lender)
    count = number(m["year"])
    if count is None or count > 99:
        return western(m["year"])
    if m["year"][0] in "0〇零" and not lender.joined:  # 05年 is never a duration, nor of an era
        near = lender.document.year or lender.named.year
        return _of_century(count, near) if near else None
    evident = bool(m["month"] or m["span"] or m["apostrophe"] or m["aside"] or cues.shows_year(m.string, m.end("year") + 1))
    year = two_digits(count, lender, evident=evident)
    return year if count > 9 or lender.joined or (year and year.era) else None  # nobody writes 3年 for 2003年


def _from_word(m: re.Match[str], lender: Lender) -> Year | None:
    base, step = YEAR_WORDS[m["year_word"]] if m["year_word"] else SEASON_MARKS[m["season_mark"]]
    known = lender.base(base)
    if not known.year:
        return None
    fiscal_year_before = m["span"] == "度" and base == "document" and known.month in (1, 2, 3)
    return lent(known.year + step - fiscal_year_before, known)
