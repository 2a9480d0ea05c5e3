"""The names of places in a text, each where it stands: in katakana, in Chinese characters, Japanese addresses."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .gazetteer import Entry, entries, han_firsts, stands_in_text, starts
from .grammar import compiled, event, is_han, joined
from .reading import Part, candidates

_KATAKANA = "[ァ-ー＝]{2,}"
_PREFECTURES = ("県", "北海道", "東京都", "京都府", "大阪府")
_ADDRESS_LENGTH = 12
_MOST_PIECES = 8
"""No name has more pieces between its middle dots."""
_UNITS = {  # by their first character, the longer first
    "連": ("連邦共和国", "連邦"), "社": ("社会主義共和国",), "自": ("自治共和国", "自治区", "自治州"), "共": ("共和国",), "合": ("合衆国",),
    "王": ("王国",), "大": ("大公国",), "地": ("地方",), "諸": ("諸島",), "群": ("群島",), "半": ("半島",),
    "北": ("北道",), "南": ("南道",), **{unit: (unit,) for unit in "州県省市町村区島湖"},
}  # fmt: skip
_OF_A_STATE = frozenset(
    "民内会際家土境籍旗交連益防有立外産"
)  # 国民 and 国内 start with a 国 that ends no name


class Name(NamedTuple):
    """A stretch of the text and the places that it names one after the other."""

    start: int
    end: int
    parts: Sequence[Part]


def names(text: str) -> list[Name]:
    """Return the names in the order of the text; of two that overlap the first, of two that start together the longer."""
    found = _in_han(text) + _in_katakana(text)
    if len(found) < 2:
        return found
    kept: list[Name] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if not kept or (name.start >= kept[-1].end and not _is_of(kept[-1], name)):
            kept.append(name)
    return kept


def _is_of(state: Name, venue: Name) -> bool:
    """Tell whether the second name is not the venue in Japan but the one of the state in front of it: ロシア外務省."""
    outer, inner = state.parts[-1].entries[0], venue.parts[0].entries[0]
    return (
        state.end == venue.start
        and outer.precision == "country"
        and inner.precision == "venue"
        and outer.country != inner.country
    )


def _in_han(text: str) -> list[Name]:
    firsts = han_firsts()
    if firsts.isdisjoint(text):
        return []
    index, found = starts(), []
    for start, character in enumerate(text):
        if (
            character in firsts
            and (alike := index.get(text[start : start + 2]))
            and (is_han(character) or is_han(text[start + 1]))
        ):
            for name in alike.split("\t"):
                if text.startswith(name, start) and _ends(name, text, start):
                    found.append(
                        _extended(text, Name(start, start + len(name), [Part(name, entries(name))]))
                    )
                    break
    return found


def _extended(text: str, name: Name) -> Name:
    """Return the name with what follows in a prefecture, or with the 市 or 県 behind it."""
    return (
        _address(text, name)
        if text.endswith(_PREFECTURES, name.start, name.end)
        else _with_unit(text, name)
    )


def _ends(name: str, text: str, start: int) -> bool:
    """Tell whether the name is no part of a longer word: 国民, 関西都市圏."""
    following = text[start + len(name) :][:1]
    if name[-1] == "市":
        return following != "場" and not is_han(text[max(0, start - 1) : start])  # 関西都市圏
    return name[-1] != "国" or following not in _OF_A_STATE


def _address(text: str, prefecture: Name) -> Name:
    """Return the prefecture with what stands behind it in it: 静岡県伊東市川奈."""
    following = (
        text[prefecture.end : prefecture.end + _ADDRESS_LENGTH]
        .partition("の")[0]
        .partition("・")[0]
    )
    end, parts = prefecture.end, [*prefecture.parts]
    while inner := _inner(following, parts[0].entries[0].subdivision):
        end += len(following) - len(inner[1])
        following = inner[1]
        parts.append(inner[0])
    return Name(prefecture.start, end, parts)


def _inner(text: str, subdivision: str | None) -> tuple[Part, str] | None:
    """Return the longest beginning that names a place in the prefecture, cutting no run of katakana, and what follows it."""
    text = joined(text)
    for end in range(len(text), 1, -1):
        if compiled(_KATAKANA).match(text, end - 1):
            continue
        found = tuple(
            entry
            for entry in candidates(text[:end])
            if entry.subdivision == subdivision or not entry.country
        )
        if found:
            return Part(text[:end], found), text[end:]
    return None


def _with_unit(text: str, name: Name) -> Name:
    """Return the name with the 市 or 県 behind it, where it has one."""
    unit = _unit(text, name.end)
    found = _alone(text[name.start : name.end] + unit) if unit else ()
    end = name.end + len(unit)
    return Name(name.start, end, [Part(text[name.start : end], found)]) if found else name


def _unit(text: str, end: int) -> str:
    for unit in _UNITS.get(text[end : end + 1], ()):
        if text.startswith(unit, end) and not text.startswith("市場", end):
            return unit
    return ""


def _in_katakana(text: str) -> list[Name]:
    found: list[Name] = []
    katakana = compiled(_KATAKANA)
    match = katakana.search(text)
    while match:
        start, end = match.span()
        behind = _behind(text, start, end) if is_han(text[end : end + 1]) else ""
        pieces = [
            Name(start + name.start, start + name.end, name.parts)
            for name in _pieces(match[0], behind)
        ]
        if behind and pieces and pieces[0].end > end and (way := _way(text, pieces[0].start)):
            pieces = _with_way(text, pieces[0], way)
        found += pieces
        match = katakana.search(text, end)
    return found


def _way(text: str, start: int) -> str:
    """Return the direction in front of a name: 南東, 中部, but not the 中 of 訪問中."""
    front = text[:start].rstrip("東西南北中央部")
    return "" if is_han(front[-1:]) else text[len(front) : start]


def _with_way(text: str, name: Name, way: str) -> list[Name]:
    """Return the name with the direction in front of it, or nothing: a 北何々州 that nobody knows is not 何々州."""
    start = name.start - len(way)
    whole = text[start : name.end]
    return [Name(start, name.end, [Part(whole, found)])] if (found := _alone(whole)) else []


def _behind(text: str, start: int, end: int) -> str:
    """Return the characters behind katakana that belong to its last name: インド太平洋, アメリカ合衆国, or a unit."""
    last = max(start, text.rfind("・", start, end) + 1)
    for name in starts().get(text[last : last + 2], "").split("\t"):
        if len(name) > end - last and text.startswith(name, last):
            return name[end - last :]
    return _unit(text, end)


@lru_cache(maxsize=2048)
def _pieces(katakana: str, unit: str) -> tuple[Name, ...]:
    """Find the places in katakana and the unit behind it (ロシア連邦, ハバロフスク地方).

    Beside a piece that nobody knows only states count: プーチン・ロシア大統領.
    """
    found: list[Name] = []
    pieces = katakana.split("・")
    index, start, stranger = 0, 0, False
    while index < len(pieces):
        ahead = pieces[index : index + _MOST_PIECES]
        width, name, known = (
            _longest(ahead, unit if index + len(ahead) == len(pieces) else "")
            if pieces[index]
            else (0, "", ())
        )
        if width:
            follows = pieces[index + width] if index + width < len(pieces) else ""
            if known[0].precision == "country" or not (stranger or _is_strange(follows)):
                found.append(Name(start, start + len(name), [Part(name, known)]))
        stranger = not width and bool(pieces[index])
        width = width or 1
        start += sum(map(len, pieces[index : index + width])) + width
        index += width
    return tuple(found)


def _longest(pieces: Sequence[str], unit: str) -> tuple[int, str, tuple[Entry, ...]]:
    """Return the longest beginning that names a place: how many pieces, the name without its event, what it may be."""
    for width in range(len(pieces), 0, -1):
        name = "・".join(pieces[:width])
        if unit and width == len(pieces) and (found := _alone(name + unit)):
            return width, name + unit, found
        name = event(name)
        if len(name) > 1 and stands_in_text(name.replace("・", "").replace("＝", "")):
            return width, name, entries(name)
    return 0, "", ()


def _alone(name: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in candidates(name) if entry.alone)


def _is_strange(piece: str) -> bool:
    return bool(piece) and event(f"・{piece}") != "" and not entries(piece)
