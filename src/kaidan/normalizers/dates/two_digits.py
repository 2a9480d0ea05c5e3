"""Years of two digits: an era's or a century's that goes on, or one that needs another date to be placed."""

from dataclasses import replace

from kaidan.lexicon.eras import Era, eras_by_word, modern_eras
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.values import Year
from kaidan.normalizers.dates.years import counted_year, western_year
from kaidan.text.numerals import number

_RESOLVED_AGAINST = 1999
"""The year that two digits are near to where nothing else is known."""
_THIS_CENTURY = 2019
_AHEAD_OF_NAMED = 75
"""So many years behind the one named last at most lies a year of two digits: 1941年生まれ。95年に退職, but 1970年…。55年."""
HIGHEST_OF_AN_ERA_TODAY = 31
"""Two digits above are mostly western: 平成 ended in its 31st year."""
HIGHEST_OF_ANY_ERA = 64
_GAMES_AHEAD = 12
"""So many years ahead games and expositions are named: 20年東京五輪."""
_DOCUMENT_AHEAD = 2
"""So many years ahead of the document a year of the era may lie that is named without it: 平成十年の 十二年四月から."""
_PLANNED_AHEAD = 10
"""So many years ahead an era is counted on beyond its end: 平成三十一年四月一日から施行し、三十二年四月一日に廃止する."""
_SOON = 3
_CLOSE = range(-6, 4)
"""Years off the document's in which a small number is taken for one of today."""
_NOT_FAR = range(-12, 7)
"""And, if it cannot be one of those, for one of the last years or the next, if it can be one of them only."""


def continued_year(count: int, context: Context) -> Year | None:
    """Go on with the era or the century of the year that the text named last: 同31年, 翌46年, …、37年."""
    named = context.named
    if named.year is None:
        return None
    if named.counted_in:
        era = eras_by_word()[named.counted_in]
        year = era.first_year + count - 1
        if not era.last_year or year <= era.last_year:
            return _year_in(era, year, count)
        if era.is_modern and 0 < year - named.year <= _PLANNED_AHEAD:
            return _year_in(era, year, count)
        if count <= HIGHEST_OF_AN_ERA_TODAY or not era.is_modern:
            return None
    if named.era and (counted := _year_in_both(named.era[0], named.year, count)):
        return counted
    if not context.document.year and not context.tie:
        return _year_near(named.year, count)
    if named.year == context.document.year and count <= HIGHEST_OF_AN_ERA_TODAY and not context.tie:
        return year_close_to(named.year, count)  # 1月30日に…。27年5月
    latest = max(
        named.year + 20 * bool(context.tie), context.document.year or _end_of_century(named.year)
    )
    of_century = _year_of_century(count, latest)
    if _may_be_of_either_century(of_century.number, context):
        return None
    return _year_planned(of_century.number, context) or _year_of_story(of_century, named.year)


def _year_of_story(of_century: Year, named: int) -> Year:
    """Return the year itself, or one of another century where it lies too far from the one named.

    So 1873年…。79年4月, told in 2019, and 07年10月に分社し、17年9月までに, told in 2005.
    """
    is_far = abs(of_century.number - named) > _AHEAD_OF_NAMED
    return _year_near(named, of_century.number % 100) if is_far else of_century


def _year_planned(of_century: int, context: Context) -> Year | None:
    """Return the year close to the document's where that of the century before lies far from all that was named.

    So 1897年に創業。99年3月までに, told in 1997, and 1997年に開業。22年度末に, told in 2015.
    """
    told, named = context.document.year or 0, context.named.year or 0
    for year in (of_century, of_century + 100):
        if -_SOON <= year - told <= _PLANNED_AHEAD and abs(year - 100 - named) > _SOON:
            return Year(year)
    return None


def _may_be_of_either_century(of_century: int, context: Context) -> bool:
    """Say whether a year is as close to the one named as to the document, and still to come: 1897年に創業。99年3月までに, told in 1997."""
    told, named = context.document.year or of_century, context.named.year or 0
    return any(
        0 < year - told <= _SOON and 0 <= year - 100 - named <= _SOON
        for year in (of_century, of_century + 100)
    )


def _year_in_both(name: str, named: int, count: int) -> Year | None:
    """Return the year of an era that follows a western one with its era, if no western year is nearer.

    It is so in 1961年（昭和36年）、37年, and not in 1950年（昭和25）、55年.
    """
    era = eras_by_word()[name]
    ahead = era.first_year + count - 1 - named
    is_nearer = 0 < ahead < (count - named) % 100
    has_year = not era.last_year or named + ahead <= era.last_year
    return _year_in(era, named + ahead, count) if is_nearer and has_year else None


def _year_near(named: int, count: int) -> Year:
    """Return the western year of two digits that lies closest to another, but not in times to come: 1989年生まれ。07年入団."""
    ahead = (count - named) % 100
    is_ahead = ahead <= _AHEAD_OF_NAMED and named + ahead <= _THIS_CENTURY + _PLANNED_AHEAD
    return Year(named + ahead - (0 if is_ahead else 100))


def _year_in(era: Era, year: int, count: int) -> Year:
    if era.is_modern:
        return counted_year(era, year, count)
    return Year(year, (era.name, count), ("lunisolar",), lunisolar=True, counted_in=era.name)


def _end_of_century(year: int) -> int:
    return year // 100 * 100 + 99 if year < 2000 else 0


def next_year(count: int, context: Context) -> Year | None:
    """Read the other end of a range or a pair, which lies ahead: 昭和20年から47年, 昭和55、6年, 1894-5年."""
    year, named = continued_year(count, context), context.named.year or 0
    if not context.named.counted_in and named % 10 < count < 10:
        return western_year(named // 10 * 10 + count)
    if year and count < 10 and year.number < named:
        before = year.era[1] + named - year.number if year.era else named % 100
        year = continued_year(before // 10 * 10 + count, context)
    return year if year and year.number >= named else None


def year_of_two_digits(count: int, context: Context, *, is_evident: bool) -> Year | None:
    """Read a year of two digits from the years around it, or None where that would be a guess.

    An era or a century that the text named goes on; otherwise a number too great for an era of today is of the last hundred years,
    and a smaller one is whatever lies close to the document, if that is one thing.
    """
    if context.named.year and context.tie:
        is_before_christ = context.named.year < 0  # 前206年～8年
        year = western_year(count) if is_before_christ else next_year(count, context)
        if year or context.tie == "range" or not context.named.day:
            return year
        context = replace(context, tie="")  # 31日、12年10～12月期の決算を
    if not is_evident:
        return None
    if context.named.year:
        return continued_year(count, context)
    near = context.document.year
    if count > HIGHEST_OF_ANY_ERA:
        near = near or _RESOLVED_AGAINST
    if not near:
        return None
    return (
        _year_of_century(count, near)
        if count > HIGHEST_OF_AN_ERA_TODAY
        else year_close_to(near, count)
    )


def year_of_last_century(count: int) -> Year:
    """Return the year of two digits that a series of them shows to be western."""
    return _year_of_century(count, _RESOLVED_AGAINST)


def _year_of_century(count: int, latest: int, ahead: int = 5) -> Year:
    year = latest // 100 * 100 + count
    return Year(year if year <= latest + ahead else year - 100)


def year_of_zero_digits(count: int, context: Context) -> Year:
    """Read 05年, which is never a duration, nor a year of an era."""
    if context.named.year and not context.document.year:
        return _year_near(context.named.year, count)
    return _year_of_century(count, context.document.year or _THIS_CENTURY)


def short_western_year(count: int, context: Context) -> Year | None:
    """Read the 98 of 98/11/12, which no era of today has, or a smaller one close to the document if no era has that."""
    near = context.document.year or context.named.year
    if count > HIGHEST_OF_ANY_ERA:
        return _year_of_century(count, near or _RESOLVED_AGAINST)
    year = year_close_to(near, count) if near else None
    return year if year and not year.era else None


def year_with_apostrophe(count: int) -> Year | None:
    """Read '64年 where nothing else is known: an apostrophe stands for the century, and '25 to '31 may be of either."""
    is_of_either = _THIS_CENTURY + 5 < 2000 + count <= 2000 + HIGHEST_OF_AN_ERA_TODAY
    return None if is_of_either else _year_of_century(count, _THIS_CENTURY)


def year_of_games(count: int, context: Context) -> Year | None:
    """Read 20年東京五輪, which may lie ahead; None where 32年東京五輪 may be counted in an era (平成32年)."""
    near = context.document.year or context.named.year or _RESOLVED_AGAINST
    year = _year_of_century(count, near, ahead=_GAMES_AHEAD)
    eras = (era for era in modern_eras() if era.first_year <= near)
    in_eras = [era.first_year + count - 1 - near for era in eras]
    if near - year.number > _GAMES_AHEAD and any(
        -_GAMES_AHEAD < ahead <= _GAMES_AHEAD for ahead in in_eras
    ):
        return None
    return year


def year_of_latest_era(count: int, near: int) -> Year | None:
    """Return the year of the latest era that has reached it by the year ``near``, or is about to; a western one if that is nearer."""
    reached = [
        counted_year(era, era.first_year + count - 1, count)
        for era in modern_eras()
        if era.first_year <= near
        and (not era.last_year or era.first_year + count - 1 <= era.last_year)
    ]
    latest = max((year for year in reached if year.number - near <= _DOCUMENT_AHEAD), default=None)
    if not latest:
        return None
    western = _year_of_century(count, near)
    is_nearer = near and abs(western.number - near) < abs(latest.number - near)
    return western if is_nearer else latest


def year_close_to(near: int, count: int) -> Year | None:
    """Return the only year of two digits that lies close to another, or not far from it: an era's, or a western one."""
    eras = (era for era in modern_eras() if era.first_year <= near)
    counted = (counted_year(era, era.first_year + count - 1, count) for era in eras)
    years = (Year(near // 100 * 100 + count), *counted)
    for span in (_CLOSE, _NOT_FAR):
        found = [year for year in years if year.number - near in span]
        if found:
            is_sure = len(found) == 1 and not _may_be_planned(found[0], near, count)
            return found[0] if is_sure else None
    return None


def _may_be_planned(year: Year, near: int, count: int) -> bool:
    """Say whether the year of an era that has ended may be a western one to come: 31年3月まで続ける, told in 2021."""
    if not year.era:
        return False
    has_ended = 0 < (eras_by_word()[year.era[0]].last_year or 0) < near
    return has_ended and 0 < near // 100 * 100 + count - near <= _GAMES_AHEAD


def year_proved_by(numeral: str, gloss: Year) -> Year | None:
    """Read a year of two digits that the other calendar beside it proves: 21年(大正10), 27年(1894); of an unknown era 福徳2年(1491年)."""
    count = number(numeral)
    if not count or count > 99:
        return None
    if gloss.era:
        return western_year(gloss.number) if gloss.number % 100 == count else None
    counted = [
        counted_year(era, gloss.number, count)
        for era in modern_eras()
        if era.first_year + count - 1 == gloss.number
    ]
    return counted[0] if counted else None
