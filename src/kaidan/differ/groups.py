"""The order in which every rendering tells the changes: whose, then which meeting."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from kaidan.differ.changes import By, Change, Changes


class Group(NamedTuple):
    """The changes of one of the two: what to write above them, and the changes by meeting, quieter ones last."""

    by: By
    title: str
    meetings: list[tuple[str, list[Change]]]


def groups(changes: Changes) -> Iterator[Group]:
    """Yield the source's changes, then the extractor's, if there are any."""
    for by in ("source", "extractor"):
        mine = changes.by(by)
        if mine:
            count = f"{len(mine)} change{'s' if len(mine) > 1 else ''}"
            meetings = [
                (name, list(some))
                for name, some in groupby(mine, lambda change: change.meeting or "page")
            ]
            yield Group(by, f"{_who(by, changes)}: {count}", meetings)


def _who(by: By, changes: Changes) -> str:
    if by == "source":
        return "Source"
    versions = [changes.old.generator, (changes.replayed or changes.new).generator]
    return f"Extractor ({' → '.join(dict.fromkeys(versions))})"


def nothing(changes: Changes) -> str:
    """Return what to say where no change is told."""
    if not changes.complete:
        return "No difference of the kind asked for."
    same = changes.old.sha256 == changes.new.sha256
    return (
        "No difference."
        if same
        else "No difference: the page's bytes changed, and nothing that is read from them."
    )
