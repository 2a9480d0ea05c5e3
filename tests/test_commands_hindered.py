"""Every command that writes, hindered from outside: who listens, where it may write, and what it is called."""

import os
import resource
import signal
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

import chronicle
from apart import CLOSED, start

Words = Sequence[str]
WRITING: dict[str, Words] = {
    "extract": ["extract", "page.html", "-o", "OUT.json"],
    "extract csv": ["extract", "page.html", "-o", "OUT.csv"],
    "diff": ["diff", "page.html", "page.html", "-o", "OUT.txt"],
    "report": ["report", "page.html", "-o", "OUT.html"],
    "explain": ["explain", "page.html", "-o", "OUT.txt"],
    "export xlsx": ["export", "page.html", "-o", "OUT.xlsx"],
    "export sqlite": ["export", "page.html", "-o", "OUT.sqlite"],
    "describe": ["export", "--describe", "-o", "OUT.json"],
    "cite": ["cite", "page.html", "-o", "OUT.bib", "--style", "bibtex"],
    "agreements": ["agreements", "page.html", "-o", "OUT.json"],
    "schema": ["schema", "-o", "OUT.json"],
    "bulk": ["bulk", "page.html", "-o", "OUT.jsonl", "--workers", "1"],
}
"""The words of each, in a folder that holds ``page.html``; OUT is where it writes."""
if find_spec("pyarrow"):
    WRITING["bulk parquet"] = ["bulk", "page.html", "-o", "OUT.parquet", "--workers", "1"]

WHOLE = [name for name in WRITING if not name.startswith("bulk")]
"""The file of ``bulk`` grows line by line, and it goes on from there: ``--resume``."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_bytes(chronicle.page())
    return tmp_path


def words_to(name: str, target: Path) -> Words:
    """The words of a command, writing to a file of that name, with its ending; a table of Parquet asks for its extra."""
    if name == "bulk parquet":
        pytest.importorskip("pyarrow")
    return [word.replace("OUT", str(target)) for word in WRITING[name]]


def file_of(words: Words) -> Path:
    return Path(words[words.index("-o") + 1])


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


FULL = Path("/dev/full")


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize(
    "streams",
    [
        {2: CLOSED},
        {2: FULL},
        {0: CLOSED},
        {1: CLOSED},
        {1: FULL},
        {0: CLOSED, 1: CLOSED, 2: CLOSED},
    ],
    ids=str,
)
def test_whoever_does_not_listen_gets_the_same_file(
    folder: Path, name: str, streams: Mapping[int, Path]
) -> None:
    heard, unheard = (words_to(name, folder / which) for which in ("heard", "unheard"))
    expected = start(folder, heard).status
    assert start(folder, unheard, streams).status == expected
    assert file_of(unheard).read_bytes() == file_of(heard).read_bytes()


@pytest.mark.parametrize("name", WRITING)
def test_a_long_name_is_a_name(folder: Path, name: str) -> None:
    ending = len(file_of(words_to(name, Path("x"))).suffix)
    for long in ("a" * (255 - ending), "会" * ((255 - ending) // 3)):
        words = words_to(name, Path(long))
        ended = start(folder, words)
        assert ended.status == 0, ended.err
        assert (folder / file_of(words)).stat().st_size


def close_the_reader() -> None:
    """Let standard output be a pipe whose reader has left, as head does when it has its lines."""
    reader, writer = os.pipe()
    os.close(reader)
    os.dup2(writer, 1)


@pytest.mark.parametrize("words", [["extract", "page.html"], ["schema"], ["--help"]], ids=" ".join)
def test_a_reader_that_has_what_it_wanted_may_leave(folder: Path, words: Words) -> None:
    ended = start(folder, words, before=close_the_reader)
    assert (ended.status, ended.err) == (0, "")


def end_at_fsync(asked: signal.Signals) -> None:
    """Ask this process to end where it would make sure that a file is there."""
    signal.signal(asked, signal.SIG_DFL)  # whatever it was told by nohup
    pytest.MonkeyPatch().setattr(os, "fsync", lambda _: os.kill(os.getpid(), asked))


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1])
def test_who_is_asked_to_end_leaves_nothing_half_done(
    folder: Path, name: str, asked: signal.Signals
) -> None:
    words = words_to(name, folder / "out")
    file_of(words).write_bytes(b"as it was")
    before = names(folder)

    ended = start(folder, words, before=partial(end_at_fsync, asked))
    assert (ended.status, ended.out, ended.err.count("\n")) == (128 + asked, b"", 1)
    assert file_of(words).read_bytes() == b"as it was"
    assert names(folder) == before


@pytest.mark.parametrize("name", WHOLE)
def test_a_link_stays_and_what_it_leads_to_is_written(folder: Path, name: str) -> None:
    (folder / "other").mkdir()
    words = words_to(name, folder / "out")
    file_of(words).symlink_to(folder / "other" / "written")
    assert start(folder, words).status == 0
    assert file_of(words).is_symlink()
    assert names(folder / "other") == {"written"}
    assert (folder / "other" / "written").stat().st_size


MEMORY = Path("/dev/shm")  # noqa: S108  a file system that is not the one of temporary files


@pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason="there is no other file system")
@pytest.mark.parametrize("name", WRITING)
def test_another_file_system_is_written_to(folder: Path, name: str) -> None:
    words = words_to(name, MEMORY / f"kaidan-{os.getpid()}")
    try:
        assert start(folder, words).status == 0
        assert file_of(words).stat().st_size
    finally:
        file_of(words).unlink(missing_ok=True)


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("where", ["missing/out", "page.html/out", "/dev/full", "locked/out"])
def test_what_cannot_be_written_is_named(folder: Path, name: str, where: str) -> None:
    (folder / "locked").mkdir(mode=0o500)
    if where.startswith("locked") and os.geteuid() == 0:
        pytest.skip("no permission stops root")
    words = words_to(name, Path(where))
    if where == "/dev/full":
        file = folder / file_of(words).name
        file.symlink_to(where)
        words = words_to(name, folder / "full")
    ended = start(folder, words)
    assert (ended.status, ended.out, ended.err.count("\n")) == (3, b"", 1), ended.err
    assert str(file_of(words)) in ended.err


READING: Mapping[str, Words] = {
    "extract": ["extract", "-"],
    "diff": ["diff", "-", "page.html"],
    "report": ["report", "-", "-o", "out.html"],
    "export": ["export", "-", "-o", "out.csv"],
    "explain": ["explain", "-"],
    "cite": ["cite", "-"],
    "agreements": ["agreements", "-"],
    "dates": ["dates", "-"],
    "place": ["place", "-"],
    "people": ["people", "-"],
    "bulk": ["bulk", "-", "-o", "out.jsonl"],
}


def limit_memory() -> None:
    most = 2**30
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


@pytest.mark.parametrize("name", READING)
def test_an_input_without_end_is_refused_in_bounded_memory(folder: Path, name: str) -> None:
    ended = start(folder, READING[name], {0: Path("/dev/zero")}, limit_memory)
    assert (ended.status, ended.out, ended.err.count("\n")) == (3, b"", 1), ended.err
    assert "larger than" in ended.err


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("given", [CLOSED, Path("/proc/self/mem")], ids=str)
def test_an_input_that_cannot_be_read_is_said(folder: Path, name: str, given: Path) -> None:
    ended = start(folder, READING[name], {0: given})
    assert (ended.status, ended.out, ended.err.count("\n")) == (3, b"", 1), ended.err
    assert "unforeseen" not in ended.err


@pytest.mark.parametrize("words", [["extract", "page.html"], ["schema"], ["dates", "平成26年"]])
@pytest.mark.parametrize(("stream", "said"), [(FULL, "No space left"), (CLOSED, "is closed")])
def test_who_takes_nothing_is_told(folder: Path, words: Words, stream: Path, said: str) -> None:
    ended = start(folder, words, {1: stream})
    assert (ended.status, ended.err.count("\n")) == (3, 1)
    assert f"standard output: {said}" in ended.err or f"standard output {said}" in ended.err
