"""The day of a meeting, where the body's own words state it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

from kaidan.lexicon.words import spelled
from kaidan.normalizers.dates import DateMention
from kaidan.text.clauses import Sentences, meetings_told


def stated_day(body: str, dates: Iterable[DateMention], period: str) -> DateMention | None:
    """Return the mention that says on which day of ``period`` (EDTF, 2014-10 or 2014) the meeting was, or None.

    It stands outside brackets and free in a sentence whose verb is to meet: 10月17日（現地時間）、…会談を行いました is one;
    5月15日に行われた…訪問 and 4月17日付けで閣議了解 are not. Two different days in such sentences: the first sentence counts, and in
    it the last day before the verb.
    """
    days = [day for day in dates if _is_day_of(day, period)]
    if not days:
        return None
    sentences = Sentences(body)
    meetings = [told.start for told in meetings_told(body) if not told.title]
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


def _stating(
    body: str, days: Sequence[DateMention], verb: int, sentence: tuple[int, int]
) -> DateMention | None:
    """Return the last day of a sentence that stands free in it, before the verb."""
    brackets = [found.span() for found in _bracketed().finditer(body, *sentence)]
    closed = 0
    stating = None
    for day in days:
        while closed < len(brackets) and brackets[closed][1] < day.end:
            closed += 1
        is_inside = closed < len(brackets) and brackets[closed][0] <= day.start
        if day.end <= verb and not is_inside and _goes_free(body, day.end):
            stating = day
    return stating


def _goes_free(body: str, end: int) -> bool:
    """Say whether a day goes on as an adverb, behind what stands in brackets: 10月17日（現地時間）、."""
    bracket = _bracketed().match(body, end)
    at = bracket.end() if bracket else end
    while body[at : at + 1].isspace():
        at += 1
    adverbial, attributive = _roles()
    return body.startswith(adverbial, at) and not body.startswith(attributive, at)


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"[（(][^（()）]*[）)]")


@cache
def _roles() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what makes an adverb of the day before it, and what an attribute."""
    return spelled("day_roles", "adverbial"), spelled("day_roles", "attributive")
