"""One meeting, before and after: its heading, its body, and every value read from them."""

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from kaidan.differ.align import Key, in_order, pair_up
from kaidan.differ.blame import Blame
from kaidan.differ.change import By, Change, Edit, Kind, Quiet
from kaidan.differ.changed_words import edits, fold, is_quiet
from kaidan.differ.texts import Rebase, Record, shapes, shown

_KINDS: Mapping[str, Kind] = {"photos": "photo", "links": "link"}


def compare_meeting(
    old: Record, new: Record, blame: Blame, context: tuple[Sequence[Record], Sequence[Record]]
) -> Iterator[Change]:
    """Yield the changes of a meeting; where it stands and what it was called is left to the caller."""
    heading, body = (
        edits(old["heading"], new["heading"]),
        edits(shown(old["body"]), shown(new["body"])),
    )
    yield from compare_text("heading", (old["heading"], new["heading"]), heading, blame)
    yield from compare_blocks("body", (old["body"], new["body"]), body, blame)
    lent = edits(shown(context[0]), shown(context[1]))
    rebase = Rebase(
        heading, {"body": (body, old["body"], new["body"]), "context": (lent, *context)}
    )
    before, after = fields(old), fields(new)
    for name, now in after.items():
        compare = _elements if is_list(before[name]) or is_list(now) else _single
        yield from compare(_Value(name, before[name], rebase(before[name]), now), (old, new), blame)


def fields(meeting: Record) -> Record:
    """Return the values of a meeting by name, all but its texts: those among the mentions as mentions.dates, ….

    >>> fields({"id": "2008-11-lima", "heading": "日露首脳会談", "body": [], "mentions": {"dates": []}})
    {'id': '2008-11-lima', 'mentions.dates': []}
    """
    values = {
        name: value
        for name, value in meeting.items()
        if name not in {"heading", "body", "mentions"}
    }
    return values | {f"mentions.{name}": value for name, value in meeting["mentions"].items()}


def is_list(value: Any) -> bool:  # noqa: ANN401  any JSON value
    """Say whether a value is a list of records, whose elements are compared one by one."""
    return isinstance(value, list) and any(isinstance(element, dict) for element in value)


def compare_text(
    field: str,
    texts: tuple[Any, Any],
    found: tuple[Edit, ...],
    blame: Blame,
    kind: Kind = "heading",
) -> Iterator[Change]:
    """Yield the change of a heading, if there is one; from none to an empty one there is nothing to edit."""
    if texts[0] != texts[1]:
        quiet: Quiet | None = "width" if all(map(is_quiet, found)) else None
        yield Change(kind, blame.text(*texts), None, field, *texts, quiet=quiet, edits=found)


def compare_blocks(
    field: str,
    sides: tuple[Sequence[Record], Sequence[Record]],
    found: tuple[Edit, ...],
    blame: Blame,
    kind: Kind = "body",
) -> Iterator[Change]:
    """Yield the change of a text in blocks, and apart from it that of its white space and width."""
    old, new = sides
    by = blame.blocks(old, new)
    blocks = (shapes(old), shapes(new)) if shapes(old) != shapes(new) else None
    if blocks and not found:
        yield Change(kind, by, None, field, *blocks, blocks=blocks)
    quiet, loud = (
        tuple(edit for edit in found if is_quiet(edit) is quietly) for quietly in (True, False)
    )
    groups: Sequence[tuple[tuple[Edit, ...], Quiet | None]] = ((loud, None), (quiet, "width"))
    for some, how in groups:
        if some:
            before, after = (
                "…".join(filter(None, texts))
                for texts in zip(*((e.before, e.after) for e in some), strict=True)
            )
            yield Change(kind, by, None, field, before, after, quiet=how, edits=some, blocks=blocks)
            blocks = None


class _Value(NamedTuple):
    """A value by name: as it was, the same with its evidence moved into the new texts, and as it is."""

    name: str
    was: Any
    rebased: Any
    now: Any


def _single(value: _Value, sides: tuple[Record, Record], blame: Blame) -> Iterator[Change]:
    """Yield the change of one value, named as narrowly as covers all that differs: place.latitude, date."""
    path, was, rebased, now = value
    if rebased == now:
        return
    while isinstance(rebased, dict) and isinstance(now, dict):
        names = [name for name in now if rebased[name] != now[name]]
        if len(names) > 1:
            break
        path, was, rebased, now = (
            f"{path}.{names[0]}",
            was[names[0]],
            rebased[names[0]],
            now[names[0]],
        )
    by = blame.value(value.name, sides, (value.was, value.now))
    yield Change("value", by, None, path, was, now, quiet=_quiet(value.was, value.now))


def _elements(value: _Value, sides: tuple[Record, Record], blame: Blame) -> Iterator[Change]:
    """Yield the changes of a list, element by element."""
    name, was, rebased, now = value
    kind = _KINDS.get(name, "value")

    def change(i: int | None, j: int | None, quiet: Quiet | None) -> Change:
        before, after = None if i is None else was[i], None if j is None else now[j]
        by: By = (
            blame.value(name, sides, (before, after))
            if kind == "value"
            else blame.listed(before, after)
        )
        return Change(kind, by, None, name, before, after, at=(i, j), quiet=quiet)

    pairs = pair_up(rebased, now, _SAME)
    yield from (change(i, None, None) for i in sorted({*range(len(was))} - {i for i, _ in pairs}))
    yield from (change(None, j, None) for j in sorted({*range(len(now))} - {j for _, j in pairs}))
    yield from (change(i, j, _quiet(was[i], now[j])) for i, j in pairs if rebased[i] != now[j])
    yield from (change(i, j, "order") for i, j in sorted({*pairs} - {*in_order(pairs)}))


def _quiet(was: Any, now: Any) -> Quiet | None:  # noqa: ANN401  any JSON value
    before, after = (
        json.dumps(_without_evidence(value), ensure_ascii=False) for value in (was, now)
    )
    if before == after:
        return "evidence"
    return "width" if fold(before) == fold(after) else None


def _without_evidence(value: Any) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(value, dict):
        return {name: _without_evidence(each) for name, each in value.items() if name != "evidence"}
    return [_without_evidence(each) for each in value] if isinstance(value, list) else value


def _by(*names: str) -> Key[Record]:
    """Return the key of an element made of the values of these names, none of them empty."""

    def key(element: Record) -> Hashable | None:
        values = [element.get(name) for name in names]
        return repr(values) if all(values) else None

    return key


def _where(element: Record) -> Hashable | None:
    places = [
        (each["in"], each.get("block"), each["start"]) for each in element.get("evidence", ())
    ]
    return tuple(places) or None


def _path(element: Record) -> Hashable | None:
    """Return an address without its server: a page and all that belongs to it may move to another."""
    return urlsplit(element.get("url") or "")[2:4] if element.get("url") else None


_SAME: Sequence[Key[Record]] = (
    repr,
    lambda element: repr(_without_evidence(element)),
    _by("text", "url"),
    _by("text"),
    _by("url"),
    _path,
    _by("name"),
    _by("alt"),
    _where,
)
"""What makes two elements of a list one, the strictest first."""
