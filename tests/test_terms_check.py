"""The terms are held against editions of the World Factbook, and against tables of office holders."""

import json
from pathlib import Path

from kaidan.data.build.terms_check import compare


def edition(folder: Path, domain: str, head: str) -> Path:
    facts = {
        "Communications": {"Internet country code": {"text": domain}},
        "Government": {"Executive branch": {"head of government": {"text": head}}},
    }
    (folder / "europe").mkdir()
    (folder / "europe" / "xx.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def test_a_term_that_begins_on_the_day_of_the_edition_agrees(tmp_path: Path) -> None:
    text = "Prime Minister David CAMERON (since 11 May 2010)"
    agreed, lines = compare(edition(tmp_path, ".uk", text))
    assert [(term.name_en, term.first) for term in agreed] == [("David Cameron", "2010-05-11")]
    assert lines == []


def test_another_day_is_told_and_marks_nothing(tmp_path: Path) -> None:
    text = "Chancellor Angela MERKEL (since 23 Nov 2005)"
    agreed, lines = compare(edition(tmp_path, ".de", text))
    assert agreed == set()
    assert lines == ["DE Chancellor Angela MERKEL 2005-11-23: Angela Merkel 2005-11-22/2021-12-08"]


def holders(folder: Path, *rows: str) -> Path:
    file = folder / "holders.csv"
    file.write_text(
        "\n".join(("country,office,person,personID,start,end", *rows)), encoding="utf-8"
    )
    return file


def test_cabinets_in_a_row_are_one_term_and_an_end_may_be_the_successors_first_day(
    tmp_path: Path,
) -> None:
    table = holders(
        tmp_path,
        "NL,prime minister,Mark Rutte,Q57792,2010-10-14,2012-11-05",
        "NL,prime minister,Mark Rutte,Q57792,2012-11-05,2024-07-03",
    )
    agreed, lines = compare(table)
    assert [(term.first, term.last) for term in agreed] == [("2010-10-14", "2024-07-02")]
    assert lines == []


def test_another_end_another_office_and_a_stranger_are_told(tmp_path: Path) -> None:
    table = holders(
        tmp_path,
        "GB,prime minister,David Cameron,Q192,2010-05-11,2015-05-11",
        "GB,defence minister,David Cameron,Q192,2010-05-11,2016-07-13",
    )
    agreed, lines = compare(table)
    assert agreed == set()
    assert lines == [
        "GB David Cameron 2010-05-11/2015-05-11: David Cameron 2010-05-11/2016-07-13",
        "GB David Cameron 2010-05-11/2016-07-13: no term",
    ]


def test_a_leader_without_an_office_has_to_begin_and_end_with_the_term(tmp_path: Path) -> None:
    table = holders(
        tmp_path,
        "GB,,Thatcher,Thatcher,1979-05-05,1990-11-28",
        "GB,,Blair,Blair,1997-05-02,2007-06-29",
        "GB,,Starmer,Starmer,2024-07-06,",
    )
    agreed, lines = compare(table)
    assert [term.name_en for term in agreed] == ["Margaret Thatcher"]
    assert lines == [
        "GB Blair 1997-05-02/2007-06-29: Tony Blair 1997-05-02/2007-06-27",
        "GB Starmer 2024-07-06: Keir Starmer 2024-07-05",
    ]
