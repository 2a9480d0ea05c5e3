"""One change, one line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kaidan.controls import show_controls
from kaidan.differ.change import Change, Edit
from kaidan.differ.changed_words import is_quiet
from kaidan.differ.changes import Changes
from kaidan.differ.consequences import swaps
from kaidan.messages import Message, Warned, counted, joined

_LONG = 40
"""Characters of a value or of words in a line; more are cut."""

_MOST = 3
"""Edits, or parts of a value, that a line names; of more it gives the number."""


def summary(changes: Changes) -> list[str]:
    """Return the changes that follow from no other, one a line, the source's first; each line is a :class:`Message`.

    A line says which meeting, what of it, and the words before and after; quieter changes say in what they are quiet. Where
    the same was replaced in other places too it says how often, and of what follows how much.
    """
    return [line(change, followers) for change, followers in changes.roots()]


def line(change: Change, followers: Sequence[Change] = ()) -> Message:
    """Return one change as one line: which meeting, and :func:`what`; behind it what follows."""
    behind = [*repeated(change, followers), *following(change, followers)]
    told = Message("{meeting}: {what}", meeting=clean(change.meeting or "page"), what=what(change))
    return Message("{line} ({more})", line=told, more=joined(", ", behind)) if behind else told


def repeated(change: Change, followers: Sequence[Change]) -> list[Message]:
    """Return, where the same was replaced elsewhere too, how often in all; an empty list else."""
    again = [each for each in followers if is_repeated(change, each)]
    if not again:
        return []
    places = {each.position for each in (change, *again)}
    times = sum(len(swaps(each)) for each in (change, *again))
    return [
        Message("{count} times in {places} meetings", count=times, places=len(places))
        if len(places) > 1
        else Message("{count} times", count=times)
    ]


def is_repeated(change: Change, follower: Change) -> bool:
    """Tell whether a change only replaces once more what another replaced."""
    mine = swaps(follower)
    return bool(mine) and follower.kind == change.kind and {*mine} <= {*swaps(change)}


def following(change: Change, followers: Sequence[Change]) -> list[Message]:
    """Return how many changes follow from one that are no repetition of it; an empty list where there are none."""
    others = sum(not is_repeated(change, each) for each in followers)
    if not others:
        return []
    if change.field == "source.url":
        return [counted(others, "{count} address with it", "{count} addresses with it")]
    return [counted(others, "{count} that follows", "{count} that follow")]


def what(change: Change) -> Message:
    """Return what happened, without the meeting: ``body, 1 edit: …重視している旨を述べ → 強調し…``."""
    detail = _detail(change)
    if not detail:
        return label(change)
    return Message("{label}: {detail}", label=label(change), detail=detail)


def label(change: Change) -> Message:
    """Return what changed, and in what it is quiet."""
    if not change.quiet:
        return name(change)
    return Message("{label} ({how})", label=name(change), how=_QUIET[change.quiet])


def clean(text: str) -> str:
    r"""Return the text on one line, with control characters shown as what they are.

    >>> print(clean("会談。\x1b[2J"))
    会談。\x1b[2J
    """
    return show_controls(text.replace("\n", "⏎"))


def name(change: Change) -> Message:
    """Return what changed: the field, or for a meeting and an element of a list what became of it."""
    if change.kind in _BECAME:
        return _BECAME[change.kind]
    if change.at:
        element = field_name(change.field if change.kind == "value" else change.kind)
        became = (change.at[0] is None, change.at[1] is None)
        if became == (True, False):
            return Message("{field} added", field=element)
        if became == (False, True):
            return Message("{field} removed", field=element)
        return element
    if change.edits:
        return counted(
            len(change.edits),
            "{field}, {count} edit",
            "{field}, {count} edits",
            field=field_name(change.field),
        )
    return field_name(change.field)


def field_name(path: str) -> Message:
    """Return the name of a field as a message; of a part of it the name of the whole and the rest of the path.

    >>> field_name("place.name.en")
    'place.name.en'
    """
    for known in (path, path.partition(".")[0]):
        if known in _FIELDS:
            rest = path.removeprefix(known).lstrip(".")
            whole = _FIELDS[known]
            return Message("{field}.{part}", field=whole, part=rest) if rest else whole
    return Message("{field}", field=path)


def _detail(change: Change) -> str:
    if change.kind in _DETAILS:
        return _DETAILS[change.kind](change)
    if change.edits:
        return _several([words(edit) for edit in change.edits], "; ")
    if change.quiet in {"order", "evidence"}:
        return brief(change.after)
    if change.before is None or change.after is None:
        if not change.at:
            return _arrow(change.before, change.after)
        return brief(change.after if change.before is None else change.before)
    return _several(
        [
            f"{path} {_arrow(was, now)}".strip()
            for path, was, now in parts(change.before, change.after)
        ],
        ", ",
    )


def _moved(change: Change) -> Message:
    before, after = (
        Message("below {meeting}", meeting=above) if above else Message("on top")
        for above in (change.before, change.after)
    )
    return joined(" → ", [before, after])


_DETAILS: Mapping[str, Callable[[Change], str]] = {
    "added": lambda change: clean(str(change.after["heading"])),
    "removed": lambda change: clean(str(change.before["heading"])),
    "moved": _moved,
    "warning": lambda change: joined(
        " → ", [_warning(each) for each in (change.before, change.after) if each]
    ),
}
_BECAME = {"added": Message("added"), "removed": Message("removed"), "moved": Message("moved")}
_QUIET = {"width": Message("width"), "order": Message("order"), "evidence": Message("evidence")}
_FIELDS = {
    str(field): field
    for field in (
        Message("heading"),
        Message("body"),
        Message("photo"),
        Message("link"),
        Message("warning"),
        Message("id"),
        Message("title"),
        Message("kind"),
        Message("parties"),
        Message("date"),
        Message("place"),
        Message("participants"),
        Message("occasion"),
        Message("remainder"),
        Message("mentions.dates"),
        Message("mentions.places"),
        Message("mentions.people"),
        Message("mentions.agreements"),
        Message("source.url"),
        Message("source.title"),
        Message("source.breadcrumb"),
        Message("source.context"),
    )
}
"""What the fields are called where people read of them."""


def _warning(warning: dict[str, Any]) -> Message:
    """Return a warning without the heading that leads its message: the line names the meeting already."""
    message = warning["message"].partition(": ")[2] if warning["meeting"] else ""
    said = clean(_clipped(message or warning["message"], 2 * _LONG))
    return Warned(warning["code"], said, warning["text"] and clean(warning["text"]))


def lead(edit: Edit) -> str:
    """Return the dots before the context of an edit, unless the text starts there."""
    return "…" if edit.old > len(edit.left) or edit.new > len(edit.left) else ""


def trail(edit: Edit) -> str:
    """Return the dots behind the context of an edit, unless the text ends there."""
    return "…" if edit.more else ""


def words(edit: Edit) -> str:
    """Return an edit as the words before and after.

    >>> words(Edit(3, 3, "重視している旨を述べ", "強調し")), words(Edit(0, 0, "", "また、", right="両首脳は"))
    ('…重視している旨を述べ → 強調し', '+ また、…')
    """
    before, after = (clean(_clipped(text)) for text in visible(edit))
    left = "…" if edit.old or edit.new else ""
    right = "…" if edit.right or edit.more else ""
    if before and after:
        return f"{left}{before} → {after}{right}"
    return f"{left} {'−' if before else '+'} {before or after}{right}".lstrip()


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
    >>> brief({"ja": "麻生太郎", "en": "Taro Aso"}), brief({"name": "平成", "year": 20})
    ('麻生太郎', '平成')
    """
    if isinstance(value, list):
        return _several([brief(each) for each in value], ", ") or "none"
    if not isinstance(value, dict):
        return "null" if value is None else clean(_clipped(str(value)))
    wording = next((value[key] for key in _WORDING if value.get(key)), "")
    reading = next((value[key] for key in _READING if value.get(key)), None)
    reading = reading.get("ja") if isinstance(reading, dict) else reading
    both = wording and reading and reading != wording
    told = f"{wording} ({reading})" if both else str(wording or reading or "")
    return clean(_clipped(told))


_WORDING = ("message", "text", "alt", "url", "type", "ja", "en")
_READING = ("code", "edtf", "url", "name", "country_name", "series", "visit", "marker")


def _arrow(was: Any, now: Any) -> str:  # noqa: ANN401  any JSON values
    return f"{brief(was)} → {brief(now)}"


def _several(texts: list[str], comma: str) -> str:
    """Return the first texts, and how many more there are by a sign that needs no language: 2011-12, 2012-01 … (+4)."""
    more = len(texts) - _MOST
    return comma.join(texts[:_MOST]) + (f" … (+{more})" if more > 0 else "")


def _clipped(text: str, most: int = _LONG) -> str:
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 + 1 :]}"
