"""One change, one line."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kaidan.differ.changes import Change, Changes, Edit
from kaidan.differ.words import is_quiet

_LONG = 40
"""Characters of a value or of words in a line; more are cut."""

_MOST = 3
"""Edits, or parts of a value, that a line names; of more it gives the number."""


def summary(changes: Changes) -> list[str]:
    """Return the changes, one a line, the source's first.

    A line says which meeting, what of it, and the words before and after; quieter changes say in what they are quiet.
    """
    return [line(change) for change in changes]


def line(change: Change) -> str:
    """Return one change as one line: which meeting, and :func:`what`."""
    return f"{change.meeting or 'page'}: {what(change)}"


def what(change: Change) -> str:
    """Return what happened, without the meeting: ``body, 1 edit: …重視している旨を述べ → 強調し…``."""
    label = f"{name(change)} ({change.quiet})" if change.quiet else name(change)
    return clean(f"{label}: {_detail(change)}".rstrip(": "))


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What would command a terminal, or turn a line around: a page may hold it, a report must not."""


def clean(text: str) -> str:
    r"""Return the text on one line and without control characters.

    >>> clean("会談。\x1b[2J")
    '会談。\ufffd[2J'
    """
    return _CONTROL.sub("\ufffd", text.replace("\n", "⏎"))


def name(change: Change) -> str:
    """Return what changed: the field, or for a meeting and an element of a list what became of it."""
    if change.kind in {"added", "removed", "moved"}:
        return change.kind
    if change.at:
        became = {(True, False): " added", (False, True): " removed"}.get(
            (change.at[0] is None, change.at[1] is None), ""
        )
        return f"{change.kind if change.kind != 'value' else change.field}{became}"
    if change.edits:
        count = len(change.edits)
        return f"{change.field}, {count} edit{'s' if count > 1 else ''}"
    return change.field


def _detail(change: Change) -> str:
    if change.kind in _DETAILS:
        return _DETAILS[change.kind](change)
    if change.edits:
        return _several([words(edit) for edit in change.edits], "; ")
    if change.quiet in {"order", "evidence"}:
        return brief(change.after)
    if change.before is None or change.after is None:
        return (
            brief(change.after if change.before is None else change.before)
            if change.at
            else _arrow(change.before, change.after)
        )
    return _several(
        [
            f"{path} {_arrow(was, now)}".strip()
            for path, was, now in parts(change.before, change.after)
        ],
        ", ",
    )


_DETAILS: Mapping[str, Callable[[Change], str]] = {
    "added": lambda change: str(change.after["heading"]),
    "removed": lambda change: str(change.before["heading"]),
    "moved": lambda change: " → ".join(
        f"below {above}" if above else "on top" for above in (change.before, change.after)
    ),
    "warning": lambda change: " → ".join(
        _warning(each) for each in (change.before, change.after) if each
    ),
}


def _warning(warning: dict[str, Any]) -> str:
    """Return a warning without the heading that leads its message: the line names the meeting already."""
    message = warning["message"].partition(": ")[2] if warning["meeting"] else ""
    return f"{warning['code']}: {_clipped(message or warning['message'], 2 * _LONG)}"


def lead(edit: Edit) -> str:
    """Return the dots before the context of an edit, unless the text starts there."""
    return "…" if edit.old > len(edit.left) else ""


def words(edit: Edit) -> str:
    """Return an edit as the words before and after.

    >>> words(Edit(3, 3, "重視している旨を述べ", "強調し")), words(Edit(0, 0, "", "また、")), words(Edit(4, 4, " （", "　("))
    ('…重視している旨を述べ → 強調し…', '… + また、…', '…␣（ → □(…')
    """
    before, after = map(_clipped, visible(edit))
    if before and after:
        return f"…{before} → {after}…"
    return f"… {'−' if before else '+'} {before or after}…"


_SPACES = str.maketrans({" ": "␣", "\u3000": "□", "\n": "⏎", "\xa0": "⍽"})


def visible(edit: Edit) -> tuple[str, str]:
    """Return the words before and after with breaks marked, and where white space or width is all that changed, white space too."""
    if is_quiet(edit):
        return edit.before.translate(_SPACES), edit.after.translate(_SPACES)
    return edit.before.replace("\n", "⏎"), edit.after.replace("\n", "⏎")


def parts(was: Any, now: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401  any JSON values
    """Yield the parts of a value that differ, as (path, before, after); its evidence is none of them.

    >>> list(parts({"edtf": "2014-10", "era": {"year": 26}}, {"edtf": "2014-10-17", "era": {"year": 26}}))
    [('edtf', '2014-10', '2014-10-17')]
    """
    if isinstance(was, dict) and isinstance(now, dict):
        for key in now:
            if key != "evidence":
                yield from parts(was.get(key), now[key], f"{path}.{key}".lstrip("."))
    elif was != now:
        yield path, was, now


def brief(value: Any) -> str:  # noqa: ANN401  any JSON value
    """Return a value in a few words: a text as it stands, a record by its wording and what that was read as.

    >>> brief({"text": "昨年10月", "edtf": "2013-10", "precision": "month"}), brief(None), brief(["JP", "RU"])
    ('昨年10月 (2013-10)', 'null', 'JP, RU')
    """
    if isinstance(value, list):
        return _several([brief(each) for each in value], ", ") or "none"
    if not isinstance(value, dict):
        return "null" if value is None else _clipped(str(value).replace("\n", "⏎"))
    wording = next((value[key] for key in _WORDING if value.get(key)), "")
    reading = next((value[key] for key in _READING if value.get(key)), None)
    reading = reading.get("ja") if isinstance(reading, dict) else reading
    return _clipped(f"{wording} ({reading})" if reading and reading != wording else str(wording))


_WORDING = ("message", "text", "alt", "url", "type")
_READING = ("code", "edtf", "url", "name", "country_name", "series", "visit", "marker")


def _arrow(was: Any, now: Any) -> str:  # noqa: ANN401  any JSON values
    return f"{brief(was)} → {brief(now)}"


def _several(texts: list[str], comma: str) -> str:
    more = len(texts) - _MOST
    return comma.join(texts[:_MOST]) + (f"{comma}and {more} more" if more > 0 else "")


def _clipped(text: str, most: int = _LONG) -> str:
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 + 1 :]}"
