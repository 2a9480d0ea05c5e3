"""Pieces that the patterns of dates share.

Every quantifier has an upper bound, so that one attempt has a greatest cost and a scan is linear in the text. The patterns are compiled
when they are first needed, and see a text whose look-alikes are folded (:mod:`kaidan.text.fold`).
"""

import re
from collections.abc import Mapping
from functools import cache

from kaidan.lexicon.words import any_of, meanings, spelled
from kaidan.normalizers.dates.vocabulary import (
    era_endings,
    first_words,
    longer_words,
    modern_era_words,
)
from kaidan.text.numerals import KANJI, NUMERALS

SPACE = r"[\x20\n]{0,8}+"
DIGITS = "[0-9]{1,4}+(?![0-9])"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CYCLE = STEMS + BRANCHES
"""The signs by which the sixty years of the cycle are named."""
_LIKE_STEMS = "巳已申戌"  # which texts mistake for 己, 甲, 戊
WEEKDAYS = "月火水木金土日"
"""The signs of the days of a week, from Monday on."""
RINGED_WEEKDAYS = "㈪㈫㈬㈭㈮㈯㈰"
GOES_ON_BEHIND_YEAR = frozenset(" \n(度代間の同翌本第").union(
    [""],
    NUMERALS,
    WEEKDAYS,
    RINGED_WEEKDAYS,
    (
        word[0]
        for word in (
            *modern_era_words(),
            *spelled("calendars"),
            *spelled("calendar", "name of month", "name of day"),
            *spelled("relative", "month", "day"),
            *spelled("parts", "part of year", "part of decade", "season"),
        )
    ),
)
"""What the rest of a date may begin with behind its year; and nothing, where a bracket opens."""
IN_DIGITS = f"(?:{DIGITS}|元)"
IN_KANJI = rf"(?:{DIGITS}|[{KANJI}]{{1,9}}+|元)"
"""A number whose digits are Latin, and any number: a class of many kanji takes half a millisecond to compile."""


@cache
def pieces(number: str) -> Mapping[str, str]:
    """Return the pieces by the names under which patterns have them, with one of the two patterns of a number."""
    eras = any_of(modern_era_words())
    join = rf"{SPACE}(?:[~、,-]|[・-ー]|及び|から){SPACE}"
    holiday, more = "(?:[祝休]日?[・、,])?", r"(?:[祝休振]日?|[・、,/][^()0-9\n\0]{1,8})?"
    return {
        "s": SPACE,
        "number": number,
        "listed": rf"(?:{join}{number}){{1,3}}?{SPACE}",  # up to three numbers, behind one that shares their unit: the ～25 of 24～25日
        "listed_years": rf"(?:{join}(?:{eras}\x20?)?{number}){{1,3}}?{SPACE}",
        "modern_era": eras,
        "year_word": any_of(spelled("relative", "year")),
        "month_word": any_of(spelled("relative", "month")),
        "day_word": any_of(spelled("relative", "day")),
        "season_year": any_of(spelled("relative", "year of a season")),
        "season": any_of(spelled("parts", "season")),
        "week_word": any_of(spelled("relative", "week")),
        "month_name": any_of(spelled("calendar", "name of month")),
        "day_name": any_of(spelled("calendar", "name of day")),
        "calendar": any_of(spelled("calendars", "western", "lunisolar", "Gregorian", "unknown")),
        "word_for_year": any_of(spelled("calendar", "old word for year")),
        "rule": any_of(spelled("events", "rule")),
        "part_of_month": any_of(spelled("parts", "part of month")),
        "part_of_year": any_of(spelled("parts", "part of year")),
        "part_of_decade": any_of(spelled("parts", "part of decade")),
        "part_of_century": any_of(spelled("parts", "part of century")),
        "leap": any_of(spelled("calendars", "leap")),
        "cycle": f"[{STEMS}{_LIKE_STEMS}]?[{BRANCHES}]",
        "weekday": rf"{SPACE}(?:\({SPACE}{holiday}(?P<weekday_in_brackets>[{WEEKDAYS}])(?:曜日?)?{more}{SPACE}\)"
        rf"|(?P<weekday_behind>[{WEEKDAYS}])曜日?|(?P<weekday_ringed>[{RINGED_WEEKDAYS}]))",
        "weekdays": f"[{WEEKDAYS}]",
    }


@cache
def qualifiers() -> Mapping[str, str]:
    """Return the words behind a date that make it less sure, and how."""
    return meanings("calendar", "qualifier")


@cache
def start() -> re.Pattern[str]:
    """Return the pattern of every place at which a number or a word may begin a date: it is cheap, and all else is tried only there.

    Its first sign is looked up in one class, which turns most of the text away. What belongs to a number and stands before it (an
    era, 翌, 去る) is found by looking back from there.
    """
    longer = {word for words in longer_words().values() for word in words}
    words = [word for word in first_words() if word not in longer]
    firsts, seconds = (
        "".join(sorted({word[0] for word in words})),
        "".join(sorted({word[1] for word in words})),
    )
    tails = "|".join(sorted({re.escape(word[1:]) for word in words}))
    era_ends = "".join(sorted({word[-1] for word in modern_era_words()}))
    ends_of_all = "".join(sorted(era_endings()))
    words_for_year = "".join(spelled("calendar", "old word for year"))
    return re.compile(
        rf"""
        [0-9{KANJI}元{firsts}F年({STEMS}]
        (?<![0-9][0-9])                                                        # behind a digit goes a number on
        (?:
            (?=[0-9{KANJI}元\x20\n年月日両世()~・、,./ーか及の{seconds}{CYCLE}Y-])         # most go on otherwise
            (?:
                (?=                                                            # a number and its unit, or a list of numbers
                    (?:(?<=[0-9])[0-9]{{0,3}}+ | (?<=[{KANJI}元])(?<![{KANJI}].)[{KANJI}]{{0,8}}+)
                    {SPACE}(?:年|月|日|[(~,./-]|・|、|両|世|ー|から|及び|の両日|[{CYCLE}]{{1,2}}[年歳暦{words_for_year}0-9{KANJI}正閏(])
                )
              | (?<![0-9{KANJI}元])(?:(?={tails}) | (?<=F)(?=Y))                 # a word
            )
          | (?<=[{ends_of_all}].)(?:
                (?<=[{era_ends}].)                                             # behind an era: 昭六〇規則五九
              | (?=[0-9{KANJI}]{{0,2}}+[){words_for_year}]))                    # (天保14), 慶長十六天
          | (?=[{BRANCHES}])(?<=[{ends_of_all}][{STEMS}])                        # 文政庚寅
          | (?=[間中])(?<=[^\W0-9]{{2}}年)                                      # 寛永年間, 康平年中
          | (?=[0-9]{{2}})(?:
                (?=[0-9]{{3,4}}\x20?[~)-])(?<=[^\W0-9]{{2}}\()                  # 元和(1615~24), 享保(1732)
              | (?<=[DC][.\x20].|[AB][DC].)(?=[0-9]{{2,3}}(?![0-9])))            # A.D.1854, BC221
        )
        """,
        re.VERBOSE | re.DOTALL,
    )
