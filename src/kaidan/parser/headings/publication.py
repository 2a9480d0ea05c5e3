"""The line of a page that is wholly a date: the day on which it was published."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.dates import DateMention, find_dates
from kaidan.parser.display.shown import Line
from kaidan.parser.headings.heading_dates import has_numeral
from kaidan.text.deferred import deferred
from kaidan.text.unseen import INSIDE_WORDS

FRAMES = ("nav", "aside", "footer")
"""Elements whose text surrounds that of a page."""
_NEAR = 8  # lines before the title among which the day of publication may stand
_LONGEST = 60  # characters of its line
_LONGEST_LABEL = 8  # likewise of a label: １．日時・場所
_PARTED = deferred(rf"[\s（）()［］\[\]【】〔〕：:｜|／/・,，、。{INSIDE_WORDS}]+")
_HOUR = deferred(r"(?:午[前後])?[0-9０-９]{1,2}(?:時(?:[0-9０-９]{1,2}分)?|[:：][0-9０-９]{2})")
_LETTERS = deferred("[A-Za-z]{3,}")
_DIGITS = deferred("[0-9]+")
_WEEKDAY = deferred("[日月火水木金土](?:曜日?)?")


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
        if (frame and frame.tag in FRAMES) or _is_of_the_meeting(lines, at):
            continue
        if day := day_of_publication(_beside_links(lines[at])):
            return at, day
    return None


def _is_of_the_meeting(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line above says that a day is that of the meeting: 日時."""
    above = lines[at - 1].text if at else ""
    labels = spelled("venues", "day label")
    return len(above) <= _LONGEST_LABEL and any(label in above for label in labels)


def _beside_links(line: Line) -> str:
    """Return the text of a line outside of its links: 平成30年5月27日　（印刷用）."""
    text, start = "", 0
    for span in line.links:
        text += line.text[start : span.start]
        start = span.end
    return text + line.text[start:]


@lru_cache(maxsize=64)  # a line is asked by every shape that may fit
def day_of_publication(text: str) -> str | None:
    """Return the day that a line tells and nothing else, in EDTF: with a weekday, an hour, a label or who published it beside it.

    Of two days, of the page and of its last change, it is the first.

    >>> [day_of_publication(line) for line in ("平成30年5月27日（日）　外務省", "2018年5月27日 投稿者: 編集部", "平成30年5月27日　ソチ")]
    ['2018-05-27', '2018-05-27', None]
    """
    if len(text) > _LONGEST or not has_numeral(text):
        return None
    text = _in_japanese(text) if text.isascii() else _without_byline(text)
    named = find_dates(text)
    days = [
        one.edtf for one in named if one.edtf and one.precision == "day" and "/" not in one.edtf
    ]
    if not days or len(days) < len(named):
        return None
    return min(days) if all(map(_tells_no_more, _words_beside(text, named))) else None


def _without_byline(text: str) -> str:
    """Return a line without what tells behind the day who wrote it, or of what it is: 投稿者: 編集部, カテゴリー: 外交."""
    for label in spelled("headings", "byline"):
        text = text.partition(label)[0] or text
    return text


def _in_japanese(text: str) -> str:
    """Return a day that is written in English as one in Japanese: Mar. 16, 2023, 16 March 2023."""
    months = meanings("headings", "english month")
    words, numbers = _LETTERS.findall(text), sorted(_DIGITS.findall(text), key=len)
    month = months.get(words[0][:3].capitalize()) if len(words) == 1 else None
    if not month or len(numbers) != 2:
        return text
    day, year = numbers
    return f"{year}年{month}月{day}日"


def _words_beside(text: str, named: Sequence[DateMention]) -> Iterator[str]:
    """Yield the words of a line outside of its dates and hours."""
    start = 0
    for mention in named:
        yield from _PARTED.split(_HOUR.sub(" ", text[start : mention.start]))
        start = mention.end
    yield from _PARTED.split(_HOUR.sub(" ", text[start:]))


def _tells_no_more(word: str) -> bool:
    """Tell whether a word beside a day is its weekday, its label or who published it."""
    return (
        not word
        or _WEEKDAY.fullmatch(word) is not None
        or word in spelled("headings", "published", "release")
        or word.endswith(spelled("headings", "publisher"))
    )
