"""Which line of a page is the title of the one meeting that it is about."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.events.sides import sides
from kaidan.parser.content.foot import is_foot
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.frame import names_of
from kaidan.parser.headings.markup import TITLE_LEVELS, is_heading_tag, leads_elsewhere
from kaidan.parser.headings.meeting_title import (
    MeetingTitle,
    is_section,
    read_meeting_title,
    read_title_of_level,
)
from kaidan.parser.headings.publication import FRAMES
from kaidan.parser.headings.standing import has_body, leads_away
from kaidan.parser.headings.talks_titles import has_talks, is_of_press
from kaidan.parser.headings.title_setting import names_talks_apart
from kaidan.text.deferred import deferred

_Reader = Callable[[str], MeetingTitle | None]
_COLON = deferred("[：:]\\s*")
_NUMBERED = deferred(r"[（(]?[0-9０-９①-⑳一二三四五六七八九十]")
"""What may begin the heading of a section, or a date."""


class TitleLine(NamedTuple):
    """The line of the title, and what it says."""

    at: int
    title: MeetingTitle


def find_title(shown: Shown, lines: Sequence[Line]) -> TitleLine | None:
    """Return the only title of a meeting in a page: of two sides, else of a level that the page itself is called by."""
    found = _find_title(shown, lines, read_meeting_title)
    if not found and not titles_of_meetings(shown, lines):
        found = _find_title(shown, lines, read_title_of_level)
        found = found if found and _names_page(shown, lines[found.at]) else None
    return found


def titles_of_meetings(
    shown: Shown, lines: Sequence[Line], read: _Reader = read_meeting_title
) -> list[TitleLine]:
    """Return the lines that name one meeting and stand as headings do, outside of menus.

    None leads to another page, but the heading by whose title the page is called: it leads to where the text was first published.
    """
    names = _names_behind_site(shown)
    of_page = {title.title for name in names if (title := read(name))}
    found = []
    for at, line in enumerate(lines):
        if not has_talks(line.text) and not names_talks_apart(line.text):
            continue
        names_page = of_page and any(title in line.text for title in of_page)
        if not stands_as_heading(line, names) and (not names_page or _is_in_frame(line)):
            continue
        may_lead = names_page and is_heading_tag(line.element.tag)
        if not may_lead and line.links and leads_elsewhere(shown, line) == len(line.text):
            continue
        title = read(line.text)
        if title and (may_lead or not leads_away(shown, line, title.title)):
            found.append(TitleLine(at, title))
    return found


def _names_behind_site(shown: Shown) -> list[str]:
    """Return what the head calls the page, without a site that stands before a colon too: 外務省: 日中首脳会談."""
    names = names_of(shown)
    parted = (_COLON.split(name, maxsplit=1) for name in names)
    return [*names, *(parts[1] for parts in parted if len(parts) > 1)]


def stands_as_heading(line: Line, names: Sequence[str]) -> bool:
    """Tell whether a line stands as headings do: by its tag, all emphasised, or by the page's name; none in a menu does."""
    if _is_in_frame(line):
        return False
    whole = any(span.end - span.start == len(line.text) for span in line.emphasis)
    return line.element.tag in TITLE_LEVELS or whole or line.text in names


def _is_in_frame(line: Line) -> bool:
    frame = line.element.frame
    return frame is not None and frame.tag in FRAMES


def _find_title(shown: Shown, lines: Sequence[Line], read: _Reader) -> TitleLine | None:
    """Return the only title of a meeting, if nothing is told before it under another heading; no section of a page of another name."""
    found = titles_of_meetings(shown, lines, read)
    levels = [one for one in found if lines[one.at].element.tag in TITLE_LEVELS] or found
    first = next(
        (one for one in levels if not is_section(lines[one.at].text)), next(iter(levels), None)
    )
    if not first or any(_is_another(one, first, lines) for one in levels):
        return None
    first = _last_of(levels, first, lines)
    line = lines[first.at]
    if is_section(line.text) and not _names_page(shown, line):
        return None
    return None if _is_told_before(lines, first.at) else first


def _is_another(one: TitleLine, title: TitleLine, lines: Sequence[Line]) -> bool:
    """Tell whether a line names other talks than the title does, and no section of it on the same two: ２　日米首脳会談."""
    if one.title.title == title.title.title:
        return False
    is_part = (
        one.at > title.at
        and is_section(lines[one.at].text)
        and not is_section(lines[title.at].text)
    )
    return not (is_part and sides(one.title.title) == sides(title.title.title) != ())


def _last_of(titles: Sequence[TitleLine], first: TitleLine, lines: Sequence[Line]) -> TitleLine:
    """Return the last line that repeats the title before a sentence is told: the first may be the last step of a breadcrumb."""
    for title in titles:
        if title.at <= first.at or lines[title.at].text != lines[first.at].text:
            continue
        if any("。" in line.text for line in lines[first.at + 1 : title.at]):
            break
        first = title
    return first


def _is_told_before(lines: Sequence[Line], title: int) -> bool:
    """Tell whether another heading stands above the title with a sentence below it, or one of what was said to the press."""
    headed = False
    for line in lines[:title]:
        outside = line.element.frame is not None
        if line.element.tag in TITLE_LEVELS and not outside:
            if is_of_press(line.text):
                return True
            headed = True
        elif headed and not outside and "。" in line.text and line.linked * 2 < len(line.text):
            return True
    return False


def _names_page(shown: Shown, line: Line) -> bool:
    """Tell whether the head calls the page as a line does, or nothing: a menu has headings of its own."""
    names = names_of(shown)
    return not names or any(name in line.text or line.text in name for name in names)


def is_one_of_several(shown: Shown, lines: Sequence[Line], title: int) -> bool:
    """Tell whether another heading as high as the title has a text below it, in a page that has another name: a newsletter.

    A numbered heading is a section, and what stands in a frame or below related links is none of the text.
    """
    tag, name = lines[title].element.tag, lines[title].text
    if tag not in TITLE_LEVELS or any(name in one or one in name for one in names_of(shown)):
        return False
    for at in range(title + 1, len(lines)):
        line = lines[at]
        if is_foot(line) or line.text in spelled("page_ends", "last section"):
            return False
        if line.element.tag == tag and not line.element.frame and not _NUMBERED.match(line.text):
            return has_body(lines, (), at)
    return False
