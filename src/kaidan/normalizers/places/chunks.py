"""A chunk of a whole string: the places that cover it, a venue by its town, a thing by the place whose it is, a beginning that is known."""

from collections.abc import Sequence

from kaidan.lexicon.words import spelled

from .frames import without_joint, without_owner
from .gazetteer import (
    TEXT,
    Entry,
    entries,
    is_known_venue,
    is_state,
    prefectures,
    stands_in_text,
)
from .model import TOWN_OR_FINER
from .nearness import LITTLE_KNOWN, holds
from .segment import Part, cover, named, of_precision
from .units import ends_of_regions
from .venue_towns import town_behind_chain, town_of_venue, without_forces
from .wording import (
    compiled,
    ends_of,
    frames,
    is_abstract,
    is_at_town,
    is_han,
    is_hotel,
    is_mission,
    is_no_place,
    is_of_chain,
    is_organ,
    is_strait,
    may_be_name,
    municipal,
    runs_on,
    venue,
    venue_ends,
    without_end,
)

_STATE_AT_LEAST = (
    3  # letters of a state that another name is glued to: アルバ is one, アルバニージー a man
)

_VENUE_AT_LEAST = 3  # letters of a venue that a part of it is named with

_NO_BEGINNING = frozenset("ンーァィゥェォッャュョ")
"""What no name begins with: アメリカンフットボール is no place in America."""


_THING = r"(?=..)[^\Wぁ-ん](?:の?[^\Wぁ-ん]){0,19}"
"""What is at a place and has a name of its own: 自由の家."""
_THING_WITH_DOTS = r"(?=..)[^\Wぁ-ん](?:[の・]?[^\Wぁ-ん]){0,19}"


def read_chunk(chunk: str) -> list[Part]:
    """Return the places of a chunk; where its end is nobody's, the venue's town, or the prefecture, town or state that it starts with."""
    chunk = _with_its_own_organ(chunk)
    if whole := cover(chunk):
        return _without_other_branch(whole)
    if (own := without_owner(chunk)) != chunk:
        return read_chunk(own)
    if (own := without_forces(chunk)) != chunk and is_known_venue(own):
        return list(cover(own))
    before = venue(chunk)
    if before and (parts := _of_venue(before, chunk) or _around_thing(before)):
        return parts
    named_after = (town_of_venue, town_behind_chain, _place_before_venue, _town_of_occasion)
    if site := next(filter(None, (read(chunk) for read in named_after)), None):
        return [site]
    return _owner_of_thing(chunk) or _venue_behind_state(chunk) or _known_beginning(chunk)


def _with_its_own_organ(chunk: str) -> str:
    """Return a state and its organ without what joins them: ドイツ・外務省, ロシアの外務省 are not the 外務省 of Japan."""
    if not chunk.endswith(venue_ends("organ")):
        return chunk
    organs = spelled("place_venues", "organ")
    parted = (chunk.partition(joint) for joint in "・の")
    return next((name + own for name, _, own in parted if own in organs and is_state(name)), chunk)


def _without_other_branch(parts: Sequence[Part]) -> list[Part]:
    """Leave out the hotel whose name a chain has in the town behind it, too: リーガロイヤルホテル広島 is not the one of 大阪."""
    first, last = parts[0], parts[-1]
    is_branch = (
        first is not last
        and is_hotel(first.text)
        and not any(holds(town, hotel) for hotel in first.entries for town in last.entries)
    )
    return [last._replace(whole=False)] if is_branch else list(parts)


def _partly(parts: Sequence[Part]) -> list[Part]:
    """Return the parts, of the last of which only the beginning was understood."""
    return [*parts[:-1], parts[-1]._replace(whole=False)] if parts else []


def _of_venue(before: str, chunk: str) -> list[Part]:
    """Return the places that a venue's name starts with; the state whose name it bears may send it: モスクワ日本センター, ロシア会館."""
    if without_forces(chunk) != chunk or is_of_chain(chunk):
        return []
    if len(before) == 1 and is_state(before) and not is_organ(chunk):  # 豪邸, 仏門
        return []
    own = _state_of_organ(before) if is_organ(chunk) else _without_state(before)
    parts = cover(own) if own == before or len(own) > 1 or is_organ(chunk) else ()  # 日露会館
    if not parts or not any(entry.alone for entry in (*parts[0].entries, *parts[-1].entries)):
        return []
    if is_at_town(chunk) and not _bears_their_names(parts):
        return []
    if is_strait(chunk) and parts[-1].entries[0].precision == "locality":
        return []
    return _partly(parts)


def _bears_their_names(parts: Sequence[Part]) -> bool:
    """Tell whether a port or a station bears the names of places: エルドラド国際空港 bears no town's, and 宇治山田駅 is not in 宇治."""
    first, last = parts[0].entries, parts[-1].entries
    if len(parts) == 1:
        return any(map(_is_known_or_near, first))
    if first[0].precision != "locality":
        return True
    return any(holds(town, part) for town in first for part in last)


def _is_known_or_near(entry: Entry) -> bool:
    """Tell whether a port or an airport may bear an entry's name with nothing beside it: of towns abroad only one known well."""
    is_abroad = entry.precision == "locality" and entry.country != "JP"
    return not is_abroad or entry.alone == TEXT or entry.weight >= LITTLE_KNOWN


def _state_of_organ(before: str) -> str:
    """Return the state in front of an organ: of 独政府 before 迎賓館 it is 独."""
    return without_end(before, spelled("place_venues", "organ of")) or before


def _around_thing(text: str) -> list[Part]:
    """Return the places before the last の that they stand in front of: ソチ郊外の大統領別荘, ロンドンのホテル."""
    outer, joint, _ = text.rpartition("の")
    if not joint:
        return []
    return _partly(cover(outer)) or _around_thing(outer)


def _owner_of_thing(chunk: str) -> list[Part]:
    """Return the places before a の and a name that nobody knows: スコットランドのヒューム外相私邸."""
    outer, joint, thing = chunk.partition("の")
    if not joint or len(outer) < 2 or not compiled(_thing(outer)).fullmatch(thing):
        return []
    if is_no_place(thing) or is_abstract(thing):
        return []
    parts = cover(outer)
    known = bool(parts) and any(entry.alone for entry in parts[-1].entries)
    return _partly(parts) if known else []


def _thing(outer: str) -> str:
    """Return the pattern of a thing at a place; with a middle dot only a town has it, for a state has men: 英国のボリス・何某."""
    return _THING if is_state(outer) else _THING_WITH_DOTS


def without_state_at_end(place: str) -> str:
    """Return the place that a mission is in from what stands before its kind: the state that sent it may follow (札幌ロシア)."""
    return place if named(place) else _without_state(place) or place


def _without_state(text: str) -> str:
    """Return ``text`` without the state at its end: 札幌ロシア is 札幌, and ロシア nothing; カイロ keeps its ロ, パタイ its タイ."""
    starts = (
        start
        for start in range(len(text) - 1)
        if is_state(text[start:]) and not runs_on(text, start)
    )
    return text[: next(starts, len(text))]


def _place_before_venue(chunk: str) -> Part | None:
    """Return the well-known town abroad that a venue's name begins with, or the state, where that is said to be its own.

    上海国際会議センター, ブータン国立博物館; a hotel may bear the name of a far town, and a 日本センター is anywhere.
    """
    chunk = without_forces(chunk)
    if venue(chunk) is None or is_hotel(chunk):
        return None
    for end in range(len(chunk) - 1, 1, -1):
        head, rest = chunk[:end].rstrip("・"), chunk[end:]
        if len(head) < 2 or runs_on(chunk, end):
            continue
        is_own = rest.startswith(spelled("place_venues", "of a state"))
        found = [entry for entry in entries(head) if _may_have_venue(entry, is_own=is_own)]
        if found:
            is_branch = _names_another_town(rest)
            return None if is_branch else Part(head, tuple(found), whole=False)
    return None


def _names_another_town(rest: str) -> bool:
    """Tell whether the rest of a venue's name holds a town of its own: 北京大学東京事務所 is in either."""
    stretches = (rest[at : at + size] for at in range(len(rest) - 1) for size in (2, 3, 4))
    return any(not is_state(name) and stands_in_text(name) for name in stretches)


def _may_have_venue(entry: Entry, *, is_own: bool) -> bool:
    if entry.precision == "country":
        return is_own and entry.alone == TEXT
    return entry.precision == "locality" and entry.alone == TEXT and entry.country != "JP"


def _town_of_occasion(chunk: str) -> Part | None:
    """Return the town in front of the kind of a meeting: 国連気候変動ボン会議, メキシコ・カンクン会議."""
    name = without_end(chunk, frames("occasion"))
    if name == chunk:
        return None
    for start in range(len(name) - 1):
        town = name[start:]
        if runs_on(name, start) or (start and is_han(town[0]) and is_han(name[start - 1])):
            continue
        found = tuple(entry for entry in entries(town) if entry.alone == TEXT)
        if found and found[0].precision in TOWN_OR_FINER:
            return Part(town, found, whole=False)
    return None


def _venue_behind_state(chunk: str) -> list[Part]:
    """Return the state in front of a venue that nobody knows, and the town that the venue's name begins with: 北朝鮮・平壌何々館.

    A venue that bears the name of a second state says nothing of where it is: 日本・トルコ文化センター.
    """
    name, dot, own = chunk.partition("・")
    if not (dot and is_state(name)) or venue(own) is None or is_mission(own):
        return []
    beginnings = [own[:end] for end in range(len(own) - 1, 1, -1) if not runs_on(own, end)]
    if any(map(is_state, beginnings)):
        return []
    state = Part(name, entries(name), whole=False)
    country = state.entries[0].country
    for town in beginnings:
        found = [entry for entry in entries(town) if entry.country == country and entry.alone]
        if towns := of_precision("locality", found):
            return [state, Part(town, towns, whole=False)]
    return [state]


def _known_beginning(chunk: str) -> list[Part]:
    """Return the places of the longest beginning that may be read alone."""
    for end in range(len(chunk) - 1, 0, -1):
        head, rest = chunk[:end].rstrip("・"), chunk[end:]
        may_be = head and _may_be_read_alone(head, rest) and not _bears_name(head, rest)
        if may_be and (parts := cover(head)):
            return _partly(parts)
    return []


def _may_be_read_alone(head: str, rest: str) -> bool:
    """Tell whether a chunk may be read by its beginning alone: 長野市茶臼山…, ドイツ・何とか, but never 仏教 or 米軍."""
    is_cut = head[-1] != rest[0] and not runs_on(head + rest, len(head))
    rest = without_joint(rest)
    if head[-1] in ends_of("island") and may_be_name(rest):
        return len(head) > 2
    if head[-1] in ends_of("division or ministry"):  # 吉林省, but not 外務省
        parts = cover(head)
        return bool(parts) and bool(of_precision("region", parts[-1].entries))
    if is_known_venue(head) and is_cut:  # パシフィコ横浜国立大ホール
        is_part = venue(rest) is not None and not _names_another_town(rest)
        return len(head) >= _VENUE_AT_LEAST and is_part
    has_unit = head[-1] in municipal() or head.endswith(ends_of_regions())
    if has_unit or head in prefectures():
        return len(head) > 2
    longer = len(head) > (1 if is_cut else _STATE_AT_LEAST)
    return is_state(head) and longer and rest[:1] not in _NO_BEGINNING and may_be_name(rest)


def _bears_name(head: str, rest: str) -> bool:
    """Tell whether a venue only bears the name of a state, wherever it is: 日本センター."""
    return venue(rest) is not None and not is_organ(rest) and is_state(head)
