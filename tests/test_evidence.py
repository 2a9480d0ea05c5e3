"""Every value says from which characters it was read: walked in the JSON itself, not through the models that promise it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaidan.output import to_json
from kaidan.pipeline import extract

GOLDENS = sorted((Path(__file__).parents[1] / "fixtures").glob("*/meetings.json"))


def evidences(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield from value.get("evidence", ())
        for inner in value.values():
            yield from evidences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidences(inner)


def text_of(evidence: dict[str, Any], meeting: dict[str, Any], document: dict[str, Any]) -> str:
    """Return what the evidence is a slice of: the heading, a block of the body, or a line of the page's context."""
    if evidence["in"] == "heading":
        return str(meeting["heading"])
    blocks = meeting["body"] if evidence["in"] == "body" else document["source"]["context"]
    return str(blocks[evidence["block"]]["text"])


def assert_each_is_its_slice(document: dict[str, Any]) -> int:
    count = 0
    for meeting in document["meetings"]:
        for evidence in evidences(meeting):
            text = text_of(evidence, meeting, document)
            assert 0 <= evidence["start"] < evidence["end"] <= len(text)
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]
            count += 1
    return count


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.parent.name)
def test_every_evidence_in_every_fixture_is_its_slice(golden: Path) -> None:
    assert assert_each_is_its_slice(json.loads(golden.read_text(encoding="utf-8"))) > 0


def test_each_participant_and_mention_has_evidence() -> None:
    reference = json.loads(
        (GOLDENS[0].parents[1] / "reference/meetings.json").read_text(encoding="utf-8")
    )
    named = [
        entry
        for meeting in reference["meetings"]
        for entry in (*meeting["participants"], *meeting["mentions"]["people"])
    ]
    assert len(named) > 120
    assert all(entry["evidence"][0]["text"] == entry["text"] for entry in named)


MEETING = [
    "10月17日（現地時間）、",
    "ペルー・リマで",
    "G20大阪サミットの際に",
    "麻生総理がサハリンを訪問し、",
    "プーチン・ロシア大統領と会談。",
]
TALK = [
    "鳩山前総理が",
    "「東京宣言」に署名。",
    "56年宣言、",
    "2003年の共同声明及び行動計画",
    "両首脳は一致した。",
    "<br>",
]


@settings(deadline=None)  # the first page of a process loads the tables
@given(st.lists(st.sampled_from(MEETING + TALK), min_size=1, max_size=8).map("".join))
def test_every_evidence_of_any_body_is_its_slice(body: str) -> None:
    page = f"<h2>近年の主な動き</h2><h3>日露首脳会談　（ペルー・平成20年11月）</h3><p>{body}</p>"
    assert assert_each_is_its_slice(json.loads(to_json(extract(page)))) > 0


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2003.1", "2003-01"),
        ("H15.1", "2003-01"),
        ("平9．3", "1997-03"),
        ("H15.13", None),
        ("平成15年1月", "2003-01"),
    ],
)
def test_the_date_of_a_heading_may_be_a_year_and_a_month_parted_by_a_point(
    written: str, edtf: str | None
) -> None:
    (meeting,) = extract(f"<h3>日露首脳会談（モスクワ・{written}）</h3><p>会談。</p>").meetings
    assert (meeting.date.text, meeting.date.edtf) == (written, edtf)
