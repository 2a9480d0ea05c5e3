"""A table of talks: what its title names, whose days it borrows from, and which tables are of something else."""

import pytest

from kaidan.errors import Refused
from kaidan.parser.display.tree import read
from kaidan.parser.ledger import ledger
from kaidan.parser.shapes import read_page
from kaidan.pipeline import extract


@pytest.mark.parametrize(
    ("title", "read"),
    [("日米首脳会談の開催状況", 2), ("日米首脳会談（2014年～）", 2), ("日米首脳会談の贈答品", 0)],
)
def test_a_table_of_days_and_towns_is_of_what_its_title_names(title: str, read: int) -> None:
    cells = ("2014年4月24日", "東京", "万年筆"), ("2017年2月10日", "ワシントン", "帽子")
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    page = f"<h1>{title}</h1><table>{rows}</table>"
    if read:
        assert len(extract(page).meetings) == read
    else:
        with pytest.raises(Refused):
            extract(page)


def test_months_are_the_dates_of_a_table_without_days() -> None:
    cells = (
        ("1973", "10月", "モスクワ", "田中角栄総理", "ブレジネフ書記長"),
        ("1991", "4月", "東京", "海部総理", "ゴルバチョフ大統領"),
    )
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    found = extract(f"<h1>日ソ首脳会談</h1><table>{rows}</table>").meetings
    assert [meeting.date.edtf for meeting in found] == ["1973-10", "1991-04"]


def test_a_name_that_two_bear_is_of_the_side_that_the_title_names() -> None:
    days = (
        ("2020年10月8日", "菅総理"),
        ("2019年12月6日", "安倍総理"),
        ("2013年11月21日", "安倍総理"),
    )
    rows = "".join(
        f"<tr><td>{day}</td><td>東京</td><td>{ours}</td><td>オルバーン首相</td></tr>"
        for day, ours in days
    )
    for meeting in extract(f"<h1>日・ハンガリー首脳会談</h1><table>{rows}</table>").meetings:
        assert [who.name and who.name.en for who in meeting.participants][1:] == ["Viktor Orbán"]


def test_a_heading_since_a_year_stands_over_the_rows_of_a_table() -> None:
    cells = ("令和4年11月13日", "プノンペン"), ("令和5年3月16日", "東京")
    rows = "".join(
        f"<tr><td>{day}</td><td>日韓首脳会談</td><td>{town}</td></tr>" for day, town in cells
    )
    found = extract(f"<h1>日韓首脳会談（2022年以降）</h1><table>{rows}</table>").meetings
    assert [meeting.date.edtf for meeting in found] == ["2022-11-13", "2023-03-16"]


def test_whom_a_row_of_a_year_of_two_presidents_names_is_known_by_its_day() -> None:
    days = "1993年1月8日", "1993年4月16日"
    rows = "".join(
        f"<tr><td>{day}</td><td>東京</td><td>宮澤総理</td><td>金大統領</td></tr>" for day in days
    )
    found = extract(f"<h1>日韓首脳会談</h1><table>{rows}</table>").meetings
    theirs = [meeting.participants[1] for meeting in found]
    assert [who.name and who.name.en for who in theirs] == [None, "Kim Young-sam"]


RECORD = (
    "<h1>日ソ外相会談の記録</h1><dl><dt>日時<dd>昭和61年1月16日<dt>場所<dd>東京"
    "<dt>日本側<dd>安倍外務大臣<dt>ソ連側<dd>シェワルナゼ外相</dl>"
)


def test_a_list_of_terms_may_tell_of_one_meeting_alone() -> None:
    (meeting,) = extract(RECORD).meetings
    assert (meeting.date.edtf, meeting.parties) == ("1986-01-16", ("JP", "SU"))
    assert [who.name and who.name.en for who in meeting.participants] == [
        "Shintaro Abe",
        "Eduard Shevardnadze",
    ]


@pytest.mark.parametrize(
    "page",
    [
        RECORD + "<p>両大臣は、下記のとおり会談を行います。",
        RECORD.replace("<dt>ソ連側<dd>シェワルナゼ外相", ""),
        RECORD.replace("日ソ外相会談の記録", "日ソ外相会談の予定"),
    ],
)
def test_a_list_of_terms_that_announces_or_names_one_side_is_refused(page: str) -> None:
    with pytest.raises(Refused):
        extract(page)


ROWS = (
    "<tr><td>5月4日<td>ロンドン<td>安倍総理<td>キャメロン首相"
    "<tr><td>5月9日<td>〃<td>〃<td>キャメロン首相"
)


def test_a_table_of_days_right_before_its_publication_borrows_its_year() -> None:
    page = f"<h1>日英首脳会談</h1><p>平成28年5月11日</p><table>{ROWS}</table>"
    assert [one.date.edtf for one in extract(page).meetings] == ["2016-05-04", "2016-05-09"]
    later = extract(page.replace("5月11日", "12月11日"))
    assert [one.date.edtf for one in later.meetings] == [None, None]


def test_a_sign_says_what_the_cell_above_says() -> None:
    page = f"<h1>日英首脳会談（平成28年）</h1><table>{ROWS}</table>"
    for meeting in extract(page).meetings:
        assert meeting.place is not None
        assert meeting.place.country == "GB"
        assert [who.name and who.name.en for who in meeting.participants] == [
            "Shinzo Abe",
            "David Cameron",
        ]


@pytest.mark.parametrize(
    "rows",
    [
        ("5/4", "ロンドン", "5/9", "ベルン"),
        ("5.4", "ロンドン", "5.9", "ベルン"),
        ("5月4日（ロンドン）", None, "5月9日（ベルン）", None),
        ("5月4日<br>ロンドン", None, "5月9日<br>ベルン", None),
        ("2016年5月4日、ロンドン", None, "2016年5月9日、ベルン", None),
    ],
)
def test_days_by_signs_and_cells_of_day_and_place(rows: tuple[str, ...]) -> None:
    cells = ["".join(f"<td>{one}" for one in pair if one) for pair in (rows[:2], rows[2:])]
    told = "".join(f"<tr>{each}<td>安倍総理<td>キャメロン首相" for each in cells)
    page = f"<h1>日英首脳会談（2016年）</h1><table>{told}</table>"
    shown = read(page)
    assert ledger(shown, read_page(shown)).balanced
    assert [(one.date.edtf, one.place and one.place.country) for one in extract(page).meetings] == [
        ("2016-05-04", "GB"),
        ("2016-05-09", "CH"),
    ]


def test_a_line_inside_of_one_table_lends_nothing_to_the_next() -> None:
    # The last cell is not closed, so that the heading and the second table stand in it.
    page = (
        "<h1>日印首脳会談</h1><table><tr><td>11月21日<td>プネー<tr><td>12月12日<td>ニューデリー<td>済"
        "<h2>（平成27年）</h2><table><tr><td>11月21日<td>安倍総理<td>モディ首相</table>"
    )
    shown = read(page)
    assert ledger(shown, read_page(shown)).balanced


_SIDES = "<td>細川総理<td>エリツィン大統領"


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("日露首脳会談で署名された文書", "日付"),
        ("日露首脳会談の贈答品", "日付"),
        ("写真で見る日露首脳会談", "日付"),
        ("日露首脳会談一覧", "署名日"),
        ("日露首脳会談の記録", "放送日"),
    ],
)
def test_a_table_of_what_talks_had_or_of_other_days_is_none_of_talks(title: str, head: str) -> None:
    rows = (f"<tr><td>{year}年10月13日<td>東京{_SIDES}" for year in (1993, 1994))
    heads = f"<tr><th>{head}<th>場所<th>日本側<th>ロシア側"
    page = f"<h1>{{}}</h1><table>{heads}{''.join(rows)}</table>"
    with pytest.raises(Refused):
        extract(page.format(title))
    held = page.format("日露首脳会談の記録").replace(head, "日付")
    assert len(extract(held).meetings) == 2


def test_talks_named_in_rows_alone_are_no_page_about_one_meeting() -> None:
    heads = "<tr><th>年月日<th>開催地<th>日本側<th>ロシア側<th>備考"
    rows = (
        f"<tr><td>{year}年10月13日<td>東京{_SIDES}<td>京都でも夕食会（10月12日）。"
        for year in (1993, 1994)
    )
    page = f"<h1>日露首脳会談</h1><table>{heads}{''.join(rows)}</table><p>注　電話会談は除く。</p>"
    document = extract(page)
    assert (document.source.shape, len(document.meetings)) == ("table", 2)


def test_a_column_headed_by_the_days_of_talks_is_no_plan() -> None:
    rows = "".join(f"<tr><td>{year}年10月13日<td>東京{_SIDES}" for year in (1993, 1994))
    page = (
        f"<h1>日露首脳会談{{}}</h1><table><tr><th>日程<th>場所<th>日本側<th>ロシア側{rows}</table>"
    )
    assert len(extract(page.format("一覧")).meetings) == 2
    with pytest.raises(Refused):
        extract(page.format("の日程"))


def test_a_town_that_nobody_knows_leaves_the_others_of_its_column_towns() -> None:
    days = ("2014年7月7日", "ナイナイ村"), ("2015年3月24日", "東京"), ("2022年4月21日", "東京")
    rows = "".join(f"<tr><td>{day}<td>{town}<td>安倍総理がキー首相と会談" for day, town in days)
    document = extract(f"<h1>日・ニュージーランド首脳会談</h1><table>{rows}</table>")
    towns = [one.place and one.place.name and one.place.name.ja for one in document.meetings]
    assert towns == [None, "東京", "東京"]


OF_SIDES = [
    ("2016年12月15日", "首脳会談", "長門", "安倍総理", "プーチン大統領"),
    ("2017年3月20日", "外相会談", "東京※1", "岸田外務大臣", "ラヴロフ外務大臣"),
    ("2017年11月11日", "首脳会談", "ダナン", "安倍総理", "習近平国家主席"),
]


def test_a_column_says_at_which_level_those_met_whom_two_others_name() -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in OF_SIDES)
    found = extract(f"<h1>主な会談</h1><table>{rows}</table>").meetings
    assert [(one.title, one.kind, one.parties[1]) for one in found] == [
        ("首脳会談", "summit", "RU"),
        ("外相会談", "foreign-ministers", "RU"),
        ("首脳会談", "summit", "CN"),
    ]
    assert [one.place and one.place.text for one in found] == ["長門", "東京", "ダナン"]
    sideless = rows.replace("安倍総理", "-").replace("岸田外務大臣", "-")
    with pytest.raises(Refused):
        extract(f"<h1>主な会談</h1><table>{sideless}</table>")


def test_meetings_side_by_side_are_no_account_in_points_of_one() -> None:
    rows = (
        ("開催日", "1月25日", "9月1日"),
        ("開催地", "デリー", "東京"),
        ("出席者", "安倍総理、シン首相", "安倍総理、モディ首相"),
    )
    table = "".join(f"<tr><th>{head}<td>{one}<td>{other}" for head, one, other in rows)
    page = f"<h1>日印首脳会談（2014年）</h1><table>{table}</table><p>2021年4月1日</p>"
    assert [meeting.date.edtf for meeting in extract(page).meetings] == ["2014-01-25", "2014-09-01"]
