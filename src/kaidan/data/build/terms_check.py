"""``python -m kaidan.data.build.terms_check SOURCE NAME``: hold terms.tsv against a second source.

SOURCE is a folder with an edition of the World Factbook (see factbook), or a table of office holders (see holders). A term of the same
person that begins on the source's day (or in that month, if one of the two has no day), and ends on it if the source says when, is
marked with NAME among its sources. Where the person is known and no term agrees, a line says so, and so where a person has no term.
"""

import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from kaidan.data import table
from kaidan.data.build.factbook import heads
from kaidan.data.build.holders import Holder, is_same_day, office_holders
from kaidan.lexicon.offices import listed_offices
from kaidan.lexicon.words import all_words
from kaidan.text.latin import is_same_name

_TERMS = Path(__file__).parent.parent / "terms.tsv"


class Term(NamedTuple):
    """A row of terms.tsv with what people.tsv says of its person."""

    name_ja: str
    name_en: str
    office: str
    first: str
    last: str


def _terms_by_country() -> dict[str, list[Term]]:
    people = {row["name_ja"]: row for row in table("people")}
    terms = defaultdict(list)
    for row in table("terms"):
        person = people[row["name_ja"]]
        term = Term(row["name_ja"], person["name_en"], row["office"], row["from"], row["to"])
        terms[person["country"]].append(term)
    return terms


def compare(source: Path) -> tuple[set[Term], list[str]]:
    """Return the terms that agree with the source, and a line for each of its holders whose terms all differ, or who has none."""
    terms, agreed, lines = _terms_by_country(), set[Term](), list[str]()
    for holder in heads(source) if source.is_dir() else office_holders(source):
        same = [each for each in terms[holder.country] if _is_term_of(holder, each)]
        agreeing = {each for each in same if _agrees(holder, each)}
        agreed |= agreeing
        if not agreeing and (same or holder.office):
            ours = ", ".join(
                sorted({f"{each.name_en} {_span(each.first, each.last)}" for each in same})
            )
            told = f"{holder.country} {holder.written} {_span(holder.since, holder.until)}"
            lines.append(f"{told}: {ours or 'no term'}")
    return agreed, lines


def _is_term_of(holder: Holder, term: Term) -> bool:
    is_office = term.office == holder.office if holder.office else not is_a_ministers(term.office)
    return is_office and is_same_name(term.name_en, holder.written)


def is_a_ministers(office: str) -> bool:
    """Say whether an office sits at a level of ministers, whom a source that names no office does not mean.

    >>> is_a_ministers("foreign minister"), is_a_ministers("emir"), is_a_ministers("prime minister")
    (True, False, False)
    """
    sits = [row for row in all_words("titles") if row.kind == "sits"]
    of_ministers = {row.word for row in sits if not row.meaning.startswith("summit")}
    return listed_offices().get(office) in of_ministers


def _agrees(holder: Holder, term: Term) -> bool:
    """Say whether a source's holder has a term's days; of a term that was open in its day the source cannot know the end.

    A source that names neither the office nor a last day has to name the first day itself.
    """
    if not (holder.office or holder.until):
        return holder.since.startswith(term.first)
    has_begun = is_same_day(holder.since, term.first)
    return has_begun and (not holder.until or is_same_day(holder.until, term.last))


def _span(first: str, last: str) -> str:
    return f"{first}/{last}" if last else first


def mark(table_text: str, agreed: set[Term], name: str) -> str:
    r"""Return the text of terms.tsv with a name among the sources of the terms that agree.

    >>> agreed = {Term("安倍晋三", "", "prime minister", "2012-12-26", "")}
    >>> mark("安倍晋三\tprime minister\t2012-12-26\t\treference\n", agreed, "factbook")
    '安倍晋三\tprime minister\t2012-12-26\t\treference; factbook\n'
    """
    begun = {(each.name_ja, each.office, each.first) for each in agreed}
    marked = []
    for line in table_text.splitlines():
        cells = line.split("\t")
        agrees = len(cells) == 5 and tuple(cells[:3]) in begun
        is_new = agrees and name not in cells[4].split("; ")
        marked.append(f"{line}; {name}\n" if is_new else f"{line}\n")
    return "".join(marked)


def mark_terms() -> None:
    """Mark the terms that agree, and print where the source says another day."""
    source, name = Path(sys.argv[1]), sys.argv[2]
    agreed, lines = compare(source)
    _TERMS.write_text(mark(_TERMS.read_text(encoding="utf-8"), agreed, name), encoding="utf-8")
    lines.append(f"{len(agreed)} terms agree")
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    mark_terms()
