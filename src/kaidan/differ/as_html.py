"""Changes as one HTML file: insertions and deletions marked, for a phone and for a screen reader."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from kaidan.differ.changes import Change, Changes, Edit
from kaidan.differ.groups import Group, groups, nothing
from kaidan.differ.summary import brief, lead, name, parts, visible, what

_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]")

_STYLE = """
:root { color-scheme: light dark; --in: #0a5d1e; --in-back: #dcf5e1; --out: #8f1d1d; --out-back: #fbe3e3; --line: #8886 }
@media (prefers-color-scheme: dark) {
  :root { --in: #a4eab3; --in-back: #113a1c; --out: #ffb9b9; --out-back: #4a1717 }
}
body { font: 1rem/1.7 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.3 }
h2 { border-bottom: 2px solid var(--line) }
h3 { margin-bottom: .25rem }
ul { list-style: none; margin: 0; padding: 0 }
li { border-left: 4px solid var(--line); margin: .75rem 0; padding-left: .75rem }
p { margin: .25rem 0 }
ins { color: var(--in); background: var(--in-back); text-decoration: underline; text-decoration-thickness: 2px }
del { color: var(--out); background: var(--out-back) }
.quiet { font-size: .9rem }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
"""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def to_html(changes: Changes, title: str = "What changed") -> str:
    """Return the changes as one self-contained page: no script, nothing loaded, all text escaped.

    Every insertion and deletion says so to a screen reader, and by underline and strike-through to whom colours say nothing;
    Japanese is marked as such, so that it is read and set as Japanese.
    """
    body = (
        "\n".join(part for group in groups(changes) for part in _section(group))
        or f"<p>{escape(nothing(changes))}</p>"
    )
    return _PAGE.format(title=escape(title), style=_STYLE, body=f"{_sides(changes)}\n{body}")


def _sides(changes: Changes) -> str:
    old, new = (
        f"{side.generator}, SHA-256 {side.sha256[:12]}…" for side in (changes.old, changes.new)
    )
    return f"<p>From {escape(old)} to {escape(new)}.</p>"


def _section(group: Group) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(group.title)}</h2>"
    for meeting, changes in group.meetings:
        yield f"<h3>{escape(meeting)}</h3>\n<ul>"
        yield from (_item(change) for change in changes)
        yield "</ul>"
    yield "</section>"


def _item(change: Change) -> str:
    quiet = ' class="quiet"' if change.quiet else ""
    return f"<li{quiet}>\n" + "\n".join(_detail(change)) + "\n</li>"


def _detail(change: Change) -> Iterator[str]:
    if change.kind in {"added", "removed"}:
        yield f"<p>{name(change)}</p>"
        yield from _whole(change.after or change.before, "ins" if change.after else "del")
    elif change.edits:
        yield f"<p>{escape(what(change).partition(': ')[0])}</p>"
        yield from (
            f"<p{_lang(edit.left + edit.before + edit.after)}>{_in_context(edit)}</p>"
            for edit in change.edits
        )
    elif change.kind in {"moved", "warning"} or change.quiet:
        yield f"<p{_lang(what(change))}>{escape(what(change))}</p>"
    else:
        yield f"<p>{escape(name(change))}</p>"
        yield from (f"<p>{_value(*part)}</p>" for part in parts(change.before, change.after))


def _whole(meeting: dict[str, Any], tag: str) -> Iterator[str]:
    lines = [
        meeting["heading"],
        *((block["marker"] or "") + block["text"] for block in meeting["body"]),
    ]
    yield from (f"<p{_lang(line)}>{_marked(tag, line)}</p>" for line in lines)


def _value(path: str, was: Any, now: Any) -> str:  # noqa: ANN401  any JSON values
    before, after = (
        "" if value is None else f"<span{_lang(brief(value))}>{{}}</span>" for value in (was, now)
    )
    label = f"{escape(path)}: " if path else ""
    return (
        label
        + before.format(_marked("del", brief(was)))
        + " "
        + after.format(_marked("ins", brief(now)))
    )


def _in_context(edit: Edit) -> str:
    before, after = visible(edit)
    changed = _marked("del", before) + _marked("ins", after)
    return f"{lead(edit)}{escape(edit.left)}{changed}{escape(edit.right)}…"


def _marked(tag: str, text: str) -> str:
    """Return the text as inserted or deleted, or nothing for no text."""
    label = {"ins": "inserted", "del": "deleted"}[tag]
    return (
        f'<{tag}><span class="hidden" lang="en">{label}: </span>{escape(text)}</{tag}>'
        if text
        else ""
    )


def _lang(text: str) -> str:
    return ' lang="ja"' if _JAPANESE.search(text) else ""
