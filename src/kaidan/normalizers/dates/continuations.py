"""Whether the text goes on behind a number as it does behind dates."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates.counts import LETTER, names_event
from kaidan.text import BREAK
from kaidan.text.scan import Table, by_first, stands


@cache
def _words_of(*kinds: str) -> Table:
    return by_first("", spelled("continuations", *kinds))


@cache
def _behind_a_date(unit: str) -> Table:
    return by_first("", (*spelled("continuations", "behind a date", f"behind a {unit}"), BREAK))


@cache
def _a_few() -> re.Pattern[str]:
    return re.compile(
        r"(?:[~-]|から)(?P<more>[0-9]{1,2})日(?:間|程度|ほど|くらい|ぐらい|以[内上下])"
    )


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,2}(?:[ ]?時(?!間)|:)")


@cache
def _year_or_age() -> re.Pattern[str]:
    """Return the pattern of what a date may be followed by at once: 12月に1956年の宣言から, 2日に65歳を迎え."""
    return re.compile(r"[0-9]{4}[年(]|[0-9]{1,3}歳")


def goes_on(text: str, end: int, unit: str, count: int = 0) -> bool:
    """Say whether the text goes on after a bare "month" or "day", of that number, as it does after dates."""
    few = _a_few().match(text, end) if unit == "day" and text[end] in "~-か" else None
    if few and count < int(few["more"]):  # 28日から2日間 begins on the 28th
        return False
    while text[end] in " \n":
        end += 1
    if text[end] == "に" and text[end + 1].isdigit() and _year_or_age().match(text, end + 1):
        return True
    if stands(text, end, _behind_a_date(unit)):
        return not stands(text, end, _words_of(f"not behind a {unit}"))
    return unit == "day" and text[end].isdigit() and bool(_clock().match(text, end))


@cache
def _next_year() -> re.Pattern[str]:
    return re.compile(r"[、・,][ ]?[0-9一二三四五六七八九]{2}年")


def shows_year(text: str, end: int) -> bool:
    """Say whether what follows the 年 of a two-digit number, as in 56年宣言, shows that it is a year."""
    end += text[end] == " "
    if text[end] in "、・,":
        return bool(_next_year().match(text, end))
    shown = stands(text, end, _words_of("behind a year of two digits"))
    if shown and not stands(text, end, _words_of("not behind a year of two digits")):
        return True
    return names_event(text, end)


@cache
def _on_the_first() -> re.Pattern[str]:
    at_once = any_of(spelled("continuations", "behind 1日の at once"))
    event = any_of(spelled("continuations", "behind 1日の"))
    return re.compile(rf"の(?:{at_once}|{LETTER}{{0,8}}?{event})")


@cache
def _counted_in_day() -> re.Pattern[str]:
    counted = any_of(spelled("continuations", "counted in a day"))
    return re.compile(rf"に[^、。\n\0]{{1,12}}?{counted}")


def is_first_of_month(text: str, start: int, end: int) -> bool:
    """Say whether 1日 is the first of a month, and not the length or the course of a day: 1日の会見, but 1日の流れ, 首相の1日."""
    if text[start - 1 : start] == "の":
        return False
    if text[end] == "の":
        return bool(_on_the_first().match(text, end))
    if text[end] in "123456789一二三四五六七八九数平当":
        return False
    if text[end] == "に" and _counted_in_day().match(text, end):
        return False
    return text[end] != "で" or text.startswith("で開", end)
