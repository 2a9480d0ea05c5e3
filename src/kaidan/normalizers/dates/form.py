"""What a form of dates is: a name, a verbose pattern, a reader, and examples that the tests run."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

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
Placed = Literal["era", "month", "nothing"]
"""What says of which time a number is: the era before it, a month that the text or another date has for a day, or nothing."""


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
        behind_unit: frozenset[str],
        not_behind_unit: frozenset[str],
        unit: str,
        words: tuple[str, ...],
        slot: Slot | None,
        placed_by: frozenset[str],
    ) -> None:
        self.name, self.pattern, self.reader = name, pattern, reader
        self.examples, self.words = examples, words
        self.behind, self.unit = behind, unit
        self.behind_unit, self.not_behind_unit = behind_unit, not_behind_unit
        self.slot, self.placed_by = slot, placed_by
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

    def may_begin(self, sign: str, further: str, placed_by: Placed) -> bool:
        """Say whether a number with that sign behind it may begin this form.

        ``further`` is the sign behind 年 and 月, where 月 is any month's number, and else the unit that follows farther on.
        """
        if sign not in self.behind:
            return False
        if sign in _LARGER_UNITS:
            return self.may_go_on(further, placed_by)
        return placed_by in self.placed_by and (not self.unit or self.unit in (sign, further))

    def may_go_on(self, further: str, placed_by: Placed) -> bool:
        """Say whether that sign may follow a year or a month of this form, or a word that it begins with."""
        if self.behind_unit and further not in self.behind_unit:
            return False
        return placed_by in self.placed_by and further not in self.not_behind_unit

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
_LARGER_UNITS = "年月"
_KANJI_NUMERALS = NUMERALS.difference("0123456789")


def form(  # noqa: PLR0913  what a form can say of itself
    pattern: str,
    *,
    examples: Mapping[str, str | None],
    behind: str = "",
    behind_unit: Iterable[str] = "",
    not_behind_unit: Iterable[str] = "",
    unit: str = "",
    words: tuple[str, ...] = (),
    slot: Slot | None = None,
    placed_by: tuple[Placed, ...] = ("era", "month", "nothing"),
) -> Callable[[Reader], Form]:
    """Make a form of a reader, named as the reader is.

    One of the signs ``behind`` must follow the first number, and if that is 年 or 月 one of those ``behind_unit`` follow it, if any are
    named, and none of those ``not_behind_unit``; ``unit`` must stand behind it, or behind what it is listed with. Words of the kinds
    ``words`` begin the date too. ``slot`` names what it begins with. Where a number is ``placed_by`` anything else, it begins no such
    date.
    """

    def decorate(reader: Reader) -> Form:
        name = reader.__name__.removeprefix("read_").replace("_", " ")
        return Form(
            name,
            pattern,
            reader,
            examples,
            frozenset(behind),
            behind_unit=frozenset(behind_unit),
            not_behind_unit=frozenset(not_behind_unit),
            unit=unit,
            words=words,
            slot=slot,
            placed_by=frozenset(placed_by),
        )

    return decorate
