"""The run, as a story: what is held, what came, what changed, whether it may replace what is held, and the move forward.

A run writes once, at its end, and all that it writes is on the disk under temporary names before the first file takes its own: so
a full disk changes nothing. The order in which the names are taken makes every moment between them a safe one to be killed in:

1. the page, its sidecar first: a page that nothing names yet is only kept;
2. the change, which says from which ``meetings.json`` to which it leads;
3. ``meetings.json``: the step that counts. Before it the old result stands, and the next run takes the change back; after it
   the new one does;
4. ``feed.xml``, which follows from the changes: every run makes it again if it is not what they say;
5. ``runs.jsonl``, which gains a line. A run that refuses or fails writes nothing but this and the refused page.

If one of these cannot be done, those before it are undone. A run that is killed between the third and the last has made a change
that no line tells: the next run tells it, as its own.
"""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kaidan.controls import show_controls
from kaidan.errors import KaidanError, Refused, Unreadable, unforeseen
from kaidan.fetcher import Limits, Page, fetch
from kaidan.job import (
    change_files,
    complaint,
    files,
    forward,
    guard,
    kept,
    last,
    lock,
    log,
    pages,
    runs,
    sidecar,
)
from kaidan.job.clock import Clock, moment, now
from kaidan.job.files import Write
from kaidan.job.log_entry import Failing, Stands
from kaidan.job.reading import Reading, read
from kaidan.job.repair import repair
from kaidan.job.strangers import require_ours
from kaidan.messages import Language, joined

_log = logging.getLogger(__name__)


class Order(NamedTuple):
    """What a run is asked to do.

    Attributes:
        url: the page.
        folder: where everything is kept.
        limits: of the fetch.
        offline: read the held copy again instead of fetching.
        accept: take what the guard would refuse.
        allow_loss: how many meetings known before may be gone.
        keep: how many pages are kept; None keeps all.
        dry: say what would happen, and write nothing.
        ignore: kinds of change, ways in which one is quiet, and parts of the page that are not told.
        ignored: words that are taken out before a page is compared with what is held.
        language: of the changes and the feed of a folder that has none yet.
    """

    url: str
    folder: Path
    limits: Limits = Limits()
    offline: bool = False
    accept: bool = False
    allow_loss: int = 0
    keep: int | None = None
    dry: bool = False
    ignore: frozenset[str] = frozenset()
    ignored: re.Pattern[str] | None = None
    language: Language = "en"


class Outcome(NamedTuple):
    """What a run that went well says.

    Attributes:
        decision: first, changed or unchanged.
        lines: what changed, a line each.
        recovered: what is over, if the runs before this one failed.
        meetings: the ids of those that changed, or came with the first result.
        counts: meetings, warnings, changes by whom.
    """

    decision: runs.Decision
    lines: list[str]
    recovered: str | None = None
    meetings: Sequence[str] = ()
    counts: Mapping[str, int] = MappingProxyType({})


def run(order: Order, clock: Clock = now) -> Outcome:
    """Run the job once.

    Raises:
        Locked: another run is at work in the folder; nothing is written.
        Refused: the guard said no, or there is no meeting in the page; it is kept under pages/refused/.
        Unreadable: the page did not come, or something could not be read or written.
    """
    with nullcontext() if order.dry else lock.hold(order.folder):
        require_ours(order.folder)
        when = clock()
        record = runs.Run(moment(when), _asked(order), versions=runs.versions())
        return _logged(order, when, record, lambda held: _fetched_or_held(order, held))


def take(order: Order, page: Page, when: datetime) -> Outcome:
    """Run the job as if it had been there when ``page`` came; neither the network nor a clock is asked.

    Raises:
        Locked: another run is at work in the folder; nothing is written.
        Refused: the guard said no, or there is no meeting in the page; it is kept under pages/refused/.
        Unreadable: something could not be read or written.
    """
    with lock.hold(order.folder):
        require_ours(order.folder)
        record = runs.Run(moment(when), _asked(order), timeless=True)
        return _logged(order, when, record, lambda _: page)


def _logged(
    order: Order, when: datetime, record: runs.Run, come: Callable[[last.Last], Page]
) -> Outcome:
    """Do what is ordered with the page that comes, and log what became of it."""
    earlier = log.failing(order.folder / kept.LOG)
    try:
        outcome = _attempt(order, when, record, come)
    except Exception as error:
        known = error if isinstance(error, KaidanError) else unforeseen(error)
        raise _failed(order, record, known, earlier) from error
    return outcome._replace(recovered=None if order.offline else complaint.recovered(earlier))


def _failed(
    order: Order, record: runs.Run, error: KaidanError, earlier: Failing | None
) -> KaidanError:
    """Log what stopped the run, and return what to tell of it."""
    record.decision = "refused" if isinstance(error, Refused) else "failed"
    record.why, record.late = show_controls(str(error)), None
    failing = log.failing_after(None if order.offline else earlier, record.when, record.why)
    is_of_folder = not isinstance(error, Refused) and not record.is_of_page
    if order.dry or (record.timeless and is_of_folder):  # a capture is none the less for it
        return complaint.said_once(error, failing, None)
    record.failing = None if order.offline else failing
    path = order.folder / kept.LOG
    try:
        record.stands = log.standing(path)
        log.append(path, record.log_line())
    except Unreadable as unwritten:
        _log.warning("not even the log: %s", unwritten)
    copy = record.came.get("kept")
    return complaint.said_once(error, failing, order.folder / copy if copy else None)


def _attempt(
    order: Order, when: datetime, record: runs.Run, come: Callable[[last.Last], Page]
) -> Outcome:
    if not order.dry:
        repair(order.folder)
    held = last.read_last(order.folder)
    late = last.untold(order.folder, held)
    with record.step("fetch"):
        page = come(held)
    record.came = {
        "url": page.url,
        "status": page.status,
        "type": page.content_type,
        "bytes": len(page.body),
        "sha256": page.digest,
    }
    try:
        with record.step("extract"):
            reading = _judged(order, held, page, when, record)
    except KaidanError as error:
        if isinstance(error, Refused):
            record.came["kept"] = (
                None if order.dry else _keep_refused(order, page, when, str(error))
            )
        raise error.at(order.url) from error
    record.decision = reading.decision
    record.stands = Stands(change_files.digest(reading.data), page.digest, order.url, record.when)
    if late:
        record.late = [change.when for change in late]
        record.decision = _decision_with(late, reading)
    outcome = Outcome(
        record.decision,
        [*map(_late_line, late), *reading.lines],
        meetings=reading.meetings,
        counts=reading.counts,
    )
    if order.dry:
        return outcome
    files.write_together(
        forward.writes(order.folder, held, reading, when, order.language),
        finish=lambda: log.append(order.folder / kept.LOG, record.log_line()),
    )
    _prune(order, page.digest)
    return outcome


def _decision_with(late: Sequence[change_files.Change], reading: Reading) -> runs.Decision:
    """What a run decided that tells others' changes too."""
    is_first = late[-1].before == change_files.NOTHING and not reading.changes
    return "first" if is_first else "changed"


def _late_line(change: change_files.Change) -> str:
    return f"{change.title} (by the run of {change.when}, which was cut short)"


def _fetched_or_held(order: Order, held: last.Last) -> Page:
    """Fetch the page, or take the copy that is held."""
    if order.offline:
        if held.page is None:
            raise Unreadable("no copy of the page is held; a run with the network makes one").at(
                order.folder / kept.PAGES
            )
        stands = log.standing(order.folder / kept.LOG)
        asked = stands and stands.url  # not the copy's own address, which may lie behind a redirect
        if asked and order.url != asked:
            raise Unreadable("the copy that is held is of {url}; --url names it", url=asked).at(
                order.folder / kept.PAGES
            )
        return held.page
    _log.info("fetching %s", order.url)
    try:
        return fetch(order.url, held.page, order.limits)
    except Unreadable as error:
        raise error.at(order.url) from error


def _judged(order: Order, held: last.Last, page: Page, when: datetime, record: runs.Run) -> Reading:
    """Read the page and let the guard look at it."""
    _log.info("reading %s bytes", f"{len(page.body):,}")
    try:
        reading = read(page, held, order.ignore, order.ignored)
    except Unreadable:
        record.is_of_page = True
        raise
    path = order.folder / kept.LOG
    stands = log.standing(path)
    days, best = log.days_between(stands and stands.when, when), guard.best(log.entries(path), when)
    judgement = guard.judge(held, reading, order.allow_loss, days=days, best=best)
    why = joined("; ", judgement.reasons)
    if why and not order.accept:
        raise guard.Stopped(why)
    record.overruled = str(why) or None
    record.counts = {**reading.counts, **judgement.noted}
    return reading


def _keep_refused(order: Order, page: Page, when: datetime, why: str) -> str | None:
    """Keep a page that was refused, to be looked at; return where in the folder, or None if it could not be kept."""
    path = pages.place(order.folder / kept.REFUSED, page, when)
    is_written = _try_to_write(sidecar.writes(path, page, when, refused=why))
    return str(path.relative_to(order.folder)) if is_written else None


def _try_to_write(planned: Sequence[Write]) -> bool:
    """Write what goes with a failure; if that fails too, the first failure is the one to be told."""
    try:
        files.write_together(planned)
    except Unreadable as error:
        _log.warning("not even the log: %s", error)
        return False
    return True


def _prune(order: Order, good: str) -> None:
    """Remove old pages. The run is over and well by now: what cannot be removed today is tried again tomorrow."""
    if order.keep is None:
        return
    try:
        for folder in (order.folder / kept.PAGES, order.folder / kept.REFUSED):
            pages.prune(folder, order.keep, good)
    except (OSError, Unreadable) as error:
        _log.warning("old pages cannot be removed: %s", error)


def _asked(order: Order) -> dict[str, object]:
    """What was asked for, less what is nobody's business in a log that may be published: folder and contact."""
    asked = order._asdict() | {"deadline": order.limits.deadline}
    for name in ("folder", "limits", "dry", "language", "ignore", "ignored"):
        del asked[name]
    if order.ignore:
        asked["ignore"] = sorted(order.ignore)
    if order.ignored:
        asked["ignored"] = order.ignored.pattern
    return asked
