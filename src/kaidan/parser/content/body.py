"""The lines of one meeting become body blocks, photos and links."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kaidan.parser.content.credits import credit_of, credit_within, is_icon
from kaidan.parser.content.links import Link, Piece, read_link
from kaidan.parser.display.shown import Image, Line, Shown, cut

_BULLETS = frozenset("・●○■◆◇□•①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_LETTERS = frozenset("アイウエオイロハニホ")
_NUMBERED = re.compile(
    r"[（(]?(?:[0-9０-９]{1,2}|([ア-ロ]))[)）]|[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|(?=\u3000))"
)
_ICON_SIZE = 48  # pixels: a smaller image is no photograph


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


class Body(NamedTuple):
    """What stands under a heading."""

    blocks: list[Block]
    photos: list[Photo]
    links: list[Link]


def read_body(shown: Shown, lines: Sequence[Line]) -> Body:
    """Read the lines under a heading."""
    body = blocks, photos, links = Body([], [], [])
    taken: dict[str, int] = {}
    if images := _images(lines):
        if any(credit_within(line.text) for line in lines):
            lines = _apart(lines)
            images = _images(lines)
        photos += _photos(lines, images)
        for photo in photos:
            taken[photo.line] = taken.get(photo.line, 0) + 1
    pieces: dict[int, list[Piece]] = {}
    for line in lines:
        if taken and taken.get(line.text):
            taken[line.text] -= 1
        elif line.text:
            block = _block(line)
            for span in line.links:
                pieces.setdefault(int(span.what), []).append(
                    (len(blocks), len(block.marker or ""), line, span)
                )
            blocks.append(block)
    for anchor, where in pieces.items():
        if link := read_link(shown.anchors[anchor], where):
            links.append(link)
    return body


def images_of(lines: Sequence[Line]) -> list[Line]:
    """Return lines without text for those that show images, where their text is a heading: what is left of them is body."""
    return [
        Line("", line.element, line.broken, line.links, (), line.images)
        for line in lines
        if line.images
    ]


def _images(lines: Sequence[Line]) -> list[tuple[int, Image]]:
    """Return the photographs, each with the number of its line."""
    return [
        (at, image)
        for at, line in enumerate(lines)
        if line.images
        for image in line.images
        if _is_photo(image, line)
    ]


def _is_photo(image: Image, line: Line) -> bool:
    if (
        not image.url
        or (image.size is not None and image.size <= _ICON_SIZE)
        or (image.alt and is_icon(image.alt.strip()))
    ):
        return False
    beside_text = (
        image.linked
        and any(span.start <= image.offset <= span.end for span in line.links)
        and not credit_of(line.text)
    )
    decoration = not image.alt and image.size is None and image.url.lower().endswith(".gif")
    return not beside_text and not decoration


def _apart(lines: Sequence[Line]) -> list[Line]:
    """Part a caption from the credit that ends it: 会談に臨む両首脳（写真提供：内閣広報室）."""
    parted: list[Line] = []
    for line in lines:
        if at := credit_within(line.text):
            parted += cut(line, 0, at), cut(line, at, len(line.text))
        else:
            parted.append(line)
    return parted


def _photos(lines: Sequence[Line], images: Sequence[tuple[int, Image]]) -> list[Photo]:
    """Give each credit (its line, its name) to the nearest photo above it that has none yet, or else to the next below."""
    given: list[tuple[str, str | None]] = [("", None)] * len(images)
    above: list[int] = []
    below: list[tuple[str, str]] = []
    reached = 0
    for at, line in enumerate(lines):
        while reached < len(images) and images[reached][0] <= at:
            if below:
                given[reached] = below.pop()
            else:
                above.append(reached)
            reached += 1
        if not above and reached == len(images):
            break
        if credit := credit_of(line.text):
            if above:
                given[above.pop(0)] = (line.text, credit)
            else:
                below.append((line.text, credit))
    return [
        Photo(image.url, image.alt, given[number][1], given[number][0])
        for number, (_, image) in enumerate(images)
    ]


def _block(line: Line) -> Block:
    text = line.text
    end = (
        0 if text[0].isalpha() and text[0] not in _LETTERS else _marker(text)
    )  # most lines start with a word
    if 0 < end < len(text):
        return Block("item", text[:end], text[end:])
    return Block("item" if line.element.tag == "li" else "paragraph", None, text)


def _marker(text: str) -> int:
    """Return where the marker of an item ends: 1) or （ア） or ・, white space before it; or 0."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] in _BULLETS:
        return start + 1
    marker = _NUMBERED.match(text, start)
    return marker.end() if marker and (marker[1] or "ア") in _LETTERS else 0
