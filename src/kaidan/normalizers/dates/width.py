"""Widths and shapes that do not matter: each look-alike becomes one plain sign, so that every offset stays as it is."""

import re
from functools import cache

from kaidan.normalizers.dates.numerals import number

_LOOKALIKES = {
    "~": "～〜∼", "-": "‐‑‒–—―─−－", "(": "（〈【［〔[‹＜《≪", ")": "）〉】］〕]›＞》≫",
    ",": "，", ".": "．", "/": "／", ":": "：", "%": "％",
    "・": "·･", "'": "’‘", " ": "\u3000",
    "0": "０", "1": "１", "2": "２", "3": "３", "4": "４", "5": "５", "6": "６", "7": "７", "8": "８", "9": "９",
}  # fmt: skip
_SIGNS = {shape: sign for sign, shapes in _LOOKALIKES.items() for shape in shapes}
_BLANKS = "\u00a0\u202f\ufeff\r\t" + "".join(map(chr, range(0x2000, 0x200C)))
_MOST = {"年": 99, "月": 12, "日": 31}
_RADICALS = range(0x2F00, 0x2FD6)


def fold(text: str) -> str:
    """Return the text, as long as it was, with digits, Latin letters, Kangxi radicals, blanks, brackets and dashes in one form each.

    >>> fold("Ｈ２６．１０〜平成⼆⼗六年【⼀⽉】")
    'H26.10~平成二十六年(一月)'
    """
    for shape in set(_shapes().findall(text)):
        text = text.replace(shape, _SIGNS.get(shape) or _rare()[ord(shape)])
    return _closed(text) if ("\n" in text or " 年" in text) and _gap().search(text) else text


def _closed(text: str) -> str:
    """Return the text with the gaps inside of numbers moved behind them: 昭和二十|八年 over a line's end, 平 成 2 2 年, one sign a line.

    A date goes on over gaps, so it still ends where it did.
    """
    text = _over_lines().sub(_joined, text)
    return _apart().sub(lambda m: m[0][::2] + m[0][1::2], text)


def _joined(m: re.Match[str]) -> str:
    count = number(m[1] + m[3])
    return m[1] + m[3] + m[2] if count and count <= _MOST[m.string[m.end()]] else m[0]


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"[ \n][一二三四五六七八九十〇]{0,3}[年月日]")


@cache
def _over_lines() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[治正和成年月])([一二三四五六七八九十〇]{1,4})(\n *)([一二三四五六七八九十〇]{1,3})(?=[年月日])"
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[治正和成年月][ \n])[0-9一二三四五六七八九十〇](?:[ \n][0-9一二三四五六七八九十〇]){1,3}(?=[ \n][年月日])"
    )


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile(
        rf"[{re.escape(''.join(_SIGNS))}\uff21-\uff3a\uff41-\uff5a\u2e9c\u2e9d\u2f00-\u2fd5{_BLANKS}]"
    )


@cache
def _rare() -> dict[int, str]:
    import unicodedata  # noqa: PLC0415  few texts need it

    letters = (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *_RADICALS)
    folded = {code: unicodedata.normalize("NFKC", chr(code)) for code in letters}
    return folded | {0x2E9C: "日", 0x2E9D: "月"} | dict.fromkeys(map(ord, _BLANKS), " ")
