"""On from where a run stopped: what its lines tell is passed over."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import orjson

from kaidan.bulk.answers import captured_at, printable
from kaidan.bulk.bulk_inputs import Begun, Input, Notes, WarcFile
from kaidan.bulk.targets import lines_told
from kaidan.captures.capture import Capture
from kaidan.errors import WrongUsage


class HeldLines:
    """The whole lines of a file, one after the other.

    Attributes:
        count: of those passed over.
    """

    def __init__(self, output: Path) -> None:
        self.count = 0
        self._output = output
        self._lines = lines_told(output)
        self._next = next(self._lines, None)

    @property
    def is_over(self) -> bool:
        """Say whether none is left."""
        return self._next is None

    def require(self, capture: Capture | None) -> None:
        """Pass over the next line, if it tells of a capture.

        Raises:
            WrongUsage: it tells of another.
        """
        self.count += 1
        fields = orjson.loads(self._next or b"{}")
        expected = capture and (printable(capture.name), capture.url, captured_at(capture))
        if expected != (fields.get("input"), fields.get("url"), fields.get("captured")):
            raise WrongUsage(
                "{path}: line {number} tells of {other}, which is not what comes here",
                path=self._output,
                number=self.count,
                other=fields.get("input"),
            )
        self._next = next(self._lines, None)


def behind_told(inputs: Iterator[Input], held: HeldLines, notes: Notes) -> Iterator[Input]:
    """Return the inputs, or what is left of one, of which no line tells yet.

    Raises:
        WrongUsage: a line tells of another.
    """
    rest: Iterator[Input] = iter(())
    while not held.is_over:
        one = next(inputs, None)
        if one is None:
            held.require(None)
        else:
            rest = _rest_of(one, held, notes)
    return chain(rest, inputs)


def _rest_of(one: Input, held: HeldLines, notes: Notes) -> Iterator[Input]:
    file = one if isinstance(one, WarcFile) else None
    captures = file.captures(notes, lambda _: held.is_over) if file else one.captures(notes)
    for capture in captures:
        if held.is_over:
            return chain((Begun(chain((capture,), captures)),), _unread(file))
        held.require(capture)
    return _unread(file)


def _unread(file: WarcFile | None) -> Iterator[Input]:
    """Yield a file if some of it is left when this is asked for: what was begun is then told."""
    if file and file.start is not None:
        yield file
