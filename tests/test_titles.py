"""Titles of pages about one meeting: what is one, however it is set, and what it says of the meeting."""

import pytest

from kaidan.errors import Refused
from kaidan.parser.headings.meeting_title import read_meeting_title
from kaidan.pipeline import extract

BODY = "<p>5月26日、モスクワで、安倍総理はプーチン大統領と会談を行った。両首脳は協力で一致した。"
ONE = "<h1>日露首脳会談</h1><p>平成30年5月27日</p>"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("日・トルコ首脳会談", "日・トルコ首脳会談"),
        ("日露外相会談（結果）", "日露外相会談"),
        ("日中韓外相会合の開催について", "日中韓外相会合"),
        ("防衛省・自衛隊：日豪防衛相会談の概要", "日豪防衛相会談"),
        ("APEC首脳会議の際の日露首脳会談", "APEC首脳会議の際の日露首脳会談"),
        ("APEC（リマ）の際の日中首脳会談（概要）", "APEC（リマ）の際の日中首脳会談"),
        ("台風（日中首脳会談", None),
        ("安倍総理大臣とプーチン大統領との会談", "安倍総理大臣とプーチン大統領との会談"),
        ("梶山経済産業大臣が米国商務長官と会談しました", "梶山経済産業大臣が米国商務長官と会談"),
        ("日露首脳共同記者会見", None),
        ("日・ベトナム建設大臣会談の開催結果", "日・ベトナム建設大臣会談"),
        ("日露首脳会談及び長門訪問", "日露首脳会談"),
        ("日・ケニア首脳会談とODA", None),
        ("日・ケニア首脳会談・署名式", "日・ケニア首脳会談"),
        ("日露首脳会談とは", None),
        ("公文書にみる日ソ首脳会談", None),
        ("過去の日ソ首脳会談", None),
        ("あの日の日ソ首脳会談", None),
        ("日EU首脳協議に合わせた経済界の会合", None),
        ("模擬日米首脳会談", None),
        ("国連総会日米首脳会談", "国連総会日米首脳会談"),
        ("オンライン日EU首脳会談", "オンライン日EU首脳会談"),
        ("緊急日EU首脳会議", "緊急日EU首脳会議"),
        ("第9回日中韓サミット", "第9回日中韓サミット"),
        ("日・国連事務総長会談", "日・国連事務総長会談"),
        ("日・エル・サルバドル首脳会談", "日・エル・サルバドル首脳会談"),
        ("第5回日・カリコム外相会議", "第5回日・カリコム外相会議"),
        ("日露首脳会談に向けた事務レベル協議", None),
        ("日露首脳会談の予定", None),
        ("日米・日韓首脳会談", None),
        ("日露首脳会談一覧", None),
        ("首脳会談", None),
        ("日露関係", None),
        ("岡田外務副大臣と米国国務副長官との会談概要", "岡田外務副大臣と米国国務副長官との会談"),
        ("（2）日・ノルウェー外相会談", "日・ノルウェー外相会談"),
        ("小泉総理の北欧訪問 日・ノルウェー首脳会談（概要）", "日・ノルウェー首脳会談"),
        ("架空の 日・ノルウェー首脳会談", None),
        (
            "北村国家安全保障局長とノルウェー首相補佐官との会談",
            "北村国家安全保障局長とノルウェー首相補佐官との会談",
        ),
        ("北村局長とノルウェー首相補佐官との会談", None),
        ("日・ノルウェー経済連携協定交渉第3回会合", None),
        ("日・ノルウェー外務・防衛当局間協議", None),
        ("日・ノルウェー外務省局長級協議", None),
        ("日・ノルウェー首脳会談（4月27日）の際の合意に基づく視察", None),
        ("日・ノルウェー首脳会談（オスロ）の概要について", "日・ノルウェー首脳会談"),
        ("日・ノルウェー首脳会談（現地の報道ぶり）", None),
        ("日・ノルウェー首脳会談（5月4日）・日韓首脳会談（5月2日）", None),
        ("日・ノルウェー外相会談及び閣僚理事会出席", "日・ノルウェー外相会談"),
        ("日・ノルウェー首脳会談（共同声明）", None),
        ("日韓首脳会談を踏まえた日・ノルウェー外相会談", None),
        ("伊藤外務副大臣とノルウェー外務次官の会談及びチリ大使の表敬", None),
        ("日・ノルウェー首脳会談及び昼食会", "日・ノルウェー首脳会談及び昼食会"),
        ("氷上の格闘技と日・ノルウェー首脳会談", None),
        ("日本とノルウェーの首脳会談", "日本とノルウェーの首脳会談"),
        ("報道発表　日・ノルウェー首脳会談", "日・ノルウェー首脳会談"),
        ("【G20サミット】日・ノルウェー首脳会談", "日・ノルウェー首脳会談"),
        ("【資料】日・ノルウェー首脳会談", None),
        ("ストーレ首相の訪日（日・ノルウェー首脳会談）（概要）", "日・ノルウェー首脳会談"),
        (
            "日・ノルウェー投資協定交渉に関する首脳会談",
            "日・ノルウェー投資協定交渉に関する首脳会談",
        ),
    ],
)
def test_titles_of_one_meeting(line: str, title: str | None) -> None:
    found = read_meeting_title(line)
    assert (found.title if found else None) == title


def test_the_town_of_a_summit_in_the_title_is_the_place_where_the_text_names_none() -> None:
    page = "<h1>G7エルマウ・サミットにおける日英首脳会談</h1><p>令和4年6月28日</p><p>6月27日、岸田総理はジョンソン首相と会談した。"
    (meeting,) = extract(page).meetings
    assert meeting.place
    assert [evidence.text for evidence in meeting.place.evidence] == ["エルマウ"]


def test_a_title_may_name_the_other_side_alone_where_the_text_tells_of_both() -> None:
    head = "<title>ロシアとの首脳会談</title><h1>ロシアとの首脳会談</h1><p>平成30年5月27日</p>"
    (meeting,) = extract(head + BODY).meetings
    assert meeting.parties == ("JP", "RU")
    with pytest.raises(Refused):
        extract(head + BODY.replace("プーチン大統領", "メルケル首相"))


def test_a_title_that_the_breadcrumb_repeats_is_no_part_of_the_text() -> None:
    way = "<ul><li><a href=/>ホーム</a> &gt;</li><li>日露首脳会談</li></ul>"
    title = "<p><b>日露首脳会談</b></p><p>平成30年5月27日</p>"
    (meeting,) = extract(f"<title>日露首脳会談</title>{way}{title}{BODY}").meetings
    assert meeting.body[0].text.startswith("5月26日")


@pytest.mark.parametrize("bracket", ["第2回", "G20サミット", "平成30年5月26日"])
def test_where_they_met_is_told_below_a_bracket_that_names_no_place(bracket: str) -> None:
    title = f"<h1>日露首脳会談（{bracket}）</h1><p>平成30年5月27日</p>"
    (meeting,) = extract(title + BODY).meetings
    assert meeting.place
    assert meeting.place.name
    assert meeting.place.name.en == "Moscow"
    assert [evidence.where for evidence in meeting.place.evidence] == ["body"]


def test_a_bracket_that_calls_the_talks_otherwise_is_no_place() -> None:
    page = "<h1>日・EU首脳会談（第5回日EU定期首脳協議）</h1><p>平成8年9月30日</p>"
    told = "<p>9月30日、東京で、橋本総理はサンテール欧州委員長と会談した。</p>"
    place = extract(page + told).meetings[0].place
    assert place is not None
    assert place.text == "東京"


def test_a_title_of_two_people_is_of_japan_first() -> None:
    page = ONE.replace("日露首脳会談", "プーチン大統領と安倍総理の会談") + BODY
    (meeting,) = extract(page).meetings
    assert meeting.parties == ("JP", "RU")


@pytest.mark.parametrize("name", ["外務省: {}", "防衛省：{}", "{} | 外務省"])
def test_a_line_that_the_head_calls_the_page_by_is_its_title_without_any_markup(name: str) -> None:
    title = "日・ノルウェー首脳会談（概要）"
    told = "<p>平成18年5月12日</p><p>11日、オスロで、小泉総理は首相と会談した。</p>"
    page = f"<table><tr><td>{title}</td></tr></table>{told}"
    assert len(extract(f"<title>{name.format(title)}</title>{page}").meetings) == 1
    with pytest.raises(Refused):
        extract(f"<title>外務省</title>{page}")


def test_a_town_before_the_countries_of_a_title_is_where_they_met() -> None:
    told = "<p>森総理とプーチン大統領が会談した。</p>"
    meeting = extract(f"<h2>イルクーツク日露首脳会談（平成13年3月）</h2>{told}").meetings[0]
    assert meeting.place
    assert (meeting.place.text, meeting.place.country) == ("イルクーツク", "RU")


def test_the_title_of_a_page_about_one_meeting_may_tell_its_day() -> None:
    way = "<ol><li><a href=/>ホーム</a></li><li>日英首脳会談（令和6年11月18日）</li></ol><div>英国</div>"
    told = "<p>リオデジャネイロを訪問中の石破総理は、スターマー首相と会談を行いました。</p>"
    page = f"{way}<h1>日英首脳会談（令和6年11月18日）</h1><p>令和6年11月19日</p>{told}"
    document = extract(page)
    assert (document.source.shape, document.meetings[0].date.edtf) == ("meeting", "2024-11-18")


@pytest.mark.parametrize(
    ("line", "title", "place"),
    [
        ("日　ノ　首　脳　会　談", None, None),
        ("日　伊　首　脳　会　談", "日伊首脳会談", None),
        ("日 伊 首 脳 会 談（ロ ー マ）", "日伊首脳会談", "ロ ー マ"),
        ("日伊首脳会談（概　要）", "日伊首脳会談", None),
        ("日伊首脳会談―ローマ―", "日伊首脳会談", "ローマ"),
        ("日伊首脳\u00ad会談（ロー\u200bマ）", "日伊首脳会談", "ロー\u200bマ"),
        ("総理の動き－日伊首脳会談－", "日伊首脳会談", None),
        ("日伊首脳会談－資料－", "日伊首脳会談", "資料"),
        ("総理の動き－一覧－", None, None),
    ],
)
def test_a_title_is_read_however_it_is_set(line: str, title: str | None, place: str | None) -> None:
    found = read_meeting_title(line)
    assert (found.title if found else None) == title
    assert (line[slice(*found.place)] if found and found.place else None) == place


def test_a_title_may_lead_to_where_its_text_was_first_published_if_the_page_has_that_name() -> None:
    linked = ONE.replace("日露首脳会談", "<a href=https://example.org/1.html>日露首脳会談</a>")
    assert len(extract(f"<title>日露首脳会談 | 大使館</title>{linked}{BODY}").meetings) == 1
    with pytest.raises(Refused):
        extract(f"<title>大使館からのお知らせ</title>{linked}{BODY}")


def test_a_line_with_the_title_of_the_page_is_its_title_whatever_stands_behind_it() -> None:
    page = f"<title>日露首脳会談</title><pre>\n　　日露首脳会談（概要）\n　　平成30年5月27日\n\n{BODY[3:]}</pre>"
    (meeting,) = extract(page).meetings
    assert (meeting.title, meeting.date.edtf) == ("日露首脳会談", "2018-05-26")
