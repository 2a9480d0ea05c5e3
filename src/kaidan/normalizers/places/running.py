"""Places in running text: known names, those that belong together joined to one expression, and what the text says happens there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from kaidan.text.scan import by_first, stands

from .choosing import choose
from .gazetteer import Entry, country_spellings, state
from .grammar import RUN, compiled, is_han, missions
from .model import Place, PlaceMention, Role
from .reading import Part
from .scanning import Name, names
from .whole import resolve_place

_BEFORE_A_TITLE = frozenset("副前元新")
_TITLES = by_first(
    "大統領 首相 総理 外相 外務 長官 国務 国防 大臣 財務 首席 氏 議長 書記 大使 報道官 夫人 殿下 陛下 国王 さん 教授 博士 委員 代表 "
    "補佐官 総裁 議員 知事 幹事長 代理 主席"
)
"""An office behind a name makes it a person's."""
_INITIALS = frozenset("米英仏独伊加豪露韓印蘭墨越泰比葡西希埃伯中")
"""One character for a state, in front of a town: 米ホノルル, 露・ウラジオストク."""
_NAMED_AFTER = by_first(
    "宣言 声明 合意 条約 議定 協定 憲章 コミュニケ 安全保障会議 プロセス 行動計画 行動指針 イニシアティブ ラウンド 原則 裁判 講和 体制 級 "
    "連合 諸国連合 委員会 議会 機構 共同体 開発銀行 経済協力 電力 ガス 放送 テレビ 鉄道 航空 商事 製鋼 重工 大学 新聞 銀行 研究所 タイムズ "
    "ポスト 証券 市場 問題 枠組み 目標 アジェンダ 覚書 共同宣言 共同声明 共同コミュニケ"
)
_STATES_BODY = by_first("新聞 銀行 放送 電力 航空 鉄道")
"""Behind a state only a body's own name tells it from one of that state: 中国新聞, but not 米国大学."""
_NEAR_BY = ("郊外", "市内", "近郊")
_NOW = by_first(
    "において における にて に到着 に滞在 を訪問 を訪れ を公式訪問 を公式に訪 を非公式訪問 を非公式に訪 を実務訪問 "
    "G7 G8 G20 Ｇ７ Ｇ８ Ｇ２０ APEC ＡＰＥＣ ASEM ＡＳＥＭ サミット オリンピック 首脳会"
)
_NO_PARTICLE = ("である", "であっ", "であり", "であろ", "です", "でき", "でも")
_EARLIER = (
    "昨年",
    "前回",
    "先般",
    "先に",
    "先の",
    "かつて",
    "以前",
    "前年",
    "同年",
    "過去の",
    "年の",
)
_OUTCOMES = ("合意", "議論", "やりとり", "会談", "結果", "成果")
_SINCE = ("以来", "の後の")
_LOOKING_BACK = ("を受け", "を踏まえ", "に続", "に基づ", *_SINCE)
_REACH = 44
_SOON = 9
_CLOSING = frozenset("」）)")
_CLAUSE_ENDS = frozenset("、。\0")
_WINDOW = 12
_ASIDE = _CLOSING.union("・", (word[0] for word in _NEAR_BY))
_OF_A_PERSON = _BEFORE_A_TITLE.union("筆", _TITLES)
_OF_NOW = _ASIDE.union("で", _NOW)


def find_places(text: str) -> list[PlaceMention]:
    """Return the places that a running text names, in its order, one mention for each expression, the finest place of it.

    >>> [(m.text, m.place.name.en) for m in find_places("訪問中の英国ロック・アーンにおいて、プーチン・ロシア大統領と会談")]
    [('英国ロック・アーン', 'Lough Erne'), ('ロシア', 'Russia')]
    >>> find_places("日露両首脳は、訪露した際のやりとりを踏まえ、我が国の立場を")
    []
    """
    found = []
    for at, expressions in _runs(text.replace("･", "・")):
        for first, last, place in expressions:
            start, end = at + first, at + last
            role: Role = "plain"
            scene = False
            sign = text[end : end + 1]
            if sign in _OF_A_PERSON and _is_person(text, end, place):
                continue
            if sign in _NAMED_AFTER and _is_named_after(text, end, place):
                role = "name-part"
            elif sign in _OF_NOW:
                scene = (
                    _is_now(text, end)
                    and not _is_recalled(text, start)
                    and not _looks_back(text, end)
                )
            found.append(PlaceMention(text[start:end], start, end, place, role, scene))
    return found


def _runs(text: str) -> Iterator[tuple[int, Sequence[tuple[int, int, Place]]]]:
    """Yield where the runs start that hold expressions for places, and these; of most runs only the wording is looked up."""
    at = 0
    for run in filter(_expressions, compiled(RUN).findall(text)):
        at = text.find(run, at)
        while _joins(text[at - 1 : at]) or _joins(
            text[at + len(run) : at + len(run) + 1]
        ):  # it is part of a longer one
            at = text.find(run, at + 1)
        yield at, _expressions(run)
        at += len(run)


@lru_cache(maxsize=1024)
def _joins(character: str) -> bool:
    """Tell whether a character, or none at the end of a text, belongs to a run beside it."""
    return compiled(RUN).match(character * 2) is not None


@lru_cache(maxsize=4096)
def _expressions(run: str) -> Sequence[tuple[int, int, Place]]:
    """Return where the expressions for places start and end in a run, and the places; most runs have none, and come again and again."""
    sent = missions(run) if "在" in run or "駐" in run else ()
    found = names(run)
    if sent:
        found = [name for name in found if not _within(name.start, sent)]
    elif not found:
        return ()
    read = [_read(run, group) for group in _groups(run, found)]
    read += [(start, end, resolve_place(run[start:end])) for start, end in sent]
    return sorted((start, end, place) for start, end, place in read if place)


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the spans, which stand in order, holds a point."""
    before = bisect_right(spans, at, key=itemgetter(0))
    return before > 0 and at < spans[before - 1][1]


def _read(text: str, group: Sequence[Name]) -> tuple[int, int, Place | None]:
    start, end = group[0].start, group[-1].end
    parts = [part for name in group for part in name.parts]
    initial = _initial(text, start, parts[0].entries)
    if initial and (outer := state(country_spellings()[initial[0]])):
        start -= len(initial)
        parts.insert(0, Part(initial, (outer,)))
    return start, end, choose(tuple(parts))


def _groups(text: str, found: Sequence[Name]) -> Iterator[list[Name]]:
    """Yield the names that stand together as one expression: イタリアのミラノ, 北海道・洞爺湖."""
    group: list[Name] = []
    for name in found:
        if group and not (
            text[group[-1].end : name.start] in {"", "・", "の"} and _holds(group[-1], name)
        ):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


def _holds(outer: Name, inner: Name) -> bool:
    """Tell whether the second name may be a place in the first."""
    large, small = outer.parts[-1].entries, inner.parts[0].entries
    if small[0].precision in {"country", large[0].precision} or large[0].precision == "venue":
        return False
    if large[0].precision == "locality" and small[0].precision != "venue":
        return False
    return any(a.country == b.country for a in large for b in small)


def _initial(text: str, start: int, found: Sequence[Entry]) -> str:
    """Return the state's one character in front of a town of that state, with its middle dot."""
    for width in (1, 2):
        initial = text[max(0, start - width) : start]
        if (
            len(initial) == width
            and initial[0] in _INITIALS
            and initial[1:] in {"", "・"}
            and not is_han(text[max(0, start - width - 1) : start - width])
        ):
            code = country_spellings()[initial[0]]
            return (
                initial
                if any(entry.country == code and entry.precision != "country" for entry in found)
                else ""
            )
    return ""


def _is_person(text: str, end: int, place: Place) -> bool:
    """Tell whether an office follows what looks like a town: クリントン大統領 is a man, ロシア大統領 comes from Russia."""
    if (
        place.precision == "country" or place.country is None or text[end - 1] in "都道府県州市町村"
    ):  # サハリン州知事
        return False
    return stands(
        text, end + (2 if text.startswith("筆頭", end) else text[end] in _BEFORE_A_TITLE), _TITLES
    )


def _is_named_after(text: str, end: int, place: Place) -> bool:
    """Tell whether a document or a body bears the name: 東京宣言, 欧州連合, but not 北方領土問題."""
    if not stands(text, end, _STATES_BODY if place.precision == "country" else _NAMED_AFTER):
        return False
    return place.precision != "region" or not text.startswith("問題", end)


def _is_now(text: str, end: int) -> bool:
    """Tell whether something happens at the place that ends there: において, での, を訪問, サミット."""
    at = end
    if text[end] in _ASIDE:
        at += text[end] in _CLOSING
        at += 2 if text.startswith(_NEAR_BY, at) else 0
    sign = text[at : at + 1]
    if sign == "で":
        return not text.startswith(_NO_PARTICLE, at)
    return stands(text, at + (sign == "・"), _NOW)


def _is_recalled(text: str, start: int) -> bool:
    """Tell whether the clause in front of the place says that this was earlier: 昨年の, 2008年の."""
    before = text[max(0, start - _WINDOW) : start]
    for word in _EARLIER:
        if word in before:
            clause = before[max(map(before.rfind, _CLAUSE_ENDS)) + 1 :]
            if word in clause and (word != "年の" or clause[: clause.find(word)][-1:].isdecimal()):
                return True
    return False


def _looks_back(text: str, end: int) -> bool:
    """Tell whether the clause goes on to what came of a meeting there: での会談の結果を踏まえ."""
    following = text[end : end + _REACH]
    for word in _LOOKING_BACK:
        if word in following:
            at = following.find(word)
            told = (
                at + len(word) <= _SOON if word in _SINCE else following.endswith(_OUTCOMES, 0, at)
            )
            if told and _CLAUSE_ENDS.isdisjoint(following[:at]):
                return True
    return False
