"""Year, month and day, each of which may be missing: 平成26年10月17日, 10月17日, 昨年10月, 2014年（平成26年）秋, 元禄十五壬午年."""

from kaidan.lexicon.eras import eras_by_word
from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import calendars, counts, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import form
from kaidan.normalizers.dates.grammar import CYCLE
from kaidan.normalizers.dates.guards.verdict import is_no_date
from kaidan.normalizers.dates.slot_values import value_of_slots
from kaidan.normalizers.dates.slots import slot_of_day, slot_of_month, slot_of_year
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.written import Written
from kaidan.normalizers.dates.year_slot import gloss_of
from kaidan.text.numerals import NUMERALS, number

_FOUR_DIGITS = 1000
_DAY = r"""
        (?!元|(?<=\s)○) (?P<day>{number})                                # ○ behind a blank is a bullet
        (?: {s}(?:日|の?両日)(?!間) | (?=(?P<day_shared>{listed})(?:日|の?両日)) )"""
_MONTH = r"""
        (?!元|(?<=\s)○) (?P<month>{number})
        (?: {s}月(?!間) | (?=(?P<month_shared>{listed})月) )"""
_DAY_OF_MONTH = rf"""
    (?: {{s}} (?: の(?={{number}}{{s}}日(?!間)) )? [同翌本]? {_DAY}
      | {{s}} (?P<day_word>{{day_word}})
      | (?<=[年月]) {{s}} (?P<day_name>{{day_name}}) )?"""
_BEHIND = r"""
    (?: {weekday} )?
    (?: {s}\({s} (?P<calendar_behind>{calendar}|[ァ-ヶー]+暦) {s}\) )?  # 8月15日（旧暦）
    """
_BEHIND_YEAR = rf"""
    (?: {{s}} の? (?P<month_calendar>{{calendar}}の?)? (?: (?P<month_leap>{{leap}}) | [同翌] )? {_MONTH}
      | {{s}} の? (?P<month_word>{{month_word}})
      | (?<=[年)]) {{s}} (?P<month_name>{{month_name}})                     # 元禄2年極月
    )?
    {_DAY_OF_MONTH}
    (?(day) | (?(day_word) | (?(day_name) | (?:                       # a part of what was named last
        の?
        (?: (?(month)|(?(month_word)|(?!))) (?P<part_of_month>{{part_of_month}})
          | (?(month)(?!)) (?(month_word)(?!))
            (?: (?P<quarter>第\x20?[1-4一二三四]\x20?四半期) | (?P<part_of_year>{{part_of_year}}|{{part_of_decade}}|{{season}}) )
        )
    )? )))
    {_BEHIND}"""
_GLOSS = r"""
    \( {s} (?:{calendar})? (?P<gloss_era>\D{{0,4}}?) {s} (?P<gloss_mark>'?) (?P<gloss_year>{number}) {s} (?P<gloss_unit>年度?)? {s}
    (?: [、,・/][^)\n\0]{{0,12}} )? \)
    """


@form(
    r"""
    (?P<year>{number}) 年 (?P<month>{number}) 月 (?: (?P<day>{number}) 日 )?
    (?= [にはをがでとかまよごこ以付現、。,)」~・/\0-] )                     # nothing follows that would be part of it
    """,
    examples={"平成26年10月17日": "2014-10-17", "2014年10月": "2014-10"},
    behind="年",
    behind_year="月" + "".join(NUMERALS),
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
        return calendars.value_of_day(year, month, number(day) or 0)
    return calendars.value_of_month(year, month)


@form(
    rf"""
    (?: (?P<year>{{number}}) {{s}} (?: (?P<year_unit>年) (?: {{s}} (?P<span>度) )? )?
      | (?P<year_word>{{year_word}}) (?P<span_of_word>度)? )
    (?: {{s}} {_GLOSS}
      | \x20? (?P<beside_era>{{modern_era}}|\D{{{{2,4}}}}?|) (?P<beside_year>[0-9]{{{{1,4}}}}|元)年
        (?:\)(?=[0-9]{{{{1,2}}}}月))?                                     # a copy may have lost brackets
    )
    (?: {{s}} (?P<unit_behind>年) )? (?: {{s}} (?P<span_behind>度|代) )?
    (?: (?<=\)) \.(?P<month_in_points>[0-9]{{{{1,2}}}})\.(?P<day_in_points>[0-9]{{{{1,2}}}})?(?![0-9])   # 1951(S26).4.30
      | {_BEHIND_YEAR} )
    """,
    examples={
        "2014年（平成26年）10月17日": "2014-10-17",
        "昭和12(1937)年11月": "1937-11",
        "1889年明治22年10月": "1889-10",
        "1644年寛永21年": "1644",
        "平成7年（1996年）9月": None,
        "1855年(安政元年)2月7日": "1855-02-07",
        "慶応3年(1867年)10月14日": "1867-11-09",
        "嘉永7年(1854年)正月16日": "1854-02-13",
        "平成2年('90)": "1990",
    },
    behind="年度(",
    behind_year="(度12 \n" + "".join(word[0] for word in eras_by_word()),
    words=("year",),
    slot=slot_of_year,
)
def read_date_in_two_calendars(written: Written, context: Context) -> Value | None:
    """Read a date whose year is given in both calendars; None where what stands in brackets is no year of the other one."""
    if not _is_gloss(written):
        return None
    if is_no_date(written, context):
        return None
    return value_of_slots(written, context)


def _is_gloss(written: Written) -> bool:
    era = "".join((written.gloss_era or written.beside_era).split())
    numeral = written.gloss_year or written.beside_year
    unit_agrees = _agrees(written)
    if written.beside_year:
        return unit_agrees
    if era and era not in eras_by_word():
        return False
    if not era and not unit_agrees and (number(numeral) or 0) < _FOUR_DIGITS:
        return len(numeral) == 3 and _is_in_lost_era(written)
    is_fiscal = written.span or written.span_of_word or written.span_behind
    if written.gloss_unit == ("年" if is_fiscal else "年度"):
        return False
    has_unit = written.year_unit or written.unit_behind or written.year_word
    return bool(has_unit) or unit_agrees


def _is_in_lost_era(written: Written) -> bool:
    """Say whether what stands before the year may be an era or a reign that is not known: 景行天皇40年（110年）."""
    return not written.lead.era and counts.kanji_before(written.text, written.at)


def _agrees(written: Written) -> bool:
    """Say whether one of the two years is counted in an era and the other is the same in western years."""
    era, gloss = written.lead.era, gloss_of(written)
    if not gloss or bool(era) == bool(gloss.era):
        return False
    year = years.year_of_either(era, written.year)
    return year is not None and year.number == gloss.number


@form(
    rf"""
    (?P<year>{{number}}) {{s}}
    (?: {{cycle}} {{s}} (?: [年歳] | (?={{number}}月|[正閏]) )
      | 年 {{s}} {{cycle}} (?={{s}}(?:閏|{{number}}|正月)) )
    {_BEHIND_YEAR}
    """,
    examples={
        "元禄十五壬午年十二月十四日": "1703-01-30",
        "寛政十戊午歳二月": "1798-03-17/1798-04-15",
        "文化十三丙子九月": "1816-10-21/1816-11-18",
        "天正五年丑十月": "1577-11-20/1577-12-19",
        "文政十二年巳丑十月四日": "1829-10-31",
    },
    behind="年" + CYCLE,
    behind_year=CYCLE,
    slot=slot_of_year,
)
def read_date_with_its_year_in_the_cycle(written: Written, context: Context) -> Value | None:
    """Read a date of an era whose year is named in the cycle of sixty too."""
    is_counted = written.lead.era or written.slot == "same year"  # 同5己未年
    return value_of_slots(written, context) if is_counted else None


@form(
    rf"""
    (?: (?P<year>{{number}})
        (?: {{s}}年(?!間) (?: {{s}} (?P<span>度|代) )? | (?=(?P<year_shared>{{listed}})年(?!間)(?P<later_span>[度代])?) )
      | (?P<year_word>{{year_word}}) (?! [0-9]{{{{4}}}}年 | {{modern_era}}{{number}}年 ) (?P<span_of_word>度)?   # 昨年2017年 is 2017年
      | (?P<season_year>{{season_year}})(?={{season}})
    )
    {_BEHIND_YEAR}
    """,
    examples={
        "平成26年10月17日": "2014-10-17",
        "令和元年": "2019",
        "2014年10月上旬": "2014-10-01/2014-10-10",
        "平成26年度第3四半期": "2014-10/2014-12",
        "1990年代前半": "1990/1994",
        "元禄15年12月14日": "1703-01-30",
        "平成26年2月30日": None,
    },
    behind="年~・、,-ーか及",
    unit="年",
    words=("year", "year of a season"),
    slot=slot_of_year,
)
def read_date_from_its_year(written: Written, context: Context) -> Value | None:
    """Read a date that begins with its year, which may be a word: 平成26年10月17日, 昨年10月, 24～25年; None where it is no date."""
    if written.year_shared and _is_listed_before_year(written):
        return None
    _leave_what_is_no_part(written)
    return _value_unless_no_date(written, context)


def _is_listed_before_year(written: Written) -> bool:
    """Say whether a small number only stands before a year in full: ベスト8、1968年に."""
    last = written.year_shared.strip()
    return len(written.year) < 3 and not written.lead.era and last[-4:].isdecimal()


@form(
    r"""
    (?!元|(?<=\s)○) (?P<month>{number}) 月 (?!元) (?P<day>{number}) 日
    (?= [にはをがでとかまよごこ以付現、。,)~・/\0-] | \(現地 )                 # nothing follows that would be part of it
    """,
    examples={"10月17日": None},
    behind="月",
    slot=slot_of_month,
)
def read_month_and_day(written: Written, context: Context) -> Value | None:
    """Read the most frequent dates without a year; what needs a closer look is left to the form behind this one."""
    return _value_unless_no_date(written, context)


@form(
    rf"""
    (?: {_MONTH} | (?P<month_word>{{month_word}}) (?! {{s}}{{number}}{{s}}月 ) )         # 来月2月7日 is 2月7日
    {_DAY_OF_MONTH}
    (?(day) | (?(day_word) | (?(day_name) | (?: の? (?P<part_of_month>{{part_of_month}}) )? )))
    {_BEHIND}
    """,
    examples={"10月17日": None, "同月上旬": None},
    behind="月~・、,-ーか及",
    unit="月",
    words=("month",),
    slot=slot_of_month,
)
def read_date_from_its_month(written: Written, context: Context) -> Value | None:
    """Read a date that leaves out its year: 10月17日, 先月下旬, 7・8月; None where it is no date."""
    _leave_what_is_no_part(written)
    return _value_unless_no_date(written, context)


@form(
    rf"(?: {_DAY} | (?P<day_word>{{day_word}}) ) {_BEHIND}",
    examples={"同20日": None, "昨日": None},
    behind="日の両~・、,-ーか及",
    unit="日",
    words=("day",),
    slot=slot_of_day,
)
def read_day(written: Written, context: Context) -> Value | None:
    """Read a day that leaves out its month: 8日, 24～25日, 昨日; None where it is no date."""
    return _value_unless_no_date(written, context)


def _value_unless_no_date(written: Written, context: Context) -> Value | None:
    if not written.slot or is_no_date(written, context):
        return None
    return value_of_slots(written, context)


def _leave_what_is_no_part(written: Written) -> None:
    """Leave a season, 初め or a day to the word that it begins: 平成26年春闘, ことし初めての, 8月四日市市議会."""
    if written.day and written.month.isdecimal() and not written.day.isdecimal():
        written.leave(written.match.start("day"))
        return
    part = written.part_of_year or written.part_of_month
    if not part or written.weekday:
        return
    kind = "behind a season" if part in spelled("parts", "season") else f"behind {part}"
    if written.text.startswith(spelled("compounds", kind), written.end):
        written.leave(written.end - len(part))
