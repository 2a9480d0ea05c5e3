"""How alike two names in katakana are, which may be one in two spellings: ジョージア and ジョルジャ."""

from kaidan.normalizers.people.katakana import fold

_ALIKE, _SAME = 0.5, 0.8
"""What two names in katakana must share: given names of one family name and office, and names of one country's office."""
_SHORT = 3  # signs: so short a name is alike to many
_KATAKANA = frozenset(map(chr, range(ord("ァ"), ord("ー") + 1)))


def is_alike(one: str, other: str) -> bool:
    """Say whether two names in katakana may be one in two spellings.

    >>> is_alike("ジョージア", "ジョルジャ"), is_alike("ヴィクトル", "ルドヴィク")
    (True, False)
    """
    one, other = fold(one), fold(other)
    is_begun_so, ends_so = one[:1] == other[:1], one[-1:] == other[-1:]
    return (is_begun_so or ends_so) and _share(one, other) >= _ALIKE


def is_whole(name: str, full: str) -> bool:
    """Say whether a name is a full name, in other kanji too (赤沢亮正), and no family name alone: ドゥ・クロー."""
    if name == full or name[0] not in _KATAKANA:
        return name == full or full.endswith(name[-2:])
    if "・" not in name or full[0] not in _KATAKANA:  # ソ・ウク, how 徐旭 is read
        return "・" in name
    parts = fold(full).split("・")
    return fold(name).partition("・")[0] in {parts[0], parts[-1]}


def looks_alike(name: str, full: str) -> bool:
    """Say whether a name in katakana is another spelling of a full name, or alone of a part of it: ウィクレマシンハ.

    Of a longer name the first and the last have to be: エネレ・ソセネ・ソポアガ.

    >>> looks_alike("エネレ・ソセネ・ソポアガ", "エネレ・ソポアンガ"), looks_alike("マフムード・アッバス", "ジョー・バイデン")
    (True, False)
    """
    one, other = fold(name), fold(full)
    if len(one) <= _SHORT:
        return False
    parts = [other] if "・" in one else [part for part in other.split("・") if len(part) > _SHORT]
    if any(_share(one, part) >= _SAME for part in parts):
        return True
    *given, family = one.split("・")
    *own_given, own = other.split("・")
    if not given or not own_given or len(family) <= _SHORT:
        return False
    return _share(family, own) >= _SAME and is_alike(given[0], own_given[0])


def _share(one: str, other: str) -> float:
    """Return how much two words have in common, of 1: their signs in the same order."""
    from difflib import SequenceMatcher  # noqa: PLC0415  few names are spelled as no table has them

    return SequenceMatcher(None, one, other).ratio()
