import pytest

from kaidan import extract
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.participants import who_met
from kaidan.normalizers.people.seating import as_seated


def met(
    text: str, on: str, parties: tuple[str, ...] = ("JP", "RU"), level: str = "summit"
) -> list[str]:
    people = as_seated(find_people(text, on=on), parties, level)
    return [namings[0].text for namings in who_met(text, people, parties=parties, level=level)]


@pytest.mark.parametrize(
    ("text", "on", "two"),
    [
        (
            "麻生総理とメドヴェージェフ大統領が会談。",
            "2008-11",
            ["麻生総理", "メドヴェージェフ大統領"],
        ),
        ("プーチン大統領、公式訪日。小泉総理と会談し、", "2005-11", ["プーチン大統領", "小泉総理"]),
        (
            "エリツィン大統領が訪日し、川奈で橋本総理と会談。",
            "1998-04",
            ["エリツィン大統領", "橋本総理"],
        ),
        (
            "ソチを訪問した安倍総理は、プーチン大統領の公邸において首脳会談を行いました。",
            "2014-02",
            ["安倍総理", "プーチン大統領"],
        ),
        (
            "プーチン大統領が公式訪日。12月15日、安倍総理は長門市において会談を行いました。",
            "2016-12",
            ["プーチン大統領", "安倍総理"],
        ),
        (
            "福田前総理の方針を継ぐ麻生総理が、メドヴェージェフ大統領と会談。",
            "2009-02",
            ["麻生総理", "メドヴェージェフ大統領"],
        ),
        (
            "安倍総理はオバマ大統領との電話会談の後、プーチン大統領と会談。",
            "2014-02",
            ["安倍総理", "プーチン大統領"],
        ),
        (
            "岸田外務大臣の訪露に先立ち、安倍総理はプーチン大統領と首脳会談を実施。",
            "2016-09",
            ["安倍総理", "プーチン大統領"],
        ),
        (
            "前年の安倍総理とプーチン大統領の会談を踏まえ、福田総理とメドヴェージェフ大統領が会談した。",
            "2008-07",
            ["福田総理", "メドヴェージェフ大統領"],
        ),
        (
            "エリツィン大統領が来日した。細川総理との間で「東京宣言」に署名。",
            "1993-10",
            ["エリツィン大統領", "細川総理"],
        ),
    ],
)
def test_the_two_who_met(text: str, on: str, two: list[str]) -> None:
    assert met(text, on) == two


def test_foreign_ministers_meet_foreign_ministers() -> None:
    text = (
        "プーチン大統領を表敬した玄葉外務大臣は、ラヴロフ外相と会談を行い、野田総理の親書に触れた。"
    )
    assert met(text, "2012-07", level="foreign-ministers") == ["玄葉外務大臣", "ラヴロフ外相"]
    assert met(text, "2012-07", level="foreign-ministers") == ["玄葉外務大臣", "ラヴロフ外相"]


def test_other_talks_are_between_anyone() -> None:
    assert met(
        "杉山外務審議官とモルグロフ外務次官が協議を行った。", "2014-01", level="vice-ministers"
    ) == [
        "杉山外務審議官",
        "モルグロフ外務次官",
    ]


def test_the_soviet_union_and_russia_are_one_side() -> None:
    for parties in (("JP", "SU"), ("JP", "RU")):
        assert met("田中総理が訪ソし、ブレジネフ書記長と会談。", "1973-10", parties) == [
            "田中総理",
            "ブレジネフ書記長",
        ]


def test_someone_unknown_can_be_one_of_the_two() -> None:
    assert met("安倍総理はヴォロジン大統領と会談。", "2020-01") == ["安倍総理", "ヴォロジン大統領"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "両首脳は一致した。",
        "安倍総理が述べた。",
        "安倍総理は福田総理と会談。",
        "福田総理、安倍総理、プーチン大統領の名が挙がった。",
    ],
)
def test_fewer_than_two_where_the_text_does_not_say(text: str) -> None:
    assert met(text, "2007-09") == []


def test_a_participant_has_all_of_his_namings() -> None:
    text = "安倍総理大臣はプーチン・ロシア大統領と会談。安倍総理は、プーチン大統領に述べた。"
    first, second = who_met(
        text, find_people(text, on="2014"), parties=("JP", "RU"), level="summit"
    )
    assert [mention.text for mention in first] == ["安倍総理大臣", "安倍総理"]
    assert [mention.text for mention in second] == ["プーチン・ロシア大統領", "プーチン大統領"]


def test_ministers_of_two_sides_stand_in_the_order_of_mention() -> None:
    text = "ショイグ国防大臣及びラヴロフ外務大臣は、小野寺防衛大臣及び岸田外務大臣と協議を行った。"
    people = find_people(text, on="2013-11")
    level = "foreign-and-defence-ministers"
    met = who_met(text, people, parties=("JP", "RU"), level=level)
    assert [namings[0] for namings in met] == people


@pytest.mark.parametrize(
    ("level", "two"),
    [("foreign-ministers", ["河野外務大臣", "楊潔篪中央政治局委員"]), ("summit", [])],
)
def test_an_office_of_no_level_sits_beside_a_minister_alone(level: str, two: list[str]) -> None:
    text = "河野外務大臣は、楊潔篪中央政治局委員と会談を行いました。"
    assert met(text, "2018-09", parties=("JP", "CN"), level=level) == two


def test_all_of_a_list_met() -> None:
    text = "菅総理は、ファン・ロンパイ欧州理事会議長及びバローゾ欧州委員会委員長と協議を行い、"
    assert met(text, "2011-05", parties=("JP", "EU")) == [
        "菅総理",
        "ファン・ロンパイ欧州理事会議長",
        "バローゾ欧州委員会委員長",
    ]


def test_the_second_of_two_offices_is_that_of_the_talks() -> None:
    text = (
        "上川外務大臣は、ソウルにおいて、ポペスク・モルドバ副首相兼外務・欧州統合大臣と会談した。"
    )
    assert met(text, "2024-01", parties=("JP", "MD"), level="foreign-ministers") == [
        "上川外務大臣",
        "ポペスク・モルドバ副首相兼外務・欧州統合大臣",
    ]


@pytest.mark.parametrize(
    ("told", "two"),
    [
        (
            "訪日中のサルマン・バーレーン王国皇太子殿下",
            ["野田総理", "サルマン・バーレーン王国皇太子"],
        ),
        ("訪日中のハーリド・バーレーン国外務大臣", []),
        ("訪日中のハマド・バーレーン国王", ["野田総理", "ハマド・バーレーン国王"]),
    ],
)
def test_a_king_of_whom_they_spoke_did_not_meet_them(told: str, two: list[str]) -> None:
    text = f"野田総理は、{told}と会談した。野田総理は、ハマド国王の訪日への期待を述べた。"
    assert met(text, "2012-03-20", ("JP", "BH")) == two


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("森総理は、ロシアのプーチン次期大統領と会談した。", ["森総理", "プーチン次期大統領"]),
        ("森総理は電話会談を行い、プーチン次期大統領に触れた。", []),
    ],
)
def test_who_is_to_come_into_office_met_where_it_is_told(text: str, two: list[str]) -> None:
    assert met(text, "2000-04-29") == two


def test_an_unknown_guest_sits_for_the_other_party_of_the_title() -> None:
    page = "<h1>日・マダガスカル外相会談</h1><p>令和6年3月19日</p><p>18日、上川外務大臣は、ラサタ・ドナ外務大臣と会談しました。"
    home, guest = extract(page).meetings[0].participants
    assert (home.country, guest.country, guest.name) == ("JP", "MG", None)


@pytest.mark.parametrize(
    ("party", "two"),
    [
        ("NATO", ["岸田総理", "ストルテンベルグNATO事務総長"]),
        ("UN", ["岸田総理", "グランディ国連難民高等弁務官"]),
        ("OECD", []),
    ],
)
def test_the_head_of_an_organization_sits_for_it(party: str, two: list[str]) -> None:
    guest = "グランディ国連難民高等弁務官" if party == "UN" else "ストルテンベルグNATO事務総長"
    text = f"岸田総理は、ワシントンで{guest}と会談した。"
    assert met(text, "2024-07", parties=("JP", party)) == two


@pytest.mark.parametrize(
    ("guest", "name"),
    [
        ("ニコルソン外務大臣", None),
        (
            "アーノルド・ニコルソン外務大臣（Hon. Arnold J. NICHOLSON, Minister）",
            "Arnold J. Nicholson",
        ),
    ],
)
def test_a_guest_is_nobody_of_a_third_state_who_bears_his_name(
    guest: str, name: str | None
) -> None:
    told = f"6月9日、東京で岸田外務大臣は、{guest}と会談した。ニコルソン大臣は帰国した。"
    page = f"<h1>日・ジャマイカ外相会談</h1><p>平成27年6月10日</p><p>{told}"
    meeting = extract(page).meetings[0]
    assert [who.country for who in meeting.participants] == ["JP", "JM"]
    named = {who.name and who.name.en for who in meeting.mentions.people}
    assert named == {"Fumio Kishida", name}


def test_a_stranger_whose_whole_name_is_given_is_no_namesake_behind() -> None:
    found = find_people("アーノルド・ニコルソン外務大臣が来日した。ニコルソン大臣は", on="2015-06")
    assert [one.name for one in found] == [None, None]


def test_who_leads_and_is_foreign_minister_too_sits_among_ministers() -> None:
    text = "22日、林外務大臣は、スバにおいてランブカ首相兼外務大臣と会談した。"
    sides = ("JP", "FJ")
    people = as_seated(find_people(text, on="2023-03-22"), sides, "foreign-ministers")
    met = who_met(text, people, parties=sides, level="foreign-ministers")
    assert [(who[0].name and who[0].name.en, who[0].who.office) for who in met] == [
        ("Yoshimasa Hayashi", "foreign minister"),
        ("Sitiveni Rabuka", "foreign minister"),
    ]


def test_the_second_office_behind_one_that_the_tables_know_is_that_of_the_talks() -> None:
    text = "林外務大臣は、訪日中のカシス・スイス連邦大統領兼外務大臣と会談した。"
    assert met(text, "2022-04", ("JP", "CH"), "foreign-ministers")[1] == "カシス・スイス連邦大統領"
    assert met(text, "2022-04", ("JP", "CH"), "defence-ministers") == []


def test_the_title_says_who_met_where_the_text_names_nobody() -> None:
    page = (
        "<h1>{}</h1><p>令和4年3月2日</p><p>3月2日、約20分間、電話会談が行われました。先方から情勢の説明がありました。</p>"
        "<p>引き続き連携することで一致しました。</p>"
    )
    (meeting,) = extract(page.format("林外務大臣とクレーバ・ウクライナ外相の電話会談")).meetings
    assert [one.name and one.name.en for one in meeting.participants] == [
        "Yoshimasa Hayashi",
        "Dmytro Kuleba",
    ]
    assert {one.where for who in meeting.participants for one in who.evidence} == {"heading"}
    (meeting,) = extract(page.format("日・ウクライナ外相電話会談")).meetings
    assert not meeting.participants


@pytest.mark.parametrize(
    ("title", "told", "two"),
    [
        (
            "ノルウェー王国のソルバルグ首相による表敬",
            "5月9日、安倍総理は、官邸でノルウェーのソルバルグ首相による表敬を受けました。",
            ["安倍総理", "ソルバルグ首相"],
        ),
        (
            "ハドリー米国大統領補佐官による福田総理大臣表敬",
            "5月9日、福田総理は、ハドリー米国国家安全保障担当大統領補佐官による表敬を受けました。",
            ["福田総理", "ハドリー米国国家安全保障担当大統領補佐官"],
        ),
    ],
)
def test_a_host_s_page_names_the_guest_alone(title: str, told: str, two: list[str]) -> None:
    (meeting,) = extract(f"<h1>{title}</h1><p>平成20年5月9日</p><p>{told}</p>").meetings
    assert [one.text for one in meeting.participants] == two


@pytest.mark.parametrize(
    ("text", "on", "two"),
    [
        (
            "安倍総理は、サルマン国王の名代として来日したムハンマド・ビン・サルマン皇太子と会談した。",
            "2019-06",
            ["安倍総理", "ムハンマド・ビン・サルマン皇太子"],
        ),
        ("安倍総理は、サルマン国王に代わって来日した使節と会談した。", "2019-06", []),
    ],
)
def test_in_whose_stead_another_came_did_not_meet_them(text: str, on: str, two: list[str]) -> None:
    assert met(text, on, ("JP", "SA")) == two


def test_of_two_who_head_no_government_the_one_met_whom_the_sentence_has() -> None:
    text = "石破総理は、サバーハ皇太子と会談した。石破総理から、ミシュアル首長への敬意を表した。"
    assert met(text, "2025-05", ("JP", "KW")) == ["石破総理", "サバーハ皇太子"]


def test_a_minister_of_whatever_is_called_sits_where_the_tables_have_him() -> None:
    name = "ムハンマド・ビン・ムバーラク・アル・マズルーイ"
    text = f"浜田防衛大臣は、{name}UAE国防担当国務大臣と会談した。"
    assert len(met(text, "2023-05", ("JP", "AE"), "defence-ministers")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "安倍総理は、パロリン国務長官と会談した。会談に先立ち、フランシスコ法王に謁見した。",
        "安倍総理は、フランシスコ法王に謁見し、続いてパロリン国務長官と会談した。",
    ],
)
def test_the_secretary_of_state_of_the_holy_see_sits_for_it_at_a_summit(text: str) -> None:
    assert met(text, "2014-06", ("JP", "VA")) == ["安倍総理", "パロリン国務長官"]


def test_a_councillor_of_the_state_heads_a_government_in_one_country_alone() -> None:
    told = "安倍総理は、{}と会談した。"
    assert met(told.format("アウン・サン・スー・チー国家最高顧問"), "2016-11", ("JP", "MM"))
    assert not met(told.format("楊潔チ国務委員"), "2014-11", ("JP", "CN"))


@pytest.mark.parametrize(
    ("text", "parties", "met_then"),
    [
        (
            "岸田総理は、バイデン大統領、尹錫悦大統領と会談した。",
            ("JP", "US", "KR"),
            ["岸田総理", "バイデン大統領", "尹錫悦大統領"],
        ),
        (
            "岸田総理は、タミーム首長と会談した。ムハンマド首相が出迎えた。",
            ("JP", "QA"),
            ["岸田総理", "タミーム首長"],
        ),
    ],
)
def test_whom_they_spoke_of_who_led_their_states_before_did_not_meet(
    text: str, parties: tuple[str, ...], met_then: list[str]
) -> None:
    recalled = "かつての小泉総理とオバマ大統領の会談にも触れられた。"
    assert met(text, "2023-07-18", parties) == met_then
    assert met(text + recalled, "2023-07-18", parties) == met_then
