"""Changes as Markdown, for an issue or an e-mail."""

import re
from collections.abc import Iterator
from html import escape, unescape

from kaidan.differ.change import Edit
from kaidan.differ.changes import Changes
from kaidan.differ.groups import Told, below, beside, groups, nothing
from kaidan.differ.summary import clean, label, lead, trail, visible, what
from kaidan.messages import Language, tell

_SPECIAL = re.compile(r"[\\`*_\[\]~|$]|^(?=(?:[#>+=-]|\d+[.)]))")
"""What opens markup anywhere, and the places where a mark does at the start of a line."""

_ESCAPED = re.compile(r"\\([\\`*_\[\]~|$#>+=-]|(?=\d))")


def to_markdown(changes: Changes, language: Language = "en") -> str:
    """Return the changes as Markdown: a heading for source and extractor, a list item a change, words in <del> and <ins>.

    The two elements are used, not ~~ and **: CommonMark opens no emphasis between a Japanese letter and a bracket.
    """
    return "\n".join(_lines(changes, language)) + "\n"


def _lines(changes: Changes, language: Language) -> Iterator[str]:
    if not changes:
        yield tell(nothing(changes), language)
    for number, group in enumerate(groups(changes)):
        yield from ([""] if number else [])
        yield from (f"## {escaped(tell(group.title, language))}", "")
        for meeting, some in group.meetings:
            yield from (line for told in some for line in _item(meeting, told, language))


def _item(meeting: str, told: Told, language: Language) -> Iterator[str]:
    change = told[0]
    first = tell(label(change) if change.edits else what(change), language)
    behind = "".join(f" ({tell(each, language)})" for each in beside(told))
    yield f"- **{escaped(meeting)}** {escaped(first + behind)}{':' if change.edits else ''}"
    yield from (f"  {_in_context(edit)}  " for edit in change.edits[:-1])
    yield from (f"  {_in_context(edit)}" for edit in change.edits[-1:])
    yield from (f"  - {escaped(tell(what(each), language))}" for each in below(told))
    if change.kind in {"added", "removed"}:
        for block in (change.after or change.before)["body"]:
            yield from ("", f"  > {escaped((block['marker'] or '') + block['text'])}")
        yield ""


def unescaped(markdown: str) -> str:
    r"""Return the text that was escaped.

    >>> unescaped(escaped("<b>1*2</b> [x]"))
    '<b>1*2</b> [x]'
    """
    return unescape(_ESCAPED.sub(r"\1", markdown))


def _in_context(edit: Edit) -> str:
    before, after = map(escaped, visible(edit))
    changed = (f"<del>{before}</del>" if before else "") + (f"<ins>{after}</ins>" if after else "")
    return f"{lead(edit)}{escaped(edit.left)}{changed}{escaped(edit.right)}{trail(edit)}"


def escaped(text: str) -> str:
    r"""Return the text with what Markdown or HTML would read as markup made plain, on one line.

    >>> escaped("<b>1*2</b>"), escaped("# 10月17日（現地時間）")
    ('&lt;b&gt;1\\*2&lt;/b&gt;', '\\# 10月17日（現地時間）')
    """
    return escape(_SPECIAL.sub(r"\\\g<0>", clean(text)), quote=False)
