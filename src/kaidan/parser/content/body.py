"""The lines of one meeting become body blocks, photos and links."""

import re
from collections import Counter, deque
from collections.abc import Sequence
from itertools import groupby
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
    photos: list[Photo] = []
    if images := _images(lines):
        if any(credit_within(line.text) for line in lines):
            lines = _apart(lines)
            images = _images(lines)
        photos = _photos(lines, images)
        lines = _without_credits(lines, photos)
    blocks: list[Block] = []
    pieces: dict[int, list[Piece]] = {}
    for line in lines:
        if not line.text:
            continue
        block = _block(line)
        for span in line.links:
            piece = (len(blocks), len(block.marker or ""), line, span)
            pieces.setdefault(int(span.what), []).append(piece)
        blocks.append(block)
    links = (read_link(shown.anchors[anchor], where) for anchor, where in pieces.items())
    return Body(blocks, photos, [link for link in links if link])


def _without_credits(lines: Sequence[Line], photos: Sequence[Photo]) -> list[Line]:
    """Leave out the lines that are the credits of photos, each as often as a photo has it."""
    taken = Counter(photo.line for photo in photos)
    left: list[Line] = []
    for line in lines:
        if line.text and taken[line.text]:
            taken[line.text] -= 1
        else:
            left.append(line)
    return left


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
    given: dict[int, tuple[str, str]] = {}
    above: deque[int] = deque()
    below: list[tuple[str, str]] = []
    numbers_of = {
        at: list(numbers)
        for at, numbers in groupby(range(len(images)), lambda number: images[number][0])
    }
    for at, line in enumerate(lines):
        for number in numbers_of.pop(at, ()):
            if below:
                given[number] = below.pop()
            else:
                above.append(number)
        if not above and not numbers_of:
            break
        credit = credit_of(line.text)
        if credit and above:
            given[above.popleft()] = (line.text, credit)
        elif credit:
            below.append((line.text, credit))
    photos = []
    for number, (_, image) in enumerate(images):
        line_of_credit, name = given.get(number, ("", None))
        photos.append(Photo(image.url, image.alt, name, line_of_credit))
    return photos


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
