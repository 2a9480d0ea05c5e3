"""Neighbours that tell a date from a count, an age, a name or a piece of a longer word.

A number with its era, or with a month behind it, needs little proof. A bare 三年, 5月 or 10日 mostly counts something: a year of four
digits is taken unless what follows counts; a year of two digits, a month or a day only where the text goes on as after a date.
"""

import re
from functools import cache

_COUNTS = (
    r"間|以上|以内|以下|未満|余|ぶり|振り|分の|ごと|毎|おき|程度|当たり|あたり|につき|越し|がかり|にわた|に亘|に及|"
    r"強(?!化|靱)|弱(?!者)|目(?!標|的|途|次|指)"
)
_COUNTED_YEARS = (
    rf"{_COUNTS}|近く|連続|周年|物(?!価)|債|忌|祭|の(?:歴史|伝統|歳月|時を)|"
    r"来(?![日訪年場春夏秋冬])|後(?![半期])|前(?![半期後])"
)
_EVENT = (
    r"の?[一-龥ァ-ヶー]{0,8}?(?:宣言|大会|五輪|条約|協定|憲章|憲法|合意|共同|声明|体制|安保|総選挙|不況|危機|"
    r"締結|署名|発効|制定|成立|採択|改[正定訂]|調印|会[談議見]|提案|訪[日米中ソ露ロ]|来日|サミット)"
)
_GOES_ON = r"$|[、。,.)」』:;；~\0・/|]|から|まで|より|へ|以[降前来]|現在|時点|頃|ごろ|開[催始会幕]|施行|公布|発効|締結|署名"
_A_FEW = r"(?:[~-]|から)[0-9]{1,2}日(?:間|程度|ほど|くらい|ぐらい|以[内上下])"

_PATTERNS = {
    "counted years": rf"(?:{_COUNTED_YEARS})",
    "counted short years": (
        rf"(?:{_COUNTED_YEARS}|[もをがはで]|(?!{_EVENT}|の[こそ]の)の|に[一二三1-3満達な至]|史|記念|計画|契約|任期|保存|保証|ローン|齢|次|比|生|制(?!定)|"
        r"勤続|運転|戦争|租借|期)"
    ),
    "shows a year": (
        rf"[ ]?(?:{_EVENT}|の[こそ]の|オリンピック|安全保障|以[降後来]|当時|[春夏秋冬](?![期至分])|初頭|末|頃|ごろ|版|"
        r"に(?![わ亘及一二三1-3渡達満な至])|[、・,][ ]?[0-9一二三四五六七八九]{2}年)"
    ),
    "counted days": rf"(?:{_COUNTS}|後|前(?!後)|分|連続|[程])",
    "month goes on": (
        rf"\s*(?:{_GOES_ON}|[はのへ]|が(?!丘)|と(?!す|な|し)|に(?!満|[一二三1-3]|わた|及)|も(?![前後])|を(?!要|経|超|越|過|下回|上回|限)|で(?!き)|"
        r"[上中下初]旬|末|中|分(?!の[一二三1-9])|実施)"
    ),
    "day goes on": (
        rf"(?!{_A_FEW})\s*(?:{_GOES_ON}|[-(]|投開?票|告示|公示|召集|閉[会幕]|は(?!かか|必要|続)|に(?![わ亘渡及つ一二三四五六七八九十数0-9])|"
        r"の(?!うち|猶予|休暇|遅れ|日程|期間|余裕|滞在|旅|有給|工期|間|長)|と(?![かい経])|付|午[前後]|正午|夜|朝|夕|未明|早朝|深夜|昼|発[表効令]?(?!目)|"
        r"土|[0-9]{1,2}(?:時(?!間)|:))"
    ),
    "counted": (
        r"(?:懲役|禁[錮固]|拘留|停職|日数[はが:]?|第|約|満|全|計|延べ?|丸|まる|数|各|毎|過去|今後|あと|わずか|たった|およそ|ほぼ|最[長短大低]|戦[後前中]|生後|[泊勝敗]|[年月週間][前後]の|"
        r"皇紀|紀元前?|民国|仏暦|檀紀|光緒|宣統|咸豊|同治|[0-9][.,:/]|[A-Za-z])[ ]?$"
    ),
    "a few": r"[一二三四五六七八1-8][、・,~-]$",
    "first of a month": (
        r"(?!の|[1-9一二三四五六七八九数]|[平当]|で(?!開))|の(?=午|朝|夕|夜|閣議|[本総][会選]|[一-龥ァ-ヶー]{0,8}?(?:会[見談議合]|総会|大会|委員会|選挙|訪問|地震|"
        r"事故|事件|式典|演説|答弁|決定|声明|発[表言]|時点|施行|公布|開催))"
    ),
    "thousands": r"(?<=,)[0-9]{3}(?![0-9])",
    "begins a word": r"(?:比|同期|並み|割れ|齢|代|輩|次|本|的|金機構|銀|産|刊|香|葉|選)",
    "hoped for": r"(?:への|を(?!もっ)|に向け|の(?:日本|世界|社会|未来|地域|暮らし|くらし|まち))",
    "goes on as today": r"(?:、|,|は(?!じめ)|午|夕|朝|の(?:午|閣議|会))",
    "goes on as kana": r"(?:[、,。はのにもへ\s午朝夕夜(一-龥]|から|まで|$)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def _before(name: str, text: str, start: int) -> bool:
    return bool(_pattern(name).search(text[max(0, start - 5) : start]))


def counted_before(text: str, start: int) -> bool:
    """Say whether what stands before a number makes it a count, an ordinal or a part of another number."""
    return _before("counted", text, start) or bool(_pattern("thousands").match(text, start))


def one_of_a_few(text: str, start: int) -> bool:
    """Say whether what stands before a day makes it the second half of 二、三日."""
    return _before("a few", text, start)


def first_of_month(text: str, end: int) -> bool:
    """Say whether 1日 is the first of a month, and not the length or the course of a day: 1日の会見, but 1日の流れ."""
    return bool(_pattern("first of a month").match(text, end))


def counts_years(text: str, end: int, *, short: bool) -> bool:
    """Say whether what follows 年 makes the number before it a count of years; a ``short`` number has two digits."""
    return bool(_pattern("counted short years" if short else "counted years").match(text, end))


def counts_days(text: str, end: int) -> bool:
    """Say whether what follows 日 or 月 makes the number before it a count."""
    return bool(_pattern("counted days").match(text, end))


def shows_year(text: str, end: int) -> bool:
    """Say whether what follows the 年 of a two-digit number, as in 56年宣言, shows that it is a year."""
    return bool(_pattern("shows a year").match(text, end))


def goes_on(text: str, end: int, unit: str) -> bool:
    """Say whether the text goes on after a bare "month" or "day" as it does after dates."""
    return bool(_pattern(f"{unit} goes on").match(text, end))


def within_word(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a word such as 本年 or 同日 is a piece of another: 日本年金, 合同日本代表, 今日的."""
    if word in ("今日", "きょう"):
        return not _pattern("goes on as today").match(text, end)
    if "ぁ" <= word[0] <= "ん":
        return word != "ことし" and not _pattern("goes on as kana").match(text, end)
    if _pattern("begins a word").match(text, end) or (word == "明日" and _pattern("hoped for").match(text, end)):
        return True
    if text.endswith(("翌", "昨"), 0, start):  # 翌翌年, 一昨昨年
        return True
    return word[0] in "本同今来前去先明" and kanji_before(text, start) and not told_elsewhere(text, start)


def within_number(text: str, start: int) -> bool:
    """Say whether a number goes on with what stands before it: a telephone number, a path, a version."""
    return start > 0 and (text[start - 1] in "./_-" or (text[start - 1].isascii() and text[start - 1].isalnum()))


def kanji_before(text: str, start: int) -> bool:
    """Say whether a kanji stands right before, so that what follows may be the rest of a word."""
    return start > 0 and ("一" <= text[start - 1] <= "龥" or text[start - 1] == "々")


def told_elsewhere(text: str, start: int) -> bool:
    """Say whether what stands before says where a day is counted: 日本時間同日, 現地8日."""
    return text.endswith(("時間", "現地"), 0, start)


def stands_free(text: str, start: int) -> bool:
    """Say whether nothing before a bare day belongs to it: 残業20日 and セミナー2日 are no dates."""
    return start == 0 or not (text[start - 1].isalnum() and not "ぁ" <= text[start - 1] <= "ん") or told_elsewhere(text, start)


def grade(text: str, start: int, end: int) -> bool:
    """Say whether a one-sign era with a year is something else: the 大2年 of 東大2年, the 明3年 of 明3年生."""
    return kanji_before(text, start) or text.startswith("生", end)
