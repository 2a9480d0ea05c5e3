"""A month and a day parted by a stroke, which else is a fraction: 9/18(日), 9/5～9/6, 5/31まで."""

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import calendars, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import form
from kaidan.normalizers.dates.values import UNPLACED, Value
from kaidan.normalizers.dates.written import Written


@form(
    r"""
    (?<![0-9/.]) (?P<month>[0-9]{{1,2}}) / (?P<day>[0-9]{{1,2}}) (?![0-9/年月])
    (?P<further>(?:[・~-][0-9]{{1,2}}(?![0-9/.]))?)
    (?: (?={s}[~-]{s}(?P<last_month>[0-9]{{1,2}})/(?P<last_day>[0-9]{{1,2}})(?![0-9/.年月])) )?
    (?: {weekday} )?
    """,
    examples={"9/18(日)": None},
    behind="/",
    placed_by=("month", "nothing"),
)
def read_month_and_day_with_a_slash(written: Written, context: Context) -> Value | None:
    """Read 9/18(日), the 9/5 of 9/5～9/6, 5/31まで; else it is a fraction."""
    if written.lead.mark:
        return None
    year, month, day = context.lender_of("year").year, int(written.month), int(written.day)
    is_shown = bool(written.weekday)
    if year and not is_shown:
        is_shown = _is_range_of_days(written) or _goes_on_as_day(written)
        is_shown = is_shown or _follows_another(written, context)
    if not is_shown:
        return None
    if not year:
        return UNPLACED
    western = years.western_year(year)
    value = calendars.value_of_day(western, month, day, written.weekday)
    if written.further and not written.weekday:
        last = calendars.value_of_day(western, month, int(written.further[1:]))
        return value.saying(f"{value.edtf}/{last.edtf}") if value.edtf and last.edtf else None
    return value


def _is_range_of_days(written: Written) -> bool:
    """Say whether two pairs of numbers are the ends of a range of days, and not of fractions: 1/3～1/2, 1/4～3/4."""
    if not written.last_month:
        return False
    first = int(written.month), int(written.day)
    last = int(written.last_month), int(written.last_day)
    are_fractions = all(month < day <= 12 for month, day in (first, last))
    return not are_fractions and (first < last or (first[0] >= 10 and last[0] <= 3))


def _follows_another(written: Written, context: Context) -> bool:
    """Say whether a later day follows one that is written alike: 放流は2/25、3/4を予定."""
    named = context.named
    if not context.tie or not named.day:
        return False
    is_alike = written.text.endswith((f"/{named.day}", f"/{named.day:02}"), 0, written.start - 1)
    return is_alike and (named.month or 0, named.day) < (int(written.month), int(written.day))


def _goes_on_as_day(written: Written) -> bool:
    """Say whether the text goes on as behind a day: 5/31まで, 4/23・24, 8/30に; 1/2 and 3/4 are mostly fractions."""
    month, day = int(written.month), int(written.day)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return False
    text, end = written.text, written.end
    if further := written.further:
        last = int(further[1:])
        return day < last <= 31 and (further[0] != "-" or last > 12)  # 1/3-4
    if text.startswith(spelled("continuations", "behind a day with a slash"), end):
        return True
    return day > 12 and text[end] in "にはの、,~"
