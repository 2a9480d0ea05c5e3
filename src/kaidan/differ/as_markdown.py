"""Changes as Markdown, for an issue or an e-mail."""

import re
from collections.abc import Iterator
from html import escape

from kaidan.differ.changes import Change, Changes, Edit
from kaidan.differ.groups import groups, nothing
from kaidan.differ.summary import clean, lead, visible, what

_SPECIAL = re.compile(r"[\\`*_\[\]~|$]|^(?=(?:[#>+=-]|\d+[.)]))")
"""What opens markup anywhere, and the places where a mark does at the start of a line."""


def to_markdown(changes: Changes) -> str:
    """Return the changes as Markdown: a heading for source and extractor, a list item a change, words in <del> and <ins>.

    The two elements are used, not ~~ and **: CommonMark opens no emphasis between a Japanese letter and a bracket.
    """
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    if not changes:
        yield nothing(changes)
    for number, group in enumerate(groups(changes)):
        yield from ([""] if number else [])
        yield from (f"## {_escaped(group.title)}", "")
        for meeting, some in group.meetings:
            yield from (line for change in some for line in _item(meeting, change))


def _item(meeting: str, change: Change) -> Iterator[str]:
    told = what(change)
    label = told.partition(": ")[0] + ":" if change.edits else told
    yield f"- **{meeting}** {_escaped(label)}"
    yield from (f"  {_in_context(edit)}  " for edit in change.edits[:-1])
    yield from (f"  {_in_context(edit)}" for edit in change.edits[-1:])
    if change.kind in {"added", "removed"}:
        for block in (change.after or change.before)["body"]:
            yield from ("", f"  > {_escaped((block['marker'] or '') + block['text'])}")
        yield ""


def _in_context(edit: Edit) -> str:
    before, after = map(_escaped, visible(edit))
    changed = (f"<del>{before}</del>" if before else "") + (f"<ins>{after}</ins>" if after else "")
    return f"{lead(edit)}{_escaped(edit.left)}{changed}{_escaped(edit.right)}…"


def _escaped(text: str) -> str:
    r"""Return the text with what Markdown or HTML would read as markup made plain, on one line.

    >>> _escaped("<b>1*2</b>"), _escaped("# 10月17日（現地時間）")
    ('&lt;b&gt;1\\*2&lt;/b&gt;', '\\# 10月17日（現地時間）')
    """
    return escape(_SPECIAL.sub(r"\\\g<0>", clean(text)), quote=False)
