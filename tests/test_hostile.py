"""Markup that was made to hang, to explode or to reach out. The bounds are of growth and of results, not of seconds alone."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kaidan import extract
from kaidan.errors import Refused
from kaidan.parser.sections import read_chronicle
from kaidan.parser.tree import read

PAGE = (Path(__file__).parents[1] / "fixtures/reference/page.html").read_text(encoding="utf-8")
HEAD, RECORDS, FOOT = (
    PAGE[: (at := PAGE.index("<h3>"))],
    PAGE[at : (end := PAGE.index('</div>\n<div><div class="pagetop">'))],
    PAGE[end:],
)
SECONDS = 20  # for what takes 1 to 4 on an idle machine


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + PAGE,
        "<span>" * 100_000 + PAGE,
        "<p><font>" * 50_000 + PAGE,
        HEAD + "<p>あ" * 100_000 + RECORDS + FOOT,
        HEAD + "<table><tr><td>" * 10_000 + RECORDS + FOOT,
        HEAD + "<br>" * 300_000 + RECORDS + FOOT,
        PAGE + "&amp;" * 300_000,
        PAGE + "&nothing;" * 300_000,
        PAGE.replace("<p>10月17日", "<p>" + "あ" * 3_500_000 + "10月17日"),
        "<" * 300_000 + PAGE,
        PAGE.replace("<p>10", "<p " + "a=b " * 300_000 + ">10"),
        "<a '" * 200_001 + "'>" + PAGE,
        PAGE.replace("日", "日\0"),
        PAGE.replace("<img ", '<img width="' + "9" * 10_000 + '" '),
        PAGE.replace("<h3>", "</body></html><h3>", 1),
        '<?xml version="1.0" encoding="Shift_JIS"?>\n' + PAGE,
    ],
    ids=lambda page: f"{page[:20]!r}-{len(page)}",
)
def test_no_markup_hides_a_meeting(page: str) -> None:
    began = time.perf_counter()
    assert len(read_chronicle(read(page)).sections) == 31
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize(
    "page",
    [
        "<!--" * 200_000 + PAGE,
        "<script>" * 100_000 + PAGE,
        "日露首脳会談<br>" * 50_000,
        "<h3>" * 100_000,
    ],
)
def test_nothing_shown_is_refused_in_time(page: str) -> None:
    began = time.perf_counter()
    with pytest.raises(Refused):
        read_chronicle(read(page))
    assert time.perf_counter() - began < SECONDS


def test_a_declared_entity_reads_no_file() -> None:
    page = '<!DOCTYPE html [<!ENTITY leak SYSTEM "file:///etc/passwd">]>' + PAGE.replace(
        "<p>10月", "<p>&leak;10月"
    )
    shown = read(page)
    assert not any("root:" in line.text for line in shown.lines)


@pytest.mark.parametrize(
    ("work", "few", "many"),
    [(lambda page: read_chronicle(read(page)), 10, 200), (extract, 5, 60)],
    ids=["parser", "all"],
)
def test_time_grows_with_the_page_and_no_faster(
    work: Callable[[str], object], few: int, many: int
) -> None:
    def seconds(times: int) -> float:
        page = HEAD + RECORDS * times + FOOT
        began = time.perf_counter()
        work(page)
        return time.perf_counter() - began

    seconds(1)
    assert seconds(many) < 2.5 * many / few * max(seconds(few), seconds(few))


def test_a_page_as_bare_as_text_is_still_read() -> None:
    lines = "近年の主な動き\n日露首脳会談（東京・平成5年10月）\nエリツィン大統領が来日し、細川総理と会談。"
    assert len(read_chronicle(read("<pre>" + lines)).sections) == 1


HEADING = "<h3>日露首脳会談（東京・平成8年4月）</h3>"


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        (HEADING + "<p>", "<a href=a.pdf>宣言</a>、", ""),
        (HEADING + "<p>", "<a href=a.pdf>宣言</a>（PDF：3KB）", ""),
        (HEADING + "<p>", "<b>会</b>談", ""),
        (HEADING + "<p>", "<img src=a.jpg>会", ""),
        (HEADING, "<p>写真提供：甲</p><p><img src=a.jpg></p>", ""),
        (HEADING, "<p>▲トップ</p>", ""),
        (HEADING + "<pre>", "会\n", ""),
        ("<p>ホーム", "　", f"動き</p>{HEADING}"),
        (
            "<ul><li><a href=/>ホーム</a><li><a href=a.html>",
            "　",
            f"動</a><li>動き</ul><h1>動き</h1>{HEADING}",
        ),
    ],
)
def test_time_grows_with_what_one_line_or_meeting_holds_and_no_faster(
    before: str, piece: str, after: str
) -> None:
    def seconds(times: int) -> float:
        page = before + piece * times + after
        began = time.process_time()
        read_chronicle(read(page))
        return time.process_time() - began

    few, many = (min(seconds(times) for _ in range(3)) for times in (1_000, 8_000))
    assert many < 2.5 * 8 * few
