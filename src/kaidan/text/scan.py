r"""What several readers ask of a text: where rare words stand and the run of characters beside them.

What ``re`` takes long to compile is avoided by the patterns of people, occasions and agreements: a class of three or more stretches
beyond Latin (a map of 64 KiB is built: ``[、。]|し`` needs none), and a long stretch, such as all kanji (``[^\Wぁ-ゖ]`` has them).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

RUN = r"[^\0-/:-@\s、-〄〈-〿ぁ-ゖ（），．：；！？]"
"""One character of a run: kanji, katakana, digits and letters, ・ among them, up to the next hiragana, mark or space; as a class for
patterns."""

HAN = r"[^\W\d\0-zぁ-ー]"
"""A kanji, or a letter that no Japanese name has; as a class for patterns. Of all kanji by their code points, or of more stretches,
``re`` would draw a map."""

READING = r"[ぁ-ヿA-Za-z .'／/-]"
"""One character of a reading or a name in Latin letters that stands in brackets behind a name; as a class for patterns."""

_RUN = re.compile(f"{RUN}*")

Table = Mapping[str, tuple[str, ...]]
"""Words by their first character, the longest first."""


def by_first(words: str, more: Iterable[str] = ()) -> Table:
    """Return words parted by spaces, and more, by their first character: one look-up tells that none starts at a point of a text.

    >>> by_first("中 上旬", ["中旬"])
    {'上': ('上旬',), '中': ('中旬', '中')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted((*words.split(), *more), key=len, reverse=True):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def stands(text: str, at: int, words: Table) -> bool:
    """Say whether one of the words stands at a point.

    >>> stands("10月上旬", 3, by_first("中旬 上旬")), stands("10月", 3, by_first("中旬"))
    (True, False)
    """
    sign = text[at : at + 1]
    return sign in words and text.startswith(words[sign], at)


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
    """Return where each of the words stands, in order; for more than a few words, see :func:`overlapping`.

    >>> occurrences("東京宣言、共同声明、日ソ共同宣言", ("宣言", "声明", "合意"))
    [(2, '宣言'), (7, '声明'), (14, '宣言')]
    """
    found: list[tuple[int, str]] = []
    for word in filter(text.__contains__, words):  # few are
        at = text.find(word)
        while at >= 0:
            found.append((at, word))
            at = text.find(word, at + 1)
    return sorted(found)


def overlapping(words: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield where words stand, in order, also within one another: one pattern of twenty words costs half of asking for each.

    >>> list(overlapping(re.compile("夕食会|会談"), "夕食会談"))
    [(0, '夕食会'), (2, '会談')]
    """
    found = words.search(text)
    while found:
        yield found.start(), found[0]
        found = words.search(text, found.start() + 1)
