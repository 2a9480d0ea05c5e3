"""The blocks of a body as one text as it is read, and the way back to the blocks as the page shows them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, zip_longest

from kaidan.text import BREAK
from kaidan.text.deferred import deferred
from kaidan.text.fold import VOICING
from kaidan.text.unseen import INSIDE_WORDS

_WIDE = "\u3001-\u30ff\u3400-\u9fff\uff01-\uff60"
"""Signs between which a space is none of the text: what a line's end in the page's source left there, or an editor."""
_LOOSE = deferred(
    rf"""
    ([ {INSIDE_WORDS}{VOICING}])                                # what all begin with: the cheap look
    (?: (?<=[{INSIDE_WORDS}])
      | (?<=[{_WIDE}][ ]) (?=[{_WIDE}0-9])
      | (?<=[0-9][ ]) (?:(?=[年月時分])|(?=日(?!本)))     # 1 日本側 is numbered
      | (?<=(?P<kana>[\u3046-\u3098\u309d-\u30fd])[{VOICING}]) )
    """,
    re.VERBOSE,
)
_Edit = tuple[int, int, str]
"""A span of a block, and what is read there."""
_FEWEST_LINES = 4
_NARROWEST, _WIDEST = 15, 60  # signs of the longest line of a page that is set in lines
_RAGGED = 4  # columns that a full line may lack
_IN_SENTENCE = deferred("[\u3041-\u30ff\u3400-\u9fff々0-9０-９]")
_GOES_ON = ("、", "，")
"""What no sentence ends with."""


class RunningText:
    """Blocks as one text: without spaces inside of sentences and signs that nobody sees, kana and their voicing marks as one sign.

    A sentence that a block's end divides behind a comma goes on, and anywhere where a page is set in lines of one width.

    >>> running = RunningText(["1月12日、 総理は、", "大統領と会談を 行った。"])
    >>> running.text, running.origin(10, 15)
    ('1月12日、総理は、大統領と会談を行った。', (1, 0, 5))
    """

    def __init__(self, blocks: Sequence[str]) -> None:
        self.blocks = blocks
        self._edits = [_edits(block) for block in blocks]
        pieces = [
            _edited(block, edits) if edits else block
            for block, edits in zip(blocks, self._edits, strict=True)
        ]
        joints = ["" if one.endswith(_GOES_ON) else BREAK for one in pieces[:-1]]
        for at in _set_lines(pieces):
            joints[at] = ""
        parts = [piece + joint for piece, joint in zip_longest(pieces, joints, fillvalue="")]
        self._starts = list(accumulate(map(len, parts), initial=0))
        self.text = "".join(parts)
        self.plain_until = 0 if not blocks or self._edits[0] else len(blocks[0])
        """Up to where the text is the first block as it stands."""

    def origin(self, start: int, end: int) -> tuple[int, int, int]:
        """Return the block of a span, and where it begins and ends there; what goes on in another block ends with its own."""
        block = bisect_right(self._starts, start, hi=len(self.blocks)) - 1
        before, edits = self._starts[block], self._edits[block]
        length = len(self.blocks[block])
        if not edits:
            return block, start - before, min(end - before, length)
        first, last = _origin(start - before, edits), _origin(end - before - 1, edits)
        behind = next((end for start, end, sign in edits if sign and start == last), last + 1)
        return block, first, min(behind, length)


def _set_lines(blocks: Sequence[str]) -> list[int]:
    """Return the blocks that end where the width of a line is full, so that a sentence goes on in the next: 訪問中の総理はニューデ|リーで.

    At least two do, no block is wider, and the sentence ends below: items of a list have no full stop.
    """
    lengths = list(map(len, blocks))
    if len(blocks) < _FEWEST_LINES or not _NARROWEST <= max(lengths) <= _WIDEST:  # most often
        return []
    widths = list(map(_columns, blocks))
    full = max(widths) - _RAGGED
    broken: list[int] = []
    for at in range(len(blocks) - 2, -1, -1):
        block, below = blocks[at], blocks[at + 1]
        is_told = "。" in below or broken[-1:] == [at + 1]
        if is_told and widths[at] >= full and _is_inside(block[-1]) and _is_inside(below[0]):
            broken.append(at)
    return broken if len(broken) > 1 else []


def _is_inside(sign: str) -> bool:
    return _IN_SENTENCE.match(sign) is not None


def _columns(text: str) -> int:
    """Return how wide a text is, in columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


@lru_cache(maxsize=1024)  # checks ask again what readers asked
def _edits(text: str) -> Sequence[_Edit]:
    """Return what is read otherwise in a block: spaces only where it is a sentence."""
    is_told = "。" in text or text.endswith(_GOES_ON)
    edits = []
    for found in _LOOSE.finditer(text):
        start, end = found.span()
        sign = unicodedata.normalize("NFC", found["kana"] + found[0]) if found["kana"] else ""
        if len(sign) < 2 and (is_told or found[0] != " "):  # two where none is both: あ゛
            edits.append((start - len(sign), end, sign))
    return edits


def _edited(text: str, edits: Sequence[_Edit]) -> str:
    for start, end, sign in reversed(edits):
        text = text[:start] + sign + text[end:]
    return text


def _origin(at: int, edits: Sequence[_Edit]) -> int:
    """Return where a sign that is read stands in the block."""
    for start, end, sign in edits:
        if start + len(sign) > at:
            break
        at += end - start - len(sign)
    return at
