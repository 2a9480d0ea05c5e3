"""Places in running text, and the heading's place made finer by them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan import find_places, resolve_place
from kaidan.normalizers import BREAK
from kaidan.normalizers.places import refine

TEXTS = [
    (
        "イタリアのミラノを訪問中の安倍総理は、プーチン・ロシア連邦大統領と会談",
        ["イタリアのミラノ", "ロシア連邦"],
    ),
    ("ソチ・オリンピック出席のためロシア・ソチを訪問した", ["ソチ", "ロシア・ソチ"]),
    ("訪問中の英国ロック・アーンにおいて", ["英国ロック・アーン"]),
    ("訪問中の露・ウラジオストクで", ["露・ウラジオストク"]),
    ("米ホノルルでのAPECの際に", ["米ホノルル"]),
    ("カナダでのムスコカG8サミットの際に", ["カナダ", "ムスコカ"]),
    ("北海道洞爺湖サミットの際に福田総理と", ["北海道洞爺湖"]),
    ("静岡県伊東市川奈で橋本総理と会談", ["静岡県伊東市川奈"]),
    ("国後島・択捉島訪問について、松本外務大臣からベールィ駐日大使へ", ["国後島", "択捉島"]),
    ("福田総理が非公式に訪露し、日露関係を", []),
    ("我が国の立場、日ソ共同宣言、欧米諸国、訪日、独創的なアプローチ", []),
    ("クリントン大統領、ケリー国務長官と安倍総理", []),
    ("日本国民の感情から", ["日本"]),
    (
        "ソ連軍、インド太平洋、アメリカ合衆国政府、ベルリン大学",
        ["ソ連", "インド太平洋", "アメリカ合衆国", "ベルリン"],
    ),
    ("日本国総理大臣及びロシア連邦大統領の声明", ["日本国", "ロシア連邦"]),
    ("山口県" + BREAK + "長門市", ["山口県", "長門市"]),
    (
        "駐日ロシア大使館での会見、在ウラジオストク日本国総領事館の発表",
        ["駐日ロシア大使館", "在ウラジオストク日本国総領事館"],
    ),
    ("滞在ロシア人、ロシア外務省と外務省", ["ロシア", "ロシア", "外務省"]),
    (
        "サハリン州知事と秋田県知事が、釧路市と根室市を訪れた",
        ["サハリン州", "秋田県", "釧路市", "根室市"],
    ),
    ("関西都市圏、大阪市場、八日市場", ["大阪"]),
    ("ボストン、ダラスの両長官、目黒、渋谷の三氏、ワシントン両大統領", []),
    ("ボストン、ダラスの両市長、シンガポール両首相", ["ボストン", "ダラス", "シンガポール"]),
    ("南アトラス山脈、南アとの交渉、南アルプス", ["南ア", "南アルプス"]),
    ("・高松、松山市、秋田縣知事", ["高松", "松山市", "秋田縣"]),
    ("台湾の高雄市と韓国・大田広域市", ["台湾の高雄市", "韓国・大田広域市"]),
    (
        "西マケドニアと東アゼルバイジャン州、ジャマイカのマンチェスター教区",
        ["西マケドニア", "東アゼルバイジャン州", "ジャマイカのマンチェスター教区"],
    ),
    ("パリのエリゼ宮で会談", ["パリのエリゼ宮"]),
    ("首脳会合・ブリュッセル", ["ブリュッセル"]),
    (
        "フランス領ポリネシアとマケドニア旧ユーゴスラビア共和国",
        ["フランス領ポリネシア", "マケドニア旧ユーゴスラビア共和国"],
    ),
    ("静岡県ロシア友好協会、東京都サハリン州", ["静岡県", "ロシア", "東京都", "サハリン州"]),
    ("黄海北道と咸鏡南道、黄海", ["黄海北道", "咸鏡南道", "黄海"]),
    (
        "西ジャワ州、インドネシアの南東スラウェシ州、北カンザス州、訪問中カンザス州",
        ["西ジャワ州", "インドネシアの南東スラウェシ州", "カンザス州"],
    ),
    (
        "ロシア・ハバロフスク地方とサハリン州、カリフォルニア州",
        ["ロシア・ハバロフスク地方", "サハリン州", "カリフォルニア州"],
    ),
]


@pytest.mark.parametrize(("text", "places"), TEXTS)
def test_what_a_text_names(text: str, places: list[str]) -> None:
    assert [mention.text for mention in find_places(text)] == places


def test_a_name_is_what_the_text_says_without_what_joins_it_to_its_state() -> None:
    (vladivostok,) = find_places("訪問中の露・ウラジオストクで")
    assert vladivostok.place.name is not None
    assert vladivostok.place.name.ja == "ウラジオストク"


def test_a_state_that_fell_apart_is_the_one_that_carries_its_name_on() -> None:
    assert [
        mention.place.country
        for mention in find_places("ロシアが、ソ連と国家としての継続性を有する")
    ] == ["RU", "RU"]


@pytest.mark.parametrize(
    "text",
    [
        "東京宣言に基づき",
        "モスクワ宣言に署名",
        "川奈合意",
        "ミュンヘン安全保障会議の際の",
        "欧州連合の",
        "アフリカ開発銀行",
        "日本銀行",
        "日本海洋気象協会",
        "韓国放送公社",
    ],
)
def test_a_place_in_a_name_is_part_of_the_name(text: str) -> None:
    (mention,) = find_places(text)
    assert (mention.role, mention.scene) == ("name-part", False)


def test_a_name_is_found_where_it_is_a_word_of_its_own() -> None:
    assert [
        (mention.text, mention.start) for mention in find_places("タイミングを見てタイで、タイとも")
    ] == [("タイ", 8), ("タイ", 12)]


@given(
    st.lists(
        st.sampled_from("米英露・のでロシアモスクワ東京都静岡県川奈市サミットG8 、。\0国後島大統領")
    ).map("".join)
)
def test_a_mention_is_its_slice(text: str) -> None:
    mentions = find_places(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(before.end <= after.start for before, after in pairwise(mentions))
    assert not any(BREAK in mention.text for mention in mentions)


@pytest.mark.parametrize(
    ("heading", "body", "name"),
    [
        ("ペルー", "ペルー・リマでのAPEC首脳会議の際に", "Lima"),
        (
            "メキシコ",
            "訪問中のメキシコのロス・カボスにおいて会談を行った。玄葉大臣をモスクワに派遣する",
            "Los Cabos",
        ),
        ("カナダ", "カナダでのムスコカG8サミットの際に会談", "Muskoka"),
        ("日本", "プーチン大統領が公式訪日。山口県長門市において会談", "Nagato"),
        ("サハリン", "ユジノサハリンスクにおいて会談した", "Yuzhno-Sakhalinsk"),
    ],
)
def test_the_body_makes_the_place_finer(heading: str, body: str, name: str) -> None:
    place, mention = refine(resolve_place(heading), find_places(body))
    assert place is not None
    assert place.name is not None
    assert mention is not None
    assert place.name.en == name
    assert mention.place == place


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("静岡県川奈", "静岡県伊東市川奈で橋本総理と会談"),  # fine enough
        ("日本", "エリツィン大統領が来日。東京宣言に基づき"),  # a document's name
        (
            "インドネシア",
            "モスクワで合意したとおり、訪問中のインドネシアにおいて",
        ),  # another country
        ("インドネシア", "昨年10月のバリAPECの後に"),  # recalled
        ("ドイツ", "ハイリゲンダムでの首脳会談における合意を受け"),  # recalled
        ("ロシア", "ロシアにおいて会談"),  # no finer
    ],
)
def test_the_body_leaves_the_place(heading: str, body: str) -> None:
    place = resolve_place(heading)
    assert refine(place, find_places(body)) == (place, None)


def test_before_an_office_a_city_state_is_the_state() -> None:
    mentions = find_places("シンガポール外務大臣とシンガポールで会談した。シンガポール政府は、")
    assert [m.place.precision for m in mentions] == ["country", "locality", "country"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ペルーを訪問した", "places/countries: PE (named)"),
        ("ロシア・モスクワで", "GeoNames: 524901 (named)"),
        ("大熊町で", "places/municipalities: 大熊町 (alone)"),
        ("ロック・アーンで", "places/sites: Lough Erne (alone)"),
        ("テキサス州で", "ISO 3166-2: US-TX (alone)"),
    ],
)
def test_a_mention_names_the_row_that_it_rests_on(text: str, rule: str) -> None:
    assert [mention.rule for mention in find_places(text)] == [rule]
