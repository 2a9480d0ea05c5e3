"""The title of a page about one meeting: two sides and a kind of talks, and around them what is no part of it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kaidan.lexicon.words import any_of, pattern_of, spelled
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.events.sides import (
    names_several,
    side_named,
    sides,
)
from kaidan.normalizers.events.titles import level, without_occasion
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.places import resolve_place
from kaidan.normalizers.places.model import TOWN_OR_FINER
from kaidan.parser.headings.bracketed import is_appendix
from kaidan.parser.headings.heading_dates import has_numeral
from kaidan.parser.headings.talks_titles import (
    TALKS,
    has_talks,
    speaks_of_talks,
    without_flags,
)
from kaidan.parser.headings.title_setting import LONGEST, ReadTitle, as_read
from kaidan.parser.headings.titles_of_lists import in_brackets, is_of_another_kind
from kaidan.text.brackets import CLOSING, OPENING
from kaidan.text.deferred import deferred

_SITE = ("｜", "|", " - ", "／")
_COLON = deferred("[：:]")
_STEPS = deferred("[>＞›»→≫]")
"""What parts the steps of a breadcrumb."""
_OF_ANYBODY = "talks"
"""The level of talks whose title does not say who meets."""
_NUMBER = deferred(
    r"^(?:[（(]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|[ⅠⅡⅢⅣⅤIVX]{1,3})[）)．.、 \u3000]+|[①-⑳])\s*(?![0-9０-９])"
)
"""What numbers a section; 2.28 is a date."""
_LABELLED = deferred(r"(?:[【［\[〔]([^】］\]〕]+)[】］\]〕]|(\S+)\s)\s*(?=\S)(.+)")
"""A title behind a label: in a bracket, or before a blank."""
_MARKS = " \u3000\xa0【】■◆●○・"


_BEHIND_VISIT = " \u3000（"


class MeetingTitle(NamedTuple):
    """The title, and what the bracket behind it may name as the place, by the code points of the line."""

    title: str
    place: tuple[int, int] | None


def read_meeting_title(line: str) -> MeetingTitle | None:
    """Read a line as the title of one meeting, or None.

    >>> read_meeting_title("日・インド首脳会談（概要）"), read_meeting_title("日露外相会談の結果について｜外務省").title
    (MeetingTitle(title='日・インド首脳会談', place=None), '日露外相会談')
    >>> read_meeting_title("日露首脳共同記者会見") is read_meeting_title("日豪首脳会談及び日印首脳会談") is None
    True
    """
    read = as_read(line)
    titles = (one for one in _titles(read.text) if sides(one.title))
    title = next((one for one in titles if not speaks_of_talks(one.title)), None)
    return title and _in_line(title, read)


def read_title_of_level(line: str) -> MeetingTitle | None:
    """Read a line as the title of one meeting that names its level alone, or with a town or one of the two, or None.

    >>> read_title_of_level("川奈首脳会談（結果）"), read_title_of_level("公文書にみる日ソ首脳会談")
    (MeetingTitle(title='川奈首脳会談', place=(0, 2)), None)
    """
    read = as_read(line)
    title = _title_of_level(read.text)
    return title and _in_line(title, read)


def _in_line(title: MeetingTitle, read: ReadTitle) -> MeetingTitle:
    """Return a title with its place where that stands in the line."""
    return title._replace(place=read.in_line(*title.place)) if title.place else title


def _title_of_level(line: str) -> MeetingTitle | None:
    if names_several(line):
        return None
    title = next((one for one in _titles(line) if level(one.title) != _OF_ANYBODY), None)
    if not title or side_named(title.title):
        return title
    start = line.index(title.title)
    end = start + min(
        at for word in spelled("titles", "level") if (at := title.title.find(word)) >= 0
    )
    place = resolve_place(line[start:end]) if end > start else None
    if place is not None and place.precision in TOWN_OR_FINER:
        return title._replace(place=title.place or (start, end))
    return title if start == end or find_people(title.title) else None


def _titles(line: str) -> Iterator[MeetingTitle]:
    """Yield what may be a title in a line: whole, without the name of the site, the first that stands beside something else."""
    if len(line) > LONGEST or _STEPS.search(line) or not has_talks(line):
        return
    talks = _without_label(line)
    if is_of_another_kind(talks) or _document_behind().search(talks):
        return
    if names_several(without_occasion(talks)):
        return
    named = (*_pieces(line), *_first_named(line), *_behind_visit(line))
    for piece in map(_without_label, named):
        start = line.index(piece)
        for opening in _ends_of_title(piece):
            title = _talks_alone(_without_number(piece[:opening].strip(_MARKS)))
            if not title.endswith(TALKS) or _goes_on(piece[opening:]):
                continue
            if not pattern_of("headings", "round").search(title):
                yield MeetingTitle(title, _place(line, start + opening, start + len(piece)))


def _goes_on(bracketed: str) -> bool:
    """Tell whether what stands behind a title and its brackets makes it speak of another thing: （ソチ）における合意の進捗."""
    if not bracketed:
        return False
    rest = in_brackets().sub("", bracketed).strip(_MARKS)
    return without_flags(rest, "title flag").startswith(spelled("headings", "goes on"))


def _ends_of_title(piece: str) -> Iterator[int]:
    """Yield where a title may end: at its first bracket, or at the next behind one that tells of its occasion: APEC（リマ）の際の."""
    openings = [at for at, sign in enumerate(piece) if at and sign in OPENING]
    yield openings[0] if openings else len(piece)
    for end in (*openings[1:], len(piece)) if openings else ():
        if not OPENING.intersection(without_occasion(piece[:end])):
            yield end
            return


def _pieces(line: str) -> list[str]:
    """Cut the name of the site off: 日露首脳会談｜外務省, 防衛省・自衛隊：日露防衛相会談."""
    pieces = [line]
    for sign in _SITE:
        pieces = [part for piece in pieces for part in piece.split(sign)]
    parted = [part for piece in pieces for part in _parted_at_colons(piece)]
    return [piece for piece in parted if piece.strip()]


def _parted_at_colons(piece: str) -> list[str]:
    """Cut at colons, with nothing behind one that stands after a label of another thing: 社説：日露首脳会談.

    >>> _parted_at_colons("総理の動き：日露首脳会談"), _parted_at_colons("授業案：日露首脳会談")
    (['総理の動き', '日露首脳会談'], ['授業案'])
    """
    label, *rest = _COLON.split(piece)
    if not rest or has_talks(label) or has_numeral(label) or find_occasion(label):
        return [label, *rest]
    said = spelled("headings", "publisher", "release", "appendix", "flag", "visits", "guest")
    return [label, *rest] if label.strip(_MARKS).endswith(said) else [label]


def _first_named(line: str) -> list[str]:
    """Return the talks that a title names beside something else: 日露首脳会談及び長門訪問."""
    for joint in spelled("titles", "joint"):
        for found in re.finditer(joint, line):
            first, rest = line[: found.start()], line[found.end() :]
            is_part = without_flags(rest, "title flag").endswith(spelled("titles", "joined"))
            if first.endswith(TALKS) and is_part and not names_several(line):
                return [first]
    return []


def _behind_visit(line: str) -> list[str]:
    """Return the talks behind the visit that a heading names first: 小泉総理の北欧訪問 日・ノルウェー首脳会談, …の訪日（日韓首脳会談）."""
    parted = next((at for at, sign in enumerate(line) if sign in _BEHIND_VISIT), len(line))
    talks = line[parted + 1 :].strip()
    if line[parted : parted + 1] == "（":
        talks = talks.partition("）")[0]
    return (
        [talks] if talks and line[:parted].endswith(spelled("headings", "visits", "guest")) else []
    )


def is_section(text: str) -> bool:
    """Tell whether a heading has a number, as a section of a page has.

    >>> is_section("４．日米首脳会談"), is_section("（2）日韓外相会談"), is_section("2.28　日米首脳会談"), is_section("第3回日米首脳会談")
    (True, True, False, False)
    """
    return _without_number(text) != text


def _without_number(title: str) -> str:
    return _NUMBER.sub("", title)


def _without_label(title: str) -> str:
    """Take off what a title says before its talks: what kind of page it is, or the occasion in a bracket.

    >>> _without_label("報道発表　日露首脳会談"), _without_label("【G7サミット】日英首脳会談"), _without_label("【資料】日ソ首脳会談")
    ('日露首脳会談', '日英首脳会談', '【資料】日ソ首脳会談')
    """
    labelled = _LABELLED.match(title)
    if not labelled:
        return title
    bracketed, before_blank, rest = labelled.groups()
    is_occasion = bracketed and find_occasion(bracketed)
    label = bracketed or before_blank
    return rest if is_occasion or label.endswith(spelled("headings", "release")) else title


def _talks_alone(text: str) -> str:
    """Take off what stands behind the talks and is no part of their name: 会談概要, 会談の結果について."""
    title = without_flags(text, "title flag")
    bare = without_flags(title, "appendix")
    return bare if bare.endswith(TALKS) else title


@cache
def _document_behind() -> re.Pattern[str]:
    """Return a bracket that says which document a page holds: （共同声明）, （発言要旨）."""
    return re.compile(rf"[（(][^（()）]{{0,24}}{any_of(spelled('headings', 'document'))}[）)]")


def _place(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Return what stands in the bracket behind the title, if it may name a place."""
    inside = line[start:end].strip(_MARKS)
    inner = inside.strip("".join(OPENING | CLOSING) + "於：: \u3000")
    if not inner or is_appendix(inner) or any(sign in inner for sign in OPENING | CLOSING):
        return None
    if has_talks(inner):  # the same ones by another name: （第29回日EU定期首脳協議）
        return None
    at = line.index(inner, start)
    return at, at + len(inner)
