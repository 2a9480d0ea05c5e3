"""The lines of one meeting become body blocks, photos and links."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kaidan.data import table
from kaidan.parser.shown import Anchor, Image, Line, Shown, Span

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
_HALF_WIDTH = str.maketrans("（［〔【）］〕】[]０１２３４５６７８９，．ＫＭＧＢｂ", "(((())))()0123456789,.KMGBb")
_SIZE = r"\([^()]{0,30}?([0-9][0-9.,]*\s?(?:[KMGkmg]?[Bb](?:yte|ytes)?|キロバイト|メガバイト))[^()]{0,10}\)"
_BARE_SIZE = r"(?:PDF|pdf|Excel|Word)[^0-9０-９]{0,8}([0-9０-９][0-9.,]*\s?[KMGkmg]?[Bb](?:ytes?)?)"
_REACH = 60  # characters behind a link in which its file's size stands
_NEW_WINDOW = r"(?i)別ウ[イィ]ンドウ|新しいウ|新規ウ|new window"


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
    photos = [(at, image) for at, line in enumerate(lines) if line.images for image in line.images if _is_photo(image, line)]
    credits_of = _credits(lines, [at for at, _ in photos])
    taken: dict[str, int] = {}
    for number, (_, image) in enumerate(photos):
        told, credit = credits_of.get(number, ("", None))
        taken[told] = taken.get(told, 0) + 1
        body.photos.append(Photo(image.url, image.alt, credit, told))
    pieces: dict[int, list[tuple[int, Line, Span]]] = {}
    for line in lines:
        if taken.get(line.text):
            taken[line.text] -= 1
        elif line.text:
            for span in line.links:
                pieces.setdefault(int(span.what), []).append((len(body.blocks), line, span))
            body.blocks.append(_block(line))
    for anchor, where in pieces.items():
        if link := _link(shown.anchors[anchor], where, body.blocks):
            body.links.append(link)
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
    inside = text.strip(" \u3000（）()［］[]【】〔〕。")
    label = inside[1:] if inside.startswith(("※", "*", "▲")) else inside
    if len(text) > _LONGEST_CREDIT or not label.startswith(_LABELS) or "。" in inside:
        return None
    behind = label.removeprefix(next(filter(label.startswith, _LABELS)))
    name = behind.lstrip(" \u3000")
    if name[:1] in _COLONS:
        return name[1:].strip() or None
    spaced = len(name) < len(behind) and label[: len(label) - len(behind)].endswith("提供")
    return name.strip() or None if spaced else None


def _credits(lines: Sequence[Line], photos: Sequence[int]) -> dict[int, tuple[str, str | None]]:
    """Give each credit (its line, its name) to the nearest photo above it that has none yet, or else to the next below."""
    given: dict[int, tuple[str, str | None]] = {}
    if not photos:
        return given
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
        if not above and not photo:
            break
        if credit := _credit(line.text):
            if above:
                given[above.pop(0)] = (line.text, credit)
            else:
                below.append((line.text, credit))
    return given


def _block(line: Line) -> Block:
    text = line.text
    end = _marker(text)
    if 0 < end < len(text):
        return Block("item", text[:end], text[end:])
    return Block("item" if line.element.tag == "li" else "paragraph", None, text)


def _marker(text: str) -> int:
    """Return where the marker of an item ends: 1) or （ア） or ・, white space before it; or 0."""
    if text[0].isalpha() and text[0] not in _LETTERS:
        return 0  # most lines
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] in _BULLETS:
        return start + 1
    marker = _NUMBERED.match(text, start)
    return marker.end() if marker and (marker[1] or "ア") in _LETTERS else 0


def _link(anchor: Anchor, where: Sequence[tuple[int, Line, Span]], blocks: Sequence[Block]) -> Link | None:
    if anchor.url.startswith(("#", "javascript:")):
        return None
    _, line, last = where[-1]
    opening, size, pdf = _file_size(line.text, last) or (last.end, None, False)
    spans = []
    for at, owner, span in where:
        offset = len(blocks[at].marker or "")
        end = min(span.end, opening) if owner is line else span.end
        start, end = _tight(blocks[at].text, max(0, span.start - offset), end - offset)
        if start < end:
            spans.append((at, start, end))
    text = " ".join([blocks[at].text[start:end] for at, start, end in spans])
    if not text:
        return None
    media_type = _media_type(anchor.url) or ("application/pdf" if pdf else None)
    return Link(text, anchor.url, media_type, size, _own_window(anchor, line, last), tuple(spans))


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
    return opening, near[slice(*found.span(1))], "PDF" in near[found.start() : found.start(1)].upper()


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
    return anchor.target.lower() in {"_blank", "_new", "blank", "new"} or any(re.search(_NEW_WINDOW, alt) for alt in icons)
