"""The year of a month and the month of a day that do not name theirs: borrowed from another date, and moved as the verb tells."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, meanings, spelled
from kaidan.normalizers.dates import calendars, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.vocabulary import relative_words
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import number
from kaidan.text.tense import NEAR, Tense, tense_behind

_FAR = 10
"""A month that lies this many months off the document's is of the next year or of the last, if no verb says else: 12月 in a January."""
_YEARS_AGO = 5
"""So many years ago lies what a text of today tells as history."""
_SETTLED = 6
"""What is reckoned for a month (12月分, 10～12月期) is reckoned behind it: it cannot lie this many months ahead."""
_MONTHS_OF_A_YEAR = 12
_SOON_AFTER = 3
_FISCAL_YEAR_BEGINS = 4
"""In its fourth month."""
_LIKELY_LAST_YEAR = 7


def borrowed_year(written: Written, context: Context, lender: Value) -> int | None:
    """Return the year of a month that names none, from ``lender`` or else the document."""
    document = context.document
    month, day = number(written.month) or 0, number(written.day) or 0
    calendar = written.lead.calendar
    sign = int(meanings("calendars", "nearest").get(calendar, "0")) if calendar else 0
    if sign and document.year and document.month:
        return _nearest_year(sign, document, month, day)
    if not lender.year:
        return None
    if not lender.month:
        return _year_of_lender_in_years(written, context, lender, month, day)
    step = step_before(written.text, written.start) if written.day else 0
    if step and lender is not document:
        return _nearest_year(step, lender, month, day)
    if written.lead.mark == "翌":  # 八月一〇日、翌八月一一日
        is_later = month > lender.month or (month == lender.month and day > (lender.day or day))
        return lender.year + (not is_later and (month, day) != (lender.month, lender.day))
    if lender is document:
        return _year_beside_document(written, context, month, day)
    return _year_beside_named(written, context, lender, month, day)


def _year_of_lender_in_years(
    written: Written, context: Context, lender: Value, month: int, day: int
) -> int | None:
    """Return the year of a month where only a year lends it: 平成30年度は、2月に."""
    is_in_next = lender.fiscal and 0 < month < _FISCAL_YEAR_BEGINS
    named = (lender.year or 0) + is_in_next
    year = _year_of_weekday(named, month, day, written.weekday)
    if written.weekday and day and not _is_on_weekday(year, written, month, day):
        return None  # it is of a year that the text does not name
    may_differ = lender is context.document or lender.fiscal  # 2024年度の入試は2023年9月1日から
    return year if may_differ or year == named else None


def _year_beside_document(written: Written, context: Context, month: int, day: int) -> int:
    """Return the year of a month by the document's month, and by what the sentence before and the verb say."""
    document = context.document
    tell = _year_told_on if context.named.month else _other_year_told_on
    year = tell(written, context, month, day)
    if not year:
        goes_on = context.of_event and not document.day
        turn = _year_turn(written, document.month or 0, month, goes_on=goes_on)
        year = (document.year or 0) + turn
    return _year_of_weekday(year, month, day, written.weekday)


def _year_beside_named(
    written: Written, context: Context, lender: Value, month: int, day: int
) -> int:
    """Return the year of a month by the date named before it, and by what the verb and the document say."""
    document, named_month = context.document, lender.month or 0
    rolls_over = (
        context.rolls_over(month, named_month, 12)
        or _moves_on(lender, month, document)
        or _goes_on_next_year(written, lender, month, document)
    )
    year = (lender.year or 0) + (0 < month < named_month and rolls_over)
    if written.weekday and not lender.lunisolar:
        near = _year_of_weekday(year, month, day, written.weekday)
        told = document.year or near
        is_of_document = _is_on_weekday(told, written, month, day)
        return told if is_of_document and not _is_on_weekday(near, written, month, day) else near
    if not document.year or not document.month:
        return year
    ahead = (year - document.year) * 12 + month - document.month
    if -_MONTHS_OF_A_YEAR <= ahead <= -_SETTLED:
        return year + _is_still_to_come(written.text, written.end)
    if ahead < _SETTLED:
        return year
    text, end = written.text, written.end
    return year - (_is_settled(text, end) or _ends_by(document, text, end))


def is_of_another_thing(written: Written, context: Context) -> bool:
    """Say whether the year in the sentence is that of a thing only, and no month behind it lies in it.

    So it is where what was compared with it follows (前年に比べ、3月は; 昨年10月の会談に続き、5月7日), where it is a fiscal year
    (昨年度の決算を4月に), and where a verb tells of a month as past that would lie ahead: 来春の卒業予定者の選考が6月1日に始まった.
    """
    named, document, text = context.named, context.document, written.text
    if _parting().search(text, max(0, written.start - NEAR), written.start):
        return True
    if named.month:
        return False
    if named.fiscal and not _stands_for_its_months(text, written.start):
        return True
    lies_ahead = (named.year or 0, number(written.month) or 0) > (
        document.year or 0,
        document.month or 0,
    )
    return lies_ahead and tense_behind(text, written.end) == "past"


def _stands_for_its_months(text: str, start: int) -> bool:
    """Say whether the fiscal year before a month tells when: 平成30年度は、4月に, but not 昨年度の決算を4月に."""
    unit = text.rfind("年度", 0, start)
    return unit >= 0 and text.startswith(("は", "に", "、", "中"), unit + 2)


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(rf"{any_of(spelled('continuations', 'parts from a year'))}[^。\n\0年]*$")


def _moves_on(named: Value, month: int, document: Value) -> bool:
    """Say whether a document of the turn of a year goes on into it: 平成30年11月の会談、1月22日の会談, told on 2019-01-28."""
    if not document.year or not document.month or not named.year or not named.month:
        return False
    is_told = (named.year + 1, month) <= (document.year, document.month)
    return is_told and not named.lunisolar and (month - named.month) % 12 <= _SOON_AFTER


def _goes_on_next_year(written: Written, named: Value, month: int, document: Value) -> bool:
    """Say whether a story goes on over the turn of a year in its next sentence: 2011年12月に会談した。2月16日、式が開かれた."""
    named_month = named.month or 0
    if named_month < _FAR or (month - named_month) % _MONTHS_OF_A_YEAR > _SOON_AFTER:
        return False
    text, at = written.text, written.start
    while at and text[at - 1] in " \n":
        at -= 1
    heads_sentence = text[at - 1 : at] == "。" and text[written.end] in "、に"
    next_year = (named.year or 0) + 1
    is_told = not document.year or (next_year, month) <= (document.year, document.month or month)
    return heads_sentence and is_told and not named.lunisolar


def step_before(text: str, start: int, *, is_day: bool = False) -> int:
    """Say whether a day lies behind (-1) or ahead (1) of the date named before it: 3か月後の1月26日, 2週間前の12月20日; 0 if neither.

    A bare day may lie weeks off only: 1週間後の22日.
    """
    units = spelled("relative", "length of weeks" if is_day else "length")
    if text[start - 1 : start] != "の" or not text.endswith(units, 0, start - 2):
        return 0
    side = relative_words("side of a length").get(text[start - 2])
    return side.units if side else 0


def _nearest_year(sign: int, base: Value, month: int, day: int) -> int:
    """Return the year of the next such day behind (-1) or ahead (1) of another date."""
    there, here = (month, day), (base.month or month, base.day or day)
    return (base.year or 0) + sign * (there > here if sign < 0 else there < here)


def _year_turn(written: Written, told: int, month: int, *, goes_on: bool) -> int:
    """Say whether a month is of the year before (-1) that of a document of the month ``told``, of the same (0) or the next (1).

    What tells of an event in a month (``goes_on``) may tell in the past of what came of it soon after.
    """
    text, end, later = written.text, written.end, month - told
    if later >= _SETTLED and (_is_settled(text, end) or _ended_just_now(told, text, end)):
        return -1
    if text.startswith(spelled("continuations", "as of"), end):
        return -(later > 0)
    if later == 0:
        return 0
    tense = tense_behind(text, end, of_sentence=text.startswith("開催の", end))
    if later < 0:
        return _is_in_next_year(text, end, -later, tense)
    if later >= _FAR:
        return -(tense not in ("future", "plan"))
    is_told = is_adverbial(text, end) and not _is_attributive(text, end)
    is_told = is_told or bool(_at_event().match(text, end))
    is_behind = not goes_on or later > _SOON_AFTER
    return -(tense == "past" and is_behind and (is_told or later > _LIKELY_LAST_YEAR))


def _is_in_next_year(text: str, end: int, earlier: int, tense: Tense) -> bool:
    """Say whether a month that stands so many months before the document's in the year is one that is still to come."""
    is_planned = tense == "plan" and is_adverbial(text, end) and earlier > 1
    is_ahead = tense == "future" and is_adverbial(text, end) and earlier >= _SETTLED
    return is_planned or is_ahead or (earlier >= _FAR and tense != "past")


def is_adverbial(text: str, end: int) -> bool:
    """Say whether a date may belong to the verb of its clause: 8月1日に会談した."""
    return text.startswith(spelled("continuations", "adverbial"), end)


@cache
def _at_event() -> re.Pattern[str]:
    """Return the pattern of an event of a date at which something was done: 9月3日の会合で合意した, 11月8日開催の取締役会において."""
    return re.compile(r"(?:開催)?の[^、。\n\0ぁ-ゖ]{1,16}(?:で(?![きす])|において)")


def _is_attributive(text: str, end: int) -> bool:
    """Say whether a date belongs to a noun that its clause only leads to: 8月1日に開かれる会議."""
    return text.startswith(spelled("continuations", "attributive"), end)


def _other_year_told_on(written: Written, context: Context, month: int, _day: int) -> int | None:
    """Return the last year or the next, if the sentence before told of it and this one may go on.

    So 昨年は災害が多かった。8月には大雨、9月には, and in a December 来年は忙しい。7月には選挙がある.
    """
    document, named = context.document, context.named
    if not named.year or not document.month or named.era or context.in_sentence:
        return None
    ahead = named.year - (document.year or 0)
    if month == document.month or ahead != (-1 if month > document.month else 1):
        return None
    if named.fiscal or not is_adverbial(written.text, written.end):
        return None
    tense = tense_behind(written.text, written.end)
    is_other = tense in ("plan", "future") if ahead < 0 else tense == "past"
    return None if is_other else named.year


def _is_settled(text: str, end: int) -> bool:
    """Say whether what follows a month tells of an account of it: 12月分, 10～12月期の成長率."""
    if text[end] in "~-・、":
        end = text.find("月", end, end + 4) + 1 or end
    return text[end] in "分期"


def _is_still_to_come(text: str, end: int) -> bool:
    """Say whether a verb tells that a month lies ahead, which by the year named before it would be past: 昨年12月に会い、3月にも会う."""
    return is_adverbial(text, end) and tense_behind(text, end) in ("plan", "future")


def _ends_by(document: Value, text: str, end: int) -> bool:
    """Say whether a month begins a range that goes over the turn of a year and ends by the document's: 11月～2月上旬の累計."""
    last = _last_month().match(text, end)
    return last is not None and (number(last["month"]) or 13) <= (document.month or 0)


def _ended_just_now(told: int, text: str, end: int) -> bool:
    """Say whether a range over the turn of a year ended in the document's month or the last: 11月24日~1月3日, told in February."""
    last = _last_month().match(text, end)
    return last is not None and 0 <= told - (number(last["month"]) or 13) <= 1


@cache
def _last_month() -> re.Pattern[str]:
    return re.compile(r"(?:~|-|から)(?P<month>[0-9]{1,2})月")


def _year_told_on(written: Written, context: Context, month: int, day: int) -> int | None:
    """Return the year of the sentence before, where it goes on with what was or will be in it; None where it does not, or may not.

    So goes on what was told of the last year (昨年8月… 9月には…した) or of the next (来年3月19日… 3月26日に), and what was told day by
    day of years ago.
    """
    document, named = context.document, context.named
    ago = (document.year or 0) - (named.year or 0)
    if not document.month or (month, day or 31) < (named.month or 13, named.day or 0):
        return None
    if not ago:
        goes_on = (named.month or 0) > document.month
    elif ago == -1:
        goes_on = _goes_on_in_next_year(written, document, month, day)
    elif ago == 1:
        is_told = (month, day) > (document.month, document.day or 0) and month > document.month
        goes_on = is_told and tense_behind(written.text, written.end) in ("past", "state")
    else:
        is_far = abs(month - document.month) > 1
        goes_on = ago >= _YEARS_AGO and is_far and bool(day and named.day)
    return named.year if goes_on else None


def _goes_on_in_next_year(written: Written, document: Value, month: int, day: int) -> bool:
    """Say whether a month is of the next year, as the one named before it: 来年3月19日… 3月26日に."""
    text, end, told = written.text, written.end, document.month or 0
    is_recent = told - month < _SOON_AFTER
    if is_recent and tense_behind(text, end) not in ("plan", "future"):
        return False  # 決勝は1月11日…抽選は11月23日, told in December
    is_ahead = (month, day) > (told, document.day or 0)
    return not is_ahead and not _is_settled(text, end)  # 10～3月期… 7～9月期


def _is_on_weekday(year: int, written: Written, month: int, day: int) -> bool:
    """Say whether a day has the weekday in a year that is written beside it."""
    if not 1 <= month <= 12:
        return False
    return not calendars.value_of_day(years.western_year(year), month, day, written.weekday).flags


def _year_of_weekday(year: int, month: int, day: int, weekday: str) -> int:
    """Return the year in which the day has that weekday, if it is this one or one beside it; the same where none is written."""
    if not weekday or not day or not 1 <= month <= 12:
        return year
    near = (
        calendars.value_of_day(years.western_year(there), month, day, weekday)
        for there in (year, year - 1, year + 1)
    )
    return next((value.year for value in near if value.year and not value.flags), year)
