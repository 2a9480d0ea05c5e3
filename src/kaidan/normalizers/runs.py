r"""Where rare words stand in a text, and the run of characters that a name before them is read from.

What ``re`` takes long to compile is avoided by the patterns of people, occasions and agreements: a class of three or more stretches
beyond Latin (a map of 64 KiB is built: ``[、。]|し`` needs none), and a long stretch, such as all kanji (``[^\Wぁ-ゖ]`` has them).
"""

import re
from collections.abc import Iterable

RUN = r"[^\0-/:-@\s、-〄〈-〿ぁ-ゖ（），．：；！？]"
"""One character of a run: kanji, katakana, digits and letters, ・ among them, up to the next hiragana, mark or space; as a class for
patterns."""

_RUN = re.compile(f"{RUN}*")


def run_before(text: str, end: int, start: int) -> str:
    """Return the run that ends at ``end``, from ``start`` at the earliest.

    >>> run_before("訪問中の露・ウラジオストクで", 13, 0)
    '露・ウラジオストク'
    """
    if not end or text[end - 1] == "、" or "ぁ" <= text[end - 1] <= "ゖ":  # most often
        return ""
    run = _RUN.match(text[max(0, start) : end][::-1])
    return run[0][::-1] if run else ""


def run_after(text: str, start: int, end: int) -> str:
    """Return the run that starts at ``start``, up to ``end`` at the furthest.

    >>> run_after("総理大臣安倍晋三は", 4, 9)
    '安倍晋三'
    """
    run = _RUN.match(text, start, end)
    return run[0] if run else ""


def occurrences(text: str, words: Iterable[str]) -> list[tuple[int, str]]:
    """Return where each of the words stands, in order. To ask for each of twenty words costs less than one pattern with all of them.

    >>> occurrences("東京宣言、共同声明、日ソ共同宣言", ("宣言", "声明", "合意"))
    [(2, '宣言'), (7, '声明'), (14, '宣言')]
    """
    found: list[tuple[int, str]] = []
    for word in words:
        if word in text:
            at = text.find(word)
            while at >= 0:
                found.append((at, word))
                at = text.find(word, at + 1)
    return sorted(found)


def standing(text: str, word: str, before: tuple[str, ...]) -> int:
    """Return where a word first stands with one of others right behind it, or -1.

    >>> standing("会談後、会談し", "会談", ("し", "。"))
    4
    """
    at = text.find(word)
    while at >= 0 and not text.startswith(before, at + len(word)):
        at = text.find(word, at + 1)
    return at
