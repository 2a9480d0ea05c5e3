"""Refused before it is parsed: a page that names talks in links to other pages alone, as ministries' lists and portals do.

In doubt a page is parsed. What is looked at is markup without scripts, comments, its title and whole links; a noun of talks that is left
in it, however cut by tags or blanks, is a doubt, but in the name of a list.
"""

import re
from functools import cache

from kaidan.errors import Refused
from kaidan.lexicon.words import any_of, spelled
from kaidan.messages import Message
from kaidan.parser.talks_titles import TALKS, has_talks
from kaidan.text.unseen import UNSEEN

_SHORTEST = 1_000
"""Characters of markup from which on the look is worth its time."""
_LIST, _LONG_LIST = 3, 20  # links that name talks
_CELL = re.compile("(?i)<(?:td|dt)[\\s>]")
_SIDES_OR_TIME = re.compile("[日。0-9０-９]")
_KATAKANA = re.compile("[ァ-ヺ]")
_LONGEST_REST = 4  # characters of the name of a list that are no word of one
_LONGEST = 60  # characters of the page in a message
_UNSHOWN = re.compile(r"(?is)<!--.*?(?:-->|\Z)|<(script|style|title)\b.*?(?:</\1\s*>|\Z)")
_TITLE = re.compile(r"(?is)<title[^>]*>([^<]*)")
_LINK = re.compile(
    r"(?i)<a\s[^<>]*>((?:[^<]|<(?!/?(?:a|p|h[1-6]|div|li|t[drh]|d[dtl]|ul|ol|table|br)\b))*)</a\s*>"
)
_INLINE_TAG = r"</?(?:b|big|em|font|i|img|small|span|strong|u|wbr)\b[^<>]*>"
_INLINE = re.compile(f"(?i){_INLINE_TAG}")
_PIECE = re.compile(f"(?i)<?[^<]+(?:{_INLINE_TAG}[^<]*)*")
"""A tag, and what is shown from it to the next, whatever tags within a line are in it."""
_UNSEEN = re.compile(f"[{UNSEEN}]")


def refuse_early(markup: str) -> None:
    """Refuse a page that cannot hold a meeting.

    Raises:
        Refused: no noun of talks stands outside of its links.
    """
    if len(markup) < _SHORTEST or "&#" in markup or "<![" in markup:
        return
    pieces = _LINK.split(_UNSHOWN.sub("", markup))
    own, links = "<a>".join(pieces[::2]), pieces[1::2]
    named = [link for link in links if has_talks(link)]
    is_long = len(named) >= _LONG_LIST and not _CELL.search(own)
    if _names_talks(own, is_long=is_long):
        return
    if len(named) < _LIST and (named or _talks().search(own)):
        return  # a link or two, or the name of a list, and perhaps a table below it
    title = _TITLE.search(markup)
    words = " ".join(title[1].split()) if title else ""
    name = Message(" ({title})", title=_cut(words)) if words else ""
    raise Refused("no meeting in the page{name}: {why}", name=name, why=_why(named))


def _names_talks(markup: str, *, is_long: bool) -> bool:
    """Tell whether a text between two tags holds a noun of talks, and is no name of a list.

    Beside a long list of links that of the talks of two sides does not count either.
    """
    if _holds_talks(markup, is_long=is_long):  # a page of meetings, mostly
        return True
    joined = _UNSEEN.sub("", "".join(_INLINE.sub("", markup).split()))
    return _holds_talks(joined, is_long=is_long)


def _holds_talks(markup: str, *, is_long: bool) -> bool:
    done = 0
    for talks in _talks().finditer(markup):
        if talks.start() < done:
            continue
        start = markup.rfind(">", 0, talks.start()) + 1
        done = markup.find("<", talks.end())
        done = len(markup) if done < 0 else done
        if "<" in markup[start : talks.start()]:  # of a tag
            done = talks.end()
            continue
        shown = "".join(markup[start:done].split())
        if not (_is_name_of_list(shown) or (is_long and _record_words().search(shown))):
            return True
    return False


@cache
def _talks() -> re.Pattern[str]:
    return re.compile(any_of(TALKS))


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
