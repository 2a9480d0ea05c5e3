"""What an archive wrote into a page, taken out again: the Wayback Machine's toolbar and scripts, and the addresses that it turned.

A page that was asked for as it came (``…id_/``) has none of this, and is left as it is to the byte.
"""

import re

_TOOLBAR_BEGINS = b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->"
_TOOLBAR_ENDS = b"<!-- END WAYBACK TOOLBAR INSERT -->"
_SCRIPTS_END = b"<!-- End Wayback Rewrite JS Include -->"
_HEAD = re.compile(rb"<head(?:\s[^<>]*)?>", re.IGNORECASE)
_COLOPHON = b"FILE ARCHIVED ON "
_TIMINGS = re.compile(rb"<!--\s*playback timings")
_TURNED = re.compile(
    rb"""(?<=["'=(\s])
         (?:(?:https?:)?//web\.archive\.org)? /web/ [0-9]{4,14} (?:[a-z]{2}_)? /
         (?=https?:|ftp:|mailto:|javascript:)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_TURNED_FROM_ROOT = re.compile(
    rb"""(?<=["'=(]) /web/ [0-9]{14} (?:[a-z]{2}_)? / (?=https?:)""", re.VERBOSE | re.IGNORECASE
)

_TURNED_BY_WARP = re.compile(
    rb"""(?<=["'=(])
         (?:(?:https?:)?//warp\.(?:da\.)?ndl\.go\.jp)? /(?:collections/)?info:ndljp/pid/[0-9]+/
         (?:https?://)? (?=[a-z0-9.-]+\.[a-z]{2,}[/"':])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def as_published(body: bytes) -> bytes:
    """Return a page as its publisher sent it.

    Addresses that were relative come back absolute: they lead to the same page.

    >>> as_published(b'<a href="/web/20100701120000/http://www.example.jp/a.html">a</a><!-- FILE ARCHIVED ON 12:00:00 -->')
    b'<a href="http://www.example.jp/a.html">a</a>'
    >>> as_published(b'<a href="https://web.archive.org/web/2010/http://www.example.jp/">a link of its own</a>')
    b'<a href="https://web.archive.org/web/2010/http://www.example.jp/">a link of its own</a>'
    """
    bare = _without_scripts(_without_colophon(_without_toolbar(body)))
    if bare is not body:
        body = _TURNED.sub(b"", bare)
    elif b"/web/" in body:  # nothing but addresses that only an archive can have
        body = _TURNED_FROM_ROOT.sub(b"", body)
    if b"info:ndljp/pid/" in body:
        body = _TURNED_BY_WARP.sub(b"http://", body)
    return body


def _without_toolbar(body: bytes) -> bytes:
    begin = body.find(_TOOLBAR_BEGINS)
    end = body.find(_TOOLBAR_ENDS, begin) if begin >= 0 else -1
    if end < 0:
        return body
    return body[:begin] + body[end + len(_TOOLBAR_ENDS) :].removeprefix(b"\n")


def _without_colophon(body: bytes) -> bytes:
    """Return a page without the comment at its end that says when it was archived, and the one on how fast."""
    told = body.rfind(_COLOPHON)
    begin = body.rfind(b"<!--", 0, told) if told >= 0 else -1
    if begin < 0 or body[begin + len(b"<!--") : told].strip():
        return body
    _, closed, behind = body[told:].partition(b"-->")
    behind = behind.strip()
    is_last = not behind or (_TIMINGS.match(behind) and behind.endswith(b"-->"))
    return body[:begin].rstrip() if closed and is_last else body


def _without_scripts(body: bytes) -> bytes:
    end = body.find(_SCRIPTS_END)
    head = _HEAD.search(body, 0, end) if end >= 0 else None
    if head is None:
        return body
    behind = end + len(_SCRIPTS_END)
    return body[: head.end()] + body[behind:].removeprefix(b"\n")
