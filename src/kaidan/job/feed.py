"""``feed.xml``: the accepted changes as an Atom feed (RFC 4287). It follows from ``changes/`` alone, so it can always be made again."""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from kaidan.differ.rendered import to_rendered
from kaidan.job.change_files import Change
from kaidan.messages import Message, counted, tell

LONGEST = 50
"""Entries. Readers ask once a day or more; the older changes are under changes/."""

_LINES = 100
"""Of a change in the feed. An upgrade may touch every meeting, and a feed is fetched whole each time."""

_ATOM = "http://www.w3.org/2005/Atom"
_YEAR = "2026"
"""RFC 4151 wants a date in a tag: URI, on which its authority had its name. It is part of the name, not of the clock."""

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tag(url: str, *names: str) -> str:
    """Return the tag: URI (RFC 4151) of something read from the site of ``url``.

    >>> tag("http://www8.cao.go.jp/hoppo/shisaku/01.html", "6b23c0d5")
    'tag:www8.cao.go.jp,2026:kaidan/hoppo/shisaku/01.html/6b23c0d5'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").replace(":", "-")
    return f"tag:{host},{_YEAR}:" + "/".join(
        ("kaidan" + quote(parts.path.rstrip("/"), safe="/%"), *names)
    )


def render(changes: Sequence[Change], url: str, title: str) -> bytes:
    """Return the feed of ``changes``, the last first; an empty sequence has no feed.

    Args:
        changes: at least one.
        url: of the page that they were read from.
        title: of that page.
    """
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "ja"})
    _add(feed, "id", changes[0].feed)
    told = tell(Message("{page}: changes", page=title), changes[0].lang)
    _add(feed, "title", told)
    _add(feed, "updated", max(change.when for change in changes))
    _add(_add(feed, "author"), "name", "kaidan")
    _add(feed, "generator", "kaidan")
    _add(feed, "link", rel="alternate", href=url)
    for change in changes:
        _entry(feed, change, url)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'.encode()


def _entry(feed: ET.Element, change: Change, url: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", change.id)
    _add(entry, "title", change.title)
    _add(entry, "updated", change.when)
    _add(entry, "link", rel="alternate", href=url)
    _add(entry, "category", term=change.by)
    _add(entry, "content", _html(change), type="html")


def _html(change: Change) -> str:
    """Return the change as HTML, as much of it as a feed should hold; <del> and <ins> are all the markup of its words."""
    lines = change.text.strip().splitlines()
    left = len(lines) - _LINES
    more = counted(
        left, "… {count} more line under changes/", "… {count} more lines under changes/"
    )
    return to_rendered("\n".join(lines[:_LINES])) + (
        f"<p>{tell(more, change.lang)}</p>" if left > 0 else ""
    )


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = _NO_XML.sub("\ufffd", text) if text is not None else None
    return child
