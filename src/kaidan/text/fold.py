"""Spellings that make no difference, folded on four named levels, each with its way back to where a sign stood.

====== ==================================================================================================================
exact  the text as it is
width  one shape for digits, Latin letters, katakana, brackets, dashes, blanks and Kangxi radicals; kana and their voicing marks
       are one sign; what nobody sees (zero-width signs, soft hyphens) is gone, and so are the gaps inside of a spaced-out number
kana   and one spelling of foreign names: ヴェネツィア as ベネチア, ウラジオストック as ウラジオストク
loose  and no separators, no case, new forms of kanji: ロス・カボス as ロスカボス, 廣州 as 広州
====== ==================================================================================================================
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from kaidan.lexicon.words import meanings
from kaidan.text.numerals import KANJI, KANJI_DIGITS, number
from kaidan.text.unseen import UNSEEN

Level = Literal["exact", "width", "kana", "loose"]
Piece = tuple[str, int, int]
"""A sign, or none, and the code points from..to that it came from."""


@dataclass(slots=True)  # one is made of every text: a NamedTuple takes half as long again
class Folded:
    """A folded text, which nobody changes; ``starts`` and ``ends`` say where each of its signs stood, None where all stand there still.

    ``shapes`` are the signs of the text as given that are another's shape, or that nobody sees.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None
    shapes: frozenset[str] = frozenset()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        r"""Return where a span of the folded text, at least one sign long, begins and ends in the text as given.

        >>> text = "平成2\u200b6年の会談"
        >>> folded = fold(text, "width")
        >>> folded.text, folded.origin(0, 5), text[0:6]
        ('平成26年の会談', (0, 6), '平成2\u200b6年')
        """
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


_LOOKALIKES = {
    "~": "～〜∼", "-": "‐‑‒–—―─−－", "(": "（〈【［〔[‹＜《≪", ")": "）〉】］〕]›＞》≫",
    ",": "，", ".": "．", "/": "／", ":": "：", "%": "％",
    "・": "·･", "'": "’‘", " ": "\u3000",
    "0": "０", "1": "１", "2": "２", "3": "３", "4": "４", "5": "５", "6": "６", "7": "７", "8": "８", "9": "９",
}  # fmt: skip
_SHAPES = {shape: sign for sign, shapes in _LOOKALIKES.items() for shape in shapes}
_BLANKS = "\u00a0\u202f\r\t" + "".join(map(chr, range(0x2000, 0x200B)))
VOICING = "\u3099\u309a"
"""Marks that make one sign with the kana before them."""
_RADICAL_SUPPLEMENT = {0x2E9C: "日", 0x2E9D: "月"}  # which Unicode does not decompose
_BEFORE_NUMBER = frozenset("\n(~、。年月")
_LARGEST = {"年": 99, "月": 12, "日": 31}
SEPARATORS = frozenset("・･＝=‐-－―—–〜~’'`´.,、 \u3000\t「」『』\"“”〝〟")


@lru_cache(maxsize=256)
def fold(text: str, level: Level) -> Folded:
    """Fold a text on one of the levels; the readers of a page ask for the same text one after the other.

    >>> fold("Ｈ２６．１０〜平成⼆⼗六年【⼀⽉】", "width").text
    'H26.10~平成二十六年(一月)'
    >>> fold("ﾌﾟｰﾁﾝ大統領", "width").text
    'プーチン大統領'
    >>> fold("サンクト・ペテルブルグ", "loose").text == fold("サンクトペテルブルク", "loose").text
    True
    """
    if level == "exact":
        return Folded(text)
    found = _shapes().findall(text)
    folded = _shape(text, frozenset(found)) if found else Folded(text)
    shown = folded.text
    if "\n" in text or " 年" in shown or " 月" in shown or " 日" in shown:
        folded = _close_gaps(folded)
    if level == "width":
        return folded
    folded = _replaced(_replaced(folded, _kana_pairs(), longest=2), _kana())
    return folded if level == "kana" else _replaced(folded, _loose_signs)


def _shape(text: str, shapes: frozenset[str]) -> Folded:
    """Give each look-alike its one shape, which moves no sign, and drop what nobody sees."""
    is_all_seen = "\r" not in shapes or "\r\n" not in text
    for shape in shapes if is_all_seen else shapes - {"\r"}:
        if sign := _SHAPES.get(shape) or _rare_shapes().get(ord(shape)):
            text = text.replace(shape, sign)
        if not sign or sign in VOICING:
            is_all_seen = False
    return Folded(text, shapes=shapes) if is_all_seen else _drop_unseen(text, shapes)


def _drop_unseen(text: str, shapes: frozenset[str]) -> Folded:
    """Drop what nobody sees, and join kana with the voicing marks behind them."""
    pieces: list[Piece] = []
    last = 0
    for found in _unseen().finditer(text):
        pieces.extend(
            (sign, at, at + 1) for at, sign in enumerate(text[last : found.start()], last)
        )
        last = found.end()
        if found["voiced"]:
            joined = unicodedata.normalize("NFC", found[0])  # two signs where none is both: ぐ゛
            pieces.extend((sign, found.start(), last) for sign in joined)
    pieces.extend((sign, at, at + 1) for at, sign in enumerate(text[last:], last))
    return _of_pieces(pieces, shapes)


def _close_gaps(folded: Folded) -> Folded:
    """Drop the gaps inside of numbers, 昭和二十|八年 over a line's end, 平 成 2 2 年, one sign a line; a line's end behind 、."""
    text = folded.text
    if "、\n" not in text and not _gap().search(text):
        return folded
    dropped: set[int] = set()
    for broken in _over_lines().finditer(text):
        count = number(broken["head"] + broken["rest"])
        if count and count <= _LARGEST[text[broken.end()]]:
            dropped.update(range(*broken.span("gap")))
    for broken in _behind_comma().finditer(text) if "、\n" in text else ():
        dropped.update(range(*broken.span()))
    for apart in _before_unit().finditer(text):
        dropped.update(_blanks_around(text, apart.start()))
    for spaced in _spaced_out().finditer(text):
        dropped.update(range(spaced.start() + 1, spaced.end(), 2))
    if not dropped:
        return folded
    kept = [at for at in range(len(text)) if at not in dropped]
    starts = folded.starts or range(len(text))
    ends = folded.ends or range(1, len(text) + 1)
    return Folded(
        "".join([text[at] for at in kept]),
        [starts[at] for at in kept],
        [ends[at] for at in kept],
        folded.shapes,
    )


def _replaced(
    folded: Folded, signs: Callable[[str], str | None] | dict[str, str], longest: int = 1
) -> Folded:
    """Replace signs, or pairs of them, by what the table or the function says; None or what it lacks stays."""
    look_up = signs.get if isinstance(signs, dict) else signs
    text, at, pieces = folded.text, 0, list[Piece]()
    while at < len(text):
        size = longest if look_up(text[at : at + longest]) is not None else 1
        new = look_up(text[at : at + size])
        start, end = folded.origin(at, at + size)
        pieces.extend((sign, start, end) for sign in (text[at] if new is None else new))
        at += size
    return _of_pieces(pieces)


def _of_pieces(pieces: Iterable[Piece], shapes: frozenset[str] = frozenset()) -> Folded:
    signs = list(pieces)
    return Folded(
        "".join(sign for sign, _, _ in signs),
        [start for _, start, _ in signs],
        [end for _, _, end in signs],
        shapes,
    )


@cache
def _kana_pairs() -> dict[str, str]:
    return meanings("spellings", "kana pair")


@cache
def _kana() -> dict[str, str]:
    return meanings("spellings", "kana")


def _loose_signs(sign: str) -> str | None:
    return (
        "" if sign in SEPARATORS else meanings("spellings", "old form").get(sign, sign.casefold())
    )


@cache
def _shapes() -> re.Pattern[str]:
    listed = re.escape("".join(_SHAPES))
    return re.compile(
        rf"[{listed}\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\u2e9c\u2e9d\u2f00-\u2fd5{_BLANKS}{UNSEEN}{VOICING}]"
    )


@cache
def _rare_shapes() -> dict[int, str]:
    letters = (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    codes = (*letters, *range(0xFF66, 0xFFA0), *range(0x2F00, 0x2FD6))
    folded = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return folded | _RADICAL_SUPPLEMENT | dict.fromkeys(map(ord, _BLANKS), " ")


@cache
def _unseen() -> re.Pattern[str]:
    """Return the pattern of zero-width and direction signs, soft hyphens, variation selectors, returns, and kana in two signs."""
    return re.compile(rf"[{UNSEEN}\r]+|(?P<voiced>[\u3046-\u30fd][{VOICING}])")


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"[ \n][{KANJI_DIGITS}]{{0,3}}[年月日]")


@cache
def _before_unit() -> re.Pattern[str]:
    return re.compile(r"\x20(?<=[0-9]\x20)(?=[年月日])")  # a scan for its first sign is fast


def _blanks_around(text: str, end: int) -> Iterator[int]:
    """Yield where the blanks stand around a number that ends there: から 11 日で, but not the columns 1873 年 6 年."""
    yield end
    start = end - 1
    while start and text[start - 1].isdecimal():
        start -= 1
    before = text[start - 2] if start > 1 and text[start - 1] == " " else ""
    are_columns = before == text[end + 1] == "年"
    if not are_columns and (before in _BEFORE_NUMBER or "ぁ" <= before <= "ん"):
        yield start - 1


@cache
def _behind_comma() -> re.Pattern[str]:
    """Return the pattern of a line's end that a sentence goes on over, and of what indents the next line, if no date heads that."""
    entry = rf"\x20{{0,4}}[0-9{KANJI}]{{1,4}}[年月日](?:\x20|\n|$)"
    return re.compile(rf"(?<=、)\n(?!{entry})\x20{{0,4}}")


@cache
def _over_lines() -> re.Pattern[str]:
    """Return the pattern of a kanji number that a line's end divides, behind an era or a unit."""
    return re.compile(
        rf"(?<=[^\W0-9a-zA-Zぁ-ゖ])(?P<head>[{KANJI_DIGITS}]{{1,4}})(?P<gap>\n *)(?P<rest>[{KANJI_DIGITS}]{{1,3}})(?=[年月日])"
    )


@cache
def _spaced_out() -> re.Pattern[str]:
    """Return the pattern of a number whose every sign stands apart, before a unit that does too."""
    digit = f"[0-9{KANJI_DIGITS}]"
    behind_kanji = rf"(?<=[^\W0-9a-zA-Zぁ-ゖ][ \n]){digit}(?:[ \n]{digit}){{1,3}}(?=[ \n][年月日])"
    return re.compile(rf"{behind_kanji}|(?<!\S)[12](?:[ ][0-9]){{3}}(?=[ ]年)")
