"""The titles of lists and tables of talks: which they name, and whether they name a thing that talks had instead."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, pattern_of, spelled
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.sides import sides, sides_in_turn
from kaidan.parser.headings.talks_titles import TALKS, speaks_of_talks
from kaidan.text.clauses import CUT_SHORT
from kaidan.text.deferred import deferred

_BARS = deferred("[｜|]")
"""What parts a title from the name of the site."""
_NAMING = deferred("[^\\W\\dの年月日表]")
"""What of the words behind talks names another thing."""


def title_in(text: str) -> str | None:
    """Return the talks that a text names, without what follows: 日独首脳会談の開催状況, 日・インド首脳会談一覧.

    >>> title_in("日独首脳会談の開催状況"), title_in("これまでの日・インド首脳会談一覧"), title_in("お知らせ")
    ('日独首脳会談', '日・インド首脳会談', None)
    >>> title_in("歴代の日ソ・日露首脳会談")
    '日ソ・日露首脳会談'
    """
    named = talks_in(text)
    return named if named and (sides(named) or sides_in_turn(named)) else None


def names_list(text: str, talks: str) -> bool:
    """Tell whether a title names talks, or a list of them, and nothing else behind them.

    >>> names_list("日独首脳会談の開催状況（平成27年～）", "日独首脳会談"), names_list("日独首脳会談の贈答品", "日独首脳会談")
    (True, False)
    >>> names_list("写真で見る日中首脳会談", "写真で見る日中首脳会談"), names_list("日露首脳会談一覧｜資料室", "日露首脳会談")
    (False, True)
    """
    if speaks_of_talks(talks):
        return False
    named = next(filter(lambda piece: talks in piece, _BARS.split(text)), text)
    rest = in_brackets().sub("", named.partition(talks)[2])
    for dated in reversed(find_dates(rest)):
        rest = rest[: dated.start] + rest[dated.end :]
    words = spelled("headings", "record", "list", "flag", "title flag", "since")
    return not _NAMING.search(re.sub(any_of(words), "", rest))


def talks_in(text: str) -> str | None:
    """Return the talks that a text names, of whomever: 首脳会談 of 首脳会談（令和5年）."""
    ends = [text.find(talks) + len(talks) for talks in TALKS if talks in text]
    if not ends:
        return None
    named = text[: min(ends)]
    if "。" in named or "、" in named or text.endswith(CUT_SHORT) or is_of_another_kind(named):
        return None
    for opening in spelled("headings", "opening"):
        named = named.rpartition(opening)[2]
    return named.strip("【】■◆●○・「」『』 \u3000")


@cache
def in_brackets() -> re.Pattern[str]:
    """Return a bracket with what it encloses."""
    return re.compile(r"[（(［\[][^（()）［\[\]］]*[）)］\]]")


def is_of_another_kind(line: str) -> bool:
    """Tell whether a title says that it is of what was said to the press, of what is planned, or of a record of many."""
    others = pattern_of("headings", "press", "planned", "record", "beside")
    return others.search(line) is not None
