"""The day of a meeting, where the body's own words state it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from kaidan.lexicon.words import any_of, meanings, spelled
from kaidan.normalizers.dates import DateMention, bounds
from kaidan.normalizers.events.labels import is_labelled
from kaidan.normalizers.events.tellings import tellings
from kaidan.normalizers.events.turns import days_in_turn
from kaidan.text.brackets import ROUND
from kaidan.text.clauses import Sentences, sentences_of
from kaidan.text.deferred import deferred
from kaidan.text.numerals import SMALL

_LONGEST = 3  # days from the first of a meeting to its last
_NEXT = 2  # sentences, blocks counted, from the day that opens a text to the one that tells of the meeting
_SAME_DAY = 6  # likewise where the page is of that very day
_FRESH = 1  # days after a day that a page goes on from
_TIMES = deferred("(?:[2-9２-９二三四五六七八九十]|数)[回度]")
"""How often they met: on all days of the stay."""
_BRACKETED = deferred(ROUND)
_OF = "の"
_BLANKS = " \u3000\xa0\0"
_LONGEST_NOUN = 12  # characters of what talks are called
_LEVELS = frozenset({"summit", "foreign-ministers", "defence-ministers"})
_LATE = 31  # days after a meeting at which its page is published at the latest


def stated_day(body: str, dates: Iterable[DateMention], period: str) -> DateMention | None:
    """Return the mention that says on which day of ``period`` (EDTF, 2014-10 or 2014) the meeting was, or None.

    It stands outside brackets and free in a sentence whose verb is to meet: 10月17日（現地時間）、…会談を行いました is one;
    5月15日に行われた…訪問 and 4月17日付けで閣議了解 are not. Two different days in such sentences: the first sentence counts, and in
    it the last day before the verb.
    """
    days = [day for day in dates if _is_day_of(day, period)]
    return _first_stated(_account(body), days) if days else None


def told_day(
    body: str,
    dates: Iterable[DateMention],
    published: str | None,
    *,
    calls: bool = False,
    of: str = "talks",
) -> DateMention | None:
    """Return the mention of the day, or the days, on which a page about one meeting says that it was, or None.

    Args:
        body: What the page tells.
        dates: All dates that it names, in order, read from the day of publication.
        published: That day, in EDTF. The meeting was on it or at most a month before; without it the text must name the year.
        calls: Whether a courtesy call is a meeting.
        of: The level of those who met, as the title says it.
    """
    days = [day for day in dates if _may_be_told(day, published)]
    if not days:
        return None
    if labelled := next((day for day in days if is_labelled(body, day.start, "day label")), None):
        return labelled
    account = _account(body, calls=calls, of=of)
    stated = _first_stated(account, days)
    if stated or not published or not account.meetings:
        return stated
    return _opening(account, days, published) or _just_before(account, days, published)


class _Account(NamedTuple):
    """What a text tells: its sentences, and where it tells of a meeting."""

    text: str
    sentences: Sentences
    meetings: Sequence[int]


def _account(body: str, *, calls: bool = False, of: str = "talks") -> _Account:
    sentences, told = sentences_of(body), tellings(body, calls=calls)
    if len(told) > 1:
        first, _ = sentences.span(told[0])
        told = [at for at in told if not _is_of_others(body, at, sentences.span(at)[0], first, of)]
    return _Account(body, sentences, told)


def _is_of_others(body: str, told: int, sentence: int, first: int, of: str) -> bool:
    """Tell whether a sentence behind the first that tells of the meeting tells of other talks.

    It says so as it begins (これに先立ち、, なお、), or names talks of another level than the meeting's: 外相会談.
    """
    if sentence == first:
        return False
    while body[sentence : sentence + 1] in _BLANKS:
        sentence += 1
    if body.startswith(spelled("day_roles", "beside"), sentence):
        return True
    if of not in _LEVELS:
        return False
    named = [found["level"] for found in _of_level().finditer(body, sentence, told + _LONGEST_NOUN)]
    of_these = meanings("titles", "level").get(named[-1]) if named else of
    return of_these in _LEVELS and of_these != of


@cache
def _of_level() -> re.Pattern[str]:
    """Return talks with their level: 外相会談."""
    levels, talks = any_of(spelled("titles", "level")), any_of(spelled("talks", "talks"))
    return re.compile(rf"(?P<level>{levels}){talks}")


def _opening(account: _Account, days: Sequence[DateMention], published: str) -> DateMention | None:
    """Return the day that opens a text of the same day or the next, whose next sentence tells of the meeting and names no other."""
    body, sentences, (told, *_) = account
    first = days[0]
    if body[: first.start].strip(_BLANKS):
        return None
    between = [day for day in days if first.end <= day.start < told]
    late = _days_late(first, published)
    most = _SAME_DAY if late == 0 else _NEXT
    follows = sentences.number(told) - sentences.number(first.start) <= most
    is_told_of = late <= _FRESH and follows and not between
    return first if is_told_of and _goes_free(body, first.end) else None


def _days_late(day: DateMention, published: str) -> int:
    """Return how many days behind a day a page is published; any number where that is not known."""
    last, (_, page) = day.end_date, bounds(published)
    return (page - last).days if last and page else _LATE


def _just_before(
    account: _Account, days: Sequence[DateMention], published: str
) -> DateMention | None:
    """Return the only day of the sentence before, where the one that tells goes on from it: 7日、式典に臨んだ。その後、会談した.

    The page is of that day or the next, as where a day opens the text: その後 may else be any later time.
    """
    body, sentences, (told, *_) = account
    start, _ = sentences.span(told)
    while body[start : start + 1] in _BLANKS:
        start += 1
    if not body.startswith(spelled("day_roles", "goes on"), start):
        return None
    before = [day for day in days if body.count("。", day.end, start) == 1 and day.end <= start]
    if len(before) != 1 or _days_late(before[0], published) > _FRESH:
        return None
    return before[0] if _goes_free(body, before[0].end) else None


def _first_stated(account: _Account, days: Sequence[DateMention]) -> DateMention | None:
    body, sentences, meetings = account
    for (start, end), in_sentence in groupby(days, lambda day: sentences.span(day.start)):
        last = bisect_left(meetings, end) - 1
        if last >= 0 and meetings[last] >= start:
            stating = _stating(body, list(in_sentence), meetings[last], (start, end))
            if stating:
                return stating
    return None


def _is_day_of(day: DateMention, period: str) -> bool:
    """Say whether a date is one day within the period."""
    edtf = day.edtf or ""
    return day.precision == "day" and edtf.startswith(f"{period}-") and "/" not in edtf


def _may_be_told(day: DateMention, published: str | None) -> bool:
    """Say whether a meeting of which a page tells may have been on a day, or on some days in a row."""
    if day.precision != "day" or not day.edtf:
        return False
    first, last = day.start_date, day.end_date
    if not first or not last or (last - first).days > _LONGEST:
        return False
    _, told = bounds(published) if published else (None, None)
    if told is None or _names_year(day):
        return _names_year(day) and (told is None or last <= told)
    return first <= told and (told - last).days <= _LATE


def _names_year(day: DateMention) -> bool:
    return "年" in day.text or day.text[:4].isdecimal()


def _stating(
    body: str, days: Sequence[DateMention], verb: int, sentence: tuple[int, int]
) -> DateMention | None:
    """Return the last day of a sentence that stands free in it, before the verb; all of them where they are told in turn."""
    if in_turn := days_in_turn(body, days, verb):
        return in_turn
    brackets = [found.span() for found in _BRACKETED.finditer(body, *sentence)]
    closed = 0
    stating = None
    for day in days:
        while closed < len(brackets) and brackets[closed][1] < day.end:
            closed += 1
        is_inside = closed < len(brackets) and brackets[closed][0] <= day.start
        if day.end <= verb and not is_inside and _goes_free(body, day.end):
            stating = day
    if stating and (_is_of_stay(body, stating, verb) or _goes_until(body, days, stating, verb)):
        return _in_bracket_behind(body, days, stating, (verb, sentence[1]))
    return stating


def _is_of_stay(body: str, day: DateMention, verb: int) -> bool:
    """Say whether several days are those of a visit that the sentence tells before the talks: 21日から22日にかけて韓国を訪問し、."""
    if day.start_date == day.end_date or not _stayed().search(body, day.end, verb):
        return False
    return _TIMES.search(body, day.end, verb) is None


def _goes_until(body: str, days: Sequence[DateMention], day: DateMention, verb: int) -> bool:
    """Say whether another day ends what a day begins, before the talks: 7日に到着し、10日まで滞在し、."""
    until = spelled("day_roles", "until")
    behind = (other for other in days if day.end <= other.start and other.end <= verb)
    return any(body.startswith(until, other.end) for other in behind)


def _in_bracket_behind(
    body: str, days: Sequence[DateMention], stay: DateMention, rest: tuple[int, int]
) -> DateMention | None:
    """Return the one day of a stay that opens a bracket behind the talks: 会談を行った（21日16:00～17:40）."""
    verb, end = rest
    opening = {found.start() + 1 for found in _BRACKETED.finditer(body, verb, end)}
    named = [day for day in days if day.start in opening]
    is_one = len(named) == 1 and named[0].start_date == named[0].end_date
    first, last = stay.start_date, stay.end_date
    day = named[0].start_date if is_one else None
    return named[0] if day and first and last and first <= day <= last else None


def _goes_free(body: str, end: int) -> bool:
    """Say whether a day goes on as an adverb, behind what stands in brackets: 10月17日（現地時間）、."""
    bracket = _BRACKETED.match(body, end)
    at = bracket.end() if bracket else end
    while body[at : at + 1].isspace():
        at += 1
    may_be_hour = body[at : at + 1] in _signs_of_hours()
    if may_be_hour and (hour := _hour().match(body, at)):
        return not hour["of"]
    adverbial, attributive = _roles()
    if body.endswith(spelled("day_roles", "until"), 0, end) and body[at : at + 1] != _OF:
        return True
    return body.startswith(adverbial, at) and not body.startswith(attributive, at)


@cache
def _stayed() -> re.Pattern[str]:
    """Return what says that somebody made a visit: を訪問し, を訪れ; who is 訪問中 met while there."""
    return re.compile(rf"(?:{any_of(spelled('visits', 'made'))})")


@cache
def _signs_of_hours() -> frozenset[str]:
    """Return how a time of day may begin, behind blanks: most days have none behind them."""
    return frozenset(SMALL).union(word[0] for word in spelled("day_roles", "before an hour"))


@cache
def _hour() -> re.Pattern[str]:
    """Return the time of day: 12:06から約30分間, 1100～1145, 現地時間18時（日本時間10日）; of a thing where の follows."""
    number = f"[{SMALL}]{{1,3}}"
    bracket = f"(?:{ROUND})?"
    before = any_of(spelled("day_roles", "before an hour"))
    about = any_of(spelled("day_roles", "behind an hour"))
    of_clock = rf"{number}(?:時|[:：]{number})(?:{number}分|半)?{about}?"
    four_digits = r"[0-2０-２]\d[0-5０-５]\d(?=[～〜~－―、，-]|から|より|頃)"
    return re.compile(rf"(?:{before}|\s)*(?:{of_clock}|{four_digits}){bracket}(?P<of>の(?!間))?")


@cache
def _roles() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what makes an adverb of the day before it, and what an attribute."""
    return spelled("day_roles", "adverbial"), spelled("day_roles", "attributive")
