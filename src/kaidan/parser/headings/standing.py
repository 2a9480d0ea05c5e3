"""Whether a line that reads as a heading stands as one: with a text of its own below it, and not over the meetings of years."""

import re
from collections.abc import Container, Mapping, Sequence
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.sides import sides
from kaidan.normalizers.events.tellings import tellings, tells_of_meeting
from kaidan.parser.content.foot import is_foot
from kaidan.parser.display.shown import Element, Line, Shown
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.heading_dates import is_year
from kaidan.parser.headings.markup import is_as_high, is_heading_tag, leads_elsewhere
from kaidan.parser.headings.talks_titles import has_talks, is_of_japan

_NEAR = 12  # lines below a heading among which its body begins
_MOST_BETWEEN = 2  # lines between a link and what it leads: a date, a kind of news
_LONGEST_LABEL = 24  # characters of a line that tells nothing
_LONGEST_MEETING = 62  # days
_CELLS = frozenset(["td", "th", "dt", "dd"])
_ITEMS = frozenset(["li", "dt", "dd"])


def told_here(
    shown: Shown, lines: Sequence[Line], found: Mapping[int, Heading]
) -> dict[int, Heading]:
    """Leave out what leads to another page that tells of the meeting, and what stands over the meetings of years."""
    standing = {
        at: heading
        for at, heading in found.items()
        if not (
            is_over_years(heading)
            or _is_over_list(lines, found, at)
            or is_without_meeting(lines, found, at, heading)
        )
    }
    leading = [at for at, one in standing.items() if leads_away(shown, lines[at], one.title)]
    told = [at for at in leading if _has_own_text(lines, found, at)]
    if len(told) * 2 < len(leading):  # a list of links, the last of which stands over a sentence
        told = []
    left_out = set(leading).difference(told)
    return {at: heading for at, heading in standing.items() if at not in left_out}


def _has_own_text(lines: Sequence[Line], found: Mapping[int, Heading], at: int) -> bool:
    """Tell whether what stands below a link to another page tells of the meeting here: in the same list, and itself no way to more."""
    below = first_sentence(lines, found, at)
    if below is None or lines[below].links or not tells_of_meeting(lines[below].text):
        return False
    element = lines[at].element
    items = element.above if element.tag in _ITEMS else None
    return items is None or items.holds(lines[below].element)


def is_without_meeting(
    lines: Sequence[Line], headings: Container[int], at: int, heading: Heading
) -> bool:
    """Tell whether what stands below a heading says that it is of none that was held, or of many.

    It announces one; or it tells of none, and the heading names neither who met nor where: 総理大臣の会談（令和5年9月）.
    """
    below = first_sentence(lines, headings, at)
    text = lines[below].text if below is not None else ""
    if _is_announced(text) or (text and is_of_work(lines[at + 1])):
        return True
    return not (heading.place or sides(heading.title) or tells_of_meeting(text))


def is_of_work(line: Line) -> bool:
    """Tell whether a line describes a book, a film or an exhibit, as the entry of a catalogue does: 監督：…."""
    at = line.text.find("：", 0, _LONGEST_LABEL)
    return at > 0 and line.text[:at].strip().endswith(spelled("headings", "work"))


def _is_announced(text: str) -> bool:
    """Tell whether a text says that they will meet, and not that they did."""
    if not text.endswith(_not_past()):  # most often
        return False
    speaks_of_it = tellings(text) or _planned().search(text)
    return bool(speaks_of_it) and not tells_of_meeting(text)


def leads_away(shown: Shown, line: Line, title: str) -> bool:
    """Tell whether most of a line's title is a link to another page."""
    if not line.links:
        return False
    start = max(line.text.find(title), 0)
    linked = sum(
        max(0, min(span.end, start + len(title)) - max(span.start, start))
        for span in line.links
        if not shown.anchors[int(span.what)].url.startswith("#")
    )
    return linked * 2 > len(title)


def is_led_by_link(shown: Shown, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a link that names talks of Japan stands right above a line, as in a list of news: its page tells of them."""
    passed = 0
    for line in reversed(lines[:at]):
        names_talks = is_of_japan(line.text) and has_talks(line.text)
        if names_talks and leads_elsewhere(shown, line) * 2 > len(line.text):
            return True
        passed += bool(line.text)
        if passed > _MOST_BETWEEN or is_heading_tag(line.element.tag):
            return False
    return False


def has_body(lines: Sequence[Line], headings: Container[int], at: int) -> bool:
    """Tell whether a sentence stands below a heading, before another heading, a link, another part of the page or its footer."""
    return first_sentence(lines, headings, at) is not None


def first_sentence(lines: Sequence[Line], headings: Container[int], at: int) -> int | None:
    """Return the first sentence below a heading, before another heading, a link, another part of the page or its footer."""
    frame = lines[at].element.frame
    for below in range(at + 1, min(at + _NEAR, len(lines))):
        line = lines[below]
        if below in headings or line.element.frame is not frame or is_foot(line):
            return None
        if is_as_high(line.element.tag, lines[at].element.tag):
            return None
        if _is_next_item(line.element, lines[at].element):
            return None
        if line.linked * 2 > len(line.text) > 0:
            return None
        if is_sentence(line.text):
            return below
    return None


def _is_next_item(element: Element, heading: Element) -> bool:
    """Tell whether an element is another item of the list that a heading is an item of: what is next, and not what it tells."""
    if element.tag != "li" or heading.tag != "li":
        return False
    return element is not heading and element.above is heading.above


def is_sentence(text: str) -> bool:
    """Tell whether a line tells something: a full stop in it, a comma at its end, or too long for a label."""
    return "。" in text or text.endswith("、") or len(text) >= _LONGEST_LABEL


def is_over_years(heading: Heading) -> bool:
    """Tell whether a heading's date is a time of more than two months, over a table or a list of meetings."""
    if not heading.date:
        return False
    start, end = heading.date
    words = heading.text[start:end]
    ranged = _range().search(words) or _range().match(heading.text, start - 1)
    ranged = ranged or _range().match(heading.text, end)
    if not (ranged or words.endswith(spelled("headings", "decade"))):
        return False
    if ranged and ranged.start() == start - 1:
        return True
    dated = next((mention for mention in find_dates(words) if mention.edtf), None)
    if not dated or "XXXX" in str(dated.edtf):
        return False
    first, last = dated.start_date, dated.end_date
    if first and not last:
        return dated.precision == "year"
    return bool(first and last and (last - first).days > _LONGEST_MEETING)


def _is_over_list(lines: Sequence[Line], found: Mapping[int, Heading], at: int) -> bool:
    """Tell whether a heading that names a year and no place stands over a table or a list: 日独首脳会談（2007年）."""
    heading = found[at]
    if heading.place or not heading.date or lines[at].element.tag in _CELLS:
        return False
    if not is_year(heading.text[slice(*heading.date)]):
        return False
    if not has_body(lines, found, at):
        return True
    return any(line.element.tag in _CELLS for line in lines[at + 1 : at + _NEAR])


@cache
def _not_past() -> tuple[str, ...]:
    """Return what ends a sentence of what is, or is still to come."""
    planned = spelled("planned", "planned")
    ends = (*spelled("planned", "present"), *planned, *(f"{word}です" for word in planned))
    return (*ends, *(f"{end}。" for end in ends))


@cache
def _planned() -> re.Pattern[str]:
    """Return what ends a text that tells of what is still to come: 予定です。."""
    return re.compile(rf"{any_of(spelled('planned', 'planned'))}[ぁ-ん]{{0,6}}。?\Z")


@cache
def _range() -> re.Pattern[str]:
    """Return what parts the years of a range, or follows its first."""
    return re.compile(f"[～〜~－―-]|{any_of(spelled('headings', 'since'))}")
