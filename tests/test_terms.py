"""The tables of people, terms and offices hold together."""

from datetime import date, timedelta
from itertools import pairwise

from kaidan.data import table
from kaidan.normalizers.people.roster import trusted_until

SINGLE = {
    ("JP", "prime minister"),
    ("JP", "foreign minister"),
    ("RU", "president"),
    ("US", "president"),
    ("KR", "president"),
    ("SU", "general secretary"),
}


def test_an_office_has_one_holder_at_a_time() -> None:
    country = {row["name_ja"]: row["country"] for row in table("people")}
    for of in sorted(SINGLE):
        terms = sorted(
            (row["from"], row["to"] or "9999")
            for row in table("terms")
            if (country[row["name_ja"]], row["office"]) == of
        )
        assert len(terms) > 3
        assert all(first <= last for first, last in terms)
        assert all(last <= first for (_, last), (first, _) in pairwise(terms))


def test_japan_had_a_prime_minister_on_nearly_every_day_since_1945() -> None:
    japanese = {row["name_ja"] for row in table("people") if row["country"] == "JP"}
    terms = [
        row
        for row in table("terms")
        if row["office"] == "prime minister" and row["name_ja"] in japanese
    ]
    for day in (date(1945, 9, 1) + timedelta(days=97 * n) for n in range(300)):
        holders = [row for row in terms if row["from"] <= f"{day}" <= (row["to"] or "9999")]
        acting = (
            date(1980, 6, 12) < day < date(1980, 7, 17)
        )  # 伊東正義 acted, whom the table of prime ministers does not count
        assert len(holders) == (0 if acting else 1), day


def test_every_term_is_of_somebody_and_every_row_has_a_source() -> None:
    people = [row["name_ja"] for row in table("people")]
    assert len(set(people)) == len(people) > 180
    assert {row["name_ja"] for row in table("terms")} <= set(people)
    assert all(row["source"] for name in ("people", "terms", "offices") for row in table(name))


SHARED = {"deputy prime minister", "ambassador", "vice president", "chairman", "state councillor"}
"""Offices that a country has several of, or that stand for several."""


def test_no_two_terms_of_one_office_overlap() -> None:
    country = {row["name_ja"]: row["country"] for row in table("people")}
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for row in table("terms"):
        if row["office"] not in SHARED:
            of = country[row["name_ja"]], row["office"]
            term = row["from"], row["to"] or "9999", row["name_ja"]
            held.setdefault(of, []).append(term)
    for terms in held.values():
        for (_, last, one), (first, _, other) in pairwise(sorted(terms)):
            assert last[:7] <= first[:7], (one, other)


def test_the_tables_are_trusted_for_two_years_behind_the_newest_first_day() -> None:
    year, _, day = max(row["from"] for row in table("terms")).partition("-")
    assert trusted_until() == f"{int(year) + 2}-{day}~"


def test_a_name_in_english_is_one_in_latin_letters() -> None:
    names = [row["name_en"] for row in table("people")]
    assert [name for name in names if "|" in name or max(name) > "\u2fff"] == []
