"""The words that changed between two texts, cut where the script changes: Japanese writes no spaces between words.

A run of kanji, of hiragana, of katakana, of Latin letters or of digits stands for a word, and a date is one word whatever it is
written in. Words that differ only in width (ＡＳＥＭ, ASEM) or white space are the same word written otherwise.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, pairwise

from kaidan.differ.align import Pair, in_order
from kaidan.differ.change import Edit
from kaidan.normalizers.dates.find import find_dates

_RUN = re.compile(
    r"""
    [々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+  # kanji
    | [\u3041-\u309f][\u3041-\u309fー]*                                    # hiragana
    | [\u30a1-\u30faーヽヾ\uff66-\uff9f\u31f0-\u31ff]+                      # katakana of either width, without the middle dot
    | [0-9０-９]+(?:[.,．，][0-9０-９]+)*
    | (?:(?![0-9０-９_])[A-Za-zＡ-Ｚａ-ｚ\u00c0-\u02af\u0370-\u052f])+        # Latin, Greek, Cyrillic
    | \s+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_WIDE = re.compile("[\uff01-\uffee]+")
_SPACE = re.compile(r"\s+")
_PARTICLE = re.compile("[\u3041-\u3096]{1,2}")
_BETWEEN = re.compile("[\u3041-\u3096]{1,5}|[^\\w\\s]")
"""What may stand between two nouns and go or come: の, との, における, ・, 、."""

_SMALL = 20_000
"""Up to so many pairs of words between two anchors SequenceMatcher is asked: its time grows with their square and worse."""

_CONTEXT = 20
"""Characters of context on either side of an edit, at most, in whole words."""

Hunk = tuple[int, int, int, int]
"""A stretch that differs: its first word and the one after its last in the old text, then in the new one."""


def cut(text: str) -> list[str]:
    """Cut a text into words; joined, they are the text again.

    >>> cut("10月17日（現地時間）、ASEM第10回首脳会合")
    ['10月17日', '（', '現地時間', '）', '、', 'ASEM', '第', '10', '回首脳会合']
    """
    words, at = [], 0
    for mention in find_dates(text):
        words += [*_RUN.findall(text, at, mention.start), mention.text]
        at = mention.end
    return words + _RUN.findall(text, at)


def fold(text: str) -> str:
    """Return the text without white space and without regard to width.

    Only the block of half-width and full-width forms is folded: ① and 1, ㈱ and (株) are different characters to a reader.

    >>> fold("ＡＳＥＭ　第１０回 （ﾐﾗﾉ）")
    'ASEM第10回(ミラノ)'
    """
    if _WIDE.search(text):
        text = _WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), text)
    return _SPACE.sub("", text)


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return what :func:`fold` does, remembered: a chronicle says the same few thousand words over and over."""
    return fold(word)


def is_quiet(edit: Edit) -> bool:
    """Say whether an edit changes white space or width only."""
    return fold(edit.before) == fold(edit.after)


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return what turns ``old`` into ``new``, in order, no two overlapping.

    >>> edits("継続を重視している旨を述べ、", "継続を強調し、")
    (Edit(old=3, new=3, before='重視している旨を述べ', after='強調し', left='継続を', right='、', more=False),)
    """
    if old == new:
        return ()
    a, b = _cut_at_particles(cut(old), cut(new))
    hunks = _joined(_hunks(a, b), a, b)
    at_a, at_b = [0, *accumulate(map(len, a))], [0, *accumulate(map(len, b))]
    ends, starts = [0, *(hunk[1] for hunk in hunks)], [*(hunk[0] for hunk in hunks[1:]), len(a)]
    return tuple(
        Edit(
            at_a[i1],
            at_b[j1],
            before=old[at_a[i1] : at_a[i2]],
            after=new[at_b[j1] : at_b[j2]],
            left="".join(_near(a[end:i1][::-1])[::-1]),
            right="".join(right := _near(a[i2:start])),
            more=i2 + len(right) < len(a) or j2 + len(right) < len(b),
        )
        for (i1, i2, j1, j2), end, start in zip(hunks, ends, starts, strict=False)
    )


def _cut_at_particles(a: list[str], b: list[str]) -> tuple[list[str], list[str]]:
    """Cut runs of kanji where the other text has a particle between them: 日露間の協力 and 日露間協力 share two words.

    >>> _cut_at_particles(["日露間", "の", "協力"], ["日露間協力", "を"])
    (['日露間', 'の', '協力'], ['日露間', '協力', 'を'])
    >>> _cut_at_particles(["政治経済"], ["政治", "・", "経済"])
    (['政治', '経済'], ['政治', '・', '経済'])
    """
    for i1, i2, j1, j2 in reversed(_hunks(a, b)):
        stretch, other = a[i1:i2], b[j1:j2]
        kanji, other_kanji = _without_particles(stretch), _without_particles(other)
        if "".join(kanji) != "".join(other_kanji) or kanji == other_kanji:
            continue
        cuts = {*accumulate(map(len, kanji)), *accumulate(map(len, other_kanji))}
        a = [*a[:i1], *_cut_at(stretch, cuts), *a[i2:]]
        b = [*b[:j1], *_cut_at(other, cuts), *b[j2:]]
    return a, b


def _without_particles(words: Sequence[str]) -> list[str]:
    return [word for word in words if not _BETWEEN.fullmatch(word)]


def _cut_at(words: Sequence[str], cuts: Collection[int]) -> list[str]:
    """Cut words at these numbers of characters, particles not counted."""
    pieces, at = [], 0
    for word in words:
        if _BETWEEN.fullmatch(word):
            pieces.append(word)
            continue
        inner = [0, *sorted(cut - at for cut in cuts if at < cut < at + len(word)), len(word)]
        pieces += [word[start:end] for start, end in pairwise(inner)]
        at += len(word)
    return pieces


def _near(words: Sequence[str]) -> Sequence[str]:
    return words[: sum(length <= _CONTEXT for length in accumulate(map(len, words)))]


def _hunks(a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Return every stretch that differs; a word written in another width is a stretch of its own.

    The same characters may be cut otherwise (10月 is a date only where a year was named before): that is no difference.
    """
    hunks, i, j = [], 0, 0
    for i2, j2 in [
        *_same([fold_word(word) for word in a], [fold_word(word) for word in b]),
        (len(a), len(b)),
    ]:
        if "".join(a[i:i2]) != "".join(b[j:j2]):
            hunks.append((i, i2, j, j2))
        if i2 < len(a) and a[i2] != b[j2]:
            hunks.append((i2, i2 + 1, j2, j2 + 1))
        i, j = i2 + 1, j2 + 1
    return hunks


def _joined(hunks: Sequence[Hunk], a: Sequence[str], b: Sequence[str]) -> list[Hunk]:
    """Join neighbours that read as one edit: two of width side by side, two of words with no more than a particle between."""
    joined: list[Hunk] = []
    loud_before = False
    for hunk in hunks:
        i1, i2, j1, j2 = hunk
        loud = fold("".join(a[i1:i2])) != fold("".join(b[j1:j2]))
        between = "".join(a[joined[-1][1] : i1]) if joined else None
        if (
            joined
            and loud == loud_before
            and (not between or (loud and _PARTICLE.fullmatch(between)))
        ):
            joined[-1] = (joined[-1][0], i2, joined[-1][2], j2)
        else:
            joined.append(hunk)
        loud_before = loud
    return joined


def _same(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Pair the words that stayed, in order: both ends first, then the words that stand once on each side, then what is between.

    Words that stand once (patience diff) keep an edit from being aligned on a の or a comma, and they cut the text into parts
    so small that the quadratic SequenceMatcher, which finishes the work, never sees more than :data:`_SMALL` pairs.
    """
    found: list[Pair] = []
    work = [(0, len(a), 0, len(b))]
    while work:
        i1, i2, j1, j2 = work.pop()
        head = _common(a[i1:i2], b[j1:j2])
        found += ((i1 + n, j1 + n) for n in range(head))
        tail = _common(a[i1 + head : i2][::-1], b[j1 + head : j2][::-1])
        found += ((i2 - n, j2 - n) for n in range(1, tail + 1))
        i1, i2, j1, j2 = i1 + head, i2 - tail, j1 + head, j2 - tail
        if anchors := _anchors(a[i1:i2], b[j1:j2]):
            anchors = [(i1 + i, j1 + j) for i, j in anchors]
            found += anchors
            work += [
                (i + 1, i3, j + 1, j3)
                for (i, j), (i3, j3) in pairwise([(i1 - 1, j1 - 1), *anchors, (i2, j2)])
            ]
        elif (i2 - i1) * (j2 - j1) <= _SMALL:
            blocks = SequenceMatcher(None, a[i1:i2], b[j1:j2], autojunk=False).get_matching_blocks()
            found += (
                (i1 + block.a + n, j1 + block.b + n) for block in blocks for n in range(block.size)
            )
    return sorted(found)


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many words the two begin with in common."""
    return next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Return the words that stand once in each, where they keep their order."""
    if not a or not b:
        return []
    once_a, once_b = Counter(a), Counter(b)
    at_b = {word: j for j, word in enumerate(b) if word and once_b[word] == 1}
    return in_order(
        [(i, at_b[word]) for i, word in enumerate(a) if once_a[word] == 1 and word in at_b]
    )
