"""Many pages out of WARC and WACZ files: each page is a line, and the rest is counted."""

import codecs
import gzip
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bulk_runs import CHRONICLE, DOCUMENT, OTHER, bulk, told
from kaidan.captures.web_archives import read_archive
from kaidan.errors import Unreadable
from web_archive import Met, warc

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
