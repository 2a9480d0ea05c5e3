"""Widths and shapes that do not matter: each look-alike becomes one plain sign, so that every offset stays as it is."""

import re
from functools import cache

_LOOKALIKES = {
    "~": "～〜∼", "-": "‐‑‒–—―─−－", "(": "（〈【［〔[‹＜《≪", ")": "）〉】］〕]›＞》≫",
    ",": "，", ".": "．", "/": "／", ":": "：", "%": "％",
    "・": "·･", "'": "’‘", " ": "\u3000",
    "0": "０", "1": "１", "2": "２", "3": "３", "4": "４", "5": "５", "6": "６", "7": "７", "8": "８", "9": "９",
}  # fmt: skip
_SIGNS = {shape: sign for sign, shapes in _LOOKALIKES.items() for shape in shapes}
_BLANKS = "\u00a0\u202f\ufeff\r\t" + "".join(map(chr, range(0x2000, 0x200C)))
_RADICALS = range(0x2F00, 0x2FD6)


def fold(text: str) -> str:
    """Return the text, as long as it was, with digits, Latin letters, Kangxi radicals, blanks, brackets and dashes in one form each.

    >>> fold("Ｈ２６．１０〜平成⼆⼗六年【⼀⽉】")
    'H26.10~平成二十六年(一月)'
    """
    for shape in set(_shapes().findall(text)):
        text = text.replace(shape, _SIGNS.get(shape) or _rare()[ord(shape)])
    return text


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(''.join(_SIGNS))}\uff21-\uff3a\uff41-\uff5a\u2e9c\u2e9d\u2f00-\u2fd5{_BLANKS}]")


@cache
def _rare() -> dict[int, str]:
    import unicodedata  # noqa: PLC0415  few texts need it

    letters = (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *_RADICALS)
    folded = {code: unicodedata.normalize("NFKC", chr(code)) for code in letters}
    return folded | {0x2E9C: "日", 0x2E9D: "月"} | dict.fromkeys(map(ord, _BLANKS), " ")
