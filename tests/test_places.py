"""A whole string as a place: the page's own headings and the ways in which official text writes places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan import resolve_place

HEADINGS = """
イタリア・ミラノ | IT | Milan
ロシア・ソチ | RU | Sochi
インドネシア・バリ | ID | Bali
ロシア・サンクトペテルブルク | RU | Saint Petersburg
英ロック・アーン | GB | Lough Erne
露モスクワ | RU | Moscow
露ウラジオストク | RU | Vladivostok
メキシコ | MX | Mexico
米ホノルル | US | Honolulu
仏ドーヴィル | FR | Deauville
横浜 | JP | Yokohama
カナダ | CA | Canada
ワシントン | US | Washington, D.C.
シンガポール | SG | Singapore
ニューヨーク | US | New York
ラクイラ | IT | L'Aquila
サハリン | RU | Sakhalin
ペルー | PE | Peru
北海道洞爺湖サミット | JP | Toyako
シドニー | AU | Sydney
ハイリゲンダム | DE | Heiligendamm
ハノイ | VN | Hanoi
東京 | JP | Tokyo
露イルクーツク | RU | Irkutsk
静岡県川奈 | JP | Kawana
露クラスノヤルスク | RU | Krasnoyarsk
"""
WAYS = """
ベトナム（ダナン） | VN | Da Nang
チューリッヒ（スイス連邦） | CH | Zurich
プノンペン、カンボジア王国 | KH | Phnom Penh
仏・エビアン | FR | Evian
加・シャルルボワ | CA | Charlevoix
尼バリ | ID | Bali
中国四川省成都市 | CN | Chengdu
釜山広域市 | KR | Busan
米カリフォルニア州ランチョ・ミラージュ | US | Rancho Mirage
ソ連・キエフ | UA | Kyiv
西ドイツ・ボン | DE | Bonn
チェコスロバキア・ブラチスラバ | SK | Bratislava
ビルマ・ラングーン | MM | Yangon
レニングラード | RU | Saint Petersburg
ザイール | CD | Democratic Republic of the Congo
ソ連 | RU | Russia
スーダン | SD | Sudan
フランス | FR | France
福島県郡山市 | JP | Koriyama
兵庫県たつの市 | JP | Tatsuno
広島県府中市 | JP | Fuchu
グルジア | GE | Georgia
モスクワ郊外 | RU | Moscow
ソチでの | RU | Sochi
於：モスクワ | RU | Moscow
在ウラジオストク日本国総領事館 | RU | Vladivostok
G20大阪サミット | JP | Osaka
サンクト・ペテルブルグ | RU | Saint Petersburg
ウラジオストック | RU | Vladivostok
ヴェネツィア | IT | Venice
ワシントンＤ．Ｃ． | US | Washington, D.C.
ジブチ・ジブチ | DJ | Djibouti
山口県長門市・東京 | JP | Nagato
静岡県伊東市川奈 | JP | Kawana
埼玉県浦和市 | JP | Urawa
東京（迎賓館） | JP | State Guest House, Akasaka Palace
ロシア極東ウラジオストク | RU | Vladivostok
中国地方 | JP | Chugoku
中国四国 | JP | Chugoku and Shikoku
伊勢志摩 | JP | Ise-Shima
ジョージア | GE | Georgia
ケニア共和国ナイロビ | KE | Nairobi
カイロ＆アスワン | EG | Cairo
大阪万国博覧会 | JP | Osaka
米国・グアム | GU | Guam
マカオ（中国） | MO | Macau
ソ連・ベラルーシ | BY | Belarus
パリ郊外の政府別荘 | FR | Paris
ナイジェリアのホテル | NG | Nigeria
シチリア島沖 | IT | Sicily
バルバドス島 | BB | Barbados
ブラザビル（コンゴ（共）） | CG | Brazzaville
メキシコ・チワワ | MX | Chihuahua
G7サミット（仏・ビアリッツ） | FR | Biarritz
冬季五輪（長野） | JP | Nagano
在マイアミ総領事公邸 | US | Miami
駐日フランス大使公邸 | JP | Tokyo
インドネシア・バリ州 | ID | Bali
南米チリ | CL | Chile
シアトル総領事館 | US | Seattle
ハンブルク日本国総領事館 | DE | Hamburg
山西省何々自治州 | CN | Shanxi
アルタイ地方バルナウル市 | RU | Barnaul
チェーホフ市（サハリン州） | RU | Sakhalin
広島平和資料館 | JP | Hiroshima
東京都・府中 | JP | Fuchu
米国ジョージア州アトランタ | US | Atlanta
クリンゲンタール（ドイツ） | DE | Klingenthal
グマスバッハ（ドイツ） | DE | Germany
ジョージア（米国） | US | Georgia
バーミンガム（米国アラバマ州） | US | Birmingham
サイパン（米国） | MP | Saipan
外相会合（ハノイ） | VN | Hanoi
ＡＰＥＣホノルル | US | Honolulu
駐ロシア大使館 | RU | Moscow
ニューヨーク国連本部 | US | United Nations Headquarters
北海道目梨郡羅臼町 | JP | Rausu
沖縄県の石垣島 | JP | Ishigaki Island
ルーマニア社会主義共和国 | RO | Romania
ウルグァイ | UY | Uruguay
金沢東急ホテル | JP | Kanazawa
ヒルトン福岡 | JP | Fukuoka
欧州（ジュネーブ） | CH | Geneva
アフリカ（アディスアベバ） | ET | Addis Ababa
国後島（北方四島） | None | Kunashiri
駐日フランス大使館 | JP | Tokyo
在日ブラジル連邦共和国大使館 | JP | Tokyo
在大阪中華人民共和国総領事館 | JP | Osaka
在ブラジル日本国大使館 | BR | Brasilia
於：外務省 | JP | Ministry of Foreign Affairs
ドイツ外務省 | DE | Berlin
西ドイツ外務省 | DE | Germany
オランダ首相府 | NL | The Hague
ジブチ国際空港 | DJ | Djibouti
東京都中央区 | JP | Chuo
岐阜・高山 | JP | Takayama
廣島縣尾道市 | JP | Onomichi
エルドラド国際空港 | CO | El Dorado International Airport
長崎・五島市 | JP | Goto
ベン・グリオン空港 | IL | Ben Gurion Airport
ハノイのガラス・スタジオ | VN | Hanoi
幕張メッセ第二別館 | JP | Makuhari Messe
ドイツ迎賓館 | DE | Germany
ロシア大統領府（ソチ） | RU | Sochi
リーガロイヤルホテル広島 | JP | Hiroshima
旧ソ連・レニングラード | RU | Saint Petersburg
北海道根室管内羅臼町 | JP | Rausu
国際原子力機関（ウィーン） | AT | Vienna
成田発 | JP | Narita
津市 | JP | Tsu
白山市 | JP | Hakusan
留萌港 | JP | Rumoi
シドニー及びキャンベラ | AU | Sydney
豪領クリスマス島 | CX | Christmas Island
国後島、択捉島 | None | Kunashiri
根室（北海道） | JP | Nemuro
ハバロフスク日本センター | RU | Khabarovsk
コロンボ国際会議場 | LK | Colombo
パリ国際空港 | FR | Paris
マニラ国際空港 | PH | Manila
カイロ博物館 | EG | Cairo
滋賀県余呉国際会議場 | JP | Shiga
熊本県宇土文化会館 | JP | Uto
長野県白馬村 | JP | Hakuba
米領サモアのパゴパゴ | AS | Pago Pago
愛知県・東海 | JP | Tokai
5月6日 カナダ（オタワ） | CA | Ottawa
平成12年9月4～5日（月）、東京 | JP | Tokyo
2003年10月・バンコク | TH | Bangkok
○ ナイロビ。 | KE | Nairobi
3. ウィーン | AT | Vienna
チリ ・ プエルト ・ モント | CL | Puerto Montt
南陽市内 | JP | Nanyo
モンロヴィア | LR | Monrovia
ブラッセルに於て | BE | Brussels
中国・甘粛省甘南チベット族自治州 | CN | Gansu
スペイン最南端タリファ | ES | Tarifa
モンタナ州内 | US | Montana
"""
NOTHING = """
ワシントンホテル ポルタ国際空港 中央区 港区 ドミニカ
英語 仏教 印象 加盟 豪雨 露出 独立 米価 米軍 越境 イランイラン 加藤 伊藤 佐藤 韓国語 ロシア人 中国新聞
日米首脳会談 日ソ共同宣言 電話会談 プーチン大統領 クリントン プーチン（ロシア） クリントン（米国）
麻生（副総理） 日仏会館 日本会館 ロシア会館 日本センター 中国文化センター
我が国 両国 各地 全国 現地 東部 添付資料 概要 レベル リンク メール サイトマップ トップページ 平成26年10月 10月17日 スプリングフィールド
フランス・ミラノ 韓国・北京 スイス（パリ） 令和元年5月6日
"""


def _rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "country", "name"), _rows(HEADINGS) + _rows(WAYS))
def test_a_string_names_its_place(text: str, country: str, name: str) -> None:
    place = resolve_place(text)
    assert place is not None
    assert place.name is not None
    assert (str(place.country), place.name.en) == (country, name)


@pytest.mark.parametrize("text", NOTHING.split())
def test_nothing_where_nothing_is(text: str) -> None:
    assert resolve_place(text) is None


@pytest.mark.parametrize("text", ["北方四島", "北方領土", "国後島", "択捉島", "色丹島", "歯舞群島"])
def test_the_four_islands_have_no_country(text: str) -> None:
    place = resolve_place(text)
    assert place is not None
    assert (place.country, place.country_name, place.precision) == (None, None, "region")
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("バリ", "region"),
        ("サハリン", "region"),
        ("シンガポール", "locality"),
        ("洞爺湖", "locality"),
        ("川奈", "locality"),
        ("ペルー", "country"),
    ],
)
def test_what_counts_as_which_precision(text: str, precision: str) -> None:
    place = resolve_place(text)
    assert place is not None
    assert place.precision == precision
    assert (place.latitude is None) == (precision == "country")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("横浜市", "横浜"),
        ("東京都", "東京"),
        ("メキシコのロス・カボス", "ロス・カボス"),
        ("京都府", "京都府"),
        ("神戸市内", "神戸"),
        ("都内", "都内"),
    ],
)
def test_the_name_is_as_the_text_has_it(text: str, name: str) -> None:
    place = resolve_place(text)
    assert place is not None
    assert place.name is not None
    assert place.name.ja == name


def test_a_place_that_is_known_well_has_everything() -> None:
    place = resolve_place("ペルー・リマ")
    assert place is not None
    assert (place.subdivision, place.timezone, place.geonames, place.wikidata) == (
        "PE-LMA",
        "America/Lima",
        3936456,
        "Q2868",
    )
    assert (place.latitude, place.longitude) == (-12.04, -77.03)


def test_the_surer_the_text_the_higher_the_confidence() -> None:
    named, alone, beginning = (
        resolve_place(text) for text in ("ロシア・ソチ", "ソチ", "長野市何某記念館")
    )
    assert named is not None
    assert alone is not None
    assert beginning is not None
    assert named.confidence > alone.confidence > beginning.confidence > 0
    well_known, little_known, doubtful = (
        resolve_place(f"米国・{town}") for town in ("シカゴ", "ケチカン", "レイクランド")
    )
    assert well_known is not None
    assert little_known is not None
    assert doubtful is not None
    assert well_known.confidence > little_known.confidence > doubtful.confidence


@given(
    st.lists(
        st.sampled_from("米ロシア・東京都市のソチ（）「」、 県島サミットG8在日本国大使館。於:")
    ).map("".join)
)
def test_any_string_is_a_place_or_none(text: str) -> None:
    place = resolve_place(text)
    assert place is None or place.precision == "country" or place.latitude is not None


@pytest.mark.parametrize(
    "text", ["何某（・・露）", "・", "（）", "モスクワ・" * 20_000, "東京都" * 20_000]
)
def test_what_is_no_place_gives_nothing(text: str) -> None:
    assert resolve_place(text) is None
