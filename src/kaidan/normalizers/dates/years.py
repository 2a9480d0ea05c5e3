"""The slot of the year: an era's, a western one, both, a word, or two digits that need another date to be understood."""

from functools import lru_cache
from typing import NamedTuple

from kaidan.normalizers.dates import cues
from kaidan.normalizers.dates.edtf import LATEST
from kaidan.normalizers.dates.eras import GREGORIAN_SINCE, each_era, eras, old_eras, year_of
from kaidan.normalizers.dates.known import Lender, Reading
from kaidan.normalizers.dates.slots import Slots
from kaidan.normalizers.dates.words import SEASON_MARKS, YEAR_WORDS
from kaidan.text.numerals import number

_OLDEST, _NEWEST = 1000, 2200
_LONGEST_ERA = 200
_GAMES = 12
"""So many years ahead games and expositions are named: 20年東京五輪."""
_NOW = 2019
"""The year from which two digits count where nothing else is known; years written 05年 are of this century."""
_TWO_ERAS = 1989
"""Since then the year of an era is small again, and two digits above thirty are mostly western."""
_TENS = frozenset("十拾廿卅丗")
_AHEAD = 2
"""So many years ahead of the document a year of the era may lie that is named without it: 平成十年の 十二年四月から."""
_PLANNED = 10
"""So many years ahead an era is counted on beyond its end: 平成三十一年四月一日から施行し、三十二年四月一日に廃止する."""


class Year(NamedTuple):
    """A year as named.

    ``style`` is the era in which years that follow without one are counted; none where a western year placed a lunisolar one.
    ``lunar`` says that its months are of the lunisolar calendar, ``edge`` that the year is not wholly inside that era.
    """

    gregorian: int
    era: tuple[str, int] | None = None
    flags: tuple[str, ...] = ()
    lunar: bool = False
    style: str | None = None
    edge: bool = False


@lru_cache(maxsize=1024)
def of_era(sign: str, numeral: str) -> Year | None:
    """Read 平成 with 26, 令 with 元, 安政 with 元; None where the era has no such year.

    >>> of_era("平成", "二六").gregorian, of_era("平成", "0"), of_era("安政", "元")[:4]
    (2014, None, (1854, ('安政', 1), ('lunisolar',), True))
    """
    sign, count = "".join(sign.split()), number(numeral)
    if not count or count >= _LONGEST_ERA:
        return None
    if era := eras().get(sign):
        year = year_of(era, count)
        return _in_era(year, (era.name, count), (), lunar=year < GREGORIAN_SINCE)
    first, last = old_eras().get(sign, (0, -1))
    return (
        Year(first + count - 1, (sign, count), ("lunisolar",), lunar=True)
        if first + count - 1 <= last
        else None
    )


def _in_era(
    gregorian: int, era: tuple[str, int] | None, flags: tuple[str, ...], *, lunar: bool
) -> Year:
    """Return the year that an era counts, or that a western year in front names too."""
    counts_on = eras().get(era[0]) if era and (lunar or gregorian >= GREGORIAN_SINCE) else None
    if not counts_on:
        return Year(gregorian, era, flags, lunar)
    edge = not counts_on.first_year < gregorian < (counts_on.last_year or LATEST)
    return Year(gregorian, era, flags, lunar, counts_on.name, edge)


@lru_cache(maxsize=1024)
def of_west(gregorian: int) -> Year:
    """Return a western year."""
    return Year(gregorian)


@lru_cache(maxsize=1024)
def western(numeral: str) -> Year | None:
    """Read a western year of four digits."""
    year = number(numeral)
    return of_west(year) if year and _OLDEST <= year < _NEWEST else None


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
    return _in_era(written.gregorian, written.era or gloss.era, written.flags, lunar=written.lunar)


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


def _of_century(count: int, latest: int, ahead: int = 5) -> Year:
    year = latest // 100 * 100 + count
    return Year(year if year <= latest + ahead else year - 100)


def _of_games(count: int, near: int) -> Year | None:
    """Read 20年東京五輪, which may lie ahead; None where 32年東京五輪 may be counted in an era (平成32年)."""
    year = _of_century(count, near, ahead=_GAMES)
    in_eras = (year_of(era, count) - near for era in each_era() if era.first_year <= near)
    return (
        None
        if near - year.gregorian > _GAMES and any(-_GAMES < ahead <= _GAMES for ahead in in_eras)
        else year
    )


@lru_cache(maxsize=1024)
def _styled(gregorian: int, style: str) -> Year:
    """Return a year without an era of its own, behind which years are still counted in one: 昭和二八年…、同年…、同三二年."""
    last = eras()[style].last_year
    return of_west(gregorian) if last and gregorian > last else Year(gregorian, style=style)


def lent(gregorian: int, lender: Reading) -> Year:
    """Return a year that another date lends, whose months are lunisolar if that date's were."""
    if lender.precision == "year" and lender.era and "lunisolar" in lender.flags:
        return of_era(
            lender.era[0], str(lender.era[1] + gregorian - (lender.year or gregorian))
        ) or of_west(gregorian)
    if not lender.style:
        return of_west(gregorian)
    if gregorian >= GREGORIAN_SINCE:
        return _styled(gregorian, lender.style)
    return of_era(lender.style, str(gregorian - eras()[lender.style].first_year + 1)) or of_west(
        gregorian
    )


def continued(count: int, lender: Lender) -> Year | None:
    """Go on with the era or the century of the year that the text named last."""
    named = lender.named
    if named.year is None:
        return None
    if named.style:
        era = eras()[named.style]
        year = year_of(era, count)
        if not era.last_year or year <= era.last_year or 0 < year - named.year <= _PLANNED:
            return _in_era(year, (era.name, count), (), lunar=year < GREGORIAN_SINCE)
        if count <= 31:
            return None
    century_over = (
        named.year // 100 * 100 + 99 if named.year < 2000 and not lender.document.year else 0
    )
    return _of_century(
        count, max(named.year + 20 * bool(lender.joined), lender.document.year or century_over)
    )


def _next(count: int, lender: Lender) -> Year | None:
    """Read the other end of a range or a pair, which lies ahead: the 47年 of 昭和20年から47年, the 6年 of 昭和55、6年."""
    year = continued(count, lender)
    named = lender.named.year or 0
    if year and count < 10 and year.gregorian < named:
        tens = (year.era[1] + named - year.gregorian if year.era else named % 100) // 10 * 10
        year = continued(tens + count, lender)
    return year if year and year.gregorian >= named else None


def _closest(count: int, near: int) -> Year | None:
    eras_ = [
        era
        for era in each_era()
        if era.first_year <= near and -6 <= year_of(era, count) - near <= 3
    ]
    western_year = near // 100 * 100 + count
    if -6 <= western_year - near <= 3:
        return None if eras_ else Year(western_year)
    return (
        _in_era(year_of(eras_[0], count), (eras_[0].name, count), (), lunar=False)
        if len(eras_) == 1
        else None
    )


def read(slots: Slots, lender: Lender) -> tuple[Year | None, bool]:
    """Read the slot of the year and say whether its two calendars disagree."""
    if slots.word and slots.glosses:  # 翌年(昭和二十一年)
        return either(*slots.glosses[0]), False
    year = (
        of_era(slots.era, slots.year)
        if slots.era
        else (slots.glosses and _proved(slots)) or _written(slots, lender)
    )
    for era, numeral in slots.glosses:
        if year and (gloss := either(era, numeral)):
            year = merged(year, gloss)
            if not year:
                return None, True
    return year, False


def _proved(slots: Slots) -> Year | None:
    """Read a year of two digits that the other calendar beside it proves: 21年(大正10), 27年(1894)."""
    count, gloss = number(slots.year), either(*slots.glosses[0])
    if not count or count > 99 or not gloss:
        return None
    if gloss.era:
        return of_west(gloss.gregorian) if gloss.gregorian % 100 == count else None
    return next(
        (
            of_era(era.name, slots.year)
            for era in each_era()
            if year_of(era, count) == gloss.gregorian
        ),
        None,
    )


def _written(slots: Slots, lender: Lender) -> Year | None:
    if slots.word:
        return _from_word(slots, lender)
    count = number(slots.year)
    if count is None or count > 99:
        return western(slots.year)
    if slots.first == "same_year":  # 同31年, 翌46年
        return continued(count, lender)
    return _short(count, slots, lender)


def _short(count: int, slots: Slots, lender: Lender) -> Year | None:
    """Read a year of one or two digits."""
    near = lender.document.year or lender.named.year
    if (
        len(slots.year) == 2 and slots.year[0] in "0〇零" and not lender.joined
    ):  # 05年 is never a duration, nor of an era
        return _of_century(count, near or _NOW)
    end = slots.at + len(slots.year) + 1
    if not lender.named.style and not lender.joined and cues.names_games(slots.text, end):
        return _of_games(count, near or 1999)
    told = slots.month or slots.span or slots.later_span or slots.apostrophe or slots.aside
    evident = bool(told) or cues.shows_year(slots.text, end) or _counts_on(count, slots, lender)
    if evident and _counted_in_era(slots, lender) and (latest := _of_latest_era(count, near or 0)):
        western_year = _of_century(count, near or 0)
        nearer = near and abs(western_year.gregorian - near) < abs(latest.gregorian - near)
        return western_year if nearer else latest
    year = two_digits(count, lender, evident=evident)
    return (
        year if count > 9 or lender.joined or (year and year.era) else None
    )  # nobody writes 3年 for 2003年


def _counts_on(count: int, slots: Slots, lender: Lender) -> bool:
    """Say whether a year is the next in a row of a table, 平成14年 15年 16年, or names a work: 大正3年「新短歌」、11年「純正」."""
    if slots.text[slots.end] in "「『":
        return lender.named.style is not None and slots.text[slots.start - 1 : slots.start] in (
            "、",
            "。",
        )
    last, before = lender.named.era, slots.text[max(0, slots.start - 6) : slots.start]
    return (
        last is not None
        and count == last[1] + 1
        and before[-1:] in (" ", "\n", "|")
        and before.rstrip(" \n|").endswith("年")
    )


def _counted_in_era(slots: Slots, lender: Lender) -> bool:
    """Say whether a year of two digits is an era's, though none is named.

    It is so where tens are written (四十八年十月, but 七三年) and in a document of the Shōwa era or before; but events are called by
    the western year (六十年安保, 五六年の宣言).
    """
    tens = not _TENS.isdisjoint(slots.year)
    if lender.named.style or lender.joined or "代" in (slots.span, slots.later_span):
        return False
    if not tens and not 0 < (lender.document.year or 0) < _TWO_ERAS:
        return False
    return bool(slots.month or slots.span) or not cues.names_event(
        slots.text, slots.at + len(slots.year) + 1, at_once=tens
    )


def _of_latest_era(count: int, near: int) -> Year | None:
    """Return the year of the latest era that has reached it by the document, or is about to."""
    reached = [
        era
        for era in each_era()
        if era.first_year <= near and (not era.last_year or year_of(era, count) <= era.last_year)
    ]
    years = [_in_era(year_of(era, count), (era.name, count), (), lunar=False) for era in reached]
    return max((year for year in years if year.gregorian - near <= _AHEAD), default=None)


def _from_word(slots: Slots, lender: Lender) -> Year | None:
    base, step = YEAR_WORDS.get(slots.word) or SEASON_MARKS[slots.word[0]]
    known = lender.base(base)
    if not known.year:
        return None
    fiscal_year_before = slots.span == "度" and base == "document" and known.month in (1, 2, 3)
    return lent(known.year + step - fiscal_year_before, known)
