"""A day without its month: 8日, 同20日, 翌25日, 昨日, 同日."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import calendars, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.line_heads import heads_line
from kaidan.normalizers.dates.month_turns import month_turn, months_on
from kaidan.normalizers.dates.values import UNPLACED, Value
from kaidan.normalizers.dates.vocabulary import kind_of_calendar, relative_words
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import number
from kaidan.text.tense import tense_behind

_DAYS_OF_A_WEEK = 7
_THESE_DAYS = 4
_HALF_A_YEAR = 6
_LONGEST_MATTER = 32
_UNITS = ("日", "旬", ")")


def value_of_day_alone(written: Written, context: Context) -> Value | None:
    """Return the value of a day that names no month, or None where it is no date after all."""
    if written.day_word:
        step = relative_words("day")[written.day_word]
        return calendars.days_later(context.base(step.base, with_month=True), step.units)
    if kind_of_calendar(written.lead.calendar) in ("unknown", "lunisolar"):
        return UNPLACED
    known, day = _lender_of_month(written, context), number(written.day)
    if known is context.document and written.text[written.end] in "~-か":
        known = _before_end_of_range(written, known, day or 0) or known
    if not known.year or not known.month or not day or day > 31:
        return UNPLACED if written.slot == "marked day" else None
    if context.tie and known.day and not written.text.endswith(_UNITS, 0, written.start - 1):
        day = _with_tens(day, known.day)
    return _day_in_month(written, context, known, day)


@cache
def _end_of_range() -> re.Pattern[str]:
    return re.compile(r"(?:[~-]|から)\s?(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?日")


def _before_end_of_range(written: Written, document: Value, day: int) -> Value | None:
    """Return the month of a day that begins a range which names that of its end: 27日~5月6日, told on 5 May."""
    end = _end_of_range().match(written.text, written.end)
    if not end or not document.year or not document.month:
        return None
    ahead = int(end["month"]) - document.month
    year = document.year + (ahead <= -_HALF_A_YEAR) - (ahead >= _HALF_A_YEAR)
    last = year, int(end["month"]), int(end["day"])
    if (document.year, document.month, day) < last:  # 13日~9月30日, told in August
        return None
    year, month = months_on(*last[:2], -(day >= last[2]))
    return Value(None, year=year, month=month)


def _day_in_month(written: Written, context: Context, known: Value, day: int) -> Value:
    year, month, leap = known.year or 0, known.month or 0, known.leap
    follows = written.lead.mark == "翌" or context.rolls_over(day, known.day or 0, 31)
    if known.day and follows and day < known.day:
        if known.lunisolar:
            return _day_of_next_lunisolar_month(known, day)
        year, month = months_on(year, month, 1)
    elif known is context.document or (
        written.weekday and not (context.in_sentence or context.tie)
    ):
        turn = month_turn(written, known, context.named, day)
        year, month = months_on(year, month, turn)
    lent = years.year_lent_by(known, year) if known.lunisolar else years.western_year(year)
    value = calendars.value_of_day(lent, month, day, written.weekday, leap=leap)
    if value.flags and known is context.document and written.weekday:
        return _in_month_named(written, context.named, day) or value
    return value


def _in_month_named(written: Written, named: Value, day: int) -> Value | None:
    """Return the day in the month that was named before, if it has that weekday there: 11月9日…. 17日(日) in a September."""
    if not named.year or not named.month or named.lunisolar:
        return None
    year = years.western_year(named.year)
    value = calendars.value_of_day(year, named.month, day, written.weekday)
    return value if value.edtf and not value.flags else None


def _day_of_next_lunisolar_month(known: Value, day: int) -> Value:
    """Return a day of the month that follows, which may be a leap month or another year's first."""
    length = calendars.last_day_of(
        calendars.year_moved(known, 0), known.month or 0, leap=known.leap
    )
    return calendars.days_later(known, length - (known.day or 0) + day)


def _with_tens(day: int, before: int) -> int:
    """Return the 15 of 十四、五日, which leaves out the tens."""
    told = before // 10 * 10 + day
    return told if day < min(10, before) and before < told <= 31 else day


def _is_of_this_month(day: int, context: Context) -> bool:
    """Say whether a day was told of in the document's month, behind a later one of the month before: 8月30日に圧勝し、16日に発足した.

    Behind one of an older month it is one of these days: 昨年11月8日に大勝した党は1日に, told on 1 February.
    """
    named, document = context.named, context.document
    if not (named.year and named.month and named.day and document.year and document.month):
        return False
    if named.lunisolar or not day < named.day or day > (document.day or 0):
        return False
    next_month = months_on(named.year, named.month, 1)
    is_of_these_days = (document.day or 0) - day < _DAYS_OF_A_WEEK
    is_older = is_of_these_days and next_month < (document.year, document.month)
    return is_older or next_month == (document.year, document.month)


def _is_told_before(written: Written, context: Context) -> bool:
    """Say whether a day is past of which the month named last is still to come: 7月場所の番付が26日に発表された, told on 26 June.

    Behind a day to come it has to be one of these days: 3月2日からの休校を受け、県は28日、協議した, told on 28 February.
    """
    named, document = context.named, context.document
    if not (named.month and named.year and document.day):
        return False
    if (named.year, named.month) <= (document.year or 0, document.month or 0):
        return False
    text, end = written.text, written.end
    tense = tense_behind(text, end, of_sentence=bool(named.day) and text[end] == "、")
    is_of_these_days = 0 <= document.day - (number(written.day) or 0) < _DAYS_OF_A_WEEK
    if named.day:
        return is_of_these_days and tense == "past"
    return tense == "past" or (is_of_these_days and tense not in ("plan", "future"))


def _goes_on_ahead(written: Written, context: Context) -> bool:
    """Say whether a day to come, which the document's month has behind it, is of the month ahead that was told of.

    So in a schedule of 11 December: 来年1月5日から出場する。9日に…、13日に…と対戦する.
    """
    named, document, day = context.named, context.document, number(written.day) or 0
    if not (named.year and named.month and document.year and document.month) or named.lunisolar:
        return False
    is_ahead = (named.year, named.month) > (document.year, document.month)
    if not is_ahead or not (named.day or 1) <= day <= (document.day or 0):
        return False
    return tense_behind(written.text, written.end) in ("future", "plan")


@cache
def _matter() -> re.Pattern[str]:
    matters = any_of(spelled("continuations", "closes a matter"))
    return re.compile(rf"{matters}、[^。、\n\0]{{1,12}}は$")


@cache
def _as_of() -> re.Pattern[str]:
    return re.compile(rf"日{any_of(spelled('continuations', 'as of'))}[^。0-9\n\0]*$")


def _is_behind_day_of_figure(written: Written, context: Context) -> bool:
    """Say whether the day named before is only that of a figure: 1月1日時点の地価を23日に発表する, told on 15 March."""
    if not context.named.day or not context.document.day:
        return False
    near = max(0, written.start - _LONGEST_MATTER)
    return bool(_as_of().search(written.text, near, written.start))


def _tells_of_matter(written: Written, context: Context) -> bool:
    """Say whether the month named before is that of a matter only: 昨年10月に…した事件で、府警は21日、逮捕した, told on the 22nd."""
    named, document = context.named, context.document
    if named.day or not context.in_sentence or not document.day or not named.month:
        return False
    if not 0 <= document.day - (number(written.day) or 0) < _DAYS_OF_A_WEEK:
        return False
    near = max(0, written.start - _LONGEST_MATTER)
    return bool(_matter().search(written.text, near, written.start))


@cache
def _month_in_bracket() -> re.Pattern[str]:
    return re.compile(r"[0-9元]年[0-9]{1,2}月\)[^()。0-9\n\0]*$")


def _may_be_of_month_in_bracket(written: Written, context: Context) -> bool:
    """Say whether a day follows a month of another year that only explains a word: 狩野川台風(1958年9月)に匹敵するとして11日に."""
    named, document = context.named, context.document
    if not (named.month and document.month) or named.day or named.year == document.year:
        return False
    near = max(0, written.start - _LONGEST_MATTER)
    return bool(_month_in_bracket().search(written.text, near, written.start))


def heads_line_of_schedule(written: Written, day_before: int | None) -> bool:
    """Say whether a day heads its line behind an earlier one of its month: 7月9日 成田発, 11日 ブリュッセル着."""
    text, start, end = written.text, written.start, written.end
    heads = text[end] in " \n" and heads_line(text, start)
    return heads and bool(day_before) and (number(written.day) or 0) > (day_before or 0)


def _is_of_these_days(written: Written, context: Context) -> bool:
    """Say whether a day close to the document's follows a month far ahead without a day: 19年10月まで延ばす方針を28日に伝える."""
    named, document = context.named, context.document
    if named.day or not (named.year and named.month and document.day and document.year):
        return False
    ahead = (named.year - document.year) * 12 + named.month - (document.month or 0)
    is_close = abs(document.day - (number(written.day) or 0)) < _THESE_DAYS
    return is_close and ahead >= _HALF_A_YEAR


def _lender_of_month(written: Written, context: Context) -> Value:
    if written.lead.mark == "本" and context.document.month:
        return context.document
    if written.lead.mark in ("同", "翌") and context.named.month:
        return context.named
    if not context.tie and _is_of_these_days(written, context):
        return context.document
    if not context.tie and _is_of_this_month(number(written.day) or 0, context):
        return context.document
    if not context.tie and (
        _is_told_before(written, context)
        or _tells_of_matter(written, context)
        or _is_behind_day_of_figure(written, context)
    ):
        return context.document
    if heads_line_of_schedule(written, context.named.day):
        return context.named
    if not context.tie and _goes_on_ahead(written, context):
        return context.named
    if not context.tie and _may_be_of_month_in_bracket(written, context):
        return UNPLACED
    return context.lender_of("month")
