"""Changes as text, for a terminal."""

from collections.abc import Callable, Iterator

from kaidan.differ.change import Edit
from kaidan.differ.changes import Changes
from kaidan.differ.groups import Told, below, beside, groups, nothing
from kaidan.differ.summary import clean, label, lead, trail, visible, what
from kaidan.messages import Language, tell

Paint = Callable[[str, str], str]


def to_text(changes: Changes, *, color: bool = False, language: Language = "en") -> str:
    """Return the changes as lines; ``color`` is for a terminal, without it words are marked [-removed-] and {+inserted+}."""
    paint = _painted if color else _marked
    lines = [f"{line}\n" for line in _lines(changes, paint, language)]
    return "".join(lines) or f"{tell(nothing(changes), language)}\n"


def _lines(changes: Changes, paint: Paint, language: Language) -> Iterator[str]:
    for number, group in enumerate(groups(changes)):
        if number:
            yield ""
        yield paint("title", clean(tell(group.title, language)))
        for meeting, some in group.meetings:
            yield f"  {paint('meeting', clean(meeting))}"
            for told in some:
                yield from _change(told, paint, language)


def _change(told: Told, paint: Paint, language: Language) -> Iterator[str]:
    change = told[0]
    first = tell(label(change) if change.edits else what(change), language)
    behind = "".join(f" ({tell(each, language)})" for each in beside(told))
    yield f"    {paint('quiet', first) if change.quiet else first}{behind}"
    yield from (f"      {_in_context(edit, paint)}" for edit in change.edits)
    for each in below(told):
        yield f"      ↳ {tell(what(each), language)}"


def _in_context(edit: Edit, paint: Paint) -> str:
    before, after = map(clean, visible(edit))
    changed = (paint("before", before) if before else "") + (paint("after", after) if after else "")
    return f"{lead(edit)}{clean(edit.left)}{changed}{clean(edit.right)}{trail(edit)}"


def _marked(role: str, text: str) -> str:
    return {"before": f"[-{text}-]", "after": f"{{+{text}+}}"}.get(role, text)


_CODES = {"title": "1;4", "meeting": "1", "quiet": "2", "before": "31;9", "after": "32;4"}


def _painted(role: str, text: str) -> str:
    return f"\x1b[{_CODES[role]}m{text}\x1b[0m"
