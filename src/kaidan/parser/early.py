"""Refused before it is parsed: a page that names talks in links to other pages alone, as ministries' lists and portals do.

In doubt a page is parsed. What is looked at is markup without scripts, comments, its title and whole links; a noun of talks that is left
in it, however cut by tags or blanks, is a doubt, but in the name of a list.
"""

import re
from functools import cache

from kaidan.errors import Refused
from kaidan.lexicon.words import any_of, spelled
from kaidan.messages import Message
from kaidan.parser.heading import TALKS

_SHORTEST = 4_000
"""Characters of markup from which on the look is worth its time."""
_LONGEST = 60  # characters of the page in a message
_FIRST_SIGNS = frozenset(talks[0] for talks in TALKS)
_UNSHOWN = re.compile(r"(?is)<!--.*?(?:-->|\Z)|<(script|style|title)\b.*?(?:</\1\s*>|\Z)")
_TITLE = re.compile(r"(?is)<title[^>]*>([^<]*)")
_LINK = re.compile(
    r"(?i)<a\s[^<>]*>((?:[^<]|<(?!/?(?:a|p|h[1-6]|div|li|t[drh]|d[dtl]|ul|ol|table|br)\b))*)</a\s*>"
)
_INLINE_TAG = r"</?(?:b|big|em|font|i|img|small|span|strong|u|wbr)\b[^<>]*>"
_INLINE = re.compile(f"(?i){_INLINE_TAG}")
_PIECE = re.compile(f"(?i)<?[^<]+(?:{_INLINE_TAG}[^<]*)*")
"""A tag, and what is shown from it to the next, whatever tags within a line are in it."""
_BLANK = re.compile("[\\s\u3000\xad\u200b-\u200f\u2060\ufeff]+")


def refuse_early(markup: str) -> None:
    """Refuse a page that cannot hold a meeting.

    Raises:
        Refused: no noun of talks stands outside of its links.
    """
    if len(markup) < _SHORTEST or "&#" in markup or "<![" in markup:
        return
    text = _UNSHOWN.sub("", markup)
    if _names_talks(_LINK.sub("<a>", text)):
        return
    named = [link for link in _LINK.findall(text) if any(talks in link for talks in TALKS)]
    title = _TITLE.search(markup)
    words = " ".join(title[1].split()) if title else ""
    name = Message(" ({title})", title=_cut(words)) if words else ""
    raise Refused("no meeting in the page{name}: {why}", name=name, why=_why(named))


def _names_talks(text: str) -> bool:
    """Tell whether a piece of text between two tags holds a noun of talks, and is no name of a list."""
    for piece in _PIECE.finditer(text):
        markup = piece[0]
        if not any(sign in markup for sign in _FIRST_SIGNS):  # most often
            continue
        shown = _BLANK.sub("", _INLINE.sub("", markup).rpartition(">")[2])
        if any(talks in shown for talks in TALKS) and not _records().search(shown):
            return True
    return False


@cache
def _records() -> re.Pattern[str]:
    return re.compile(any_of(spelled("headings", "record")))


def _why(named: list[str]) -> Message:
    if not named:
        return Message("no line speaks of a meeting, as 日露首脳会談（place・date） does")
    first = _cut(" ".join(re.sub("<[^<>]*>", "", named[0]).split()))
    return Message(
        "looks like a list of {count} links that name meetings, none told here; the first: {line}",
        count=len(named),
        line=first,
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
