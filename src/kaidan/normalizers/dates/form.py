"""What a form of dates is: a name, a verbose pattern, a reader, and examples that the tests run."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.grammar import IN_DIGITS, IN_KANJI, pieces
from kaidan.normalizers.dates.leads import Lead
from kaidan.normalizers.dates.values import Value
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import NUMERALS


@dataclass(slots=True)
class Read:
    """Where a date ends, what it says, and the name of the form that read it."""

    end: int
    value: Value
    rule: str


Reader = Callable[[Written, Context], Value | None]
Match = Callable[[str, int], re.Match[str] | None]
Slot = Callable[[Written], str]


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
        words: tuple[str, ...],
        slot: Slot | None,
    ) -> None:
        self.name, self.pattern, self.reader = name, pattern, reader
        self.examples, self.words = examples, words
        self.behind, self.behind_year, self.unit = behind, behind_year, unit
        self.slot = slot
        self._names: tuple[str, ...] = ()
        self._in_digits: Match = self._match_digits
        self._in_kanji: Match = self._match_kanji

    def written(self, text: str, at: int, lead: Lead) -> Written | None:
        """Return what is written in this form from ``at`` on, or None where it does not match."""
        match = self._match(text, at)
        if match is None or match.end() == at:
            return None
        if not self._names:
            self._names = tuple(match.re.groupindex)
        written = Written(match, self._names, lead)
        if self.slot:
            written.slot = self.slot(written)
        return written

    def may_follow(self, sign: str, further: str) -> bool:
        """Say whether a number of this form may have that sign behind it.

        ``further`` is the sign behind 年, where 月 is any month's number, and else the unit of the list that begins there.
        """
        if sign not in self.behind:
            return False
        if sign == "年":
            return self.may_go_on(further)
        return not self.unit or self.unit in (sign, further)

    def may_go_on(self, further: str) -> bool:
        """Say whether that sign may follow a year of this form, or a word that it begins with."""
        return not self.behind_year or further in self.behind_year

    def _match(self, text: str, at: int) -> re.Match[str] | None:
        """Match the pattern with Latin digits, which is the more frequent, or with any."""
        if text[at] in _KANJI_NUMERALS:
            return self._in_kanji(text, at)
        match = self._in_digits(text, at)
        if match is None:
            is_in_digits = _KANJI_NUMERALS.isdisjoint(text[at : at + _REACH])
        else:
            end = match.end()
            behind = text[end + 1] if text[end] in _BETWEEN else text[end]
            is_in_digits = behind not in _KANJI_NUMERALS
        return match if is_in_digits else self._in_kanji(text, at)

    def _match_with(self, number: str) -> Match:
        """Return the method of the pattern with such numbers, compiled when it is first asked for."""
        return re.compile(self.pattern.format_map(pieces(number)), re.VERBOSE).match

    def _match_digits(self, text: str, at: int) -> re.Match[str] | None:
        self._in_digits = self._match_with(IN_DIGITS)
        return self._in_digits(text, at)

    def _match_kanji(self, text: str, at: int) -> re.Match[str] | None:
        self._in_kanji = self._match_with(IN_KANJI)
        return self._in_kanji(text, at)


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
    words: tuple[str, ...] = (),
    slot: Slot | None = None,
) -> Callable[[Reader], Form]:
    """Make a form of a reader, named as the reader is.

    One of the signs ``behind`` must follow the first number, and if that is 年 one of those ``behind_year`` follow it, if any are named;
    ``unit`` must stand behind it, or behind what it is listed with. Words of the kinds ``words`` begin the date too. ``slot`` names what
    it begins with.
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
            slot=slot,
        )

    return decorate
