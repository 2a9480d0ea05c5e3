"""The lines of one meeting become body blocks, photos and links."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kaidan.parser.links import Link, Piece, read_link
from kaidan.parser.shown import Image, Line, Shown, cut

_BULLETS = frozenset("・●○■◆◇□•①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_LETTERS = frozenset("アイウエオイロハニホ")
_NUMBERED = re.compile(
    r"[（(]?(?:[0-9０-９]{1,2}|([ア-ロ]))[)）]|[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|(?=\u3000))"
)
_LABELS = (
    *(
        "写真提供元",
        "写真提供",
        "写真撮影",
        "写真出典",
        "写真クレジット",
        "画像提供",
        "画像出典",
        "画像",
        "写真は",
        "写真",
    ),
    *(
        "資料提供",
        "提供",
        "撮影",
        "出典",
        "クレジット",
        "Photo by",
        "Photo",
        "photo by",
        "photo",
        "PHOTO",
    ),
)
_GIVING = ("提供", "撮影")
_OF_A_GIVER = (
    "提供",
    "提供元",
    "撮影",
    "出典",
    "クレジット",
    " by",
)  # behind these a label needs no colon
_COLONS = frozenset("：:；;／/＝=…")
_BRACKETS = "()（）[]［］【】〔〕"
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
    if images := _images(lines):
        if [line for line in lines if line.text.find("写真提供") > 0]:
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
        or (image.alt and _is_icon(image.alt.strip()))
    ):
        return False
    beside_text = (
        image.linked
        and any(span.start <= image.offset <= span.end for span in line.links)
        and not credit_of(line.text)
    )
    decoration = not image.alt and image.size is None and image.url.lower().endswith(".gif")
    return not beside_text and not decoration


def _is_icon(alt: str) -> bool:
    return (alt[:1] in _ICON_OPENINGS or "new window" in alt or not alt) and re.fullmatch(
        _ICON_ALT, alt
    ) is not None


def credit_of(text: str) -> str | None:
    """Return the name after the label, if the whole text is a credit.

    >>> credit_of("（写真提供：内閣広報室）"), credit_of("写真提供について")
    ('内閣広報室', None)
    """
    return _credited(text) if len(text) <= _LONGEST_CREDIT else None


@lru_cache(256)  # the credits of a page say the same
def _credited(text: str) -> str | None:
    inside = text.strip(" \u3000。" + _BRACKETS)
    label = inside[1:] if inside.startswith(("※", "*", "▲")) else inside
    if not label.startswith(_LABELS) or "。" in inside:
        return _giver(inside) if text[:1] in _BRACKETS and text[-1:] in _BRACKETS else None
    said = next(filter(label.startswith, _LABELS))
    behind = label.removeprefix(said)
    name = behind.lstrip(" \u3000\xa0")
    if name[:1] in _COLONS:
        name = name[1:].strip()
        return _giver(name) or name or None
    if said == "写真は":
        return _giver(name)
    closed = name[:1] in _BRACKETS or len(name) < len(behind)
    return (
        name.strip(" \u3000\xa0" + _BRACKETS) or None
        if closed and said.endswith(_OF_A_GIVER)
        else None
    )


def _giver(text: str) -> str | None:
    """Return the name in 内閣広報室提供; what holds hiragana is no name."""
    name = text.removesuffix(_GIVING[0]).removesuffix(_GIVING[1])
    return (
        name
        if 0 < len(name) < len(text) and not any("ぁ" <= character <= "ん" for character in name)
        else None
    )


def _apart(lines: Sequence[Line]) -> list[Line]:
    """Part a caption from the credit that ends it: 会談に臨む両首脳（写真提供：内閣広報室）."""
    parted: list[Line] = []
    for line in lines:
        at = line.text.find("写真提供") if len(line.text) <= _LONGEST_CREDIT else -1
        at -= at > 0 and line.text[at - 1] in _BRACKETS
        if at > 0 and credit_of(line.text[at:]):
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
