"""Renders the same meetings as markup of very different kinds, to show that nothing hangs on a tag, a class or an id."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from hypothesis import strategies as st


class Meeting(NamedTuple):
    heading: str
    paragraphs: tuple[str, ...]
    photo: bool


class Layout(NamedTuple):
    heading: str
    paragraph: str
    record: str
    whole: str
    between: str
    frame: Callable[[str, str], str]


PLACES = (
    "イタリア・ミラノ",
    "英ロック・アーン",
    "露モスクワ",
    "横浜",
    "静岡県川奈",
    "北海道洞爺湖サミット",
    "ペルー",
    "東京",
)
SENTENCES = (
    "10月17日（現地時間）、安倍総理大臣は、プーチン・ロシア連邦大統領との間で首脳会談を行いました。",
    "両首脳は、日露首脳会談（モスクワ・平成15年1月）の合意を確認した。",
    "　字下げされた段落。",
    "「東京宣言」が署名された。A&B <注> 100% 〜 ～ ﾊﾝｶｸ ①㈱",
    "日露首脳会談",
    "4月17日付けで閣議了解され、交流の枠組みを拡充。",
)
BRACKETS = ("（）", "()", "【】", "〔〕", "[]", "［］")

_HEADINGS = (
    "<h2>{}</h2>", "<h3>{}</h3>", "<H5>{}</H5>", "<h3><a name='m'>{}</a></h3>", "<h4><span><b>{}</b></span></h4>",
    "<p><strong>{}</strong></p>", "<p><font size='4'><b>{}</b></font></p>", "<div class='midashi'>{}</div>", "<p class='t'><u>{}</u></p>",
)  # fmt: skip
_PARAGRAPHS = (
    "<p>{}</p>",
    "<p>{}",
    "<div>{}</div>",
    "{}<br>",
    "<blockquote><p>{}</p></blockquote>",
    "<p><span>{}</span></p>\n\n",
)
_RECORDS = (
    ("{heading}{body}", "{}"),
    ("<section>{heading}{body}</section>", "{}"),
    ("<article><div>{heading}</div><div>{body}</div></article>", "<div>{}</div>"),
    ("<tr><td>{heading}{body}</td></tr>", "<table>{}</table>"),
    (
        "<tr><th>{heading}</th></tr><tr><td>{body}</td></tr>",
        "<table border=1><tbody>{}</tbody></table>",
    ),
    ("<dt>{heading}</dt><dd>{body}</dd>", "<dl>{}</dl>"),
    ("<li>{heading}{body}</li>", "<ol>{}</ol>"),
)
_BETWEEN = (
    "",
    "\n",
    "<!-- <h3>日露首脳会談（下書き・平成28年1月）</h3> -->",
    "<script>document.write('<h3>日露首脳会談（架空・平成29年1月）</h3>')</script>",
    "<noscript><p>JavaScriptを有効に</p></noscript>",
    "<p hidden>日露首脳会談（架空・平成29年1月）</p>",
    "<template><h3>日露首脳会談（架空・平成29年1月）</h3></template>",
    "<p><a href='#top'>このページの先頭へ</a></p>",
    "<p style='display: none'>隠し</p>",
)


def _old_frame(title: str, content: str) -> str:
    way = f"<p><a href='/'>内閣府ホーム</a> &gt; <a href='/hoppo'>北方対策本部</a> &gt; {title}</p>"
    foot = "<div><a href='#top'>このページの先頭へ</a></div><div><p>〒100-8914 東京都千代田区</p></div>"
    head = f"<html><head><title>{title} - 内閣府</title></head><body><div><p><a href='/'>サイトマップ</a></p></div>"
    return f"{head}{way}<div><h1>{title}</h1>{content}</div>{foot}</body></html>"


def _new_frame(title: str, content: str) -> str:
    head = f"<!DOCTYPE html><html lang='ja'><head><title>{title}</title></head><body>"
    menus = "<header><p>内閣府</p><nav><a href='/'>報道</a></nav></header>"
    way = f"<nav><ol><li><a href='/'>ホーム</a></li><li>{title}</li></ol></nav>"
    return f"{head}{menus}{way}<main><h1>{title}</h1>{content}</main><footer>所在地</footer></body></html>"


def _flat_frame(title: str, content: str) -> str:
    return f"<title>{title}</title><h1>{title}</h1>{content}<hr><p><a href='#'>▲トップ</a><address>Copyright 内閣府</address>"


FRAMES = (_old_frame, _new_frame, _flat_frame)
CHROME = ("サイトマップ", "このページの先頭へ", "〒100-8914", "所在地", "Copyright", "ホーム")


@st.composite
def meetings(draw: st.DrawFn) -> list[Meeting]:
    many = draw(
        st.lists(
            st.tuples(st.sampled_from(PLACES), st.integers(1, 12)),
            min_size=2,
            max_size=6,
            unique=True,
        )
    )
    made = []
    for place, month in many:
        brackets = draw(st.sampled_from(BRACKETS))
        gap = draw(st.sampled_from(["", "　", " "]))
        paragraphs = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
        made.append(
            Meeting(
                f"日露首脳会談{gap}{brackets[0]}{place}・平成20年{month}月{brackets[1]}",
                tuple(paragraphs),
                draw(st.booleans()),
            )
        )
    return made


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    record, whole = draw(st.sampled_from(_RECORDS))
    heading = "{}" if "<dt>" in record or "<th>" in record else draw(st.sampled_from(_HEADINGS))
    between = "" if whole != "{}" else draw(st.sampled_from(_BETWEEN))
    return Layout(
        heading,
        draw(st.sampled_from(_PARAGRAPHS)),
        record,
        whole,
        between,
        draw(st.sampled_from(FRAMES)),
    )


def render(layout: Layout, content: list[Meeting]) -> str:
    records = []
    for meeting in content:
        photo = (
            f"<p><img src='img/1.jpg' alt='{escape(meeting.heading)}' width=200 height=133>写真提供：内閣広報室</p>"
            if meeting.photo
            else ""
        )
        body = photo + "".join(layout.paragraph.format(escape(text)) for text in meeting.paragraphs)
        records.append(
            layout.record.format(heading=layout.heading.format(escape(meeting.heading)), body=body)
        )
    return layout.frame("近年の主な動き", layout.whole.format(layout.between.join(records)))
