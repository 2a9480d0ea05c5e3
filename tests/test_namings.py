"""Whoever is no plain name with an office: aides, ambassadors, those whom a page introduces, what is named after somebody."""

import pytest

from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.person import PersonMention


def one(text: str, on: str | None = None) -> PersonMention:
    (mention,) = find_people(text, on=on)
    return mention


@pytest.mark.parametrize(
    "text",
    [
        "ドラゴビッチ・カザフスタン大統領",
        "竹中総理",
        "世耕経済産業大臣",
        "スミス外相",
        "アレクサンドル・イワノフ外相",
    ],
)
def test_whom_no_table_knows_is_named_but_not_identified(text: str) -> None:
    mention = one(text, "2000")
    assert (mention.text, mention.who.name, mention.who.wikidata) == (text, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "日本国総理大臣及びロシア連邦大統領の声明",
        "両首脳、両外務大臣、同大統領、歴代総理、現職大統領",
        "大統領が指示を出した",
        "日露外相会談でのやりとり",
        "エリツィン大統領夫人",
        "総理官邸、総理大臣官邸、大統領府、首相級、在露大使館",
        "総理大臣森林視察、大統領ロシア訪問、外務大臣　中国へ、大統領 来日",
        "関係閣僚、次官級協議、G8議長国",
        "ロシアの大統領",
    ],
)
def test_an_office_alone_names_nobody(text: str) -> None:
    assert find_people(text, on="2000") == []


@pytest.mark.parametrize(
    ("text", "on", "named", "country", "office"),
    [
        ("小渕外務大臣政務官が出迎えた", "1998-05", "小渕外務大臣政務官", "JP", None),
        ("鳩山総理大臣秘書官と", "2010-01", "鳩山総理大臣秘書官", "JP", None),
        ("麻生内閣総理大臣補佐官は", "2009", "麻生内閣総理大臣補佐官", "JP", "special adviser"),
        ("オランド大統領外交顧問が", "2014", "オランド大統領外交顧問", "FR", None),
        (
            "メドヴェージェフ大統領報道官は",
            "2010",
            "メドヴェージェフ大統領報道官",
            "RU",
            "spokesman",
        ),
        (
            "ブッシュ米国大統領特別補佐官と",
            "2005",
            "ブッシュ米国大統領特別補佐官",
            "US",
            "special adviser",
        ),
        ("前原外務大臣臨時代理は", "2010-11", "前原外務大臣臨時代理", "JP", None),
        ("エリツィン大統領個人代表が", "1998", "エリツィン大統領個人代表", "RU", "envoy"),
        ("アナン国連事務総長特別代表の", "2003", "アナン国連事務総長特別代表", None, "envoy"),
        (
            "ゴア副大統領国家安全保障担当補佐官",
            "1997",
            "ゴア副大統領国家安全保障担当補佐官",
            "US",
            "special adviser",
        ),
    ],
)
def test_an_aide_is_a_person_of_his_own(
    text: str, on: str, named: str, country: str | None, office: str | None
) -> None:
    aide = one(text, on)
    assert (aide.text, aide.name, aide.wikidata) == (named, None, None)
    assert (aide.country, aide.office) == (country, office)


@pytest.mark.parametrize(
    "text",
    [
        "レーガン大統領図書館",
        "ルーズベルト大統領記念館を訪れた",
        "吉田総理大臣賞",
        "クリントン大統領夫人",
        "海部総理長男",
        "海部総理側近",
        "海部首相諮問会議",
        "ドゴール大統領広場",
    ],
)
def test_what_is_named_after_an_officer_is_nobody(text: str) -> None:
    assert find_people(text, on="1990") == []


def test_the_country_before_a_naming_is_whose_office_it_is() -> None:
    assert one("スロベニアのヤンシャ首相", "2006").country == "SI"
    assert one("訪問先の米国の安倍総理", "2015").country == "JP"
    assert one("クリントン米国務長官", "2010").country == "US"


def test_whom_the_page_introduces_is_named_for_the_rest_of_it() -> None:
    text = (
        "ミロ・ドラゴビッチ・スロベニア共和国首相（H.E. Mr. Milo DRAGOVIC, Prime Minister of the Republic of Slovenia）と会談。"
        "ドラゴビッチ首相は、スロベニア国会（National Assembly）に触れた。"
    )
    first, second = find_people(text, on="2016-02")
    assert first.name == second.name == ("ミロ・ドラゴビッチ", "Milo Dragovic")
    assert (first.country, second.country, second.text) == ("SI", "SI", "ドラゴビッチ首相")
    assert first.introduced is not None
    assert text[slice(*first.introduced)].startswith("（H.E. Mr. Milo")
    assert second.introduced is None


def test_the_page_outranks_a_namesake_in_the_tables() -> None:
    text = "プーチン・スロベニア共和国大統領（H.E. Ms. Ana Putnik, President of the Republic of Slovenia）"
    mention = one(text, "2014")
    assert mention.name == ("プーチン", "Ana Putnik")
    assert mention.wikidata is None


def test_an_ambassador_of_ours_has_no_side_in_his_name() -> None:
    assert one("我が方上月大使が", "2016").text == "上月大使"
    assert one("先方アファナシエフ大使が", "2016").text == "アファナシエフ大使"


@pytest.mark.parametrize(
    ("text", "on", "names"),
    [
        ("鳩山・ブルガーニン会談（モスクワ）", "1956-10", ["Ichiro Hatoyama", "Nikolai Bulganin"]),
        ("竹下・レーガン首脳会談", "1988-01", ["Noboru Takeshita", "Ronald Reagan"]),
        ("村山・江沢民会談", "1995-05", ["Tomiichi Murayama", "Jiang Zemin"]),
        ("1997年、橋本・エリツィン会談。", "1997-11", ["Ryutaro Hashimoto", "Boris Yeltsin"]),
        ("橋本・エリツィン・プランの協議", "1998", []),
        ("竹下・レーガン首脳会談", "1998-01", []),
        ("竹下・レーガン首脳会談", None, []),
        ("東京・モスクワ会談", "1998-01", []),
        ("日米・日韓首脳会談", "2010", []),
    ],
)
def test_two_family_names_before_talks_are_those_in_office(
    text: str, on: str | None, names: list[str]
) -> None:
    found = find_people(text, on=on)
    assert [mention.name and mention.name.en for mention in found] == names
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("胡錦濤（こ・きんとう）国家主席", "2008-05", ("Hu Jintao", "CN")),
        ("王毅(おう・き)外交部長", "2014-11", ("Wang Yi", "CN")),
        ("カルル・レペック エストニア外務大臣", "2023-09", (None, "EE")),
        ("ケネディ駐日米国大使", "2014-04", ("Caroline Kennedy", "US")),
        ("岡村駐赤道ギニア大使", "2014-04", (None, "JP")),
        ("岡村駐カメルーン大使", "2014-04", (None, "JP")),
        ("岡村駐日大使", "2014-04", (None, None)),
        ("山本国土交通大臣", "2014-04", (None, "JP")),
        ("竹下首相", "2014-04", ("Noboru Takeshita", "JP")),
        ("竹下外務大臣", "2014-04", (None, "JP")),
        ("ベルトーネ国務長官", "2010-04", ("Tarcisio Bertone", "VA")),
        ("ベイカー国務長官", "2010-04", (None, "US")),
        ("西村環境庁長官", "1985-04", (None, "JP")),
        ("山田静香横須賀市長", "2014-04", (None, "JP")),
        ("山田前青森県知事", "2014-04", (None, "JP")),
        ("ミラー・オレゴン州知事", "2014-04", (None, "US")),
    ],
)
def test_a_naming_may_hold_more_than_name_and_office(
    text: str, on: str, expected: tuple[str | None, str | None]
) -> None:
    mention = one(f"{text}と会談した。", on)
    assert mention.text == text
    assert (mention.name and mention.name.en, mention.country) == expected


def test_what_the_text_says_of_whose_office_it_is_goes_before_whose_it_mostly_is() -> None:
    assert one("バチカンのドミンゲス国務長官と", "2014-04").country == "VA"
    assert one("ロシアのケリー国務長官は", "2014-04").country == "US"


@pytest.mark.parametrize("text", ["会場 フィンランド大統領", "歓迎首相主催晩餐会に", "青森県知事"])
def test_a_word_before_an_office_is_no_name(text: str) -> None:
    assert find_people(text) == []


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("ナラヤナン・ジャマイカ青年文化大臣", "2014-04", ("JM", "minister")),
        ("野田前量子計算担当大臣", "2014-04", ("JP", "former minister")),
        ("ロドリゲス・ソ連邦大統領", "1990-04", ("RU", "president")),
        ("銭其シン外交部長", "1995-04", ("CN", "foreign minister")),
        ("カラム第二外務大臣", "2010-04", (None, "foreign minister")),
    ],
)
def test_a_ministry_may_have_no_row_of_its_own(
    text: str, on: str, expected: tuple[str | None, str | None]
) -> None:
    mention = one(text, on)
    assert mention.text == text
    assert (mention.country, mention.office) == expected


def test_whom_the_page_introduces_is_named_again_by_the_end_of_his_name() -> None:
    text = "マリオ・デ・ソト外務大臣（H.E. Mr. Mario de Soto）と会談した。デ・ソト大臣は述べた。"
    first, again = find_people(text, on="2014-04")
    assert first.name == again.name
    assert again.text == "デ・ソト大臣"


def test_an_aide_has_no_name_even_where_the_page_has_it() -> None:
    aide = one("オバマ大統領報道官（Mr. Josh Earnest, Press Secretary）は", "2014-10")
    assert (aide.name, aide.country, aide.office) == (None, "US", "spokesman")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("松本復興担当大臣", "2011-06"),
        ("ラヴロフ量子計算大臣", "2018-06"),
        ("ペイン・オーストラリア女性大臣", "2020-06"),
        ("ケリー統計長官", "2014-06"),
    ],
)
def test_a_minister_of_another_ministry_is_not_the_foreign_minister(text: str, on: str) -> None:
    mention = one(text, on)
    assert (mention.text, mention.name) == (text, None)


def test_a_bracket_may_name_whom_the_text_does_not() -> None:
    text = "ベリーズの外務・貿易大臣（Hon. Jon VIK, Minister of Foreign Affairs）と、大臣（H.E. Mr. A Bee）と"
    (one,) = find_people(text)
    assert (one.text, one.country, one.office) == ("外務・貿易大臣", "BZ", "foreign minister")
    assert one.name == ("Jon Vik", "Jon Vik")


def test_a_date_or_another_officer_in_one_run_with_somebody_is_no_part_of_him() -> None:
    assert [one.text for one in find_people("平成１７年１２月１２日北側国土交通大臣が")] == [
        "北側国土交通大臣"
    ]
    two = find_people("小泉首相福田官房長官は", on="2003-05")
    assert [one.name and one.name.en for one in two] == ["Junichiro Koizumi", "Yasuo Fukuda"]


def test_an_article_may_be_tied_to_a_name() -> None:
    (one,) = find_people("アサド・ハサン・アル＝シャイバーニー・シリア外務大臣", on="2025-09")
    assert one.name
    assert one.name.en == "Asaad al-Shaibani"


def test_what_an_aide_is_for_stands_between_him_and_his_office() -> None:
    (aide,) = find_people("ハドリー米国国家安全保障担当大統領補佐官", on="2008-05")
    assert (aide.name, aide.country, aide.office) == (None, "US", "special adviser")
    assert find_people("アン・リー国連軍縮担当上級代表") == []
