"""Whether a bare day is of the document's month, of the last or of the next one, as its verb, its weekday and the text before it tell."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import calendars, years
from kaidan.normalizers.dates.borrowing import is_adverbial
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.written import Written
from kaidan.text import BREAK
from kaidan.text.tense import NEAR, tense_behind

_FIRST_DAYS, _LAST_DAYS = 7, 23
"""The days at the start and at the end of a month that may lie closer to those of the next or of the last."""
_THESE_DAYS = 3
"""A day so few days past is not that of the next month, unless that is said."""
_RECENT = 2
"""So many months ago lies what a document tells day by day."""


def month_turn(written: Written, known: Value, named: Value, day: int) -> int:
    """Say whether a bare day is of the last month (-1) or of the next (1): 28日に会談した on the 3rd, 2日に会談する on the 29th.

    A day still to come is of the month that was told of before, or the last one, if it is said to be past.
    """
    today, text, end = known.day or 0, written.text, written.end
    if weekday := written.weekday:
        return _turn_of_weekday(known, day, weekday)
    if not today or written.lead.mark:
        return 0
    if day <= today:
        tense = tense_behind(text, end)
        is_close = today >= _LAST_DAYS and day <= _FIRST_DAYS and tense == "future"
        is_long_past = day < today - _THESE_DAYS  # 8日までに三つの金, told on the 9th
        return is_close or (is_long_past and tense == "plan" and _is_planned_at_once(text, end))
    if day == today + 1:  # where they met it was the next day already
        return 0
    if _tells_ahead(known, named, today) or _of_plan().match(text, end):
        return 0
    ago = ((known.year or 0) - (named.year or 0)) * 12 + (known.month or 0) - (named.month or 0)
    goes_on = 0 < ago <= _RECENT and named.month is not None and day >= (named.day or day)
    tense = tense_behind(text, end, of_sentence=text[end] == "、")
    return -(ago if goes_on else 1) * (tense == "past")


def _tells_ahead(known: Value, named: Value, today: int) -> bool:
    """Say whether the text has told of a day still to come in the document's month."""
    return (named.year, named.month) == (known.year, known.month) and (named.day or 0) > today


@cache
def _of_plan() -> re.Pattern[str]:
    """Return the pattern of a plan that a day belongs to, whatever was done with it: 6日の発射予定を設定した."""
    return re.compile(rf"の[^\W0-9ぁ-ゖ]{{1,8}}?{any_of(spelled('tense', 'plan of a noun'))}")


def _turn_of_weekday(known: Value, day: int, weekday: str) -> int:
    for turn in (0, 1, -1) if known.year and known.month else ():
        year, month = months_on(known.year or 0, known.month or 0, turn)
        there = calendars.value_of_day(years.western_year(year), month, day, weekday)
        if there.edtf and not there.flags:
            return turn
    return 0


def _is_planned_at_once(text: str, end: int) -> bool:
    """Say whether the first verb behind a date plans: 10日に会う予定だ, but not 17日に発表され、訪問は延期の見通しだ."""
    if not is_adverbial(text, end):
        return False
    comma = text.find("、", end + 3, end + NEAR)  # but not that of 10日に、会う予定だ
    return comma < 0 or tense_behind(text[end:comma] + BREAK, 0) == "plan"


def months_on(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month so many months on.

    >>> months_on(2014, 12, 1)
    (2015, 1)
    """
    year, month = divmod(year * 12 + month - 1 + count, 12)
    return year, month + 1
