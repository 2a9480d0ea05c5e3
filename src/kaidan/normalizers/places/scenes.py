"""What a running text says of a place that it names: whether something happens there now, or did earlier."""

import re
from functools import cache, lru_cache

from kaidan.lexicon.series import series_words
from kaidan.lexicon.words import all_words, any_of, pattern_of, spelled
from kaidan.text.scan import Table, by_first, stands

from .wording import compiled, ends_of, frames

_REACH = 44  # characters in which a clause says what came of a meeting
_SOON = 9  # characters behind the name in which 以来 stands
_WINDOW = 12  # characters before the name in which 昨年 stands
_CLOSING = frozenset("」）)")
_CLAUSE_ENDS = r"、。,\0"
_CLAUSE_END = re.compile(f"[{_CLAUSE_ENDS}]")


@cache
def _near_by() -> Table:
    return by_first("", frames("near by"))


@cache
def _now() -> Table:
    return by_first("", (*spelled("scenes", "now"), *series_words()))


@lru_cache(maxsize=4096)
def may_tell_scene(sign: str) -> bool:
    """Tell whether the text behind a place may say that something happens there, by its first character."""
    return sign in _CLOSING or sign in {"・", "で"} or sign in _now() or sign in _near_by()


def is_scene(text: str, start: int, end: int) -> bool:
    """Tell whether the text lets something happen at a place now, and does not merely recall it."""
    return _happens_now(text, end) and not _is_recalled(text, start) and not _looks_back(text, end)


def is_on_the_way(text: str, end: int, *kinds: str) -> bool:
    """Tell whether somebody leaves the place that ends there, or passes it, as he does no man: 成田を出発し, 呉、佐世保に寄港し."""
    return compiled(_way(*kinds)).match(text, end) is not None


@cache
def _way(*kinds: str) -> str:
    """Return the pattern of the other places of a list, and what all are (両県), or a particle, a day, and what is done on a journey."""
    between = rf"(?:[、,]|{any_of(frames('and'))})"
    others = rf"(?:{between}(?:[・＝]|[^\Wぁ-ん]){{1,16}}(?:\([^()]{{1,16}}\))?){{0,9}}"
    units = any_of(ends_of("prefecture", "city", "town or village"))
    return rf"{others}(?:の?[両各]{units}|[をにへ]?(?:[0-9]{{1,2}}[月日])*[にへ]?{any_of(spelled('scenes', *kinds))})"


def _happens_now(text: str, end: int) -> bool:
    """Tell whether something happens at the place that ends there: において, での, を訪問, サミット."""
    at = end + (text[end] in _CLOSING)
    if stands(text, at, _near_by()):
        at += next(len(word) for word in frames("near by") if text.startswith(word, at))
    if text.startswith("で", at):
        return not text.startswith(spelled("scenes", "no particle"), at)
    return stands(text, at + text.startswith("・", at), _now())


def _is_recalled(text: str, start: int) -> bool:
    """Tell whether the clause in front of the place says that this was earlier: 昨年の, 2008年の."""
    return _recalled().search(text, max(0, start - _WINDOW), start) is not None


@cache
def _recalled() -> re.Pattern[str]:
    """Return what says so, and the rest of its clause."""
    rows = [row for row in all_words("recalled") if row.kind in {"earlier", "clause"}]
    counted = any_of(row.word for row in rows if row.meaning == "behind a number")
    words = any_of(row.word for row in rows if not row.meaning)
    return re.compile(rf"(?:{words}|[0-9]{counted})[^{_CLAUSE_ENDS}]*\Z")


def _looks_back(text: str, end: int) -> bool:
    """Tell whether the clause goes on to what came of a meeting there: での会談の結果を踏まえ."""
    clause_end = _CLAUSE_END.search(text, end, end + _REACH)
    last = clause_end.start() if clause_end else end + _REACH
    if _outcome_of_earlier().search(text, end, last):
        return True
    since = pattern_of("scenes", "since").search(text, end, min(last, end + _SOON))
    return since is not None


@cache
def _outcome_of_earlier() -> re.Pattern[str]:
    outcomes, looking_back = spelled("scenes", "outcome"), spelled("scenes", "looking back")
    return re.compile(any_of(outcomes) + any_of(looking_back))
