"""What belongs to a number and stands before it: an era, a mark (同, 翌, 本, '), and before those a prefix (去る, 西暦)."""

from kaidan.normalizers.dates import grammar
from kaidan.normalizers.dates.eras import eras, old_eras
from kaidan.normalizers.dates.words import PREFIXES, WORDS

Head = tuple[int, str, str, str]
"""Where it starts, the prefix, the era, the mark; each may be empty."""
_PREFIXES = {
    word[-1]: tuple(sorted((one for one in PREFIXES if one[-1] == word[-1]), key=len, reverse=True))
    for word in PREFIXES
}
"""The prefixes by their last sign, the longest first."""
_BEHIND_PREFIX = frozenset(" \n").union(_PREFIXES)
_OLD_FIRSTS, _OLD_LASTS = (
    "慶元寛正承明万延天和貞享宝文安弘嘉",
    "長和永保安応暦治文宝享禄徳延明政化久",
)
_OLDER_FIRSTS, _OLDER_LASTS = (
    frozenset("応永康長大文寛明天元"),
    frozenset("永長享吉安徳正禄仁明応亀文"),
)
"""Signs of the eras before the Edo period, which begin and end many other words."""
_ERA_ENDS = frozenset("治正和成明大昭平令㍾㍽㍼㍻㋿MTSHR長永保安応暦文宝享禄徳延政化久吉仁亀")
_ENDS = _ERA_ENDS | frozenset("同翌本'年るルさきしD. \n")
"""The last signs of all that may belong to the number behind it: before most numbers stands another one."""
_BEGINS = _ENDS | frozenset("慶元寛承万天貞弘嘉康西旧陰露ロシアユリウス毎例去さ来たきA")
MAY_BEGIN = _BEGINS | grammar.NUMERALS | frozenset(word[0] for word in WORDS)
"""Every sign that a date may begin with."""


def head(text: str, at: int, floor: int) -> Head:
    """Return what belongs to the number or word at ``at`` and stands before it, but not before ``floor``."""
    if at <= floor or (last := text[at - 1]) not in _ENDS:
        return at, "", "", ""
    if text[at] not in grammar.NUMERALS:
        return _prefixed(text, at, floor, "", "")
    if (era := text[at - 2 : at]) in eras() and at - 2 >= floor:
        return _prefixed(text, at - 2, floor, era, "")
    end = _back(text, at, floor) if last in " \n" else at
    if last in "本'" or (end > floor and text[end - 1] in "同翌"):
        return _prefixed(text, end - 1, floor, "", text[end - 1])
    era = _era(text, end, floor) if text[end - 1] in _ERA_ENDS else ""
    return _prefixed(text, end - len(era) if era else at, floor, era, "")


def word_start(text: str, at: int, floor: int) -> int:
    """Return where the word at ``at`` begins: おととい and あさって may end a longer one, whose first sign is too frequent to look for."""
    before = (
        2 * text.startswith("さき", at - 2)
        if text[at] == "お"
        else text[at] == "あ" and text.startswith("し", at - 1)
    )
    return at - before if at - before >= floor else at


def _back(text: str, at: int, floor: int) -> int:
    """Return where the blanks before a place begin."""
    end = at
    while end > floor and at - end < 8 and text[end - 1] in " \n":
        end -= 1
    return end


def is_era(name: str) -> bool:
    """Say whether an era is called so, or one before 明治 could be."""
    if name in eras() or (len(name) == 2 and name[0] in _OLD_FIRSTS and name[1] in _OLD_LASTS):
        return True
    return (
        len(name) == 2
        and name[0] in _OLDER_FIRSTS
        and name[1] in _OLDER_LASTS
        and name in old_eras()
    )


def _era(text: str, end: int, floor: int) -> str:
    """Return the era that ends there: in full, with blanks inside, or as one sign."""
    start = _back(text, end - 1, floor) - 1
    if start < floor or not is_era(text[start] + text[end - 1]):
        start = end - 1
        if start < floor or not is_era(text[start]):
            return ""
    return "" if _glued(text[start:end], text, start) else text[start:end]


def _glued(letters: str, text: str, start: int) -> bool:
    """Say whether Latin letters are only the end of a word."""
    return (
        letters.isascii() and start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
    )


def _prefixed(text: str, start: int, floor: int, era: str, mark: str) -> Head:
    if start > floor and text[start - 1] in _BEHIND_PREFIX:
        end = _back(text, start, floor)
        for prefix in _PREFIXES.get(text[end - 1], ()):
            if text.endswith(prefix, floor, end) and not _glued(prefix, text, end - len(prefix)):
                return end - len(prefix), prefix, era, mark
    return start, "", era, mark


def without_prefix(text: str, at: int, whole: Head) -> Head:
    """Return the head without its prefix, or without anything if it has none."""
    _, prefix, era, _ = whole
    return (text.rindex(era, 0, at), "", era, "") if prefix and era else (at, "", "", "")


def beginning(text: str, position: int) -> tuple[int, Head] | None:
    """Return where the first number or word of a date that starts just at ``position`` stands, and what stands before it."""
    match = grammar.start().match
    for at in range(position, position + 20):
        if match(text, at):
            first = word_start(text, at, position)
            found = head(text, first, position)
            return (first, found) if found[0] == position else None
        if text[at] not in _BEGINS:
            return None
    return None
