"""Asking again: retries, the wait that a site asks for, conditional requests, and robots.txt."""

import time

import pytest

from faults import ROBOTS, Answer, Site, answer, in_turn, message, steps, validated
from kaidan.errors import Unreadable
from kaidan.fetcher import Limits, Page, fetch

BODY = "<html><p>日露首脳会談</p></html>".encode()
QUICK = Limits(deadline=30, pause=0, backoff=0.001)
BUSY = answer(status="503 Service Unavailable")
FINE = answer(BODY)


@pytest.mark.parametrize(
    "fault",
    [BUSY, answer(status="500 Oops"), answer(status="429 Slow Down"), steps("reset"), steps()],
)
def test_a_passing_fault_passes(site: Site, fault: Answer) -> None:
    site.serve(in_turn(fault, fault, FINE))
    assert fetch(site.page, None, QUICK).body == BODY
    assert len(site.asked_for()) == 3


def test_a_lasting_fault_is_given_up(site: Site) -> None:
    site.serve(BUSY)
    with pytest.raises(Unreadable, match=r"^HTTP 503 Service Unavailable$"):
        fetch(site.page, None, QUICK)
    assert len(site.asked_for()) == QUICK.attempts


@pytest.mark.parametrize("status", ["404 Not Found", "401 Unauthorized", "410 Gone"])
def test_a_verdict_is_not_questioned(site: Site, status: str) -> None:
    site.serve(answer(status=status))
    with pytest.raises(Unreadable, match=status):
        fetch(site.page, None, QUICK)
    assert len(site.asked_for()) == 1


WAITS: dict[str, Answer] = {
    "seconds": answer(status="429 Too Many Requests", retry_after="1"),
    "date": answer(
        status="429 Wait",
        retry_after="Wed, 21 Oct 2026 07:28:01 GMT",
        date="Wed, 21 Oct 2026 07:28:00 GMT",
    ),
}


@pytest.mark.parametrize("wait", WAITS.values(), ids=WAITS)
def test_the_wait_that_a_site_asks_for_is_kept(site: Site, wait: Answer) -> None:
    site.serve(in_turn(wait, FINE))
    begun = time.monotonic()
    assert fetch(site.page, None, QUICK).body == BODY
    assert time.monotonic() - begun >= 1


def test_a_wait_beyond_the_deadline_is_not_begun(site: Site) -> None:
    site.serve(answer(status="503 Service Unavailable", retry_after="3600"))
    with pytest.raises(Unreadable, match="HTTP 503 Service Unavailable, Retry-After: 3600"):
        fetch(site.page, None, QUICK)
    assert len(site.asked_for()) == 1


@pytest.mark.parametrize("nonsense", ["soon", "-1", "²", "Wed, 99 Oct 2026", ""])
def test_a_wait_that_cannot_be_read_is_ours_to_choose(site: Site, nonsense: str) -> None:
    site.serve(
        in_turn(answer(status="503 Later", retry_after=nonsense.encode().decode("latin-1")), FINE)
    )
    assert fetch(site.page, None, QUICK).body == BODY


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    site.serve(validated(BODY, '"1"'))
    held = fetch(site.page, None, QUICK)
    again = fetch(site.page, held, QUICK)
    assert (held.status, again.status) == (200, 304)
    assert again[:1] + again[2:4] == held[:1] + held[2:4]


def test_a_page_without_etag_is_asked_by_its_date(site: Site) -> None:
    date = "Wed, 21 Oct 2026 07:28:00 GMT"
    site.serve(answer(BODY, last_modified=date))
    fetch(site.page, fetch(site.page, None, QUICK), QUICK)
    assert [request.headers.get("if-modified-since") for request in site.asked_for()] == [
        None,
        date,
    ]


def test_validators_are_sent_for_their_own_address_alone(site: Site) -> None:
    site.serve(validated(BODY, '"1"'))
    held = Page(f"{site.url}/other.html", 200, {"etag": '"1"'}, b"<html>")
    assert fetch(site.page, held, QUICK)[1:][0] == 200


def test_a_304_about_another_copy_is_not_believed(site: Site) -> None:
    wrong = message(status="304 Not Modified", content_length=None, etag='"2"')
    site.serve(lambda request: [wrong if "if-none-match" in request.headers else message(BODY)])
    held = Page(site.page, 200, {"etag": '"1"'}, b"<html>old</html>")
    assert fetch(site.page, held, QUICK).body == BODY


def test_a_weak_etag_is_the_same_etag(site: Site) -> None:
    site.serve(answer(status="304 Not Modified", content_length=None, etag='W/"1"'))
    held = Page(site.page, 200, {"etag": '"1"'}, b"<html>")
    assert fetch(site.page, held, QUICK).body == b"<html>"


def test_robots_txt_is_obeyed(site: Site) -> None:
    site.serve(FINE)
    site.answers[ROBOTS] = answer(b"User-agent: *\nDisallow: /*.html$\n", content_type="text/plain")
    with pytest.raises(Unreadable, match=r"robots\.txt asks kaidan to keep out"):
        fetch(site.page, None, QUICK)
    assert not site.asked_for()


def test_robots_txt_may_let_kaidan_in_where_others_stay_out(site: Site) -> None:
    site.serve(FINE)
    site.answers[ROBOTS] = answer(
        b"User-agent: *\nDisallow: /\n\nUser-agent: Kaidan\nAllow: /page\nDisallow: /\n"
    )
    assert fetch(site.page, None, QUICK).body == BODY


def test_a_robots_txt_joined_of_two_files_has_a_mark_within(site: Site) -> None:
    site.serve(FINE)
    site.answers[ROBOTS] = answer(
        b"User-agent: x\nDisallow: /\n\n\xef\xbb\xbfUser-agent: *\nDisallow: /\n"
    )
    with pytest.raises(Unreadable, match="keep out"):
        fetch(site.page, None, QUICK)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "socks9://x"])
def test_a_proxy_that_cannot_be_used_is_said(
    site: Site, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(Unreadable, match="the proxy that the environment names cannot be used"):
        fetch(site.page, None, QUICK)


def test_robots_txt_may_have_moved(site: Site) -> None:
    site.answers[ROBOTS] = answer(status="301 Moved Permanently", location="/robots")
    site.answers["/robots"] = answer(b"User-agent: *\nDisallow: /\n")
    with pytest.raises(Unreadable, match="keep out"):
        fetch(site.page, None, QUICK)


def test_robots_txt_is_asked_on_the_way_of_a_redirect_too(site: Site) -> None:
    site.serve(answer(status="302 Found", location="/private/page.html"))
    site.answers[ROBOTS] = answer(b"User-agent: *\nDisallow: /private/\n")
    with pytest.raises(Unreadable, match="keep out"):
        fetch(site.page, None, QUICK)
    assert len(site.asked_for(ROBOTS)) == 1
    assert not site.asked_for("/private/page.html")


def test_a_crawl_delay_is_a_pause(site: Site) -> None:
    site.serve(FINE)
    site.answers[ROBOTS] = answer(b"User-agent: *\nCrawl-delay: 0.4\n")
    begun = time.monotonic()
    fetch(site.page, None, QUICK)
    assert time.monotonic() - begun >= 0.4


UNAVAILABLE = {
    "not found": answer(status="404 Not Found"),
    "forbidden": answer(status="403 Forbidden"),
    "elsewhere": answer(status="302 Found", location="http://www.example.jp/robots.txt"),
    "in a circle": answer(status="302 Found", location=ROBOTS),
}
UNREACHABLE = {
    "busy": BUSY,
    "slow down": answer(status="429 Too Many Requests"),
    "a stuck cache": answer(status="304 Not Modified", content_length=None),
    "reset": steps("reset"),
    "cut": answer(b"x", content_length="9"),
}


@pytest.mark.parametrize("given", UNAVAILABLE.values(), ids=UNAVAILABLE)
def test_without_a_robots_txt_all_is_allowed(site: Site, given: Answer) -> None:
    site.serve(FINE)
    site.answers[ROBOTS] = given
    assert fetch(site.page, None, QUICK).body == BODY


@pytest.mark.parametrize("given", UNREACHABLE.values(), ids=UNREACHABLE)
def test_with_a_robots_txt_out_of_reach_nothing_is(site: Site, given: Answer) -> None:
    site.serve(FINE)
    site.answers[ROBOTS] = given
    with pytest.raises(Unreadable):
        fetch(site.page, None, QUICK)
    assert not site.asked_for()
