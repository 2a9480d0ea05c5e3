"""A page becomes a chronicle: its meetings, what belongs to none of them, and what surrounds them.

The only module that knows how such a page is built. Nothing hangs on a tag, a class or an id: the headings are known by what they
say, the content area by where the headings and the page's title stand.
"""

from itertools import pairwise

from kaidan.lexicon.words import spelled
from kaidan.parser.content.body import read_body
from kaidan.parser.display.shown import Shown
from kaidan.parser.frame import frame
from kaidan.parser.headings.heading import names_talks
from kaidan.parser.headings.markup import Outline, leads_elsewhere
from kaidan.parser.headings.other_headings import other_headings
from kaidan.parser.headings.talks_titles import is_of_press
from kaidan.parser.prose.owners import CHROME, REST, shares
from kaidan.parser.records import ParsedPage, Section


def read_chronicle(shown: Shown, page: Outline) -> ParsedPage | None:
    """Read a page that tells of meetings one below the other, or None where no line is the heading of one."""
    if not page.headings:
        return None
    around = frame(shown, page)
    title = around.title or shown.title
    if is_of_press(title) or any(word in title for word in spelled("headings", "beside")):
        return None
    if _is_menu(shown, page):
        return None
    others = other_headings(shown, page)
    own = shares(shown, page, around, others)
    sections = [
        Section(heading, read_body(shown, own[at])) for at, heading in page.headings.items()
    ]
    title_line = page.lines[around.title_line].text if around.title_line is not None else ""
    rest, chrome = ([line.text for line in own[owner] if line.text] for owner in (REST, CHROME))
    headlike = {page.lines[at] for at in others}
    unread = [line.text for line in own[REST] if line in headlike and names_talks(line.text)]
    return ParsedPage(around.title, title_line, around.breadcrumb, sections, rest, chrome, unread)


def _is_menu(shown: Shown, page: Outline) -> bool:
    """Tell whether nothing but links to other pages stands between the headings: 概要, 共同声明（PDF）."""
    links = 0
    for first, last in pairwise(page.headings):
        for line in page.lines[first + 1 : last]:
            if leads_elsewhere(shown, line) * 2 < len(line.text):  # at once, mostly
                return False
            links += bool(line.links)
    return links > 0
