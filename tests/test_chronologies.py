"""A chronology: years, and below each what happened on its days; read where every line of talks leaves no doubt."""

import pytest

from kaidan.errors import Refused
from kaidan.pipeline import extract


def test_a_line_of_what_was_said_to_the_press_leaves_no_doubt_in_a_chronology() -> None:
    events = "<p>9月27日　田中総理と毛沢東主席が会見</p><p>9月29日　大平外務大臣記者会見</p>"
    later = "<h3>1978年</h3><p>10月23日　福田総理と鄧小平副総理が会談</p>"
    found = extract(f"<h1>日中関係年表</h1><h3>1972年</h3>{events}{later}").meetings
    assert [meeting.date.edtf for meeting in found] == ["1972-09-27", "1978-10-23"]


def test_whom_a_line_of_a_year_of_two_presidents_names_is_known_by_its_day() -> None:
    events = "<p>1月9日　橋本総理と金大統領が会談</p><p>4月2日　橋本総理と金大統領が会談</p>"
    found = extract(f"<h1>日韓関係年表</h1><h3>1998年</h3>{events}").meetings
    theirs = [meeting.participants[1].name for meeting in found]
    assert [name and name.en for name in theirs] == ["Kim Young-sam", "Kim Dae-jung"]


def test_a_chronology_may_name_who_met_before_the_talks_or_in_a_bracket_behind_them() -> None:
    events = "<p>3月8日　安倍総理・デービッド・キャメロン首相会談（ローマ）</p>"
    events += "<p>5月1日　ロンドンで日英首脳会談（安倍総理、キャメロン首相）</p>"
    found = extract(f"<h1>日英関係年表</h1><h3>2014年</h3>{events}").meetings
    titles = [one.title for one in found]
    towns = [one.place and one.place.text for one in found]
    assert titles == ["安倍総理・デービッド・キャメロン首相会談", "日英首脳会談"]
    assert towns == ["ローマ", "ロンドン"]
    assert [len(one.participants) for one in found] == [2, 2]


def test_years_without_their_unit_head_a_chronology_where_they_follow_each_other() -> None:
    years = "2013", "2014"
    rows = "".join(f"<h3>{year}</h3><p>3月8日　日英首脳会談（ローマ）</p>" for year in years)
    found = extract(f"<h1>日英関係年表</h1>{rows}").meetings
    assert [meeting.date.edtf for meeting in found] == ["2013-03-08", "2014-03-08"]
    assert found[0].date.evidence[0].text == "2013"
    with pytest.raises(Refused):
        extract(f"<h1>日英関係年表</h1>{rows}<h3>2013</h3>")


def test_a_sentence_below_a_line_of_talks_in_a_chronology_is_its_text() -> None:
    told = "4月29日　日露首脳会談（モスクワ）<br>安倍総理がプーチン大統領と会談した。<br>経済で一致した。"
    events = f"<ul><li>{told}</li><li>5月1日　条約が発効した。</li><li>9月5日　日露首脳会談（ソチ）</li></ul>"
    document = extract(f"<h1>日露関係年表</h1><h3>2013年</h3>{events}")
    first, second = document.meetings
    assert [block.text for block in first.body] == [
        "安倍総理がプーチン大統領と会談した。",
        "経済で一致した。",
    ]
    assert (len(first.participants), second.body) == (2, ())
    assert [one.text for one in document.remainder] == ["5月1日　条約が発効した。"]


def test_one_meeting_alone_is_told_by_a_chronology_of_other_things() -> None:
    event = "<p>6月22日　池田総理とケネディ大統領がワシントンで会談</p>"
    before, after = "<h3>1960年</h3><p>1月19日　条約に署名</p>", "<h3>1961年</h3>"
    document = extract(
        f"<h1>日米関係年表</h1>{before}{after}{event}<p>11月2日　箱根で閣僚の会合</p>"
    )
    assert [meeting.date.edtf for meeting in document.meetings] == ["1961-06-22"]
    news = "".join(f"<p>1962年{at}月3日</p><p><a href=/{at}>日米首脳会談</a></p>" for at in (4, 5))
    for portal in (f"{after}{event}", f"{news}{before}{after}{event}"):
        with pytest.raises(Refused):
            extract(f"<h1>日米関係年表</h1>{portal}")


def test_days_over_titles_are_those_of_the_talks_where_the_page_is_a_list_of_them() -> None:
    days = "2014年9月1日", "2015年12月12日"
    told = "<dd><b>日印首脳会談（東京）</b><br>安倍総理とモディ首相は、協力を決めた。</dd>"
    rows = "".join(f"<dt>{day}</dt>{told}" for day in days)
    found = extract(f"<h1>日印首脳会談の記録</h1><dl>{rows}</dl>").meetings
    assert [meeting.date.edtf for meeting in found] == ["2014-09-01", "2015-12-12"]
    with pytest.raises(Refused):
        extract(f"<h1>お知らせ</h1><dl>{rows}</dl>")


def test_days_below_a_month_borrow_it_and_the_year_over_it() -> None:
    months = (
        "<h2>4月</h2><p>18日　橋本総理とエリツィン大統領が川奈で会談</p><p>25日　選挙</p>"
        "<h2>11月</h2><p>13日　小渕総理とエリツィン大統領がモスクワで会談</p>"
    )
    document = extract(f"<h1>平成10年の動き</h1>{months}")
    assert [meeting.date.edtf for meeting in document.meetings] == ["1998-04-18", "1998-11-13"]
    evidence = document.meetings[1].date.evidence
    assert [(one.where, one.text) for one in evidence] == [
        ("context", "平成10年の動き"),
        ("context", "11月"),
        ("heading", "13日"),
    ]
    with pytest.raises(Refused):
        extract(
            f"<h1>平成10年の動き</h1>{months}<h2>会談</h2><p>20日　小渕総理とクリントン大統領が会談</p>"
        )
