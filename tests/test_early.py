"""What is refused before it is parsed would be refused after it, and nothing else is."""

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from kaidan.errors import Refused
from kaidan.parser.display.tree import read
from kaidan.parser.refusal.early import refuse_early
from kaidan.parser.shapes import read_page
from kaidan.parser.source.page import decode

FIXTURES = Path(__file__).parents[1] / "fixtures"
READ = sorted(folder for folder in FIXTURES.iterdir() if (folder / "meetings.json").exists())
LINK = "<li>平成25年4月{}日 <a href=/{}>日露首脳会談（概要）</a></li>"
LIST = "<title>一覧</title><h1>日露首脳会談一覧</h1><ul>" + "".join(
    LINK.format(n % 28 + 1, n) for n in range(120)
)


@pytest.mark.parametrize("folder", READ, ids=lambda folder: folder.name)
def test_no_page_that_is_read_is_refused_early(folder: Path) -> None:
    refuse_early(decode((folder / "page.html").read_bytes()).text)


@pytest.mark.parametrize("folder", READ, ids=lambda folder: folder.name)
def test_no_menu_of_other_talks_hides_what_a_page_tells(folder: Path) -> None:
    page = decode((folder / "page.html").read_bytes()).text
    title = re.search("(?i)</h[1-3]>", page)
    ends = 0, title.end() if title else 0, len(page)
    for count, at in product((4, 12, 60), ends):
        within = page[:at] + links_of(count).replace("平成25年4月", "") + page[at:]
        assert not refusal(refuse_early, within) or refusal(lambda m: read_page(read(m)), within)


def test_a_list_of_links_is_refused_early_as_it_is_late() -> None:
    reasons = []
    for refuse in (refuse_early, lambda page: read_page(read(page))):
        with pytest.raises(Refused, match="a list of 120 links") as caught:
            refuse(LIST)
        reasons.append(str(caught.value))
    assert reasons[0] == reasons[1]


@pytest.mark.parametrize(
    "told",
    [
        "<h2>日露首脳会談</h2>",
        "<p>両首脳は会<b>談</b>を行った。",
        "<h3>日露首脳会　談（東京・平成8年4月）</h3>",
        "<a href=/x>日露首脳会談<p>両首脳は会談を行った。</p></a>",
        "<p>両首脳は&#20250;談を行った。",
    ],
)
def test_in_doubt_a_page_is_parsed(told: str) -> None:
    refuse_early(LIST + told)


@pytest.mark.parametrize(
    "content",
    [
        "<h1>日独首脳会談の開催状況</h1><table><tr><td>2014年4月30日<td>ベルリン<td>安倍総理<td>メルケル首相</table>",
        "<h1>日独首脳会談一覧</h1><ul><li>日付：2014年4月30日<br>場所：ベルリン</ul>",
        "<h1>首脳会談</h1><table><tr><td>2014年4月30日<td>ベルリン<td>ドイツ<td>メルケル首相</table>",
        "<h1>安倍・プーチン会談</h1><p>両首脳は話し合った。",
    ],
)
def test_the_title_of_a_table_is_a_doubt(content: str) -> None:
    menu = "".join(f"<li><a href=/m{n}>お知らせ</a>" for n in range(200))
    refuse_early(f"<ul>{menu}</ul>{content}")


def test_a_portal_is_refused_early_whatever_its_parts_are_called() -> None:
    parts = "<h2>首脳会談・外相会談</h2><h3>最近の会談</h3>"
    with pytest.raises(Refused, match="a list of 120 links"):
        refuse_early(LIST.replace("<h1>日露首脳会談一覧</h1>", parts))


LONG = LIST.replace("<h1>日露首脳会談一覧</h1>", "<h1>総理大臣の会談・訪問（令和5年）</h1>")


@pytest.mark.parametrize(
    "beside",
    [
        "<p>ロシアとの間では首脳会談を毎年行っている。",
        "<script>//<![CDATA[\nvar page = '日露首脳会談';\n//]]></script>",
        "<p>&#169; 会談の記録 &raquo;",
        "<table><tr><td>令和5年1月13日<td>米国<td><a href=/x>日米首脳会談</a></table>",
    ],
)
def test_what_stands_beside_a_long_list_is_no_doubt(beside: str) -> None:
    for refuse in (refuse_early, lambda page: read_page(read(page))):
        with pytest.raises(Refused, match=r"a list of 12[01] links"):
            refuse(LONG + beside)


@pytest.mark.parametrize(
    "told",
    [
        "<p>両首脳は、ソチで会談を行った。" * 40,
        "<p>2016年5月6日、両首脳は会談を行った。",
        "<h1>首脳会談</h1><p>両首脳は会談を行った。",
        "<h1>首脳会談</h1><table>"
        + "<tr><td>2014年4月30日<td>ベルリン<td>ドイツ<td>メルケル首相" * 99,
    ],
)
def test_a_text_beside_a_long_list_is_a_doubt(told: str) -> None:
    refuse_early(LONG + told.replace("<p>", "</p><p>"))


@pytest.mark.parametrize(
    "name", ["総理大臣の会談・訪問（令和5年9月）", "総理の演説・記者会見など", "最近の会談"]
)
def test_a_short_list_is_refused_early_by_the_name_of_a_month_or_of_the_press(name: str) -> None:
    links = "".join(LINK.format(n, n) for n in range(1, 13))
    with pytest.raises(Refused, match="a list of 12 links"):
        refuse_early(f"<title>{name}</title><h1>{name}</h1><ul>{links}</ul>")


DAYS = [("2014年4月30日", "ベルリン"), ("2015年3月9日", "東京")]
TOLD = {
    "labels": "<li>日付：{}<br>場所：{}<br>相手：メルケル首相",
    "pieces": "<li>{}　{}　安倍総理　メルケル首相",
    "terms": "<dt>日付<dd>{}<dt>場所<dd>{}<dt>相手<dd>メルケル首相",
    "blocks": "<div><p>{}</p><p>{}</p><p>安倍総理</p><p>メルケル首相</p></div>",
    "rows": "<tr><td>{}<td>{}<td>メルケル首相",
    "events": "<p>{}　安倍総理とメルケル首相が{}で会談",
    "days": "<dt>{}<dd>安倍総理とメルケル首相が{}で会談。",
    "days and sentences": "<p>{}<p>安倍総理は、{}でメルケル首相と会談した。",
    "news": "<p>首都{1}で、日独首脳会談が行われた。",
    "remarks": "<p>{1}で、外相は首脳会談に向けて話した。",
}
TITLES = ["首脳会談", "日独首脳会談", "首脳会談一覧", "最近の会談", "総理の記者会見", "お知らせ"]
LEADS = ["", "<p>日独間では首脳会談を毎年行っている。", "<p>両国は、首脳会談を重ねてきた。" * 8]
NAMED = [3, 12, 40]


def links_of(count: int) -> str:
    return "<ul>" + "".join(LINK.format(n, n) for n in range(1, count + 1)) + "</ul>"


def refusal(refuse: Callable[[str], object], page: str) -> str:
    try:
        refuse(page)
    except Refused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("told", TOLD)
def test_what_is_refused_early_is_refused_late_with_the_same_words(told: str) -> None:
    records = "".join(TOLD[told].format(day, town) for day, town in DAYS)
    frame = {"rows": "table", "terms": "dl", "days": "dl"}.get(told, "div")
    pages = [
        f"<title>{title}</title><h1>{title}</h1>{lead}<{frame}>{records}</{frame}>{links_of(count)}"
        for title, lead, count in product(TITLES, LEADS, NAMED)
    ]
    early = {page: refusal(refuse_early, page) for page in pages}
    refused = [page for page in pages if early[page]]
    assert refused or told != "remarks"
    for page in refused:
        assert refusal(lambda page: read_page(read(page)), page) == early[page]


MET = [
    ("日露", "ソチ", "プーチン大統領"),
    ("日独", "ベルリン", "メルケル首相"),
    ("日仏", "パリ", "オランド大統領"),
]
SENTENCE = "<p>安倍総理は、{1}で{2}と会談を行いました。</p>"
NEWS = {
    "date, link, sentence": "<p>平成26年5月{3}日</p><p><a href=/{3}>{0}首脳会談</a></p>" + SENTENCE,
    "link, date, sentence": "<h3><a href=/{3}>{0}首脳会談</a></h3><p>平成26年5月{3}日</p>"
    + SENTENCE,
    "link, sentence": "<h3><a href=/{3}>{0}首脳会談</a></h3>" + SENTENCE,
    "term": "<dl><dt>平成26年5月{3}日<dd><a href=/{3}>{0}首脳会談</a><br>安倍総理は、{2}と会談しました。</dl>",
}
TOLD_BESIDE_LINKS = {
    "heading": "<h3><a href=/{3}>{0}首脳会談（{1}・平成26年5月{3}日）</a></h3>" + SENTENCE,
    "bracket": "<h3><a href=/{3}>{0}首脳会談</a>（{1}・平成26年5月{3}日）</h3>" + SENTENCE,
    "event": "<p>平成26年5月{3}日</p>" + SENTENCE + "<p><a href=/{3}>{0}首脳会談（概要）</a></p>",
    "own day": "<h3><a href=/{3}>{0}首脳会談</a></h3><p>平成26年5月{3}日、安倍総理は{1}で{2}と会談した。</p>",
}


def page_of(item: str, title: str) -> str:
    met = [(*one, day) for day, one in enumerate(MET * 2, 2)]
    told = "".join(item.format(*one) for one in met)
    return f"<title>{title}</title><h1>{title}</h1>{told}" + " " * 500


@pytest.mark.parametrize("title", ["首脳会談", "最近の会談", "総理の動き", "お知らせ"])
@pytest.mark.parametrize("kind", NEWS)
def test_a_list_of_news_is_refused_early_though_each_link_has_a_sentence(
    kind: str, title: str
) -> None:
    page = page_of(NEWS[kind], title)
    early = refusal(refuse_early, page)
    assert "a list of 6 links" in early
    assert refusal(lambda page: read_page(read(page)), page) == early


@pytest.mark.parametrize("title", ["首脳会談", "総理の動き"])
@pytest.mark.parametrize("kind", TOLD_BESIDE_LINKS)
def test_meetings_that_are_told_beside_links_are_read(kind: str, title: str) -> None:
    page = page_of(TOLD_BESIDE_LINKS[kind], title)
    assert not refusal(refuse_early, page)
    assert len(read_page(read(page)).sections) == 6


def test_a_link_to_other_talks_above_the_text_makes_no_list_of_it() -> None:
    links = "".join(f"<a href=/{day}>日露首脳会談（{day}日）</a> " for day in range(2, 9))
    page = f"<h1>首脳会談</h1><p>{links}</p>" + SENTENCE.format(*MET[0]) + " " * 500
    assert not refusal(refuse_early, page)
    assert read_page(read(page)).shape == "meeting"


@pytest.mark.parametrize("kind", ["labels", "pieces", "blocks"])
def test_a_table_made_of_lines_is_read_beside_a_long_list(kind: str) -> None:
    rows = "".join(TOLD[kind].format(day, town) for day, town in DAYS)
    page = f"<h1>日独首脳会談一覧</h1>{links_of(40).replace('平成25年4月', '')}<div>{rows}</div>"
    assert not refusal(refuse_early, page)
    assert len(read_page(read(page)).sections) == len(DAYS)
