"""One page to one file: what ``kaidan fetch`` does."""

from pathlib import Path

from kaidan.errors import Unreadable
from kaidan.fetcher import Limits, fetch
from kaidan.job import files, sidecar
from kaidan.job.clock import Clock, now


def download(url: str, path: Path, limits: Limits, clock: Clock = now) -> str:
    """Fetch ``url`` to ``path`` and return, in a line, what became of it: written, or unchanged.

    Raises:
        Unreadable: the page did not come or could not be written; ``path`` is as it was.
    """
    if not path.parent.is_dir():
        raise Unreadable("there is no folder {folder}", folder=path.parent).at(path)
    held = sidecar.read_kept(path)
    try:
        page = fetch(url, held, limits)
    except Unreadable as error:
        raise error.at(url) from error
    files.write_together(sidecar.writes(path, page, clock()))
    if held and held.body == page.body:
        return f"{path}: unchanged"
    return f"{path}: written, {len(page.body):,} bytes"
