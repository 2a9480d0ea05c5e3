"""SOURCE, as every command takes it: a page, a ``meetings.json``, several of them, ``bulk``'s JSON Lines, the folder that ``run`` keeps."""

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from io import BufferedReader, BytesIO
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, cast

from kaidan.cli import take
from kaidan.errors import KaidanError, Refused, Unreadable, WrongUsage, because
from kaidan.job import kept
from kaidan.saved import SIDECAR, SavedPage, read_saved_page
from kaidan.sourced import SourcedDocument, told_together
from kaidan.text.deferred import deferred

_LINES = deferred(r"\.(?:jsonl|ndjson)(?:\.gz|\.zst)?$", re.IGNORECASE)
_LONGEST_LINE = 2**30
"""Bytes of a line: the document of the largest page that is read, many times over."""


_USER = deferred(r"(?<=://)[^/?#@]*@")


def read_sources(names: Sequence[str], url: str | None = None) -> list[SourcedDocument]:
    """Read all that the names stand for, in their order; of ``bulk``'s lines those that hold a document.

    Args:
        names: of files or folders, http(s) addresses, or - for standard input.
        url: where saved pages came from.

    Raises:
        Unreadable: one is not there, or is neither a page nor a document.
        Refused: a page holds no meeting, or no line of ``bulk`` a document.
    """
    return told_together([source for name in names for source in _read_source(name, url)])


def read_page_source(name: str, url: str | None = None) -> SourcedDocument:
    """Read a page: a file, an http(s) address, or - for standard input.

    Raises:
        Unreadable: it cannot be read or fetched, or is no page.
        Refused: it holds no meeting.
    """
    try:
        return _extracted(name, open_page(name), url)
    except KaidanError as error:
        raise _placed(error, name) from error


def open_page(name: str) -> SavedPage:
    """Return the bytes that a name stands for, and what is known of their coming.

    Raises:
        Unreadable: there are none; the message may lack the name.
    """
    if name == "-":
        return SavedPage(take(name))
    if re.match("https?://", name, re.IGNORECASE):
        return _fetched(name)
    if not name or "://" in name:
        raise Unreadable("neither a file nor an http(s) URL")
    return read_saved_page(Path(name))


def _fetched(address: str) -> SavedPage:
    from kaidan.fetcher import fetch  # noqa: PLC0415  httpx takes 120 ms, for pages from the network alone

    page = fetch(address)
    return SavedPage(page.body, page.url, page.content_type, datetime.now(UTC))


def _placed(error: KaidanError, name: str) -> KaidanError:
    """Put the name of what was read before an error's message, once; of an address without a user's name and password."""
    name = _USER.sub("", name)
    return error if str(error).startswith(f"{name}:") else error.at(name)


def _read_source(name: str, url: str | None) -> Iterator[SourcedDocument]:
    try:
        if name != "-" and Path(name).is_dir():
            yield _kept_by_run(Path(name))
            return
        if _LINES.search(name):
            with closing(_open_lines(Path(name))) as lines:
                yield from _bulk(lines, name)
            return
        saved = open_page(name)
        body = saved.body
        is_json = body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        if not is_json and not name.endswith(".json"):
            yield _extracted(name, saved, url)
        elif is_json and _is_bulk(body):
            yield from _bulk(BytesIO(body), name)
        else:
            yield _loaded(body, name)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(because(error)).at(name) from error
    except KaidanError as error:
        raise _placed(error, name) from error


def _extracted(name: str, saved: SavedPage, url: str | None) -> SourcedDocument:
    from kaidan.pipeline import extract  # noqa: PLC0415  a document is read without the readers of pages

    document = extract(saved.body, url=url or saved.url, content_type=saved.content_type)
    return SourcedDocument(name, document, saved.retrieved)


def _loaded(body: bytes, name: str) -> SourcedDocument:
    from kaidan.output import load  # noqa: PLC0415  --help waits for no models

    document = load(body, name)
    folder = Path(name).parent if name != "-" else Path()
    return SourcedDocument(name, document, _retrieved(folder, document.source.sha256))


def _kept_by_run(folder: Path) -> SourcedDocument:
    """Read the last good document of the folder that ``kaidan run`` keeps."""
    path = folder / kept.RESULT
    return _loaded(read_saved_page(path).body, str(path))._replace(name=str(folder), folder=folder)


def _retrieved(folder: Path, digest: str) -> datetime | None:
    """Return when the page of that SHA-256 came, from a sidecar that speaks of it in the folder or its ``pages``."""
    sidecars = [*kept.copies(folder, digest), *_sidecars(folder, digest)]
    times = [read_saved_page(path).retrieved for path in sorted(sidecars)]
    return min(filter(None, times), default=None)


def _sidecars(folder: Path, digest: str) -> Iterator[Path]:
    """Yield the pages in a folder whose sidecar speaks of that SHA-256."""
    for sidecar in folder.glob(f"*{SIDECAR}"):
        page = sidecar.with_name(sidecar.name.removesuffix(SIDECAR))
        if page.is_file() and digest.encode() in sidecar.read_bytes():
            yield page


def _is_bulk(body: bytes) -> bool:
    """Tell whether the first line is one of ``bulk``'s, which says what was read."""
    import json  # noqa: PLC0415  a page is read without

    try:
        return "input" in json.loads(body.partition(b"\n")[0])
    except (ValueError, TypeError):
        return False


def _open_lines(path: Path) -> BinaryIO:
    """Open JSON Lines, packed or not; they may be larger than a page, and are read a line at a time."""
    if path.suffix == ".gz":
        import gzip  # noqa: PLC0415  for packed lines alone

        return cast("BinaryIO", gzip.open(path))
    if path.suffix != ".zst":
        return path.open("rb")
    try:
        from zstandard import open as open_packed  # noqa: PLC0415  an extra
    except ImportError as error:
        raise WrongUsage(
            "{path}: zstd wants an extra: pip install '.[archive]'", path=path
        ) from error
    return cast("BinaryIO", BufferedReader(open_packed(path, "rb")))


def _bulk(lines: BinaryIO, name: str) -> Iterator[SourcedDocument]:
    import json  # noqa: PLC0415

    from kaidan.output import load  # noqa: PLC0415  --help waits for no models

    told = 0
    for number in count(1):
        line = lines.readline(_LONGEST_LINE)
        if not line:
            break
        fields = _line_of_bulk(line, f"{name}: line {number}") if line.strip() else {}
        if fields.get("document"):
            told += 1
            document = load(json.dumps(fields["document"]).encode(), f"{name}: line {number}")
            yield SourcedDocument(
                str(fields["input"]), document, _time_of_capture(fields.get("captured"))
            )
    if not told:
        raise Refused("no line holds a document")


def _line_of_bulk(line: bytes, where: str) -> dict[str, Any]:
    import json  # noqa: PLC0415

    try:
        fields = json.loads(line)
    except ValueError as error:
        raise Unreadable("{where}: not JSON: {error}", where=where, error=str(error)) from error
    if not isinstance(fields, dict) or "input" not in fields:
        raise Unreadable("{where}: no line of bulk", where=where)
    return fields


def _time_of_capture(captured: object) -> datetime | None:
    """Return when a page was captured; ``bulk`` writes times in UTC."""
    try:
        when = datetime.fromisoformat(str(captured))
    except ValueError:
        return None
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
