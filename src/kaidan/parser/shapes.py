"""A page is read by the first shape that fits it: a chronicle, one meeting, a table, a chronology. Never by two; what fits none is refused.

A shape is a rule on what the lines of a page say. Nothing hangs on a tag, a class or an id, and no site has a rule of its own.
"""

from collections.abc import Callable, Sequence

from kaidan.errors import Refused
from kaidan.parser.display.shown import Shown
from kaidan.parser.headings.markup import Outline
from kaidan.parser.headings.outline import outline
from kaidan.parser.headings.standing import has_body
from kaidan.parser.prose.sections import read_chronicle
from kaidan.parser.records import ParsedPage
from kaidan.text.brackets import OPENING

Shape = Callable[[Shown, Outline], ParsedPage | None]


def _read_one_meeting(shown: Shown, page: Outline) -> ParsedPage | None:
    from kaidan.parser.prose.one_meeting import read_one_meeting  # noqa: PLC0415  no chronicle needs it

    return read_one_meeting(shown, page)


def _read_table(shown: Shown, page: Outline) -> ParsedPage | None:
    from kaidan.parser.tabular.tables import read_table  # noqa: PLC0415  likewise

    return read_table(shown, page)


def _read_chronology(shown: Shown, page: Outline) -> ParsedPage | None:
    from kaidan.parser.prose.chronology import read_chronology  # noqa: PLC0415  likewise

    return read_chronology(shown, page)


SHAPES: Sequence[Shape] = (read_chronicle, _read_one_meeting, _read_table, _read_chronology)
"""In the order in which they are tried."""


def read_page(shown: Shown) -> ParsedPage:
    """Take a page apart by the first shape that fits.

    Raises:
        Refused: none does; the message names the nearest thing that was seen, and what is missing.
    """
    if not shown.lines:
        raise Refused("the page shows no text")
    page = outline(shown)
    if _joins_day(shown, page) and (meeting := _read_one_meeting(shown, _unjoined(shown))):
        return meeting
    if _is_menu(page) and (meeting := _read_one_meeting(shown, page)):
        return meeting
    for shape in SHAPES:
        if found := shape(shown, page):
            return found
    from kaidan.parser.refusal.refusals import nearest  # noqa: PLC0415  what is read is not refused

    raise nearest(shown, page)


def _is_menu(page: Outline) -> bool:
    """Tell whether nothing is told below any heading, as beside the text of a page about one meeting: a list of others."""
    told = (has_body(page.lines, page.headings, at) for at in page.headings)
    return bool(page.headings) and not any(told)


def _joins_day(shown: Shown, page: Outline) -> bool:
    """Tell whether a line that is wholly a day was joined with another, on a page of one heading at most: the day of publication."""
    if len(page.headings) > 1 or len(page.lines) == len(shown.lines):
        return False
    from kaidan.parser.headings.publication import day_of_publication  # noqa: PLC0415  few pages join lines

    kept = {line.text for line in page.lines}
    joined = (line.text for line in shown.lines if line.text not in kept)
    return any(text[:1] in OPENING and day_of_publication(text) is not None for text in joined)


def _unjoined(shown: Shown) -> Outline:
    return Outline(shown.lines, {}, {})
