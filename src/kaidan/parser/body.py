"""The lines of one meeting become body blocks, photos and links."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kaidan.parser.links import Link, Piece, read_link
from kaidan.parser.shown import Image, Line, Shown

_BULLETS = frozenset("・●○■◆◇□•①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_LETTERS = frozenset("アイウエオイロハニホ")
_NUMBERED = re.compile(r"[（(]?(?:[0-9０-９]{1,2}|([ア-ロ]))[)）]|[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|(?=\u3000))")
_LABELS = (
    *("写真提供", "写真撮影", "写真出典", "画像提供", "画像", "写真", "提供", "撮影"),
    *("Photo by", "Photo", "photo by", "photo", "PHOTO"),
)
_COLONS = frozenset("：:／/＝=")
_LONGEST_CREDIT = 80  # characters
_ICON_ALT = (
    "(?:PDF(?:ファイル)?を|PDF)?(?:別|新しい|新規)(?:の)?(?:ウ[イィ]ンドウ|タブ).*"
    "|(?:PDF|pdf|Excel|Word|ワード|エクセル)(?:形式|ファイル|アイコン)?.{0,12}"
    "|(?:NEW|New|new)!?|新着|アイコン|矢印|外部(?:サイト|リンク).*"
    "|(?:この)?(?:ページ)?(?:の)?(?:先頭|トップ|上)?(?:へ|に)?(?:戻る|もどる)?|.*new window.*"
)
_ICON_OPENINGS = frozenset("PpEWワエ別新Nnア矢外このペの先ト上へに戻も")  # of all but the last
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
    if images := [(at, image) for at, line in enumerate(lines) if line.images for image in line.images if _is_photo(image, line)]:
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
                pieces.setdefault(int(span.what), []).append((len(blocks), len(block.marker or ""), line, span))
            blocks.append(block)
    for anchor, where in pieces.items():
        if link := read_link(shown.anchors[anchor], where):
            links.append(link)
    return body


def _is_photo(image: Image, line: Line) -> bool:
    if not image.url or (image.size is not None and image.size <= _ICON_SIZE) or (image.alt and _is_icon(image.alt.strip())):
        return False
    beside_text = image.linked and any(span.start <= image.offset <= span.end for span in line.links) and not _credit(line.text)
    decoration = not image.alt and image.size is None and image.url.lower().endswith(".gif")
    return not beside_text and not decoration


def _is_icon(alt: str) -> bool:
    return (alt[:1] in _ICON_OPENINGS or "new window" in alt or not alt) and re.fullmatch(_ICON_ALT, alt) is not None


def _credit(text: str) -> str | None:
    """Return the name after the label, if the whole text is a credit.

    >>> _credit("（写真提供：内閣広報室）"), _credit("写真提供について")
    ('内閣広報室', None)
    """
    return _credited(text) if len(text) <= _LONGEST_CREDIT else None


@lru_cache(256)  # the credits of a page say the same
def _credited(text: str) -> str | None:
    inside = text.strip(" \u3000（）()［］[]【】〔〕。")
    label = inside[1:] if inside.startswith(("※", "*", "▲")) else inside
    if not label.startswith(_LABELS) or "。" in inside:
        return None
    behind = label.removeprefix(next(filter(label.startswith, _LABELS)))
    name = behind.lstrip(" \u3000")
    if name[:1] in _COLONS:
        return name[1:].strip() or None
    spaced = len(name) < len(behind) and label[: len(label) - len(behind)].endswith("提供")
    return name.strip() or None if spaced else None


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
        if credit := _credit(line.text):
            if above:
                given[above.pop(0)] = (line.text, credit)
            else:
                below.append((line.text, credit))
    return [Photo(image.url, image.alt, given[number][1], given[number][0]) for number, (_, image) in enumerate(images)]


def _block(line: Line) -> Block:
    text = line.text
    end = 0 if text[0].isalpha() and text[0] not in _LETTERS else _marker(text)  # most lines start with a word
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
