"""Every form that is read, every look-alike that is not, row by row."""

from datetime import date
from pathlib import Path

import pytest

from kaidan import UnreadableDate, find_dates, parse_date
from kaidan.normalizers.dates import bounds

HERE = Path(__file__).parent / "dates"


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    found = [
        line.replace("\\r", "\r").replace("\\n", "\n").split("\t")
        for line in lines
        if not line.startswith("#")
    ][1:]
    assert len(found) > 100, "an empty table would test nothing"
    return found


def shown(text: str, anchor: str) -> list[str]:
    return [
        f"{m.text} = {m.edtf or '?'}" + (f" [{' '.join(m.flags)}]" if m.flags else "")
        for m in find_dates(text, anchor=anchor or None)
    ]


@pytest.mark.parametrize(("text", "anchor", "dates"), rows("read.tsv"))
def test_a_text_names_these_dates(text: str, anchor: str, dates: str) -> None:
    assert shown(text, anchor) == dates.split("; ")


@pytest.mark.parametrize(("text", "anchor"), rows("silent.tsv"))
def test_a_text_names_no_date(text: str, anchor: str) -> None:
    assert shown(text, anchor) == []


def test_the_anchor_may_be_a_day_or_a_value_of_any_precision() -> None:
    assert [
        find_dates("10月17日", anchor=anchor)[0].edtf
        for anchor in (date(2014, 11, 1), "2014-11-01", "2014-10", "2014", "2014-23")
    ] == ["2014-10-17"] * 5


@pytest.mark.parametrize("anchor", ["199X", "19XX", "2012/2014", "2014/.."])
def test_an_anchor_of_many_years_lends_none(anchor: str) -> None:
    assert [m.edtf for m in find_dates("10月17日、昨年12月", anchor=anchor)] == [None, None]


@pytest.mark.parametrize("anchor", ["", "gestern", "2014-13", "2014-02-30", "0001", "26"])
def test_an_unreadable_anchor_is_refused(anchor: str) -> None:
    if anchor:
        with pytest.raises(UnreadableDate):
            find_dates("10月17日", anchor=anchor)
    else:
        assert find_dates("10月17日", anchor=anchor)[0].edtf is None


def test_a_date_with_a_line_to_itself_dates_the_document() -> None:
    text = "記者会見（10月2日）\n平成26年10月3日（金曜日）\n総理は昨日、1日の会談について述べた。来月訪日する。"
    assert [m.edtf for m in find_dates(text)] == [
        "2014-10-02",
        "2014-10-03",
        "2014-10-02",
        "2014-10-01",
        "2014-11",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("平成0年", "平成 has no such year"),
        ("平成26年13月1日", "there is no month 13"),
        ("2月30日", "month 2 has no day 30"),
        ("平成26.13.1", "there is no month 13"),
        ("明治33年2月29日", "there was no such day in that year"),
        ("明治5年12月3日", "lunisolar"),
        ("10月17日", "it names no year"),
        ("平成7年（1996年）9月", "its two calendars disagree"),
        ("平成26年と平成27年", "more than one date: 平成26年, 平成27年"),
        ("平成26年の会談", "only '平成26年' of it is a date"),
        ("会談", "no date"),
        ("", "no date"),
    ],
)
def test_what_is_not_one_date_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(UnreadableDate) as refusal:
        parse_date(text)
    assert repr(text) in str(refusal.value)
    assert why in str(refusal.value)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2014-02", date(2014, 2, 1), date(2014, 2, 28)),
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-24", date(2014, 12, 1), date(2015, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2019-04/2020-03", date(2019, 4, 1), date(2020, 3, 31)),
        ("2019-05-01/..", date(2019, 5, 1), None),
        ("../2014-03", None, date(2014, 3, 31)),
        ("XXXX-08", None, None),
    ],
)
def test_a_value_covers_the_days_from_its_first_to_its_last(
    edtf: str, first: date | None, last: date | None
) -> None:
    assert bounds(edtf) == (first, last)
