"""Whether a match of :func:`grammar.calendar` is a date at all: how much proof each beginning needs."""

import re

from kaidan.normalizers.dates import cues
from kaidan.normalizers.dates.known import Lender
from kaidan.normalizers.dates.numerals import number

_ERA_INITIALS = "明大昭平令"


def is_date(m: re.Match[str], first: str, lender: Lender) -> bool:
    """Say whether the words around a match let it be a date; ``first`` is the slot that it begins with."""
    text, start, end = m.string, m.start(first), m.end()
    if first.endswith("word"):
        behind = m.end("span") if m["span"] == "度" else m.end(first)
        return bool(m["month"]) or not cues.within_word(text, start, behind, m[first])
    if text.startswith("間", end):
        return False
    if first == "era":
        in_full = len(m["era"]) > 1 and m["era"][0] in _ERA_INITIALS
        return in_full or not cues.grade(text, start, end)
    if first == "season_mark":
        return bool(m["part"]) and not cues.kanji_before(text, start)
    marked = first == "same_year" or m["aside"] or (first == "day" and m["mark"])
    free = bool(lender.joined) or not cues.counted_before(text, start)
    return bool(marked) or (free and _is_number_of_date(m, first, lender))


def _is_number_of_date(m: re.Match[str], first: str, lender: Lender) -> bool:
    text, end = m.string, m.end()
    if first == "year":
        return bool(m["month"]) or _is_year(m, lender)
    if lender.joined:
        return not cues.counts_days(text, end)
    return _is_month(m) if first == "month" else _is_day(m)


def _is_month(m: re.Match[str]) -> bool:
    text, start = m.string, m.start()
    if text.endswith("年", 0, start):  # 懲役2年6月: what could have been its year is none
        return False
    if not (m["day"] or m["part"] or m["month"].isascii()) and cues.kanji_before(text, start):  # the place 東六月
        return False
    return bool(m["day"] or m["day_word"] or m["day_name"] or m["part"]) or cues.goes_on(text, m.end(), "month")


def _is_day(m: re.Match[str]) -> bool:
    text, start, end, day = m.string, m.start("day"), m.end(), number(m["day"]) or 0
    few = day < 10 and (end == m.end("day") or cues.one_of_a_few(text, start))  # 2、3日 without a month is a few days
    if few or m[0].endswith("両日") or (day == 1 and not cues.first_of_month(text, end)):
        return False
    return cues.stands_free(text, start) and cues.goes_on(text, end, "day")


def _is_year(m: re.Match[str], lender: Lender) -> bool:
    text, count = m.string, number(m["year"]) or 0
    listed = text.endswith(("年、", "年,"), 0, m.start("year"))  # 平成3年、5年の刑
    short = count < 100 and (not lender.joined or listed)
    if short and cues.kanji_before(text, m.start("year")):
        return False
    if count < 100 and lender.joined == "range" and lender.named.day and not text.startswith("まで", m.end()):
        return False  # 九月十六日から二十年
    if m["span"]:
        return True
    proved = m["gloss"] or m["gloss2"] or m["prefix"] or m["apostrophe"]
    round_number = 100 <= count < 1900 and count % 100 == 0
    return not (round_number and not proved) and not cues.counts_years(text, m.end(), short=short and not m["apostrophe"])
