"""The columns of a table type themselves: by what their cells read as, whatever stands at their head."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from kaidan.lexicon.home import HOME
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.paired import leader_alone
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.places import resolve_place
from kaidan.parser.grids import Grid, Row
from kaidan.parser.heading_dates import (
    day_by_sign,
    find_own_date,
    find_whole_date,
    has_numeral,
    is_year,
)
from kaidan.parser.meeting_title import title_in
from kaidan.parser.talks_titles import has_talks

ColumnType = Literal[
    "date", "year", "month", "title", "occasion", "place", "party", "ours", "theirs", "both", "text"
]

_MOST = 0.8  # of a column's cells read as its type; the others are null, with a warning
_LONGEST = 40  # characters of a cell that is a date, a place or a person
_DIGITS_OF_YEAR = 4
_SOME_MONTH = "2000-01"  # in which a day without a year and a month is a day


class Columns(NamedTuple):
    """The type of each column, and the rows that are of meetings, by their index."""

    types: tuple[ColumnType, ...]
    rows: tuple[int, ...]

    @property
    def has_sides(self) -> bool:
        """Tell whether the rows name who met."""
        return "both" in self.types or {"ours", "theirs"} <= set(self.types)

    def of(self, kind: str) -> int | None:
        """Return the column of a type, if there is one."""
        return next((at for at, one in enumerate(self.types) if one == kind), None)


def read_columns(grid: Grid, year: str | None = None) -> Columns | None:
    """Type the columns of a table; None where it has no dates, or neither two sides nor a place, or two columns of one type.

    Who is meant by a name may hang on the ``year``: the row's own, or the last one named above, or that of the title.
    """
    rows = grid.rows
    width = max((len(row) for row in rows), default=0)
    dated = [at for at, row in enumerate(rows) if _is_dated(row)]
    dated = dated or [at for at, row in enumerate(rows) if _is_dated(row, _is_day_by_sign)]
    if not dated or width < 2:
        return None
    times = _times(rows, year)
    columns = [[_text(rows[at], column) for at in dated] for column in range(width)]
    types: list[ColumnType] = [
        "text" if at in grid.marks else _type(texts, [times[row] for row in dated])
        for at, texts in enumerate(columns)
    ]
    _part_parties_from_places(types, columns)
    _date_by_months(types)
    _date_by_signs(types, columns)
    named = [kind for kind in types if kind not in ("text", "occasion")]
    if len(set(named)) < len(named) or "date" not in types:
        return None
    told = Columns(tuple(types), tuple(dated))
    if not (told.has_sides or "place" in types):
        return None
    return told._replace(rows=tuple(sorted({*dated, *_undated(rows, told)})))


def _times(rows: Sequence[Row], year: str | None) -> list[str | None]:
    """Return when each row was: the date that it names, or the year of the last one above it."""
    times: list[str | None] = []
    for row in rows:
        cells = [cell.text for cell in dict.fromkeys(row) if cell and len(cell.text) <= _LONGEST]
        own = next(filter(None, map(time_of, reversed(cells))), None)
        year = own[:_DIGITS_OF_YEAR] if own else year
        times.append(own or year)
    return times


def year_of(text: str) -> str | None:
    """Return the year of the first date that a text names, or of a year without 年, in EDTF.

    >>> year_of("平成27年4月28日"), year_of("2015"), year_of("4月28日")
    ('2015', '2015', None)
    """
    time = time_of(text)
    return time[:_DIGITS_OF_YEAR] if time else None


@lru_cache(maxsize=1024)  # likewise
def time_of(text: str) -> str | None:
    """Return the first date that a text names with its year, or a year without 年, in EDTF.

    >>> time_of("平成27年4月28日"), time_of("2015"), time_of("4月28日")
    ('2015-04-28', '2015', None)
    """
    if text.isdecimal() and len(text) == _DIGITS_OF_YEAR:
        return str(int(text))
    span = find_own_date(text) if has_numeral(text) else None
    named = find_dates(text[slice(*span)]) if span else ()
    return next((one.edtf for one in named if one.edtf), None)


def _undated(rows: Sequence[Row], columns: Columns) -> list[int]:
    """Return the rows whose date cannot be read, and which tell of a meeting otherwise: two of their cells read as their columns do."""
    return [
        at
        for at, row in enumerate(rows)
        if at not in columns.rows
        and sum(_fits(_text(row, i), t) for i, t in enumerate(columns.types)) > 1
    ]


def _fits(text: str, kind: ColumnType) -> bool:
    """Tell whether a cell reads as a place, a person or talks, as its column does."""
    if not text:
        return False
    if kind in ("ours", "theirs"):
        return side_of(text) is not None
    return kind in _READS and kind not in ("date", "year", "month") and _READS[kind](text)


def _text(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else None
    return cell.text if cell else ""


def _is_dated(row: Row, reads: Callable[[str], bool] | None = None) -> bool:
    """Tell whether a row names a day or a month in a cell of its own, or what else is read as one."""
    reads = reads or _is_date
    cells = {cell for cell in row if cell}
    return len(cells) > 1 and any(reads(cell.text) for cell in cells)


def _is_day_by_sign(text: str) -> bool:
    return day_by_sign(text) is not None


@lru_cache(maxsize=1024)  # the rows of a page are asked again, side by side and below each other
def _is_date(text: str) -> bool:
    if not text or len(text) > _LONGEST or not has_numeral(text) or is_year(text):
        return False
    whole = find_whole_date(text, anchor=_SOME_MONTH)
    return whole is not None and whole.precision in ("day", "month")


def _is_year(text: str) -> bool:
    return is_year(text) or (text.isdecimal() and len(text) == 4)


def _is_month(text: str) -> bool:
    """Tell whether a text is a month alone, whose days stand in another column."""
    return text.endswith("月") and len(text) < 4 and text[:-1].isdecimal()


def _is_place(text: str) -> bool:
    return len(text) <= _LONGEST and not find_dates(text) and resolve_place(text) is not None


def _is_title(text: str) -> bool:
    return has_talks(text) and title_in(text) is not None


def _is_occasion(text: str) -> bool:
    """Tell whether a cell names what brought them together and no town alone: G7伊勢志摩サミット."""
    found = find_occasion(text) if len(text) <= _LONGEST else None
    return found is not None and found.kind == "multilateral"


def party_of(text: str) -> str | None:
    """Return the foreign state that a cell names and nothing else, ISO 3166-1.

    >>> party_of("米国"), party_of("日本"), party_of("ベルリン")
    ('US', None, None)
    """
    place = resolve_place(text) if 0 < len(text) <= _LONGEST else None
    is_state = place and place.precision == "country" and place.country != HOME
    return place.country if place and is_state else None


def side_of(text: str, on: str | None = None) -> str | None:
    """Return the country of the only one whom a cell names, and nothing besides; JP of whom nobody knows otherwise.

    >>> side_of("安倍総理"), side_of("メルケル首相"), side_of("東京")
    ('JP', 'DE', None)
    """
    if len(text) > _LONGEST:
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
    return len(text) <= _LONGEST * 2 and "。" not in text and pair_in(text) is not None


def _sided(texts: Sequence[str], times: Sequence[str | None]) -> ColumnType:
    """Return whose side a column of people is; one whom the table of people cannot place is of the side of the others."""
    countries = [side_of(text, on) for text, on in zip(texts, times, strict=True) if text]
    known = [country for country in countries if country]
    if not known or sum(country is not None for country in countries) < _MOST * len(countries):
        return "text"
    ours = known.count(HOME)
    if ours >= _MOST * len(known):
        return "ours"
    return "text" if ours else "theirs"


_READS: dict[ColumnType, Callable[[str], bool]] = {
    "month": _is_month,
    "year": _is_year,
    "date": _is_date,
    "title": _is_title,
    "both": _is_both,
    "occasion": _is_occasion,
    "place": _is_place,
}
"""In the order in which a column is tried."""


def _type(texts: Sequence[str], times: Sequence[str | None]) -> ColumnType:
    """Return the first type as which nearly all cells read that are not empty."""
    filled = [text for text in texts if text]
    if not filled or any("。" in text for text in filled):
        return "text"
    if (side := _sided(texts, times)) != "text":
        return side
    for kind, reads in _READS.items():
        if _most_are(reads, filled):
            return kind
    return "text"


def _date_by_months(types: list[ColumnType]) -> None:
    """Let months be the dates of a table that has no days."""
    if "date" not in types and types.count("month") == 1:
        types[types.index("month")] = "date"


def _date_by_signs(types: list[ColumnType], columns: Sequence[Sequence[str]]) -> None:
    """Let numbers with a sign between be the dates of a table that has no others: 5/6, 11.9."""
    if "date" in types:
        return
    signed = [at for at, texts in enumerate(columns) if any(texts) and all(map(day_by_sign, texts))]
    if len(signed) == 1:
        types[signed[0]] = "date"


def _most_are(reads: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Tell whether nearly all texts read as something; the rest is not looked at where too many do not."""
    failed = 0
    for text in texts:
        failed += not reads(text)
        if len(texts) - failed < _MOST * len(texts):
            return False
    return True


def _part_parties_from_places(types: list[ColumnType], columns: Sequence[Sequence[str]]) -> None:
    """Of two columns of places, let that of foreign states alone be the other side's, if the other names more than states."""
    places = [at for at, kind in enumerate(types) if kind == "place"]
    states = [at for at in places if all(party_of(text) for text in columns[at] if text)]
    if len(places) == 2 and len(states) == 1:
        types[states[0]] = "party"
