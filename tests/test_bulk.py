"""Many pages at once: every input is told, in order, once, whatever stops the run."""

import gc
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bulk_runs import CHRONICLE, DOCUMENT, OTHER, bulk, told
from kaidan import extract, extract_many
from kaidan.bulk.page_reading import Page, read_pages
from kaidan.bulk.targets import target
from kaidan.bulk.workers import Processes
from kaidan.errors import KaidanError, Refused, Unreadable, WrongUsage
from shell import Shell


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of pages, good and bad, with things in it that are none."""
    folder = tmp_path / "pages"
    (folder / "b").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("a.html", "b/20100701120000.html", "c.html", ".hidden/d.html", ".e.html"):
        (folder / name).write_bytes(CHRONICLE)
    (folder / "b/nothing.html").write_bytes(OTHER)
    (folder / "empty.html").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return folder


def test_each_file_of_a_folder_has_its_line_in_order(pages: Path, tmp_path: Path) -> None:
    summary = bulk(pages, output=tmp_path / "out.jsonl")
    lines = told(tmp_path / "out.jsonl")
    names = [
        "a.html",
        "b/20100701120000.html",
        "b/nothing.html",
        "c.html",
        "empty.html",
        "picture.png",
    ]
    assert [line["input"] for line in lines] == [str(pages / name) for name in names]
    assert [line.get("error", {}).get("code") for line in lines] == [
        None, None, "refused", None, "refused", "unreadable",
    ]  # fmt: skip
    assert [line.get("error", {}).get("status") for line in lines] == [None, None, 4, None, 4, 3]
    assert [line["captured"] for line in lines][:2] == [None, "2010-07-01T12:00:00Z"]
    assert lines[0]["document"] == DOCUMENT
    assert summary.counts == {"document": 3, "refused": 2, "unreadable": 1}
    assert summary.problems == []


def test_what_is_not_there_has_its_line_and_stops_no_other(pages: Path, tmp_path: Path) -> None:
    summary = bulk(pages / "gone.html", "no*such", pages / "a.html", output=tmp_path / "out.jsonl")
    gone, there = told(tmp_path / "out.jsonl")
    assert gone["error"]["message"] == f"{pages / 'gone.html'}: No such file or directory"
    assert there["document"] == DOCUMENT
    assert [type(problem) for problem in summary.problems] == [Unreadable, Unreadable]


def test_a_pattern_and_a_folder_are_the_same(pages: Path, tmp_path: Path) -> None:
    bulk(f"{pages}/*.html", output=tmp_path / "out.jsonl")
    names = [Path(line["input"]).name for line in told(tmp_path / "out.jsonl")]
    assert names == ["a.html", "c.html", "empty.html"]


def test_the_page_that_a_sidecar_speaks_of_has_its_address(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(CHRONICLE)
    facts = {
        "url": "http://www.example.jp/01.html",
        "fetched": "2014-10-18T00:00:00Z",
        "headers": {},
        "sha256": extract(CHRONICLE).source.sha256,
    }
    (tmp_path / "page.html.http.json").write_text(json.dumps(facts))
    bulk(page, output=tmp_path / "out.jsonl")
    (line,) = told(tmp_path / "out.jsonl")
    assert (line["url"], line["captured"]) == (facts["url"], facts["fetched"])
    assert line["document"]["source"]["url"] == facts["url"]


def test_a_page_saved_as_mhtml_has_the_address_that_it_says(tmp_path: Path) -> None:
    saved = tmp_path / "saved.mhtml"
    saved.write_bytes(
        b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Location: https://www.example.go.jp/talks.html\n\n<p>\xe8\xad\xb0\xe4\xba\x8b\n--x--\n"
    )
    bulk(saved, output=tmp_path / "out.jsonl")
    (line,) = told(tmp_path / "out.jsonl")
    assert line["url"] == "https://www.example.go.jp/talks.html"


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_two_processes_write_the_same_bytes(pages: Path, tmp_path: Path, name: str) -> None:
    inputs = [pages / "a.html", pages / "b/nothing.html"] * 40
    alone, both = tmp_path / f"alone-{name}", tmp_path / f"both-{name}"
    bulk(*inputs, output=alone)
    bulk(*inputs, output=both, workers=2)
    assert alone.read_bytes() == both.read_bytes()
    assert len(told(alone)) == 80


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_run_cut_anywhere_is_gone_on_with(pages: Path, tmp_path: Path, name: str) -> None:
    inputs = [pages / "a.html", pages / "b/nothing.html", pages / "empty.html"] * 15
    whole, cut = tmp_path / f"whole-{name}", tmp_path / f"cut-{name}"
    bulk(*inputs, output=whole)
    data = whole.read_bytes()
    for length in (0, 1, 7, len(data) // 3, len(data) // 2, len(data) - 1, len(data)):
        cut.write_bytes(data[:length])
        summary = bulk(*inputs, output=cut, resume=True)
        assert told(cut) == told(whole)
        assert sum(summary.counts.values()) == 45


def test_a_line_that_is_whole_is_not_told_again(pages: Path, tmp_path: Path) -> None:
    bulk(pages, output=tmp_path / "out.jsonl")
    summary = bulk(pages, output=tmp_path / "out.jsonl", resume=True)
    assert summary.counts == {"held": 6}


def test_what_exists_is_not_written_over(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_bytes(b"mine\n")
    with pytest.raises(WrongUsage, match="exists already"):
        bulk(pages, output=tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == b"mine\n"


def test_lines_of_other_inputs_are_not_gone_on_with(pages: Path, tmp_path: Path) -> None:
    bulk(pages / "a.html", output=tmp_path / "out.jsonl")
    with pytest.raises(WrongUsage, match="line 1 tells of"):
        bulk(pages / "c.html", output=tmp_path / "out.jsonl", resume=True)


def test_the_output_in_a_folder_of_inputs_is_no_input(pages: Path) -> None:
    bulk(pages, output=pages / "0.jsonl")
    assert len(told(pages / "0.jsonl")) == 6


def test_a_page_is_read_though_a_process_dies() -> None:
    page = Page(CHRONICLE, None, None)
    processes = Processes(1)
    try:
        pending = processes.submit([page] * 20)
        for process in list(processes._pool._processes.values()):  # noqa: SLF001  there is no other way to it
            process.kill()
        assert pending.result() == read_pages([page] * 20)
    finally:
        processes.close()


def test_many_are_extracted_in_order(pages: Path) -> None:
    inputs: list[Path | str | bytes] = [
        pages / "a.html",
        CHRONICLE,
        OTHER,
        str(pages / "picture.png"),
        pages / "gone.html",
    ]
    for workers in (None, 2):
        outcomes = list(extract_many(inputs, workers=workers))
        assert [one for one, _ in outcomes] == inputs
        assert [type(read) for _, read in outcomes[2:]] == [Refused, Unreadable, Unreadable]
        assert all(read == extract(CHRONICLE) for _, read in outcomes[:2])
        assert all(
            isinstance(read, KaidanError) and "\n" not in str(read) for _, read in outcomes[2:]
        )


def test_a_page_that_is_none_is_a_wrong_type() -> None:
    with pytest.raises(TypeError, match="not int"):
        list(extract_many([1]))  # type: ignore[list-item]
    with pytest.raises(ValueError, match="at least 1"):
        list(extract_many([], workers=0))


def test_a_table_holds_what_the_lines_hold(pages: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="it writes tables")
    bulk(pages, output=tmp_path / "out.parquet")
    bulk(pages, output=tmp_path / "out.jsonl")
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [_shortened(row) for row in rows] == [
        _shortened(line) for line in told(tmp_path / "out.jsonl")
    ]
    assert not list(tmp_path.glob(".*"))


def _shortened(value: Any) -> Any:  # noqa: ANN401
    """Leave out what is null: a table has every column in every row."""
    if isinstance(value, dict):
        return {key: _shortened(one) for key, one in value.items() if one is not None}
    return [_shortened(one) for one in value] if isinstance(value, list) else value


class TestCommand:
    """``kaidan bulk`` itself: what it says, and its exit status."""

    @pytest.fixture
    def shell(
        self, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Shell]:
        yield Shell(capfd, monkeypatch)
        gc.enable()

    def test_a_list_on_standard_input_is_told(
        self, shell: Shell, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        names = f"{pages / 'a.html'}\n\n{pages / 'b'}\n"
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(names.encode())))
        output = tmp_path / "out.jsonl"
        ended = shell("bulk", "-", "-o", str(output), "--workers", "1")
        assert ended == (0, "", "kaidan: 3 pages, 2 with meetings, 1 without\n")
        assert len(told(output)) == 3

    def test_an_input_that_cannot_be_read_is_status_3(self, shell: Shell, pages: Path) -> None:
        output = pages / "out.jsonl"
        ended = shell("bulk", str(pages / "gone.html"), "-o", str(output), "--workers", "1")
        assert (ended.status, ended.out) == (3, "")
        assert (
            ended.err.splitlines()[0] == f"kaidan: {pages / 'gone.html'}: No such file or directory"
        )
        assert len(told(output)) == 1

    def test_an_output_that_exists_is_status_2(self, shell: Shell, pages: Path) -> None:
        ended = shell("bulk", str(pages), "-o", str(pages / "a.html"))
        assert ended.status == 2
        assert (pages / "a.html").read_bytes() == CHRONICLE

    def test_an_output_that_cannot_be_written_is_status_3(self, shell: Shell, pages: Path) -> None:
        ended = shell("bulk", str(pages), "-o", str(pages / "no/such/out.jsonl"), "--workers", "1")
        assert ended.status == 3


def test_a_page_leaves_nothing_for_the_collector() -> None:
    """Objects that hold each other live until somebody looks for them, and a bulk run would grow by them."""
    extract(CHRONICLE)
    gc.collect()
    gc.disable()
    try:
        for _ in range(20):
            extract(CHRONICLE)
        assert gc.collect() < 20
    finally:
        gc.enable()


@pytest.mark.parametrize("written", [b"my notes", b'{"mine": 1}\nand a line without its end'])
def test_a_file_of_others_is_not_gone_on_with(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_bytes(written)
    with pytest.raises(WrongUsage, match="left as it is"), target(path, resume=True):
        pass
    assert path.read_bytes() == written
