"""The look at the bytes never passes over a page that the parser would read."""

import encodings.aliases
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.errors import KaidanError
from kaidan.parser.unparsed import needle_search, needles
from kaidan.parser.unparsed.glance import may_be_word, may_hold_meeting
from kaidan.parser.unparsed.needles import talks_nouns
from kaidan.pipeline import extract

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("**/page.*"))
ENCODINGS = ("utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-8-sig")
LABELS = ("", "<meta charset=utf-8>", "<meta charset=Shift_JIS>", "<meta charset='euc-jp'>")
TITLE = "日露首脳会談"
BETWEEN = (
    "",
    "<b>",
    "</b>",
    "<span class='a'>",
    '<a title="a>b" href=a.html>',
    "<ruby>",
    "<rt>だん</rt>",
    "<rp>（</rp>",
    "<!-- 会議 > -->",
    "<!-- <p> -->",
    " ",
    "\n",
    "\u3000",
    "\u200b",
    "&nbsp;",
    "&#8203;",
    "<wbr>",
    "<script>a('<p>')</script>",
    "&#8203",
    "&shy",
    "\u200e",
    "\u180e",
    "\ufe00",
    "\U000e0100",
    "<div hidden>会議</div>",
    "<span hidden><p></span>",
    "<p style='display: none'>会</p>",
    "<i style='visibility:hidden'>x<i style='visibility:visible'>",
    "<b<p>",
    "</p>",
    "<rt>かい<rb>",
    "<svg>",
    "<!-- a --><a href='b.html'>",
    "<a href=b.html title='<li>'>",
    "<select><option>会</select>",
    "<x-y>",
    "<em>" * 300,
)


def _is_read(page: bytes) -> bool:
    try:
        extract(page)
    except KaidanError:
        return False
    return True


def test_there_are_fixtures() -> None:
    assert len(FIXTURES) > 10


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_a_page_that_is_read_passes_in_every_encoding(path: Path) -> None:
    page = path.read_bytes()
    pages = [page]
    with suppress(UnicodeDecodeError):  # a page in another encoding of its own
        pages += [page.decode().encode(encoding, "xmlcharrefreplace") for encoding in ENCODINGS]
    for one in pages:
        assert may_hold_meeting(one) or not _is_read(one)


@given(
    st.lists(st.sampled_from(BETWEEN), min_size=5, max_size=5),
    st.lists(st.booleans(), min_size=6, max_size=6),
    st.sampled_from(ENCODINGS),
    st.sampled_from(LABELS),
)
def test_a_heading_that_is_read_passes_however_it_is_written(
    between: list[str], referred: list[bool], encoding: str, label: str
) -> None:
    signs = [f"&#x{ord(sign):X};" if by else sign for sign, by in zip(TITLE, referred, strict=True)]
    title = "".join(sign + gap for sign, gap in zip(signs, [*between, ""], strict=True))
    page = f"<html>{label}<h3>{title}（東京・平成8年4月）</h3><p>4月19日、会談した。"
    body = page.replace("会談した", "会った").encode(encoding, "xmlcharrefreplace")
    assert may_hold_meeting(body) or not _is_read(body)


@given(
    st.text(st.sampled_from("会談見合協議懇日露 <b></>&#;\n\u3000。")), st.sampled_from(ENCODINGS)
)
def test_any_text_that_is_read_passes(text: str, encoding: str) -> None:
    page = f"<h3>日露首脳{text}（東京・平成8年4月）</h3>".encode(encoding, "xmlcharrefreplace")
    assert may_hold_meeting(page) or not _is_read(page)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_a_page_of_other_things_is_passed_over(encoding: str) -> None:
    page = (
        "<title>お知らせ</title><p>委員会</p><ul><li>相談窓口</li><li>会議の資料、意見</li></ul>"
        * 50
    )
    assert not may_hold_meeting(page.encode(encoding))


@pytest.mark.parametrize("word", talks_nouns())
def test_a_page_with_a_word_for_talks_is_parsed(word: str) -> None:
    assert may_hold_meeting(f"<p>首脳{word}".encode())


@pytest.mark.parametrize(
    "odd", [b"", b"%PDF-1.7", "会".encode("utf-16"), b"From: a\r\nMIME-Version: 1.0\r\n<"]
)
def test_what_is_no_markup_is_for_the_parser_to_refuse(odd: bytes) -> None:
    assert may_hold_meeting(odd)


@pytest.mark.parametrize("word", talks_nouns())
def test_a_word_is_seen_in_every_encoding_that_writes_it(word: str) -> None:
    for codec in sorted(set(encodings.aliases.aliases.values()) - {"utf_7"}):
        with suppress(LookupError, UnicodeError):  # it writes other texts, or none
            assert may_hold_meeting(f"<p>{word}".encode(codec)), codec


@given(st.lists(st.sampled_from((*"会談合見議話ン<>; \n", "\u200b", "&#", "<b>", "~{", "\x1b"))))
def test_both_searches_end_in_the_same(pieces: list[str]) -> None:
    pytest.importorskip("hyperscan")
    for codec in needles.CODECS:
        page = "".join(["<p>首相の", *pieces]).encode(codec, "replace")
        quick, plain = (
            may_be_word(page, search(page))
            for search in (needle_search.with_hyperscan(), needle_search.with_pattern)
        )
        assert quick == plain


@pytest.mark.parametrize(
    "harmless",
    [
        "<li>委員会</li><li>談話</li>",
        '<li><a href="a.html">首相</a> <li><a class="b" href=c.html>会場</a>',
        "<td>協</td><td>議事</td>",
        "<a>大会等</a>&nbsp;<a href=x>合同庁舎",
        "<p>対応</p>\n<b>話題</b>",
        "<p>話し合った。ワシントン会館、サミット、レコーディング",
    ],
)
def test_signs_in_two_lines_are_no_word(harmless: str) -> None:
    assert not may_hold_meeting(f"<p>{harmless}".encode())


@pytest.mark.parametrize("sign", ["し合", "\n談"])
def test_of_a_page_full_of_signs_it_is_not_told_what_they_are(sign: str) -> None:
    pytest.importorskip("hyperscan")
    page = f"<p>{sign * 110_000}".encode()
    assert needle_search.with_hyperscan()(page) is needle_search.with_pattern(page) is None
