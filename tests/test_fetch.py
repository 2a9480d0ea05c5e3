"""What comes over a real socket, and what does not."""

import asyncio
import gzip
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import faults
from faults import ROBOTS, Answer, Site, answer, drip, message, steps
from kaidan.errors import Unreadable
from kaidan.fetcher import Limits, Page, fetch, payload
from kaidan.fetcher.destinations import redirected

BODY = "<html><p>日露首脳会談</p></html>".encode()
QUICK = Limits(deadline=30, pause=0, backoff=0.001)


def refusal(url: str, held: Page | None = None, limits: Limits = QUICK) -> str:
    with pytest.raises(Unreadable) as caught:
        fetch(url, held, limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_comes_with_its_headers(site: Site) -> None:
    site.serve(answer(BODY, etag='"1"', last_modified="Wed, 21 Oct 2026 07:28:00 GMT"))
    page = fetch(site.page, None, QUICK)
    assert (page.url, page.status, page.body) == (site.page, 200, BODY)
    assert (page.etag, page.last_modified) == ('"1"', "Wed, 21 Oct 2026 07:28:00 GMT")
    assert page.content_type == "text/html; charset=utf-8"


def test_gzip_is_unpacked_all_its_members(site: Site) -> None:
    site.serve(answer(gzip.compress(BODY[:9]) + gzip.compress(BODY[9:]), content_encoding="gzip"))
    assert fetch(site.page, None, QUICK).body == BODY


def test_the_user_agent_says_who_and_why_and_whom_to_ask(site: Site) -> None:
    site.serve(answer(BODY))
    fetch(site.page, None, QUICK._replace(contact="archive@example.jp"))
    for request in site.asked:
        assert re.fullmatch(
            r"kaidan/[\d.]+ \(.*summit meetings.*; contact: archive@example\.jp\)",
            request.headers["user-agent"],
        )
    assert site.asked[-1].headers["accept-encoding"] == "gzip"


def test_there_is_a_pause_between_requests(site: Site) -> None:
    site.serve(answer(BODY))
    begun = time.monotonic()
    fetch(site.page, None, QUICK._replace(pause=0.3))
    assert time.monotonic() - begun >= 0.3


def found(location: str | None) -> Answer:
    return answer(status="302 Found", location=location)


NO_PAGE: dict[str, tuple[Answer, str]] = {
    "not found": (answer(status="404 Not Found"), "HTTP 404 Not Found"),
    "forbidden": (answer(status="403 Forbidden"), "HTTP 403 Forbidden"),
    "no content": (answer(status="204 No Content"), "HTTP 204 No Content"),
    "a status of its own": (answer(status="299 Well"), "HTTP 299"),
    "wrong type": (
        answer(b"%PDF-1.7", content_type="application/pdf"),
        "this is no HTML page, but application/pdf",
    ),
    "304 unasked": (
        answer(status="304 Not Modified", content_length=None),
        "HTTP 304 Not Modified",
    ),
    "shorter than its length": (answer(BODY, content_length="900"), "no whole answer"),
    "chunks without an end": (
        answer(b"5\r\n<html\r\n", transfer_encoding="chunked", content_length=None),
        "no whole answer",
    ),
    "gzip cut short": (
        answer(gzip.compress(BODY)[:-9], content_encoding="gzip"),
        "ends in the middle of its gzip stream",
    ),
    "no gzip": (
        answer(BODY, content_encoding="gzip"),
        "not the gzip stream that its header promises",
    ),
    "another coding": (
        answer(BODY, content_encoding="br"),
        "a Content-Encoding that nobody asked for: br",
    ),
    "reset in the middle": (
        steps(message(BODY, content_length="900"), "reset"),
        "no connection (Connection reset by peer)",
    ),
    "reset at once": (steps("reset"), "no connection (Connection reset by peer)"),
    "closed at once": (steps(), "no whole answer"),
    "no HTTP": (steps(b"220 mail.example.jp ESMTP\r\n"), "no whole answer"),
    "a header without end": (steps(b"HTTP/1.1 200 OK\r\nx: " + b"x" * 200_000), "no whole answer"),
    "to another host": (
        found("http://login.example.jp/"),
        "redirected to http://login.example.jp/, another site, which is not followed",
    ),
    "to a private address": (
        found("http://10.0.0.1/"),
        "redirected to http://10.0.0.1/, a private address, which is not followed",
    ),
    "to another port": (
        found("http://127.0.0.1:1/"),
        "redirected to http://127.0.0.1:1/, a private address, which is not followed",
    ),
    "to a file": (
        found("file:///etc/passwd"),
        "redirected to file:///etc/passwd, which is not followed",
    ),
    "with a password": (found("//a:b@127.0.0.1/"), "which is not followed"),
    "to nowhere": (found("http://[/"), "which is not an address"),
    "in a circle": (found("/page.html"), "more than 5 redirects"),
    "a redirect without a target": (found(None), "HTTP 302 Found"),
}


@pytest.mark.parametrize(("given", "said"), NO_PAGE.values(), ids=NO_PAGE)
def test_what_is_no_page_is_named(site: Site, given: Answer, said: str) -> None:
    site.serve(given)
    assert said in refusal(site.page)


def test_five_redirects_are_followed(site: Site) -> None:
    for hop in range(4):
        site.answers[f"/{hop}"] = answer(status="301 Moved Permanently", location=f"{hop + 1}")
    site.serve(answer(status="307 Temporary Redirect", location="/0"))
    site.answers["/4"] = answer(BODY)
    assert fetch(site.page, None, QUICK)[:2] == (f"{site.url}/4", 200)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.jp/",
        "example.jp",
        "http://",
        "http://a:b@example.jp/",
        "http://a:x/",
    ],
)
def test_addresses_that_are_not_asked(url: str) -> None:
    assert refusal(url)


@given(st.text(alphabet="htps:/.@wexamplj[]?#\\%0127:8　 ", max_size=40) | st.text(max_size=20))
def test_no_redirect_leads_off_the_site(location: str) -> None:
    try:
        target = urlsplit(redirected("https://www.example.jp:8443/a/", location))
    except Unreadable:
        return
    assert (target.scheme, target.hostname, target.port) in {
        ("https", host, 8443) for host in ("www.example.jp", "example.jp")
    }


@pytest.mark.parametrize("host", ["example.jp", "example.jp:8443"])
def test_no_redirect_leads_out_of_tls(host: str) -> None:
    with pytest.raises(Unreadable, match="not encrypted"):
        redirected(f"https://{host}/", f"http://{host}/")


def test_a_body_may_be_as_large_as_the_cap_and_no_larger(site: Site) -> None:
    site.serve(answer(bytes(1000)))
    assert len(fetch(site.page, None, QUICK._replace(max_bytes=1000)).body) == 1000
    assert "larger than 999 bytes" in refusal(site.page, limits=QUICK._replace(max_bytes=999))


def test_a_bomb_is_put_down_early(site: Site) -> None:
    site.serve(faults.bomb(300_000_000))
    assert "larger than 20,000,000 bytes" in refusal(site.page)


def test_no_more_of_a_bomb_is_taken_than_fits() -> None:
    taken = []

    async def chunks() -> AsyncIterator[bytes]:
        for number in range(300):
            taken.append(number)
            yield gzip.compress(bytes(1_000_000))

    with pytest.raises(Unreadable, match="larger than 5,000,000 bytes"):
        asyncio.run(payload.unpack(chunks(), "gzip", 5_000_000))
    assert len(taken) == 6


SLOW: dict[str, Answer] = {
    "no answer": steps(60.0),
    "headers by drops": drip(message(BODY), 0.05),
    "body by drops": lambda _: [
        message(b"", content_length="9000"),
        *(step for _ in range(9000) for step in (b"x", 0.05)),
    ],
    "an end that never comes": steps(message(BODY, content_length=None), 60.0),
}


@pytest.mark.parametrize("given", SLOW.values(), ids=SLOW)
@pytest.mark.parametrize("path", ["/page.html", ROBOTS])
def test_no_slow_answer_outlasts_the_deadline(site: Site, given: Answer, path: str) -> None:
    site.answers[path] = given
    said = refusal(site.page, limits=QUICK._replace(deadline=0.5, attempts=9))
    assert "not fetched within the deadline of 0.5 s" in said


def test_no_slow_name_server_outlasts_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    over = Event()

    def look_up(*_: object, **__: object) -> list[object]:
        over.wait(60)
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert "deadline" in refusal("http://slow.example.jp/", limits=QUICK._replace(deadline=0.4))
    over.set()


def test_without_a_network_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert (
        refusal("http://www.example.jp/")
        == "no network, or no such host (Name or service not known)"
    )


@pytest.mark.skipif(not shutil.which("openssl"), reason="it makes the certificate")
def test_a_certificate_that_nobody_signed_is_no_certificate(tmp_path: Path) -> None:
    subject = "/CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    make = f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem -days 2 -subj {subject}"
    subprocess.run(make.split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with faults.site(context) as secret:
        secret.serve(answer(BODY))
        assert refusal(secret.page) == "the TLS certificate does not hold (self-signed certificate)"
        assert not secret.asked


def test_nobody_listens() -> None:
    with faults.site() as gone:
        pass
    assert refusal(gone.page) == "no connection (Connection refused)"


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "::1", "::ffff:192.168.0.1", "fe80::1%eth0", "100.64.0.1"]
)
@pytest.mark.parametrize("host", ["www8.cao.go.jp", "www.example.jp"])
def test_a_name_that_leads_into_a_private_network_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, host: str, address: str
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    said = refusal(f"http://{host}/")
    assert said.startswith(f"{host} stands for {address}, a private address, which is not asked")


def test_a_name_behind_www_is_looked_at_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo
    port = site.url.rpartition(":")[2]
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, *more, **named: real("127.0.0.1", *more, **named)
    )
    site.serve(answer(status="301 Moved", location=f"http://www.mirror.test:{port}/page.html"))
    assert "www.mirror.test stands for 127.0.0.1" in refusal(f"http://mirror.test:{port}/page.html")
    assert len(site.asked_for()) == 1


def test_tls_spoken_to_who_does_not_speak_it_is_named(site: Site) -> None:
    site.serve(answer(BODY))
    said = refusal(site.page.replace("http:", "https:"))
    assert said.startswith("no TLS connection (")
    assert len(site.asked) == 0


def test_a_robots_txt_without_end_is_named(site: Site) -> None:
    site.serve(answer(BODY))
    site.answers[ROBOTS] = answer(b"# " * 600_000, content_type="text/plain")
    assert refusal(site.page).startswith("robots.txt cannot be read (the body is larger than")
