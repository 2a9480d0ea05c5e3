from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.errors import Refused, Unreadable
from kaidan.parser.source import page
from kaidan.parser.source.page import decode
from layouts import SENTENCES

REFERENCE = (Path(__file__).parents[1] / "fixtures/reference/page.html").read_text(encoding="utf-8")
UNLABELLED = REFERENCE.replace(
    '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />', ""
)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("windows-31j", "cp932"),
        ("EUC-JP", "euc_jp"),
        ("ISO-2022-JP", "iso2022_jp"),
        ("utf-8", "utf-8"),
    ],
)
def test_labels_mean_what_browsers_take_them_to_mean(label: str, codec: str) -> None:
    text = (
        f"<meta charset={label}>日露首脳会談－ﾊ"
        if codec in {"cp932", "utf-8"}
        else f"<meta charset={label}>日露首脳会談"
    )
    assert decode(text.encode(codec)) == (text, codec, ())


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-8-sig"])
def test_an_unlabelled_page_is_guessed(codec: str) -> None:
    assert decode(UNLABELLED.encode(codec)).text == UNLABELLED


def test_vendor_characters_of_both_families() -> None:
    text = "①㈱﨑髙Ⅳ㍻"
    assert decode(b"<meta charset=Shift_JIS>" + text.encode("cp932")).text.endswith(text)
    euc = b"\xad\xa1\xad\xea\xfa\xe1"[:4] + b"\xfc\xe2\xad\xb8\xad\xdf"
    assert decode("<meta charset=euc-jp>会談".encode("euc_jp") + euc + b"\xa1\xc1").text.endswith(
        "会談①㈱髙Ⅳ㍻～"
    )


def test_vendor_characters_in_seven_bits() -> None:
    assert decode(b"\x1b$B2qCL\x2d\x21\x2d\x6a\x21\x41\x1b(B") == ("会談①㈱～", "iso2022_jp", ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("page", ["<p>会談①", "\r\n <!doctype html><p>", "\u3000本日<br>"])
def test_sixteen_bits_without_a_mark(codec: str, page: str) -> None:
    assert decode(page.encode(codec)) == (page, codec, ())


def test_a_null_does_not_make_a_page_one_of_sixteen_bits() -> None:
    page = "<p>会談\0<b>した</b>。\0</p>"
    assert decode(page.encode()) == (page, "utf-8", ())


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp"])
@pytest.mark.parametrize("label", ["ISO-8859-1", "ISO-8859-2", "windows-1251", "koi8-r", "gb2312"])
def test_the_label_of_a_server_that_was_never_told_is_no_claim(codec: str, label: str) -> None:
    page = REFERENCE.replace("charset=UTF-8", f"charset={label}")
    assert decode(page.encode(codec)) == (page, codec, ())
    assert decode("<meta charset=iso-8859-1>café".encode("cp1252")).text.endswith("café")


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("gb18030", "两国首脑在利马举行会谈，就加强合作达成一致。"),
        ("big5hkscs", "日俄領袖會談在利馬舉行，雙方達成協議。"),
        ("cp949", "한일 정상회담이 서울에서 열렸다. 양국 정상은 협력을 확인했다."),
        ("cp1251", "Встреча на высшем уровне состоялась в Москве."),
    ],
)
def test_what_is_not_in_japanese_stays_so(label: str, text: str) -> None:
    page = f"<meta charset={label}><p>{text * 5}"
    assert decode(page.encode(label)) == (page, label, ())


def test_order_of_authority() -> None:
    body = "<meta charset=Shift_JIS>会談".encode("euc_jp")
    assert decode(body, "text/html; charset=EUC-JP").encoding == "euc_jp"
    assert (
        decode(
            b"\xef\xbb\xbf" + "<meta charset=Shift_JIS>会談".encode(), "text/html; charset=EUC-JP"
        ).encoding
        == "utf-8"
    )


def test_a_label_that_the_bytes_contradict_yields_to_utf8() -> None:
    assert (
        decode(REFERENCE.replace("charset=UTF-8", "charset=Shift_JIS").encode()).encoding == "utf-8"
    )


def test_what_cannot_be_decoded_is_counted_and_located() -> None:
    data = REFERENCE.replace("charset=UTF-8", "charset=Shift_JIS").encode("cp932")
    at = data.index("ソチ".encode("cp932"))
    decoded = decode(data[:at] + b"\xff\xff" + data[at:])
    assert (decoded.encoding, decoded.undecodable) == ("cp932", (at, at + 1))
    assert decoded.text.count("�") == 2
    assert decoded.text.count("日露首脳会談") == REFERENCE.count("日露首脳会談")


@given(
    st.text(st.sampled_from("".join(SENTENCES)), min_size=1).filter(str.strip),
    st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]),
)
def test_nothing_decodable_is_lost(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except (Refused, Unreadable):
        return
    assert decoded.text.count("�") >= len(decoded.undecodable)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"PK\x03\x04", b"\x89PNG\r\n", bytes(range(32)) * 20, b"\x1f\x8b\x08"]
)
def test_what_is_no_text_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not a page"):
        decode(data)


def test_empty_and_enormous_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    for nothing in (b"", b" \r\n\t", b"\0\0"):
        with pytest.raises(Refused, match="empty"):
            decode(nothing)
    monkeypatch.setattr(page, "MAX_BYTES", 100)
    with pytest.raises(Unreadable, match="more than the 100"):
        decode(b"x" * 101)
