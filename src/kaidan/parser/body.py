"""The lines of one meeting become body blocks, photos and links."""

import mimetypes
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kaidan.parser.shown import Anchor, Image, Line, Shown, Span

_MARKER = re.compile(
    r"[\s\u3000]*(?:[（(]?[0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．](?![0-9０-９])|[0-9０-９]{1,2}(?=\u3000)|[①-⑳]|[・●○■◆◇□•](?=.)"
    r"|[（(]?[アイウエオイロハニホ][)）])"
)
_LABEL = re.compile(
    "[※*▲]?(?:写真提供|写真撮影|写真出典|画像提供|画像|写真|提供|撮影|[Pp]hoto(?: by)?|PHOTO)[ \u3000]*"
    "(?:[：:／/＝=]|(?<=提供[ \u3000]))[ \u3000]*"
)
_LONGEST_CREDIT = 80  # characters
_ICON_ALT = re.compile(
    "(?:PDF(?:ファイル)?を|PDF)?(?:別|新しい|新規)(?:の)?(?:ウ[イィ]ンドウ|タブ).*"
    "|(?:PDF|pdf|Excel|Word|ワード|エクセル)(?:形式|ファイル|アイコン)?.{0,12}"
    "|(?:NEW|New|new)!?|新着|アイコン|矢印|外部(?:サイト|リンク).*"
    "|(?:この)?(?:ページ)?(?:の)?(?:先頭|トップ|上)?(?:へ|に)?(?:戻る|もどる)?|.*new window.*"
)
_ICON_SIZE = 48  # pixels: a smaller image is no photograph
_SIZE = re.compile(
    r"[（(［\[〔【](?P<form>[^（）()［］\[\]〔〕【】]{0,30}?)(?P<size>[0-9０-９][0-9０-９.,，．]*\s?(?:[KMGkmgＫＭＧ]?[BＢbｂ](?:yte|ytes)?|キロバイト|メガバイト))"
    r"[^（）()［］\[\]〔〕【】]{0,10}[）)］\]〕】]"
)
_BARE_SIZE = re.compile(r"(?P<form>(?:PDF|pdf|Excel|Word)[^0-9０-９]{0,8})(?P<size>[0-9０-９][0-9.,]*\s?[KMGkmg]?[Bb](?:ytes?)?)")
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
    photos = [(at, image) for at, line in enumerate(lines) for image in line.images if _is_photo(image, line)]
    credits_of = _credits(lines, [at for at, _ in photos])
    for number, (_, image) in enumerate(photos):
        told, credit = credits_of.get(number, ("", None))
        body.photos.append(Photo(image.url, image.alt, credit, told))
    taken = Counter(told for told, _ in credits_of.values())
    pieces: dict[int, list[tuple[int, Line, Span]]] = {}
    for line in lines:
        if taken[line.text]:
            taken[line.text] -= 1
        elif line.text:
            for span in line.links:
                pieces.setdefault(int(span.what), []).append((len(body.blocks), line, span))
            body.blocks.append(_block(shown, line))
    for anchor, where in pieces.items():
        if link := _link(shown.anchors[anchor], where, body.blocks):
            body.links.append(link)
    return body


def _is_photo(image: Image, line: Line) -> bool:
    if not image.url or (image.alt and _ICON_ALT.fullmatch(image.alt.strip())) or (image.size is not None and image.size <= _ICON_SIZE):
        return False
    beside_text = image.linked and any(span.start <= image.offset <= span.end for span in line.links) and not _credit(line.text)
    decoration = not image.alt and image.size is None and image.url.lower().endswith(".gif")
    return not beside_text and not decoration


def _credit(text: str) -> str | None:
    """Return the name after the label, if the whole text is a credit.

    >>> _credit("（写真提供：内閣広報室）"), _credit("写真提供について")
    ('内閣広報室', None)
    """
    inside = text.strip(" \u3000（）()［］[]【】〔〕。")
    if len(text) > _LONGEST_CREDIT or "。" in inside:
        return None
    label = _LABEL.match(inside)
    return inside[label.end() :].strip() or None if label else None


def _credits(lines: Sequence[Line], photos: Sequence[int]) -> dict[int, tuple[str, str | None]]:
    """Give each credit (its line, its name) to the nearest photo above it that has none yet, or else to the next below."""
    given: dict[int, tuple[str, str | None]] = {}
    above: list[int] = []
    below: list[tuple[str, str]] = []
    waiting = iter(enumerate(photos))
    photo = next(waiting, None)
    for at, line in enumerate(lines):
        while photo and photo[1] <= at:
            above.append(photo[0])
            photo = next(waiting, None)
            if below:
                given[above.pop()] = below.pop()
        if credit := _credit(line.text):
            if above:
                given[above.pop(0)] = (line.text, credit)
            elif photo:
                below.append((line.text, credit))
    return given


def _block(shown: Shown, line: Line) -> Block:
    marker = _MARKER.match(line.text)
    if marker and marker.end() < len(line.text):
        return Block("item", marker[0], line.text[marker.end() :])
    return Block("item" if line.element >= 0 and shown.elements[line.element].tag == "li" else "paragraph", None, line.text)


def _link(anchor: Anchor, where: Sequence[tuple[int, Line, Span]], blocks: Sequence[Block]) -> Link | None:
    if anchor.url.startswith(("#", "javascript:")):
        return None
    _, line, last = where[-1]
    bracket = _SIZE.search(line.text, last.start)
    if bracket and line.text[last.end : bracket.start()].strip(" \u3000\xa0"):
        bracket = None
    size = bracket or _BARE_SIZE.search(line.text, last.start, last.end)
    spans = []
    for at, owner, span in where:
        offset = len(blocks[at].marker or "")
        end = min(span.end, bracket.start()) if bracket and owner is line else span.end
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
