from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.data import table
from kaidan.normalizers import BREAK
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.events.sessions import sessions
from kaidan.normalizers.events.titles import parties
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.places import resolve_place
from kaidan.parser.display.tree import read
from kaidan.parser.shapes import read_page


@pytest.mark.parametrize(
    ("text", "named", "series"),
    [
        ("ASEM第10回首脳会合に出席のためミラノを訪問中の", "ASEM第10回首脳会合", "ASEM"),
        ("ソチ・オリンピック出席のためロシア・ソチを訪問した", "ソチ・オリンピック", "Olympics"),
        ("ソチ冬季オリンピック開会式に出席するため", "ソチ冬季オリンピック開会式", "Olympics"),
        ("G7長崎・佐世保外務大臣会合に出席するため", "G7長崎・佐世保外務大臣会合", "G7"),
        ("カナダでのムスコカG8サミットの際に", "ムスコカG8サミット", "G8"),
        ("イタリア・ラクイラサミットの際に", "ラクイラサミット", "G8"),
        ("ハイリゲンダム・サミットの機会に", "ハイリゲンダム・サミット", "G8"),
        ("九州・沖縄サミットの際に", "九州・沖縄サミット", "G8"),
        ("伊勢志摩サミットの際に", "伊勢志摩サミット", "G7"),
        ("G20大阪サミットの際に", "G20大阪サミット", "G20"),
        ("G20サンクトペテルブルク・サミットの際に", "G20サンクトペテルブルク・サミット", "G20"),
        ("ASEAN＋3首脳会議の機会に", "ASEAN＋3首脳会議", "ASEAN"),
        ("APECダナン首脳会議の際に", "APECダナン首脳会議", "APEC"),
        ("シンガポールAPECの際に", "シンガポールAPEC", "APEC"),
        (
            "アジア太平洋経済協力（APEC）首脳会議の際に",
            "アジア太平洋経済協力（APEC）首脳会議",
            "APEC",
        ),
        ("ASEAN関連首脳会議出席のため", "ASEAN関連首脳会議", "ASEAN"),
        ("第70回国連総会出席のため", "第70回国連総会", "UNGA"),
        ("核セキュリティ・サミットの際に", "核セキュリティ・サミット", "Nuclear Security Summit"),
        ("東方経済フォーラム出席のため", "東方経済フォーラム", "EEF"),
        ("対独戦勝60周年記念式典出席のため訪露した", "対独戦勝60周年記念式典", None),
        ("日露首脳会談　（北海道洞爺湖サミット・平成20年7月）", "北海道洞爺湖サミット", "G8"),
        ("APEC首脳会議の際の日中首脳会談", "APEC首脳会議", "APEC"),
        ("COP26出席のため", "COP26", "COP"),
        ("TICADⅥに参加するため", "TICADⅥ", "TICAD"),
        ("国連総会ハイレベルウィークに際し", "国連総会ハイレベルウィーク", "UNGA"),
        ("シャングリラ会合の機会に", "シャングリラ会合", "Shangri-La Dialogue"),
        ("ルーラ大統領就任式に参列するため", "ルーラ大統領就任式", None),
        (
            "第3回アジア開発フォーラム（ADF3）における日・ラオス首脳会談（概要）",
            "第3回アジア開発フォーラム",
            None,
        ),
    ],
)
def test_a_session_of_a_series(text: str, named: str, series: str | None) -> None:
    occasion = find_occasion(text)
    assert occasion is not None
    assert (occasion.text, occasion.kind, occasion.series, occasion.visit) == (
        named,
        "multilateral",
        series,
        None,
    )


@pytest.mark.parametrize(
    ("text", "on", "series"),
    [
        ("サンクトペテルブルクサミットの際に", "2006-07", "G8"),
        ("東京サミットの際に", "1993-07", "G7"),
        ("カナナスキスサミットの際に", "2002-06", "G8"),
        ("カナナスキスサミットの際に", "2025-06", "G7"),
        ("カナナスキスサミットの際に", None, None),
        ("米国・デンバーでのサミットの際に", "1997-06", "G8"),
        ("主要国首脳会議の際に", "2008-07", "G8"),
        ("主要国首脳会議の際に", "2016-05", "G7"),
        ("主要国首脳会議の際に", None, None),
    ],
)
def test_the_year_tells_a_g7_from_a_g8(text: str, on: str | None, series: str | None) -> None:
    occasion = find_occasion(text, on=on)
    assert occasion is not None
    assert occasion.series == series


@pytest.mark.parametrize(
    ("text", "named", "manner"),
    [
        ("プーチン大統領、公式訪日。", "公式訪日", "official"),
        ("エリツィン大統領が国賓として来日し、", "国賓として来日", "official"),
        ("福田総理が非公式に訪露し、", "非公式に訪露", "unofficial"),
        ("実務訪問賓客として訪日した", "実務訪問賓客として訪日", "working"),
        ("25年ぶりにロシアを公式訪問。", "ロシアを公式訪問", "official"),
        ("ソチを非公式訪問し、", "ソチを非公式訪問", "unofficial"),
        ("麻生総理がサハリンを訪問し、", "サハリンを訪問", None),
        ("橋本総理、ロシア・クラスノヤルスクを訪問し、", "ロシア・クラスノヤルスクを訪問", None),
        ("田中総理が訪ソし、", "訪ソ", None),
        ("来日中のエリツィン大統領は、", "来日", None),
        ("安倍総理のロシア公式訪問の際に", "ロシア公式訪問", "official"),
        ("非公式にソチを訪問し、", "非公式にソチを訪問", "unofficial"),
    ],
)
def test_a_visit_and_how_official_it_was(text: str, named: str, manner: str | None) -> None:
    occasion = find_occasion(text)
    assert occasion is not None
    assert (occasion.text, occasion.kind, occasion.series, occasion.visit) == (
        named,
        "visit",
        None,
        manner,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "安倍総理とプーチン大統領が会談。",
        "安倍総理とプーチン大統領が会談。昨年10月のバリAPEC後の記者会見",
        "昨年のAPECの際に合意した作業を",
        "APECの際の日中首脳会談で合意した作業を",
        "APEC後の記者会見",
        "国後島・択捉島訪問について",
        "大統領の国後島訪問の際に抗議した。首脳訪問の際に",
        "将来日本が、以来日中関係が、歴訪中の、昨年の訪露の",
        "プーチン大統領が会談。その後、モスクワを訪問した。",
        "来日予定であったプーチン大統領とオンラインで会談。",
    ],
)
def test_what_is_recalled_or_did_not_come_to_be_is_no_occasion(text: str) -> None:
    assert find_occasion(text) is None


JP_RU = ("JP", "RU")


@pytest.mark.parametrize(
    ("text", "between", "visitor"),
    [
        ("プーチン大統領の訪日", JP_RU, "RU"),
        ("来日したエリツィン大統領と橋本総理が会談。", JP_RU, "RU"),
        ("安倍総理はロシアを公式訪問し、", JP_RU, "JP"),
        ("安倍総理のロシア公式訪問の際に", JP_RU, "JP"),
        ("田中総理が訪ソし、", ("JP", "SU"), "JP"),
        ("田中総理が訪ソし、", JP_RU, "JP"),
        ("国賓として来日したゴルバチョフ・ソ連大統領は", ("JP", "SU"), "SU"),
        ("麻生総理がユジノサハリンスクを訪問し、", JP_RU, "JP"),
        ("非公式に京都を訪問し、", ("JP", "KR"), "KR"),
        ("オバマ大統領が訪日し、", ("JP", "US"), "US"),
        ("安倍総理は、訪日したモディ・インド首相と", (), "IN"),
        ("モディ・インド首相は、安倍総理の招待で訪日し、", (), "IN"),
        ("安倍総理がペルーを訪問し、", JP_RU, "JP"),
        ("プーチン大統領も北京を訪問し、", JP_RU, "RU"),
        ("安倍総理は訪欧し、", JP_RU, "JP"),
        ("安倍総理が帰国。プーチン大統領が国後島を訪問し、", JP_RU, "RU"),
        ("北京を訪問し、プーチン大統領と", JP_RU, None),
        ("首脳は公式訪日し、", (), None),
        ("安倍総理は、ASEM首脳会合の際にミラノを訪問し、", JP_RU, None),
        ("訪日中のNATO事務総長は", ("JP", "NATO"), None),
    ],
)
def test_whose_visit_it_was(text: str, between: tuple[str, ...], visitor: str | None) -> None:
    occasion = find_occasion(text, parties=between, people=find_people(text, on="2014-02"))
    assert occasion is not None
    assert occasion.visitor == visitor


def test_without_parties_and_people_nobody_knows_whose_visit_it_was() -> None:
    occasion = find_occasion("プーチン大統領、公式訪日。")
    assert occasion is not None
    assert (occasion.visit, occasion.visitor) == ("official", None)


def test_whose_visits_the_chronicle_tells_of() -> None:
    told = []
    page = Path(__file__).parents[1] / "fixtures/reference/page.html"
    for section in read_page(read(page.read_text(encoding="utf-8"))).sections:
        body = BREAK.join(block.text for block in section.body.blocks)
        occasion = find_occasion(
            body, parties=parties(section.heading.title), people=find_people(body)
        )
        assert occasion is None or occasion.kind == "visit" or occasion.visitor is None
        if occasion and occasion.kind == "visit":
            told.append((occasion.text, occasion.visitor))
    assert told == [
        ("サハリンを訪問", "JP"),
        ("非公式に訪露", "JP"),
        ("公式訪日", "RU"),
        ("公式訪日", "RU"),
        ("ロシアを公式訪問", "JP"),
        ("訪日", "RU"),
        ("ロシア・クラスノヤルスクを訪問", "JP"),
        ("来日", "RU"),
    ]


def test_a_session_outranks_the_visit_to_it() -> None:
    occasion = find_occasion("ミラノを訪問し、ASEM首脳会合の際に会談。")
    assert occasion is not None
    assert occasion.series == "ASEM"


PIECES = st.sampled_from(
    [
        "APEC",
        "首脳会議",
        "ムスコカ",
        "サミット",
        "の際に",
        "第10回",
        "・",
        "を訪問し",
        "公式",
        "訪日",
        "ソチ",
        "会談。",
        BREAK,
        "、",
        "（",
        "）",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_an_occasion_is_what_stands_in_the_text(text: str) -> None:
    occasion = find_occasion(text)
    assert occasion is None or (
        text[occasion.start : occasion.end] == occasion.text and BREAK not in occasion.text
    )


def test_every_g7_and_g8_since_1975_has_its_place() -> None:
    years = {
        session.year: session.series for series in ("G7", "G8") for session in sessions()[series]
    }
    assert set(range(1975, 2020)) <= {int(year) for year in years}
    assert {year for year, series in years.items() if series == "G8"} == {
        str(year) for year in range(1997, 2014)
    }
    assert all(row["source"] for name in ("series", "sessions") for row in table(name))


def test_sessions_are_where_the_gazetteer_knows_them() -> None:
    known = [
        (session, place)
        for session in chain(*sessions().values())
        if (place := resolve_place(session.names[0]))
    ]
    assert len(known) > 120
    for session, place in known:
        assert place.country == session.country, session
        assert place.name
        assert (
            place.precision == "region"
            or place.name.en == session.place
            or place.name.ja in session.names
        ), session


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ダナンAPECの際に会談した。", "series: APEC"),
        ("洞爺湖サミットの際に会談した。", "sessions: 洞爺湖"),
        ("戦勝記念式典出席のため訪問し、会談した。", "occasions: 式典"),
        ("国賓として来日し、会談した。", "visits: official"),
        ("訪露し、会談した。", "visits: 露"),
    ],
)
def test_an_occasion_names_the_row_that_it_rests_on(text: str, rule: str) -> None:
    occasion = find_occasion(text)
    assert occasion is not None
    assert occasion.rule == rule
