"""A look at the bytes of a page before anything is parsed: most pages of an archive hold no word for talks, and are no chronicle.

In doubt the answer is yes: a page that the parser would read is never passed over. So a word is looked for in every encoding that
writes it, by two of its signs that seldom stand together elsewhere (:mod:`kaidan.parser.needle_search`); where they are parted by markup,
by white space or by what has no width, it is told whether a page might show them together (:mod:`kaidan.parser.parted_signs`).
"""

from codecs import BOM_UTF8

from kaidan.parser.needle_search import SEARCHER
from kaidan.parser.parted_signs import may_stand_before

_START = 1_000
"""Bytes in which markup shows itself."""


def may_hold_meeting(data: bytes) -> bool:
    """Say whether a page has to be parsed to know that it holds no meeting.

    >>> may_hold_meeting("<p>お知らせ".encode()), may_hold_meeting("<h3>日露首脳会<b>談</b>".encode("cp932"))
    (False, True)
    """
    if data.find(b"<", 0, _START) < 0:  # no markup: for the parser to judge
        return True
    data = data.removeprefix(BOM_UTF8)  # what is unseen further on is a doubt
    apart = SEARCHER.search(data)
    if not apart:
        return apart is None
    return any(may_stand_before(data, at, sign.firsts) for sign, at in apart)
