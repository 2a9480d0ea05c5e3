"""The patterns: how Japanese official text writes dates.

A date is at most four slots, each of which may be missing: year, month, day, and a part (上旬, 夏, 第1四半期) of the last one named.
Every quantifier has an upper bound, so that one attempt has a greatest cost and a scan is linear in the text. The patterns are
compiled when they are first needed, and see a text whose look-alikes are folded (:mod:`.width`).

"""

import re
from collections.abc import Iterable
from functools import cache

from kaidan.normalizers.dates.numerals import KANJI
from kaidan.normalizers.dates.words import DAY_NAMES, DAY_WORDS, MONTH_WORDS, PREFIXES, SEASON_MARKS, WEEK_WORDS, YEAR_WORDS

SPACE = r"[ \n]{0,8}+"
DASH = "[-ー]"
NUMBER = rf"(?:[0-9]{{1,4}}+(?![0-9])|[{KANJI}]{{1,9}}+)"
ERA = r"(?:明[ ]?治|大[ ]?正|昭[ ]?和|平[ ]?成|令[ ]?和|[明大昭平令㍾㍽㍼㍻㋿]|(?<![A-Za-z0-9])[MTSHR])"
OLD_ERA = "[慶元寛正承明万延天和貞享宝文安弘嘉][長和永保安応暦治文宝享禄徳延明政化久]"
YEAR_NUMBER = rf"(?:元|{NUMBER})"
WEEKDAY = (
    rf"(?:{SPACE}\({SPACE}(?P<weekday>[日月火水木金土])(?:曜日?)?(?:[・、,]?[祝休振]日?)?{SPACE}\)|"
    rf"{SPACE}(?P<weekday_name>[日月火水木金土])曜日?)?"
)
PART = (
    r"[上中下初]旬|[春夏秋冬](?![期至分場闘日田葉目山元柴川野本])|[上下]半?期|第[ ]?[1-4一二三四][ ]?四半期|"
    r"初頭|初め|前半|後半|半ば|末"
)
"""A part of the month or the year that was named last; :mod:`.values` says which days each is."""


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _gloss(name: str) -> str:
    """The year in the other calendar, in brackets: （2011年） after 平成23年, (昭和12年) after 1937年."""
    year = rf"(?P<{name}_era>{ERA}|{OLD_ERA})?{SPACE}(?P<{name}>{YEAR_NUMBER})"
    return rf"(?:{SPACE}\({SPACE}(?:西暦)?{year}{SPACE}年?{SPACE}(?:[、,・/][^)\n\0]{{0,12}})?\))?"


def _shares(unit: str, number: str = NUMBER, after: str = "") -> str:
    """The unit itself, or the sight of it further on: the 24 of 24～25日 and the 7 of 7・8日 share theirs with what follows."""
    return rf"(?:{SPACE}{unit}|(?={SPACE}(?:(?:[~・、,ー-]|及び|から){SPACE}{number}){{1,3}}{SPACE}{unit}{after}))"


@cache
def calendar() -> re.Pattern[str]:
    """Return the pattern of everything that is written with 年, 月 or 日."""
    return re.compile(
        rf"""
        (?P<prefix>(?:{_either(PREFIXES)}){SPACE})?+
        (?P<aside>(?:{NUMBER}年[前後]|[翌前昨同]年)の(?=(?:{ERA})?{YEAR_NUMBER}年))?+          # 71年前の1941年, 翌年の七三年
        (?:                                                                  # the year
            (?:
                (?P<era>{ERA}|{OLD_ERA}){SPACE}(?P<era_year>{YEAR_NUMBER})
              | [同翌]{SPACE}(?P<same_year>{YEAR_NUMBER})
              | (?P<apostrophe>')?(?P<year>{NUMBER})
            )
            {_gloss("gloss")}{_shares("年", rf"(?:{ERA})?{YEAR_NUMBER}", "(?P<later_span>[度代])?")}{_gloss("gloss2")}
          | (?P<year_word>{_either(YEAR_WORDS)})
          | (?P<season_mark>[{"".join(SEASON_MARKS)}])(?=[春夏秋冬])
        )?+
        (?P<span>[度代])?
        (?:{SPACE}の?(?:                                                     # the month
            (?P<leap>閏|うるう)?(?P<month_mark>[同翌])?(?P<month>{NUMBER}){_shares("月")}(?!間)
          | (?P<month_word>{_either(MONTH_WORDS)})
        ))?+
        (?:{SPACE}(?:の(?={NUMBER}日(?!間)))?(?:                                # the day
            (?P<mark>[同翌本])?(?P<day>{NUMBER}){_shares("両?日")}
          | (?P<day_word>{_either(DAY_WORDS)})
          | (?P<day_name>{_either(DAY_NAMES)})
        ))?+
        (?:の?(?P<part>{PART}))?
        {WEEKDAY}
        """,
        re.VERBOSE,
    )


@cache
def dotted() -> re.Pattern[str]:
    """Return the pattern of dates whose numbers are parted by one kind of sign: 平28.8.3, 令和2/9/16, 2014-10-17."""
    return re.compile(
        rf"""
        (?:(?P<era>{ERA}){SPACE}(?P<era_year>{YEAR_NUMBER})|(?P<year>[0-9]{{1,4}}))
        {SPACE}(?P<sign>[./・ー-]){SPACE}(?P<month>{NUMBER})
        (?:{SPACE}(?P=sign){SPACE}(?P<day>{NUMBER}))?+
        (?![0-9%年万億円人号件個台番版章節kmKM]|条(?!例)|(?:[./・]|(?P=sign))[0-9])
        {WEEKDAY}
        """,
        re.VERBOSE,
    )


@cache
def slashed() -> re.Pattern[str]:
    """Return the pattern of 9/18(日): month and day, which only the weekday shows to be a date."""
    return re.compile(rf"(?<![0-9/.])(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})(?={SPACE}\(){WEEKDAY}")


@cache
def rule() -> re.Pattern[str]:
    """Return the pattern of the year of a rule, which needs no 年: 昭六〇規則五九, 平14 規程第27号."""
    kinds = "法律|政令|省令|府令|勅令|条例|規則|規程|告示|訓令|通達|要綱"
    return re.compile(rf"(?P<era>{ERA})(?P<era_year>{YEAR_NUMBER})(?=[ ]?[一-龥]{{0,6}}?(?:{kinds}))")


@cache
def fiscal() -> re.Pattern[str]:
    """Return the pattern of FY2015."""
    return re.compile(r"(?<![A-Za-z0-9])FY[ ]?(?P<year>[0-9]{4})(?![0-9])")


@cache
def rest() -> re.Pattern[str]:
    """Return the pattern of the other end of a range that says only what differs: the 中旬 of 5月上旬～中旬, the 6 of H25.9.5-6."""
    return re.compile(rf"(?P<part>[上中下]旬|[春夏秋冬](?![一-龥]))|(?P<day>[0-9]{{1,2}})(?![0-9A-Za-z./:%ー一-龥-]){WEEKDAY}")


@cache
def century() -> re.Pattern[str]:
    """Return the pattern of 20世紀."""
    return re.compile(rf"(?P<century>{NUMBER})世紀(?!間|梨|が丘|ぶり|振り|以上|余|にわた|もの|近)(?:初頭|前半|後半|半ば|末)?")


@cache
def week() -> re.Pattern[str]:
    """Return the pattern of 来週 and 先週金曜日."""
    return re.compile(rf"(?P<week>{_either(WEEK_WORDS)})(?:の?(?P<weekday>[日月火水木金土])曜日?)?")


@cache
def start() -> re.Pattern[str]:
    """Return the pattern of every place at which a date may start: it is cheap, and the others are tried only there.

    The first two signs are looked up in two classes, which turns most of the text away; then the whole word has to be there. The
    group that matched says which forms may follow.
    """
    words = [*YEAR_WORDS, *MONTH_WORDS, *DAY_WORDS, *WEEK_WORDS, *PREFIXES, "FY"]
    words += [mark + season for mark in SEASON_MARKS for season in "春夏秋冬"]
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[0], []).append(word[1:])
    branches = [f"(?<={first}){_group(tails)}" for first, tails in rest.items()]
    seconds = "".join({tail[0] for tails in rest.values() for tail in tails})
    digit, unit = rf"[0-9{KANJI}元]", rf"{SPACE}[年月日両世(~・、,か及ー-]"
    return re.compile(
        rf"""
        [0-9{KANJI}明大昭平令㍾㍽㍼㍻㋿MTSHR慶元寛正承万延天和貞享宝文安弘嘉同翌本'{"".join(rest)}]
        (?=[0-9{KANJI}元 \n年月日両世・、,から及(./~ー治正和成{seconds}長永保安応暦文宝享禄徳延明政化久-])
        (?:
            (?P<number>(?<=[0-9])(?<![0-9][0-9])(?=[0-9]{{0,3}}{unit}) | (?<=[{KANJI}])(?<![{KANJI}]{{2}})(?=[{KANJI}]{{0,8}}{unit}))
          | (?P<parted>(?<=[0-9])(?<![0-9][0-9])(?=[0-9]{{0,3}}{SPACE}[./・ー-]))
          | (?P<era>(?<=[明大昭平令㍾㍽㍼㍻㋿MTSHR])[ ]?(?:[治正和成][ \n]{{0,8}}+)?(?={digit})
                | (?<=[慶元寛正承明万延天和貞享宝文安弘嘉])[長和永保安応暦治文宝享禄徳延明政化久](?={digit}))
            (?:(?={digit}{{1,9}}{SPACE}[./・ー-])(?P<parted_era>))?
          | (?P<word>(?<=[同翌本'])(?={digit}) | {"|".join(branches)})
        )
        """,
        re.VERBOSE,
    )


def _group(tails: list[str]) -> str:
    return f"(?:{_either(tails)})"
