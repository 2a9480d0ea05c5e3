"""One day in two calendars: 明治4年9月2日(1871年10月15日), 平成26年10月17日（2014年10月17日）."""

import re
from functools import cache

from kaidan.normalizers.dates.grammar import SPACE
from kaidan.normalizers.dates.known import Reading


@cache
def opening() -> re.Pattern[str]:
    """Return the pattern of what leads from a date to the same day in the other calendar."""
    return re.compile(
        rf"{SPACE}\({SPACE}(?:新暦|旧暦|西暦|陰暦)?{SPACE}(?=[^\0]{{1,40}}日{SPACE}\))"
    )


@cache
def closing() -> re.Pattern[str]:
    """Return the pattern of the bracket's end."""
    return re.compile(rf"{SPACE}\)")


def one_day(first: Reading, second: Reading) -> Reading | None:
    """Join a date and the one in brackets behind it, if one counts by an era and the other does not; None if they are two dates.

    A western date beside a lunisolar one places it. Where the two name different days nobody knows which is meant.
    """
    by_era, western = (first, second) if first.era else (second, first)
    if (
        not by_era.era
        or western.era
        or western.precision != "day"
        or by_era.precision not in ("day", "year", None)
    ):
        return None
    lunar = "lunisolar" in by_era.flags
    if not lunar and by_era.precision != "day":
        return None
    if by_era.edtf and not (western.edtf or "").startswith(by_era.edtf):
        return Reading(None, None, ("calendars-disagree",), by_era.era)
    flags = tuple(dict.fromkeys(by_era.flags + western.flags))
    return Reading(
        western.edtf,
        "day",
        flags,
        by_era.era,
        western.year,
        western.month,
        western.day,
        western.style,
    )
