"""The day of a meeting, where the body's own words state it."""

import re
from collections.abc import Iterable
from functools import cache

from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import DateMention
from kaidan.normalizers.runs import sentence_start

_ADVERBIAL = tuple("、 , ， 午前 午後 夕 夜 昼 朝 未明 早朝 深夜 に".split(" "))
_ATTRIBUTIVE = tuple("に行われた に発表 に署名した に合意した に採択".split(" "))
_MET = ("談", "合を", "見を", "っ", "い")
_OF_A_MEETING = ("談で", "談における", "談の際", "談を受け", "談後")
"""What stands behind 会 where somebody met, and where a meeting is only named."""


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"[（(][^（）()]*[）)]")


def stated_day(body: str, dates: Iterable[DateMention], period: str) -> DateMention | None:
    """Return the mention that says on which day of ``period`` (EDTF, 2014-10 or 2014) the meeting was, or None.

    It stands outside brackets and free in a sentence whose verb is to meet: 10月17日（現地時間）、…会談を行いました is one;
    5月15日に行われた…訪問 and 4月17日付けで閣議了解 are not. Two different days in such sentences: the first sentence counts, and in
    it the last day before the verb.
    """
    stated, told_in = None, -1
    for day in dates:
        if (
            day.precision != "day"
            or not day.edtf
            or not day.edtf.startswith(f"{period}-")
            or "/" in day.edtf
        ):
            continue
        sentence = sentence_start(body, day.start)
        if stated and sentence != told_in:
            break
        if _states(body, sentence, day):
            stated, told_in = day, sentence
    return stated


def _states(body: str, sentence: int, day: DateMention) -> bool:
    """Say whether the day stands outside brackets, goes on as an adverb, and its sentence tells of a meeting."""
    rest = body[day.end : _sentence_end(body, day.end)]
    bracket = _bracketed().match(rest)
    behind = rest[bracket.end() if bracket else 0 :].lstrip()
    if (
        not behind.startswith(_ADVERBIAL)
        or behind.startswith(_ATTRIBUTIVE)
        or not _tells_of_meeting(rest)
    ):
        return False
    before = body[sentence : day.start]
    if "（" not in before and "(" not in before:
        return True
    spans = (found.span() for found in _bracketed().finditer(body, sentence, day.end + len(rest)))
    return not any(start <= day.start and day.end <= end for start, end in spans)


def _sentence_end(text: str, at: int) -> int:
    ends = [end for end in (text.find("。", at), text.find(BREAK, at)) if end >= 0]
    return min(ends, default=len(text))


def _tells_of_meeting(text: str) -> bool:
    """Say whether somebody met, and a meeting is not only named."""
    at = text.find("会") + 1
    while at and (not text.startswith(_MET, at) or text.startswith(_OF_A_MEETING, at)):
        at = text.find("会", at) + 1
    return at > 0
