"""The patterns: how Japanese official text writes dates.

A date is at most four slots, each of which may be missing: year, month, day, and a part (上旬, 夏, 年度 …) of the last one named.
Every quantifier has an upper bound, so one attempt costs at most so much, and a scan is linear in the text.
"""

import re
from collections.abc import Iterable
from functools import cache

from kaidan.normalizers.dates.eras import eras, old_eras
from kaidan.normalizers.dates.numerals import KANJI
from kaidan.normalizers.dates.words import DAY_WORDS, MONTH_WORDS, SEASON_MARKS, WEEK_WORDS, YEAR_WORDS

SPACE = r"[ \u3000\n]{0,8}+"
WAVE = r"[~～〜]"
DASH = r"[-‐‑‒–—―−－ー]"
OPEN, CLOSE = r"[(（〈【［〔\[]", r"[)）〉】］〕\]]"
NUMBER = rf"(?:[0-9]{{1,4}}+|[{KANJI}]{{1,9}}+)"


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _era() -> str:
    names = [name for name in eras() if len(name) > 1]
    signs = [sign for sign in eras() if len(sign) == 1]
    spaced = [rf"{a}[ \u3000]?{b}" for a, b in names]
    kanji = "".join(sign for sign in signs if not sign.isascii())
    latin = "".join(sign for sign in signs if sign.isascii())
    return rf"(?:{_either([*spaced, *old_eras()])}|[{kanji}]|(?<![A-Za-z0-9])[{latin}])"


def _gloss(name: str, era: str) -> str:
    year = rf"(?:{era}{SPACE}(?:元|{NUMBER})|[0-9]{{4}}|[{KANJI}]{{4}})"
    return rf"{SPACE}{OPEN}{SPACE}(?:西暦|旧暦)?(?P<{name}>{year}{SPACE}年?){SPACE}(?:[、,][^)）\n\0]{{0,12}})?{CLOSE}"


@cache
def calendar() -> re.Pattern[str]:
    """Return the pattern of everything that is written with 年, 月 or 日."""
    era = _era()
    joined = rf"(?=(?:{WAVE}|{DASH}|[・、,])"
    return re.compile(
        rf"""
        (?P<prefix>(?:西暦|旧暦|陰暦)?{SPACE}(?:去る|さる|来る|来たる|きたる)?)
        (?:                                            # the year
            (?:
                (?P<era>{era}){SPACE}(?P<era_year>元|{NUMBER})(?![0-9])
              | (?P<same>同){SPACE}(?P<same_year>元|{NUMBER})
              | (?P<apostrophe>['’])?(?P<year>{NUMBER})
            )
            (?:(?:{_gloss("gloss", era)})?{SPACE}年|{joined}{era}?(?:元|{NUMBER}){SPACE}年))(?:{_gloss("gloss2", era)})?
          | (?P<year_word>{_either(YEAR_WORDS)})
          | (?P<season_mark>[{"".join(SEASON_MARKS)}])(?=[春夏秋冬])
        )?+
        (?P<fiscal>度)?
        (?:{SPACE}の?(?:                               # the month
            (?P<leap>閏|うるう)?同?(?P<month>{NUMBER})(?:{SPACE}月(?!間)|{joined}{NUMBER}{SPACE}月(?!間)))
          | (?P<month_word>{_either(MONTH_WORDS)})
        ))?+
        (?:{SPACE}(?:                                  # the day
            (?P<mark>[同翌本])?(?P<day>{NUMBER})(?:{SPACE}日|{joined}(?P<next_day>{NUMBER}){SPACE}日))
          | (?P<day_word>{_either(DAY_WORDS)})
        ))?+
        (?:の?(?P<part>[上中下初]旬|[春夏秋冬](?!季?(?:期|至|分|場所))|[上下]半期|第?[1-4一二三四]四半期))?
        (?:{SPACE}(?:{OPEN}{SPACE}(?P<weekday>[日月火水木金土])(?:曜日?)?(?:[・、,][祝休]日?)?{SPACE}{CLOSE}|(?P<weekday_name>[日月火水木金土])曜日?))?
        """,
        re.VERBOSE,
    )


@cache
def dotted() -> re.Pattern[str]:
    """Return the pattern of dates whose numbers are parted by one kind of sign: 平28.8.3, 令和2/9/16, 2014-10-17."""
    era = _era()
    return re.compile(
        rf"""
        (?:(?P<era>{era}){SPACE}(?P<era_year>元|{NUMBER})|(?<![0-9A-Za-z./_-])(?P<year>[0-9]{{4}}))
        (?P<sign>[.．・/／]|{DASH})(?P<month>{NUMBER})
        (?:(?P=sign)(?P<day>{NUMBER}))?+
        (?![0-9]|[.．/／-][0-9])
        (?:{SPACE}{OPEN}(?P<weekday>[日月火水木金土])(?:曜日?)?(?:[・、,][祝休]日?)?{CLOSE})?
        """,
        re.VERBOSE,
    )


@cache
def slashed() -> re.Pattern[str]:
    """Return the pattern of 9/18(日): month and day, which only the weekday shows to be a date."""
    return re.compile(
        rf"(?<![0-9/.])(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}}){SPACE}{OPEN}(?P<weekday>[日月火水木金土])(?:曜日?)?(?:[・、,][祝休]日?)?{CLOSE}"
    )


@cache
def bare() -> re.Pattern[str]:
    """Return the pattern of the year of a rule, which needs no 年: 昭六〇規則五九, 平14 規程第27号."""
    return re.compile(rf"(?P<era>{_era()})(?P<era_year>元|{NUMBER})(?=[ \u3000]?(?:法|政令|省令|府令|勅令|条例|規則|規程|告示|訓令|通達|要綱|達))")


@cache
def century() -> re.Pattern[str]:
    """Return the pattern of 20世紀."""
    return re.compile(rf"(?P<century>{NUMBER})世紀(?!間|ぶり|以上|余|にわた|もの)")


@cache
def week() -> re.Pattern[str]:
    """Return the pattern of 来週 and 先週金曜日."""
    return re.compile(rf"(?P<week>{_either(WEEK_WORDS)})(?:の?(?P<weekday>[日月火水木金土])曜日?)?")


@cache
def start() -> re.Pattern[str]:
    """Return the pattern of every place at which a date may start: it is cheap, and every other pattern is tried only there."""
    words = [*eras(), *old_eras(), *YEAR_WORDS, *MONTH_WORDS, *DAY_WORDS, *WEEK_WORDS]
    words += [f"{mark}[春夏秋冬]" for mark in SEASON_MARKS]
    words += [f"{mark}[0-9{KANJI}元]" for mark in "同翌本"] + ["西暦", "去る", "さる", "来る", "来たる", "きたる"]
    tails: dict[str, set[str]] = {}
    for word in words:
        tails.setdefault(word[0], set()).add(word[1:] if len(word) > 1 else rf"[ \u3000]?[0-9{KANJI}元]")
    for first, second in ("明治", "大正", "昭和", "平成", "令和"):
        tails[first].add(rf"[ \u3000]{second}")
    branches = [rf"(?<={first})(?:{_either(rest)})" for first, rest in tails.items()]
    firsts = "".join(tails) + "0-9" + KANJI
    digits = rf"(?<=[0-9])(?<![0-9][0-9])|(?<=[{KANJI}])(?<![{KANJI}][{KANJI}])(?=[{KANJI}年月日世・〜～~ ])"
    return re.compile(rf"[{firsts}'’](?:{digits}|(?<=['’])(?=[0-9]{{2}}年)|{'|'.join(branches)})")
