"""Headings that are the day and the town alone, below a title that names the talks: 第2回　令和5年1月11日（ロンドン）."""

from collections.abc import Iterator

from kaidan.lexicon.home import HOME
from kaidan.normalizers.events.sides import sides
from kaidan.normalizers.events.tellings import tells_of_meeting
from kaidan.parser.display.shown import Line
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.heading_dates import has_numeral, read_date_line
from kaidan.parser.headings.markup import Outline, is_heading_tag
from kaidan.parser.headings.standing import first_sentence
from kaidan.parser.headings.talks_titles import has_talks
from kaidan.parser.headings.titles_of_lists import names_list, title_in
from kaidan.text.deferred import deferred
from kaidan.text.numerals import SMALL

_LONGEST = 60  # characters of a heading
_FEWEST = 2  # headings, of a page that has a title for all
_NUMBER = deferred(rf"[^\w（(]*(?:第[{SMALL}]{{1,3}}回)?[ \u3000:：]*")
"""What may stand before the day: a mark, and which of the talks it is."""


def dated_headings(page: Outline) -> dict[int, Heading]:
    """Return the headings of a page that is a title and below it days, each with a text that tells of a meeting; or none.

    Who met stands in the title, so that each record bears it.
    """
    lines = page.lines
    apart = [at for at, line in enumerate(lines) if _is_set_apart(line)]
    if len(apart) < _FEWEST or not any(_titles(lines[: apart[-1]])):  # most often
        return {}
    dated = [at for at in apart if _read(lines[at].text, "")]
    if len(dated) < _FEWEST:
        return {}
    talks = next(_titles(lines[: dated[0]]), None)
    if not talks or not all(_tells(lines, dated, at) for at in dated):
        return {}
    found = ((at, _read(lines[at].text, talks)) for at in dated)
    return {at: heading for at, heading in found if heading}


def _is_set_apart(line: Line) -> bool:
    """Tell whether a line may be such a heading by its length and its markup: the cheap look."""
    if not 4 <= len(line.text) <= _LONGEST or line.links or line.element.frame:
        return False
    tag = line.element.tag
    whole = any(span.end - span.start == len(line.text) for span in line.emphasis)
    return (whole or is_heading_tag(tag) or tag == "dt") and has_numeral(line.text)


def _read(text: str, talks: str) -> Heading | None:
    behind = _NUMBER.match(text)
    start = behind.end() if behind else 0
    dated = read_date_line(text[start:])
    if not dated:
        return None
    place = dated.place and (dated.place[0] + start, dated.place[1] + start)
    return Heading(text, talks, place, (dated.date[0] + start, dated.date[1] + start))


def _titles(above: list[Line]) -> Iterator[str]:
    """Yield the talks of Japan that lines name which are their title, the nearest first."""
    for line in reversed(above):
        talks = title_in(line.text) if len(line.text) <= _LONGEST and has_talks(line.text) else None
        if talks and names_list(line.text, talks) and HOME in sides(talks) and not line.links:
            yield talks


def _tells(lines: list[Line], dated: list[int], at: int) -> bool:
    below = first_sentence(lines, dated, at)
    return below is not None and tells_of_meeting(lines[below].text)
