"""Addresses as browsers read them, and those that would run something."""

import pytest

from kaidan.parser.display.address import resolve
from kaidan.pipeline import extract

BASE = "https://www.example.go.jp/area/russia/page.html"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("../pdf/80.pdf", "https://www.example.go.jp/area/pdf/80.pdf"),
        (r"..\pdf\80.pdf", "https://www.example.go.jp/area/pdf/80.pdf"),
        (r"https:\\example.jp\a?b=\c#\d", r"https://example.jp/a?b=\c#\d"),
        (r"\\example.jp\a", "https://example.jp/a"),
        (" /a\n/b ", "https://www.example.go.jp/a/b"),
        (r"mailto:a\b@example.jp", r"mailto:a\b@example.jp"),
        ("http://[x]/", "http://[x]/"),
    ],
)
def test_an_address_is_made_whole_as_browsers_make_it(written: str, url: str) -> None:
    assert resolve(BASE, written) == url


@pytest.mark.parametrize(
    "written",
    [
        "javascript:print()",
        "JavaScript:print()",
        "\x01 javascript:print()",
        "java\nscript:print()",
        "vbscript:x",
        "view-source:javascript:x",
        "Blob:http://example.jp/1",
        "data:text/html,x",
        "DATA:image/png;base64,x",
    ],
)
def test_what_runs_something_stands_in_no_url(written: str) -> None:
    assert resolve(BASE, written) is None
    heading = "<h3>日露首脳会談（東京・平成8年4月）</h3>"
    body = f"<p>会談後、<a href='{written}'>宣言</a>に署名。<img src='{written}' alt='両首脳'>"
    document = extract(heading + body, url=BASE)
    (meeting,) = document.meetings
    assert [link.url for link in meeting.links] == [None]
    assert [photo.url for photo in meeting.photos] == [None]
    assert [w.code for w in document.warnings].count("address-unsafe") == 2


def test_an_id_says_no_more_than_the_page() -> None:
    page = "<h3>日露首脳会談（ペルー・平成20年{}）</h3><p>麻生総理とメドヴェージェフ大統領が会談。"
    ids = [extract(page.format(month)).meetings[0].id for month in ("", "1月", "1月～", "9月")]
    assert ids == ["2008-peru", "2008-01-peru", "2008-01-peru", "2008-09-peru"]


@pytest.mark.parametrize("date", ["平成20年（2009年）11月", "2009年（平成20年）11月22日"])
def test_a_date_without_a_value_says_why(date: str) -> None:
    (meeting,) = extract(f"<h3>日露首脳会談（ペルー・{date}）</h3><p>両首脳が会談。").meetings
    assert (meeting.date.text, meeting.place and meeting.place.text) == (date, "ペルー")
    assert (meeting.date.edtf, meeting.date.flags) == (None, ("calendars-disagree",))
