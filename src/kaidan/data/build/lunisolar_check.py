"""``python -m kaidan.data.build.lunisolar_check TABLE``: check lunisolar.tsv against an independent table, month by month.

TABLE is ``lunar_table_dump.csv`` of the package sanmiao (PyPI, MIT, after 内田正男's 日本暦日原典), whose stream 4 is Japan's calendar.
The two differ in 38 months of the years 1001 to 1536, where sanmiao computes and lunisolar.tsv follows 国立天文台; later in none.
"""

import csv
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kaidan.data import rows

_JAPAN = "4"
_FIRST_YEAR, _LAST_YEAR = 1000, 1872
_JULIAN_DAY_OF_ORDINAL = 1_721_424.5
"""The Julian day number of the start of a day is its ordinal and this."""
_LENGTHS = {"O": 30, "o": 29, "x": 2}
Month = tuple[int, int, bool]
"""The year, the number, and whether it is a leap month."""


def our_months() -> dict[Month, date]:
    """Return the first day of each month of lunisolar.tsv."""
    _header, *cells = rows("lunisolar")
    firsts: dict[Month, date] = {}
    for year, first, leap_month, lengths, _source in cells:
        day, number, was_leap = date.fromisoformat(first), 0, True
        for sign in lengths:
            is_leap = leap_month == str(number) and not was_leap
            number += not is_leap
            firsts[int(year), number, is_leap] = day
            day, was_leap = day + timedelta(days=_LENGTHS[sign]), is_leap
    return firsts


def their_months(table: Path) -> dict[Month, date]:
    """Return the same of sanmiao's table."""
    firsts: dict[Month, date] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            year = int(row["ind_year"])
            if row["cal_stream"] == _JAPAN and _FIRST_YEAR <= year <= _LAST_YEAR:
                day = date.fromordinal(int(float(row["nmd_jdn"]) - _JULIAN_DAY_OF_ORDINAL))
                firsts[year, int(row["month"]), row["intercalary"] == "1"] = day
    return firsts


def disagreements(table: Path) -> Iterator[str]:
    """Return a line for each month that the two tables do not begin on the same day, or that only one of them has."""
    ours, theirs = our_months(), their_months(table)
    for month in sorted(ours.keys() | theirs.keys()):
        here, there = ours.get(month), theirs.get(month)
        if here != there:
            year, number, is_leap = month
            yield f"{year}-{number}{' leap' * is_leap}: {here} here, {there} there"


def main() -> None:
    """Print where the two tables differ."""
    lines = list(disagreements(Path(sys.argv[1])))
    sys.stdout.write("".join(f"{line}\n" for line in lines) + f"{len(lines)} months differ\n")


if __name__ == "__main__":
    main()
