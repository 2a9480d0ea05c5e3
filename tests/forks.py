"""A run in a process of its own, so that it can be killed or starved, and what must hold after it."""

import os
import warnings
from collections.abc import Callable
from typing import Any

from kaidan.atomic import TEMPORARY
from kaidan.errors import KaidanError
from kaidan.job import change_files, feed
from mornings import Job


def fork(act: Callable[[], object]) -> int:
    """Do ``act`` in a child process; return its id. Its exit status is that of the error, or 0."""
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # the site's threads are asleep, and a child that hangs is killed
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
    told = [
        change
        for path in change_files.paths(job.folder / "changes")
        if (change := change_files.read_change(path))
    ]
    assert len(told) == len(change_files.paths(job.folder / "changes"))
    if told[-1].before == change_files.digest((job.folder / "meetings.json").read_bytes()):
        told.pop()  # cut short; the next run takes it back
    assert told[-1].after == change_files.digest((job.folder / "meetings.json").read_bytes())
    assert [change.before for change in told[1:]] == [change.after for change in told[:-1]]
    assert [entry["decision"] for entry in job.log()].count("first") == 1


def assert_repaired(job: Job) -> None:
    """After a run that was left alone nothing is left of those that were not."""
    job.run()
    assert_sound(job)
    assert not list(job.folder.rglob(f".*{TEMPORARY}"))
    told = change_files.recent(job.folder / "changes", feed.LONGEST)
    assert (job.folder / "feed.xml").read_bytes() == feed.render(
        told, job.site.page, "近年の主な動き"
    )
    assert_told(job)
    assert all(
        (page.with_name(f"{page.name}.http.json")).exists()
        for page in (job.folder / "pages").glob("*.html")
    )


def assert_told(job: Job) -> None:
    """Each accepted change is told once in the log: by its own run, or by the one after it."""
    accepted = change_files.paths(job.folder / "changes")
    assert sum(_tellings(entry) for entry in job.log() if entry["decision"] != "failed") == len(
        accepted
    )


def _tellings(entry: dict[str, Any]) -> int:
    own = entry["counts"].get("by source") or (
        entry["decision"] == "first" and not entry.get("late")
    )
    return len(entry.get("late", [])) + bool(own)
