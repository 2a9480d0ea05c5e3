"""The lines of a chronology that tell of talks, each with the lines above that say when: a year, a month, a day."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kaidan.lexicon.words import pattern_of, spelled
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.tellings import tells_of_meeting
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.headings.heading_dates import (
    DIGITS_OF_YEAR,
    find_leading_date,
    find_leading_time,
    find_only_year,
    has_numeral,
    is_year,
)
from kaidan.parser.headings.markup import TITLE_LEVELS, leads_elsewhere
from kaidan.parser.headings.talks_titles import without_press
from kaidan.parser.prose.lines_of_events import Told, leaves_doubt, read_event

_LONGEST_DATE = 40  # likewise of a line that tells a date alone
_MOST_DOUBTS = (
    3  # lines of talks before the first year that cannot be read: what is said before the events
)
_FEWEST_YEARS = 2  # of a page where their unit is left out
_ANY_MONTH = "2001-01"
"""What lets a bare day be read; of what month it is does not matter here."""
_DIGITS_OF_MONTH = len(_ANY_MONTH)
_ASIDE = frozenset(["nav", "aside", "footer", "header"])


class Event(NamedTuple):
    """A line that tells of talks: the lines that name the year, and the date (mostly the same), and what it tells.

    ``month`` is the line that names the month where the line itself names the day alone; ``below`` are the sentences right below
    a line that names the talks alone, which say more of them.
    """

    year: int | None
    dated: int
    at: int
    date: tuple[int, int]
    told: Told
    below: tuple[int, ...] = ()
    month: int | None = None

    @property
    def last(self) -> int:
        """The last line of it."""
        return self.below[-1] if self.below else self.at


class _Above(NamedTuple):
    """The lines above one that say when: the year, and the last day or month alone."""

    year: int | None
    dated: int | None


def may_tell_of_events(shown: Shown, lines: Sequence[Line]) -> bool:
    """Tell whether a line of the content speaks of talks at all: the cheap look."""
    return any(_may_name_event(line) and not _is_elsewhere(shown, line) for line in lines)


def read_events(shown: Shown, lines: Sequence[Line]) -> list[Event]:
    """Return what tells of talks below the first year or date; none at all if a line of talks cannot be read for sure."""
    events: list[Event] = []
    doubts = 0
    for at, above in _with_above(shown, lines):
        line = lines[at]
        if events and _says_more(lines, events[-1], at):
            events[-1] = events[-1]._replace(below=(*events[-1].below, at))
        elif not _may_name_event(line):
            continue
        elif event := _event(shown, lines, at, above):
            events.append(event)
        elif _names_event(line.text) and not _is_remark(line.text):
            doubts += 1
            if events or above.year is not None or doubts > _MOST_DOUBTS:
                return []
    return events


def _with_above(shown: Shown, lines: Sequence[Line]) -> Iterator[tuple[int, _Above]]:
    """Yield the lines of the content that are no date alone, with those above that say when."""
    numbers = _years_without_unit(lines)
    above = _Above(None, None)
    for at, line in enumerate(lines):
        if _is_elsewhere(shown, line):
            continue
        if at in numbers or names_year(line):
            above = _Above(at, None)
            continue
        if _is_heading(line):  # another matter begins, on days of its own
            above = above._replace(dated=None)
        if not _may_name_event(line) and _is_date_alone(line.text, anchor_of(lines, above.year)):
            above = above._replace(dated=at)
        yield at, above


def _years_without_unit(lines: Sequence[Line]) -> frozenset[int]:
    """Return which lines are a year without 年, where those of the page go up or down without a break."""
    years = {at: int(line.text) for at, line in enumerate(lines) if _is_number_of_year(line.text)}
    in_order = list(years.values())
    rising = sorted(set(in_order))
    is_row = len(in_order) >= _FEWEST_YEARS and in_order in (rising, rising[::-1])
    return frozenset(years) if is_row else frozenset()


def _is_number_of_year(text: str) -> bool:
    return len(text) == DIGITS_OF_YEAR and text.isdecimal() and text[0] in "12１２"


def _says_more(lines: Sequence[Line], event: Event, at: int) -> bool:
    """Tell whether a sentence tells of the talks that the line above it names alone, in the same element or as one of talks."""
    text = lines[at].text
    if at != event.last + 1 or "。" not in text or "ours" in event.told.spans:
        return False
    is_within = lines[at].element is lines[event.at].element
    return (is_within or _names_event(text)) and not _begins_with_day(text)


def names_year(line: Line) -> bool:
    """Tell whether a line is a year, or a heading that names one and no other time."""
    return is_year(line.text) or (_is_heading(line) and find_only_year(line.text) is not None)


def _is_elsewhere(shown: Shown, line: Line) -> bool:
    """Tell whether a line stands beside the content, or leads to another page."""
    if line.element.frame and line.element.frame.tag in _ASIDE:
        return True
    return line.linked * 2 > len(line.text) and leads_elsewhere(shown, line) > 0


def _is_date_alone(text: str, anchor: str) -> bool:
    """Tell whether a line is wholly a date."""
    if len(text) > _LONGEST_DATE or text.endswith("。") or not has_numeral(text):
        return False
    date = find_leading_date(text, anchor)
    return date is not None and date[1] == len(text)


def anchor_of(lines: Sequence[Line], year: int | None) -> str:
    """Return the year of the lines below, with its unit."""
    named = lines[year].text if year is not None else ""
    return f"{named}年" if named.isdecimal() else named


def _may_name_event(line: Line) -> bool:
    """Tell whether a line speaks of talks, or of a gathering that may be some."""
    gatherings = pattern_of("headings", "other event")
    return _names_event(line.text) or gatherings.search(line.text) is not None


def _names_event(text: str) -> bool:
    """Tell whether a line speaks of talks, and not only of what was said to the press."""
    words = spelled("headings", "event talks")
    if not any(word in text for word in words):  # most often
        return False
    own = without_press(text)
    return any(word in own for word in words)


def _is_remark(text: str) -> bool:
    """Tell whether a line is a sentence that tells of no meeting: 電話による会談は含みません。."""
    return "。" in text and not tells_of_meeting(text)


def _event(shown: Shown, lines: Sequence[Line], at: int, above: _Above) -> Event | None:
    """Read a line of talks, with its date, or that of the line above that names it."""
    line = lines[at]
    if leads_elsewhere(shown, line) or leaves_doubt(line.text):
        return None
    anchor, over = anchor_of(lines, above.year), None
    dated = at if find_leading_date(line.text, anchor) else above.dated
    if dated is not None and dated != at and _begins_with_day(line.text):
        month = _month_of(lines[dated].text, anchor)
        if month is None:
            return None
        anchor, over, dated = month, dated, at
    if dated is None:
        return None
    date = find_leading_date(lines[dated].text, anchor)
    when = find_leading_time(lines[dated].text, anchor)
    told = read_event(line.text, date[1] if date and dated == at else 0, when)
    return Event(above.year, dated, at, date, told, month=over) if date and told else None


def _month_of(text: str, anchor: str) -> str | None:
    """Return the month that a line is alone, with its year; its days stand in the lines below it."""
    time = find_leading_time(text, anchor)
    if time is None or len(time) != _DIGITS_OF_MONTH:
        return None
    year, month = time.split("-")
    return f"{year}年{int(month)}月"


def _begins_with_day(text: str) -> bool:
    """Tell whether a line names a day of its own, which the line over it does not say: 19日、…."""
    return any(mention.start == 0 for mention in find_dates(text, anchor=_ANY_MONTH))


def _is_heading(line: Line) -> bool:
    return line.element.tag in TITLE_LEVELS
