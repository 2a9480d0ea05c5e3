"""As what a cell of a table reads: a date, a place, talks, one of our side or of the other."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from kaidan.lexicon.home import HOME
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.events.titles import level
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.paired import leader_alone
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.places import resolve_place
from kaidan.parser.headings.heading_dates import (
    DIGITS_OF_YEAR,
    day_by_sign,
    find_own_date,
    find_whole_date,
    has_numeral,
    is_year,
)
from kaidan.parser.headings.talks_titles import has_talks
from kaidan.parser.headings.titles_of_lists import talks_in, title_in
from kaidan.text.deferred import deferred

ColumnType = Literal[
    "date",
    "year",
    "month",
    "title",
    "level",
    "occasion",
    "place",
    "party",
    "ours",
    "theirs",
    "either",
    "both",
    "text",
]

LONGEST = 40  # characters of a cell that is a date, a place or a person
_NOTE = deferred(r"\s*(?:[※＊*†]|[（(［\[]?注)[0-9０-９]{0,2}[）)］\]]?$")
_ENDS_NOTE = frozenset("0123456789０１２３４５６７８９）)］]※＊*†注")
_SOME_MONTH = "2000-01"  # in which a day without a year and a month is a day


def without_note(text: str) -> str:
    """Return a cell without the mark of a note that ends it.

    >>> without_note("モスクワ※1"), without_note("モスクワ（注2）"), without_note("モスクワ")
    ('モスクワ', 'モスクワ', 'モスクワ')
    """
    if text[-1:] not in _ENDS_NOTE:  # most often
        return text
    return _NOTE.sub("", text)


def year_of(text: str) -> str | None:
    """Return the year of the first date that a text names, or of a year without 年, in EDTF.

    >>> year_of("平成27年4月28日"), year_of("2015"), year_of("4月28日")
    ('2015', '2015', None)
    """
    time = time_of(text)
    return time[:DIGITS_OF_YEAR] if time else None


@lru_cache(maxsize=1024)  # the rows of a page are asked again, side by side and below each other
def time_of(text: str) -> str | None:
    """Return the first date that a text names with its year, or a year without 年, in EDTF.

    >>> time_of("平成27年4月28日"), time_of("2015"), time_of("4月28日")
    ('2015-04-28', '2015', None)
    """
    if text.isdecimal() and len(text) == DIGITS_OF_YEAR:
        return str(int(text))
    span = find_own_date(text) if has_numeral(text) else None
    named = find_dates(text[slice(*span)]) if span else ()
    return next((one.edtf for one in named if one.edtf), None)


def is_day_by_sign(text: str) -> bool:
    """Tell whether a cell is a month and a day by their numbers alone."""
    return day_by_sign(text) is not None


@lru_cache(maxsize=1024)  # the rows of a page are asked again, side by side and below each other
def is_date(text: str) -> bool:
    """Tell whether a cell is a day or a month, with or without its year.

    >>> is_date("平成27年4月28日"), is_date("5月6日"), is_date("2015年")
    (True, True, False)
    """
    if not text or len(text) > LONGEST or not has_numeral(text) or is_year(text):
        return False
    whole = find_whole_date(text, anchor=_SOME_MONTH)
    return whole is not None and whole.precision in ("day", "month")


def is_year_alone(text: str) -> bool:
    """Tell whether a cell is a year, with or without 年.

    >>> is_year_alone("平成27年"), is_year_alone("2015"), is_year_alone("27")
    (True, True, False)
    """
    return is_year(text) or (text.isdecimal() and len(text) == DIGITS_OF_YEAR)


def _is_month(text: str) -> bool:
    """Tell whether a text is a month alone, whose days stand in another column."""
    return text.endswith("月") and len(text) < 4 and text[:-1].isdecimal()


def _is_place(text: str) -> bool:
    return len(text) <= LONGEST and not find_dates(text) and resolve_place(text) is not None


def _is_title(text: str) -> bool:
    return has_talks(text) and title_in(text) is not None


def is_level(text: str) -> bool:
    """Tell whether a cell names talks by their level alone; other columns say of whom.

    >>> is_level("外相会談"), is_level("会談"), is_level("日露外相会談"), is_level("首脳会談の結果")
    (True, False, False, False)
    """
    if not has_talks(text) or text != talks_in(text):
        return False
    return level(text) != "talks" and title_in(text) is None


def _is_occasion(text: str) -> bool:
    """Tell whether a cell names what brought them together and no town alone: G7伊勢志摩サミット."""
    found = find_occasion(text) if len(text) <= LONGEST else None
    return found is not None and found.kind == "multilateral"


def party_of(text: str) -> str | None:
    """Return the foreign state that a cell names and nothing else, ISO 3166-1.

    >>> party_of("米国"), party_of("日本"), party_of("ベルリン")
    ('US', None, None)
    """
    place = resolve_place(text) if 0 < len(text) <= LONGEST else None
    is_state = place and place.precision == "country" and place.country != HOME
    return place.country if place and is_state else None


def side_of(text: str, on: str | None = None) -> str | None:
    """Return the country of the only one whom a cell names, and nothing besides; JP of whom nobody knows otherwise.

    >>> side_of("安倍総理"), side_of("メルケル首相"), side_of("東京")
    ('JP', 'DE', None)
    """
    if len(text) > LONGEST:
        return None
    named = find_people(text, on=on) or leader_alone(text, on)
    if len(named) != 1 or len(named[0].text) * 2 < len(text):
        return None
    return named[0].who.country or ""


def pair_in(text: str, on: str | None = None) -> tuple[PersonMention, PersonMention] | None:
    """Return the two whom a text names, of Japan and of another country, ours first; none where it names others too.

    >>> ours, theirs = pair_in("プーチン大統領、安倍総理")
    >>> ours.text, theirs.text
    ('安倍総理', 'プーチン大統領')
    """
    named = find_people(text, on=on)
    if len(named) != 2:
        return None
    ours = [one for one in named if one.who.country in (HOME, None)]
    theirs = [one for one in named if one.who.country not in (HOME, None)]
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def _is_both(text: str) -> bool:
    return len(text) <= LONGEST * 2 and "。" not in text and pair_in(text) is not None


READS: dict[ColumnType, Callable[[str], bool]] = {
    "month": _is_month,
    "year": is_year_alone,
    "date": is_date,
    "title": _is_title,
    "level": is_level,
    "both": _is_both,
    "occasion": _is_occasion,
    "place": _is_place,
}
"""In the order in which a column is tried."""
