"""The one segmenter: which names a stretch of text is made of, whether it is a whole string or an expression of running text."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .frames import around, without_joint
from .gazetteer import (
    NEVER,
    STRING,
    TEXT,
    Entry,
    divisions_alike,
    divisions_of_towns,
    entries,
    is_known_venue,
    is_state,
    names_by_start,
)
from .letters import plain_letters
from .model import Precision
from .units import ends_of_names, unit_ends, units, units_of_nature, units_of_regions
from .wording import (
    ends_of,
    ends_of_divisions,
    is_han,
    is_katakana,
)

_DEPTH = 5


class Part(NamedTuple):
    """A stretch of text and what it may name; ``whole`` is false where only its beginning was understood."""

    text: str
    entries: tuple[Entry, ...]
    whole: bool = True

    def __hash__(self) -> int:
        """Return a hash of the text alone, which tells nearly all parts apart: the entries have many fields."""
        return hash(self.text)


def named(text: str) -> tuple[Entry, ...]:
    """Return what ``text`` may be as it stands, without its unit (市, 州, 島) or without what stands around it (郊外, 北部)."""
    found = entries(text)
    if found:
        return found
    if text.endswith(unit_ends()):
        for unit in filter(text.endswith, units()):
            if found := _without_unit(text, unit):
                return found
    inner = around(text)
    return named(inner) if inner and inner != text else ()


def _without_unit(text: str, unit: str) -> tuple[Entry, ...]:
    """Return what the name in front of a unit may be: a division where the unit is one's, else what the unit names."""
    before = text[-len(unit) - 1 : -len(unit)]
    if len(text) <= len(unit) + 1 or (before == "・" and "country" not in units()[unit]):
        return ()
    if before in ends_of("prefecture") and unit not in ends_of(
        "city"
    ):  # 福島県郡山市 has no 福島県郡
        return ()
    bare = entries(text[: -len(unit)])
    is_division = unit in units_of_regions()
    for precision in units()[unit]:
        is_town = is_division and precision != "region"  # and no division: that may be alike
        if is_town and (found := divisions_alike(text) or divisions_of_towns(bare)):
            return found
        if some := _that_bear(unit, _of_that_rank(unit, of_precision(precision, bare))):
            return some
    return ()


def _of_that_rank(unit: str, found: Sequence[Entry]) -> Sequence[Entry]:
    """Leave out the divisions that are none of what a unit of states says: タタールスタン共和国, but ルアンダ共和国 is not ルアンダ州."""
    if "country" not in units()[unit] or unit in units_of_nature():
        return found
    return [entry for entry in found if entry.kind != "division" or entry.ja.endswith(unit)]


def _that_bear(unit: str, found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries that may bear a unit, and as what.

    With its unit a name may be a whole string, however small the town. A town is no division: abroad it is one only beside its country.
    An island or a lake is no division either (フロリダ島), and bears the name of a town only where that is known well, or in Japan.
    """
    if unit in units_of_nature():
        islands = (entry for entry in found if entry.kind != "division" or entry.ja.endswith(unit))
        return tuple(map(_if_known_well, islands))
    if unit in units_of_regions():
        return tuple(map(_if_in_japan, found))
    if unit in ends_of("city", "ward"):
        found = [entry for entry in found if not _is_smaller(entry, unit)]
    return tuple(entry._replace(alone=max(entry.alone, STRING)) for entry in found)


def _if_known_well(entry: Entry) -> Entry:
    known = entry.precision != "locality" or entry.alone == TEXT or entry.country == "JP"
    if not known:
        return entry._replace(alone=NEVER)
    return (
        entry if entry.precision == "locality" else entry._replace(alone=max(entry.alone, STRING))
    )


def _if_in_japan(entry: Entry) -> Entry:
    if entry.precision == "locality" and entry.country != "JP":
        return entry._replace(alone=NEVER)
    return entry._replace(alone=max(entry.alone, STRING))


def _is_smaller(entry: Entry, unit: str) -> bool:
    """Tell whether a municipality has never been what the unit says: 飯舘村 is no 市; a 町 of old may be a 市 now."""
    return (
        entry.kind == "municipality"
        and entry.ja[-1] != unit
        and entry.ja[-1] in ends_of("town or village")
    )


@lru_cache(maxsize=2048)
def cover(chunk: str, depth: int = _DEPTH) -> tuple[Part, ...]:
    """Cut a chunk into the places that it names one after the other; nothing where a stretch of it names none.

    >>> [part.text for part in cover("露・ウラジオストク")], [part.text for part in cover("静岡県伊東市川奈")]
    (['露', 'ウラジオストク'], ['静岡県', '伊東市', '川奈'])
    """
    if found := named(chunk):
        return (Part(chunk, found),)
    if not depth:
        return ()
    for is_natural, end in _cuts(chunk):
        head, rest = chunk[:end].rstrip("・"), without_joint(chunk[end:])
        here = _before(head, rest, is_natural=is_natural) if rest not in {"", head} else ()
        after = cover(rest, depth - 1) if here else ()
        if after and (is_natural or (len(rest) > 1 and _have_country_in_common(here, after[0]))):
            return (Part(head, here), *after)
    return ()


def _before(head: str, rest: str, *, is_natural: bool) -> tuple[Entry, ...]:
    """Return what the beginning of a chunk names; before a venue that is known it may be any place."""
    if not head:
        return ()
    here = _head(head, is_natural=is_natural)
    return named(head) if not here and not is_natural and is_known_venue(rest) else here


def _cuts(chunk: str) -> Iterator[tuple[bool, int]]:
    """Yield where a chunk may be cut, first behind a unit or a middle dot or before a joint, then anywhere; the longer head first."""
    ends = range(len(chunk) - 1, 0, -1)
    natural = [end for end in ends if _is_natural(chunk, end)]
    yield from ((True, end) for end in natural)
    yield from ((False, end) for end in ends if end not in natural)


def _is_natural(chunk: str, end: int) -> bool:
    return chunk[end - 1] in ends_of_names() or without_joint(chunk[end:]) != chunk[end:]


def _head(head: str, *, is_natural: bool) -> tuple[Entry, ...]:
    """Return what a beginning may name: anything before a natural cut; where katakana run on, a state or a region that stands alone."""
    if is_state(head):
        return entries(head)
    if is_natural:
        return named(head)
    if head[-1] in ends_of("state") and (states := _states(named(head))):  # ウガンダ共和国
        return states
    if not (is_katakana(head[0]) or plain_letters(head[:2]) in names_by_start()):
        return ()
    return tuple(
        entry
        for entry in entries(head)
        if entry.alone == TEXT and (entry.precision == "region" or entry.country == "JP")
    )


def _states(found: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in found if entry.precision == "country")


def _have_country_in_common(outer: Sequence[Entry], inner: Part) -> bool:
    """Tell whether the two have a country in common, as glued names must: 英国ロンドン, but not 中東和平.

    A continent has no country, and what it has are states: 南米ペルー.
    A town too small to be named alone is no word of Chinese characters glued to a state: 中国文化; ハイチ中央県 is a division.
    """
    countries = {entry.country for entry in outer if entry.country}
    if not countries:
        return inner.entries[0].precision == "country"
    is_word = is_han(inner.text[0]) and not inner.text.endswith(ends_of_divisions())
    known = (entry for entry in inner.entries if entry.alone or not is_word)
    return not countries.isdisjoint(entry.country for entry in known)


def of_precision(precision: Precision, found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries of that precision."""
    return tuple(entry for entry in found if entry.precision == precision)


def that_stand(name: str) -> tuple[Entry, ...]:
    """Return what a name may be with nothing beside it."""
    return tuple(entry for entry in named(name) if entry.alone)
