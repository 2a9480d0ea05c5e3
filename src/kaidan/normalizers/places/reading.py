"""From a stretch of text to the places it may name: suffixes, glued names, venues."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from . import grammar
from .gazetteer import NEVER, STRING, TEXT, Entry, country_spellings, entries, is_venue, starts
from .model import Precision

_TOWN: Sequence[Precision] = ("locality",)
_STATE: Sequence[Precision] = ("country",)
_REGION: Sequence[Precision] = ("region",)
_AREA: Sequence[Precision] = ("region", "locality")
_UNITS: Mapping[str, Sequence[Precision]] = {  # the longer first where one ends in the other
    "特別市": _TOWN, "広域市": _TOWN, "市": _TOWN, "町": _TOWN, "村": _TOWN, "区": _TOWN, "都": _TOWN, "湾": _TOWN,
    **dict.fromkeys(
        (
            "社会主義連邦共和国", "民主社会主義共和国", "社会主義共和国", "イスラム共和国", "連邦民主共和国", "連邦共和国", "連合共和国",
            "人民民主共和国", "民主共和国", "人民共和国", "協同共和国", "合衆国", "首長国", "大公国", "公国", "独立国",
        ),
        _STATE,
    ),
    "自治共和国": _REGION, "共和国": ("country", "region"), "連邦": _STATE, "王国": _STATE, "国": _STATE,
    "州": _AREA, "県": _AREA, "省": _AREA, "郡": _AREA, "地方": _AREA, "道": _REGION, "府": _REGION,
    "半島": _REGION, "諸島": _REGION, "群島": _REGION, "島": ("region", "country", "locality"), "湖": ("locality", "region"),
}  # fmt: skip
_ALL_UNITS = tuple(_UNITS)
_BORROWED = ("島", "湖")
"""What may bear a town's name wherever it is: オンタリオ湖 is not by the Ontario of California."""
_MAY_END = frozenset("・市県州省道府都郡町村区島方)")
_DEPTH = 5
_GLUED_AT_LEAST = 3  # アルバ is a state, アルバニージー a man


class Part(NamedTuple):
    """A stretch of text and what it may name; ``whole`` is false where only its beginning was understood."""

    text: str
    entries: tuple[Entry, ...]
    whole: bool = True

    def __hash__(self) -> int:
        """Return a hash of the text alone, which tells nearly all parts apart: the entries have many fields."""
        return hash(self.text)


def candidates(text: str) -> tuple[Entry, ...]:
    """Return what ``text`` may be as it stands, without its unit (市, 州, 島) or without what stands around it (郊外, 北部)."""
    found = entries(text)
    if found:
        return found
    for unit in filter(text.endswith, _UNITS) if text.endswith(_ALL_UNITS) else ():
        before = text[-len(unit) - 1 : -len(unit)]
        if (
            len(text) > len(unit) + 1
            and before != "・"
            and not (before in "県都府" and unit != "市")
        ):  # 福島県郡山市 has no 福島県郡
            bare = entries(text[: -len(unit)])
            chosen = next(
                (
                    chosen
                    for precision in _UNITS[unit]
                    if (chosen := _of(precision, bare, own=unit not in _BORROWED))
                ),
                (),
            )
            if chosen:
                return chosen
    inner = grammar.around(text)
    return candidates(inner) if inner and inner != text else ()


def _of(precision: Precision, found: Sequence[Entry], *, own: bool = True) -> tuple[Entry, ...]:
    """Return the entries of that precision; with its unit a name may be a whole string, however small the town.

    Where the unit is not a town's ``own``, only a town known well may, or one of Japan.
    """
    some = (entry for entry in found if entry.precision == precision)
    if own or precision != "locality":
        return tuple(entry._replace(alone=max(entry.alone, STRING)) for entry in some)
    return tuple(
        entry if entry.alone == TEXT or entry.country == "JP" else entry._replace(alone=NEVER)
        for entry in some
    )


def segment(chunk: str, depth: int = _DEPTH) -> list[Part]:
    """Cut a chunk into the places it names one after the other; nothing where a stretch of it names none."""
    found = candidates(chunk)
    if found:
        return [Part(chunk, found)]
    if not depth:
        return []
    for cut, end in _cuts(chunk):
        head, rest = chunk[:end].rstrip("・"), grammar.joined(chunk[end:])
        if not head or rest in {"", head}:
            continue
        here = _head(head, cut=cut) or (candidates(head) if not cut and is_venue(rest) else ())
        if (
            here
            and (after := segment(rest, depth - 1))
            and (cut or (len(rest) > 1 and _related(here, after[0])))
        ):
            return [Part(head, here), *after]
    return []


def _related(outer: Sequence[Entry], inner: Part) -> bool:
    """Tell whether the two have a country in common, as glued names must: 英国ロンドン, but not 中東和平.

    A continent has no country, and what it has are states: 南米ペルー.
    A town too small to be named alone is no word of Chinese characters glued to a state: 中国文化.
    """
    if not any(entry.country for entry in outer):
        return inner.entries[0].precision == "country"
    named = (
        entry.country for entry in inner.entries if entry.alone or not grammar.is_han(inner.text[0])
    )
    return not {entry.country for entry in outer if entry.country}.isdisjoint(named)


def _cuts(chunk: str) -> Iterator[tuple[bool, int]]:
    """Yield where a chunk may be cut, first behind a unit or a middle dot or before a joint, then anywhere; the longer head first."""
    ends = range(len(chunk) - 1, 0, -1)
    natural = [end for end in ends if _natural(chunk, end)]
    yield from ((True, end) for end in natural)
    yield from ((False, end) for end in ends if end not in natural)


def _natural(chunk: str, end: int) -> bool:
    return chunk[end - 1] in _MAY_END or grammar.joined(chunk[end:]) != chunk[end:]


def _head(head: str, *, cut: bool) -> tuple[Entry, ...]:
    """Return what a beginning may name: anything before a natural cut; where katakana run on, a state or a region that stands alone."""
    if head.replace("・", "") in country_spellings():
        return entries(head)
    if cut:
        return candidates(head)
    if head[-1] == "国" and (states := _of("country", candidates(head))):  # ウガンダ共和国
        return states
    found = entries(head) if grammar.is_katakana(head[0]) or head[:2] in starts() else ()
    return tuple(
        entry
        for entry in found
        if entry.alone == TEXT and (entry.precision == "region" or entry.country == "JP")
    )


def read(chunk: str) -> list[Part]:
    """Return the places of a chunk; where its end is nobody's, the venue's town, or the prefecture, town or state that it starts with."""
    parts = segment(chunk)
    if parts:
        return parts
    if (own := grammar.without_owner(chunk)) != chunk:
        return read(own)
    town = grammar.venue(chunk)
    if town and (parts := _of_venue(town, organ=grammar.is_organ(chunk)) or _around_venue(town)):
        return parts
    if site := _town_of_venue(chunk):
        return [site]
    for end in range(len(chunk) - 1, 0, -1):
        head = chunk[:end].rstrip("・")
        if (
            head
            and _starts(head, chunk[end:])
            and not _bears_name(head, chunk[end:])
            and (parts := segment(head))
        ):
            return [*parts[:-1], parts[-1]._replace(whole=False)]
    return []


def _of_venue(town: str, *, organ: bool) -> list[Part]:
    """Return the places that a venue's name starts with; the state whose name it bears may send it: モスクワ日本センター, ロシア会館."""
    own = town if organ else _without_state(town)
    parts = segment(own) if own == town or len(own) > 1 else []  # 日露会館
    if not parts or not any(entry.alone for entry in (*parts[0].entries, *parts[-1].entries)):
        return []
    return [*parts[:-1], parts[-1]._replace(whole=False)]


def _around_venue(text: str) -> list[Part]:
    """Return the places before the last の that they stand in front of: ソチ郊外の大統領別荘, ロンドンのホテル."""
    outer, joint, _ = text.rpartition("の")
    if not joint:
        return []
    parts = segment(outer)
    return [*parts[:-1], parts[-1]._replace(whole=False)] if parts else _around_venue(outer)


def _without_state(text: str) -> str:
    """Return ``text`` without the state at its end: 札幌ロシア is 札幌, and ロシア nothing; カイロ keeps its ロ, パタイ its タイ."""
    starts = (
        start
        for start in range(len(text) - 1)
        if text[start:] in country_spellings() and not _in_katakana(text, start)
    )
    return text[: next(starts, len(text))]


def _in_katakana(text: str, at: int) -> bool:
    """Tell whether katakana run on over that point."""
    return at > 0 and grammar.is_katakana(text[at - 1]) and grammar.is_katakana(text[at])


def host(place: str) -> str:
    """Return the place that a mission is in from what stands before its kind: the state that sent it may follow (札幌ロシア)."""
    return place if candidates(place) else _without_state(place) or place


def _town_of_venue(chunk: str) -> Part | None:
    """Return the Japanese town that a venue starts with or a hotel ends with: 金沢東急ホテル, ヒルトン東京."""
    ends = range(len(chunk) - 1, 1, -1)
    stretches = [chunk[:end] for end in ends] if grammar.venue(chunk) is not None else []
    if grammar.is_hotel(chunk):
        stretches += [chunk[-end:] for end in ends]
    for stretch in stretches:
        found = _of("locality", entries(stretch)) if grammar.is_port(chunk) else entries(stretch)
        towns = tuple(
            entry
            for entry in found
            if entry.country == "JP" and entry.precision == "locality" and entry.alone
        )
        if towns and not grammar.is_katakana(stretch[0]):
            return Part(stretch, towns, whole=False)
    return None


def _starts(head: str, rest: str) -> bool:
    """Tell whether a chunk may be read by its beginning alone: 長野市茶臼山…, ドイツ・何とか, but never 仏教 or 米軍."""
    cut = head[-1] != rest[0] and not _in_katakana(head + rest, len(head))
    rest = grammar.joined(rest)
    if head[-1] == "島" and grammar.may_be_name(rest):
        return len(head) > 2
    if head[-1] == "省":  # 吉林省, but not 外務省
        return bool(_of("region", entries(head)))
    if head[-1] in "県州市町村区" or head in {"北海道", "東京都", "京都府", "大阪府"}:
        return len(head) > 2
    return (
        head.replace("・", "") in country_spellings()
        and len(head) > (1 if cut else _GLUED_AT_LEAST)
        and grammar.may_be_name(rest)
    )


def _bears_name(head: str, rest: str) -> bool:
    """Tell whether a venue only bears the name of a state, wherever it is: 日本センター."""
    return (
        grammar.venue(rest) is not None
        and not grammar.is_organ(rest)
        and head in country_spellings()
    )
