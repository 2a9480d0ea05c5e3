"""Many pages at once: every input is told, in order, once, whatever stops the run."""

import codecs
import gc
import gzip
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import chronicle
from kaidan import extract, extract_many
from kaidan.bulk.bulk_run import Order, Summary, run_bulk
from kaidan.bulk.page_reading import Page, read_pages
from kaidan.bulk.targets import target
from kaidan.bulk.workers import Processes
from kaidan.captures.web_archives import read_archive
from kaidan.errors import KaidanError, Refused, Unreadable, WrongUsage
from shell import Shell
from web_archive import Met, warc

CHRONICLE, OTHER = chronicle.page(), b"<title>x</title><p>nothing here</p>"
DOCUMENT = json.loads(extract(CHRONICLE).to_json())


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


def told(path: Path) -> list[dict[str, Any]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def bulk(*names: Path | str, output: Path, workers: int = 1, resume: bool = False) -> Summary:
    return run_bulk(Order([str(name) for name in names], output, workers, resume=resume))


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


MET = (
    Met(CHRONICLE),
    Met(OTHER, url="http://www.example.jp/02.html", when="2014-10-18T00:00:00.123456Z"),
    Met(b"gone", status="404 Not Found"),
    Met(b"%PDF-1.7", headers=(("Content-Type", "application/pdf"),)),
    Met(CHRONICLE, kind="revisit"),
    Met(
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(CHRONICLE)), gzip.compress(CHRONICLE)),
        url="http://www.example.jp/03.html",
        headers=(
            ("Content-Type", "text/html"),
            ("Transfer-Encoding", "chunked"),
            ("Content-Encoding", "gzip"),
        ),
    ),
)


Written = bytes | Callable[[re.Match[bytes]], bytes]
GZIPPED = ("Content-Encoding", "gzip")


class TestWebArchives:
    """What is in WARC and WACZ files."""

    @pytest.fixture(autouse=True)
    def fastwarc(self) -> None:
        pytest.importorskip("fastwarc", reason="it reads WARC files, and is in the extra archive")

    @pytest.mark.parametrize("packed", [True, False])
    def test_the_pages_are_lines_and_the_rest_is_counted(
        self, tmp_path: Path, *, packed: bool
    ) -> None:
        archive = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
        archive.write_bytes(warc(*MET, packed=packed))
        summary = bulk(archive, output=tmp_path / "out.jsonl")
        first, second, third = told(tmp_path / "out.jsonl")
        assert (
            first["document"]["meetings"] == third["document"]["meetings"] == DOCUMENT["meetings"]
        )
        assert (second["url"], second["captured"]) == (MET[1].url, "2014-10-18T00:00:00Z")
        assert second["error"]["code"] == "refused"
        assert summary.passed == {"other records": 2, "other statuses": 1, "other types": 1}

    @pytest.mark.parametrize("packed", [True, False])
    def test_a_cut_archive_is_told_after_its_whole_records(
        self, tmp_path: Path, *, packed: bool
    ) -> None:
        archive = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
        whole = warc(*MET[:2], packed=packed)
        ends = {len(warc(*MET[:count], packed=packed)) for count in range(3)} | {0}
        for length in range(1, len(whole), 97 if packed else 211):
            archive.write_bytes(whole[:length])
            output = tmp_path / f"{length}.jsonl"
            summary = bulk(archive, output=output)
            complete = sum(end <= length for end in sorted(ends)[2:])
            assert (
                complete <= len(told(output)) <= complete + 1
            )  # one may lack no more than its end
            assert bool(summary.problems) == (length not in ends)

    @pytest.mark.parametrize("order", ["plain packed", "packed plain", "packed plain plain packed"])
    def test_files_of_both_kinds_that_became_one_are_read(self, tmp_path: Path, order: str) -> None:
        kinds = {"plain": warc(MET[0], packed=False), "packed": warc(MET[1])}
        archive = tmp_path / "crawl.warc.gz"
        archive.write_bytes(b"".join(kinds[name] for name in order.split()))
        summary = bulk(archive, output=tmp_path / "out.jsonl")
        urls = {"plain": MET[0].url, "packed": MET[1].url}
        told_urls = [line["url"] for line in told(tmp_path / "out.jsonl")]
        assert told_urls == [urls[name] for name in order.split()]
        assert summary.problems == []

    @pytest.mark.parametrize(
        "wrapped",
        [gzip.compress(warc(*MET)), codecs.BOM_UTF8 + warc(*MET, packed=False)],
        ids=["gzip twice", "byte order mark"],
    )
    def test_what_is_wrapped_around_all_records_is_taken_off(
        self, tmp_path: Path, wrapped: bytes
    ) -> None:
        (tmp_path / "crawl.warc.gz").write_bytes(wrapped)
        summary = bulk(tmp_path / "crawl.warc.gz", output=tmp_path / "out.jsonl")
        assert len(told(tmp_path / "out.jsonl")) == 3
        assert summary.problems == []

    @pytest.mark.parametrize("name", ["crawl.arc", "crawl.arc.gz", "crawl.warc.gz"])
    def test_an_arc_file_is_said_to_be_one(self, tmp_path: Path, name: str) -> None:
        data = b"filedesc://crawl.arc 0.0.0.0 20041017120000 text/plain 76\n" + CHRONICLE
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        summary = bulk(tmp_path / name, output=tmp_path / "out.jsonl")
        assert ["an ARC file" in str(problem) for problem in summary.problems] == [True]
        assert told(tmp_path / "out.jsonl") == []

    def test_a_file_packed_with_a_dictionary_is_said_to_be_one(self, tmp_path: Path) -> None:
        (tmp_path / "crawl.warc.zst").write_bytes(b"\x5d\x2a\x4d\x18\4\0\0\0abcd")
        summary = bulk(tmp_path / "crawl.warc.zst", output=tmp_path / "out.jsonl")
        assert ["a dictionary" in str(problem) for problem in summary.problems] == [True]

    def test_a_part_of_a_page_is_not_told_as_all_of_it(self, tmp_path: Path) -> None:
        segment = b"WARC-Segment-Number: 1\r\nWARC-Type: response"
        data = warc(MET[0], packed=False).replace(b"WARC-Type: response", segment)
        (tmp_path / "crawl.warc").write_bytes(data)
        bulk(tmp_path / "crawl.warc", output=tmp_path / "out.jsonl")
        [line] = told(tmp_path / "out.jsonl")
        assert (line["error"]["code"], "in segments" in line["error"]["message"]) == (
            "unreadable",
            True,
        )

    def test_an_answer_stands_behind_the_one_that_it_is_to_come(self, tmp_path: Path) -> None:
        met = Met(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + CHRONICLE)
        answers = warc(met._replace(status="100 Continue", headers=()))
        (tmp_path / "crawl.warc.gz").write_bytes(answers)
        bulk(tmp_path / "crawl.warc.gz", output=tmp_path / "out.jsonl")
        assert ["document" in line for line in told(tmp_path / "out.jsonl")] == [True]

    def test_a_broken_record_costs_itself_alone(self, tmp_path: Path) -> None:
        before, after = len(warc(MET[0])), len(warc(MET[0], MET[1]))
        data = bytearray(warc(MET[0], MET[1], MET[0]))
        data[before + 30 : after - 30] = bytes(after - before - 60)
        (tmp_path / "crawl.warc.gz").write_bytes(data)
        summary = bulk(tmp_path / "crawl.warc.gz", output=tmp_path / "out.jsonl")
        assert [line["url"] for line in told(tmp_path / "out.jsonl")] == [MET[0].url] * 2
        assert f"at byte {before}" in str(summary.problems[0])

    def test_a_wacz_is_a_zip_of_them(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "crawl.wacz", "w") as packed:
            packed.writestr("archive/2014/b.warc.gz", warc(MET[1]))
            packed.writestr("archive/2014/a.warc", warc(MET[0], packed=False))
            packed.writestr("indexes/index.cdx.gz", b"")
            packed.writestr("pages/pages.jsonl", b"{}\n")
        bulk(tmp_path / "crawl.wacz", output=tmp_path / "out.jsonl")
        assert [line["url"] for line in told(tmp_path / "out.jsonl")] == [MET[0].url, MET[1].url]

    @pytest.mark.parametrize(
        ("body", "fields"),
        [
            (gzip.compress(CHRONICLE), (("Content-Encoding", "\r\n\tgzip"),)),
            (gzip.compress(CHRONICLE), (("Content-Encoding ", "gzip"),)),
            (gzip.compress(CHRONICLE[:99]) + gzip.compress(CHRONICLE[99:]), (GZIPPED,)),
            (CHRONICLE, (GZIPPED, ("Transfer-Encoding", "chunked"))),
            (gzip.compress(CHRONICLE), (("Transfer-Encoding", "gzip, chunked"),)),
            (gzip.compress(gzip.compress(CHRONICLE)), (GZIPPED, GZIPPED)),
        ],
        ids=[
            "folded",
            "blank behind the name",
            "two members",
            "kept unpacked",
            "in transfer",
            "twice",
        ],
    )
    def test_a_page_is_unpacked_as_its_head_says(
        self, tmp_path: Path, body: bytes, fields: tuple[tuple[str, str], ...]
    ) -> None:
        headers = (*fields, ("Content-Type", "text/html;\r\n charset=utf-8"))
        (tmp_path / "a.warc").write_bytes(warc(Met(body, headers=headers), packed=False))
        (page,) = read_archive(tmp_path / "a.warc", Counter())
        assert (page.body, page.content_type) == (CHRONICLE, "text/html; charset=utf-8")

    @pytest.mark.parametrize(
        ("body", "packing"),
        [
            (b"-6\r\n" + OTHER, ("Transfer-Encoding", "chunked")),
            (b"\x28\xb5\x2f\xfd" + b"\xff" * 99, ("Content-Encoding", "zstd")),
        ],
    )
    def test_what_is_not_packed_as_its_head_says_stays(
        self, tmp_path: Path, body: bytes, packing: tuple[str, str]
    ) -> None:
        pytest.importorskip("zstandard")
        met = Met(body, headers=(packing,), when="0001-01-01T00:00:00+09:00")
        (tmp_path / "a.warc").write_bytes(warc(met, packed=False))
        (page,) = read_archive(tmp_path / "a.warc", Counter())
        assert (page.body, page.captured) == (body, None)

    @pytest.mark.parametrize(
        ("met", "head", "written"),
        [
            (Met(OTHER), rb"\r\n", b"\n"),
            (Met(OTHER), rb"WARC-Type: response", b"warc-type: Response"),
            (Met(OTHER), rb"(?m)^(?!WARC/)[A-Z][^:\n]+", lambda name: name[0].lower()),
            (Met(OTHER, when="20141017120000"), rb"$", b""),
            (Met(OTHER, headers=(("Cookie", "a" * 2**20), *MET[0].headers)), rb"$", b""),
        ],
        ids=["bare line feeds", "a type", "small letters", "digits", "a long head"],
    )
    @pytest.mark.parametrize("packed", [True, False])
    def test_a_head_that_is_not_as_the_standard_has_it_is_read(
        self, tmp_path: Path, met: Met, head: bytes, written: Written, *, packed: bool
    ) -> None:
        data = re.sub(
            rb"(?s)WARC/1\.0.*?\r\n\r\n",
            lambda found: re.sub(head, written, found[0]),
            warc(met, packed=False),
        )
        path = tmp_path / "a.warc"
        path.write_bytes((gzip.compress(data) if packed else data) * 2)
        passed: Counter[str] = Counter()
        pages = [(page.body, page.content_type) for page in read_archive(path, passed)]
        assert pages == [(OTHER, "text/html; charset=utf-8")] * 2
        assert passed == {"other records": 2}

    def test_what_stands_behind_an_empty_member_is_read_and_told(self, tmp_path: Path) -> None:
        path = tmp_path / "a.warc.gz"
        path.write_bytes(warc(MET[0]) + gzip.compress(b"") + warc(MET[1]))
        pages = read_archive(path, Counter())
        assert [next(pages).url, next(pages).url] == [MET[0].url, MET[1].url]
        with pytest.raises(Unreadable, match="holds no record"):
            next(pages)

    def test_a_record_of_a_wrong_length_costs_itself_alone(self, tmp_path: Path) -> None:
        wrong = warc(MET[0], packed=False).replace(b"Content-Length: ", b"Content-Length: -")
        (tmp_path / "a.warc.gz").write_bytes(gzip.compress(wrong) + warc(MET[1]))
        summary = bulk(tmp_path / "a.warc.gz", output=tmp_path / "out.jsonl")
        assert [line["url"] for line in told(tmp_path / "out.jsonl")] == [MET[1].url]
        assert "broken" in str(summary.problems[0])

    @pytest.mark.parametrize("wrong", ["flags", "method"])
    def test_a_file_of_a_wacz_that_cannot_be_unpacked_costs_itself_alone(
        self, tmp_path: Path, wrong: str
    ) -> None:
        with zipfile.ZipFile(tmp_path / "crawl.wacz", "w") as packed:
            packed.writestr("archive/a.warc", warc(MET[0]))
            packed.writestr("archive/b.warc", warc(MET[1]))
        data = bytearray((tmp_path / "crawl.wacz").read_bytes())
        first = data.find(b"PK\x01\x02")
        data[first + {"flags": 8, "method": 10}[wrong]] = {"flags": 1, "method": 97}[wrong]
        (tmp_path / "crawl.wacz").write_bytes(data)
        summary = bulk(tmp_path / "crawl.wacz", output=tmp_path / "out.jsonl")
        assert [line["url"] for line in told(tmp_path / "out.jsonl")] == [MET[1].url]
        assert len(summary.problems) == 1

    @pytest.mark.parametrize(
        "wrong",
        [{6: 127}, {9: 8, 46: 0xFF}, {22: 255, 26: 255}],
        ids=["version", "letters", "size"],
    )
    def test_a_wacz_with_a_wrong_list_of_files_is_told(
        self, tmp_path: Path, wrong: dict[int, int]
    ) -> None:
        with zipfile.ZipFile(tmp_path / "crawl.wacz", "w") as packed:
            packed.writestr("archive/a.warc.gz", warc(MET[0]))
        data = bytearray((tmp_path / "crawl.wacz").read_bytes())
        first = data.find(b"PK\x01\x02")
        for at, byte in wrong.items():
            data[first + at] = byte
        (tmp_path / "crawl.wacz").write_bytes(data)
        summary = bulk(tmp_path / "crawl.wacz", output=tmp_path / "out.jsonl")
        assert [str(tmp_path) in str(problem) for problem in summary.problems] == [True]

    @pytest.mark.parametrize("name", ["text.warc", "text.warc.gz", "text.wacz"])
    def test_what_is_no_archive_is_said(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_bytes(b"hello\n" * 100)
        summary = bulk(tmp_path / name, output=tmp_path / "out.jsonl")
        assert str(summary.problems[0]).startswith(str(tmp_path / name))

    def test_a_zstandard_file_is_read_and_written(self, tmp_path: Path) -> None:
        zstandard = pytest.importorskip("zstandard")
        (tmp_path / "crawl.warc.zst").write_bytes(zstandard.compress(warc(*MET, packed=False)))
        bulk(tmp_path / "crawl.warc.zst", output=tmp_path / "out.jsonl.zst")
        bulk(tmp_path / "crawl.warc.zst", output=tmp_path / "out.jsonl")
        with zstandard.open(tmp_path / "out.jsonl.zst") as file:
            assert file.read() == (tmp_path / "out.jsonl").read_bytes()
        data = (tmp_path / "out.jsonl.zst").read_bytes()
        (tmp_path / "out.jsonl.zst").write_bytes(data[:-3])
        summary = bulk(tmp_path / "crawl.warc.zst", output=tmp_path / "out.jsonl.zst", resume=True)
        assert "held" not in summary.counts
        assert (tmp_path / "out.jsonl.zst").read_bytes() == data


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
