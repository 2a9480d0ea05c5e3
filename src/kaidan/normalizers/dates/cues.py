"""Neighbours that tell a date from a count, an age, a name or a piece of a longer word.

A number with its era, or with a month behind it, needs little proof. A bare 三年, 5月 or 10日 mostly counts something: a year of four
digits is taken unless what follows counts; a year of two digits, a month or a day only where the text goes on as after a date.

Most cues are words that are looked up by their first sign, and words that only begin so: 目 counts, 目標 and 目的 do not.
"""

import re
from collections.abc import Mapping
from functools import cache

from kaidan.text.scan import Table, by_first, stands

_DIGITS = "123456789一二三四五六七八九"
_COUNTS = "間 以上 以内 以下 未満 余 ぶり 振り 分の ごと 毎 おき 程度 当たり あたり につき 越し がかり にわた に亘 に及 強 弱 目"
_UNCOUNTED = "強化 強靱 弱者 目標 目的 目途 目次 目指"
_YEARS = f"{_COUNTS} 近く 連続 周年 物 債 忌 祭 の歴史 の伝統 の歳月 の時を 来 後 前"
_NO_YEARS = (
    f"{_UNCOUNTED} 物価 来日 来訪 来年 来場 来春 来夏 来秋 来冬 後半 後期 後後 前半 前期 前後"
)
_COUNTED_YEARS, _NOT_COUNTED_YEARS = by_first(_YEARS), by_first(_NO_YEARS)
_COUNTED_SHORT_YEARS = by_first(
    f"{_YEARS} も を が は で に満 に達 にな に至 史 記念 計画 契約 任期 保存 保証 ローン 齢 次 比 生 制 勤続 運転 戦争 租借 期",
    ("に" + digit for digit in "123一二三"),
)
_NOT_COUNTED_SHORT_YEARS = by_first(f"{_NO_YEARS} 制定 になって、")
_COUNTED_DAYS, _NOT_COUNTED_DAYS = (
    by_first(f"{_COUNTS} 後 前 分 連続 程"),
    by_first(f"{_UNCOUNTED} 前後"),
)
_SHOWN_YEARS = by_first(
    "のこの のその 調査 国勢調査 オリンピック 安全保障 以降 以後 以来 当時 春 夏 秋 冬 初頭 末 頃 ごろ 版 に"
)
_NOT_SHOWN_YEARS = by_first(
    "春期 春至 春分 夏期 夏至 夏分 秋期 秋至 秋分 冬期 冬至 冬分 になる になり になろ になれ になった になってい",
    ("に" + sign for sign in "わ亘及渡達満至123一二三"),
)
_GOES_ON = (
    "\0 、 。 , . ) > 」 』 : ; ； ~ ・ / | から まで より へ 以降 以前 以来 現在 時点 頃 ごろ "
    "開催 開始 開会 開幕 施行 公布 公表 発効 締結 署名 は の に と ハ ノ ニ ト ヲ ヨリ マデ"
)
_ON: Mapping[str, Table] = {
    "month": by_first(
        f"{_GOES_ON} が も を で 上旬 中旬 下旬 初旬 末 中 分 実施 実績 調査 利用 発表 定例 臨時会 "
        "議会 県議会 府議会 都議会 市議会 町議会 村議会 区議会 補正"
    ),
    "day": by_first(
        f"{_GOES_ON} - ( 投開票 投票 告示 公示 召集 閉会 閉幕 付 午前 午後 正午 夜 朝 夕 未明 明け方 早朝 深夜 昼 発 土 掲載 放送 "
        "成立 可決 採択 採決 死去 就任 辞任 来日 訪日 訪ロ 訪露 訪ソ 帰国 到着 会談 ロイター 共同 時事"
    ),
}
"""What a text goes on with behind a month or a day."""
_NOT_ON: Mapping[str, Table] = {
    "month": by_first(
        "が丘 とす とな とし に満 にわた に及 も前 も後 を要 を経 を超 を越 を過 を下回 を上回 を限 でき",
        [*("に" + digit for digit in "123一二三"), *("分の" + digit for digit in _DIGITS)],
    ),
    "day": by_first(
        "はかか は必要 は続 のうち の猶予 の休暇 の遅れ の日程 の期間 の余裕 の滞在 の旅 の有給 の工期 の間 ノ間 の長 とか とい と経 発目",
        ("に" + sign for sign in f"わ亘渡及つ分十数0{_DIGITS}"),
    ),
}
_COUNTED = tuple(
    "懲役 禁錮 禁固 拘留 停職 日数 日数が 日数は 日数: 第 約 満 全 計 延 延べ 丸 まる 数 各 毎 過去 今後 あと わずか たった およそ ほぼ "
    "最長 最短 最大 最低 戦後 戦前 戦中 生後 泊 勝 敗 皇紀 紀元 紀元前 民国 仏暦 檀紀 光緒 宣統 咸豊 同治 "
    "年前の 年後の 月前の 月後の 週前の 週後の 間前の 間後の".split(" ")
)
_ENDS_WORDS = frozenset("第約満全計数各泊勝敗")
_COUNTED_ENDS = frozenset(word[-1] for word in _COUNTED)
_CONDITIONS = tuple(
    "場合は 場合は、 場合には 場合、 ときは ときは、 ときには 時は 祝日は 祝日は、 休日は 休日は、".split(
        " "
    )
)
_DATED = frozenset("0123456789一二三四五六七八九十廿元同曜本今来昨去末")
_LISTED = frozenset(" \n0123456789一二三四五六七八九十日と、,・~-及びび並に又まは")
_LETTER = r"[^\W!-~ぁ-ゖ]"  # of kanji or katakana: a class of all kanji takes ten times as long to compile
_GAMES = ("五輪", "リンピック", "万博", "W杯", "ワールドカップ")
_BEGIN_WORDS = tuple(
    "比 同期 同四半期 並み 割れ 齢 代 輩 次 本 的 金機構 銀 産 刊 香 葉 選".split(" ")
)
_HOPES = tuple(
    "への を に向け の日本 の世界 の社会 の未来 の地域 の暮らし のくらし のまち".split(" ")
)
_AFTER_TODAY = tuple(
    "、 , は も 午 夕 朝 昼 夜 から 付 開 発表 発売 の午 の朝 の夕 の夜 の閣議 の会 の本会議 の委員会 の予算 の質疑 の審議 の議題 の答弁 "
    "の新聞 の発表 の報道 の記者 の日程".split(" ")
)
_NAMING = tuple("時間 現地 本日 昨日 今日 明日 後日 前日 翌日 先週 今週 来週 曜日".split(" "))
_BEFORE_KANA = frozenset("はがをにもでとのてらり")
_AFTER_KANA = frozenset("0123456789、,。はのにもへ午朝夕夜( \n\0")


@cache
def _event() -> re.Pattern[str]:
    """Return the pattern of what is named by its year: 56年宣言, 64年の東京五輪."""
    return re.compile(
        rf"の?{_LETTER}{{0,8}}?(?:宣言|大会|五輪|条約|協定|憲章|憲法|合意|共同|声明|体制|安保|総選挙|不況|危機|"
        r"締結|署名|発効|制定|成立|採択|調査|改正|改定|改訂|調印|会談|会議|会見|提案|訪日|訪米|訪中|訪ソ|訪露|訪ロ|来日|サミット)"
    )


@cache
def _games() -> re.Pattern[str]:
    """Return the pattern of what is planned years ahead and counted in western years: 20年東京五輪."""
    return re.compile(rf"の?(?:{_LETTER}|・){{0,8}}?(?:{'|'.join(_GAMES)})")


@cache
def _next_year() -> re.Pattern[str]:
    return re.compile(r"[、・,][ ]?[0-9一二三四五六七八九]{2}年")


@cache
def _a_few() -> re.Pattern[str]:
    return re.compile(r"(?:[~-]|から)[0-9]{1,2}日(?:間|程度|ほど|くらい|ぐらい|以[内上下])")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,2}(?:[ ]?時(?!間)|:)")


@cache
def _on_the_first() -> re.Pattern[str]:
    return re.compile(
        rf"の(?:午|朝|夕|夜|閣議|[本総][会選]|{_LETTER}{{0,8}}?(?:会[見談議合]|総会|大会|委員会|選挙|訪問|地震|"
        r"事故|事件|式典|演説|答弁|決定|声明|発[表言]|時点|施行|公布|開催))"
    )


def _stands(text: str, at: int, words: Table, others: Table) -> bool:
    """Say whether one of the words stands there, and does not only begin one of the others."""
    return stands(text, at, words) and not stands(text, at, others)


def counted_before(text: str, start: int) -> bool:
    """Say whether what stands before a number makes it a count, an ordinal or a part of another number."""
    if not start:
        return False
    last = text[start - 1]
    if last == "," and text[start : start + 3].isdigit() and not text[start + 3].isdigit():
        return True
    end = start
    if last == " ":
        end, last = start - 1, text[start - 2]
    if last.isascii():
        if (last.isalpha() and end == start) or (last in ".,:/" and text[end - 2].isdigit()):
            return not (
                text[start : start + 4].isdigit() and "月" in text[start + 6 : start + 8]
            )  # 2021年2月6日
        return text.endswith("日数:", 0, end)
    return (
        last in _COUNTED_ENDS
        and text.endswith(_COUNTED, 0, end)
        and not _ends_longer(text, start, end)
    )


def _ends_longer(text: str, start: int, end: int) -> bool:
    """Say whether the count is the end of a longer word: 基本条約1925年, 会計4月1日, 始まる1995年, うたった1956年."""
    at = end - 1
    if "ぁ" <= text[at] <= "ん":
        return (
            text[start : start + 4].isdigit()
            and text[start + 4] == "年"
            and text[start + 2 : start + 4] != "00"
        )
    return text[at] in _ENDS_WORDS and kanji_before(text, at) and text[at - 1] not in "合総累通延"


def one_of_a_few(text: str, start: int) -> bool:
    """Say whether what stands before a day makes it the second half of 二、三日."""
    return (
        start > 1 and text[start - 1] in "、・,~-" and text[start - 2] in "12345678一二三四五六七八"
    )


def of_every_month(text: str, start: int) -> bool:
    """Say whether a day comes back every month: 毎月1日と15日."""
    month = text.rfind("月", max(0, start - 20), start)
    return month > 0 and text[month - 1] in "毎各隔" and _LISTED.issuperset(text[month + 1 : start])


def first_of_month(text: str, start: int, end: int) -> bool:
    """Say whether 1日 is the first of a month, and not the length or the course of a day: 1日の会見, but 1日の流れ, 首相の1日."""
    if text[start - 1 : start] == "の":
        return False
    if text[end] == "の":
        return bool(_on_the_first().match(text, end))
    return (
        text[end] not in _DIGITS
        and text[end] not in "数平当"
        and (text[end] != "で" or text.startswith("で開", end))
    )


def counts_years(text: str, end: int, *, short: bool) -> bool:
    """Say whether what follows 年 makes the number before it a count of years; a ``short`` number has two digits."""
    if not short:
        return _stands(text, end, _COUNTED_YEARS, _NOT_COUNTED_YEARS)
    if _stands(text, end, _COUNTED_SHORT_YEARS, _NOT_COUNTED_SHORT_YEARS):
        return True
    return (
        text[end] == "の"
        and not text.startswith(("のこの", "のその"), end)
        and not (_event().match(text, end) or names_games(text, end))
    )


def counts_days(text: str, end: int) -> bool:
    """Say whether what follows 日 or 月 makes the number before it a count."""
    return _stands(text, end, _COUNTED_DAYS, _NOT_COUNTED_DAYS)


def shows_year(text: str, end: int) -> bool:
    """Say whether what follows the 年 of a two-digit number, as in 56年宣言, shows that it is a year."""
    end += text[end] == " "
    if text[end] in "、・,":
        return bool(_next_year().match(text, end))
    return _stands(text, end, _SHOWN_YEARS, _NOT_SHOWN_YEARS) or bool(_event().match(text, end))


def names_event(text: str, end: int, *, at_once: bool) -> bool:
    """Say whether an event follows 年, ``at_once`` (六十年安保) or not (五六年の宣言)."""
    return (text[end] != "の" or not at_once) and bool(_event().match(text, end))


def names_games(text: str, end: int) -> bool:
    """Say whether what follows 年 is an event that is planned long ahead and counted in western years."""
    near = text[end : end + 16]
    return any(game in near for game in _GAMES) and bool(_games().match(text, end))


def goes_on(text: str, end: int, unit: str) -> bool:
    """Say whether the text goes on after a bare "month" or "day" as it does after dates."""
    if unit == "day" and (text[end] in "~-か" and _a_few().match(text, end)):
        return False
    while text[end] in " \n":
        end += 1
    if text[end] == "に" and text[end + 1 : end + 5].isdigit():  # 12月に1956年の宣言から
        return text[end + 5] in "年("
    return _stands(text, end, _ON[unit], _NOT_ON[unit]) or (
        unit == "day" and text[end].isdigit() and bool(_clock().match(text, end))
    )


def within_word(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a word such as 本年 or 同日 is a piece of another: 日本年金, 合同日本代表, 今日的."""
    if word == "今日":
        return not text.startswith(_AFTER_TODAY, end) or text.startswith("はじめ", end)
    if "ぁ" <= word[0] <= "ん":
        goes_on = (
            text[end] in _AFTER_KANA
            or _is_kanji(text[end])
            or text.startswith(("から", "まで"), end)
        )
        return word != "ことし" and not (
            goes_on
            and (
                start == 0 or text[start - 1] in _BEFORE_KANA or not "ぁ" <= text[start - 1] <= "ん"
            )
        )
    if text.startswith(_BEGIN_WORDS, end):
        return True
    if word == "明日" and text.startswith(_HOPES, end) and not text.startswith("をもっ", end):
        return True
    if text.endswith(("翌", "昨"), 0, start):  # 翌翌年, 一昨昨年
        return True
    return (
        word[0] in "本同今来前去先明客"
        and kanji_before(text, start)
        and not told_elsewhere(text, start)
    )


def of_another(text: str, start: int, *, named: bool) -> bool:
    """Say whether 翌日 or 前月 counts from what is no date here: 祝日の場合は翌日, 公布の日の翌日; 選挙の翌日 where none is ``named``."""
    end = start - 2 if text.endswith("その", 0, start) else start
    if text.endswith(_CONDITIONS, 0, end):
        return True
    if (
        end > 2
        and text[end - 1] == "の"
        and text[end - 2] in "日月年"
        and text[end - 3] not in _DATED
    ):
        return True
    return not named and (end < start or text.endswith(("の", "た"), 0, end))


def rest_of_word(text: str, start: int) -> bool:
    """Say whether 本 or 同 before a day is the end of another word: 日本3日, 合同15日."""
    return text[start] in "本同" and kanji_before(text, start) and not told_elsewhere(text, start)


def within_number(text: str, start: int) -> bool:
    """Say whether a number goes on with what stands before it: a telephone number, a path, a version."""
    return start > 0 and (
        text[start - 1] in "./_-" or (text[start - 1].isascii() and text[start - 1].isalnum())
    )


def _is_kanji(sign: str) -> bool:
    return "一" <= sign <= "龥"


def kanji_before(text: str, start: int) -> bool:
    """Say whether a kanji stands right before, so that what follows may be the rest of a word."""
    return start > 0 and (_is_kanji(text[start - 1]) or text[start - 1] == "々")


def told_elsewhere(text: str, start: int) -> bool:
    """Say whether what stands before says where a day is counted, or names it too: 日本時間同日, 現地8日, 明後日16日."""
    return text.endswith(_NAMING, 0, start)


def stands_free(text: str, start: int) -> bool:
    """Say whether nothing before a bare day belongs to it: 残業20日 and セミナー2日 are no dates."""
    return (
        start == 0
        or not (text[start - 1].isalnum() and not "ぁ" <= text[start - 1] <= "ん")
        or told_elsewhere(text, start)
    )


def grade(text: str, start: int, end: int) -> bool:
    """Say whether a one-sign era with a year is something else: the 大2年 of 東大2年, the 明3年 of 明3年生."""
    return kanji_before(text, start) or (
        text.startswith("生", end) and not text.startswith("生まれ", end)
    )
