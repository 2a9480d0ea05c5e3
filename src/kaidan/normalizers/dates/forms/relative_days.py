"""Weeks, and a day so many years ago: 来週, 先週金曜日, 今週22日, 50年前の今日."""

from datetime import date, timedelta

from kaidan.normalizers.dates import calendars, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import form
from kaidan.normalizers.dates.grammar import WEEKDAYS
from kaidan.normalizers.dates.values import UNPLACED, Value
from kaidan.normalizers.dates.vocabulary import relative_words
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import number


@form(
    r"""
    (?P<week_word>{week_word})
    (?: の? \x20? (?P<day>{number}) 日 (?!間) (?:{weekday})? | の? (?P<day_of_week>{weekdays}) 曜?日? )?
    """,
    examples={"来週": None},
    words=("week",),
)
def read_week(written: Written, context: Context) -> Value | None:
    """Read a week, from Monday to Sunday, or a day of it."""
    if written.lead.calendar:
        return None
    step = relative_words("week")[written.week_word]
    monday = _monday(context.base(step.base), step.units)
    if not monday:
        return UNPLACED
    if written.day:
        day = _day_near(monday, number(written.day) or 0)
        if not day:
            return None
        year = years.western_year(day.year)
        return calendars.value_of_day(year, day.month, day.day, written.weekday)
    if name := written.day_of_week:
        return calendars.value_on(monday + timedelta(days=WEEKDAYS.index(name)))
    sunday = monday + timedelta(days=6)
    return Value(f"{monday}/{sunday}", "day", year=monday.year, month=monday.month)


def _monday(known: Value, weeks: int) -> date | None:
    if not (known.year and known.month and known.day) or known.lunisolar:
        return None
    day = date(known.year, known.month, known.day)
    return day + timedelta(days=7 * weeks - day.weekday())


def _day_near(monday: date, day: int) -> date | None:
    """Return the day of the month that lies in the week, or in the one that begins on its Sunday."""
    days = (monday + timedelta(days=count) for count in range(-1, 13))
    return next((one for one in days if one.day == day), None)


@form(
    r"(?P<years>{number}) 年 (?P<side>[前後]) の (?P<today>今日|きょう|本日) (?!の?[国社世日])",
    examples={"50年前の今日": None},
    behind="年",
    behind_unit="前後",
    placed_by=("month", "nothing"),
)
def read_this_day_years_ago(written: Written, context: Context) -> Value | None:
    """Read 50年前の今日: the document's day, so many years off."""
    known, count = context.document, number(written.years)
    if not count:
        return None
    if not (known.year and known.month and known.day):
        return UNPLACED
    year = known.year + (count if written.side == "後" else -count)
    return calendars.value_of_day(years.western_year(year), known.month, known.day)
