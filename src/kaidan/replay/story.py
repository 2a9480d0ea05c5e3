"""The folder moved forward, capture by capture, each by the job's own steps and dated by the capture."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from kaidan.errors import KaidanError, Refused, Unreadable
from kaidan.fetcher import Page
from kaidan.job import change_files, files, kept, last, log, pages, run
from kaidan.job.clock import moment
from kaidan.job.reading import read
from kaidan.job.repair import repair
from kaidan.job.strangers import require_ours
from kaidan.replay.gathered import Dated

Tell = Callable[[Dated, KaidanError], None]
"""Told of each capture that is refused."""


class Order(NamedTuple):
    """What is asked for.

    Attributes:
        captures: of the page, in order.
        url: the page.
        folder: where everything is kept.
        accept: the days, UTC, whose captures are taken whatever the guard says.
        rebuild: start anew, with what the folder has of its own among the captures.
    """

    captures: Sequence[Dated]
    url: str
    folder: Path
    accept: Collection[date] = ()
    rebuild: bool = False


def replay(order: Order, tell: Tell) -> Counter[str]:
    """Move the folder forward by each capture that it does not hold; return how many were decided how.

    Raises:
        Refused: a capture that the folder does not hold is older than the newest that it holds; nothing is changed.
        Unreadable: something cannot be read or written.
        Locked: a run is at work in the folder.
    """
    captures = list({_mark(capture): capture for capture in order.captures}.values())
    if order.rebuild:
        require_ours(order.folder)
        captures = _with_own(captures, order.folder)
        _clear(order.folder)
    held = _held(order.folder)
    wanted = [capture for capture in captures if _mark(capture) not in held]
    _require_order(wanted, held, order.folder)
    if order.folder.exists():
        _take_back(order.folder, {moment(capture.when) for capture in wanted})
    decided: Counter[str] = Counter(held=len(captures) - len(wanted))
    for capture in wanted:
        decided[_decided(order, capture, tell)] += 1
    return decided


def _decided(order: Order, capture: Dated, tell: Tell) -> str:
    accept = capture.when.date() in order.accept
    ordered = run.Order(order.url, order.folder, accept=accept)
    headers = {"content-type": capture.content_type} if capture.content_type else {}
    page = Page(capture.url or order.url, 200, headers, capture.body)
    try:
        return run.take(ordered, page, capture.when).decision
    except Refused as error:
        tell(capture, error)
        return "refused"
    except Unreadable as error:
        if _is_text(page):
            raise
        tell(capture, error)
        return "failed"


def _is_text(page: Page) -> bool:
    """Say whether a page can be read at all: where it can, it was the folder that could not be read or written."""
    try:
        read(page, last.Last(None, None, None))
    except Unreadable:
        return False
    except Refused:
        return True
    return True


Mark = tuple[str, str]
"""The time of a capture and the SHA-256 of its body, as the log has them."""


def _mark(capture: Dated) -> Mark:
    return moment(capture.when), _bare_page(capture).digest


def _bare_page(capture: Dated) -> Page:
    return Page(capture.url or "", 200, {}, capture.body)


def _held(folder: Path) -> set[Mark]:
    return {(entry.when, entry.page or "") for entry in log.entries(folder / kept.LOG)}


def _require_order(wanted: Sequence[Dated], held: Collection[Mark], folder: Path) -> None:
    newest = max((when for when, _ in held), default="")
    late = [capture for capture in wanted if moment(capture.when) < newest]
    if late:
        raise Refused(
            "{folder}: the capture of {when} ({name}) is older than the newest that is held, of {newest}; --rebuild starts anew with all",
            folder=folder,
            when=moment(late[0].when),
            name=late[0].name,
            newest=newest,
        )


def _take_back(folder: Path, wanted: Collection[str]) -> None:
    """Undo a step that was killed before its line was in the log, so that it is done again as if it had never begun."""
    repair(folder)
    held = last.read_last(folder)
    untold = last.untold(folder, held)
    if not untold or untold[0].when not in wanted:
        return
    stands = log.standing(folder / kept.LOG)
    before = _document_of(folder, stands.page) if stands and stands.page else None
    if stands is None:
        (folder / kept.RESULT).unlink(missing_ok=True)
    elif before and change_files.digest(before) == stands.document:
        files.write_together([(folder / kept.RESULT, before)])
    repair(folder)


def _document_of(folder: Path, digest: str) -> bytes | None:
    """Return what the page of that SHA-256 says, as today's code reads it."""
    page = pages.held(folder / kept.PAGES, digest)
    return read(page, last.Last(None, None, None)).data if page else None


def _with_own(captures: Sequence[Dated], folder: Path) -> list[Dated]:
    """Return the captures with those that the folder itself holds, in order."""
    given = {_mark(capture) for capture in captures}
    own = [capture for capture in _own(folder) if _mark(capture) not in given]
    return sorted([*captures, *own], key=lambda one: (one.when, one.name))


def _own(folder: Path) -> Iterator[Dated]:
    for entry in log.entries(folder / kept.LOG):
        places = (folder / kept.PAGES, folder / kept.REFUSED)
        page = next(filter(None, (pages.held(place, entry.page or "") for place in places)), None)
        if page:
            when = datetime.fromisoformat(entry.when).astimezone(UTC)
            yield Dated(when, f"{page.digest}.html", page.url, page.content_type, page.body)


def _clear(folder: Path) -> None:
    """Remove what the job has written, and nothing else. The log goes last: it knows the pages' times."""
    with files.as_ours():
        changes = filter(change_files.read_change, change_files.paths(folder / kept.CHANGES))
        for path in (*changes, *(folder / name for name in kept.FILES)):
            path.unlink(missing_ok=True)
