"""Why a page is refused: the nearest thing to a meeting that was seen in it, and what is missing."""

from collections.abc import Iterator, Sequence

from kaidan.errors import Refused
from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import pattern_of
from kaidan.messages import Message
from kaidan.normalizers.events.sides import names_several, sides
from kaidan.normalizers.events.tellings import (
    announces_meeting,
    denies_meeting,
    tells_of_meeting,
)
from kaidan.parser.display.shown import MOST_HIDDEN, Line, Shown
from kaidan.parser.frame import breadcrumb_of, names_of
from kaidan.parser.headings.heading import read_beside, read_heading, read_undated
from kaidan.parser.headings.heading_dates import find_date, has_numeral
from kaidan.parser.headings.markup import Outline
from kaidan.parser.headings.standing import is_led_by_link
from kaidan.parser.headings.talks_titles import has_talks
from kaidan.parser.prose.title_lines import stands_as_heading, titles_of_meetings
from kaidan.parser.refusal.reasons import FEW_LINKS, cut, list_of_links, no_meeting, no_talks

_LONGEST = 60  # characters of a heading, about
_LONGEST_TITLE = 80  # likewise of a title
_OF_JAPAN = "日"  # in the name of any talks that Japan has, or of a day; in that of a menu, 首脳・外相会談, it is not
_MOST_LOOKED_AT = 12  # lines among which one with a date is looked for


def nearest(shown: Shown, page: Outline) -> Refused:
    """Return the refusal of a page that fits no shape."""
    naming = [line for line in page.lines if has_talks(line.text)]
    why = _why(shown, page, naming)
    if shown.hidden_share > MOST_HIDDEN:
        share = shown.hidden_share
        why = Message(
            "{why}; {share:.0%} of its text is hidden by its markup", why=why, share=share
        )
    return no_meeting(shown.title, why)


def _why(shown: Shown, page: Outline, naming: list[Line]) -> Message:
    if not naming:
        return no_talks()
    content = _content(shown, page.lines, naming)
    here = [line for line in content if not _names_by_link(shown, line)]
    reasons = _reasons(shown, page, naming, here)
    return next(filter(None, reasons), None) or _nearest_to_heading(here or content)


def _reasons(
    shown: Shown, page: Outline, naming: list[Line], here: list[Line]
) -> Iterator[Message | None]:
    """Ask the rules one after the other, of the lines that name talks: all, and those that name them not by a link."""
    named = [text for line in naming for text in _links_in(shown, line)]
    beside = _count_beside(shown, page.lines)
    if len(named) >= FEW_LINKS:
        yield list_of_links(named, len(named), beside, surely=True)
    yield _two_pairs(here)
    yield _press(here)
    yield _denial(here)
    if len(named) < FEW_LINKS:  # of a menu, perhaps
        yield _plan(here)
    yield list_of_links(named, len(named), beside)
    yield _plan(here)
    yield _named_meetings(shown, page)
    yield _of_something_else(shown, here)


def _content(shown: Shown, lines: Sequence[Line], naming: list[Line]) -> list[Line]:
    """Leave the way to the page (breadcrumb) out, unless nothing else names talks."""
    _, way = breadcrumb_of(lines, names_of(shown))
    passed = {id(lines[at]) for at in way}
    return [line for line in naming if id(line) not in passed] or naming


def _names_by_link(shown: Shown, line: Line) -> bool:
    """Tell whether what names talks in a line is a link to another page."""
    return any(_links_in(shown, line))


def _links_in(shown: Shown, line: Line) -> Iterator[str]:
    """Yield the texts in a line that lead to other pages and name talks."""
    for span in line.links:
        text = line.text[span.start : span.end]
        if not shown.anchors[int(span.what)].url.startswith("#") and has_talks(text):
            yield text


def _two_pairs(naming: list[Line]) -> Message | None:
    titles = (
        line.text for line in naming if len(line.text) <= _LONGEST_TITLE and "。" not in line.text
    )
    several = next(filter(names_several, titles), None)
    if several is None:
        return None
    return Message("its title names more than one meeting: {line}", line=cut(several))


def _press(naming: list[Line]) -> Message | None:
    pressed = _first(naming, "press")
    if pressed is None:
        return None
    return Message("looks like a press conference: {line}", line=cut(pressed))


def _denial(naming: list[Line]) -> Message | None:
    denied = next((line.text for line in naming if denies_meeting(line.text)), None)
    if denied is None:
        return None
    return Message("says that they did not meet: {line}", line=cut(denied))


def _count_beside(shown: Shown, lines: Sequence[Line]) -> int:
    """Count the lines that speak of talks, name none by a link, and stand below no link that does."""
    return sum(
        has_talks(line.text)
        and not _names_by_link(shown, line)
        and not is_led_by_link(shown, lines, at)
        for at, line in enumerate(lines)
    )


def _plan(naming: list[Line]) -> Message | None:
    planned = _first(naming, "planned") or _announced(naming)
    if planned is None:
        return None
    return Message("looks like a plan of what is still to come: {line}", line=cut(planned))


def _announced(naming: list[Line]) -> str | None:
    """Return the first sentence that says that they will meet, of a page of which none says that they did."""
    sentences = [line.text for line in naming if "。" in line.text]
    if any(map(tells_of_meeting, sentences)):
        return None
    return next(filter(announces_meeting, sentences), None)


def _named_meetings(shown: Shown, page: Outline) -> Message | None:
    titles = list(
        dict.fromkeys(found.title.title for found in titles_of_meetings(shown, page.lines))
    )
    if len(titles) > 1:
        first, last = cut(titles[0]), cut(titles[-1])
        return Message(
            "tells of several meetings in one text: {first}, {last}", first=first, last=last
        )
    if not titles:
        return None
    if HOME not in (sides(titles[0]) or (HOME,)):
        return Message("its title names talks without Japan: {line}", line=cut(titles[0]))
    if sum(tells_of_meeting(line.text) for line in page.lines) > 1:
        return Message(
            "tells of more than one meeting below one title: {line}", line=cut(titles[0])
        )
    return Message("no sentence tells that they met: {line}", line=cut(titles[0]))


def _of_something_else(shown: Shown, naming: list[Line]) -> Message | None:
    """Quote a heading that speaks of talks and is no title of some: 日米首脳会談の贈答品."""
    names = names_of(shown)
    headings = (
        line.text
        for line in naming
        if len(line.text) <= _LONGEST_TITLE and stands_as_heading(line, names)
    )
    others = (text for text in headings if not (read_heading(text) or read_undated(text)))
    other = next(others, None)
    if other is None:
        return None
    return Message("its heading speaks of talks, and is the title of none: {line}", line=cut(other))


def _nearest_to_heading(naming: list[Line]) -> Message:
    """Quote the line that most looks like a heading, or else the first sentence that speaks of talks."""
    short = [line for line in naming if len(line.text) <= _LONGEST and "。" not in line.text]
    told = next((line.text for line in naming if line not in short), "")
    if told and not any(_OF_JAPAN in line.text or has_numeral(line.text) for line in short):
        return Message(
            "speaks of talks in a sentence, below no heading that names them: {line}",
            line=cut(told),
        )
    dated = (line for line in short[:_MOST_LOOKED_AT] if find_date(line.text[:200]))
    line = next(dated, short[0])
    if read_heading(line.text) or read_beside(line.text):
        return Message(
            "nothing is told below what looks like a heading: {line}", line=cut(line.text)
        )
    if find_date(line.text[:200]):
        return Message(
            "nearest to a heading: {line}, which is not a title with a date in brackets or beside it",
            line=cut(line.text),
        )
    return Message("nearest to a heading: {line}, which names no date", line=cut(line.text))


def _first(lines: list[Line], kind: str) -> str | None:
    words = pattern_of("headings", kind)
    return next((line.text for line in lines if words.search(line.text)), None)
