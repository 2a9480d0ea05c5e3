"""The patterns: how Japanese official text writes dates.

A date is at most four slots, each of which may be missing: year, month, day, and a part (上旬, 夏, 第1四半期) of the last one named;
:mod:`.written` reads them one after another. Every quantifier has an upper bound, so that one attempt has a greatest cost and a scan is
linear in the text. The patterns are compiled when they are first needed, and see a text whose look-alikes are folded (:mod:`.width`).
A class of many kanji takes half a millisecond to compile: so few patterns hold one, and words are looked up instead.
"""

import re
from functools import cache

from kaidan.normalizers.dates.words import DAY_NAMES, WORDS
from kaidan.text.numerals import KANJI
from kaidan.text.scan import by_first

SPACE = r"[ \n]{0,8}+"
DASH = "[-ー]"
DIGITS = "[0-9]{1,4}+(?![0-9])"
NUMBER = rf"(?:{DIGITS}|[{KANJI}]{{1,9}}+|元)"
NUMERALS = frozenset("0123456789元" + KANJI)
PARTS = by_first(
    "上旬 中旬 下旬 初旬 春 夏 秋 冬 上期 下期 上半期 下半期 初頭 初め 前半 後半 半ば 末"
)
"""Parts of the month or the year that was named last; :mod:`.values` says which days each is."""
NO_SEASON = frozenset("期至分場闘日田葉目山元柴川野本")
"""What makes a season behind a year a piece of another word: 春闘, 秋田, 夏至."""


@cache
def start() -> re.Pattern[str]:
    """Return the pattern of every place at which a number or a word may begin a date: it is cheap, and all else is tried only there.

    Its first sign is looked up in one class, which turns most of the text away. What belongs to a number and stands before it (an
    era, 翌, 去る) is found by looking back from there.
    """
    words = [
        word for word in WORDS if word[0] not in "さし" and word not in DAY_NAMES
    ]  # さきおととい: see heads.word_start
    firsts, seconds = "".join({word[0] for word in words}), "".join({word[1] for word in words})
    tails = "|".join(sorted({word[1:] for word in words}))
    return re.compile(
        rf"""
        [0-9{KANJI}元{firsts}]
        (?:
            (?=[0-9{KANJI}元 \n年月日両世(~・、,./ーか及の{seconds}-])                # most go on otherwise
            (?:
                (?=                                                            # a number and its unit, or a list of numbers
                    (?:(?<=[0-9])(?<![0-9].)[0-9]{{0,3}}+ | (?<=[{KANJI}元])(?<![{KANJI}].)[{KANJI}]{{0,8}}+)
                    {SPACE}(?:年|月|日|[(~,./-]|・|、|両|世|ー|から|及び|の両日)
                )
              | (?<![0-9{KANJI}元])(?={tails}) | (?<=一)(?=昨)                    # a word
            )
          | (?<=[治正和成明大昭平令㍾㍽㍼㍻㋿MTSHR].)                           # behind an era: 昭六〇規則五九
        )
        """,
        re.VERBOSE | re.DOTALL,
    )


@cache
def numbered() -> re.Pattern[str]:
    """Return the pattern of a number with what ties it to a year or month before it, its mark (閏, 同, 翌, 本) and its unit."""
    return re.compile(
        rf"{SPACE}(の?)(閏|うるう|[同翌]|本)?({NUMBER})(?:{SPACE}(年|月|の?両日|日))?"
    )


def number(text: str, at: int) -> re.Match[str] | None:
    """Match a number with its unit, if it stands right behind, and further numbers with theirs: 26年10月17日, 10月17日, 2014年, 24.

    The groups are the number, 年, month, day; 月, day; 日. What is written otherwise is read number by number.
    """
    m = _plain().match(text, at)
    return m or (_in_kanji().match(text, at) if text[at] in NUMERALS else None)


@cache
def _plain() -> re.Pattern[str]:
    return _dates(f"{DIGITS}|元", "[0-9]{1,2}")


@cache
def _in_kanji() -> re.Pattern[str]:
    return _dates(f"[{KANJI}]{{1,9}}+", f"[0-9]{{1,2}}|[{KANJI}]{{1,3}}+")


def _dates(first: str, further: str) -> re.Pattern[str]:
    return re.compile(
        rf"({first})(?:(年)(?:({further})月(?!間)(?:({further})日)?)?|(月)(?!間)(?:({further})日)?|(日))?"
    )


@cache
def listed() -> re.Pattern[str]:
    """Return the pattern of up to three numbers, of an era perhaps, behind one that shares their unit: the ～25日 of 24～25日, 7・8日."""
    era = "明治?|大正?|昭和?|平成?|令和?|[㍻-㍾]|㋿|[MTSHR]"
    return re.compile(
        rf"(?:{SPACE}(?:[~、,-]|[・-ー]|及び|から){SPACE}(?:{era})?{NUMBER}){{1,3}}?{SPACE}(年|月|の?両日|日)"
    )


@cache
def gloss() -> re.Pattern[str]:
    """Return the pattern of the year in the other calendar, in brackets: （2011年） after 平成23年, (昭和12年) after 1937年."""
    return re.compile(
        rf"{SPACE}\({SPACE}(?:西暦)?(?P<era>\D{{0,4}}?){SPACE}(?P<year>{NUMBER}){SPACE}(?P<unit>年度?)?{SPACE}"
        r"(?:[、,・/][^)\n\0]{0,12})?\)"
    )


@cache
def in_points() -> re.Pattern[str]:
    """Return the pattern of month and day behind a year with its bracket: the .4.30 of 1951(S26).4.30, the .4. of 1951(S26).4."""
    return re.compile(r"\.([0-9]{1,2})\.([0-9]{1,2})?(?![0-9])")


@cache
def beside() -> re.Pattern[str]:
    """Return the pattern of the year in the other calendar, right behind: 1889年明治22年10月; a copy may have lost one bracket, or both."""
    return re.compile(
        r"(?P<era>明治|大正|昭和|平成|令和|)(?P<year>[0-9]{1,4}|元)年(?:\)(?=[0-9]{1,2}月))?"
    )


@cache
def weekday() -> re.Pattern[str]:
    """Return the pattern of the weekday behind a date: (金), （日・祝）, (祝・水), 金曜日."""
    holiday, more = "(?:[祝休]日?[・、,])?", r"(?:[祝休振]日?|[・、,/][^()0-9\n\0]{1,8})?"
    return re.compile(
        rf"{SPACE}(?:\({SPACE}{holiday}([日月火水木金土])(?:曜日?)?{more}{SPACE}\)|([日月火水木金土])曜日?)"
    )


@cache
def day_of_week() -> re.Pattern[str]:
    """Return the pattern of the weekday, or of nothing, behind a week: 先週金曜日."""
    return re.compile(r"(?:の?([日月火水木金土])曜日?)?")


@cache
def day_of_month() -> re.Pattern[str]:
    """Return the pattern of the day behind a week: 今週22日."""
    return re.compile(rf"の?({NUMBER})日(?!間)")


@cache
def quarter() -> re.Pattern[str]:
    """Return the pattern of 第1四半期."""
    return re.compile(r"第[ ]?([1-4一二三四])[ ]?四半期")


@cache
def dotted(number: str) -> re.Pattern[str]:
    """Return the pattern of numbers parted by one kind of sign, behind their era if any: 平28.8.3, 令和2/9/16, 2014-10-17.

    ``number`` is the pattern of one, :data:`DIGITS` or :data:`NUMBER`.
    """
    return re.compile(
        rf"""
        (?P<year>{number}){SPACE}(?P<sign>[./・ー-]){SPACE}(?P<month>{number})
        (?:{SPACE}(?P=sign){SPACE}(?P<day>{number}))?+
        (?![0-9%年万億円人号件個台番版章節kmKM]|条(?!例)|(?:[./・]|(?P=sign))[0-9])
        """,
        re.VERBOSE,
    )


@cache
def slashed() -> re.Pattern[str]:
    """Return the pattern of 9/18(日) and 9/5～9/6: month and day, which only the weekday or the range shows to be a date."""
    last = r"(?P<last_month>[0-9]{1,2})/(?P<last_day>[0-9]{1,2})(?![0-9/.年月])"
    return re.compile(
        rf"(?<![0-9/.])(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})(?={SPACE}(?:\(|[~-]{SPACE}{last}))"
    )


@cache
def rule() -> re.Pattern[str]:
    """Return the pattern of the year of a rule behind its era, which needs no 年: 昭六〇規則五九, 平14 規程第27号."""
    kinds = "法律|政令|省令|府令|勅令|条例|規則|規程|告示|訓令|通達|要綱|法(?=第?[0-9一二三四五六七八九])"
    return re.compile(rf"(?P<year>{NUMBER})(?=[ ]?[一-龥]{{0,6}}?(?:{kinds}))")


@cache
def fiscal() -> re.Pattern[str]:
    """Return the pattern of FY2015."""
    return re.compile(r"(?<![A-Za-z0-9])FY[ ]?(?P<year>[0-9]{4})(?![0-9])")


@cache
def rest() -> re.Pattern[str]:
    """Return the pattern of the other end of a range that says only what differs: the 中旬 of 5月上旬～中旬, the 6 of H25.9.5-6."""
    return re.compile(
        r"(?P<part>[上中下]旬|[春夏秋冬](?![一-龥]))|(?P<day>[0-9]{1,2})(?![0-9A-Za-z./:%ー一-龥-])"
    )
