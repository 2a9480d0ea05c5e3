"""Whether the sentences that stand beside links may tell of meetings, by their markup alone: a list has one for each of its links."""

from collections.abc import Sequence
from typing import NamedTuple

from kaidan.parser.headings.talks_titles import noun_of_talks
from kaidan.text.brackets import OPENING
from kaidan.text.deferred import deferred

TITLE_LINK = "<a title>"
"""What stands for a link that names talks of Japan where the links of a page are left out."""
_LINKS_A_SENTENCE = 4  # links that name talks, for each sentence that speaks of talks beside them
_FEWEST_EVENTS = 2  # of a chronology
_MOST_BETWEEN = 2  # texts between a link and the sentence that it leads: a date, a kind of news
_NEAR = 2_000  # characters of markup between the two
_DATE = deferred(r"[0-9０-９元〇一二三四五六七八九十]\s*[年月日]|(?:19|20)[0-9]{2}[-/.][0-9]")
_LONGEST_DATE = 40  # characters of a text that is a date
_ENDS = OPENING.union("：:｜|／-")
"""What a title may end at, so that a sentence goes on behind it."""
_HEADING_TAG = deferred("(?i)<h[1-6]")
_TEXT = deferred(r">\s*[^<>\s]")
_DATE_IN_BRACKETS = deferred("[（(〔［\\[【][^）)]{0,60}[0-9０-９元]")
_BRACKET_BEHIND = deferred(rf"{TITLE_LINK}(?:\s|</?[a-zA-Z][^<>]*>){{0,12}}[（(〔［\[【]")


class Beside(NamedTuple):
    """A sentence that speaks of talks, and whether a link that names some leads it."""

    text: str
    is_led: bool


def may_tell(sentences: Sequence[Beside], own: str, links: Sequence[str]) -> bool:
    """Tell whether sentences beside links may tell of meetings.

    So they do as the events of a chronology, below headings that lead elsewhere, or below a title that is one of them.

    Args:
        sentences: What speaks of talks.
        own: The markup of the page, its links left out.
        links: Those that name talks.
    """
    if _may_be_events(sentences) and _has_date_alone(own):
        return True
    if _are_below_headings(len(sentences), own, links):
        return True
    is_few = len(sentences) * _LINKS_A_SENTENCE <= len(links)
    return not (is_few or all(_is_sentence_alone(one.text) for one in sentences))


def _may_be_events(sentences: Sequence[Beside]) -> bool:
    """Tell whether several sentences tell of talks, one of them without a link that leads it."""
    from kaidan.parser.prose.lines_of_events import tells_of_talks  # noqa: PLC0415  few pages get here

    if not any(tells_of_talks(one.text) for one in sentences if not one.is_led):
        return False
    return sum(tells_of_talks(one.text) for one in sentences) >= _FEWEST_EVENTS


def is_led_by_link(own: str, start: int) -> bool:
    """Tell whether a link that names talks stands right above a text: the page that it leads to tells of them."""
    link = own.rfind(TITLE_LINK, max(0, start - _NEAR), start)
    if link < 0 or _HEADING_TAG.search(own, link, start):
        return False
    between = _TEXT.finditer(own, link, start - 1)
    return sum(1 for _ in between) <= _MOST_BETWEEN


def _are_below_headings(sentences: int, own: str, links: Sequence[str]) -> bool:
    """Tell whether so many sentences may stand below links with a date in brackets, which are headings if every other has one."""
    dated = sum(1 for link in links if _DATE_IN_BRACKETS.search(link))
    dated += sum(1 for _ in _BRACKET_BEHIND.finditer(own))
    return dated <= sentences * 2 if dated else False


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
