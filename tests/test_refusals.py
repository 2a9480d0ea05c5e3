"""Pages that tell of talks and are no page of meetings: refused, with the nearest thing to one; and near misses, which are read."""

import pytest

from kaidan.errors import Refused
from kaidan.pipeline import extract

ONE = "<h1>日露首脳会談</h1><p>平成30年5月27日</p>"
BODY = "<p>5月26日、モスクワで、安倍総理はプーチン大統領と会談を行った。両首脳は協力で一致した。"
LEADERS = "安倍総理とプーチン大統領が"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<h1>日露首脳会談</h1><p>5月26日、モスクワで会談を行う予定です。", "plan"),
        ("<h1>日豪首脳会談及び日印首脳会談</h1>" + BODY, "more than one meeting"),
        (
            "<h1>日露首脳会談</h1><p>平成30年5月27日</p><p>詳しくは後日掲載いたします。",
            "no sentence tells",
        ),
        ("<p>" + "".join(f"<a href={n}>日露首脳会談</a><br>" for n in range(5)), "list of 5 links"),
        ("<h1>お知らせ</h1><p>本日は休館します。", "no line speaks of a meeting"),
        (
            "<style>div{display:none}</style><h1>日露首脳会談</h1><div>5月26日、両首脳はモスクワで会談した。</div>",
            "no sentence tells .*; 77% of its text is hidden",
        ),
        ("<h1>米中首脳会談</h1><p>両首脳は会談した。", "without Japan: 米中首脳会談"),
        ("<h1>日米首脳会談の贈答品</h1><p>両首脳は会談した。", "none: 日米首脳会談の贈答品"),
        ("<h1>首脳会談</h1><p>両首脳は会談した。", "in a sentence, .*: 両首脳は会談した。"),
        ("<h1>お知らせ</h1><p>両首脳は会談した。", "in a sentence, .*: 両首脳は会談した。"),
        (
            "<h1>日中韓サミット</h1><p>5月26日からソウルで日中韓サミットが開催されます。",
            "no sentence tells",
        ),
        (
            "<h1>日露首脳会談</h1><p>両首脳は、5月26日、モスクワで首脳会談を行います。",
            "plan of what is still to come: 両首脳は、5月26日",
        ),
        (
            "<h1>日露首脳会談（1983年～1987年）</h1><p>両首脳の会談を表にまとめました。",
            "no sentence tells",
        ),
        (
            "<p>ホーム &gt; 欧州 &gt; 最近の日独首脳会談</p><h1>最近の日独首脳会談</h1><p>準備中です。</p>",
            "is the title of none: 最近の日独首脳会談",
        ),
        (
            "<h1>日伊首脳会談</h1><p>平成19年4月16日</p><p>安倍総理はローマで首相と会談した。</p>\
<p>平成21年7月9日</p><p>麻生総理はラクイラで首相と会談した。</p>",
            "more than one meeting below one title: 日伊首脳会談",
        ),
    ],
)
def test_a_refusal_says_what_was_nearest(page: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        extract(page)


@pytest.mark.parametrize(
    "verb", ["会談を行います", "会談します", "会談を開催する", "会談に臨みます"]
)
def test_talks_in_the_present_are_still_to_come(verb: str) -> None:
    with pytest.raises(Refused):
        extract(ONE + f"<p>5月28日、安倍総理はモスクワでプーチン大統領と{verb}。")


@pytest.mark.parametrize(
    "told",
    [
        "ソチでプーチン大統領と会談を行う予定です。",
        "プーチン大統領と会談します。",
        "ソチで行われる見込みです。",
    ],
)
@pytest.mark.parametrize(
    "heading", ["日露首脳会談（ソチ・2016年5月6日）", "2016年5月6日　日露首脳会談"]
)
def test_what_is_announced_below_a_heading_is_no_meeting(heading: str, told: str) -> None:
    with pytest.raises(Refused):
        extract(f"<h1>総理のロシア訪問</h1><h2>{heading}</h2><p>{told}</p>")


@pytest.mark.parametrize(
    "told",
    [
        "外務省は、東京で首脳会談を実施すると発表しました。昨年は電話会談を行いました。",
        "首脳会談を行うことになりました。5月2日にも会談を行っています。5月2日に会談した。",
        "日露首脳会談とは、両国の首脳の会談をいう。2016年12月15日、長門で会談した。",
        "首脳会談は、5月6日、ソチにおいて開催される。前回の会談は、昨年11月に行われた。",
        "両首脳は、5月6日にソチで首脳会談を開催し、貿易について議論する。",
        "プーチン大統領は、5月6日、ソチで会談したいとの意向を表明した。",
    ],
)
def test_what_is_announced_first_or_explained_is_no_meeting(told: str) -> None:
    with pytest.raises(Refused):
        extract(f"<h1>日露首脳会談</h1><p>2016年5月3日</p><p>{told}</p>")


@pytest.mark.parametrize("name", ["特集", "中継", "クイズ", "展示", "質問"])
def test_a_page_that_presents_talks_in_another_form_tells_of_none(name: str) -> None:
    told = "<p>3月18日、解説委員が会談を振り返ります。</p>"
    with pytest.raises(Refused):
        extract(f"<title>{name}</title><h1>{name}　日韓首脳会談（2023年3月16日）</h1>{told}")


def test_a_page_that_tells_neither_when_nor_where_nor_who_is_refused() -> None:
    page = "<h1>日・ノルウェー海洋協議</h1><p>{}第2回協議が開催されました。</p>"
    with pytest.raises(Refused, match="neither when nor where"):
        extract(page.format(""))
    assert extract(page.format("オスロで、")).meetings[0].place is not None


@pytest.mark.parametrize(
    "page",
    [
        ONE.replace("日露", "米露") + BODY.replace("安倍総理", "オバマ大統領"),
        ONE.replace("首脳会談", "首脳会談（外務大臣談話）") + BODY,
        "<h1>ヌル国防大臣とプーチン大統領の会談</h1><p>26日、両氏は、モスクワで会談した。",
        "<title>日露共同声明</title><h2>首脳・外相会談</h2><h1>日露共同声明</h1>" + BODY,
    ],
)
def test_talks_of_others_statements_and_menus_are_no_page_about_one_meeting(page: str) -> None:
    with pytest.raises(Refused):
        extract(page)


def test_headings_over_links_alone_are_a_menu() -> None:
    links = "<ul><li><a href=a>概要</a><li><a href=b>共同声明（PDF）</a></ul>"
    days = ("2013年4月29日", "2014年2月8日")
    with pytest.raises(Refused):
        extract("".join(f"<h2>日露首脳会談（{day}）</h2>{links}" for day in days))


@pytest.mark.parametrize("bullet", ["", "・"])
def test_items_of_a_list_of_links_make_no_heading_together(bullet: str) -> None:
    items = (
        ("大臣の演説", "（令和6年1月14日）"),
        ("外務副大臣とドイツ外相との会談", "（令和6年8月10日）"),
        ("新任大使の信任状捧呈について", "（令和3年11月1日）"),
    )
    told = "<br>".join(f"{bullet}<a href=/{at}>{of}</a>　{on}" for at, (of, on) in enumerate(items))
    with pytest.raises(Refused):
        extract(f"<h1>会談・訪問</h1><div>{told}</div>")


@pytest.mark.parametrize(
    "below", ["", "<ul><li><a href=/1>日露首脳会談</a>（平成30年5月26日）</ul>"]
)
def test_a_title_of_a_year_with_nothing_told_below_is_no_meeting(below: str) -> None:
    with pytest.raises(Refused):
        extract(f"<h1>総理大臣の会談・訪問（平成30年）</h1>{below}<p>お知らせ</p>")


@pytest.mark.parametrize("label", ["社説", "授業案", "今日は何の日", "記者の目"])
def test_talks_behind_the_label_of_another_thing_are_what_that_is_about(label: str) -> None:
    with pytest.raises(Refused, match="is the title of none"):
        extract(f"<h1>{label}：日露首脳会談</h1><p>平成30年5月28日</p>{BODY}")
    assert extract(f"<h1>外務省：日露首脳会談</h1><p>平成30年5月27日</p>{BODY}").meetings


@pytest.mark.parametrize(
    "bracket",
    [
        "2018年5月26日撮影",
        "2018年5月27日朝刊1面",
        "2018年6月3日放送",
        "参議院決算委員会・2018年5月28日",
    ],
)
def test_the_day_of_another_thing_in_a_bracket_is_no_day_of_a_meeting(bracket: str) -> None:
    heading, told = f"<h3>日露首脳会談（{bracket}）</h3>", f"<p>モスクワで{LEADERS}会談した。</p>"
    with pytest.raises(Refused):
        extract(f"<h1>資料</h1>{heading}{told}{heading}{told}")


@pytest.mark.parametrize(
    "title", ["日産・ルノー首脳会談", "日独労組首脳会談", "日韓柔道連盟首脳会談"]
)
def test_talks_of_those_who_are_no_states_are_none_of_leaders(title: str) -> None:
    told = f"<h2>{title}（2018年5月26日・ソウル）</h2><p>両会長が会談した。</p>"
    with pytest.raises(Refused):
        extract(f"<h1>提携の歩み</h1>{told}{told}")


def test_a_film_is_no_meeting_though_it_tells_of_one() -> None:
    entry = f"監督：山田花子　上映：10時から</p><p>モスクワで{LEADERS}会談するまでを追った。</p>"
    with pytest.raises(Refused):
        extract(f"<h2>日露首脳会談（2018年・92分）</h2><p>{entry}")


@pytest.mark.parametrize(
    "told",
    [
        "モスクワで5月26日に{}会談した際の写真です。",
        "5月26日にモスクワで{}会談したとのこと。庭の梅が咲きました。",
        "2016年12月15日に長門で{}会い、2018年5月26日にもモスクワで{}会談した。",
    ],
)
def test_what_is_told_aside_or_of_two_times_is_no_account_of_one_meeting(told: str) -> None:
    with pytest.raises(Refused):
        extract(f"<h1>日露首脳会談</h1><p>{told.format(LEADERS, LEADERS)}</p>")


def test_talks_that_did_not_take_place_are_said_to_be_so() -> None:
    told = "5月26日、モスクワで首脳会談は行われませんでした。両首脳は会場で立ち話をしました。"
    with pytest.raises(Refused, match="did not meet: 5月26日、モスクワ"):
        extract(f"<h1>日露首脳会談</h1><p>2018年5月27日</p><p>{told}</p>")


def test_questions_and_answers_are_no_account() -> None:
    asked = f"<p>Q：会談の内容は。</p><p>A：26日、モスクワで{LEADERS}会談しました。</p>"
    with pytest.raises(Refused):
        extract(f"<h1>日露首脳会談</h1><p>平成30年5月27日</p>{asked}")


def test_a_section_may_name_a_part_of_the_talks() -> None:
    sections = "<h2>1　日露首脳ワーキングランチ</h2><p>両首脳は昼食を共にした。</p><h2>2　日露首脳会談</h2>"
    page = f"<h1>日露首脳会談</h1><p>平成30年5月27日</p>{BODY}{sections}<p>協力で一致した。</p>"
    assert len(extract(page).meetings) == 1
    with pytest.raises(Refused):
        extract(page.replace("2　日露", "2　日米"))


def test_a_bracket_behind_the_title_may_say_that_they_spoke_by_telephone() -> None:
    told = "<p>5月26日、安倍総理は、プーチン大統領と電話で会談した。</p>"
    (meeting,) = extract(f"<h1>日露首脳会談（電話会談）</h1><p>平成30年5月27日</p>{told}").meetings
    assert (meeting.kind, meeting.place) == ("telephone", None)


@pytest.mark.parametrize(
    "entry",
    [
        "<dt>平成26年5月{0}日</dt><dd>日独首脳会談について <a href=/{0}>[詳細]</a></dd>",
        "<li><a href=/{0}><img src=/{0}.jpg></a><p>日独首脳会談</p><p>平成26年5月{0}日</p></li>",
        "<h3><a href=/{0}>首脳会談</a></h3><p>2014/5/{0} - 安倍総理は、ベルリンでメルケル首相と会談し、協力を ...</p>",
    ],
)
def test_a_list_with_days_is_no_chronicle_of_these(entry: str) -> None:
    other = "<li><p>無償資金協力「保健システム強化計画」に関する書簡の交換について</p></li>"
    entries = "".join(entry.format(28 - at) + other for at in range(24))
    with pytest.raises(Refused):
        extract(f"<title>広報</title><h1>広報</h1><div>{entries}</div>")
