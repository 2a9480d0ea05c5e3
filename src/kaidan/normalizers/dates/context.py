"""What is known of other dates when one is read: the document's own, what was named before, the series, the calendar."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from kaidan.errors import UnreadableDate
from kaidan.normalizers.dates import edtf
from kaidan.normalizers.dates.values import (
    EARLIEST_LENT,
    LATEST_LENT,
    RECURRING,
    UNPLACED,
    Value,
)

Tie = Literal["", "range", "pair"]


@dataclass(slots=True)
class Context:
    """The dates that one may borrow from. Nobody changes one that is made.

    ``document`` is the date of the text itself (the anchor), ``named`` the one that it named last; ``in_sentence`` says that it did so
    in the same sentence. ``tie`` says how the new date is tied to that one: over 〜 or から (range), over 、 or ・ (pair), or not.
    ``series`` counts the years without an era that have followed one: 昭和36年、37年、39年. ``recurring`` says that the sentence is about
    what comes back every year, so that a date in it has no year to borrow: 毎年四月一日に始まり、翌年三月三十一日に終わる.
    ``lost`` says that a year was counted that could not be read, so that 同年 and 前年 may mean it. ``dated`` is the one named last
    that had a month: 12月19日に平成15年度の見通しを、同月20日に. ``of_event`` says that the document's date is that of the event it
    tells of, and it may have been written later. ``unplaced`` says that a date came after the one named last that nobody can place.
    """

    document: Value = UNPLACED
    named: Value = UNPLACED
    in_sentence: bool = False
    tie: Tie = ""
    series: int = 0
    recurring: bool = False
    lost: bool = False
    dated: Value = UNPLACED
    of_event: bool = False
    unplaced: bool = False

    def base(self, base: str, *, with_month: bool = False) -> Value:
        """Return the date that a word counts from: 昨年 from the document's, 翌年 from the one named last."""
        if base == "text" and self.recurring:
            return UNPLACED
        named = self.dated if with_month and not self.named.month else self.named
        return named if base == "text" and named.year else self.document

    def lender_of(self, unit: str) -> Value:
        """Return the date that lends the ``year`` or ``month`` left out: the one named last if it is at hand, else the document's."""
        if self.recurring:
            return UNPLACED
        at_hand = self.tie or self.in_sentence or not getattr(self.document, unit)
        at_hand = at_hand or self.named.lunisolar  # what hangs on a lunisolar date stays lunisolar
        return self.named if at_hand and getattr(self.named, unit) else self.document

    def rolls_over(self, number: int, before: int, cycle: int) -> bool:
        """Say whether a number smaller than the one before it is of the next month or year.

        It is so at the end of a range, but in a pair only where it follows closely (31日、1日).
        """
        return self.tie == "range" or (
            self.tie == "pair" and (number - before) % cycle <= cycle // 4
        )

    def remembering(self, value: Value) -> "Context":
        """Return the context behind a date that was just found."""
        if self.recurring or value is RECURRING:
            return Context(self.document, in_sentence=True, recurring=True, of_event=self.of_event)
        if value.year and EARLIEST_LENT <= value.year < LATEST_LENT:
            follows = self.in_sentence and value.counted_in == self.named.counted_in is not None
            series = self.series + 1 if follows else 0
            dated = value if value.month else self.dated
            return Context(
                self.document,
                value,
                in_sentence=True,
                series=series,
                dated=dated,
                of_event=self.of_event,
            )
        return self if value.edtf else replace(self, unplaced=True)

    def in_next_sentence(self) -> "Context":
        """Return the context behind the end of a sentence."""
        return Context(
            self.document, self.named, lost=self.lost, dated=self.dated, of_event=self.of_event
        )

    def tied(self, tie: Tie) -> "Context":
        """Return the context of a date that is tied to the one before it."""
        named = UNPLACED if self.unplaced else self.named  # 本年七月ないし八月
        return Context(  # four times as fast as replace()
            self.document,
            named,
            in_sentence=True,
            tie=tie,
            series=self.series,
            recurring=self.recurring,
            lost=self.lost,
            dated=self.dated,
            of_event=self.of_event,
            unplaced=self.unplaced,
        )

    def losing(self) -> "Context":
        """Return the context behind a year that was counted and could not be read."""
        return replace(self, lost=True)


NOTHING_KNOWN = Context()
_DAYS_OF_A_YEAR = 366


def _may_lend(edtf: str) -> bool:
    """Say whether others may be counted from the first day of a value: a heading may name any."""
    year = edtf.lstrip("./")[:4]
    return year.isdigit() and EARLIEST_LENT <= int(year) < LATEST_LENT


def require_anchor(anchor: str) -> None:
    """Refuse what somebody hands over as the date of a document and is none.

    Raises:
        UnreadableDate: it is no EDTF, or of no year that documents have.
    """
    first, _ = edtf.first_and_last(anchor)
    if first and not EARLIEST_LENT <= first[0] < LATEST_LENT:
        raise UnreadableDate("not the year of a document: {year!r}", year=anchor)


@lru_cache(maxsize=64)
def context_of_document(anchor: date | str, *, of_event: bool = False) -> Context:
    """Return what a document's date, or that of the event it tells of, lends: its year, and its month and day where it has them."""
    value = anchor if isinstance(anchor, str) else anchor.isoformat()[:10]
    if not _may_lend(value):
        return NOTHING_KNOWN
    first, last = edtf.bounds(value)
    if not first or not last or (last - first).days > _DAYS_OF_A_YEAR:
        return NOTHING_KNOWN  # of 199X nobody knows which year to lend
    in_month = last and (first.year, first.month) == (last.year, last.month)
    return Context(
        Value(
            None,
            year=first.year,
            month=first.month if in_month else None,
            day=first.day if first == last else None,
        ),
        of_event=of_event,
    )
