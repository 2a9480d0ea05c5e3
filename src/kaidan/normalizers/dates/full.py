"""The dates that say everything themselves, read at one go: 平成26年10月17日, 2014年10月."""

import re

from kaidan.normalizers.dates import cues, proof, values, years
from kaidan.normalizers.dates.heads import Head
from kaidan.normalizers.dates.known import Found
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.written import MORE, may_go_on, tail


def in_full(m: re.Match[str], head: Head) -> Found | None:
    """Read a year with its month, and its day perhaps; None where that needs a closer look at what stands around it."""
    text, end = m.string, m.end()
    start, prefix, era, mark = head
    numeral, _, month, day, *_ = m.groups()
    part = weekday = ""
    if text[end] in MORE:
        if not day and may_go_on(text, end):
            return None
        part, weekday, end = tail(text, end)
    if prefix or mark or text[end] == "間" or (not proof.is_era(era, text, start, end) if era else cues.counted_before(text, start)):
        return None
    year, month_ = years.either(era, numeral), number(month)
    if not year or not month_ or month_ > 12:
        return None
    return end, values.on_day(year, month_, number(day) or 0, weekday) if day else values.of_month(year, month_, part)
