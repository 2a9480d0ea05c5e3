"""The terms are held against editions of the World Factbook."""

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
    assert lines == ["DE Chancellor Angela MERKEL 2005-11-23: Angela Merkel 2005-11-22"]
