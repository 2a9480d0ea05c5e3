"""The run hindered: a full disk, a read-only folder, another run at work."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

import chronicle
from faults import Request, Site, Step, answer, message
from forks import assert_repaired, fork, status_of
from kaidan.errors import Locked
from mornings import Job

PAGE, REWORDED = chronicle.page(), chronicle.reworded()


@pytest.mark.parametrize("size", [0, 100, 400, 700, 1_000, 2_000, 4_000, 8_000, 16_000])
def test_a_disk_that_takes_no_more_changes_nothing(job: Job, size: int) -> None:
    before = job.files()
    job.site.serve(answer(REWORDED))

    def cramped() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        job.run()

    assert status_of(fork(cramped)) == 3
    assert job.files() == before
    assert job.run().decision == "changed"
    assert_repaired(job)


ON_A_FULL_DISK = """
mount -t tmpfs -o size=64k none disk && cp -r output disk/ && cd disk
head -c 99999 /dev/zero > rest 2>&-
"$@"; status=$?
cd .. && for name in $(cd output && find . -type f ! -name runs.jsonl); do cmp "output/$name" "disk/output/$name" || exit 99; done
test "$(find disk/output -type f | wc -l)" = "$(find output -type f | wc -l)" || exit 98
exit $status
"""
ALONE = ["unshare", "--map-root-user", "--mount"]


def may_mount() -> bool:
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode
    )


@pytest.mark.skipif(not may_mount(), reason="it mounts a tmpfs of its own")
def test_a_full_tmpfs_changes_nothing(job: Job) -> None:
    job.site.serve(answer(REWORDED))
    (job.folder.parent / "disk").mkdir()
    run = [
        sys.executable,
        "-c",
        "from kaidan.cli import main; main()",
        "run",
        "--url",
        job.site.page,
        "--pause",
        "0",
    ]
    words = [*ALONE, "sh", "-c", ON_A_FULL_DISK, "sh", *run]
    done = subprocess.run(words, cwd=job.folder.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1), done.stderr
    assert "No space left on device" in done.stderr


@pytest.fixture
def readable_by_all() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_read_only_folder_is_said_and_left(readable_by_all: Path, site: Site) -> None:
    job = Job(readable_by_all / "output", site)
    job.run(answer(PAGE))
    before, log = job.files(), job.log()
    folders = [job.folder, *(path for path in job.folder.rglob("*") if path.is_dir())]

    def read_only() -> None:
        if os.geteuid() == 0:  # whom no permission stops
            os.setuid(65534)
        job.run(answer(REWORDED))

    for folder in folders:
        folder.chmod(0o555)
    try:
        assert status_of(fork(read_only)) == 3
        assert (job.files(), job.log()) == (before, log)
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_of_two_runs_at_once_the_second_leaves_at_once(job: Job) -> None:
    asked, answered = Event(), Event()

    def late(_: Request) -> Iterator[Step]:
        asked.set()
        answered.wait(60)
        yield message(REWORDED)

    job.site.serve(late)
    first = Thread(target=job.run)
    first.start()
    assert asked.wait(60)
    before = job.files()
    with pytest.raises(Locked, match="another run holds the lock"):
        job.run()
    assert job.files() == before
    assert first.is_alive()
    answered.set()
    first.join()
    assert [entry["decision"] for entry in job.log()] == ["first", "changed"]
