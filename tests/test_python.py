"""kaidan as a library: its names, what is said of a wrong type, what a value looks like, and that documents come back."""

import pydoc
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import chronicle
import kaidan
from kaidan import Document, Refused
from told import NASTY, document

UNTYPED: Any = kaidan  # called with what a type checker would not let pass
PUBLIC = (
    "extract diff find_dates parse_date find_places resolve_place find_people bounds Document Meeting"
    " DateMention Date PlaceMention Place PersonMention KaidanError Unreadable Refused UnreadableDate"
).split()


def test_the_public_names_are_seen() -> None:
    assert set(PUBLIC) <= set(dir(kaidan))
    helped = re.sub(".\b", "", pydoc.render_doc(kaidan))
    assert all(name in helped for name in PUBLIC)
    assert kaidan.__version__ in helped
    with pytest.raises(AttributeError, match="no attribute 'exract'"):
        _ = UNTYPED.exract


@pytest.mark.parametrize("name", PUBLIC)
def test_each_public_name_is_explained(name: str) -> None:
    assert len(getattr(kaidan, name).__doc__) > 30
    assert f'kaidan.{name}"' not in (getattr(kaidan, name).__doc__ or "")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: UNTYPED.extract(Path("page.html")), "bytes or a str, not PosixPath"),
        (lambda: UNTYPED.extract(None), "not NoneType"),
        (lambda: UNTYPED.find_dates(2014), "the text is a str, not int 2014"),
        (
            lambda: UNTYPED.find_dates("10月", anchor=2014),
            "anchor is a datetime.date or a date as EDTF",
        ),
        (lambda: UNTYPED.parse_date(b"x"), "the text is a str, not bytes"),
        (lambda: UNTYPED.bounds(2014), "the text is a str, not int 2014"),
        (lambda: UNTYPED.diff("a.json", "b.json"), "what extract returns, not str"),
        (lambda: next(UNTYPED.extract_many("page.html")), "pages are many"),
        (lambda: next(UNTYPED.extract_many([b""], workers="2")), "not str '2'"),
        (lambda: UNTYPED.extract(b"<p>", url=3), "url is a str or None, not int"),
        (lambda: UNTYPED.find_places(None), "the text is a str"),
        (lambda: UNTYPED.resolve_place(["x"]), "the text is a str"),
        (lambda: UNTYPED.find_people("x", on=2014), "on is a datetime.date"),
    ],
)
def test_a_wrong_type_is_a_sentence(call: Any, told: str) -> None:  # noqa: ANN401  wrong on purpose
    with pytest.raises(TypeError, match=re.escape(told)):
        call()


@pytest.mark.parametrize(
    "name", ["page.html", "日露.HTM", "dir/page.mhtml", "http://example.jp/01.html\n"]
)
def test_the_name_of_a_page_is_no_page(name: str) -> None:
    with pytest.raises(Refused, match="is the name of a page, not the page") as refused:
        kaidan.extract(name)
    assert "\n" not in str(refused.value)


def test_a_day_may_be_a_date() -> None:
    for anchor in (date(2014, 10, 20), datetime(2014, 10, 20, 9), "2014-10-20"):  # noqa: DTZ001
        assert kaidan.find_dates("10月17日", anchor=anchor)[0].edtf == "2014-10-17"
    (then,) = kaidan.find_people("鳩山総理", on=date(1956, 10, 19))
    assert then.name
    assert (then.name.en, then.country, then.office) == ("Ichiro Hatoyama", "JP", "prime minister")


def test_bytes_of_any_kind_are_a_page() -> None:
    page = chronicle.page()
    assert UNTYPED.extract(memoryview(page)) == UNTYPED.extract(bytearray(page))


def test_a_document_is_shown_in_a_line_and_as_a_table() -> None:
    told = document()
    assert repr(told) == str(told)
    assert repr(told).startswith("<Document 近年の主な動き: 4 meetings, 2003-01 to 2014-10-17, ")
    assert repr(told.meetings[2]) == f"<Meeting 2008-11-lima: {told.meetings[2].heading}>"
    first = told.meetings[0].model_copy(update={"heading": NASTY})
    shown = told.model_copy(update={"meetings": (first,)})._repr_html_()
    assert "&lt;b&gt;*太字*&lt;/b&gt;" in shown
    assert shown.count("<tr>") == 2


def test_a_document_comes_back_from_its_json() -> None:
    told = document()
    assert Document.model_validate_json(told.to_json()) == told
    assert Document.model_validate_json(told.model_dump_json()) == told
    assert Document.model_validate(told.model_dump()) == told


def test_a_date_in_a_text_has_its_first_and_last_day() -> None:
    (month,) = kaidan.find_dates("平成26年10月")
    assert (month.start_date, month.end_date) == (date(2014, 10, 1), date(2014, 10, 31))
    (unread,) = kaidan.find_dates("平成26年2月30日")
    assert (unread.edtf, unread.start_date, unread.end_date) == (None, None, None)
    for far in kaidan.find_dates("紀元前660年"):
        assert far.start_date is None


@pytest.mark.parametrize(
    "text",
    "1955年頃 1650年以前 平成25年9月24～25日 2012年夏 令和元年5月以降 20世紀 1990年代 昭和56年 平成元年度 紀元前660年".split(),
)
def test_every_value_that_is_found_is_read(text: str) -> None:
    (found,) = kaidan.find_dates(text)
    assert found.edtf is not None
    read, again = kaidan.parse_date(text), kaidan.parse_date(found.edtf)
    assert read.edtf == again.edtf == found.edtf
    assert (read.start, read.end) == (again.start, again.end) == (found.start_date, found.end_date)


@pytest.mark.parametrize(
    "text", ["", "..", "/", "XXXX", "2014-13", "2014-02-30", "20145", "2014-1"]
)
def test_what_is_no_edtf_is_unreadable(text: str) -> None:
    with pytest.raises(kaidan.UnreadableDate):
        kaidan.parse_date(text)


@pytest.mark.parametrize(
    "anchor",
    ["2014", "2014-10", "2014-10-01/2014-10-10", "2014-22", "2014~", "201X", "../2014", "2014/.."],
)
def test_every_date_that_is_read_can_be_an_anchor(anchor: str) -> None:
    assert kaidan.parse_date("平成26年10月", anchor=anchor).edtf == "2014-10"
    kaidan.find_dates("10月17日", anchor=anchor)
