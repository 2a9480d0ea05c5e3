"""Documents in which something is not told: each reader of documents says so, or leaves it out."""

import pickle
import re
from pathlib import Path

import pytest

from kaidan import Document, extract
from kaidan.differ.summary import field_name
from kaidan.formats import render
from kaidan.messages import Warned, tell
from kaidan.report import grounds
from kaidan.report.charts.timeline import timeline
from kaidan.report.charts.world_map import world_map
from kaidan.report.explain import explain
from kaidan.sourced import SourcedDocument
from kaidan.text.fold import fold
from told import sourced

FIXTURES = Path(__file__).parents[1] / "fixtures"
HEAD = "<title>近年の主な動き</title>"
BARE = "<h3>日露首脳会談</h3><p>会談した。</p>"
NOBODY = "<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>会談した。</p>"


def document(*sections: str) -> Document:
    told = "<h3>日露首脳会談（東京・平成15年1月）</h3><p>小泉総理とプーチン大統領が会談した。</p>"
    return extract(f"{HEAD}{''.join(sections)}{told}")


def bare() -> Document:
    """A meeting of which neither day nor place nor leader is told."""
    read = document(BARE)
    return read.model_copy(update={"meetings": read.meetings[:1]})


def test_nothing_is_drawn_of_what_is_not_told() -> None:
    assert timeline([bare()], "en") is None
    assert world_map([bare()], "en") is None


def test_a_meeting_of_nobody_has_a_lane_of_its_own() -> None:
    spec = timeline([document(NOBODY)], "en")
    assert spec is not None
    assert "not named" in {row["lane"] for row in spec["data"]["values"]}
    assert sorted({row["id"] for row in spec["data"]["values"]}) == [
        "2003-01-tokyo",
        "2008-11-peru",
    ]


def test_what_has_no_day_is_no_event() -> None:
    told = render("ics", [SourcedDocument("01.html", document(BARE))]).decode()
    assert re.findall(r"SUMMARY:(.*)", told) == ["日露首脳会談（東京・平成15年1月）\r"]


def test_the_rows_of_a_table_are_as_wide_without_a_place() -> None:
    lines = render("csv", [SourcedDocument("01.html", bare())]).decode().splitlines()
    assert len(lines) == 2
    assert render("sqlite", [SourcedDocument("01.html", bare())])[:15] == b"SQLite format 3"


def test_markdown_tells_only_what_is_known() -> None:
    told = render("md", [SourcedDocument("01.html", bare())]).decode()
    assert "## 日露首脳会談" in told
    assert "None" not in told


def test_markdown_holds_each_photo_and_link() -> None:
    read = extract((FIXTURES / "reference/page.html").read_bytes(), url="http://example.jp/a/")
    told = render("md", [SourcedDocument("01.html", read)]).decode()
    lines = [line for line in told.splitlines() if line.startswith("- [")]
    links = [one for meeting in read.meetings for one in (*meeting.photos, *meeting.links)]
    assert len([line for line in lines if "http://example.jp/" in line]) >= len(links) > 20


def test_a_copy_in_an_archive_is_named() -> None:
    copy = "https://web.archive.org/web/20100701120000/http://example.jp/01.html"
    page = sourced()
    source = page.document.source.model_copy(update={"url": copy})
    archived = page._replace(document=page.document.model_copy(update={"source": source}))
    assert copy in render("md", [archived]).decode()


def test_a_value_of_nothing_rests_on_nothing() -> None:
    (meeting,) = bare().meetings
    assert str(grounds.of_date(meeting.date)).startswith("no calendar has such a day")
    named = extract(
        f"{HEAD}<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>麻生総理とヌヌヌ大統領が会談した。</p>"
    )
    said = {str(grounds.of_person(person)) for one in named.meetings for person in one.participants}
    assert any("terms.tsv" in one for one in said)


@pytest.mark.parametrize("name", ["table-of-years-and-events", "table-of-several-states"])
def test_an_explanation_holds_what_is_lent_and_what_is_warned_of(name: str) -> None:
    read = extract((FIXTURES / name / "page.html").read_bytes())
    told = [explain(read, [meeting], "en", color=False) for meeting in read.meetings]
    lent = [block.text for block in read.source.context]
    assert any(f":{text}])" in one for one in told for text in lent)
    for warning in read.warnings:
        (where,) = [
            one
            for one, meeting in zip(told, read.meetings, strict=True)
            if meeting.id == warning.meeting
        ]
        assert f"! {warning.code}" in where


def test_a_field_that_nobody_named_is_told_by_its_path() -> None:
    assert str(field_name("nobody.knows")) == "nobody.knows"


def test_a_warning_survives_another_process_and_an_unknown_code() -> None:
    warned = Warned("no-such-code", "what was seen", "引用")
    again = pickle.loads(pickle.dumps(warned))  # noqa: S301  our own
    assert tell(again, "ja") == tell(warned, "en") == "no-such-code: what was seen"


def test_a_document_contradicts_itself_in_nothing() -> None:
    read = document()
    fields = read.model_dump(mode="json", by_alias=True)
    double = {**fields, "meetings": fields["meetings"] * 2}
    with pytest.raises(ValueError, match="2003-01-tokyo"):
        Document.model_validate(double)
    fields["meetings"][0]["date"] |= {"start": "2003-02-01", "end": "2003-01-01"}
    with pytest.raises(ValueError, match="ends before it starts"):
        Document.model_validate(fields)


def test_what_is_to_stay_exact_is_not_folded() -> None:
    folded = fold("Ｈ２６．１０", "exact")
    assert folded.text == "Ｈ２６．１０"
