"""The texts of a meeting as shown, what changed in them, and where the evidence went."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from kaidan.differ.change import Edit

Record = dict[str, Any]

LINE = "\n"
"""Stands between two blocks. A block holds none: a ``<br>`` ends it, and other line breaks are white space and collapsed."""


def marked_lines(blocks: Iterable[Record]) -> list[str]:
    """Return the blocks as lines, each with its marker."""
    return [(block.get("marker") or "") + block["text"] for block in blocks]


def shown(blocks: Iterable[Record]) -> str:
    """Return the text of the blocks as shown."""
    return LINE.join(marked_lines(blocks))


def shapes(blocks: Iterable[Record]) -> list[Record]:
    """Return the blocks without their text: type and marker."""
    return [{key: value for key, value in block.items() if key != "text"} for block in blocks]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with ``edits`` made.

    Raises:
        ValueError: an edit is of another text.

    >>> edited("10月7日", [Edit(old=3, new=3, before="7", after="8")])
    '10月8日'
    """
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.old, edit.new)):
        if not text.startswith(edit.before, edit.old):
            raise ValueError(f"{edit.before!r} is not what stands at {edit.old} of {text!r}")
        parts += [text[at : edit.old], edit.after]
        at = edit.old + len(edit.before)
    return "".join([*parts, text[at:]])


def moved(start: int, end: int, edits: Iterable[Edit]) -> tuple[int, int] | None:
    """Return where the slice went, or None if an edit touched it.

    >>> moved(3, 5, [Edit(old=0, new=0, before="", after="また、")])
    (6, 8)
    """
    shift = 0
    for edit in edits:
        stop = edit.old + len(edit.before)
        if stop <= start:
            shift += len(edit.after) - len(edit.before)
        elif edit.old < end:
            return None
    return start + shift, end + shift


_LOST: Record = {"lost": True}


Blocks = tuple[Sequence[Edit], Sequence[Record], Sequence[Record]]
"""A text in blocks: its edits, and the blocks before and after them."""


class Rebase:
    """Moves a meeting's evidence from the old texts to the new ones, through the edits between them.

    A slice that an edit touched is marked as lost and so equals none: what was read from it is told as it was and is.
    """

    def __init__(self, heading: Sequence[Edit], blocks: Mapping[str, Blocks]) -> None:
        """Take the edits of the heading, and by the name that evidence has for it each text in blocks."""
        self._heading = heading
        self._blocks = {
            name: (edits, _Layout(old), _Layout(new)) for name, (edits, old, new) in blocks.items()
        }

    def __call__(self, value: Any) -> Any:  # noqa: ANN401  any JSON value
        """Return the value with every piece of evidence in it moved."""
        if isinstance(value, list):
            return [self(each) for each in value]
        if not isinstance(value, dict):
            return value
        if value.keys() >= {"in", "start", "end"}:
            return self._evidence(value)
        return {key: self(each) for key, each in value.items()}

    def _evidence(self, evidence: Record) -> Record:
        if evidence["in"] == "heading":
            span = moved(evidence["start"], evidence["end"], self._heading)
            return evidence | ({"start": span[0], "end": span[1]} if span else _LOST)
        edits, old, new = self._blocks[evidence["in"]]
        if not old.starts:
            return evidence
        start = old.starts[evidence["block"]]
        span = moved(start + evidence["start"], start + evidence["end"], edits)
        return evidence | ((span and new.within(*span)) or _LOST)


class _Layout:
    """Where each block's own text starts in the text as shown."""

    def __init__(self, blocks: Sequence[Record]) -> None:
        markers = [len(block.get("marker") or "") for block in blocks]
        texts = [len(block["text"]) for block in blocks]
        sizes = [marker + text + len(LINE) for marker, text in zip(markers, texts, strict=True)]
        self.starts = [
            at + marker for at, marker in zip(accumulate(sizes, initial=0), markers, strict=False)
        ]
        self.ends = [start + text for start, text in zip(self.starts, texts, strict=True)]

    def within(self, start: int, end: int) -> Record:
        """Return the block that holds the slice and the slice's place in it; nothing if none holds it whole."""
        block = bisect_right(self.starts, start) - 1
        if block < 0 or end > self.ends[block]:
            return {}
        return {
            "block": block,
            "start": start - self.starts[block],
            "end": end - self.starts[block],
        }
