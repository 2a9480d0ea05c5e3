"""What stands around the meetings: the page's names, its end, its shape. A chronicle that is whole under a reworded frame is the same."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from kaidan.controls import on_one_line
from kaidan.job.guard.comparison import Sight, text_of
from kaidan.job.guard.measures import alike
from kaidan.messages import Message
from kaidan.text.keys import unspaced

_LONGEST = 120
"""Code points of a title or breadcrumb in a reason."""

_SAME_END = 0.9
"""How much of what stands behind the last meeting must stand there still: a date of the last update may have changed."""

_LEAST = 8
"""Characters at the very end of a page that must be the same ones."""

_END = re.compile(rb"</html\s*>", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>|\s+", re.DOTALL | re.IGNORECASE
)


def cut_off(sight: Sight) -> Message | None:
    """Say that the page ends before its end; the end tag alone may be missing, if all that stood behind the last meeting stands."""
    if sight.old_body is None or not _END.search(sight.old_body) or _END.search(sight.new_body):
        return None
    if _end_stands(sight):
        return None
    return Message("the page ends before its {tag}, which it had", tag="</html>")


def _end_stands(sight: Sight) -> bool:
    """Whether the last meeting is whole, and what stood behind it, which must be something, stands there still."""
    last, now_last = sight.old.meetings[-1], sight.new.meetings[-1]
    if text_of(last) != text_of(now_last) or not last.body:
        return False
    words = "".join(last.body[-1].text.split())
    old = _behind(words, _shown(sight.old_body or b"", sight.old.source.encoding))
    new = _behind(words, _shown(sight.new_body, sight.new.source.encoding))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return bool(old) and old[-_LEAST:] == new[-_LEAST:] and matcher.ratio() >= _SAME_END


def _behind(words: str, text: str) -> str:
    """Return what stands behind the last place where a text has these words."""
    _, found, behind = text.rpartition(words)
    return behind if found else ""


def _shown(body: bytes, encoding: str) -> str:
    """Return the text of a page without its markup and blanks, roughly."""
    return _UNSEEN.sub("", body.decode(encoding, "replace"))


def another_title(sight: Sight) -> Message | None:
    """Say that the title is another page's, or is gone, and the breadcrumb does not say that it is the same page."""
    old, new = sight.old.source, sight.new.source
    if not new.title and new.breadcrumb and not _other_trail(old.breadcrumb, new.breadcrumb):
        return None
    return _other_title(old.title, new.title)


def another_breadcrumb(sight: Sight) -> Message | None:
    """Say that the breadcrumb is another page's, or is gone, and the title does not say that it is the same page."""
    old, new = sight.old.source, sight.new.source
    if not new.breadcrumb and new.title and not _other_title(old.title, new.title):
        return None
    return _other_trail(old.breadcrumb, new.breadcrumb)


def _other_title(old: str | None, new: str | None) -> Message | None:
    if not old or (new and alike(unspaced(old), unspaced(new))):
        return None
    return _differs("title", old, new)


def _other_trail(old: Sequence[str], new: Sequence[str]) -> Message | None:
    """Say that the breadcrumb leads elsewhere: the levels below the site's own may be more, or be reworded."""
    left = [unspaced(level) for level in new]
    for level in old[1:]:
        if not (found := [other for other in left if alike(unspaced(level), other)]):
            return _differs("breadcrumb", " > ".join(old), " > ".join(new))
        left.remove(found[0])
    return None


def _differs(what: str, before: str, after: str | None) -> Message:
    name = Message({"title": "title", "breadcrumb": "breadcrumb"}[what])
    if not after:
        return Message(
            "the page's {what} is gone, and was {before}", what=name, before=_quoted(before)
        )
    return Message(
        "the page's {what} is {after}, and was {before}",
        what=name,
        after=_quoted(after),
        before=_quoted(before),
    )


def another_shape(sight: Sight) -> Message | None:
    """Say that the page is built as another kind of page; the versions that did not note it knew one kind."""
    old, new = sight.old.source.shape, sight.new.source.shape
    if old == new:
        return None
    return Message("the page reads as a {new}, and was a {old}", new=new, old=old)


def _quoted(text: str) -> str:
    """What a stranger's page says, fit for one line of a terminal."""
    plain = on_one_line(text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
