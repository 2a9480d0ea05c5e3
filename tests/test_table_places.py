"""Where they met, as a table's column of places says it: the finer of two, and none that is lost for a name that nobody knows."""

from collections.abc import Sequence

import pytest

from kaidan.models import Document
from kaidan.pipeline import extract

DAYS = ("2016年5月4日", "2017年9月7日", "2018年11月10日")


def read_table(heads: Sequence[str], *columns: Sequence[str]) -> Document:
    """Read a page with a table of two sides, and columns of places between them."""
    named = ("開催日", *heads, "日本側", "ロシア側")
    sides = ("安倍総理",) * len(DAYS), ("プーチン大統領",) * len(DAYS)
    rows = zip(DAYS, *columns, *sides, strict=True)
    table = "".join("<tr><td>" + "</td><td>".join(row) + "</td></tr>" for row in (named, *rows))
    return extract(f"<h1>日露首脳会談の記録</h1><table>{table}</table>")


def places(document: Document) -> list[str | None]:
    named = (meeting.place.name if meeting.place else None for meeting in document.meetings)
    return [name.en if name else None for name in named]


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (("開催国", "開催地"), (("ロシア", "日本", "ロシア"), ("ソチ", "東京", "モスクワ"))),
        (("開催国", "開催地"), (("ロシア", "ロシア", "ロシア"), ("ソチ", "カザン", "モスクワ"))),
    ],
)
def test_the_town_stands_beside_its_state(
    heads: Sequence[str], columns: Sequence[Sequence[str]]
) -> None:
    document = read_table(heads, *columns)
    assert [meeting.place and meeting.place.text for meeting in document.meetings] == list(
        columns[1]
    )
    assert {meeting.parties for meeting in document.meetings} == {("JP", "RU")}


def test_the_house_stands_beside_its_town() -> None:
    towns, houses = ("モスクワ", "東京", "モスクワ"), ("クレムリン", "総理大臣官邸", "クレムリン")
    document = read_table(("開催地", "会場"), towns, houses)
    assert places(document) == ["Kremlin", "Prime Minister's Office", "Kremlin"]


def test_what_nobody_knows_costs_no_other_row_its_place() -> None:
    document = read_table(("場所",), ("ソチ", "第二会議室", "第三会議室"))
    assert places(document) == ["Sochi", None, None]
    assert [warning.code for warning in document.warnings] == ["place-unresolved"] * 2
