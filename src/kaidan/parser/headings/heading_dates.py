"""Where in a heading a date stands: what reads as one, and what is only shaped like one.

A date that no calendar has (平成26年13月) makes a heading all the same, so that it can be warned about.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.lexicon.eras import modern_eras
from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import DateMention, find_dates
from kaidan.text.deferred import deferred
from kaidan.text.numerals import KANJI, LATIN_DIGITS

DIGITS_OF_YEAR = 4
_NUMERALS = LATIN_DIGITS + "元" + KANJI
_WORD = deferred(r"\w")
_NUMERAL = re.compile(f"[{_NUMERALS}]")
_MONTH = deferred(f"[{_NUMERALS}]月")
_WESTERN = "西暦"
_MOST_SIGNS = 4  # numerals of a year
BEHIND_YEAR = frozenset("年度代）)】］]〕")
"""What a line that names only a year ends with."""
_LONGEST_YEAR = 20  # characters
WHITE = "".join(filter(str.isspace, map(chr, range(0x3001))))
_BEHIND_ERA = WHITE + "・.．"
_SIGNS = "./．／・-"  # that part a western year from its month, where 年 does not
_IN_DATE = _NUMERALS + WHITE + "年月日度./．／・～〜~－-曜火水木金土上中下旬頃ごろから（）()至"
_BY_SIGNS = deferred(
    rf"(?<![0-9０-９])[12１２][{LATIN_DIGITS}]{{3}}[{_SIGNS}][01０１]?[{LATIN_DIGITS}](?![0-9０-９])"
)
_DAY_BY_SIGN = deferred(
    rf"((?:0|０)?[1-9１-９]|[1１][0-2０-２])[/／.．・]([0-2０-２]?[{LATIN_DIGITS}]|[3３][01０１])"
)
_LONGEST_DATE_LINE, _LONGEST_PLACE = 60, 24  # characters
_AROUND_PLACE = WHITE + "（）()［］[]【】：:、,，・/／｜|"
_NO_PLACE = deferred("[ぁ-ゖ0-9０-９]")
_BEFORE_DATE = WHITE + "・●○■◆※-"
_BLANKS_AS_COMMAS = dict.fromkeys(map(ord, " \u3000\xa0"), "、")
_LATIN_AS_WIDE = {ord(letter): ord(letter) + 0xFEE0 for letter in map(chr, range(0x41, 0x5B))}


def find_date(text: str) -> tuple[int, int] | None:
    """Return from where up to where a text that may hold other things is a date, or is shaped like one.

    >>> text = "ペルー・平成20年11月"
    >>> text[slice(*find_date(text))], find_date("ペルー・2＋2") is None
    ('平成20年11月', True)
    """
    shaped = _find_shape(text)
    if shaped and _says_all(text, *shaped):  # most dates
        return shaped
    for mention in find_dates(text):
        is_there = shaped and mention.start <= shaped[0] < mention.end  # perhaps without a value
        if is_there or (_has_year(mention) and (not shaped or mention.start <= shaped[0])):
            return mention.start, max(mention.end, shaped[1] if shaped else 0)
    return shaped


def _says_all(text: str, start: int, end: int) -> bool:
    """Say whether nothing beside what is shaped like a date may belong to it: no older era or 紀元前 before it, no 秋 or 以降 behind."""
    if _NUMERAL.search(text, end) or text[end : end + 1] in _ends_of_dates():
        return False
    before = text[start - 1 : start]
    return not before.isalpha() or text[start : start + 1] not in _NUMERALS


@cache
def _ends_of_dates() -> frozenset[str]:
    return frozenset(word[0] for word in (*spelled("parts"), *spelled("calendar", "qualifier")))


def find_own_date(text: str) -> tuple[int, int] | None:
    """Return the first date with a year that a text names, and nothing beside it that is only shaped like a part of one.

    >>> text = "2007年4月11日　日中首脳会談"
    >>> text[slice(*find_own_date(text))], find_own_date("2007/4　日中首脳会談"), find_own_date("R5.5　日中首脳会談")
    ('2007年4月11日', (0, 6), (0, 4))
    """
    dated = next((mention for mention in find_dates(text) if _has_year(mention)), None)
    if dated:
        return dated.start, dated.end
    signed = _BY_SIGNS.search(text) or _by_sign_of_era().search(text)
    return signed.span() if signed else None


def find_leading_date(text: str, year: str) -> tuple[int, int] | None:
    """Return where the day or the month stands that a line opens with, in a year that another line names.

    >>> find_leading_date("・5月6日　ソチで会談", "平成28年"), find_leading_date("会談は5月6日", "平成28年")
    ((1, 5), None)
    """
    dated = _leading_mention(text, year)
    return (dated.start, dated.end) if dated else None


def find_leading_time(text: str, year: str) -> str | None:
    """Return the day or the month that a line opens with, in EDTF.

    >>> find_leading_time("・5月6日　ソチで会談", "平成28年"), find_leading_time("会談は5月6日", "平成28年")
    ('2016-05-06', None)
    """
    dated = _leading_mention(text, year)
    return dated.edtf if dated else None


@lru_cache(maxsize=64)  # a line is asked where its date stands, and when it was
def _leading_mention(text: str, year: str) -> DateMention | None:
    if not has_numeral(text[:_LONGEST_YEAR]):
        return None
    lent = next((one.edtf for one in find_dates(year) if _has_year(one)), None) if year else None
    is_plain = lent is not None and len(lent) in (len("2000"), len("2000-01"))
    parted = text.translate(_BLANKS_AS_COMMAS)  # as a clause goes on: 10月　会談 is 10月、会談
    dated = next(iter(find_dates(parted, anchor=lent if is_plain else None)), None)
    if not dated or dated.precision not in ("day", "month") or not _has_year(dated):
        return None
    return None if text[: dated.start].strip(_BEFORE_DATE) else dated


class DateLine(NamedTuple):
    """A line that tells when, and perhaps where, and nothing else: code points from..to."""

    date: tuple[int, int]
    place: tuple[int, int] | None


def read_date_line(text: str) -> DateLine | None:
    """Read a line such as 平成23年10月19日　韓国・ソウル, or None where it says more.

    >>> read_date_line("平成23年10月19日　韓国・ソウル"), read_date_line("平成23年10月19日に会談した。")
    (DateLine(date=(0, 11), place=(12, 18)), None)
    """
    if len(text) > _LONGEST_DATE_LINE or "。" in text:
        return None
    date = find_own_date(text)
    if not date or is_year(text[slice(*date)]):
        return None
    rests = [(0, date[0]), (date[1], len(text))]
    rests = [rest for rest in (_stripped(text, *rest) for rest in rests) if rest[0] < rest[1]]
    if not rests:
        return DateLine(date, None)
    words = text[slice(*rests[0])]
    is_place = len(rests) == 1 and len(words) <= _LONGEST_PLACE and not _NO_PLACE.search(words)
    return DateLine(date, rests[0]) if is_place else None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Take labels, brackets and separators off a part of a line."""
    part = text[start:end]
    inside = part.strip(_AROUND_PLACE)
    for label in spelled("headings", "field"):
        inside = inside.removeprefix(label).strip(_AROUND_PLACE)
    first = start + part.find(inside)
    return first, first + len(inside)


def find_whole_date(text: str, anchor: str | None = None) -> DateMention | None:
    """Return the date that a text wholly is, but for white space at its ends and a weekday or hour behind; None if it says more.

    >>> find_whole_date("平成30年5月27日（日）").edtf, find_whole_date("平成30年5月27日の会談")
    ('2018-05-27', None)
    """
    inside = text.strip(WHITE)
    first = text.find(inside)
    for mention in find_dates(text, anchor=anchor):
        if mention.start == first and not text[mention.end :].strip(WHITE + "（）()。"):
            return mention
        break
    return None


def day_by_sign(text: str) -> str | None:
    """Return a day that a cell writes by its numbers alone with its month and day named, where a table has no other date.

    >>> day_by_sign("5/6"), day_by_sign("１１．９"), day_by_sign("13/1"), day_by_sign("2016/5")
    ('5月6日', '１１月９日', None, None)
    """
    parted = _DAY_BY_SIGN.fullmatch(text)
    return f"{parted[1]}月{parted[2]}日" if parted else None


def has_numeral(text: str) -> bool:
    """Tell whether a text may name a date at all: the cheap look."""
    return _NUMERAL.search(text) is not None


def find_only_year(text: str) -> tuple[int, int] | None:
    """Return where a title names one year, and no other time: 日中首脳会談（平成20年）.

    >>> find_only_year("日中首脳会談（平成20年）"), find_only_year("日米首脳会談（1983年～1987年）")
    ((7, 12), None)
    """
    if len(text) > _LONGEST_DATE_LINE or "。" in text or not has_numeral(text):
        return None
    if _MONTH.search(text):  # another time, whatever else is named
        return None
    named = find_dates(text)
    if len(named) != 1 or named[0].precision != "year" or "/" in str(named[0].edtf):
        return None
    return named[0].start, named[0].end


def is_year(text: str) -> bool:
    """Tell whether a text names a year and says nothing else, as what stands over the meetings of one does.

    >>> is_year("■平成26年（2014年）"), is_year("1998（平成10）年"), is_year("平成26年10月")
    (True, True, False)
    """
    text = text.strip(WHITE)
    if len(text) > _LONGEST_YEAR or text[-1:] not in BEHIND_YEAR:
        return False
    if _year_alone().fullmatch(text):
        return True
    named = find_only_year(text)
    return named is not None and not _WORD.search(text[: named[0]] + text[named[1] :])


def _has_year(mention: DateMention) -> bool:
    return mention.edtf is not None and not mention.edtf.startswith("XXXX")


@cache
def _year_alone() -> re.Pattern[str]:
    eras = "|".join((*(era.name for era in modern_eras()), _WESTERN))
    year = rf"(?:{eras})?[{_NUMERALS}]{{1,4}}年[度代]?"
    return re.compile(rf"[^\w（(]*(?:{year}[（）()\s・/／】］\]〕]*){{1,2}}")


@cache
def _by_sign_of_era() -> re.Pattern[str]:
    """Return a year by its era's one sign and a month, with nothing beside them: R5.5, 平24・5."""
    eras = "".join(era for era in _eras() if len(era) == 1)
    number = f"[{LATIN_DIGITS}]{{1,2}}"
    return re.compile(rf"(?<!\w)[{eras}]{number}[{_SIGNS}]{number}(?![\w{_SIGNS}])")


@cache
def _eras() -> frozenset[str]:
    """Return what may stand before the year of an era: its name, or one sign, Latin letters in both widths."""
    signs = "".join(era.signs for era in modern_eras())
    return frozenset(
        (_WESTERN, *(era.name for era in modern_eras()), *signs, *signs.translate(_LATIN_AS_WIDE))
    )


def _find_shape(text: str) -> tuple[int, int] | None:
    """Find the first piece that is shaped like a date: from its era or its first numeral up to what is none of its characters."""
    numeral = _NUMERAL.search(text)
    while numeral:
        first = numeral.start()
        behind = text[first + 1 :]
        if text[first - 2 : first] in _eras():  # most dates
            return first - 2, len(text) - len(behind.lstrip(_IN_DATE))
        end = len(text) - len(behind.lstrip(_NUMERALS))
        start = _start_of_shape(text, first, end)
        if start is not None:
            return start, len(text) - len(behind.lstrip(_IN_DATE))
        numeral = _NUMERAL.search(text, end)
    return None


def _start_of_shape(text: str, first: int, end: int) -> int | None:
    """Return where a date starts whose first numerals are ``text[first:end]``, or None where they are no year.

    The year of an era may be any; 年 ends two to four numerals; a year without 年 is western, four digits and a sign behind them.
    """
    before = text[:first].rstrip(_BEHIND_ERA)
    for era in (before[-2:], before[-1:]):
        if era in _eras():
            return len(before) - len(era)
    year, after = text[max(first, end - _MOST_SIGNS) : end], text[end:].lstrip()
    western = (
        len(year) == _MOST_SIGNS
        and year[0] in "12１２"
        and not year.strip(LATIN_DIGITS)
        and after.startswith(tuple(_SIGNS))
    )
    return end - len(year) if western or (len(year) > 1 and after.startswith("年")) else None
