"""What differs on Windows, at its seams; nothing here needs Windows."""

import os
from pathlib import Path

import pytest

import chronicle
from kaidan import atomic, extract
from kaidan.output import load


def test_a_folder_that_cannot_be_opened_keeps_no_file_from_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refusing(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refusing)
    target = tmp_path / "meetings.json"
    for data in (b"first", b"second"):
        atomic.write(target, data)
        assert target.read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["meetings.json"]


def test_lines_that_end_in_cr_lf_change_no_value() -> None:
    page = chronicle.page()
    assert b"\n" in page
    crossed = extract(page.replace(b"\n", b"\r\n"))
    assert crossed.meetings == extract(page).meetings


def test_a_document_that_git_gave_cr_lf_is_read() -> None:
    document = extract(chronicle.page())
    assert load(document.to_json().replace(b"\n", b"\r\n"), "here") == document
    assert load(b"\xef\xbb\xbf" + document.to_json(), "here") == document
