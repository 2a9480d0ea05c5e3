"""A look at the bytes of a page before anything is parsed: most pages of an archive hold no word for talks, and are no chronicle.

In doubt the answer is yes: a page that the parser would read is never passed over. So a word is looked for in every encoding that
writes it, by two of its signs that seldom stand together elsewhere (:mod:`.needle_search`); where they are parted by markup,
by white space or by what has no width, it is told whether a page might show them together (:mod:`.parted_signs`).
"""

from codecs import BOM_UTF8
from collections.abc import Sequence

from kaidan.parser.unparsed.needle_search import SEARCHER, Found
from kaidan.parser.unparsed.needles import Parted
from kaidan.parser.unparsed.parted_signs import may_stand_before

_START = 1_000
"""Bytes in which markup shows itself."""


def may_hold_meeting(data: bytes) -> bool:
    """Say whether a page has to be parsed to know that it holds no meeting.

    >>> may_hold_meeting("<p>お知らせ".encode()), may_hold_meeting("<h3>日露首脳会<b>談</b>".encode("cp932"))
    (False, True)
    """
    return which_may_hold_meeting([data])[0]


def which_may_hold_meeting(pages: Sequence[bytes]) -> list[bool]:
    """Say of each page whether it has to be parsed.

    All are searched before what was found is looked at: by turns, each of the two would find the processor's caches full of the
    other's tables.
    """
    bare = [data.removeprefix(BOM_UTF8) for data in pages]  # what is unseen further on is a doubt
    return list(map(may_be_word, bare, [_found(data) for data in bare]))


def _found(data: bytes) -> Found | None:
    if data.find(b"<", 0, _START) < 0:  # no markup: for the parser to judge
        return None
    return SEARCHER.search(data)


def may_be_word(data: bytes, found: Found | None) -> bool:
    """Say whether what a search found in a page may be a word for talks."""
    if not found:
        return found is None
    for needle, at in found:
        if isinstance(needle, Parted):
            if may_stand_before(data, at, needle.firsts):
                return True
        elif needle.may_be_word(data, at):
            return True
    return False
