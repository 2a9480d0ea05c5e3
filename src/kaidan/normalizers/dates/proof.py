"""Whether what is written is a date at all: how much proof each beginning needs."""

from kaidan.normalizers.dates import cues, tenses
from kaidan.normalizers.dates.grammar import NUMERALS
from kaidan.normalizers.dates.known import Lender
from kaidan.normalizers.dates.slots import Slots
from kaidan.text.numerals import number

_NEAR = 50
"""A round number so close to the year named last is a year too: 1799年に…、1800年に."""
_ERA_INITIALS = "明大昭平令"


def is_date(slots: Slots, lender: Lender) -> bool:
    """Say whether the words around it let it be a date."""
    text, first, start, end = slots.text, slots.first, slots.at, slots.end
    if slots.word and first != "season_mark":
        return _is_word_of_date(slots, lender)
    if text[end] == "間":
        return False
    if first == "era":
        return is_era(slots.era, text, start, end)
    if first == "season_mark":
        return bool(slots.part) and not cues.kanji_before(text, start)
    marked = (
        slots.day_mark if first == "day" else first == "month" and slots.month_mark in ("同", "翌")
    )
    if slots.aside or first == "same_year" or (marked and not cues.rest_of_word(text, slots.start)):
        return True
    counted = (
        lender.joined == ""
        and cues.counted_before(text, slots.start)
        and not (slots.day and tenses.step(text, start, day=not slots.month))
    )
    return not counted and _is_number_of_date(slots, lender)


def _is_word_of_date(slots: Slots, lender: Lender) -> bool:
    text, start = slots.text, slots.at
    if slots.word[0] in "翌前" and cues.of_another(text, start, named=bool(lender.named.year)):
        return False
    behind = start + len(slots.word) + (slots.span == "度")
    return bool(slots.month) or not cues.within_word(text, start, behind, slots.word)


def is_era(name: str, text: str, start: int, end: int) -> bool:
    """Say whether the year from ``start`` to ``end`` is one of an era: its name in full is proof enough."""
    return (len(name) > 1 and name[0] in _ERA_INITIALS) or not cues.grade(text, start, end)


def _is_number_of_date(slots: Slots, lender: Lender) -> bool:
    if slots.first == "year":
        return bool(slots.month) or _is_year(slots, lender)
    if lender.joined:
        return (slots.first == "month" and slots.text[slots.end] == "分") or not cues.counts_days(
            slots.text, slots.end
        )
    return (
        _is_month(slots) or _heads_entry(slots, lender)
        if slots.first == "month"
        else _is_day(slots)
    )


def _is_month(slots: Slots) -> bool:
    text, start = slots.text, slots.start
    if text.endswith("年", 0, start):  # 懲役2年6月: what could have been its year is none
        return False
    if not (slots.day or slots.part or slots.month.isascii()) and cues.kanji_before(
        text, start
    ):  # the place 東六月
        return False
    if text[slots.end] == "-" and (
        slots.shares or text[slots.end + 1] in NUMERALS
    ):  # 4-6月期, 4月-6月
        return True
    return bool(slots.day or slots.day_word or slots.day_name or slots.part) or cues.goes_on(
        text, slots.end, "month"
    )


def _heads_entry(slots: Slots, lender: Lender) -> bool:
    """Say whether a month stands apart, as in a chronicle, behind its year: 昭和7年 1月 上海事変."""
    text, start, end = slots.text, slots.start, slots.end
    told = lender.named.year and (lender.near or not lender.document.year)
    told = told or (lender.document.year and not lender.document.month)
    return bool(
        told
        and text[end] in " |"
        and not text[end + 1].isdigit()
        and text[start - 1] in " \n|・*-■□●○◆◇▼▲★☆"
        and not slots.shares
    )


def _heads_line(text: str, start: int, end: int) -> bool:
    """Say whether a day stands apart at the start of a line: 6日 広島に原爆が投下された."""
    apart = text[end] == " " and not text[end + 1].isdigit() and not cues.counts_days(text, end + 1)
    return apart and (start == 0 or text[start - 1] in "\n|") and text[end + 1] not in " \n"


def _is_day(slots: Slots) -> bool:
    text, start, end, day = slots.text, slots.at, slots.end, number(slots.day) or 0
    if not (
        slots.weekday or cues.goes_on(text, end, "day") or _heads_line(text, start, end)
    ) or not (slots.prefix or cues.stands_free(text, start)):
        return False
    if day < 10 and (
        slots.shares or cues.one_of_a_few(text, start)
    ):  # 2、3日 without a month is a few days
        return False
    first = day != 1 or cues.first_of_month(text, start, end)
    return first and not text.startswith("両日", end - 2) and not cues.of_every_month(text, start)


def _is_year(slots: Slots, lender: Lender) -> bool:
    text, count = slots.text, number(slots.year) or 0
    short = count < 100 and (
        not lender.joined or text.endswith(("年、", "年,"), 0, slots.at)
    )  # 平成3年、5年の刑
    if short and (
        cues.kanji_before(text, slots.at) or text.endswith("年の", 0, slots.at)
    ):  # 1981～2010年の30年に
        return False
    if (
        count < 100
        and lender.joined == "range"
        and lender.named.day
        and not text.startswith("まで", slots.end)
    ):
        return False  # 九月十六日から二十年
    if slots.span:
        return True
    proved = slots.glosses or slots.prefix or slots.apostrophe
    round_number = (
        100 <= count < 1900 and count % 100 == 0 and abs(count - (lender.named.year or 0)) > _NEAR
    )
    return not (round_number and not proved) and not cues.counts_years(
        text, slots.end, short=short and not slots.apostrophe
    )
