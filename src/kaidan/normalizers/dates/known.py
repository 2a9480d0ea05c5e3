"""What is known of other dates when one is read, and what a reading is."""

from kaidan.normalizers.dates.words import Base


class Reading:
    """What a date says; ``edtf`` is None where a date is named that nobody can place.

    Its numbers are what others may borrow; ``style`` is the era in which its year was written. Nobody changes one that is made.
    """

    def __init__(  # noqa: PLR0913, PLR0917  a record; its attributes are read twice as fast as those of a NamedTuple
        self,
        edtf: str | None,
        precision: str | None = None,
        flags: tuple[str, ...] = (),
        era: tuple[str, int] | None = None,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        style: str | None = None,
    ) -> None:
        self.edtf, self.precision, self.flags, self.era = edtf, precision, flags, era
        self.year, self.month, self.day, self.style = year, month, day, style

    def reaching(self, edtf: str) -> "Reading":
        """Return the reading of a range that has no other end than this date."""
        return Reading(
            edtf, self.precision, self.flags, self.era, self.year, self.month, self.day, self.style
        )


UNPLACED = Reading(None)
RECURRING = Reading(None)
"""What nobody can place, and what comes back every year; each is told by which one it is, not by what it says."""
Found = tuple[int, Reading]
"""Where a date ends, and what it says."""


class Lender:
    """The dates that one may borrow from: the document's own, and the one that the text named last.

    ``near`` says that the last one stands in the same sentence; ``joined`` says how the new one is tied to it: ``"range"`` over 〜 or
    から, ``"pair"`` over 、 or ・, or not at all. ``recurring`` says that the sentence is about what comes back every year, so that a
    date in it has no year to borrow: 毎年四月一日に始まり、翌年三月三十一日に終わる. Nobody changes one that is made.
    """

    def __init__(
        self,
        document: Reading = UNPLACED,
        named: Reading = UNPLACED,
        *,
        near: bool = False,
        joined: str = "",
        recurring: bool = False,
    ) -> None:
        self.document, self.named, self.near, self.joined, self.recurring = (
            document,
            named,
            near,
            joined,
            recurring,
        )

    def base(self, base: Base) -> Reading:
        """Return the date that a word counts from: 昨年 from the document's, 翌年 from the one named last."""
        if base == "text" and self.recurring:
            return UNPLACED
        return self.named if base == "text" and self.named.year else self.document

    def default(self, unit: str) -> Reading:
        """Return the date that fills in what is left out: the one named last if it is at hand, or else the document's."""
        if self.recurring:
            return UNPLACED
        at_hand = self.joined or self.near or not getattr(self.document, unit)
        return self.named if at_hand and getattr(self.named, unit) else self.document

    def rolls(self, number: int, before: int, cycle: int) -> bool:
        """Say whether a number smaller than the one before it is of the next month or year.

        It is so at the end of a range, but in a pair only where it follows closely (31日、1日).
        """
        return self.joined == "range" or (
            self.joined == "pair" and (number - before) % cycle <= cycle // 4
        )
