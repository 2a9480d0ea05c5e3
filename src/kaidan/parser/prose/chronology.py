"""The shape of a chronology: years, and below each what happened on its days; read where every line that says 会談 leaves no doubt.

A line leaves none if it names its day or month, and either talks of two countries or the two who met; a page with any other line of
talks is refused whole. Such a page is a table whose rows have lost their columns.
"""

from collections.abc import Mapping, Sequence

from kaidan.lexicon.words import spelled
from kaidan.parser.content.body import images_of, read_body
from kaidan.parser.content.foot import foot_of
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.frame import breadcrumb_of, names_of
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.heading_dates import (
    find_leading_date,
    has_numeral,
)
from kaidan.parser.headings.markup import Outline
from kaidan.parser.headings.other_forms import names_by_link
from kaidan.parser.headings.standing import is_led_by_link
from kaidan.parser.headings.talks_titles import is_of_japan
from kaidan.parser.headings.titles_of_lists import names_list, title_in
from kaidan.parser.outside import outside_of
from kaidan.parser.prose.dated_events import (
    Event,
    anchor_of,
    may_tell_of_events,
    names_year,
    read_events,
)
from kaidan.parser.prose.lines_of_events import LONGEST
from kaidan.parser.records import Field, ParsedPage, Section, Slice

_FEWEST_ROWS = 3  # years and days of a chronology that tells of one meeting


def read_chronology(shown: Shown, page: Outline) -> ParsedPage | None:
    """Read a page of years and events, or None where it is none or a line of it leaves a doubt."""
    lines = page.lines
    foot = foot_of(lines, 0)
    if not may_tell_of_events(shown, lines[:foot]):
        return None
    events = read_events(shown, lines[:foot])
    if not events or not _is_told_here(shown, lines[:foot], events):
        return None
    years = sorted({at for event in events for at in (event.year, event.month) if at is not None})
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


def _is_told_here(shown: Shown, lines: Sequence[Line], events: Sequence[Event]) -> bool:
    """Tell whether a page tells of its talks itself, and is no list of news that do, with the days of these."""
    if len(events) == 1 and not _stands_among_others(shown, lines, events[0]):
        return False
    return not all(
        event.dated != event.at and is_led_by_link(shown, lines, event.at) for event in events
    )


def _stands_among_others(shown: Shown, lines: Sequence[Line], event: Event) -> bool:
    """Tell whether the only talks of a page, of two who are named, are one of the things that it tells of years and days.

    A page with links to other talks is a portal, and the days are those of its news.
    """
    if not {"ours", "theirs"} <= event.told.spans.keys():
        return False
    if any(is_of_japan(line.text) and names_by_link(shown, line) for line in lines):
        return False
    anchor = anchor_of(lines, event.year)
    rows = (
        names_year(line) or (has_numeral(line.text) and find_leading_date(line.text, anchor))
        for line in lines
        if not line.element.frame and len(line.text) <= LONGEST
    )
    return sum(map(bool, rows)) >= _FEWEST_ROWS


def _names_talks_alone(text: str) -> bool:
    """Tell whether the title of a page is that of a list of talks, so that its days are theirs."""
    talks = title_in(text)
    return talks is not None and names_list(text, talks)


def _may_be_days_of_publication(events: Sequence[Event]) -> bool:
    """Tell whether one date stands over all talks, or no year and nobody who met beside them: so news are dated, a day late."""
    is_list_of_titles = all(
        event.year is None and "ours" not in event.told.spans for event in events
    )
    return is_list_of_titles or len({event.dated for event in events}) == 1


def _is_of_another_kind(lines: Sequence[Line]) -> bool:
    """Tell whether what stands over the first year says that the page tells of plans, or of what was said to the press."""
    words = spelled("headings", "planned", "press")
    return any(word in line.text for line in lines if _is_title(line) for word in words)


def _is_title(line: Line) -> bool:
    return not line.element.frame and line.element.tag in ("h1", "h2")


def _section(
    shown: Shown, lines: Sequence[Line], event: Event, blocks: Mapping[int, int]
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
    above: dict[Field, int | None] = {"year": event.year, "month": event.month}
    for field, at in above.items():
        if at is not None:
            named = lines[at].text
            slices[field] = Slice("context", blocks[at], 0, len(named), named)
    told = [lines[at] for at in event.below]
    body = read_body(shown, [*images_of([lines[event.at]]), *told])
    heading = Heading(text, event.told.title, None, None)
    return Section(heading, body, None, slices, event.told.parties)
