"""Year, month and day, each of which may be missing: 平成26年10月17日, 10月17日, 昨年10月, 10月上旬."""

import re
from functools import cache

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import calendars, counts, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import form
from kaidan.normalizers.dates.grammar import BRANCHES, GOES_ON_BEHIND_YEAR
from kaidan.normalizers.dates.guards.verdict import is_no_date
from kaidan.normalizers.dates.slot_values import value_of_slots
from kaidan.normalizers.dates.slots import slot_of_day, slot_of_month, slot_of_year
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import KANJI, NUMERALS, number

_LONGEST_ENTRY = 160

_DAY = r"""
        (?!元|(?<=\s)○) (?P<day>{number})                                # ○ behind a blank is a bullet
        (?: {s}(?:日|の?両日)(?!間) | (?=(?P<day_shared>{listed})(?:日|の?両日)) )"""
_MONTH = r"""
        (?!元|(?<=\s)○) (?P<month>{number})
        (?: {s}月(?!間) | (?=(?P<month_shared>{listed})月) )"""
_DAY_OF_MONTH = rf"""
    (?: {{s}} (?: の(?={{number}}{{s}}日(?!間)) )? [同翌本]? {_DAY}
      | {{s}} (?P<day_word>{{day_word}})
      | (?<=[年月{BRANCHES}]) {{s}} (?P<day_name>{{day_name}}) )?"""
_BEHIND = r"""
    (?: {weekday} )?
    (?: {s}\({s} (?P<calendar_behind>{calendar}|[ァ-ヶー]+暦) {s}\) )?  # 8月15日（旧暦）
    """
_DAY_IN_FULL = r"""
    (?! (?<=[0-9]月)[^0-9元] ) (?P<day>{number}) 日 (?!間)                # not the 四日 of 8月四日市
    (?: \( (?P<weekday_in_brackets>{weekdays}) \) )?
    (?! {s} (?: \((?!現地) | .曜 | [㈪-㈰] ) )"""
BEHIND_YEAR = rf"""
    (?: {{s}} の? (?P<month_calendar>{{calendar}}の?{{s}})? (?: (?P<month_leap>{{leap}}){{s}} | [同翌] )? {_MONTH}
      | {{s}} の? (?P<month_word>{{month_word}})
      | (?<=[年)歳{BRANCHES}]) {{s}} (?P<name_leap>{{leap}})? (?P<month_name>{{month_name}})                     # 元禄2年極月
    )?
    {_DAY_OF_MONTH}
    (?(day) | (?(day_word) | (?(day_name) | (?:                       # a part of what was named last
        [の\x20]?
        (?: (?(month)|(?(month_word)|(?!))) (?P<part_of_month>{{part_of_month}})
          | (?(month)(?!)) (?(month_word)(?!))
            (?: (?P<quarter>第\x20?[1-4一二三四]\x20?四半期) | (?P<part_of_year>{{part_of_year}}|{{part_of_decade}}|{{season}}) )
        )
    )? )))
    {_BEHIND}"""


@form(
    r"""
    (?P<year>{number}) 年 (?P<month>{number}) 月
    (?: (?= [にはをがでとかまよごこ以付現、。,)」~・/\0-] )                 # nothing follows that would be part of it
      | """
    + _DAY_IN_FULL
    + ")",
    examples={"平成26年10月17日": "2014-10-17", "2014年10月": "2014-10"},
    behind="年",
    behind_unit="月" + "".join(NUMERALS),
    slot=slot_of_year,
)
def read_date_in_full(written: Written, context: Context) -> Value | None:
    """Read the most frequent dates, which say all that is needed; what needs a closer look is left to the other forms."""
    lead, month = written.lead, number(written.month)
    if lead.calendar or lead.mark or not month or month > 12 or not written.slot:
        return None
    if is_no_date(written, context):
        return None
    numeral = written.year
    year = years.year_of_era(lead.era, numeral) if lead.era else years.year_in_full(numeral)
    if not year:
        return None
    if day := written.day:
        return calendars.value_of_day(year, month, number(day) or 0, written.weekday)
    return calendars.value_of_month(year, month)


@form(
    r"(?P<year>{number}) {s} 年 | (?P<year_word>{year_word})",
    examples={"令和元年": "2019", "1937年": "1937", "昨年": None},
    behind="年",
    not_behind_unit=GOES_ON_BEHIND_YEAR,
    words=("year",),
    slot=slot_of_year,
)
def read_year_by_itself(written: Written, context: Context) -> Value | None:
    """Read a year behind which nothing follows that would be part of its date."""
    return _value_unless_no_date(written, context)


@form(
    rf"(?P<season_year>{{season_year}}) (?P<part_of_year>{{season}}) {_BEHIND}",
    examples={"今夏": None},
    words=("year of a season",),
    slot=slot_of_year,
)
def read_season(written: Written, context: Context) -> Value | None:
    """Read the season of a year that a word names: 今夏, 昨秋."""
    leave_what_is_no_part(written)
    return _value_unless_no_date(written, context)


@form(
    rf"""
    (?: (?P<year>{{number}})
        (?: {{s}}年(?!間) (?: {{s}} (?P<span>度|代) )? | (?=(?P<year_shared>{{listed_years}})年(?!間)(?P<later_span>[度代])?) )
      | (?P<year_word>{{year_word}}) (?! [0-9]{{{{4}}}}年 | {{modern_era}}{{number}}年 ) (?P<span_of_word>度)?   # 昨年2017年 is 2017年
    )
    {BEHIND_YEAR}
    """,
    examples={
        "平成26年10月17日": "2014-10-17",
        "2014年10月上旬": "2014-10-01/2014-10-10",
        "平成26年度第3四半期": "2014-10/2014-12",
        "1990年代前半": "1990/1994",
        "元禄15年12月14日": "1703-01-30",
        "平成26年2月30日": None,
    },
    behind="年~・、,-ーか及",
    behind_unit=GOES_ON_BEHIND_YEAR,
    unit="年",
    words=("year",),
    slot=slot_of_year,
)
def read_date_from_its_year(written: Written, context: Context) -> Value | None:
    """Read a date that begins with its year, which may be a word: 平成26年10月17日, 昨年10月, 24～25年; None where it is no date."""
    if written.year_shared and _is_listed_before_year(written):
        return None
    leave_what_is_no_part(written)
    return _value_unless_no_date(written, context)


def _is_listed_before_year(written: Written) -> bool:
    """Say whether a small number only stands before a year in full: ベスト8、1968年に."""
    last = written.year_shared.strip()
    return len(written.year) < 3 and not written.lead.era and last[-4:].isdecimal()


@form(
    r"""
    (?!元|(?<=\s)○) (?P<month>{number}) 月 (?!元)
    """
    + _DAY_IN_FULL,
    examples={"10月17日": None},
    behind="月",
    behind_unit="".join(NUMERALS),
    slot=slot_of_month,
    placed_by=("month", "nothing"),
)
def read_month_and_day(written: Written, context: Context) -> Value | None:
    """Read the most frequent dates without a year; what needs a closer look is left to the form behind this one."""
    return _value_unless_no_date(written, context)


@form(
    rf"""
    (?: {_MONTH} | (?P<month_word>{{month_word}}) (?! {{s}}{{number}}{{s}}月 ) )         # 来月2月7日 is 2月7日
    {_DAY_OF_MONTH}
    (?(day) | (?(day_word) | (?(day_name) | (?: [の\x20]? (?P<part_of_month>{{part_of_month}}) )? )))
    {_BEHIND}
    """,
    examples={"10月17日": None, "同月上旬": None},
    behind="月~・、,-ーか及",
    unit="月",
    words=("month",),
    slot=slot_of_month,
    placed_by=("month", "nothing"),
)
def read_date_from_its_month(written: Written, context: Context) -> Value | None:
    """Read a date that leaves out its year: 10月17日, 先月下旬, 7・8月; None where it is no date."""
    leave_what_is_no_part(written)
    return _value_unless_no_date(written, context)


@form(
    rf"(?: {_DAY} | (?P<day_word>{{day_word}}) ) {_BEHIND}",
    examples={"同20日": None, "昨日": None},
    behind="日の両~・、,-ーか及",
    unit="日",
    words=("day",),
    slot=slot_of_day,
    placed_by=("month",),
)
def read_day(written: Written, context: Context) -> Value | None:
    """Read a day that leaves out its month: 8日, 24～25日, 昨日; None where it is no date."""
    return _value_unless_no_date(written, context)


def _value_unless_no_date(written: Written, context: Context) -> Value | None:
    if not written.slot or is_no_date(written, context):
        return None
    return value_of_slots(written, context)


def _heads_entries(written: Written) -> bool:
    """Say whether the year stands in a line of its own, and its month begins an entry.

    Behind it is a dash or a colon, before it an empty line, or a comma follows it and other months begin lines: 1972年, 8月、… 9月、….
    """
    text, end = written.text, written.end
    between = text[written.behind_year : written.match.start("month")]
    if "\n" not in between:
        return False
    if written.day and _heads_days(written):
        return True
    if written.month_shared:
        end = text.find("月", end) + 1
    sign = end + (text[end] == " ")
    if text[sign] == "、":
        return bool(_next_month_of_chronicle().search(text, end, end + _LONGEST_ENTRY))
    return (text[sign] in "-:" and not text[sign + 1].isdigit()) or "\n\n" in between


@cache
def _next_month_of_chronicle() -> re.Pattern[str]:
    return re.compile(r"\n\x20?(?:[0-9]{1,2}[-~・])?[0-9]{1,2}月(?:[0-9]{1,2}日)?、")


@cache
def _next_day_of_diary() -> re.Pattern[str]:
    return re.compile(rf"\n(?:[0-9]{{1,2}}|[{KANJI}]{{1,3}})日(?![間分])")


def _heads_days(written: Written) -> bool:
    """Say whether the day begins an entry of a diary in a line below its month, behind which other days have theirs."""
    text, end = written.text, written.end
    if text[written.match.start("day") - 1] != "\n":
        return False
    if text[end] != " " and not counts.is_kanji(text[end]):
        return False
    return bool(_next_day_of_diary().search(text, end, end + _LONGEST_ENTRY))


def leave_what_is_no_part(written: Written) -> None:
    """Leave a season, 初め or a day to the word that it begins: 平成26年春闘, ことし初めての, 8月四日市市議会.

    And leave the first entry of a chronicle to itself, whose year heads it: 1915年, and in the next line 4月24日 - 改称.
    """
    if written.year and written.month and _heads_entries(written):
        written.leave(written.match.start("month"))
        return
    if written.day and _heads_days(written):
        written.leave(written.match.start("day"))
        return
    if written.day and written.month.isdecimal() and not written.day.isdecimal():
        written.leave(written.match.start("day"))
        return
    part = written.part_of_year or written.part_of_month
    if not part or written.weekday:
        return
    kind = "behind a season" if part in spelled("parts", "season") else f"behind {part}"
    if written.text.startswith(spelled("compounds", kind), written.end):
        written.leave(written.end - len(part))
