"""Who held an office according to another source than terms.tsv, and tables of such holders."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

_DAY = len("2022-08-19")


class Holder(NamedTuple):
    """Who holds an office in a source: of which country (ISO 3166-1), as it is written, from and to which day (ISO 8601).

    ``until``, ``office`` and ``wikidata`` are empty where the source does not say.
    """

    country: str
    written: str
    since: str
    until: str = ""
    office: str = ""
    wikidata: str = ""


def office_holders(file: Path) -> Iterator[Holder]:
    """Yield the holders of a table with the columns country, office (as in terms.tsv), person, personID, start and end.

    So does the project EveryPolitician export what Wikidata knows of governments, a file a country, with offices in English. Cabinets
    that follow one another under one person are one term.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for _, terms in groupby(rows, key=lambda row: (row["country"], row["office"], row["personID"])):
        yield from _joined([_holder(row) for row in terms])


def _holder(row: dict[str, str]) -> Holder:
    return Holder(
        row["country"], row["person"], row["start"], row["end"], row["office"], row["personID"]
    )


def _joined(terms: list[Holder]) -> Iterator[Holder]:
    whole = terms[0]
    for term in terms[1:]:
        if is_same_day(whole.until, term.since):
            whole = whole._replace(until=term.until)
        else:
            yield whole
            whole = term
    yield whole


def is_same_day(one: str, other: str) -> bool:
    """Say whether two days are one, or one after the other, as an end may be the last day or the successor's first.

    A month or a year agrees with each of its days, and an open end with nothing but itself.

    >>> is_same_day("2013-02-24", "2013-02-25"), is_same_day("2003-03", "2003-03-17"), is_same_day("", "2003-03-17")
    (True, True, False)
    """
    if not one or not other:
        return one == other
    if len(one) == len(other) == _DAY:
        apart = date.fromisoformat(one) - date.fromisoformat(other)
        return abs(apart) <= timedelta(days=1)
    return one.startswith(other) or other.startswith(one)
