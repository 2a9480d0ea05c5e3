"""Years that say which they are: an era's, a western one, another epoch's, both calendars at once; and one that another date lends."""

from functools import lru_cache

from kaidan.lexicon.eras import Era, eras_by_word
from kaidan.lexicon.words import meanings
from kaidan.normalizers.dates.edtf import LATEST
from kaidan.normalizers.dates.lunisolar import GREGORIAN_SINCE, WITHIN_WESTERN_YEAR
from kaidan.normalizers.dates.values import Value, Year
from kaidan.normalizers.dates.vocabulary import words_before_the_epoch
from kaidan.text.numerals import number

_OLDEST_IN_FULL, NEWEST_IN_FULL = 1000, 2200
"""Years of four digits."""
_LONGEST_ERA = 200


@lru_cache(maxsize=1024)
def year_of_era(word: str, numeral: str) -> Year | None:
    """Read 平成 with 26, 令 with 元, 安政 with 元; None where the era has no such year.

    An era year becomes a western one here: the western year in which its 元年 began, and so many years on.

    >>> year_of_era("平成", "二六").number, year_of_era("平成", "0"), year_of_era("安政", "元")[:4]
    (2014, None, (1854, ('安政', 1), ('lunisolar',), True))
    """
    era, count = eras_by_word().get("".join(word.split())), number(numeral)
    if not era or not count or count >= _LONGEST_ERA:
        return None
    year = era.first_year + count - 1
    if era.is_modern:
        return counted_year(era, year, count)
    if era.last_year is None or year > era.last_year:
        return None
    return Year(year, (era.name, count), ("lunisolar",), lunisolar=True, counted_in=era.name)


def counted_year(era: Era, year: int, count: int) -> Year:
    """Return a year as a modern era counts it."""
    return Year(
        year,
        (era.name, count),
        lunisolar=year < GREGORIAN_SINCE,
        counted_in=era.name,
        may_overrun=not era.first_year < year < (era.last_year or LATEST),
    )


@lru_cache(maxsize=1024)
def western_year(number_of_year: int) -> Year:
    """Return a western year."""
    return Year(number_of_year)


@lru_cache(maxsize=1024)
def year_in_full(numeral: str) -> Year | None:
    """Read a western year of four digits."""
    year = number(numeral)
    return western_year(year) if year and _OLDEST_IN_FULL <= year < NEWEST_IN_FULL else None


def year_of_epoch(calendar: str, numeral: str) -> Year | None:
    """Read a year counted from a named epoch: 西暦390年, 紀元前660年, 皇紀2600年, 民国100年.

    >>> year_of_epoch("紀元前", "660").number, year_of_epoch("皇紀", "2600").number
    (-659, 1940)
    """
    count = number(numeral)
    if not count:
        return None
    if calendar in words_before_the_epoch():
        return western_year(1 - count)
    if shift := meanings("calendars", "counted").get(calendar):
        return western_year(count + int(shift))
    return western_year(count) if count < NEWEST_IN_FULL else None


def year_of_either(era: str, numeral: str) -> Year | None:
    """Read a year with or without an era before it."""
    if era:
        return year_of_era(era, numeral)
    count = number(numeral)
    return western_year(count) if count and 100 <= count < NEWEST_IN_FULL else None


def merged(written: Year, gloss: Year, month: int | None = None) -> Year | None:
    """Join the two calendars of one date; None where they disagree, as nobody knows which is meant.

    A western year in front makes the month and day Gregorian: 1855年(安政元年)2月7日. A lunisolar year ends in the next western one,
    but none of its first ten months lies there.
    """
    western, counted = (gloss, written) if written.era else (written, gloss)
    is_late = not written.lunisolar or (month or LATEST) > WITHIN_WESTERN_YEAR
    latest = counted.number + (is_late and max(written.lunisolar, gloss.lunisolar))
    if not counted.number <= western.number <= latest:
        return None
    era = written.era or gloss.era
    modern = eras_by_word().get(era[0]) if era else None
    if era and modern and modern.is_modern and written.number >= GREGORIAN_SINCE:
        year = counted_year(modern, written.number, era[1])
        return year if written.era else year._replace(counted_in=None)
    if written.lunisolar:
        return written
    return Year(written.number, era, written.flags)


def year_lent_by(lender: Value, year: int) -> Year:
    """Return a year that another date lends, whose months are lunisolar if that date's were."""
    count = year - (lender.year or year)
    if lender.lunisolar and year < GREGORIAN_SINCE:
        era = lender.era and (lender.era[0], lender.era[1] + count)
        return Year(year, era, ("lunisolar",), lunisolar=True, counted_in=lender.counted_in)
    if not lender.counted_in:
        return western_year(year)
    return _counted_on(year, lender.counted_in)


@lru_cache(maxsize=1024)
def _counted_on(year: int, counted_in: str) -> Year:
    """Return a year without an era of its own, behind which years are still counted in one: 昭和二八年…、同年…、同三二年."""
    era = eras_by_word()[counted_in]
    if era.is_modern and year < GREGORIAN_SINCE:
        return counted_year(era, year, year - era.first_year + 1)
    if era.last_year and year > era.last_year:
        return western_year(year)
    return Year(year, counted_in=counted_in)
