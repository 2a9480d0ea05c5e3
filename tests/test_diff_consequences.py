"""A reader is told edits: what follows from one stands below it, and the same in many places is told once."""

import json
import re

import pytest

from edit_scripts import PAGE
from kaidan.differ import Changes, apply, diff, summary, to_html, to_json, to_markdown, to_text
from kaidan.messages import tell
from kaidan.models import Document
from kaidan.output import to_json as canonical
from kaidan.pipeline import extract

HTTP, HTTPS = (f"{scheme}://www8.cao.go.jp/hoppo/shisaku/01.html" for scheme in ("http", "https"))


def compared(before: str, after: str, url: str | None = None, now: str | None = None) -> Changes:
    return diff(extract(before, url=url), extract(after, url=now or url))


def small(body: str, title: str = "平成20年11月") -> str:
    return f"<h3>日露首脳会談（ペルー・{title}）</h3><p>{body}</p>"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("日露間の協力を確認した。", "日露間協力を確認した。", ("の", "")),
        ("日露間協力を確認した。", "日露間の協力を確認した。", ("", "の")),
        ("経済分野における協力を進めた。", "経済分野協力を進めた。", ("における", "")),
        ("両国の首脳の会談を行った。", "両国首脳の会談を行った。", ("の", "")),
        ("平和条約の締結交渉。", "平和条約の締結協議。", ("締結交渉", "締結協議")),
    ],
)
def test_a_particle_between_kanji_is_told_as_the_particle(
    before: str, after: str, words: tuple[str, str]
) -> None:
    [change] = [c for c in compared(small(before), small(after)) if c.kind == "body"]
    assert (change.before, change.after) == words


@pytest.mark.parametrize(("before", "after"), [("以上", "おわり"), ("以上", ""), ("", "以上")])
def test_no_dots_stand_where_a_text_ends(before: str, after: str) -> None:
    found = compared(small(f"両首脳は会談した。{before}"), small(f"両首脳は会談した。{after}"))
    for told in (to_text(found), to_markdown(found), to_html(found), "\n".join(summary(found))):
        lines = re.sub("<[^>]*>", "", told).splitlines()
        [line] = [line for line in lines if (before or after) in line and "edit:" not in line][
            -1:
        ] or [line for line in lines if (before or after) in line]
        assert not line.rstrip("]+}-").rstrip().endswith("…")


def test_a_page_that_moves_to_https_is_one_change() -> None:
    found = compared(PAGE, PAGE, HTTP, HTTPS)
    assert [line.partition(":")[0] for line in summary(found)] == ["page"]
    assert [change.follows for change in found].count(0) == len(found) - 1 > 20


def test_a_link_that_changed_beside_the_move_is_told() -> None:
    found = compared(PAGE, PAGE.replace("pdf/80.pdf", "pdf/81.pdf"), HTTP, HTTPS)
    [move, *links] = summary(found)
    assert "source.url" in move
    assert links
    assert all("81.pdf" in line for line in links)


def test_absolute_addresses_that_move_are_one_line_without_the_pages_own() -> None:
    photo = '<p><img src="http://example.jp/{}.jpg" alt=""></p>'
    page = small("甲。" + photo.format(1)) + small("乙。" + photo.format(2), "平成19年1月")
    found = compared(page, page.replace("http:", "https:"))
    assert [line for line in summary(found) if "(2 times in 2 meetings)" in line] == summary(found)


def test_a_replacement_everywhere_is_one_line_with_its_count() -> None:
    found = compared(PAGE, PAGE.replace("安倍総理", "安倍首相"))
    bodies = [line for line in summary(found) if ": body" in line]
    assert len(bodies) == 1
    assert f"{PAGE.count('安倍総理')} times in" in bodies[0]


def test_a_corrected_date_is_told_once_with_its_consequences() -> None:
    found = compared(PAGE, PAGE.replace("平成20年11月", "平成20年10月"))
    causes = [change for change in found if change.follows is None and not change.quiet]
    assert [change.kind for change in causes if change.meeting == "2008-10-lima"] == ["heading"]
    told = {change.field.partition(".")[0] for change in found if change.follows is not None}
    assert {"date", "id"} <= told
    assert "↳ date: " in to_text(found)


def test_a_way_round_in_json_has_the_indices_of_its_causes() -> None:
    a, b = extract(PAGE), extract(PAGE.replace("安倍総理", "安倍首相"))
    told = json.loads(to_json(diff(a, b)))["changes"]
    assert all(told[c["follows"]]["by"] == c["by"] for c in told if c["follows"] is not None)
    assert apply(canonical(a), to_json(diff(a, b))) == canonical(b)
    only = diff(a, b).filtered(ignore={"body"})
    assert {change.follows for change in only} == {None}


def test_frame_and_remainder_are_the_pages() -> None:
    after = PAGE.replace("<h2>近年の主な動き</h2>", "<h2>近年の主な動き</h2><p>更新</p>")
    found = compared(PAGE, after)
    assert [(c.kind, c.field) for c in found] == [("page", "remainder")]
    assert not found.filtered(ignore={"remainder"})


@pytest.fixture
def noise() -> tuple[Document, Document]:
    page = "<p>最終更新日：{}</p>" + small("両首脳は会談した。閲覧{}回") + "<p>閲覧{}回</p>"
    return extract(page.format("2026年1月1日", 5, 5)), extract(page.format("2026年2月3日", 61, 61))


def test_named_noise_is_no_change(noise: tuple[Document, Document]) -> None:
    assert diff(*noise)
    assert not diff(*noise, ignored=re.compile(r"最終更新日：.*|閲覧\d+回"))
    assert not diff(*noise, ignored=re.compile(".*"))


def test_beside_named_noise_an_edit_is_told(noise: tuple[Document, Document]) -> None:
    old = noise[0]
    new = extract("<p>最終更新日：明日</p>" + small("両首脳は電話した。閲覧7回") + "<p>閲覧7回</p>")
    found = diff(old, new, ignored=re.compile(r"最終更新日：.*|閲覧\d+回"))
    assert [(c.kind, c.before, c.after) for c in found] == [("body", "会談", "電話")]
    assert not found.complete


def test_changes_are_told_in_japanese() -> None:
    found = compared(PAGE, PAGE.replace("平成20年11月", "平成20年10月"))
    told = to_text(found, language="ja")
    assert "見出し" in told
    assert "日付" in told
    assert "edit" not in told
    assert "変更" in to_html(found, language="ja")
    assert all("follow" not in tell(line, "ja") for line in summary(found))
