"""Captures of one page in the order of time, from files, folders and web archives."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

from kaidan.captures.capture import Capture, time_in_name
from kaidan.captures.names import is_archive, paths_of
from kaidan.captures.record_pages import Passed
from kaidan.captures.saved_pages import read_file
from kaidan.captures.web_archives import read_archive
from kaidan.errors import KaidanError, Unreadable
from kaidan.provenance import archived_page
from kaidan.replay.one_page import page_key
from kaidan.replay.originals import as_published
from kaidan.saved import beside

_IN_WAYBACK = re.compile(r"/web/(\d{14})[a-z_]*/")


class Dated(NamedTuple):
    """A capture of the page, as its publisher sent it."""

    when: datetime
    name: str
    url: str | None
    content_type: str | None
    body: bytes


class Gathered(NamedTuple):
    """What was found.

    Attributes:
        captures: of the page, in order; two of one second go by name.
        url: the page.
        passed: what is no capture of it: other pages, other statuses, without a time.
        problems: what could not be read.
    """

    captures: list[Dated]
    url: str | None
    passed: Passed
    problems: list[KaidanError]


def gather(names: Iterable[str], url: str | None = None) -> Gathered:
    """Gather the captures of a page: of ``url``, or else of the address that most of them have.

    A capture whose address nobody noted is taken for one of it.
    """
    paths, problems = _paths(names)
    passed: Passed = Counter()
    if url is None:
        url = _commonest(_captures_at(paths, Counter(), []))
    found: list[Dated] = []
    revisits: list[Capture] = []
    originals = _Originals()
    for capture in _captures_at(paths, passed, problems):
        if capture.url and url and page_key(capture.url) != page_key(url):
            passed["other pages"] += 1
        elif capture.problem:
            problems.append(Unreadable("{name}: {why}", name=capture.name, why=capture.problem))
        elif capture.captured is None:
            passed["without a time"] += 1
        elif capture.is_revisit:
            revisits.append(capture)
        else:
            found.append(_dated(capture, originals.hold(capture)))
    originals.look_for(revisits, paths)
    for revisit in revisits:
        if original := originals.said_again_by(revisit):
            found.append(_dated(revisit, original))
        else:
            passed["revisits of what is not here"] += 1
    found.sort(key=lambda one: (one.when, one.name))
    return Gathered(found, url, passed, problems)


def _commonest(captures: Iterable[Capture]) -> str | None:
    """Return the address of the page that most captures are of, as most of them write it."""
    addresses = Counter(capture.url for capture in captures if capture.url)
    pages: Counter[tuple[str, str, str]] = Counter()
    for address, count in addresses.items():
        pages[page_key(address)] += count
    return max(
        addresses,
        key=lambda address: (pages[page_key(address)], addresses[address]),
        default=None,
    )


class _Original(NamedTuple):
    """What came, as its publisher sent it."""

    body: bytes
    content_type: str | None


class _Originals:
    """What captures of the page say, each text once, and what others say only where a capture of the page came to say the same."""

    def __init__(self) -> None:
        self._bodies: dict[bytes, bytes] = {}
        self._by_digest: dict[str | None, _Original] = {}

    def hold(self, capture: Capture) -> _Original:
        """Hold what a capture says; what several of them say is one object in memory."""
        body = as_published(capture.body)
        original = _Original(self._bodies.setdefault(body, body), capture.content_type)
        if capture.digest:
            self._by_digest.setdefault(capture.digest, original)
        return original

    def look_for(self, revisits: Iterable[Capture], paths: Iterable[Path]) -> None:
        """Go through all captures once more for what others of the page came to say again, if the page's own do not have it."""
        wanted = {one.digest for one in revisits if one.digest} - self._by_digest.keys()
        captures = _captures_at(paths, Counter(), []) if wanted else iter(())
        for capture in captures:
            if capture.digest in wanted and not capture.is_revisit and not capture.problem:
                self.hold(capture)
                wanted.remove(capture.digest)
            if not wanted:
                return

    def said_again_by(self, revisit: Capture) -> _Original | None:
        """Return what came the first time; None if that is not here."""
        return self._by_digest.get(revisit.digest)


def _dated(capture: Capture, original: _Original) -> Dated:
    """Return a capture of the page that says what an original says."""
    assert capture.captured is not None  # noqa: S101  for the type checker: those without were passed over
    when = capture.captured.astimezone(UTC).replace(microsecond=0)
    content_type = capture.content_type or original.content_type
    return Dated(when, capture.name, capture.url, content_type, original.body)


def _paths(names: Iterable[str]) -> tuple[list[Path], list[KaidanError]]:
    paths: list[Path] = []
    problems: list[KaidanError] = []
    for name in names:
        try:
            paths += paths_of([name])
        except Unreadable as error:
            problems.append(error)
    return paths, problems


def _captures_at(
    paths: Iterable[Path], passed: Passed, problems: list[KaidanError]
) -> Iterator[Capture]:
    for path in paths:
        try:
            if is_archive(path):
                yield from map(_placed, read_archive(path, passed, revisits=True))
            elif not path.name.endswith((".json", ".jsonl", ".xml", ".md", ".lock")):
                yield from _saved(path, passed, problems)
        except Unreadable as error:
            problems.append(error)


def _saved(path: Path, passed: Passed, problems: list[KaidanError]) -> Iterator[Capture]:
    """Yield a saved page, if it is a capture at all."""
    capture = read_file(path)
    if capture.problem:
        problems.append(Unreadable("{what}", what=capture.problem))
        return
    facts = _sidecar_facts(path)
    if facts.get("status", 200) != 200:
        passed["other statuses"] += 1
        return
    when = _memento(facts.get("headers")) or time_in_name(path.name) or capture.captured
    yield _placed(capture._replace(captured=when))


def _sidecar_facts(path: Path) -> dict[str, object]:
    try:
        facts = json.loads(beside(path).read_bytes())
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _memento(headers: object) -> datetime | None:
    """Read the header of RFC 7089 that says when a copy was made, however its name is written."""
    if not isinstance(headers, dict):
        return None
    told = next((headers[name] for name in headers if name.lower() == "memento-datetime"), None)
    try:
        when = parsedate_to_datetime(str(told))
    except (TypeError, ValueError):
        return None
    if when.tzinfo:
        return when
    names_no_zone = str(told)[-1:].isdigit()  # the name of an unknown one may stand for any
    return when.replace(tzinfo=UTC) if names_no_zone else None


def _placed(capture: Capture) -> Capture:
    """Return a capture under the page's own address, with the time that an archive's address has."""
    original = capture.url and archived_page(capture.url)
    if not capture.url or not original:
        return capture
    copied = _IN_WAYBACK.search(capture.url)
    when = time_in_name(copied[1]) if copied else None
    return capture._replace(url=original, captured=when or capture.captured)
