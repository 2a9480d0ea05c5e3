"""Undecodable bytes: what is lost, what is not, and where decoding goes on (WHATWG Encoding, the decoders of each encoding)."""

import pytest

from kaidan.parser.source.decoders import decode_as
from kaidan.parser.source.page import decode

TOKYO = {name: "東京".encode(name) for name in ("cp932", "euc_jp", "euc_kr", "gbk", "big5")}


@pytest.mark.parametrize(
    ("encoding", "bad", "text"),
    [
        ("euc_jp", b"\xa9\xfe", "\ufffd"),  # an unassigned cell: the pair is one
        ("euc_jp", b"\xa9A", "\ufffdA"),  # a byte of ASCII is never the second of a pair
        ("euc_jp", b"\x8f\xa1\xa1", "\ufffd"),  # three bytes of JIS X 0212
        ("euc_jp", b"\x8f\xa1A", "\ufffdA"),
        ("euc_jp", b"\x8e\xe0", "\ufffd"),
        ("euc_jp", b"\x80", "\ufffd"),
        ("cp932", b"\x85\xa0", "\ufffd"),
        ("cp932", b"\x85A", "\ufffdA"),
        ("cp932", b"\x81\xfd", "\ufffd"),
        ("cp932", b"\xa0", "\ufffd"),
        ("cp932", b"\xfd", "\ufffd"),
        ("gbk", b"\xff", "\ufffd"),
        ("big5", b"\x81A", "\ufffdA"),
    ],
)
def test_what_stands_behind_undecodable_bytes_is_intact(
    encoding: str, bad: bytes, text: str
) -> None:
    whole = TOKYO[encoding] + bad + TOKYO[encoding] + bad + TOKYO[encoding]
    decoded = decode_as(whole, encoding)
    assert decoded.text == f"東京{text}東京{text}東京"
    assert decoded.undecodable == (4, 8 + len(bad))


@pytest.mark.parametrize(
    ("run", "text", "undecodable"),
    [
        (b"\x1b$B2qCL\x1b(B.", "会談.", ()),
        (b"\x1b$@2qCL\x1b(J\\~", "会談¥‾", ()),
        (b"\x1b(I6]\x1b(Bka", "ｶﾝka", ()),
        (b"\x1b$B-!2q\x1b(B", "①会", ()),
        (b"\x1b$B)~2qCL\x1b(B", "\ufffd会談", (3,)),
        (b"\x1b$B2q\n2q\x1b(B", "会\ufffd会", (5,)),
        (b"a\xe9\x1b$B2q\x1b(Bb", "a\ufffd会b", (1,)),
    ],
)
def test_iso_2022_jp_is_decoded_by_its_escapes(
    run: bytes, text: str, undecodable: tuple[int, ...]
) -> None:
    assert decode_as(run, "iso2022_jp")[::2] == (text, undecodable)


TITLE = "<title>近年の主な動き</title>"
STYLE = "<style>" + ".a{color:red}" * 700 + "</style>"


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-8"])
@pytest.mark.parametrize(
    "before", [STYLE, "<!--" + "-" * 9000 + "-->", f"<script>{STYLE}</script>"]
)
@pytest.mark.parametrize("meta", ["<meta charset={}>", ""])
def test_a_declaration_is_found_or_missed_without_harm(
    encoding: str, before: str, meta: str
) -> None:
    meta = meta.format({"cp932": "Shift_JIS", "euc_jp": "EUC-JP"}.get(encoding, encoding))
    page = f"<head>{before}{meta}{TITLE}</head><body><p>日露首脳会談"
    assert decode(page.encode(encoding)) == (page, encoding, ())
