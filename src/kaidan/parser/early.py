"""Refused before it is parsed: a page that names talks in links to other pages alone, as ministries' lists and portals do.

In doubt a page is parsed. What is looked at is markup without scripts, comments, its title and whole links; a noun of talks that is left
in it, however cut by tags or blanks, is a doubt, but in the name of a list.
"""

import re
from functools import cache

from kaidan.errors import Refused
from kaidan.lexicon.words import any_of, spelled
from kaidan.messages import Message
from kaidan.parser.talks_titles import TALKS

_SHORTEST = 4_000
"""Characters of markup from which on the look is worth its time."""
_LIST, _LONG_LIST = 3, 20  # links that name talks
_CELL = re.compile("(?i)<(?:td|dt)[\\s>]")
_SIDES_OR_TIME = re.compile("[日。0-9０-９]")
_KATAKANA = re.compile("[ァ-ヺ]")
_LONGEST_REST = 4  # characters of the name of a list that are no word of one
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
    own = _LINK.sub("<a>", text)
    named = [link for link in _LINK.findall(text) if any(talks in link for talks in TALKS)]
    is_long = len(named) >= _LONG_LIST and not _CELL.search(own)
    if _names_talks(own, of_sides=is_long):
        return
    if len(named) < _LIST and any(talks in own for talks in TALKS):
        return  # the name of a list, and perhaps a table below it
    title = _TITLE.search(markup)
    words = " ".join(title[1].split()) if title else ""
    name = Message(" ({title})", title=_cut(words)) if words else ""
    raise Refused("no meeting in the page{name}: {why}", name=name, why=_why(named))


def _names_talks(text: str, *, of_sides: bool) -> bool:
    """Tell whether a piece of text between two tags holds a noun of talks, and is no name of a list, perhaps of two sides' talks."""
    for piece in _PIECE.finditer(text):
        markup = piece[0]
        if not any(sign in markup for sign in _FIRST_SIGNS):  # most often
            continue
        shown = _BLANK.sub("", _INLINE.sub("", markup).rpartition(">")[2])
        if not any(talks in shown for talks in TALKS) or _is_name_of_list(shown):
            continue
        if not (of_sides and _record_words().search(shown)):
            return True
    return False


def _is_name_of_list(text: str) -> bool:
    """Tell whether a text names talks of nobody and at no time: 首脳会談・外相会談, 最近の会談, 会談の記録."""
    if len(text) > _LONGEST or _SIDES_OR_TIME.search(text):
        return False
    rest = _words_of_lists().sub("", text)
    return len(rest) <= _LONGEST_REST and not _KATAKANA.search(rest)


@cache
def _record_words() -> re.Pattern[str]:
    return re.compile(any_of(spelled("headings", "record")))


@cache
def _words_of_lists() -> re.Pattern[str]:
    """Return what the name of a list is made of: talks, who holds them, records, and what stands before and between."""
    words = (*TALKS, *spelled("titles", "level", "means", "joint"))
    return re.compile(any_of((*words, *spelled("headings", "record", "opening"), "の")))


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
