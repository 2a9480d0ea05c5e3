"""What an archive wrote into a page, taken out again: the Wayback Machine's toolbar and scripts, and the addresses that it turned.

A page that was asked for as it came (``…id_/``) has none of this, and is left as it is to the byte.
"""

import re

_TOOLBAR = re.compile(
    rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->\n?", re.DOTALL
)
_SCRIPTS_END = b"<!-- End Wayback Rewrite JS Include -->"
_HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)
_COLOPHON = re.compile(
    rb"\s*<!--\s*FILE ARCHIVED ON .*?-->(?:\s*<!--\s*playback timings.*?-->)?\s*\Z", re.DOTALL
)
_TURNED = re.compile(
    rb"""(?<=["'=(\s])
         (?:(?:https?:)?//web\.archive\.org)? /web/ [0-9]{4,14} (?:[a-z]{2}_)? /
         (?=https?:|ftp:|mailto:|javascript:)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = (b"WAYBACK TOOLBAR INSERT", _SCRIPTS_END, b"FILE ARCHIVED ON ")

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
    if any(sign in body for sign in _SIGNS):
        body = _TURNED.sub(b"", _without_insertions(body))
    if b"info:ndljp/pid/" in body:
        body = _TURNED_BY_WARP.sub(b"http://", body)
    return body


def _without_insertions(body: bytes) -> bytes:
    body = _COLOPHON.sub(b"", _TOOLBAR.sub(b"", body))
    end = body.find(_SCRIPTS_END)
    head = _HEAD.search(body, 0, end) if end >= 0 else None
    if head is None:
        return body
    behind = end + len(_SCRIPTS_END)
    return body[: head.end()] + body[behind:].removeprefix(b"\n")
