"""Shapes: each fixture is read by the one that its name says, and whatever it shows is told once."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kaidan.errors import Refused
from kaidan.parser.display.tree import read
from kaidan.parser.headings.outline import outline
from kaidan.parser.headings.publication import day_of_publication
from kaidan.parser.ledger import ledger
from kaidan.parser.shapes import SHAPES, read_page
from kaidan.parser.source.page import decode
from kaidan.pipeline import extract

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHAPED = sorted(
    folder for shape in ("meeting", "table", "chronicle") for folder in FIXTURES.glob(f"{shape}-*")
)


class Text(HTMLParser):
    """The text of a page, by a tokenizer that shares no code with the parser."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: Counter[str] = Counter()
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self._unseen += tag in {"title", "script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in {"title", "script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.characters.update(re.sub(r"\s", "", data))


def test_there_are_fixtures_of_each_shape() -> None:
    assert len(SHAPED) >= 15


@pytest.mark.parametrize("folder", SHAPED, ids=lambda folder: folder.name)
def test_a_page_has_the_shape_of_its_name_and_loses_nothing(folder: Path) -> None:
    markup = decode((folder / "page.html").read_bytes()).text
    shown = read(markup)
    chronicle = read_page(shown)
    assert folder.name.startswith(chronicle.shape)
    assert ledger(shown, chronicle).balanced
    tokens = Text()
    tokens.feed(markup)
    seen = Counter("".join("".join(line.text.split()) for line in shown.lines))
    assert seen == tokens.characters


@pytest.mark.parametrize("folder", SHAPED, ids=lambda folder: folder.name)
def test_context_counts_once(folder: Path) -> None:
    document = extract((folder / "page.html").read_bytes())
    lines = Counter(line.text for line in document.source.context)
    rest = Counter(line.text for line in document.remainder)
    assert not lines & rest


def test_the_first_shape_that_fits_wins() -> None:
    page = (FIXTURES / "meeting-of-a-ministry/page.html").read_text(encoding="utf-8")
    heading = "<h3>日露首脳会談（東京・平成8年4月）</h3><p>両首脳が会談した。</p>"
    mixed = page.replace('<div id="back">', f'{heading}<div id="back">')
    shown = read(mixed)
    fitting = [shape for shape in SHAPES if shape(shown, outline(shown))]
    assert fitting[0] is SHAPES[0]
    assert read_page(shown).shape == "chronicle"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("平成30年5月27日", "2018-05-27"),
        ("（令和元年5月31日）", "2019-05-31"),
        ("最終更新日：2018年5月27日", "2018-05-27"),
        ("平成30年5月27日更新", "2018-05-27"),
        ("平成30年5月27日（日）", "2018-05-27"),
        ("平成30年5月27日（日曜日）　18:30", "2018-05-27"),
        ("平成30年5月27日　外務省欧州局", "2018-05-27"),
        ("報道発表　［平成30年5月27日］", "2018-05-27"),
        ("平成30年5月27日付", "2018-05-27"),
        ("投稿日: 2018年5月27日 投稿者: 編集部", "2018-05-27"),
        ("2018年5月27日　カテゴリー：ロシア、首脳会談", "2018-05-27"),
        ("掲載日：平成30年5月27日　更新日：平成30年6月1日", "2018-05-27"),
        ("平成30年5月27日　ソチ", None),
        ("平成30年5月27日から28日", None),
        ("Thu. 2024", None),
        ("7 Mar. 2024", "2024-03-07"),
        ("2024年3月7日（木）11時～12時　外務省", None),
        ("平成30年5月", None),
        ("平成30年5月27日の会談", None),
        ("5月27日", None),
    ],
)
def test_a_line_that_is_wholly_a_day(line: str, day: str | None) -> None:
    assert day_of_publication(line) == day


BODY = "<p>5月26日、モスクワで、安倍総理はプーチン大統領と会談を行った。両首脳は協力で一致した。"
ONE = "<h1>日露首脳会談</h1><p>平成30年5月27日</p>"


def test_the_day_of_publication_is_never_the_day_of_the_meeting() -> None:
    untold = BODY.replace("5月26日、", "")
    (meeting,) = extract(ONE + untold).meetings
    assert meeting.date.edtf is None
    (meeting,) = extract(ONE + BODY).meetings
    assert meeting.date.edtf == "2018-05-26"
    assert [evidence.where for evidence in meeting.date.evidence] == ["body"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>平成30年5月27日（日）　外務省",
        "<p>［平成30年5月27日］",
        "<p>【平成30年5月27日】",
        "<p>作成日：2018年5月27日　更新日：2018年5月28日",
        "<p>平成30年5月27日　<a href=print.html>印刷用</a>",
    ],
)
def test_the_line_of_publication_lends_its_year_however_it_is_written(line: str) -> None:
    title = "<h1>日露首脳会談</h1>"
    for head in (title + line, line + title):
        (meeting,) = extract(head + BODY).meetings
        assert meeting.date.edtf == "2018-05-26"
        assert [evidence.where for evidence in meeting.date.evidence] == ["body"]


def test_an_image_inside_of_a_heading_is_no_line_of_publication() -> None:
    heading = "<h3>日露首脳会談<br><img src=a.jpg alt=写真><br>（ペルー・平成20年11月）</h3>"
    (meeting,) = extract(f"{heading}<p>麻生総理がメドヴェージェフ大統領と会談した。").meetings
    assert meeting.date.edtf == "2008-11"


def test_a_table_below_a_heading_as_high_as_the_title_is_of_another_matter() -> None:
    talks = "<tr><td>2014年1月25日</td><td>ニューデリー</td><td>安倍総理</td><td>シン首相</td></tr>"
    visits = "<tr><td>2015年12月11日</td><td>安倍総理</td><td>ニューデリー</td></tr>" * 2
    tables = (
        f"<table>{talks}</table><h2>総理の滞在</h2><table>{visits}</table>",
        f"<table>{talks}</table><h3>要人往来</h3><table>{visits}</table>",
    )
    for told in tables:
        found = extract(f"<h1>インド</h1><h2>日印首脳会談</h2>{told}").meetings
        assert [meeting.date.edtf for meeting in found] == ["2014-01-25"]


def test_one_of_several_matters_of_a_newsletter_is_no_page_about_one_meeting() -> None:
    talks = (
        "<h3>日仏首脳会談</h3><p>2024年5月2日、岸田総理がパリでマクロン大統領と会談しました。</p>"
    )
    other = "<h3>旅券の手数料</h3><p>4月1日から変わりました。</p>"
    with pytest.raises(Refused):
        extract(f"<h2>大使館だより</h2>{talks}{other}")
    assert len(extract(f"<title>日仏首脳会談</title>{talks}{other}").meetings) == 1
    numbered = other.replace("旅券", "1 旅券")
    assert len(extract(f"<h2>大使館だより</h2>{talks}{numbered}").meetings) == 1


def test_who_met_on_a_day_that_nothing_tells_is_known_by_the_day_of_publication() -> None:
    page = "<h1>日印首脳会談</h1><p>平成18年12月15日</p><p>安倍総理は、シン首相と会談した。"
    (meeting,) = extract(page).meetings
    assert [who.name and who.name.en for who in meeting.participants] == [
        "Shinzo Abe",
        "Manmohan Singh",
    ]


def test_a_call_has_no_place_and_no_warning_for_it() -> None:
    page = "<h1>日露首脳電話会談</h1><p>令和2年5月8日</p><p>5月7日、安倍総理はプーチン大統領と電話会談を行った。次はモスクワで会談する。"
    document = extract(page)
    (meeting,) = document.meetings
    assert (meeting.id, meeting.kind, meeting.place) == ("2020-05-call", "telephone", None)
    assert not [w for w in document.warnings if w.code.startswith("place")]


POINTS = "<p>日時：5月26日（土）10時（現地時間）<p>場所：モスクワ<p>安倍総理、プーチン大統領。両首脳は協力を確認した。"


def test_an_account_in_points_tells_of_a_meeting_before_the_day_of_publication() -> None:
    (meeting,) = extract(ONE + POINTS).meetings
    assert (meeting.date.edtf, meeting.place and meeting.place.country) == ("2018-05-26", "RU")
    with pytest.raises(Refused):
        extract(ONE + POINTS.replace("26日", "29日"))


def test_an_account_in_points_may_be_published_on_its_day_where_its_title_says_so() -> None:
    points = "<p>１．日時：2月14日　午後４時<p>２．場所：総理官邸<p>３．出席者：日本側　麻生総理ほか<p>先方　オバマ大統領ほか"
    page = "<h1>日米首脳会談{}</h1><p>平成21年2月14日</p>" + points
    (meeting,) = extract(page.format("（概要）")).meetings
    assert meeting.date.edtf == "2009-02-14"
    assert [who.name and who.name.en for who in meeting.participants] == [
        "Taro Aso",
        "Barack Obama",
    ]
    with pytest.raises(Refused):
        extract(page.format(""))


def test_an_account_in_points_of_its_own_day_tells_what_is_done_alone() -> None:
    same_day = ONE + POINTS.replace("26日（土）", "27日（日）")
    (meeting,) = extract(same_day.replace("大統領。両首脳", "大統領<p>両首脳")).meetings
    assert meeting.date.edtf == "2018-05-27"
    for to_come in ("会談は大統領府で行われます。", "会談を行うこととなりました。"):
        with pytest.raises(Refused):
            extract(same_day.replace("両首脳は協力を確認した。", to_come))


def test_a_heading_that_names_nobody_and_no_place_tells_of_no_meeting_by_itself() -> None:
    heading = "<h1>総理大臣の会談（2023年9月）</h1>"
    items = "<li>9月5日　日・インドネシア首脳会談　ジャカルタ（予定）" * 3
    with pytest.raises(Refused):
        extract(f"{heading}<ul>{items}</ul>")
    told = "岸田総理は、9月5日、ジャカルタでジョコ大統領と会談した。"
    assert len(extract(f"{heading}<p>{told}</p>").meetings) == 1


def test_what_a_photo_shows_tells_of_no_place_and_no_day() -> None:
    photo = "<p><img src=a.jpg width=300><p>会談に臨む安倍総理とプーチン大統領"
    (meeting,) = extract(ONE + photo + BODY).meetings
    assert meeting.date.edtf == "2018-05-26"
    assert meeting.place
    assert meeting.place.text == "モスクワ"


def test_a_day_in_a_bracket_below_the_title_is_of_publication_where_the_text_says_another() -> None:
    document = extract(f"<h1>日露首脳会談</h1><p>［平成30年5月27日］</p>{BODY}")
    assert (document.source.shape, document.meetings[0].date.edtf) == ("meeting", "2018-05-26")


def test_days_and_towns_below_a_title_of_talks_are_headings() -> None:
    told = "<p>岸田総理は、スナク首相と会談した。</p>"
    days = "令和5年1月11日（ロンドン）", "令和5年5月18日（広島）"
    for mark in ("<h3>第{}回　", "<h3>■", "<dt>"):
        rows = "".join(
            f"{mark.format(at)}{day}</h3></dt><dd>{told}</dd>" for at, day in enumerate(days, 1)
        )
        meetings = extract(f"<h1>日英首脳会談</h1>{rows}").meetings
        towns = [one.place and one.place.text for one in meetings]
        assert [one.date.edtf for one in meetings] == ["2023-01-11", "2023-05-18"]
        assert towns == ["ロンドン", "広島"]


def test_talks_in_two_towns_in_turn_have_both_days_and_their_state() -> None:
    text = "安倍総理は、12月15日に長門市で、16日に東京で、プーチン大統領と会談を行った。"
    meeting = extract(f"<h1>日露首脳会談</h1><p>平成28年12月17日</p><p>{text}").meetings[0]
    assert meeting.date.edtf == "2016-12-15/2016-12-16"
    assert meeting.place
    assert (meeting.place.country, meeting.place.precision) == ("JP", "country")


def test_a_day_below_its_label_is_of_the_meeting_and_dates_no_page() -> None:
    points = "<dt>日時</dt><dd>平成30年5月26日（土）</dd><dt>場所</dt><dd>モスクワ</dd>"
    told = "<p>安倍総理はプーチン大統領と会談を行った。</p>"
    document = extract(f"<h1>日露首脳会談</h1><dl>{points}</dl>{told}")
    assert document.meetings[0].date.edtf == "2018-05-26"


def test_a_guest_who_has_come_is_on_no_visit_to_china() -> None:
    told = "来訪中のシリア外相と麻生外務大臣との会談が、10月24日に外務省で行われた。"
    meeting = extract(f"<h1>日・シリア外相会談</h1><p>平成18年10月25日</p><p>{told}").meetings[0]
    assert meeting.occasion is None
    assert meeting.place
    assert meeting.place.country == "JP"


def test_a_comma_of_full_width_parts_clauses_as_the_other_does() -> None:
    told = "訪日中の大統領は、2月15日、午後6時15分から、総理官邸で安倍総理と会談、協力で一致した。"
    for text in (told, told.replace("、", "，")):
        page = f"<h1>日仏首脳会談</h1><p>平成31年2月16日</p><p>{text}</p>"
        meeting = extract(page).meetings[0]
        assert meeting.date.edtf == "2019-02-15"
        assert meeting.place
        assert (meeting.place.country, meeting.place.text) == ("JP", "総理官邸")


def test_a_hotel_of_the_capital_is_in_tokyo() -> None:
    told = "安倍総理は、2月15日、都内のホテルで大統領と会談した。"
    meeting = extract(f"<h1>日仏首脳会談</h1><p>平成31年2月16日</p><p>{told}").meetings[0]
    assert meeting.place
    assert (meeting.place.text, meeting.place.country) == ("都内", "JP")
