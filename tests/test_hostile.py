"""Markup that was made to hang, to explode or to reach out. That work grows with the page is test_growth's."""

import pytest

from kaidan.errors import Refused
from kaidan.parser.display.tree import read
from kaidan.parser.shapes import read_page
from loads import FOOT, HEAD, PAGE, RECORDS


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
    assert len(read_page(read(page)).sections) == 31


@pytest.mark.parametrize(
    "page",
    [
        "<!--" * 200_000 + PAGE,
        "<script>" * 100_000 + PAGE,
        "日露首脳会談<br>" * 50_000,
        "<h3>" * 100_000,
    ],
)
def test_nothing_shown_is_refused(page: str) -> None:
    with pytest.raises(Refused):
        read_page(read(page))


def test_a_declared_entity_reads_no_file() -> None:
    page = '<!DOCTYPE html [<!ENTITY leak SYSTEM "file:///etc/passwd">]>' + PAGE.replace(
        "<p>10月", "<p>&leak;10月"
    )
    shown = read(page)
    assert not any("root:" in line.text for line in shown.lines)


def test_a_page_as_bare_as_text_is_still_read() -> None:
    lines = "近年の主な動き\n日露首脳会談（東京・平成5年10月）\nエリツィン大統領が来日し、細川総理と会談。"
    assert len(read_page(read("<pre>" + lines)).sections) == 1
