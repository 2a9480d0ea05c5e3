"""The day of a meeting, where the body's own words state it."""

import re
from collections.abc import Iterable, Sequence

from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import DateMention

_SENTENCE = re.compile(rf"[^。{BREAK}]+")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_MET = re.compile(r"会談(?!で|における|の際|を受け|後)|会合を|会見を|会[っい]")
_ADVERBIAL = re.compile(
    r"(?:[（(][^（）()]*[）)])?[\s\u3000]*(?:[、,，]|午前|午後|夕|夜|昼|朝|未明|早朝|深夜|に(?!行われた|発表|署名した|合意した|採択)|[^一-龯ぁ-んァ-ヶ]*$)"
)


def stated_day(body: str, dates: Iterable[DateMention], period: str) -> DateMention | None:
    """Return the mention that says on which day of ``period`` (EDTF, 2014-10 or 2014) the meeting was, or None.

    It stands outside brackets and free in a sentence whose verb is to meet: 10月17日（現地時間）、…会談を行いました is one;
    5月15日に行われた…訪問 and 4月17日付けで閣議了解 are not. Two different days in such sentences: the first sentence counts, and in
    it the last day before the verb.
    """
    days = [date for date in dates if date.precision == "day" and date.edtf and date.edtf.startswith(f"{period}-") and "/" not in date.edtf]
    for sentence in _SENTENCE.finditer(body) if days else ():
        inside = [day for day in days if sentence.start() <= day.start and day.end <= sentence.end()]
        if stated := _stated_in(sentence[0], sentence.start(), inside):
            return stated
    return None


def _stated_in(sentence: str, offset: int, days: Sequence[DateMention]) -> DateMention | None:
    hidden = [match.span() for match in _BRACKETED.finditer(sentence)]
    stated = None
    for day in days:
        start, end = day.start - offset, day.end - offset
        if not any(low <= start and end <= high for low, high in hidden) and _ADVERBIAL.match(sentence, end) and _MET.search(sentence, end):
            stated = day
    return stated
