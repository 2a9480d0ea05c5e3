"""Captures become lines of JSON: what was read, or why nothing was."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import orjson

from kaidan.bulk.page_reading import Failure, Outcome, ReadPage, looked_at, page_of, read_page
from kaidan.captures.capture import Capture

_TIME_TO_THE_SECOND = orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS

Told = tuple[Capture, Outcome]
"""A capture, whose body is not needed any more, and what became of it."""


class Answers(NamedTuple):
    """Lines of captures that follow each other.

    Attributes:
        lines: of JSON.
        counts: of them, by what they tell: a document, or a refusal by its code.
    """

    lines: bytes
    counts: Counter[str]


class Gathered:
    """Lines while they are gathered.

    Attributes:
        size: of the lines, in bytes.
    """

    def __init__(self) -> None:
        self.size = 0
        self._lines: list[bytes] = []
        self._counts: Counter[str] = Counter()

    def gather(self, told: Told) -> None:
        """Add the line of a capture."""
        line = line_of(told)
        self._lines.append(line)
        self.size += len(line)
        _, outcome = told
        self._counts[outcome.code if isinstance(outcome, Failure) else "document"] += 1

    def answers(self) -> Answers:
        """Return what was gathered."""
        return Answers(b"".join(self._lines), self._counts)


def answers_of(told: Iterable[Told]) -> Answers:
    """Return the lines of captures of which it is known what became of them."""
    gathered = Gathered()
    for one in told:
        gathered.gather(one)
    return gathered.answers()


def told_of(captures: Iterable[Capture], read: ReadPage = read_page) -> Iterator[Told]:
    """Look at each capture, and read those pages of which a look does not tell."""
    for capture, failure in looked_at(captures):
        yield capture, failure or read(page_of(capture))


def line_of(told: Told) -> bytes:
    r"""Return a line, with the document or the refusal.

    >>> line_of((Capture("01.html", b""), Failure("refused", 4, "the page is empty")))
    b'{"input":"01.html","url":null,"captured":null,"error":{"code":"refused","status":4,"message":"the page is empty"}}\n'
    """
    capture, outcome = told
    fields: dict[str, object] = {
        "input": printable(capture.name),
        "url": capture.url,
        "captured": capture.captured,
    }
    if isinstance(outcome, Failure):
        fields["error"] = _as_json(outcome)
    else:
        fields["document"] = orjson.Fragment(outcome)
    return orjson.dumps(fields, option=_TIME_TO_THE_SECOND | orjson.OPT_APPEND_NEWLINE)


@lru_cache  # most pages are refused for the same reason
def _as_json(failure: Failure) -> orjson.Fragment:
    return orjson.Fragment(orjson.dumps(failure._asdict()))


def captured_at(capture: Capture) -> str | None:
    """Return when a page was captured as a line has it, RFC 3339 to the second."""
    when: str | None = orjson.loads(orjson.dumps(capture.captured, option=_TIME_TO_THE_SECOND))
    return when


def printable(name: str) -> str:
    r"""Return a file's name as JSON can hold it: bytes that are no UTF-8 are shown as such.

    >>> printable("a\udcff.html")
    'a\\xff.html'
    """
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
