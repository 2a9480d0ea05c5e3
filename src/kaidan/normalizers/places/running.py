"""Places in running text: runs of katakana, known names in Chinese characters, and what joins them to one expression."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .gazetteer import Entry, countries, country_spellings, entries, kanji_names
from .model import Place, PlaceMention
from .whole import choose, segment

_KATAKANA = re.compile(r"[ァ-ヴー・＝･]{2,}")
_EVENT = re.compile(r"(サミット|オリンピック|パラリンピック|フォーラム|コミュニケ|プロセス|ラウンド)$")
_TITLE = re.compile(r"(副|前|元|新|筆頭)?(大統領|首相|総理|外相|外務|長官|国務|国防|大臣|氏|議長|書記|大使|報道官|夫人|殿下|陛下|国王|さん|教授|博士|委員|代表|補佐官|総裁|議員|知事)")
_NAME_PART = re.compile(r"\s*(共同)?(宣言|声明|合意|条約|議定書|協定|憲章|コミュニケ|安全保障会議|プロセス|行動計画|イニシアティブ|ラウンド|議定|裁判|講和|大学|新聞|銀行|研究所|級|タイムズ|ポスト|証券)")
_SCENE = re.compile(r"[」）)]?\s*(郊外|市内|近郊)?(において|における|にて|で(?!は?あ|す|き|も)|を(公式|非公式)?に?訪問|に(到着|滞在|て)|・?(G[0-9７８]|Ｇ|APEC|ＡＰＥＣ|ASEM|サミット|オリンピック|東方経済))")
_RECALLED = re.compile(r"(昨年|前回|先般|一昨年|かつて|以前|前年|同年|先の|過去の)[^、。]{0,8}$")
_RECALLING = re.compile(r"[^、。]{0,24}(における|での)?(合意|議論|やりとり|会談|結果|成果)?(を受け|を踏まえ|に続|に基づ|以来|の後|後の)")
_LINK = re.compile(r"[・の]?")
_PREFECTURE = re.compile(r"(北海道|東京都|京都府|大阪府|(?:神奈川|和歌山|鹿児島|[一-龥]{2})県)[一-龥々ヶケノ之ぁ-んァ-ヴー]{0,14}")
_AFTER_STATE = set("民内会際家土境籍旗交連益防有立外産")
_ONE_KANJI = "米英仏独伊加豪露韓印蘭墨越泰比葡西希埃伯"


class _Atom(NamedTuple):
    start: int
    end: int
    entries: tuple[Entry, ...]
    parts: Sequence[tuple[str, tuple[Entry, ...]]] = ()


def find_places(text: str) -> list[PlaceMention]:
    """Return the places that a running text names, in the order of the text, one mention for each expression.

    >>> [(m.text, m.place.name.en) for m in find_places("訪問中の英国ロック・アーンにおいて、プーチン・ロシア大統領と会談")]
    [('英国ロック・アーン', 'Lough Erne'), ('ロシア', 'Russia')]
    """
    atoms = sorted((*_katakana(text), *_kanji(text)), key=lambda a: (a.start, -a.end))
    return list(_mentions(text, _apart(atoms)))


def _apart(atoms: Sequence[_Atom]) -> list[_Atom]:
    kept: list[_Atom] = []
    for atom in atoms:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _katakana(text: str) -> Iterator[_Atom]:
    for run in _KATAKANA.finditer(text):
        yield from _in_run(text, run.start(), run[0].strip("・"), run.start() + len(run[0]) - len(run[0].lstrip("・")))


def _in_run(text: str, _: int, run: str, offset: int) -> Iterator[_Atom]:
    pieces = run.split("・")
    index = 0
    unknown_before = False
    while index < len(pieces):
        start = offset + sum(len(piece) + 1 for piece in pieces[:index])
        for stop in range(len(pieces), index, -1):
            joined = "・".join(pieces[index:stop])
            named = _EVENT.sub("", joined).rstrip("・")
            found = entries(named) if len(named) > 1 else ()
            free = [e for e in found if _free(e, named)]
            if free:
                country = free[0].precision == "country"
                end = start + len(named)
                follower = pieces[stop] if stop < len(pieces) else ""
                person = _TITLE.match(text, end) or (follower and not entries(follower) and not _EVENT.search(follower) and named == joined)
                prefixed = text[start - 1 : start] in _ONE_KANJI if start else False
                if country or not (unknown_before or person) or prefixed:
                    yield _Atom(start, end, found)
                index = stop
                unknown_before = False
                break
        else:
            index += 1
            unknown_before = True


def _free(entry: Entry, spelling: str) -> bool:
    """Tell whether a name may stand in running text without its country beside it."""
    return entry.precision == "country" or (bool(entry.hand) and len(spelling) > 1) or (entry.rank >= 300_000 and len(spelling) > 3)


@cache
def _kanji_index() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    index: dict[str, list[str]] = {}
    for name in sorted(kanji_names(), key=len, reverse=True):
        index.setdefault(name[:2], []).append(name)
    first = "".join(sorted({key[0] for key in index}))
    second = "".join(sorted({key[1] for key in index}))
    return re.compile(f"[{first}](?=[{second}])"), {key: tuple(names) for key, names in index.items()}


def _kanji(text: str) -> Iterator[_Atom]:
    for match in _PREFECTURE.finditer(text):
        for end in range(match.end(), match.start() + 2, -1):
            parts = segment(text[match.start() : end])
            if parts:
                yield _Atom(match.start(), end, parts[-1][1], parts)
                break
    pattern, index = _kanji_index()
    for match in pattern.finditer(text):
        at = match.start()
        for name in index.get(text[at : at + 2], ()):
            if text.startswith(name, at) and not (name[-1] == "国" and text[at + len(name) : at + len(name) + 1] in _AFTER_STATE):
                found = entries(name)
                country = found[0].precision == "country"
                if country or not _TITLE.match(text, at + len(name)):
                    yield _Atom(at, at + len(name), found)
                break


def _mentions(text: str, atoms: Sequence[_Atom]) -> Iterator[PlaceMention]:
    index = 0
    while index < len(atoms):
        group = [atoms[index]]
        while index + 1 < len(atoms):
            gap = text[group[-1].end : atoms[index + 1].start]
            if not _LINK.fullmatch(gap) or not _within(group[-1], atoms[index + 1]):
                break
            index += 1
            group.append(atoms[index])
        index += 1
        start, end = group[0].start, group[-1].end
        parts = [part for a in group for part in (a.parts or [(text[a.start : a.end], a.entries)])]
        prefix = _prefix(text, start, group[0].entries)
        if prefix:
            start -= len(prefix)
            code = country_spellings()[prefix[0]]
            parts.insert(0, (prefix, (countries()[code],)))
        place = choose(parts)
        if place is not None:
            yield _mention(text, start, end, place)


def _within(outer: _Atom, inner: _Atom) -> bool:
    if inner.entries[0].precision in {"country", outer.entries[0].precision} or outer.entries[0].precision not in {"country", "region"}:
        return False
    return any(a.country == b.country for a in outer.entries for b in inner.entries)


def _prefix(text: str, start: int, found: Sequence[Entry]) -> str:
    """Return the country's one character in front (米ホノルル, 露・ウラジオストク), where it fits what follows."""
    for width in (1, 2):
        head = text[max(0, start - width) : start]
        if len(head) == width and head[0] in _ONE_KANJI and head[1:] in {"", "・"}:
            code = country_spellings().get(head[0])
            before = text[start - width - 1 : start - width]
            if any(e.country == code and e.precision != "country" for e in found) and not re.match(r"[一-龥]", before):
                return head
    return ""


def _mention(text: str, start: int, end: int, place: Place) -> PlaceMention:
    part = bool(_NAME_PART.match(text, end)) and place.precision != "country"
    scene = bool(_SCENE.match(text, end)) and not part and not _RECALLED.search(text[max(0, start - 16) : start]) and not _RECALLING.match(text, end)
    return PlaceMention(text[start:end], start, end, place, "name-part" if part else "plain", scene)
