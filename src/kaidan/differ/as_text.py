"""Changes as text, for a terminal."""

from collections.abc import Callable, Iterator

from kaidan.differ.changes import Change, Changes, Edit
from kaidan.differ.groups import groups, nothing
from kaidan.differ.summary import clean, lead, visible, what

Paint = Callable[[str, str], str]


def to_text(changes: Changes, *, color: bool = False) -> str:
    """Return the changes as lines; ``color`` is for a terminal, without it words are marked [-removed-] and {+inserted+}."""
    paint = _painted if color else _marked
    return "".join(f"{line}\n" for line in _lines(changes, paint)) or f"{nothing(changes)}\n"


def _lines(changes: Changes, paint: Paint) -> Iterator[str]:
    for number, group in enumerate(groups(changes)):
        if number:
            yield ""
        yield paint("title", clean(group.title))
        for meeting, some in group.meetings:
            yield f"  {paint('meeting', clean(meeting))}"
            for change in some:
                yield from _change(change, paint)


def _change(change: Change, paint: Paint) -> Iterator[str]:
    told = what(change)
    label = told.partition(": ")[0] if change.edits else told
    yield f"    {paint('quiet', label) if change.quiet else label}"
    yield from (f"      {_in_context(edit, paint)}" for edit in change.edits)


def _in_context(edit: Edit, paint: Paint) -> str:
    before, after = map(clean, visible(edit))
    changed = (paint("before", before) if before else "") + (paint("after", after) if after else "")
    return f"{lead(edit)}{clean(edit.left)}{changed}{clean(edit.right)}…"


def _marked(role: str, text: str) -> str:
    return {"before": f"[-{text}-]", "after": f"{{+{text}+}}"}.get(role, text)


_CODES = {"title": "1;4", "meeting": "1", "quiet": "2", "before": "31;9", "after": "32;4"}


def _painted(role: str, text: str) -> str:
    return f"\x1b[{_CODES[role]}m{text}\x1b[0m"
