import pytest

from kaidan.parser.headings.heading import names_talks, read_beside, read_heading, read_undated
from kaidan.parser.headings.talks_titles import is_title


@pytest.mark.parametrize(
    ("text", "title", "place", "date"),
    [
        ("日露首脳会談（露モスクワ・平成10年11月）", "日露首脳会談", "露モスクワ", "平成10年11月"),
        (
            "日ソ首脳会談　［昭和四十八年十月、於モスクワ］",
            "日ソ首脳会談",
            "モスクワ",
            "昭和四十八年十月",
        ),
        ("日露外相会談（2014年4月・東京）", "日露外相会談", "東京", "2014年4月"),
        ("日露首脳会談（川奈、H10.4）", "日露首脳会談", "川奈", "H10.4"),
        ("日露首脳会談（川奈・平 ・ 10年4月）", "日露首脳会談", "川奈", "平 ・ 10年4月"),
        ("日露首脳会談（1998/4）", "日露首脳会談", None, "1998/4"),
        ("日露首脳会談（東京・平成10年秋）", "日露首脳会談", "東京", "平成10年秋"),
        ("日露首脳会談（下田・安政元年12月）", "日露首脳会談", "下田", "安政元年12月"),
        ("日露首脳会談（東京・紀元前660年11月）", "日露首脳会談", "東京", "紀元前660年11月"),
        ("日露首脳会談（九州・98年4月）", "日露首脳会談", "九州", "98年4月"),
        ("日露首脳会談（第12014年）", "日露首脳会談", "第1", "2014年"),
        ("■ （2） 日露首脳会談（東京・平成5年10月）", None, None, None),
        ("（2） 日露首脳会談（東京・平成5年10月）", "日露首脳会談", "東京", "平成5年10月"),
        ("1. 日露首脳会談（東京・平成5年10月）", "日露首脳会談", "東京", "平成5年10月"),
        ("★日露首脳会談（東京・平成5年10月）", "日露首脳会談", "東京", "平成5年10月"),
        ("【日露首脳会談】（東京・平成5年10月）", "日露首脳会談", "東京", "平成5年10月"),
        ("日露首脳会談（東京・平成5年10月）の概要 NEW!", "日露首脳会談", "東京", "平成5年10月"),
        (
            "日露首脳会談（東京（迎賓館）・平成5年10月）",
            "日露首脳会談",
            "東京（迎賓館）",
            "平成5年10月",
        ),
        (
            "平成5年10月の日露首脳会談（東京・平成5年10月）",
            "平成5年10月の日露首脳会談",
            "東京",
            "平成5年10月",
        ),
        ("日露首脳会談（東京・平成5年10月）を開催", None, None, None),
        ("日露首脳会談（東京・5年）", None, None, None),
        ("日露首脳会談（東京・1993）", None, None, None),
        ("日本の会談（東京・平成5年10月）", None, None, None),
        ("会議（東京・平成5年10月）", None, None, None),
        ("日露首脳会談", None, None, None),
        ("", None, None, None),
        ("日露首脳会談（東京・平成5年10月）" + "!" * 200, None, None, None),
    ],
)
def test_headings(text: str, title: str | None, place: str | None, date: str | None) -> None:
    heading = read_heading(text)
    if heading is None:
        assert title is None
        return
    assert (heading.text, heading.title) == (text, title)
    assert heading.date
    assert text[slice(*heading.date)] == date
    assert (text[slice(*heading.place)] if heading.place else None) == place


@pytest.mark.parametrize(
    "text", ["日露首脳会談", "日・EU定期首脳協議", "日米外相会談等", "G8首脳会合", "日中韓の懇談"]
)
def test_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "会談",
        "日本で会談",
        "日程の会談",
        "（日露首脳会談",
        "日露首脳会談、東京",
        "日露首脳会談を行いました",
        "外務大臣会談・訪問",
        "日露首脳会談一覧",
        "日ソ首脳会談50周年",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert not is_title(text)


def test_what_speaks_of_talks_and_a_date() -> None:
    assert names_talks("平成5年10月　日露首脳会談、東京にて")
    assert not names_talks("平成5年10月のお知らせ")
    assert not names_talks("日露首脳会談の写真")


def test_two_leaders_of_the_date_are_a_title_and_two_towns_are_none() -> None:
    told = "橋本・エリツィン会談（川奈・1998年4月）"
    heading = read_heading(told)
    assert heading
    assert (heading.title, told[slice(*heading.place or (0, 0))]) == (
        "橋本・エリツィン会談",
        "川奈",
    )
    assert read_heading("橋本・エリツィン会談（川奈・2018年4月）") is None
    assert read_heading("大阪・モスクワ会談（川奈・1998年4月）") is None


@pytest.mark.parametrize("town", ["ソチ", "モスクワ", "ウラジオストク"])
def test_a_town_between_the_title_and_the_bracket_is_no_part_of_the_title(town: str) -> None:
    line = f"日露首脳会談　{town}（2014年2月8日）"
    heading = read_beside(line)
    assert read_heading(line) is None
    assert heading is not None
    assert heading.place is not None
    assert (heading.title, line[slice(*heading.place)]) == ("日露首脳会談", town)


@pytest.mark.parametrize(
    "line",
    [
        "日露首脳会談（ソチ・2016年5月予定）",
        "日露首脳会談（ソチ・2016年5月6日で調整中）",
        "日露首脳会談（延期・2016年5月）",
        "日露首脳会談　2016年5月6日（中止）",
    ],
)
def test_talks_that_have_not_been_are_no_heading(line: str) -> None:
    assert read_heading(line) is read_beside(line) is read_undated(line) is None
