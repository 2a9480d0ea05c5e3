"""The shape of a page about one meeting: a title that names both sides, a day of publication, and a text that tells that they met."""

import re
from collections.abc import Sequence
from functools import cache

from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import bounds, find_dates
from kaidan.normalizers.events.labels import is_labelled
from kaidan.normalizers.events.sides import side_named, sides, sides_told
from kaidan.normalizers.events.tellings import (
    announces_meeting,
    denies_meeting,
    tells_of_meeting,
    tells_of_two_times,
)
from kaidan.normalizers.events.titles import COURTESY_CALL, level
from kaidan.parser.content.body import read_body
from kaidan.parser.content.credits import credit_of
from kaidan.parser.content.foot import is_foot
from kaidan.parser.display.shown import Element, Image, Line, Shown
from kaidan.parser.frame import breadcrumb_of, common, is_to_top, names_of
from kaidan.parser.headings.heading import Heading, read_heading
from kaidan.parser.headings.heading_dates import has_numeral, read_date_line
from kaidan.parser.headings.markup import TITLE_LEVELS, Outline
from kaidan.parser.headings.publication import FRAMES, day_of_publication, line_of_publication
from kaidan.parser.headings.standing import is_led_by_link, is_of_work, is_sentence
from kaidan.parser.headings.talks_titles import TALKS, has_talks
from kaidan.parser.prose.title_lines import TitleLine, find_title, is_one_of_several
from kaidan.parser.records import ParsedPage, Section
from kaidan.parser.tabular.cell_types import time_of
from kaidan.parser.tabular.tables import tables_of_several, tells_in_rows
from kaidan.text.brackets import OPENING
from kaidan.text.running import RunningText

_OF_ROWS = ("table", "dl", "ul", "ol")
_CAPTIONS = ("figure", "figcaption")
_LABEL = 8  # characters in which a label stands
_FEWEST_NEWS = 2  # of a list
_MOST_SPEAKERS = 1  # lines that name a speaker: more are questions and answers
_DOCUMENTS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx")


def read_one_meeting(shown: Shown, page: Outline) -> ParsedPage | None:
    """Read a page about one meeting, or None where it is none."""
    lines = page.lines
    found = find_title(shown, lines)
    if not found:
        return None
    telling = _first_sentence(lines, found.at)
    if telling is None or is_one_of_several(shown, lines, found.at):
        return None
    content = common([lines[found.at].element, lines[telling].element])
    end = _end(lines, found.at, telling)
    published = line_of_publication(lines, found.at, telling, end)
    owners = _owners(shown, lines, found.at, telling, end, content)
    if published:
        owners[published[0]] = "context"
    own = [at for at, owner in enumerate(owners) if owner == "body"]
    body = [lines[at] for at in own]
    day = published[1] if published else None
    if not _tells_of_one(shown, lines, own, found, day):
        return None
    named = sides(found.title.title)
    if not named and _is_of_news(shown, lines, own):
        return None
    text = RunningText([line.text for line in body]).text
    parties = () if named else sides_told(text, on=day)
    other = side_named(found.title.title)
    if HOME not in (named or parties) or (other and other not in parties):
        return None
    line = lines[found.at].text
    dated = read_heading(line)
    place = found.title.place or (dated.place if dated else None)
    heading = Heading(line, found.title.title, place, dated.date if dated else None)
    section = Section(heading, read_body(shown, body), day, parties=parties)
    way, _ = breadcrumb_of(lines[: found.at], names_of(shown))
    return ParsedPage(
        title=line,
        title_line="",
        breadcrumb=way,
        sections=[section],
        remainder=_texts(lines, owners, "remainder"),
        chrome=_texts(lines, owners, "chrome"),
        unread=[],
        shape="meeting",
        context=tuple(_texts(lines, owners, "context")),
    )


def _tells_of_one(
    shown: Shown, lines: Sequence[Line], own: Sequence[int], found: TitleLine, day: str | None
) -> bool:
    """Tell whether a page's own lines tell of one meeting: outside of the rows of several, neither by days nor in answers."""
    body = [lines[at] for at in own]
    if is_of_questions(body) or _is_told_by_days(body, day) or any(map(is_of_work, body)):
        return False
    several = tables_of_several(shown, lines)
    in_rows = set[int]().union(*(grid.lines for grid, _ in several))
    outside = RunningText([lines[at].text for at in own if at not in in_rows]).text
    if not _is_of_past_talks(outside, found.title.title) or tells_in_rows(several):
        return False
    is_told = tells_of_meeting(outside, calls=level(found.title.title) == COURTESY_CALL)
    return is_told or _is_told_in_points(outside, lines[found.at].text, day)


def _is_of_news(shown: Shown, lines: Sequence[Line], own: Sequence[int]) -> bool:
    """Tell whether each sentence of talks stands below a link that names these: a list, with a title of a level alone."""
    speaking = [at for at in own if "。" in lines[at].text and has_talks(lines[at].text)]
    return len(speaking) >= _FEWEST_NEWS and all(
        is_led_by_link(shown, lines, at) for at in speaking
    )


def _is_told_by_days(body: Sequence[Line], day: str | None) -> bool:
    """Tell whether meetings are told below lines that are days with their year (and a town), one below each; the first may be above."""
    told: set[str | None] = set()
    for line in body:
        if has_numeral(line.text) and read_date_line(line.text) and (own := time_of(line.text)):
            day = own
        elif tells_of_meeting(line.text):
            told.add(day)
    return len(told) > 1


def _is_of_past_talks(text: str, title: str) -> bool:
    """Tell whether a text may be of talks that were held once: it does not say that they will be, or what such talks are."""
    calls = level(title) == COURTESY_CALL
    if announces_meeting(text, calls=calls) or denies_meeting(text):
        return False
    return not _defines(text, title) and not tells_of_two_times(text)


def _defines(text: str, title: str) -> bool:
    """Tell whether a text says what the talks of its title are at all: 首脳会談とは、…."""
    return any(f"{title}{word}" in text for word in spelled("headings", "defining"))


def _is_told_in_points(text: str, heading: str, published: str | None) -> bool:
    """Tell whether a text names the day of the talks behind a label: 日時：5月2日.

    It is one before its own publication, or that day itself where the heading says that they were held (概要), or the text what
    was done.
    """
    if published is None or not any(label in text for label in spelled("venues", "day label")):
        return False
    days = [
        mention
        for mention in find_dates(text, anchor=published)
        if mention.precision == "day" and is_labelled(text, mention.start, "day label")
    ]
    _, last = bounds(published)
    ended = days[0].end_date if len(days) == 1 else None
    if ended is None or last is None:
        return False
    is_account = any(flag in heading for flag in spelled("headings", "title flag"))
    return ended < last or (ended == last and (is_account or _is_told_in_past(text)))


def _is_told_in_past(text: str) -> bool:
    """Tell whether a text has sentences of the past alone, none of which announces: 両外相は、…を確認しました。."""
    sentences = text.split("。")[:-1]
    is_past = bool(sentences) and all(sentence.endswith("た") for sentence in sentences)
    return is_past and not any(map(text.__contains__, spelled("planned", "announced", "planned")))


def _first_sentence(lines: Sequence[Line], title: int) -> int | None:
    for at in range(title + 1, len(lines)):
        line = lines[at]
        if (_is_prose(line) or _is_account(line)) and not day_of_publication(line.text):
            return at
        if is_foot(line):
            return None
    return None


def _is_account(line: Line) -> bool:
    """Tell whether a line opens an account in points: １　日時・場所."""
    labels = spelled("venues", "day label", "label")
    return not line.links and any(label in line.text[:_LABEL] for label in labels)


def _is_prose(line: Line) -> bool:
    """Tell whether a line tells something, in the content and in no caption."""
    frame = line.element.frame
    return (
        is_sentence(line.text)
        and line.linked * 2 < len(line.text)
        and not (frame and frame.tag in FRAMES)
        and line.element.tag not in _CAPTIONS
        and not credit_of(line.text)
    )


def _end(lines: Sequence[Line], title: int, telling: int) -> int:
    """Return where the text of the page ends: at a footer, at related links, or at another heading as high as the title."""
    level = lines[title].element.tag
    for at in range(telling, len(lines)):
        line = lines[at]
        if is_foot(line) or line.text in spelled("page_ends", "last section"):
            return at
        if level in TITLE_LEVELS and line.element.tag in TITLE_LEVELS[: TITLE_LEVELS.index(level)]:
            return at
    return len(lines)


def _owners(  # noqa: PLR0913, PLR0917  what the page was found to be
    shown: Shown, lines: Sequence[Line], title: int, telling: int, end: int, content: Element
) -> list[str]:
    """Say of each line whose it is: heading, body, remainder or chrome."""
    last = _last_told(lines, title, telling, end, content)
    owners = []
    for at, line in enumerate(lines):
        frame = line.element.frame
        if at == title:
            owner = "heading"
        elif at < title or not content.holds(line.element) or is_to_top(shown, line):
            owner = "chrome"
        elif (frame and frame.tag in FRAMES) or at >= end:
            owner = "body" if _is_document(shown, line) else "chrome"
        elif telling <= at <= last or _is_document(shown, line):
            owner = "body"
        elif line.linked * 2 > len(line.text) or (
            line.images and not line.text and not any(map(_shows_people, line.images))
        ):
            owner = "chrome"
        else:
            owner = _beside_the_text(line)
        owners.append(owner)
    return owners


def _last_told(lines: Sequence[Line], title: int, telling: int, end: int, content: Element) -> int:
    """Return the last line of the text: its last sentence, and of a table or list that this stands in the rest.

    An account in points without a sentence goes on to its end.
    """
    own = [at for at in range(telling, end) if content.holds(lines[at].element)]
    told = [at for at in own if _is_prose(lines[at])]
    last = max(told or (at for at in own if not lines[at].links), default=telling)
    around: Element | None = lines[last].element
    while around and around.tag not in _OF_ROWS:
        around = around.above
    if not around or around.holds(lines[title].element) or around.holds(lines[telling].element):
        return last
    return max(at for at in range(last, end) if around.holds(lines[at].element))


def _beside_the_text(line: Line) -> str:
    """Say whose a line is before the first sentence or behind the last: a photo and its caption are the meeting's."""
    of_photo = line.element.tag in _CAPTIONS or credit_of(line.text)
    return "body" if of_photo or any(map(_shows_people, line.images)) else "remainder"


def _shows_people(image: Image) -> bool:
    """Tell whether an image may be a photo of the meeting: one that leads elsewhere is, if its text speaks of who meets."""
    alt = image.alt or ""
    words = (*TALKS, *spelled("titles", "level"), *spelled("headings", "pictured"))
    return not image.linked or any(word in alt for word in words)


def _is_document(shown: Shown, line: Line) -> bool:
    """Tell whether a line is a link to a document: 共同声明（PDF）."""
    if not line.links:
        return False
    urls = (shown.anchors[int(span.what)].url.partition("?")[0].lower() for span in line.links)
    return any(url.endswith(_DOCUMENTS) for url in urls)


def is_of_questions(body: Sequence[Line]) -> bool:
    """Tell whether a text is questions and answers: its lines name who speaks, or begin as such do."""
    openings = tuple(
        f"{opening}{word}" for opening in OPENING for word in spelled("headings", "speaker")
    )
    texts = [line.text.lstrip() for line in body]
    spoken = (text.startswith(openings) or _question().match(text) for text in texts)
    return sum(map(bool, spoken)) > _MOST_SPEAKERS


@cache
def _question() -> re.Pattern[str]:
    """Return the beginning of a question or an answer: Q：, Q1., 答　, ――."""
    asked = spelled("headings", "question")
    dashes = [word for word in asked if not word.isalnum()]
    return re.compile(
        rf"{any_of(dashes)}|{any_of(set(asked).difference(dashes))}[0-9０-９]{{0,2}}[：:.．　)）]"
    )


def _texts(lines: Sequence[Line], owners: Sequence[str], owner: str) -> list[str]:
    return [
        line.text for line, whose in zip(lines, owners, strict=True) if whose == owner and line.text
    ]
