"""A JSON diff applied to the old document gives the new one, byte for byte."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from kaidan.differ.align import put_together
from kaidan.differ.change import Edit
from kaidan.differ.texts import LINE, Blocks, Rebase, Record, edited, shapes, shown
from kaidan.differ.warned import retold
from kaidan.errors import Refused
from kaidan.models import Document
from kaidan.output import to_json


def apply(document: bytes | str, changes: bytes | str) -> bytes:
    """Return the JSON of the new document, from the JSON of the old one and of the changes between them.

    Raises:
        Refused: the changes were filtered, or were not made from this document.
    """
    record, found = json.loads(document), json.loads(changes)
    if not found.get("complete", True):
        raise Refused("a filtered diff cannot be applied: changes are missing from it")
    steps: list[tuple[str | None, Record]] = [(None, found["new"])]
    if "replayed" in found:
        steps = [("extractor", found["replayed"]), ("source", found["new"])]
    try:
        _check({key: found["old"].get(key) for key in _side(record)}, _side(record))
        for by, side in steps:
            record = _step(
                record, [change for change in found["changes"] if by in (None, change["by"])], side
            )
        return to_json(Document.model_validate(record))
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise Refused("the diff does not fit the document: {why}", why=error) from error


def _check(said: object, found: object) -> None:
    if said != found:
        raise ValueError(f"it speaks of {said!r} where the document has {found!r}")


def _side(document: Record) -> Record:
    source = {key: document["source"][key] for key in ("url", "sha256", "encoding")}
    return {"generator": document["generator"], **source}


def _step(old: Record, changes: Sequence[Record], side: Record) -> Record:
    """Make all changes of one comparison at once, for each is told against the old document."""
    about: defaultdict[str | int, list[Record]] = defaultdict(list)
    for change in changes:
        inside = change["field"] not in {"meetings", "warnings"} and "position" in change
        about[change["position"][0] if inside else change["field"]].append(change)
    source = _source(old["source"], side)
    lent = source.get("context", [])
    context = (_edits(about["source.context"]), lent, _blocks(lent, about["source.context"]))
    if "context" in source:
        source["context"] = context[2]
    meetings = [
        _meeting(meeting, about[i], context) if i in about or context[0] else meeting
        for i, meeting in enumerate(old["meetings"])
    ]
    for change in (*about["source.title"], *about["source.breadcrumb"]):
        source[change["field"].removeprefix("source.")] = change["after"]
    return old | {
        "schema_version": side.get("schema_version", "1.0"),
        "generator": side["generator"],
        "source": source,
        "meetings": _listed(meetings, [_op(change, "position") for change in about["meetings"]]),
        "remainder": _blocks(old["remainder"], about["remainder"]),
        "warnings": _warnings(old, meetings, [*about["warnings"], *_carried(about["meetings"])]),
    }


def _source(old: Record, side: Record) -> Record:
    """Return the source with what its side says of it; lines that lend something only where the schema has room for them."""
    source = old | {key: side[key] for key in ("url", "sha256", "encoding")}
    if "shape" not in side:
        return {key: value for key, value in source.items() if key not in {"shape", "context"}}
    lent = [{"text": text} for text in side["context"]] if "context" in side else None
    return source | {
        "shape": side["shape"],
        "context": old.get("context") if lent is None else lent,
    }


def _carried(changes: Iterable[Record]) -> list[Record]:
    return [
        {"kind": c["kind"], "after": each.get("warning"), **each}
        for c in changes
        for each in c.get("carried", ())
    ]


def _warnings(old: Record, meetings: Sequence[Record], changes: Iterable[Record]) -> list[Record]:
    renamed = {was["id"]: (was, now) for was, now in zip(old["meetings"], meetings, strict=True)}
    told = [
        retold(w, *renamed[w["meeting"]]) if w["meeting"] in renamed else w for w in old["warnings"]
    ]
    return _listed(told, [_op(change, "at") for change in changes])


class _Op(NamedTuple):
    """What happens to an element of a list: it goes (j is None), comes (i is None), moves, or gets another value."""

    i: int | None
    j: int | None
    moves: bool
    value: Any


def _op(change: Record, place: str) -> _Op:
    i, j = change[place]
    return _Op(i, j, change["kind"] == "moved" or change.get("quiet") == "order", change["after"])


def _listed(elements: Sequence[Any], ops: Sequence[_Op]) -> list[Any]:
    """Return the list with what happened to its elements."""
    values: dict[int | None, Any] = dict(enumerate(elements))
    values.update((op.i, op.value) for op in ops if None not in (op.i, op.j) and not op.moves)
    leaving = {op.i for op in ops if op.moves or op.j is None}
    placed = [
        (op.j, values[op.i] if op.moves else op.value)
        for op in ops
        if op.j is not None and (op.moves or op.i is None)
    ]
    return put_together([value for i, value in values.items() if i not in leaving], placed)


def _meeting(old: Record, changes: Sequence[Record], context: Blocks) -> Record:
    """Return a meeting with its texts edited, its evidence moved with them, and its values set."""
    headings, bodies = (
        [change for change in changes if change["kind"] == kind] for kind in ("heading", "body")
    )
    body = _blocks(old["body"], bodies)
    rebase = Rebase(
        _edits(headings),
        {"body": (_edits(bodies), old["body"], body), "context": context},
    )
    meeting: Record = rebase(old) | {
        "heading": edited(old["heading"], _edits(headings)),
        "body": body,
    }
    lists: defaultdict[str, list[_Op]] = defaultdict(list)
    for change in changes:
        if "at" in change:
            lists[change["field"]].append(_op(change, "at"))
        elif change["kind"] == "value":
            holder, name = _holder(meeting, change["field"])
            holder[name] = change["after"]
    for field, ops in lists.items():
        holder, name = _holder(meeting, field)
        holder[name] = _listed(holder[name], ops)
    return meeting


def _holder(meeting: Record, field: str) -> tuple[Record, str]:
    """Return the object in which a field stands (place.name.en: the name), and its name there."""
    *path, name = field.split(".")
    for step in path:
        meeting = meeting[step]
    return meeting, name


def _edits(changes: Iterable[Record]) -> list[Edit]:
    edits = [
        Edit(each["old"], each["new"], each["before"], each["after"])
        for change in changes
        for each in change.get("edits", ())
    ]
    return sorted(edits, key=lambda edit: (edit.old, edit.new))


def _blocks(old: Sequence[Record], changes: Sequence[Record]) -> list[Record]:
    """Return the blocks of a text with its edits made, under the types and markers that they have then."""
    if not changes:
        return list(old)
    shape = next((change["blocks"][1] for change in changes if "blocks" in change), shapes(old))
    text = edited(shown(old), _edits(changes))
    lines = text.split(LINE) if shape else []
    return [_block(block, line) for block, line in zip(shape, lines, strict=True)]


def _block(shape: Record, line: str) -> Record:
    return shape | {"text": line.removeprefix(shape.get("marker") or "")}
