import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.data import table
from kaidan.normalizers import BREAK
from kaidan.normalizers.events.agreements import find_agreements


def named(text: str, on: str | None = None) -> list[tuple[str, str, str | None, str]]:
    return [
        (mention.text, mention.name, mention.date, mention.role)
        for mention in find_agreements(text, on=on)
    ]


@pytest.mark.parametrize(
    ("text", "on", "mention"),
    [
        (
            "「モスクワ宣言（PDF形式：413KB）」に署名。",
            "1998-11",
            ("モスクワ宣言", "モスクワ宣言", "1998-11-13", "signed"),
        ),
        (
            "「東京宣言」が署名された。この宣言は",
            "1993-10",
            ("東京宣言", "東京宣言", "1993-10-13", "signed"),
        ),
        (
            "全力を尽くすことで合意。（「クラスノヤルスク合意」）",
            "1997-11",
            ("クラスノヤルスク合意", "クラスノヤルスク合意", "1997-11", "agreed"),
        ),
        (
            "盛り込むべきこと。」（「川奈合意」）で一致。",
            "1998-04",
            ("川奈合意", "川奈合意", "1998-04", "agreed"),
        ),
        (
            "1956年の日ソ共同宣言が出発点",
            "2001-03",
            ("日ソ共同宣言", "日ソ共同宣言", "1956-10-19", "recalled"),
        ),
        (
            "56年宣言の二島返還を超えた",
            "2009-11",
            ("56年宣言", "日ソ共同宣言", "1956-10-19", "recalled"),
        ),
        (
            "1956年共同宣言を基礎として",
            "2018-11",
            ("1956年共同宣言", "日ソ共同宣言", "1956-10-19", "recalled"),
        ),
        ("1993年の東京宣言に基づき", "2001-03", ("東京宣言", "東京宣言", "1993-10-13", "recalled")),
        (
            "2003年の共同声明及び行動計画において",
            "2013-04",
            ("2003年の共同声明及び行動計画", "日露行動計画", "2003-01-10", "recalled"),
        ),
        (
            "同計画及び共同声明において、方針を確認した。",
            "2003-01",
            ("共同声明", "日露行動計画", "2003-01-10", "agreed"),
        ),
        (
            "「日露行動計画」の重要な柱",
            "2007-09",
            ("日露行動計画", "日露行動計画", "2003-01-10", "recalled"),
        ),
        (
            "日ソ共同声明が発出された。",
            "1973-10",
            ("日ソ共同声明", "日ソ共同声明 (1973年)", "1973-10-10", "agreed"),
        ),
        (
            "両首脳は日ソ共同声明に署名した。",
            "1991-04",
            ("日ソ共同声明", "日ソ共同声明 (1991年)", "1991-04-18", "signed"),
        ),
        (
            "「戦略的互恵関係に関する日中共同声明」に署名。",
            "2008-05",
            (
                "戦略的互恵関係に関する日中共同声明",
                "戦略的互恵関係に関する日中共同声明",
                "2008-05",
                "signed",
            ),
        ),
        ("「青森覚書」に署名した。", "2015-03", ("青森覚書", "青森覚書", "2015-03", "signed")),
        (
            "日露共同プレス声明を発表",
            "2016-12",
            ("日露共同プレス声明", "日露共同プレス声明", "2016-12", "agreed"),
        ),
        ("ミンスク合意の履行", "2015-11", ("ミンスク合意", "ミンスク合意", None, "recalled")),
        (
            "4月17日付けで「訪問について」が閣議了解され",
            "1998-04",
            ("訪問について", "訪問について", "1998-04", "agreed"),
        ),
    ],
)
def test_an_agreement_its_date_and_what_is_done_with_it(
    text: str, on: str, mention: tuple[str, str, str | None, str]
) -> None:
    assert named(text, on) == [mention]


def test_several_signed_together_are_each_signed() -> None:
    assert [
        (text, role)
        for text, _, _, role in named("「モスクワ宣言」及び「投資保護協定」に署名。", "1998-11")
    ] == [
        ("モスクワ宣言", "signed"),
        ("投資保護協定", "signed"),
    ]


def test_what_the_table_dates_elsewhere_is_not_signed_here() -> None:
    assert named("両首脳は1993年に東京宣言に署名したことを想起。", "1998-04") == [
        ("東京宣言", "東京宣言", "1993-10-13", "recalled")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "これまでに達成された諸合意及び諸文書に基づき",
        "平和条約を締結する。「平和条約」",
        "首脳会談の合意に基づき、様々な合意及び文書",
        "この宣言は、この声明は、同宣言、本協定",
        "両首脳合意、基本合意、大筋合意",
        "事業計画、協議、協力、条約その他の国際約束",
        "日露首脳会談における合意を受け",
        "「両国間の障害となるものをすべて取り除きたい」",
    ],
)
def test_what_names_no_agreement(text: str) -> None:
    assert named(text, "2008-07") == []


@pytest.mark.parametrize(
    ("dated", "date"),
    [
        ("平成10年の", "1998"),
        ("98年の", "1998"),
        ("１９９８年の", "1998"),
        ("平成十年11月の", "1998-11"),
        ("1998年（平成10年）の", "1998"),
        ("平成10年頃、", None),
    ],
)
def test_an_agreement_of_no_table_is_of_the_date_right_before_it(
    dated: str, date: str | None
) -> None:
    ((_, name, read, role),) = named(f"両首脳は{dated}コラ合意を確認した。", on="2013-04-29")
    assert (name, read, role) == ("コラ合意", date, "recalled")


def test_a_plain_name_needs_its_year() -> None:
    assert named("共同声明に触れた。", "2010-06") == [("共同声明", "共同声明", None, "recalled")]


PIECES = st.sampled_from(
    [
        "「",
        "」",
        "東京",
        "宣言",
        "声明",
        "及び",
        "行動計画",
        "2003年の",
        "56年",
        "共同",
        "（PDF形式：14KB）",
        "に署名",
        "が閣議了解",
        "日ソ",
        BREAK,
        "。",
    ]
)


@given(
    st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join),
    st.sampled_from([None, "2003-01", "1993", "XXXX-08"]),
)
def test_a_mention_is_what_stands_in_the_text(text: str, on: str | None) -> None:
    last = 0
    for mention in find_agreements(text, on=on):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        assert BREAK not in mention.text
        last = mention.end


def test_the_table_dates_everything_to_a_day_or_a_month() -> None:
    rows = table("agreements")
    assert len({row["name"] for row in rows}) == len(rows) > 20
    assert all(re.fullmatch(r"\d{4}-\d\d(-\d\d)?", row["date"]) and row["source"] for row in rows)


def test_an_agreement_names_the_row_that_it_rests_on() -> None:
    text = "東京宣言及び日朝覚書に触れ、「若者交流計画」が閣議了解された。"
    assert [mention.rule for mention in find_agreements(text)] == [
        "agreements: 東京宣言",
        "words/agreements: 覚書",
        "words/agreements: 閣議了解",
    ]
