"""What stands around the names of places, and where one name ends: the patterns of the grammar, one a subject."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_NO_PLACE = tuple(
    "会談 会見 協議 宣言 声明 合意 条約 協定 仮訳 骨子 概要 要旨 全文 写真 資料 印刷 英語 表記 形式 方式 時間 中止 延期 未定 "
    "調整中 オンライン バーチャル テレビ 。 ? !".split()
)
_ORGANIZATIONS = ("連合", "機構", "機関", "委員会", "同盟", "共同体", "銀行")
_OFFICES = tuple(
    "大統領 首相 総理 大臣 外相 長官 議長 書記長 大使 国王 教皇 氏 市長 知事 議員 代表".split()
)
_NO_PLACE_AT_END = (
    *_OFFICES,
    *_ORGANIZATIONS,
    *"国民 政府 議会 軍 語 人 製 産 党 新聞 放送 局 課 室 庁 諸国 和平".split(),
)
_PLACE_IN_SPITE = (
    r"(大統領|首相|総理|国王|知事|市長|大使)(府|官邸|公邸|別荘|官房)|国際連合|人民大会堂|資料館"
)
_LABELS = ("於", "場所", "開催地", "開催場所", "会場", "訪問先", "訪問地")
_MISSION = (
    r"(?<![滞存現所])[在駐](?P<japan>日(本国?)?|京(?!都|城))?(?P<place>[^の]{0,40}?)(国際機関)?(日本国?|兼轄)?"
    r"(?P<kind>大使(館|公邸)|総?領事(館|公邸)|領事事務所|(政府)?代表部|出張駐在官事務所)"
)
_MISSION_ENDS = ("大使館", "大使公邸", "領事館", "領事公邸", "領事事務所", "代表部", "駐在官事務所")
RUN = "[^\\0-~、-〄〈-〟ぁ-ねは-ん！-＜＞-｠]{2,}"
"""A stretch of running text without what joins no names: nothing but a の or a middle dot does, so no expression reaches over its end."""
_SUMMITS = ("首脳会議", "首脳会合", "サミット")
_EVENTS = (
    *"G7 G8 G20 APEC ASEM ASEAN NATO 五輪 オリンピック 冬季オリンピック 夏季オリンピック パラリンピック".split(),
    *"万博 万国博覧会 国際博覧会 博覧会".split(),
    *_SUMMITS,
    *(
        whose + summit
        for whose in "先進国 主要国 核セキュリティ 核セキュリティ・ 東アジア 拡大".split()
        for summit in _SUMMITS
    ),
)
_SERIES = tuple(
    "G7 G8 G20 APEC ASEM ASEAN NATO EU TICAD COP OSCE PALM WTO CSW IWC FATF IPEF".split()
)
_JOINED_TO_DOING = ("において", "における", "にて", "での", "で", "への", "へ", "を")
_DOING = ("開催", "訪問", "訪問中", "滞在", "滞在中", "出張", "到着", "出発", "発", "着", "経由")
_AND_OTHERS = ("ほか", "他", "など", "等")
_MEETINGS = tuple(
    "会合 会談 会議 会見 協議 シェルパ 対話 フォーラム セミナー 式典 総会 大会 五輪 サミット".split()
)
_HOTELS = tuple(
    "ホテル ヒルトン ハイアット シェラトン マリオット カールトン プリンス ニューオータニ オークラ 日航 東急 メトロポリタン "
    "コンラッド ペニンシュラ シャングリ・ラ シャングリラ インターコンチネンタル ウェスティン タワー リーガロイヤル "
    "フォーシーズンズ".split()
)
_VENUES = tuple(
    "空港 飛行場 基地 ホテル 国際会議場 会議場 国際会議センター 国際展示場 コンベンションセンター センター 会館 迎賓館 国賓館 "
    "大統領府 大統領官邸 首相府 首相官邸 公邸 官邸 宮殿 王宮 城 大聖堂 教会 寺 神社 博物館 美術館 記念館 公園 植物園 動物園 大学 "
    "資料館 大学校 研究所 高校 小学校 駅 港 競技場 スタジアム アリーナ ドーム 劇場 オペラハウス ホール タワー ビル 病院 工場 発電所 原発 "
    "橋 記念碑 慰霊碑 墓地 霊園 広場 通り 別荘 牧場 リゾート 旅館 山荘 市役所 県庁 庁舎 外務省 国防省 本部 事務所 事務局 会場 フォーラム "
    "プラザ 博物院 学院 議事堂 国会 議会 研修所 体育館 文化会館 図書館 市庁舎 寺院 記念堂 郵便局 ターミナル 温泉 スキー場 国立公園 "
    "国際空港 実験場 造船所 製油所 製鉄所 刑務所 収容所 "
    "総領事館 領事館 領事事務所 出張駐在官事務所".split()
)
_ORGANS = (
    "大統領府",
    "大統領官邸",
    "首相府",
    "首相官邸",
    "公邸",
    "官邸",
    "宮殿",
    "王宮",
    "外務省",
    "国防省",
    "議事堂",
    "国会",
    "議会",
)
_PARTS = tuple(
    f"{way}{more}部" for more in ("東", "西", "南", "北", "中", "") for way in "東西南北中"
)
_AROUND = (
    "市内",
    "市街",
    "郊外",
    "近郊",
    "周辺",
    "沖合",
    "沖",
    "近く",
    "地域",
    "付近",
    "沿岸",
    "一帯",
    "首都圏",
    *_PARTS,
)
_JOINTS = ("の首都", "首都", "郊外", "近郊", "の", "・", "にある", "に位置する", "内の", *_PARTS)
_DISTRICT = r"\w{1,4}(郡(?=.+(町|村))|管内(?=.+(市|町|村)))"
_BRACKETS = r"\(([^()]*(?:\([^()]*\)[^()]*)*|[^)]*)\)"  # キンシャサ(コンゴ(民))
_DATE = (
    r"(([0-9]{4}|(昭和|平成|令和)([0-9]{1,2}|元))年)?[0-9]{1,2}月([0-9]{1,2}([~ー・][0-9]{1,2})?日)?"
    r"(\([月火水木金土日]曜?日?\))?[ :・]*"
)
_AND = ("及び", "および", "並びに", "ならびに")
_WHOSE = (
    r"^(旧|(米|英|仏|蘭|豪|フランス|アメリカ|イギリス|オランダ|デンマーク|オーストラリア)領)(?=.)"
)
_NAME_ONLY = (
    r"[ァ-ヴー・＝]{2,}[市州県島町村湖]?|[^\Wぁ-ん]{1,5}[市州県省島町村郡区湖]|[A-Za-z .'-]{3,}"
)
_PLAIN = str.maketrans(
    '―—–‐･〔[【<〈〕]】>〉、,/&「」『』"“”*→⇒\0', "ーーーー・((((()))))" + " " * 15
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern, compiled when it is first asked for: most texts need few of them."""
    return re.compile(pattern)


def plain(text: str) -> str:
    """Return ``text`` in one width, with one kind of long vowel, middle dot and bracket, and spaces for what separates strongly.

    >>> plain("ｼﾗｸ―ｻﾞ［ｲﾀﾘｱ］")
    'シラクーザ(イタリア)'
    """
    return unicodedata.normalize("NFKC", text).translate(_PLAIN).strip()


def is_no_place(text: str) -> bool:
    """Tell whether ``text`` is a sentence, an office, a language or the like, whatever place it starts with."""
    return _has_no_place(text) and _has_no_place(compiled(_PLACE_IN_SPITE).sub("", text))


def _has_no_place(text: str) -> bool:
    return (
        text.endswith(_NO_PLACE_AT_END)
        or any(word in text for word in _NO_PLACE)
        or bool(compiled("[0-9]{3}").search(text))
    )


def kernel(text: str) -> str:
    """Return ``text`` without its date and label and without the words that say what happened there.

    >>> kernel("於：モスクワ"), kernel("北海道洞爺湖サミット"), kernel("ソチでの"), kernel("3月4日 リマ")
    ('モスクワ', '北海道洞爺湖', 'ソチ', 'リマ')
    """
    if "月" in text and (date := compiled(_DATE).match(text)):
        text = _if_name(text[date.end() :], text)
    if label := next(filter(text.startswith, _LABELS), ""):
        text = text.removeprefix(label).lstrip(" :：")
    text = _if_name(_without_doing(text), text)
    text = _if_name(_without_end(text, _AND_OTHERS), text)
    without = event(text)
    return _if_name(without_series(without), text) if without != text else text


def _without_doing(text: str) -> str:
    """Return ``text`` without the words behind a place that say what somebody did there: での開催の際."""
    text = text.removesuffix("の際")
    return _without_end(
        text if text.endswith("原発") else _without_end(text, _DOING), _JOINED_TO_DOING
    )


def mission(text: str) -> str | None:
    """Return where a mission is, with the state that sent it where that is not Japan; None where ``text`` names none.

    >>> mission("在ウラジオストク日本国総領事館"), mission("在札幌ロシア総領事館"), mission("駐日ロシア大使館")
    ('ウラジオストク', '札幌ロシア', '東京')
    """
    found = compiled(_MISSION).fullmatch(text) if text.endswith(_MISSION_ENDS) else None
    if found is None or not found["japan"]:
        return found and found["place"]
    return (
        "東京" if found["kind"].startswith("大使") else "日本"
    )  # the embassies in Japan are in its capital


def missions(run: str) -> list[tuple[int, int]]:
    """Return where the missions that a run names start and end."""
    if not any(kind in run for kind in _MISSION_ENDS):
        return []
    return [found.span() for found in compiled(_MISSION).finditer(run)]


def _if_name(shorter: str, text: str) -> str:
    """Return what is left of ``text`` where that may be a name: 日ASEAN is no place."""
    shorter = shorter.strip("・ ")
    return shorter if len(shorter) > 1 else text


def _without_end(text: str, ends: tuple[str, ...]) -> str:
    """Return ``text`` without the longest of ``ends`` that it has."""
    return (
        text.removesuffix(max(filter(text.endswith, ends), key=len))
        if text.endswith(ends)
        else text
    )


def is_organization(text: str) -> bool:
    """Tell whether ``text`` is a body that has its seat somewhere, which may stand in brackets behind it: 欧州連合（ブリュッセル）."""
    return text.endswith(_ORGANIZATIONS)


def is_office(text: str) -> bool:
    """Tell whether ``text`` is what a man is: 外務大臣."""
    return text.endswith(_OFFICES)


def event(text: str) -> str:
    """Return ``text`` without the event that stands at its end: ソチ・オリンピック is ソチ."""
    return _without_end(text, _EVENTS).rstrip("・")


def without_series(text: str) -> str:
    """Return ``text`` without the series in front of its place: APECホノルル is ホノルル, COP3京都 is 京都."""
    series = next(filter(text.startswith, _SERIES), "") if text.startswith(_SERIES) else ""
    return text.removeprefix(series).lstrip("0123456789・") if series else text


def is_meeting(text: str) -> bool:
    """Tell whether ``text`` is an occasion, whose place may stand in brackets behind it."""
    return text.endswith(_MEETINGS)


def around(text: str) -> str:
    """Return ``text`` without 郊外, 近郊, 北部 and the like at its end."""
    return _without_end(text, _AROUND) or text


def joined(text: str) -> str:
    """Return ``text`` without what joins it to the place in front (の, 南部, の首都)."""
    while joint := _joint(text):
        text = text[len(joint) :]
    return text


def _joint(text: str) -> str:
    if text.startswith(_JOINTS):
        joint = next(filter(text.startswith, _JOINTS))
        return (
            ""
            if joint[-1] == "部" and text[len(joint) :][:1] in {"市", "町", "村", "区"}
            else joint
        )  # 東部町 is a town
    district = compiled(_DISTRICT).match(text) if "郡" in text[1:5] or "管内" in text[1:7] else None
    return district[0] if district else ""


def brackets(text: str) -> tuple[str, list[str]]:
    """Return what stands outside of brackets and what stands in each."""
    if "(" not in text:
        return text, []
    insides = [
        inside.strip().removeprefix("旧").removeprefix("現")
        for inside in compiled(_BRACKETS).findall(text)
    ]
    return compiled(_BRACKETS).sub(" ", text).strip(), insides


def chunks(text: str) -> Iterator[str]:
    """Yield what spaces and 及び leave; the middle dot separates nothing, for it stands within names."""
    for word in _AND:
        text = text.replace(word, " ")
    for part in text.split():
        if chunk := joined(part).strip("・").rstrip("の"):
            yield chunk


def without_owner(text: str) -> str:
    """Return ``text`` without the state that a place belongs to, or belonged to, in front of it: 豪領クリスマス島, 旧ソ連."""
    return compiled(_WHOSE).sub("", text)


def venue(text: str) -> str | None:
    """Return what stands before the kind of a venue: 仙台空港 is 仙台; None where ``text`` is no venue."""
    return _without_end(text, _VENUES) if text.endswith(_VENUES) else None


def is_organ(text: str) -> bool:
    """Tell whether ``text`` names an organ of a state, which is in the state whose name it bears: ロシア外務省, but not ロシア会館."""
    return text.endswith(_ORGANS)


def is_port(text: str) -> bool:
    """Tell whether ``text`` names a port, which bears its town's name, however small the town."""
    return text.endswith("港")


def is_hotel(text: str) -> bool:
    """Tell whether ``text`` names a hotel or a tower, whose town may stand at its end."""
    return any(word in text for word in _HOTELS)


def is_han(character: str) -> bool:
    """Tell whether a character is a Chinese one."""
    return "㐀" <= character <= "龥"


def is_katakana(character: str) -> bool:
    """Tell whether a character is a katakana or the mark of a long vowel."""
    return "ァ" <= character <= "ー" and character != "・"


def may_be_name(text: str) -> bool:
    """Tell whether a stretch that nobody knows may be the name of a place for all that."""
    return bool(compiled(_NAME_ONLY).fullmatch(text))
