"""What a form of dates is: a name, a verbose pattern, a reader, and examples that the tests run."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.grammar import IN_DIGITS, IN_KANJI, pieces
from kaidan.normalizers.dates.leads import Lead
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.vocabulary import strong_era_names
from kaidan.text.numerals import NUMERALS, number


class Written(dict[str, str]):
    """What is written as a date: the named groups of its form's pattern, each an empty text where it is not written.

    ``text`` is the whole text, folded; the date stands from ``start`` (with its ``lead``) to ``end``, its first number or word at
    ``at``. ``slot`` says what it begins with and how much proof that needs (:mod:`.guards`).
    """

    def __init__(self, match: re.Match[str], lead: Lead, *, has_slots: bool) -> None:
        self.text, self.lead, self.start = match.string, lead, lead.start
        self.at, self.end = match.span()
        self.update(match.groupdict(""))
        self.slot = _slot_of(self) if has_slots else ""

    def __missing__(self, name: str) -> str:
        return ""  # another form's group

    def leave(self, *names: str) -> None:
        """Leave the last groups to the text behind the date: what they hold is no part of it."""
        self.end -= sum(len(self[name]) for name in names)
        self.update(dict.fromkeys(names, ""))

    @property
    def weekday(self) -> str:
        """Return the weekday that is written behind the date, or nothing."""
        plain = self["weekday"] or self["weekday_behind"]
        return plain or _RINGED.get(self["weekday_ringed"], "")

    @property
    def behind_year(self) -> int:
        """Return where the text goes on behind the 年 of the year."""
        unit = self.text.find("年", self.at + len(self["year"]))
        return unit + 1 if unit >= 0 else self.at + len(self["year"])


_RINGED = dict(zip("㈪㈫㈬㈭㈮㈯㈰", "月火水木金土日", strict=True))
_FOUR_DIGITS = 1000
_FIRST_WORDS = ("year_word", "season_year", "month_word", "day", "day_word")
"""What a date can begin with that does not begin with its year or month in numbers."""


def _slot_of(written: Written) -> str:
    """Return the name of what a date begins with, or nothing where what stands before it does not go with it: 本3年, 元日本兵."""
    lead = written.lead
    if numeral := written["year"]:
        if lead.era:
            return "era year" if lead.era in strong_era_names() else "weak era year"
        return _slot_of_year(written, numeral)
    if lead.era or lead.mark == "'":
        return ""
    if written["month"] and not written["year_word"]:
        return _slot_of_month(written)
    first = next((word for word in _FIRST_WORDS if written[word]), "")
    if lead.mark:
        return f"marked {first}" if first == "day" else ""
    return "day alone" if first == "day" else first.replace("_", " ")


def _slot_of_year(written: Written, numeral: str) -> str:
    lead = written.lead
    if lead.is_led_to:
        return "year led to"
    if lead.mark == "本" or (numeral == "元" and not lead.mark):
        return ""
    if lead.mark in ("同", "翌"):
        return "same year"
    if written["month"]:
        return "year with month"
    count = number(numeral) or 0
    if count >= _FOUR_DIGITS:
        return "year alone"
    return "three digits" if count > 99 else "few years"


def _slot_of_month(written: Written) -> str:
    if mark := written.lead.mark:
        return "" if mark == "本" else "marked month"
    has_day = written["day"] or written["day_word"] or written["day_name"]
    return "month with day" if has_day else "month alone"


class Read(NamedTuple):
    """Where a date ends, and what it says."""

    end: int
    value: Value


Reader = Callable[[Written, Context], Value | None]


class Form:
    """A way to write dates. ``examples`` are texts that are one date, with their values; None where it has none."""

    def __init__(  # noqa: PLR0913  a record
        self,
        name: str,
        pattern: str,
        reader: Reader,
        examples: Mapping[str, str | None],
        behind: frozenset[str],
        *,
        behind_year: frozenset[str],
        unit: str,
        words: bool,
    ) -> None:
        self.name, self.pattern, self.reader = name, pattern, reader
        self.examples, self.words = examples, words
        self.behind, self.behind_year, self.unit = behind, behind_year, unit
        self.has_slots = "月" in pattern and "日" in pattern

    def read(self, text: str, at: int, lead: Lead, context: Context) -> Read | None:
        """Read the date of this form whose first number or word stands at ``at``, or None where none does."""
        match = self.match(text, at)
        if match is None or match.end() == at:
            return None
        written = Written(match, lead, has_slots=self.has_slots)
        value = self.reader(written, context)
        return Read(written.end, value) if value is not None else None

    def may_follow(self, sign: str, further: str) -> bool:
        """Say whether a number of this form may have that sign behind it, and that further one behind 年; 月 is any month's number."""
        if sign not in self.behind:
            return False
        if sign == "年":
            return not self.behind_year or further in self.behind_year
        return sign == self.unit or not self.unit or further == self.unit

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """Match the pattern with Latin digits, which is the more frequent, or with any."""
        if text[at] in _KANJI_NUMERALS:
            return self._in_kanji.match(text, at)
        match = self._in_digits.match(text, at)
        if match is None:
            is_in_digits = _KANJI_NUMERALS.isdisjoint(text[at : at + _REACH])
        else:
            end = match.end()
            behind = text[end + 1] if text[end] in _BETWEEN else text[end]
            is_in_digits = behind not in _KANJI_NUMERALS
        return match if is_in_digits else self._in_kanji.match(text, at)

    @cached_property
    def _in_digits(self) -> re.Pattern[str]:
        return self._compiled(IN_DIGITS)

    @cached_property
    def _in_kanji(self) -> re.Pattern[str]:
        return self._compiled(IN_KANJI)

    def _compiled(self, number: str) -> re.Pattern[str]:
        return re.compile(self.pattern.format_map(pieces(number)), re.VERBOSE)


_REACH = 12
"""A date in Latin digits goes on in kanji within so many signs, if it does: 昨年の十二月, 1944年（昭和十九年）."""
_BETWEEN = frozenset("の \n")
_KANJI_NUMERALS = NUMERALS.difference("0123456789")


def form(  # noqa: PLR0913  what a form can say of itself
    pattern: str,
    *,
    examples: Mapping[str, str | None],
    behind: str = "",
    behind_year: str = "",
    unit: str = "",
    words: bool = False,
) -> Callable[[Reader], Form]:
    """Make a form of a reader, named as the reader is.

    One of the signs ``behind`` must follow the first number, and if that is 年 one of those ``behind_year`` follow it, if any are named;
    ``unit`` must stand behind it, or near; ``words`` says that a word may begin the date too.
    """

    def decorate(reader: Reader) -> Form:
        name = reader.__name__.removeprefix("read_").replace("_", " ")
        signs = frozenset(behind_year)
        return Form(
            name,
            pattern,
            reader,
            examples,
            frozenset(behind),
            behind_year=signs,
            unit=unit,
            words=words,
        )

    return decorate
