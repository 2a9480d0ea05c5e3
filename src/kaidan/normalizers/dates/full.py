"""The dates that say everything themselves, read at one go: 平成26年10月17日, 2014年10月."""

import re

from kaidan.normalizers.dates import cues, proof, values, years
from kaidan.normalizers.dates.heads import Head
from kaidan.normalizers.dates.known import Found
from kaidan.normalizers.dates.numerals import number
from kaidan.normalizers.dates.written import FURTHER, TAIL

_MORE = FURTHER | TAIL | {"間"}
"""What a date may go on with behind its month or day."""


def in_full(m: re.Match[str], head: Head) -> Found | None:
    """Read a year with its month, and its day perhaps; None where that needs a closer look at what stands around it."""
    text, end = m.string, m.end()
    start, prefix, era, mark = head
    if prefix or mark or text[end] in _MORE:
        return None
    if not proof.is_era(era, text, start, end) if era else cues.counted_before(text, start):
        return None
    numeral, _, month, day, *_ = m.groups()
    year, month_ = years.either(era, numeral), number(month)
    if not year or not month_ or month_ > 12:
        return None
    return end, values.on_day(year, month_, number(day) or 0) if day else values.of_month(year, month_)
