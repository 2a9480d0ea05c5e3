import pytest

from kaidan.parser.display.tree import read
from kaidan.parser.shapes import read_page

HEADING = "<h3>日露首脳会談（東京・平成8年4月）</h3>"


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("1)平和条約", "1)"),
        ("（１２）平和条約", "（１２）"),
        ("3.平和条約", "3."),
        ("3　平和条約", "3"),
        ("　・平和条約", "　・"),
        ("①平和条約", "①"),
        ("（ア）平和条約", "（ア）"),
        ("ロ)平和条約", "ロ)"),
        ("（カ）平和条約", None),
        ("イルクーツクで会談", None),
        ("3.5倍", None),
        ("10月17日、会談", None),
        ("123)平和条約", None),
        ("1)", None),
        ("・", None),
    ],
)
def test_items_keep_their_marker(line: str, marker: str | None) -> None:
    (section,) = read_page(read(f"{HEADING}<p>{line}</p>")).sections
    (block,) = section.body.blocks
    assert (block.type, block.marker) == ("item" if marker else "paragraph", marker)
    assert (block.marker or "") + block.text == line


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("写真提供：内閣広報室", "内閣広報室"),
        ("※提供　 内閣広報室", "内閣広報室"),
        ("写真 / 外務省", "外務省"),
        ("Photo by: AFP", "AFP"),
        ("（撮影＝外務省。）", "外務省"),
        ("（写真：外務省提供）", "外務省"),
        ("（写真は外務省提供）", "外務省"),
        ("[外務省撮影]", "外務省"),
        ("【写真提供】外務省", "外務省"),
        ("画像出典；外務省", "外務省"),
        ("Photo by AFP", "AFP"),
        ("（人道支援の提供）", None),
        ("（写真）両首脳", None),
        ("写真　外務省", None),
        ("写真提供：", None),
        ("写真提供について", None),
        ("写真提供：甲。乙は丙。", None),
        ("提供：" + "あ" * 80, None),
    ],
)
def test_credits(line: str, credit: str | None) -> None:
    (section,) = read_page(read(f"{HEADING}<p><img src=a.jpg></p><p>{line}</p>")).sections
    assert [(photo.credit, photo.line) for photo in section.body.photos] == [
        (credit, line if credit else "")
    ]
    assert [block.text for block in section.body.blocks] == ([] if credit else [line])


def test_a_credit_that_ends_a_caption_is_parted_from_it() -> None:
    (section,) = read_page(
        read(f"{HEADING}<p><img src=a.jpg>会談する両首脳（写真提供：外務省）</p><p>会談した。</p>")
    ).sections
    assert [(photo.credit, photo.line) for photo in section.body.photos] == [
        ("外務省", "（写真提供：外務省）")
    ]
    assert [block.text for block in section.body.blocks] == ["会談する両首脳", "会談した。"]


@pytest.mark.parametrize(
    ("url", "media_type"),
    [
        ("pdf/80.PDF?v=1#p2", "application/pdf"),
        (
            "/a.b/report.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("http://www.cao.go.jp", None),
        ("http://www.cao.go.jp/", None),
        ("a.pdf/", None),
        ("file.unknown", None),
    ],
)
def test_the_type_of_a_file_is_its_endings(url: str, media_type: str | None) -> None:
    (section,) = read_page(read(f"{HEADING}<p><a href='{url}'>宣言</a>に署名</p>")).sections
    assert [link.media_type for link in section.body.links] == [media_type]


@pytest.mark.parametrize(
    "line",
    [
        "(<a href=a.pdf>1</a>2)条約",
        "<a href=a.pdf>1)</a>条約",
        "<a href=#a>条約</a>",
        "<a href=a.pdf>　</a>条約",
    ],
)
def test_a_link_that_shows_nothing_of_the_text_is_none(line: str) -> None:
    (section,) = read_page(read(f"{HEADING}<p>{line}</p>")).sections
    assert not section.body.links


@pytest.mark.parametrize(
    "entities",
    ["&amp;nbsp;", "&nbsp;&gt;&lt;&quot;&amp;", "&copy;&amp;&#12354;", "&nosuch;&amp;amp;"],
)
def test_entities_count_as_what_they_stand_for(entities: str) -> None:
    assert read(f"<p>会談{entities}</p>").lost == 0
