"""The shape of a table: a row a meeting, in columns of dates, places and both sides, below a title that names the talks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kaidan.lexicon.words import spelled
from kaidan.normalizers.events.sides import sides
from kaidan.parser.body import Body, read_body
from kaidan.parser.columns import Columns, read_columns
from kaidan.parser.foot import is_foot
from kaidan.parser.frame import breadcrumb_of, common, is_to_top, names_of
from kaidan.parser.grids import Cell, Grid, Row, grids
from kaidan.parser.heading import TALKS, Heading
from kaidan.parser.heading_dates import is_year
from kaidan.parser.outline import Outline
from kaidan.parser.records import Field, Section, Slice
from kaidan.parser.sections import Chronicle
from kaidan.parser.shown import Element, Line, Shown

_LONGEST_TITLE = 80  # characters
_FIELDS: Sequence[Field] = ("date", "year", "place", "ours", "theirs")


class _Title(NamedTuple):
    """The line over the table that names the talks, and their name."""

    at: int
    title: str


class _Sheet(NamedTuple):
    """A table that tells of meetings: with its columns typed, its title, and the blocks of the context that its cells stand in."""

    shown: Shown
    lines: Sequence[Line]
    grid: Grid
    columns: Columns
    title: _Title
    blocks: dict[Element, int]


def read_table(shown: Shown, page: Outline) -> Chronicle | None:
    """Read the only table of a page that tells of meetings, or None where there is none."""
    lines = page.lines
    fitting = [
        (grid, columns) for grid in grids(shown, lines) if (columns := read_columns(grid.rows))
    ]
    if len(fitting) != 1:
        return None
    grid, columns = fitting[0]
    title = _title(lines, grid)
    if not title:
        return None
    lending = [cell for cell in _lending(grid, columns) if cell.text]
    blocks = {cell.element: at for at, cell in enumerate(lending)}
    sheet = _Sheet(shown, lines, grid, columns, title, blocks)
    remainder, chrome = _around(sheet)
    way, _ = breadcrumb_of(lines[: title.at], names_of(shown))
    return Chronicle(
        title=lines[title.at].text,
        title_line=lines[title.at].text,
        breadcrumb=way,
        sections=list(_sections(sheet)),
        remainder=remainder,
        chrome=chrome,
        unread=[],
        shape="table",
        context=tuple(cell.text for cell in lending),
    )


def _title(lines: Sequence[Line], grid: Grid) -> _Title | None:
    """Return the nearest line above the rows that names talks of two sides; none where it or the table is a plan."""
    first = min((at for row in grid.rows for cell in row if cell for at in cell.lines), default=0)
    for at in range(first, -1, -1):
        line = lines[at]
        if len(line.text) > _LONGEST_TITLE or (line.links and line.linked * 2 > len(line.text)):
            continue
        if any(word in line.text for word in spelled("headings", "planned", "press")):
            return None
        if title := title_in(line.text):
            return _Title(at, title)
    return None


def title_in(text: str) -> str | None:
    """Return the talks that a text names, without what follows: 日独首脳会談の開催状況, 日・インド首脳会談一覧.

    >>> title_in("日独首脳会談の開催状況"), title_in("これまでの日・インド首脳会談一覧"), title_in("お知らせ")
    ('日独首脳会談', '日・インド首脳会談', None)
    """
    ends = [text.find(talks) + len(talks) for talks in TALKS if talks in text]
    if not ends:
        return None
    named = text[: min(ends)]
    for opening in spelled("headings", "opening"):
        named = named.rpartition(opening)[2]
    named = named.strip("【】■◆●○・「」『』 \u3000")
    return named if "。" not in named and "、" not in named and sides(named) else None


def _lending(grid: Grid, columns: Columns) -> list[Cell]:
    """Return the cells that belong to no row alone, in the order of the page: heads, cells over several rows, a year for those below."""
    own = set(columns.rows)
    lending: dict[int, Cell] = {label.lines[0]: label for label in grid.labels if label.lines}
    for at, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if not cell or not cell.lines:
                continue
            is_lent = cell.rows > 1 or at not in own or _goes_on_below(grid, columns, at, column)
            if is_lent:
                lending[cell.lines[0]] = cell
    return [lending[at] for at in sorted(lending)]


def _goes_on_below(grid: Grid, columns: Columns, at: int, column: int) -> bool:
    """Tell whether a year is also that of the row below, whose cell is empty."""
    if column >= len(columns.types) or columns.types[column] != "year":
        return False
    later = [row for row in columns.rows if row > at]
    below = grid.rows[later[0]] if later else ()
    return column < len(below) and below[column] is not None and not below[column].text  # type: ignore[union-attr]


def _sections(sheet: _Sheet) -> Iterator[Section]:
    year: Cell | None = None
    named = sheet.columns.of("year")
    for at, row in enumerate(sheet.grid.rows):
        if at not in sheet.columns.rows:
            year = _year_alone(row) or year
            continue
        own = _at(row, named)
        year = own if own and own.text else year
        yield _section(sheet, row, year)


def _year_alone(row: Row) -> Cell | None:
    """Return the cell of a row that is nothing but a year, over the rows below."""
    cells = [cell for cell in dict.fromkeys(row) if cell and cell.text]
    return cells[0] if len(cells) == 1 and is_year(cells[0].text) else None


def _section(sheet: _Sheet, row: Row, year: Cell | None) -> Section:
    """Make a record of a row: its own cells are the heading, those that hold sentences the body."""
    cells = [cell for cell in dict.fromkeys(row) if cell and cell.element not in sheet.blocks]
    telling = [cell for cell in cells if "。" in cell.text]
    own = [cell for cell in cells if cell.text and cell not in telling]
    parts: dict[Element, int] = {}
    heading = ""
    for cell in own:
        parts[cell.element] = len(heading) + bool(heading)
        heading += f" {cell.text}" if heading else cell.text
    slices: dict[Field, Slice] = {}
    for kind in _FIELDS:
        lender = year if kind == "year" else _at(row, sheet.columns.of(kind))
        if lender and lender.text and lender not in telling:
            slices[kind] = _slice(lender, parts, sheet.blocks)
    title = Heading(heading, sheet.title.title, None, None)
    return Section(title, _body(sheet, cells, telling), None, slices)


def _body(sheet: _Sheet, cells: Sequence[Cell], telling: Sequence[Cell]) -> Body:
    """Read the cells that tell, and the photos of all."""
    lines = [sheet.lines[at] for cell in telling for at in cell.lines]
    seen = [sheet.lines[at] for cell in cells if cell not in telling for at in cell.lines]
    pictures = [Line("", line.element, False, line.links, (), line.images) for line in seen]  # noqa: FBT003
    return read_body(sheet.shown, [*(line for line in pictures if line.images), *lines])


def _at(row: Row, column: int | None) -> Cell | None:
    return row[column] if column is not None and column < len(row) else None


def _slice(cell: Cell, parts: dict[Element, int], blocks: dict[Element, int]) -> Slice:
    if cell.element in blocks:
        return Slice("context", blocks[cell.element], 0, len(cell.text), cell.text)
    start = parts[cell.element]
    return Slice("heading", None, start, start + len(cell.text), cell.text)


def _around(sheet: _Sheet) -> tuple[list[str], list[str]]:
    """Part what stands outside of the table: in the content it is remainder, elsewhere it surrounds the content."""
    lines, title = sheet.lines, sheet.title.at
    told = {at for row in sheet.grid.rows for cell in row if cell for at in cell.lines}
    told |= {at for label in sheet.grid.labels for at in label.lines}
    content = common([lines[title].element, sheet.grid.element])
    remainder, chrome = [], []
    over = False
    for at, line in enumerate(lines):
        if at == title or at in told or not line.text:
            continue
        over = over or (at > max(told) and is_foot(line))
        is_content = content.holds(line.element) and at > title and line.element.frame is None
        if is_content and not over and not is_to_top(sheet.shown, line):
            remainder.append(line.text)
        else:
            chrome.append(line.text)
    return remainder, chrome
