"""Pages and texts that nobody wrote, and what must hold of whatever is read from them.

``python tests/fuzzing.py SECONDS [SEED]`` tries random ones for as long as told and prints each that breaks a promise; the suite
tries a fixed number from a fixed seed.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from kaidan import extract, find_dates, find_people, find_places
from kaidan.errors import KaidanError
from kaidan.models import Document
from kaidan.output import load, to_json
from kaidan.parser.display.sight import UNCOUNTED
from kaidan.parser.display.tree import read
from kaidan.parser.ledger import ledger
from kaidan.parser.shapes import read_page
from kaidan.parser.source.page import decode

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*/page.html"))
LARGEST = 6_000
"""Bytes of a seed: a page is cut down to its head and as much of its meetings."""

PIECES: Sequence[bytes] = (
    *(f"<{name}>".encode() for name in "p h3 div span b br ruby rt rp object table tr td th a li pre title script style".split()),
    *(f"</{name}>".encode() for name in "p h3 div span ruby rt object table td a body html title".split()),
    b'<p style="display:none">', b"<!--", b"-->", b"<![ if IE]>", b'<!"<![$', b"<![CDATA[", b"&#x200b;",
    b"&#0;", b"&#xD800;",

    b"&nbsp;", b"&lt;", b'<meta charset="shift_jis">', b"<base href=//[>", b"\x00", b"\x1b$B", b"\x1b(I",
    b"\xff\xfe", b"\x8f", b"\xef\xbb\xbf",
    *(text.encode() for text in (
        "日露首脳会談", "（ペルー・平成20年11月）", "平成", "令和元年", "昭和64年1月8日", "明治5年12月3日", "旧暦",
        "同年", "翌", "〜", "～",
        "10月17日", "2月30日", "年度", "上旬", "夏から秋", "1990年代", "前天保8年", "元禄15年12月14日", "総理大臣", "プーチン", "大統領",
        "モスクワ", "露モスクワ", "北方四島", "がぎぐ\u3099", "髙﨑", "1)", "（PDF形式：413KB）",
        "写真提供：", "　", "\u202e", "\u0301", "😀",
        "9" * 40, "・" * 30, "（" * 30, "10月17日、" * 20,
    )),
)  # fmt: skip


def seeds() -> list[bytes]:
    """Return the pages that the random ones are made of."""
    return [_shortened(path.read_bytes()) for path in FIXTURES]


def _shortened(page: bytes) -> bytes:
    begins = max(page.find(b"<h3"), 0)
    return page[: min(begins, LARGEST // 2)] + page[begins : begins + LARGEST // 2]


def mutated(page: bytes, steps: Sequence[tuple[int, float, float, int]]) -> bytes:
    """Return a page after some steps: what is done, where, how far from there, and with which piece."""
    for kind, start, size, piece in steps:
        at = int(start * len(page))
        end = min(len(page), at + 1 + int(size * size * 400))
        token = PIECES[piece % len(PIECES)]
        page = _STEPS[kind % len(_STEPS)](page, at, end, token)[: 4 * LARGEST]
    return page


_STEPS: Sequence[Callable[[bytes, int, int, bytes], bytes]] = (
    lambda page, at, _end, token: page[:at] + token + page[at:],
    lambda page, at, end, token: page[:at] + token + page[end:],
    lambda page, at, end, _token: page[:at] + page[end:],
    lambda page, at, end, _token: page[:end] + page[at:end] + page[end:],
    lambda page, at, end, _token: page[:at] + page[at:end][::-1] + page[end:],
    lambda page, at, _end, _token: page[:at],
    lambda page, at, end, _token: page[end:] + page[at:end] + page[:at],
)


def assert_page_holds(page: bytes) -> str:
    """Whatever the page: it is refused by an error of ours, or what is read keeps all promises. Return which of the two."""
    assert_nothing_dropped(page)
    try:
        document = extract(page)
    except KaidanError as error:
        return _refused(error)
    data = to_json(document)
    assert data == to_json(extract(page)), "other bytes the second time"
    again = load(data, "again")
    assert to_json(again) == data, "another document when read back"
    told = json.loads(data)
    assert_evidence_is_its_slice(told)
    assert len({meeting["id"] for meeting in told["meetings"]}) == len(told["meetings"])
    assert_nothing_invented(document, page)
    shown = read(decode(page).text)
    assert ledger(shown, read_page(shown)).balanced, "a character told twice, or nowhere"
    return "read"


def _refused(error: KaidanError) -> str:
    assert "\n" not in str(error), "a message of two lines"
    return "refused"


def assert_evidence_is_its_slice(document: dict[str, Any]) -> None:
    context = document["source"].get("context", [])
    for meeting in document["meetings"]:
        lines = {"heading": [{"text": meeting["heading"]}], "body": meeting["body"]}
        for evidence in _evidences(meeting):
            text = (lines | {"context": context})[evidence["in"]][evidence.get("block", 0)]["text"]
            assert text[evidence["start"] : evidence["end"]] == evidence["text"], evidence


def _evidences(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield from value.get("evidence") or ()
        for inner in value.values():
            yield from _evidences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _evidences(inner)


def assert_nothing_invented(document: Document, page: bytes) -> None:
    """No kanji stands in more places of the document than of the page: what is told is there, and is told once."""
    try:
        text = page.decode(document.source.encoding)
    except UnicodeDecodeError:
        return  # how damage is decoded has its own tests
    tree = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    there = Counter(filter(_is_kanji, "".join(tree.itertext())))
    told = Counter(filter(_is_kanji, "".join(_texts(document))))
    more = told - there
    assert not more, f"more of {dict(more)} than the page has"


def assert_nothing_dropped(page: bytes) -> None:
    """Each kanji of the HTML standard's tree is shown, or counted as hidden or lost, but for the readings of ruby."""
    try:
        markup = decode(page).text.replace("\0", "")
    except KaidanError:
        return  # no text at all
    shown = read(markup)
    there = Counter(
        filter(
            _is_kanji,
            "".join(_seen_text(_as_a_browser_parses(markup))),
        )
    )
    told = Counter(filter(_is_kanji, "".join(line.text for line in shown.lines)))
    dropped = there - told
    assert dropped.total() <= shown.hidden + shown.lost, f"{dict(dropped)} is nowhere"


def _as_a_browser_parses(markup: str) -> Element:
    """Return the tree of the HTML standard where scripts run: what stands in <noscript> is no markup."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(markup, scripting=True)
    return tree


def _seen_text(element: Element) -> Iterator[str]:
    """Yield the text of an element and of those inside that are no readings, and have text that is the page's."""
    waiting = [iter([element])]
    while waiting:
        inner = next(waiting[-1], None)
        if inner is None:
            waiting.pop()
            continue
        yield inner.tail or ""
        if isinstance(inner.tag, str) and inner.tag not in _NO_TEXT:
            yield inner.text or ""
            waiting.append(iter(inner))


_NO_TEXT = UNCOUNTED | {"rt", "rp"}


def _texts(document: Document) -> Iterator[str]:
    for meeting in document.meetings:
        if document.source.shape == "chronicle":
            yield meeting.heading
        for block in meeting.body:
            yield (block.marker or "") + block.text
    for line in document.remainder:
        yield line.text


def _is_kanji(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def assert_text_holds(text: str) -> str:
    """Whatever the text: each mention is its slice."""
    for find in (find_dates, find_places, find_people):
        for mention in find(text):
            assert text[mention.start : mention.end] == mention.text, mention
    return "read"


def text_of(pieces: Sequence[int]) -> str:
    """Return a text made of pieces."""
    return "".join(PIECES[piece % len(PIECES)].decode("utf-8", "replace") for piece in pieces)


def main(seconds: float, seed: int) -> None:
    """Try random pages and texts for some seconds."""
    chance = random.Random(seed)  # noqa: S311  no secret
    pages, ends = seeds(), time.monotonic() + seconds
    tried: Counter[str] = Counter()
    while time.monotonic() < ends:
        page = mutated(
            chance.choice(pages),
            [
                (chance.randrange(99), chance.random(), chance.random(), chance.randrange(999))
                for _ in range(chance.randrange(1, 9))
            ],
        )
        text = text_of([chance.randrange(999) for _ in range(chance.randrange(1, 9))])
        tried[_tried(page, lambda: assert_page_holds(page))] += 1  # noqa: B023  called at once
        tried[_tried(text, lambda: assert_text_holds(text))] += 1  # noqa: B023
    sys.stdout.write(f"{dict(tried)} from seed {seed}\n")


def _tried(given: bytes | str, check: Callable[[], str]) -> str:
    try:
        return check()
    except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
        sys.stdout.write(f"{type(error).__name__}: {str(error)[:300]}\n  {given!r}\n")
        return "broken"


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
