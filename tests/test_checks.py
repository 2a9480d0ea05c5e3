from pathlib import Path

import pytest

from kaidan.checks import RULES
from kaidan.pipeline import extract

FIXTURES = Path(__file__).parents[1] / "fixtures"
REFERENCE = (FIXTURES / "reference/page.html").read_text(encoding="utf-8")


def codes(page: str) -> list[str]:
    return [warning.code for warning in extract(page).warnings]


def page_of(*meetings: tuple[str, str]) -> str:
    return "<h2>近年の主な動き</h2>" + "".join(
        f"<h3>{heading}</h3><p>{body}</p>" for heading, body in meetings
    )


@pytest.mark.parametrize("code", RULES)
def test_each_rule_fires_alone_on_its_page(code: str) -> None:
    page = (FIXTURES / f"warned-{code}/page.html").read_text(encoding="utf-8")
    (warning,) = extract(page).warnings
    assert warning.code == code
    assert warning.text
    assert warning.text in warning.message
    assert "\n" not in warning.message


def test_the_reference_page_raises_none() -> None:
    assert codes(REFERENCE) == []


def test_no_rule_of_a_page_is_without_its_fixture() -> None:
    assert {folder.name.removeprefix("warned-") for folder in FIXTURES.glob("warned-*")} == set(
        RULES
    )


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        (
            "日露首脳会談（シンガポール・平成21年11月）",
            "シンガポールAPECの際に鳩山総理とメドヴェージェフ大統領が会談。",
        ),
        (
            "日露首脳会談（カナダ・平成22年6月）",
            "カナダでのムスコカG8サミットの際に菅総理とメドヴェージェフ大統領が会談。",
        ),
        (
            "日露首脳会談（横浜・平成22年11月）",
            "11月13日、菅総理とメドヴェージェフ大統領が会談。5月15日に行われた訪問について抗議した。",
        ),
        ("日露首脳会談（東京・平成5年10月）", "エリツィン大統領が来日し、細川総理と会談。"),
        (
            "日露首脳会談（ニューヨーク・平成21年9月）",
            "ニューヨークでの国連総会の際に鳩山総理とメドヴェージェフ大統領が会談。",
        ),
        (
            "日露首脳会談（ロシア・ソチ・平成26年2月）",
            "前年のモスクワでの首脳会談に続き、安倍総理とプーチン大統領が会談。",
        ),
        (
            "日露外相会談（ロンドン・平成25年4月）",
            "G8外相会合の際に岸田外務大臣とラヴロフ外相が会談。",
        ),
        (
            "日ソ首脳会談（モスクワ・昭和48年10月）",
            "田中総理が訪ソし、モスクワでブレジネフ書記長と会談。",
        ),
    ],
)
def test_what_fits_raises_none(heading: str, body: str) -> None:
    assert codes(page_of((heading, body))) == []


@pytest.mark.parametrize(
    ("heading", "body", "code"),
    [
        (
            "日露首脳会談（東京・平成22年11月）",
            "東京でのAPEC首脳会談の際に菅総理とメドヴェージェフ大統領が会談。",
            "series-not-there",
        ),
        (
            "日露首脳会談（モスクワ・平成26年6月）",
            "核セキュリティ・サミットの際に安倍総理とプーチン大統領が会談。",
            "series-not-there",
        ),
        (
            "日露首脳会談（モスクワ・平成15年1月）",
            "京都において小泉総理とプーチン大統領が会談。",
            "place-differs",
        ),
        (
            "日露首脳会談（モスクワ・平成21年5月）",
            "モスクワで麻生総理とプーチン大統領が会談。",
            "office-not-held",
        ),
    ],
)
def test_what_does_not_fit_raises_one(heading: str, body: str, code: str) -> None:
    assert codes(page_of((heading, body))) == [code]


def test_nobody_says_of_a_stranger_to_the_tables_which_office_he_never_held() -> None:
    heading = "日露首脳会談（モスクワ・平成26年6月）"
    body = "モスクワで安倍総理とイワン・ペトロフ大統領（H.E. Mr. Ivan Petrov, President of the Russian Federation）が会談。"
    (meeting,) = extract(page_of((heading, body))).meetings
    assert [who.name and who.name.en for who in meeting.participants] == [
        "Shinzo Abe",
        "Ivan Petrov",
    ]
    assert codes(page_of((heading, body))) == []


def test_a_summit_in_another_town_is_neither_there_nor_then() -> None:
    heading = "日露首脳会談（モスクワ・平成21年6月）"
    body = "ハイリゲンダムサミットの際に麻生総理とメドヴェージェフ大統領が会談。"
    assert codes(page_of((heading, body))) == ["series-not-there", "place-differs"]


def test_a_meeting_on_top_changes_no_warning_below() -> None:
    older = (
        ("日露首脳会談（英国・平成25年6月）", "6月17日、麻生総理とプーチン大統領が会談。"),
        ("日露首脳会談（横浜・平成26年2月）", "安倍総理とプーチン大統領が会談。"),
    )
    newer = ("日露首脳会談（モスクワ・平成24年6月）", "6月17日、麻生総理とプーチン大統領が会談。")
    before, after = extract(page_of(*older)).warnings, extract(page_of(newer, *older)).warnings
    assert before
    assert after[-len(before) :] == before
    assert {warning.meeting for warning in after[: -len(before)]} == {"2012-06-moscow"}


def test_a_page_may_begin_with_the_oldest() -> None:
    newest_first = (
        ("日露首脳会談（モスクワ・平成25年6月）", "安倍総理とプーチン大統領が会談。"),
        ("日露首脳会談（モスクワ・平成25年4月）", "29日、安倍総理とプーチン大統領が会談。"),
        ("日露首脳会談（モスクワ・平成25年4月）", "安倍総理とプーチン大統領が会談。"),
        ("日露首脳会談（川奈・平成10年4月）", "橋本総理とエリツィン大統領が会談。"),
    )
    down, up = extract(page_of(*newest_first)), extract(page_of(*newest_first[::-1]))
    assert [meeting.id for meeting in down.meetings] == [
        "2013-06-moscow",
        "2013-04-moscow-2",
        "2013-04-moscow",
        "1998-04-kawana",
    ]
    assert up.meetings == down.meetings[::-1]
    assert up.warnings == down.warnings == ()


def test_what_the_body_tells_after_they_met_is_not_where_they_met() -> None:
    heading = "日露首脳会談（日本・平成28年12月15日）"
    before = "訪日したプーチン大統領と長門で会談した。"
    after = "訪日したプーチン大統領と会談し、長門で夕食を共にした。"
    pages = (page_of((heading, body)) for body in (before, after))
    places = [extract(page).meetings[0].place for page in pages]
    assert [place.name.en for place in places if place and place.name] == ["Nagato", "Japan"]
