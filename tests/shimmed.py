"""A job each of whose calls on the output folder fails once: a process of its own, which the shim is loaded into.

Usage: python shimmed.py FOLDER SHIM ERRNO FIRST, in the environment that loads SHIM. Prints how many calls there were, or what went wrong.
"""

import ctypes
import shutil
import sys
from itertools import count
from pathlib import Path

import chronicle
import faults
from faults import answer
from forks import assert_repaired, assert_sound, fork, status_of
from mornings import Job


def main(folder: Path, shim: str, error: int, *, first: bool) -> int:
    arm = ctypes.CDLL(shim).arm
    with faults.site() as site:
        held = Job(folder / "held", site)
        if not first:
            held.run(answer(chronicle.page()))
        for number in count():
            job = Job(folder / "output", site)
            job.now = held.now
            shutil.rmtree(job.folder, ignore_errors=True)
            if not first:
                shutil.copytree(held.folder, job.folder)
            before = job.files() if not first else {}
            site.serve(answer(chronicle.reworded()))

            def hindered(job: Job = job, number: int = number) -> None:
                arm(str(job.folder).encode(), number, error)
                try:
                    job.run()
                finally:
                    arm(b"", -1, 0)

            status = status_of(fork(hindered))
            _judge(job, before, status, f"call {number}")
            if status == 0 and _ended(job, number, arm, shim):
                return number
    return 0


def _judge(job: Job, before: dict[str, bytes], status: int, where: str) -> None:
    """On 3 nothing has moved; on 0 the change is there; in both cases the next run leaves it told once."""
    assert status in {0, 3}, f"{where}: status {status}"
    whole = {name: data for name, data in job.files().items() if not name.endswith(".part")}
    if status == 3:
        lasting = {name: data for name, data in whole.items() if not name.startswith("pages/")}
        known = {name: data for name, data in before.items() if not name.startswith("pages/")}
        assert lasting.keys() - {".lock"} == known.keys() - {".lock"}, f"{where}: {lasting.keys()}"
        assert all(lasting[name] == known[name] for name in known), where
    job.site.serve(answer(chronicle.reworded()))
    job.now = job.now.replace(year=2027)
    assert_repaired(job)
    assert_sound(job)


def _ended(job: Job, number: int, arm: object, shim: str) -> bool:
    """Whether the run has fewer calls than that: one more that is not hindered says how many."""
    calls = ctypes.CDLL(shim).calls
    calls.restype = ctypes.c_long
    arm(str(job.folder).encode(), -1, 0)  # type: ignore[operator]
    job.run(answer(chronicle.page()))
    return bool(calls() < number)


if __name__ == "__main__":
    folder, shim, error, first = sys.argv[1:]
    sys.stdout.write(f"{main(Path(folder), shim, int(error), first=first == 'first')}\n")
