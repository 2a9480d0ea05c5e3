"""One set of meetings, written as a table in every form that pages have: the same values each time, and nothing lost or told twice."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaidan.errors import Refused
from kaidan.models import Meeting
from kaidan.parser.display.tree import read
from kaidan.parser.ledger import ledger
from kaidan.parser.shapes import read_page
from kaidan.pipeline import extract

FIXTURES = Path(__file__).parents[1] / "fixtures"


class Row(NamedTuple):
    """A meeting, and what must be read of it."""

    year: str
    day: str
    place: str
    ours: str
    theirs: str
    edtf: str
    where: str
    who: tuple[str, str]


ABE, PUTIN = "Shinzo Abe", "Vladimir Putin"
ROWS = (
    Row("平成25年", "4月29日", "モスクワ", "安倍総理", "プーチン大統領", "2013-04-29", "Moscow", (ABE, PUTIN)),
    Row("平成25年", "9月5日", "サンクトペテルブルク", "安倍総理", "プーチン大統領", "2013-09-05", "Saint Petersburg", (ABE, PUTIN)),
    Row("平成26年", "2月8日", "ソチ", "安倍総理", "プーチン大統領", "2014-02-08", "Sochi", (ABE, PUTIN)),
    Row("平成28年", "11月19日", "ペルー・リマ", "安倍総理", "プーチン大統領", "2016-11-19", "Lima", (ABE, PUTIN)),
)  # fmt: skip
HEADS = ("年月日", "場所", "日本側", "ロシア側")


def _cells(row: Row) -> tuple[str, str, str, str]:
    return f"{row.year}{row.day}", row.place, row.ours, row.theirs


def _tr(cells: Sequence[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def _plain(rows: Sequence[Row]) -> str:
    return f"<table>{_tr(HEADS, 'th')}{''.join(_tr(_cells(row)) for row in rows)}</table>"


def _headless(rows: Sequence[Row]) -> str:
    return f"<table>{''.join(_tr(_cells(row)) for row in rows)}</table>"


def _turned(rows: Sequence[Row]) -> str:
    columns = zip(HEADS, *map(_cells, rows), strict=True)
    return f"<table>{''.join(map(_tr, columns))}</table>"


def _with_a_year_column(rows: Sequence[Row]) -> str:
    told = (_tr((row.year, row.day, row.place, row.ours, row.theirs)) for row in rows)
    return f"<table>{''.join(told)}</table>"


def _with_numbers_in_columns(rows: Sequence[Row]) -> str:
    told = (
        _tr((*row.edtf.replace("-0", "-").split("-"), row.place, row.ours, row.theirs))
        for row in rows
    )
    heads = _tr(("年", "月", "日", *HEADS[1:]), "th")
    return f"<table>{heads}{''.join(told)}</table>"


def _with_rowspans(rows: Sequence[Row]) -> str:
    lines = []
    times = Counter(row.year for row in rows)
    seen: set[str] = set()
    for row in rows:
        year = "" if row.year in seen else f"<td rowspan={times[row.year]}>{row.year}</td>"
        seen.add(row.year)
        lines.append(f"<tr>{year}{_tr((row.day, row.place, row.ours, row.theirs))[4:]}")
    return f"<table>{''.join(lines)}</table>"


def _with_rows_of_years(rows: Sequence[Row]) -> str:
    lines = []
    for at, row in enumerate(rows):
        if not at or rows[at - 1].year != row.year:
            lines.append(f"<tr><th colspan=4>{row.year}</th></tr>")
        lines.append(_tr((row.day, row.place, row.ours, row.theirs)))
    return f"<table>{''.join(lines)}</table>"


def _with_the_year_above(rows: Sequence[Row]) -> str:
    dates = [
        row.day if at and rows[at - 1].year == row.year else row.year + row.day
        for at, row in enumerate(rows)
    ]
    told = (_tr((d, row.place, row.ours, row.theirs)) for d, row in zip(dates, rows, strict=True))
    return f"<table>{''.join(told)}</table>"


def _below_years(rows: Sequence[Row]) -> str:
    pieces = []
    for year in dict.fromkeys(row.year for row in rows):
        of_year = (_tr((r.day, r.place, r.ours, r.theirs)) for r in rows if r.year == year)
        pieces.append(f"<h3>{year}</h3><table>{''.join(of_year)}</table>")
    return "".join(pieces)


def _terms(rows: Sequence[Row]) -> str:
    return "".join(
        "<dl>"
        + "".join(f"<dt>{head}<dd>{cell}" for head, cell in zip(HEADS, _cells(row), strict=True))
        + "</dl>"
        for row in rows
    )


def _labels(rows: Sequence[Row]) -> str:
    items = (
        "<br>".join(f"{head}：{cell}" for head, cell in zip(HEADS, _cells(row), strict=True))
        for row in rows
    )
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _labels_in_a_line(rows: Sequence[Row]) -> str:
    items = (
        "　".join(f"{head}：{cell}" for head, cell in zip(HEADS, _cells(row), strict=True))
        for row in rows
    )
    return "".join(f"<p>{item}</p>" for item in items)


def _pieces(rows: Sequence[Row]) -> str:
    items = ("\u3000".join(_cells(row)) for row in rows)
    return f"<ol>{''.join(f'<li>{item}</li>' for item in items)}</ol>"


def _blocks(rows: Sequence[Row]) -> str:
    told = ("".join(f"<div>{cell}</div>" for cell in _cells(row)) for row in rows)
    return f"<section>{''.join(f'<div>{row}</div>' for row in told)}</section>"


def _years_and_events(rows: Sequence[Row]) -> str:
    pieces = []
    for year in dict.fromkeys(row.year for row in rows):
        told = (
            f"<li>{r.day}　{r.ours}と{r.theirs}が{r.place}で会談</li>"
            for r in rows
            if r.year == year
        )
        pieces.append(f"<h3>{year}</h3><ul>{''.join(told)}</ul>")
    return "".join(pieces)


FORMS = [
    _plain,
    _headless,
    _turned,
    _with_a_year_column,
    _with_numbers_in_columns,
    _with_rowspans,
    _with_rows_of_years,
    _with_the_year_above,
    _below_years,
    _terms,
    _labels,
    _labels_in_a_line,
    _pieces,
    _blocks,
    _years_and_events,
]
CHROME = [
    ("", ""),
    (
        "<nav><a href=/>入口</a></nav><div><dl><dt>4月1日<dd><a href=1>休館</a><dt>5月1日<dd><a href=2>日露首脳会談</a></dl></div>",
        "<p>電話 03-0000-0000</p>",
    ),
    (
        "<div>当サイトではクッキーを使用しています。</div><ul><li><a href=e>English</a></ul>",
        "<footer>Copyright 資料室</footer>",
    ),
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__.strip("_"))
@given(
    chosen=st.sets(st.integers(0, len(ROWS) - 1), min_size=2),
    around=st.sampled_from(CHROME),
    note=st.sampled_from(["", "<p>電話による会談は含みません。</p>"]),
)
@settings(max_examples=12)
def test_each_form_tells_the_same(
    form: Callable[[Sequence[Row]], str],
    chosen: set[int],
    around: tuple[str, str],
    note: str,
) -> None:
    rows = [ROWS[at] for at in sorted(chosen)]
    before, behind = around
    page = f"<title>日露首脳会談の記録</title>{before}<main><h1>日露首脳会談の記録</h1>{form(rows)}{note}</main>{behind}"
    document = extract(page)
    assert document.source.shape == "table"
    assert [meeting.date.edtf for meeting in document.meetings] == [row.edtf for row in rows]
    places = [
        meeting.place and meeting.place.name and meeting.place.name.en
        for meeting in document.meetings
    ]
    assert places == [row.where for row in rows]
    for meeting, row in zip(document.meetings, rows, strict=True):
        assert tuple(who.name and who.name.en for who in meeting.participants) == row.who
        assert meeting.parties == ("JP", "RU")
    shown = read(page)
    assert ledger(shown, read_page(shown)).balanced
    lent = Counter(line.text for line in document.source.context)
    assert not lent & Counter(line.text for line in document.remainder)


def test_a_guest_and_a_host_stand_in_either_order() -> None:
    cells = ((row.year + row.day, row.theirs, row.ours, row.place) for row in ROWS[:1])
    others = ((row.year + row.day, row.ours, row.theirs, row.place) for row in ROWS[1:])
    heads = _tr(("年月日", "訪問者", "会談相手", "場所"), "th")
    page = (
        f"<h1>日露首脳会談の記録</h1><table>{heads}{''.join(map(_tr, (*cells, *others)))}</table>"
    )
    met = [[who.name and who.name.en for who in one.participants] for one in extract(page).meetings]
    assert met == [[PUTIN, ABE], [ABE, PUTIN], [ABE, PUTIN], [ABE, PUTIN]]


def test_numbers_below_the_names_of_talks_are_no_days() -> None:
    rows = (("平成25年", "4", "1", "ソチ"), ("平成26年", "3", "2", "モスクワ"))
    heads = _tr(("年", "首脳会談", "外相会談", "場所"), "th")
    with pytest.raises(Refused):
        extract(f"<h1>日露首脳会談の回数</h1><table>{heads}{''.join(map(_tr, rows))}</table>")


def test_one_among_a_few_whom_nobody_knows_does_not_unmake_the_column() -> None:
    unknown = [ROWS[0], ROWS[1]._replace(theirs="ペトロフ"), *ROWS[2:]]
    sides = [(*_cells(row)[:2], f"{row.ours}、{row.theirs}") for row in unknown]
    pairs = f"<table>{''.join(map(_tr, sides))}</table>"
    for table in (_plain(unknown), pairs):
        meetings = extract(f"<h1>日露首脳会談</h1>{table}").meetings
        assert [len(meeting.participants) for meeting in meetings] in ([2, 1, 2, 2], [2, 0, 2, 2])


@pytest.mark.parametrize("folder", sorted(FIXTURES.glob("table-*")), ids=lambda folder: folder.name)
@pytest.mark.parametrize("blanks", ["\u3000", "\xa0\u3000"])
def test_blanks_that_set_a_text_in_its_cell_change_no_value(folder: Path, blanks: str) -> None:
    page = (folder / "page.html").read_text(encoding="utf-8")
    padded = re.sub(r">([^<>\n]{2,})(?=</(?:t[dh]|li|d[td]|p|div)>)", rf">{blanks}\1{blanks}", page)
    assert [values(meeting) for meeting in extract(padded).meetings] == [
        values(meeting) for meeting in extract(page).meetings
    ]
    shown = read(padded)
    assert ledger(shown, read_page(shown)).balanced


def values(meeting: Meeting) -> tuple[object, ...]:
    """Return what a row says, without its words."""
    who = tuple(one.name for one in meeting.participants)
    place = meeting.place and (meeting.place.country, meeting.place.name)
    return meeting.date.edtf, meeting.parties, who, place
