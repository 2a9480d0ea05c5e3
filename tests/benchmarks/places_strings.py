"""The strings that places_calibration.py asks: places in the ways in which official text writes them, and what names none."""

import json
import random
import re
import sqlite3
from collections.abc import Iterator
from importlib import import_module, resources
from importlib.util import find_spec
from typing import NamedTuple

from kaidan.data import table

DRAWN, BESIDE = 12000, 600
INITIALS = dict(
    pair.split()
    for pair in "US 米|RU 露|GB 英|FR 仏|DE 独|IT 伊|CA 加|AU 豪|MX 墨|ID 尼|IN 印".split("|")
)
ABROAD = (
    "{c}・{t}",
    "{t}（{c}）",
    "{c} {t}",
    "{c}{t}",
    "{i}{t}",
    "{t}、{c}",
    "{t}",
    "{t}",
    "{t}",
    "{v}",
    "{c}・{v}",
    "{t}市",
    "{t}郊外",
)
ABROAD_IN_TEXT = (
    "安倍総理は、{t}を訪問し、首脳会談を行った。",
    "{c}の{t}において開催された首脳会合に出席した。",
    "{t}での会談を踏まえ、協議した。",
)
VENUES = ("{t}国際空港", "{c}・{t}国際会議場", "{c}・{t}ホテル")
AT_HOME = ("{p}{t}", "{p}{t}", "{t}（{p}）", "{p}・{t}", "{t}", "{p}{t}国際会議場", "{t}文化会館")
AT_HOME_IN_TEXT = ("{p}{t}を訪問し、懇談した。", "{p}の{t}で開催された会合に出席した。")
VARIANTS = [
    pair.split(">")
    for pair in "ヴァ>バ ヴィ>ビ ヴェ>ベ ヴ>ブ ティ>チ ツィ>チ ッ> グ>ク ー>".split()
]
WORDS = """
会談 会見 首脳 共同声明 宣言 合意 条約 協定 概要 骨子 仮訳 写真 資料 日程 開催 出席 署名 発表 我が国 両国 各国 全国 世界
国際社会 政府 議会 与党 野党 経済 貿易 投資 関税 通貨 金融 財政 農業 漁業 水産 林業 環境 気候 海洋 宇宙 科学 技術 教育
文化 観光 青年 交流 防衛 安全保障 核兵器 軍縮 不拡散 拉致 人権 難民 開発 援助 復興 テロ サミット エネルギー
パートナーシップ イニシアティブ プロジェクト フォーラム セミナー ワークショップ オリンピック ワクチン インフラ デジタル
サイバー エネルギー安全保障 平和条約 四島交流 墓参 元島民 内閣府 国会 国際連合 世界銀行 欧州連合 東京電力 中国電力
関西電力 北海道新聞 中日新聞 日本銀行 三菱商事 三井物産 石油 天然ガス パイプライン 原子力 電力 鉄道 航空 港湾 空港 道路
橋 病院 大学 高校 学校 研究所 図書館 博物館 美術館 劇場 公園 神社 寺院 レベル ポイント テーマ メンバー リーダー スピーチ
コミュニケ メッセージ ニュース ホームページ リンク メール データ システム ネットワーク サービス ビジネス グループ チーム
"""
OFFICES = ("{n}大統領", "{n}首相", "{n}外相", "{n}", "{n}氏と会談")
OF_STATES = ("{c}語", "{c}人", "{c}軍", "{c}政府", "{c}製", "日{c}首脳会談", "{c}国民")

_PLACES = """
SELECT country, subdivision, ja, precision, latitude, longitude, weight FROM place
WHERE precision != 'country' AND NOT EXISTS (
    SELECT 1 FROM place AS hand WHERE hand.precision = place.precision AND hand.subdivision = place.subdivision
    AND place.precision = 'region' AND hand.weight = 10000000 AND place.weight != 10000000)
ORDER BY id
"""  # a region that is in the hand table and in CLDR is drawn once
_TOWNS = "SELECT country, ja, latitude, longitude, weight FROM place WHERE precision = 'locality' ORDER BY id"


class Truth(NamedTuple):
    """Where a place is; without a point where the country is all that is true."""

    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "locality"


class Case(NamedTuple):
    """A string, whether it is running text, and where it is, None where it names no place."""

    text: str
    running: bool
    truth: Truth | None


def drawn(gazetteer: sqlite3.Connection, mixed: random.Random) -> list[Case]:
    """Return strings that name places of ``gazetteer``; each is drawn by the root of its weight, for large ones are named more often."""
    names = dict(
        gazetteer.execute("SELECT country, ja FROM place WHERE precision = 'country'").fetchall()
    )
    query = "SELECT subdivision, ja FROM place WHERE country = 'JP' AND precision = 'region' AND ja GLOB '*[県都府道]'"
    prefectures = dict(gazetteer.execute(query).fetchall())
    places = [row for row in gazetteer.execute(_PLACES) if re.search("[ァ-ヴ一-龥]", row[2])]
    weights = [row[6] ** 0.5 for row in places]
    cases = []
    for country, subdivision, name, precision, latitude, longitude, _ in mixed.choices(
        places, weights, k=DRAWN
    ):
        form, running = _form(country, precision, mixed)
        state = names.get(country, "")
        filled = {
            "t": name,
            "v": _variant(name),
            "c": state,
            "i": INITIALS.get(country, state),
            "p": prefectures.get(subdivision, ""),
        }
        truth = Truth(country, latitude, longitude, precision)
        cases.append(Case(form.format(**filled).strip("・ 、（）の"), running, truth))
    return cases


def namesakes(gazetteer: sqlite3.Connection, mixed: random.Random) -> list[Case]:
    """Return names that several towns of one country bear, beside the country; which is meant is drawn by the root of its weight."""
    names = dict(
        gazetteer.execute("SELECT country, ja FROM place WHERE precision = 'country'").fetchall()
    )
    groups: dict[tuple[str, str], list[tuple[float, float, int]]] = {}
    for country, name, *point in gazetteer.execute(_TOWNS):
        if re.fullmatch("[ァ-ヴー・]+", name):
            groups.setdefault((country, name), []).append((point[0], point[1], point[2]))
    several = [
        (key, towns) for key, towns in groups.items() if len({town[:2] for town in towns}) > 1
    ]
    cases = []
    for (country, name), towns in mixed.choices(several, k=BESIDE):
        latitude, longitude, _ = mixed.choices(towns, [town[2] ** 0.5 for town in towns])[0]
        cases.append(
            Case(
                f"{names[country]}・{name}",
                running=False,
                truth=Truth(country, latitude, longitude),
            )
        )
    return cases


def invented(gazetteer: sqlite3.Connection, mixed: random.Random) -> list[Case]:
    """Return names that no place bears, half of one name and half of another, beside a country, which is all that is true of them."""
    names = gazetteer.execute(
        "SELECT country, ja FROM place WHERE precision = 'country' ORDER BY id"
    ).fetchall()
    towns = [
        name for _, name, *_ in gazetteer.execute(_TOWNS) if re.fullmatch("[ァ-ヴー]{4,8}", name)
    ]
    cases = []
    for country, state in mixed.choices(names, k=BESIDE):
        first, second = mixed.sample(towns, 2)
        form = mixed.choice(("{c}・{t}", "{t}（{c}）", "{c}{t}"))
        text = form.format(c=state, t=first[: len(first) // 2] + second[len(second) // 2 :])
        cases.append(Case(text, running=False, truth=Truth(country)))
    return cases


def _form(country: str | None, precision: str, mixed: random.Random) -> tuple[str, bool]:
    running = mixed.random() < 0.2
    if country is None or precision != "locality":
        return ("{t}での会談を踏まえ、協議した。" if running else "{t}"), running
    forms = (
        (AT_HOME_IN_TEXT if running else AT_HOME)
        if country == "JP"
        else (ABROAD_IN_TEXT if running else ABROAD + VENUES)
    )
    return mixed.choice(forms), running


def _variant(name: str) -> str:
    """Return ``name`` spelled another way, as far as kana allow it."""
    return next((name.replace(kana, other) for kana, other in VARIANTS if kana in name[1:]), name)


def nothing(gazetteer: sqlite3.Connection) -> Iterator[Case]:
    """Yield what names no place: words, people with and without an office, what belongs to a state."""
    yield from (
        Case(word, running, truth=None)
        for word in dict.fromkeys(WORDS.split())
        for running in (False, True)
    )
    names = [name for row in table("people") for name in row["called"].split("|") if len(name) > 1]
    for number, name in enumerate(dict.fromkeys(names)):
        yield Case(OFFICES[number % len(OFFICES)].format(n=name), number % 2 == 1, truth=None)
    states = [
        name
        for (name,) in gazetteer.execute(
            "SELECT ja FROM place WHERE precision = 'country' ORDER BY id"
        )
    ]
    for number, name in enumerate(states[::3]):
        yield Case(OF_STATES[number % len(OF_STATES)].format(c=name), running=False, truth=None)


def cities_of_time_zones() -> list[Case]:
    """Return CLDR's Japanese names of the cities of time zones, bare and beside their country, or nothing where a package is missing."""
    if not (find_spec("babel") and find_spec("tzdata")):
        return []
    japanese = import_module("babel").Locale("ja")
    cases = []
    for line in (
        resources.files("tzdata.zoneinfo")
        .joinpath("zone.tab")
        .read_text(encoding="utf-8")
        .splitlines()
    ):
        country, point, zone = line.split("\t")[:3] if line[0] != "#" else ("", "", "")
        city, state = (
            japanese.time_zones.get(zone, {}).get("city"),
            japanese.territories.get(country),
        )
        if city and state:
            latitude, longitude = (_degrees(part) for part in re.findall(r"[+-]\d+", point))
            truth = Truth(country, latitude, longitude)
            texts = (city, f"{state}・{city}", f"{city}（{state}）")
            antarctic = Truth(None)  # no country's
            cases += [
                Case(text, running=False, truth=antarctic if country == "AQ" else truth)
                for text in texts
            ]
    return cases


def municipalities() -> list[Case]:
    """Return the municipalities of Japan as JpGeocode names and places them, with their prefecture, or nothing where it is missing."""
    if not find_spec("JpGeocode"):
        return []
    found = json.loads(
        resources.files("JpGeocode").joinpath("data/jp_geocode.json").read_text(encoding="utf-8")
    )
    cases = []
    for number, (key, point) in enumerate(found.items()):
        prefecture, *_, name = key.split(",")
        text = (
            f"{prefecture}{name}",
            f"{prefecture}・{name[:-1]}",
            f"{name}（{prefecture}）",
            name,
        )[number % 4]
        cases.append(Case(text, running=False, truth=Truth("JP", point["lat"], point["lng"])))
    return cases


def _degrees(text: str) -> float:
    """Return ISO 6709's degrees, minutes and seconds as degrees: +3541 and +1394441 are 35.68 and 139.74."""
    sign, digits = (-1 if text[0] == "-" else 1), text[1:]
    width = 2 if len(digits) in {4, 6} else 3
    parts = [digits[:width], digits[width : width + 2], digits[width + 2 :] or "0"]
    return sign * (int(parts[0]) + int(parts[1]) / 60 + int(parts[2]) / 3600)
