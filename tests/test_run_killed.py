"""The run killed: before each step of the file system, and at any moment."""

import os
import signal
import sys
from functools import partial
from itertools import count, cycle

import chronicle
from faults import answer, message
from forks import assert_repaired, assert_sound, fork, status_of
from growth import calls
from mornings import Job

PAGES = (chronicle.page(), chronicle.reworded("実施した"), chronicle.reworded("開いた"))
KILLS = 200
STEPS = {"os.rename", "os.remove", "os.chmod", "os.mkdir", "os.link", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def killed(job: Job, event: int) -> None:
    """Run the job, and be killed when it is about to touch the file system for the ``event``-th time."""
    seen = count()

    def hook(name: str, given: tuple[object, ...]) -> None:
        writes = name in STEPS or (name == "open" and bool(int(str(given[2])) & WRITING))
        if writes and next(seen) == event:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    job.run()


def killed_in_call(job: Job, last: int) -> None:
    """Run the job, and be killed in the ``last``-th call of a function."""
    seen = count()

    def see(_frame: object, event: str, _function: object) -> None:
        if event in {"call", "c_call"} and next(seen) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(see)
    job.run()


def test_killed_before_each_step_of_the_file_system(job: Job) -> None:
    ends = []
    for event in count():
        job.site.serve(
            answer(chronicle.reworded(f"行った（{event}）"))
        )  # never what stands, nor what stood
        ends.append(status_of(fork(partial(killed, job, event))))
        assert_sound(job)
        if ends[-1] == 0:
            break
    assert ends.count(-signal.SIGKILL) == len(ends) - 1 > 20
    assert_repaired(job)


def test_killed_before_each_step_of_the_first_run(job: Job) -> None:
    first = Job(job.folder.parent / "another", job.site)
    for event in count():
        end = status_of(fork(partial(killed, first, event)))
        assert not (first.folder / "meetings.json").exists() or len(first.ids()) == 4
        if end == 0:
            break
        assert end == -signal.SIGKILL
    assert event > 15
    assert_repaired(first)


def test_killed_at_any_moment(job: Job) -> None:
    turning = cycle(PAGES)
    job.site.serve(lambda _: [message(next(turning))])
    took = calls(job.run)
    ends = []
    for number in range(KILLS):
        ends.append(status_of(fork(partial(killed_in_call, job, int(number * 0.618 % 1.1 * took)))))
        assert_sound(job)
    assert ends.count(-signal.SIGKILL) > KILLS / 2
    assert {entry["why"] for entry in job.log()} == {None}
    assert_repaired(job)
