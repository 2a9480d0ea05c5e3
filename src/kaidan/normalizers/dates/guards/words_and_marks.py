"""Words that are pieces of others, marks and eras that belong to something else, and numbers that something before them counts."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import compounds, counts
from kaidan.normalizers.dates.borrowing import step_before
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.guards.rule import guard
from kaidan.normalizers.dates.written import Written

_NEAR = 40
_THIS = "この"
"""Before a season it may mean one that was told of, and kanji behind may go on with it."""
_NUMBERS = (
    "year with month, year alone, three digits, few years, month with day, month alone, day alone"
)


@guard(
    "a class at school: 東大2年の, 明3年生", "weak era year", "東大2年の", "明3年生", "文化2年生"
)
def is_class(written: Written, context: Context) -> bool:
    if written.lead.calendar or written.lead.mark:
        return False
    start = written.at - len(written.lead.era)
    if written.lead.era not in written.text[start : written.at]:  # blanks stand between
        start = written.start
    return compounds.is_class_at_school(written.text, start, written.end, written.lead.era)


@guard(
    "昨, 今, 来 and この with a season are a date only by themselves: 今春闘, この秋田",
    "season year",
    "今春闘",
    "この秋田県",
)
def is_no_season(written: Written, context: Context) -> bool:
    if not written.part_of_year or counts.kanji_before(written.text, written.at):
        return True
    if written.season_year != _THIS:
        return False
    told = (context.named.year or 0) - (context.document.year or 0)
    is_of_story = bool(context.named.year) and abs(told) > 1
    return is_of_story or counts.is_kanji(written.text[written.end])


@guard(
    "翌日 and 前月 count from what is no date here: 祝日の場合は翌日",
    "year word, month word, day word",
    "祝日の場合は翌日",
)
def counts_from_no_date(written: Written, context: Context) -> bool:
    word = written.year_word or written.month_word or written.day_word
    is_named = bool(context.named.year)
    return word[0] in "翌前" and compounds.counts_from_no_date(
        written.text, written.at, is_named=is_named
    )


@guard(
    "a piece of another word: 日本年金, 前日比, 今日的",
    "year word, month word, day word",
    "日本年金機構",
    "前年同期比",
    "今日的意義",
)
def is_piece_of_word(written: Written, context: Context) -> bool:
    if written.month or (written.month_word and written.day):
        return False
    word = written.year_word or written.month_word or written.day_word
    end = written.at + len(word) + len(written.span_of_word)
    return compounds.is_piece_of_word(written.text, written.at, end, word)


@guard("同 or 本 ends another word: 日本3日, 合同15日", "marked day, marked month", "日本3日")
def is_rest_of_word(written: Written, context: Context) -> bool:
    return compounds.is_rest_of_word(written.text, written.start)


@guard("同 ends a word, as in 合同3年", "same year, year with month, few years", "合同3年3月の計画")
def is_same_of_word(written: Written, context: Context) -> bool:
    text, at = written.text, written.at
    if text.endswith(spelled("compounds", "ends in 同"), 0, at):
        return True
    return written.slot == "same year" and bool(_class().search(text, max(0, at - _NEAR), at))


@cache
def _class() -> re.Pattern[str]:
    """Return the pattern of a class at school, of which 同5年 is the next: 小学3年時に転居し、同5年から."""
    schools = any_of(spelled("compounds", "school"))
    return re.compile(rf"{schools}[0-9一二三四五六]年[^。\n年]*$")


@guard(
    "what stands before it makes it a count: 懲役三年, 第10回, 生後20日",
    _NUMBERS,
    "約1956年",
    "懲役三年に処する",
    "生後20日",
    "約2000年前",
)
def is_counted(written: Written, context: Context) -> bool:
    if written.gloss_year:  # 140年前の1879(明治12)年
        return False
    if context.tie or not counts.counted_before(written.text, written.start):
        return False
    is_bare_day = not written.month
    return not (written.day and step_before(written.text, written.at, is_day=is_bare_day))


@guard(
    "a street or a square that is named after a day: 3月20日通り",
    "month with day",
    "3月20日通り",
)
def names_place(written: Written, context: Context) -> bool:
    return written.text.startswith(spelled("compounds", "names a place"), written.end)


GUARDS = (
    is_class,
    is_no_season,
    counts_from_no_date,
    is_piece_of_word,
    is_rest_of_word,
    is_same_of_word,
    is_counted,
    names_place,
)
