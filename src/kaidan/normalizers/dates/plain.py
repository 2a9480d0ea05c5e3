"""The most frequent dates, read at one go: 平成26年10月17日 and 2014年10月, which say everything, and 10月17日 of the document's year.

Whatever these cannot tell is left to the slots: each function returns None where a date needs a closer look at what stands around it.
"""

import re

from kaidan.normalizers.dates import cues, proof, values, years
from kaidan.normalizers.dates.heads import Head
from kaidan.normalizers.dates.known import Found, Lender
from kaidan.normalizers.dates.written import MORE, may_go_on, tail
from kaidan.text.numerals import number

PLAIN = frozenset({3, 4, 6})
"""The last group of ``grammar.number`` that matched in a year with its month, in one with its day too, and in a month with its day."""
_EVERY_YEAR = ("年", "年、", "年度", "年度、", "年度の")
"""What may say that a month comes back every year, or counts years and months."""
_BEFORE, _AHEAD = 9, 5
"""A month that lies no more months than these off the document's is of the same year, whatever is said of it."""


def plain(m: re.Match[str], head: Head, lender: Lender) -> Found | None:
    """Read the numbers that ``grammar.number`` matched behind a head."""
    if m.lastindex != 6:
        return _in_full(m, head)
    return _of_document(m, head[0], lender) if head[0] == m.start() and m[1] != "元" else None


def _in_full(m: re.Match[str], head: Head) -> Found | None:
    """Read a year with its month, and its day perhaps."""
    text, end = m.string, m.end()
    start, prefix, era, mark = head
    numeral, _, month, day, *_ = m.groups()
    part = weekday = ""
    if text[end] in MORE:
        if not day and may_go_on(text, end):
            return None
        part, weekday, end = tail(text, end)
    if (
        prefix
        or mark
        or text[end] == "間"
        or (not proof.is_era(era, text, start, end) if era else cues.counted_before(text, start))
    ):
        return None
    year, month_ = years.either(era, numeral), number(month)
    if not year or not month_ or month_ > 12:
        return None
    return end, values.on_day(year, month_, number(day) or 0, weekday) if day else values.of_month(
        year, month_, part
    )


def _of_document(m: re.Match[str], start: int, lender: Lender) -> Found | None:
    """Read a month with its day near the document's, where no other date is named that it could follow."""
    text, end, base = m.string, m.end(), lender.document
    month, day = number(m[1]), number(m[6])
    if (
        not base.year
        or not base.month
        or lender.named.year
        or lender.recurring
        or not month
        or not day
        or month > 12
    ):
        return None
    if (
        not -_BEFORE <= month - base.month <= _AHEAD
        or text.endswith(_EVERY_YEAR, 0, start)
        or cues.counted_before(text, start)
    ):
        return None
    if text[end] in MORE:
        _, weekday, end = tail(text, end)
        if weekday:
            return None
    return (
        None if text[end] == "間" else (end, values.on_day(years.lent(base.year, base), month, day))
    )
