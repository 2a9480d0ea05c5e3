"""Whether a number goes on in a series of years that is told without their era or century: 昭和36年、37年、39年; 09年入団。14年に."""

import re
from functools import cache

from kaidan.lexicon.eras import eras_by_word
from kaidan.normalizers.dates import counts
from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.line_heads import sign_before
from kaidan.normalizers.dates.two_digits import (
    HIGHEST_OF_AN_ERA_TODAY,
    HIGHEST_OF_ANY_ERA,
    year_close_to,
    year_proved_by,
)
from kaidan.normalizers.dates.values import Year
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import NUMERALS, number

_NEAR = 80
_FARTHEST_IN_SERIES = 20
"""A series of years goes on by no more years at once: 昭和36年、39年、52年."""
_TWO_DIGITS = 10
_NEXT_IN_LIFE = 3
"""A life told in years of two digits goes on with one so close: 18年に復帰。19年は."""


def goes_on_in_series(count: int, written: Written, context: Context) -> bool:
    """Say whether a year goes on in a series of years.

    So do the row of a table, 平成14年 15年 16年, the next of 八年が…、九年が…, and 大正3年「新短歌」、11年「純正」.
    """
    named, text, end = context.named, written.text, written.behind_year
    if _has_a_figure(count, written, context) or stands_beside_its_twin(written, context):
        return True
    era = named.counted_in or (named.era and named.era[0])
    if era is None or named.year is None:
        return _goes_on_in_life(count, written, context)
    if not named.counted_in and _goes_on_in_life(count, written, context):
        return True
    if text[end] in "「『":
        return text[written.start - 1 : written.start] in ("、", "。")
    last = named.year - eras_by_word()[era].first_year + 1
    is_close = count <= last + _FARTHEST_IN_SERIES
    heads = "。、" if context.in_sentence else "。"  # 明治22年に生れ、42年中学校卒業
    if count > last and _heads_sentence_of_life(written, heads, "、" * is_close):
        return True
    if not last <= count <= last + _FARTHEST_IN_SERIES or counts.counts_years(text, end):
        return False
    before = text[max(0, written.start - 6) : written.start]
    is_next = count == last + 1
    heads_line = before[-1:] in ("\n", "|") and text[end] == " " and not text[end + 1].isdigit()
    follows_at_once = before[-1:] in (" ", "\n", "|") and before.rstrip(" \n|").endswith("年")
    is_end = text.startswith("まで", end)  # 大正九年 十三年までかかり
    if heads_line or ((is_next or is_end) and follows_at_once):
        return True
    if not context.in_sentence or before[-1:] not in ("、", ",", "は", "が", "・"):
        return False
    return is_next or context.series > 0 or text[end] in "、。・)」\n\0"


def stands_beside_its_twin(written: Written, context: Context) -> bool:
    """Say whether the western year that stands in the column before proves a small one: 1873年 6年 ○学校が開かれる."""
    text, named = written.text, context.named
    if not named.year or not written.text.endswith(("年 ", "年|"), 0, written.start):
        return False
    is_column = text[written.behind_year] in " |" and named.precision == "year"
    return is_column and year_proved_by(written.year, Year(named.year)) is not None


def _has_a_figure(count: int, written: Written, context: Context) -> bool:
    """Say whether a year close to the document's is named for its figure: 過去最高だった18年の3119万人."""
    near = context.document.year
    if not near or count < _TWO_DIGITS:
        return False
    text, end = written.text, written.behind_year
    if text[end] != "の" or not text[end + 1].isdigit():
        return False
    return year_close_to(near, count) is not None


def _goes_on_in_life(count: int, written: Written, context: Context) -> bool:
    """Say whether a western year of two digits heads a sentence of a life: 1959年生まれ。77年春日部高校卒業。81年…."""
    named = context.named
    if named.year is None:
        if count <= HIGHEST_OF_AN_ERA_TODAY:
            return False
        heads = _heads_sentence_of_life(written, "。\n、は)", "、ま「『")
        is_of_no_era = count > HIGHEST_OF_ANY_ERA and bool(context.document.year and written.start)
        return heads and (is_of_no_era or leads_to_western_year(count, written))
    if named.year < 1900:
        return False
    if _closes_period(written) or _begins_period(count, written, named.year):
        return True
    is_told_so = _is_told_in_two_digits(written, named.year)
    goes_back = count <= named.year % 100  # 96年に受賞。88年から
    if goes_back and not (is_told_so and count > HIGHEST_OF_ANY_ERA):
        return False
    if _dates_a_work(written):
        return count > HIGHEST_OF_AN_ERA_TODAY
    if count <= HIGHEST_OF_AN_ERA_TODAY and not is_told_so:
        return False
    is_listed = written.text.endswith(("年、", "年,"), 0, written.start)  # 40年、44年は
    if is_told_so and (is_listed or count <= named.year % 100 + _NEXT_IN_LIFE):
        is_of_no_era = is_listed and count > HIGHEST_OF_ANY_ERA  # 86~88年、93年の4度
        return is_of_no_era or _heads_clause_at_once(written)
    if HIGHEST_OF_AN_ERA_TODAY < count <= named.year % 100 + _NEXT_IN_LIFE:  # 1973年に上昇、74年は
        return _heads_clause_at_once(written)
    before = "。\n、(は)" if count > HIGHEST_OF_AN_ERA_TODAY else "。\n、("  # 氏は82年東大卒
    return _heads_sentence_of_life(written, before, "、ま「『")


def _closes_period(written: Written) -> bool:
    """Say whether a bracket tells until or since when something went on: 1926年、印刷局に入る(~27年), 受賞(以降 40 年)."""
    text, start = written.text, written.start
    while text[start - 1] == " ":
        start -= 1
    return text.endswith(("(~", "(以降", "(以後"), 0, start) and text[written.behind_year] == ")"


def _begins_period(count: int, written: Written, named: int) -> bool:
    """Say whether a later year that no era has heads a sentence of what went on since: 1971年に初当選。86年から政務次官."""
    if count <= max(HIGHEST_OF_ANY_ERA, named % 100) or not written.start:
        return False
    heads = sign_before(written.text, written.start) in "。\n"
    return heads and written.text.startswith("から", written.behind_year)


@cache
def _later_year() -> re.Pattern[str]:
    return re.compile(r"[。、\n( ](?P<year>[06-9][0-9])年(?!間|以|ぶ|目|余|近)")


def leads_to_western_year(count: int, written: Written) -> bool:
    """Say whether a later year follows that no era has, so that two digits are western: 70年「野獣都市」で初出演。74年、81年に."""
    end = written.behind_year
    return any(
        later["year"][0] == "0" or max(count, HIGHEST_OF_ANY_ERA) < int(later["year"])
        for later in _later_year().finditer(written.text, end, end + 2 * _NEAR)
    )


def _dates_a_work(written: Written) -> bool:
    """Say whether a year stands in brackets behind the title of a work: 「浮雲」(55年)."""
    text, start = written.text, written.start
    return text[start - 2 : start] in ("」(", "』(") and text[written.behind_year] == ")"


def _heads_clause_at_once(written: Written) -> bool:
    """Say whether the next year of a life heads a clause, and tells more than that some years went by: 。19年は1軍で, 、22年に39試合."""
    text, start, end = written.text, written.start, written.behind_year
    if sign_before(text, start) not in "。\n、":
        return False
    is_topic = (
        text[end] in "、まはか「『"
        or "ァ" <= text[end] <= "ヺ"
        or (text[end] == "に" and text[end + 1].isdigit())
    )
    return (is_topic or counts.is_kanji(text[end])) and not counts.counts_years(text, end)


def _is_told_in_two_digits(written: Written, named: int) -> bool:
    """Say whether a life is told in western years of two digits: 04年…、06~08年…。12年, 17年7月に…、18年に復帰。19年は."""
    text, end = written.text, written.start
    near = max(0, end - _NEAR)
    if text.find("年", near, end) < 0:
        return False
    last = f"{named % 100:02}年"
    at = text.find(last, near, end)
    return (at >= 0 and not text[at - 1 : at].isdigit()) or bool(
        _zero_digits().search(text, near, end)
    )


@cache
def _zero_digits() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9])0[0-9](?:[~-][0-9]{2})?年")


def _heads_sentence_of_life(written: Written, before: str = "。\n", behind: str = "") -> bool:
    """Say whether a year stands where the stations of a life are told: 18年卒業し. 46年第2回文学賞を受賞."""
    text, start, end = written.text, written.start, written.behind_year
    heads = sign_before(text, start) in before
    goes_on = counts.is_kanji(text[end]) or "ァ" <= text[end] <= "ヺ" or text[end] in behind
    if text.startswith(("の「", "の『", "の第"), end):
        return heads
    return heads and goes_on and not _counts_or_is_named(text, end)


def _counts_or_is_named(text: str, end: int) -> bool:
    return counts.counts_few_years(text, end) or counts.names_games(text, end)


def is_lost_year(text: str, at: int, context: Context) -> bool:
    """Say whether a number that was not read counts a year of the series all the same, so that 同年 may mean it."""
    end = at
    while text[end] in NUMERALS:
        end += 1
    count, named = number(text[at:end]), context.named
    if text[end] != "年" or not count or not named.year or not named.era or end - at > 3:
        return False
    if not named.era[1] < count <= named.era[1] + _FARTHEST_IN_SERIES:
        return False
    if counts.counts_years(text, end + 1) or counts.kanji_before(text, at):
        return False
    return not (counts.counted_before(text, at) or counts.lasts(text, at, end + 1))
