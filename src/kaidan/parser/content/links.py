"""The links of a body: their text, and of the file behind them the type and the size that the page tells."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kaidan.data import table
from kaidan.parser.display.shown import Anchor, Line, Span

_HALF_WIDTH = str.maketrans(
    "（［〔【）］〕】[]０１２３４５６７８９，．ＫＭＧＢｂ", "(((())))()0123456789,.KMGBb"
)
_SIZE = r"\([^()]{0,30}?([0-9][0-9.,]*\s?(?:[KMGkmg]?[Bb](?:yte|ytes)?|キロバイト|メガバイト))[^()]{0,10}\)"
_BARE_SIZE = r"(?:PDF|pdf|Excel|Word)[^0-9０-９]{0,8}([0-9０-９][0-9.,]*\s?[KMGkmg]?[Bb](?:ytes?)?)"
_REACH = 60  # characters behind a link in which its file's size stands
_NEW_WINDOW = r"(?i)別ウ[イィ]ンドウ|新しいウ|新規ウ|new window"


class Link(NamedTuple):
    """A link; ``spans`` are (block, start, end) of each piece of its text."""

    text: str
    url: str
    media_type: str | None
    size: str | None
    new_window: bool
    spans: tuple[tuple[int, int, int], ...]


Piece = tuple[int, int, Line, Span]
"""Where a link stands: the number of a block, how much longer its line is by the marker, the line, and the link's span in it."""


def read_link(anchor: Anchor, pieces: Sequence[Piece]) -> Link | None:
    """Read a link from all its pieces; one within the page, or that shows nothing of a block's text, is none."""
    if anchor.url.startswith("#"):
        return None
    _, _, line, last = pieces[-1]
    opening, size, pdf = _file_size(line.text, last) or (last.end, None, False)
    spans, words = [], []
    for block, marker, owner, span in pieces:
        end = min(span.end, opening) if owner is line else span.end
        start, end = _tight(owner.text, max(span.start, marker), end)
        if start < end:
            spans.append((block, start - marker, end - marker))
            words.append(owner.text[start:end])
    if not spans:
        return None
    media_type = _media_type(anchor.url) or ("application/pdf" if pdf else None)
    return Link(
        " ".join(words), anchor.url, media_type, size, _own_window(anchor, line, last), tuple(spans)
    )


def _file_size(text: str, link: Span) -> tuple[int, str, bool] | None:
    """Find the size of a file in a link or behind it: where its bracket opens, the size, and whether it is said to be a PDF's."""
    near = text[link.start : link.end + _REACH]
    found = re.search(_SIZE, near.translate(_HALF_WIDTH))
    if found and not near[link.end - link.start : found.start()].strip(" \u3000\xa0"):
        opening = link.start + found.start()
    elif found := re.search(_BARE_SIZE, text[link.start : link.end]):
        opening = link.end
    else:
        return None
    return (
        opening,
        near[slice(*found.span(1))],
        "PDF" in near[found.start() : found.start(1)].upper(),
    )


def _media_type(url: str) -> str | None:
    """Return the type of a file by its name's ending."""
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return _media_types().get(name.rpartition(".")[2].lower()) if "." in name else None


@cache
def _media_types() -> dict[str, str]:
    return {row["ending"]: row["media_type"] for row in table("media_types")}


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(" \u3000")), start + len(piece.rstrip(" \u3000"))


def _own_window(anchor: Anchor, line: Line, span: Span) -> bool:
    icons = (image.alt or "" for image in line.images if span.start <= image.offset <= span.end)
    return anchor.target.lower() in {"_blank", "_new", "blank", "new"} or any(
        re.search(_NEW_WINDOW, alt) for alt in icons
    )
