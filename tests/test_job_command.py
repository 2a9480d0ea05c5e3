"""``kaidan fetch`` and ``kaidan run`` as they are typed: status, streams, and how little they say."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import chronicle
from faults import Site, answer, steps, validated
from kaidan.saved import beside
from shell import Ended, Shell

KAIDAN = [sys.executable, "-c", "from kaidan.cli import main; main()"]
PAGE = chronicle.page()


Kaidan = Callable[..., Ended]


@pytest.fixture
def kaidan(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Kaidan:
    """The command, typed in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    shell = Shell(capfd, monkeypatch)
    return lambda *words: shell(*map(str, words))


def assert_said(run: Ended, status: int, *lines: str) -> None:
    assert (run.status, run.out, run.err.splitlines()) == (
        status,
        "",
        [f"kaidan: {line}" for line in lines],
    )


def test_fetch_says_whether_the_page_was_written_or_had_not_changed(
    kaidan: Kaidan, site: Site, tmp_path: Path
) -> None:
    fetch = ("fetch", site.page, "--pause", 0, "-o", "page.html")
    site.serve(validated(PAGE, '"1"'))
    assert_said(kaidan(*fetch), 0, f"page.html: written, {len(PAGE):,} bytes")
    assert_said(kaidan(*fetch), 0, "page.html: unchanged")
    assert (tmp_path / "page.html").read_bytes() == PAGE
    assert [request.headers.get("if-none-match") for request in site.asked_for()] == [None, '"1"']
    assert json.loads((tmp_path / "page.html.http.json").read_bytes())["headers"]["etag"] == '"1"'


@pytest.mark.parametrize(
    ("command", "status"),
    [(["run", "--url"], 2), (["fetch", "-o", "x.html"], 2), (["extract"], 3)],
)
def test_an_address_with_a_password_is_kept_nowhere(
    kaidan: Kaidan, tmp_path: Path, command: list[str], status: int
) -> None:
    run = kaidan(*command, "http://anna:geheim@127.0.0.1:9/")
    assert (run.status, run.out) == (status, "")
    assert "geheim" not in run.err
    assert list(tmp_path.iterdir()) == []


def test_fetch_never_touches_the_file_on_failure(
    kaidan: Kaidan, site: Site, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"mine")
    site.serve(answer(status="404 Not Found"))
    assert_said(
        kaidan("fetch", site.page, "--pause", 0, "-o", path), 3, f"{site.page}: HTTP 404 Not Found"
    )
    site.serve(answer(PAGE))
    beside(path).mkdir()
    assert kaidan("fetch", site.page, "--pause", 0, "-o", path).status == 3
    assert path.read_bytes() == b"mine"


def test_fetch_asks_again_when_the_file_was_edited(
    kaidan: Kaidan, site: Site, tmp_path: Path
) -> None:
    site.serve(validated(PAGE, '"1"'))
    for _ in range(2):
        kaidan("fetch", site.page, "--pause", 0, "-o", "page.html")
        (tmp_path / "page.html").write_bytes(PAGE[:-1])
    assert [request.headers.get("if-none-match") for request in site.asked_for()] == [None, None]


def test_run_from_first_to_last(kaidan: Kaidan, site: Site, tmp_path: Path) -> None:
    run = (
        "run",
        "--url",
        site.page,
        "--pause",
        0,
        "--output",
        "out",
        "--deadline",
        5,
        "--exit-code",
    )
    site.serve(answer(PAGE))
    assert_said(kaidan(*run), 1, "4 meetings, the first result")
    assert_said(kaidan(*run), 0)
    site.serve(answer(chronicle.page(*chronicle.RECORDS[1:])))
    refused = kaidan(*run)
    assert (refused.status, refused.err.count("\n")) == (4, 1)
    assert "1 of 4 meetings known before are gone: 2014-10-milan" in refused.err
    accepted = kaidan(*run, "--accept")
    assert (accepted.status, accepted.out) == (1, "")
    well, removed = accepted.err.splitlines()
    assert well.startswith(
        f"kaidan: well again after 1 run that failed since {today(tmp_path)}: {site.page}: 1 of 4 meetings"
    )
    assert removed.startswith("kaidan: 2014-10-milan: removed")
    site.serve(answer(status="410 Gone"))
    assert_said(kaidan(*run), 3, f"{site.page}: HTTP 410 Gone")
    assert_said(
        kaidan(*run, "--offline"), 0
    )  # the site was not asked, so nothing is known to be well again
    site.serve(answer(chronicle.page(*chronicle.RECORDS[1:])))
    assert_said(
        kaidan(*run),
        0,
        f"well again after 1 run that failed since {today(tmp_path)}: {site.page}: HTTP 410 Gone",
    )
    gone = (
        "run",
        "--url",
        site.page.replace("page.html", "other.html"),
        "--output",
        "out",
        "--offline",
    )
    assert (kaidan(*gone).status, "page.html" in kaidan(*gone).err) == (3, True)


def today(folder: Path) -> str:
    last = (folder / "out/runs.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    return str(json.loads(last)["when"][:10])


def test_the_second_of_two_runs_exits_with_5_and_a_killed_one_holds_nothing(
    kaidan: Kaidan, site: Site, tmp_path: Path
) -> None:
    site.serve(steps(60.0))
    run = ("run", "--url", site.page, "--pause", "0")
    with subprocess.Popen([*KAIDAN, *run], cwd=tmp_path) as first:
        while not site.asked_for():
            assert first.poll() is None
        assert_said(kaidan(*run), 5, "output: another run holds the lock")
        first.kill()
    site.serve(answer(PAGE))
    assert_said(kaidan(*run), 0, "4 meetings, the first result")


WRONG = {
    "fetch": ("fetch",),
    "no file": ("fetch", "http://127.0.0.1:1/", "-o"),
    "deadline": ("run", "--deadline", 0),
    "keep": ("run", "--keep", 0),
    "allow": ("run", "--allow-loss", -1),
    "contact": ("run", "--contact", "会談"),
    "argument": ("run", "now"),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_wrong_usage(kaidan: Kaidan, words: tuple[object, ...], tmp_path: Path) -> None:
    run = kaidan(*words)
    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert not list(tmp_path.iterdir())


def test_an_output_that_cannot_be_is_said(kaidan: Kaidan, site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    site.serve(answer(PAGE))
    run = kaidan("run", "--url", site.page, "--output", "file/out")
    assert_said(run, 3, "file/out: cannot be written (Not a directory)")


def test_each_step_is_said_on_request(kaidan: Kaidan, site: Site) -> None:
    site.serve(answer(PAGE))
    run = kaidan("run", "--url", site.page, "--pause", 0, "-v")
    assert run.out == ""
    assert f"INFO fetching {site.page}" in run.err
    assert "INFO writing output/meetings.json" in run.err


@pytest.mark.parametrize(
    ("given", "status", "level"), [(answer(PAGE), 0, "info"), (answer(b"<html>"), 4, "error")]
)
def test_machines_get_an_object_a_line(
    kaidan: Kaidan, site: Site, given: object, status: int, level: str
) -> None:
    site.serve(given)  # type: ignore[arg-type]
    run = kaidan("run", "--url", site.page, "--pause", 0, "--log-format", "json")
    said = [json.loads(line) for line in run.err.splitlines()]
    assert (run.status, run.out, said[-1]["level"]) == (status, "", level)
    assert all(entry.keys() >= {"when", "level", "logger", "message"} for entry in said)
    assert said[-1]["decision"] == ("refused" if status else "first")
    assert len(said[-1]["meetings"]) == (0 if status else 4)
    assert (said[-1]["counts"].get("meetings") == 4) is not bool(status)


def test_progress_shows_on_a_terminal_and_is_cleared(site: Site, tmp_path: Path) -> None:
    site.serve(answer(PAGE))
    ours, theirs = pty.openpty()
    words = [*KAIDAN, "run", "--url", site.page, "--pause", "0"]
    run = subprocess.run(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert (run.returncode, run.stdout) == (0, b"")
    assert f"\r\x1b[Kfetching {site.page}"[:40] in shown
    assert re.split(r"\r\x1b\[K|\r\n", shown)[-3:] == [
        "kaidan: 4 meetings, the first result",
        "",
        "",
    ]


def test_whoever_runs_the_site_is_told_whom_to_ask(
    kaidan: Kaidan, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAIDAN_CONTACT", "archive@example.jp")
    site.serve(answer(PAGE))
    kaidan("fetch", site.page, "--pause", 0, "-o", "page.html")
    assert site.asked_for()[0].headers["user-agent"].endswith("; contact: archive@example.jp)")


def test_a_dry_run_says_what_would_happen_and_writes_nothing(
    kaidan: Kaidan, site: Site, tmp_path: Path
) -> None:
    run = ("run", "--url", site.page, "--pause", 0, "--exit-code")
    site.serve(answer(PAGE))
    assert_said(
        kaidan(*run, "--dry-run"),
        1,
        "would be first; nothing is written",
        "4 meetings, the first result",
    )
    assert not list(tmp_path.iterdir())
    kaidan(*run)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert kaidan(*run, "--dry-run").status == 0
    site.serve(answer(chronicle.page(*chronicle.RECORDS[1:])))
    refused = kaidan(*run, "--dry-run")
    assert (refused.status, "meetings known before are gone" in refused.err) == (4, True)
    assert kaidan(*run, "--dry-run", "--accept").status == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_every_run_is_listed_with_its_reason(kaidan: Kaidan, site: Site) -> None:
    run = ("run", "--url", site.page, "--pause", 0)
    for given in (answer(PAGE), answer(PAGE), answer(status="410 Gone"), answer(b"<html>")):
        site.serve(given)
        kaidan(*run)
    told = kaidan("history", "--all", "output").out.splitlines()
    assert [line.partition("Z  ")[2].partition(":")[0] for line in told] == [
        "refused",
        "failed",
        "unchanged",
        "first",
    ]
    assert "HTTP 410 Gone" in told[1]
    assert len(kaidan("history", "output").out.splitlines()) == 1
