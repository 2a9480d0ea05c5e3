"""The run against a site that misbehaves: what it says, and that every file is as it was or has moved forward whole."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import chronicle
import faults
from chronicle import NEWEST, RECORDS
from faults import Answer, answer, in_turn, message, steps, validated
from kaidan.errors import KaidanError, Refused, Unreadable
from kaidan.output import to_json
from kaidan.pipeline import extract
from kaidan.saved import beside
from mornings import Job

PAGE = chronicle.page()


def test_the_first_run_begins_the_folder(job: Job) -> None:
    digest = job.came["sha256"]
    assert sorted(job.files()) == [
        ".lock",
        "changes/0001-2026-11-24.md",
        "feed.xml",
        "meetings.json",
        f"pages/20261124T063000Z-{digest[:16]}.html",
        f"pages/20261124T063000Z-{digest[:16]}.html.http.json",
    ]
    document = extract(PAGE, url=job.site.page, content_type="text/html; charset=utf-8")
    assert (job.folder / "meetings.json").read_bytes() == to_json(document)


def test_an_unchanged_page_moves_nothing(job: Job) -> None:
    before, inodes = job.files(), job.inodes()
    assert job.run()[:2] == ("unchanged", [])
    assert (job.files(), job.inodes()) == (before, inodes)
    assert [(entry["decision"], entry["came"]["status"]) for entry in job.log()] == [
        ("first", 200),
        ("unchanged", 304),
    ]


FAULTS: dict[str, tuple[Answer, type[KaidanError], str]] = {
    "timeout": (steps(60.0), Unreadable, "the deadline of 0.6 s"),
    "reset in the middle": (
        steps(message(PAGE, content_length="99999"), "reset"),
        Unreadable,
        "Connection reset by peer",
    ),
    "slow drip": (faults.drip(message(PAGE), 0.01), Unreadable, "the deadline of 0.6 s"),
    "wrong length": (answer(PAGE, content_length="99999"), Unreadable, "no whole answer"),
    "gzip bomb": (faults.bomb(30_000_000), Unreadable, "larger than 20,000,000 bytes"),
    "wrong type": (
        answer(b"{}", content_type="application/json"),
        Unreadable,
        "no HTML page, but application/json",
    ),
    "a PDF that calls itself a page": (answer(b"%PDF-1.7\n"), Unreadable, "a PDF document"),
    "login page": (
        answer("<html><title>ログイン</title><form>利用者ID</form></html>".encode()),
        Refused,
        "no meeting",
    ),
    "maintenance page": (
        answer("<html><title>お知らせ</title><p>ただいまメンテナンス中です。</p></html>".encode()),
        Refused,
        "no meeting",
    ),
    "half a page": (answer(PAGE[: len(PAGE) // 2]), Refused, "meetings known before are gone"),
    "all but the end": (answer(chronicle.page(end="")), Refused, "ends before its </html>"),
    "empty body": (answer(b""), Refused, "the page is empty"),
    "redirects in a circle": (
        answer(status="302 Found", location="/page.html"),
        Unreadable,
        "more than 5 redirects",
    ),
    "to another host": (
        answer(status="302 Found", location="http://example.jp/"),
        Unreadable,
        "another site",
    ),
    "to a file": (
        answer(status="302 Found", location="file:///etc/passwd"),
        Unreadable,
        "file:///etc/passwd, which is not followed",
    ),
    "to a private address": (
        answer(status="302 Found", location="http://10.0.0.1/"),
        Unreadable,
        "a private address",
    ),
    "slow down": (
        answer(status="429 Too Many Requests", retry_after="3600"),
        Unreadable,
        "Retry-After: 3600",
    ),
    "500 for good": (answer(status="500 Internal Server Error"), Unreadable, "HTTP 500"),
    "another language": (
        answer(b"<html lang=en><title>Recent Moves</title><p>Japan-Russia Summit</html>"),
        Refused,
        "no meeting",
    ),
    "one record less": (
        answer(chronicle.page(*RECORDS[1:])),
        Refused,
        "1 of 4 meetings known before are gone: 2014-10-milan",
    ),
    "written again in a wrong charset": (
        answer(PAGE.decode("latin-1").encode()),
        Refused,
        "no meeting",
    ),
    "another title": (
        answer(chronicle.page(title="年表")),
        Refused,
        "the page's title is 年表, and was 近年の主な動き",
    ),
    "another breadcrumb": (answer(chronicle.page(trail="沖縄")), Refused, "breadcrumb"),
}


@pytest.mark.parametrize(("given", "error", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_moves_nothing_and_is_named(
    job: Job, given: Answer, error: type[KaidanError], said: str
) -> None:
    before = job.files()
    limits = job.order.limits._replace(deadline=0.6) if "deadline" in said else job.order.limits
    with pytest.raises(error) as caught:
        job.run(given, limits=limits)
    assert said in str(caught.value)
    assert str(caught.value).startswith(job.site.page)
    assert job.files() == before
    entry = job.log()[-1]
    assert (entry["decision"], said in str(entry["why"])) == (
        "refused" if error is Refused else "failed",
        True,
    )
    refused = list((job.folder / "pages/refused").glob("*.html"))
    assert len(refused) == (error is Refused)
    assert job.run(validated(PAGE, '"1"')).decision == "unchanged"


@pytest.mark.parametrize(
    "given",
    [
        in_turn(*[answer(status="500 Oops")] * 2, answer(chronicle.reworded())),
        answer(chronicle.reworded()),
    ],
)
def test_a_change_moves_everything_forward(job: Job, given: Answer) -> None:
    before = job.files()
    outcome = job.run(given)
    assert outcome.decision == "changed"
    assert len(outcome.lines) == 1
    after = job.files()
    assert {name for name in after if before.get(name) != after[name]} == {
        "changes/0002-2026-11-25.md",
        "feed.xml",
        "meetings.json",
        *(name for name in after if name.startswith("pages/20261125T063000Z-")),
    }
    assert before.keys() <= after.keys()
    assert b"by: source\n" in after["changes/0002-2026-11-25.md"]


def test_a_new_meeting_moves_everything_forward(job: Job) -> None:
    assert job.run(answer(chronicle.page(NEWEST, *RECORDS))).decision == "changed"
    assert job.ids()[0] == "2015-09-saint-petersburg"


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp"])
def test_another_charset_is_no_change_of_the_text(job: Job, charset: str) -> None:
    given = chronicle.page(charset=charset)
    outcome = job.run(answer(given, content_type="text/html"))
    assert outcome[:2] == ("unchanged", [])
    assert json.loads((job.folder / "meetings.json").read_bytes())["source"]["encoding"] != "utf-8"
    assert len(list((job.folder / "changes").iterdir())) == 1


DAMAGES: dict[str, Callable[[Path], object]] = {
    "lost": Path.unlink,
    "cut": lambda kept: kept.write_bytes(PAGE[:-1]),
    "without its sidecar": lambda kept: beside(kept).unlink(),
    "with another's sidecar": lambda kept: beside(kept).write_text("{}"),
    "with a sidecar that is none": lambda kept: beside(kept).write_text('["headers"]'),
    "with headers that are none": lambda kept: beside(kept).write_text(
        beside(kept).read_text().replace('s": {', 's": 1, "x": {')
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_copy_that_is_not_whole_is_fetched_again(
    job: Job, damage: Callable[[Path], object]
) -> None:
    (kept,) = (job.folder / "pages").glob("*.html")
    damage(kept)
    assert job.run().decision == "unchanged"
    assert job.came["status"] == 200
    (kept,) = (job.folder / "pages").glob("*.html")
    assert kept.read_bytes() == PAGE
    assert job.run().decision == "unchanged"
    assert job.came["status"] == 304


def test_a_page_that_comes_back_is_kept_once(job: Job) -> None:
    for body in (chronicle.reworded(), PAGE, chronicle.reworded()):
        assert job.run(answer(body)).decision == "changed"
    assert len(list((job.folder / "pages").glob("*.html"))) == 2
    assert len(list((job.folder / "changes").iterdir())) == 4
