"""A document as the formats take it: with what several pages may say that is hard to write, and where it came from."""

from datetime import UTC, datetime

import chronicle
from kaidan import Document, extract
from kaidan.sourced import SourcedDocument

URL = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
FETCHED = datetime(2026, 11, 29, 20, 30, tzinfo=UTC)
NASTY = '=1+1 <b>*太字*</b> [x](javascript:y) \\ `code` {brace} 100% a_b & "quoted", ; | # $'


def document() -> Document:
    """A chronicle whose first text is full of signs that some format gives a meaning to."""
    first, *others = chronicle.RECORDS
    nasty = NASTY.replace("&", "&amp;").replace("<", "&lt;")
    told = first._replace(text=f"{first.text}</p><p>{nasty}")
    return extract(chronicle.page(told, *others), url=URL)


def sourced() -> SourcedDocument:
    return SourcedDocument("01.html", document(), FETCHED)
