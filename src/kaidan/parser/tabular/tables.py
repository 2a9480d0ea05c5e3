"""The shape of a table: a row a meeting, in columns of dates, places and both sides, below a title that names the talks."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.events.tellings import tells_of_meeting
from kaidan.parser.content.foot import foot_of
from kaidan.parser.display.shown import Line, Shown
from kaidan.parser.frame import breadcrumb_of, common, names_of
from kaidan.parser.headings.heading_dates import find_only_year, has_numeral, is_year
from kaidan.parser.headings.markup import TITLE_LEVELS, Outline
from kaidan.parser.headings.standing import leads_away
from kaidan.parser.headings.talks_titles import has_talks
from kaidan.parser.headings.titles_of_lists import names_list, talks_in, title_in
from kaidan.parser.outside import outside_of
from kaidan.parser.records import ParsedPage
from kaidan.parser.tabular.cell_types import year_of
from kaidan.parser.tabular.columns import Columns, read_columns
from kaidan.parser.tabular.grids import Grid, tables
from kaidan.parser.tabular.journeys import is_journey
from kaidan.parser.tabular.lenders import Sheet, lent_by
from kaidan.parser.tabular.listed import lists
from kaidan.parser.tabular.parted_cells import with_parted_cells
from kaidan.parser.tabular.table_rows import sections

_LONGEST_TITLE = 80  # characters
_NEAR = 12  # lines above a table among which its year may stand
_MOST_FIELDS = 12  # rows of a table whose meetings stand side by side


class _Title(NamedTuple):
    """The line over a table that names the talks, and their name."""

    at: int
    talks: str


def read_table(shown: Shown, page: Outline) -> ParsedPage | None:
    """Read the tables of a page that tell of meetings, or None where there is none, or one that is read in part."""
    lines = page.lines
    titles = (
        at
        for at, line in enumerate(lines)
        if has_talks(line.text) and _is_short_text(line) and talks_in(line.text)
    )
    first = next(titles, None)
    if first is None:
        return None
    sheets: list[Sheet] = []
    told: set[int] = set()
    of_cells = ((grid, True) for grid in tables(shown, lines))
    of_lines = ((grid, False) for grid in lists(shown, lines))
    for grid, has_cells in chain(of_cells, of_lines):
        if not grid.lines or told & grid.lines or min(grid.lines) < first:
            continue
        sheet = _sheet(shown, lines, grid, has_cells=has_cells)
        if sheet:
            sheets.append(sheet)
            told |= grid.lines
    if not sheets:
        return None
    sheets.sort(key=lambda sheet: min(sheet.grid.lines))
    return _chronicle(shown, lines, sheets)


def tells_in_rows(tables_of_several: Sequence[tuple[Grid, Columns]]) -> bool:
    """Tell whether a table of several meetings has a sentence in each of its rows that tells of one."""
    for grid, columns in tables_of_several:
        texts = (
            "".join(cell.text for cell in grid.rows[at] if cell and "。" in cell.text)
            for at in columns.rows
        )
        if sum(map(tells_of_meeting, texts)) > 1:
            return True
    return False


def tables_of_several(shown: Shown, lines: Sequence[Line]) -> list[tuple[Grid, Columns]]:
    """Return the tables that have a row, or a column, for each of several meetings, with their columns as read."""
    standing = list(tables(shown, lines))
    turned = (grid.turned for grid in standing if _is_turnable(grid))
    typed = ((grid, read_columns(grid)) for grid in chain(standing, turned))
    return [(grid, columns) for grid, columns in typed if columns and len(columns.rows) > 1]


def _chronicle(shown: Shown, lines: Sequence[Line], sheets: Sequence[Sheet]) -> ParsedPage:
    """Put together what the tables tell, what they stand below, and what surrounds them."""
    title = sheets[0].title
    told = frozenset[int]().union(*(sheet.grid.lines for sheet in sheets))
    sheets = [sheet._replace(beside=told - sheet.grid.lines) for sheet in sheets]
    lent = dict(sorted(chain.from_iterable(lent_by(sheet).items() for sheet in sheets)))
    context = {at for at, _ in lent}
    holder = common([lines[at].element for at in (title, min(told), max(told))])
    content = range(title + 1, foot_of(lines, max(told) + 1))
    outside = outside_of(shown, lines, {title} | told | context, content, holder)
    way, _ = breadcrumb_of(lines[:title], names_of(shown))
    blocks = {position: block for block, position in enumerate(lent)}
    return ParsedPage(
        title=lines[title].text,
        title_line="" if title in context | told else lines[title].text,
        breadcrumb=way,
        sections=[section for sheet in sheets for section in sections(sheet, blocks)],
        remainder=outside.remainder,
        chrome=outside.chrome,
        unread=[],
        shape="table",
        context=tuple(lent.values()),
    )


def _sheet(shown: Shown, lines: Sequence[Line], grid: Grid, *, has_cells: bool) -> Sheet | None:
    """Return a table with its columns typed, the meetings side by side or below each other; None where it tells of none."""
    if not any(has_numeral(lines[at].text) for at in grid.lines):
        return None
    year = _year_above(lines, min(grid.lines))
    for each in _ways_to_read(grid, lines):
        columns = read_columns(each, year)
        title = _title(lines, min(each.lines), columns, has_cells=has_cells) if columns else None
        if columns and title and _tells_of_talks(shown, lines, each, columns, title):
            return Sheet(shown, lines, each, columns, title.at, title.talks)
    return None


def _is_turnable(grid: Grid) -> bool:
    """Tell whether meetings may stand side by side in a table."""
    return not grid.labels and len(grid.rows) <= _MOST_FIELDS


def _ways_to_read(grid: Grid, lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield a table as it stands, side by side, and with the cells parted that tell day and place."""
    yield grid
    if _is_turnable(grid):
        yield grid.turned
    if not grid.labels and not grid.marks and (parted := with_parted_cells(grid, lines)):
        yield parted


def _tells_of_talks(
    shown: Shown, lines: Sequence[Line], grid: Grid, columns: Columns, title: _Title
) -> bool:
    """Tell whether the rows are talks, and no journey, no links to other pages; one that stands alone has to say who met."""
    if _leads_away(shown, lines, grid, columns) or is_journey(grid, columns):
        return False
    if len(columns.rows) == 1 and not columns.has_sides:
        return False
    if _is_of_other_days(grid, columns):
        return False
    if len(grid.rows) == 1 and grid.labels and _announces(lines):
        return False
    return _is_of_talks(lines[title.at], title, columns)


def _is_of_other_days(grid: Grid, columns: Columns) -> bool:
    """Tell whether a head says that the days are of something else than talks: 署名日, 放送日, 更新日."""
    date = columns.of("date")
    above = [
        row[date] for row in grid.rows[: columns.rows[0]] if date is not None and date < len(row)
    ]
    labels = grid.labels[date : date + 1] if date is not None else ()
    heads = (cell.text for cell in (*above, *labels) if cell)
    return any(text.endswith(spelled("headings", "other day")) for text in heads)


def _announces(lines: Sequence[Line]) -> bool:
    """Tell whether a sentence speaks of talks and tells of none: those of the only record may be still to come."""
    sentences = (line.text for line in lines if "。" in line.text and not line.element.frame)
    return any(has_talks(text) and not tells_of_meeting(text) for text in sentences)


def _is_of_talks(line: Line, title: _Title, columns: Columns) -> bool:
    """Tell whether rows are talks, and no things that they had: each names its own, or their title names talks alone."""
    says_which = {"title", "party"} & set(columns.types)
    return bool(says_which) or names_list(line.text, title.talks)


def _is_heading(line: Line) -> bool:
    return line.element.tag in TITLE_LEVELS and not line.element.frame


def _leads_away(shown: Shown, lines: Sequence[Line], grid: Grid, columns: Columns) -> bool:
    """Tell whether most names of talks in a column are links to the pages that tell of them."""
    column = columns.of("title")
    cells = [
        row[column]
        for row in (grid.rows[at] for at in columns.rows)
        if column is not None and column < len(row)
    ]
    named = [cell for cell in cells if cell and cell.lines]
    away = [cell for cell in named if leads_away(shown, lines[cell.lines[0]], cell.text)]
    return len(away) * 2 > len(named)


def _year_above(lines: Sequence[Line], first: int) -> str | None:
    """Return the year that the nearest line above a table names alone, or in its title."""
    for at in range(first - 1, max(-1, first - _NEAR), -1):
        if span := find_only_year(lines[at].text):
            return year_of(lines[at].text[slice(*span)])
    return None


def _title(
    lines: Sequence[Line], first: int, columns: Columns, *, has_cells: bool
) -> _Title | None:
    """Return the nearest line above the rows that names the talks; none where it or the table is a plan, or of another matter.

    Where a column names the talks, a heading of talks will do, none of visits; where one names the other state, talks of whomever.
    So they will where two columns of cells name who met, if no line above says between whom.
    """
    title = _nearest_title(lines, first, columns, of_whomever=columns.of("party") is not None)
    if title is None and has_cells and {"ours", "theirs"} <= set(columns.types):
        title = _nearest_title(lines, first, columns, of_whomever=True)
    return title


def _nearest_title(
    lines: Sequence[Line], first: int, columns: Columns, *, of_whomever: bool
) -> _Title | None:
    passed: list[Line] = []
    for at in (at for at in range(first, -1, -1) if _is_short_text(lines[at])):
        line = lines[at]
        is_head = at == first and line.text in spelled("headings", "day head")
        if _is_plan(line.text) and not is_head:
            return None
        talks = _talks_named(line, columns, of_whomever=of_whomever)
        if talks is not None:
            over = passed if at < first else _nearest_heading(lines, first)
            return None if _is_of_another_matter(line, over) else _Title(at, talks)
        if _is_heading(line) and not is_year(line.text):
            passed.append(line)
    return None


def _is_plan(text: str) -> bool:
    return any(word in text for word in spelled("headings", "planned", "press"))


def _talks_named(line: Line, columns: Columns, *, of_whomever: bool) -> str | None:
    """Return the talks that a line names for the rows below: empty where each row names its own, None where it names none."""
    named = title_in(line.text)
    if named is None and of_whomever:
        named = talks_in(line.text)
    if named is None and columns.of("title") is not None and _is_heading(line):
        return "" if talks_in(line.text) else None
    return named


def _nearest_heading(lines: Sequence[Line], first: int) -> list[Line]:
    """Return the heading next above rows that name their talks themselves, if there is one."""
    return [line for line in reversed(lines[:first]) if _is_heading(line)][:1]


def _is_of_another_matter(title: Line, headings: Sequence[Line]) -> bool:
    """Tell whether one of the headings between a title and a table is as high as the title, or names visits."""
    visits = spelled("headings", "visits")
    return any(
        any(word in heading.text for word in visits)
        or (_is_heading(title) and heading.element.tag <= title.element.tag)
        for heading in headings
    )


def _is_short_text(line: Line) -> bool:
    """Tell whether a line is no longer than a title, and no link for the most part."""
    return len(line.text) <= _LONGEST_TITLE and not (
        line.links and line.linked * 2 > len(line.text)
    )
