"""What a run accepted is told once, whatever happens in between, and what others left in the folder stays theirs."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import chronicle
from faults import ROBOTS, answer, validated
from kaidan.errors import KaidanError, Unreadable
from kaidan.fetcher.robots import _by_product_tokens
from kaidan.job import change_files, line_file
from kaidan.saved import beside
from mornings import Job

PAGE, REWORDED = chronicle.page(), chronicle.reworded()
NOT_MODIFIED: dict[str, Any] = {
    "status": "304 Not Modified",
    "content_type": None,
    "content_length": None,
}


def refuse(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


def failing_at(name: str) -> Callable[..., None]:
    real = os.rename

    def rename(self: Path, target: Path) -> Path:
        if Path(target).name == name:
            raise OSError(1, "Operation not permitted")
        real(self, target)
        return Path(target)

    return rename  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["meetings.json", "feed.xml"])
def test_a_name_that_cannot_be_taken_gives_all_back(
    job: Job, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before, inodes = job.files(), job.inodes()
    with monkeypatch.context() as hindered:
        hindered.setattr(Path, "replace", failing_at(name))
        with pytest.raises(Unreadable, match=rf"{name}: could not be written"):
            job.run(answer(REWORDED))
    assert (job.files(), job.inodes()) == (before, inodes)
    assert job.run().decision == "changed"


def test_a_log_that_cannot_be_written_gives_all_back(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = job.files()
    with monkeypatch.context() as hindered:
        hindered.setattr(line_file, "_append", refuse)
        with pytest.raises(Unreadable, match=r"runs\.jsonl: could not be written"):
            job.run(answer(REWORDED))
    assert job.files() == before
    assert len(job.log()) == 1
    assert job.run().decision == "changed"


def test_a_file_system_without_hard_links_gives_all_back_too(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = job.files()
    monkeypatch.setattr(os, "link", refuse)
    with monkeypatch.context() as hindered:
        hindered.setattr(Path, "replace", failing_at("feed.xml"))
        with pytest.raises(Unreadable):
            job.run(answer(REWORDED))
    assert job.files() == before
    assert job.run().decision == "changed"


def test_a_change_without_its_line_is_told_by_the_next_run(job: Job) -> None:
    path = job.folder / "runs.jsonl"
    before = path.read_bytes()
    job.run(answer(REWORDED))
    path.write_bytes(before + b'{"when": "2026-')  # as a crash would have left it
    outcome = job.run()
    assert outcome.decision == "changed"
    assert outcome.lines == [
        "2014-10-milan: body, 1 edit: …行いました → 実施した… (by the run of 2026-11-25T06:30:00Z, which was cut short)"
    ]
    last = json.loads(path.read_bytes().splitlines()[-1])
    assert (last["decision"], last["late"]) == ("changed", ["2026-11-25T06:30:00Z"])
    assert job.run()[:2] == ("unchanged", [])


def test_the_first_result_without_its_line_is_told_by_the_next_run(job: Job) -> None:
    (job.folder / "runs.jsonl").unlink()
    assert job.run().decision == "first"
    assert job.run().decision == "unchanged"


def test_a_log_of_an_older_version_is_read(job: Job) -> None:
    path = job.folder / "runs.jsonl"
    entry = json.loads(path.read_bytes())
    path.write_text(json.dumps({name: entry[name] for name in entry if name != "stands"}) + "\n")
    assert job.run().decision == "unchanged"


def test_a_result_that_is_lost_is_made_from_the_page_that_was_accepted_last(job: Job) -> None:
    job.run(answer(REWORDED))
    job.run(answer(PAGE))
    for gone in ("meetings.json", "runs.jsonl"):
        held = (job.folder / "meetings.json").read_bytes()
        (job.folder / gone).unlink()
        (job.folder / "meetings.json").unlink(missing_ok=True)
        assert job.run(offline=True).decision == "first"
        assert (job.folder / "meetings.json").read_bytes() == held


STRANGERS = [
    ".film.mkv.part",
    "Downloads/.film.mkv.part",
    "pages/.film.part",
    "changes/.0002-notes.md.part",
    ".kaidan-0123456789abcdef.part",
    "pages/deep/.kaidan-run-0123456789abcdef.part",
]
OURS = [
    ".kaidan-run-0123456789abcdef.part",
    "pages/refused/.kaidan-run-0123456789abcdef.part",
    ".meetings.json.abcd_123.part",
    "changes/.0001-2026-11-24.md.abcd_123.part",
]


def test_a_change_that_was_told_is_not_taken_back(job: Job) -> None:
    """Whoever puts back an older result, as `git checkout` does, is told the change once more; its file stays."""
    older = (job.folder / "meetings.json").read_bytes()
    job.run(answer(REWORDED))
    changes = {path.name: path.read_bytes() for path in (job.folder / "changes").iterdir()}
    (job.folder / "meetings.json").write_bytes(older)
    assert job.run().decision == "changed"
    assert all((job.folder / "changes" / name).read_bytes() == changes[name] for name in changes)


@pytest.mark.parametrize("name", ["20200101-trip.html", "a-b.html", "refused/2020-01-01.html"])
def test_pages_of_others_are_no_old_pages(job: Job, name: str) -> None:
    path = job.folder / "pages" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"mine")
    job.run(answer(REWORDED), keep=1)
    assert path.read_bytes() == b"mine"
    assert len(list((job.folder / "pages").glob("*Z-*.html"))) == 1


@pytest.mark.parametrize("name", ["feed.xml", "runs.jsonl"])
@pytest.mark.parametrize("page", [PAGE, b"<p>Closed today."])
def test_a_folder_of_others_is_left_as_it_is(job: Job, name: str, page: bytes) -> None:
    shutil.rmtree(job.folder)
    job.folder.mkdir()
    (job.folder / name).write_bytes(b"mine\n")
    with pytest.raises(Unreadable, match=rf"{name}: not a file of kaidan's"):
        job.run(answer(page))
    assert (job.folder / name).read_bytes() == b"mine\n"
    assert {path.name for path in job.folder.iterdir()} <= {name, ".lock"}


def test_a_pipe_among_the_changes_is_named_and_not_waited_for(job: Job) -> None:
    os.mkfifo(job.folder / "changes" / "0002-2026-11-25.md")
    with pytest.raises(Unreadable, match=r"0002-2026-11-25\.md: not a regular file"):
        job.run()


def test_what_others_left_is_theirs(job: Job) -> None:
    for name in STRANGERS + OURS:
        (job.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (job.folder / name).write_bytes(b"mine")
    job.run()
    assert [name for name in STRANGERS if not (job.folder / name).exists()] == []
    assert [name for name in OURS if (job.folder / name).exists()] == []


ODD: dict[str, Any] = {
    "asked": None,
    "came": [],
    "counts": {"meetings": "four"},
    "when": 5,
    "decision": ["failed"],
    "why": {"a": 1},
    "stands": "here",
    "failing": {"runs": "many"},
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_line_of_the_log_stops_nothing(job: Job, name: str) -> None:
    entry = {
        "when": "2026-11-24T07:00:00Z",
        "decision": "failed",
        "why": "x",
        "asked": {"url": "u"},
    }
    with (job.folder / "runs.jsonl").open("a") as file:
        file.write(json.dumps(entry | {name: ODD[name]}) + "\n" + "[" * 100_000 + "\n")
    assert job.run().decision == "unchanged"
    assert job.run(answer(REWORDED)).decision == "changed"


@pytest.mark.parametrize("value", [5, None, ["x"], "é", "\ud800", "a\nb"])
@pytest.mark.parametrize("header", ["etag", "last-modified", "content-type"])
def test_an_odd_header_in_a_sidecar_stops_nothing(job: Job, header: str, value: object) -> None:
    (kept,) = (job.folder / "pages").glob("*.html")
    facts = json.loads(beside(kept).read_bytes())
    facts["headers"][header] = value
    beside(kept).write_text(json.dumps(facts))
    job.run(answer(PAGE))
    assert job.run(answer(REWORDED)).decision == "changed"


@pytest.mark.parametrize("name", ["2026年-メモ.md", "0002-.md", "9-x.md", "１-2026-11-24.md"])
def test_somebody_s_notes_beside_the_changes_stay(job: Job, name: str) -> None:
    note = job.folder / "changes" / name
    note.write_text("my notes")
    assert job.run(answer(REWORDED)).decision == "changed"
    assert note.read_text() == "my notes"
    assert (job.folder / "changes/0002-2026-11-25.md").exists()


@pytest.mark.parametrize("validator", ['"\xe9"', "Fri, 21 Nov\xe9mbre"])
@pytest.mark.parametrize("header", ["etag", "last_modified"])
def test_a_validator_that_cannot_be_sent_back_is_not_sent(
    job: Job, header: str, validator: str
) -> None:
    job.run(answer(REWORDED, **{header: validator}))
    assert job.run(answer(REWORDED, **{header: validator})).decision == "unchanged"
    assert "é" not in json.dumps(job.site.asked_for()[-1].headers, ensure_ascii=False)
    assert job.run(answer(PAGE)).decision == "changed"


def test_an_answer_of_304_to_a_request_without_a_condition_is_none(job: Job) -> None:
    job.site.serve(answer(**NOT_MODIFIED, etag='"another"'))
    with pytest.raises(
        Unreadable, match="HTTP 304 Not Modified, though the request had no condition"
    ):
        job.run()


@pytest.mark.parametrize(
    "robots",
    [
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n",
        b"User-agent: Kaidan/2.0 (whatever)\nDisallow: /\n",
        b"User-agent: kai\nAllow: /\n\nUser-agent: *\nDisallow: /\n",
    ],
)
def test_who_is_kept_out_does_not_ask(job: Job, robots: bytes) -> None:
    job.site.answers[ROBOTS] = answer(robots, content_type="text/plain")
    asked = len(job.site.asked_for())
    with pytest.raises(Unreadable, match="keep out"):
        job.run()
    assert len(job.site.asked_for()) == asked


def test_a_group_of_another_is_not_ours() -> None:
    assert "not-kaidan" in _by_product_tokens("User-Agent: kaidan-fast/1.0")


def test_a_fault_that_nobody_foresaw_is_one_line_and_logged(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = job.files()

    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("kaidan.job.last.read_last", broken)
    with pytest.raises(
        KaidanError, match="unforeseen: ZeroDivisionError: division by zero"
    ) as told:
        job.run(validated(PAGE, '"1"'))
    assert told.value.status == 3
    assert job.files() == before
    assert job.log()[-1]["decision"] == "failed"


def test_the_log_is_read_from_its_end_and_never_written_again(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = job.folder / "runs.jsonl"
    line = path.read_bytes().replace(b'"first"', b'"unchanged"')
    path.write_bytes(line * 20_000)
    inode, size = path.stat().st_ino, path.stat().st_size
    read = 0
    real = os.read

    def counted(handle: int, most: int) -> bytes:
        nonlocal read
        read += most
        return real(handle, most)

    monkeypatch.setattr(os, "read", counted)
    assert job.run().decision == "unchanged"
    assert read < 3_000_000 < size
    assert path.stat().st_ino == inode
    assert 0 < path.stat().st_size - size < 5_000


@pytest.mark.parametrize("leading_to", ["elsewhere.jsonl", "/dev/null"])
def test_a_link_in_the_log_s_place_is_followed_or_named(job: Job, leading_to: str) -> None:
    path = job.folder / "runs.jsonl"
    path.rename(job.folder / "elsewhere.jsonl")
    path.symlink_to(leading_to)
    if leading_to == "/dev/null":
        with pytest.raises(Unreadable, match=r"runs\.jsonl: not a regular file"):
            job.run()
    else:
        assert job.run().decision == "unchanged"
        assert path.is_symlink()
        assert len(job.log()) == 2


def test_a_feed_that_is_a_link_stays_one(job: Job, tmp_path: Path) -> None:
    feed = job.folder / "feed.xml"
    feed.rename(tmp_path / "published.xml")
    feed.symlink_to(tmp_path / "published.xml")
    job.run(answer(REWORDED))
    assert feed.is_symlink()
    assert (tmp_path / "published.xml").read_text().count("<entry>") == 2


def test_a_title_is_no_markup_and_commands_no_terminal(job: Job) -> None:
    first, *others = chronicle.RECORDS
    heading = "日露首脳会談&lt;img src=x onerror=alert(1)&gt;&#x202e;（東京・平成30年1月）"
    job.run(answer(chronicle.page(chronicle.Record(heading, "会談。"), first, *others)))
    told = (job.folder / "changes/0002-2026-11-25.md").read_text()
    title = next(line for line in told.splitlines() if line.startswith("# "))
    assert "<img" not in title
    assert "\u202e" not in title
    change = next(change_files.newest_first(job.folder / "changes"))
    assert "<img src=x" in change.title
