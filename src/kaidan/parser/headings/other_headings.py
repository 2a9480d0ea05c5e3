"""The headings of something else, which end a meeting."""

from collections import Counter
from collections.abc import Sequence

from kaidan.lexicon.words import spelled
from kaidan.parser.content.credits import credit_of
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.headings.heading_dates import BEHIND_YEAR, is_year
from kaidan.parser.headings.markup import Marks, Outline, is_plain, level_of, marks_of
from kaidan.parser.headings.standing import first_sentence


def other_headings(shown: Shown, page: Outline) -> set[int]:
    """Return the lines that are marked up as headings, or named as sections of a site are, and head no meeting."""
    of_headings = Counter([page.marks[at] for at in page.headings])
    levels = [level for marks in of_headings if (level := level_of(marks))]
    higher = {f"h{level}" for level in range(1, max(levels, default=6) + 1)}
    tags = {marks.tag for marks in of_headings} - higher
    last = max(page.headings)
    alike: dict[Marks, list[int]] = {}
    others: set[int] = set()
    for at, line in enumerate(page.lines):
        if line.element.tag in higher or _is_named(page, at, last):
            others.add(at)
        if line.element.tag in tags:
            alike.setdefault(page.marks.get(at) or marks_of(shown, line), []).append(at)
    for marks, lines in alike.items():
        if of_headings[marks] * 2 >= len(lines) and not is_plain(marks):
            others.update(_no_labels(page.lines, lines))
    return others - page.headings.keys() - _besides(page)


def _is_named(page: Outline, at: int, last: int) -> bool:
    """Tell whether a line names a section of the site, ends what is told below the last meeting, or is the year of those below it."""
    text = page.lines[at].text
    if text in spelled("page_ends", "section"):
        return True
    if at > last:
        ends = text in spelled("page_ends", "last section")
        if ends or not text.startswith(spelled("page_ends", "last line")):
            return ends
        told = first_sentence(page.lines, page.headings, last)
        return told is None or told < at
    return text[-1:] in BEHIND_YEAR and at + 1 in page.headings and is_year(text)


def _besides(page: Outline) -> set[int]:
    """Return the lines behind a heading in its own element: what it says in another language."""
    lines = page.lines
    return {
        at + 1
        for at in page.headings
        if at + 1 < len(lines) and lines[at + 1].element is lines[at].element
    }


def _no_labels(lines: Sequence[Line], alike: Sequence[int]) -> list[int]:
    """Leave out what stands in many records alike (概要, a title in another language), what credits a photo, and sentences."""
    times = Counter([lines[at].text for at in alike])
    return [
        at
        for at in alike
        if times[lines[at].text] == 1
        and "。" not in lines[at].text
        and not credit_of(lines[at].text)
    ]
