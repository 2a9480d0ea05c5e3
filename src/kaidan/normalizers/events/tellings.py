"""Which sentences of a text tell of the meeting that it is about, and whether it took place."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.text.clauses import Sentences, meetings_told


def tellings(text: str, *, calls: bool = False) -> list[int]:
    """Return where a text tells of a meeting, in order: talks that were held, or else ones that were attended.

    A courtesy call is a meeting where ``calls`` says so, as its title does.

    >>> tellings("会談を行った。"), tellings("日・ASEAN首脳会議に出席しました。"), tellings("日露首脳会談")
    ([0], [7], [])
    >>> tellings("大統領の表敬を受けた。", calls=True), tellings("大統領の表敬を受けた。")
    ([4], [])
    """
    held = [told.start for told in meetings_told(text) if not told.title]
    if calls:
        held = sorted((*held, *(found.start() for found in _called().finditer(text))))
    return held or [found.start() for found in _attended().finditer(text)]


def tells_of_meeting(text: str, *, calls: bool = False) -> bool:
    """Tell whether a sentence of a text says that they met, and not only that they will.

    >>> tells_of_meeting("5月6日、プーチン大統領と会談を行った。"), tells_of_meeting("5月6日、会談を行う予定です。")
    (True, False)
    """
    sentences = Sentences(text)
    for start in tellings(text, calls=calls):
        _, end = sentences.span(start)
        told = _to_come().search(text, start, end + 1)
        if not told:
            return True
    return False


@cache
def _called() -> re.Pattern[str]:
    return re.compile(any_of(spelled("talks", "called")))


@cache
def _attended() -> re.Pattern[str]:
    attended, to_come = any_of(spelled("planned", "attended")), spelled("planned", "not attended")
    return re.compile(f"{attended}(?!{any_of(to_come)})")


@cache
def _to_come() -> re.Pattern[str]:
    """Return what says, behind the talks, that they are still to come."""
    planned, future = any_of(spelled("planned", "planned")), any_of(spelled("planned", "future"))
    return re.compile(rf"{planned}|行{future}|実施{any_of(spelled('planned', 'noun future'))}")
