"""From the slots of a date to what they say."""

from datetime import date, timedelta

from kaidan.normalizers.dates import edtf, proof, tenses, values, years
from kaidan.normalizers.dates.known import RECURRING, UNPLACED, Lender, Reading
from kaidan.normalizers.dates.slots import LEAP, Slots
from kaidan.normalizers.dates.words import (
    DAY_NAMES,
    DAY_WORDS,
    MONTH_WORDS,
    OTHER_CALENDARS,
    PREFIXES,
    REPEATING,
)
from kaidan.normalizers.dates.years import Year
from kaidan.text.numerals import number

_YEAR_SLOTS = frozenset({"era", "same_year", "year", "year_word", "season_mark"})
_EVERY_YEAR = ("毎年、", "毎年度", "毎年度、", "各年", "各年度の")
_UNITS = ("日", "旬", ")")
_FAR = 10
"""A month that lies this many months off the document's is of the next year or of the last, if no verb says else: 12月 in a January."""
_LIKELY_PAST = 8
"""A month that lies this many months ahead is of the last year if the verb says so: 12月に訪問した in an April."""
_YEARS_AGO = 5
"""So many years ago lies what a text of today tells as history."""
_FIRST_DAYS, _LAST_DAYS = 7, 23
"""The days at the start and at the end of a month that may lie closer to those of the next or of the last."""
_RECENT = 2
"""So many months ago lies what a document tells day by day."""
_SETTLED = 6
"""What is reckoned for a month (12月分, 10～12月期) is reckoned behind it: it cannot lie this many months ahead."""


def read_calendar(slots: Slots, lender: Lender) -> Reading | None:
    """Say what the slots mean; None where it is no date."""
    first = slots.first
    if not proof.is_date(slots, lender):
        return None
    if slots.prefix in REPEATING or (
        first == "month" and _comes_every_year(slots.text, slots.start)
    ):
        return RECURRING if first == "month" else None
    if slots.prefix in OTHER_CALENDARS and not slots.era:
        return UNPLACED
    return (
        _day_alone(slots, lender)
        if first in ("day", "day_word")
        else _from_year(slots, first, lender)
    )


def _comes_every_year(text: str, start: int) -> bool:
    return text[start - 1] in "、度年の" and text.endswith(_EVERY_YEAR, 0, start)


def _from_year(slots: Slots, first: str, lender: Lender) -> Reading | None:
    year, disagree = _year(slots, first, lender)
    if disagree:
        return Reading(None, None, ("calendars-disagree",))
    if not year:
        return None if first in ("year", "month") and not slots.day else UNPLACED
    if slots.month or slots.month_word:
        return _in_month(slots, year, lender)
    if slots.day_name and DAY_NAMES[slots.day_name][0]:
        return values.on_day(year, *DAY_NAMES[slots.day_name])
    return (
        None
        if slots.day or slots.day_word
        else values.of_year(year, slots.span or slots.later_span, slots.part)
    )


def _year(slots: Slots, first: str, lender: Lender) -> tuple[Year | None, bool]:
    if first in _YEAR_SLOTS:
        return years.read(slots, lender)
    if first == "month_word":
        moved = _moved_month(slots, lender)
        return (years.of_west(moved[0]) if moved else None), False
    base = lender.default("year")
    borrowed = _borrowed(slots, lender, base)
    return (years.lent(borrowed, base) if borrowed else None), False


def _borrowed(slots: Slots, lender: Lender, base: Reading) -> int | None:
    """Return the year of a month that names none, from ``base`` or else the document."""
    document = lender.document
    month, day = number(slots.month) or 0, number(slots.day) or 0
    sign = PREFIXES[slots.prefix] if slots.prefix else 0
    if sign and document.year and document.month:
        return _stepped(sign, document, month, day)
    if not base.year or not base.month:
        return base.year
    if slots.day and base is not document and (sign := tenses.step(slots.text, slots.start)):
        return _stepped(sign, base, month, day)
    later = month - base.month
    if slots.month_mark == "翌":
        return base.year + (
            later < 0 or (later == 0 and day <= (base.day or day))
        )  # 八月一〇日、翌八月一一日
    if base is document:
        year = (lender.named.month and _told_on(slots, lender, month, day)) or base.year + _turn(
            slots, later
        )
        return _on_weekday(year, month, day, slots.weekday) if slots.weekday else year
    return base.year + (0 < month < base.month and lender.rolls(month, base.month, 12))


def _turn(slots: Slots, later: int) -> int:
    """Say whether a month that lies so many months from the document's is of the last year (-1), the same (0) or the next (1)."""
    if later >= _SETTLED and tenses.is_settled(slots.text, slots.end):
        return -1
    if -_FAR < later < _LIKELY_PAST:
        return 0
    told = tenses.tense(slots.text, slots.end)
    if later < 0:
        return told != "past"
    return -(told != "future" if later >= _FAR else told == "past")


def _told_on(slots: Slots, lender: Lender, month: int, day: int) -> int | None:
    """Return the year of the sentence before, where it goes on with what was or will be in it; None where it does not, or may not.

    So goes on what was told of the last year (昨年8月… 9月には…した) or of the next (来年3月19日… 3月26日に), and what was told day by
    day of years ago.
    """
    document, named = lender.document, lender.named
    ago = (document.year or 0) - (named.year or 0)
    if not document.month or (month, day or 31) < (named.month or 13, named.day or 0):
        return None
    if not ago:
        return named.year if (named.month or 0) > document.month else None
    ahead = (month, day) > (document.month, document.day or 0)
    if ago == -1:
        return None if ahead else named.year
    if ago == 1:
        return (
            named.year
            if ahead
            and month > document.month
            and tenses.tense(slots.text, slots.end) in ("past", "state")
            else None
        )
    return (
        named.year
        if ago >= _YEARS_AGO and day and named.day and abs(month - document.month) > 1
        else None
    )


def _on_weekday(year: int, month: int, day: int, weekday: str) -> int:
    """Return the year in which the day has that weekday, if it is this one or one beside it."""
    if not day or not 1 <= month <= 12:
        return year
    near = (
        values.on_day(years.of_west(there), month, day, weekday)
        for there in (year, year - 1, year + 1)
    )
    return next((reading.year for reading in near if reading.year and not reading.flags), year)


def _stepped(sign: int, base: Reading, month: int, day: int) -> int:
    """Return the year of the next such day behind (-1) or ahead (1) of another date."""
    there, here = (month, day), (base.month or month, base.day or day)
    return (base.year or 0) + sign * (there > here if sign < 0 else there < here)


def _moved_month(slots: Slots, lender: Lender) -> tuple[int, int] | None:
    base, step = MONTH_WORDS[slots.month_word]
    known = lender.base(base)
    if not known.year or not known.month:
        return None
    count = known.year * 12 + known.month - 1 + step
    return count // 12, count % 12 + 1


def _in_month(slots: Slots, year: Year, lender: Lender) -> Reading:
    month = number(slots.month) if slots.month else (_moved_month(slots, lender) or (0, 0))[1]
    if not month or not 1 <= month <= 12:
        return UNPLACED
    if slots.month_mark in LEAP:
        return _in_leap_month(slots, year, month)
    if slots.day:
        return values.on_day(year, month, number(slots.day) or 0, slots.weekday)
    if slots.day_name == "末日":
        return values.on_day(year, month, values.last_day(year, month))
    if slots.day_word == "同日" and lender.named.day:
        return values.on_day(year, month, lender.named.day)
    return values.of_month(year, month, slots.part)


def _in_leap_month(slots: Slots, year: Year, month: int) -> Reading:
    if slots.day:
        return values.on_day(year, month, number(slots.day) or 0, leap=True)
    day = values.last_day(year, month, leap=True)
    return (
        values.on_day(year, month, day, leap=True)
        if slots.day_name == "末日"
        else values.of_month(year, month, leap=True)
    )


def _day_alone(slots: Slots, lender: Lender) -> Reading | None:
    if slots.day_word:
        base, step = DAY_WORDS[slots.day_word]
        known = lender.base(base)
        if not (known.year and known.month and known.day):
            return UNPLACED
        return values.on(date(known.year, known.month, known.day) + timedelta(days=step))
    known, day = _month_of_day(slots, lender), number(slots.day)
    if not known.year or not known.month or not day or day > 31:
        return UNPLACED if slots.day_mark else None
    if lender.joined and known.day and not slots.text.endswith(_UNITS, 0, slots.start - 1):
        day = _with_tens(day, known.day)
    year, month = known.year, known.month
    if (
        known.day
        and (slots.day_mark == "翌" or lender.rolls(day, known.day, 31))
        and day < known.day
    ):
        year, month = year + month // 12, month % 12 + 1
    elif known is lender.document or (slots.weekday and not (lender.near or lender.joined)):
        year, month = _months_on(year, month, _month_turn(slots, known, lender.named, day))
    return values.on_day(years.of_west(year), month, day, slots.weekday)


def _months_on(year: int, month: int, count: int) -> tuple[int, int]:
    year, month = divmod(year * 12 + month - 1 + count, 12)
    return year, month + 1


def _month_turn(slots: Slots, known: Reading, named: Reading, day: int) -> int:
    """Say whether a bare day is of the last month (-1) or of the next (1): 28日に会談した on the 3rd, 2日に会談する on the 29th.

    A day still to come is of the month that was told of before, if it is said to be past.
    """
    today = known.day or 0
    if slots.weekday and known.year and known.month:
        for turn in (0, 1, -1):
            year, month = _months_on(known.year, known.month, turn)
            there = values.on_day(years.of_west(year), month, day, slots.weekday)
            if there.edtf and not there.flags:
                return turn
        return 0
    if not today or slots.day_mark:
        return 0
    if day <= today:
        return (
            today >= _LAST_DAYS
            and day <= _FIRST_DAYS
            and tenses.tense(slots.text, slots.end) == "future"
        )
    ago = ((known.year or 0) - (named.year or 0)) * 12 + (known.month or 0) - (named.month or 0)
    goes_on = 0 < ago <= _RECENT and named.month is not None and day >= (named.day or day)
    missing = day > edtf.length(known.year or 0, known.month or 1)  # 31日に on the 1st of September
    if not goes_on and not missing and not (today <= _FIRST_DAYS and day >= _LAST_DAYS):
        return 0
    return -(ago if goes_on else 1) * (
        tenses.tense(slots.text, slots.end, whole=slots.text[slots.end] == "、") == "past"
    )


def _with_tens(day: int, before: int) -> int:
    """Return the 15 of 十四、五日, which leaves out the tens."""
    told = before // 10 * 10 + day
    return told if day < min(10, before) and before < told <= 31 else day


def _month_of_day(slots: Slots, lender: Lender) -> Reading:
    if slots.day_mark == "本" and lender.document.month:
        return lender.document
    if slots.day_mark in ("同", "翌") and lender.named.month:
        return lender.named
    return lender.default("month")
