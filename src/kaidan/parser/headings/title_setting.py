"""How titles are set, and what is read there: letters apart, signs that nobody sees, a word between two dashes."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kaidan.parser.headings.talks_titles import has_talks
from kaidan.text.deferred import deferred
from kaidan.text.unseen import INSIDE_WORDS

LONGEST = 80
"""Characters of a title; a longer line is none."""
_MAY_BE_SET = deferred(rf"[ \u3000\xa0{INSIDE_WORDS}－―—–‐〜～~-]")
"""What a title has that is read otherwise than it stands: the cheap look."""
_BETWEEN_LETTERS = deferred(
    rf"""
      [{INSIDE_WORDS}]
    | (?:(?<=^\S)|(?<=\s\S)) \s+ (?=\S(?:\s|$|[（(［\[【]))  # 日　露　首　脳　会　談
    | (?<=[（(［\[【〔]\S) \s+ (?=\S[）)］\]】〕])                # （概　要）
    """,
    re.VERBOSE,
)
_BETWEEN_DASHES = deferred(
    r"\s*(?P<dash>[－―—–‐〜～~-]{1,2})\s*(?P<inside>[^－―—–‐〜～~\s-]{1,24})\s*(?P=dash)$"
)
"""What ends a title instead of a bracket: 日伊首脳会談―ソチ―, 総理の動き－日中首脳会談－."""


class ReadTitle(NamedTuple):
    """A title as it is read, and of each of its signs where it stands in the line; None where the line is read as it stands."""

    text: str
    origins: Sequence[int] | None

    def in_line(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the title stands in the line."""
        if self.origins is None:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1


@lru_cache(maxsize=64)  # a line is asked by each reader of titles
def as_read(line: str) -> ReadTitle:
    r"""Return a line as the title that is read in it.

    >>> as_read("日　露　首　脳　会　談（概　要）").text, as_read("日伊首脳会談―ソチ―").text, as_read("日露首脳\u00ad会談").text
    ('日露首脳会談（概要）', '日伊首脳会談（ソチ）', '日露首脳会談')
    >>> as_read("総理の動き－日中首脳会談－").text, as_read("日露 首脳会談").text, as_read("日露 首脳会談").in_line(0, 2)
    ('日中首脳会談', '日露 首脳会談', (0, 2))
    """
    if len(line) > LONGEST or not _MAY_BE_SET.search(line):
        return ReadTitle(line, None)
    dropped = {
        at for found in _BETWEEN_LETTERS.finditer(line) for at in range(found.start(), found.end())
    }
    signs = [(sign, at) for at, sign in enumerate(line) if at not in dropped]
    signs = _in_bracket(signs)
    text = "".join(sign for sign, _ in signs)
    return ReadTitle(line, None) if text == line else ReadTitle(text, [at for _, at in signs])


def names_talks_apart(line: str) -> bool:
    """Tell whether a line that holds no noun of talks as it stands holds one as a title.

    >>> names_talks_apart("日　露　会　談"), names_talks_apart("お知らせ")
    (True, False)
    """
    if len(line) > LONGEST or not _MAY_BE_SET.search(line):
        return False
    return has_talks(as_read(line).text)


def _in_bracket(signs: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Set in a bracket what stands between dashes behind a title; talks that stand there are the title alone."""
    text = "".join(sign for sign, _ in signs)
    dashed = _BETWEEN_DASHES.search(text)
    if not dashed or not dashed.start():
        return signs
    start, end = dashed.span("inside")
    inside = signs[start:end]
    if has_talks(text[: dashed.start()]):
        opening, closing = signs[dashed.start("dash")], signs[end]
        return [*signs[: dashed.start()], ("（", opening[1]), *inside, ("）", closing[1])]
    return inside if has_talks(dashed["inside"]) else signs
