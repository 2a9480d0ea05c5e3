"""Daily noise: words that are taken out of both sides before they are compared (最終更新, counters)."""

import re
from typing import Any

from kaidan.differ.change import Edit
from kaidan.differ.texts import LINE, Rebase, Record, edited, shapes, shown


def without(document: Record, ignored: re.Pattern[str] | None) -> Record:
    """Return a document without the words that match, and without what was read from them alone.

    A line of which nothing is left goes as a whole. The document itself is not touched.
    """
    if ignored is None:
        return document
    source = document["source"]
    title = source["title"] and ignored.sub("", source["title"])
    return document | {
        "source": source | {"title": title},
        "meetings": [_meeting(meeting, ignored) for meeting in document["meetings"]],
        "remainder": _blocks(document["remainder"], ignored)[1],
        "warnings": [
            warning
            for warning in document["warnings"]
            if not (warning["text"] and ignored.fullmatch(warning["text"]))
        ],
    }


def _meeting(meeting: Record, ignored: re.Pattern[str]) -> Record:
    heading = _removed(meeting["heading"], ignored)
    edits, body = _blocks(meeting["body"], ignored)
    if not heading and not edits:
        return meeting
    rebase = Rebase(heading, {"body": (edits, meeting["body"], body), "context": ((), (), ())})
    values: Record = _still_read(rebase(meeting))
    return values | {"heading": edited(meeting["heading"], heading), "body": body}


def _removed(text: str, ignored: re.Pattern[str]) -> list[Edit]:
    return [Edit(m.start(), m.start(), m[0], "") for m in ignored.finditer(text) if m[0]]


def _blocks(blocks: list[Record], ignored: re.Pattern[str]) -> tuple[list[Edit], list[Record]]:
    """Return the edits that take the words out of a text in blocks, and the blocks that are left."""
    edits, left, at = [], [], 0
    for block, shape in zip(blocks, shapes(blocks), strict=True):
        text = shown([block])
        gone = _removed(text, ignored)
        rest = edited(text, gone).removeprefix(block.get("marker") or "")
        if gone and not rest.strip():
            gone = [Edit(0, 0, text, "")]
        else:
            left.append(shape | {"text": rest})
        edits += [Edit(at + edit.old, at + edit.old, edit.before, "") for edit in gone]
        at += len(text) + len(LINE)
    return _with_breaks(edits, blocks), left


def _with_breaks(edits: list[Edit], blocks: list[Record]) -> list[Edit]:
    """Let an edit that takes a whole line take its break too: the one behind it, or of the last line the one before."""
    text = shown(blocks)
    widened: list[Edit] = []
    for edit in edits:
        start, end = edit.old, edit.old + len(edit.before)
        is_line = (start == 0 or text[start - 1] == LINE) and text[end : end + 1] in (LINE, "")
        if is_line and end < len(text):
            end += 1
        elif is_line and start > 0 and not (widened and _end(widened[-1]) == start):
            start -= 1
        widened.append(Edit(start, start, text[start:end], ""))
    return widened


def _end(edit: Edit) -> int:
    return edit.old + len(edit.before)


def _still_read(value: Any) -> Any:  # noqa: ANN401  any JSON value
    """Return a value without evidence that is gone, and lists without what had no other."""
    if isinstance(value, dict):
        return {name: _still_read(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_still_read(each) for each in value if not _is_gone(each)]
    return value


def _is_gone(value: Any) -> bool:  # noqa: ANN401  any JSON value
    if not isinstance(value, dict):
        return False
    if "lost" in value:
        return True
    evidence = value.get("evidence") or []
    return bool(evidence) and all("lost" in each for each in evidence)
