"""Which sentences of a text tell of the meeting that it is about, and whether it took place."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kaidan.lexicon.home import HOME
from kaidan.lexicon.series import series_words
from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.events.titles import party_names
from kaidan.text.clauses import calls_told, meetings_told, sentences_of
from kaidan.text.deferred import deferred

_DAY = deferred("[0-9０-９一二三四五六七八九十][年月日]")
_ONCE_MORE = deferred("[0-9０-９一二三四五六七八九十][年月日](?:（[^（）。]{1,12}）)?にも")
"""A day behind another: 2004年5月22日にも."""
_ATTRIBUTE = deferred(r"[うくすつぬぶむる](?=[^\W\d_ぁ-ん])[^。\0]{1,40}(?=[。\0]|\Z)")
"""What ends the stem of a verb as the attribute of a noun, and the rest of the line: 臨[む両首脳]."""
_LONGEST_NAME = 24  # characters of what talks are called besides


def tellings(text: str, *, calls: bool = False) -> list[int]:
    """Return where a text tells of a meeting, in order: talks that were held, or else ones that were attended.

    A courtesy call is a meeting where ``calls`` says so, as its title does.

    >>> tellings("会談を行った。"), tellings("日・ASEAN首脳会議に出席しました。"), tellings("日露首脳会談")
    ([0], [7], [])
    >>> tellings("大統領の表敬を受けた。", calls=True), tellings("大統領の表敬を受けた。")
    ([4], [])
    >>> tellings("東京で会談した際の写真。"), tellings("東京で会談したとのこと。")
    ([], [])
    """
    return [start for start, _ in _told(text, calls=calls)]


def tells_of_meeting(text: str, *, calls: bool = False) -> bool:
    """Tell whether a sentence of a text says that they met, and not only that they will.

    >>> tells_of_meeting("5月6日、プーチン大統領と会談を行った。"), tells_of_meeting("5月6日、会談を行う予定です。")
    (True, False)
    >>> tells_of_meeting("東京で首脳協議が開催されます。"), tells_of_meeting("会談を行うとともに、夕食会に臨みました。")
    (False, True)
    >>> tells_of_meeting("協議を開催し、貿易について話し合う。"), tells_of_meeting("会談を行い、連携で一致している。")
    (False, True)
    """
    return not all(to_come for _, to_come in _with_tense(text, calls=calls))


def announces_meeting(text: str, *, calls: bool = False) -> bool:
    """Tell whether the first sentence of a text that tells of a meeting says that they will meet: what else it tells is of others.

    >>> announces_meeting("首脳会談を実施すると発表しました。昨年は電話会談を行いました。")
    True
    >>> announces_meeting("会談を行う予定の大統領と電話会談を行いました。")
    False
    >>> announces_meeting("協議は、東京で開催される。前回の協議は、昨年ローマで開催された。")
    True
    """
    told = list(_with_tense(text, calls=calls))
    announced = _announced().search(text)
    if announced and not any(sentence < announced.end() for sentence, _ in told):
        return True
    return bool(told) and all(to_come for sentence, to_come in told if sentence == told[0][0])


def _with_tense(text: str, *, calls: bool) -> Iterator[tuple[int, bool]]:
    """Yield in which sentence a text tells of a meeting, and whether that is still to come."""
    sentences = sentences_of(text)
    for start, verb in _told(text, calls=calls):
        first, end = sentences.span(start)
        planned = _to_come().search(text, start, end + 1) or _present().match(text, verb, end + 1)
        yield first, planned is not None or _goes_on_in_present(text, verb, end)


def _told(text: str, *, calls: bool) -> list[tuple[int, int]]:
    """Return where a text tells of a meeting, and where the stem of the verb ends that makes an event of it."""
    aside = spelled("planned", "aside")
    held = [
        (told.start, told.end)
        for told in meetings_told(text)
        if not (told.title or text.startswith(aside, told.end))
    ]
    if calls:
        held = sorted((*held, *((told.start, told.end) for told in calls_told(text))))
    if len(held) > 1:
        held = [told for told in held if not _is_aside(text, *told)] or held
    return held or [found.span() for found in _attended().finditer(text)]


def _is_aside(text: str, start: int, verb: int) -> bool:
    """Tell whether talks are a gathering of many, or stand in a caption: APEC首脳会合を終えた, 会談に臨む両首脳."""
    shown = _ATTRIBUTE.match(text, verb)
    if shown and text[shown.end() : shown.end() + 1] != "。":
        return True
    return _is_of_many(text, start)


def _is_of_many(text: str, start: int) -> bool:
    """Tell whether a series stands before the level of talks, and Japan not before that: APEC首脳[会合], not 日ASEAN首脳[会合]."""
    if not text.endswith(spelled("titles", "level"), 0, start):  # most often
        return False
    level = next(word for word in spelled("titles", "level") if text.endswith(word, 0, start))
    end = start - len(level)
    if not text.endswith(_series(), 0, end):
        return False
    series = next(word for word in _series() if text.endswith(word, 0, end))
    first = end - len(series)
    sides = text[max(0, first - 2) : first].rstrip("・")
    return party_names().get(sides[-1:]) != HOME


@cache
def _series() -> tuple[str, ...]:
    return tuple(series_words())


def _goes_on_in_present(text: str, verb: int, end: int) -> bool:
    """Tell whether a verb goes on with a comma in a sentence that ends in the present, and in no state: 会談を行い、…を議論する."""
    if not text.startswith(spelled("planned", "goes on"), verb) or not text.endswith(
        spelled("planned", "present"), 0, end
    ):
        return False
    return not text.endswith(spelled("planned", "state"), 0, end)


def denies_meeting(text: str) -> bool:
    """Tell whether a text says that talks did not take place, before it tells of any that did.

    >>> denies_meeting("首脳会談は行われませんでした。両首脳は意見を交換しました。"), denies_meeting("首脳会談が行われた。")
    (True, False)
    """
    denied = _denied().search(text)
    return denied is not None and not any(at < denied.start() for at in tellings(text))


def tells_of_two_times(text: str) -> bool:
    """Tell whether the first sentence that tells of a meeting and when tells of one at another time, too.

    >>> tells_of_two_times("2002年9月に両者が、2004年5月22日にも会談した。"), tells_of_two_times("5月22日に会談した。")
    (True, False)
    """
    if "にも" not in text:  # most often
        return False
    sentences = sentences_of(text)
    told = [(sentences.span(at)[0], at) for at in tellings(text)]
    first = next((start for start, at in told if _DAY.search(text, start, at)), None)
    return any(start == first and _ONCE_MORE.search(text, start, at) for start, at in told)


@cache
def _announced() -> re.Pattern[str]:
    """Return that talks are to take place, as a sentence says that ends with it: 会談は、東京で開催される。."""
    return _ended_by(spelled("planned", "not attended", "planned"))


@cache
def _denied() -> re.Pattern[str]:
    """Return that talks did not take place, likewise."""
    return _ended_by(spelled("planned", "denied"))


def _ended_by(ends: Sequence[str]) -> re.Pattern[str]:
    talks, passive = any_of(spelled("talks", "talks")), any_of(spelled("talks", "passive"))
    return re.compile(rf"{talks}[はが][^。\0]{{0,80}}?{passive}{any_of(ends)}(?=。)")


@cache
def _attended() -> re.Pattern[str]:
    """Return that somebody took part in talks of many, or that they were held; they may have another name in brackets."""
    name = f"(?:（[^（）]{{1,{_LONGEST_NAME}}}）)?"
    attended = "|".join(
        re.sub("(?=[がにを])", name, word, count=1) for word in spelled("planned", "attended")
    )
    return re.compile(f"(?:{attended})(?!{any_of(spelled('planned', 'not attended'))})")


@cache
def _to_come() -> re.Pattern[str]:
    """Return what says, behind the talks, that they are still to come."""
    planned, future = any_of(spelled("planned", "planned")), any_of(spelled("planned", "future"))
    return re.compile(rf"{planned}|行{future}|実施{any_of(spelled('planned', 'noun future'))}")


@cache
def _present() -> re.Pattern[str]:
    """Return what ends a sentence right behind the stem of a verb and says no past: 会談し[ます。], 協議が開[催される。]."""
    present, said = any_of(spelled("planned", "present")), any_of(spelled("planned", "announced"))
    return re.compile(rf"{present}(?=[。\0]|\Z|{said})")
