"""How ministries write: days of a visit, words to the press, years over tables, and dates in a bracket before the title."""

import pytest

from kaidan import Meeting, Refused, extract
from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.days import told_day
from kaidan.normalizers.events.venues import where_met
from kaidan.normalizers.places import find_places


def meetings(title: str, content: str) -> tuple[Meeting, ...]:
    return tuple(extract(f"<title>{title}</title><h1>{title}</h1>{content}").meetings)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("5月8日から10日にかけて同国を訪問し、首相と会談した。", None),
        ("5月8日から10日にかけて同国を訪問し、首相と会談した（9日15時から）。", "2005-05-09"),
        ("5月8日から10日にかけて同国を訪問し、首相と会談した（3日に電話）。", None),
        (
            "5月8日から10日にかけて同国を訪問し、首相と3回にわたり会談した。",
            "2005-05-08/2005-05-10",
        ),
        ("5月8日及び9日、同国を訪問中の総理は、首相と会談した。", "2005-05-08/2005-05-09"),
        ("5月8日、総理は同国を訪れ、10日まで滞在して首相と会談した。", None),
        ("総理は、8日現地時間18時（日本時間9日2時）から会談した。", "2005-05-08"),
    ],
)
def test_the_days_of_a_visit_are_not_those_of_the_talks(body: str, day: str | None) -> None:
    found = told_day(body, find_dates(body, anchor="2005-05-12"), "2005-05-12")
    assert (found.edtf if found else None) == day


@pytest.mark.parametrize(("published", "day"), [("2005-05-09", "2005-05-09"), ("2005-05-10", None)])
def test_a_page_of_the_day_itself_may_tell_of_the_talks_later(
    published: str, day: str | None
) -> None:
    body = f"5月9日、総理は首都を訪問しました。{BREAK}墓地で献花しました。その後、首相と会談を行いました。"
    found = told_day(body, find_dates(body, anchor=published), published)
    assert (found.edtf if found else None) == day


@pytest.mark.parametrize(
    ("title", "content"),
    [
        (
            "外務大臣会見記録",
            "<p>平成25年5月2日</p><h2>日仏外相会談（平成25年5月1日）</h2><p>大臣は、1日、パリで外相と会談を行いましたと述べました。</p>",
        ),
        (
            "日仏首脳会談についての会見",
            "<p>平成25年5月2日</p><p>総理は、本日、会談を行いました。</p>",
        ),
    ],
)
def test_what_is_said_to_the_press_is_no_meeting(title: str, content: str) -> None:
    with pytest.raises(Refused):
        meetings(title, content)


def test_a_meeting_of_ministers_of_three_countries_is_read() -> None:
    text = "<p>平成25年5月2日</p><p>5月1日、東京において、第3回日米韓外相会議を行いました。</p>"
    (meeting,) = meetings("日米韓外相会議", text)
    assert (meeting.kind, meeting.parties) == ("foreign-ministers", ("JP", "US", "KR"))


def test_a_year_over_a_table_is_no_date_of_a_meeting() -> None:
    rows = "".join(
        f"<tr><td>{day}</td><td>ベルリン</td><td>安倍晋三首相</td><td>メルケル首相</td></tr>"
        for day in ("1月10日", "6月5日")
    )
    found = meetings(
        "日独首脳会談（2007年）", f"<p>年表 &gt; 日独首脳会談（2007年）</p><table>{rows}</table>"
    )
    assert [meeting.place and meeting.place.country for meeting in found] == ["DE", "DE"]


def test_a_date_in_a_bracket_before_the_title_goes_on_with_no_line_above() -> None:
    told = "<p>両首脳は会談し、声明を出した。</p>"
    heads = "【2012年4月10日】日英首脳会談〔東京〕", "【2014年5月1日】日英首脳会談〔ロンドン〕"
    found = meetings("日英首脳会談の歩み", "".join(f"<h2>{head}</h2>{told}" for head in heads))
    assert [meeting.date.edtf for meeting in found] == ["2012-04-10", "2014-05-01"]
    assert tuple(meeting.heading for meeting in found) == heads


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("5月9日、総理は、総理大臣官邸で、訪日中の首相と会談しました。", "Prime Minister's Office"),
        ("5月9日、防衛省において、両大臣は会談を行った。", "Ministry of Defense"),
        ("5月9日、両大臣は、防衛省での検討を踏まえ会談を行った。", None),
        ("5月9日、ノルウェーの防衛省職員を交え、両大臣は会談を行った。", None),
        (
            "5月9日、G7エヴィアン・サミット出席のためフランスを訪問中の総理は会談した。",
            "Evian",
        ),
        ("5月9日、総理は、G20大阪サミットの機会に大統領と会談した。", "Osaka"),
        ("5月9日、両大臣は、米国大使公邸で会談した。", None),
        ("5月9日、両大臣は、ベルンの米国大使公邸で会談した。", "Bern"),
        (f"両大臣は会談した。{BREAK}場所{BREAK}防衛省", "Ministry of Defense"),
        ("5月9日、ハノイを訪れた大臣は、外務省で副首相と会談した。", "Hanoi"),
        ("大臣はハノイを訪問しました。5月9日、外務省で副首相と会談した。", "Hanoi"),
        ("5月9日、リスボンにおいて、両首脳は首相公邸で会談した。", "Lisbon"),
        ("場所：リスボン、首相公邸", "Lisbon"),
        ("5月9日、総理は、訪日中の首相と官邸で会談した。", "Prime Minister's Office"),
        ("5月9日、総理は、首相と官邸で会談した。", None),
        ("5月9日、首相は、訪日中の大統領と首相官邸で会談した。", "Prime Minister's Office"),
        ("5月9日、首相は、大統領と首相官邸で会談した。", None),
        (f"5月9日、総理はベルンを訪問した。{BREAK}総理は、大統領と会談を行った。", "Bern"),
        (f"5月9日、総理はベルンを訪問した。{BREAK}ローマを訪れ、大統領と会談を行った。", "Rome"),
        (f"5月9日、声明を発表した。ベルンを訪問した。{BREAK}大統領と会談を行った。", None),
        ("5月9日、訪英中の大臣は、外務省において会談した。", None),
        ("5月9日、訪日中の大臣は、外務省において会談した。", "Ministry of Foreign Affairs"),
        (
            f"会談する両首脳の写真{BREAK}5月9日、総理はベルンを訪問した。{BREAK}大統領と会談した。",
            "Bern",
        ),
        ("総理は、ベルンに到着後、大統領と会談した。", "Bern"),
        ("訪日中の首相と会談を行った（於：総理官邸）。", "Prime Minister's Office"),
        ("両大臣は会談した。（場所：ハノイ）次は東京で会う。", "Hanoi"),
        ("両大臣は会談した。次は（於：東京）となる。", None),
        ("オスロにおける外相会合の機会を捉え、両大臣は会談した。", "Oslo"),
        ("昨年のオスロにおける会合の際に約したとおり、両大臣は会談した。", None),
        ("総理は平壌を日帰りで訪問し、委員長と会談した。", "Pyongyang"),
        ("東京での首脳会議を終えた総理は、ソウルを訪れ、大統領と会談した。", "Seoul"),
        ("京都で開かれた会合に出席した総理は、東京に移動し、大統領と会談した。", "Tokyo"),
        ("東京で、韓国を訪問中の国務長官は大臣と会談した。", "Tokyo"),
        ("ローマでのG20首脳会合を終えた総理は、東京で大統領と会談した。", "Tokyo"),
    ],
)
def test_a_seat_of_government_and_the_town_of_a_summit_are_places(
    text: str, place: str | None
) -> None:
    found = where_met(text, find_places(text))
    assert (found.place.name.en if found and found.place.name else None) == place


def test_a_meeting_that_prepares_another_is_not_that_one() -> None:
    with pytest.raises(Refused):
        meetings(
            "日仏首脳会談準備会合",
            "<p>平成25年5月2日</p><p>5月1日、準備のため会合を行いました。</p>",
        )


def test_a_courtesy_call_is_a_meeting_where_its_title_says_so() -> None:
    told = "<p>平成30年10月25日</p><p>10月24日、ハノイを訪問中の河野外務大臣は、フック首相を表敬しました。</p>"
    (meeting,) = meetings("河野外務大臣によるフック・ベトナム首相表敬", told)
    assert (meeting.kind, meeting.parties, meeting.date.edtf) == (
        "courtesy-call",
        ("JP", "VN"),
        "2018-10-24",
    )
    assert len(meeting.participants) == 2
    for title in ("選手団による河野外務大臣表敬", "日越外相会談"):
        with pytest.raises(Refused):
            meetings(title, told)


def test_who_called_on_whom_stands_before_the_verb() -> None:
    told = (
        "<p>令和4年4月20日</p><p>4月19日、岸田総理大臣は、ブリンケン米国務長官による表敬を受けました。</p>"
        "<p>安倍元総理大臣とバイデン大統領の名が挙がりました。</p>"
    )
    (meeting,) = meetings("ブリンケン米国務長官による岸田総理大臣表敬", told)
    assert [one.name and one.name.en for one in meeting.participants] == [
        "Fumio Kishida",
        "Antony Blinken",
    ]


def test_a_section_is_the_title_of_no_page_of_another_name() -> None:
    told = "<p>5月1日、オスロで、両大臣は会談を行いました。</p>"
    section = f"<h2>1　日・ノルウェー外相会談</h2>{told}"
    (meeting,) = meetings("日・ノルウェー外相会談", f"<p>平成25年5月2日</p>{section}")
    assert meeting.heading == "日・ノルウェー外相会談"
    with pytest.raises(Refused):
        meetings("外務大臣の北欧訪問", f"<p>平成25年5月2日</p>{section}")
