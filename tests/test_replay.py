"""The past of a page: its edits on their days, what was broken refused, and the same bytes whatever stopped the work."""

import gzip
import json
import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

import chronicle
from forks import fork, status_of
from growth import calls
from kaidan.errors import Refused, Unreadable
from kaidan.fetcher import Page
from kaidan.job import log, run
from kaidan.replay.gathered import gather
from kaidan.replay.originals import as_published
from kaidan.replay.story import Order, replay
from web_archive import Met, warc

URL = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
BEGUN = datetime(2006, 7, 1, 12, tzinfo=UTC)
CAPTURES = int(os.environ.get("KAIDAN_CAPTURES", "60"))
EVENTS = ("edit", "nothing", "noise", "charset", "redesign", "broken")


class Day(NamedTuple):
    """A capture, and what must be told of it."""

    when: datetime
    page: bytes
    decision: str


def history(seed: int = 7, length: int = CAPTURES) -> list[Day]:
    """Return captures months apart: edits, noise, another charset, a redesign, and broken pages among them."""
    mixed = random.Random(seed)  # noqa: S311  the same history in every run
    records = list(chronicle.RECORDS)
    frame: dict[str, str] = {}
    days, when = [], BEGUN
    for number in range(length):
        when += timedelta(days=mixed.randint(1, 90), seconds=mixed.randint(0, 80_000))
        what = mixed.choice(EVENTS) if number else "first"
        if what == "edit":
            first, *others = records
            text = f"{chronicle.RECORDS[0].text}合意は{number}項目である。"
            records = [first._replace(text=text), *others]
        frame |= _framed(what, number, mixed)
        page = chronicle.page(*records, **frame)
        if what == "broken":
            page = mixed.choice(
                [b"", b"<title>503</title><p>busy", page[: len(page) // 3], b"%PDF-1.7"]
            )
        decision = {"first": "first", "edit": "changed", "broken": "refused"}.get(what, "unchanged")
        days.append(Day(when, page, decision))
    return days


def _framed(what: str, number: int, mixed: random.Random) -> dict[str, str]:
    """Return what an event makes of the frame: nothing that a reader sees."""
    if what == "noise":
        return {"end": f"<!-- served by www{number} --><script>seen({number})</script></html>"}
    if what == "charset":
        return {"charset": mixed.choice(["utf-8", "cp932", "euc_jp"])}
    if what == "redesign":
        return {"design": mixed.choice(chronicle.DESIGNS)}
    return {}


def saved(days: list[Day], folder: Path) -> Path:
    folder.mkdir()
    for day in days:
        (folder / f"{day.when:%Y%m%d%H%M%S}id_.html").write_bytes(day.page)
    return folder


def told(captures: Path, folder: Path, **order: object) -> Counter[str]:
    gathered = gather([str(captures)])
    return replay(Order(gathered.captures, URL, folder, **order), lambda *_: None)  # type: ignore[arg-type]


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def decisions(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "runs.jsonl").read_text(encoding="utf-8").splitlines()
    return [(entry["when"], entry["decision"]) for entry in map(json.loads, lines)]


@pytest.fixture(scope="module")
def days() -> list[Day]:
    return history()


@pytest.fixture(scope="module")
def whole(days: list[Day], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The captures, and the folder that came of them."""
    at = tmp_path_factory.mktemp("replayed")
    captures = saved(days, at / "captures")
    told(captures, at / "output")
    return captures, at / "output"


def test_each_edit_is_told_on_its_day_and_each_broken_page_refused(
    days: list[Day], whole: tuple[Path, Path]
) -> None:
    expected = [(f"{day.when:%Y-%m-%dT%H:%M:%SZ}", day.decision) for day in days]
    found = decisions(whole[1])
    assert [(when, "refused" if word == "failed" else word) for when, word in found] == expected
    changed = [day for day in days if day.decision in {"first", "changed"}]
    names = sorted(path.name for path in (whole[1] / "changes").iterdir())
    assert [name[5:15] for name in names] == [f"{day.when:%Y-%m-%d}" for day in changed]
    assert len(changed) > CAPTURES / 8


def test_no_clock_and_no_version_is_written(whole: tuple[Path, Path]) -> None:
    for line in (whole[1] / "runs.jsonl").read_text(encoding="utf-8").splitlines():
        assert not {"seconds", "versions"} & json.loads(line).keys()
    assert str(datetime.now(UTC).date()).encode() not in b"".join(files(whole[1]).values())


def test_twice_the_same_captures_are_the_same_bytes(
    whole: tuple[Path, Path], tmp_path: Path
) -> None:
    captures, output = whole
    told(captures, tmp_path / "again")
    assert files(tmp_path / "again") == files(output)
    assert told(captures, tmp_path / "again") == {"held": CAPTURES}
    assert files(tmp_path / "again") == files(output)


def killed_in_call(act: Callable[[], object], last: int) -> None:
    seen = count()

    def see(_frame: object, event: str, _function: object) -> None:
        if event in {"call", "c_call"} and next(seen) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(see)
    act()


def killed_at_a_write(act: Callable[[], object], last: int) -> None:
    seen = count()

    def hook(name: str, _: object) -> None:
        if name in {"open", "os.rename", "os.remove", "os.mkdir"} and next(seen) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    act()


KILLS = int(os.environ.get("KAIDAN_KILLS", "12"))


def test_killed_in_any_call_it_ends_with_the_same_bytes(tmp_path: Path) -> None:
    captures = saved(history(length=8), tmp_path / "captures")
    told(captures, tmp_path / "whole")
    work = partial(told, captures, tmp_path / "killed")
    mixed = random.Random(3)  # noqa: S311  likewise
    needed = calls(partial(told, captures, tmp_path / "counted"))
    ends = []
    for _ in range(KILLS):
        ends.append(status_of(fork(partial(killed_in_call, work, mixed.randint(0, needed // 3)))))
        if ends[-1] == 0:
            assert files(tmp_path / "killed") == files(tmp_path / "whole")
            shutil.rmtree(tmp_path / "killed")
    work()
    assert ends.count(-signal.SIGKILL) >= KILLS / 2
    assert files(tmp_path / "killed") == files(tmp_path / "whole")


def test_killed_before_each_step_of_the_file_system_it_ends_with_the_same_bytes(
    tmp_path: Path,
) -> None:
    captures = saved(history(length=4), tmp_path / "captures")
    told(captures, tmp_path / "whole")
    for event in range(0, 400, 400 // (KILLS * 2)):
        folder = tmp_path / f"killed-{event}"
        end = status_of(fork(partial(killed_at_a_write, partial(told, captures, folder), event)))
        told(captures, folder)
        assert files(folder) == files(tmp_path / "whole")
        if end == 0:
            break


def test_a_later_run_goes_on_from_there(whole: tuple[Path, Path], tmp_path: Path) -> None:
    captures, _ = whole
    folder = tmp_path / "output"
    told(captures, folder)
    when = BEGUN + timedelta(days=20_000)
    page = Page(URL, 200, {}, chronicle.page(chronicle.NEWEST, *chronicle.RECORDS))
    outcome = run.take(run.Order(URL, folder, accept=True), page, when)
    assert outcome.decision == "changed"
    assert told(captures, folder) == {"held": CAPTURES}


def test_an_older_capture_is_refused_and_a_rebuild_takes_it(tmp_path: Path) -> None:
    days = history(length=6)
    captures = saved(days, tmp_path / "captures")
    oldest = captures / f"{days[0].when:%Y%m%d%H%M%S}id_.html"
    body = oldest.read_bytes()
    told(captures, tmp_path / "whole")
    oldest.unlink()
    told(captures, tmp_path / "output")
    before = files(tmp_path / "output")
    oldest.write_bytes(body)
    with pytest.raises(Refused, match="older than the newest"):
        told(captures, tmp_path / "output")
    assert files(tmp_path / "output") == before
    told(captures, tmp_path / "output", rebuild=True)
    assert decisions(tmp_path / "output") == decisions(tmp_path / "whole")


def test_a_day_that_is_accepted_is_taken(tmp_path: Path) -> None:
    shorter = chronicle.page(*chronicle.RECORDS[:3])
    pages = (chronicle.page(), shorter, shorter)
    days = [Day(BEGUN + timedelta(days=at), page, "") for at, page in enumerate(pages)]
    captures = saved(days, tmp_path / "captures")
    assert told(captures, tmp_path / "guarded")["refused"] == 2
    accepted = told(captures, tmp_path / "accepted", accept={days[1].when.date()})
    assert accepted == {"first": 1, "changed": 1, "unchanged": 1, "held": 0}


def test_nothing_of_what_others_put_in_the_folder_is_removed(tmp_path: Path) -> None:
    captures = saved(history(length=2), tmp_path / "captures")
    told(captures, tmp_path / "output")
    notes = [tmp_path / "output/changes" / name for name in ("notes.txt", "2026-notes.md")]
    notes.append(tmp_path / "output/changes/0009-2026-01-01.md")
    for note in notes:
        note.write_text("mine")
    told(captures, tmp_path / "output", rebuild=True)
    assert [note.read_text() for note in notes] == ["mine"] * len(notes)


TOOLBAR = """<html><head><script src="//archive.org/includes/athena.js" type="text/javascript"></script>
<script type="text/javascript">window.addEventListener('DOMContentLoaded',function(){});</script>
<!-- End Wayback Rewrite JS Include -->
<title>a</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base"><a href="/web/20100601000000*/http://www8.cao.go.jp/">日露首脳会談（東京・平成22年7月）</a></div>
<!-- END WAYBACK TOOLBAR INSERT -->
<a href="/web/20100701120000/http://www8.cao.go.jp/a.html">a</a><img src="https://web.archive.org/web/20100701120000im_/http://www8.cao.go.jp/b.jpg">
</body></html>
<!--
     FILE ARCHIVED ON 12:00:00 Jul 01, 2010 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 01:02:03 Jan 01, 2026.
-->
<!--
playback timings (ms):
  captures_list: 1
-->
"""
PUBLISHED = """<html><head><title>a</title></head><body><a href="http://www8.cao.go.jp/a.html">a</a><img src="http://www8.cao.go.jp/b.jpg">
</body></html>"""


def test_what_the_wayback_machine_wrote_is_taken_out() -> None:
    assert as_published(TOOLBAR.encode()).decode() == PUBLISHED
    assert as_published(PUBLISHED.encode()).decode() == PUBLISHED


@pytest.mark.parametrize(
    "sign", ["<!-- FILE ARCHIVED ON -->", "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<head "]
)
def test_signs_that_close_nothing_take_no_long_search(sign: str) -> None:
    page = f"<a href='https://web.archive.org/web/2010/http://www.example.jp/'>{sign * 100_000}x"
    assert as_published(page.encode()).decode() == page


def test_an_address_that_only_an_archive_has_is_turned_back_without_its_signs() -> None:
    turned = b'<img src="/web/20100701120000im_/http://www8.cao.go.jp/b.jpg">'
    assert as_published(turned) == b'<img src="http://www8.cao.go.jp/b.jpg">'
    assert as_published(own := b'<a href="/web/2010/http/a.html">') == own


def test_what_warp_turned_is_turned_back() -> None:
    page = b'<a href="/info:ndljp/pid/123/www8.cao.go.jp/a.html">a</a>'
    assert as_published(page) == b'<a href="http://www8.cao.go.jp/a.html">a</a>'


def test_where_and_when_a_capture_says_it_was_made(tmp_path: Path) -> None:
    def saved_as(name: str, **facts: object) -> None:
        page = tmp_path / name
        page.write_bytes(chronicle.page())
        known = {"url": URL, "headers": {}, "status": 200, "sha256": _digest(page)} | facts
        (tmp_path / f"{name}.http.json").write_text(json.dumps(known))

    saved_as("a.html", fetched="2011-01-01T00:00:00Z")
    saved_as(
        "b.html",
        url=f"https://web.archive.org/web/20100701120000id_/{URL}",
        fetched="2026-01-01T00:00:00Z",
    )
    memento = {"Memento-Datetime": "Wed, 01 Jul 2009 21:00:00 +0900"}
    saved_as("20260101000000.html", headers=memento)
    saved_as("20150101000000.html", url="https://www8.cao.go.jp:443/hoppo/shisaku/01.html#top")
    saved_as("20160101000000.html", url="http://www8.cao.go.jp/hoppo/shisaku/02.html")
    saved_as("20170101000000.html", status=404)
    saved_as("20180101000000.html", headers={"Memento-Datetime": "Mon, 02 Jan 2012 21:00:00"})
    of_no_zone = {"Memento-Datetime": "Mon, 02 Jan 2012 21:00:00 JST"}
    saved_as("20190101000000.html", headers=of_no_zone)
    saved_as("nowhen.html")
    gathered = gather([str(tmp_path)])
    assert [f"{one.when:%Y%m%d}" for one in gathered.captures] == [
        "20090701",
        "20100701",
        "20110101",
        "20120102",
        "20150101",
        "20190101",
    ]
    assert (gathered.url, gathered.captures[1].url) == (URL, URL)
    assert gathered.passed == {"other pages": 1, "other statuses": 1, "without a time": 1}


def _digest(path: Path) -> str:
    return Page("", 200, {}, path.read_bytes()).digest


def test_a_warc_and_what_it_says_came_again(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="it reads WARC files, and is in the extra archive")
    page, other = chronicle.page(), chronicle.reworded()
    archive = tmp_path / "a.warc.gz"
    archive.write_bytes(
        warc(
            Met(page, url=URL, when="2010-07-01T12:00:00Z"),
            Met(other, url=URL, when="2011-07-01T12:00:00Z"),
            Met(page, url=URL, when="2012-07-01T12:00:00Z", kind="revisit"),
            Met(b"<p>x", url="http://www8.cao.go.jp/", when="2012-07-01T12:00:00Z"),
            Met(b"gone", url=URL, when="2013-07-01T12:00:00Z", status="404 Not Found"),
        )
    )
    told(archive, tmp_path / "output")
    assert [word for _, word in decisions(tmp_path / "output")] == ["first", "changed", "changed"]
    assert {entry.when[:4] for entry in log.entries(tmp_path / "output/runs.jsonl")} == {
        "2010",
        "2011",
        "2012",
    }


def test_what_came_again_may_stand_before_what_came_first(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="it reads WARC files, and is in the extra archive")
    page, coded = chronicle.page(), (("Content-Type", "text/html; charset=utf-8"),)
    again = Met(page, URL, "2011-07-01T12:00:00Z", "304 Not Modified", (), "revisit")
    moved = Met(b"<p>moved", URL, "2013-07-01T12:00:00Z", kind="revisit")
    first = Met(page, URL.replace("http:", "https:"), "2010-07-01T12:00:00Z", headers=coded)
    bomb = gzip.compress(bytes(65 * 2**20))
    packed = Met(bomb, URL, "2012-07-01T12:00:00Z", headers=(("Content-Encoding", "gzip"),))
    elsewhere = [
        Met(page, url, f"{year}-07-01T12:00:00Z")
        for url in ("http://[::1/", URL.replace(".jp/", ".jp:8080/"))
        for year in (2013, 2014)
    ]
    elsewhere.append(Met(b"<p>moved", "http://www8.cao.go.jp/", "2009-07-01T12:00:00Z"))
    (tmp_path / "a.warc.gz").write_bytes(warc(moved, again, *elsewhere, first, packed))
    gathered = gather([str(tmp_path / "a.warc.gz")])
    assert [(one.when.year, one.body, one.content_type) for one in gathered.captures] == [
        (2010, page, coded[0][1]),
        (2011, page, coded[0][1]),
        (2013, b"<p>moved", coded[0][1]),
    ]
    assert gathered.passed == {"other records": 1, "other pages": 5}
    assert ["unpacks to more" in str(problem) for problem in gathered.problems] == [True]


def test_a_folder_of_a_job_is_captures_too(whole: tuple[Path, Path], tmp_path: Path) -> None:
    told(whole[1] / "pages", tmp_path / "again")
    assert (tmp_path / "again/meetings.json").read_bytes() == (
        whole[1] / "meetings.json"
    ).read_bytes()


def test_what_is_no_capture_is_said(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(chronicle.page())
    gathered = gather([str(tmp_path), str(tmp_path / "gone.html")])
    assert gathered.captures == []
    assert gathered.passed == {"without a time": 1}
    assert [type(problem) for problem in gathered.problems] == [Unreadable]
