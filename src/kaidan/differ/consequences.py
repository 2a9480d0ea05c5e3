"""Which change follows from which.

A value follows from the edit of the words it was read from, an address from the page's move, and the same replacement in many
places from the first of them. A reader is told the edits, each with what follows from it below; a script finds the index of the
cause in ``follows``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from kaidan.differ.change import Change, Edit

_TEXTS = ("heading", "body")
_READ = frozenset({"value", "warning", "link"})
"""Kinds of what is read from the texts of a meeting. A photo stands beside them."""

_NUMBER = re.compile(r"[\d〇一二三四五六七八九十]")

Swap = tuple[str, str]
"""What stood somewhere, and what stands there now."""


def linked(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes, in their order, each with the index of the one that it follows from."""
    causes = {**_repeated(changes), **_read_from(changes), **_resolved(changes)}
    return tuple(replace(change, follows=causes.get(index)) for index, change in enumerate(changes))


def swaps(change: Change) -> list[Swap]:
    """Return what a change of words, or of an address and nothing else, replaces by what.

    >>> swaps(Change("body", "source", None, "body", "", "", edits=(Edit(0, 0, "安倍総理大臣", "安倍首相大臣"),)))
    [('総理', '首相')]
    """
    if change.edits:
        return [_core(edit.before, edit.after) for edit in change.edits]
    move = _move(change.before, change.after) if change.kind in {"photo", "link"} else None
    return [move] if move else []


def _core(before: str, after: str) -> Swap:
    """Return two words without what they share at their ends, unless a letter or a number is left, which tells too little."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    core = before[head : len(before) - tail], after[head : len(after) - tail]
    tells = all(len(part) > 1 and not _NUMBER.search(part) for part in core)
    return core if tells else (before, after)


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _read_from(changes: Sequence[Change]) -> dict[int, int]:
    """Find the edit behind each value: the one that touched its evidence, else the heading's, else the body's."""
    texts: dict[tuple[object, ...], list[int]] = {}
    for index, change in enumerate(changes):
        if change.kind in _TEXTS and None not in change.position and change.edits:
            texts.setdefault((change.by, change.position), []).append(index)
    found = {}
    for index, change in enumerate(changes):
        edited = texts.get((change.by, change.position), [])
        if edited and change.kind in _READ:
            found[index] = next((i for i in edited if _touches(changes[i], change)), edited[0])
    return found


def _touches(text: Change, value: Change) -> bool:
    """Tell whether an edit of a text meets the evidence of a value; within a body, whether the words are in the edit's line."""
    words = [
        evidence["text"]
        for side in (value.before, value.after)
        for evidence in _evidence(side)
        if evidence["in"] == text.kind
    ]
    return any(_shares(edit, word) for edit in text.edits for word in words)


def _shares(edit: Edit, word: str) -> bool:
    around = [
        f"{edit.left}{edit.before}{edit.right}",
        f"{edit.left}{edit.after}{edit.right}",
    ]
    return any(word in text for text in around) or any(
        part and part in word for part in (edit.before, edit.after)
    )


def _evidence(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  any JSON value
    if isinstance(value, dict):
        if "in" in value and "start" in value:
            yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from _evidence(each)


def _resolved(changes: Sequence[Change]) -> dict[int, int]:
    """Find the addresses that are others only because the page has moved, and they are resolved from its address."""
    moves = [index for index, change in enumerate(changes) if change.field == "source.url"]
    if not moves:
        return {}
    page = changes[moves[0]]
    return {
        index: moves[0]
        for index, change in enumerate(changes)
        if change.kind in {"photo", "link"}
        and change.by == page.by
        and _moved_with((page.before, page.after), change)
    }


def _moved_with(page: Swap, change: Change) -> bool:
    """Tell whether an address lies where it lay, as seen from the page."""
    move = _addresses(change.before, change.after)
    if move is None:
        return False
    was, now = (urlsplit(address) for address in page)
    roots = [
        (f"{was.scheme}:", f"{now.scheme}:"),
        (f"{was.scheme}://{was.netloc}/", f"{now.scheme}://{now.netloc}/"),
        (urljoin(page[0], "."), urljoin(page[1], ".")),
    ]
    return any(
        move[0].startswith(old) and move[1] == new + move[0].removeprefix(old) for old, new in roots
    )


def _move(before: Any, after: Any) -> Swap | None:  # noqa: ANN401  any JSON values
    """Return the servers that an address was moved between, path and query staying."""
    addresses = _addresses(before, after)
    was, now = (urlsplit(address) for address in addresses or ("", ""))
    if was[2:] != now[2:] or was[:2] == now[:2]:
        return None
    return f"{was.scheme}://{was.netloc}", f"{now.scheme}://{now.netloc}"


def _addresses(before: Any, after: Any) -> Swap | None:  # noqa: ANN401  any JSON values
    """Return the two addresses of a photo or a link of which nothing else changed."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return None
    was, now = before.get("url"), after.get("url")
    others = [
        {name: value for name, value in side.items() if name not in {"url", "evidence"}}
        for side in (before, after)
    ]
    return (was, now) if was and now and was != now and others[0] == others[1] else None


def _repeated(changes: Sequence[Change]) -> dict[int, int]:
    """Find the changes that only replace what was replaced in another place before."""
    first: dict[tuple[object, ...], int] = {}
    found = {}
    for index, change in enumerate(changes):
        keys = [(change.by, change.quiet, swap) for swap in swaps(change) if all(swap)]
        if not keys or len(keys) < len(swaps(change)):
            continue
        if all(key in first for key in keys):
            found[index] = first[keys[0]]
        elif len(set(keys)) == 1:
            first[keys[0]] = index
    return found
