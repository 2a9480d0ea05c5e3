"""The guard: why a page that came must not replace the last good one.

A table of named rules. Each is a pure function of what is held and what came, and returns its reason or None. A page with no
meeting at all never gets here: :func:`kaidan.extract` refuses it.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kaidan.data.spelling import unspaced
from kaidan.differ import Matching, match
from kaidan.errors import Refused
from kaidan.job.last import Last
from kaidan.job.reading import Reading
from kaidan.models import Document, Meeting

LOST_TEXT = 0.25
"""The part of the text that may go with one run. A chronicle only grows; what it loses by an edit is a sentence, not a quarter."""

_LONGEST = 120
"""Code points of a title or breadcrumb in a reason."""

_UNDECODABLE = "\ufffd"
_END = re.compile(rb"</html\s*>", re.IGNORECASE)


class Sight(NamedTuple):
    """What the guard sees.

    Attributes:
        old: the last good document.
        new: the one that would replace it.
        matching: which meeting of the one is which of the other, whatever became of its heading and id.
        old_body: the bytes that ``old`` was read from; None if they are lost.
        new_body: the bytes that ``new`` was read from.
        allow_loss: how many meetings the user lets go.
    """

    old: Document
    new: Document
    matching: Matching
    old_body: bytes | None
    new_body: bytes
    allow_loss: int = 0


class Stopped(Refused):
    """The guard said no; ``--accept`` overrules it."""


def reasons(held: Last, reading: Reading, allow_loss: int = 0) -> list[str]:
    """Return why ``reading`` may not replace what is held, a reason for each rule that says so; an empty list lets it pass."""
    if held.document is None:
        return []
    old, new = held.document, reading.document
    sight = Sight(
        old, new, match(old, new), held.page and held.page.body, reading.page.body, allow_loss
    )
    return [reason for rule in RULES.values() if (reason := rule(sight))]


def _meeting_gone(sight: Sight) -> str | None:
    lost = [meeting.id for meeting in sight.matching.removed]
    if len(lost) <= sight.allow_loss:
        return None
    return f"{len(lost)} of {len(sight.old.meetings)} meetings known before are gone: {_some(lost)}"


def _cut_off(sight: Sight) -> str | None:
    if sight.old_body is None or not _END.search(sight.old_body) or _END.search(sight.new_body):
        return None
    return "the page ends before its </html>, which it had"


def _text_fell(sight: Sight) -> str | None:
    matching = sight.matching
    lost = matching.removed if len(matching.removed) > sight.allow_loss else ()
    before = _length(old for old, _ in matching.pairs) + _length(lost)
    after = _length(new for _, new in matching.pairs)
    if after >= before * (1 - LOST_TEXT):
        return None
    return f"the text of the meetings known before fell from {before:,} to {after:,} characters"


def _undecodable(sight: Sight) -> str | None:
    before, after = _spoiled(sight.old), _spoiled(sight.new)
    return (
        f"characters that cannot be decoded: {after:,}, before {before:,}"
        if after > before
        else None
    )


def _unresolved(sight: Sight) -> str | None:
    lost = [old.id for old, new in sight.matching.pairs if _resolved(old) - _resolved(new)]
    return f"headings that resolve no more: {len(lost)}, {_some(lost)}" if lost else None


def _another_title(sight: Sight) -> str | None:
    return _differs("title", sight.old.source.title, sight.new.source.title)


def _another_breadcrumb(sight: Sight) -> str | None:
    before, after = (" > ".join(document.source.breadcrumb) for document in (sight.old, sight.new))
    return _differs("breadcrumb", before, after)


Rule = Callable[[Sight], str | None]

RULES: Mapping[str, Rule] = {
    "meeting gone": _meeting_gone,
    "cut off": _cut_off,
    "text fell": _text_fell,
    "undecodable": _undecodable,
    "unresolved": _unresolved,
    "another title": _another_title,
    "another breadcrumb": _another_breadcrumb,
}


def _spoiled(document: Document) -> int:
    """How many characters that stand for what could not be decoded are in the document; 1 more if it has a warning of them at all."""
    warned = any(warning.code == "undecodable" for warning in document.warnings)
    return document.model_dump_json().count(_UNDECODABLE) + warned


def _resolved(meeting: Meeting) -> set[str]:
    """What the heading of a meeting was resolved to, by name."""
    found = {
        "date": meeting.date.edtf,
        "country": meeting.place and meeting.place.country,
        "place": meeting.place and meeting.place.name,
    }
    return {name for name, value in found.items() if value}


def _length(meetings: Iterable[Meeting]) -> int:
    """Code points of headings and bodies."""
    return sum(
        len(meeting.heading) + sum(len(block.text) for block in meeting.body)
        for meeting in meetings
    )


def _differs(what: str, before: str | None, after: str | None) -> str | None:
    """Why a name of the page is another's; how it is spaced, and whether a full-width form is used, is no difference."""
    if not before or unspaced(before) == unspaced(after or ""):
        return None
    return f"the page's {what} is {_shown(after) if after else 'gone'}, and was {_shown(before)}"


def _shown(text: str) -> str:
    """What a stranger's page says, fit for one line of a terminal."""
    plain = "".join(
        character if character.isprintable() or character == "\u3000" else "\ufffd"
        for character in text
    )
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:3]) + (", …" if len(ids) > 3 else "")
