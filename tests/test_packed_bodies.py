"""Bodies as archives keep them: in chunks or not, packed as their headers say or not at all."""

import gzip
import zlib

import pytest

from kaidan.captures import bodies
from kaidan.captures.bodies import unpacked
from kaidan.errors import Unreadable

PAGE = "<html><p>日露首脳会談</p></html>".encode() * 40


def deflated(body: bytes, *, bare: bool) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS if bare else zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (gzip.compress(PAGE, mtime=0), "gzip"),
        (gzip.compress(PAGE[:700], mtime=0) + gzip.compress(PAGE[700:], mtime=0), "x-gzip"),
        (deflated(PAGE, bare=False), "deflate"),
        (deflated(PAGE, bare=True), "Deflate"),
        (gzip.compress(deflated(PAGE, bare=False), mtime=0), "deflate, gzip"),
        (PAGE, "identity"),
        (PAGE, "gzip"),
        (PAGE, "deflate"),
        (PAGE, "br"),
        (PAGE, "zstd"),
        (b"", "gzip"),
    ],
)
def test_a_page_comes_out_of_what_it_is_packed_in(body: bytes, coding: str) -> None:
    assert unpacked(body, "", coding) == (PAGE if body else b"")


def test_a_page_in_brotli() -> None:
    pytest.importorskip("fastwarc", reason="it unpacks Brotli")
    one_block = b"\x8b\x01\x80page\x03"  # RFC 7932: stored, and the last one
    assert unpacked(one_block, "", "br") == b"page"


@pytest.mark.parametrize(
    ("broken", "coding"),
    [
        (gzip.compress(PAGE, mtime=0)[:10] + b"\xff" * 30, "gzip"),
        (b"\x28\xb5\x2f\xfd`\x8c\x00]\x00" + b"\xff" * 20, "zstd"),
    ],
)
def test_what_is_broken_stays_what_it_is(broken: bytes, coding: str) -> None:
    if coding == "zstd":
        pytest.importorskip("zstandard", reason="it unpacks Zstandard")
    assert unpacked(broken, "", coding) == broken


def test_chunks_without_their_end_are_put_together() -> None:
    assert unpacked(b"4\r\nabcd\r\n2\r\nef\r\n", "chunked", "") == b"abcdef"


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "_MOST", 1000)
    with pytest.raises(Unreadable, match="more than a page may have"):
        unpacked(gzip.compress(bytes(2000)), "", "gzip")
