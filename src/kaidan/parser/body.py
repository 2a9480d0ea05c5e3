"""The lines of one meeting become body blocks, photos and links."""

import mimetypes
import re
from collections.abc import Sequence
from typing import NamedTuple

from kaidan.parser.lines import Anchor, Image, Line, Shown, Span

_MARKER = re.compile(
    r"[\s\u3000]*(?:[（(]?[0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．](?![0-9０-９])|[0-9０-９]{1,2}(?=\u3000)|[①-⑳]|[・●○■◆◇□•](?=.)|[（(]?[アイウエオイロハニホ][)）])"
)
_CREDIT = re.compile(
    r"[（(［\[]?\s*(?:写真提供|写真撮影|写真出典|画像提供|写真|提供|撮影|photo(?:\s+by)?)\s*[：:／/]\s*(?P<credit>[^。]{1,60}?)\s*[）)］\]]?",
    re.IGNORECASE,
)
_ICON_ALT = re.compile(r"ウ[イィ]ンドウ|ウインド|window|アイコン|icon|PDF|Excel|Word|^NEW!?$|先頭|トップ|戻る", re.IGNORECASE)
_LONGEST_CREDIT = 80  # characters
_ICON_SIZE = 48  # pixels: a smaller image is no photograph
_SIZE = re.compile(
    r"[（(［\[〔【](?P<form>[^（）()［］\[\]〔〕【】]{0,30}?)(?P<size>[0-9０-９][0-9０-９.,，．]*\s?(?:[KMGkmgＫＭＧ]?[BＢbｂ](?:yte|ytes)?|キロバイト|メガバイト))"
    r"[^（）()［］\[\]〔〕【】]{0,10}[）)］\]〕】]"
)
_NEW_WINDOW = re.compile(r"別ウ[イィ]ンドウ|新しいウ|新規ウ|new window", re.IGNORECASE)


class Block(NamedTuple):
    """A paragraph or an item; ``marker`` + ``text`` is the line as shown."""

    type: str
    marker: str | None
    text: str


class Photo(NamedTuple):
    """A photograph; ``line`` is the whole line of its credit, label and all."""

    url: str
    alt: str | None
    credit: str | None
    line: str


class Link(NamedTuple):
    """A link; ``spans`` are (block, start, end) of each piece of its text."""

    text: str
    url: str
    media_type: str | None
    size: str | None
    new_window: bool
    spans: tuple[tuple[int, int, int], ...]


class Body(NamedTuple):
    """What stands under a heading."""

    blocks: list[Block]
    photos: list[Photo]
    links: list[Link]


def read_body(shown: Shown, lines: Sequence[Line]) -> Body:
    """Read the lines under a heading."""
    body = Body([], [], [])
    pieces: dict[int, list[tuple[int, Line, Span]]] = {}
    for line in lines:
        body.photos.extend(Photo(i.url, i.alt, None, "") for i in line.images if _is_photo(i, line))
        if not line.text or _take_credit(body.photos, line):
            continue
        for span in line.links:
            pieces.setdefault(int(span.what), []).append((len(body.blocks), line, span))
        body.blocks.append(_block(shown, line))
    for anchor, where in pieces.items():
        if link := _link(shown.anchors[anchor], where, body.blocks):
            body.links.append(link)
    return body


def _is_photo(image: Image, line: Line) -> bool:
    if not image.url or _ICON_ALT.search(image.alt or "") or (image.size is not None and image.size <= _ICON_SIZE):
        return False
    within_text = image.linked and any(span.start <= image.offset <= span.end for span in line.links)
    return not within_text and not (not image.alt and image.url.lower().endswith(".gif"))


def _take_credit(photos: list[Photo], line: Line) -> bool:
    """Give a credit to the first photo that has none yet, if the whole line is one."""
    waiting = [at for at, photo in enumerate(photos) if photo.credit is None]
    match = _CREDIT.fullmatch(line.text.strip("\u3000 ")) if waiting and len(line.text) < _LONGEST_CREDIT else None
    if not match or line.links:
        return False
    photos[waiting[0]] = photos[waiting[0]]._replace(credit=match["credit"], line=line.text)
    return True


def _block(shown: Shown, line: Line) -> Block:
    marker = _MARKER.match(line.text)
    if marker and marker.end() < len(line.text):
        return Block("item", marker[0], line.text[marker.end() :])
    return Block("item" if line.element >= 0 and shown.elements[line.element].tag == "li" else "paragraph", None, line.text)


def _link(anchor: Anchor, where: Sequence[tuple[int, Line, Span]], blocks: Sequence[Block]) -> Link | None:
    if anchor.url.startswith(("#", "javascript:")):
        return None
    _, line, last = where[-1]
    size = _SIZE.search(line.text, last.start)
    if size and size.start() > last.end:
        size = None
    spans = []
    for at, owner, span in where:
        offset = len(blocks[at].marker or "")
        end = size.start() if size and owner is line and size.start() < span.end else span.end
        start, end = _tight(blocks[at].text, max(0, span.start - offset), end - offset)
        if start < end:
            spans.append((at, start, end))
    text = " ".join(blocks[at].text[start:end] for at, start, end in spans)
    if not text:
        return None
    media_type = mimetypes.guess_type(anchor.url.partition("?")[0].partition("#")[0])[0]
    if media_type is None and size and "PDF" in size["form"].upper():
        media_type = "application/pdf"
    return Link(text, anchor.url, media_type, size["size"] if size else None, _own_window(anchor, line, last), tuple(spans))


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(" \u3000")), start + len(piece.rstrip(" \u3000"))


def _own_window(anchor: Anchor, line: Line, span: Span) -> bool:
    icons = (image.alt or "" for image in line.images if span.start <= image.offset <= span.end)
    return anchor.target.lower() in {"_blank", "_new", "blank", "new"} or any(_NEW_WINDOW.search(alt) for alt in icons)
