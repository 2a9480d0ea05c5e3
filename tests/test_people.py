from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.data import table
from kaidan.lexicon.offices import office_ends
from kaidan.lexicon.words import spelled
from kaidan.normalizers import BREAK
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.person import PersonMention


def one(text: str, on: str | None = None) -> PersonMention:
    (mention,) = find_people(text, on=on)
    return mention


@pytest.mark.parametrize(
    ("text", "on", "named", "name", "office"),
    [
        ("麻生総理は", "2008-11", "麻生総理", "Taro Aso", "prime minister"),
        ("訪問中の安倍総理大臣は", "2014-10-17", "安倍総理大臣", "Shinzo Abe", "prime minister"),
        ("安倍晋三内閣総理大臣は", None, "安倍晋三内閣総理大臣", "Shinzo Abe", "prime minister"),
        (
            "プーチン・ロシア連邦大統領との間で",
            "2014-10",
            "プーチン・ロシア連邦大統領",
            "Vladimir Putin",
            "president",
        ),
        (
            "ウラジーミル・ウラジーミロヴィチ・プーチン・ロシア連邦大統領と",
            "2017",
            None,
            "Vladimir Putin",
            "president",
        ),
        ("プーチン露首相と", "2009-05", "プーチン露首相", "Vladimir Putin", "prime minister"),
        (
            "ソ連のゴルバチョフ大統領が",
            "1991-04",
            "ゴルバチョフ大統領",
            "Mikhail Gorbachev",
            "president",
        ),
        (
            "ゴルバチョフ・ソ連共産党書記長",
            "1986",
            "ゴルバチョフ・ソ連共産党書記長",
            "Mikhail Gorbachev",
            "general secretary",
        ),
        ("オバマ米国大統領と", "2016-05", "オバマ米国大統領", "Barack Obama", "president"),
        ("習近平中国国家主席と", "2018-10", "習近平中国国家主席", "Xi Jinping", "president"),
        (
            "文在寅（ムン・ジェイン）大統領と",
            "2018-05",
            "文在寅（ムン・ジェイン）大統領",
            "Moon Jae-in",
            "president",
        ),
        (
            "ジョージ・W・ブッシュ大統領",
            None,
            "ジョージ・W・ブッシュ大統領",
            "George W. Bush",
            "president",
        ),
        ("ラヴロフ外相", "2009-02", "ラヴロフ外相", "Sergei Lavrov", "foreign minister"),
        ("玄葉大臣をモスクワに派遣", "2012-06", "玄葉大臣", "Koichiro Gemba", "foreign minister"),
        (
            "イワノフ副首相らの",
            "2011-05",
            "イワノフ副首相",
            "Sergei Ivanov",
            None,
        ),
        ("イワノフ外相が", "2001-01", "イワノフ外相", "Igor Ivanov", "foreign minister"),
        (
            "プーチン・ロシア連邦大統領代行発の書簡",
            "2000-03",
            "プーチン・ロシア連邦大統領代行",
            "Vladimir Putin",
            "president",
        ),
        (
            "河野沖縄及び北方対策担当大臣が",
            "2021-05",
            "河野沖縄及び北方対策担当大臣",
            "Taro Kono",
            "minister",
        ),
        ("鳩山前総理が", "2010-06", "鳩山前総理", "Yukio Hatoyama", "former prime minister"),
        ("森元総理を", "2013-02", "森元総理", "Yoshiro Mori", "former prime minister"),
        (
            "メドヴェージェフ次期大統領とも",
            "2008-04",
            "メドヴェージェフ次期大統領",
            "Dmitry Medvedev",
            "next president",
        ),
        (
            "プーチン前ロシア大統領",
            "2010",
            "プーチン前ロシア大統領",
            "Vladimir Putin",
            "former president",
        ),
    ],
)
def test_an_office_names_its_holder(
    text: str, on: str | None, named: str | None, name: str, office: str | None
) -> None:
    mention = one(text, on)
    assert mention.who.name is not None
    assert (mention.who.name.en, mention.who.office) == (name, office)
    assert named is None or mention.text == named


@pytest.mark.parametrize(
    ("text", "on", "named", "name", "office"),
    [
        (
            "日本国総理大臣安倍晋三は",
            None,
            "日本国総理大臣安倍晋三",
            "Shinzo Abe",
            "prime minister",
        ),
        ("内閣総理大臣鳩山は", "2009-11", "内閣総理大臣鳩山", "Yukio Hatoyama", "prime minister"),
        (
            "ロシア連邦大統領プーチンとの",
            None,
            "ロシア連邦大統領プーチン",
            "Vladimir Putin",
            "president",
        ),
        (
            "ロシア連邦大統領ボリス・エリツィン",
            "1993-10",
            "ロシア連邦大統領ボリス・エリツィン",
            "Boris Yeltsin",
            "president",
        ),
        (
            "ソヴィエト連邦大統領ゴルバチョフ氏は",
            "1991-04",
            "ソヴィエト連邦大統領ゴルバチョフ",
            "Mikhail Gorbachev",
            "president",
        ),
        (
            "日本国総理大臣\u3000橋本龍太郎",
            "1998-04",
            "日本国総理大臣\u3000橋本龍太郎",
            "Ryutaro Hashimoto",
            "prime minister",
        ),
        (
            "訪日した前大統領エリツィンが",
            "2001",
            "前大統領エリツィン",
            "Boris Yeltsin",
            "former president",
        ),
        (
            "駐日ロシア連邦特命全権大使パノフ",
            "1998",
            "駐日ロシア連邦特命全権大使パノフ",
            "Alexander Panov",
            "ambassador",
        ),
    ],
)
def test_an_office_may_stand_before_its_holder(
    text: str, on: str | None, named: str, name: str, office: str
) -> None:
    mention = one(text, on)
    assert mention.who.name is not None
    assert (mention.text, mention.who.name.en, mention.who.office) == (named, name, office)


def test_both_orders_stand_in_one_sentence() -> None:
    found = find_people(
        "日本国総理大臣安倍晋三とロシア連邦大統領プーチンは、麻生副総理兼財務大臣と大統領補佐官ウシャコフの",
        on="2013-04",
    )
    assert [(mention.text, mention.who.office) for mention in found] == [
        ("日本国総理大臣安倍晋三", "prime minister"),
        ("ロシア連邦大統領プーチン", "president"),
        ("麻生副総理", None),
    ]


@pytest.mark.parametrize("naming", ["元総理 福田", "福田元総理", "元総理福田"])
def test_a_former_holder_with_a_namesake_stays_unidentified(naming: str) -> None:
    mention = one(naming, "2013-02")
    assert (mention.text, mention.who.name, mention.who.wikidata, mention.who.office) == (
        naming,
        None,
        None,
        "former prime minister",
    )


@pytest.mark.parametrize(
    ("one_spelling", "other"),
    [
        ("メドヴェージェフ大統領", "メドベージェフ大統領"),
        ("ラヴロフ外相", "ラブロフ外相"),
        ("シェワルナゼ外相", "シェヴァルナゼ外相"),
        ("宮澤総理", "宮沢総理"),
        ("小渕総理", "小淵総理"),
        ("細川護熙総理", "細川護煕総理"),
    ],
)
def test_spellings_of_one_name_are_one_man(one_spelling: str, other: str) -> None:
    assert one(one_spelling).who.name == one(other).who.name is not None


@pytest.mark.parametrize(
    ("naming", "by_date"),
    [
        ("鳩山総理", {"1955-06": "Ichiro Hatoyama", "2009-11": "Yukio Hatoyama", None: None}),
        ("福田総理", {"1977": "Takeo Fukuda", "2008-07-08": "Yasuo Fukuda", None: None}),
        ("菅総理", {"2010-11": "Naoto Kan", "2021-01": "Yoshihide Suga", None: None}),
        ("田中外務大臣", {"2001-05": "Makiko Tanaka"}),
        ("田中総理", {"1973-10": "Kakuei Tanaka"}),
        ("安倍外務大臣", {"1986-01": "Shintaro Abe"}),
        ("河野外務大臣", {"1995": "Yohei Kono", "2018": "Taro Kono", "2010": None}),
        (
            "ブッシュ大統領",
            {"1990": "George H. W. Bush", "2001-10": "George W. Bush", "1989/2001": None},
        ),
        ("李首相", {"1990": "Li Peng", "2015-11": "Li Keqiang", "2015-03": None}),
    ],
)
def test_the_date_tells_namesakes_apart_and_nothing_else_does(
    naming: str, by_date: dict[str | None, str | None]
) -> None:
    for on, name in by_date.items():
        found = one(naming, on).who.name
        assert (found and found.en) == name


@pytest.mark.parametrize(
    ("naming", "on", "name"),
    [
        ("カストロ議長", "2000", "Fidel Castro"),
        ("カストロ議長", "2015", "Raúl Castro"),
        ("マルコス大統領", "1983", "Ferdinand Marcos"),
        ("マルコス大統領", "2023-02", "Ferdinand Marcos Jr."),
        ("アキノ大統領", "1986-11", "Corazon Aquino"),
        ("アキノ大統領", "2015-06", "Benigno Aquino III"),
        ("クラーク首相", "1979-06", "Joe Clark"),
        ("クラーク首相", "2005", "Helen Clark"),
        ("ラスムセン首相", "2010", "Lars Løkke Rasmussen"),
        ("リー・シンガポール首相", "1985", "Lee Kuan Yew"),
        ("リー首相", "2013", "Lee Hsien Loong"),
        ("カーター国防長官", "2016-12", "Ashton Carter"),
        ("田中防衛大臣", "2012-03", "Naoki Tanaka"),
        ("岸防衛相", "2021-03", "Nobuo Kishi"),
        ("メルケル首相", "1995", None),
        ("スミス外相", "1975", None),
        ("李外相", "2014", None),
        ("ガリ国連事務総長", "1993", "Boutros Boutros-Ghali"),
        ("パン・ギムン国連事務総長", "2012", "Ban Ki-moon"),
        ("フォン・デア・ライエン欧州委員長", "2023-07", "Ursula von der Leyen"),
        ("ミシェル欧州理事会議長", "2022-05", "Charles Michel"),
        ("アウン・サン・スー・チー国家最高顧問", "2016-11", "Aung San Suu Kyi"),
        ("アブドッラー2世ヨルダン国王", "2018", "Abdullah II"),
        ("ボルキア国王", "2010", "Hassanal Bolkiah"),
        ("王毅国務委員兼外交部長", "2019", "Wang Yi"),
        ("戴秉国国務委員", "2010", "Dai Bingguo"),
        ("蔡英文総統", "2020", "Tsai Ing-wen"),
        ("フェルディナンド・マルコス・フィリピン共和国大統領", "2024-04", "Ferdinand Marcos Jr."),
        ("フェルディナンド・マルコス元フィリピン共和国大統領", "2024-04", "Ferdinand Marcos"),
        ("アブデルファタハ・エルシーシ・エジプト大統領", "2023-04", "Abdel Fattah el-Sisi"),
        ("ルビオ長官", "2025-07", "Marco Rubio"),
        ("額賀長官", "1998-08", "Fukushiro Nukaga"),
        ("ファン・ロンパイ議長", "2013-05", "Herman Van Rompuy"),
        ("河野副総理兼外務大臣", "1995-05", "Yohei Kono"),
    ],
)
def test_officers_of_other_countries(naming: str, on: str, name: str | None) -> None:
    mention = one(naming, on)
    assert (mention.name and mention.name.en) == name


def test_two_governments_of_one_man_are_one_man() -> None:
    assert one("安倍総理", "2007-06").who.name == one("安倍総理", "2014-10").who.name
    assert (
        one("安倍総理", "2007-06").who.in_office is one("安倍総理", "2014-10").who.in_office is True
    )


def test_who_alone_bore_the_name_stays_himself_out_of_office() -> None:
    mention = one("麻生総理", "2012-06")
    assert mention.who.name is not None
    assert mention.who.in_office is False
    assert one("麻生総理").who.in_office is None


@pytest.mark.parametrize(
    "text", ["プーチン大統領と", "ゴルバチョフ・ソ連大統領が", "グテーレス事務総長"]
)
def test_decomposed_kana_read_like_composed_ones(text: str) -> None:
    decomposed = normalize("NFD", text)
    (plain,) = find_people(text, on="1991-04")
    (mention,) = find_people(decomposed, on="1991-04")
    assert mention.who._replace(called="") == plain.who._replace(called="")
    assert decomposed[mention.start : mention.end] == mention.text == normalize("NFD", plain.text)


def test_every_office_is_one_that_the_scan_looks_for() -> None:
    assert [
        word
        for word in (row["word"] for row in table("offices"))
        if not word.endswith(office_ends())
    ] == []
    held = dict.fromkeys(spelled("naming", "holders only"), "王毅")
    for word in (row["word"] for row in table("offices")):
        naming = held.get(word, "麻生") + word
        assert one(f"{naming}は").text == naming


def test_no_name_reaches_over_a_break() -> None:
    assert find_people(f"麻生{BREAK}総理", on="2008-11") == []


NAMES = [
    "麻生",
    "麻生太郎",
    "プーチン",
    "・",
    "イワノフ",
    "W",
    "ヴ",
    "ロシア連邦",
    "露",
    "G8",
    "（ムン・ジェイン）",
]
OFFICES = ["大統領", "総理", "副首相", "外務", "大臣", "駐日", "大使", "前", "元", "次期", "会談"]
PIECES = st.sampled_from([*NAMES, *OFFICES, "は", "、", " ", BREAK])


@given(
    st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join),
    st.sampled_from([None, "2008-11", "2010", "2012-22", "XXXX-08"]),
)
def test_a_mention_is_what_stands_in_the_text(text: str, on: str | None) -> None:
    last = 0
    for mention in find_people(text, on=on):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        assert BREAK not in mention.text
        last = mention.end


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("麻生総理", "offices: 総理"),
        ("麻生総理秘書官", "office_suffixes: 秘書官"),
        ("竹下・レーガン会談", "terms: in office on the date"),
    ],
)
def test_a_mention_names_the_row_that_it_rests_on(text: str, rule: str) -> None:
    assert {mention.rule for mention in find_people(text, on="1988-01")} == {rule}
