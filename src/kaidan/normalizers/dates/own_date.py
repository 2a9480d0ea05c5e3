"""The date that a text bears of itself, in a line of its own: what the text leaves out is taken from it where no other is given."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates.context import NOTHING_KNOWN, Context
from kaidan.normalizers.dates.form import Read
from kaidan.normalizers.dates.line_heads import MARKS
from kaidan.normalizers.dates.values import UNPLACED
from kaidan.text import BREAK

_Reader = Callable[[str, int, Context], Read | None]


def context_of_own_date(text: str, read_at: _Reader) -> Context:
    """Return what the date lends that has a line of the text to itself, but for a label: it dates the document.

    So do 平成23年2月15日, 2011年2月15日発行, 更新日:2023.04.05 and 2011/05/14 07:12; a label below other years may be that of a copy only.
    ``read_at`` reads the date that begins at a place.
    """
    for line in _heads_of_lines(text):
        label = _label().match(text, line)
        if label and "年" in text[:line]:
            return NOTHING_KNOWN
        found = read_at(text, label.end() if label else line, NOTHING_KNOWN)
        day = found.value if found else UNPLACED
        if not found or not day.edtf or day.precision != "day":
            continue
        if _end_of_line().match(text, found.end) and not day.lunisolar:
            own = day.saying(day.edtf)  # the text may name that day too, which is another value
            return Context(own)
    return NOTHING_KNOWN


def _heads_of_lines(text: str) -> Iterator[int]:
    """Yield where each line begins that may bear a day, behind its blanks and bullets: it has a 日 in it, or numbers head it."""
    line = 0
    while (day := text.find("日", line)) >= 0:
        line = max(line, text.rfind("\n", line, day) + 1, text.rfind(BREAK, line, day) + 1)
        while text[line] in MARKS or (text[line] == "(" and not line):
            line += 1
        yield line
        line_break = _line_break().search(text, day)
        line = line_break.end() if line_break else len(text)
    if text[:4].isdigit() and text[4] in "./-":
        yield 0
    for numbers in _line_of_numbers().finditer(text):
        yield numbers.start("year")


@cache
def _line_break() -> re.Pattern[str]:
    return re.compile(rf"[\n{BREAK}]")


@cache
def _line_of_numbers() -> re.Pattern[str]:
    return re.compile(r"\n[\x20-]{0,8}(?P<year>[12][0-9]{3})[./-]")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{any_of(spelled('headings', 'published'))}[ :]{{1,8}}")


@cache
def _end_of_line() -> re.Pattern[str]:
    labels = any_of(spelled("headings", "published"))
    clock = r"\x20?[0-9]{1,2}:[0-9]{2}[^\n]{0,40}"
    return re.compile(rf"\)? *+(?:{labels} *+|{clock})?(?=[\n{BREAK}]|\Z)")
