"""The report: every value's words are marked where they stand, what a page holds stays text, and the same document gives the same bytes."""

import re
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

import chronicle
from edit_scripts import PAGE
from faults import answer
from kaidan.errors import Refused, WrongUsage
from kaidan.models import Document, Evidence, Meeting
from kaidan.pipeline import extract
from kaidan.report import pictures
from kaidan.report.compose import report
from kaidan.report.explain import explain
from kaidan.report.marks import Mark, Span, marked
from kaidan.sourced import SourcedDocument
from mornings import Job
from shell import Shell

ADDRESS = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
DOCUMENT = extract(PAGE, url=ADDRESS)
drawn = pytest.mark.skipif(not pictures.is_drawable(), reason="the extra report is not installed")


@pytest.fixture(autouse=True)
def plain_pictures(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make reports without pictures, which take seconds, unless a test is about them."""
    if not request.node.get_closest_marker("skipif"):
        monkeypatch.setattr(pictures, "is_drawable", lambda: False)


def made(document: Document = DOCUMENT, language: str = "en") -> str:
    return report([SourcedDocument("page.html", document)], "ja" if language == "ja" else "en")


def evidence_of(meeting: Meeting) -> list[Evidence]:
    mentions = meeting.mentions
    values: list[Any] = [
        meeting.date,
        *([meeting.place] if meeting.place else []),
        *([meeting.occasion] if meeting.occasion else []),
        *meeting.participants,
        *meeting.links,
        *mentions.dates,
        *mentions.places,
        *mentions.people,
        *mentions.agreements,
    ]
    return [evidence for value in values for evidence in value.evidence]


def test_every_value_has_its_words_marked_and_each_character_stands_once() -> None:
    tree = html.fromstring(made().encode())
    for meeting in DOCUMENT.meetings:
        article = tree.get_element_by_id(meeting.id)
        assert [h3.text_content() for h3 in article.iter("h3")] == [meeting.heading]
        told = [p.text_content() for p in article.find_class("told")[0].iter("p")]
        assert told == [(block.marker or "") + block.text for block in meeting.body]
        found = {
            (m.get("data-in"), m.get("data-block"), m.get("data-start"), m.get("data-end")): m
            for m in article.iter("mark")
        }
        for evidence in evidence_of(meeting):
            block = None if evidence.block is None else str(evidence.block)
            key = (evidence.where, block, str(evidence.start), str(evidence.end))
            covered = "".join(
                mark.text_content()
                for (where, at, start, end), mark in found.items()
                if (where, at) == key[:2]
                and evidence.start <= int(str(start))
                and int(str(end)) <= evidence.end
            )
            assert evidence.text in covered or found[key].text_content() == evidence.text


spans = st.lists(
    st.builds(
        lambda start, length, field: Span(start, start + length, field, field),
        st.integers(0, 20),
        st.integers(1, 12),
        st.sampled_from(["date", "place", "mentions"]),
    ),
    max_size=8,
)


def _leaves(marks: tuple[Mark, ...]) -> list[Mark]:
    return [leaf for mark in marks for leaf in (_leaves(mark.inner) or [mark])]


@given(spans)
def test_spans_that_overlap_are_nested_or_cut(some: list[Span]) -> None:
    marks = marked(40, some)
    leaves = _leaves(marks)
    assert [leaf.start for leaf in leaves[:1]] == [0]
    assert all(one.end == other.start for one, other in pairwise(leaves))
    assert leaves[-1].end == 40
    covered = {at for leaf in _all(marks) if leaf.span for at in range(leaf.start, leaf.end)}
    assert covered == {at for span in some for at in range(span.start, span.end)}


def _all(marks: tuple[Mark, ...]) -> list[Mark]:
    return [each for mark in marks for each in (mark, *_all(mark.inner))]


def test_what_a_page_holds_stays_text() -> None:
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;\"'><img src=x onerror=alert(1)>\u202e\x1b[2J {{ 7*7 }}"
    page = PAGE.replace("安倍総理大臣", hostile + "安倍総理大臣", 1)
    tree = html.fromstring(made(extract(page, url=ADDRESS)).encode())
    assert len(list(tree.iter("script"))) == 1
    assert not list(tree.iter("img"))
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]
    assert "alert(1)" in tree.text_content()
    assert "{{ 7*7 }}" in tree.text_content()


def test_nothing_is_loaded_and_no_link_runs_anything() -> None:
    tree = html.fromstring(made().encode())
    assert not list(tree.iter("link", "iframe", "object", "embed", "img"))
    links = {str(a.get("href")) for a in tree.iter("a") if a.get("href")}
    assert all(re.match("https?://|#", link) for link in links)
    assert any(":~:text=" in link for link in links)
    assert "url(" not in made()
    [script] = tree.iter("script")
    assert len(str(script.text).encode()) < 10_000


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_same_document_gives_the_same_bytes(language: str) -> None:
    first = made(language=language)
    assert first == made(extract(PAGE, url=ADDRESS), language)
    assert len(first.encode()) < 800_000
    assert f'<html lang="{language}">' in first


def test_without_the_extra_the_report_says_so(shell: Shell, tmp_path: object) -> None:
    told = shell("report", "fixtures/reference/page.html", "-o", f"{tmp_path}/r.html")
    assert told.status == 0
    assert ".[report]" in told.err
    asked = shell("plot", "fixtures/reference/page.html", "-o", f"{tmp_path}/r.svg")
    assert asked.status == WrongUsage.status
    assert ".[report]" in asked.err


def test_the_lines_of_bulk_are_one_report(shell: Shell, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_bytes(chronicle.page())
    (tmp_path / "c.html").write_text("<p>お知らせ", encoding="utf-8")
    assert shell("bulk", str(tmp_path), "-o", f"{tmp_path}/o.jsonl", "--workers", "1").status == 0
    assert shell("report", f"{tmp_path}/o.jsonl", "-o", f"{tmp_path}/r.html").status == 0
    tree = html.parse(tmp_path / "r.html").getroot()
    ids = [article.get("id") for article in tree.iter("article")]
    assert len(ids) == 2 * len(chronicle.RECORDS)
    assert {str(one).partition("/2")[0].rpartition("/")[2] for one in ids} == {"a", "b"}
    assert len(tree.find_class("facts")) == 2


def test_a_folder_of_runs_shows_what_changed_and_what_was_refused(
    shell: Shell, job: Job, tmp_path: Path
) -> None:
    job.run(answer(chronicle.page()))
    job.run(answer(chronicle.reworded()))
    with suppress(Refused):
        job.run(answer(b"<title>503</title><p>busy"))
    assert shell("report", str(job.folder), "-o", f"{tmp_path}/r.html").status == 0
    changes = html.parse(tmp_path / "r.html").getroot().get_element_by_id("changes")
    assert [ins.text_content() for ins in changes.iter("ins")] == ["実施した"]
    assert [time.text_content() for time in changes.iter("time")] == ["2026-11-26", "2026-11-27"]
    [refused] = changes.find_class("refused")
    assert "refused" in refused.text_content()


@drawn
def test_pictures_show_every_meeting_where_and_when_it_was() -> None:
    for kind in ("timeline", "map"):
        svg = pictures.draw_svg("map" if kind == "map" else "timeline", [DOCUMENT], "en")
        assert svg is not None
        assert svg.count("<title>") == len(DOCUMENT.meetings)
        assert "<title>Moscow, 2013-04-29</title>" in svg
        assert svg == pictures.draw_svg("map" if kind == "map" else "timeline", [DOCUMENT], "en")


@drawn
def test_agreements_are_drawn_with_their_roles() -> None:
    svg = pictures.draw_svg("agreements", [DOCUMENT], "ja")
    assert svg is not None
    assert "東京宣言" in svg


@drawn
def test_there_is_nothing_to_draw_without_a_date() -> None:
    page = "<h3>日露首脳会談（ペルー）</h3><p>両首脳は会談した。</p>"
    undated = extract(PAGE).model_copy(
        update={
            "meetings": extract(page + page.replace("ペルー", "リマ・平成20年11月")).meetings[:1]
        }
    )
    assert pictures.draw_svg("agreements", [undated], "en") is None


def test_a_text_is_explained_in_brackets_with_each_value_beside_its_words(shell: Shell) -> None:
    told = shell("explain", "fixtures/reference/page.html", "2008-11-lima")
    assert told.status == 0
    assert "（[P:ペルー]・[D:平成20年11月]）" in told.out
    assert "2008-11  ← 「平成20年11月」" in told.out
    assert "eras.tsv: 平成 began in 1989" in told.out
    assert "read by: date in full\n" in told.out
    assert "read by: places/countries: PE (named) · GeoNames: 3936456 (named)" in told.out
    assert "read by: offices: 総理" in told.out
    assert "terms.tsv: 麻生太郎, prime minister 2008-09-24" in told.out
    assert "\x1b" not in told.out


def test_an_unknown_meeting_is_wrong_usage(shell: Shell) -> None:
    assert shell("explain", "fixtures/reference/page.html", "2008-11-rima").status == 2


@drawn
def test_a_picture_is_xml_whatever_a_page_holds() -> None:
    page = PAGE.replace("ミラノ", "ミラノ\x1b[2J\x08", 1)
    svg = pictures.draw_svg("timeline", [extract(page)], "ja")
    assert svg
    assert etree.fromstring(svg.encode()) is not None


def test_what_a_page_holds_cannot_command_a_terminal() -> None:
    page = PAGE.replace("安倍総理大臣は", "\x1b]0;x\x07\u202e安倍総理大臣は", 1)
    document = extract(page)
    for color in (False, True):
        told = explain(document, document.meetings, "ja", color=color)
        assert "\u202e" not in told
        assert "\x07" not in told
        assert ("\x1b[" in told) == color
        assert re.sub(r"\x1b\[[0-9;]*m", "", told).isprintable() or "\x1b" not in re.sub(
            r"\x1b\[[0-9;]*m", "", told
        )
