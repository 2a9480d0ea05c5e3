"""Changes as one HTML file: insertions and deletions marked, for a phone and for a screen reader."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from kaidan.differ.change import Change, Edit
from kaidan.differ.changes import Changes
from kaidan.differ.groups import Group, Told, below, beside, groups, nothing
from kaidan.differ.summary import brief, label, lead, name, parts, trail, visible, what
from kaidan.messages import Language, Message, tell

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
<html lang="{language}">
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


def to_html(changes: Changes, title: str | None = None, language: Language = "en") -> str:
    """Return the changes as one self-contained page: no script, nothing loaded, all text escaped.

    Every insertion and deletion says so to a screen reader, and by underline and strike-through to whom colours say nothing;
    Japanese is marked as such, so that it is read and set as Japanese.
    """
    return _PAGE.format(
        language=language,
        title=escape(tell(Message("What changed"), language) if title is None else title),
        style=_STYLE,
        body=f"{_sides(changes, language)}\n{to_fragment(changes, language)}",
    )


def to_fragment(changes: Changes, language: Language = "en") -> str:
    """Return what stands in that page below its title: the changes as sections."""
    sections = [part for group in groups(changes) for part in _section(group, language)]
    return "\n".join(sections) or f"<p>{escape(tell(nothing(changes), language))}</p>"


def _sides(changes: Changes, language: Language) -> str:
    old, new = (
        f"{side.generator}, SHA-256 {side.sha256[:12]}…" for side in (changes.old, changes.new)
    )
    return f"<p>{escape(tell(Message('From {old} to {new}.', old=old, new=new), language))}</p>"


def _section(group: Group, language: Language) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(tell(group.title, language))}</h2>"
    for meeting, some in group.meetings:
        yield f"<h3>{escape(meeting)}</h3>\n<ul>"
        yield from (_item(told, language) for told in some)
        yield "</ul>"
    yield "</section>"


def _item(told: Told, language: Language) -> str:
    quiet = ' class="quiet"' if told[0].quiet else ""
    followers = [f"<li>{part}</li>" for each in below(told) for part in _follower(each, language)]
    inner = f"\n<ul>\n{chr(10).join(followers)}\n</ul>" if followers else ""
    return f"<li{quiet}>\n" + "\n".join(_detail(told, language)) + f"{inner}\n</li>"


def _follower(change: Change, language: Language) -> Iterator[str]:
    said = tell(what(change), language)
    yield f"<p{_lang(said)}>{escape(said)}</p>"


def _detail(told: Told, language: Language) -> Iterator[str]:
    change = told[0]
    behind = "".join(f" ({tell(each, language)})" for each in beside(told))
    if change.kind in {"added", "removed"}:
        yield f"<p>{escape(tell(name(change), language))}</p>"
        yield from _whole(change.after or change.before, "ins" if change.after else "del")
    elif change.edits:
        yield f"<p>{escape(tell(label(change), language) + behind)}</p>"
        yield from (
            f"<p{_lang(edit.left + edit.before + edit.after)}>{_in_context(edit)}</p>"
            for edit in change.edits
        )
    elif change.kind in {"moved", "warning"} or change.quiet:
        said = tell(what(change), language)
        yield f"<p{_lang(said)}>{escape(said)}</p>"
    else:
        yield f"<p>{escape(tell(name(change), language) + behind)}</p>"
        yield from (f"<p>{_changed_part(*part)}</p>" for part in parts(change.before, change.after))


def _whole(meeting: dict[str, Any], tag: str) -> Iterator[str]:
    lines = [
        meeting["heading"],
        *((block["marker"] or "") + block["text"] for block in meeting["body"]),
    ]
    yield from (f"<p{_lang(line)}>{_marked(tag, line)}</p>" for line in lines)


def _changed_part(path: str, was: Any, now: Any) -> str:  # noqa: ANN401  any JSON values
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
    return f"{lead(edit)}{escape(edit.left)}{changed}{escape(edit.right)}{trail(edit)}"


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
