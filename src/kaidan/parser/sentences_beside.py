"""Whether the sentences that stand beside links may tell of meetings, by their markup alone: a list has one for each of its links."""

from collections.abc import Sequence

from kaidan.parser.brackets import OPENING
from kaidan.parser.lines_of_events import tells_of_talks
from kaidan.parser.talks_titles import noun_of_talks
from kaidan.text.deferred import deferred

_LINKS_A_SENTENCE = 4  # links that name talks, for each sentence that speaks of talks beside them
_FEWEST_EVENTS = 2  # of a chronology
_DATE = deferred(r"[0-9０-９元〇一二三四五六七八九十]\s*[年月日]|(?:19|20)[0-9]{2}[-/.][0-9]")
_LONGEST_DATE = 40  # characters of a text that is a date
_ENDS = OPENING.union("：:｜|／-")
"""What a title may end at, so that a sentence goes on behind it."""


def may_tell(sentences: Sequence[str], own: str, named: int) -> bool:
    """Tell whether sentences beside links may tell of meetings: as the events of a chronology, or below a title that is one of them."""
    if sum(map(tells_of_talks, sentences)) >= _FEWEST_EVENTS and _has_date_alone(own):
        return True
    is_few = len(sentences) * _LINKS_A_SENTENCE <= named
    return not (is_few or all(map(_is_sentence_alone, sentences)))


def _is_sentence_alone(text: str) -> bool:
    """Tell whether a text can be no title, with its comma before the talks and no bracket in which it might end."""
    talks = noun_of_talks().search(text)
    return talks is not None and "、" in text[: talks.start()] and _ENDS.isdisjoint(text)


def _has_date_alone(own: str) -> bool:
    """Tell whether a date, or the like of one, stands in a text of its own, as over the events of a day."""
    for date in _DATE.finditer(own):
        start = own.rfind(">", 0, date.start()) + 1
        end = own.find("<", date.end())
        text = own[start : end if end >= 0 else len(own)]
        if "。" not in text and len(text.strip()) <= _LONGEST_DATE:
            return True
    return False
