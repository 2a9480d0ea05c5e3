"""Pages that hardly anybody writes, each the shortest of its kind: read or refused, and what must hold of all pages holds."""

import pytest

import fuzzing
from kaidan import extract

READ = [
    "<h2>日露首脳会談<h2>紀元前2008-1-28　安倍総はモスクワで会談した",
    "<h3>日インド首脳会談</h3>慶長10年10月で、安倍総理は東京で会談した。",
    "<h3>日露首脳会談<p>6月17日・平成5年6月17日が東京で会談。",
    "<h3>日露首脳会談（ペルー・平成20年11月）</h3>2012/11/07～11/0会談した。",
    "<h3>日露首脳会談（モスク年度平成17年3月）</h3><p>プ",
]
REFUSED = [
    "<v>日会談（２６年月）<div>回首脳会合",
    "<h1>日露首脳会談</h1>統領と安倍総理は、大阪市内で首脳会談を<table>交渉を続けていくことで一致しま",
    "<h3>日会談（平成12年）</h3>「声明（",
    "<title>近年の主な動き</title><h2>近年の主な動き<h><h3>日会談（平8<title>近年の主な動き</title>",
    "<h2>年<p>。<h2>日露首脳会談",
    "<h3>中韓外相会談<h3>。<h2>>",
    "<table><tr><td>会談",
    "会談<table><td>4月8日</><td>シントンD./<td>rt/<>dt/<.Ctd><t<",
    '<a href="/">><th>会談\n<tr><td>平<td>><td>><tr><td>30日</td><td>><td>ベルリン',
    "<body日露首脳会談img src=x alt=内閣府></a><h1>近年の主な動き</h1><p>記録。</p>",
    "\u202e><b",
    "首脳会談（結果）>",
    "首脳会談（平7年><tr><rect>p>外交の記録室 電話 00",
    "電話に",
    "<h2>日露首脳会談<h2>紀元前0/13会談",
]


@pytest.mark.parametrize("page", READ)
def test_an_odd_page_is_read(page: str) -> None:
    assert fuzzing.assert_page_holds(page.encode()) == "read"
    document = extract(page)
    assert all(meeting.date.edtf is None or meeting.date.evidence for meeting in document.meetings)


@pytest.mark.parametrize("page", REFUSED)
def test_an_odd_page_is_refused(page: str) -> None:
    assert fuzzing.assert_page_holds(page.encode()) == "refused"
