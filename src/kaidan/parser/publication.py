"""The line of a page that is wholly a date: the day on which it was published."""

from collections.abc import Sequence

from kaidan.lexicon.words import spelled
from kaidan.parser.heading_dates import find_whole_date
from kaidan.parser.shown import Line

FRAMES = ("nav", "aside", "footer")
"""Elements whose text surrounds that of a page."""
_NEAR = 8  # lines before the title among which the day of publication may stand


def line_of_publication(
    lines: Sequence[Line], title: int, telling: int, end: int
) -> tuple[int, str] | None:
    """Return the line that is wholly the day of publication, and the day in EDTF: below the title, above it, or at the end."""
    near = (
        *range(title + 1, telling),
        *range(title - 1, max(-1, title - _NEAR), -1),
        *range(telling + 1, min(end + 1, len(lines))),
    )
    for at in near:
        frame = lines[at].element.frame
        if (frame and frame.tag in FRAMES) or lines[at].links:
            continue
        if day := day_of_publication(lines[at].text):
            return at, day
    return None


def day_of_publication(text: str) -> str | None:
    """Return the day that a line wholly is, in EDTF, a label apart.

    >>> day_of_publication("平成30年5月27日"), day_of_publication("更新日：2018年5月27日"), day_of_publication("平成30年5月")
    ('2018-05-27', '2018-05-27', None)
    """
    inside = text.strip("（）()［］[] \u3000")
    for label in spelled("headings", "published"):
        inside = inside.removeprefix(label).removesuffix(label).strip("：: \u3000")
    whole = find_whole_date(inside) if inside else None
    is_day = whole and whole.edtf and whole.precision == "day" and "/" not in whole.edtf
    return whole.edtf if whole and is_day else None
