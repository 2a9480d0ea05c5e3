"""The names of places in running text, each where it stands: runs of katakana, names in Chinese characters, Japanese addresses."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data.spelling import exact

from .gazetteer import Entry, entries, han_starts, text_names
from .grammar import compiled, event
from .reading import Part, candidates, segment

TITLE = (
    r"(副|前|元|新|筆頭)?(大統領|首相|総理|外相|外務|長官|国務|国防|大臣|財務|首席|氏|議長|書記|大使|報道官|"
    r"夫人|殿下|陛下|国王|さん|教授|博士|委員|代表|補佐官|総裁|議員|知事|幹事長|代理|主席)"
)
"""An office behind a name makes it a person's."""

_KATAKANA = r"[ァ-ヴー・＝･]{2,}"
_PREFECTURE = "県|北海道|東京都|京都府|大阪府"
_ADDRESS_LENGTH = 12
_HAN_LENGTH = 8
_UNIT = "連邦共和国|社会主義共和国|自治共和国|共和国|連邦|合衆国|王国|大公国|自治区|自治州|地方|諸島|群島|半島|[州県省市町村区島湖]"
_OF_A_STATE = frozenset("民内会際家土境籍旗交連益防有立外産")  # 国民 and 国内 start with a 国 that ends no name


class Name(NamedTuple):
    """A stretch of the text and the places that it names one after the other."""

    start: int
    end: int
    parts: Sequence[Part]


def names(text: str) -> list[Name]:
    """Return the names in the order of the text; of two that overlap the first, of two that start together the longer."""
    found = sorted((*_addresses(text), *_han(text), *_katakana(text)), key=lambda name: (name.start, -name.end))
    kept: list[Name] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _addresses(text: str) -> Iterator[Name]:
    """Find what starts with a prefecture: as many characters behind it as name places in it."""
    for match in compiled(_PREFECTURE).finditer(text):
        start = match.start() if match[0] != "県" else _start_of_prefecture(text, match.end())
        if start is not None and (address := _address(text[start : _end_of_address(text, match.end())])):
            yield Name(start, start + len(address[0]), address[1])


def _end_of_address(text: str, start: int) -> int:
    end = start
    while end < start + _ADDRESS_LENGTH and _in_address(text[end : end + 1]):
        end += 1
    return end


def _start_of_prefecture(text: str, end: int) -> int | None:
    return next((end - width for width in (4, 3) if end >= width and text[end - width : end] in text_names()), None)


@lru_cache(maxsize=256)
def _address(text: str) -> tuple[str, Sequence[Part]] | None:
    """Return the longest beginning that names places one after the other, cutting no run of katakana, and those places."""
    ends = (end for end in range(len(text), 2, -1) if not compiled(_KATAKANA).match(text, end - 1))
    return next(((text[:end], parts) for end in ends if (parts := segment(text[:end]))), None)


def _is_han(character: str) -> bool:
    return "㐀" <= character <= "龥"


def _in_address(character: str) -> bool:
    return "一" <= character <= "龥" or "ァ" <= character <= "ヴ" or character in {"々", "ヶ", "ー"}


def _han(text: str) -> Iterator[Name]:
    index = han_starts()
    for match in _han_start().finditer(text):
        start = match.start()
        name = next((name for name in index.get(text[start : start + 2], ()) if _stands(name, text, start)), "")
        if name:
            yield _with_unit(text, Name(start, start + len(name), [Part(name, entries(name))]))


@cache
def _han_start() -> re.Pattern[str]:
    """Return the pattern for where a name in Chinese characters may start; it costs a ms to compile and saves one a page."""
    first, second = ("".join(sorted({start[at] for start in han_starts()})) for at in (0, 1))
    return re.compile(f"[{first}](?=[{second}])")


def _stands(name: str, text: str, start: int) -> bool:
    end = start + len(name)
    return text.startswith(name, start) and not (name[-1] == "国" and text[end : end + 1] in _OF_A_STATE)


def _katakana(text: str) -> Iterator[Name]:
    for match in compiled(_KATAKANA).finditer(text):
        for name in _in_run(match[0], _behind(text, match)):
            yield Name(match.start() + name.start, match.start() + name.end, name.parts)


def _behind(text: str, run: re.Match[str]) -> str:
    """Return the characters behind a run that belong to its last name: インド太平洋, アメリカ合衆国, or a unit."""
    start = end = run.end()
    while end < start + _HAN_LENGTH and _is_han(text[end : end + 1]):
        end += 1
    following = text[start:end]
    if not following:
        return ""
    last = run[0].rpartition("・")[2]
    ends = range(len(following), 0, -1)
    unit = compiled(_UNIT).match(text, run.end())
    return next((following[:end] for end in ends if last + following[:end] in text_names()), unit[0] if unit else "")


@lru_cache(maxsize=2048)
def _in_run(run: str, unit: str) -> tuple[Name, ...]:
    """Find the places in a run of katakana and the unit behind it (ロシア連邦, ハバロフスク地方).

    Beside a piece that nobody knows only states count: プーチン・ロシア大統領.
    """
    found: list[Name] = []
    pieces = re.split("[・･]", run)
    index, start, stranger = 0, 0, False
    while index < len(pieces):
        width, name, known = _longest(pieces[index:], unit)
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
        if len(name) > 1 and exact(name) in text_names():
            return width, name, entries(name)
    return 0, "", ()


def _alone(name: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in candidates(name) if entry.alone)


def _with_unit(text: str, name: Name) -> Name:
    """Return the name with the 市 or 県 behind it, where it has one."""
    unit = compiled(_UNIT).match(text, name.end)
    found = _alone(text[name.start : unit.end()]) if unit else ()
    return Name(name.start, unit.end(), [Part(text[name.start : unit.end()], found)]) if unit and found else name


def _is_strange(piece: str) -> bool:
    return bool(piece) and event(f"・{piece}") != "" and not entries(piece)
