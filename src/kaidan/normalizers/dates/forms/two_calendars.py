"""Dates whose year stands in both calendars, or is named in the cycle of sixty too: 2014年（平成26年）秋, 元禄十五壬午年."""

from kaidan.lexicon.eras import eras_by_word
from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import counts, years
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.form import form
from kaidan.normalizers.dates.forms.calendar_dates import BEHIND_YEAR, leave_what_is_no_part
from kaidan.normalizers.dates.grammar import BRANCHES, CYCLE, STEMS
from kaidan.normalizers.dates.guards.verdict import is_no_date
from kaidan.normalizers.dates.lunisolar import GREGORIAN_SINCE
from kaidan.normalizers.dates.slot_values import value_of_slots
from kaidan.normalizers.dates.slots import slot_of_year
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.written import Written
from kaidan.normalizers.dates.year_slot import gloss_of
from kaidan.text.numerals import number

_FOUR_DIGITS = 1000
_A_FIRST_YEAR = 4
"""A year of 甲子, with which the cycle of sixty begins."""
_GLOSS = r"""
    \( {s} (?:{calendar})? (?P<gloss_era>\D{{0,4}}?) {s} (?P<gloss_mark>'?) (?P<gloss_year>{number}) {s} (?P<gloss_unit>年度?)? {s}
    (?: [、,・/][^)\n\0]{{0,12}} )? \)
    """


@form(
    rf"""
    (?: (?P<year>{{number}}) {{s}} (?: (?P<year_unit>年) (?: {{s}} (?P<span>度) )? )?
      | (?P<year_word>{{year_word}}) (?P<span_of_word>度)? )
    (?: {{s}} {_GLOSS}
      | \x20? (?P<beside_era>{{modern_era}}|\D{{{{2,4}}}}?|) (?P<beside_year>[0-9]{{{{1,4}}}}|元)年
        (?:\)(?=[0-9]{{{{1,2}}}}月))?                                     # a copy may have lost brackets
    )
    (?: {{s}} (?P<unit_behind>年) )? (?: {{s}} (?P<span_behind>度|代) )?
    (?: (?<=\)) (?: \. | (?=[0-9]{{{{1,2}}}}(?P<sign>/)) )                                          # 1951(S26).4.30, 1934(昭和9)9/20
        (?P<month_in_points>[0-9]{{{{1,2}}}})[./](?P<day_in_points>[0-9]{{{{1,2}}}})?(?![0-9])
      | {BEHIND_YEAR} )
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
        "1934(昭和9)9/20": "1934-09-20",
    },
    behind="年度(",
    behind_unit="(度12 \n" + "".join(word[0] for word in eras_by_word()),
    words=("year",),
    slot=slot_of_year,
)
def read_date_in_two_calendars(written: Written, context: Context) -> Value | None:
    """Read a date whose year is given in both calendars; None where what stands in brackets is no year of the other one."""
    if not _is_gloss(written):
        return None
    if written.part_of_year or written.month:
        leave_what_is_no_part(written)
    if is_no_date(written, context):
        return None
    value = value_of_slots(written, context)
    if (
        written.sign and value and (value.year or 0) < GREGORIAN_SINCE
    ):  # in which calendar is not said
        written.leave(written.match.start("month_in_points"))
        return value_of_slots(written, context)
    return value


def _is_gloss(written: Written) -> bool:
    agrees = _agrees(written)
    if written.beside_year:
        return agrees
    era = "".join(written.gloss_era.split())
    if era and era not in eras_by_word():
        return False
    if not era and not agrees and (number(written.gloss_year) or 0) < _FOUR_DIGITS:
        return len(written.gloss_year) == 3 and _may_be_unknown(written)
    is_fiscal = written.span or written.span_of_word or written.span_behind
    if written.gloss_unit == ("年" if is_fiscal else "年度"):
        return False
    return agrees or bool(written.year_unit or written.unit_behind or written.year_word)


def _may_be_unknown(written: Written) -> bool:
    """Say whether the year may be counted in an era that is not known here, of another realm or lost: 元和元年(806年)."""
    names_year = bool(written.lead.era) and written.gloss_unit == "年"
    return names_year or _is_in_lost_era(written)


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
    (?: {{cycle}} {{s}} (?: [年歳暦] | {{word_for_year}} | (?={{number}}月|[正閏]|\([0-9]{{{{4}}}}年?\)) )
      | 年 {{s}} {{cycle}} 歳? (?={{s}}(?:閏|{{number}}|{{month_name}}|{{day_name}}))
      | (?P<word_for_year>{{word_for_year}}) {{cycle}}? )                                          # 慶長十六天八月
    {BEHIND_YEAR}
    """,
    examples={
        "元禄十五壬午年十二月十四日": "1703-01-30",
        "寛政十戊午歳二月": "1798-03-17/1798-04-15",
        "文化十三丙子九月": "1816-10-21/1816-11-18",
        "天正五年丑十月": "1577-11-20/1577-12-19",
        "文政十二年巳丑十月四日": "1829-10-31",
        "元和九癸亥天": "1623",
        "慶長十六天八月": "1611-09-07/1611-10-05",
    },
    behind="年" + CYCLE + "".join(spelled("calendar", "old word for year")),
    behind_unit=CYCLE,
    slot=slot_of_year,
)
def read_date_with_its_year_in_the_cycle(written: Written, context: Context) -> Value | None:
    """Read a date of an era whose year is named in the cycle of sixty too, or has an older word for 年."""
    is_counted = written.lead.era or written.slot == "same year"  # 同5己未年
    if written.word_for_year and written.slot != "weak era year":
        return None
    return value_of_slots(written, context) if is_counted else None


@form(
    rf"(?P<sign>[{STEMS}][{BRANCHES}]) [年歳]? {BEHIND_YEAR}",
    examples={"文政庚寅": "1830", "享保癸丑三月": "1733-04-14/1733-05-13"},
    words=tuple(STEMS),
    placed_by=("era",),
)
def read_year_of_an_era_by_its_sign_in_the_cycle(
    written: Written, context: Context
) -> Value | None:
    """Read a year of an era that is named in the cycle of sixty alone, as inscriptions have it: 文政庚寅."""
    era = eras_by_word().get(written.lead.era)
    if not era or not era.last_year or written.text[written.start : written.at] != era.name:
        return None
    years_named = [
        year
        for year in range(era.first_year, era.last_year + 1)
        if STEMS[(year - _A_FIRST_YEAR) % 10] + BRANCHES[(year - _A_FIRST_YEAR) % 12]
        == written.sign
    ]
    if len(years_named) != 1:  # none, or one of two: 昭和丙寅
        return None
    written.year = str(years_named[0] - era.first_year + 1)
    written.slot = slot_of_year(written)
    leave_what_is_no_part(written)
    return value_of_slots(written, context)
