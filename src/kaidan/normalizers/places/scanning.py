"""The names of places in running text, each where it stands: runs of katakana, names in Chinese characters, Japanese addresses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from .gazetteer import TEXT, Entry, entries, han_names
from .grammar import event
from .reading import Part, segment

TITLE = re.compile(
    r"(副|前|元|新|筆頭)?(大統領|首相|総理|外相|外務|長官|国務|国防|大臣|財務|首席|氏|議長|書記|大使|報道官|夫人|殿下|陛下|国王|さん|教授|博士|委員|代表|補佐官|総裁|議員|知事|幹事長|代理|主席)"
)
"""An office behind a name makes it a person's."""

_KATAKANA = re.compile(r"[ァ-ヴー・＝･]{2,}")
_ADDRESS = re.compile(r"(北海道|東京都|京都府|大阪府|(?:神奈川|和歌山|鹿児島|[一-龥]{2})県)[一-龥々ヶケノァ-ヴー]{0,14}")
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
    for match in _ADDRESS.finditer(text):
        for end in range(match.end(), match.start() + 2, -1):
            if not _KATAKANA.match(text, end - 1) and (parts := segment(text[match.start() : end])):
                yield Name(match.start(), end, parts)
                break


def _han(text: str) -> Iterator[Name]:
    pattern, index = _han_index()
    for match in pattern.finditer(text):
        start = match.start()
        name = next((name for name in index.get(text[start : start + 2], ()) if _stands(name, text, start)), "")
        if name:
            yield Name(start, start + len(name), [Part(name, entries(name))])


@cache
def _han_index() -> tuple[re.Pattern[str], Mapping[str, Sequence[str]]]:
    """Return a pattern for where a name may start, and the names by their first two characters, the longest first."""
    index: dict[str, list[str]] = {}
    for name in sorted(han_names(), key=lambda name: (-len(name), name)):
        index.setdefault(name[:2], []).append(name)
    first, second = ("".join(sorted({key[at] for key in index})) for at in (0, 1))
    return re.compile(f"[{first}](?=[{second}])"), index


def _stands(name: str, text: str, start: int) -> bool:
    end = start + len(name)
    return text.startswith(name, start) and not (name[-1] == "国" and text[end : end + 1] in _OF_A_STATE)


def _katakana(text: str) -> Iterator[Name]:
    for match in _KATAKANA.finditer(text):
        run = match[0].strip("・･")
        start = match.start() + match[0].index(run) if run else 0
        yield from _in_run(text, start, re.split("[・･]", run))


def _in_run(text: str, start: int, pieces: Sequence[str]) -> Iterator[Name]:
    """Find the places in a run; next to a piece that nobody knows it is a person's name, but for a state: プーチン・ロシア大統領."""
    index, stranger = 0, False
    while index < len(pieces):
        width, name, found = _longest(pieces[index:])
        if not found:
            index, start, stranger = index + 1, start + len(pieces[index]) + 1, True
            continue
        follows = pieces[index + width] if index + width < len(pieces) else ""
        state = found[0].precision == "country"
        if state or not (stranger or _is_strange(follows) or TITLE.match(text, start + len(name))):
            yield Name(start, start + len(name), [Part(name, found)])
        start += sum(map(len, pieces[index : index + width])) + width
        index, stranger = index + width, False


def _longest(pieces: Sequence[str]) -> tuple[int, str, tuple[Entry, ...]]:
    """Return the longest beginning that names a place: how many pieces, the name without its event, what it may be."""
    for width in range(len(pieces), 0, -1):
        name = event("・".join(pieces[:width]))
        found = entries(name) if len(name) > 1 else ()
        if any(entry.alone == TEXT for entry in found):
            return width, name, found
    return 0, "", ()


def _is_strange(piece: str) -> bool:
    return bool(piece) and event(f"・{piece}") != "" and not entries(piece)
