"""The shape of a chronology: years, and below each what happened on its days; read where every line that says 会談 leaves no doubt.

A line leaves none if it names its day or month, and either talks of two countries or the two who met; a page with any other line of
talks is refused whole. Such a page is a table whose rows have lost their columns.
"""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from kaidan.lexicon.words import pattern_of, spelled
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.tellings import tells_of_meeting
from kaidan.parser.content.body import images_of, read_body
from kaidan.parser.content.foot import foot_of
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.frame import breadcrumb_of, names_of
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.heading_dates import (
    DIGITS_OF_YEAR,
    find_leading_date,
    find_leading_time,
    find_only_year,
    has_numeral,
    is_year,
)
from kaidan.parser.headings.markup import TITLE_LEVELS, Outline, leads_elsewhere
from kaidan.parser.headings.meeting_title import names_list, title_in
from kaidan.parser.headings.other_forms import names_by_link
from kaidan.parser.headings.standing import is_led_by_link
from kaidan.parser.headings.talks_titles import is_of_japan, without_press
from kaidan.parser.outside import outside_of
from kaidan.parser.prose.lines_of_events import Told, read_event, tells_of_talks
from kaidan.parser.records import Field, ParsedPage, Section, Slice

_LONGEST = 120  # characters of a line that tells one thing
_LONGEST_DATE = 40  # likewise of a line that tells a date alone
_MOST_DOUBTS = (
    3  # lines of talks before the first year that cannot be read: what is said before the events
)
_FEWEST_ROWS = 3  # years and days of a chronology that tells of one meeting
_FEWEST_YEARS = 2  # likewise, where their unit is left out
_ANY_MONTH = "2001-01"
"""What lets a bare day be read; of what month it is does not matter here."""
_ASIDE = frozenset(["nav", "aside", "footer", "header"])


class _Event(NamedTuple):
    """A line that tells of talks: the line that names the year, the one that names the date (mostly the same), and what it tells.

    ``below`` are the sentences right below a line that names the talks alone, which say more of them.
    """

    year: int | None
    dated: int
    at: int
    date: tuple[int, int]
    told: Told
    below: tuple[int, ...] = ()

    @property
    def last(self) -> int:
        """The last line of it."""
        return self.below[-1] if self.below else self.at


def read_chronology(shown: Shown, page: Outline) -> ParsedPage | None:
    """Read a page of years and events, or None where it is none or a line of it leaves a doubt."""
    lines = page.lines
    foot = foot_of(lines, 0)
    numbers = _years_without_unit(lines[:foot])
    naming = (_may_name_event(line) and not _is_elsewhere(shown, line) for line in lines[:foot])
    if not any(naming):
        return None
    events = _events(shown, lines[:foot], numbers)
    if not events or not _is_told_here(shown, lines[:foot], events):
        return None
    years = sorted({event.year for event in events if event.year is not None})
    told = {at for event in events for at in (event.dated, event.at, *event.below)}
    first = min((*years, *told))
    if _is_of_another_kind(lines[:first]):
        return None
    blocks = {year: block for block, year in enumerate(years)}
    title = max((at for at in range(first + 1) if _is_title(lines[at])), default=None)
    is_of_talks = title is not None and _names_talks_alone(lines[title].text)
    if len(events) > 1 and not is_of_talks and _may_be_days_of_publication(events):
        return None
    begin = min(told.union(years)) if title is None else title
    elsewhere = {*told, *years} if title is None else {*told, *years, title}
    outside = outside_of(shown, lines, elsewhere, range(begin + 1, foot))
    way, _ = breadcrumb_of(lines[: title or 0], names_of(shown))
    return ParsedPage(
        title=lines[title].text if title is not None else shown.title,
        title_line=lines[title].text if title is not None and title not in years else "",
        breadcrumb=way,
        sections=[_section(shown, lines, event, blocks) for event in events],
        remainder=outside.remainder,
        chrome=outside.chrome,
        unread=[],
        shape="table",
        context=tuple(lines[year].text for year in years),
    )


def _years_without_unit(lines: Sequence[Line]) -> frozenset[int]:
    """Return which lines are a year without 年, where those of the page go up or down without a break."""
    years = {at: int(line.text) for at, line in enumerate(lines) if _is_number_of_year(line.text)}
    in_order = list(years.values())
    rising = sorted(set(in_order))
    is_row = len(in_order) >= _FEWEST_YEARS and in_order in (rising, rising[::-1])
    return frozenset(years) if is_row else frozenset()


def _is_number_of_year(text: str) -> bool:
    return len(text) == DIGITS_OF_YEAR and text.isdecimal() and text[0] in "12１２"


def _events(shown: Shown, lines: Sequence[Line], numbers: Container[int]) -> list[_Event]:
    """Return what tells of talks below the first year or date; none at all if a line of talks cannot be read for sure.

    ``numbers`` are the lines that are a year without 年.
    """
    events: list[_Event] = []
    year: int | None = None
    dated: int | None = None
    doubts = 0
    here = ((at, line) for at, line in enumerate(lines) if not _is_elsewhere(shown, line))
    for at, line in here:
        if at in numbers or _names_year(line):
            year, dated = at, None
            continue
        if _is_heading(line):  # another matter begins, on days of its own
            dated = None
        if events and _says_more(lines, events[-1], at):
            events[-1] = events[-1]._replace(below=(*events[-1].below, at))
        elif _may_name_event(line):
            event = _event(shown, lines, at, year, dated)
            if event:
                events.append(event)
            elif _names_event(line.text) and not _is_remark(line.text):
                doubts += 1
                if events or year is not None or doubts > _MOST_DOUBTS:
                    return []
        elif _is_date_alone(line.text, _anchor(lines, year)):
            dated = at
    return events


def _says_more(lines: Sequence[Line], event: _Event, at: int) -> bool:
    """Tell whether a sentence tells of the talks that the line above it names alone, in the same element or as one of talks."""
    text = lines[at].text
    if at != event.last + 1 or "。" not in text or "ours" in event.told.spans:
        return False
    is_within = lines[at].element is lines[event.at].element
    return (is_within or _names_event(text)) and not _begins_with_day(text)


def _names_year(line: Line) -> bool:
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


def _anchor(lines: Sequence[Line], year: int | None) -> str:
    """Return the year of the lines below, with its unit."""
    named = lines[year].text if year is not None else ""
    return f"{named}年" if named.isdecimal() else named


def _may_name_event(line: Line) -> bool:
    """Tell whether a line speaks of talks, or of a gathering that may be some."""
    gatherings = pattern_of("headings", "other event")
    return _names_event(line.text) or gatherings.search(line.text) is not None


def _is_told_here(shown: Shown, lines: Sequence[Line], events: Sequence[_Event]) -> bool:
    """Tell whether a page tells of its talks itself, and is no list of news that do, with the days of these."""
    if len(events) == 1 and not _stands_among_others(shown, lines, events[0]):
        return False
    return not all(
        event.dated != event.at and is_led_by_link(shown, lines, event.at) for event in events
    )


def _stands_among_others(shown: Shown, lines: Sequence[Line], event: _Event) -> bool:
    """Tell whether the only talks of a page, of two who are named, are one of the things that it tells of years and days.

    A page with links to other talks is a portal, and the days are those of its news.
    """
    if not {"ours", "theirs"} <= event.told.spans.keys():
        return False
    if any(is_of_japan(line.text) and names_by_link(shown, line) for line in lines):
        return False
    anchor = _anchor(lines, event.year)
    rows = (
        _names_year(line) or (has_numeral(line.text) and find_leading_date(line.text, anchor))
        for line in lines
        if not line.element.frame and len(line.text) <= _LONGEST
    )
    return sum(map(bool, rows)) >= _FEWEST_ROWS


def _names_talks_alone(text: str) -> bool:
    """Tell whether the title of a page is that of a list of talks, so that its days are theirs."""
    talks = title_in(text)
    return talks is not None and names_list(text, talks)


def _names_event(text: str) -> bool:
    """Tell whether a line speaks of talks, and not only of what was said to the press."""
    words = spelled("headings", "event talks")
    if not any(word in text for word in words):  # most often
        return False
    own = without_press(text)
    return any(word in own for word in words)


def _may_be_days_of_publication(events: Sequence[_Event]) -> bool:
    """Tell whether one date stands over all talks, or no year and nobody who met beside them: so news are dated, a day late."""
    is_list_of_titles = all(
        event.year is None and "ours" not in event.told.spans for event in events
    )
    return is_list_of_titles or len({event.dated for event in events}) == 1


def _is_remark(text: str) -> bool:
    """Tell whether a line is a sentence that tells of no meeting: 電話による会談は含みません。."""
    return "。" in text and not tells_of_meeting(text)


def _event(
    shown: Shown, lines: Sequence[Line], at: int, year: int | None, over: int | None
) -> _Event | None:
    """Read a line of talks; ``over`` is the line above that names its date, if it does not itself."""
    line = lines[at]
    if len(line.text) > _LONGEST or leads_elsewhere(shown, line) or not tells_of_talks(line.text):
        return None
    anchor = _anchor(lines, year)
    dated = at if find_leading_date(line.text, anchor) else over
    if dated is None or (dated != at and _begins_with_day(line.text)):
        return None
    date = find_leading_date(lines[dated].text, anchor)
    when = find_leading_time(lines[dated].text, anchor)
    told = read_event(line.text, date[1] if date and dated == at else 0, when)
    return _Event(year, dated, at, date, told) if date and told else None


def _is_of_another_kind(lines: Sequence[Line]) -> bool:
    """Tell whether what stands over the first year says that the page tells of plans, or of what was said to the press."""
    words = spelled("headings", "planned", "press")
    return any(word in line.text for line in lines if _is_title(line) for word in words)


def _begins_with_day(text: str) -> bool:
    """Tell whether a line names a day of its own, which the line over it does not say: 19日、…."""
    return any(mention.start == 0 for mention in find_dates(text, anchor=_ANY_MONTH))


def _is_heading(line: Line) -> bool:
    return line.element.tag in TITLE_LEVELS


def _is_title(line: Line) -> bool:
    return not line.element.frame and line.element.tag in ("h1", "h2")


def _section(
    shown: Shown, lines: Sequence[Line], event: _Event, blocks: Mapping[int, int]
) -> Section:
    """Make a record of a line, and of the one with its date where that is another."""
    before = "" if event.dated == event.at else f"{lines[event.dated].text} "
    text = before + lines[event.at].text
    spans: dict[Field, tuple[int, int]] = {"date": event.date}
    for field, (start, end) in event.told.spans.items():
        spans[field] = (start + len(before), end + len(before))
    slices = {
        field: Slice("heading", None, *span, text[slice(*span)]) for field, span in spans.items()
    }
    if event.year is not None:
        year = lines[event.year].text
        slices["year"] = Slice("context", blocks[event.year], 0, len(year), year)
    told = [lines[at] for at in event.below]
    body = read_body(shown, [*images_of([lines[event.at]]), *told])
    heading = Heading(text, event.told.title, None, None)
    return Section(heading, body, None, slices, event.told.parties)
