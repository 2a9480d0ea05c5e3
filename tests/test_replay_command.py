"""``kaidan replay`` as it is typed: what it says of captures that are refused, broken, held or none."""

from pathlib import Path

import pytest

import chronicle
from shell import Shell


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "20261101120000.html").write_bytes(chronicle.page())
    (folder / "20261102120000.html").write_bytes(b"<title>x</title><p>maintenance")
    (folder / "20261103120000.html").write_bytes(chronicle.reworded())
    (folder / "no-time.html").write_bytes(chronicle.page())
    return folder


def test_what_became_of_the_captures_is_summed_up(shell: Shell, captures: Path) -> None:
    (captures / "broken.wacz").write_bytes(b"no archive")
    words = ("replay", str(captures), "--output", str(captures.parent / "out"))
    refused, problem, summary = shell(*words).err.splitlines()
    assert refused.startswith("kaidan: 2026-11-02 12:00:00: ")
    assert "broken.wacz" in problem
    assert summary == (
        "kaidan: 3 captures, 2026-11-01 to 2026-11-03, 2 changed, 0 unchanged, 1 refused, 1 passed over"
    )
    again = shell(*words)
    assert again.status == 3  # the archive is broken still
    assert "3 held before" in again.err


def test_a_file_is_no_folder(shell: Shell, captures: Path) -> None:
    (captures.parent / "out").write_bytes(b"a file")
    ended = shell("replay", str(captures), "--output", str(captures.parent / "out"))
    assert (ended.status, ended.out) == (2, "")


def test_a_capture_that_is_no_text_is_told_as_failed(shell: Shell, captures: Path) -> None:
    (captures / "20261104120000.html").write_bytes(b"\xff\xfe\xfd\x00" * 40)
    ended = shell("replay", str(captures), "--output", str(captures.parent / "out"))
    assert ended.status == 0
    assert "kaidan: 2026-11-04 12:00:00: " in ended.err
    assert "2 refused" in ended.err
