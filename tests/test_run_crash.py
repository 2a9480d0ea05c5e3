"""The run when the machine fails it: killed anywhere, a full disk, a read-only folder, two runs at once."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, cycle
from pathlib import Path
from threading import Thread

import pytest

import chronicle
from faults import Site, answer, at_most, message, steps
from kaidan.errors import KaidanError, Locked
from kaidan.job import changes, feed
from kaidan.output import TEMPORARY
from mornings import Job

PAGES = (chronicle.page(), chronicle.reworded("実施した"), chronicle.reworded("開いた"))
KILLS = 300

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")


def fork(act: Callable[[], object]) -> int:
    """Do ``act`` in a child process; return its id. Its exit status is that of the error, or 0."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the site's threads are asleep, and a child that hangs is killed
        child = os.fork()
    if child:
        return child
    status = 99
    try:
        act()
        status = 0
    except KaidanError as error:
        status = error.status
    finally:
        os._exit(status)


def status_of(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def assert_sound(job: Job) -> None:
    """What stands is one of the results that were accepted, whole, and the changes lead up to it."""
    assert len(job.ids()) == 4
    told = [change for path in changes.paths(job.folder / "changes") if (change := changes.read(path))]
    assert len(told) == len(changes.paths(job.folder / "changes"))
    if told[-1].before == changes.digest((job.folder / "meetings.json").read_bytes()):
        told.pop()  # cut short; the next run takes it back
    assert told[-1].after == changes.digest((job.folder / "meetings.json").read_bytes())
    assert [change.before for change in told[1:]] == [change.after for change in told[:-1]]
    assert job.log()[0]["decision"] == "first"


def assert_repaired(job: Job) -> None:
    """After a run that was left alone nothing is left of those that were not."""
    job.run()
    assert_sound(job)
    assert not list(job.folder.rglob(f".*{TEMPORARY}"))
    told = changes.recent(job.folder / "changes", feed.LONGEST)
    assert (job.folder / "feed.xml").read_bytes() == feed.render(told, job.site.page, "近年の主な動き")
    assert all((page.with_name(f"{page.name}.http.json")).exists() for page in (job.folder / "pages").glob("*.html"))


def killed(job: Job, event: int) -> None:
    """Run the job, and be killed when it is about to touch the file system for the ``event``-th time."""
    seen = count()

    def hook(name: str, _: object) -> None:
        if name in {"open", "os.rename", "os.remove", "os.chmod", "os.mkdir"} and next(seen) == event:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    job.run()


def test_killed_before_each_step_of_the_file_system(job: Job) -> None:
    ends = []
    for event in count():
        job.site.serve(answer(chronicle.reworded(f"行った（{event}）")))  # never what stands, nor what stood
        ends.append(status_of(fork(partial(killed, job, event))))
        assert_sound(job)
        if ends[-1] == 0:
            break
    assert ends.count(-signal.SIGKILL) == len(ends) - 1 > 40
    assert_repaired(job)


def test_killed_at_any_moment(job: Job) -> None:
    turning = cycle(PAGES)
    job.site.serve(lambda _: [message(next(turning))])
    begun = time.monotonic()
    assert status_of(fork(job.run)) == 0
    took = time.monotonic() - begun
    ends = []
    for number in range(KILLS):
        child = fork(job.run)
        time.sleep(number * 0.618 % 1.1 * took)
        os.kill(child, signal.SIGKILL)
        ends.append(status_of(child))
        assert_sound(job)
    assert ends.count(-signal.SIGKILL) > KILLS / 3
    assert {entry["why"] for entry in job.log()} == {None}
    assert_repaired(job)


@pytest.mark.parametrize("size", [0, 100, 400, 700, 1_000, 2_000, 4_000, 8_000, 16_000])
def test_a_disk_that_takes_no_more_changes_nothing(job: Job, size: int) -> None:
    before = job.files()
    job.site.serve(answer(PAGES[2]))

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
    return bool(shutil.which("unshare")) and not subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode


@pytest.mark.skipif(not may_mount(), reason="it mounts a tmpfs of its own")
def test_a_full_tmpfs_changes_nothing(job: Job) -> None:
    job.site.serve(answer(PAGES[1]))
    (job.folder.parent / "disk").mkdir()
    run = [sys.executable, "-c", "from kaidan.cli import main; main()", "run", "--url", job.site.page, "--pause", "0"]
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
    job.run(answer(PAGES[0]))
    before, log = job.files(), job.log()
    folders = [job.folder, *(path for path in job.folder.rglob("*") if path.is_dir())]

    def read_only() -> None:
        if os.geteuid() == 0:  # whom no permission stops
            os.setuid(65534)
        job.run(answer(PAGES[1]))

    for folder in folders:
        folder.chmod(0o555)
    try:
        assert status_of(fork(read_only)) == 3
        assert (job.files(), job.log()) == (before, log)
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_of_two_runs_at_once_the_second_leaves_at_once(job: Job) -> None:
    job.site.serve(steps(0.15, message(PAGES[1])))
    first = Thread(target=job.run)
    first.start()
    while not job.site.asked_for()[1:]:
        time.sleep(0.01)
    before = job.files()
    with at_most(0.1), pytest.raises(Locked, match="another run holds the lock"):
        job.run()
    assert job.files() == before
    first.join()
    assert [entry["decision"] for entry in job.log()] == ["first", "changed"]
