"""The whole string names a place: a small grammar over the gazetteer."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import cos, hypot, radians

from .gazetteer import Entry, countries, country_spellings, entries
from .model import Name, Place

_NOT_A_PLACE = re.compile(
    r"[0-9]{3,}|[。:：？！]|会談$|大統領|首相|総理|大臣|外相|長官|[語軍人製]$|形式|時間|仮訳|骨子|英語|印刷|中止|表記|未定|調整中|オンライン"
)
_BEFORE = re.compile(r"^(於|場所|開催地|開催場所|会場)[:：]?|^(在|駐)(?=.+(館|代表部|大使)$)")
_AFTER = re.compile(
    r"((において|における|での|にて|での開催|で開催|で|への|へ|を訪問|訪問中|訪問|出張|滞在中|滞在|開催|ほか|他|など|等)|"
    r"(G[78]|G20|APEC|ASEM|ASEAN|NATO|核セキュリティ|主要国)?・?(首脳会[議合]|サミット)|(APEC|G[78]|G20|ASEM)|"
    r"日本国?(大使館|総領事館|政府代表部)|五輪|オリンピック)$"
)
_AROUND = re.compile(r"(市内|郊外|近郊|周辺|沖|近く|地域|付近|[東西南北中]{1,2}部|沿岸|一帯)$")
_FILLER = re.compile(r"^(の首都|首都|の|[東西南北中]{1,2}部の?|・|、|\s|にある)+")
_SPLIT = re.compile(r"[、,，/／\s「」『』\"“”＊*→⇒]+|(?<=.)の(?=.)")
_BRACKETS = re.compile(r"[（(〔［\[【]([^）)〕］\]】]*)[）)〕］\]】]")
_SUFFIXES = (
    ("市", ("locality",)), ("町", ("locality",)), ("村", ("locality",)), ("区", ("locality",)), ("都", ("locality",)),
    ("州", ("region", "locality")), ("県", ("region", "locality")), ("省", ("region", "locality")), ("島", ("region", "locality")),
    ("道", ("region",)), ("府", ("region",)), ("郡", ("region", "locality")), ("地方", ("region", "locality")), ("諸島", ("region",)),
    ("共和国", ("country", "region")), ("半島", ("region",)), ("湖", ("locality", "region")), ("特別市", ("locality",)),
    ("広域市", ("locality",)), ("湾", ("locality",)), ("連邦", ("country",)), ("国", ("country",)),
)  # fmt: skip


def km(a: Entry, b: Entry) -> float:
    """Return the distance between two entries, flat, good to a percent or two within a country."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return 0.0
    return 111.2 * hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2)))


def candidates(text: str) -> tuple[Entry, ...]:
    """Return what ``text`` may be as it stands, or without its suffix (市, 州, 島 …) or what stands around it (郊外, 北部 …)."""
    if not text:
        return ()
    found = entries(text)
    if found:
        return found
    for suffix, precisions in _SUFFIXES:
        if text.endswith(suffix) and len(text) > len(suffix) + 1:
            bare = [entry for entry in entries(text[: -len(suffix)]) if entry.precision in precisions]
            for precision in precisions:
                if chosen := tuple(entry for entry in bare if entry.precision == precision):
                    return chosen
    around = _AROUND.search(text)
    return candidates(text[: around.start()]) if around and around.start() else ()


def segment(chunk: str, depth: int = 0) -> list[tuple[str, tuple[Entry, ...]]] | None:
    """Cut a chunk without strong separators into places, or return None where something in it is none."""
    found = candidates(chunk)
    if found:
        return [(chunk, found)]
    if depth > 4:
        return None
    for end in range(len(chunk) - 1, 0, -1):
        head = chunk[:end].rstrip("・")
        tail = chunk[end:]
        natural = tail[0] == "・" or chunk[end - 1] in "・市県州省道府都郡町村区島" or bool(_FILLER.match(tail))
        rest = _FILLER.sub("", tail)
        if not head or not rest:
            continue
        code = country_spellings().get(head.replace("・", ""))
        if code is None and not natural and len(head) < 3:
            continue
        here = candidates(head)
        if not here:
            continue
        if not natural and code is None and not any(e.precision in {"country", "region"} or e.hand for e in here):
            continue
        after = segment(rest, depth + 1)
        if after:
            return [(head, here), *after]
    return None


def _country_of(chunk: str) -> str | None:
    """Return the country that ``chunk`` starts with, where something else that may be a place follows."""
    spellings = country_spellings()
    for end in range(min(len(chunk), 14), 0, -1):
        head = chunk[:end]
        code = spellings.get(head.replace("・", ""))
        rest = _FILLER.sub("", chunk[end:])
        if code and rest and (end > 1) and re.fullmatch(r"[ァ-ヴー・＝A-Za-z' -]{2,}[市州県島]?|.*[市州県島村町]", rest):
            return code
    return None


@lru_cache(maxsize=2048)
def resolve_place(text: str) -> Place | None:
    """Return the place that the whole of ``text`` names, or None where it names none or where nobody can tell which.

    >>> resolve_place("英ロック・アーン").name
    Name(ja='ロック・アーン', en='Lough Erne')
    >>> resolve_place("印刷") is None
    True
    """
    clean = unicodedata.normalize("NFKC", text).replace("―", "ー").replace("—", "ー").replace("･", "・").strip()
    if _NOT_A_PLACE.search(clean):
        return None
    clean = _BEFORE.sub("", clean)
    for _ in range(3):
        clean = _AFTER.sub("", clean).strip("・ 、")
    insides = [inside.strip() for inside in _BRACKETS.findall(clean)]
    outside = _BRACKETS.sub(" ", clean).strip()
    if not outside:
        outside, insides = " ".join(insides), []
    whole = candidates(outside)
    if whole and not insides:
        return choose([(outside, whole)])
    parts: list[tuple[str, tuple[Entry, ...]]] = []
    for chunk in filter(None, _SPLIT.split(outside)):
        chunk = _FILLER.sub("", chunk)
        got = segment(chunk) if chunk else []
        if got is None:
            code = _country_of(chunk)
            if code is None:
                if parts and re.fullmatch(r"[ァ-ヴー・A-Za-z' -]+", chunk):
                    continue
                return None
            parts.append((countries()[code].ja, (countries()[code],)))
            continue
        parts += got
    for inside in insides:
        for chunk in filter(None, _SPLIT.split(inside.removeprefix("旧").removeprefix("現"))):
            parts += segment(chunk) or []
    return choose(parts) if parts else None


def choose(parts: Sequence[tuple[str, tuple[Entry, ...]]]) -> Place | None:
    """Return the finest place that all parts agree with."""
    named = {entry.country for _, found in parts for entry in found[:1] if entry.precision == "country"}
    rest = [(text, found) for text, found in parts if found[0].precision != "country"]
    if not rest:
        if len(named) == 1:
            text, found = next((t, f) for t, f in parts if f[0].precision == "country")
            return _place(found[0], text, 0.99)
        return None
    best: tuple[str, Entry] | None = None
    sure = 0.97
    for text, found in rest:
        fitting = [e for e in found if not named or e.country in named or e.country is None]
        if best is not None:
            near = [e for e in fitting if (e.subdivision == best[1].subdivision and e.subdivision) or km(e, best[1]) < 60 or (best[1].precision == "region" and e.country == best[1].country)]
            if not near:
                continue
            entry = near[0]
            if entry.precision == "region" and best[1].precision != "region":
                continue
            best = (text, entry)
            continue
        if not fitting:
            continue
        if len(rest) > 1:
            later = [e for _, f in rest[1:] for e in f]
            fitting.sort(key=lambda e: -sum(1 for x in later if (x.subdivision and x.subdivision == e.subdivision) or x.country == e.country and km(x, e) < 80))
        entry = fitting[0]
        if not named and len(rest) == 1 and not _clear(fitting):
            codes = {e.country for e in fitting}
            return _place(countries()[codes.pop()], "", 0.8) if len(codes) == 1 else None
        best = (text, entry)
    if best is None:
        code = next(iter(named)) if len(named) == 1 else None
        return _place(countries()[code], "", 0.7) if code else None
    return _place(best[1], best[0], sure)


def _clear(found: Sequence[Entry]) -> bool:
    first = found[0]
    others = [e for e in found[1:] if km(e, first) > 60]
    weight = first.rank * (20 if first.hand else 1)
    return all(weight >= 6 * e.rank * (20 if e.hand else 1) for e in others)


def _place(entry: Entry, text: str, confidence: float) -> Place:
    country = countries().get(entry.country or "")
    country_name = Name(country.ja, country.en) if country else None
    if entry.precision == "country":
        if entry.country == "SG":
            entry = next(e for e in entries("シンガポール") if e.precision == "locality")
        else:
            return Place(entry.country, country_name, None, country_name, "country", None, None, None, None, None, confidence)
    ja = re.sub(r"(?<=..)[市都]$", "", _AROUND.sub("", text)) or entry.ja
    return Place(
        entry.country, country_name, entry.subdivision, Name(ja, entry.en), entry.precision, entry.latitude, entry.longitude,
        entry.timezone, entry.geonames, entry.wikidata, confidence,
    )  # fmt: skip
