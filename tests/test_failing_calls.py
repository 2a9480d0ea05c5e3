"""Calls that fail where hardly any does: what was told is told, what stood stands, and the rest goes on."""

import errno
import logging
import os
from pathlib import Path
from typing import Any

import pytest

import chronicle
from faults import answer
from kaidan import Document, extract_many
from kaidan.bulk.errands import Stretch, read_stretch
from kaidan.captures import saved_pages
from kaidan.errors import Refused, Unreadable
from kaidan.fetcher import Page
from kaidan.fetcher.loop import _require_public
from kaidan.job import change_files, files, history, line_file, pages, reading
from mornings import Job

PAGE = chronicle.page()
NOTHING = answer(b"<title>x</title><p>maintenance")


def failing(*_: Any, **__: Any) -> Any:  # noqa: ANN401  in place of any function
    raise Unreadable("no space left")


def test_a_line_that_is_written_in_part_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_bytes(b'{"a": 1}\n')
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))
    with pytest.raises(Unreadable, match=os.strerror(errno.ENOSPC)):
        line_file.append_line(path, b'{"b": 2}\n')
    assert path.read_bytes() == b'{"a": 1}\n'


def test_the_first_failure_is_told_though_the_log_fails_too(
    job: Job, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(files, "write_together", failing)
    with caplog.at_level(logging.WARNING), pytest.raises(Refused, match="no meeting"):
        job.run(NOTHING)
    assert any("not even the log" in record.getMessage() for record in caplog.records)


def test_old_pages_that_cannot_be_removed_are_no_failure(
    job: Job, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pages, "prune", failing)
    with caplog.at_level(logging.WARNING):
        assert job.run(answer(chronicle.reworded()), keep=1).decision == "changed"
    assert any("cannot be removed" in record.getMessage() for record in caplog.records)


def test_a_held_page_that_says_nothing_today_blames_nobody(
    job: Job, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answers = iter([reading._extract])  # noqa: SLF001  of two calls the second fails

    def once(page: Page) -> Document:
        return next(answers, failing)(page)

    monkeypatch.setattr(reading, "_extract", once)
    with caplog.at_level(logging.WARNING):
        assert job.run(answer(chronicle.reworded())).decision == "changed"
    assert any("cannot be read again" in record.getMessage() for record in caplog.records)


def test_a_change_file_with_a_fact_that_nobody_knows_is_no_change() -> None:
    told = change_files.Change.parse
    with pytest.raises(ValueError, match="nobody"):
        told("---\nnobody: knows\n---\n\n# x\n\nbody")


def test_nothing_stands_where_nothing_was_accepted(tmp_path: Path) -> None:
    (tmp_path / "runs.jsonl").touch()
    with pytest.raises(Unreadable, match="no run had been accepted yet"):
        history.standing(tmp_path, "latest")


def test_a_stretch_of_an_archive_that_is_gone_is_told(tmp_path: Path) -> None:
    brought = read_stretch(Stretch(tmp_path / "gone.warc", 0, 10))
    assert [str(problem) for problem in brought.problems] == [
        f"{tmp_path / 'gone.warc'}: No such file or directory"
    ]


def test_saved_pages_that_are_too_large_or_cannot_be_read_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved_pages, "MAX_BYTES", 5)
    large = tmp_path / "20141017000000.html"
    large.write_bytes(PAGE)
    assert "more than the 5 bytes" in str(saved_pages.read_file(large).problem)
    assert "No such file" in str(saved_pages.read_file(tmp_path / "gone.html").problem)


def test_many_pages_come_in_a_list() -> None:
    with pytest.raises(TypeError, match="not int"):
        list(extract_many(5))  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "is_public"), [("127.0.0.1", True), ("example.jp", False)])
def test_an_address_that_was_given_is_asked_and_a_name_that_leads_there_is_not(
    name: str, *, is_public: bool
) -> None:
    found = [(0, 0, 0, "", ("127.0.0.1", 80))]
    if is_public:
        _require_public(name, found)
    else:
        with pytest.raises(OSError, match="a private address"):
            _require_public(name, found)
