"""From what is written as year, month and day to a value, in the calendar that the text names."""

from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.dates import calendars, edtf, years
from kaidan.normalizers.dates.borrowing import borrowed_year, is_of_another_thing
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.counts import names_games
from kaidan.normalizers.dates.days_alone import value_of_day_alone
from kaidan.normalizers.dates.lunisolar import GREGORIAN_SINCE
from kaidan.normalizers.dates.month_turns import months_on
from kaidan.normalizers.dates.values import RECURRING, UNPLACED, Value, Year
from kaidan.normalizers.dates.vocabulary import (
    ONE_YEAR_BEFORE,
    kind_of_calendar,
    relative_words,
)
from kaidan.normalizers.dates.written import Written
from kaidan.normalizers.dates.year_slot import DISAGREEING, read_year
from kaidan.text.numerals import number
from kaidan.text.tense import NEAR

_MONTH_SLOTS = frozenset({"month alone", "month with day", "month word"})
_DAY_SLOTS = frozenset({"day alone", "marked day", "day word"})
_TO_BRACKET = 6
"""So many signs before a day at most opens the bracket in which it stands for another: (日本時間."""
_BEFORE_FEASTS = "は、 :日祭"
"""What a feast ends in before its day: a look at it spares one at all their names."""
_WEAK_SLOTS = frozenset(
    {
        "weak era year",
        "year alone",
        "three digits",
        "few years",
        "year with month",
        "month alone",
        "month with day",
    }
)
"""What is no date where its year cannot be told."""


def comes_every_year(written: Written) -> bool:
    """Say whether what stands before a month says that it comes back: 毎年、4月に."""
    return written.text.endswith(spelled("compounds", "comes every year"), 0, written.start)


def value_of_slots(written: Written, context: Context) -> Value | None:
    """Return the value of a date by what is written as its year, month and day; None where it is no date after all."""
    slot, calendar = written.slot, written.lead.calendar
    kind = kind_of_calendar(calendar)
    is_month = slot in _MONTH_SLOTS
    if kind == "repeating" or (is_month and comes_every_year(written)):
        return RECURRING if is_month else None
    if slot in _DAY_SLOTS:
        return value_of_day_alone(written, context)
    year = _year_of(written, context)
    if year is DISAGREEING:
        return Value(None, None, ("calendars-disagree",))
    if not year:
        return None if slot in _WEAK_SLOTS and not written.day else UNPLACED
    if calendar or written.month_calendar or written.calendar_behind:
        year = _in_named_calendar(written, kind, year)
    value = _value_in_year(written, year, context) if year else UNPLACED
    if value and (_is_only_compared(written) or _is_of_games_ahead(written)):
        return value.lending_nothing()
    if kind == "lunisolar" and is_month and value and _stands_for_another(written, context, value):
        return UNPLACED  # in the Julian calendar, which texts call 旧暦 too
    return value


def _is_only_compared(written: Written) -> bool:
    """Say whether 前年 is named for comparison, so that 同年 behind it is the year of before: 前年に比べ, 前年から続く."""
    if not written.year_word or written.month:
        return False
    if relative_words("year")[written.year_word] != ONE_YEAR_BEFORE:
        return False
    return written.text.startswith(
        ("から", *spelled("continuations", "parts from a year")), written.end
    )


def _is_of_games_ahead(written: Written) -> bool:
    """Say whether a year is only that of games to come, which the story has not reached: 4年後の2022年カタールW杯で."""
    if not written.lead.is_led_to or written.month:
        return False
    return "後" in written.text[written.start : written.at] and names_games(
        written.text, written.end
    )


def _stands_for_another(written: Written, context: Context, value: Value) -> bool:
    """Say whether a day in brackets is another than the western one that it stands for: 1703年5月27日（旧暦5月16日）."""
    before, named = written.text[written.start - 1 : written.start], context.named
    return before == "(" and named.precision == "day" and value.edtf != named.edtf


def _year_of(written: Written, context: Context) -> Year | None:
    if written.year or written.year_word or written.season_year:
        return read_year(written, context)
    if written.slot == "month word":
        moved = moved_month(written, context)
        return moved and moved[0]
    lender = _lender_of_year(written, context)
    if lender.lunisolar and lender.edtf and _is_gregorian(written):
        first, _ = edtf.first_and_last(lender.edtf)
        return years.western_year(first[0]) if first else None
    year = borrowed_year(written, context, lender)
    return years.year_lent_by(lender, year) if year else None


def _lender_of_year(written: Written, context: Context) -> Value:
    """Return the date that lends a month its year: the document where a year in the sentence belongs to something else."""
    lender = context.lender_of("year")
    if context.unplaced and _stands_in_bracket(written):
        return UNPLACED
    if lender is context.named and not lender.month and not context.tie:
        lender = _lender_beside_year(written, context)
    if written.text[written.start - 1] in _BEFORE_FEASTS and _is_of_feast(written):
        return context.document
    if lender is context.document or not context.document.month or context.tie:
        return lender
    if written.text.endswith(spelled("compounds", "of the document"), 0, written.start):
        return context.document
    return context.document if is_of_another_thing(written, context) else lender


def _stands_in_bracket(written: Written) -> bool:
    """Say whether a day says the same as the one before its bracket, which nobody could place: 来年3月31日(日本時間4月1日)."""
    return "(" in written.text[written.start - _TO_BRACKET : written.start]


def _lender_beside_year(written: Written, context: Context) -> Value:
    """Return what lends a month its year where the one named last may be that of a death, 平成29年に…の一周忌が、9月に, or of a promise."""
    before = written.text[max(0, written.start - NEAR) : written.start]
    if any(word in before for word in spelled("compounds", "a memorial")):
        return context.document if context.document.month else UNPLACED
    is_told_at_once = context.in_sentence or not _is_of_birth(before)
    if not is_told_at_once:
        return context.document if context.document.month else UNPLACED
    if context.named.edtf and context.named.edtf.endswith("/.."):  # 1958年以降で最速
        return context.document
    if _is_of_coming_event(before, context):
        return context.document
    is_promised = before.endswith(spelled("compounds", "closes a promise"))
    return context.dated if is_promised and context.dated.year else context.named


def _is_of_birth(before: str) -> bool:
    """Say whether the year named last is that of a birth, whose year the next sentence has left: 1935年に生まれた。8月14日は."""
    behind_year = before[before.rfind("年") + 1 :]
    return "年" in before and any(word in behind_year for word in spelled("compounds", "a birth"))


def _is_of_coming_event(before: str, context: Context) -> bool:
    """Say whether the year named last is that of an event to come only: 2022年に開かれる大会の予選は9月5日から, told in 2019."""
    if not context.document.month or (context.named.year or 0) <= (context.document.year or 0):
        return False
    return before[before.rfind("年") + 1 :].startswith(spelled("continuations", "attributive"))


def _is_of_feast(written: Written) -> bool:
    """Say whether a day comes back every year, and is not of the year named last: 例祭は9月9日."""
    text, end = written.text, written.start
    while end and text[end - 1] in " :":
        end -= 1
    return text.endswith(spelled("compounds", "a feast"), 0, end)


def _is_gregorian(written: Written) -> bool:
    """Say whether the text names the calendar of today: 新暦2月13日."""
    return kind_of_calendar(written.lead.calendar) in ("western", "Gregorian")


def _in_named_calendar(written: Written, kind: str, year: Year) -> Year | None:
    """Return the year in the calendar that the text names, or None where that is not converted here."""
    behind = written.month_calendar.removesuffix("の") or written.calendar_behind
    for named in (kind, kind_of_calendar(behind)):
        if named == "unknown":
            return None
        if named in ("lunisolar", "leap") and not year.lunisolar:
            if year.number >= GREGORIAN_SINCE:
                return None
            year = Year(year.number, year.era, ("lunisolar",), lunisolar=True)
    return year


def moved_month(written: Written, context: Context) -> tuple[Year, int] | None:
    """Return the year and month of 先月, 同月 or 翌月, in the calendar of the date that it counts from."""
    step = relative_words("month")[written.month_word]
    known = context.base(step.base, with_month=True)
    if not known.year or not known.month:
        return None
    year, month = months_on(known.year, known.month, step.units)
    return years.year_lent_by(known, year), month


def _value_in_year(written: Written, year: Year, context: Context) -> Value | None:
    if month := _month_of(written, context):
        return _value_in_month(written, year, month, context)
    if written.month or written.month_word:
        return UNPLACED
    if written.day or written.day_word:
        return None
    if written.day_name:
        return _value_of_named_day(written, year, None)
    span = written.span or written.span_of_word or written.later_span or written.span_behind
    part = written.quarter or written.part_of_year
    if span == "代":
        return calendars.value_of_decade(year, part)
    return calendars.value_of_year(year, part, fiscal=span == "度")


def _month_of(written: Written, context: Context) -> int | None:
    """Return the number of the month that is written, if it can be one."""
    if name := written.month_name:
        return int(meanings("calendar", "name of month")[name])
    if written.month_word:
        moved = moved_month(written, context)
        return moved and moved[1]
    month = number(written.month or written.month_in_points)
    return month if month and month <= 12 else None


def _value_in_month(written: Written, year: Year, month: int, context: Context) -> Value | None:
    leap = (
        bool(written.month_leap or written.name_leap)
        or kind_of_calendar(written.lead.calendar) == "leap"
    )
    if written.month_word == "同月":
        leap = context.named.leap
    if day := written.day or written.day_in_points:
        return calendars.value_of_day(year, month, number(day) or 0, written.weekday, leap=leap)
    if written.day_name:
        return _value_of_named_day(written, year, month, leap=leap)
    if written.day_word == "同日" and context.named.day:
        return calendars.value_of_day(year, month, context.named.day, leap=leap)
    if _is_term_of_accounts(written):
        written.end += 1
        return calendars.value_of_fiscal_year_to(year, month)
    return calendars.value_of_month(year, month, written.part_of_month, leap=leap)


def _value_of_named_day(
    written: Written, year: Year, month: int | None, *, leap: bool = False
) -> Value | None:
    """Read 朔日 or 晦日 of a month, or a day that names its month too, as 元日 and 大晦日 do: 文久4年正月元日."""
    of_month, _, day = meanings("calendar", "name of day")[written.day_name].rpartition("-")
    if of_month and month not in (None, int(of_month)):
        return UNPLACED
    month = int(of_month) if of_month else month
    if not month or (not of_month and day != "last" and not year.lunisolar):
        return None  # 八月朔日 is a name today
    last = calendars.last_day_of(year, month, leap=leap)
    return calendars.value_of_day(year, month, last if day == "last" else int(day), leap=leap)


def _is_term_of_accounts(written: Written) -> bool:
    """Say whether a month of a year ends a term: 平成29年3月期, but not the quarter 1～3月期."""
    text, end = written.text, written.end
    return (
        bool(written.year)
        and not written.month_shared
        and not written.part_of_month
        and text[end] == "期"
        and not text.startswith(("期間", "期限"), end)
    )
