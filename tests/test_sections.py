import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.errors import Refused
from kaidan.parser.display.tree import read
from kaidan.parser.ledger import ledger
from kaidan.parser.records import Section
from kaidan.parser.shapes import read_page
from layouts import CHROME, Layout, Meeting, layouts, meetings, render


def told(section: Section) -> Meeting:
    blocks = tuple((block.marker or "") + block.text for block in section.body.blocks)
    return Meeting(
        section.heading.text,
        blocks,
        [photo.credit for photo in section.body.photos] == ["内閣広報室"],
    )


@given(layouts(), meetings())
def test_no_layout_changes_what_is_read(layout: Layout, content: list[Meeting]) -> None:
    shown = read(render(layout, content))
    chronicle = read_page(shown)
    assert [told(section) for section in chronicle.sections] == content
    assert chronicle.title == "近年の主な動き"
    assert not [text for text in chronicle.remainder if any(mark in text for mark in CHROME)]
    assert shown.lost == 0


@given(layouts(), meetings(), st.data())
def test_every_visible_character_is_told_once_however_the_page_is_damaged(
    layout: Layout, content: list[Meeting], data: st.DataObject
) -> None:
    markup = render(layout, content)
    cut = st.integers(0, len(markup))
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted((data.draw(cut), data.draw(cut)))
        piece = data.draw(
            st.sampled_from(
                [
                    "",
                    "<",
                    "</div>",
                    "</html>",
                    "<p>",
                    "&nbsp;",
                    "<b>",
                    "</table>",
                    "日露首脳会談",
                    "<br>",
                    "<td>",
                    '"',
                ]
            )
        )
        markup = markup[:start] + piece + markup[min(end, start + 40) :]
    shown = read(markup)
    try:
        chronicle = read_page(shown)
    except Refused:
        return
    assert ledger(shown, chronicle).balanced


def test_a_table_of_contents_is_no_meeting() -> None:
    entries = "".join(
        f"<li><a href='#m{n}'>日露首脳会談（東京・平成{n}年1月）</a></li>" for n in (5, 6)
    )
    records = "".join(
        f"<h3>日露首脳会談（東京・平成{n}年1月）</h3><p>会談{n}。</p>" for n in (5, 6)
    )
    for page in (
        f"<ul>{entries}</ul>{records}",
        f"{records}<ul>{entries}</ul>",
        f"<p>{re.sub('</?li>', '<br>', entries)}</p>{records}",
    ):
        chronicle = read_page(read(page))
        assert [told(section).paragraphs[0] for section in chronicle.sections] == [
            "会談5。",
            "会談6。",
        ]


def test_an_entry_is_known_by_what_it_says_however_it_is_numbered_and_set() -> None:
    entries = "".join(
        f"<p><a href='#m{n}'>{n - 4}　日露首脳会談 (東京・平成{n}年1月)</a></p>" for n in (5, 6)
    )
    records = "".join(
        f"<h3>日露首脳会談（東京・平成{n}年１月）</h3><p>会談{n}。</p>" for n in (5, 6)
    )
    chronicle = read_page(read(entries + records))
    assert [told(section).paragraphs for section in chronicle.sections] == [
        ("会談5。",),
        ("会談6。",),
    ]


def test_a_photo_before_the_heading_is_of_the_record_that_holds_both() -> None:
    rows = "".join(
        f"<tr><td><img src={n}.jpg><br>写真提供：{n}</td><td><b>{h}</b><br>会談。</td></tr>"
        for n, h in enumerate((A, B, C))
    )
    chronicle = read_page(read(f"<table>{rows}</table>"))
    assert [
        [(photo.url, photo.credit) for photo in section.body.photos]
        for section in chronicle.sections
    ] == [[(f"{n}.jpg", str(n))] for n in range(3)]


def test_a_section_of_another_kind_ends_the_meeting_before_it() -> None:
    meetings = [
        f"<h3>日露{who}会談（東京・平成5年1月）</h3><p>会談。</p>" for who in ("首脳", "外相")
    ]
    chronicle = read_page(read("<h3>お知らせ</h3><p>休館します。</p>".join(meetings)))
    assert [told(section).paragraphs for section in chronicle.sections] == [
        ("会談。",),
        ("会談。",),
    ]
    assert chronicle.remainder == ["お知らせ", "休館します。"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>日露首脳会談</p>",
        "<script>日露首脳会談（東京・平成5年1月）</script>",
        "<!-- -->",
        "<h3>お知らせ（平成5年1月）</h3>",
        '<b 1"日露首脳会談',  # no element at all
    ],
)
def test_a_page_without_a_meeting_is_refused(page: str) -> None:
    with pytest.raises(Refused):
        read_page(read(page))


A, B, C = (
    "日露首脳会談（東京・平成8年4月）",
    "日露首脳会談（東京・平成7年3月）",
    "日露首脳会談（東京・平成6年2月）",
)


@pytest.mark.parametrize(
    ("page", "bodies"),
    [
        (
            f"<div><h2>動き</h2><h3>{A}</h3><p>甲</p><details><h3>{B}</h3><p>乙</p><h3>{C}</h3><p>丙</p></details></div>",
            "甲 乙 丙",
        ),
        (f"<div><h3>{A}</h3><h3>{B}</h3><h3>{C}</h3><p>丙</p></div>", "- - 丙"),
        (
            f"<table><tr><td><b>{A}</b><br>甲<br><b>{B}</b><br>乙</td><td><a href=a.html>北方領土とは</a></td></tr></table>",
            "甲 乙",
        ),
        (f"<p>{A}<br>クラスノヤルスク合意<br>{B}<br>乙", "クラスノヤルスク合意 乙"),
        (f"<p>平成8年<br><b>{A}</b><br>甲", "甲"),
        (f"<h3>会談一覧<br>{A}</h3><p>甲</p>", "甲"),
        (
            f"<main><h2>動き</h2><article><header><h3>{A}</h3></header><p>甲</p></article><article><h3>{B}</h3><p>乙</p></article></main>",
            "甲 乙",
        ),
        (
            f"<div><header><h3>{A}</h3></header><p>甲</p></div><div><header><h3>{B}</h3></header><p>乙</p></div>",
            "甲 乙",
        ),
        (
            f"<h3>{A}</h3><figure><img src=a.jpg><figcaption>{A}</figcaption></figure><p>甲</p><h3>{B}</h3><p>乙</p>",
            f"{A}|甲 乙",
        ),
        (
            f"<h3>{A}</h3><p>甲</p><ul><li><a href=a.html>{C}</a></ul><p>続き</p><h3>{B}</h3><p>乙</p>",
            f"甲|{C}|続き 乙",
        ),
        (
            f"<main><h3>{A}</h3><p>甲</p><h3>{B}</h3><p>乙</p></main><div id=side><a href=h5.html>{C}</a></div>",
            "甲 乙",
        ),
        (
            f"<title>動き</title><h1>動き</h1><h3>{A}</h3><p>会談後、電話番号を交換した。</p><p>署名。</p>",
            "会談後、電話番号を交換した。|署名。",
        ),
        (f"<h3>{A}NEW</h3><p>甲</p><h3>(2) {B[:6]}＜東京・平成7年3月＞</h3><p>乙</p>", "甲 乙"),
        (f"<div><h1>動き</h1><h3>{A}</h3><p>甲</p><p>〒100-8914 東京都</p></div>", "甲"),
        (f"<h3>{A}</h3><p>甲</p><address>内閣府北方対策本部</address>", "甲"),
        (
            f"<h3>{A}</h3><p>甲</p><p><a href=#t>PAGE TOP</a></p><p><a href=#t>[ページの先頭に戻る]</a></p>",
            "甲",
        ),
        (
            f"<h3>{A}</h3><p>甲</p><p><strong>関連リンク</strong></p><p><a href=http://a/>外務省</a></p>",
            "甲",
        ),
        (f"<h3>{A}<br>Summit</h3><p>甲</p><h3>{B}<br>Talks</h3><p>乙</p>", "Summit|甲 Talks|乙"),
        (f"<p><b>{A}</b><p><b>概要</b><p>甲<p><b>{B}</b><p><b>概要</b><p>乙", "概要|甲 概要|乙"),
        (
            f"<p><b>{A}</b><p><b>総理が訪露。</b><p>甲<p><b>{B}</b><p><b>大統領が来日。</b>",
            "総理が訪露。|甲 大統領が来日。",
        ),
        (
            f"<p><b>{A}</b>　署名。（「合意」）</p><p><b>{B}</b>　会談。</p>",
            "　署名。（「合意」） 　会談。",
        ),
        (
            f"<h3>{A}</h3><p>甲</p><p><a href=1.html>&lt;&lt; 前のページ</a> | <a href=2.html>次へ &gt;&gt;</a></p>",
            "甲",
        ),
    ],
)
def test_each_body_stands_under_its_heading(page: str, bodies: str) -> None:
    read_bodies = [
        "|".join(told(section).paragraphs) or "-" for section in read_page(read(page)).sections
    ]
    assert read_bodies == bodies.split(" ")


@pytest.mark.parametrize(
    ("page", "rest"),
    [
        (f"<title>動き</title><h1>動き</h1><p>導入</p><h3>{A}</h3><p>甲</p>", ["導入"]),
        (
            f"<title>動き</title><h1>動き</h1><h3>{A}</h3><p>甲</p><p><a href=#t>トップ</a></p><h3>お知らせ</h3><p>写真展。</p>",
            ["お知らせ", "写真展。"],
        ),
        (
            f"<h2>動き</h2><p><b>平成8年</b><h3>{A}</h3><p>甲<p><b>1995年（平成7年）</b><h3>{B}</h3>",
            ["平成8年", "1995年（平成7年）"],
        ),
        (f"<h2>動き</h2><h3>{A}</h3><p>平成8年</p><p>甲</p>", []),
        (
            f"<h2>動き</h2><h3>{A}</h3><p>甲</p><p>最終更新日：平成8年5月1日</p>",
            ["最終更新日：平成8年5月1日"],
        ),
    ],
)
def test_text_of_no_meeting_is_the_remainder(page: str, rest: list[str]) -> None:
    assert read_page(read(page)).remainder == rest


@pytest.mark.parametrize(
    ("body", "credits_of_photos"),
    [
        ("<p>写真提供：内閣広報室</p><p><img src=a.jpg></p>", ["内閣広報室"]),
        ("<img src=a.jpg><img src=b.jpg><p>写真提供：甲</p><p>写真提供：乙</p>", ["甲", "乙"]),
        ("<img src=a.jpg><p>写真提供：甲</p><img src=b.jpg>", ["甲", None]),
        ("<img src=a.jpg><p>【写真提供：甲】</p>", ["甲"]),
        ("<img src=a.jpg><br>写真提供　甲", ["甲"]),
        ("<a href=l.jpg><img src=a.jpg>写真提供：甲</a>", ["甲"]),
        ("<img src=a.jpg alt=トップ会談の様子>", [None]),
        (
            "<img src=01.GIF width=200 height=133><img src=line.gif><img src=new.png alt=新着>",
            [None],
        ),
    ],
)
def test_photos_and_their_credits(body: str, credits_of_photos: list[str | None]) -> None:
    (section,) = read_page(read(f"<h3>{A}</h3>{body}<p>会談。")).sections
    assert [photo.credit for photo in section.body.photos] == credits_of_photos
    assert [block.text for block in section.body.blocks] == ["会談。"]


@pytest.mark.parametrize(
    ("line", "text", "size"),
    [
        ("<a href=a.pdf>宣言（PDF形式：413KB）</a>に署名", "宣言", "413KB"),
        ("<a href=a.pdf>宣言</a>（PDF形式：413KB）に署名", "宣言", "413KB"),
        ("<a href=a.pdf>宣言</a> [PDF：1.2MB]に署名", "宣言", "1.2MB"),
        ("宣言（<a href=a.pdf>PDF形式：9KB</a>）に署名", "PDF形式：9KB", "9KB"),
        ("<a href=a.pdf>宣言</a>に署名（PDF形式：413KB）", "宣言", None),
    ],
)
def test_a_link_and_the_size_of_its_file(line: str, text: str, size: str | None) -> None:
    (section,) = read_page(read(f"<h3>{A}</h3><p>{line}</p>")).sections
    (link,) = section.body.links
    (block, start, end) = link.spans[0]
    assert (link.text, link.size, link.media_type) == (text, size, "application/pdf")
    assert section.body.blocks[block].text[start:end] == text


def test_a_heading_that_is_not_understood_is_told() -> None:
    page = f"<h3>{A}</h3><p>甲</p><h3>平成5年10月　日露首脳会談、東京にて</h3><p>乙</p><h3>{B}</h3><p>丙</p>"
    assert read_page(read(page)).unread == ["平成5年10月　日露首脳会談、東京にて"]


def test_the_parts_of_a_ruby_end_each_other() -> None:
    (line,) = read(
        "<p><ruby>択<rt>えと<rb>捉<rt>ろふ</ruby>島、<ruby>色丹<rp>（</rp><rt>しこたん</rt><rp>）</rp></ruby>島</p>"
    ).lines
    assert line.text == "択捉島、色丹島"


@pytest.mark.parametrize("tag", ["aside", "nav", "header", "footer", "div role=navigation"])
def test_what_stands_among_the_meetings_surrounds_nothing(tag: str) -> None:
    """An aside between two meetings is in the content, and is lost to nobody; the menu in one, and what lies behind the last, is not."""
    first, second = (
        "日露首脳会談（ペルー・平成20年11月）",
        "日露首脳会談（ロシア・ソチ・平成20年4月）",
    )
    around = f"<{tag}><p>両首脳は協力で一致した。</p><a href=/>サイトマップ</a></{tag.partition(' ')[0]}>"
    page = f"<h3>{first}</h3><p>会談した。</p>{around}<h3>{second}</h3><p>懇談した。</p>{around}"
    chronicle = read_page(read(page))
    assert chronicle.remainder == ["両首脳は協力で一致した。"]
    assert [len(section.body.blocks) for section in chronicle.sections] == [1, 1]
