"""Lists that are tables: terms that come again and again, lines with the same labels, lines of as many pieces."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kaidan.parser.display.shown import Element, Line, Shown
from kaidan.parser.tabular.cell_types import is_date
from kaidan.parser.tabular.grids import (
    BLANKS,
    Cell,
    Grid,
    Row,
    cell_of,
    holder,
    lines_in,
    piece_of,
    set_in_box,
)
from kaidan.text.deferred import deferred

_TERMS = frozenset(["dt", "dd"])
_LABEL = deferred(
    r"(?:^|[\s\u3000／/|｜、,，;；])[\s\u3000・●○■]*([^\s\d：:／/|｜、。,，;；（）()「」]{1,10})[：:](?!//)"
)
"""A label and its colon, at the start of a line or behind what parts it from the field before."""
_PARTINGS = ("\u3000+", "[|｜]", "／", " / ", "、", "[,，]", "[（(）)、,，]")
"""What parts the pieces of a line, in the order in which they are tried."""
_NOWHERE = r"(?!)"
_BULLETS = "・●○■◆◇"
_NARROWEST = 5  # columns: three pieces and what parts them
_FEWEST_BLOCKS = 3
_FEWEST_FIELDS = 3  # of a record that stands alone: when, and the two who met
_LONGEST = 120  # characters of a line with labels or pieces


class _Field(NamedTuple):
    """What stands behind a label: both cells, and the label without colon and blanks."""

    label: str
    head: Cell
    value: Cell


def lists(shown: Shown, lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the lists of a page that have the form of a table."""
    yield from _of_terms(shown, lines)
    yield from _of_days(shown, lines)
    yield from _of_labels(lines)
    yield from _of_pieces(lines)
    yield from _of_blocks(lines)


def _of_terms(shown: Shown, lines: Sequence[Line]) -> Iterator[Grid]:
    """Make tables of the lists of terms whose first term is the same; the terms are the heads of its columns."""
    cells = _cells_of_terms(shown, lines)
    records_of_all = [record for some in cells for record in _records_by_label(_fields(some))]
    for records in _with_same_first(records_of_all) or _only_one(records_of_all):
        labels = tuple(field.head for record in records for field in record)
        yield Grid(tuple(_aligned(records, with_heads=False)), labels)


def _cells_of_terms(shown: Shown, lines: Sequence[Line]) -> list[list[tuple[str, Cell]]]:
    """Return the cells of each list of terms, each with its tag."""
    terms: dict[Element, list[Element]] = {}
    for element in shown.elements:
        if element.tag in _TERMS and (above := holder(element, "dl")):
            terms.setdefault(above, []).append(element)
    held = lines_in(lines, _TERMS) if terms else {}
    return [
        [(element.tag, cell_of(element, lines, held)) for element in elements]
        for elements in terms.values()
    ]


def _of_days(shown: Shown, lines: Sequence[Line]) -> Iterator[Grid]:
    """Make tables of the lists whose terms are days, each over one line: 1998年4月18日 and 川奈　橋本総理・エリツィン大統領."""
    for cells in _cells_of_terms(shown, lines):
        days = [cell for tag, cell in cells if tag == "dt"]
        told = [cell for tag, cell in cells if tag == "dd" and len(cell.lines) == 1]
        by_turns = [tag for tag, _ in cells] == ["dt", "dd"] * len(told)
        if len(told) > 1 and by_turns and all(is_date(day.text) for day in days):
            parting, width = _common_parting([cell.text for cell in told])
            yield Grid(
                tuple(
                    (day, *_parted(cell.lines[0], lines[cell.lines[0]], parting))
                    for day, cell in zip(days, told, strict=True)
                ),
                marks=frozenset(range(2, width + 1, 2)),
            )


def _common_parting(texts: Sequence[str], narrowest: int = 1) -> tuple[str, int]:
    """Return the first sign that parts all texts into as many pieces, and how many these are with the signs; else one that parts none."""
    for parting in _PARTINGS:
        widths = {2 * len(re.findall(parting, text.lstrip(_BULLETS))) + 1 for text in texts}
        if len(widths) == 1 and (width := widths.pop()) > 1 and width >= narrowest:
            bulleted = all(text.startswith(tuple(_BULLETS)) for text in texts)
            return (f"^[{_BULLETS}]|{parting}", width + 2) if bulleted else (parting, width)
    return _NOWHERE, 1


def _fields(cells: Sequence[tuple[str, Cell]]) -> Iterator[_Field]:
    """Pair each term with the first text behind it."""
    term: Cell | None = None
    for tag, cell in cells:
        if tag == "dt":
            term = cell
        elif term:
            yield _Field(term.text, term, cell)
            term = None


def _of_labels(lines: Sequence[Line]) -> Iterator[Grid]:
    """Make tables of lines such as 日付：2016年5月6日, a record until the first label comes again."""
    labelled = [
        list(_labelled(at, line))
        for at, line in enumerate(lines)
        if ("：" in line.text or ":" in line.text) and len(line.text) <= _LONGEST
    ]
    for records in _with_same_first(_records_by_label(_of_records(labelled))):
        rows = tuple(_aligned(records, with_heads=True))
        yield Grid(rows, marks=frozenset(range(0, len(rows[0]), 2)))


def _of_records(labelled: Sequence[Sequence[_Field]]) -> Iterator[_Field]:
    """Leave out the lines whose labels stand on the page once, but for those that go on in the element of one that does not."""
    times = Counter(field.label for fields in labelled for field in fields)
    element: Element | None = None
    for fields in labelled:
        goes_on = any(field.head.element is element for field in fields)
        if goes_on or any(times[field.label] > 1 for field in fields):
            element = fields[0].head.element
            yield from fields


def _labelled(at: int, line: Line) -> Iterator[_Field]:
    """Cut a line at its labels; none where it does not start with one or a label has no value."""
    text = line.text
    found = list(_LABEL.finditer(text))
    if not found or text[: found[0].start(1)].strip(f"{BLANKS}・●○■"):
        return
    done = 0
    for label, following in zip(found, [*found[1:], None], strict=True):
        value = text[label.end() : following.start() if following else len(text)]
        start = label.end() + len(value) - len(value.lstrip(BLANKS))
        end = label.end() + len(value.rstrip(BLANKS)) if value.strip(BLANKS) else start
        head = Cell(line.element, (at,), text[done:start], done, glued=done > 0)
        behind = "" if following else text[end:]
        told = Cell(line.element, (at,), text[start:end], start, glued=True, behind=behind)
        yield _Field(label[1], head, told)
        done = end


def _records_by_label(fields: Iterable[_Field]) -> Iterator[list[_Field]]:
    """Begin a record wherever a label comes again."""
    record: list[_Field] = []
    for field in fields:
        if any(field.label == other.label for other in record):
            yield record
            record = []
        record.append(field)
    if record:
        yield record


def _with_same_first(records: Iterable[list[_Field]]) -> list[list[list[_Field]]]:
    """Return the records that start with the same label, where there are several of more than one field."""
    alike: dict[str, list[list[_Field]]] = {}
    for record in records:
        if len(record) > 1:
            alike.setdefault(record[0].label, []).append(record)
    return [some for some in alike.values() if len(some) > 1]


def _only_one(records: Sequence[list[_Field]]) -> list[list[list[_Field]]]:
    """Return the only record of a page, if it has as many fields as a meeting needs."""
    return [[records[0]]] if len(records) == 1 and len(records[0]) >= _FEWEST_FIELDS else []


def _aligned(records: Sequence[Sequence[_Field]], *, with_heads: bool) -> Iterator[Row]:
    """Put the fields of each record into the columns of their labels."""
    labels = list(dict.fromkeys(field.label for record in records for field in record))
    for record in records:
        named = {field.label: field for field in record}
        row: list[Cell | None] = []
        for label in labels:
            field = named.get(label)
            if with_heads:
                row.append(field.head if field else None)
            row.append(field.value if field else None)
        yield tuple(row)


def _of_pieces(lines: Sequence[Line]) -> Iterator[Grid]:
    """Make tables of lines below each other that one sign parts into as many pieces: 2016年5月6日　ソチ　安倍総理."""
    for _, group in groupby(enumerate(lines), key=lambda one: _place_of(one[1])):
        some = [(at, line) for at, line in group if 0 < len(line.text) <= _LONGEST]
        if len(some) < 2:
            continue
        parting, width = _common_parting([line.text.strip(BLANKS) for _, line in some], _NARROWEST)
        if width > 1:
            rows = tuple(_parted(at, line, parting) for at, line in some)
            yield Grid(rows, marks=frozenset(range(1, width, 2)))


def _place_of(line: Line) -> tuple[Element | None, str]:
    """Return what lines that stand below each other have in common: the element, or that around it of items."""
    element = line.element
    return (element.above, element.tag) if element.tag in ("li", "p", "div") else (element, "")


def _parted(at: int, line: Line, parting: str) -> Row:
    """Cut a line at a sign; the signs are cells of their own."""
    whole = set_in_box(line.element, (at,), line.text)
    cells = []
    done = 0
    for sign in (*re.finditer(parting, whole.text), None):
        end = sign.start() if sign else len(whole.text)
        cells.append(piece_of(whole, done, end))
        if sign:
            cells.append(piece_of(whole, end, sign.end()))
            done = sign.end()
    return tuple(cells)


def _of_blocks(lines: Sequence[Line]) -> Iterator[Grid]:
    """Make tables of blocks that hold as many lines, each in a block of its own, as a table of ``<div>`` does."""
    rows = [
        (above, tuple(set_in_box(line.element, (at,), line.text) for at, line in some))
        for above, some in _by_holder(lines)
    ]
    for _, group in groupby(rows, key=lambda row: (row[0].above, len(row[1]))):
        cells = [cells for _, cells in group]
        if len(cells) > 1 and len(cells[0]) >= _FEWEST_BLOCKS:
            yield Grid(tuple(cells))


def _by_holder(lines: Sequence[Line]) -> Iterator[tuple[Element, list[tuple[int, Line]]]]:
    """Yield the lines that stand below each other in blocks of their own, with the block around these."""
    for above, group in groupby(enumerate(lines), key=lambda one: one[1].element.above):
        some = list(group)
        if above and len({line.element for _, line in some}) == len(some):
            yield above, some
