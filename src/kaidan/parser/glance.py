"""A look at the bytes of a page before anything is parsed: most pages of an archive hold no word for talks, and are no chronicle.

In doubt the answer is yes: a page that the parser would read is never passed over. So the look knows that a word may be cut by
tags, ruby, white space and characters without width, or be written in references, and what no encoding explains is parsed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from kaidan.lexicon.words import spelled
from kaidan.parser.lines import BLOCKS
from kaidan.parser.talks_titles import TALKS

_START = 1_000
"""Bytes in which markup shows itself."""

_HEAD = 4_096
"""Bytes in which the page may name its encoding."""

_NAMING = (b"charset", b"encoding")
_LABEL = re.compile(rb"""\s*=\s*["']?\s*([\w.:-]*)""")

_CODECS = {
    b"utf-8": "utf-8",
    b"utf8": "utf-8",
    b"shift_jis": "cp932",
    b"shift-jis": "cp932",
    b"sjis": "cp932",
    b"x-sjis": "cp932",
    b"windows-31j": "cp932",
    b"ms932": "cp932",
    b"euc-jp": "euc_jp",
    b"x-euc-jp": "euc_jp",
}
"""What a label means to browsers (WHATWG Encoding); a page with another one is parsed."""

_BETWEEN = " \t\n\r\f\u3000\xa0\xad\u200b\u200c\u200d\u2060\ufeff<&"
"""What stands behind a part of a word where the rest may follow: white, without width, a tag, a reference."""

_WINDOW = 2_000
"""Characters in which a block element must end the line of a part of a word, or the look ends in doubt."""

_ODD = ("<!", "<script", "<SCRIPT", "<style", "<STYLE", '"', "'", "&#")
"""In what lies between two signs: what may hold a tag that is none, or a sign that is not written as such."""


def may_hold_meeting(data: bytes, content_type: str | None = None) -> bool:
    """Say whether a page has to be parsed to know that it holds no meeting.

    >>> may_hold_meeting("<p>お知らせ".encode()), may_hold_meeting("<h3>日露首脳会<b>談</b>".encode("cp932"))
    (False, True)
    """
    if _is_odd(data):
        return True
    texts = list(_readings(data, content_type))
    return not texts or any(_holds_word(text) for text in texts)


@cache
def talks_nouns() -> tuple[str, ...]:
    """Return the nouns of which a page must hold one to tell of a meeting: what titles of meetings end in."""
    return tuple(dict.fromkeys((*TALKS, *spelled("talks", "talks"))))


def _is_odd(data: bytes) -> bool:
    """Say whether a page is none of those that the look can judge: no markup, another form, or an encoding with escapes or zeros."""
    start = data[:_START]
    return b"<" not in start or b"MIME-Version" in start or b"\x1b" in data or b"\0" in data


def _readings(data: bytes, content_type: str | None) -> Iterator[str]:
    """Yield the page in each encoding that it may be read in, as far as all its bytes agree; nothing where a label is unknown."""
    labels = set(_labels(data[:_HEAD].lower()))
    if content_type:
        labels.update(_labels(content_type.lower().encode()))
    if not labels <= _CODECS.keys():
        return
    named = {_CODECS[label] for label in labels}
    for codec in ("utf-8", *(named - {"utf-8"})):
        if text := _decoded(data, codec):
            yield text
            if named <= {"utf-8"}:
                return
    if named <= {"utf-8"}:
        yield from filter(None, (_decoded(data, codec) for codec in ("cp932", "euc_jp")))


def _labels(head: bytes) -> Iterator[bytes]:
    """Yield what stands behind ``charset=`` and ``encoding=``."""
    for naming in _NAMING:
        at = head.find(naming)
        while at >= 0:
            if label := _LABEL.match(head, at + len(naming)):
                yield label[1]
            at = head.find(naming, at + 1)


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _holds_word(text: str) -> bool:
    """Say whether a word for talks stands in a text of markup, or may.

    A word is looked for only where all its signs stand in the text, which C tells of a sign in a microsecond; and by a pattern that
    one sign leads, which takes a fraction of the time that a pattern of all words takes.
    """
    if _reference().search(text):
        return True
    missing = {sign for sign in _signs() if sign not in text}
    for words, starting in _words_by_first():
        if all(not missing.isdisjoint(word) for word in words):
            continue
        for found in starting.finditer(text):
            rest = _rest(found[0])
            if not rest or any(_may_follow(sign, text, found.end()) for sign in rest):
                return True
    return False


@cache
def _signs() -> frozenset[str]:
    return frozenset(sign for word in talks_nouns() for sign in word)


@cache
def _rest(part: str) -> frozenset[str]:
    """Return the signs with which words go on of which this is a part; none where it is a word."""
    words = [word for word in talks_nouns() if word.startswith(part)]
    return frozenset() if part in words else frozenset(word[len(part)] for word in words)


def _may_follow(sign: str, text: str, start: int) -> bool:
    """Say whether a sign may be shown behind a point before the next block element ends the line."""
    block = _block().search(text, start, start + _WINDOW)
    if block is None and start + _WINDOW < len(text):
        return True
    line = text[start : block.start() if block else len(text)]
    return sign in line or any(odd in line for odd in _ODD)


@cache
def _words_by_first() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Return the words that begin with the same sign, and the pattern of them and of their parts that are cut off."""
    grouped = groupby(sorted(set(talks_nouns())), key=lambda word: word[0])
    by_first = [tuple(words) for _, words in grouped]
    return tuple((words, re.compile(words[0][0] + _rest_or_cut(words, 1))) for words in by_first)


def _rest_or_cut(words: Sequence[str], start: int) -> str:
    """Return the pattern of what follows when ``start`` signs of words are read: more of them, or what may stand between signs."""
    if any(len(word) == start for word in words):
        return ""
    longer = groupby(words, key=lambda word: word[start])
    nexts = [sign + _rest_or_cut(list(group), start + 1) for sign, group in longer]
    return f"(?:{'|'.join(nexts)}|(?=[{_BETWEEN}]))"


@cache
def _block() -> re.Pattern[str]:
    return re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})[\s>/]", re.IGNORECASE)


@cache
def _reference() -> re.Pattern[str]:
    """Return the pattern of a reference to a sign of the words: &#20250; or &#x4f1a;. One sign leads it: C looks for that quickest."""
    signs = sorted(map(ord, _signs()))
    tens = "|".join(map(str, signs))
    hexes = "|".join(f"{sign:x}" for sign in signs)
    return re.compile(rf"&(?=#)#(?:0*(?:{tens})(?![0-9])|[xX]0*(?i:{hexes})(?![0-9a-fA-F]))")
