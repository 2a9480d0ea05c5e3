"""Pages as browsers save them: MHTML, and the comment that says where a page came from."""

import base64
import quopri
from hashlib import sha256
from pathlib import Path

import pytest

import chronicle
from kaidan import Unreadable, extract
from shell import Shell

URL = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
PAGE = chronicle.page()
CP932 = chronicle.page(charset="shift_jis")


def mhtml(
    page: bytes = PAGE, *, how: str = "quoted-printable", headers: str = "", kind: str = "text/html"
) -> bytes:
    """What Chromium writes for a page with one picture."""
    encode = quopri.encodestring if how == "quoted-printable" else base64.encodebytes
    body = encode(page).replace(b"\n", b"\r\n")
    head = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nSubject: =?utf-8?Q?=E8?=\n"
        f"Date: Mon, 23 Nov 2026 06:30:00 -0000\nMIME-Version: 1.0\n{headers}"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--=_x"\n\n\n'
        f"----=_x\nContent-Type: {kind}\nContent-ID: <frame@mhtml.blink>\n"
        f"Content-Transfer-Encoding: {how}\nContent-Location: {URL}\n\n"
    )
    tail = "\n----=_x\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n\nR0lGOD\n----=_x--\n"
    return head.replace("\n", "\r\n").encode() + body + tail.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("how", ["quoted-printable", "base64"])
def test_mhtml_is_read_as_the_page_in_it(how: str) -> None:
    saved = mhtml(how=how)
    document = extract(saved)
    assert document.meetings == extract(PAGE, url=URL).meetings
    assert document.source.url == URL
    assert document.source.sha256 == sha256(saved).hexdigest()
    assert extract(saved, url="http://example.jp/").source.url == "http://example.jp/"


def test_the_charset_of_the_part_counts() -> None:
    saved = mhtml(
        CP932.replace(b"shift_jis", b""), how="base64", kind='text/html; charset="shift_jis"'
    )
    assert extract(saved).source.encoding == "cp932"
    assert extract(saved).meetings == extract(CP932, url=URL).meetings


def test_mhtml_without_a_page_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="MHTML file without a page"):
        extract(mhtml(kind="text/plain"))


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- saved from url=(0043){URL} -->",
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Mon Nov 23 2026 15:30:00 GMT+0900\n-->",
    ],
)
def test_a_comment_says_where_the_page_came_from(comment: str) -> None:
    page = PAGE.replace(b"<html>", b"<!DOCTYPE html>\n" + comment.encode() + b"\n<html>")
    document = extract(page)
    assert document.source.url == URL
    assert document.meetings == extract(PAGE, url=URL).meetings
    late = b"<html>" + b" " * 9000 + PAGE.replace(b"<h1>", comment.encode() + b"<h1>")
    assert extract(late).source.url is None


def test_the_command_reads_mhtml(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "page.mhtml"
    saved.write_bytes(mhtml())
    ended = Shell(capfd, monkeypatch)("extract", str(saved))
    assert ended.status == 0
    assert f'"url": "{URL}"' in ended.out
