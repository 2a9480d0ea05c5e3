"""One person is called in several ways: with more names or fewer, in other kana, behind the country or its full name."""

import re

import pytest

from kaidan.data import table
from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.paired import leader_alone


def told(text: str, on: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.text, one.name and one.name.en, one.country) for one in find_people(text, on=on)]


@pytest.mark.parametrize(
    ("naming", "on", "name", "country"),
    [
        ("ﾒﾙｹﾙ首相", "2015-03", "Angela Merkel", "DE"),
        ("ﾒﾄﾞｳﾞｪｰｼﾞｪﾌ大統領", "2009-05", "Dmitry Medvedev", "RU"),
        ("ヴォロジミル・ゼレンスキー大統領", "2023-05", "Volodymyr Zelenskyy", "UA"),
        ("ヴィクトル・オルバーン首相", "2020-11", "Viktor Orbán", "HU"),
        ("アンゲラ・ドロテア・メルケル首相", "2015-03", "Angela Merkel", "DE"),
        ("セルゲイ・ヴィクトロヴィチ・ラヴロフ外相", "2015-03", "Sergei Lavrov", "RU"),
        ("ヨハン・メルケル首相", "2015-03", None, None),
        ("ナジブ･ラザク首相", "2013-10", "Najib Razak", "MY"),
        ("アンゲラ＝メルケル首相", "2015-03", "Angela Merkel", "DE"),
        (
            "カルロス・ラミロ・マルティネス・アルバラード・グアテマラ外相",
            "2025-02",
            "Carlos Ramiro Martínez",
            "GT",
        ),
        ("副大統領J・D・ヴァンス", "2025-09", "JD Vance", "US"),
        ("外相S・M・クリシュナ", "2011-02", "S. M. Krishna", "IN"),
        (
            "スルタン・ビン・アブドゥルアジーズ皇太子",
            "2008-09",
            "Sultan bin Abdulaziz Al Saud",
            "SA",
        ),
        ("フセイン・ビン・アブドッラー2世皇太子", "2017-12", "Hussein bin Abdullah", "JO"),
        ("パク・クネ大統領", "2014-03", "Park Geun-hye", "KR"),
        ("リー・クーチアン首相", "2016-07", "Li Keqiang", "CN"),
        ("片山さつき財務大臣", "2025-12", "Satsuki Katayama", "JP"),
        ("ルー長官", "2014-04", "Jacob Lew", "US"),
    ],
)
def test_who_is_called_otherwise_is_himself(
    naming: str, on: str, name: str | None, country: str | None
) -> None:
    assert told(f"会場で{naming}が挨拶した", on) == [(naming, name, country)]


@pytest.mark.parametrize(
    ("text", "on", "name", "country"),
    [
        ("スウェーデン・パルメ首相", "1985-06", None, "SE"),
        ("南スーダン・ニュオン首相", "2015-06", None, "SS"),
        ("フランス・ジョスパン首相", "1999-12", "Lionel Jospin", "FR"),
        ("ジョージア・メローニ首相", "2023-05", "Giorgia Meloni", "IT"),
        ("マリ・アルカティリ首相", "2003-02", "Mari Alkatiri", "TL"),
        ("トリニダード・トバゴのニュオン首相", "2015-06", None, "TT"),
        ("ヨン・ニュオン・サントメ・プリンシペ首相", "2015-06", None, "ST"),
        ("モーリタニア・イスラム共和国のニュオン首相", "2015-06", None, "MR"),
        ("エチオピア連邦民主共和国のニュオン首相", "2015-06", None, "ET"),
        ("UAEのニュオン外相", "2015-06", None, "AE"),
    ],
)
def test_a_country_of_several_words_or_behind_a_point_is_whose_office_it_is(
    text: str, on: str, name: str | None, country: str
) -> None:
    assert [found[1:] for found in told(f"会場で{text}が挨拶した", on)] == [(name, country)]


def test_a_bracket_introduces_behind_a_second_office() -> None:
    text = "ヨン・ニュオン首相兼財務・経済計画大臣（The Hon. Jon NYUON, Prime Minister）が来訪した"
    assert [found[1] for found in told(text, "2015-06")] == ["Jon Nyuon"]


def test_every_name_with_hiragana_is_one_that_the_scan_looks_for() -> None:
    names = {
        name for row in table("people") for name in (row["name_ja"], *row["called"].split("|"))
    }
    heads = {head[0] for name in names if (head := re.match(".*[ぁ-ゖ]", name))}
    assert heads == set(spelled("naming", "holds hiragana"))


@pytest.mark.parametrize(
    ("naming", "on", "name"),
    [
        (
            "ムハンマド・ビン・アブドルラハマン・アール・サーニ・カタール外相",
            "2019-09",
            "Mohammed bin Abdulrahman Al Thani",
        ),
        ("ウィクレマシンハ・スリランカ首相", "2017-04", "Ranil Wickremesinghe"),
        ("ラジャパクセ・スリランカ大統領", "2012-03", "Mahinda Rajapaksa"),
        ("エネレ・ソセネ・ソポアガ・ツバル首相", "2015-05", "Enele Sopoaga"),
        ("ヨン・ソセネ・ソポアガ・ツバル首相", "2015-05", None),
        ("メルツ・ドイツ首相", "2010-05", None),
        ("ルーラ・スリランカ大統領", "2010-05", None),
    ],
)
def test_of_one_office_of_a_country_a_name_that_looks_alike_is_its_holder(
    naming: str, on: str, name: str | None
) -> None:
    assert [found[1] for found in told(f"会場で{naming}が挨拶した", on)] == [name]


@pytest.mark.parametrize(
    ("naming", "on", "names"),
    [
        ("楊部長", "2009-06", ["Yang Jiechi"]),
        ("王毅（おう・き）部長", "2016-04", ["Wang Yi"]),
        ("経理部長", "2016-04", []),
        ("林部長", "2022-04", []),
        ("尹炳世長官", "2015-12", ["Yun Byung-se"]),
    ],
)
def test_a_word_for_many_offices_means_whoever_held_one_of_them(
    naming: str, on: str, names: list[str]
) -> None:
    assert [found[1] for found in told(f"会場で{naming}が挨拶した", on)] == names


def test_a_vice_minister_whom_japan_has_not_is_not_japans() -> None:
    assert told("姜錫柱第一外務次官が応じた", "2002-09") == [("姜錫柱第一外務次官", None, None)]


@pytest.mark.parametrize(
    ("text", "on", "names"),
    [
        ("麻生", "2009-02", ["Taro Aso"]),
        ("ジョン・F・ケネディ", "1962-05", ["John F. Kennedy"]),
        ("麻生", "1999-02", []),
        ("麻生と", "2009-02", []),
        ("東京", "2009-02", []),
        ("麻生", None, []),
    ],
)
def test_a_cell_that_is_a_leaders_name_means_him_on_the_date(
    text: str, on: str | None, names: list[str]
) -> None:
    found = leader_alone(text, on)
    assert [one.name and one.name.en for one in found] == names


def test_whoever_left_the_office_is_not_meant_while_nobody_is_known_in_it() -> None:
    assert told("トメガ＝ドグベ首相が挨拶した", "2026-05") == [("トメガ＝ドグベ首相", None, None)]
    assert told("フォード大統領が提案した", "1978-03")[0][1] == "Gerald Ford"


@pytest.mark.parametrize(
    ("office", "said"),
    [
        ("外務貿易大臣", "foreign minister"),
        ("外交・貿易大臣", "foreign minister"),
        ("外務・アフリカ担当大臣", "foreign minister"),
        ("副首相兼外務・在外国民担当大臣", "foreign minister"),
        ("外務担当閣外大臣", "minister"),
        ("外務担当国務大臣", "minister"),
        ("外務省改革担当大臣", "minister"),
    ],
)
def test_a_foreign_minister_may_be_for_more_than_foreign_affairs(office: str, said: str) -> None:
    (found,) = find_people(f"会場でヨン・ニュオン・ケニア{office}が挨拶した", on="2015-06")
    assert (found.text, found.office) == (f"ヨン・ニュオン・ケニア{office}", said)


def test_the_number_of_a_king_may_be_roman() -> None:
    for number in ("2", "二", "II", "Ⅱ"):
        assert told(f"アブドッラー{number}世国王と", "2010-01")[0][1] == "Abdullah II"
    assert told("レオ十〇世国王と", "2010-01")[0][1] is None
