"""Inputs shared out among processes give what one process gives, wherever their archives are parted."""

import gzip
import os
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaidan import pipeline
from kaidan.bulk import errands, sharing, workers
from kaidan.bulk.answers import Answers, answers_of, told_of
from kaidan.bulk.bulk_inputs import Input, Notes, inputs_of
from kaidan.bulk.bulk_run import Order, run_bulk
from kaidan.bulk.workers import Brought, Given, Processes
from web_archive import Met, warc

pytest.importorskip("fastwarc", reason="it reads WARC files, and is in the extra archive")

CHRONICLE = "<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>リマで会談。".encode()
OTHER = "<p>お知らせ".encode() * 9


class Here(Processes):
    """Does the work of two processes in this one."""

    def __init__(self) -> None:
        self.count, self.at_once = 2, 3

    def begin(self, work: Callable[[Given], Brought], given: Given) -> Future[Brought]:
        done: Future[Brought] = Future()
        done.set_result(work(given))
        return done


def stored(data: bytes) -> bytes:
    """Return a gzip member that holds its bytes as they are, in which a search by looks finds what they hold."""
    packer = zlib.compressobj(0, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return packer.compress(data) + packer.flush()


NESTED = warc(
    Met(b"<p>" + warc(Met(CHRONICLE), Met(OTHER)) + b"\r\n\r\nWARC/1.0\r\n"), packed=False
)
BROKEN = bytearray(warc(Met(OTHER)))
BROKEN[-60:-30] = bytes(30)
PIECES = {
    "packed": warc(Met(CHRONICLE), Met(b"gone", status="404 Not Found"), Met(OTHER)),
    "nested": stored(NESTED),
    "broken": bytes(BROKEN),
    "large": warc(Met(OTHER * 99)),
    "of one piece": gzip.compress(warc(Met(CHRONICLE), Met(OTHER), packed=False)),
    "nothing": b"\0" * 70,
    "bare line feeds": gzip.compress(warc(Met(OTHER), packed=False).replace(b"\r\n", b"\n")),
    "plain": warc(Met(OTHER), packed=False),
}
PLAIN = {
    "plain": warc(Met(CHRONICLE), Met(OTHER), packed=False),
    "nested": NESTED,
    "cut": warc(Met(OTHER), packed=False)[:-30],
    "blank lines": b"\r\n\r\n",
    "packed": warc(Met(CHRONICLE), Met(OTHER)),
}


def told_by(inputs: Iterable[Answers], notes: Notes) -> tuple[bytes, dict[str, int], list[str]]:
    lines = b"".join(answers.lines for answers in inputs)
    return lines, dict(notes.passed), [str(problem) for problem in notes.problems]


def in_one(path: Path) -> tuple[bytes, dict[str, int], list[str]]:
    notes = Notes()
    captures = (
        capture
        for one in inputs_of([str(path)], Path("none"), notes)
        for capture in one.captures(notes)
    )
    return told_by([answers_of(told_of(captures))], notes)


def in_two(path: Path) -> tuple[bytes, dict[str, int], list[str]]:
    notes = Notes()
    inputs: list[Input] = list(inputs_of([str(path)], Path("none"), notes))
    return told_by(sharing.shared_out(inputs, Here(), notes), notes)


@pytest.mark.parametrize("kinds", [PIECES, PLAIN], ids=["packed", "plain"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.data())
def test_wherever_an_archive_is_parted_its_lines_are_the_same(
    tmp_path: Path, kinds: dict[str, bytes], data: st.DataObject
) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=6))
    path = tmp_path / ("crawl.warc.gz" if kinds is PIECES else "crawl.warc")
    path.write_bytes(b"".join(kinds[name] for name in names))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sharing, "_SMALLEST", data.draw(st.integers(20, 500)))
        patched.setattr(sharing, "_LARGEST", data.draw(st.integers(40, 2_000)))
        patched.setattr(errands, "_MOST", data.draw(st.sampled_from([1, 10_000])))
        assert in_two(path) == in_one(path)


def test_each_broken_record_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join([PIECES["packed"], PIECES["broken"]] * 3))
    lines, _, problems = in_one(path)
    assert lines.count(b"\n") == 6
    assert f"byte {len(PIECES['packed'] + warc())}:" in problems[0]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_run_cut_within_an_archive_is_gone_on_with(tmp_path: Path, name: str) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(PIECES.values()) * 2)
    whole, cut = tmp_path / f"whole-{name}", tmp_path / name
    asked = Order([str(path), str(path)], whole, 1)
    passed = run_bulk(asked).passed
    data = whole.read_bytes()
    for length in range(0, len(data), len(data) // 40):
        cut.write_bytes(data[:length])
        summary = run_bulk(asked._replace(output=cut, resume=True))
        assert (cut.read_bytes(), summary.passed, len(summary.problems)) == (data, passed, 2)


def test_a_stretch_is_read_though_a_process_dies_of_one_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crawl.warc.gz"
    fatal = CHRONICLE + b"fatal"
    path.write_bytes(warc(Met(CHRONICLE), Met(fatal), Met(OTHER), Met(CHRONICLE)))
    extract = pipeline.extract

    def die_of_one(body: bytes, **known: str | None) -> object:
        return os._exit(1) if body == fatal else extract(body, **known)

    monkeypatch.setattr(pipeline, "extract", die_of_one)
    monkeypatch.setattr(workers, "_context", lambda: get_context("fork"))
    summary = run_bulk(Order([str(path)], tmp_path / "out.jsonl", 2))
    assert summary.counts == {"document": 2, "fault": 1, "refused": 1}
