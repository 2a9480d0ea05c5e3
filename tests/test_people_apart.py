"""Names that a reading in brackets or a blank parts from their office."""

import pytest

from kaidan.normalizers.people.named import find_people


def told(text: str, on: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.text, one.name and one.name.en, one.country) for one in find_people(text, on=on)]


@pytest.mark.parametrize(
    ("naming", "on", "name", "country"),
    [
        ("江沢民（こう・たくみん）国家主席", "1998-11-26", "Jiang Zemin", "CN"),
        ("江沢民(こう・たくみん)国家主席", "1998-11-26", "Jiang Zemin", "CN"),
        ("朱鎔基（しゅようき）中国国務院総理", "2000-10-13", "Zhu Rongji", "CN"),
        ("楊潔篪（よう・けつち）・中国外交部長", "2009-06", "Yang Jiechi", "CN"),
        ("盧武鉉（ノ・ムヒョン）韓国大統領", "2004-12-17", "Roh Moo-hyun", "KR"),
        ("金大中（Kim Dae-jung）大統領", "1998-10-08", "Kim Dae-jung", "KR"),
        ("陳敏爾（ちん・びんじ）中国副首相", "2024-01", None, "CN"),
        ("ペッカ・ハーパラ フィンランド外務大臣", "2036-02", None, "FI"),
        ("バラク・オバマ 米国大統領", "2014-04-24", "Barack Obama", "US"),
        ("シラク　前フランス大統領", "2008-05", "Jacques Chirac", "FR"),
        ("麻生　太郎　内閣総理大臣", "2009-02", "Taro Aso", "JP"),
        ("麻生太郎 内閣総理大臣", "2009-02", "Taro Aso", "JP"),
        ("ナジブ ラザク マレーシア首相", "2013-10", "Najib Razak", "MY"),
        ("ナジブ　ラザク首相", "2013-10", "Najib Razak", "MY"),
        ("シャルル ド ゴール フランス大統領", "1964-03", "Charles de Gaulle", "FR"),
        ("スーザン・シュワブ　米国通商代表", "2007-09", "Susan Schwab", "US"),
        ("ロイド・オースティン　国防長官", "2022-03", "Lloyd Austin", "US"),
        ("石破　総理大臣", "2025-03", "Shigeru Ishiba", "JP"),
        ("石破茂（総理大臣）", "2025-03", "Shigeru Ishiba", "JP"),
        ("トランプ氏（米大統領）", "2025-03", "Donald Trump", "US"),
        ("インド首相のナレンドラ・モディ", "2015-03", "Narendra Modi", "IN"),
        ("大統領・エマニュエル・マクロン", "2019-03", "Emmanuel Macron", "FR"),
        ("米国大統領（バラク・オバマ）", "2014-04-24", "Barack Obama", "US"),
    ],
)
def test_what_parts_a_name_from_its_office_is_passed_over(
    naming: str, on: str, name: str | None, country: str
) -> None:
    assert told(f"会場で{naming}が挨拶した", on) == [(naming, name, country)]


@pytest.mark.parametrize(
    "text",
    [
        "ヘルシンキ フィンランド首相",
        "スウェーデン フィンランド首相",
        "懇談 フィンランド首相",
        "オースティン 国防長官",
        "大石　総理大臣",
        "総理の石破支持",
        "総理大臣（石破派）",
        "大統領の広島訪問",
        "広島（総理大臣官邸）",
        "ロイド（国防長官）",
        "日程（ことし前半）大統領",
        "フィンランド大統領歓迎総理主催晩餐会、歓迎首相主催夕食会",
    ],
)
def test_what_a_blank_or_a_bracket_parts_from_an_office_may_be_nobody(text: str) -> None:
    assert told(text, "2022-02") == []


def test_a_list_of_offices_before_their_holders_is_read_in_its_order() -> None:
    text = "内閣総理大臣 安倍晋三 ロシア連邦大統領 プーチン"
    assert [name for _, name, _ in told(text, "2016-12")] == ["Shinzo Abe", "Vladimir Putin"]


def test_the_only_one_who_ever_bore_a_name_in_an_office_is_meant_long_afterwards() -> None:
    text = "竹下総理大臣の提案、福田首相の演説、菅首相の談話、森首相の訪露"
    names = [name for _, name, _ in told(text, "2026-05")]
    assert names == ["Noboru Takeshita", None, None, "Yoshiro Mori"]


@pytest.mark.parametrize(
    "naming",
    [
        "陸明遠（Lu Mingyuan）国家主席",
        "陸明遠（りく・めいえん／Lu Mingyuan）国家主席",
        "陸明遠国家主席（H.E.Mr. Lu Mingyuan）",
        "陸明遠国家主席（Mr. LU Mingyuan, President）",
    ],
)
def test_a_name_in_latin_letters_in_brackets_introduces_whom_no_table_knows(naming: str) -> None:
    found = find_people(f"{naming}が来日し、陸国家主席は帰国した。陸明遠国家主席は", on="2041-02")
    assert [one.name and one.name.en for one in (found[0], found[-1])] == ["Lu Mingyuan"] * 2


def test_two_may_share_the_word_for_their_office() -> None:
    assert told("村山、橋本両首相、海部・鈴木両元首相、森、赤坂両首脳", "1996-01") == [
        ("村山", "Tomiichi Murayama", "JP"),
        ("橋本両首相", "Ryutaro Hashimoto", "JP"),
    ]


@pytest.mark.parametrize(
    ("naming", "on", "name", "office"),
    [
        ("楊潔篪中国共産党中央政治局委員", "2019-02", "Yang Jiechi", None),
        ("楊潔篪中国共産党政治局委員", "2019-02", "Yang Jiechi", None),
        ("王毅中国共産党政治局委員・外交部長", "2024-02", "Wang Yi", "foreign minister"),
        ("赤沢亮正大臣", "2025-06", "Ryosei Akazawa", "minister"),
        ("ルイス・モンテネグロ首相", "2025-06", "Luís Montenegro", "prime minister"),
        ("K・P・シャルマ・オリ首相", "2025-06", "K. P. Sharma Oli", "prime minister"),
        ("スランゲル・S・ウィップス・Jr.大統領", "2025-06", "Surangel Whipps Jr.", "president"),
        ("カール十六世グスタフ国王", "2025-06", "Carl XVI Gustaf", "king"),
        (
            "デービッド・キャメロン・グレートブリテン及び北アイルランド連合王国首相",
            "2013-06",
            "David Cameron",
            "prime minister",
        ),
        (
            "アブドッラー２世・イブン・アル・フセイン・ヨルダン国王",
            "2025-06",
            "Abdullah II",
            "king",
        ),
        ("天野国際原子力機関（IAEA）事務局長", "2014-03", "Yukiya Amano", "director"),
        ("ラガルド国際通貨基金（IMF）専務理事", "2014-03", "Christine Lagarde", None),
        ("緒方国連難民高等弁務官", "1996-03", "Sadako Ogata", None),
        (
            "アブダッラー・アラブ首長国連邦外務・国際協力大臣",
            "2020-01",
            "Abdullah bin Zayed Al Nahyan",
            "foreign minister",
        ),
        (
            "プラック・ソコン・カンボジア上級大臣兼外務国際協力大臣",
            "2018-08",
            "Prak Sokhonn",
            "foreign minister",
        ),
        (
            "ムダバディ・ケニア首席閣僚兼外務・ディアスポラ長官",
            "2025-08",
            "Musalia Mudavadi",
            "foreign minister",
        ),
        ("金正恩委員長", "2019-02", "Kim Jong-un", "chairman"),
        ("世耕経済産業大臣", "2018-12", "Hiroshige Seko", "minister"),
        ("アンリ・ルクセンブルク大公", "2017-11", "Henri", None),
        ("タミーム首長", "2015-02", "Tamim bin Hamad Al Thani", None),
    ],
)
def test_offices_beside_those_of_leaders(
    naming: str, on: str, name: str, office: str | None
) -> None:
    (mention,) = find_people(f"{naming}と会談した", on=on)
    assert (mention.text, mention.office) == (naming, office)
    assert mention.name
    assert mention.name.en == name


def test_a_committee_s_chairman_is_nobody_whom_the_tables_know() -> None:
    assert told("予算委員長、福岡外相会合、山田外務委員会委員長、安倍総裁", "2019-02") == []


@pytest.mark.parametrize(
    ("naming", "on", "name", "country"),
    [
        ("マルタ・シュミット・ドイツ大統領", "2041-02", None, "DE"),
        ("唐家セン外交部長", "2001-07", "Tang Jiaxuan", "CN"),
        ("ノ・ムヒョン大統領", "2005-06", "Roh Moo-hyun", "KR"),
        ("フェリペ６世 スペイン国王", "2017-04", "Felipe VI", "ES"),
        ("ニクソン大統領", "2022-02", "Richard Nixon", "US"),
        ("ブッシュ大統領", "2022-02", None, "US"),
        ("ミルズィヨーエフ大統領", "2019-12", "Shavkat Mirziyoyev", "UZ"),
    ],
)
def test_names_are_told_from_what_stands_around_them(
    naming: str, on: str, name: str | None, country: str
) -> None:
    assert told(f"{naming}の演説", on) == [(naming, name, country)]


def test_who_is_in_office_is_not_known_long_after_the_tables_were_written() -> None:
    namings = ("李首相", "李強首相", "プーチン大統領", "バイデン大統領")
    now, late = [find_people("、".join(namings), on=on) for on in ("2026-10", "2031-10")]
    assert now[0].name is not None
    assert now[0].name.en == "Li Qiang"
    assert [late_one.name for late_one in late] == [None, *(each.name for each in now[1:])]
    assert [late_one.who.in_office for late_one in late] == [None, None, None, False]


def test_a_chairman_of_the_state_is_no_president() -> None:
    assert [one.name for one in find_people("金大統領", on="1993-02-01")] == [None]
    assert [one.name and one.name.en for one in find_people("金主席", on="1993-02-01")] == [
        "Kim Il-sung"
    ]


@pytest.mark.parametrize(
    ("naming", "name", "country"),
    [
        ("エジプト・マドブーリー首相", "Mostafa Madbouly", "EG"),
        ("ノルウェー・マドブーリー首相", None, "NO"),
        ("ジョージア・メローニ首相", "Giorgia Meloni", "IT"),
        ("米国・石破総理", "Shigeru Ishiba", "JP"),
        ("ポルトガルのモンテネグロ首相", "Luís Montenegro", "PT"),
        ("トリニダード・トバゴ・ローリー首相", "Keith Rowley", "TT"),
    ],
)
def test_a_state_and_a_point_before_a_name_say_whose_he_is(
    naming: str, name: str | None, country: str
) -> None:
    (found,) = find_people(f"会場で{naming}が挨拶した", on="2025-02")
    assert (found.name and found.name.en, found.country) == (name, country)


def test_the_son_of_a_king_is_not_the_king_who_bears_his_name_as_his_father_s() -> None:
    naming = "アブドルアジーズ・ビン・サルマン・エネルギー大臣"
    assert [one.name for one in find_people(naming, on="2022-03")] == [None]


def test_a_family_name_of_two_words_is_no_full_name() -> None:
    assert [one.name for one in find_people("ドゥ・クロー環境大臣", on="2020-09")] == [None]
    (one,) = find_people("アレクサンダー・ドゥ・クロー環境大臣", on="2020-09")
    assert one.name
    assert one.name.en == "Alexander De Croo"
