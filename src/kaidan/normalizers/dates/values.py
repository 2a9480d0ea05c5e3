"""What a date says, and the year that it says it of."""

from typing import NamedTuple


class Year(NamedTuple):
    """A year as named.

    ``number`` is the western year; of a ``lunisolar`` year, the one in which it began. ``era`` is the name and number that the text
    gives it, ``counted_in`` the era in which years that follow without one are counted; none where a western year placed a
    lunisolar one. ``may_overrun`` says that the year does not lie wholly inside that era.
    """

    number: int
    era: tuple[str, int] | None = None
    flags: tuple[str, ...] = ()
    lunisolar: bool = False
    counted_in: str | None = None
    may_overrun: bool = False


class Value:
    """What a date says; ``edtf`` is None where a date is named that nobody can place.

    Its numbers are what other dates may borrow: of a lunisolar date those of its own calendar. Nobody changes one that is made.
    """

    __slots__ = ("counted_in", "day", "edtf", "era", "fiscal", "flags", "leap", "lunisolar", "month", "precision", "year")  # fmt: skip

    def __init__(  # noqa: PLR0913  a record; its attributes are read twice as fast as those of a NamedTuple
        self,
        edtf: str | None,
        precision: str | None = None,
        flags: tuple[str, ...] = (),
        era: tuple[str, int] | None = None,
        *,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        counted_in: str | None = None,
        lunisolar: bool = False,
        leap: bool = False,
        fiscal: bool = False,
    ) -> None:
        self.edtf, self.precision, self.flags, self.era = edtf, precision, flags, era
        self.year, self.month, self.day = year, month, day
        self.counted_in, self.fiscal = counted_in, fiscal
        self.lunisolar, self.leap = lunisolar, leap

    @property
    def spans_an_era(self) -> bool:
        """Say whether it is all years of an era, of which none is the one that 翌年 counts from: 寛永年間."""
        return bool(self.counted_in and not self.era and self.edtf and "/" in self.edtf)

    def lending_nothing(self) -> "Value":
        """Return the same date as one from which no other is counted."""
        return Value(self.edtf, self.precision, self.flags, self.era)

    def lending_as(self, other: "Value") -> "Value":
        """Return the same date as one from which others are counted as from ``other``."""
        return Value(
            self.edtf,
            self.precision,
            self.flags,
            self.era,
            year=other.year,
            month=other.month,
            day=other.day,
            counted_in=other.counted_in,
            lunisolar=other.lunisolar,
            leap=other.leap,
        )

    def saying(self, edtf: str, precision: str | None = None) -> "Value":
        """Return the same date with another EDTF value: of a range, or less sure."""
        return Value(
            edtf,
            precision or self.precision,
            self.flags,
            self.era,
            year=self.year,
            month=self.month,
            day=self.day,
            counted_in=self.counted_in,
            lunisolar=self.lunisolar,
            leap=self.leap,
            fiscal=self.fiscal,
        )


UNPLACED = Value(None)
"""A date that nobody can place."""
RECURRING = Value(None)
"""A date that comes back every year; it is told from UNPLACED by which one it is, not by what it says."""
EARLIEST_LENT, LATEST_LENT = 500, 3000
"""Years that others may be counted from: so a chain of 翌年 cannot leave the calendar."""
